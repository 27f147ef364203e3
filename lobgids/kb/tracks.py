"""The words of a track: what the guide says to a group or to a new mentor instead of to a decaan."""

from functools import lru_cache, partial
from typing import Any, TypeVar

from msgspec.structs import replace

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.files import fields_used
from lobgids.kb.schema.guide import Phrase, Question

Worded = TypeVar("Worded", Phrase, Question)


@lru_cache(maxsize=8)  # for the languages that are spoken, and the tracks
def spoken_to(base: KnowledgeBase, track: str) -> KnowledgeBase:
    """The knowledge base as a track words it: in a workshop, `workshop.ID` takes the place of the entry `ID`.

    What only one track says needs no such id: it stands in a file of that track.
    """
    return _Spoken(base, track)


class _Spoken(KnowledgeBase):
    """The same parts; of the phrases and questions only those that the track uses are unpacked."""

    def __init__(self, base: KnowledgeBase, track: str) -> None:
        super().__init__(partial(getattr, base))
        self._track = track

    def _entries_of(self, folder: str) -> dict[str, Any]:
        entries = [entry for field in fields_used(folder, self._track) for entry in getattr(self, field)]
        return _worded({entry.id: entry for entry in entries}, f"{self._track}.")


def _worded(entries: dict[str, Worded], prefix: str) -> dict[str, Worded]:
    """Entries by id, each with the words of its entry for the track (`workshop.ID`), if there is one."""
    return {
        entry_id: _reworded(entry, entries[prefix + entry_id], prefix) if prefix + entry_id in entries else entry
        for entry_id, entry in entries.items()
        if not entry_id.startswith(prefix)
    }


def _reworded(entry: Worded, own: Worded, prefix: str) -> Worded:
    """The track's own entry under the id of the other; a question without own options takes those of the other."""
    if not isinstance(own, Question):
        return replace(own, id=entry.id)
    options = tuple(replace(option, id=option.id.removeprefix(prefix)) for option in own.options)
    return replace(own, id=entry.id, options=options or getattr(entry, "options", ()))
