"""What may chafe, as it was noticed in the conversation."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Items, Paragraph
from lobgids.report.context import ReportContext


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the tensions, or that there are none."""
    if not context.conclusions.tensions:
        yield Paragraph(text=context.words("tensions.none"))
        return
    yield Items(items=tuple(tension.text for tension in context.conclusions.tensions))
