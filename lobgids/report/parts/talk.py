"""The talk sheet: one page for the talk in which leadership and team set the aim."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.summary import works

QUESTIONS = 4
AGREEMENTS = 3


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what works, questions to talk about, a choice for each pillar, and room for agreements."""
    yield Paragraph(text=context.words("talk.lead"), look="lead")
    yield Heading(text=context.words("head.works"))
    yield works(context)
    yield Heading(text=context.words("head.questions"))
    questions = tuple(context.words(f"talk.question.{number}") for number in range(1, QUESTIONS + 1))
    yield Items(items=questions, mark="number")
    yield _choices(context)
    header = tuple(context.words(f"talk.{name}") for name in ("what", "who", "when"))
    yield Table(caption=context.words("talk.agreements"), header=header, rows=(("", "", ""),) * AGREEMENTS,
                widths=(5, 3, 2))  # fmt: skip


def _choices(context: ReportContext) -> Table:
    header = tuple(context.words(f"talk.{name}") for name in ("pillar", "leave", "strengthen", "step", "why"))
    rows = tuple((pillar.name, "", "", "", "") for pillar in context.base.pillars)
    return Table(caption=context.words("talk.choices"), header=header, rows=rows, widths=(4, 2, 2, 2, 5))
