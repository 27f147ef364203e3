"""The evaluation questions to hand out: what is counted, and a page of questions for each who is asked."""

from collections.abc import Iterator, Sequence
from typing import get_args

from lobgids.advice.conclusions import Evaluation, Planned, Sign
from lobgids.advice.evaluation import whole_title
from lobgids.kb.schema.base import RoleId
from lobgids.log import ask_ids
from lobgids.report.blocks import Blank, Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext

RESPONDENTS = ("participants", *get_args(RoleId))
"""Who gets a page of their own; students have a sheet of their own (`parts.students`)."""

MANY = ("participants", "mentor", "subject_teacher")
"""Of whom there are so many that no name on the sheet hides who wrote it."""

SCALE = 5
"""How many numbers there are to choose from on a scale; what the first and the last mean is said in the question."""

_MOST_ROOMY = 5
"""Up to so many questions on a page there are two lines for each answer."""


def counting(context: ReportContext) -> Iterator[Block]:
    """Yield what is counted for each action with room for three numbers, or what to do first if there is no plan."""
    if not context.conclusions.plan:
        yield Paragraph(text=context.words("counting.none"))
        return
    yield Paragraph(text=context.words("counting.lead"), look="lead")
    signs = {sign.action: sign for sign in context.conclusions.signs}
    rows = tuple(_counted(context, item, signs.get(item.action)) for item in context.conclusions.plan)
    header = tuple(context.words(f"counting.{name}") for name in ("action", "count", "now", "day", "later"))
    yield Table(caption=context.words("counting.caption"), header=header, rows=rows, widths=(5, 5, 3, 4, 4))
    yield Items(items=(context.words("counting.moments"), context.words("counting.students")))


def of_respondent(context: ReportContext, respondent: str) -> Iterator[Block]:
    """Yield the questions for one who is asked, action by action; no block if there is none.

    The decaan gets one's own questions as well.
    """
    asked = [one for level in context.base.levels for one in context.evaluation(level.id)
             if one.respondent == respondent]  # fmt: skip
    own = context.own_questions() if respondent == "decaan" else []
    if not asked and not own:
        return
    yield Paragraph(text=context.words("questions.lead" if respondent in MANY else "questions.few"), look="lead")
    if respondent == "participants":
        yield Paragraph(text=context.words("questions.skip"))
    lines = 2 if len(asked) + len(own) <= _MOST_ROOMY else 1
    titles = {item.action: context.title(item) for item in context.conclusions.plan}
    for action, title in (*titles.items(), ("", whole_title(context.view, respondent))):
        if about := [one for one in asked if one.action == action]:
            yield Heading(text=title)
            yield from _to_answer(context, about, lines)
    if own:
        yield Heading(text=context.words("head.own_questions"))
        yield from (Blank(text=question, lines=lines) for question in own)
    yield from gathered(context, asked)


def _to_answer(context: ReportContext, asked: Sequence[Evaluation], lines: int) -> Iterator[Block]:
    """Yield open questions with lines to write on, then the others with a scale to put a cross in."""
    for one in asked:
        if one.form == "open":
            yield Blank(text=_with_moment(context, one), lines=lines)
    if rows := tuple((_with_moment(context, one), *("",) * SCALE) for one in asked if one.form == "scale"):
        yield scale(context, rows)


def scale(context: ReportContext, rows: tuple[tuple[str, ...], ...]) -> Table:
    """Return rows of a question and `SCALE` empty cells as a table under the numbers of the scale."""
    answers = map(str, range(1, SCALE + 1))
    return Table(caption=context.words("scale.caption"), header=(context.words("evaluation.question"), *answers),
                 rows=rows, widths=(10, *(1,) * SCALE), has_names=False)  # fmt: skip


def gathered(context: ReportContext, asked: Sequence[Evaluation]) -> Iterator[Block]:
    """Yield for how many people these questions are, who gathers the answers, and where these go.

    What is not known is left out; what differs from question to question stands there once each.
    """
    collectors = (context.base.role(one.collector).one for one in asked)
    told = {
        "how_many": [one.how_many for one in asked],
        "collector": list(collectors),
        "goes_to": [one.goes_to for one in asked],
    }
    lines = (
        context.words(f"questions.{name}", text="; ".join(different))
        for name, texts in told.items()
        if (different := dict.fromkeys(filter(None, texts)))
    )
    if items := tuple(lines):
        yield Items(items=items)


def _counted(context: ReportContext, item: Planned, sign: Sign | None) -> tuple[str, ...]:
    """Return a row for an action: what is counted, how it is now if that may be shown, and the days to count again."""
    sign = sign or Sign(action=item.action, count="")
    now = context.typed(ask_ids.counted_now(item.action))
    count = sign.count or context.words("counting.fill")
    return (context.title(item), count, now, *(_on(context, day) for day in (sign.day, sign.later)))


def _on(context: ReportContext, day: str) -> str:
    """Return a day with room for a number; empty, and so to be filled in, if there is none."""
    return context.words("counting.on", day=context.day(day)) if day else ""


def _with_moment(context: ReportContext, asked: Evaluation) -> str:
    return context.words("questions.asked", question=asked.text, moment=asked.moment)
