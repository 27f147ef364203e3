"""Professionalising: what it is about and in which forms for each role, what to ask for, and what helps."""

from collections.abc import Iterator

from lobgids.advice.conclusions import RoleAdvice
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import preference, stage
from lobgids.school.roles import parts_in
from lobgids.text import capital

ASKED_FOR = ("leadership", "culture", "vision", "time", "money", "coherence", "support")
MUST_BE_NAMED = ("leadership", "culture", "time", "money")
"""The conditions that are listed even if the publication gives nothing on them."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield how to learn, role by role, then conditions and tips; no block if no stage leads."""
    following = stage.learned_in(context)
    if following is None:
        return
    yield from _preference(context)
    yield from stage.learning(context)
    for advice in context.conclusions.roles:
        if advice.content or advice.forms:
            yield Heading(text=capital(advice.name))
            yield from _role(context, advice)
    yield Heading(text=context.words("head.conditions"))
    yield _conditions(context)
    if tips := [tip for tip in context.base.tips if tip.topic == "learning" and following in tip.models]:
        yield Heading(text=context.words("head.tips"))
        yield Items(items=tuple(tip.text for tip in tips))
        yield from context.beside(*(tip.id for tip in tips))


def _preference(context: ReportContext) -> Iterator[Block]:
    yield from preference.own(context)
    yield Paragraph(text=context.words("learning.choice"))


def _role(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    parts = parts_in(context.base.role(advice.role), stage.learned_in(context))
    if advice.content:
        yield Heading(text=context.words("learning.content"), level=3)
        yield Items(items=tuple(statement.text for statement in advice.content))
    if advice.forms:
        yield Heading(text=context.words("learning.forms"), level=3)
        yield Items(
            items=tuple(
                context.words(f"learning.wanted.{advice.role}", form=form.text) if form.is_wanted else form.text
                for form in advice.forms
            )
        )
    yield from context.beside(*(entry.id for part in parts for entry in (*part.content, *part.forms)))


def _conditions(context: ReportContext) -> Table:
    """Return what to ask for by topic; if the publication gives nothing on a main topic, the table says so."""
    rows = []
    for topic in ASKED_FOR:
        given = [condition.text for condition in context.conclusions.conditions if condition.topic == topic]
        if given or topic in MUST_BE_NAMED:
            rows.append((context.words(f"topic.{topic}"), " ".join(given) or context.words("conditions.nothing")))
    header = (context.words("conditions.topic"), context.words("conditions.text"))
    return Table(caption=context.words("conditions.caption"), header=header, rows=tuple(rows), widths=(1, 4))
