"""The track of a decaan alone: the school by its pillars, in a short or a full form, to a plan and its evaluation."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from lobgids.dialogue import mending, telling
from lobgids.dialogue.chapters import (
    advice,
    ambition,
    assignment,
    basis,
    closing,
    evaluation,
    learning,
    picture,
    pillars,
    placing,
    roles,
    welcome,
    who,
)
from lobgids.dialogue.ending import ending, plan_so_far
from lobgids.dialogue.overview import Stop
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.result import to_result
from lobgids.dialogue.steps import asks_of_step, open_asks
from lobgids.dialogue.track import LAST, RouteRow, Track
from lobgids.dialogue.view import View
from lobgids.i18n import N_
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import MEND, PICTURE, SCHOOL
from lobgids.school.answering import Choosing
from lobgids.school.view import SHORT_MOST

ROUTE: tuple[RouteRow, ...] = (
    ("welcome", "assignment", None),
    ("assignment", "situation", None),
    ("situation", "between", None),
    ("between", "situation", "has_component_in_group"),
    ("between", "placed", None),
    ("placed", "situation", "has_component_to_place"),
    ("placed", "basis", None),
    ("basis", "recent", "has_component_to_check"),
    ("basis", "recent", None),
    ("recent", "probe", None),
    ("probe", "clash", None),
    ("clash", "recent", "has_component_to_check"),
    ("clash", "summary", None),
    ("summary", "situation", "has_component"),
    ("summary", "welcome", "has_passed_by"),
    ("summary", "roles", None),
    ("roles", "picture", None),
    ("picture", "ambition", None),
    ("ambition", "who", None),
    ("who", "learning", None),
    ("learning", "advice", None),
    ("advice", "plan", None),
    ("plan", "evaluation", None),
    ("evaluation", "closing", None),
    ("closing", LAST, None),
    ("mend", "closing", None),
)

AFTER_PICTURE = ("picture", "ambition", "who", "learning", "advice", "plan", "evaluation", "closing")

ABOUT_AFTER_PICTURE = {"short": 24, "full": 38}
"""About how many asks follow from the picture on; how many they really are depends on the plan."""

ABOUT_PLAN = 16
"""About how many of these are about the plan: two actions, as long as none was chosen."""

ASKS_A_GROUP = 2
"""For each pillar, and for the short form, two questions on what the answers rest on are foreseen; probes are extra."""

UNSTAGED = frozenset({"welcome", "assignment", "pillar", "roles"})

_STOPS: dict[str, tuple[str, ...]] = {
    "assignment": ("welcome", "assignment"), "pillar": ("pillar",), "roles": ("roles",), "picture": ("picture",),
    "ambition": ("ambition",), "who": (who.CHAPTER, "learning"), "advice": ("advice",),
    "evaluation": ("evaluation", "closing"),
}  # fmt: skip
"""The stops on the way, each with the chapters that it stands for."""

_SERIES = {"roles": "roles", "ambition": "ambition", who.CHAPTER: "who"}
"""The chapters that ask a series of the same, each with the step that asks it."""


def _opening(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """What is said before a question that begins a chapter, a role, a pillar or a component."""
    if MEND in (ask.id, before.id if before else ""):  # one only puts something right
        yield from plan_so_far(view) if ask.id == ask_ids.ACTIONS else ()
        return
    yield from telling.new_chapter(view, before, ask)
    yield from telling.turn_of_picture(view, before, ask)
    if telling.begins_chapter(before, ask) and ask.chapter == "advice":
        yield from telling.what_was_asked(view)
        if view.is_short:
            yield from telling.first_steps(view, who.chosen(view) or [view.base.role("decaan")])
    if ask.id == ask_ids.ACTIONS and (before is None or before.id != ask.id):
        yield from plan_so_far(view)
    if telling.begins_chapter(before, ask) and ask.id == ask_ids.WHO and assignment.is_alone(view):
        yield say(view.base, "who.alone", view.header.seed)
    yield from who.introduction(view, before, ask)
    yield from telling.new_pillar(view, before, ask)
    yield from telling.new_component(view, before, ask)


def _foreseen(view: View) -> int:
    count = sum(1 for step in ("welcome", "assignment", "summary", "roles") for _ in open_asks(step, view))
    if not view.state.concluded:
        count += _situations_left(view) + ASKS_A_GROUP * _groups_left(view)
    if view.is_answered(PICTURE):
        about_plan = 0 if view.is_answered(ask_ids.ACTIONS) or view.state.concluded == "end" else ABOUT_PLAN
        return count + about_plan + sum(1 for step in AFTER_PICTURE for _ in open_asks(step, view))
    return count + ABOUT_AFTER_PICTURE["short" if view.is_short else "full"]


def _situations_left(view: View) -> int:
    left = sum(not view.is_answered(ask_ids.situation(component)) for component in view.base.components)
    if not view.is_short:
        return left
    is_over = view.is_answered(ask_ids.seen(SCHOOL))
    return 0 if is_over else max(0, min(left, SHORT_MOST + left - len(view.base.components)))


def _groups_left(view: View) -> int:
    """How many groups of answers are still to be asked about."""
    groups = [SCHOOL] if view.is_short else [pillar.id for pillar in view.base.pillars]
    return sum(_is_left(view, group) for group in groups if not view.is_answered(ask_ids.seen(group)))


def _is_left(view: View, group: str) -> bool:
    """Whether a group has answers to ask about, or will have them."""
    situations = (ask_ids.situation(component) for component in view.founding.members(group))
    return bool(view.founding.listed(group)) or not all(map(view.is_answered, situations))


def _days(view: View) -> Collection[str]:
    return [ask_ids.plan(name, action) for action in advice.chosen_actions(view) for name in ("when", "until")]


def _chapters(view: View, ask: Ask | None) -> Iterator[Stop]:
    """The chapters; one that 'conclude now' passed by stays open."""
    answered = {view.track.chapter_of(given) for given in view.state.answers}
    chapter = ask.chapter if ask else ""
    for stop, chapters in _STOPS.items():
        is_here = chapter in chapters
        number, count = _series(view, ask) if ask and is_here else (0, 0)
        yield Stop(
            id=stop, name=phrase(view.base, f"{stop}.stop", view.header.seed), number=number, count=count,
            state="present" if is_here else "done" if answered & set(chapters) else "open",
        )  # fmt: skip


def _series(view: View, ask: Ask) -> tuple[int, int]:
    """Which one of how many the open question is; 0 and 0 if it is none of a series."""
    if ask.chapter == "pillar":
        others = [component for component in view.base.components if component.number != ask.component]
        done = sum(view.is_answered(ask_ids.situation(component)) for component in others)
        return (done + 1, SHORT_MOST if view.is_short else len(view.base.components)) if ask.component else (0, 0)
    if ask.chapter == "advice":
        return _place(ask_ids.planned(ask.id)[1], advice.chosen_actions(view))
    return _place(ask.id, asks_of_step(view, _SERIES.get(ask.chapter, "")))


def _place(one: str, series: list[str]) -> tuple[int, int]:
    return (series.index(one) + 1, len(series)) if one in series and len(series) > 1 else (0, 0)


def no_deadline(_view: View, _today: date) -> None:
    """Set no deadline: days only have to come before the look-back."""


def no_group(_view: View) -> dict[str, Any]:
    """Return no data of a group, as there is none."""
    return {}


def no_stops(_view: View, _ask: Ask | None) -> tuple[Stop, ...]:
    """No way, or no chapters, to show."""
    return ()


DECAAN = Track(
    name="decaan",
    steps=(
        welcome.STEP, assignment.STEP, *pillars.STEPS, placing.STEP, basis.STEP, roles.STEP, picture.STEP,
        picture.EDIT_STEP, ambition.STEP, who.STEP, learning.STEP, advice.STEP, advice.PLAN_STEP, evaluation.STEP,
        closing.STEP, mending.STEP,
    ),
    route=ROUTE,
    answering=Choosing(),
    beginning=("welcome", "assignment"),
    speaker="decaan",
    has_direction=True,
    stops=tuple(stop for stop in _STOPS if stop != "pillar"),
    unstaged=UNSTAGED,
    foreseen=_foreseen,
    look_back=closing.LOOK_BACK,
    days=_days,
    deadline=no_deadline,
    greeting=("greeting.how",),
    opening=_opening,
    skipped=ambition.skipped,
    ending=ending,
    concluding=N_("naar het beeld"),
    unnamed=N_("School zonder naam"),
    outcome=lambda view, interim: to_result(view, interim=interim),
    group=no_group,
    path=no_stops,
    chapters=_chapters,
)  # fmt: skip
