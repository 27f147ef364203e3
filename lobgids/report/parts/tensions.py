"""What may chafe, as it was noticed, with where the publication speaks of it."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Items, Paragraph
from lobgids.report.context import ReportContext


def blocks(context: ReportContext) -> Iterator[Block]:
    """The tensions, or that there are none."""
    if not context.conclusions.tensions:
        yield Paragraph(text=context.words("tensions.none"))
        return
    yield Items(items=tuple(one.text for one in context.conclusions.tensions))
