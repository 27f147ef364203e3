"""For leadership, at the end: the picture with the models' names, who does what, and how sure it is."""

from collections.abc import Iterator

from lobgids.dialogue import telling
from lobgids.kb.phrasing import phrase
from lobgids.report import plots
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.parts.roles import overview
from lobgids.report.teller import Teller


def blocks(teller: Teller) -> Iterator[Block]:
    """The picture, the plots, and the steps on the way."""
    yield Paragraph(text=teller.words("appendix.intro"))
    yield Paragraph(text=_conclusion(teller), look="lead")
    yield plots.profile(teller)
    if model := telling.named_model(teller.view):
        yield Heading(text=teller.words("head.strengths"))
        yield Items(items=tuple(one.text for one in model.strengths))
    for step in teller.told.direction.steps:
        yield Heading(text=teller.words("head.way"))
        yield Paragraph(text=step.text)
        yield Paragraph(text=teller.words("step.tension", tension=step.tension))
    yield Heading(text=teller.words("part.roles"))
    yield from overview(teller)


def _conclusion(teller: Teller) -> str:
    """What leads, told of the decaan to somebody else."""
    view = teller.view
    if model := telling.named_model(view):
        certainty = phrase(teller.base, f"certainty.{view.certainty}", view.header.seed)
        return teller.words(
            "appendix.leads", certainty=certainty, model=model.name, told=model.characterisation[1].text
        )
    return teller.words("appendix.open")
