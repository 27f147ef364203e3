"""What the publication says of schools in a stage, worded as of such schools: whether it is so here was not asked."""

from collections.abc import Iterator

from lobgids.dialogue import telling
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.report.parts.picture import strong
from lobgids.school.stage import of_learning


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what makes schools in the leading stage strong, how they work, and their words; no block if none leads."""
    yield from strong(context)
    yield from _principle(context)
    yield from _language(context)


def _principle(context: ReportContext) -> Iterator[Block]:
    """Yield what LOB is for, how it is used and how the school is organised; no block if no model leads."""
    if model := telling.named_model(context.view):
        yield Heading(text=context.words("head.stage"))
        yield Paragraph(text=context.words("stage.intro"))
        statements = (*model.characterisation, *model.principles, *model.organisation)
        yield Items(items=tuple(statement.text for statement in statements))


def _language(context: ReportContext) -> Iterator[Block]:
    """Yield the words of schools in the stage that is worked toward beside the usual ones; no block if none leads."""
    if number := worked_toward(context):
        model = context.model(number)
        yield Heading(text=context.words("head.language"))
        yield Paragraph(text=model.language)
        yield Items(items=tuple(
            context.words("language.word", here=word.here, usual=word.usual) for word in model.words
        ))  # fmt: skip


def worked_toward(context: ReportContext) -> int | None:
    """Return the stage that the school works toward; none as long as no model leads, whatever is wished for."""
    return context.conclusions.direction.aimed


def learned_in(context: ReportContext) -> int | None:
    """Return the stage in which the school is to learn, which is that of professionalisation itself."""
    return of_learning(context.view)


def learning(context: ReportContext) -> Iterator[Block]:
    """Yield how people learn in the stage in which the school is to learn; no block if there is none."""
    for part in context.base.professionalisation:
        if part.model == learned_in(context):
            yield Heading(text=context.words("head.stage_learning", model=context.model(part.model).name))
            yield Items(items=tuple(statement.text for statement in part.description))
