"""Three choices beside each other, one of which is proposed: what happens, what it takes, and what gives way for it."""

from collections.abc import Sequence
from typing import NamedTuple

from lobgids.advice.conclusions import Planned
from lobgids.advice.decision import CHOICES, of_step, proposed
from lobgids.advice.ranking import NOBODY
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.report.blocks import Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import effort
from lobgids.report.plots import theme_state
from lobgids.school.stage import present

MOST_EXAMPLES = 2
"""How many themes, examples or shifts a choice names at most, so that all of it fits on one page."""

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
    return Table(caption=context.words("choices.caption"), header=header, rows=rows, widths=(4, 8, 8))


def _name(context: ReportContext, name: str) -> str:
    words = context.words(f"choices.{name}")
    return context.words("choices.proposed", choice=words) if name == proposed(context.conclusions) else words


def _leave(context: ReportContext) -> Choice:
    open_themes = [theme.name for theme in context.base.themes if theme_state(context.view, theme) == "open"]
    what = [context.words("leave.what")]
    if open_themes:
        what.append(context.words("leave.open", themes="; ".join(open_themes[:MOST_EXAMPLES])))
    return Choice(" ".join(what), context.words("leave.takes" if context.conclusions.plan else "leave.nothing"))


def _strengthen(context: ReportContext) -> Choice:
    """Return what the plan holds for strengthening, or else what could be done better of what is there already."""
    steps = of_step(context.view, context.conclusions)
    items = [item for item in context.conclusions.plan if item not in steps]
    if any(item.kind not in ("talk", "find_out") for item in items):
        return Choice(_actions(context, items), _taken(context, items, _given(context, items)))
    examples = _to_strengthen(context)
    name = "strengthen.what" if examples else "strengthen.nothing"
    return Choice(context.words(name, actions="; ".join(examples)), context.words("choices.not_worked_out"))


def _step(context: ReportContext) -> Choice:
    """Return the step that is proposed with all of the plan, or else what a step would come to."""
    direction, plan = context.conclusions.direction, context.conclusions.plan
    if proposed(context.conclusions) == "step":
        what = " ".join(filter(None, (_moving(context), _actions(context, plan))))
        return Choice(what or context.words("step.chosen"), _taken(context, plan, _shifts(context, direction.next)))
    open_takes = context.words("choices.not_worked_out")
    if direction.is_apart:
        return Choice(context.words("step.apart"), open_takes)
    if direction.now is None:
        return Choice(context.words("step.open"), open_takes)
    if direction.now == LAST:
        return Choice(context.words("step.last"), open_takes)
    ahead = direction.now + 1
    what = context.words("step.what", practice=context.model(ahead).way.practice)
    return Choice(what, f"{open_takes} {_shifts(context, ahead)}")


def _moving(context: ReportContext) -> str:
    """Return which pillars move; empty if all of the school does."""
    wishes = context.conclusions.direction.wishes
    moving = [pillar.name for pillar in context.base.pillars if wishes.get(pillar.id)]
    is_part = 0 < len(moving) < len(context.base.pillars)
    return context.words("step.pillars", pillars="; ".join(moving)) if is_part else ""


def _actions(context: ReportContext, items: Sequence[Planned]) -> str:
    """Return how many actions of the plan it is; they stand on the next page."""
    return context.counted("choices.actions", len(items)) if items else ""


def _taken(context: ReportContext, items: Sequence[Planned], gives: str) -> str:
    """Return the hours and the money of actions, as far as they are known, and what gives way for them."""
    return f"{effort.together(context, items) or context.words('effort.open')} {gives}"


def _given(context: ReportContext, items: Sequence[Planned]) -> str:
    """Return what need not be done any more, if those words may be shown; else that it is still to be chosen."""
    typed = [context.typed(ask_ids.plan("off", item.action)) for item in items]
    given = "; ".join(filter(None, typed))
    return context.words("choices.gives", what=given) if given else context.words("choices.to_choose")


def _shifts(context: ReportContext, goal: int | None) -> str:
    """Return which themes go to other roles than those who do them now."""
    shifts = []
    for theme in context.base.themes if goal else ():
        doers, wanted = context.view.doers(theme), getattr(theme.done_by, f"model{goal}")
        if doers and NOBODY not in wanted and not set(wanted) & set(doers):
            shifts.append(context.words("step.shift", theme=theme.name, roles=context.who(wanted)))
    if not shifts:
        return context.words("step.no_shifts")
    return context.words("step.shifts", shifts=" ".join(shifts[:MOST_EXAMPLES]))


def _to_strengthen(context: ReportContext) -> list[str]:
    """Return how to strengthen what is seen to be so, at the component's own stage."""
    view = context.view
    found = [
        action.stronger.title
        for of_model in context.base.actions
        for action in of_model.actions
        if present(view, _component_of(context, action.theme)) == (of_model.model,)
        and view.doers(context.base.theme(action.theme)) != [NOBODY]
    ]
    return found[:MOST_EXAMPLES]


def _component_of(context: ReportContext, theme: str) -> Component:
    return context.base.component(context.base.theme(theme).component)
