"""The plan as a workbook: who does what and when, what is counted, and what the plan takes of each role."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from math import ceil
from typing import Any, NamedTuple

import xlsxwriter

from lobgids.advice.conclusions import Effort, Sign
from lobgids.advice.effort import by_role, effort
from lobgids.report.context import ReportContext
from lobgids.text import capital, clean

Value = str | int | date | None
"""What stands in a cell: a text, a number, a day, or nothing."""

A4 = 9  # the number that Excel gives to this paper
FIRST_YEAR = 1900  # no workbook knows an earlier day as a day
LARGEST = 10**15  # a number beyond it would lose digits
LONGEST = 32_767  # characters of a cell

WIDENED = 1.2
"""Words break where they end, so a text takes somewhat more than its characters."""

LINE = 13.5
"""The height of a line in points: a row is given its height, as not every program works it out."""

_COLUMNS = (
    ("action", 30), ("who", 15), ("name", 12), ("whom", 18), ("helps", 18), ("from", 12), ("until", 12), ("hours", 11),
    ("money", 10), ("off", 20),
)  # fmt: skip
_SIGN_COLUMNS = (("action", 30), ("success", 42), ("count", 38), ("now", 16), ("counted", 12), ("later", 16))
_EFFORT_COLUMNS = (("who", 26), ("actions", 10), ("hours", 12), ("at_hours", 28), ("money", 12), ("at_money", 28))


_Columns = Sequence[tuple[str, int]]
"""The names of columns, each with its width in characters."""


class _Look(NamedTuple):
    """How cells look: a header, a text, a number, a day, and the text and the number of a total."""

    header: Any
    text: Any
    number: Any
    day: Any
    total: Any
    total_number: Any


def as_workbook(context: ReportContext, day: date) -> bytes:
    """Return the workbook of a plan with at least one action; the same plan gives the same bytes.

    What was typed is text: nothing in it becomes a formula or a link. All numbers are values.
    """
    made = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        title = context.words("take.title")
        created = datetime.combine(day, time(), UTC).replace(tzinfo=None)  # Excel knows no time zones
        book.set_properties({"title": title, "author": "lobgids", "created": created})
        look = _looks(book)
        _plan(context, book, look)
        _signs(context, book, look)
        _effort(context, book, look)
    return made.getvalue()


def _looks(book: Any) -> _Look:
    cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF", "font_size": 10}
    number, bold = {**cell, "num_format": "#,##0"}, {"bold": True, "bg_color": "#E8EEF4"}
    styles = (cell | bold, cell, number, {**cell, "num_format": "d mmm yyyy", "align": "left"}, cell | bold,
              number | bold)  # fmt: skip
    return _Look(*map(book.add_format, styles))


def _plan(context: ReportContext, book: Any, look: _Look) -> None:
    """Add the sheet with who does what, and when."""
    sheet = _sheet(context, book, look, "plan", _COLUMNS)
    for row, item in enumerate(context.conclusions.plan, 1):
        helps = capital(context.listing(context.base.role(role).one for role in item.helps))
        values = (
            item.title, _role(context, item.owner), item.name, item.whom, helps, _day(item.date), _day(item.until),
            item.hours, item.money, item.off,
        )  # fmt: skip
        _write(sheet, row, values, look, _COLUMNS)
    sheet.autofilter(0, 0, len(context.conclusions.plan), len(_COLUMNS) - 1)


def _signs(context: ReportContext, book: Any, look: _Look) -> None:
    """Add the sheet with what there will be to see of each action, what is counted, and when."""
    sheet = _sheet(context, book, look, "signs", _SIGN_COLUMNS)
    signs = {sign.action: sign for sign in context.conclusions.signs}
    for row, item in enumerate(context.conclusions.plan, 1):
        sign = signs.get(item.action, Sign(action=item.action, count=""))
        values = (item.title, item.success, sign.count, sign.now, _day(sign.day), _day(sign.later))
        _write(sheet, row, values, look, _SIGN_COLUMNS)


def _effort(context: ReportContext, book: Any, look: _Look) -> None:
    """Add the sheet with what the plan takes, role by role and together."""
    sheet = _sheet(context, book, look, "effort", _EFFORT_COLUMNS)
    plan = context.conclusions.plan
    roles = by_role(plan)
    for row, (role, taken) in enumerate(roles.items(), 1):
        count = sum(item.owner == role for item in plan)
        _write(sheet, row, (_role(context, role), *_taken(context, taken, count)), look, _EFFORT_COLUMNS)
    total = look._replace(text=look.total, number=look.total_number)
    together = (context.words("take.total"), *_taken(context, effort(plan), len(plan)))
    _write(sheet, len(roles) + 1, together, total, _EFFORT_COLUMNS)


def _taken(context: ReportContext, taken: Effort, count: int) -> Sequence[Value]:
    """Return what this many actions take together; a sum of which nothing is known is left empty."""
    return (
        count,
        taken.hours if taken.hours_unknown < count else None,
        _unknown(context, taken.hours_unknown),
        taken.money if taken.money_unknown < count else None,
        _unknown(context, taken.money_unknown),
    )


def _unknown(context: ReportContext, count: int) -> str:
    """Return of how many actions it is not known, in words."""
    if not count:
        return ""
    return context.words("take.unknown.one" if count == 1 else "take.unknown.more", count=count)


def _sheet(context: ReportContext, book: Any, look: _Look, sheet_name: str, columns: _Columns) -> Any:
    """Add a sheet with its header, which stays in sight and is on every page; it prints on A4 on its side."""
    sheet = book.add_worksheet(context.words(f"take.sheet.{sheet_name}"))
    names = [context.words(f"take.column.{column}") for column, _ in columns]
    for place, (name, (_, width)) in enumerate(zip(names, columns, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, look.header)
    sheet.set_row(0, _height(names, columns))
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)  # one page wide, as many long as there are
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")
    return sheet


def _height(values: Sequence[Value], columns: _Columns) -> float:
    """Return the height of a row in points: as many lines as its longest text takes in its column."""
    texts = zip(map(str, values), (width for _, width in columns), strict=True)
    return LINE * max(sum(ceil(len(line) * WIDENED / width) or 1 for line in text.split("\n")) for text, width in texts)


def _write(sheet: Any, row: int, values: Sequence[Value], look: _Look, columns: _Columns) -> None:
    """Write a row of a sheet: days and numbers as such, all else as text."""
    sheet.set_row(row, _height(values, columns))
    for place, value in enumerate(values):
        if isinstance(value, date) and value.year >= FIRST_YEAR:
            sheet.write_datetime(row, place, datetime.combine(value, time()), look.day)
        elif isinstance(value, int) and value < LARGEST:
            sheet.write_number(row, place, value, look.number)
        elif text := clean("" if value is None else str(value))[:LONGEST]:
            sheet.write_string(row, place, text, look.text)
        else:
            sheet.write_blank(row, place, None, look.text)


def _role(context: ReportContext, role: str) -> str:
    """Return a role as it begins a cell; that nobody was chosen yet is said."""
    return capital(context.base.role(role).one if role else context.words("plan.nobody_yet"))


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
