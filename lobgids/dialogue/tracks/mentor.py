"""The track of a new mentor: LOB in this school, one's part, cases to practise, and a sheet for the coming weeks."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Literal

from lobgids.days.school_year import breaks
from lobgids.dialogue.chapters import welcome
from lobgids.dialogue.chapters.mentor import autumn, can, learn, lob, opening, practice, role, sayings, school
from lobgids.dialogue.mentor.orientation import to_mentor_result
from lobgids.dialogue.overview import Stop
from lobgids.dialogue.protocol import Ask, Say
from lobgids.dialogue.steps import asks_of_step, open_asks
from lobgids.dialogue.track import LAST, RouteRow, Track
from lobgids.dialogue.tracks.decaan import no_group, no_stops
from lobgids.dialogue.view import View
from lobgids.i18n import N_
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids
from lobgids.school.answering import Choosing

ROUTE: tuple[RouteRow, ...] = (
    ("welcome", "opening", None),
    ("opening", "school", None),
    ("school", "welcome", "has_passed_by"),
    ("school", "lob", None),
    ("lob", "role", None),
    ("role", "practice", None),
    ("practice", "can", None),
    ("can", "learn", None),
    ("learn", "autumn", None),
    ("autumn", LAST, None),
)

STOPS = ("opening", "school", "lob", "role", "practice", "can", "learn", "autumn")

_AUTUMN = "holiday.herfst"
_WEEKS = timedelta(weeks=8)
"""What a sheet is about at the least, also where the autumn holiday is near."""


def _foreseen(view: View) -> int:
    count = sum(1 for step in view.track.steps for _ in open_asks(step.name, view))
    return count + sum(more for ask, more in _brings(view).items() if not view.is_answered(ask))


def _brings(view: View) -> dict[str, int]:
    """How many asks are foreseen to come with the answer to an open one: at each case own words come on top."""
    of_case = 2 if view.header.hears_first else 1
    return {practice.CHOOSE: of_case * practice.MOST_CASES, autumn.TASKS: autumn.MOST_TASKS}


def _days(view: View) -> Collection[str]:
    return (*(ask_ids.task_date(task.id) for task in autumn.tasks(view)), autumn.TALK)


def _autumn_ends(view: View, today: date) -> date | None:
    """The last day of the next autumn holiday, as one mostly begins in August; None if it is not known."""
    holiday = view.base.holidays_by_id.get(_AUTUMN)
    return next((ends for _begins, ends in breaks(holiday) if ends >= today + _WEEKS), None) if holiday else None


def _path(view: View, ask: Ask | None) -> Iterator[Stop]:
    """The steps as the stops of a way."""
    for step in STOPS:
        asks = asks_of_step(view, step)
        is_done = bool(asks) and all(view.is_answered(step_ask) for step_ask in asks)
        is_here = ask is not None and ask.chapter == step
        state: Literal["done", "present", "open"] = "present" if is_here else "done" if is_done else "open"
        yield Stop(id=step, name=phrase(view.base, f"{step}.stop", view.header.seed), state=state)


def _no_ending(_view: View) -> Iterator[Say]:
    """Say nothing: one goes on with the sheet."""
    return iter(())


MENTOR = Track(
    name="mentor",
    steps=(
        welcome.MENTOR_STEP, opening.STEP, school.STEP, lob.STEP, role.STEP, practice.STEP, can.STEP, learn.STEP,
        autumn.STEP,
    ),
    route=ROUTE,
    answering=Choosing(),
    beginning=("welcome", "opening"),
    form="full",
    asks_school=False,
    takes_brief=True,
    stops=STOPS,
    unstaged=frozenset({"welcome", "opening", "school"}),
    foreseen=_foreseen,
    look_back=autumn.LOOK_BACK,
    days=_days,
    deadline=_autumn_ends,
    greeting=("greeting.how",),
    opening=sayings.opening,
    skipped=sayings.unknown,
    ending=_no_ending,
    concluding=N_("naar het blad"),
    unnamed=N_("Nieuwe mentor"),
    outcome=lambda view, interim: to_mentor_result(view, interim=interim),
    group=no_group,
    path=_path,
    chapters=no_stops,
)  # fmt: skip
