"""Everything that follows from the answers, in one go."""

from lobgids.advice.findings import find_out, tensions
from lobgids.advice.plan import actions, evaluation, planned
from lobgids.advice.roles import advise
from lobgids.dialogue.conclusions import Conclusions
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order


def conclude(view: View) -> Conclusions:
    """The advice role by role, the plan with its evaluation questions, tensions, and what is still to find out."""
    roles = tuple(advise(view, role) for role in roles_in_order(view.base))
    offered = tuple(actions(view, roles))
    plan = tuple(planned(view, offered))
    return Conclusions(
        roles=roles,
        actions=offered,
        plan=plan,
        evaluation={level.id: tuple(evaluation(view, level, plan)) for level in view.base.levels} if plan else {},
        tensions=tuple(tensions(view)),
        find_out=tuple(find_out(view)),
    )
