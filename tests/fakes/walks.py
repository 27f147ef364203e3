"""Somebody who does anything at all in a conversation, and a document that anybody has edited: for every track."""

import random
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
from hypothesis import strategies as st

from lobgids.dialogue.protocol import Answer, Input, Move, MoveName, Words
from lobgids.dialogue.steps import draft_of
from lobgids.log.events import Event
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]


class Chosen(NamedTuple):
    """A value in an edited document that is one of its ask's own options, which nobody draws by chance."""

    place: int


Edited = Sequence[tuple[Any, str, Any]]
"""The kinds, asks and values of events."""

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


def come_back(one: Talk, draw: random.Random, *, most: int) -> None:
    """From the end go back up to `most` answers: who goes back by one only walks to and fro between the last two."""
    while one.conversation.ask is None:
        for _ in range(draw.randint(1, most)):
            one.move("back")


def edits(
    kinds: st.SearchStrategy[str], asks: st.SearchStrategy[str], anything: st.SearchStrategy[Any], most: int
) -> st.SearchStrategy[Edited]:
    """Documents that somebody has edited: at most so many events with anything, or something that fits, as values."""
    return st.lists(st.tuples(kinds, asks, st.builds(Chosen, st.integers(0, 4)) | anything), max_size=most)


def edited_events(begin: Callable[[Sequence[Event]], Talk], edited: Edited) -> list[Event]:
    """The events of an edited document."""
    fresh = begin(())
    return [Event(time="", kind=kind, ask=ask, value=_value(fresh, ask, value)) for kind, ask, value in edited]


def _value(fresh: Talk, ask: str, value: Any) -> Any:
    """What stands in the document; an ask without options has the bare number."""
    if not isinstance(value, Chosen):
        return value
    draft = draft_of(fresh.conversation.view, ask)
    if draft is None or not draft.options:
        return value.place
    chosen = draft.options[value.place % len(draft.options)].id
    return {"choice": chosen, "multi": [chosen], "votes": {chosen: 1 + value.place}}.get(draft.kind, chosen)


def go_on_with_edited(begin: Callable[[Sequence[Event]], Talk], edited: Edited) -> None:
    """Go on with a document that somebody has edited. Nothing stops."""
    one = begin(edited_events(begin, edited))
    outcome(one)
    msgspec.json.encode([one.conversation.overview(), one.conversation.guidance()])
    one.conversation.begin()
    for _ in range(3):
        if (ask := one.conversation.ask) is None:
            break
        if ask.kind in ("choice", "multi") and not ask.options:  # a jump that only an edited document has
            one.move("skip")
        else:
            one.answer(sensible(ask))
        one.move("why")


def outcome(one: Talk) -> bytes:
    """What a conversation comes to, as it is sent."""
    return msgspec.json.encode(one.conversation.outcome())
