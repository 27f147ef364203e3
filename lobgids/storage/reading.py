"""Reading a document, whole or its outline; readers never lock and never write."""

import os
from pathlib import Path
from typing import NamedTuple

from lobgids.log.events import Contents, Event, Header
from lobgids.regular import opened
from lobgids.storage.errors import DocumentError, translating_errors
from lobgids.storage.lines import LONGEST_HEADER, event_in, header_in, is_torn


class DocumentContents(Contents, frozen=True):
    """What stands in a document; `skipped` are the numbers of the whole lines that are no event that we know.

    `torn` is the beginning of an event that stands after the last whole line.
    """

    torn: bytes
    skipped: list[int]


class Outline(NamedTuple):
    """A document from outside: its header, its bytes, and when it was written last, in seconds since 1970."""

    header: Header
    size: int
    changed: float


def read(path: Path) -> DocumentContents:
    """What stands in a document, whoever is writing it."""
    with translating_errors(path, "unreadable"), opened(path, os.O_RDONLY) as descriptor:
        return contents_of(path, descriptor)


def outline(path: Path) -> Outline:
    """What a document shows without being read whole, however large it is."""
    with translating_errors(path, "unreadable"), opened(path, os.O_RDONLY) as descriptor:
        state = os.fstat(descriptor)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return Outline(header_in(path, file.readline(LONGEST_HEADER)), state.st_size, state.st_mtime)


def is_document(path: Path) -> bool:
    """Whether a file is a document, also one of a newer lobgids."""
    try:
        read(path)
    except DocumentError as error:
        return error.reason == "newer"
    return True


def contents_of(path: Path, descriptor: int) -> DocumentContents:
    """What stands in a document that is open."""
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        header = header_in(path, file.readline(LONGEST_HEADER))
        lines = file.read().split(b"\n")
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
