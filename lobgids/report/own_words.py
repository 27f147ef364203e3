"""What somebody typed in a conversation, piece by piece, so that each can be shown or left out by itself."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lobgids.advice.own import OWN, all_lines
from lobgids.advice.plan import name_before
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.log import ask_ids
from lobgids.text import clean

SCHOOL = "welcome.school"


class OwnWords(NamedTuple):
    """A text that somebody typed: what it is about, and whether it is an answer, a note or the name of a person."""

    id: str
    ask: str
    kind: Literal["answer", "note", "name"]
    about: str
    text: str


def own_words(view: View) -> list[OwnWords]:
    """Return all own words, answers before notes, but for the name of the school, as it stands in the title."""
    return [piece for piece in (*_answers(view), *_notes(view)) if piece.text]


def not_parked(view: View) -> list[OwnWords]:
    """Return all own words but what a group parked for later."""
    parked = {f"note.{number}" for number, note in enumerate(view.state.notes, 1) if not note.own_words}
    return [piece for piece in own_words(view) if piece.id not in parked]


def _answers(view: View) -> Iterator[OwnWords]:
    for ask, standing in view.state.answers.items():
        draft = draft_of(view, ask)
        if draft is None or ask == SCHOOL:
            continue
        kind: Literal["answer", "name"]
        if standing.quote and KINDS[draft.kind].says_more(view, standing.quote):
            yield from _said(view, ask, standing.quote)
        if KINDS[draft.kind].takes_words and isinstance(standing.value, str):
            if ask == ask_ids.OWN_ACTIONS:
                yield from _own_actions(standing.value)
                continue
            kind = "name" if ask.startswith(ask_ids.plan("name", "")) else "answer"
            yield OwnWords(f"text.{ask}", ask, kind, subject(view, ask), clean(standing.value))


def _own_actions(typed: str) -> Iterator[OwnWords]:
    """Yield each action of one's own: one may be shown and another not."""
    for number, line in enumerate(all_lines(typed), 1):
        action = f"{OWN}.{number}"
        yield OwnWords(f"text.{action}", ask_ids.OWN_ACTIONS, "answer", "", line)


def _said(view: View, ask: str, quote: str) -> Iterator[OwnWords]:
    """Yield what was said with an answer; with who begins that is a name, or has one before it."""
    is_who = ask.startswith(ask_ids.plan("who", ""))
    name = name_before(view.base, quote) if is_who else ""
    if name:
        yield OwnWords(f"name.{ask}", ask, "name", subject(view, ask), clean(name))
    yield OwnWords(f"said.{ask}", ask, "name" if is_who and not name else "answer", subject(view, ask), clean(quote))


def _notes(view: View) -> Iterator[OwnWords]:
    for number, note in enumerate(view.state.notes, 1):
        yield OwnWords(f"note.{number}", note.ask, "note", subject(view, note.ask), clean(note.text))


def subject(view: View, ask: str) -> str:
    """Return what an ask is about, in a few words: its component, action, theme or pillar, else the question itself."""
    if about := topic(view, ask):
        return about
    draft = draft_of(view, ask)
    return draft.text if draft else ""


def topic(view: View, ask: str) -> str:
    """Return the name of the component, action, theme or pillar that an ask is about; empty if it is about none."""
    if component := view.component(ask):
        return component.name
    for action in view.conclusions.actions:
        if action.id in (ask_ids.planned(ask)[1] if ask_ids.is_of_plan(ask) else "", ask_ids.counted_action(ask)):
            return action.title
    named = {theme.id: theme.name for theme in view.base.themes}
    named |= {pillar.id: pillar.name for pillar in view.base.pillars}
    for known, name in named.items():
        if ask == known or ask.startswith((f"{known}.", ask_ids.ambition(known))):
            return name
    return ""
