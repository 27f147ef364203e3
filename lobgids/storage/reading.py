"""Reading a document, whole or only its outline; readers never lock and never write."""

import os
from pathlib import Path
from typing import NamedTuple

from lobgids.log.events import Contents, Event, Header
from lobgids.regular import opened
from lobgids.storage.errors import DocumentError, translating_errors
from lobgids.storage.lines import LONGEST_HEADER, event_in, header_in, is_torn


class DocumentContents(Contents, frozen=True):
    """The contents of a document; `skipped` has the numbers of whole lines that hold no event that we know.

    `torn` is the beginning of a line after the last whole one; empty if there is none.
    """

    torn: bytes
    skipped: list[int]


class Outline(NamedTuple):
    """The outline of a document: its header, its size in bytes, and its last change in seconds since 1970."""

    header: Header
    size: int
    changed: float


def read(path: Path) -> DocumentContents:
    """The contents of a document, even while another process writes it. Raises `DocumentError`."""
    with translating_errors(path, "unreadable"), opened(path, os.O_RDONLY) as descriptor:
        return contents_of(path, descriptor)


def outline(path: Path) -> Outline:
    """The outline of a document, of which only the first line is read. Raises `DocumentError`."""
    with translating_errors(path, "unreadable"), opened(path, os.O_RDONLY) as descriptor:
        state = os.fstat(descriptor)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return Outline(header_in(path, file.readline(LONGEST_HEADER)), state.st_size, state.st_mtime)


def is_document(path: Path) -> bool:
    """Whether a file is a document, including one of a newer lobgids."""
    try:
        read(path)
    except DocumentError as error:
        return error.reason == "newer"
    return True


def contents_of(path: Path, descriptor: int) -> DocumentContents:
    """The contents of a document that is open at its beginning. Raises `DocumentError`."""
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        header = header_in(path, file.readline(LONGEST_HEADER))
        return _of(header, file.read())


def contents_in(path: Path, content: bytes) -> DocumentContents:
    """The contents of a document of which these are the bytes; `path` names it where it is refused.

    Raises `DocumentError`.
    """
    first, newline, rest = content.partition(b"\n")
    return _of(header_in(path, (first + newline)[:LONGEST_HEADER]), rest)


def _of(header: Header, rest: bytes) -> DocumentContents:
    """The contents with this header and what follows its line."""
    lines = rest.split(b"\n")
    events: list[Event] = []
    skipped: list[int] = []
    for number, line in enumerate(lines, 2):
        if (event := event_in(line)) is not None:
            events.append(event)
        elif line.strip():
            skipped.append(number)
    if not is_torn(lines[-1]):
        return DocumentContents(header, events, b"", skipped)
    skipped.pop()
    return DocumentContents(header, events, lines[-1], skipped)
