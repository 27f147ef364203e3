"""What the stage asks of people: how far the competences apply, and head, hands and heart for each role."""

from collections.abc import Iterator

from lobgids.advice.conclusions import RoleAdvice
from lobgids.kb.entries import StarRow
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.teller import Teller
from lobgids.text import capital

WITH_STARS = ("team_leader", "decaan", "mentor", "subject_teacher")


def blocks(teller: Teller) -> Iterator[Block]:
    """The stars, then each role that the publication gives competences."""
    direction = teller.told.direction
    if direction.next is None:
        yield Paragraph(text=teller.words("role.open"))
        return
    yield Paragraph(text=teller.words("stars.intro"))
    yield _stars(teller, direction.now or direction.next, direction.next)
    for told in teller.told.roles:
        if any(told.competences.values()):
            yield Heading(text=capital(told.name))
            yield from _role(teller, told)


def _stars(teller: Teller, now: int, then: int) -> Table:
    header = (teller.words("stars.competence"), *(capital(teller.base.role(role).name) for role in WITH_STARS))
    rows = []
    for competence in teller.base.competences:
        cells: dict[int, StarRow] = {row.model: row for row in competence.stars}
        rows.append(
            (competence.name, *(_cell(teller, getattr(cells[now], role), getattr(cells[then], role))
                                for role in WITH_STARS))
        )  # fmt: skip
    caption = teller.words("stars.caption" if now != then else "stars.caption_stay")
    return Table(caption=caption, header=header, rows=tuple(rows), widths=(5, 2, 2, 2, 2))


def _cell(teller: Teller, now: int, then: int) -> str:
    """The number of stars, or what it changes to; a dash where the publication left the cell empty."""
    before, after = (str(stars) if stars else teller.words("stars.empty") for stars in (now, then))
    return before if now == then else teller.words("stars.change", now=before, then=after)


def _role(teller: Teller, told: RoleAdvice) -> Iterator[Block]:
    for aspect, statements in told.competences.items():
        if statements:
            yield Heading(text=teller.words(f"aspect.{aspect}"), level=3)
            yield Items(items=tuple(capital(statement.text) for statement in statements))
        if aspect in told.in_house:
            yield Paragraph(text=teller.words(f"in_house.{told.role}", answer=told.in_house[aspect]))
            yield from teller.quotes(f"competence.{told.role}.{aspect}")
