"""The errors of keeping: why something cannot be read or kept. Front ends put the reasons in words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from lobgids.regular import NO_FILE

Reason = Literal[
    "foreign", "newer", "unreadable", "unwritable", "locked", "exists", "missing", "conflict", "full"
]  # fmt: skip
"""`conflict`: somebody else appended to it, or put another file in its place."""

_REASONS: dict[int | None, Reason] = {
    errno.ENOENT: "missing",
    errno.EEXIST: "exists",
    errno.EISDIR: "foreign",
    NO_FILE: "foreign",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}


class StoreError(Exception):
    """Events cannot be read or kept; nothing was changed. `about` is what the reason is about, such as a path."""

    def __init__(self, reason: Reason, *about: object) -> None:
        super().__init__(reason, *about)
        self.reason: Reason = reason


class DocumentError(StoreError):
    """A document on disk cannot be read or kept."""

    def __init__(self, reason: Reason, path: Path) -> None:
        super().__init__(reason, path)
        self.path = path


@contextmanager
def translating_errors(path: Path, otherwise: Reason) -> Iterator[None]:
    """Raise an `OSError` as a `DocumentError` with one of our reasons, `otherwise` if none fits."""
    try:
        yield
    except OSError as error:
        raise DocumentError(_REASONS.get(error.errno, otherwise), path) from error
