"""My copy, first page: the conclusion, what works, where to, what first, and what to mind."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Planned
from lobgids.dialogue import telling
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.own_words import subject
from lobgids.report.parts.plan import table
from lobgids.report.teller import Teller
from lobgids.school.ambition import SCHOOL, moves_to

MOST_FIRST, MOST_TENSIONS = 4, 3
"""How many actions and tensions fit on the page."""


def blocks(teller: Teller) -> Iterator[Block]:
    """The summary."""
    yield Paragraph(text=telling.conclusion(teller.view).text, look="lead")
    yield Paragraph(text=founded(teller))
    yield Heading(text=teller.words("head.works"))
    yield works(teller)
    yield Heading(text=teller.words("head.wishes"))
    yield Items(items=tuple(wishes(teller)) or (teller.words("wishes.open"),))
    if teller.told.plan:
        yield Heading(text=teller.words("head.first"))
        yield short(teller, teller.told.plan[:MOST_FIRST])
    if tensions := teller.told.tensions:
        yield Heading(text=teller.words("head.tensions"))
        yield Items(items=tuple(one.text for one in tensions[:MOST_TENSIONS]))
        if more := len(tensions[MOST_TENSIONS:]):
            yield Paragraph(text=teller.words("more.tensions", count=more), look="small")


def founded(teller: Teller) -> str:
    """How many components were answered, and of how many something was seen."""
    view = teller.view
    seen = sum(view.is_seen(component) for component in view.known)
    return teller.words("founded", answered=len(view.known), total=len(teller.base.components), seen=seen)


def works(teller: Teller) -> Block:
    """What was seen happening."""
    seen = tuple(f"{subject(teller.view, one.id)}. {one.text}" for one in telling.what_works(teller.view))
    return Items(items=seen) if seen else Paragraph(text=teller.words("works.nothing"))


def wishes(teller: Teller) -> Iterator[str]:
    """A line for each pillar, or for the school: stay and strengthen, or on the way to a stage."""
    names: dict[str, str] = {pillar.id: pillar.name for pillar in teller.base.pillars}
    for wish in teller.told.direction.wishes:
        name = teller.words("wishes.school") if wish == SCHOOL else names[wish]
        if goal := moves_to(teller.view, wish):
            yield teller.words("wishes.move", subject=name, model=teller.model(goal).name)
        else:
            yield teller.words("wishes.stay", subject=name)


def short(teller: Teller, plan: Sequence[Planned]) -> Table:
    """The plan without what one will see, which stands further on."""
    whole = table(teller, plan)
    rows = tuple(row[:3] for row in whole.rows)
    return Table(caption=whole.caption, header=whole.header[:3], rows=rows, widths=whole.widths[:3])
