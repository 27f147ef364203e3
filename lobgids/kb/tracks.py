"""How the guide speaks in a track: what it says to a group or to a new mentor instead of to a decaan."""

from functools import partial
from typing import Any, TypeVar

from msgspec.structs import replace

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.files import fields_heard
from lobgids.kb.schema.guide import Phrase, Question

Worded = TypeVar("Worded", Phrase, Question)


def spoken_to(base: KnowledgeBase, track: str) -> KnowledgeBase:
    """The knowledge base as a track words it: an entry `workshop.ID` says in a workshop what `ID` says elsewhere.

    What only one track says needs no such name, and has none: it stands in a file of that track.
    """
    return _Spoken(base, track)


class _Spoken(KnowledgeBase):
    """The same parts, of which only the words that a track hears are unpacked."""

    def __init__(self, base: KnowledgeBase, track: str) -> None:
        super().__init__(partial(getattr, base))
        self._track = track

    def _heard(self, folder: str) -> dict[str, Any]:
        heard = [entry for field in fields_heard(folder, self._track) for entry in getattr(self, field)]
        return _worded({entry.id: entry for entry in heard}, f"{self._track}.")


def _worded(entries: dict[str, Worded], prefix: str) -> dict[str, Worded]:
    """Entries by id, with the words of `workshop.ID` under ID."""
    return {
        own_id: _instead(entry, entries[prefix + own_id], prefix) if prefix + own_id in entries else entry
        for own_id, entry in entries.items()
        if not own_id.startswith(prefix)
    }


def _instead(entry: Worded, own: Worded, prefix: str) -> Worded:
    """The words of one entry under the id of another; a question without options of its own keeps those."""
    if not isinstance(own, Question):
        return replace(own, id=entry.id)
    options = tuple(replace(option, id=option.id.removeprefix(prefix)) for option in own.options)
    return replace(own, id=entry.id, options=options or getattr(entry, "options", ()))
