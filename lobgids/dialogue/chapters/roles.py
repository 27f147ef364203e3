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
    """The themes, or those of the short form."""
    for theme in view.base.themes:
        if theme.short or not view.is_short:
            yield theme.id
            if len(view.doers(theme)) > 1:
                yield ask_ids.of_theme(theme, SHARED)


def talked_asks(view: View) -> Iterator[str]:
    """With a group, where it is on the agenda: each theme by talk, then a sentence on what is agreed."""
    for theme in view.base.themes if agenda.has_roles(view) else ():
        if theme.short:
            yield theme.id
            yield ask_ids.of_theme(theme, AGREED)


def task_asks(view: View) -> Iterator[str]:
    """For each role the leading model's tasks that may still be open; not in the short form."""
    if view.is_short or view.dominant is None:
        return
    for role in roles_in_order(view.base):
        if open_tasks(view, role):
            yield ask_ids.tasks(role.id)


def theme(view: View, ask: str) -> Draft:
    """'Wie doet dit meestal?', or how those who do it share it."""
    asked = asked_about(
        (theme for theme in view.base.themes if ask in (theme.id, ask_ids.of_theme(theme, SHARED))), ask
    )
    if ask.endswith(SHARED):
        return from_question(view.base, "ask.shared", theme=asked.name)
    options = tuple(
        Option(id=answer.id, text=answer.text, alone=answer.alone)
        for answer in view.base.answers
        if answer.group == "doer"
    )
    component = view.base.component(asked.component)
    return Draft(
        kind="multi", text=asked.question, in_other_words=asked.in_other_words, why=asked.why, options=options,
        facts=asked.facts, find_out=where_to_find_out(view, (asked,)), pillar=component.pillar,
    )  # fmt: skip


def talked(view: View, ask: str) -> Draft:
    """A theme as it is talked over in a group: one conclusion, and nobody puts up a hand."""
    asked = asked_about(
        (theme for theme in view.base.themes if ask in (theme.id, ask_ids.of_theme(theme, AGREED))), ask
    )
    return from_question(view.base, "ask.theme_agreed", theme=asked.name) if ask.endswith(AGREED) else theme(view, ask)


def tasks(view: View, ask: str) -> Draft:
    """Which of these tasks happen already; none of them is an answer too."""
    role = asked_about((role for role in view.base.roles if role.id == detail_of(ask)), ask)
    told = from_question(view.base, "ask.tasks", role=role.one)
    options = tuple(Option(id=task.id, text=task.text) for task in open_tasks(view, role))
    return Draft(
        kind="multi", text=told.text, in_other_words=told.in_other_words, why=told.why,
        options=(*options, *told.options), find_out=(told.text,),
        facts=tuple(fact for task in open_tasks(view, role) for fact in task.facts),
    )  # fmt: skip


def reply(view: View, event: Event) -> Iterator[Say]:
    """That several do it, or nobody."""
    place = f"{view.header.seed}{event.ask}"
    if isinstance(event.value, list) and len(event.value) > 1:
        yield say(view.base, "roles.double", place)
    elif event.value == ["doer.nobody"]:
        yield say(view.base, "roles.nobody", place)


STEP = Step(
    name="roles", chapter="roles", asks=theme_asks, draft=theme, keys=("theme",), reply=reply, left_open=True,
    needs=("ask.shared",),
)  # fmt: skip
GROUP_STEP = STEP._replace(asks=talked_asks, draft=talked, needs=("ask.theme_agreed",))
TASKS_STEP = Step(name="tasks", chapter="roles", asks=task_asks, draft=tasks, left_open=True, needs=("ask.tasks",))
