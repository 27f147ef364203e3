"""Chapter 9: the actions that the decaan picks or types, with who and when: the plan."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from lobgids.advice.conclusions import Action
from lobgids.advice.own import LONGEST_OWN, LONGEST_TITLE, MOST_OWN, OWN, all_lines, own_lines
from lobgids.advice.plan import ENOUGH, FIELDS, MORE, NONE, in_plan, needs_decision
from lobgids.dialogue.chapters.closing import LOOK_BACK
from lobgids.dialogue.draft import Draft, Row, asked_about, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, DECIDE, MORE_ACTIONS, OWN_ACTIONS, OWN_QUESTIONS
from lobgids.log.events import Event
from lobgids.text import beginning

_BY_ROLE = ("who", "helps")
_NEEDED = ("who", "when")
"""What a plan is not complete without; all else may well stay open."""
_MOST = {"hours": 5000, "money": 1_000_000}
"""The most hours a year and euros that are taken: beyond lies a slip of the keyboard."""


def asks(view: View) -> Iterator[str]:
    """Which actions go into the plan; those further on if one wants to see them, and one's own if one types some."""
    yield ACTIONS
    if MORE in view.ids(ACTIONS):
        yield MORE_ACTIONS
    if OWN in view.ids(ACTIONS):
        yield OWN_ACTIONS


def plan_asks(view: View) -> Iterator[str]:
    """Who does each chosen action, for whom, when, and what it takes; then when the school decides, if it has to."""
    actions = chosen_actions(view)
    for action in actions:
        yield from (ask_ids.plan(name, action) for name in _fields(view, action))
    if needs_decision(view.conclusions.plan, view.conclusions.actions) and not _is_beyond(view, actions):
        yield DECIDE


def _is_beyond(view: View, actions: Sequence[str]) -> bool:
    """Whether a conversation is past its plan, or an earlier version asked about an action: it gains no question."""
    after = (OWN_QUESTIONS, LOOK_BACK, *(ask_ids.evaluation(level.id) for level in view.base.levels))
    return any(map(view.is_answered, after)) or any(_is_old(view, action) for action in actions)


def _fields(view: View, action: str) -> Iterator[str]:
    """What is asked of an action; in a document of before the longer list who and when only."""
    names = _NEEDED if _is_old(view, action) else FIELDS
    yield from (name for name in names if name != "sign" or action.startswith(OWN))


def _is_old(view: View, action: str) -> bool:
    """Whether one went on after who and when, as nothing more was asked then."""
    asks = [record.ask for record in view.state.history]
    when, further = ask_ids.plan("when", action), [name for name in FIELDS if name not in _NEEDED]
    if when not in asks or any(view.is_answered(ask_ids.plan(name, action)) for name in further):
        return False
    return any(ask_ids.planned(ask)[1] != action for ask in asks[asks.index(when) :])


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
    return [action.id for action in in_plan(view, view.conclusions.actions)]


def draft(view: View, ask: str) -> Draft:
    """The actions to pick from, the last of which are to see more and to type one; those further on; or what one types.

    An action further on that was picked before stands among the first.
    """
    question = from_question(view.base, ask)
    if ask == OWN_ACTIONS:
        return question
    actions = [action for action in view.conclusions.actions if action.kind != "own"]
    first = [action for action in actions if not action.further or action.id in view.ids(ACTIONS)]
    further = [action for action in actions if action not in first]
    if ask == MORE_ACTIONS:
        return replace(_to_pick(view, question, further), words_answer=OWN_ACTIONS)
    last = tuple(option for option in question.options if _is_offered(view, option.id, further))
    return replace(_to_pick(view, replace(question, options=last), first), words_answer=OWN_ACTIONS)


def _is_offered(view: View, option: str, further: Sequence[Action]) -> bool:
    """Whether an option that is no action can be chosen: to take none only if that leaves none of one's own."""
    if option == NONE:
        return OWN in view.ids(ACTIONS) or not own_lines(view.state.value(OWN_ACTIONS))
    return option != MORE or bool(further)


def _to_pick(view: View, question: Draft, actions: Sequence[Action]) -> Draft:
    """A question with these actions before its own options, each with how to begin and what one will see."""
    options = (Option(id=action.id, text=_offered(view, action)) for action in actions)
    details = tuple(_details(view, action) for action in actions)
    return replace(question, options=(*options, *question.options), told=details)


def _offered(view: View, action: Action) -> str:
    """The title of an action; of one about what is there already that it makes that stronger."""
    is_there = action.kind in ("task", "learn") and not action.is_step and bool(action.model)
    return phrase(view.base, "plan.stronger", action.id, action=action.title) if is_there else action.title


