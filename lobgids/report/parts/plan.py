"""The plan: the actions at a glance, what they take, then each with what goes with it and what it rests on."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Action, Planned
from lobgids.advice.plan import ENOUGH, FIELDS
from lobgids.dialogue.chapters.closing import LOOK_BACK
from lobgids.dialogue.period import looked_back
from lobgids.kb.sources import standing
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import effort
from lobgids.text import capital

TYPED = ("whom", "off", "sign")
"""What is asked of an action and answered in a text of one's own."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the plan, or what could stand in it."""
    plan = context.conclusions.plan
    if not plan:
        yield Paragraph(text=context.words("plan.none"))
        yield Items(items=tuple(f"{action.title}. {action.how}" for action in offered(context)))
        return
    yield from few_first(context, plan)
    if sentence := look_back(context, "plan.look_back"):
        yield Paragraph(text=sentence)
    told = {sentence.text for item in plan for sentence in item.since if context.has_told(sentence.text)}
    for item in plan:
        yield Heading(text=context.title(item))
        yield Paragraph(text=_agreed(context, item))
        yield from begins(context, item)
        yield from since(item, told)
        yield from sign(context, item)
        yield from quotes(context, item)
        yield from _rests_on(context, item)
    yield Heading(text=context.words("head.takes"))
    yield from effort.blocks(context, plan)
    yield from effort.guideline(context)


def offered(context: ReportContext) -> list[Action]:
    """Return the actions that are among the first to choose from."""
    return [action for action in context.conclusions.actions if not action.further]


def _agreed(context: ReportContext, item: Planned) -> str:
    """Return who takes the lead, when, how many hours, and what else is known of an action; then what is not."""
    hours = "" if item.hours is None else context.counted("effort.sum.hours", item.hours)
    lines = [capital(", ".join(filter(None, (context.owner(item), context.period(item), hours))))]
    given = besides(context, item)
    lines += [context.words(f"plan.{name}", text=text) for name, text in given.items() if text]
    if unknown := [context.words(f"plan.open.{name}") for name, text in given.items() if not text]:
        lines.append(context.words("plan.unknown", what=context.listing(unknown)))
    return "\n".join(lines)


def begins(context: ReportContext, item: Planned) -> Iterator[Block]:
    """Yield how an action begins; no block for one's own, of which that was not said."""
    if item.how:
        yield Paragraph(text=context.words("plan.how", how=item.how))


def table(context: ReportContext, plan: Sequence[Planned]) -> Table:
    """Return who does what, from when until when, and the hours; what is not known is to be filled in."""
    rows = tuple(
        (
            context.title(item),
            capital(context.owner(item)),
            capital(context.period(item)),
            "" if item.hours is None else context.number(item.hours),
        )
        for item in plan
    )
    header = tuple(context.words(f"plan.{name}") for name in ("action", "who", "when", "hours"))
    return Table(caption=context.words("plan.caption"), header=header, rows=rows, widths=(6, 4, 4, 2))


def few_first(context: ReportContext, plan: Sequence[Planned]) -> Iterator[Block]:
    """Yield that a few actions first is wiser, if there are many."""
    if len(plan) > ENOUGH:
        yield Paragraph(text=context.words("plan.few_first"))


def look_back(context: ReportContext, name: str) -> str:
    """Return the sentence of this name on when one looks back, as exactly as was said; empty if that is not known."""
    if about := looked_back(context.view):
        return context.words(f"{name}.about", day=about)
    value = context.view.state.value(LOOK_BACK)
    try:
        day = context.day(str(value or ""))
    except ValueError:  # somebody edited the file and wrote something else there
        return ""
    return context.words(name, day=day) if day else ""


def sign(context: ReportContext, item: Planned) -> Iterator[Block]:
    """Yield what there will be to see when an action worked; no block if that is not known or may not be shown."""
    if success := context.success(item):
        yield Paragraph(text=context.words("plan.sign", success=success))


def details(context: ReportContext, item: Planned) -> Iterator[Block]:
    """Yield what is known and may be shown of an action: for whom, who helps, the money and what can go."""
    given = besides(context, item)
    if lines := [context.words(f"plan.{name}", text=text) for name, text in given.items() if text]:
        yield Paragraph(text="\n".join(lines))


def besides(context: ReportContext, item: Planned) -> dict[str, str]:
    """Return in words what the table leaves out of an action; empty what is not known or may not be shown."""
    return {
        "whom": context.typed(ask_ids.plan("whom", item.action)),
        "helps": context.listing(context.base.role(role).one for role in item.helps),
        "money": "" if item.money is None else effort.euros(context, item.money),
        "off": context.typed(ask_ids.plan("off", item.action)),
    }


def since(item: Planned, told: set[str]) -> Iterator[Block]:
    """Yield what changed about an action after the publication, unless it is `told` with an earlier one; add it."""
    for sentence in item.since:
        if sentence.text not in told:
            told.add(sentence.text)
            yield Paragraph(text=sentence.text)


def quotes(context: ReportContext, item: Planned) -> Iterator[Block]:
    """Yield what was said beside the answers about an action, if it may be shown."""
    yield from context.quotes(*(ask_ids.plan(name, item.action) for name in FIELDS if name not in TYPED))


def _rests_on(context: ReportContext, item: Planned) -> Iterator[Block]:
    """Yield in a line what an action rests on, and the places in the publication that say it or that it fits."""
    if item.kind == "own":
        yield Paragraph(text=context.words("plan.own"), look="small")
        return
    lines = []
    if grounds := context.grounds(item.because):
        lines.append(context.words("plan.grounds", grounds="; ".join(grounds)))
    places = context.places(item.facts)
    lines.append(context.words(f"plan.{standing(item.origin, places)}", places="; ".join(places)))
    yield Paragraph(text=" ".join(lines), look="small")
