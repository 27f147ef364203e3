"""The talk sheet: one page for the talk in which leadership and team set the aim."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.parts.summary import works
from lobgids.report.teller import Teller

QUESTIONS = 4
AGREEMENTS = 3


def blocks(teller: Teller) -> Iterator[Block]:
    """What works, questions to talk about, a choice for each pillar, and room for agreements."""
    yield Paragraph(text=teller.words("talk.lead"), look="lead")
    yield Heading(text=teller.words("head.works"))
    yield works(teller)
    yield Heading(text=teller.words("head.questions"))
    questions = tuple(teller.words(f"talk.question.{number}") for number in range(1, QUESTIONS + 1))
    yield Items(items=questions, mark="number")
    yield _choices(teller)
    header = tuple(teller.words(f"talk.{name}") for name in ("what", "who", "when"))
    yield Table(caption=teller.words("talk.agreements"), header=header, rows=(("", "", ""),) * AGREEMENTS,
                widths=(5, 3, 2))  # fmt: skip


def _choices(teller: Teller) -> Table:
    header = tuple(teller.words(f"talk.{name}") for name in ("pillar", "leave", "strengthen", "step", "why"))
    rows = tuple((pillar.name, "", "", "", "") for pillar in teller.base.pillars)
    return Table(caption=teller.words("talk.choices"), header=header, rows=rows, widths=(4, 2, 2, 2, 5))
