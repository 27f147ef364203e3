"""Writing so that killed anywhere it is the old or the new one: whole files, and lines at the end of one."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lobgids.regular import opened
from lobgids.storage import names


def write_new(path: Path, content: bytes) -> None:
    """Make a file that only its owner may read, whole or not at all, and never in the place of another."""
    if not path.name:  # '.' or '/', which no file can be
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with draft(path, content) as written:
        give_name(written, path)


def write_over(path: Path, content: bytes) -> None:
    """Put a file in the place of one, in one step."""
    with draft(path, content) as written:
        written.replace(path)


@contextmanager
def draft(path: Path, content: bytes) -> Iterator[Path]:
    """A file with the content, on the disk itself, that gets its name at once; where it does not, nothing is left."""
    written = names.draft_of(path)
    try:
        with opened(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as descriptor:
            write_through(descriptor, content)
        yield written
    finally:
        with suppress(OSError):
            written.unlink(missing_ok=True)
    _sync(path.parent)


def give_name(written: Path, path: Path) -> None:
    """Let a draft appear under its name at once, unless there is such a file."""
    try:
        os.link(written, path)
    except FileExistsError:
        raise
    except OSError:  # a memory stick without hard links: take the name first, then put the draft there
        with opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL):
            pass
        try:
            written.replace(path)
        except OSError:
            path.unlink()
            raise


def write_through(descriptor: int, content: bytes) -> None:
    """Write, to the disk itself; a disk that is nearly full takes a part first and fails at the rest."""
    while content:
        content = content[os.write(descriptor, content) :]
    os.fsync(descriptor)


@contextmanager
def cut_off_on_error(descriptor: int, size: int) -> Iterator[None]:
    """Bring a file back to its size when writing fails, or is broken off by Ctrl-C."""
    try:
        yield
    except BaseException:
        with suppress(OSError):  # then the next opening sets the torn line aside
            os.ftruncate(descriptor, size)
            os.fsync(descriptor)
        raise


def _sync(folder: Path) -> None:
    """Have the disk keep a new name, too; Windows opens no folder, and needs not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
