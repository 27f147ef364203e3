"""Component by component: a line each with what was told and what it rests on, and more where there is more to say."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.basis import of_answer
from lobgids.kb.beside import later_about
from lobgids.kb.schema.school import Component, Pillar
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS, CORRECT, SUMMARY, WHERE
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.picture import deciding
from lobgids.school.sayings import in_own_words
from lobgids.school.stage import goal, present
from lobgids.text import uncapital


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield all components in a table, then those of which there is more to say, pillar by pillar."""
    yield _table(context)
    yield from _changed(context)
    for pillar in context.base.pillars:
        if more := [*_of_pillar(context, pillar)]:
            yield Heading(text=pillar.name)
            yield from more


def described(context: ReportContext) -> Iterator[Block]:
    """Yield each component as the publication has it, in the stages that it is in or that the school works toward."""
    yield Paragraph(text=context.words("stage.intro"))
    for pillar in context.base.pillars:
        yield Heading(text=pillar.name)
        for component in context.view.components_of(pillar):
            yield Heading(text=component.name, level=3)
            yield from _described(context, component)


def _described(context: ReportContext, component: Component) -> Iterator[Block]:
    stages = _stages(context, component)
    told = [description for description in component.descriptions if description.model in stages]
    for description in told:
        model = context.model(description.model)
        yield Paragraph(text=context.words("component.described", model=model.name, stage=description.stage))
    if not told:
        yield Paragraph(text=context.words("profile.not_told"))
    yield from context.beside(component.id, *(description.id for description in told))


def _stages(context: ReportContext, component: Component) -> set[int | None]:
    view, direction = context.view, context.conclusions.direction
    return {*present(view, component), goal(view, component), direction.now, direction.next}


def _of_pillar(context: ReportContext, pillar: Pillar) -> Iterator[Block]:
    """Yield what there is more to say of the components of a pillar, and the own words about the pillar."""
    for component in context.view.components_of(pillar):
        if more := [*_more(context, component)]:
            yield Heading(text=component.name, level=3)
            yield from more
    asked = (ask_ids.seen(pillar.id), ask_ids.rest(pillar.id))
    yield from context.quotes(*asked, ask_ids.of_pillar(pillar, SUMMARY), ask_ids.of_pillar(pillar, CORRECT))


def _changed(context: ReportContext) -> Iterator[Block]:
    """Yield at which components something changed since the publication; what that is, one looks up or reads below."""
    base, parts = context.base, context.view.school_parts
    if changed := [component.name for component in base.components if any(later_about(base, [component.id], parts))]:
        yield Paragraph(text=context.words("profile.changed", components="; ".join(changed)), look="small")


def _table(context: ReportContext) -> Table:
    rows = tuple(
        (component.name, _heard(context, component), "; ".join(_rests_on(context, component)))
        for component in context.base.components
    )
    header = tuple(context.words(f"profile.{name}") for name in ("component", "heard", "rests"))
    return Table(caption=context.words("profile.table"), header=header, rows=rows, widths=(4, 9, 4))


def _heard(context: ReportContext, component: Component) -> str:
    """Return what was told of a component, after 'you told that', or that nothing was."""
    chosen = context.view.chosen(component)
    if context.view.is_absent(component):
        return context.words("profile.absent")
    if in_own_words(context.view, component):
        return context.words("profile.own_words")
    if len(chosen) == 1:
        return chosen[0].heard
    if chosen:
        return context.words("profile.varies")
    if context.view.wished(component):
        return context.words("profile.only_wished")
    asked = context.view.is_answered(ask_ids.situation(component))
    return context.words("profile.to_find_out" if asked else "profile.not_told")


def _rests_on(context: ReportContext, component: Component) -> Iterator[str]:
    """Yield in a word or two each what an answer rests on, and that it was not seen yet."""
    view = context.view
    if not view.chosen(component):
        yield context.words("stars.empty")
        return
    if component in view.taken_in:
        yield context.words("rests.group")
    given = view.bases(component)
    found = [option.id for option in of_answer(view, ask_ids.of_component(component, BASIS)).options
             if option.id in given]  # fmt: skip
    yield from (context.words(f"rests.{one}") for one in found)
    if not found:
        yield context.words("rests.untold")
    if view.is_unseen(component):
        yield context.words("profile.unseen")


def _more(context: ReportContext, component: Component) -> Iterator[Block]:
    """Yield what a line leaves out, with what is told beside it; no block if the line says it all."""
    if more := [*_told(context, component)]:
        yield from more
        yield from context.beside(component.id, *(description.id for description in context.view.chosen(component)))


def _told(context: ReportContext, component: Component) -> Iterator[Block]:
    """Yield where an answer varies, departs from the leading stage, decides or is a wish, and own words."""
    view, chosen, wished = context.view, context.view.chosen(component), context.view.wished(component)
    if len(chosen) > 1:
        yield Paragraph(text=context.words("component.varies"))
        yield Items(items=tuple(description.text for description in chosen))
        yield from _where(context, component)
    elif chosen and view.dominant not in (None, chosen[0].model):
        model = context.model(chosen[0].model)
        yield Paragraph(text=context.words("component.stage", model=model.name, stage=chosen[0].stage))
    elif wished:
        yield Paragraph(text=context.words("component.wish"))
        yield Items(items=tuple(description.text for description in wished))
    if view.is_unseen(component) and component.number in deciding(context):
        yield Paragraph(text=context.words("component.deciding"))
    yield from context.quotes_of(component)


def _where(context: ReportContext, component: Component) -> Iterator[Block]:
    """Yield where an answer varies; no block if that was not asked."""
    options = context.options("ask.where", ask_ids.of_component(component, WHERE))
    if where := [uncapital(text) for text in options]:
        yield Paragraph(text=context.words("component.where", where=context.listing(where)))


def bases(context: ReportContext, component: Component) -> str:
    """Return what an answer rests on, as it was answered; empty if it was not."""
    given = context.view.bases(component)
    options = of_answer(context.view, ask_ids.of_component(component, BASIS)).options
    return context.listing(context.words("quoted", text=option.text) for option in options if option.id in given)
