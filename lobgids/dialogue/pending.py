"""An event to be, before it is kept."""

from typing import Any, NamedTuple

from lobgids.log.events import EventKind


class PendingEvent(NamedTuple):
    """An event to be: its kind, ask and value, and the asks whose answers fall with it."""

    kind: EventKind
    ask: str
    value: Any = None
    drops: tuple[str, ...] = ()
