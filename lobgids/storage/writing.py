"""Whole files: a copy of a document, a document with less in it, and what comes beside one, such as a report."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lobgids.dialogue.events import Event, Header
from lobgids.storage import names
from lobgids.storage.atomic import write_new, write_over
from lobgids.storage.errors import DocumentError, translating_errors
from lobgids.storage.folders import make_folder
from lobgids.storage.lines import event_in, line_of
from lobgids.storage.reading import is_document, read


def write_copy(path: Path, header: Header, events: Iterable[Event]) -> None:
    """A document of its own, whole or not at all; raises `exists`."""
    with translating_errors(path, "unwritable"):
        make_folder(path.parent)
        write_new(path, b"".join(map(line_of, (header, *events))))


def write_file(path: Path, content: bytes, *, replace: bool = False) -> None:
    """A file beside the documents, such as a report, whole or not at all; raises `exists` unless it may be replaced.

    Only a plain file is replaced, and never a document, whatever was asked.
    """
    with translating_errors(path, "unwritable"):
        make_folder(path.parent)
        if path.is_dir():
            raise DocumentError("unwritable", path)
        if not replace or not os.path.lexists(path):
            write_new(path, content)
            return
        if path.is_symlink() or not path.is_file() or is_document(path):
            raise DocumentError("unwritable", path)
        write_over(path, content)


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


def rewrite(path: Path, choose: Callable[[Sequence[Event]], Iterable[Event]]) -> None:
    """Leave out the events that `choose` does not give, in one step; its lock has to be held.

    All other lines stay byte for byte, also those that we do not know. Killed anywhere it is the old or the new one.
    """
    read(path)  # it is one of ours
    with translating_errors(path, "unwritable"):
        header, *lines = path.read_bytes().split(b"\n")
        events = [event_in(line) for line in lines]
        chosen = set(map(id, choose([event for event in events if event])))
        left = [line for line, event in zip(lines, events, strict=True) if event is None or id(event) in chosen]
        write_over(path, b"\n".join([header, *left]))
