"""Where a conversation is and how each component stands, for the front ends: plain data, and no evidence in it."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from lobgids.dialogue import agenda
from lobgids.dialogue.asking import chapter_of
from lobgids.dialogue.machine import STEPS
from lobgids.dialogue.phrasing import phrase
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.state import PICTURE
from lobgids.dialogue.steps import BEFORE_PICTURE, asks_of_step
from lobgids.dialogue.view import BETWEEN, SHORT_MOST, SITUATION, View
from lobgids.kb.entries import Component, Pillar

Standing = Literal["open", "answered", "wished", "unknown"]
Founded = Literal["", "impression", "heard", "seen"]

_SLOTS = {
    "welcome": "setup", "pillar": "picture", "roles": "roles", "picture": "picture", "ambition": "ambition",
    "advice": "ambition", "evaluation": "ambition", "closing": "closing",
}  # fmt: skip
STOPS = ("opening", "school", "lob", "role", "practice", "can", "learn", "autumn")
"""The stops of a mentor's way, which are steps of its machine."""

_CHAPTERS: dict[str, tuple[str, ...]] = {
    "assignment": ("welcome", "assignment"), "pillar": ("pillar",), "roles": ("roles",), "picture": ("picture",),
    "ambition": ("ambition",), "competences": ("competences", "learning"), "advice": ("advice",),
    "evaluation": ("evaluation", "closing"),
}  # fmt: skip
"""The stops of a decaan's way, which are steps of its machine, each with the chapters that it stands for."""
CHAPTERS = tuple(stop for stop in _CHAPTERS if stop != "pillar")
"""Those that one can go to by their name; to the school one goes by its components."""
_NOT_IN_SHORT = frozenset({"competences"})

_SERIES = {"roles": "roles", "ambition": "ambition", "competences": "competences", "advice": "plan"}
"""The chapters that ask a series of the same, each with the step that holds it."""

HEARD = frozenset({"documents", "colleagues"})

CHAPTERS_BEFORE_PICTURE = frozenset(STEPS[step] for step in BEFORE_PICTURE)


class ComponentState(Struct, frozen=True, kw_only=True):
    """How one component stands. `state` is "unknown" where it was said that one does not know yet.

    It is "wished" where it was said how one would like it to be, which tells nothing of how it is.
    `founded` tells the best of what the answer rests on: seen (in lessons or lately, or students told it), heard (on
    paper or from colleagues), or an impression (also where nothing was said of it); it is empty where there is no
    answer. `is_present`: the open question is about it. `is_unseen`: it is marked as not
    yet seen in practice. `clashes`: its answer is hard to rhyme with another one.
    """

    id: str
    number: int
    name: str
    pillar: str
    state: Standing
    founded: Founded
    is_present: bool
    is_unseen: bool
    clashes: bool


class PillarState(Struct, frozen=True, kw_only=True):
    """One of the four pillars, numbered from 1, with its components in order."""

    id: str
    number: int
    name: str
    components: tuple[ComponentState, ...]


class ModelName(Struct, frozen=True, kw_only=True):
    """The name of one of the three models."""

    number: int
    name: str


class Stop(Struct, frozen=True, kw_only=True):
    """A stop on the way through a track: a chapter or a component, with the minutes planned for it and before it.

    The minutes are 0 where nothing is planned. `number` of `count` is where one is in a series of the same, such as
    the fifth of twelve components; both are 0 where there is none.
    """

    id: str
    name: str
    state: Literal["done", "present", "open"]
    minutes: int = 0
    start: int = 0
    number: int = 0
    count: int = 0


class Overview(Struct, frozen=True, kw_only=True):
    """A conversation at a glance.

    `chapter` and `pillar` are those of the open question, empty where it has none or there is none. `answered` counts
    the asks that were answered or skipped; `progress` goes from 0 to 1, where the conversation is finished.
    `shows_direction`: the picture was reached, so that a direction can no longer colour the answers. `path` are the
    stops of a track that is shown as a way, in order; a decaan's is shown by its pillars, its chapters are `chapters`.
    """

    pillars: tuple[PillarState, ...]
    models: tuple[ModelName, ...]
    chapter: str
    pillar: str
    answered: int
    progress: float
    shows_direction: bool
    path: tuple[Stop, ...] = ()
    chapters: tuple[Stop, ...] = ()


def overview(view: View, ask: Ask | None) -> Overview:
    """The conversation at a glance, with `ask` as the open question (None where it is finished)."""
    if view.header.track == "mentor":
        return _of_mentor(view, ask)
    clashing = frozenset(description.id for pair in view.clashes() for description in pair)
    return Overview(
        pillars=tuple(_pillar(view, *numbered, ask, clashing) for numbered in enumerate(view.base.pillars, 1)),
        models=tuple(ModelName(number=model.model, name=model.name) for model in view.base.models),
        chapter=ask.chapter if ask else "",
        pillar=ask.pillar if ask else "",
        answered=len(view.state.answers),
        progress=ask.progress if ask else 1.0,
        shows_direction=_shows_direction(view, ask),
        path=_of_group(view, ask) if view.is_group else (),
        chapters=() if view.is_group else tuple(_chapters(view, ask)),
    )


