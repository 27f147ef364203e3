"""The picture: how each component stands, whether it was recognised, and which answers could turn it."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.picture import otherwise_at
from lobgids.dialogue.draft import find_question
from lobgids.log.ask_ids import PICTURE
from lobgids.report import plots
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.school import strengths
from lobgids.school.explain import would_change
from lobgids.school.naming import recognised_at


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the profile, and the components where another answer could turn the picture."""
    yield plots.profile(context)
    names = {component.number: component.name for component in context.base.components}
    if changing := [names[number] for number in deciding(context)]:
        yield Paragraph(text=context.words("would_change", components="; ".join(changing)))


def deciding(context: ReportContext) -> list[int]:
    """Return the numbers of the components where another answer could turn the picture; none if no model leads."""
    if context.view.dominant is None:
        return []
    return list(dict.fromkeys(item.component for item in would_change(context.view)))


def strong(context: ReportContext) -> Iterator[Block]:
    """Yield what often makes schools in the leading stage strong; no block if none leads."""
    if often := strengths.of_stage(context.view):
        yield Heading(text=context.words("head.strengths"))
        yield Items(items=tuple(strength.text for strength in often))


def recognised(context: ReportContext) -> Iterator[Block]:
    """Yield whether the picture is recognised, and what is seen otherwise; the report never argues with that."""
    asked = recognised_at(context.view)
    given = context.view.state.value(asked)
    for option in find_question(context.base, PICTURE).options:
        if option.id == given:
            yield Paragraph(text=context.words("recognised", answer=option.text.lower()))
    yield from context.quotes(asked, otherwise_at(context.view))
