"""Erasing: a document with all that lobgids itself put beside it, or only some of its events.

What was made of it for others, a report or a copy, stays, and is told by its name.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lobgids.log.events import Event
from lobgids.storage import names
from lobgids.storage.errors import DocumentError
from lobgids.storage.lock import locked
from lobgids.storage.reading import outline
from lobgids.storage.writing import rewrite


class Erased(NamedTuple):
    """What holds something of a document still: files beside it, and whether another name of its own file does."""

    stays: tuple[Path, ...]
    has_other_name: bool


def erase(path: Path) -> Erased:
    """Remove a document for good, with the link where it was called by one; what fails half-way can be tried again.

    Raises `DocumentError`: `foreign` for a file that is no document, `locked` for one that is being written.
    """
    conversation, real = _checked(path), path.resolve()
    with locked(path):
        has_other_name = real.stat().st_nlink > 1
        for beside in [*_drafts(path, conversation), *_torn(path)]:
            beside.unlink(missing_ok=True)
        if _holds(names.standing_of(real), conversation):
            names.standing_of(real).unlink()
        stays = tuple(_made_of(path, conversation))
        real.unlink()  # last, as without it the rest would not be found again
        if path.is_symlink():
            path.unlink()
    return Erased(stays, has_other_name)


def erase_events(path: Path, left: Callable[[Sequence[Event]], Sequence[Event | None]]) -> Erased:
    """Leave of the events of a document what `left` gives in the place of each, in one step.

    Raises `DocumentError`, also for one of a newer format.
    """
    conversation, real = outline(path).header.id, path.resolve()
    with locked(path):
        has_other_name, before = real.stat().st_nlink > 1, real.read_bytes()
        rewrite(real, left)
        for draft in _drafts(path, conversation):
            draft.unlink(missing_ok=True)
        broken_off = names.standing_of(real)
        if broken_off.exists() and set(broken_off.read_bytes().split(b"\n")) <= set(before.split(b"\n")):
            broken_off.unlink()
        return Erased(tuple(_made_of(path, conversation)), has_other_name)


def _checked(path: Path) -> str:
    """Which conversation a document holds; one of a newer lobgids does not tell, and can be erased."""
    try:
        return outline(path).header.id
    except DocumentError as error:
        if error.reason != "newer":
            raise
        return ""


def _conversation(path: Path) -> str:
    """Which conversation is in a file; empty where there is none that can be read."""
    try:
        return outline(path).header.id if path.is_file() else ""  # a pipe would be read for ever
    except DocumentError:
        return ""


def _beside(path: Path) -> Iterator[tuple[Path, Path]]:
    """What a document is called, by its own name and where it was called by a link by that, with each file there."""
    for called in dict.fromkeys((path.absolute(), path.resolve())):
        yield from ((called, file) for file in list(called.parent.iterdir()))


def _torn(path: Path) -> Iterator[Path]:
    return (file for called, file in _beside(path) if names.is_torn(file.name, called))


def _drafts(path: Path, conversation: str) -> Iterator[Path]:
    """What was left of a writing that was killed: of the document, of what is made of it, and of a copy of it."""
    for called, file in _beside(path):
        written = names.written_as(file.name)
        is_ours = written in (called.name, names.standing_of(called).name) or names.is_torn(written, called)
        if is_ours or names.is_of(written, called) or (written and _holds(file, conversation)):
            yield file


def _made_of(path: Path, conversation: str) -> Iterator[Path]:
    """The files beside a document that were made of it, and others of the same conversation."""
    found = {file for called, file in _beside(path) if _is_made_of(file, called, conversation)}
    return (file for file in sorted(found) if file.resolve() != path.resolve())


def _is_made_of(file: Path, document: Path, conversation: str) -> bool:
    if names.is_of(file.name, document):
        # 'school 2.txt' may as well be the text of 'school 2.lobgids'.
        return file.stem == document.stem or not file.with_suffix(names.SUFFIX).exists()
    is_document = file.name.endswith((names.SUFFIX, names.standing_of(Path(names.SUFFIX)).name))
    return is_document and _holds(file, conversation)


def _holds(file: Path, conversation: str) -> bool:
    """Whether a file is of this conversation; empty where that is not known."""
    return bool(conversation) and _conversation(file) == conversation
