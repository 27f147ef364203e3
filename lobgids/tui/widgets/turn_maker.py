"""Makes the widgets of the stream from what was said; nothing else does."""

from collections.abc import Iterable, Iterator, Sequence

from textual.widget import Widget

from lobgids.kb.schema.guide import Term
from lobgids.kb.terms import Found, find_terms
from lobgids.session.transcript import TranscriptEntry
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.widgets.turn import Heading, Turn


class TurnMaker:
    """Makes a turn of each entry; a word of the glossary is marked the first time that it occurs.

    `you` is the word for the person who talks.
    """

    def __init__(self, terms: Sequence[Term], glyphs: Glyphs, you: str) -> None:
        self._terms = tuple(terms)
        self._glyphs = glyphs
        self._you = you
        self._marked: set[str] = set()

    def widgets(self, entries: Iterable[tuple[int, TranscriptEntry]]) -> Iterator[Widget]:
        """Yield a turn for each entry, after the heading of a pillar that begins with it."""
        for batch, entry in entries:
            if entry.heading:
                yield Heading(entry.heading, self._glyphs.rule)
            match entry.who:
                case "person":
                    yield Turn(entry, number=batch, speaker=f"{self._you}:")
                case "problem":
                    yield Turn(entry, number=batch, speaker=self._glyphs.clash)
                case "guide":
                    yield Turn(entry, number=batch, terms=self._new_terms(entry.text))

    def _new_terms(self, text: str) -> list[Found]:
        new = [found for found in find_terms(text, self._terms) if found.term.id not in self._marked]
        self._marked.update(found.term.id for found in new)
        return new
