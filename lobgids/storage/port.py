"""The port: what a conversation needs of wherever its events are kept. A file is one such place."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from lobgids.i18n import Language
from lobgids.log.events import Event, Header


class Phrases(NamedTuple):
    """The ids of the phrases of the knowledge base that are true of a way of keeping; another way has its own."""

    greeting: str
    """Where what is told goes, and who sees it."""
    not_kept: str
    gone: str
    """It was moved or removed, or somebody else went on with it."""


HERE = Phrases("greeting.private", "problem.not_kept", "problem.changed")
"""In a file on the user's own computer."""


class Notice(NamedTuple):
    """Something odd about what is kept, in words of the user's language; they may hold what others typed."""

    id: str
    text: str


class Store(Protocol):
    """The events of one conversation, open for writing until it is closed."""

    @property
    def header(self) -> Header:
        """What is kept of the conversation itself."""

    @property
    def events(self) -> Sequence[Event]:
        """The events as they were when it was opened."""

    @property
    def phrases(self) -> Phrases:
        """What is said of this way of keeping."""

    @property
    def place(self) -> str:
        """Where it is kept, in words."""

    @property
    def stands(self) -> bool:
        """Whether it is still there as it was left; if not, nothing more can be kept in it."""

    def notices(self, language: Language) -> Iterable[Notice]:
        """What was odd when it was opened, and was left alone, in words."""

    def append(self, events: Sequence[Event]) -> None:
        """Keep events, for good when this returns. Raises `StoreError`, and then none of them is kept.

        The reason is `conflict` if it does not hold exactly what was there when it was opened and was appended since.
        """

    def close(self) -> None:
        """Let others write; a second time does nothing."""
