"""The one place where what the engine tells becomes widgets."""

from collections.abc import Iterable, Iterator, Sequence

from textual.widget import Widget

from lobgids.kb.entries import Term
from lobgids.kb.terms import Found, find_terms
from lobgids.transcript import Entry
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.widgets.turn import Heading, Turn


class Showing:
    """Makes turns of entries; a word that the glossary explains is marked the first time that it comes by.

    `you` is the word for the person who talks.
    """

    def __init__(self, terms: Sequence[Term], glyphs: Glyphs, you: str) -> None:
        self._terms = tuple(terms)
        self._glyphs = glyphs
        self._you = you
        self._marked: set[str] = set()

    def widgets(self, entries: Iterable[tuple[int, Entry]]) -> Iterator[Widget]:
        """A turn for each entry, behind the heading of a pillar that begins with it."""
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
        found = [one for one in find_terms(text, self._terms) if one.term.id not in self._marked]
        self._marked.update(one.term.id for one in found)
        return found
