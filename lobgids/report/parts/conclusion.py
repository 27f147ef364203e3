"""How the conclusion came about: the method in words, what each answer counts for, and how likely each model is."""

from collections.abc import Iterator

from lobgids.kb.phrasing import phrase
from lobgids.report.blocks import Block, Paragraph, Table
from lobgids.report.parts.profile import bases
from lobgids.report.teller import Teller
from lobgids.school.explain import why

MAY = 0.2
"""What is at least so probable is said to be possible."""


def blocks(teller: Teller) -> Iterator[Block]:
    """The method and the numbers."""
    for name in ("answers", "basis", "leads", "one"):
        yield Paragraph(text=teller.words(f"method.{name}"))
    yield _chances(teller)
    if rows := tuple(_weights(teller)):
        names = ("profile.component", "weights.answer", "weights.basis", "weights.weight")
        header = tuple(teller.words(name) for name in names)
        yield Table(caption=teller.words("weights.caption"), header=header, rows=rows, widths=(4, 4, 4, 2))
        yield Paragraph(text=teller.words("weights.note"), look="small")


def _chances(teller: Teller) -> Table:
    leading = teller.view.leading
    rows = [(model.name, _chance(teller, leading.models[model.model - 1], model.model)) for model in teller.base.models]
    rows.append((teller.words("chances.tie"), _chance(teller, leading.tie)))
    header = (teller.words("chances.model"), teller.words("chances.chance"))
    return Table(caption=teller.words("chances.caption"), header=header, rows=tuple(rows), widths=(3, 1))


def _chance(teller: Teller, probability: float, model: int = 0) -> str:
    """How likely it is in words, as sure as the conclusion and no surer."""
    view = teller.view
    if model == view.dominant:
        return phrase(teller.base, f"certainty.{view.certainty}", view.header.seed)
    return teller.words("chances.may" if probability >= MAY else "chances.hardly")


def _weights(teller: Teller) -> Iterator[tuple[str, ...]]:
    view = teller.view
    for item in why(view):
        component = teller.base.component(item.component)
        models = teller.listing(teller.model(one.model).name for one in view.chosen(component))
        basis = bases(teller, component)
        dash = teller.words("stars.empty")
        yield component.name, models or dash, basis or dash, view.language.number(round(item.weight, 2) + 0.0)
