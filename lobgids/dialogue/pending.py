"""An event to be, before it is kept."""

from typing import Any, NamedTuple

from lobgids.log.events import EventKind
from lobgids.log.state import Proposal


class PendingEvent(NamedTuple):
    """An event to be: its kind, ask and value, and the asks whose answers fall with it."""

    kind: EventKind
    ask: str
    value: Any = None
    drops: tuple[str, ...] = ()


def proposing(proposal: Proposal) -> PendingEvent:
    """The event of an answer that waits to be confirmed."""
    value = {"words": proposal.words, "choices": list(proposal.choices), "doubts": list(proposal.doubts)}
    return PendingEvent("proposed", proposal.ask, value)
