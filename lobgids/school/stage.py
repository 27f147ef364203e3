"""The one rule for the stage: where a component is, where it is to go, and so what there is to do about it.

A pillar that stays is not one that is to become as the school as a whole: what departs there and works is never advised
away. So a component in it has its own stage for a goal.
"""

from typing import Literal

from lobgids.kb.schema.school import Component
from lobgids.school.ambition import NEARER, NEARER_STEP, SCHOOL, moves_to, subjects
from lobgids.school.once import once
from lobgids.school.view import SchoolView

ToDo = Literal["begin", "strengthen", "keep", "find_out"]
"""What there is to do about a component: begin what is not so yet, strengthen what is, keep what is further on, or
find out first how it is."""

ROLES, PROFESSIONALISATION = 9, 10
"""The numbers of the components about who does what, and about how colleagues learn."""

NEARER_STAGE = 2
"""The stage between the other two: the nearer step to a wish that is two stages away."""


@once
def present(view: SchoolView, component: Component) -> tuple[int, ...]:
    """The stages of the answer to a component, in order: two if it is in between, none if how it is is not known."""
    return tuple(sorted({description.model for description in view.chosen(component)}))


def is_far(view: SchoolView, subject: str) -> bool:
    """Whether what is wished for a pillar (or the school) is two stages away from where that is.

    That is the leading stage; without one, or where a pillar is to become as the school, the stage of its components.
    """
    wished = moves_to(view, subject)
    here = _here(view, subject) if view.start in (None, wished) else {view.start}
    return wished is not None and any(abs(wished - stage) > 1 for stage in here if stage)


@once
def aim(view: SchoolView, subject: str) -> int | None:
    """The stage that a pillar (or the school) is to move to; None if it stays, or its wish was not asked.

    A wish that was skipped counts as staying. Where the nearer step was taken, that is the aim.
    """
    is_nearer = view.state.value(NEARER) == NEARER_STEP and is_far(view, subject)
    return NEARER_STAGE if is_nearer else moves_to(view, subject)


@once
def goal(view: SchoolView, component: Component) -> int | None:
    """The stage that is worked toward at a component; None if none can be said.

    In a pillar that moves it is the pillar's aim. In one that stays it is the stage of the component itself; of one in
    between the leading stage if it is one of the two, else the later. The leading stage stands in for a component of
    which nothing is known (see `is_assumed`).
    """
    if aimed := aim(view, component.pillar):
        return aimed
    stages = present(view, component)
    if not stages or view.start in stages:
        return view.start
    return stages[-1]


def is_assumed(view: SchoolView, component: Component) -> bool:
    """Whether the leading stage stands in for a component, as nothing is known of it and its pillar stays."""
    return not present(view, component) and aim(view, component.pillar) is None and view.start is not None


@once
def way(view: SchoolView, component: Component) -> tuple[int, ...]:
    """The stages that a component still has to come to, its goal last: two if one lies in between; empty if none."""
    end, stages = goal(view, component), present(view, component)
    if end is None:
        return ()
    starts = [stage for stage in stages if not _is_beyond(view, stage, end)]
    is_two_away = bool(starts) and all(abs(stage - end) > 1 for stage in starts)
    return (NEARER_STAGE, end) if is_two_away else (end,)


@once
def to_do(view: SchoolView, component: Component) -> ToDo | None:
    """What there is to do about a component on the way to its goal; None if it has none.

    What is in between is begun where it is not so yet, in a pillar that moves; in one that stays it may stay so.
    """
    end, stages = goal(view, component), present(view, component)
    if end is None:
        return None
    if not stages:
        return "find_out"
    behind = [stage for stage in stages if stage != end and not _is_beyond(view, stage, end)]
    if aim(view, component.pillar) and behind:
        return "begin"
    return "strengthen" if end in stages else "keep"


def of_school(view: SchoolView) -> int | None:
    """The stage that the school as a whole works toward: the farthest aim, or the leading stage if nothing moves.

    That is the leading stage too if the pillars move in different directions. None if no stage leads: then nothing is
    said of a stage for the school.
    """
    now = view.start
    if now is None or is_apart(view):
        return now
    return max(aims(view), key=lambda stage: abs(stage - now), default=now)


def of_roles(view: SchoolView) -> int | None:
    """The stage that the roles are to be as in: the goal of who does what itself. None if no stage leads."""
    return goal(view, view.base.component(ROLES)) if view.start else None


def of_learning(view: SchoolView) -> int | None:
    """The stage in which the school is to learn: the goal of professionalisation itself. None if no stage leads."""
    return goal(view, view.base.component(PROFESSIONALISATION)) if view.start else None


def way_to(view: SchoolView, end: int | None) -> tuple[int, ...]:
    """The stages from the leading one to another, nearest first; empty if it is that one, or none leads."""
    now = view.start
    if now is None or end is None or now == end:
        return ()
    return (NEARER_STAGE, end) if abs(end - now) > 1 else (end,)


def aims(view: SchoolView) -> tuple[int, ...]:
    """The stages that pillars are to move to, each once, in order."""
    return tuple(sorted({stage for subject in subjects(view) if (stage := aim(view, subject))}))


def is_apart(view: SchoolView) -> bool:
    """Whether the wishes go in different directions: forward and back, or without a leading stage to several."""
    stages = aims(view)
    if view.start is None:
        return len(stages) > 1
    return bool(stages) and stages[0] < view.start < stages[-1]


def _here(view: SchoolView, subject: str) -> set[int]:
    """The stages of the components of a pillar, or of all for the school."""
    components = [component for component in view.base.components if subject in (SCHOOL, component.pillar)]
    return {stage for component in components for stage in present(view, component)}


def _is_beyond(view: SchoolView, stage: int, end: int) -> bool:
    """Whether a stage lies further on than a goal, in the direction of the move from the leading stage.

    Without such a direction nothing does: whatever is not at the goal is still on the way to it.
    """
    direction = end - (view.start or end)
    return (stage - end) * direction > 0
