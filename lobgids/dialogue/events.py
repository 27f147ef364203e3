"""What a conversation is made of: a header, then events. The document keeps these and nothing else."""

from typing import Any, Literal

from msgspec import Struct

from lobgids.dialogue.protocol import Form, Track

FORMAT = 1
OLDEST_FORMAT = 1

EventKind = Literal[
    "answered", "skipped", "taken_back", "edited", "noted", "confirmed", "voted", "revealed", "jumped", "language",
    "planned", "paused", "concluded", "proposed",
]  # fmt: skip


class Header(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The first line of a document; `form` and `language` are empty where they are still to be asked."""

    lobgids: int
    id: str
    created: str
    track: Track
    knowledge_base: str
    knowledge_base_version: str
    seed: str
    form: Form | Literal[""] = ""
    language: str = ""


class Event(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened, at a time in UTC (ISO 8601 with a Z); `ask` names the question it happened at."""

    time: str
    kind: EventKind
    ask: str = ""
    value: Any = None
    round: int = 0
