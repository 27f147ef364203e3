"""The lock beside a document, so that one process at a time writes it."""

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
    """Hold a document, so that nobody else writes it. Raises `DocumentError`, also for what the system refuses."""
    with translating_errors(path, "unwritable"):
        held = lock(path)
        try:
            yield
        finally:
            release(held)


def lock(path: Path) -> "BaseFileLock":
    """Hold the lock of a document, whatever it is called by; the system frees it when its holder dies."""
    from filelock import FileLock, Timeout  # 60 ms, and readers need none

    real = Path(os.path.realpath(path))  # which takes also links that point at each other
    if real.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    # It holds nothing to hide, and with a mode of our own filelock would call os.fchmod.
    held = FileLock(names.lock_of(real), timeout=0, thread_local=False)
    try:
        held.acquire()
    except Timeout:
        raise DocumentError("locked", path) from None
    return held


def release(held: "BaseFileLock") -> None:
    """Free a lock and tidy its file away: while it is ours, as others check that what they locked has a name still."""
    from filelock import UnixFileLock  # the other kinds tidy up by themselves

    if held.is_locked:
        if isinstance(held, UnixFileLock):
            with suppress(OSError):
                Path(held.lock_file).unlink()
        held.release()


@contextmanager
def released_on_error(held: "BaseFileLock") -> Iterator[None]:
    """Free a lock where what follows fails."""
    try:
        yield
    except BaseException:
        release(held)
        raise
