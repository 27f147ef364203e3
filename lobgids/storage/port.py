"""The port between a conversation and wherever its events are kept. The file store is one implementation."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from lobgids.i18n import Language
from lobgids.log.events import Event, Header


class Phrases(NamedTuple):
    """The ids of the phrases of the knowledge base that are true for a store; another kind of store has its own."""

    greeting: str
    """Where the answers go, and who sees them."""
    not_kept: str
    """An answer could not be kept."""
    gone: str
    """It was moved or removed, or somebody else went on with it."""


HERE = Phrases("greeting.private", "problem.not_kept", "problem.changed")
"""For a file on the user's own computer."""


class Notice(NamedTuple):
    """Something odd about what is kept, in the user's language; the text may hold what others typed."""

    id: str
    text: str


class Store(Protocol):
    """The events of one conversation, open for writing until it is closed."""

    @property
    def header(self) -> Header:
        """The header of the conversation."""

    @property
    def events(self) -> Sequence[Event]:
        """The events as they were when it was opened."""

    @property
    def phrases(self) -> Phrases:
        """The phrases for this kind of store."""

    @property
    def place(self) -> str:
        """Where the conversation is kept, as users know it, such as a path."""

    @property
    def stands(self) -> bool:
        """Whether it is still there as this writer left it; if not, nothing more can be kept in it."""

    def notices(self, language: Language) -> Iterable[Notice]:
        """What was odd when it was opened, and was left as it is."""

    def append(self, events: Sequence[Event]) -> None:
        """Keep events, for good when this returns. Raises `StoreError`, and then none of them is kept.

        The reason is `conflict` if the store holds anything else than what was there at opening and was appended since.
        """

    def close(self) -> None:
        """Let others write; a second call does nothing."""
