"""What the stage asks of people: how far the competences apply, and head, hands and heart for each role."""

from collections.abc import Iterator

from lobgids.advice.conclusions import RoleAdvice
from lobgids.kb.schema.learning import StarRow
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import sbl
from lobgids.text import capital

WITH_STARS = ("team_leader", "decaan", "mentor", "subject_teacher")

CORE_TEAM = "subject_teacher"
"""The role with which the publication lists what the core team can do as a whole."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield the stars, then each role for which the publication gives competences; no block if no stage leads."""
    direction = context.conclusions.direction
    if direction.now is None or direction.aimed is None:
        return
    yield Paragraph(text=context.words("stars.intro"))
    yield _stars(context, direction.now, direction.aimed)
    yield from sbl.blocks(context)
    yield from context.beside(*(competence.id for competence in context.base.competences))
    for advice in context.conclusions.roles:
        if any(advice.competences.values()):
            yield Heading(text=capital(advice.name))
            yield from _role(context, advice)


def _stars(context: ReportContext, now: int, then: int) -> Table:
    header = (context.words("stars.competence"), *(capital(context.base.role(role).name) for role in WITH_STARS))
    rows = []
    for competence in context.base.competences:
        cells: dict[int, StarRow] = {row.model: row for row in competence.stars}
        rows.append(
            (competence.name, *(_cell(context, getattr(cells[now], role), getattr(cells[then], role))
                                for role in WITH_STARS))
        )  # fmt: skip
    caption = context.words("stars.caption" if now != then else "stars.caption_stay")
    return Table(caption=caption, header=header, rows=tuple(rows), widths=(5, 2, 2, 2, 2))


def _cell(context: ReportContext, now: int, then: int) -> str:
    """Return the number of stars, or what it changes to; a dash if the publication left the cell empty."""
    before, after = (str(stars) if stars else context.words("stars.empty") for stars in (now, then))
    return before if now == then else context.words("stars.change", now=before, then=after)


def _role(context: ReportContext, advice: RoleAdvice) -> Iterator[Block]:
    for aspect, statements in advice.competences.items():
        if statements:
            yield Heading(text=context.words(f"aspect.{aspect}"), level=3)
            yield from _of_core_team(context, advice, aspect)
            yield Items(items=tuple(capital(statement.text) for statement in statements))


def _of_core_team(context: ReportContext, advice: RoleAdvice, aspect: str) -> Iterator[Block]:
    """Say that what the core team can do stands with one role, and is of all."""
    if aspect == "team" and advice.role == CORE_TEAM:
        yield Paragraph(text=context.words("team.whole"))
