"""Chapter 4: who does what, theme by theme, and how those who share something share it."""

from collections.abc import Iterator
from typing import get_args

from msgspec.structs import replace

from lobgids.dialogue.chapters import who
from lobgids.dialogue.draft import Draft, Row, asked_about, find_question, from_question
from lobgids.dialogue.phrasing import place, say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import agenda
from lobgids.kb.schema.base import RoleId
from lobgids.log import ask_ids
from lobgids.log.ask_ids import AGREED, SHARED
from lobgids.log.events import Event
from lobgids.school.roles import where_to_find_out

NOBODY = "doer.nobody"

_TASKS = tuple(ask_ids.tasks(role) for role in get_args(RoleId))
"""Asked here by earlier versions: whoever stopped there goes on from here, and has not seen the picture yet."""


def theme_asks(view: View) -> Iterator[str]:
    """The themes, in the short form a part of them; then how several roles share one."""
    entries = [entry for entry in view.base.themes if entry.short or not view.is_short]
    yield from (entry.id for entry in entries)
    yield from (ask_ids.of_theme(entry, SHARED) for entry in entries if len(view.doers(entry)) > 1)


def talked_asks(view: View) -> Iterator[str]:
    """With a group, if it is on the agenda: each theme that is talked over, then a sentence on what is agreed."""
    for entry in view.base.themes if agenda.has_roles(view) else ():
        if entry.short:
            yield entry.id
            yield ask_ids.of_theme(entry, AGREED)


def draft(view: View, ask: str) -> Draft:
    """A theme, how it is shared, or what earlier versions asked here."""
    return who.tasks(view, ask) if ask in _TASKS else theme(view, ask)


def theme(view: View, ask: str) -> Draft:
    """'Wie doet dit meestal?', a row among all themes, or how those who do it share it."""
    entry = asked_about(
        (entry for entry in view.base.themes if ask in (entry.id, ask_ids.of_theme(entry, SHARED))), ask
    )
    if ask.endswith(SHARED):
        shared = (asked for asked in view.state.answers if asked.endswith(f".{SHARED}"))
        return from_question(view.base, "ask.shared", nth=place(shared, ask), theme=entry.row)
    absent: frozenset[str] = view.absent
    options = tuple(
        Option(id=answer.id, text=answer.text, alone=answer.alone)
        for answer in view.base.answers
        if answer.group == "doer" and (answer.id.removeprefix("doer.") not in absent or answer.id in view.ids(entry.id))
    )
    component, every = view.base.component(entry.component), find_question(view.base, "ask.themes")
    row = Row(grid="themes", asked=every.text, text=entry.row, in_other_words=every.in_other_words, why=every.why)
    return Draft(
        kind="multi", text=entry.question, in_other_words=entry.in_other_words, why=entry.why, options=options,
        facts=entry.facts, about=(entry.id,), find_out=where_to_find_out(view, (entry,)), pillar=component.pillar,
        row=row,
    )  # fmt: skip


def talked(view: View, ask: str) -> Draft:
    """A theme as it is talked over in a group: one by one, one conclusion, and nobody puts up a hand."""
    entry = asked_about(
        (entry for entry in view.base.themes if ask in (entry.id, ask_ids.of_theme(entry, AGREED))), ask
    )
    if ask.endswith(AGREED):
        return from_question(view.base, "ask.theme_agreed", theme=entry.name)
    return replace(theme(view, ask), row=None)


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that several roles do it, or nobody: the first time that it is so."""
    if event.ask in _TASKS:
        return
    doers = view.ids(event.ask)
    alike = [theme for theme in view.base.themes if _is_alike(doers, view.ids(theme.id))]
    if len(alike) > 1:
        return
    if len(doers) > 1:
        yield say(view.base, "roles.shared", f"{view.header.seed}{event.ask}")
    elif doers == [NOBODY]:
        yield say(view.base, "roles.nobody", f"{view.header.seed}{event.ask}")


def _is_alike(doers: list[str], others: list[str]) -> bool:
    """Whether both are several, or both nobody."""
    return (len(doers) > 1 and len(others) > 1) or (doers == others == [NOBODY])


STEP = Step(
    name="roles", chapter="roles", asks=theme_asks, draft=draft, keys=("theme", *_TASKS), reply=reply, left_open=True,
    needs=("ask.themes", "ask.shared", "ask.tasks"),
)  # fmt: skip
GROUP_STEP = STEP._replace(asks=talked_asks, draft=talked, keys=("theme",), needs=("ask.theme_agreed",))
