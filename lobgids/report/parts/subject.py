"""A quarter of an hour of LOB in a subject: a question for each group of subjects, and room for one's own."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.handouts import doers

GROUPS = ("languages", "science", "society", "art", "sport", "profile")
STEPS = 3
HELP = "theme.support"


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the questions, how a quarter of an hour may go, and who helps in this school."""
    yield Paragraph(text=context.words("subject.lead"), look="lead")
    header = tuple(context.words(f"subject.{name}") for name in ("group", "question", "own"))
    rows = tuple((context.words(f"subject.{name}"), context.words(f"subject.{name}.asked"), "") for name in GROUPS)
    yield Table(caption=context.words("subject.caption"), header=header, rows=rows, widths=(3, 6, 5))
    yield Heading(text=context.words("subject.how"))
    steps = tuple(context.words(f"subject.how.{number}") for number in range(1, STEPS + 1))
    yield Items(items=steps, mark="number")
    yield Paragraph(text=context.words("subject.help", who=doers(context, context.base.theme(HELP))))
