"""How to see whether it works: questions on Kirkpatrick's four levels, and five for the student council."""

from collections.abc import Iterator

from lobgids.advice.evaluation import STUDENTS, whom
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the questions level by level, and then one's own."""
    yield from _offered(context)
    if own := context.own_questions():
        yield Heading(text=context.words("evaluation.own"))
        yield Items(items=tuple(own))


def _offered(context: ReportContext) -> Iterator[Block]:
    """Yield the questions that were picked, or all if that was not asked."""
    if not context.conclusions.plan:
        yield Paragraph(text=context.words("evaluation.none"))
        return
    for level in context.base.levels:
        yield Heading(text=level.name)
        yield Paragraph(text=level.about)
        yield from _level(context, level.id, level.name)
    if students := [asked.text for asked in context.evaluation("result") if asked.respondent == STUDENTS]:
        yield Heading(text=context.words("head.students"))
        yield Paragraph(text=context.words("students.intro"))
        yield Items(items=tuple(students), mark="number")


def _level(context: ReportContext, level: str, name: str) -> Iterator[Block]:
    rows = tuple(
        (context.about(asked), asked.text, whom(context.base, asked.respondent), asked.moment)
        for asked in context.evaluation(level)
        if asked.respondent != STUDENTS
    )  # fmt: skip
    header = tuple(context.words(f"evaluation.{column}") for column in ("action", "question", "respondent", "moment"))
    if rows:
        caption = context.words("evaluation.caption", level=name.lower())
        yield Table(caption=caption, header=header, rows=rows, widths=(3, 6, 2, 2), has_names=False)
