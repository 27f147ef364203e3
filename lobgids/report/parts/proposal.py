"""The proposal to leadership: who takes the lead in what, when, and which documents of the school it goes into."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Planned
from lobgids.report.blocks import Block, Heading, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import effort
from lobgids.report.parts.plan import besides, look_back, since, table

DESTINATIONS = ("school_plan", "training_plan", "task_policy", "council")
MOST_NAMED = 3


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the plan, what it takes and what goes with it, then where it goes."""
    plan = context.conclusions.plan
    if plan:
        yield table(context, plan)
        yield from effort.blocks(context, plan)
        yield _besides(context, plan)
        told: set[str] = set()
        for item in plan:
            yield from since(item, told)
        if day := look_back(context):
            yield Paragraph(text=context.words("proposal.look_back", day=day))
    else:
        yield Paragraph(text=context.words("proposal.none"))
    yield Heading(text=context.words("head.goes"))
    header = (context.words("goes.where"), context.words("goes.what"))
    rows = tuple((context.words(f"goes.{destination}"), _what(context, destination)) for destination in DESTINATIONS)
    yield Table(caption=context.words("goes.caption"), header=header, rows=rows, widths=(2, 5))


def _besides(context: ReportContext, plan: Sequence[Planned]) -> Table:
    """Return for whom each action is, who helps, the money and what can go; what may not be shown is to fill in."""
    names = ("whom", "helps", "money", "off")
    rows = tuple((context.title(item), *(besides(context, item)[name] for name in names)) for item in plan)
    header = (context.words("plan.action"), *(context.words(f"plan.head.{name}") for name in names))
    return Table(caption=context.words("plan.besides"), header=header, rows=rows, widths=(5, 4, 4, 3, 4))


def _what(context: ReportContext, destination: str) -> str:
    """Return what goes into a document or council of the school, naming what of the plan it is about."""
    plan = context.conclusions.plan
    if destination == "training_plan":
        titles = [item.title for item in plan if item.kind == "learn"][:MOST_NAMED]
        return _filled(context, destination, actions="; ".join(titles))
    if destination == "task_policy":
        themes = [theme.name for theme in context.base.themes for action in context.conclusions.actions
                  if action.theme == theme.id and any(item.action == action.id for item in plan)]  # fmt: skip
        return _filled(context, destination, themes="; ".join(themes[:MOST_NAMED]))
    return context.words(f"goes.{destination}.what")


def _filled(context: ReportContext, destination: str, **fill: str) -> str:
    return (
        context.words(f"goes.{destination}.what", **fill)
        if any(fill.values())
        else context.words(f"goes.{destination}.none")
    )
