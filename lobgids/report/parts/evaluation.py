"""How to see whether it works: what to count for each action, questions on four levels, and some for students."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Evaluation, Planned, Sign
from lobgids.advice.evaluation import STUDENTS
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext

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
    """Yield for who decides only what is counted and when, who gathers the answers, and the questions typed."""
    signs = {sign.action: sign for sign in context.conclusions.signs}
    rows = tuple(
        (context.title(item), _count(context, item, signs[item.action]), _now(context, signs[item.action]),
         _days(context, signs[item.action]))
        for item in context.conclusions.plan
        if item.action in signs
    )  # fmt: skip
    if not context.conclusions.plan:
        yield Paragraph(text=context.words("evaluation.none"))
    if rows:
        header = tuple(context.words(f"evaluation.{name}") for name in ("action", "count", "now", "again"))
        yield Table(caption=context.words("evaluation.signs"), header=header, rows=rows, widths=(4, 6, 3, 4))
    yield from _gathered(context, [asked for _, asked in _chosen(context)])
    yield from own(context)


def own(context: ReportContext) -> Iterator[Block]:
    """Yield one's own questions if they may be shown; no block if there are none."""
    if questions := context.own_questions():
        yield Heading(text=context.words("evaluation.own"))
        yield Items(items=tuple(questions))


def _of_plan(context: ReportContext) -> Iterator[Block]:
    """Yield the signs and the questions that were picked, or all questions if that was not asked."""
    chosen = _chosen(context)
    signs = {sign.action: sign for sign in context.conclusions.signs}
    yield Paragraph(text=context.words("evaluation.intro"))
    for item in context.conclusions.plan:
        asked = [row for row in chosen if row[1].action == item.action and row[1].respondent != STUDENTS]
        if item.action in signs or asked:
            yield Heading(text=context.title(item))
        if item.action in signs:
            yield _sign(context, item, signs[item.action])
        if asked:
            yield _questions(context, asked)
    yield from _students(context, [asked for _, asked in chosen if asked.respondent == STUDENTS])
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
    rows = tuple(
        (level, _text(context, one), _whom(context, one), _moment(context, one),
         context.words(f"evaluation.form.{one.form}"))
        for level, one in asked
    )  # fmt: skip
    header = tuple(
        context.words(f"evaluation.{column}") for column in ("level", "question", "respondent", "moment", "form")
    )
    return Table(caption=context.words("evaluation.caption"), header=header, rows=rows, widths=(3, 8, 4, 4, 2))


def _text(context: ReportContext, asked: Evaluation) -> str:
    """Return a question; one of the publication is marked on a line of its own."""
    if asked.origin != "publication":
        return asked.text
    return f"{asked.text}\n{context.words('evaluation.publication')}"


def _whom(context: ReportContext, asked: Evaluation) -> str:
    """Return whom a question is for, in words, and how many of them."""
    names: dict[str, str] = {role.id: role.one for role in context.base.roles}
    whom = names.get(asked.respondent) or context.words(f"respondent.{asked.respondent}")
    return context.words("evaluation.how_many", whom=whom, count=asked.how_many) if asked.how_many else whom


def _moment(context: ReportContext, asked: Evaluation) -> str:
    """Return when a question is asked, with about which day that is if it is known."""
    if not asked.day:
        return asked.moment
    return context.words("evaluation.about", moment=asked.moment, day=context.day(asked.day))


def _students(context: ReportContext, asked: Sequence[Evaluation]) -> Iterator[Block]:
    if not asked:
        return
    yield Heading(text=context.words("head.students"))
    yield Paragraph(text=context.words("students.intro"))
    yield Items(items=tuple(_text(context, one) for one in asked), mark="number")


def _gathered(context: ReportContext, asked: Sequence[Evaluation]) -> Iterator[Block]:
    """Yield once who gathers the answers and where they go."""
    if roles := dict.fromkeys(one.collector for one in asked if one.collector):
        who = context.listing(context.base.role(role).one for role in roles)
        yield Paragraph(text=context.words("evaluation.gathered", who=who))
    for place in dict.fromkeys(one.goes_to for one in asked if one.goes_to):
        yield Paragraph(text=place)
