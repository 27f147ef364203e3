"""Component for component: what was said, in the decaan's own words too, what it rests on and which stage it fits."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.pillars import basis
from lobgids.kb.entries import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS, CORRECT, SUMMARY, WHERE
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.teller import Teller


def blocks(teller: Teller) -> Iterator[Block]:
    """All four pillars."""
    for pillar in teller.base.pillars:
        yield Heading(text=pillar.name)
        for component in teller.view.components_of(pillar):
            yield Heading(text=component.name, level=3)
            yield from _component(teller, component)
        yield from teller.quotes(ask_ids.of_pillar(pillar, SUMMARY), ask_ids.of_pillar(pillar, CORRECT))


def _component(teller: Teller, component: Component) -> Iterator[Block]:
    chosen, wished = teller.view.chosen(component), teller.view.wished(component)
    if len(chosen) == 1:
        yield Paragraph(text=teller.words("component.heard", heard=chosen[0].heard))
    elif chosen:
        yield Paragraph(text=teller.words("component.varies"))
        yield Items(items=tuple(description.text for description in chosen))
    elif wished:
        yield Paragraph(text=teller.words("component.wish"))
        yield Items(items=tuple(description.text for description in wished))
    else:
        asked = teller.view.is_answered(ask_ids.situation(component))
        yield Paragraph(text=teller.words("component.unknown" if asked else "component.not_asked"))
    yield from teller.quotes_of(component)
    for description in chosen:
        model = teller.model(description.model)
        yield Paragraph(text=teller.words("component.stage", model=model.name, stage=description.stage))
    if chosen:
        yield Paragraph(text=" ".join(_founded(teller, component)), look="small")


def _founded(teller: Teller, component: Component) -> Iterator[str]:
    """What the answer rests on, where it varies, and what was not seen."""
    view = teller.view
    if where := [
        text[:1].lower() + text[1:] for text in teller.options("ask.where", ask_ids.of_component(component, WHERE))
    ]:
        yield teller.words("component.where", where=teller.listing(where))
    if told := bases(teller, component):
        yield teller.words("component.basis", basis=told)
    else:
        yield teller.words("component.no_basis")
    if view.is_unseen(component):
        yield teller.words("component.unseen")


def bases(teller: Teller, component: Component) -> str:
    """What an answer rests on, as it was answered."""
    given = teller.view.bases(component)
    options = basis(teller.view, ask_ids.of_component(component, BASIS)).options
    return teller.listing(teller.words("quoted", text=option.text) for option in options if option.id in given)
