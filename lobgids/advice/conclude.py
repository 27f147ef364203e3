"""Everything that follows from the answers, in one go."""

from lobgids.advice.actions import actions
from lobgids.advice.direction import conditions, direction
from lobgids.advice.evaluation import evaluation
from lobgids.advice.findings import find_out, tensions
from lobgids.advice.plan import planned
from lobgids.advice.roles import advise
from lobgids.advice.conclusions import Conclusions
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order


def conclude(view: View) -> Conclusions:
    """The direction, the advice role by role, the plan with its evaluation, tensions, and what is to find out."""
    unknown = tuple(find_out(view))
    offered = tuple(actions(view, is_open=bool(unknown)))
    plan = tuple(planned(view, offered))
    levels = view.base.levels if plan else ()
    return Conclusions(
        direction=direction(view),
        roles=tuple(advise(view, role) for role in roles_in_order(view.base)),
        conditions=tuple(conditions(view)),
        actions=offered,
        plan=plan,
        evaluation={level.id: tuple(evaluation(view, level, plan, offered)) for level in levels},
        tensions=tuple(tensions(view)),
        find_out=unknown,
    )
