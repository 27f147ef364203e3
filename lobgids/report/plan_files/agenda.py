"""The plan as days for a calendar: begin and end of each action, when to put it forward, to look back and to count."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from lobgids.advice.conclusions import Planned, Sign
from lobgids.days.spoken import kept_day
from lobgids.dialogue.chapters.closing import LOOK_BACK
from lobgids.report.context import ReportContext
from lobgids.report.plan_files.words import labelled
from lobgids.text import capital, one_line


class PlanDay(NamedTuple):
    """A day of the plan: what it is of (an action, or the plan), its kind, its title and what is told below that."""

    of: str
    kind: str
    day: date
    title: str
    about: tuple[str, ...]


def as_agenda(days: Iterable[PlanDay], conversation: str, name: str, day: date) -> bytes:
    """Return the days as a calendar of this name; `conversation` is its id, `day` that of the last event.

    The same plan gives the same bytes, and a day that is moved keeps its id. It wakes nobody, invites nobody and blocks
    no day.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//lobgids//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in days:
        event = Event()
        event.add("uid", f"{conversation}.{one.of}.{one.kind}@lobgids")
        event.add("dtstamp", datetime.combine(day, time(), UTC))
        event.add("dtstart", one.day)  # a day without an end lasts that day
        event.add("summary", one.title)
        event.add("description", "\n".join(one.about))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def plan_days(context: ReportContext) -> Iterator[PlanDay]:
    """Yield the days of the plan that are known, with all that was typed."""
    plan = context.conclusions.plan
    signs = {sign.action: sign for sign in context.conclusions.signs}
    for item in plan:
        sign = signs.get(item.action, Sign(action=item.action, count=""))
        if day := kept_day(item.date):
            yield _day(context, item, "start", day, *_at_start(context, item))
        if day := kept_day(item.until):
            success = [context.words("plan.sign", success=item.success)] if item.success else []
            yield _day(context, item, "end", day, *success)
        if day := kept_day(sign.later):
            yield _day(context, item, "later", day, *_to_count(context, sign))
    if day := kept_day(context.conclusions.decide_by):
        about = [one_line(item.title) for item in plan]
        yield PlanDay("plan", "decide", day, context.words("take.day.decide"), tuple(about))
    if day := kept_day(context.view.state.value(LOOK_BACK)):
        about = [context.words("take.day.look_back.about")]
        for item in plan:
            counted = _to_count(context, signs[item.action]) if item.action in signs else ()
            about += ["", one_line(item.title), *map(one_line, counted)]
        yield PlanDay("plan", "look_back", day, context.words("take.day.look_back"), tuple(about))


def _day(context: ReportContext, item: Planned, kind: str, day: date, *about: str) -> PlanDay:
    title = context.words(f"take.day.{kind}", action=one_line(item.title))
    return PlanDay(item.action, kind, day, title, tuple(map(one_line, about)))


def _at_start(context: ReportContext, item: Planned) -> Iterator[str]:
    """Yield who does what for whom, and how it begins."""
    helps = context.listing(context.base.role(role).one for role in item.helps)
    known = (("who", capital(context.owner(item))), ("helps", helps), ("whom", item.whom))
    for name, text in known:
        if text:
            yield labelled(context, name, text)
    if item.how:
        yield context.words("plan.how", how=item.how)


def _to_count(context: ReportContext, sign: Sign) -> Iterator[str]:
    """Yield what to count, and how it was."""
    for name, text in (("count", sign.count), ("now", sign.now)):
        if text:
            yield labelled(context, name, text)
