"""The assignment: what was asked for, who was spoken to, what support there is."""

from collections.abc import Iterator

from lobgids.dialogue.draft import find_question
from lobgids.log.ask_ids import ASSIGNED
from lobgids.report.blocks import Block, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.text import uncapital

SPOKEN, SUPPORT, SCAN = "assignment.spoken", "assignment.support", "assignment.scan"


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what was answered about the assignment, if anything."""
    yield from context.quotes("assignment.asked", "assignment.results")
    if about := context.options(ASSIGNED):
        yield Paragraph(text=context.words("assignment.about"))
        yield Items(items=tuple(about))
    yield from context.quotes(ASSIGNED)
    yield from _people(context, SPOKEN, "spoken", "alone")
    yield from _people(context, SUPPORT, "support", "no_support")
    for option in find_question(context.base, SCAN).options:
        if option.id == context.view.state.value(SCAN):
            yield Paragraph(text=context.words("assignment.scan", answer=option.text))
    yield from context.quotes(SPOKEN, SUPPORT, SCAN)


def _people(context: ReportContext, ask: str, some: str, none: str) -> Iterator[Block]:
    """Yield those who were named, or that there is nobody; no block if it was not answered."""
    chosen = context.view.ids(ask)
    if any(option.endswith(".nobody") for option in chosen):
        yield Paragraph(text=context.words(f"assignment.{none}"))
    elif chosen:
        given = [uncapital(text) for text in context.options(ask)]
        yield Paragraph(text=context.words(f"assignment.{some}", who=context.listing(given)))
