"""The transcript of a document: what the guide said and asked, and what the person answered, in words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from lobgids.dialogue.consequences import goes_to
from lobgids.dialogue.conversation import Conversation, Turn
from lobgids.dialogue.marks import marks
from lobgids.dialogue.protocol import Ask, Problem, Say
from lobgids.log.events import Event, Header, choice_of
from lobgids.log.state import ANSWERING
from lobgids.text import clean


class TranscriptEntry(Struct, frozen=True, omit_defaults=True):
    """Something that was said, by the guide or by the person, with the options of a question.

    A problem is why the guide could not take what was said; none of it is in the log.
    `ask` is the question that it belongs to: what it asks, what was answered, or what the guide says before it;
    `heading` the name of the pillar that begins with it; `marks` stand in front of the options, else numbers.
    """

    who: Literal["guide", "person", "problem"]
    text: str
    options: tuple[str, ...] = ()
    ask: str = ""
    heading: str = ""
    marks: tuple[str, ...] = ()


def entries(conversation: Conversation, events: Sequence[Event]) -> Iterator[TranscriptEntry]:
    """Yield what was said from the beginning; the conversation is a fresh one, and the events are replayed in it."""
    yield from said(conversation.begin())
    shown: Ask | None = None
    for batch in batches(conversation.header, events):
        asked = conversation.asked_at(batch)
        if asked and (shown is None or (shown.id, shown.text) != (asked.id, asked.text)):
            yield question(asked)
        shown = asked
        turn = conversation.tell(batch)
        if batch[0].kind != "paused":  # stopping and coming back is no part of what was said
            yield from said(turn, answered=batch[0].ask)
    yield question(conversation.ask) if conversation.ask else TranscriptEntry("guide", clean(conversation.close().text))


def said(turn: Turn, answered: str = "") -> Iterator[TranscriptEntry]:
    """Yield what was said in a turn: by the person at the question that is answered, and by the guide in reply."""
    if turn.heard:
        yield TranscriptEntry("person", clean(turn.heard), ask=answered)
    asked = turn.ask.id if turn.ask else ""
    for output in turn.says:
        match output:
            case Say():
                yield TranscriptEntry("guide", clean(output.text), ask=asked, heading=output.heading)
            case Problem():
                yield TranscriptEntry("problem", clean(output.text), ask=asked)


def question(ask: Ask) -> TranscriptEntry:
    """Return a question as it was asked."""
    options = tuple(clean(option.text) for option in ask.options)
    return TranscriptEntry("guide", clean(ask.text), options, ask.id, marks=tuple(marks(ask)))


def batches(header: Header, events: Iterable[Event]) -> Iterator[list[Event]]:
    """Yield the events of each turn: a move, or an answer and what it brought along (the language, a jump, a pause)."""
    batch: list[Event] = []
    for event in events:
        is_unmarked = not header.marks_turns
        if batch and not (event.same_turn or (is_unmarked and _came_along(batch[-1], event))):
            yield batch
            batch = []
        batch.append(event)
    if batch:
        yield batch


def _came_along(before: Event, event: Event) -> bool:
    """Guess from two events whether the first brought the other along: earlier versions did not write it down.

    Their documents have to show as they always did, even if it is wrong: 'ga naar volgende' right after an answer is
    taken for a part of it.
    """
    if before.kind not in ANSWERING:
        return False
    if event.kind in ("language", "paused"):
        return event.ask == before.ask
    return event.kind == "jumped" and event.ask == goes_to(before.ask, choice_of(before.value))
