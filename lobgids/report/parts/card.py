"""A card for a talk with a student: how to begin, ask on and end, and when to go to the decaan."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.handouts import told

REFERRAL = 9


def begin(context: ReportContext) -> Iterator[Block]:
    """Yield how to begin."""
    yield _listed(context, "begin", 2)


def on(context: ReportContext) -> Iterator[Block]:
    """Yield three ways to ask on."""
    yield _listed(context, "on", 3)


def end(context: ReportContext) -> Iterator[Block]:
    """Yield how to end, and room for what was agreed."""
    yield _listed(context, "end", 2)
    header = tuple(context.words(f"card.{name}") for name in ("what", "when", "back"))
    yield Table(caption=context.words("card.agreed"), header=header, rows=(("", "", ""),), widths=(4, 2, 3))


def decaan(context: ReportContext) -> Iterator[Block]:
    """Yield which way a question goes in this school, as far as that was chosen, and what is the same everywhere."""
    yield from told(context, context.base.component(REFERRAL), lambda description: description.school_guide)
    yield Paragraph(text=context.words("card.signs"))
    yield Paragraph(text=context.words("card.safety"))


def _listed(context: ReportContext, name: str, count: int) -> Items:
    return Items(items=tuple(context.words(f"card.{name}.{number}") for number in range(1, count + 1)))
