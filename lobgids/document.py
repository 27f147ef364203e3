"""What is kept: the events of a conversation in a file of the user's own, JSON Lines, a header on the first line.

A document is only ever added to, but for erasing. Readers never lock and never write; a writer holds the lock beside
the document.
"""

import errno
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self

import msgspec

from lobgids import atomic, names
from lobgids.dialogue.events import FORMAT, OLDEST_FORMAT, Event, Header
from lobgids.regular import NO_FILE, opened

if TYPE_CHECKING:
    from filelock import BaseFileLock

LONGEST_HEADER = 1 << 16
"""Bytes: a first line that is longer is no header, and a film that was named by mistake is not read."""

Reason = Literal[
    "foreign", "newer", "unreadable", "unwritable", "locked", "exists", "missing", "changed", "full"
]  # fmt: skip

_REASONS: dict[int | None, Reason] = {
    errno.ENOENT: "missing",
    errno.EEXIST: "exists",
    errno.EISDIR: "foreign",
    NO_FILE: "foreign",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}
_BREAKING = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]")
"""What JSON leaves bare but others take for the end of a line, another direction, or a command to the terminal."""

_encode = msgspec.json.Encoder().encode
_decode_event = msgspec.json.Decoder(Event).decode


class DocumentError(Exception):
    """Why a document cannot be read or written: front ends word it. Nothing was changed."""

    def __init__(self, reason: Reason, path: Path) -> None:
        super().__init__(reason, path)
        self.reason: Reason = reason
        self.path = path


class Contents(NamedTuple):
    """What stands in a document; `skipped` are the numbers of the whole lines that are no event that we know."""

    header: Header
    events: list[Event]
    torn: bytes
    """The beginning of an event that stands after the last whole line."""
    skipped: list[int]


class Outline(NamedTuple):
    """A document from outside: its header, its bytes, and when it was written last, in seconds since 1970."""

    header: Header
    size: int
    changed: float


