"""The picture: what leads and how sure, its strengths, the profile, and what weighs most."""

from collections.abc import Iterator

from lobgids.dialogue import telling
from lobgids.dialogue.chapters.picture import otherwise_at, recognised_at
from lobgids.dialogue.draft import find_question
from lobgids.log.ask_ids import PICTURE
from lobgids.report import plots
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.report.parts import stage
from lobgids.report.parts.summary import founded
from lobgids.school import strengths
from lobgids.school.explain import why, would_change


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the picture, its profile and its weights."""
    view = context.view
    yield Paragraph(text=telling.conclusion(view).text, look="lead")
    yield Paragraph(text=founded(context))
    yield from _recognised(context)
    yield from strong(context)
    yield from stage.principle(context)
    yield Heading(text=context.words("head.profile"))
    yield plots.profile(context)
    yield from _weights(context)


def strong(context: ReportContext) -> Iterator[Block]:
    """Yield what often makes schools in the leading stage strong; no block if none leads."""
    if often := strengths.of_stage(context.view):
        yield Heading(text=context.words("head.strengths"))
        yield Items(items=tuple(strength.text for strength in often))


def _recognised(context: ReportContext) -> Iterator[Block]:
    """Yield whether the decaan recognises the picture; the report never argues with that."""
    asked = recognised_at(context.view)
    given = context.view.state.value(asked)
    for option in find_question(context.base, PICTURE).options:
        if option.id == given:
            yield Paragraph(text=context.words("recognised", answer=option.text.lower()))
    yield from context.quotes(asked, otherwise_at(context.view))


def _weights(context: ReportContext) -> Iterator[Block]:
    """Yield the answers that pull hardest toward the conclusion, and those that could turn it."""
    if context.view.dominant is None:
        return
    names = {component.number: component.name for component in context.base.components}
    heavy = [names[item.component] for item in why(context.view) if item.weight > 0][: telling.MOST_NAMED]
    if heavy:
        yield Heading(text=context.words("head.weights"))
        yield Items(items=tuple(heavy))
    if changing := list(dict.fromkeys(names[item.component] for item in would_change(context.view))):
        yield Paragraph(text=context.words("would_change", components=context.listing(changing)))
