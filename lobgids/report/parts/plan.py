"""The plan: the actions at a glance, then each with how to begin, what one will see, and what it rests on."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Action, Planned
from lobgids.dialogue.chapters.closing import LOOK_BACK
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.teller import Teller
from lobgids.text import capital


def blocks(teller: Teller) -> Iterator[Block]:
    """The plan, or what could stand in it."""
    plan = teller.told.plan
    if not plan:
        yield Paragraph(text=teller.words("plan.none"))
        yield Items(items=tuple(f"{action.title}. {action.how}" for action in teller.told.actions))
        return
    yield table(teller, plan)
    if day := look_back(teller):
        yield Paragraph(text=teller.words("plan.look_back", day=day))
    for item in plan:
        yield Heading(text=item.title)
        yield Paragraph(text=teller.words("plan.how", how=item.how))
        yield Paragraph(text=teller.words("plan.sign", success=item.success))
        yield from rests_on(teller, item)
        yield from teller.quotes(ask_ids.plan("when", item.action))


def table(teller: Teller, plan: Sequence[Planned]) -> Table:
    """Who does what, when, and what one will see; an empty day is one to fill in."""
    rows = tuple((item.title, capital(teller.owner(item)), teller.day(item.date), item.success) for item in plan)
    header = tuple(teller.words(f"plan.{name}") for name in ("action", "who", "when", "success"))
    return Table(caption=teller.words("plan.caption"), header=header, rows=rows, widths=(4, 3, 3, 5))


def look_back(teller: Teller) -> str:
    """The day on which one looks back, in words."""
    value = teller.view.state.value(LOOK_BACK)
    try:
        return teller.day(str(value or ""))
    except ValueError:  # a hand wrote something else there
        return ""


def rests_on(teller: Teller, item: Planned | Action) -> Iterator[Block]:
    """The answers and the places in the publication that an action rests on."""
    if reasons := teller.reasons(item.because):
        yield Paragraph(text=teller.words("plan.because", answers=" ".join(reasons)), look="small")
    if places := teller.places(item.facts):
        yield Paragraph(text=teller.words("plan.facts", places="; ".join(places)), look="small")
    else:
        yield Paragraph(text=teller.words("plan.guide"), look="small")
