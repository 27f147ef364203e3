"""How the guide speaks in a track: what it says to a group or to a new mentor instead of to a decaan."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from lobgids.kb.entries import KnowledgeBase, Phrase, Question
from lobgids.kb.files import BY_TRACK, fields_heard

Worded = TypeVar("Worded", Phrase, Question)


def spoken_to(base: KnowledgeBase, track: str) -> KnowledgeBase:
    """The knowledge base as a track words it: an entry `workshop.ID` says in a workshop what `ID` says elsewhere.

    What only one track says needs no such name, and has none: it stands in a file of that track.
    """
    worded = {field: () for folder in BY_TRACK for field in fields_heard(folder)}
    for folder in BY_TRACK:
        heard = [entry for field in fields_heard(folder, track) for entry in getattr(base, field)]
        worded[f"{folder}_shared"] = _worded(heard, f"{track}.")
    return replace(base, **worded)


def _worded(entries: Sequence[Worded], prefix: str) -> tuple[Worded, ...]:
    own = {entry.id.removeprefix(prefix): entry for entry in entries if entry.id.startswith(prefix)}
    return tuple(
        _instead(entry, own[entry.id], prefix) if entry.id in own else entry
        for entry in entries
        if not entry.id.startswith(prefix)
    )


def _instead(entry: Worded, own: Worded, prefix: str) -> Worded:
    """The words of one entry under the id of another; a question without options of its own keeps those."""
    if not isinstance(own, Question):
        return replace(own, id=entry.id)
    options = tuple(replace(option, id=option.id.removeprefix(prefix)) for option in own.options)
    return replace(own, id=entry.id, options=options or getattr(entry, "options", ()))
