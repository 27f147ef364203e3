"""Why something cannot be read or kept; front ends word it."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from lobgids.regular import NO_FILE

Reason = Literal[
    "foreign", "newer", "unreadable", "unwritable", "locked", "exists", "missing", "conflict", "full"
]  # fmt: skip
"""`conflict`: somebody else went on with it, or put another in its place."""

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
    """Why events cannot be read or kept. Nothing was changed."""

    def __init__(self, reason: Reason, *about: object) -> None:
        super().__init__(reason, *about)
        self.reason: Reason = reason


class DocumentError(StoreError):
    """The same of a document on disk."""

    def __init__(self, reason: Reason, path: Path) -> None:
        super().__init__(reason, path)
        self.path = path


@contextmanager
def translating_errors(path: Path, otherwise: Reason) -> Iterator[None]:
    """Turn what the system says into one of our reasons."""
    try:
        yield
    except OSError as error:
        raise DocumentError(_REASONS.get(error.errno, otherwise), path) from error
