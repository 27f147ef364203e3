"""A store without a disk: what several who go on with one conversation share, and the store of each."""

from collections.abc import Iterator, Sequence

from lobgids.i18n import Language
from lobgids.log.events import Event, Header
from lobgids.storage.errors import StoreError
from lobgids.storage.port import Notice, Phrases

ELSEWHERE = Phrases("farewell", "problem.text", "problem.input")
"""Phrases that are never said where these are meant, so that a test sees whose they are."""


class Shelf:
    """The events of one conversation, in memory; `is_full` where nothing more fits."""

    def __init__(self, header: Header, events: Sequence[Event] = ()) -> None:
        self.header = header
        self.events = list(events)
        self.is_full = False


class MemoryStore:
    """A conversation on a shelf, open for writing: nobody waits for another, and who comes second is told."""

    place = "het geheugen"

    def __init__(self, shelf: Shelf, phrases: Phrases = ELSEWHERE) -> None:
        self._shelf = shelf
        self.header = shelf.header
        self.events = tuple(shelf.events)
        self.phrases = phrases
        self.is_closed = False
        self._kept = len(shelf.events)

    @property
    def stands(self) -> bool:
        """Whether nobody else went on with it."""
        return len(self._shelf.events) == self._kept

    def notices(self, _language: Language) -> Iterator[Notice]:
        """One thing that is odd, with something in it that a terminal would obey."""
        yield Notice(id="memory.odd", text="Dit is \x1b[31mvreemd.")

    def append(self, events: Sequence[Event]) -> None:
        """Keep events, if these follow on what was seen last."""
        if not self.stands:
            raise StoreError("conflict")
        if self._shelf.is_full:
            raise StoreError("full")
        self._shelf.events.extend(events)
        self._kept += len(events)

    def close(self) -> None:
        """Remember that it was closed."""
        self.is_closed = True
