"""At the end of the report for leadership: the picture with the models' names, who does what, and how sure it is."""

from collections.abc import Iterator

from lobgids.advice.decision import to_talk_about
from lobgids.dialogue import telling
from lobgids.dialogue.chapters.picture import otherwise_at
from lobgids.kb.phrasing import phrase
from lobgids.report import plots
from lobgids.report.blocks import Block, Heading, Paragraph
from lobgids.report.context import ReportContext
from lobgids.report.parts import apart
from lobgids.report.parts.ambition import is_partly
from lobgids.report.parts.picture import strong
from lobgids.report.parts.plan import since
from lobgids.report.parts.roles import overview
from lobgids.school.naming import PARTLY, is_denied, recognised_at
from lobgids.school.sayings import keeps_back, said_with


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the picture, the plots, and the steps on the way.

    Of a picture that the decaan does not recognise no stage is shown either, and where there is a reservation
    nothing is told of schools like it: that may be just what does not hold.
    """
    yield Paragraph(text=context.words("appendix.intro"))
    yield Paragraph(text=_conclusion(context), look="lead")
    yield from context.quotes(recognised_at(context.view), otherwise_at(context.view))
    if context.view.known and not is_denied(context.view):
        yield plots.profile(context)
    yield from apart.blocks(context)
    if not _has_reservation(context):
        yield from strong(context)
    direction = context.conclusions.direction
    if direction.steps and is_partly(direction):
        yield Paragraph(text=context.words("step.partly"))
    for step in () if to_talk_about(context.view, context.conclusions) == "later" else direction.steps:
        yield Heading(text=context.words("head.way" if step.start == direction.now else "head.later_way"))
        yield Paragraph(text=step.text)
        yield Paragraph(text=context.words("step.tension", tension=step.tension))
    yield Heading(text=context.words("part.roles"))
    yield from overview(context)
    told: set[str] = set()
    for item in context.told_plan:
        yield from since(item, told)


def _conclusion(context: ReportContext) -> str:
    """Return which model leads, worded for somebody else than the decaan."""
    view = context.view
    if is_denied(view):
        return context.words("appendix.denied")
    if model := telling.named_model(view):
        certainty = phrase(context.base, f"certainty.{view.certainty}", view.header.seed)
        told = "" if _has_reservation(context) else model.characterisation[0].text
        return context.words("appendix.leads", certainty=certainty, model=model.name, told=told).rstrip()
    return context.words("appendix.open")


def _has_reservation(context: ReportContext) -> bool:
    """Return whether the decaan recognises a part of the picture only, or all with a reservation in own words."""
    if context.view.state.value(recognised_at(context.view)) == PARTLY:
        return True
    return keeps_back(context.base, said_with(context.view, recognised_at(context.view)))
