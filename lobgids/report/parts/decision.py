"""The first page for leadership: what is asked, who was heard and how sure it is, what students gain, three choices."""

from collections.abc import Iterator

from lobgids.advice.ranking import NOBODY
from lobgids.dialogue import telling
from lobgids.dialogue.chapters.picture import NO, PARTLY, otherwise_at, recognised_at
from lobgids.kb.schema.school import Component
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import effort
from lobgids.report.parts.summary import founded
from lobgids.report.plots import theme_state
from lobgids.school import strengths
from lobgids.school.stage import present

MOST_EXAMPLES = 2
"""How many actions or shifts a choice names at most, so that all of it fits on one page."""

NOT_QUITE = ((PARTLY, "heard.partly"), (NO, "heard.no"))
"""What is added to a picture that the decaan recognises partly or not at all."""

SPOKEN = "assignment.spoken"
NOBODY_SPOKEN = "spoken.nobody"


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what there is to decide, and on what grounds."""
    yield Paragraph(text=context.words("decision.lead"), look="lead")
    yield Paragraph(text=" ".join(_wish(context)))
    yield from context.quotes("assignment.asked", "assignment.results")
    yield Heading(text=context.words("head.heard"))
    yield Paragraph(text=" ".join(_heard(context)))
    if asked := otherwise_at(context.view):
        yield from context.quotes(recognised_at(context.view), asked)
    if working := telling.what_works(context.view)[:MOST_EXAMPLES]:
        yield Heading(text=context.words("head.works"))
        yield Items(items=tuple(description.strength for description in working))
    yield from _gains(context)
    yield Heading(text=context.words("head.choices"))
    yield _choices(context)


def _gains(context: ReportContext) -> Iterator[Block]:
    """Yield what students gain here, then what they often gain in the stage that is worked toward."""
    direction = context.conclusions.direction
    if direction.next is None:
        return
    here, often = strengths.gains(context.view, direction.next)
    if shown := here[:MOST_EXAMPLES]:
        yield Heading(text=context.words("head.gains"))
        yield Items(items=tuple(gain.text for gain in shown))
    if more := often[: MOST_EXAMPLES - len(shown)]:
        stays = direction.next == direction.now
        yield Heading(text=context.words("head.gains.often" if stays else "head.gains.then"))
        yield Items(items=tuple(gain.text for gain in more))


def _wish(context: ReportContext) -> Iterator[str]:
    direction = context.conclusions.direction
    if not direction.wishes:
        yield context.words("decision.wish.open")
        return
    moves = any(direction.wishes.values())
    yield context.words("decision.wish.move" if moves else "decision.wish.stay")
    if whose := context.whose():
        yield context.words("decision.whose", who=whose)


def _heard(context: ReportContext) -> Iterator[str]:
    asked = context.view.ids(SPOKEN)
    if asked and NOBODY_SPOKEN not in asked:
        spoken = context.listing(text.lower() for text in context.options(SPOKEN))
        yield context.words("heard.spoken", who=spoken)
    else:
        yield context.words("heard.alone")
    yield founded(context)
    yield context.words(f"heard.sure.{context.view.certainty}")
    recognised = context.view.state.value(recognised_at(context.view))
    yield from (context.words(name) for answer, name in NOT_QUITE if answer == recognised)


def _choices(context: ReportContext) -> Table:
    """Return three choices with what happens, what it takes and what stops.

    Hours and money are those of the planned actions that belong to a choice. What is not known, and what leaving it
    takes, is for the school to fill in.
    """
    plan = context.conclusions.plan
    steps, others = [item for item in plan if item.is_step], [item for item in plan if not item.is_step]
    header = tuple(context.words(f"choices.{name}") for name in ("choice", "what", "hours", "money", "stops"))
    rows = tuple(
        (context.words(f"choices.{name}"), what, *effort.cells(context, items), stops)
        for name, (what, stops), items in (
            ("leave", _leave(context), []),
            ("strengthen", _strengthen(context), others),
            ("step", _step(context), steps),
        )
    )
    is_known = any(effort.cells(context, plan))
    caption = context.words("choices.caption_plan" if is_known else "choices.caption")
    return Table(caption=caption, header=header, rows=rows, widths=(3, 6, 3, 3, 5) if is_known else (3, 7, 2, 2, 6))


def _themes(context: ReportContext, state: str) -> list[str]:
    return [theme.name for theme in context.base.themes if theme_state(context.view, theme) == state]


def _leave(context: ReportContext) -> tuple[str, str]:
    unowned = _themes(context, "open")[:MOST_EXAMPLES]
    what = context.words("leave.open", themes="; ".join(unowned)) if unowned else context.words("leave.what")
    return what, context.words("leave.stops")


def _strengthen(context: ReportContext) -> tuple[str, str]:
    """Return what could be done better of what is there already, whatever the wish, and what stops."""
    titles = _to_strengthen(context)
    what = (
        context.words("strengthen.what", actions="; ".join(titles)) if titles else context.words("strengthen.nothing")
    )
    return what, context.words("strengthen.stops")


def _to_strengthen(context: ReportContext) -> list[str]:
    """Return how to strengthen what is seen to be so, at the component's own stage; what is planned comes first."""
    view, planned = context.view, {item.action for item in context.conclusions.plan}
    found = [
        (f"act.{action.id.removeprefix('action.')}" not in planned, action.stronger.title)
        for of_model in context.base.actions
        for action in of_model.actions
        if present(view, _component_of(context, action.theme)) == (of_model.model,)
        and view.doers(context.base.theme(action.theme)) != [NOBODY]
    ]
    return [title for _, title in sorted(found, key=lambda row: row[0])][:MOST_EXAMPLES]


def _component_of(context: ReportContext, theme: str) -> Component:
    return context.base.component(context.base.theme(theme).component)


def _step(context: ReportContext) -> tuple[str, str]:
    """Return the step that was wished for, or else the step to the next stage, and what it shifts."""
    now, following = context.conclusions.direction.now, context.conclusions.direction.next
    if now is None or following is None:
        return context.words("step.open"), ""
    goal = following if following != now else min(now + 1, 3)
    step = next((step for step in context.base.transitions if (step.start, step.goal) == (now, goal)), None)
    if step is None:
        return context.words("step.last"), ""
    return step.milestone, _shifts(context, goal)


def _shifts(context: ReportContext, goal: int) -> str:
    """Return in words which themes go to other roles than those who do them now."""
    shifts = []
    for theme in context.base.themes:
        doers, wanted = context.view.doers(theme), getattr(theme.done_by, f"model{goal}")
        if doers and NOBODY not in wanted and not set(wanted) & set(doers):
            shifts.append(context.words("step.shift", theme=theme.name, roles=context.who(wanted)))
    if not shifts:
        return context.words("step.no_shifts")
    return context.words("step.shifts", shifts=" ".join(shifts[:MOST_EXAMPLES]))
