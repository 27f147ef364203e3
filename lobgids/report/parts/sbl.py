"""What the seven SBL competences are, by the context of a teacher's work that each belongs to."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield each context with its competences."""
    yield Heading(text=context.words("head.sbl"))
    for entry in context.base.contexts:
        yield Heading(text=entry.name, level=3)
        yield Paragraph(text=entry.about)
        yield Items(items=tuple(
            context.words("sbl.competence", name=competence.name, about=competence.about)
            for competence in context.base.competences if competence.context == entry.id
        ))  # fmt: skip
