"""The plan: actions to pick from, those that were picked, and evaluation questions made concrete for them."""

from collections.abc import Iterator, Sequence
from datetime import date

from lobgids.dialogue.chapters.advice import ACTIONS
from lobgids.dialogue.conclusions import Action, Evaluation, Planned, RoleAdvice
from lobgids.dialogue.phrasing import phrase
from lobgids.dialogue.state import Standing
from lobgids.dialogue.view import View
from lobgids.kb.entries import Level

MOST_ACTIONS = 8
"""How many actions are offered: as many as one can read and choose from."""


def actions(view: View, roles: Sequence[RoleAdvice]) -> Iterator[Action]:
    """What can be done: talk the picture over, take up what is open, learn for it, find out what is not known."""
    base, seed = view.base, view.header.seed
    if view.dominant is None:
        yield Action(id="act.find_out", title=phrase(base, "action.find_out", seed), role="decaan")
    yield Action(id="act.talk", title=phrase(base, "action.talk", seed), role="decaan", facts=("inleiding.7",))
    yield from list(_per_role(view, roles))[:MOST_ACTIONS]


def _per_role(view: View, roles: Sequence[RoleAdvice]) -> Iterator[Action]:
    base, seed = view.base, view.header.seed
    names = {theme.id: theme.name for theme in base.themes}
    many: dict[str, str] = {role.id: role.many for role in base.roles}
    for told in roles:
        open_themes = dict.fromkeys(task["theme"] for task in told.tasks if task["state"] in ("open", "elsewhere"))
        for theme in list(open_themes)[:1]:
            title = phrase(base, "action.task", seed, theme=names[theme], role=told.name)
            yield Action(id=f"act.{told.role}.{theme}", title=title, role=told.role, because=(theme,))
        if told.forms:
            title = phrase(base, "action.learn", seed, role=many[told.role])
            yield Action(id=f"act.{told.role}.learn", title=title, role=told.role, facts=told.facts)


def planned(view: View, offered: Sequence[Action]) -> Iterator[Planned]:
    """The actions that were picked, with who and when."""
    known = {action.id: action for action in offered}
    roles = [role.id for role in view.base.roles]
    for action_id in view.ids(ACTIONS):
        if action := known.get(action_id):
            who = view.state.answers.get(f"plan.who.{action_id}", Standing())
            yield Planned(
                action=action_id,
                title=action.title,
                owner=who.value if who.value in roles else action.role,
                name=who.quote,
                date=_day(view.state.value(f"plan.when.{action_id}")),
            )


def evaluation(view: View, level: Level, plan: Sequence[Planned]) -> Iterator[Evaluation]:
    """The questions of a level, each for one of the planned actions in turn."""
    many: dict[str, str] = {role.id: role.many for role in view.base.roles}
    for number, pattern in enumerate(level.questions):
        item = plan[number % len(plan)]
        day = view.language.date(date.fromisoformat(item.date)) if item.date else _some_day(view)
        text = pattern.text.format(action=item.title, role=many[item.owner], date=day)
        yield Evaluation(id=pattern.id, text=text, respondent=pattern.respondent, moment=pattern.moment)


def _day(value: object) -> str:
    """A date as it is kept, or nothing where a hand wrote something else."""
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        return ""


def _some_day(view: View) -> str:
    return phrase(view.base, "plan.some_day", view.header.seed)
