"""What is odd about a day that somebody gave, judged on the day on which it was given and never on a later one."""

from collections.abc import Iterator
from datetime import date

from lobgids.days.school_year import free_at, is_weekend
from lobgids.days.spoken import DayReading, kept_day
from lobgids.dialogue.view import View

PAST, FAR, WEEKEND, WEEKDAY = "past", "far", "weekend", "weekday"
BEFORE_ACTION, AFTER_LOOK_BACK, AFTER_AUTUMN = "before_action", "after_look_back", "after_autumn"
FAR_YEARS = 5
"""A day more years ahead than this is probably a slip of the keyboard."""


def doubts(view: View, ask: str, reading: DayReading, today: date) -> list[str]:
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
    if ask == view.track.look_back:
        if (last := last_action(view)) and day <= last:
            yield BEFORE_ACTION
    elif (looks_back := look_back_day(view)) and day >= looks_back:
        yield AFTER_LOOK_BACK
    if (ends := view.track.deadline(view, today)) and day > ends:
        yield AFTER_AUTUMN


def last_action(view: View) -> date | None:
    """The last day that was given for something to do; None if there is none."""
    return max(filter(None, (kept_day(view.state.value(ask)) for ask in view.track.days(view))), default=None)


def look_back_day(view: View) -> date | None:
    """The day on which one looks back; None if it is not known."""
    return kept_day(view.state.value(view.track.look_back))
