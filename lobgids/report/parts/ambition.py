"""Where the school wants to go: the direction, and the step with what it changes for those who take it."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Direction, Front
from lobgids.kb.phrasing import phrase
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.involved import involved
from lobgids.school.ambition import SCHOOL, WHOSE, ask_of
from lobgids.school.stage import present
from lobgids.text import capital

MOST_FRONTS = 4
"""How many fronts on which a step changes something are told where they are not looked up."""

VISION = "visie-en-beleid"


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the direction and the steps to it; no block if wishes were not talked about."""
    direction = context.conclusions.direction
    if not (direction.wishes or direction.skipped):
        return
    yield from _direction(context, with_table=_says_more(direction))
    yield from _steps(context, direction)
    if fronts := _of_those_involved(context, direction):
        yield _fronts(context, fronts)
    yield from _departs(context, direction)


def in_full(context: ReportContext) -> Iterator[Block]:
    """Yield what a step changes on every front; no block if no step is to be made."""
    if fronts := context.conclusions.direction.fronts:
        yield _fronts(context, fronts)


def others(context: ReportContext) -> Iterator[Block]:
    """Yield what could be done beside the plan; no block if there is nothing."""
    planned = {item.action for item in context.conclusions.plan}
    if left := [action for action in context.conclusions.actions if action.id not in planned]:
        yield Paragraph(text=context.words("ideas.intro"))
        yield Items(items=tuple(f"{action.title}. {action.how}" for action in left))


def wished(context: ReportContext) -> Iterator[Block]:
    """Yield the direction, the wishes, and whose they are."""
    direction = context.conclusions.direction
    yield from _direction(context, with_table=bool(direction.wishes or direction.skipped))


def _says_more(direction: Direction) -> bool:
    """Return whether a table of the wishes says more than the summary does: not if all stay, or all take one step."""
    moving = sum(1 for goal in direction.wishes.values() if goal)
    is_one_step = direction.now not in (None, direction.aimed) and direction.aimed == direction.next
    return bool(moving) and not (is_one_step and not is_partly(direction))


def _direction(context: ReportContext, *, with_table: bool) -> Iterator[Block]:
    direction = context.conclusions.direction
    yield Paragraph(text=_lead(context, direction), look="lead")
    if with_table:
        yield _wishes(context, direction)
    if whose := context.whose():
        yield Paragraph(text=context.words("wishes.whose", who=whose))
    asked = dict.fromkeys(ask_of(context.view, subject) for subject in (*direction.wishes, *direction.skipped))
    yield from context.quotes(*asked, WHOSE)


def _lead(context: ReportContext, direction: Direction) -> str:
    moving = [name for subject, name in _names(context).items() if direction.wishes.get(subject)]
    if direction.is_apart:
        return context.words("direction.apart")
    if direction.now is None or direction.next is None or direction.aimed is None:
        return context.words("direction.open")
    if direction.aimed != direction.now:
        return _on_the_way(context, direction, direction.now, moving)
    return context.words("direction.join", pillars="; ".join(moving)) if moving else context.words("direction.stay")


def _on_the_way(context: ReportContext, direction: Direction, now: int, moving: list[str]) -> str:
    """Return where the school, or those of its pillars that move, are on the way to."""
    names: dict[int, str] = {stage.model: stage.name for stage in context.base.models}
    following = names[direction.next or now]
    if direction.aimed and direction.aimed != direction.next:
        far = [name for subject, name in _names(context).items() if direction.wishes.get(subject) == direction.aimed]
        return context.words("direction.far", next=following, aimed=names[direction.aimed], pillars="; ".join(far))
    if is_partly(direction):
        return context.words("direction.partly", now=names[now], then=following, pillars="; ".join(moving))
    return context.words("direction.move", now=names[now], then=following)


def _names(context: ReportContext) -> dict[str, str]:
    """Return the names of what a wish can be about, by id: a pillar, or the whole school."""
    return {
        **{pillar.id: pillar.name for pillar in context.base.pillars},
        SCHOOL: capital(context.school_part) or context.words("wishes.school"),
    }


def _wishes(context: ReportContext, direction: Direction) -> Table:
    names = _names(context)
    asked = [subject for subject in names if subject in direction.wishes or subject in direction.skipped]
    rows = tuple((names[subject], _now(context, subject), _wish(context, direction, subject)) for subject in asked)
    header = (context.words("wishes.subject"), context.words("wishes.now"), context.words("wishes.wish"))
    return Table(caption=context.words("wishes.caption"), header=header, rows=rows, widths=(4, 3, 4))


def _now(context: ReportContext, subject: str) -> str:
    """Return in which stages the answers about a pillar are; of the school the stage that leads."""
    view, dominant = context.view, context.conclusions.direction.now
    if subject == SCHOOL:
        return context.model(dominant).name if dominant else context.words("profile.unknown")
    stages = {stage for component in view.known if component.pillar == subject for stage in present(view, component)}
    return context.listing(context.model(stage).name for stage in sorted(stages)) or context.words("profile.unknown")


def _wish(context: ReportContext, direction: Direction, subject: str) -> str:
    """Return where a pillar is to go, in a few words: to stay, a stage, or a nearer one and then a further one."""
    if subject in direction.skipped:
        return context.words("wishes.skipped")
    goal = direction.wishes[subject]
    if goal is None:
        return context.words("wishes.same")
    if later := direction.later.get(subject):
        return context.words("wishes.later", next=context.model(goal).name, later=context.model(later).name)
    return context.model(goal).name


def _steps(context: ReportContext, direction: Direction) -> Iterator[Block]:
    if direction.steps and is_partly(direction):
        yield Paragraph(text=context.words("step.partly"))
    for step in direction.steps:
        yield Heading(text=context.words("head.step" if step.start == direction.now else "head.later_step"))
        yield Paragraph(text=step.text)
        yield Paragraph(text=context.words("step.tension", tension=step.tension))
        yield Paragraph(text=step.milestone)


def _fronts(context: ReportContext, fronts: Sequence[Front]) -> Table:
    header = (context.words("fronts.front"), context.words("fronts.now"), context.words("fronts.then"))
    rows = tuple((capital(front.name), front.now, front.then) for front in fronts)
    return Table(caption=context.words("fronts.caption"), header=header, rows=rows, widths=(2, 4, 4))


def _of_those_involved(context: ReportContext, direction: Direction) -> Sequence[Front]:
    """Return what the step changes in the vision if that moves, in what LOB is for, and for the roles in the plan."""
    moving = {subject for subject, goal in direction.wishes.items() if goal}
    general = ["front.vision"] * bool(moving & {VISION, SCHOOL}) + ["front.use"]
    wanted = {phrase(context.base, name, context.view.header.seed) for name in general}
    wanted |= {context.base.role(advice.role).name for advice in involved(context)}
    changed = [front for front in direction.fronts if front.name in wanted and front.now != front.then]
    return changed[:MOST_FRONTS]


def is_partly(direction: Direction) -> bool:
    """Return whether some of what was asked about moves, and the rest stays."""
    moving = sum(1 for goal in direction.wishes.values() if goal)
    return 0 < moving < len(direction.wishes) + len(direction.skipped)


def _departs(context: ReportContext, direction: Direction) -> Iterator[Block]:
    """Yield where a school that stays is in another stage than the one that leads."""
    if direction.now is None or direction.steps:
        return
    departs = [component.name for component in context.view.known
               if direction.now not in present(context.view, component)]  # fmt: skip
    if departs:
        yield Paragraph(text=context.words("departs", components="; ".join(departs)))
