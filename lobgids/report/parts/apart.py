"""For leadership: where the groups of a workshop see something else than each other, in words that need no letters."""

from collections.abc import Iterator

from lobgids.dialogue.chapters import setup
from lobgids.dialogue.workshop import groups
from lobgids.report.blocks import Block, Heading, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.school.votes import differing
from lobgids.text import capital


def lines(context: ReportContext) -> Iterator[str]:
    """Yield on which components the groups differ, and if they see another school; nothing if they do not."""
    if found := [component.name for component in context.base.components if differing(context.view, component)]:
        yield context.words("uncertain.groups", components="; ".join(found))
    if school := groups.of_school(context.view):
        yield school


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what each group sees, and which school that is; no block if the groups do not differ."""
    rows = tuple(_rows(context))
    school = groups.of_school(context.view)
    if rows or school:
        yield Heading(text=context.words("head.differences"))
    if school:
        yield Paragraph(text=school)
    if rows:
        header = tuple(context.words(f"differences.{column}") for column in ("about", "group", "seen"))
        yield Table(caption=context.words("differences.caption"), header=header, rows=rows, widths=(3, 3, 8))


def _rows(context: ReportContext) -> Iterator[tuple[str, ...]]:
    for component in context.base.components:
        for group, indexes in differing(context.view, component):
            seen = " / ".join(component.descriptions[index].text for index in indexes)
            yield component.name, capital(setup.group_name(context.view, group)), seen
