"""Where in the publication the advice stands, and in the report for oneself what changed since."""

from collections import Counter
from collections.abc import Iterator

from lobgids.kb.beside import additions, told_later
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext


def publication(context: ReportContext) -> Iterator[Block]:
    """Yield which publication all this rests on."""
    about = context.base.about.publication
    yield Paragraph(text=context.words("sources.publication", title=about.title, issuer=about.issuer, year=about.year))


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the publication, and the places in it that the advice rests on."""
    yield from publication(context)
    if rows := tuple(_places(context)):
        header = (context.words("sources.place"), context.words("sources.count"))
        yield Table(caption=context.words("sources.caption"), header=header, rows=rows, widths=(4, 1))


def with_additions(context: ReportContext) -> Iterator[Block]:
    """Yield the same, with what changed since the publication and was told nowhere else."""
    yield from blocks(context)
    base, parts = context.base, context.view.school_parts
    left = [addition for addition in additions(base, parts) if not context.has_told(told_later(base, addition))]
    if left:
        yield Heading(text=context.words("head.since"))
        yield Items(items=tuple(addition.text for addition in left))


def cited(context: ReportContext) -> list[str]:
    """Return the ids of the facts that this conversation's picture and advice rest on, each once."""
    conclusions = context.conclusions
    groups = [
        *(chosen.facts for component in context.base.components for chosen in context.view.chosen(component)),
        *(role.facts for role in conclusions.roles),
        *(task.facts for role in conclusions.roles for task in role.tasks),
        *(form.facts for role in conclusions.roles for form in role.forms),
        *(item.facts for item in conclusions.plan),
        *(condition.facts for condition in conclusions.conditions),
        *(step.facts for step in conclusions.direction.steps),
        *(front.facts for front in conclusions.direction.fronts),
    ]
    return list(dict.fromkeys(fact for group in groups for fact in group))


def _places(context: ReportContext) -> Iterator[tuple[str, str]]:
    """Yield each chapter that is cited, and how often."""
    known = context.base.facts_by_id
    counted = Counter(known[fact].section for fact in cited(context))
    for section in context.base.about.sections:
        if counted[section.id]:
            yield section.name, str(counted[section.id])
