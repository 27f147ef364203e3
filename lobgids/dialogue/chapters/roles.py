"""Chapter 4: who does what, theme by theme; then which of the leading model's tasks happen already."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import agenda
from lobgids.kb.lookup import roles_in_order
from lobgids.log import ask_ids
from lobgids.log.ask_ids import AGREED, SHARED, detail_of
from lobgids.log.events import Event
from lobgids.school.roles import open_tasks, where_to_find_out


def theme_asks(view: View) -> Iterator[str]:
    """The themes, in the short form a part of them; and how several roles share one."""
    for entry in view.base.themes:
        if entry.short or not view.is_short:
            yield entry.id
            if len(view.doers(entry)) > 1:
                yield ask_ids.of_theme(entry, SHARED)


def talked_asks(view: View) -> Iterator[str]:
    """With a group, if it is on the agenda: each theme that is talked over, then a sentence on what is agreed."""
    for entry in view.base.themes if agenda.has_roles(view) else ():
        if entry.short:
            yield entry.id
            yield ask_ids.of_theme(entry, AGREED)


def task_asks(view: View) -> Iterator[str]:
    """For each role the leading model's tasks that may still be open; not in the short form."""
    if view.is_short or view.dominant is None:
        return
    for role in roles_in_order(view.base):
        if open_tasks(view, role):
            yield ask_ids.tasks(role.id)


def theme(view: View, ask: str) -> Draft:
    """'Wie doet dit meestal?', or how those who do it share it."""
    entry = asked_about(
        (entry for entry in view.base.themes if ask in (entry.id, ask_ids.of_theme(entry, SHARED))), ask
    )
    if ask.endswith(SHARED):
        return from_question(view.base, "ask.shared", theme=entry.name)
    options = tuple(
        Option(id=answer.id, text=answer.text, alone=answer.alone)
        for answer in view.base.answers
        if answer.group == "doer"
    )
    component = view.base.component(entry.component)
    return Draft(
        kind="multi", text=entry.question, in_other_words=entry.in_other_words, why=entry.why, options=options,
        facts=entry.facts, about=(entry.id,), find_out=where_to_find_out(view, (entry,)), pillar=component.pillar,
    )  # fmt: skip


def talked(view: View, ask: str) -> Draft:
    """A theme as it is talked over in a group: one conclusion, and nobody puts up a hand."""
    entry = asked_about(
        (entry for entry in view.base.themes if ask in (entry.id, ask_ids.of_theme(entry, AGREED))), ask
    )
    return from_question(view.base, "ask.theme_agreed", theme=entry.name) if ask.endswith(AGREED) else theme(view, ask)


def tasks(view: View, ask: str) -> Draft:
    """Which of these tasks happen already; none of them is an answer too."""
    role = asked_about((role for role in view.base.roles if role.id == detail_of(ask)), ask)
    question = from_question(view.base, "ask.tasks", role=role.one)
    options = tuple(Option(id=task.id, text=task.text) for task in open_tasks(view, role))
    return Draft(
        kind="multi", text=question.text, in_other_words=question.in_other_words, why=question.why,
        options=(*options, *question.options), find_out=(question.text,),
        facts=tuple(fact for task in open_tasks(view, role) for fact in task.facts), origin="publication",
        about=tuple(task.id for task in open_tasks(view, role)),
    )  # fmt: skip


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that several roles do it, or nobody."""
    seed = f"{view.header.seed}{event.ask}"
    if isinstance(event.value, list) and len(event.value) > 1:
        yield say(view.base, "roles.shared", seed)
    elif event.value == ["doer.nobody"]:
        yield say(view.base, "roles.nobody", seed)


STEP = Step(
    name="roles", chapter="roles", asks=theme_asks, draft=theme, keys=("theme",), reply=reply, left_open=True,
    needs=("ask.shared",),
)  # fmt: skip
GROUP_STEP = STEP._replace(asks=talked_asks, draft=talked, needs=("ask.theme_agreed",))
TASKS_STEP = Step(name="tasks", chapter="roles", asks=task_asks, draft=tasks, left_open=True, needs=("ask.tasks",))
