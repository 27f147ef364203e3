"""The file store: the events of a conversation in a file of the user's own, JSON Lines, a header on the first line.

A document is only appended to, except for erasing. Readers never lock and never write; a writer holds the lock beside
the document.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from lobgids import atomic
from lobgids.i18n import Language
from lobgids.log.events import Event, Header
from lobgids.regular import opened
from lobgids.storage import names
from lobgids.storage.errors import DocumentError, translating_errors
from lobgids.storage.lines import line_of
from lobgids.storage.lock import lock, release, released_on_error
from lobgids.storage.port import HERE, Notice
from lobgids.storage.reading import contents_of
from lobgids.storage.writing import write_copy

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Document:
    """A document that is open for writing, and locked until it is closed.

    Between two appends the file is not held open, so that it can be moved, synchronised and backed up, also on Windows.
    """

    phrases = HERE

    def __init__(self, path: Path, held: "BaseFileLock") -> None:
        self.path = path
        self.torn_aside: Path | None = None
        self._lock = held
        with opened(path, os.O_RDWR) as descriptor:
            contents = contents_of(path, descriptor)
            self.header, self.events, self.skipped = contents.header, contents.events, contents.skipped
            if contents.torn:
                self.torn_aside = _set_aside(path, descriptor, contents.torn)
            self._left = _mark(descriptor)
            os.lseek(descriptor, -1, os.SEEK_END)
            # A last object that is whole except for its newline counts; the newline comes with the next event.
            self._gap = b"" if os.read(descriptor, 1) == b"\n" else b"\n"

    @classmethod
    def create(cls, path: Path, header: Header) -> Self:
        """A new document, open for writing. Raises `DocumentError` (`exists` if there is a file already)."""
        with translating_errors(path, "unwritable"):
            atomic.make_folder(path.parent)
            if path.exists():
                raise DocumentError("exists", path)
            held = lock(path)
            with released_on_error(held):
                atomic.create(path, line_of(header))
                return cls(path, held)

    @classmethod
    def open(cls, path: Path) -> Self:
        """A document to go on with; a torn last line is moved to a file beside it. Raises `DocumentError`."""
        with translating_errors(path, "unwritable"):
            path.stat()  # if there is no document, no lock is made either
            held = lock(path)
            with released_on_error(held):
                return cls(path, held)

    def append(self, events: Sequence[Event]) -> None:
        """Add events, on disk when this returns. Raises `DocumentError`, and then the document is as it was before."""
        if not self._lock.is_locked:
            raise ValueError(f"{self.path} is closed")
        content = b"".join(map(line_of, events))
        if not content:
            return
        with translating_errors(self.path, "unwritable"), opened(self.path, os.O_WRONLY | os.O_APPEND) as descriptor:
            if _mark(descriptor) != self._left:
                raise DocumentError("conflict", self.path)
            with cut_off_on_error(descriptor, self._left.size):
                atomic.write(descriptor, self._gap + content)
                self._left, self._gap = _mark(descriptor), b""

    def moved(self, path: Path, events: Sequence[Event]) -> Self:
        """A new document with this header and these events, which is open instead of this one.

        Raises `DocumentError` (`exists` if there is a file already); then this one is still open, and the new one may
        be there.
        """
        write_copy(path, self.header, events)
        with translating_errors(path, "unwritable"):
            if names.lock_of(path.resolve()) == Path(self._lock.lock_file):  # it comes back to where it was
                return type(self)(path, self._lock)
        new = type(self).open(path)
        self.close()
        return new

    @property
    def place(self) -> str:
        """Its path."""
        return str(self.path)

    def notices(self, language: Language) -> Iterator[Notice]:
        """What was odd about its lines, and was left as it is."""
        _, ngettext = language.gettext, language.ngettext
        if self.torn_aside:
            text = _("De laatste regel van het bestand was niet af. Die staat nu in {path}, de rest is er nog.")
            yield Notice(id="document.torn", text=text.format(path=self.torn_aside))
        if lines := len(self.skipped):
            text = ngettext(
                "{count} regel van het bestand begrijp ik niet. Die blijft staan, maar telt niet mee.",
                "{count} regels van het bestand begrijp ik niet. Die blijven staan, maar tellen niet mee.",
                lines,
            )
            yield Notice(id="document.skipped", text=text.format(count=lines))

    @property
    def stands(self) -> bool:
        """Whether the file is still there under its name, as this writer left it."""
        try:
            state = self.path.stat()
        except OSError:
            return False
        return _Mark(state.st_ino, state.st_size) == self._left

    def close(self) -> None:
        """Release the lock, so that others can write; a second time does nothing."""
        release(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class _Mark(NamedTuple):
    """The outside of a file, which differs if somebody replaced it or wrote in it."""

    inode: int
    size: int


def _mark(descriptor: int) -> _Mark:
    state = os.fstat(descriptor)
    return _Mark(state.st_ino, state.st_size)


def _set_aside(path: Path, descriptor: int, torn: bytes) -> Path:
    """Move a torn last line to a file of its own, and return that; it is written first, so that nothing is lost."""
    aside = names.torn_of(path)
    atomic.create(aside, torn)
    os.ftruncate(descriptor, os.fstat(descriptor).st_size - len(torn))
    os.fsync(descriptor)
    return aside


@contextmanager
def cut_off_on_error(descriptor: int, size: int) -> Iterator[None]:
    """Cut a file back to its size when writing fails or is interrupted by Ctrl-C."""
    try:
        yield
    except BaseException:
        with suppress(OSError):  # if this fails too, the next opening sets the torn line aside
            os.ftruncate(descriptor, size)
            os.fsync(descriptor)
        raise
