"""Somebody who does anything at all in a conversation, and a document that anybody has edited: for every track."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from hypothesis import strategies as st

from lobgids.dialogue.events import Event
from lobgids.dialogue.protocol import Answer, Input, Move, MoveName, Words
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]

LEAVES_ANSWERS = ("noted", "jumped", "language", "paused")
"""Events that change no answer, and that 'back' passes over."""


def moves_to(jumps: Sequence[str], edits: Sequence[str]) -> st.SearchStrategy[Move]:
    """Every move, with places to jump to and answers to change."""
    names: tuple[MoveName, ...] = ("back", "skip", "why", "example", "source", "pause", "conclude", "reveal")
    return st.sampled_from(
        [
            *(Move(move=name) for name in names),
            *(Move(move="jump", to=to) for to in jumps),
            *(Move(move="edit", to=to) for to in edits),
            Move(move="note", text="iets"), Move(move="language", to="en"), Move(move="language", to="nl"),
        ]
    )  # fmt: skip


def walk(begin: Callable[[Sequence[Event]], Talk], data: st.DataObject, moves: st.SearchStrategy[Move]) -> None:
    """Sixty steps: never a dead end, 'back' gives the exact state before, and a replay gives the same state.

    `begin` begins the conversation, or goes on with events.
    """
    one = begin(())
    for _ in range(60):
        ask = one.conversation.ask
        if ask is None:
            break
        assert 0 <= ask.progress <= 1
        before, kept = one.state.copy(), len(one.events)
        one.conversation.take(_drawn(one, data, moves))
        answered = [event for event in one.events[kept:] if event.kind not in LEAVES_ANSWERS]
        if answered and answered[0].kind != "taken_back":
            undone = begin(one.events[: kept + 1])
            undone.move("back")
            assert undone.state.answers == before.answers
            assert (undone.state.position, undone.state.concluded) == (before.position, before.concluded)
            assert undone.state.focus == before.focus
    again = begin(one.events)
    assert again.state == one.state
    assert again.conversation.ask == one.conversation.ask
    assert outcome(again) == outcome(one)


def _drawn(one: Talk, data: st.DataObject, moves: st.SearchStrategy[Move]) -> Input:
    """Something that somebody may do at the open question."""
    ask = one.ask
    kind = data.draw(st.sampled_from(["answer", "answer", "answer", "option", "text", "move"]))
    if kind == "move":
        return data.draw(moves)
    if kind == "text":
        return Words(text=data.draw(st.text(max_size=30)))
    if ask.kind == "votes":
        return Answer(answer={option.id: data.draw(st.integers(0, 9)) for option in ask.options})
    if kind == "option" and ask.options:
        chosen = data.draw(st.sampled_from(ask.options)).id
        return Answer(answer=[chosen] if ask.kind == "multi" else chosen)
    return Answer(answer=sensible(ask))


def go_on_with_edited(begin: Callable[[Sequence[Event]], Talk], edited: Sequence[tuple[Any, str, Any]]) -> None:
    """Go on with a document that somebody has edited: kinds, asks and values of its events. Nothing stops."""
    one = begin([Event(time="", kind=kind, ask=ask, value=value) for kind, ask, value in edited])
    outcome(one)
    msgspec.json.encode([one.conversation.overview(), one.conversation.guidance()])
    one.conversation.begin()
    for _ in range(3):
        if one.conversation.ask:
            one.answer(sensible(one.ask))
            one.move("why")


def outcome(one: Talk) -> bytes:
    """What a conversation comes to, as it is sent."""
    return msgspec.json.encode(one.conversation.outcome())
