"""The school year: which days are free, by the dated table of holidays; beyond it only weekends are known."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.guide import Holiday

SATURDAY = 5
ONE_DAY = timedelta(days=1)
LAST_DAY = date(9998, 12, 31)
"""No day behind it is looked for: there the calendar ends."""
LONGEST = 120
"""How many days are looked through for a school day; no holiday is as long."""


class Free(NamedTuple):
    """A holiday that a day is in, and in which regions it is; everywhere where there are none."""

    holiday: Holiday
    regions: tuple[str, ...]


def free_at(base: KnowledgeBase, day: date) -> Free | None:
    """The holiday that a day is in, a public one first: it is the more exact."""
    for holiday in sorted(base.holidays, key=lambda one: one.kind):
        there = [span for span in holiday.spans if span.begins <= day.isoformat() <= span.ends]
        if there:
            everywhere = any(not span.regions for span in there)
            return Free(holiday, () if everywhere else tuple(region for span in there for region in span.regions))
    return None


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY


def school_day(base: KnowledgeBase, day: date, *, back: bool = False) -> date:
    """The first day from this one on, or back from it, on which every region has school."""
    step = -ONE_DAY if back else ONE_DAY
    days = (day + place * step for place in range(LONGEST))
    return next((one for one in days if not is_weekend(one) and not free_at(base, one)), day)


def holiday_called(base: KnowledgeBase, name: str) -> Holiday | None:
    """The holiday that somebody calls so."""
    return next((holiday for holiday in base.holidays if name in holiday.called), None)


def breaks(holiday: Holiday) -> Iterator[tuple[date, date]]:
    """The first and the last day of a holiday, each year, over all regions together."""
    for year in sorted({span.year for span in holiday.spans}):
        spans = [span for span in holiday.spans if span.year == year]
        yield _day(min(span.begins for span in spans)), _day(max(span.ends for span in spans))


def _day(text: str) -> date:
    """A day of the table; where an adapted one has 31 June, the first after it."""
    year, month, day = map(int, text.split("-"))
    return date(year, month, 1) + timedelta(days=day - 1)
