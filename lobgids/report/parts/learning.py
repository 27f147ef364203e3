"""Professionalising: what it is about and in which forms for each role, what to ask for, and what helps."""

from collections.abc import Iterator

from lobgids.advice.conclusions import RoleAdvice
from lobgids.log.ask_ids import FORMS, PREFERENCE
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.teller import Teller
from lobgids.text import capital

ASKED_FOR = ("leadership", "culture", "vision", "time", "money", "coherence", "support")
MUST_BE_TOLD = ("leadership", "culture", "time", "money")
"""The conditions of which it is said, too, when the publication gives nothing."""


def blocks(teller: Teller) -> Iterator[Block]:
    """Each role that the publication gives something to learn, then conditions and tips."""
    stage = teller.told.direction.next
    if stage is None:
        yield Paragraph(text=teller.words("role.open"))
        return
    yield from _preference(teller)
    for told in teller.told.roles:
        if told.content or told.forms:
            yield Heading(text=capital(told.name))
            yield from _role(teller, told)
    yield Heading(text=teller.words("head.conditions"))
    yield _conditions(teller)
    if tips := [tip.text for tip in teller.base.tips if tip.topic == "learning" and stage in tip.models]:
        yield Heading(text=teller.words("head.tips"))
        yield Items(items=tuple(tips))


def _preference(teller: Teller) -> Iterator[Block]:
    for preference in teller.base.preferences:
        if preference.id == teller.view.state.value(PREFERENCE):
            about = " ".join(one.text for one in preference.about)
            yield Paragraph(text=teller.words("learning.preference", name=preference.name.lower(), about=about))
            for limit in preference.limits:
                yield Paragraph(text=limit.text)
    yield Paragraph(text=teller.words("learning.choice"))
    yield from teller.quotes(PREFERENCE, FORMS)


def _role(teller: Teller, told: RoleAdvice) -> Iterator[Block]:
    if told.content:
        yield Heading(text=teller.words("learning.content"), level=3)
        yield Items(items=tuple(one.text for one in told.content))
    if told.forms:
        yield Heading(text=teller.words("learning.forms"), level=3)
        yield Items(
            items=tuple(
                teller.words(f"learning.wanted.{told.role}", form=form.text) if form.is_wanted else form.text
                for form in told.forms
            )
        )


def _conditions(teller: Teller) -> Table:
    """What to ask for by topic; where the publication gives nothing on a main topic, that is said."""
    rows = []
    for topic in ASKED_FOR:
        given = [one.text for one in teller.told.conditions if one.topic == topic]
        if given or topic in MUST_BE_TOLD:
            rows.append((teller.words(f"topic.{topic}"), " ".join(given) or teller.words("conditions.nothing")))
    header = (teller.words("conditions.topic"), teller.words("conditions.text"))
    return Table(caption=teller.words("conditions.caption"), header=header, rows=tuple(rows), widths=(1, 4))
