"""What is still to find out: what to look at and whom to ask, with room for the answer."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import FindOut
from lobgids.report.blocks import Block, Table
from lobgids.report.context import ReportContext
from lobgids.text import capital


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the list; no block if there is nothing on it."""
    yield from table(context, context.conclusions.find_out)


def table(context: ReportContext, items: Sequence[FindOut]) -> Iterator[Block]:
    """Yield the list of these; no block if there are none."""
    if not items:
        return
    rows = tuple((item.question, "\n".join(capital(line) for line in item.how), "") for item in items)
    header = tuple(context.words(f"find_out.{column}") for column in ("question", "how", "answer"))
    yield Table(caption=context.words("find_out.caption"), header=header, rows=rows, widths=(4, 5, 3), has_names=False)
