"""Writing whole files: a copy of a document, a document with fewer events, and reports beside it."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lobgids import atomic
from lobgids.log.events import Event, Header
from lobgids.storage import names
from lobgids.storage.errors import DocumentError, translating_errors
from lobgids.storage.lines import event_in, line_of
from lobgids.storage.reading import is_document, read


def write_copy(path: Path, header: Header, events: Iterable[Event]) -> None:
    """Write a new document, whole or not at all. Raises `DocumentError` (`exists` if there is a file already)."""
    with translating_errors(path, "unwritable"):
        atomic.make_folder(path.parent)
        atomic.create(path, b"".join(map(line_of, (header, *events))))


def write_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file beside the documents, such as a report, whole or not at all.

    Raises `DocumentError`: `exists` if there is one and `replace` is not set, `unwritable` if it is a document or no
    plain file, which are never replaced.
    """
    with translating_errors(path, "unwritable"):
        atomic.make_folder(path.parent)
        if path.is_dir():
            raise DocumentError("unwritable", path)
        if not replace or not os.path.lexists(path):
            atomic.create(path, content)
            return
        if path.is_symlink() or not path.is_file() or is_document(path):
            raise DocumentError("unwritable", path)
        atomic.replace(path, content)


def write_beside(path: Path, content: bytes) -> Path:
    """Write a file beside the documents and return its path; a taken name gets a number. Raises `DocumentError`."""
    try:
        write_file(path, content)
    except DocumentError as error:
        if error.reason != "exists":
            raise
        path = names.numbered(path)
        write_file(path, content)
    return path


def rewrite(path: Path, choose: Callable[[Sequence[Event]], Sequence[Event | None]]) -> None:
    """Replace the events of a document by what `choose` returns for each (None: nothing); its lock has to be held.

    A line whose event stays is kept byte for byte, as is one that we do not know. A process that is killed leaves the
    old document or the new. Raises `DocumentError`.
    """
    read(path)  # it is one of ours
    with translating_errors(path, "unwritable"):
        header, *lines = path.read_bytes().split(b"\n")
        events = [event_in(line) for line in lines]
        chosen = iter(choose([event for event in events if event]))
        left = [_left(line, event, next(chosen) if event else None) for line, event in zip(lines, events, strict=True)]
        atomic.replace(path, b"\n".join([header, *(line for line in left if line is not None)]))


def _left(line: bytes, event: Event | None, chosen: Event | None) -> bytes | None:
    """The line for what was chosen instead of its event; None if the event goes."""
    if chosen is event:
        return line
    return line_of(chosen).removesuffix(b"\n") if chosen else None
