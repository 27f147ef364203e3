"""Own words that no other part showed; for leadership those that the decaan chose one by one."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Paragraph
from lobgids.report.context import ReportContext


def blocks(context: ReportContext) -> Iterator[Block]:
    """The chosen words; nothing where there are none."""
    if rest := context.other_quotes():
        yield Paragraph(text=context.words("words.intro"))
        yield from rest


def rest(context: ReportContext) -> Iterator[Block]:
    """To oneself: the words that no other part showed."""
    yield from context.other_quotes()
