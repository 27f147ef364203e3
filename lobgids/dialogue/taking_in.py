"""What a decaan takes from a group's conversation into a new one of their own: sums, and what these rest on."""

from collections.abc import Iterator, Sequence
from typing import Any

from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.track import Track
from lobgids.dialogue.view import View
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS, SCHOOL_NAME
from lobgids.log.events import Event


def of_group(view: View) -> list[PendingEvent]:
    """Of each component that most of the group know its last votes, and the school; empty if nothing is known.

    The votes come with the sentence that was agreed on and with how the group knows it, and not by group. The school
    comes last, or the question for it: the conversation begins there.
    """
    voted = [event for component in view.known for event in _voted(view, component)]
    name = view.state.value(SCHOOL_NAME)
    school = PendingEvent("answered" if name else "jumped", SCHOOL_NAME, name)
    return [*voted, school] if voted else []


def _voted(view: View, component: Component) -> Iterator[PendingEvent]:
    counts: dict[str, Any] = view.votes(component)[-1].counts
    quote = view.quote(component)
    value = {"choice": counts, "quote": quote} if quote else counts
    yield PendingEvent("voted", ask_ids.situation(component), value)
    basis = ask_ids.of_component(component, BASIS)
    if bases := view.ids(basis):
        yield PendingEvent("answered", basis, bases)


def is_nothing_else(view: View) -> bool:
    """Whether all that stands was taken from a group: nothing was said yet, and one cannot go back further."""
    return bool(view.taken_in) and len(view.state.history) == view.state.last_turn


def is_taken_in(track: Track, events: Sequence[Event]) -> bool:
    """Whether these events were taken from a group: nobody votes in a conversation of one person."""
    return not track.answering.is_vote and any(event.kind == "voted" for event in events)
