"""Three choices beside each other, one of which is proposed: what happens, what it takes, and what gives way for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lobgids.advice.conclusions import Planned
from lobgids.advice.decision import CHOICES, FOR_ANY_CHOICE, of_step, proposed, theme_of
from lobgids.advice.ranking import NOBODY
from lobgids.log import ask_ids
from lobgids.report.blocks import Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import effort
from lobgids.report.plots import theme_state
from lobgids.school.stage import aim

MOST_EXAMPLES = 2
"""How many themes, examples or shifts a choice names at most, so that all of it fits on one page."""

MOST_SHIFTS = 1

LAST = 3
"""The stage after which there is no other."""


class Choice(NamedTuple):
    """What happens if one makes a choice; what it takes, and what gives way for it."""

    what: str
    takes: str


def table(context: ReportContext) -> Table:
    """Return the three choices; the one that is proposed has all of the plan, and says so."""
    header = tuple(context.words(f"choices.{name}") for name in ("choice", "what", "takes"))
    made = dict(zip(CHOICES, (_leave(context), _strengthen(context), _step(context)), strict=True))
    rows = tuple((_name(context, name), *choice) for name, choice in made.items())
    return Table(caption=context.words("choices.caption"), header=header, rows=rows, widths=(4, 9, 9))


def _name(context: ReportContext, name: str) -> str:
    words = context.words(f"choices.{name}")
    return context.words("choices.proposed", choice=words) if name == _proposed(context) else words


def _proposed(context: ReportContext) -> str | None:
    return proposed(context.view, context.conclusions)


def _leave(context: ReportContext) -> Choice:
    what = " ".join(filter(None, (context.words("leave.what"), _lies_with_nobody(context, []))))
    plan = context.told_plan
    name = "leave.talk" if any(item.kind == "talk" for item in plan) else "leave.takes" if plan else "leave.nothing"
    return Choice(what, context.words(name))


def _strengthen(context: ReportContext) -> Choice:
    """Return what the plan holds for strengthening, or else what it would come to."""
    steps = of_step(context.view, context.conclusions)
    items = [item for item in context.told_plan if item not in steps]
    if _proposed(context) and any(item.kind not in FOR_ANY_CHOICE for item in items):
        return _planned(context, items)
    return Choice(context.words("strengthen.what"), context.words("choices.not_worked_out"))


def _step(context: ReportContext) -> Choice:
    """Return the step that is proposed with all of the plan, or else what a step would come to."""
    direction = context.conclusions.direction
    if _proposed(context) == "step":
        return _planned(context, context.told_plan, *_shifts(context))
    open_takes = context.words("choices.not_worked_out")
    if direction.is_apart:
        return Choice(context.words("step.apart"), open_takes)
    if direction.now is None:
        return Choice(context.words("step.open"), open_takes)
    if direction.now == LAST:
        return Choice(context.words("step.last"), open_takes)
    return Choice(context.words("step.what", practice=context.model(direction.now + 1).way.practice), open_takes)


def _planned(context: ReportContext, items: Sequence[Planned], *more: str) -> Choice:
    """Return a choice with actions of the plan: what stays open, what they take, and what gives way for them."""
    what = [context.counted("choices.actions", len(items))] if items else []
    takes = effort.together(context, items) or context.words("effort.open")
    lies = _lies_with_nobody(context, items)
    return Choice(
        " ".join(filter(None, (*what, *more, lies))) or context.words("step.chosen"),
        f"{takes} {_given(context, items)}",
    )


def _lies_with_nobody(context: ReportContext, items: Sequence[Planned]) -> str:
    """Return which themes nobody does and no action is about; empty if there are none."""
    planned = {theme_of(context.conclusions, item) for item in items}
    names = [theme.name for theme in context.base.themes
             if theme.id not in planned and theme_state(context.view, theme) == "open"]  # fmt: skip
    return context.words("leave.open", themes="; ".join(names[:MOST_EXAMPLES])) if names else ""


def _given(context: ReportContext, items: Sequence[Planned]) -> str:
    """Return what need not be done any more, if those words may be shown; else that it is still to be chosen."""
    typed = [context.typed(ask_ids.plan("off", item.action)) for item in items]
    given = "; ".join(filter(None, typed))
    return context.words("choices.gives", what=given) if given else context.words("choices.to_choose")


def _shifts(context: ReportContext) -> Iterator[str]:
    """Yield which themes of the pillars that move go to others than those who do them now."""
    shifts = []
    for theme in context.base.themes:
        component = context.base.component(theme.component)
        goal, doers = aim(context.view, component.pillar), context.view.doers(theme)
        wanted = getattr(theme.done_by, f"model{goal}") if goal else ()
        if doers and wanted and NOBODY not in wanted and not set(wanted) & set(doers):
            shifts.append(context.words("step.shift", theme=theme.name, roles=context.who(wanted)))
    if shifts:
        yield context.words("step.shifts", shifts="; ".join(shifts[:MOST_SHIFTS]))
