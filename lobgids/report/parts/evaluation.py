"""How to see whether it works: what to count for each action, and where the questions stand."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Evaluation, Planned, Sign
from lobgids.advice.evaluation import whom
from lobgids.advice.shown import bare_count
from lobgids.log import ask_ids
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.school.sayings import is_counted
from lobgids.text import capital

Asked = tuple[str, Evaluation]
"""A question with the name of its level."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what to count for each action, where the questions stand, and one's own; no block if there is nothing."""
    signs = {sign.action: sign for sign in context.conclusions.signs}
    if counted := [item for item in context.conclusions.plan if item.action in signs]:
        yield _signs(context, [(item, signs[item.action]) for item in counted])
    if context.conclusions.plan and _chosen(context):
        yield Paragraph(text=context.words("evaluation.sheets"))
    yield from own(context)


def in_short(context: ReportContext) -> Iterator[Block]:
    """Yield for who decides only what is counted and when, and the questions typed; no block if there is nothing."""
    signs = {sign.action: sign for sign in context.conclusions.signs}
    rows = tuple(
        (
            context.named(item),
            count,
            _told_now(context, sign) or _count_now(context, sign) * bool(sign.count),
            _again(context, sign),
        )
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


def _chosen(context: ReportContext) -> list[Asked]:
    return [(level.name, asked) for level in context.base.levels for asked in context.evaluation(level.id)]


def _signs(context: ReportContext, signs: Sequence[tuple[Planned, Sign]]) -> Table:
    """Return what to count: now, when looking back and after a year; what was not counted is to be filled in."""
    rows = tuple(
        (context.title(item), _count(context, item, sign), _now(context, sign), _on(context, sign.day),
         _on(context, sign.later))
        for item, sign in signs
    )  # fmt: skip
    header = tuple(context.words(f"evaluation.{name}") for name in ("action", "count", "now", "back", "year"))
    return Table(caption=context.words("evaluation.signs"), header=header, rows=rows, widths=(5, 6, 3, 3, 3))


def _on(context: ReportContext, day: str) -> str:
    """Return the day on which it is counted, with room to write below it; empty if that is not known."""
    return context.words("evaluation.on", day=context.day(day)) if day else ""


def _count(context: ReportContext, item: Planned, sign: Sign) -> str:
    """Return the question whose answer is a number, or else what there will be to see."""
    return sign.count or context.success(item)


def _now(context: ReportContext, sign: Sign) -> str:
    return context.typed(ask_ids.counted_now(sign.action))


def _told_now(context: ReportContext, sign: Sign) -> str:
    """Return how it is now in one's own words, as others read it; empty if these may not be shown.

    A bare number tells nothing of anybody, and stands there in any case.
    """
    typed = _now(context, sign) or bare_count(context.view, sign.now)
    return context.words("quoted", text=typed.rstrip(".")) if typed else ""


def _count_now(context: ReportContext, sign: Sign) -> str:
    """Return whether it was counted, to whom the words for how it is now are not shown."""
    return context.words("evaluation.counted" if is_counted(context.base, sign.now) else "evaluation.not_yet")


def _again(context: ReportContext, sign: Sign) -> str:
    """Return on which day it is counted again; a year later is for the own report, as nobody chose that day."""
    return context.day(sign.day or sign.later)


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
