"""What may chafe, as it was noticed, with where the publication speaks of it."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Items, Paragraph
from lobgids.report.teller import Teller


def blocks(teller: Teller) -> Iterator[Block]:
    """The tensions, or that there are none."""
    if not teller.told.tensions:
        yield Paragraph(text=teller.words("tensions.none"))
        return
    yield Items(items=tuple(one.text for one in teller.told.tensions))
