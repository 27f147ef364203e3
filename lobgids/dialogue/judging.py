"""What is odd about a day, as one would ask it kindly: by the day on which it was said, never by a later one."""

from collections.abc import Iterable, Iterator
from datetime import date

from lobgids.dialogue.chapters import closing
from lobgids.dialogue.chapters.advice import chosen_actions
from lobgids.dialogue.chapters.mentor import autumn
from lobgids.dialogue.days import Reading, kept_day
from lobgids.dialogue.school_year import breaks, free_at, is_weekend
from lobgids.dialogue.view import View

PAST, FAR, WEEKEND, WEEKDAY = "past", "far", "weekend", "weekday"
BEFORE_ACTION, AFTER_LOOK_BACK, AFTER_AUTUMN = "before_action", "after_look_back", "after_autumn"
FAR_YEARS = 5
"""More years ahead than this is rather a slip of the keyboard."""

_AUTUMN = "holiday.herfst"


def doubts(view: View, ask: str, reading: Reading, today: date) -> list[str]:
    """The ids of what is odd about a day that was said today; of a free day it is the holiday's id."""
    day, found = reading.day, [] if reading.fits else [WEEKDAY]
    if day < today:
        return [*found, PAST]
    if day.year > today.year + FAR_YEARS:
        return [*found, FAR]
    return [*found, *_order(view, ask, day, today), *_free(view, day)]


def _free(view: View, day: date) -> Iterator[str]:
    """A day without school."""
    if free := free_at(view.base, day):
        yield free.holiday.id
    elif is_weekend(day):
        yield WEEKEND


def _order(view: View, ask: str, day: date, today: date) -> Iterator[str]:
    """A look-back that does not come after all actions, and what comes after what it belongs to."""
    if ask == look_back(view):
        if (last := last_action(view)) and day <= last:
            yield BEFORE_ACTION
    elif (looks_back := kept_day(view.state.value(look_back(view)))) and day >= looks_back:
        yield AFTER_LOOK_BACK
    if view.header.track == "mentor" and (ends := _autumn_ends(view, today)) and day > ends:
        yield AFTER_AUTUMN


def look_back(view: View) -> str:
    """The ask on which day one looks back."""
    return autumn.LOOK_BACK if view.header.track == "mentor" else closing.LOOK_BACK


def last_action(view: View) -> date | None:
    """The last day that was given for something to do."""
    return max(filter(None, (kept_day(view.state.value(ask)) for ask in _actions(view))), default=None)


def look_back_day(view: View) -> date | None:
    """The day on which one looks back, where that is known."""
    return kept_day(view.state.value(look_back(view)))


def _actions(view: View) -> Iterable[str]:
    if view.header.track == "mentor":
        return (*(f"{autumn.DATE}{task.id}" for task in autumn.tasks(view)), autumn.TALK)
    return (f"plan.when.{action}" for action in chosen_actions(view))


def _autumn_ends(view: View, today: date) -> date | None:
    """The last day of the next autumn holiday."""
    holiday = view.base.holidays_by_id.get(_AUTUMN)
    return next((ends for _begins, ends in breaks(holiday) if ends >= today), None) if holiday else None
