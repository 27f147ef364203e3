"""The year on one sheet: year groups by the periods of a school year, with what is planned and what was told."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from lobgids.advice.conclusions import Planned
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.handouts import YEARS, founded, year_groups
from lobgids.school.sayings import is_reserved

PERIODS = {"autumn": (8, 9, 10), "winter": (11, 12, 1), "spring": (2, 3, 4), "summer": (5, 6, 7)}
"""The months of each period."""
COMPONENTS = (4, 5, 6, 7, 11, 12)
"""The components that say something of what happens in a year."""
_HIGHER = {"havo", "vwo"}
OUTSIDE = (("winter", "fixed", _HIGHER), ("spring", "mbo", {"vmbo", "havo"}), ("summer", "higher", _HIGHER))
"""Days that are set outside the school: in which period, which day, and for which parts of a school."""

_ANY_GROUP = 0
_NUMBER = re.compile(r"\d+")
_GROUP = re.compile(r"(?:leerjaar|jaar|klas|klassen|vmbo|mavo|havo|vwo|year|class)[ -]?([1-6])[a-z]?\b", re.IGNORECASE)


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the table, with all that was not said left empty, and below it what was told of the year."""
    yield Paragraph(text=context.words("year.lead"))
    yield _table(context)
    undated = [context.title(item) for item in context.conclusions.plan if not item.date]
    if undated:
        yield Paragraph(text=context.words("year.undated", titles="; ".join(undated)))
    yield Paragraph(text=context.words("year.checked"), look="small")
    yield Heading(text=context.words("year.head"))
    told = [_told(context, component) for component in map(context.base.component, COMPONENTS)]
    if known := tuple(filter(None, told)):
        yield Items(items=known)
    else:
        yield Paragraph(text=context.words("year.nothing"))


def _table(context: ReportContext) -> Table:
    header = (context.words("year.group"), *(context.words(f"year.{period}") for period in PERIODS))
    parts, groups = context.view.school_parts or tuple(YEARS), year_groups(context)
    planned = _planned(context, groups)
    names = {**{group: str(group) for group in groups}, _ANY_GROUP: context.words("year.all")}
    rows = tuple((name, *("\n".join(planned[group, period]) for period in PERIODS)) for group, name in names.items())
    outside = {period: context.words(f"year.date.{day}") for period, day, of in OUTSIDE if of.intersection(parts)}
    last = (context.words("year.outside"), *(outside.get(period, "") for period in PERIODS))
    return Table(caption=context.words("year.caption"), header=header, rows=(*rows, last), widths=(3, 5, 5, 5, 5))


def _planned(context: ReportContext, groups: range) -> defaultdict[tuple[int, str], list[str]]:
    """Return the actions that have a day, by year group (one of `groups`, or `_ANY_GROUP`) and period."""
    found: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for item in context.conclusions.plan:
        if item.date:
            told = context.words("year.action", day=context.day(item.date), title=context.title(item))
            group = _group(context, item)
            found[group if group in groups else _ANY_GROUP, _period(item.date)].append(told)
    return found


def _period(day: str) -> str:
    month = date.fromisoformat(day).month
    return next(period for period, months in PERIODS.items() if month in months)


def _group(context: ReportContext, item: Planned) -> int:
    """Return the one year group that an action is for, if that was said clearly and may be shown, else `_ANY_GROUP`."""
    if not context.may_show(ask_ids.plan("whom", item.action)):
        return _ANY_GROUP
    named = set(_GROUP.findall(item.whom))
    is_clear = len(named) == 1 and named == set(_NUMBER.findall(item.whom))
    return int(named.pop()) if is_clear else _ANY_GROUP


def _told(context: ReportContext, component: Component) -> str:
    """Return what was told of a component, and that it differs if it does; empty if nothing plain is known."""
    text = " ".join(description.strength for description in context.view.chosen(component) if description.strength)
    if not text or is_reserved(context.view, component):
        return ""
    name = "year.differs" if context.view.is_between(component) else "year.told"
    return context.words(name, subject=component.name, text=founded(context, component, text))
