"""For leadership: who takes the lead in what, when, and where the decision finds its place."""

from collections.abc import Iterator

from lobgids.report.blocks import Block, Heading, Paragraph, Table
from lobgids.report.parts.plan import look_back, table
from lobgids.report.teller import Teller

PLACES = ("school_plan", "training_plan", "task_policy", "council")
MOST_NAMED = 3


def blocks(teller: Teller) -> Iterator[Block]:
    """The plan, then where it goes."""
    plan = teller.told.plan
    if plan:
        yield table(teller, plan)
        if day := look_back(teller):
            yield Paragraph(text=teller.words("proposal.look_back", day=day))
    else:
        yield Paragraph(text=teller.words("proposal.none"))
    yield Heading(text=teller.words("head.goes"))
    header = (teller.words("goes.where"), teller.words("goes.what"))
    rows = tuple((teller.words(f"goes.{place}"), _what(teller, place)) for place in PLACES)
    yield Table(caption=teller.words("goes.caption"), header=header, rows=rows, widths=(2, 5))


def _what(teller: Teller, place: str) -> str:
    """What goes into a document of the school, with what of the plan it is about."""
    plan = teller.told.plan
    if place == "training_plan":
        titles = [item.title for item in plan if item.kind == "learn"][:MOST_NAMED]
        return _filled(teller, place, actions="; ".join(titles))
    if place == "task_policy":
        themes = [theme.name for theme in teller.base.themes for action in teller.told.actions
                  if action.theme == theme.id and any(item.action == action.id for item in plan)]  # fmt: skip
        return _filled(teller, place, themes="; ".join(themes[:MOST_NAMED]))
    return teller.words(f"goes.{place}.what")


def _filled(teller: Teller, place: str, **fill: str) -> str:
    return teller.words(f"goes.{place}.what", **fill) if any(fill.values()) else teller.words(f"goes.{place}.none")
