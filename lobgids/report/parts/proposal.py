"""For leadership: who takes the lead in what, when, and where the decision finds its place."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Heading, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.plan import look_back, table

PLACES = ("school_plan", "training_plan", "task_policy", "council")
MOST_NAMED = 3


def blocks(context: ReportContext) -> Iterator[Block]:
    """The plan, then where it goes."""
    plan = context.conclusions.plan
    if plan:
        yield table(context, plan)
        if day := look_back(context):
            yield Paragraph(text=context.words("proposal.look_back", day=day))
    else:
        yield Paragraph(text=context.words("proposal.none"))
    yield Heading(text=context.words("head.goes"))
    header = (context.words("goes.where"), context.words("goes.what"))
    rows = tuple((context.words(f"goes.{place}"), _what(context, place)) for place in PLACES)
    yield Table(caption=context.words("goes.caption"), header=header, rows=rows, widths=(2, 5))


def _what(context: ReportContext, place: str) -> str:
    """What goes into a document of the school, with what of the plan it is about."""
    plan = context.conclusions.plan
    if place == "training_plan":
        titles = [item.title for item in plan if item.kind == "learn"][:MOST_NAMED]
        return _filled(context, place, actions="; ".join(titles))
    if place == "task_policy":
        themes = [theme.name for theme in context.base.themes for action in context.conclusions.actions
                  if action.theme == theme.id and any(item.action == action.id for item in plan)]  # fmt: skip
        return _filled(context, place, themes="; ".join(themes[:MOST_NAMED]))
    return context.words(f"goes.{place}.what")


def _filled(context: ReportContext, place: str, **fill: str) -> str:
    return context.words(f"goes.{place}.what", **fill) if any(fill.values()) else context.words(f"goes.{place}.none")
