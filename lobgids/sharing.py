"""What goes into a copy for others that shall hold no word that anybody typed."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from lobgids.dialogue.events import Event
from lobgids.dialogue.state import ANSWERING
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.kb.lookup import all_entries

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def without_words(view: View, events: Sequence[Event]) -> Iterator[Event]:
    """The events without notes, quotes, free texts and the name of the school; `view` is what they come to.

    A text stays an answer, an empty one, so that the question is not asked again. Only what surely is nobody's own
    text is copied: options, numbers, days, yes and no.
    """
    drafts = {ask: draft_of(view, ask) for ask in {event.ask for event in events}}
    offered = {option.id for draft in drafts.values() if draft for option in draft.options}
    known = frozenset(offered | {entry.id for entry in all_entries(view.base)})
    for event in events:
        draft = drafts[event.ask]
        if event.kind in ANSWERING and event.value is not None:
            is_text = draft is not None and draft.kind == "text"
            yield replace(event, value="" if is_text else _chosen(event.value, known))
        elif event.kind != "noted":
            yield event


def _chosen(value: Any, known: frozenset[str]) -> Any:
    """What of a value is no text of one's own."""
    match value:
        case {"choice": choice}:
            return _chosen(choice, known)
        case list():
            return [one for one in value if isinstance(one, str) and one in known]
        case str():
            return value if value in known or _DAY.fullmatch(value) else ""
        case bool() | int() | None:
            return value
    return ""
