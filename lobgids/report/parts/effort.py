"""What the plan takes: hours and money together and by role, as far as that was said, and nothing that was not."""

from collections.abc import Iterator, Sequence

from lobgids.advice.conclusions import Planned
from lobgids.advice.effort import by_role, effort
from lobgids.dialogue.period import decided_about
from lobgids.log.ask_ids import DECIDE
from lobgids.report.blocks import Block, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.text import capital


def decides(context: ReportContext, decided: str, day: str) -> str:
    """Return when the school decides, and by when the plan has to be known; of a month that is only about so."""
    if month := decided_about(context.view):
        return context.words("effort.decide_about", decided=month)
    return context.words("effort.decide_by", decided=context.day(decided), day=context.day(day))


def blocks(context: ReportContext, plan: Sequence[Planned]) -> Iterator[Block]:
    """Yield what the actions take together, by the role that takes the lead if there are more, and when to decide."""
    yield Paragraph(text=together(context, plan) or context.words("effort.open"))
    yield from roles(context, plan)
    decided, day = context.view.state.value(DECIDE), context.conclusions.decide_by
    if day and isinstance(decided, str):
        yield Paragraph(text=decides(context, decided, day))


def roles(context: ReportContext, plan: Sequence[Planned]) -> Iterator[Block]:
    """Yield the hours and the money by role; no block if there is one role, or nothing is known."""
    taken = by_role(plan)
    if len(taken) > 1 and any(amounts(context, plan)):
        header = tuple(context.words(f"effort.{name}") for name in ("role", "hours", "money"))
        rows = tuple((_role(context, role), *_of_role(context, plan, role)) for role in taken)
        yield Table(caption=context.words("effort.caption"), header=header, rows=rows, widths=(4, 3, 3))


def _of_role(context: ReportContext, plan: Sequence[Planned], role: str) -> Iterator[str]:
    """Yield the hours and the money of a role; what is not known says so."""
    for cell in cells(context, [item for item in plan if item.owner == role]):
        yield cell or context.words("plan.not_known")


def together(context: ReportContext, plan: Sequence[Planned]) -> str:
    """Return the hours and the money together, and of how many actions they are not known; empty if of none."""
    sums = [amount for amount in amounts(context, plan) if amount]
    if not sums:
        return ""
    total = effort(plan)
    sentences = [context.words("effort.sum", amounts=context.listing(sums))]
    if total.hours_unknown:
        sentences.append(context.counted("effort.unknown.hours", total.hours_unknown))
    if total.money_unknown:
        name = (
            "effort.unknown.money" if total.money or total.money_unknown == len(plan) else "effort.unknown.only_money"
        )
        sentences.append(context.counted(name, total.money_unknown))
    return " ".join(sentences)


def amounts(context: ReportContext, plan: Sequence[Planned]) -> tuple[str, str]:
    """Return the hours and the money of actions in words, as far as they are known; empty if they are of none.

    No money beside money that is not known is left to a sentence of its own.
    """
    total, count = effort(plan), len(plan)
    hours = context.counted("effort.sum.hours", total.hours) if total.hours_unknown < count else ""
    is_told = total.money_unknown < count and (total.money or not total.money_unknown)
    return hours, euros(context, total.money) if is_told else ""


def cells(context: ReportContext, plan: Sequence[Planned]) -> tuple[str, str]:
    """Return the hours and the money of actions, with of how many that is not known; empty if it is of none."""
    total = effort(plan)
    hours, money = context.number(total.hours), euros(context, total.money)
    return (
        _cell(context, hours, total.hours_unknown, len(plan)),
        _cell(context, money, total.money_unknown, len(plan)),
    )


def euros(context: ReportContext, amount: int) -> str:
    """Return an amount of money in words."""
    return context.words("effort.euros", amount=context.number(amount))


def guideline(context: ReportContext) -> Iterator[Block]:
    """Yield the guideline for hours of the decanen's associations, for what it is."""
    yield Paragraph(text=context.words("effort.guideline"), look="small")


def _cell(context: ReportContext, amount: str, unknown: int, count: int) -> str:
    if unknown == count:
        return ""
    return f"{amount}\n{context.counted('effort.unknown', unknown)}" if unknown else amount


def _role(context: ReportContext, role: str) -> str:
    return capital(context.base.role(role).one if role else context.words("plan.nobody_yet"))
