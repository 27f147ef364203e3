"""A sheet of questions for students, without names, and a page for whoever hands it out.

On the students' page stands no action of the plan and no role: who answers need not know what the plan is.
"""

from collections.abc import Iterator

from lobgids.advice.conclusions import Evaluation
from lobgids.advice.evaluation import STUDENTS
from lobgids.report.blocks import Blank, Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.report.parts.handouts import year_groups
from lobgids.report.parts.questions import SCALE, gathered, scale

LINES = 2
WAYS = 3
"""How many ways of asking there are to choose from."""


def sheet(context: ReportContext) -> Iterator[Block]:
    """Yield the questions with room for an answer, or what to do first if there is none."""
    asked = questions(context)
    if not asked:
        yield Paragraph(text=context.words("students.none"))
        return
    years = " · ".join(map(str, year_groups(context)))
    yield Paragraph(text=context.words("students.year", years=years))
    if closed := tuple((one.text, *("",) * SCALE) for one in asked if one.form == "scale"):
        yield scale(context, closed)
    yield from (Blank(text=one.text, lines=LINES) for one in asked if one.form == "open")


def for_teacher(context: ReportContext) -> Iterator[Block]:
    """Yield how to hand the sheet out and gather it, and ways of asking; no block if there is no sheet."""
    asked = questions(context)
    if not asked:
        return
    yield Paragraph(text=context.words("students.five"), look="lead")
    yield Items(items=tuple(context.words(f"students.how.{name}") for name in ("pile", "tell")))
    yield Heading(text=context.words("head.ways"))
    yield Items(items=tuple(context.words(f"students.way.{number}") for number in range(1, WAYS + 1)), mark="number")
    yield Heading(text=context.words("head.gathered"))
    moments = dict.fromkeys(one.moment for one in asked)
    yield Items(items=(context.words("students.moment", text="; ".join(moments)),))
    yield from gathered(context, asked)


def questions(context: ReportContext) -> list[Evaluation]:
    """Return the questions for students, of whichever level; they name no action and no role."""
    asked = (one for level in context.base.levels for one in context.evaluation(level.id))
    return [one for one in asked if one.respondent == STUDENTS]
