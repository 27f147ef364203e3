"""Opening what has to be a plain file: a pipe in its place would make us wait, and a device read, for ever."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BINARY: int = getattr(os, "O_BINARY", 0)  # without it Windows turns \n into \r\n, and ends a file at \x1a
_AT_ONCE: int = getattr(os, "O_NONBLOCK", 0) | getattr(
    os, "O_NOCTTY", 0
)  # Windows has neither, nor pipes and devices among files
NO_FILE = errno.ENXIO
"""The error number for a pipe or a device; the system itself uses it for a pipe that nobody reads."""


@contextmanager
def opened(path: Path, flags: int = os.O_RDONLY) -> Iterator[int]:
    """The descriptor of a plain file, closed afterwards; a new file is for its owner only. Raises `OSError`."""
    descriptor = os.open(path, flags | _BINARY | _AT_ONCE, 0o600)
    try:
        _check(path, os.fstat(descriptor).st_mode)
        yield descriptor
    finally:
        os.close(descriptor)


def read_bytes(path: Path, most: int = -1) -> bytes:
    """The content of a plain file, at most so many bytes of it (-1: all). Raises `OSError`."""
    with opened(path) as descriptor, os.fdopen(descriptor, "rb", closefd=False) as file:
        return file.read(most)


def _check(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(NO_FILE, os.strerror(NO_FILE), str(path))
