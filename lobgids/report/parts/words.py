"""Own words that no other part showed; for leadership those that the decaan chose one by one."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Paragraph
from lobgids.report.teller import Teller


def blocks(teller: Teller) -> Iterator[Block]:
    """The chosen words; nothing where there are none."""
    if rest := teller.other_quotes():
        yield Paragraph(text=teller.words("words.intro"))
        yield from rest


def rest(teller: Teller) -> Iterator[Block]:
    """To oneself: the words that no other part showed."""
    yield from teller.other_quotes()
