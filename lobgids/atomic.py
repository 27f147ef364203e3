"""Writing files for their owner only, whole or not at all: what fails or is killed leaves what was there.

The content goes to a draft beside the file and to the disk itself; only then does it get its name. What cannot be done
raises `OSError` and leaves no draft.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lobgids.regular import opened

DRAFT = ".new"
"""What the name of a draft ends with."""


def create(path: Path, content: bytes) -> None:
    """Make a file, never in the place of another."""
    if not path.name:  # '.' or '/', which no file can be
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with _draft(path, content) as draft:
        give_name(draft, path)


def replace(path: Path, content: bytes) -> None:
    """Write a file in the place of what is there, if anything; a link itself, not the file that it points at."""
    with _draft(path, content) as draft:
        draft.replace(path)


def give_name(file: Path, name: Path) -> None:
    """Let a file appear under another name at once, unless there is such a file; it may keep its own as well."""
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:  # a memory stick without hard links: take the name first, then put the file there
        with opened(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL):
            pass
        try:
            file.replace(name)
        except OSError:
            name.unlink()
            raise


def write(descriptor: int, content: bytes) -> None:
    """Write, to the disk itself; a disk that is nearly full takes a part first and fails at the rest."""
    while content:
        content = content[os.write(descriptor, content) :]
    os.fsync(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for their owner only; `mkdir(parents=True)` would open those above to all."""
    for part in (*reversed(folder.parents), folder):
        if part.is_dir():
            continue
        try:
            part.mkdir(mode=0o700)
        except FileExistsError:  # made meanwhile, or it is a file
            if not part.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), part) from None


def draft_of(path: Path) -> Path:
    """A file while it is written, before it gets its name."""
    return path.with_name(f"{path.name}.{os.urandom(4).hex()}{DRAFT}")


@contextmanager
def _draft(path: Path, content: bytes) -> Iterator[Path]:
    """A file with the content, on the disk itself, that gets its name at once; where it does not, nothing is left."""
    draft = draft_of(path)
    try:
        with opened(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as descriptor:
            write(descriptor, content)
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Have the disk keep a new name, too; Windows opens no folder, and needs not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
