"""The agenda of a workshop: what is done in which order, and how many minutes are planned for it."""

from collections.abc import Iterator
from typing import NamedTuple

from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.school import Component

COMPONENT = 13
"""Minutes for a component: reading, thinking in silence, voting, looking, talking, and a sentence."""

TALK = 6
"""The minutes of `COMPONENT` that are for the talk itself."""

ROLES = 15
TIME, AGREED, ITEMS = "setup.time", "setup.agenda", "setup.items"
WITH_ROLES = "agenda.with-roles"
COMPONENT_OPTION = "agenda."


class Times(NamedTuple):
    """How a session is divided: `components` is a number of components, all others are minutes."""

    open: int
    components: int
    picture: int
    plan: int
    close: int
    roles: bool = False


TIMES = {
    "time.60": Times(open=5, components=2, picture=10, plan=12, close=7),
    "time.90": Times(open=5, components=4, picture=10, plan=15, close=8),
    "time.120": Times(open=5, components=5, picture=10, plan=17, close=8, roles=True),
}
USUAL = "time.90"


class Slot(NamedTuple):
    """Something on the agenda: its minutes, and the minute at which it is planned to begin.

    The id is that of a component, or of the step that it begins with.
    """

    id: str
    name: str
    minutes: int
    start: int


def times(view: View) -> Times:
    """How this session is divided."""
    return TIMES.get(str(view.state.value(TIME)), TIMES[USUAL])


def components(view: View) -> list[Component]:
    """The components on the agenda, in the order in which they are done."""
    known = in_order(view)
    chosen = view.ids(ITEMS)
    if chosen:
        return [component for component in known if f"{COMPONENT_OPTION}{component.id}" in chosen]
    return known[: times(view).components]


def in_order(view: View) -> list[Component]:
    """All components in the order in which a workshop takes them: first what everyone has seen."""
    by_number = {component.number: component for component in view.base.components}
    return [by_number[entry.component] for entry in view.base.facilitation if entry.component in by_number]


def has_roles(view: View) -> bool:
    """Whether who does what is on the agenda."""
    chosen = view.ids(ITEMS)
    return WITH_ROLES in chosen if chosen else times(view).roles


def slots(view: View) -> tuple[Slot, ...]:
    """The agenda with its minutes."""
    start, found = 0, []
    for id_, name, minutes in _planned(view):
        found.append(Slot(id_, name, minutes, start))
        start += minutes
    return tuple(found)


def _planned(view: View) -> Iterator[tuple[str, str, int]]:
    divided = times(view)
    yield "setup", _name(view, "open"), divided.open
    yield from ((component.id, component.name, COMPONENT) for component in components(view))
    if has_roles(view):
        yield "roles", _name(view, "roles"), ROLES
    yield "picture", _name(view, "picture"), divided.picture
    yield "ambition", _name(view, "plan"), divided.plan
    yield "closing", _name(view, "close"), divided.close


def _name(view: View, what: str) -> str:
    return phrase(view.base, f"agenda.{what}", view.header.seed)


def in_lines(view: View) -> str:
    """The agenda as lines, each with its minutes."""
    return "\n".join(
        phrase(view.base, "agenda.line", slot.id, minutes=slot.minutes, name=slot.name) for slot in slots(view)
    )


def total(view: View) -> int:
    """The minutes that the agenda takes."""
    return sum(slot.minutes for slot in slots(view))


def time_available(view: View) -> int:
    """The minutes that there are for the whole session."""
    value = str(view.state.value(TIME))
    return int((value if value in TIMES else USUAL).rpartition(".")[2])
