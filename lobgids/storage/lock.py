"""The lock beside a document, by which only one process at a time writes it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from lobgids.storage import names
from lobgids.storage.errors import DocumentError, translating_errors

if TYPE_CHECKING:
    from filelock import BaseFileLock


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a document. Raises `DocumentError`: `locked` if another holds it, or what the system refuses."""
    with translating_errors(path, "unwritable"):
        held = lock(path)
        try:
            yield
        finally:
            release(held)


def lock(path: Path) -> "BaseFileLock":
    """Take the lock of a document, by whatever link; the system frees it when its holder dies.

    Raises `DocumentError` (`locked` if another holds it) and `OSError`.
    """
    from filelock import FileLock, Timeout  # imported here: it takes 60 ms, and readers need none

    real = Path(os.path.realpath(path))  # which, unlike Path.resolve, accepts links that point at each other
    if real.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    # Its mode is left alone: it holds nothing to hide, and with a mode of ours filelock would call os.fchmod.
    held = FileLock(names.lock_of(real), timeout=0, thread_local=False)
    try:
        held.acquire()
    except Timeout:
        raise DocumentError("locked", path) from None
    return held


def release(held: "BaseFileLock") -> None:
    """Remove the file of a lock while it is held, as others check that what they locked has a name, and free it."""
    from filelock import UnixFileLock  # the other kinds tidy up by themselves

    if held.is_locked:
        if isinstance(held, UnixFileLock):
            with suppress(OSError):
                Path(held.lock_file).unlink()
        held.release()


@contextmanager
def released_on_error(held: "BaseFileLock") -> Iterator[None]:
    """Free a lock if the block fails."""
    try:
        yield
    except BaseException:
        release(held)
        raise