class Document:
    """A document that is open for writing, and locked until it is closed.

    Between two appends no file is held open, so that it can be moved, synchronised and backed up, also on Windows.
    """

    def __init__(self, path: Path, lock: "BaseFileLock") -> None:
        self.path = path
        self.torn_aside: Path | None = None
        self._lock = lock
        with opened(path, os.O_RDWR) as descriptor:
            self.header, self.events, torn, self.skipped = _contents(path, descriptor)
            if torn:
                self.torn_aside = _set_aside(path, descriptor, torn)
            self._left = _mark(descriptor)
            os.lseek(descriptor, -1, os.SEEK_END)
            # A last object that is whole but for its newline counts; the newline comes with the next event.
            self._gap = b"" if os.read(descriptor, 1) == b"\n" else b"\n"

    @classmethod
    def create(cls, path: Path, header: Header) -> Self:
        """A new document; raises `exists`."""
        with _told(path, "unwritable"):
            atomic.make_folder(path.parent)
            if path.exists():
                raise DocumentError("exists", path)
            lock = _lock(path)
            with _released_on_error(lock):
                atomic.create(path, _line(header))
                return cls(path, lock)

    @classmethod
    def open(cls, path: Path) -> Self:
        """A document to go on with; a torn last line is set aside in a file beside it."""
        with _told(path, "unwritable"):
            path.stat()  # where there is no document, there shall be no lock either
            lock = _lock(path)
            with _released_on_error(lock):
                return cls(path, lock)

    def append(self, events: Sequence[Event]) -> None:
        """Add events, on disk when this returns. Where that can't be, the document is as it was before."""
        if not self._lock.is_locked:
            raise ValueError(f"{self.path} is closed")
        content = b"".join(map(_line, events))
        if not content:
            return
        with _told(self.path, "unwritable"), opened(self.path, os.O_WRONLY | os.O_APPEND) as descriptor:
            if _mark(descriptor) != self._left:
                raise DocumentError("changed", self.path)
            with _cut_off_on_error(descriptor, self._left.size):
                atomic.write(descriptor, self._gap + content)
                self._left, self._gap = _mark(descriptor), b""

    def moved(self, path: Path, events: Sequence[Event]) -> Self:
        """A new document with this header and these events, open in the place of this one; raises `exists`.

        Where that cannot be, nothing changed but that the new one may be there already.
        """
        write_copy(path, self.header, events)
        with _told(path, "unwritable"):
            if names.lock_of(path.resolve()) == Path(self._lock.lock_file):  # it comes back where it was
                return type(self)(path, self._lock)
        new = type(self).open(path)
        self.close()
        return new

    @property
    def stands(self) -> bool:
        """Whether it is still there under its name, as it was left."""
        try:
            state = self.path.stat()
        except OSError:
            return False
        return _Mark(state.st_ino, state.st_size) == self._left

    def close(self) -> None:
        """Let others write; a second time does nothing."""
        _release(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def read(path: Path) -> Contents:
    """What stands in a document, whoever is writing it."""
    with _told(path, "unreadable"), opened(path, os.O_RDONLY) as descriptor:
        return _contents(path, descriptor)


def outline(path: Path) -> Outline:
    """What a document shows without being read whole, however large it is."""
    with _told(path, "unreadable"), opened(path, os.O_RDONLY) as descriptor:
        state = os.fstat(descriptor)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return Outline(_header(path, file.readline(LONGEST_HEADER)), state.st_size, state.st_mtime)


def write_copy(path: Path, header: Header, events: Iterable[Event]) -> None:
    """A document of its own, whole or not at all; raises `exists`."""
    with _told(path, "unwritable"):
        atomic.make_folder(path.parent)
        atomic.create(path, b"".join(map(_line, (header, *events))))


def write_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """A file beside the documents, such as a report, whole or not at all; raises `exists` unless it may be replaced.

    Only a plain file is replaced, and never a document, whatever was asked.
    """
    with _told(path, "unwritable"):
        atomic.make_folder(path.parent)
        if path.is_dir():
            raise DocumentError("unwritable", path)
        if not replace or not os.path.lexists(path):
            atomic.create(path, content)
            return
        if path.is_symlink() or not path.is_file() or _is_document(path):
            raise DocumentError("unwritable", path)
        atomic.replace(path, content)


def write_beside(path: Path, content: bytes) -> Path:
    """Write a file beside the documents and give where it stands: a name that is taken gets a number behind it."""
    try:
        write_file(path, content)
    except DocumentError as error:
        if error.reason != "exists":
            raise
        path = names.numbered(path)
        write_file(path, content)
    return path


def _is_document(path: Path) -> bool:
    try:
        read(path)
    except DocumentError as error:
        return error.reason == "newer"
    return True


def rewrite(path: Path, choose: Callable[[Sequence[Event]], Sequence[Event | None]]) -> None:
    """Keep of the events what `choose` gives in the place of each, in one step; its lock has to be held.

    A line stays byte for byte where its event does, also one that we do not know. Killed anywhere it is the old or the
    new one.
    """
    read(path)  # it is one of ours
    with _told(path, "unwritable"):
        header, *lines = path.read_bytes().split(b"\n")
        events = [_event(line) for line in lines]
        chosen = iter(choose([event for event in events if event]))
        left = [_left(line, event, next(chosen) if event else None) for line, event in zip(lines, events, strict=True)]
        atomic.replace(path, b"\n".join([header, *(line for line in left if line is not None)]))


def _left(line: bytes, event: Event | None, chosen: Event | None) -> bytes | None:
    """What is left of a line; None where its event goes."""
    if chosen is event:
        return line
    return _line(chosen).removesuffix(b"\n") if chosen else None


def is_there(path: Path) -> bool:
    """Whether there is a document; one that lost its name to an erasing that was broken off gets it back.

    An earlier lobgids that erased what was taken back wrote what stands, removed the document, and then renamed.
    """
    left = names.standing_of(path) if path.name else path  # '.' and '/' have no name to put anything behind
    if not os.path.lexists(path) and left.is_file() and _is_document(left):
        with suppress(OSError):
            atomic.give_name(left, path)
            left.unlink(missing_ok=True)
    return path.exists()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a document, so that nobody else writes it. Raises `DocumentError`, also for what the system refuses."""
    with _told(path, "unwritable"):
        lock = _lock(path)
        try:
            yield
        finally:
            _release(lock)


def documents(folder: Path) -> list[Path]:
    """The documents in a folder, the one that changed last first."""
    found = []
    for left in _named(folder, names.standing_of(Path(names.SUFFIX)).name):
        is_there(left.with_suffix(""))
    for path in _named(folder, names.SUFFIX):
        with suppress(OSError):  # removed since
            if path.is_file():
                found.append((-path.stat().st_mtime_ns, path))
    return [path for _, path in sorted(found)]


def _named(folder: Path, ending: str) -> list[Path]:
    """The files in a folder of which the name ends so; none where it may not be looked into."""
    try:
        return list(folder.glob(f"*{ending}"))
    except OSError:
        return []


def default_folder() -> Path:
    """Where new documents go: `lobgids` among the user's documents, else among the user's data."""
    import platformdirs

    ours = platformdirs.user_documents_path()
    is_usable = os.access(ours, os.W_OK | os.X_OK) and ours.is_dir()
    return ours / "lobgids" if is_usable else platformdirs.user_data_path("lobgids", appauthor=False)


class _Mark(NamedTuple):
    """What a file looks like from outside: another one where somebody replaced or rewrote it."""

    inode: int
    size: int


class _Version(msgspec.Struct):
    """What the header of every format has, also of those to come."""

    lobgids: int


def _mark(descriptor: int) -> _Mark:
    state = os.fstat(descriptor)
    return _Mark(state.st_ino, state.st_size)


@contextmanager
def _told(path: Path, otherwise: Reason) -> Iterator[None]:
    """Turn what the system says into one of our reasons."""
    try:
        yield
    except OSError as error:
        raise DocumentError(_REASONS.get(error.errno, otherwise), path) from error


def _contents(path: Path, descriptor: int) -> Contents:
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        header = _header(path, file.readline(LONGEST_HEADER))
        lines = file.read().split(b"\n")
    contents = Contents(header, [], lines[-1], [])
    for number, line in enumerate(lines, 2):
        if (event := _event(line)) is not None:
            contents.events.append(event)
        elif line.strip():
            contents.skipped.append(number)
    if not _is_torn(lines[-1]):
        return contents._replace(torn=b"")
    contents.skipped.pop()
    return contents


def _header(path: Path, line: bytes) -> Header:
    """The header from the first line; a `lobgids` that is no number of a format makes the file somebody else's."""
    line = line.removeprefix(b"\xef\xbb\xbf")  # an editor on Windows may have put it there
    try:
        version = msgspec.json.decode(line, type=_Version).lobgids
    except (ValueError, RecursionError):
        raise DocumentError("foreign", path) from None
    if not OLDEST_FORMAT <= version <= FORMAT:
        raise DocumentError("newer" if version > FORMAT else "foreign", path)
    try:
        return msgspec.json.decode(line, type=Header)
    except ValueError:
        raise DocumentError("unreadable", path) from None


def _event(line: bytes) -> Event | None:
    try:
        return _decode_event(line)
    except (ValueError, RecursionError):  # no UTF-8, no JSON, no event of a kind that we know, or a million brackets
        return None


def _is_torn(line: bytes) -> bool:
    """Whether a line without a newline is the beginning of something; a whole object that we don't know is not."""
    try:
        msgspec.json.decode(line or b"0")
    except (ValueError, RecursionError):
        return bool(line.strip())
    return False


def _line(entry: msgspec.Struct) -> bytes:
    try:
        encoded = _encode(entry)
    except UnicodeEncodeError:
        encoded = _encode(_repaired(msgspec.to_builtins(entry)))
    return without_breaks(encoded) + b"\n"


def without_breaks(encoded: bytes) -> bytes:
    """The same JSON without anything in it that breaks a line or that a terminal obeys."""
    return _BREAKING.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), encoded)


