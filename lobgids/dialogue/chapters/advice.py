"""Chapter 9: the actions that the decaan picks, with who and when: the plan."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.advice.conclusions import Action
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS


def asks(view: View) -> Iterator[str]:
    """Which actions go into the plan."""
    if view.conclusions.actions:
        yield ACTIONS


def plan_asks(view: View) -> Iterator[str]:
    """Who does each chosen action, and when."""
    for action in chosen_actions(view):
        yield ask_ids.plan("who", action)
        yield ask_ids.plan("when", action)


def group_plan_asks(view: View) -> Iterator[str]:
    """The same with a group, where the name is a question of its own: no letter stands in a name."""
    for action in chosen_actions(view):
        yield ask_ids.plan("who", action)
        who = view.state.answers.get(ask_ids.plan("who", action))
        if who and not who.skipped and not who.quote:
            yield ask_ids.plan("name", action)
        yield ask_ids.plan("when", action)


def chosen_actions(view: View) -> list[str]:
    """The ids of the actions in the plan."""
    known = {action.id for action in view.conclusions.actions}
    return [action for action in view.ids(ACTIONS) if action in known]


def draft(view: View, ask: str) -> Draft:
    """The actions to pick from, each with how to begin and what one will see."""
    actions = view.conclusions.actions
    options = [Option(id=action.id, text=action.title) for action in actions]
    return replace(from_question(view.base, ask, options=options), told=tuple(_details(view, item) for item in actions))


def _details(view: View, action: Action) -> Say:
    seed = view.header.seed + action.id
    text = phrase(view.base, "plan.details", seed, how=action.how, success=action.success)
    return Say(id=action.id, text=text, heading=action.title)


def plan(view: View, ask: str) -> Draft:
    """Who does an action, or when."""
    name, action_id = ask_ids.planned(ask)
    title = asked_about((action.title for action in view.conclusions.actions if action.id == action_id), ask)
    if name in ("when", "name"):
        return from_question(view.base, f"plan.{name}", action=title)
    doers = [Option(id=role.id, text=role.one) for role in roles_in_order(view.base)]
    return from_question(view.base, "plan.who", options=doers, action=title)


STEP = Step(name="advice", chapter="advice", asks=asks, draft=draft, keys=(ACTIONS,), needs=(ACTIONS,))
PLAN_STEP = Step(name="plan", chapter="advice", asks=plan_asks, draft=plan, needs=("plan.who", "plan.when"))
GROUP_PLAN_STEP = PLAN_STEP._replace(asks=group_plan_asks, needs=("plan.who", "plan.name", "plan.when"))
