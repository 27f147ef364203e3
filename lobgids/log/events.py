"""What a conversation is made of: a header, then events. The document keeps these and nothing else."""

from typing import Any, Literal

from msgspec import Struct

TrackName = Literal["decaan", "workshop", "mentor"]
Form = Literal["short", "full"]

FORMAT = 1
OLDEST_FORMAT = 1

EventKind = Literal[
    "answered", "skipped", "taken_back", "edited", "noted", "confirmed", "voted", "revealed", "jumped", "language",
    "planned", "paused", "concluded", "proposed",
]  # fmt: skip


RESUMED = "resumed"
"""The value of 'concluded' with which one goes on with the questions that an earlier one passed by."""


class Header(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The first line of a document; `form` and `language` are empty if they are still to be asked.

    `shared` marks a copy that was made to share: nobody is offered to go on with that as their own.
    `marks_turns` says that the events record which of them came in one turn; documents of earlier versions lack it.
    `hears_first` says that at a case a mentor is heard in own words before the ways are shown; earlier ones lack it.
    `places_later` says that the answers that come closest to own words are put later, together; earlier ones lack it,
    and have each put at once.
    `shows_sentences` says that each sentence of what one told is let into papers by itself; in earlier ones it goes in
    as a whole or not at all.
    """

    lobgids: int
    id: str
    created: str
    track: TrackName
    knowledge_base: str
    knowledge_base_version: str
    seed: str
    form: Form | Literal[""] = ""
    language: str = ""
    shared: bool = False
    marks_turns: bool = False
    hears_first: bool = False
    places_later: bool = False
    shows_sentences: bool = False


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened, at a time in UTC (ISO 8601 with a Z); `ask` names the question it happened at.

    `drops` has the asks whose answers were about the one that was edited, and do not stand any more.
    `same_turn` says that it came in the same turn as the event before it, as a consequence of that answer.
    """

    time: str
    kind: EventKind
    ask: str = ""
    value: Any = None
    round: int = 0
    drops: tuple[str, ...] = ()
    same_turn: bool = False


class Contents(Struct, frozen=True):
    """The header and the events of a conversation, wherever they are kept."""

    header: Header
    events: list[Event]


def choice_of(value: Any) -> Any:
    """The answer in the value of an event, without the words that were typed with it."""
    return value["choice"] if isinstance(value, dict) and "choice" in value else value
