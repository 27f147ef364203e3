"""What the publication says beside the advice, to look up: on stages, roles and competences, with its tips."""

from collections.abc import Iterator

from lobgids.kb.schema.base import Statement
from lobgids.report.blocks import Block, Heading, Items
from lobgids.report.context import ReportContext
from lobgids.report.parts import preference, stage

SHOWN = ("stages", "looking", "organisation", "roles", "competences", "teamwork", "professionalisation", "conditions")
"""The explanations that help to read the report, by the last part of their ids; not those of the guide itself."""

TO_BEGIN = ("start", "support")
"""The tips that belong to no form of learning."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the tips, what stands behind the advice, and the other ways to like to learn."""
    yield from _tips(context)
    yield from _explanations(context)
    yield from preference.others(context)


def _tips(context: ReportContext) -> Iterator[Block]:
    """Yield the tips to begin with and to find support; what changed since 2011 replaces those that it is about."""
    outdated = {entry for addition in context.base.additions for entry in addition.about}
    tips = [tip.text for tip in context.base.tips if tip.topic in TO_BEGIN and tip.id not in outdated]
    yield Heading(text=context.words("head.begin"))
    yield Items(items=tuple(tips))


def _explanations(context: ReportContext) -> Iterator[Block]:
    """Yield the explanations, without what is about another stage."""
    for entry in context.base.explanations:
        texts = [statement.text for statement in entry.statements if _fits(context, statement)]
        if texts and entry.id.rpartition(".")[2] in SHOWN:
            yield Heading(text=entry.title)
            yield Items(items=tuple(texts))


def _fits(context: ReportContext, statement: Statement) -> bool:
    return not statement.models or stage.worked_toward(context) in statement.models
