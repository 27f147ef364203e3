"""What is odd about a day, judged on the day on which it was given and never on a later one; or about who leads."""

from collections.abc import Callable, Iterator
from datetime import date

from lobgids.days.school_year import free_at, is_weekend
from lobgids.days.spoken import DayReading, kept_day
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids

PAST, FAR, LATE, WEEKEND, WEEKDAY = "past", "far", "late", "weekend", "weekday"
BEFORE_ACTION, AFTER_LOOK_BACK, AFTER_AUTUMN = "before_action", "after_look_back", "after_autumn"
BEFORE_START, AFTER_END = "before_start", "after_end"
BEFORE_TALK, AFTER_STEP = "before_talk", "after_step"
ANOTHER_IN_TITLE = "another_in_title"
INSTEAD = "instead."
"""Before the day that was meant, where there is no school on it: nothing is odd, and one hears why it is another."""

FAR_YEARS = 5
"""A day more years ahead than this is probably a slip of the keyboard."""

LATE_DAYS = 300
"""Of a day so many days ahead the year is said, or another day was meant: on 30 November, 'begin november'."""

_OF_FIELD = {"until": (BEFORE_START,), "when": (AFTER_END, BEFORE_TALK, AFTER_STEP)}
_TOO_EARLY = frozenset({BEFORE_START, BEFORE_TALK})
"""What can be odd about a day of an action beside other days, and which of these say that it is too early."""

_TALK = "act.talk"
"""The action in which the aim is set."""


def doubts(view: View, ask: str, reading: DayReading, today: date) -> list[str]:
    """The ids of what is odd about a day that was said today; of a free day it is the holiday's id."""
    day, found = reading.day, [] if reading.fits else [WEEKDAY]
    if day < today:
        return [*found, PAST]
    if day.year > today.year + FAR_YEARS:
        return [*found, FAR]
    return [*found, *_order(view, ask, day, today), *_free(view, day)]


def doubts_who(view: View, ask: str, chosen: object) -> list[str]:
    """What is odd about who takes the lead in an action: its title begins with another role, and leaves this one out.

    Empty for an answer to any other ask, and for who speaks: 'ik' is no slip.
    """
    name, action_id = ask_ids.planned(ask)
    if not ask_ids.is_of_plan(ask) or name != "who" or chosen == view.manner.speaker:
        return []
    title = next((action.title for action in view.conclusions.actions if action.id == action_id), "")
    beginnings: dict[str, str] = {role.id: _beginning(view, role.id) for role in roles_in_order(view.base)}
    words = f"{title} ".casefold()
    is_another = any(words.startswith(text) for role, text in beginnings.items() if role != chosen)
    return [ANOTHER_IN_TITLE] if is_another and beginnings.get(str(chosen), words) not in words else []


def _beginning(view: View, role: str) -> str:
    """What a title begins with that begins with this role; what follows is another word."""
    return phrase(view.base, f"title.begins.{role}", view.header.seed).casefold() + " "


def _free(view: View, day: date) -> Iterator[str]:
    """A day without school."""
    if free := free_at(view.base, day):
        yield free.holiday.id
    elif is_weekend(day):
        yield WEEKEND


def _order(view: View, ask: str, day: date, today: date) -> Iterator[str]:
    """A look-back that does not come after all actions, and what comes after what it belongs to."""
    if ask_ids.is_of_plan(ask):
        yield from _within_plan(view, ask, day)
    if ask == view.track.look_back:
        if (last := last_action(view)) and (day < last or (day == last and not _ends_on(view, day))):
            yield BEFORE_ACTION
    elif ask in view.track.days(view) and (looks_back := look_back_day(view)) and day >= looks_back:
        yield AFTER_LOOK_BACK
    if (ends := view.track.deadline(view, today)) and day > ends:
        yield AFTER_AUTUMN


def _within_plan(view: View, ask: str, day: date) -> Iterator[str]:
    """An end before its start; what needs the aim before the talk in which that is set, or this talk after it."""
    name, _action = ask_ids.planned(ask)
    for doubt in _OF_FIELD.get(name, ()):
        other = other_day(view, ask, doubt)
        if other and (day < other if doubt in _TOO_EARLY else day > other):
            yield doubt


def other_day(view: View, ask: str, doubt: str) -> date | None:
    """The day that a day at an ask is compared with for this doubt; None if there is none, or it is not known."""
    _name, action = ask_ids.planned(ask)
    days: dict[str, Callable[[], date | None]] = {
        BEFORE_ACTION: lambda: last_action(view),
        AFTER_LOOK_BACK: lambda: look_back_day(view),
        BEFORE_START: lambda: _day(view, "when", action),
        AFTER_END: lambda: _day(view, "until", action),
        BEFORE_TALK: lambda: _talk_before(view, action),
        AFTER_STEP: lambda: _first_step_after(view, action),
    }
    return days[doubt]() if doubt in days else None


def _day(view: View, name: str, action: str) -> date | None:
    return kept_day(view.state.value(ask_ids.plan(name, action)))


def _talk_before(view: View, action: str) -> date | None:
    """The day of the talk in which the aim is set that an action needs; None if there is no talk, or it needs none."""
    has_talk = any(item.action == _TALK for item in view.conclusions.plan)
    return _day(view, "when", _TALK) if has_talk and action in _needing_the_aim(view) else None


def _first_step_after(view: View, action: str) -> date | None:
    """The day on which the first action begins that needs the aim, if this action is the talk in which it is set."""
    steps = _needing_the_aim(view) if action == _TALK else []
    return min(filter(None, (_day(view, "when", step) for step in steps)), default=None)


def _needing_the_aim(view: View) -> list[str]:
    """The actions in the plan that begin something new: what for is agreed on in the talk about the aim."""
    return [item.action for item in view.conclusions.plan if item.kind in ("task", "learn") and item.is_step]


def last_action(view: View) -> date | None:
    """The last day that was given for something to do; None if there is none."""
    return max(filter(None, (kept_day(view.state.value(ask)) for ask in view.track.days(view))), default=None)


def _ends_on(view: View, day: date) -> bool:
    """Whether nothing begins on a day, as one may look back on the last day of something; not in earlier documents."""
    begins = (ask for ask in view.track.days(view) if ask_ids.planned(ask)[0] != "until")
    return view.header.shows_sentences and all(kept_day(view.state.value(ask)) != day for ask in begins)


def look_back_day(view: View) -> date | None:
    """The day on which one looks back; None if it is not known."""
    return kept_day(view.state.value(view.track.look_back))
