"""The first page of the report for oneself: the conclusion, what works, where to, what first, and what to mind."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Planned, Tension
from lobgids.dialogue import telling
from lobgids.log.ask_ids import ALSO, ambition
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.picture import recognised
from lobgids.report.parts.plan import table
from lobgids.school import naming
from lobgids.school.ambition import SCHOOL
from lobgids.school.sayings import said_with
from lobgids.school.strengths import what_works
from lobgids.text import capital

MOST_FIRST, MOST_TENSIONS = 4, 3
"""How many actions and tensions fit on the page at most."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the summary."""
    is_denied = context.view.header.shows_sentences and naming.is_denied(context.view)
    told = context.words("summary.denied") if is_denied else telling.conclusion(context.view).text
    yield Paragraph(text=told, look="lead")
    yield Paragraph(text=founded(context))
    yield from recognised(context)
    yield Heading(text=context.words("head.works"))
    yield from works(context)
    yield Heading(text=context.words("head.wishes"))
    yield Items(items=tuple(wishes(context)) or (context.words("wishes.open"),))
    if context.conclusions.plan:
        yield Heading(text=context.words("head.first"))
        yield short(context, context.conclusions.plan[:MOST_FIRST])
    if tensions := context.conclusions.tensions:
        yield Heading(text=context.words("head.tensions"))
        yield Items(items=tuple(tension.text for tension in tensions[:MOST_TENSIONS]))
        if more := len(further_tensions(context)):
            yield Paragraph(text=context.counted("more.tensions", more), look="small")


def further_tensions(context: ReportContext) -> Sequence[Tension]:
    """Return the tensions for which the page has no room."""
    return context.conclusions.tensions[MOST_TENSIONS:]


def founded(context: ReportContext) -> str:
    """Return in words how many components were answered, and of how many something was seen."""
    view = context.view
    seen = sum(view.is_seen(component) for component in view.known)
    return context.words("founded", answered=len(view.known), total=len(context.base.components), seen=seen)


def works(context: ReportContext) -> Iterator[Block]:
    """Yield what is good about what was seen happening, with what one named besides; or that nothing was seen yet."""
    good = tuple(description.strength for description in what_works(context.view))
    if not good:
        yield Paragraph(text=nothing_seen(context))
        return
    yield Items(items=good)
    if quote := context.typed(ALSO):
        yield Paragraph(text=context.words("works.quote", quote=quote))


def nothing_seen(context: ReportContext) -> str:
    """Return that nothing was seen yet that works; but for what the decaan told of it, if those words may be shown."""
    if quote := context.typed(ALSO):
        return context.words("works.quote", quote=quote)
    return context.words("works.nothing")


def wishes(context: ReportContext) -> Iterator[str]:
    """Yield a line for each wish with the pillars, or the school, that it is for: to stay, or on the way to a stage."""
    direction, found = context.conclusions.direction, dict[str, list[str]]()
    for wish, goal in direction.wishes.items():
        line = context.words("wishes.same") if goal is None else _with_later(context, wish, goal)
        found.setdefault(line, []).append(wish)
    for line, subjects in found.items():
        name = "wishes.stay" if line == context.words("wishes.same") else "wishes.move"
        yield context.words(name, subject=_subjects(context, subjects), model=line)
    if direction.skipped:
        yield _not_chosen(context, direction.skipped)


def _not_chosen(context: ReportContext, subjects: Sequence[str]) -> str:
    """Return a line for what no wish was chosen for: that it stays, unless one told one's wish in own words."""
    subject, ask = _subjects(context, subjects), ambition(SCHOOL)
    if SCHOOL not in subjects or not said_with(context.view, ask):
        return context.words("wishes.not_chosen", subject=subject)
    if quote := context.shown(ask) or " ".join(one.text for one in context.quotes(ask)).rstrip(" .;"):
        return context.words("wishes.own", subject=subject, quote=quote)
    return context.words("wishes.in_words", subject=subject)


def _subjects(context: ReportContext, subjects: Sequence[str]) -> str:
    """Return what a wish is for: pillars by name, or all of them, or the school."""
    names: dict[str, str] = {pillar.id: pillar.name for pillar in context.base.pillars}
    if len(subjects) == len(names) > 1:
        return context.words("wishes.all")
    school = capital(context.school_part) or context.words("wishes.school")
    return "; ".join(school if one == SCHOOL else names[one] for one in subjects)


def _with_later(context: ReportContext, subject: str, goal: int) -> str:
    """Return the stage that something is to move to, with the one after it if that is wished for later."""
    name, later = context.model(goal).name, context.conclusions.direction.later.get(subject)
    return context.words("wishes.later", next=name, later=context.model(later).name) if later else name


def short(context: ReportContext, plan: Sequence[Planned]) -> Table:
    """Return the plan at a glance: what, who and when."""
    whole = table(context, plan)
    rows = tuple(row[:3] for row in whole.rows)
    return Table(caption=whole.caption, header=whole.header[:3], rows=rows, widths=whole.widths[:3])
