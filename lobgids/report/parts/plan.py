"""The plan: the actions at a glance, then each with how to begin, what there will be to see, and what it rests on."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Planned
from lobgids.dialogue.chapters.closing import LOOK_BACK
from lobgids.kb.sources import standing
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.text import capital


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the plan, or what could stand in it."""
    plan = context.conclusions.plan
    if not plan:
        yield Paragraph(text=context.words("plan.none"))
        yield Items(items=tuple(f"{action.title}. {action.how}" for action in context.conclusions.actions))
        return
    yield table(context, plan)
    if day := look_back(context):
        yield Paragraph(text=context.words("plan.look_back", day=day))
    told: set[str] = set()
    for item in plan:
        yield Heading(text=context.title(item))
        yield from begins(context, item)
        yield from since(item, told)
        if item.success:
            yield Paragraph(text=context.words("plan.sign", success=item.success))
        yield from rests_on(context, item)
        yield from context.quotes(ask_ids.plan("when", item.action))


def begins(context: ReportContext, item: Planned) -> Iterator[Block]:
    """Yield how an action begins; no block for one's own, of which that was not said."""
    if item.how:
        yield Paragraph(text=context.words("plan.how", how=item.how))


def table(context: ReportContext, plan: Sequence[Planned]) -> Table:
    """Return who does what, when, and what there will be to see; an empty day is to be filled in."""
    rows = tuple(
        (context.title(item), capital(context.owner(item)), context.day(item.date), item.success) for item in plan
    )
    header = tuple(context.words(f"plan.{name}") for name in ("action", "who", "when", "success"))
    return Table(caption=context.words("plan.caption"), header=header, rows=rows, widths=(4, 3, 3, 5))


def look_back(context: ReportContext) -> str:
    """Return the day for looking back, in words; empty if there is none."""
    value = context.view.state.value(LOOK_BACK)
    try:
        return context.day(str(value or ""))
    except ValueError:  # somebody edited the file and wrote something else there
        return ""


def since(item: Planned, told: set[str]) -> Iterator[Block]:
    """Yield what changed about an action after the publication, unless it is `told` with an earlier one; add it."""
    for sentence in item.since:
        if sentence.text not in told:
            told.add(sentence.text)
            yield Paragraph(text=sentence.text)


def rests_on(context: ReportContext, item: Planned) -> Iterator[Block]:
    """Yield the answers that an action rests on, and the places in the publication that say it or that it fits."""
    if item.kind == "own":
        yield Paragraph(text=context.words("plan.own"), look="small")
        return
    if reasons := context.reasons(item.because):
        yield Paragraph(text=context.words("plan.because", answers=" ".join(reasons)), look="small")
    places = context.places(item.facts)
    source = context.words(f"plan.{standing(item.origin, places)}", places="; ".join(places))
    yield Paragraph(text=source, look="small")
