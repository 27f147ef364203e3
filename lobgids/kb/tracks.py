"""How the guide speaks in a track: what it says to a group or to a new mentor instead of to a decaan."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from lobgids.kb.entries import KnowledgeBase, Phrase, Question

Worded = TypeVar("Worded", Phrase, Question)


def spoken_to(base: KnowledgeBase, track: str) -> KnowledgeBase:
    """The knowledge base as a track words it: an entry `workshop.ID` says in a workshop what `ID` says elsewhere.

    What only one track says needs no such name, and has none.
    """
    return replace(
        base,
        phrases=_worded(base.phrases, f"{track}."),
        questions=_worded(base.questions, f"{track}."),
        report=_worded(base.report, f"{track}."),
    )


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
