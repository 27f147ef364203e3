"""The proposal to leadership: who takes the lead in what, when, and which documents of the school it goes into."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Planned
from lobgids.advice.decision import proposed
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import effort, evaluation
from lobgids.report.parts.plan import besides, look_back
from lobgids.text import capital

DESTINATIONS = ("school_plan", "training_plan", "task_policy", "council")
MOST_NAMED = 3


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the plan, what it takes and what goes with it, how to see whether it works, and where it gets a place."""
    plan = context.told_plan
    if plan:
        if not proposed(context.view, context.conclusions):
            yield Paragraph(text=context.words("proposal.for_now"))
        yield _plan(context, plan)
        yield from effort.roles(context, plan)
        yield from _typed(context, plan)
        yield from evaluation.in_short(context)
        if day := look_back(context):
            yield Paragraph(text=context.words("proposal.look_back", day=day))
    else:
        yield Paragraph(text=context.words("proposal.own" if context.conclusions.plan else "proposal.none"))
    yield Heading(text=context.words("head.goes"))
    yield Items(items=tuple(_what(context, destination) for destination in DESTINATIONS))


def _plan(context: ReportContext, plan: Sequence[Planned]) -> Table:
    """Return who does what and who helps, when, and the hours and money; what is not known says so."""
    header = tuple(context.words(f"plan.{name}") for name in ("action", "who", "when", "hours", "head.money"))
    rows = tuple((context.title(item), _who(context, item), *_taken(context, item)) for item in plan)
    return Table(caption=context.words("plan.caption"), header=header, rows=rows, widths=(6, 5, 5, 2, 3))


def _who(context: ReportContext, item: Planned) -> str:
    """Return who takes the lead, and on a line below who helps."""
    helps = besides(context, item)["helps"]
    lines = (capital(context.owner(item)), context.words("plan.with", who=helps) if helps else "")
    return "\n".join(filter(None, lines))


def _taken(context: ReportContext, item: Planned) -> tuple[str, str, str]:
    """Return when an action is done, its hours, and its money."""
    unknown = context.words("plan.not_known")
    hours = "" if item.hours is None else context.number(item.hours)
    return capital(context.period(item)), hours or unknown, besides(context, item)["money"] or unknown


def _typed(context: ReportContext, plan: Sequence[Planned]) -> Iterator[Block]:
    """Yield for whom an action is and what can go for it, as far as these words may be shown; no block if none may."""
    found = [besides(context, item) for item in plan]
    names = [name for name in ("whom", "off") if any(row[name] for row in found)]
    if names:
        header = (context.words("plan.action"), *(context.words(f"plan.head.{name}") for name in names))
        rows = tuple(
            (context.title(item), *(row[name] or context.words("plan.not_known") for name in names))
            for item, row in zip(plan, found, strict=True)
        )
        yield Table(caption=context.words("plan.besides"), header=header, rows=rows, widths=(6, *(5,) * len(names)))


def _what(context: ReportContext, destination: str) -> str:
    """Return what goes into a document or council of the school, naming what of the plan it is about."""
    plan = context.told_plan
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
