"""The talk sheet: one page for the talk in which leadership and team set the aim, about this very school."""

from collections.abc import Iterator

from lobgids.dialogue import telling
from lobgids.kb.schema.school import Component, Pillar
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.plots import theme_state
from lobgids.school.explain import why, would_change
from lobgids.school.stage import present
from lobgids.school.ways import way_ahead

OF_SCHOOL = 3
"""How many questions are about what was told of this school."""

FOR_ANY = 3
"""How many questions fit any school."""

AGREEMENTS = 3

TO_CHOOSE = 4
"""How many cells of a pillar are to be filled in: three choices, and why."""

_WIDTHS = {"pillar": 6, "ahead": 11, "leave": 3, "strengthen": 3, "step": 3, "why": 9}


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what works, questions to talk about, a choice for each pillar, and room for agreements."""
    yield Paragraph(text=context.words("talk.lead"), look="lead")
    yield Heading(text=context.words("head.works"))
    good = tuple(description.strength for description in telling.what_works(context.view, of_each_pillar=True))
    yield Items(items=good) if good else Paragraph(text=context.words("works.nothing"))
    yield Heading(text=context.words("head.questions"))
    of_school = list(dict.fromkeys(_of_school(context)))[:OF_SCHOOL]
    for_any = (context.words(f"talk.question.{number}") for number in range(1, FOR_ANY + 1))
    yield Items(items=(*of_school, *for_any), mark="number")
    yield _choices(context)
    header = tuple(context.words(f"talk.{name}") for name in ("what", "who", "when"))
    yield Table(caption=context.words("talk.agreements"), header=header, rows=(("", "", ""),) * AGREEMENTS,
                widths=(5, 3, 2))  # fmt: skip


def _of_school(context: ReportContext) -> Iterator[str]:
    """Yield questions about this school: what chafes, is unseen, differs, lies with nobody, is unknown, or weighs."""
    view = context.view
    for first, second in view.clashes():
        yield context.words("talk.clash", one=first.heard, other=second.heard)
    yield from (_about(context, component) for component in _decisive(context))
    for theme in context.base.themes:
        if theme_state(view, theme) == "open":
            yield context.words("talk.nobody", theme=theme.name)
    for component in context.base.components:
        if component not in view.known:
            yield context.words("talk.unknown", name=component.name)
    yield from (_about(context, component) for component in _heavy(context))


def _about(context: ReportContext, component: Component) -> str:
    """Return a question about an answer: whether others saw it, see it so too, or like it to differ."""
    view, chosen = context.view, context.view.chosen(component)
    if len(chosen) > 1:
        return context.words("talk.varies", name=component.name)
    return context.words("talk.sure" if view.is_seen(component) else "talk.unseen", heard=chosen[0].heard)


def _decisive(context: ReportContext) -> list[Component]:
    """Return the components to look at together: those that could turn the picture, then what differs or is unseen."""
    view = context.view
    turning = {item.component for item in would_change(view)} if view.dominant else set()
    known = [component for component in view.known if component.number in turning]
    open_ones = [
        component for component in view.known if len(present(view, component)) > 1 or not view.is_seen(component)
    ]
    return list(dict.fromkeys((*known, *open_ones)))


def _heavy(context: ReportContext) -> list[Component]:
    """Return the components of the answers that the picture rests on most: one person told them."""
    known = {component.number: component for component in context.view.known}
    return [known[item.component] for item in why(context.view) if item.component in known]


def _choices(context: ReportContext) -> Table:
    """Return a row for each pillar, with what a step would come to if there is one, and room to choose and say why."""
    pillars = context.base.pillars
    has_ahead = any(way_ahead(context.view, pillar) for pillar in pillars)
    names = ("pillar", *(("ahead",) if has_ahead else ()), "leave", "strengthen", "step", "why")
    header = tuple(context.words(f"talk.{name}") for name in names)
    rows = tuple(
        (pillar.name, *((_ahead(context, pillar),) if has_ahead else ()), *("",) * TO_CHOOSE) for pillar in pillars
    )
    widths = tuple(_WIDTHS[name] for name in names)
    return Table(caption=context.words("talk.choices"), header=header, rows=rows, widths=widths)


def _ahead(context: ReportContext, pillar: Pillar) -> str:
    """Return what a step would come to at a pillar, in everyday words, or that no stage comes after."""
    if way := way_ahead(context.view, pillar):
        return way.practice
    known = (component in context.view.known for component in context.view.components_of(pillar))
    return context.words("talk.last" if context.view.dominant or any(known) else "talk.not_known")
