"""Chapter 7: with whom one wants to sit down first; of each of these roles what it does, and what is there already."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lobgids.dialogue.chapters import competences
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.roles import Role, Task
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, LOOK_BACK, WHO
from lobgids.log.events import Event
from lobgids.school.roles import MODELS, open_tasks, tasks_by_stage
from lobgids.text import capital

CHAPTER = "competences"

MOST_NAMED = 3
"""How many tasks are named where one did not know which of them happen."""


def asks(view: View) -> Iterator[str]:
    """With whom first; then, in the full form, role by role what happens already, and what is in house.

    Who went on to the plan in the short form of an earlier version is not called back.
    """
    if not view.is_short or view.is_answered(WHO) or not any(map(view.is_answered, (ACTIONS, LOOK_BACK))):
        yield WHO
    if view.is_short:
        return
    for role in chosen(view):
        yield from about(view, role)


def chosen(view: View) -> list[Role]:
    """The roles that one wants to sit down with first."""
    one = view.state.value(WHO)
    picked = [one] if isinstance(one, str) else view.ids(WHO)  # in the short form it is one
    return [role for role in roles_in_order(view.base) if f"who.{role.id}" in picked]


def about(view: View, role: Role) -> Iterator[str]:
    """The asks about a role."""
    for stage in open_tasks(view, role):
        yield ask_ids.tasks(role.id, stage)
    yield from competences.asks(view, role)


def draft(view: View, ask: str) -> Draft:
    """With whom first, what happens already, or what is in house."""
    if ask == WHO:
        return _of_those_there(view, first_one(view) if view.is_short else from_question(view.base, WHO))
    return tasks(view, ask) if ask_ids.subject_of(ask) == "tasks" else competences.draft(view, ask)


def first_one(view: View) -> Draft:
    """With whom first, where no question stands between pieces of advice: then these are about one role."""
    in_other_words = phrase(view.base, "who.one", view.header.seed)
    return replace(from_question(view.base, WHO), kind="choice", in_other_words=in_other_words)


def _of_those_there(view: View, question: Draft) -> Draft:
    """The question without roles that are not at this school."""
    missing = {f"who.{role}" for role in view.absent} - {f"who.{role.id}" for role in chosen(view)}
    return replace(question, options=tuple(option for option in question.options if option.id not in missing))


def tasks(view: View, ask: str) -> Draft:
    """Which of a role's tasks happen already; none of them is an answer too. What is ticked stays on the list."""
    pairs = ((role, stage) for role in view.base.roles for stage in (0, *MODELS))
    role, stage = asked_about((pair for pair in pairs if ask == ask_ids.tasks(pair[0].id, pair[1])), ask)
    listed = _listed(view, role, stage)
    question = from_question(view.base, "ask.tasks", asked=phrase(view.base, f"who.tasks.{role.id}", view.header.seed))
    options = (Option(id=task.id, text=_named(task)) for task in listed)
    return replace(
        question,
        in_other_words="\n".join((question.in_other_words, *(f"- {task.text}" for task in listed if task.short))),
        options=(*options, *question.options),
        find_out=tuple(_find_out(view, role, listed)),
        facts=tuple(dict.fromkeys(fact for task in listed for fact in task.facts)),
        origin="publication",
        about=tuple(task.id for task in listed),
    )


def _listed(view: View, role: Role, stage: int) -> list[Task]:
    """The tasks at an ask, in the order of the content; those of every stage where an earlier version asked."""
    offered = open_tasks(view, role) if stage else tasks_by_stage(view, role)
    asked = [task for number, tasks in offered.items() if stage in (number, 0) for task in tasks]
    picked = view.ids(ask_ids.tasks(role.id, stage))
    return [task for part in role.parts for task in part.tasks if task in asked or task.id in picked]


def _named(task: Task) -> str:
    return capital(task.short) or task.text


def _find_out(view: View, role: Role, listed: Sequence[Task]) -> Iterator[str]:
    """Some of the tasks by name, and whom to ask."""
    seed = view.header.seed + role.id
    names = "; ".join(task.short or task.text.rstrip(".") for task in listed[:MOST_NAMED])
    if names:
        yield phrase(view.base, "find_out.tasks", seed, tasks=names)
        is_own = role.id == view.manner.speaker
        yield phrase(
            view.base, "find_out.own" if is_own else "find_out.ask", seed, **({} if is_own else {"roles": role.one})
        )


def introduction(view: View, before: Ask | None, ask: Ask) -> Iterator[Say]:
    """Where the asks about a role begin: which role, and what else it does than what is asked."""
    role = _role_of(view, ask)
    if role is None or (before and _role_of(view, before) == role):
        return
    seed = f"{view.header.seed}{role.id}"
    yield replace(say(view.base, f"who.role.{role.id}", seed), heading=capital(role.name))
    asked = [task for tasks in open_tasks(view, role).values() for task in tasks]
    others = (task for tasks in tasks_by_stage(view, role).values() for task in tasks if task not in asked)
    rest = [task for task in others if task.short]  # what has no short name is too long to list beside the question
    if rest:
        place = chosen(view).index(role)
        yield say(view.base, "who.more", place, tasks="\n".join(f"- {capital(task.short)}" for task in rest))


def _role_of(view: View, ask: Ask) -> Role | None:
    if ask.chapter != CHAPTER:
        return None
    return next((role for role in view.base.roles if role.id == ask_ids.detail_of(ask.id).partition(".")[0]), None)


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say of the chosen roles about which nothing is asked that a talk comes first; with oneself nobody talks."""
    is_asked = event.ask == WHO and not view.is_short
    others = [role for role in chosen(view) if role.id != view.manner.speaker]
    silent = [role for role in others if not any(about(view, role))] if is_asked else []
    if silent:
        lines = "\n".join(f"- {_called(view, role)}" for role in silent)
        name = "who.nothing" if view.start else "who.talk_first"
        yield say(view.base, name, f"{view.header.seed}{event.ask}", roles=lines)


def _called(view: View, role: Role) -> str:
    """A role as it is offered."""
    options = {option.id: option.text for option in from_question(view.base, WHO).options}
    return options[f"who.{role.id}"]


STEP = Step(
    name="who", chapter=CHAPTER, asks=asks, draft=draft, keys=("who", "tasks", "competence"), reply=reply,
    needs=(WHO, "ask.tasks", *competences.NEEDS),
)  # fmt: skip
