"""Whole files: a copy of a document, a document with less in it, and what comes beside one, such as a report."""

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
    """A document of its own, whole or not at all; raises `exists`."""
    with translating_errors(path, "unwritable"):
        atomic.make_folder(path.parent)
        atomic.create(path, b"".join(map(line_of, (header, *events))))


def write_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """A file beside the documents, such as a report, whole or not at all; raises `exists` unless it may be replaced.

    Only a plain file is replaced, and never a document, whatever was asked.
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
    """Write a file beside the documents and give where it stands: a name that is taken gets a number behind it."""
    try:
        write_file(path, content)
    except DocumentError as error:
        if error.reason != "exists":
            raise
        path = names.numbered(path)
        write_file(path, content)
    return path


def rewrite(path: Path, choose: Callable[[Sequence[Event]], Sequence[Event | None]]) -> None:
    """Keep of the events what `choose` gives in the place of each, in one step; its lock has to be held.

    A line stays byte for byte if its event does, also one that we do not know. Killed anywhere it is the old or the
    new one.
    """
    read(path)  # it is one of ours
    with translating_errors(path, "unwritable"):
        header, *lines = path.read_bytes().split(b"\n")
        events = [event_in(line) for line in lines]
        chosen = iter(choose([event for event in events if event]))
        left = [_left(line, event, next(chosen) if event else None) for line, event in zip(lines, events, strict=True)]
        atomic.replace(path, b"\n".join([header, *(line for line in left if line is not None)]))


def _left(line: bytes, event: Event | None, chosen: Event | None) -> bytes | None:
    """What is left of a line; None if its event goes."""
    if chosen is event:
        return line
    return line_of(chosen).removesuffix(b"\n") if chosen else None
