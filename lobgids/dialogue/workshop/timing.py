"""What the facilitator of a workshop may know of the time: what comes next, and kindly that it runs late."""

from collections.abc import Iterator

from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import agenda
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Component

LATE = 5
"""Minutes behind the agenda from which it is said."""


def on_time(view: View, here: str, since: int | None) -> Iterator[str]:
    """What comes next at the item `here` of the agenda, `since` minutes after the beginning, and what could be left.

    Nothing before it began.
    """
    slots = agenda.slots(view)
    place = next((number for number, slot in enumerate(slots) if slot.id == here), None)
    if place is None or since is None:
        return
    seed, ends = view.header.seed, slots[place].start + slots[place].minutes
    left = max(0, ends - since)
    if after := next(iter(slots[place + 1 :]), None):
        yield phrase(view.base, "timing.next", seed, now=since, minutes=left, after=after.name)
    else:
        yield phrase(view.base, "timing.last", seed, now=since, minutes=left)
    if since - ends < LATE:
        return
    if dropped := could_drop(view, here):
        yield phrase(view.base, "timing.late_drop", seed, minutes=since - ends, component=dropped.name)
    else:
        yield phrase(view.base, "timing.late", seed, minutes=since - ends)


def could_drop(view: View, here: str) -> Component | None:
    """The component still to come that can best be left out: the last one whose pillar came by, else the last one."""
    planned = agenda.components(view)
    ids = [component.id for component in planned]
    begun = planned[: ids.index(here) + 1] if here in ids else planned
    left = [component for component in planned if component not in begun and not view.votes(component)]
    seen = {component.pillar for component in begun}
    again = [component for component in left if component.pillar in seen]
    return next(reversed(again or left), None)
