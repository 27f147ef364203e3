"""How to see whether it works: what to count for each action, questions on four levels, and some for students."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Evaluation, Planned, Sign
from lobgids.advice.evaluation import STUDENTS, whom
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.text import capital

Asked = tuple[str, Evaluation]
"""A question with the name of its level."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what to count and to ask action by action, then the questions for students, and then one's own."""
    if context.conclusions.plan:
        yield from _of_plan(context)
    else:
        yield Paragraph(text=context.words("evaluation.none"))
    yield from own(context)


def in_short(context: ReportContext) -> Iterator[Block]:
    """Yield for who decides only what is counted and when, and the questions typed; no block if there is nothing."""
    signs = {sign.action: sign for sign in context.conclusions.signs}
    rows = tuple(
        (context.title(item), count, _now(context, sign) or context.words("evaluation.not_yet"), _days(context, sign))
        for item in context.told_plan
        if (sign := signs.get(item.action)) and (count := _count(context, item, sign))
    )
    if rows:
        header = tuple(context.words(f"evaluation.{name}") for name in ("action", "count", "now", "again"))
        yield Table(caption=context.words("evaluation.signs"), header=header, rows=rows, widths=(4, 6, 3, 4))
    yield from own(context)


def own(context: ReportContext) -> Iterator[Block]:
    """Yield one's own questions if they may be shown; no block if there are none."""
    if questions := context.own_questions():
        yield Heading(text=context.words("evaluation.own"))
        yield Items(items=tuple(questions))


def _of_plan(context: ReportContext) -> Iterator[Block]:
    """Yield the signs and the questions that were picked, or all; no block if all of it is only finding out."""
    chosen = _chosen(context)
    signs = {sign.action: sign for sign in context.conclusions.signs}
    if not chosen and not signs:
        return
    yield Paragraph(text=context.words("evaluation.intro"))
    for item in context.conclusions.plan:
        asked = [row for row in chosen if row[1].action == item.action and row[1].respondent != STUDENTS]
        if item.action in signs or asked:
            yield Heading(text=context.title(item))
        if item.action in signs:
            yield _sign(context, item, signs[item.action])
        if asked:
            yield _questions(context, asked)
    if whole := [row for row in chosen if not row[1].action and row[1].respondent != STUDENTS]:
        yield Heading(text=context.about(whole[0][1]))
        yield _questions(context, whole)
    if students := [asked for _, asked in chosen if asked.respondent == STUDENTS]:
        yield Heading(text=context.words("head.students"))
        yield Paragraph(text=context.words("students.intro"))
        yield _of_students(context, students)
    yield from _gathered(context, [asked for _, asked in chosen])


def _chosen(context: ReportContext) -> list[Asked]:
    return [(level.name, asked) for level in context.base.levels for asked in context.evaluation(level.id)]


def _sign(context: ReportContext, item: Planned, sign: Sign) -> Table:
    """Return what to count: now, on the day of looking back and after a year; what was not counted is to be filled in.

    What is counted now cannot be filled in later, so the heading says when that comes first.
    """
    header = (
        context.words("evaluation.count"),
        context.words("evaluation.now" if sign.now else "evaluation.first"),
        context.words("evaluation.on", day=context.day(sign.day)) if sign.day else context.words("evaluation.back"),
        context.words("evaluation.on", day=context.day(sign.later)) if sign.later else context.words("evaluation.year"),
    )
    row = (_count(context, item, sign), _now(context, sign), "", "")
    return Table(caption=context.words("evaluation.sign"), header=header, rows=(row,), widths=(6, 3, 3, 3))


def _count(context: ReportContext, item: Planned, sign: Sign) -> str:
    """Return the question whose answer is a number, or else what there will be to see."""
    return sign.count or context.success(item)


def _now(context: ReportContext, sign: Sign) -> str:
    return context.typed(ask_ids.counted_now(sign.action))


def _days(context: ReportContext, sign: Sign) -> str:
    """Return on which days it is counted again."""
    return context.listing(context.day(day) for day in (sign.day, sign.later) if day)


def _questions(context: ReportContext, asked: Sequence[Asked]) -> Table:
    """Return the questions about an action, level by level."""
    rows = tuple((level, *_cells(context, one)) for level, one in asked)
    header = (context.words("evaluation.level"), *_header(context))
    return Table(caption=context.words("evaluation.caption"), header=header, rows=rows, widths=(3, 7, 4, 5, 2))


def _of_students(context: ReportContext, asked: Sequence[Evaluation]) -> Table:
    """Return the questions for students, of whichever action or level."""
    rows = tuple(_cells(context, one) for one in asked)
    caption = context.words("evaluation.caption_students")
    return Table(caption=caption, header=_header(context), rows=rows, widths=(8, 5, 6, 2), has_names=False)


def _header(context: ReportContext) -> tuple[str, ...]:
    return tuple(context.words(f"evaluation.{column}") for column in ("question", "respondent", "moment", "form"))


def _cells(context: ReportContext, asked: Evaluation) -> tuple[str, str, str, str]:
    """Return a question, marked if it is one of the publication, with whom it is put to, when, and its form."""
    mark = f"\n{context.words('evaluation.publication')}" if asked.origin == "publication" else ""
    respondent = asked.how_many or whom(context.base, asked.respondent)
    return f"{asked.text}{mark}", respondent, asked.moment, context.words(f"evaluation.form.{asked.form}")


def _gathered(context: ReportContext, asked: Sequence[Evaluation]) -> Iterator[Block]:
    """Yield once who gathers whose answers, and where these go; no block if there are no questions."""
    found: dict[tuple[str, str], list[str]] = {}
    for one in asked:
        found.setdefault((one.collector, one.goes_to), []).append(whom(context.base, one.respondent))
    if found:
        rows = tuple(
            (capital(context.listing(dict.fromkeys(respondents))), context.base.role(collector).one, goes_to)
            for (collector, goes_to), respondents in found.items()
        )
        header = tuple(context.words(f"evaluation.{name}") for name in ("answers", "collector", "goes_to"))
        yield Table(caption=context.words("evaluation.gathered"), header=header, rows=rows, widths=(4, 3, 6))
