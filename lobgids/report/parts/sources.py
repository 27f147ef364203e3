"""Where it stands in the publication, and to oneself what changed since."""

from collections import Counter
from collections.abc import Iterator

from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.teller import Teller


def blocks(teller: Teller) -> Iterator[Block]:
    """The publication, and the places that the advice rests on."""
    publication = teller.base.about.publication
    fill = {"title": publication.title, "issuer": publication.issuer, "year": publication.year}
    yield Paragraph(text=teller.words("sources.publication", **fill))
    if rows := tuple(_places(teller)):
        header = (teller.words("sources.place"), teller.words("sources.count"))
        yield Table(caption=teller.words("sources.caption"), header=header, rows=rows, widths=(4, 1))


def with_additions(teller: Teller) -> Iterator[Block]:
    """The same, with what changed since the publication."""
    yield from blocks(teller)
    yield Heading(text=teller.words("head.since"))
    yield Items(items=tuple(addition.text for addition in teller.base.additions))


def cited(teller: Teller) -> list[str]:
    """The facts that this conversation's picture and advice rest on."""
    told = teller.told
    groups = [
        *(one.facts for component in teller.base.components for one in teller.view.chosen(component)),
        *(role.facts for role in told.roles),
        *(task.facts for role in told.roles for task in role.tasks),
        *(form.facts for role in told.roles for form in role.forms),
        *(item.facts for item in told.plan),
        *(one.facts for one in told.conditions),
        *(step.facts for step in told.direction.steps),
        *(front.facts for front in told.direction.fronts),
    ]
    return list(dict.fromkeys(fact for group in groups for fact in group))


def _places(teller: Teller) -> Iterator[tuple[str, str]]:
    known = teller.base.facts_by_id
    counted = Counter(known[fact].section for fact in cited(teller))
    for section in teller.base.about.sections:
        if counted[section.id]:
            yield section.name, str(counted[section.id])
