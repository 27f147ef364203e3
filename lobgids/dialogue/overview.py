"""Where a conversation is and how each component stands, for the front ends: plain data, and no evidence in it."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.view import View
from lobgids.i18n import N_, Language
from lobgids.kb.schema.school import Component, Pillar
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BETWEEN, PICTURE
from lobgids.school.sayings import told_instead

AnswerState = Literal["open", "answered", "wished", "absent", "unknown"]
Founded = Literal["", "impression", "heard", "seen"]

HEARD = frozenset({"documents", "colleagues"})


class ComponentState(Struct, frozen=True, kw_only=True):
    """How one component stands. `state` is "unknown" if one said that one does not know yet.

    Who tells it in own words that fit no answer does know: then it is "answered". It is "wished" if one said how one
    would like it to be, which says nothing about how it is, and "absent" if one said that no such thing happens.
    `founded` is the best of what the answer rests on: seen (in lessons or lately, or students told it), heard (on
    paper or from colleagues), or an impression (also where nothing was said of it); it is empty if there is no
    answer, or if it is still to be asked. `is_present`: the open question is about it. `is_unseen`: it is marked as not
    yet seen in practice. `clashes`: its answer and another one contradict each other. `in_words` says the same shortly.
    """

    id: str
    number: int
    name: str
    pillar: str
    state: AnswerState
    founded: Founded
    is_present: bool
    is_unseen: bool
    clashes: bool
    in_words: str = ""


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

    The minutes are 0 if nothing is planned. `number` of `count` is where one is in a series of the same, such as
    the fifth of twelve components, `series` the same in words; both are 0 where there is none.
    """

    id: str
    name: str
    state: Literal["done", "present", "open"]
    minutes: int = 0
    start: int = 0
    number: int = 0
    count: int = 0
    series: str = ""


class Overview(Struct, frozen=True, kw_only=True, tag_field="type", tag="overview"):
    """A conversation at a glance.

    `chapter` and `pillar` are those of the open question, empty if it has none or none is open. `answered` counts
    the asks that were answered or skipped; `progress` goes from 0 to 1, where the conversation is finished.
    `names_stages`: the picture was reached, so that the names of the stages can no longer colour the answers;
    `shows_direction`: nor can the way that the answers point, and this track shows it. `path` are the stops of a track
    that is shown as a way, in order; a decaan's is shown by its pillars, its chapters are `chapters`.
    """

    pillars: tuple[PillarState, ...]
    models: tuple[ModelName, ...]
    chapter: str
    pillar: str
    answered: int
    progress: float
    names_stages: bool
    shows_direction: bool
    path: tuple[Stop, ...] = ()
    chapters: tuple[Stop, ...] = ()


_FOUNDED = {
    "": N_("beantwoord"),
    "impression": N_("een indruk"),
    "heard": N_("gehoord of gelezen"),
    "seen": N_("gezien"),
}
_STANDING = {
    "wished": N_("een wens"),
    "absent": N_("gebeurt niet"),
    "unknown": N_("weet ik nog niet"),
    "open": N_("nog open"),
}
"""How a component stands, by what an answer is founded on, and without an answer by its state."""


def overview(view: View, ask: Ask | None, *, with_chapters: bool = True) -> Overview:
    """The conversation at a glance, with `ask` as the open question (None if it is finished)."""
    asks_school = view.track.asks_school
    names_stages = asks_school and _names_stages(view, ask)
    clashing = frozenset(description.id for pair in view.clashes() for description in pair)
    pillars = enumerate(view.base.pillars if asks_school else (), 1)
    models = view.base.models if asks_school else ()
    return Overview(
        pillars=tuple(_pillar(view, number, pillar, ask, clashing) for number, pillar in pillars),
        models=tuple(ModelName(number=model.model, name=model.name) for model in models),
        chapter=ask.chapter if ask else "",
        pillar=ask.pillar if ask else "",
        answered=len(view.state.answers),
        progress=ask.progress if ask else 1.0,
        names_stages=names_stages,
        shows_direction=names_stages and view.track.has_direction,
        path=tuple(_in_series(view, stop) for stop in view.track.path(view, ask)),
        chapters=tuple(_in_series(view, stop) for stop in view.track.chapters(view, ask)) if with_chapters else (),
    )


def _in_series(view: View, stop: Stop) -> Stop:
    series = view.language.gettext("{number} van {count}").format(number=stop.number, count=stop.count)
    return replace(stop, series=series) if stop.count else stop


def _names_stages(view: View, ask: Ask | None) -> bool:
    if PICTURE in view.state.answers or view.state.concluded:
        return True
    return ask is None or ask.chapter not in view.track.unstaged


def _pillar(view: View, number: int, pillar: Pillar, ask: Ask | None, clashing: frozenset[str]) -> PillarState:
    components = tuple(_component(view, component, ask, clashing) for component in view.components_of(pillar))
    return PillarState(id=pillar.id, number=number, name=pillar.name, components=components)


def _component(view: View, component: Component, ask: Ask | None, clashing: frozenset[str]) -> ComponentState:
    state = _state(view, component)
    found = ComponentState(
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
    return replace(found, in_words=_in_words(found, view.language))


def _in_words(component: ComponentState, language: Language) -> str:
    """How a component stands, in a few words."""
    _ = language.gettext
    if component.is_present:
        return _("hier ben je nu")
    if component.clashes:
        return _("wringt met een ander antwoord")
    if component.is_unseen:
        return _("nog niet in de praktijk gezien")
    if component.state == "answered":
        return _(_FOUNDED[component.founded])
    return _(_STANDING[component.state])


def _state(view: View, component: Component) -> AnswerState:
    if view.chosen(component):
        return "answered"
    if view.wished(component):
        return "wished"
    if view.is_absent(component):
        return "absent"
    asked = ask_ids.situation(component)
    between = ask_ids.of_component(component, BETWEEN)
    if view.state.value(asked) == between:  # half an answer, until it is said what it is in between of
        asked = between
    if (
        view.track.answering.is_vote and not view.votes(component) and view.state.value(asked)
    ):  # votes that nobody has seen
        return "open"
    if standing := view.state.answers.get(asked):
        return "answered" if standing.heard or told_instead(view, component) else "unknown"
    return "open"


def _founded(view: View, component: Component) -> Founded:
    if view.is_seen(component):
        return "seen"
    is_open = not view.chosen(component) or not view.founding.is_settled(component)
    if is_open and not view.state.concluded:
        return ""
    return "heard" if view.bases(component) & HEARD else "impression"