def _details(view: View, action: Action) -> Say:
    """How to begin with an action, and what one will see."""
    seed = view.header.seed + action.id
    text = phrase(view.base, "plan.details", seed, how=action.how, success=action.success)
    return Say(id=action.id, text=text, heading=action.title)


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that a plan can wait, that few actions are enough, and how far one's own are in the plan."""
    if event.ask == ACTIONS and view.ids(ACTIONS) == [NONE]:
        yield say(view.base, "plan.later", f"{view.header.seed}{event.ask}")
    last_list = MORE_ACTIONS if MORE in view.ids(ACTIONS) else ACTIONS
    if event.ask == last_list and len(chosen_actions(view)) > ENOUGH:
        yield say(view.base, "plan.many", f"{view.header.seed}{event.ask}")
    lines = all_lines(event.value) if event.ask == OWN_ACTIONS else []
    if not lines:
        return
    seed = f"{view.header.seed}{event.ask}"
    yield say(view.base, "own.kept" if view.is_answered(ACTIONS) else "own.kept_before", seed)
    if len(lines) > MOST_OWN:
        yield say(view.base, "own.many", seed, most=MOST_OWN)
    if any(len(line) > LONGEST_OWN for line in lines):
        yield say(view.base, "own.long", seed, most=LONGEST_OWN)


def chosen_at(view: View, ask: str) -> str:
    """The ask at which the action that an ask is about was put into the plan; without one where it can be changed."""
    _, action = ask_ids.planned(ask)
    if action.startswith(OWN) or (not action and view.is_answered(OWN_ACTIONS)):
        return OWN_ACTIONS
    return MORE_ACTIONS if action in view.ids(MORE_ACTIONS) else ACTIONS


def about_own_actions(view: View, ask: str, value: Any) -> tuple[str, ...]:
    """The asks whose answers are about own actions that another answer changes or takes out of the plan."""
    before = own_lines(view.state.value(OWN_ACTIONS))
    if ask == ACTIONS and OWN in view.ids(ACTIONS) and OWN not in value:
        after, dropped = [], [OWN_ACTIONS]
    elif ask == OWN_ACTIONS:
        after, dropped = own_lines(value), []
    else:
        return ()
    for number, title in enumerate(before, 1):
        if after[number - 1 : number] != [title]:
            dropped += [ask_ids.plan(name, f"{OWN}.{number}") for name in (*FIELDS, "name")]
            dropped.append(ask_ids.counted_now(f"{OWN}.{number}"))
    return tuple(dropped)


def plan(view: View, ask: str) -> Draft:
    """Who does an action, for whom, when, or what it takes: a field of the form about the action; or when to decide."""
    if ask == DECIDE:
        return from_question(view.base, DECIDE)
    name, action_id = ask_ids.planned(ask)
    every = from_question(view.base, "plan.row", nth=_place(view, action_id), action=_title(view, ask))
    label = phrase(view.base, f"plan.field.{name}", view.header.seed)
    row = Row(
        grid=action_id, alike=False, asked=every.text, text=label, optional=name not in _NEEDED,
        in_other_words=every.in_other_words, why=every.why,
    )  # fmt: skip
    return replace(group_plan(view, ask), row=row, optional=row.optional)


def group_plan(view: View, ask: str) -> Draft:
    """The same by itself, as a group talks about one thing at a time."""
    name, action_id = ask_ids.planned(ask)
    doers = _doers(view, view.state.value(ask)) if name in _BY_ROLE else None
    question = from_question(
        view.base, f"plan.{name}", options=doers, nth=_place(view, action_id), action=_short_title(view, ask)
    )
    if name == "who":
        return replace(question, if_several="problem.who", called=_called(view))
    return replace(question, least=0, most=_MOST[name]) if name in _MOST else question


def _doers(view: View, standing: Any) -> list[Option]:
    """The roles to choose from: those that there are, and any that was chosen before."""
    chosen = standing if isinstance(standing, list) else [standing]
    roles = (role for role in roles_in_order(view.base) if role.id not in view.absent or role.id in chosen)
    return [Option(id=role.id, text=role.one) for role in roles]


def _called(view: View) -> dict[str, tuple[str, ...]]:
    """What people call each role that can take the lead, by its id."""
    names = {role.id: f"who.called.{role.id}" for role in roles_in_order(view.base)}
    return {role: view.base.phrase(name).variants for role, name in names.items() if view.base.says(name)}


def _place(view: View, action_id: str) -> int:
    """How many actions of the plan come before it."""
    actions = chosen_actions(view)
    return actions.index(action_id) if action_id in actions else 0


def _short_title(view: View, ask: str) -> str:
    """The title as the questions behind the first one name it: of a long one of one's own how it begins."""
    title, (name, action) = _title(view, ask), ask_ids.planned(ask)
    return beginning(title, LONGEST_TITLE) if action.startswith(OWN) and name != "who" else title


def _title(view: View, ask: str) -> str:
    """The title of the action that an ask is about. Raises `NoSuchQuestionError`."""
    action_id = ask_ids.planned(ask)[1]
    return asked_about((action.title for action in view.conclusions.actions if action.id == action_id), ask)


STEP = Step(
    name="advice", chapter="advice", asks=asks, draft=draft, reply=reply, keys=(ACTIONS, MORE_ACTIONS, OWN_ACTIONS),
    needs=(ACTIONS, MORE_ACTIONS, OWN_ACTIONS),
)  # fmt: skip
PLAN_STEP = Step(name="plan", chapter="advice", asks=plan_asks, draft=plan,
                 needs=("plan.row", *(f"plan.{name}" for name in FIELDS), DECIDE))  # fmt: skip
GROUP_PLAN_STEP = PLAN_STEP._replace(
    asks=group_plan_asks, draft=group_plan, needs=("plan.who", "plan.name", "plan.when")
)
