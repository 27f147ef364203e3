"""All that was said so far, made from the log a stretch at a time, so that a long conversation opens fast."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from operator import itemgetter

from msgspec import Struct

from lobgids.dialogue.protocol import Ask
from lobgids.log.events import Contents, Event, Header
from lobgids.session.review import fresh
from lobgids.session.session import ContentByLanguage, Session
from lobgids.session.transcript import TranscriptEntry, batches, question, said
from lobgids.storage.port import HERE


class StoryTurn(Struct, frozen=True, kw_only=True):
    """An answer or a move with what it brought along, from the question that it was at; its number counts from 0."""

    number: int
    said: tuple[TranscriptEntry, ...]


class Stretch(Struct, frozen=True, kw_only=True, tag_field="type", tag="story"):
    """Some of what was said; `count` is how many turns there are. The open question is not among them."""

    count: int
    turns: tuple[StoryTurn, ...]


class Story:
    """All that was said, batch by batch: a batch is an answer or a move with what followed from it.

    All of it is worded in `language`; `private` is the phrase that is true of where it is kept.
    """

    def __init__(
        self,
        header: Header,
        events: Sequence[Event],
        content_in: ContentByLanguage,
        language: str,
        private: str = HERE.greeting,
    ) -> None:
        self._header = header
        self._private = private
        self._batches = list(batches(header, events))
        self._content_in = content_in
        self._language = language

    def __len__(self) -> int:
        return len(self._batches)

    def grow(self, events: Sequence[Event]) -> None:
        """Add what happened since."""
        self._batches += batches(self._header, events)

    def stretch(self, start: int, stop: int | None) -> Stretch:
        """Return what was said in these turns, as it is sent."""
        numbered = self.entries(min(start, len(self)), len(self) if stop is None else stop)
        turns = (
            StoryTurn(number=number, said=tuple(entry for _, entry in entries))
            for number, entries in groupby(numbered, key=itemgetter(0))
        )
        return Stretch(count=len(self), turns=tuple(turns))

    def entries(self, start: int, stop: int) -> Iterator[tuple[int, TranscriptEntry]]:
        """Yield what was said in the batches from `start` to `stop`, each entry with the number of its batch.

        The first begins with the greeting; the question that is open at the end is left out.
        """
        before = list(chain.from_iterable(self._batches[:start]))
        conversation = fresh(Contents(self._header, before), self._content_in, self._language, self._private)
        conversation.draw_grids(can=True)
        if start == 0:
            yield from ((0, entry) for entry in said(conversation.begin()))
        conversation.replay(before)
        shown: Ask | None = None
        for number, batch in enumerate(self._batches[start:stop], start):
            asked = conversation.asked_at(batch)
            if asked and (shown is None or (shown.id, shown.text) != (asked.id, asked.text)):
                yield number, question(asked)
            shown = asked
            yield from ((number, entry) for entry in said(conversation.tell(batch), answered=batch[0].ask))


def story_of(session: Session) -> Story:
    """Return all that was said in a session so far, in the language that it is held in."""
    conversation = session.conversation
    code, private = conversation.view.language.code, session.store.phrases.greeting
    return Story(conversation.header, session.events, session.content_in, code, private)
