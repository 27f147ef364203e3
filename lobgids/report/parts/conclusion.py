"""How the conclusion came about: the method in words, what each answer counts for, and how likely each model is."""

from collections.abc import Iterator

from lobgids.kb.phrasing import phrase
from lobgids.report.blocks import Block, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.profile import bases
from lobgids.school.explain import why

MAY = 0.2
"""From this probability on a model is said to be possible."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the method in words, and the numbers in tables."""
    for name in ("answers", "basis", "leads", "one"):
        yield Paragraph(text=context.words(f"method.{name}"))
    yield _chances(context)
    if rows := tuple(_weights(context)):
        names = ("profile.component", "weights.answer", "weights.basis", "weights.weight")
        header = tuple(context.words(name) for name in names)
        yield Table(caption=context.words("weights.caption"), header=header, rows=rows, widths=(4, 4, 4, 2))
        yield Paragraph(text=context.words("weights.note"), look="small")


def _chances(context: ReportContext) -> Table:
    leading = context.view.leading
    rows = [
        (model.name, _chance(context, leading.models[model.model - 1], model.model)) for model in context.base.models
    ]
    rows.append((context.words("chances.tie"), _chance(context, leading.tie)))
    header = (context.words("chances.model"), context.words("chances.chance"))
    return Table(caption=context.words("chances.caption"), header=header, rows=tuple(rows), widths=(3, 1))


def _chance(context: ReportContext, probability: float, model: int = 0) -> str:
    """Return in words how likely a model is (0: the tie), as sure as the conclusion and no surer."""
    view = context.view
    if model == view.dominant:
        return phrase(context.base, f"certainty.{view.certainty}", view.header.seed)
    return context.words("chances.may" if probability >= MAY else "chances.hardly")


def _weights(context: ReportContext) -> Iterator[tuple[str, ...]]:
    """Yield for each answer its component, the models that it fits, what it rests on, and its weight."""
    view = context.view
    known = {component.number for component in view.known}
    for item in why(view) if view.dominant else ():
        if item.component not in known:
            continue
        component = context.base.component(item.component)
        models = context.listing(context.model(fitting.model).name for fitting in view.chosen(component))
        basis = bases(context, component)
        dash = context.words("stars.empty")
        yield component.name, models or dash, basis or dash, view.language.number(round(item.weight, 2) + 0.0)
