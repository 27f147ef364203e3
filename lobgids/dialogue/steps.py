"""What each step of the machine still asks, and which step an ask belongs to."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lobgids.dialogue.chapters import (
    advice,
    ambition,
    assignment,
    closing,
    competences,
    evaluation,
    learning,
    picture,
    pillars,
    roles,
    setup,
    votes,
    welcome,
)
from lobgids.dialogue.chapters.mentor import autumn, can, learn, lob, opening, practice, role, school
from lobgids.dialogue.draft import Draft, NoSuchQuestionError
from lobgids.dialogue.protocol import Track
from lobgids.dialogue.view import View
from lobgids.kb.entries import Component

BEFORE_PICTURE = frozenset(
    {"welcome", "setup", "assignment", "situation", "recent", "probe", "clash", "summary", "roles", "tasks"}
)
OF_AN_ANSWER = frozenset({"situation", "between", "basis", "count", "reveal", "talk", "agreed"})
"""What is asked about an answer that is there, a group's second vote too: it belongs to it also where the answer came
after 'conclude now'."""


OfComponent = Callable[[View, Component], Iterator[str]]
OfAll = Callable[[View], Iterator[str]]
Drafting = Callable[[View, str], Draft]


class Steps(NamedTuple):
    """The steps of a track by name: those that ask about a component, all others, and how each words its asks.

    `left_open` are those that 'conclude now' leaves open.
    """

    of_component: dict[str, OfComponent]
    of_all: dict[str, OfAll]
    drafts: dict[str, Drafting]
    left_open: frozenset[str]


_OF_COMPONENT: dict[str, OfComponent] = {
    "situation": pillars.situation_asks,
    "between": pillars.between_asks,
    "basis": pillars.basis_asks,
    "recent": pillars.recent_asks,
    "probe": pillars.probe_asks,
    "clash": pillars.clash_asks,
}
_OF_ALL: dict[str, OfAll] = {
    "welcome": welcome.asks,
    "assignment": assignment.asks,
    "summary": pillars.summary_asks,
    "roles": roles.theme_asks,
    "tasks": roles.task_asks,
    "picture": picture.asks,
    "ambition": ambition.asks,
    "competences": competences.asks,
    "learning": learning.asks,
    "advice": advice.asks,
    "plan": advice.plan_asks,
    "evaluation": evaluation.asks,
    "closing": closing.asks,
}
_DRAFTS: dict[str, Drafting] = {
    "welcome": welcome.draft,
    "assignment": assignment.draft,
    "situation": pillars.situation,
    "between": pillars.between,
    "basis": pillars.basis,
    "recent": pillars.recent,
    "probe": pillars.probe,
    "clash": pillars.clash,
    "summary": pillars.summary,
    "roles": roles.theme,
    "tasks": roles.tasks,
    "picture": picture.draft,
    "ambition": ambition.draft,
    "competences": competences.draft,
    "learning": learning.draft,
    "advice": advice.draft,
    "plan": advice.plan,
    "evaluation": evaluation.draft,
    "closing": closing.draft,
}

_WORKSHOP = Steps(
    of_component={
        "situation": votes.situation_asks,
        "count": votes.count_asks,
        "reveal": votes.reveal_asks,
        "talk": votes.talk_asks,
        "agreed": votes.agreed_asks,
        "basis": pillars.basis_asks,
    },
    of_all={
        "setup": setup.asks,
        "summary": votes.summary_asks,
        "roles": roles.talked_asks,
        "picture": picture.talked_asks,
        "ambition": ambition.asks,
        "advice": advice.asks,
        "plan": advice.plan_asks,
        "evaluation": evaluation.asks,
        "closing": closing.round_asks,
    },
    drafts={
        **_DRAFTS,
        "setup": setup.draft,
        "situation": votes.situation,
        "count": votes.count,
        "reveal": votes.reveal,
        "talk": votes.talk,
        "agreed": votes.agreed,
        "roles": roles.talked,
    },
    left_open=BEFORE_PICTURE - {"situation"},  # of which `votes` leaves the first vote open, never a second one
)
_MENTOR_ALL: dict[str, OfAll] = {
    "welcome": welcome.mentor_asks,
    "opening": opening.asks,
    "school": school.asks,
    "lob": lob.asks,
    "role": role.asks,
    "practice": practice.asks,
    "can": can.asks,
    "learn": learn.asks,
    "autumn": autumn.asks,
}
_MENTOR_DRAFTS: dict[str, Drafting] = {
    "welcome": welcome.draft,
    "opening": opening.draft,
    "school": school.draft,
    "lob": lob.draft,
    "role": role.draft,
    "practice": practice.draft,
    "can": can.draft,
    "learn": learn.draft,
    "autumn": autumn.draft,
}
_TRACKS: dict[Track, Steps] = {
    "decaan": Steps(_OF_COMPONENT, _OF_ALL, _DRAFTS, BEFORE_PICTURE),
    "workshop": _WORKSHOP,
    "mentor": Steps({}, _MENTOR_ALL, _MENTOR_DRAFTS, frozenset(_MENTOR_ALL) - {"autumn"}),
}


def open_asks(step: str, view: View, component: Component | None = None) -> Iterator[str]:
    """The ids of the asks of a step that have no answer yet, in order; `component` is where the conversation is."""
    concluded, steps = view.state.concluded, _TRACKS[view.header.track]
    if concluded == "end" or (concluded and step in steps.left_open) or _is_passed_by(step, view, component):
        return iter(())
    if step in steps.of_component:
        found = steps.of_component[step](view, component) if component else iter(())
    else:
        found = steps.of_all[step](view) if step in steps.of_all else iter(())
    return (ask for ask in found if not view.is_answered(ask))


def asks_of_step(view: View, step: str) -> list[str]:
    """The asks of a step that is not about a component, answered or not; none where the track has no such step."""
    steps = _TRACKS[view.header.track]
    return list(steps.of_all[step](view)) if step in steps.of_all else []


def _is_passed_by(step: str, view: View, component: Component | None) -> bool:
    """Whether 'conclude now' passed by what belongs to an answer; it does not where the answer came after it."""
    if not view.state.concluded or step not in OF_AN_ANSWER:
        return False
    last = view.state.history[-1].ask if view.state.history else ""
    return component is None or not last.startswith(f"{component.id}.")


def step_of(ask: str) -> str:
    """The step that an ask belongs to, by its id."""
    head, _, rest = ask.partition(".")
    if rest in ("summary", "correct"):
        return "summary"
    if head[:1] == "c" and head[1:].isdigit():
        return "between" if rest == pillars.WHERE else rest.partition(".")[0]
    if ask == advice.ACTIONS:
        return "advice"
    return {"theme": "roles", "competence": "competences", "newcomer": "school"}.get(head, head)


def draft_of(view: View, ask: str) -> Draft | None:
    """The question behind an ask id, or nothing where the knowledge base has none (any more)."""
    build = _TRACKS[view.header.track].drafts.get(step_of(ask))
    try:
        return build(view, ask) if build else None
    except NoSuchQuestionError as error:
        if error.ask != ask:  # one that we look up by its name is missing, which is no fault of the document
            raise
        return None
