"""Writing files for their owner only, whole or not at all: a failure or a kill leaves what was there.

The content is written to a draft beside the file and synchronised to the disk; only then does the draft get its name.
All functions raise `OSError`, and then leave no draft.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lobgids.regular import opened

DRAFT = ".new"
"""The ending of the name of a draft."""


def create(path: Path, content: bytes) -> None:
    """Make a file. Raises `FileExistsError` rather than replacing another."""
    if not path.name:  # '.' or '/', which no file can be
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    with _draft(path, content) as draft:
        give_name(draft, path)


def replace(path: Path, content: bytes) -> None:
    """Write a file, replacing what is there, if anything; a link itself is replaced, not what it points at."""
    with _draft(path, content) as draft:
        draft.replace(path)


def give_name(file: Path, name: Path) -> None:
    """Give a file another name in one step; it may keep its own as well. Raises `FileExistsError` if that is taken."""
    try:
        os.link(file, name)
    except FileExistsError:
        raise
    except OSError:  # a memory stick without hard links: take the name first, then move the file to it
        with opened(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL):
            pass
        try:
            file.replace(name)
        except OSError:
            name.unlink()
            raise


def write(descriptor: int, content: bytes) -> None:
    """Write all the content and synchronise it to the disk; a nearly full disk takes a part first, and then fails."""
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
    """A new name for a file while it is written."""
    return path.with_name(f"{path.name}.{os.urandom(4).hex()}{DRAFT}")


@contextmanager
def _draft(path: Path, content: bytes) -> Iterator[Path]:
    """A draft with the content, synchronised to the disk, for the block to rename; otherwise it is removed."""
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
    """Synchronise a folder, for the disk to keep a new name, too; Windows opens no folder, and needs not."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
