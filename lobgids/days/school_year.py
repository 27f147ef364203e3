"""The school year: which days are free, by the table of holidays; in years beyond it only weekends are known."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.guide import Holiday

SATURDAY = 5
ONE_DAY = timedelta(days=1)
LAST_DAY = date(9998, 12, 31)
"""The last day that is considered: the calendar of Python ends a year later."""
LONGEST = 120
"""How many days are searched for a school day; no holiday is as long."""


class Free(NamedTuple):
    """The holiday that a day is in, and the regions where it is; `regions` is empty if it is everywhere."""

    holiday: Holiday
    regions: tuple[str, ...]


def free_at(base: KnowledgeBase, day: date) -> Free | None:
    """The holiday that a day is in; a public one goes first, as it is more exact. None if it is in none."""
    iso = day.isoformat()
    for holiday in sorted(base.holidays, key=attrgetter("kind")):
        spans = [span for span in holiday.spans if span.begins <= iso <= span.ends]
        if spans:
            found = tuple(region for span in spans for region in span.regions)
            every = {region for span in holiday.spans for region in span.regions}
            is_everywhere = any(not span.regions for span in spans) or set(found) == every
            return Free(holiday, () if is_everywhere else found)
    return None


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY


@lru_cache(maxsize=256)  # the same few days are looked at after each answer
def school_day(base: KnowledgeBase, day: date, *, back: bool = False) -> date:
    """The first day from this one on, or back from it, on which every region has school; itself if none is found."""
    step = -ONE_DAY if back else ONE_DAY
    days = (day + offset * step for offset in range(LONGEST))
    return next((found for found in days if not is_weekend(found) and not free_at(base, found)), day)


def holiday_called(base: KnowledgeBase, name: str) -> Holiday | None:
    """The holiday that people call by this name, in lower case; None if there is none."""
    return next((holiday for holiday in base.holidays if name in holiday.called), None)


def breaks(holiday: Holiday) -> Iterator[tuple[date, date]]:
    """The first and the last day of a holiday in each known year, over all regions together."""
    for year in sorted({span.year for span in holiday.spans}):
        spans = [span for span in holiday.spans if span.year == year]
        yield _day(min(span.begins for span in spans)), _day(max(span.ends for span in spans))


def _day(text: str) -> date:
    """A day of the table; 31 June, which an adapted table may have, becomes 1 July."""
    year, month, day = map(int, text.split("-"))
    return date(year, month, 1) + timedelta(days=day - 1)
