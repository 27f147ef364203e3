"""What may chafe, beside what the summary has room for."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Items
from lobgids.report.context import ReportContext
from lobgids.report.parts.summary import further_tensions


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the tensions that the summary left out; no block if there are none."""
    if tensions := further_tensions(context):
        yield Items(items=tuple(tension.text for tension in tensions))
