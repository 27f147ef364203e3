"""What is kept: the events of a conversation in a file of the user's own, JSON Lines, a header on the first line.

A document is only ever added to. Readers never lock and never write; a writer holds the lock beside the document.
"""

import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self

import msgspec

from lobgids.dialogue.events import FORMAT, OLDEST_FORMAT, Event, Header

if TYPE_CHECKING:
    from filelock import BaseFileLock

SUFFIX = ".lobgids"
LONGEST_HEADER = 1 << 16
"""Bytes: a first line that is longer is no header, and a film that was named by mistake is not read."""

Reason = Literal[
    "foreign", "newer", "unreadable", "unwritable", "locked", "exists", "missing", "changed", "full"
]  # fmt: skip

_REASONS: dict[int | None, Reason] = {
    errno.ENOENT: "missing",
    errno.EEXIST: "exists",
    errno.EISDIR: "foreign",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
}
_BINARY: int = getattr(os, "O_BINARY", 0)  # Windows would make \r\n of \n, and end a file at \x1a
_BREAKING = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")
"""What JSON leaves bare but other programs take for the end of a line or a command to the terminal."""

_TORN, _DRAFT = ".torn-", ".new"
"""The ends of the names beside a document: of what was set aside from it, and of what was not yet written whole."""

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


class Document:
    """A document that is open for writing, and locked until it is closed.

    Between two appends no file is held open, so that it can be moved, synchronised and backed up, also on Windows.
    """

    def __init__(self, path: Path, lock: "BaseFileLock") -> None:
        self.path = path
        self.torn_aside: Path | None = None
        self._lock = lock
        with _opened(path, os.O_RDWR) as descriptor:
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
            make_folder(path.parent)
            if path.exists():
                raise DocumentError("exists", path)
            lock = _lock(path)
            with _released_on_error(lock):
                write_new(path, _line(header))
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
        with _told(self.path, "unwritable"), _opened(self.path, os.O_WRONLY | os.O_APPEND) as descriptor:
            if _mark(descriptor) != self._left:
                raise DocumentError("changed", self.path)
            with _cut_off_on_error(descriptor, self._left.size):
                _write(descriptor, self._gap + content)
                self._left, self._gap = _mark(descriptor), b""

    def close(self) -> None:
        """Let others write; a second time does nothing."""
        _release(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


def read(path: Path) -> Contents:
    """What stands in a document, whoever is writing it."""
    with _told(path, "unreadable"), _opened(path, os.O_RDONLY) as descriptor:
        return _contents(path, descriptor)


def write_copy(path: Path, header: Header, events: Iterable[Event]) -> None:
    """A document of its own, whole or not at all; raises `exists`."""
    with _told(path, "unwritable"):
        make_folder(path.parent)
        write_new(path, b"".join(map(_line, (header, *events))))


def write_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """A file beside the documents, such as a report, whole or not at all; raises `exists` unless it may be replaced.

    Only a plain file is replaced, and never a document, whatever was asked.
    """
    with _told(path, "unwritable"):
        make_folder(path.parent)
        if path.is_dir():
            raise DocumentError("unwritable", path)
        if not replace or not os.path.lexists(path):
            write_new(path, content)
            return
        if path.is_symlink() or not path.is_file() or _is_document(path):
            raise DocumentError("unwritable", path)
        draft = path.with_name(f"{path.name}.{os.urandom(4).hex()}{_DRAFT}")
        try:
            write_new(draft, content)
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def write_beside(path: Path, content: bytes) -> Path:
    """Write a file beside the documents and give where it stands: a name that is taken gets a number behind it."""
    try:
        write_file(path, content)
    except DocumentError as error:
        if error.reason != "exists":
            raise
        path = free(path)
        write_file(path, content)
    return path


def free(path: Path) -> Path:
    """The first name with a number behind it that no file has: 'school 2.txt'."""
    names = (path.with_name(f"{path.stem} {number}{path.suffix}") for number in count(2))
    return next(name for name in names if not os.path.lexists(name))


def _is_document(path: Path) -> bool:
    try:
        read(path)
    except DocumentError as error:
        return error.reason == "newer"
    return True


def erase(path: Path) -> None:
    """Remove a document, its lock and what was set aside from it, for good.

    Raises `foreign` for a file that is no document, and `locked` for one that is being written.
    """
    try:
        read(path)
    except DocumentError as error:
        if error.reason != "newer":
            raise
    aside, draft = rf"{re.escape(path.name)}({re.escape(_TORN)}\d+)", rf"\.[0-9a-f]{{8}}{re.escape(_DRAFT)}"
    ours = re.compile(rf"{aside}|{aside}?{draft}")
    with _told(path, "unwritable"):
        lock = _lock(path)
        try:
            for beside in list(path.parent.iterdir()):
                if ours.fullmatch(beside.name):
                    beside.unlink()
            path.unlink()  # last, so that what fails half-way can be tried again
        finally:
            _release(lock)


def documents(folder: Path) -> list[Path]:
    """The documents in a folder, the one that changed last first."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        with suppress(OSError):  # removed since
            if path.is_file():
                found.append((-path.stat().st_mtime_ns, path))
    return [path for _, path in sorted(found)]


def default_folder() -> Path:
    """Where new documents go: `lobgids` among the user's documents, else among the user's data."""
    import platformdirs

    ours = platformdirs.user_documents_path()
    return ours / "lobgids" if ours.is_dir() else platformdirs.user_data_path("lobgids", appauthor=False)


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


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    descriptor = os.open(path, flags | _BINARY, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


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
    return _BREAKING.sub(lambda found: b"\\u%04x" % ord(found[0].decode()), encoded) + b"\n"


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


def _write(descriptor: int, content: bytes) -> None:
    """Write, to the disk itself; a disk that is nearly full takes a part first and fails at the rest."""
    while content:
        content = content[os.write(descriptor, content) :]
    os.fsync(descriptor)


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
    names = (path.with_name(f"{path.name}{_TORN}{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    write_new(aside, torn)
    os.ftruncate(descriptor, os.fstat(descriptor).st_size - len(torn))
    os.fsync(descriptor)
    return aside


def write_new(path: Path, content: bytes) -> None:
    """Make a file that only its owner may read, whole or not at all, and never in the place of another."""
    draft = path.with_name(f"{path.name}.{os.urandom(4).hex()}{_DRAFT}")
    try:
        with _opened(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as descriptor:
            _write(descriptor, content)
        _give_name(draft, path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    with suppress(OSError), _opened(path.parent, os.O_RDONLY) as folder:  # Windows opens no folder, and needs not
        os.fsync(folder)


def _give_name(draft: Path, path: Path) -> None:
    """Let a draft appear under its name at once, unless there is such a file."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a memory stick without hard links: take the name first, then put the draft there
        with _opened(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL):
            pass
        try:
            draft.replace(path)
        except OSError:
            path.unlink()
            raise


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


def _lock(path: Path) -> "BaseFileLock":
    """Hold the lock of a document, whatever it is called by; the system frees it when its holder dies."""
    from filelock import FileLock, Timeout  # 60 ms, and readers need none

    real = path.resolve()
    # It holds nothing to hide, and with a mode of our own filelock would call os.fchmod.
    lock = FileLock(real.with_name(f"{real.name}.lock"), timeout=0, thread_local=False)
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