def _chapters(view: View, ask: Ask | None) -> Iterator[Stop]:
    """The chapters of a decaan's conversation; one that 'conclude now' passed by stays open."""
    answered = {chapter_of(given) for given in view.state.answers}
    chapter = ask.chapter if ask else ""
    for stop, chapters in _CHAPTERS.items():
        if view.is_short and stop in _NOT_IN_SHORT:
            continue
        is_here = chapter in chapters
        number, count = _series(view, ask) if ask and is_here else (0, 0)
        yield Stop(
            id=stop, name=phrase(view.base, f"{stop}.stop", view.header.seed), number=number, count=count,
            state="present" if is_here else "done" if answered & set(chapters) else "open",
        )  # fmt: skip


def _series(view: View, ask: Ask) -> tuple[int, int]:
    """Which one of how many the open question is; nothing where it is none of a series."""
    if ask.chapter == "pillar":
        others = [one for one in view.base.components if one.number != ask.component]
        done = sum(view.is_answered(f"{one.id}.{SITUATION}") for one in others)
        return (done + 1, SHORT_MOST if view.is_short else len(view.base.components)) if ask.component else (0, 0)
    asks = asks_of_step(view, _SERIES.get(ask.chapter, ""))
    return (asks.index(ask.id) + 1, len(asks)) if ask.id in asks and len(asks) > 1 else (0, 0)


def _of_group(view: View, ask: Ask | None) -> tuple[Stop, ...]:
    """The agenda of a workshop, and where it is."""
    slots = agenda.slots(view)
    ids = [slot.id for slot in slots]
    here = len(ids) if ask is None else ids.index(slot) if (slot := _slot_of(ask)) in ids else -1
    return tuple(
        Stop(id=slot.id, name=slot.name, minutes=slot.minutes, start=slot.start,
             state="present" if place == here else "done" if _is_done(view, slot.id, place, here) else "open")
        for place, slot in enumerate(slots)
    )  # fmt: skip


def _is_done(view: View, slot: str, place: int, here: int) -> bool:
    """Whether a component was voted on, or anything else lies behind."""
    component = view.component(slot)
    return bool(view.votes(component)) if component else place < here


def _slot_of(ask: Ask) -> str:
    """The id of the item on the agenda that a question belongs to."""
    return f"c{ask.component:02}" if ask.component else _SLOTS[ask.chapter]


def _of_mentor(view: View, ask: Ask | None) -> Overview:
    """A mentor's conversation is a way with stops: it has no pillars, and no direction to show."""
    chapter = ask.chapter if ask else ""
    return Overview(
        pillars=(),
        models=(),
        chapter=chapter,
        pillar="",
        answered=len(view.state.answers),
        progress=ask.progress if ask else 1.0,
        shows_direction=False,
        path=tuple(_stop(view, step, chapter) for step in STOPS),
    )


def _stop(view: View, step: str, chapter: str) -> Stop:
    asks = asks_of_step(view, step)
    is_done = bool(asks) and all(view.is_answered(ask) for ask in asks)
    state: Literal["done", "present", "open"] = "present" if step == chapter else "done" if is_done else "open"
    return Stop(id=step, name=phrase(view.base, f"{step}.stop", view.header.seed), state=state)


def _shows_direction(view: View, ask: Ask | None) -> bool:
    if PICTURE in view.state.answers or view.state.concluded:
        return True
    return ask is None or ask.chapter not in CHAPTERS_BEFORE_PICTURE


def _pillar(view: View, number: int, pillar: Pillar, ask: Ask | None, clashing: frozenset[str]) -> PillarState:
    components = tuple(_component(view, component, ask, clashing) for component in view.components_of(pillar))
    return PillarState(id=pillar.id, number=number, name=pillar.name, components=components)


def _component(view: View, component: Component, ask: Ask | None, clashing: frozenset[str]) -> ComponentState:
    state = _state(view, component)
    return ComponentState(
        id=component.id,
        number=component.number,
        name=component.name,
        pillar=component.pillar,
        state=state,
        founded=_founded(view, component) if state == "answered" else "",
        is_present=ask is not None and ask.component == component.number,
        is_unseen=view.is_unseen(component),
        clashes=any(description.id in clashing for description in view.chosen(component)),
    )


def _state(view: View, component: Component) -> Standing:
    if view.chosen(component):
        return "answered"
    if view.wished(component):
        return "wished"
    asked = f"{component.id}.{SITUATION}"
    between = f"{component.id}.{BETWEEN}"
    if view.state.value(asked) == between:  # half an answer, until it is said what it is in between of
        asked = between
    if view.is_group and not view.votes(component) and view.state.value(asked):  # votes that nobody has seen
        return "open"
    return "unknown" if view.is_answered(asked) else "open"


def _founded(view: View, component: Component) -> Founded:
    if view.is_seen(component):
        return "seen"
    return "heard" if view.bases(component) & HEARD else "impression"
