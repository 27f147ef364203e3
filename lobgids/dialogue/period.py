"""From when until when something in the plan is done, in words."""

import re
from datetime import date, timedelta

from lobgids.advice.conclusions import Planned
from lobgids.days.spoken import day_within, kept_day, said_of_month
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.sayings import says
from lobgids.log.ask_ids import DECIDE, LOOK_BACK, is_of_plan, plan, planned

_CLAUSES = re.compile(r"[,;.!?]+\s*")
_PARTS = ("begin", "half", "end")
"""The parts of a month in which something may begin."""


def period(view: View, item: Planned) -> str:
    """The days of an action: '1 maart t/m 1 juni 2027', 'vanaf 1 maart 2027'; empty if there are none.

    Where the day was said to be the last one, 'uiterlijk 1 maart 2027'.
    """
    start, until, language = kept_day(item.date), kept_day(item.until), view.language
    if start is None:
        return phrase(view.base, "plan.period.until", view.header.seed, day=language.date(until)) if until else ""
    if until is None and _is_latest(view, item):
        return phrase(view.base, "plan.period.latest", view.header.seed, day=language.date(start))
    if until is None:
        part = _of_month(view, item, start)
        day = language.month(start) if part else language.date(start)
        day = phrase(view.base, f"plan.period.{part}", view.header.seed, day=day) if part in _PARTS else day
        return phrase(view.base, "plan.period.from", view.header.seed, day=day)
    if start == until:
        return language.date(start)
    first = language.month_day(start) if start.year == until.year else language.date(start)
    return phrase(view.base, "plan.period", view.header.seed, start=first, until=language.date(until))


def moment(view: View, item: Planned) -> str:
    """When something is, as exactly as it was said: 'op 15 januari 2027', 'half januari 2027'; empty if not known."""
    start, language = kept_day(item.date), view.language
    if start is None:
        return ""
    if part := _of_month(view, item, start):
        return phrase(view.base, f"plan.moment.{part}", view.header.seed, day=language.month(start))
    return phrase(view.base, "plan.moment", view.header.seed, day=language.date(start))


def as_said(view: View, ask: str, day: date, words: str) -> str:
    """A day as it is read back: of when something begins, or one looks back, only the month where no more was said."""
    is_beginning = ask == DECIDE or (is_of_plan(ask) and planned(ask)[0] == "when")
    is_month = is_beginning or (ask == LOOK_BACK and view.header.shows_sentences)
    part = said_of_month(words, day, view.base, view.language.code) if is_month else ""
    if not part:
        return view.language.day(day)
    month = view.language.month(day)
    return phrase(view.base, f"plan.period.{part}", view.header.seed, day=month) if part in _PARTS else month


def decided_about(view: View) -> str:
    """The month in which the school decides, where no day of it was said, or where one was not sure; else empty."""
    standing = view.state.answers.get(DECIDE)
    day = kept_day(standing.value) if standing and view.header.shows_sentences else None
    if standing is None or day is None or not standing.quote:
        return ""
    is_guess = any(says(view.base, meaning, standing.quote) for meaning in ("guess", "hedge", "unknown"))
    is_month = bool(said_of_month(standing.quote, day, view.base, view.language.code))
    return view.language.month(day) if is_guess or is_month else ""


def looked_back(view: View) -> str:
    """When one looks back, where no day of the month was said: 'in februari 2027', 'half juni 2027'; else empty."""
    standing = view.state.answers.get(LOOK_BACK)
    day = kept_day(standing.value) if standing and view.header.shows_sentences else None
    part = said_of_month(standing.quote, day, view.base, view.language.code) if standing and day else ""
    if day is None or not part:
        return ""
    return phrase(view.base, f"plan.moment.{part}", view.header.seed, day=view.language.month(day))


def _is_latest(view: View, item: Planned) -> bool:
    """Whether the day on which an action begins was said to be the last one: 'nog voor de kerstvakantie'."""
    standing = view.state.answers.get(plan("when", item.action))
    if standing is None or not says(view.base, "latest", standing.quote):
        return False
    start = kept_day(item.date)
    others = (clause for clause in _CLAUSES.split(standing.quote) if not says(view.base, "latest", clause))
    near = start - timedelta(days=10) if start else None  # 'volgende week, in elk geval voor de kerst' begins then
    return near is None or not any(day_within(one, near, view.base, view.language.code, least=2) for one in others)


def _of_month(view: View, item: Planned, start: date) -> str:
    """What was said of the month in which an action begins, where no day was: 'ergens in januari', 'half januari'."""
    standing = view.state.answers.get(plan("when", item.action))
    return said_of_month(standing.quote, start, view.base, view.language.code) if standing else ""