def _repaired(value: Any) -> Any:
    """The same without lone surrogates, which no UTF-8 has: what a terminal hands over where it can't decode a key."""
    match value:
        case str():
            return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case dict():
            return {_repaired(key): _repaired(item) for key, item in value.items()}
        case list() | tuple():
            return [_repaired(item) for item in value]
        case _:
            return value


@contextmanager
def _cut_off_on_error(descriptor: int, size: int) -> Iterator[None]:
    """Bring a file back to its size when writing fails, or is broken off by Ctrl-C."""
    try:
        yield
    except BaseException:
        with suppress(OSError):  # then the next opening sets the torn line aside
            os.ftruncate(descriptor, size)
            os.fsync(descriptor)
        raise


def _set_aside(path: Path, descriptor: int, torn: bytes) -> Path:
    """Move a torn last line to a file of its own, there first, so that no moment is without it."""
    aside = names.torn_of(path)
    atomic.create(aside, torn)
    os.ftruncate(descriptor, os.fstat(descriptor).st_size - len(torn))
    os.fsync(descriptor)
    return aside


def _lock(path: Path) -> "BaseFileLock":
    """Hold the lock of a document, whatever it is called by; the system frees it when its holder dies."""
    from filelock import FileLock, Timeout  # 60 ms, and readers need none

    real = Path(os.path.realpath(path))  # which takes also links that point at each other
    if real.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    # It holds nothing to hide, and with a mode of our own filelock would call os.fchmod.
    lock = FileLock(names.lock_of(real), timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise DocumentError("locked", path) from None
    return lock


def _release(lock: "BaseFileLock") -> None:
    """Free a lock and tidy its file away: while it is ours, as others check that what they locked has a name still."""
    from filelock import UnixFileLock  # the other kinds tidy up by themselves

    if lock.is_locked:
        if isinstance(lock, UnixFileLock):
            with suppress(OSError):
                Path(lock.lock_file).unlink()
        lock.release()


@contextmanager
def _released_on_error(lock: "BaseFileLock") -> Iterator[None]:
    try:
        yield
    except BaseException:
        _release(lock)
        raise
