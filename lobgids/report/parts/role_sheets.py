"""A sheet for each role: what the plan asks of it, its tasks to look at, a question to talk about, and agreements."""

from collections.abc import Iterator
from typing import get_args

from lobgids.advice.conclusions import Planned, RoleAdvice
from lobgids.advice.roles import STAFF, by_title, is_open
from lobgids.kb.schema.base import RoleId
from lobgids.report.blocks import Blank, Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.text import capital

ROLES = tuple(role for role in get_args(RoleId) if role != STAFF)
"""The roles that get a sheet; the decaan is the one who hands them out."""

EMPTY_ROWS = 2
"""How many actions can be filled in where the plan asks nothing yet."""

AGREEMENTS = 2


def use(context: ReportContext) -> Iterator[Block]:
    """Yield how to use the sheets, or what to do first if there is none."""
    if any(_has_sheet(context, advice) for advice in _advised(context)):
        yield Items(items=tuple(context.words(f"roles.use.{number}") for number in (1, 2, 3)), mark="number")
    else:
        yield Paragraph(text=context.words("roles.none"))


def of_role(context: ReportContext, role: str) -> Iterator[Block]:
    """Yield the sheet of a role; no block if it is not in the plan and has no tasks in this school, or is not there."""
    advice = next((advice for advice in _advised(context) if advice.role == role), None)
    if advice is None or not _has_sheet(context, advice):
        return
    yield Paragraph(text=context.words("roles.concept"), look="lead")
    yield from _of_plan(context, role)
    yield from _tasks(context, advice)
    yield Heading(text=context.words("head.role_question"))
    yield Paragraph(text=context.words("roles.question"))
    yield Blank(text=context.words("roles.agreements"), lines=AGREEMENTS)


def _advised(context: ReportContext) -> list[RoleAdvice]:
    return [advice for advice in context.conclusions.roles if advice.role in ROLES]


def _has_sheet(context: ReportContext, advice: RoleAdvice) -> bool:
    is_planned = any(advice.role in (item.owner, *item.helps) for item in context.conclusions.plan)
    return is_planned or bool(advice.tasks)


def _of_plan(context: ReportContext, role: str) -> Iterator[Block]:
    """Yield the actions that the role leads, each with how it begins, and those where it helps."""
    leads = [item for item in context.conclusions.plan if item.owner == role]
    helps = [item for item in context.conclusions.plan if role in item.helps and item.owner != role]
    if leads or not helps:
        rows = tuple(_led(context, item) for item in leads) or (("",) * 5,) * EMPTY_ROWS
        header = tuple(context.words(f"roles.{name}") for name in ("action", "from", "until", "helps", "hours"))
        caption = context.words("roles.leads" if leads else "roles.wished")
        yield Table(caption=caption, header=header, rows=rows, widths=(6, 3, 3, 4, 2))
    if helps:
        rows = tuple(
            (context.title(item), capital(context.owner(item)), context.day(item.date), context.day(item.until))
            for item in helps
        )
        header = tuple(context.words(f"roles.{name}") for name in ("action", "leader", "from", "until"))
        yield Table(caption=context.words("roles.helped"), header=header, rows=rows, widths=(6, 4, 3, 3))
    if begun := [item for item in leads if item.how]:
        yield Heading(text=context.words("head.role_begins"))
        for item in begun:
            yield Heading(text=context.title(item), level=3)
            yield Paragraph(text=item.how)


def _led(context: ReportContext, item: Planned) -> tuple[str, ...]:
    """Return a row for an action; what is not known is empty, and so to be filled in."""
    helpers = capital(context.listing(context.base.role(helper).one for helper in item.helps))
    hours = "" if item.hours is None else str(item.hours)
    return (context.title(item), context.day(item.date), context.day(item.until), helpers, hours)


def _tasks(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    """Yield the tasks to begin with, to say of each whether it happens; a free question if there is none.

    What the conversation said of them is left out: the reader is the one who knows.
    """
    yield Heading(text=context.words("head.role_tasks"))
    opened = [task for task in advice.tasks if is_open(task)]
    if not opened:
        yield Blank(text=context.words("roles.free"), lines=2)
        return
    yield Paragraph(text=context.words("roles.tasks"))
    header = tuple(context.words(f"roles.{name}") for name in ("task", "happens", "not_yet"))
    for title, tasks in by_title(opened):
        if title:
            yield Heading(text=capital(title), level=3)
        yield Table(caption=context.words("roles.happens_now"), header=header, widths=(8, 2, 2),
                    rows=tuple((capital(task.short), "", "") for task in tasks), has_names=False)  # fmt: skip
