"""The track of a workshop: a group votes, talks and makes a plan, by an agenda and with notes for its facilitator."""

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from lobgids.dialogue import telling
from lobgids.dialogue.chapters import advice, ambition, closing, evaluation, picture, roles, setup, votes
from lobgids.dialogue.ending import ending, read_back
from lobgids.dialogue.overview import Stop
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.result import to_result
from lobgids.dialogue.steps import open_asks
from lobgids.dialogue.track import LAST, RouteRow, Track
from lobgids.dialogue.tracks.decaan import AFTER_PICTURE, DECAAN, UNSTAGED, no_deadline, no_stops
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import agenda
from lobgids.dialogue.workshop.guidance import guidance
from lobgids.dialogue.workshop.minutes_data import minutes_data
from lobgids.i18n import N_
from lobgids.log import ask_ids
from lobgids.school.answering import Voting

ROUTE: tuple[RouteRow, ...] = (
    ("setup", "situation", None),
    ("situation", "count", None),
    ("count", "reveal", None),
    ("reveal", "talk", None),
    ("talk", "situation", "has_second_vote"),
    ("talk", "agreed", None),
    ("agreed", "basis", None),
    ("basis", "situation", "has_item"),
    ("basis", "summary", None),
    ("summary", "roles", None),
    ("roles", "picture", None),
    ("picture", "ambition", None),
    ("ambition", "advice", None),
    ("advice", "plan", None),
    ("plan", "closing", None),
    ("evaluation", "closing", None),  # no way leads there: who was in the midst of it goes on to its end
    ("closing", LAST, None),
)

ASKS_A_VOTE = 6
"""A component with a group: vote, reveal, talk, a sentence and what it rests on, and its part of a summary."""

_SLOTS = {
    "welcome": "setup", "pillar": "picture", "roles": "roles", "picture": "picture", "ambition": "ambition",
    "advice": "ambition", "evaluation": "ambition", "closing": "closing",
}  # fmt: skip
"""The item on the agenda that each chapter belongs to."""


def _opening(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """What is said before a question that begins a chapter, a pillar or a component; how one votes at the first one."""
    if ask.id == closing.ROUND:
        yield read_back(view)
    yield from telling.new_chapter(view, before, ask)
    if telling.begins_chapter(before, ask) and ask.chapter == "picture":
        yield from telling.picture(view)
    if not ask.component and ask.pillar:  # a summary begins no pillar
        return
    yield from telling.new_pillar(view, before, ask)
    if telling.begins_component(before, ask) and not any(map(view.votes, view.base.components)):
        way = "votes.hands" if setup.votes_by_hand(view) else "votes.cards"
        yield say(view.base, way, f"{view.header.seed}{ask.id}")
    yield from telling.new_component(view, before, ask)


def _foreseen(view: View) -> int:
    count = sum(1 for step in ("setup", "roles", "summary", *AFTER_PICTURE) for _ in open_asks(step, view))
    left = [component for component in agenda.components(view) if not view.is_answered(ask_ids.situation(component))]
    return count + (0 if view.state.concluded else ASKS_A_VOTE * len(left))


def _path(view: View, ask: Ask | None) -> Iterator[Stop]:
    """The items on the agenda, and which are done."""
    slots = agenda.slots(view)
    ids = [slot.id for slot in slots]
    here = len(ids) if ask is None else ids.index(_slot_of(ask)) if _slot_of(ask) in ids else -1
    for number, slot in enumerate(slots):
        is_done = _is_done(view, slot.id, is_behind=number < here)
        state: Literal["done", "present", "open"] = "present" if number == here else "done" if is_done else "open"
        yield Stop(id=slot.id, name=slot.name, minutes=slot.minutes, start=slot.start, state=state)


def _is_done(view: View, slot: str, *, is_behind: bool) -> bool:
    """Whether a component was voted on, or anything else lies behind."""
    component = view.component(slot)
    return bool(view.votes(component)) if component else is_behind


def _slot_of(ask: Ask) -> str:
    """The id of the item on the agenda that a question belongs to."""
    return ask_ids.subject_of(ask.id) if ask.component else _SLOTS[ask.chapter]


def _group(view: View) -> dict[str, Any]:
    return dict(msgspec.to_builtins(minutes_data(view)))


WORKSHOP = Track(
    name="workshop",
    steps=(
        setup.STEP, *votes.STEPS, roles.GROUP_STEP, picture.GROUP_STEP, picture.EDIT_STEP, ambition.STEP, advice.STEP,
        advice.GROUP_PLAN_STEP, evaluation.GROUP_STEP, closing.GROUP_STEP,
    ),
    route=ROUTE,
    answering=Voting(),
    form="short",
    stops=tuple(stop for stop in DECAAN.stops if stop != "evaluation"),
    unstaged=UNSTAGED,
    agenda=agenda.components,
    foreseen=_foreseen,
    look_back=closing.LOOK_BACK,
    days=DECAAN.days,
    deadline=no_deadline,
    opening=_opening,
    skipped=ambition.skipped,
    ending=ending,
    concluding=N_("naar het beeld"),
    unnamed=N_("Groep zonder naam"),
    outcome=lambda view, interim: to_result(view, interim=interim),
    group=_group,
    path=_path,
    chapters=no_stops,
    guidance=guidance,
)  # fmt: skip
