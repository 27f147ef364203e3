"""Professionalising: what it is about and in which forms for each role, what to ask for, and what helps."""

from collections.abc import Iterator

from lobgids.advice.conclusions import RoleAdvice
from lobgids.log.ask_ids import FORMS, PREFERENCE
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.text import capital

ASKED_FOR = ("leadership", "culture", "vision", "time", "money", "coherence", "support")
MUST_BE_TOLD = ("leadership", "culture", "time", "money")
"""The conditions of which it is said, too, when the publication gives nothing."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Each role that the publication gives something to learn, then conditions and tips."""
    stage = context.conclusions.direction.next
    if stage is None:
        yield Paragraph(text=context.words("role.open"))
        return
    yield from _preference(context)
    for told in context.conclusions.roles:
        if told.content or told.forms:
            yield Heading(text=capital(told.name))
            yield from _role(context, told)
    yield Heading(text=context.words("head.conditions"))
    yield _conditions(context)
    if tips := [tip.text for tip in context.base.tips if tip.topic == "learning" and stage in tip.models]:
        yield Heading(text=context.words("head.tips"))
        yield Items(items=tuple(tips))


def _preference(context: ReportContext) -> Iterator[Block]:
    for preference in context.base.preferences:
        if preference.id == context.view.state.value(PREFERENCE):
            about = " ".join(one.text for one in preference.about)
            yield Paragraph(text=context.words("learning.preference", name=preference.name.lower(), about=about))
            for limit in preference.limits:
                yield Paragraph(text=limit.text)
    yield Paragraph(text=context.words("learning.choice"))
    yield from context.quotes(PREFERENCE, FORMS)


def _role(context: ReportContext, told: RoleAdvice) -> Iterator[Block]:
    if told.content:
        yield Heading(text=context.words("learning.content"), level=3)
        yield Items(items=tuple(one.text for one in told.content))
    if told.forms:
        yield Heading(text=context.words("learning.forms"), level=3)
        yield Items(
            items=tuple(
                context.words(f"learning.wanted.{told.role}", form=form.text) if form.is_wanted else form.text
                for form in told.forms
            )
        )


def _conditions(context: ReportContext) -> Table:
    """What to ask for by topic; where the publication gives nothing on a main topic, that is said."""
    rows = []
    for topic in ASKED_FOR:
        given = [one.text for one in context.conclusions.conditions if one.topic == topic]
        if given or topic in MUST_BE_TOLD:
            rows.append((context.words(f"topic.{topic}"), " ".join(given) or context.words("conditions.nothing")))
    header = (context.words("conditions.topic"), context.words("conditions.text"))
    return Table(caption=context.words("conditions.caption"), header=header, rows=tuple(rows), widths=(1, 4))
