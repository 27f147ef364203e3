"""Erasing a document, with all that lobgids itself put beside it, or only some of its events.

What was made of it for others, a report or a copy, stays, and is returned.
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
    """What still holds something of an erased document: files beside it, and perhaps another name of its own file."""

    stays: tuple[Path, ...]
    has_other_name: bool


def erase(path: Path) -> Erased:
    """Remove a document for good, and the link if `path` is one; what fails half-way can be tried again.

    Raises `DocumentError`: `foreign` for a file that is no document, `locked` for one that is being written.
    """
    conversation, real = _checked(path), path.resolve()
    with locked(path):
        has_other_name = real.stat().st_nlink > 1
        for file in [*_drafts(path, conversation), *_torn(path)]:
            file.unlink(missing_ok=True)
        if _holds(names.standing_of(real), conversation):
            names.standing_of(real).unlink()
        stays = tuple(_made_of(path, conversation))
        real.unlink()  # last: without it the rest would not be found when this is tried again
        if path.is_symlink():
            path.unlink()
    return Erased(stays, has_other_name)


def erase_events(path: Path, left: Callable[[Sequence[Event]], Sequence[Event | None]]) -> Erased:
    """Replace the events of a document by what `left` returns for each (None: nothing), in one step.

    Raises `DocumentError`, also for a document of a newer format.
    """
    conversation, real = outline(path).header.id, path.resolve()
    with locked(path):
        has_other_name, before = real.stat().st_nlink > 1, real.read_bytes()
        rewrite(real, left)
        for draft in _drafts(path, conversation):
            draft.unlink(missing_ok=True)
        standing = names.standing_of(real)
        if standing.exists() and set(standing.read_bytes().split(b"\n")) <= set(before.split(b"\n")):
            standing.unlink()
        return Erased(tuple(_made_of(path, conversation)), has_other_name)


def _checked(path: Path) -> str:
    """The id of the conversation in a document; empty if a newer lobgids wrote it, which can be erased as well.

    Raises `DocumentError` if it is no document.
    """
    try:
        return outline(path).header.id
    except DocumentError as error:
        if error.reason != "newer":
            raise
        return ""


def _conversation(path: Path) -> str:
    """The id of the conversation in a file; empty if there is none that can be read."""
    try:
        return outline(path).header.id if path.is_file() else ""  # a pipe would be read for ever
    except DocumentError:
        return ""


def _beside(path: Path) -> Iterator[tuple[Path, Path]]:
    """Each file beside a document, with the path of the document there: that of a link, if it is one, and its own."""
    for document in dict.fromkeys((path.absolute(), path.resolve())):
        yield from ((document, file) for file in list(document.parent.iterdir()))


def _torn(path: Path) -> Iterator[Path]:
    """The files with what was set aside from a document."""
    return (file for document, file in _beside(path) if names.is_torn(file.name, document))


def _drafts(path: Path, conversation: str) -> Iterator[Path]:
    """Drafts that a killed process left: of the document, of what is made of it, and of a copy of it."""
    for document, file in _beside(path):
        name = names.written_as(file.name)
        is_ours = name in (document.name, names.standing_of(document).name) or names.is_torn(name, document)
        if is_ours or names.is_of(name, document) or (name and _holds(file, conversation)):
            yield file


def _made_of(path: Path, conversation: str) -> Iterator[Path]:
    """The files beside a document that were made of it, and others of the same conversation."""
    found = {file for document, file in _beside(path) if _is_made_of(file, document, conversation)}
    return (file for file in sorted(found) if file.resolve() != path.resolve())


def _is_made_of(file: Path, document: Path, conversation: str) -> bool:
    if names.is_of(file.name, document):
        # 'school 2.txt' may as well be the text of 'school 2.lobgids'.
        return file.stem == document.stem or not file.with_suffix(names.SUFFIX).exists()
    is_document = file.name.endswith((names.SUFFIX, names.standing_of(Path(names.SUFFIX)).name))
    return is_document and _holds(file, conversation)


def _holds(file: Path, conversation: str) -> bool:
    """Whether a file holds this conversation; False if the id is empty, that is, not known."""
    return bool(conversation) and _conversation(file) == conversation
