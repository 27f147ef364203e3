"""The one rule for the stage: where a component is, where it is to go, and so what there is to do about it.

A pillar that stays is not one that is to become as the school as a whole: what departs there and works is never advised
away. So a component in it has its own stage for a goal.
"""

from lobgids.kb.schema.school import Component
from lobgids.school.ambition import SCHOOL, moves_to, next_stage_of
from lobgids.school.view import SchoolView


def present(view: SchoolView, component: Component) -> tuple[int, ...]:
    """The stages of the answer to a component, in order: two if it is in between, none if how it is is not known."""
    return tuple(sorted({description.model for description in view.chosen(component)}))


def goal(view: SchoolView, component: Component) -> int | None:
    """The stage that is worked toward at a component; None if none can be said.

    In a pillar that moves it is the stage that is wished for, or the one before it. In one that stays it is the stage
    of the component itself. The leading model stands in for a component of which nothing is known. A wish that was not
    asked yet counts as staying.
    """
    if moves_to(view, SCHOOL if view.is_short else component.pillar) is not None:
        return next_stage_of(view, component.pillar)
    stages = present(view, component)
    if view.dominant is None or not stages or view.dominant in stages:
        return view.dominant
    return stages[-1]


def is_there(view: SchoolView, component: Component) -> bool | None:
    """Whether a component is at its goal already; None if how it is is not known."""
    stages = present(view, component)
    return goal(view, component) in stages if stages else None
