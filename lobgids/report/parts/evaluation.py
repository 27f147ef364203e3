"""How one sees whether it works: Kirkpatrick's four levels, and five questions for the student council."""

from collections.abc import Iterator

from lobgids.advice.evaluation import STUDENTS
from lobgids.dialogue.result import chosen_evaluation
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.teller import Teller


def blocks(teller: Teller) -> Iterator[Block]:
    """The questions level by level: those that were picked, or all where that was not asked."""
    if not teller.told.plan:
        yield Paragraph(text=teller.words("evaluation.none"))
        return
    for level in teller.base.levels:
        yield Heading(text=level.name)
        yield Paragraph(text=level.about)
        yield from _level(teller, level.id, level.name)
    if students := [asked.text for asked in chosen_evaluation(teller.view, "result") if asked.respondent == STUDENTS]:
        yield Heading(text=teller.words("head.students"))
        yield Paragraph(text=teller.words("students.intro"))
        yield Items(items=tuple(students), mark="number")


def _level(teller: Teller, level: str, name: str) -> Iterator[Block]:
    rows = tuple(
        (asked.text, whom(teller, asked.respondent), asked.moment)
        for asked in chosen_evaluation(teller.view, level)
        if asked.respondent != STUDENTS
    )  # fmt: skip
    header = tuple(teller.words(f"evaluation.{column}") for column in ("question", "respondent", "moment"))
    if rows:
        caption = teller.words("evaluation.caption", level=name.lower())
        yield Table(caption=caption, header=header, rows=rows, widths=(6, 2, 2), has_names=False)


def whom(teller: Teller, respondent: str) -> str:
    """Whom a question is for, in words."""
    names: dict[str, str] = {role.id: role.one for role in teller.base.roles}
    return names.get(respondent) or teller.words(f"respondent.{respondent}")
