"""What own words say of an answer that stands: a reservation, or that there is nothing. The ways are content."""

import re
from typing import TYPE_CHECKING

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.hearing import Meaning
from lobgids.kb.schema.school import Component
from lobgids.text import folded

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CLAUSE_ENDS = re.compile(r"[,.;:!?–]|\s-\s")


def is_reserved(view: "SchoolView", component: Component) -> bool:
    """Whether the words with an answer hold a reservation, such as 'maar de helft slaat het over'.

    They may begin with it, or have it behind the words by which the answer was heard. A group says none.
    """
    quote = "" if view.manner.answering.is_vote else view.quote(component)
    return any(_begins(view.base, "reservation", part) for part in (quote, quote.rpartition("; ")[2]))


def is_whole(base: KnowledgeBase, meaning: Meaning, text: str) -> bool:
    """Whether a line says this and no more, or says so before its first mark."""
    fillers = {word for way in _ways(base, "filler") for word in _tokens(way)}
    said = {_without(_tokens(words), fillers) for words in (text, _CLAUSE_ENDS.split(text.strip())[0])}
    return any(_without(_tokens(way), fillers) in said for way in _ways(base, meaning))


def _begins(base: KnowledgeBase, meaning: Meaning, text: str) -> bool:
    """Whether a text begins in one of these ways; where a way has '…', it also ends as that does."""
    words = _tokens(text)
    for way in _ways(base, meaning):
        start, end = (_tokens(part) for part in way.partition("…")[::2])
        if words[: len(start)] == start and words[len(words) - len(end) :] == end:
            return True
    return False


def _ways(base: KnowledgeBase, meaning: Meaning) -> list[str]:
    """The ways to say this, in every language."""
    return [way for saying in base.sayings if saying.means == meaning for way in (*saying.nl, *saying.en)]


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(folded(text).replace("’", "'")))


def _without(words: tuple[str, ...], fillers: set[str]) -> tuple[str, ...]:
    """The words without fillers; all of them if there is nothing else."""
    return tuple(word for word in words if word not in fillers) or words
