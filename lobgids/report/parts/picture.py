"""The picture: what leads and how sure, its strengths, the profile, and what weighs most."""

from collections.abc import Iterator

from lobgids.dialogue import telling
from lobgids.dialogue.chapters.picture import recognised_at
from lobgids.dialogue.draft import find_question
from lobgids.log.ask_ids import PICTURE
from lobgids.report import plots
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.parts.summary import founded
from lobgids.report.teller import Teller
from lobgids.school.explain import why, would_change


def blocks(teller: Teller) -> Iterator[Block]:
    """The picture."""
    view = teller.view
    yield Paragraph(text=telling.conclusion(view).text, look="lead")
    yield Paragraph(text=founded(teller))
    yield from _recognised(teller)
    if model := telling.named_model(view):
        yield Heading(text=teller.words("head.strengths"))
        yield Items(items=tuple(one.text for one in model.strengths))
    yield Heading(text=teller.words("head.profile"))
    yield plots.profile(teller)
    yield from _weights(teller)


def _recognised(teller: Teller) -> Iterator[Block]:
    """Whether the decaan recognises it: said, and never argued with."""
    asked = recognised_at(teller.view)
    given = teller.view.state.value(asked)
    for option in find_question(teller.base, PICTURE).options:
        if option.id == given:
            yield Paragraph(text=teller.words("recognised", answer=option.text.lower()))
    yield from teller.quotes(asked)


def _weights(teller: Teller) -> Iterator[Block]:
    """The answers that pull hardest toward the conclusion, and those that could turn it."""
    if teller.view.dominant is None:
        return
    names = {component.number: component.name for component in teller.base.components}
    heavy = [names[item.component] for item in why(teller.view) if item.weight > 0][: telling.MOST_NAMED]
    if heavy:
        yield Heading(text=teller.words("head.weights"))
        yield Items(items=tuple(heavy))
    if changing := list(dict.fromkeys(names[item.component] for item in would_change(teller.view))):
        yield Paragraph(text=teller.words("would_change", components=teller.listing(changing)))
