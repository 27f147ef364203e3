"""Own words that no other part showed; for leadership those that the decaan chose."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Paragraph
from lobgids.report.context import ReportContext


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the chosen words under an introduction; no block if there are none."""
    if quotes := context.other_quotes():
        yield Paragraph(text=context.words("words.intro"))
        yield from quotes


def rest(context: ReportContext) -> Iterator[Block]:
    """Yield the words that no other part showed, for the report for oneself."""
    yield from context.other_quotes()
