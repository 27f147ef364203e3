"""Where the school wants to go: staying and strengthening gets as much room as moving on."""

from collections.abc import Iterator

from lobgids.advice.conclusions import Direction
from lobgids.kb.schema.school import Component
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.picture import strong
from lobgids.school.ambition import SCHOOL, WHOSE, ask_of
from lobgids.text import capital


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the direction, then the steps to it or what makes the present stage stronger."""
    direction = context.conclusions.direction
    yield from wished(context)
    if direction.steps:
        yield from _steps(context, direction)
    elif direction.now:
        yield from _stronger(context, direction.now)


def wished(context: ReportContext) -> Iterator[Block]:
    """Yield the direction, the wishes, and whose they are."""
    direction = context.conclusions.direction
    yield Paragraph(text=_lead(context, direction), look="lead")
    if direction.wishes:
        yield _wishes(context, direction)
    if whose := context.whose():
        yield Paragraph(text=context.words("wishes.whose", who=whose))
    asked = dict.fromkeys(ask_of(context.view, subject) for subject in direction.wishes)
    yield from context.quotes(*asked, WHOSE)


def _lead(context: ReportContext, direction: Direction) -> str:
    if direction.now is None or direction.next is None or direction.aimed is None:
        return context.words("direction.open")
    now, following = context.model(direction.now).name, context.model(direction.next).name
    if direction.aimed != direction.next:
        aimed = capital(context.model(direction.aimed).name)
        return context.words("direction.far", now=now, next=following, aimed=aimed)
    if direction.next == direction.now:
        return context.words("direction.stay")
    moving = [name for subject, name in _names(context).items() if direction.wishes.get(subject) == direction.next]
    if len(moving) < len(direction.wishes):
        return context.words("direction.partly", now=now, then=following, pillars=context.listing(moving))
    return context.words("direction.move", now=now, then=following)


def _names(context: ReportContext) -> dict[str, str]:
    """Return the names of what a wish can be about, by id: a pillar, or the whole school."""
    return {**{pillar.id: pillar.name for pillar in context.base.pillars}, SCHOOL: context.words("wishes.school")}


def _wishes(context: ReportContext, direction: Direction) -> Table:
    names = _names(context)
    now = context.model(direction.now).name if direction.now else context.words("profile.unknown")
    rows = tuple(
        (names[subject], now,
         context.words("wishes.same") if goal in (None, direction.now) else context.model(goal).name)
        for subject, goal in direction.wishes.items()
    )  # fmt: skip
    header = (context.words("wishes.subject"), context.words("wishes.now"), context.words("wishes.wish"))
    return Table(caption=context.words("wishes.caption"), header=header, rows=rows, widths=(4, 3, 4))


def _steps(context: ReportContext, direction: Direction) -> Iterator[Block]:
    for index, step in enumerate(direction.steps):
        yield Heading(text=context.words("head.later_step" if index else "head.step"))
        yield Paragraph(text=step.text)
        yield Paragraph(text=context.words("step.tension", tension=step.tension))
        yield Paragraph(text=step.milestone)
    yield Heading(text=context.words("head.fronts"))
    header = (context.words("fronts.front"), context.words("fronts.now"), context.words("fronts.then"))
    rows = tuple((capital(front.name), front.now, front.then) for front in direction.fronts)
    yield Table(caption=context.words("fronts.caption"), header=header, rows=rows, widths=(2, 4, 4))


def _stronger(context: ReportContext, now: int) -> Iterator[Block]:
    view = context.view
    yield from strong(context)
    stronger = [f"{action.title}. {action.how}" for action in context.conclusions.actions if action.kind == "task"]
    if stronger:
        yield Heading(text=context.words("head.stronger"))
        yield Items(items=tuple(stronger))
    departs = [component for component in view.known if now not in _stages(context, component)]
    if departs:
        yield Heading(text=context.words("head.departs"))
        yield Paragraph(text=context.words("departs.intro"))
        yield Items(items=tuple(component.name for component in departs))


def _stages(context: ReportContext, component: Component) -> set[int]:
    return {description.model for description in context.view.chosen(component)}
