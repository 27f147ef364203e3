"""The assignment: what was asked for, who was spoken to, what support there is."""

from collections.abc import Iterator

from lobgids.dialogue.draft import find_question
from lobgids.report.blocks import Block, Paragraph
from lobgids.report.teller import Teller

SPOKEN, SUPPORT, SCAN = "assignment.spoken", "assignment.support", "assignment.scan"


def blocks(teller: Teller) -> Iterator[Block]:
    """What was told of it; nothing where nothing was."""
    yield from teller.quotes("assignment.asked", "assignment.results")
    yield from _people(teller, SPOKEN, "spoken", "alone")
    yield from _people(teller, SUPPORT, "support", "no_support")
    for option in find_question(teller.base, SCAN).options:
        if option.id == teller.view.state.value(SCAN):
            yield Paragraph(text=teller.words("assignment.scan", answer=option.text))
    yield from teller.quotes(SPOKEN, SUPPORT, SCAN)


def _people(teller: Teller, ask: str, some: str, none: str) -> Iterator[Block]:
    """Those who were named, or that there is nobody; nothing where it was not asked."""
    chosen = teller.view.ids(ask)
    if any(one.endswith(".nobody") for one in chosen):
        yield Paragraph(text=teller.words(f"assignment.{none}"))
    elif chosen:
        given = [one[:1].lower() + one[1:] for one in teller.options(ask)]
        yield Paragraph(text=teller.words(f"assignment.{some}", who=teller.listing(given)))
