"""Component by component: what was said, with the decaan's own words, what it rests on and which stage it fits."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.basis import of_answer
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS, CORRECT, SUMMARY, WHERE
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield all four pillars, with their components."""
    for pillar in context.base.pillars:
        yield Heading(text=pillar.name)
        for component in context.view.components_of(pillar):
            yield Heading(text=component.name, level=3)
            yield from _component(context, component)
        asked = (ask_ids.seen(pillar.id), ask_ids.rest(pillar.id))
        yield from context.quotes(*asked, ask_ids.of_pillar(pillar, SUMMARY), ask_ids.of_pillar(pillar, CORRECT))


def _component(context: ReportContext, component: Component) -> Iterator[Block]:
    chosen, wished = context.view.chosen(component), context.view.wished(component)
    if len(chosen) == 1:
        yield Paragraph(text=context.words("component.heard", heard=chosen[0].heard))
    elif chosen:
        yield Paragraph(text=context.words("component.varies"))
        yield Items(items=tuple(description.text for description in chosen))
    elif wished:
        yield Paragraph(text=context.words("component.wish"))
        yield Items(items=tuple(description.text for description in wished))
    else:
        asked = context.view.is_answered(ask_ids.situation(component))
        yield Paragraph(text=context.words("component.unknown" if asked else "component.not_asked"))
    yield from context.quotes_of(component)
    for description in chosen:
        model = context.model(description.model)
        yield Paragraph(text=context.words("component.stage", model=model.name, stage=description.stage))
    if chosen:
        yield Paragraph(text=" ".join(_founded(context, component)), look="small")
        yield from context.beside(component.id, *(description.id for description in chosen))


def _founded(context: ReportContext, component: Component) -> Iterator[str]:
    """Yield what the answer rests on, where it varies, and what was not seen."""
    view = context.view
    if where := [
        text[:1].lower() + text[1:] for text in context.options("ask.where", ask_ids.of_component(component, WHERE))
    ]:
        yield context.words("component.where", where=context.listing(where))
    if given := bases(context, component):
        yield context.words("component.basis", basis=given)
    else:
        yield context.words("component.no_basis")
    if view.is_unseen(component):
        yield context.words("component.unseen")


def bases(context: ReportContext, component: Component) -> str:
    """Return what an answer rests on, as it was answered; empty if it was not."""
    given = context.view.bases(component)
    options = of_answer(context.view, ask_ids.of_component(component, BASIS)).options
    return context.listing(context.words("quoted", text=option.text) for option in options if option.id in given)
