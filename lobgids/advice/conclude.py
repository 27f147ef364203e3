"""All conclusions from the answers, in one function."""

from collections.abc import Mapping

from lobgids.advice.actions import actions
from lobgids.advice.conclusions import Conclusions, FindOut
from lobgids.advice.direction import conditions, direction
from lobgids.advice.evaluation import evaluation, signs
from lobgids.advice.findings import tensions
from lobgids.advice.plan import decide_by, planned
from lobgids.advice.roles import advise
from lobgids.kb.lookup import roles_in_order
from lobgids.school.view import SchoolView


def conclude(view: SchoolView, *, find_out: tuple[FindOut, ...], apart: Mapping[str, tuple[str, ...]]) -> Conclusions:
    """The direction, the advice role by role, the plan with its evaluation, and the tensions.

    `find_out` is what is still to find out; `apart` has sentences on where groups differ, each with the asks behind it.
    """
    roles = tuple(advise(view, role) for role in roles_in_order(view.base) if role.id not in view.absent)
    offered = tuple(actions(view, roles, is_open=bool(find_out)))
    plan = tuple(planned(view, offered))
    levels = view.base.levels if plan else ()
    return Conclusions(
        direction=direction(view),
        roles=roles,
        conditions=tuple(conditions(view)),
        actions=offered,
        plan=plan,
        decide_by=decide_by(view, plan, offered),
        signs=tuple(signs(view, plan, offered)),
        evaluation={level.id: tuple(evaluation(view, level, plan, offered)) for level in levels},
        tensions=tuple(tensions(view, apart)),
        find_out=find_out,
    )
