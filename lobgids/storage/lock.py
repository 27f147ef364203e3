"""The lock beside a document, by which only one process at a time writes it."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from lobgids.storage import names
from lobgids.storage.errors import DocumentError, translating_errors


class Lock(Protocol):
    """A lock that was taken; to release it twice does nothing."""

    @property
    def lock_file(self) -> str:
        """The path of the file that is locked."""

    @property
    def is_locked(self) -> bool:
        """Whether it is still held."""

    def release(self) -> None:
        """Free it."""


class _Flock:
    """A lock by `flock`, as the library takes it too, in a fifth of the time: the server takes one for each answer."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.lock_file = str(path)
        self._file = os.fdopen(descriptor, "rb")  # which closes itself if nobody does

    @property
    def is_locked(self) -> bool:
        return not self._file.closed

    def release(self) -> None:
        self._file.close()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a document. Raises `DocumentError`: `locked` if another holds it, or what the system refuses."""
    with translating_errors(path, "unwritable"):
        held = lock(path)
        try:
            yield
        finally:
            release(held)


def lock(path: Path) -> Lock:
    """Take the lock of a document, by whatever link; the system frees it when its holder dies.

    Raises `DocumentError` (`locked` if another holds it) and `OSError`.
    """
    real = Path(os.path.realpath(path))  # which, unlike Path.resolve, accepts links that point at each other
    if real.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    file = names.lock_of(real)
    try:
        return _flock(file)
    except BlockingIOError:
        raise DocumentError("locked", path) from None
    except (ImportError, OSError):  # the library knows what to do on such a system or disk, and else what is wrong
        return _by_library(file, path)


def _flock(file: Path) -> _Flock:
    """Lock a file. Raises `BlockingIOError` if another holds it, `ImportError` or `OSError` if it cannot be locked."""
    import fcntl

    descriptor, is_new = _opened(file)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        has_name = os.fstat(descriptor).st_nlink > 0
    except BaseException as error:
        os.close(descriptor)
        if is_new and isinstance(error, OSError) and not isinstance(error, BlockingIOError):
            file.unlink(missing_ok=True)  # on a disk without `flock` the library takes such a file for a lock
        raise
    if has_name:
        return _Flock(file, descriptor)
    os.close(descriptor)  # whoever held it removed it
    return _flock(file)


def _opened(file: Path) -> tuple[int, bool]:
    """Return the descriptor of the file to lock, and whether it was made."""
    flags = os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        return os.open(file, flags | os.O_CREAT | os.O_EXCL, 0o666), True
    except FileExistsError:
        return os.open(file, flags | os.O_CREAT, 0o666), False


def _by_library(file: Path, path: Path) -> Lock:
    from filelock import FileLock, Timeout  # imported here: it takes 60 ms

    # Its mode is left alone: it holds nothing to hide, and with a mode of ours filelock would call os.fchmod.
    held = FileLock(file, timeout=0, thread_local=False)
    try:
        held.acquire()
    except Timeout:
        raise DocumentError("locked", path) from None
    return held


def release(held: Lock) -> None:
    """Remove the file of a lock while it is held, as others check that what they locked has a name, and free it."""
    if held.is_locked:
        if isinstance(held, _Flock):  # that of the library tidies up by itself
            with suppress(OSError):
                Path(held.lock_file).unlink()
        held.release()


@contextmanager
def released_on_error(held: Lock) -> Iterator[None]:
    """Free a lock if the block fails."""
    try:
        yield
    except BaseException:
        release(held)
        raise
