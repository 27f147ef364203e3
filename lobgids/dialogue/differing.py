"""Whether words say that it does not go the same everywhere; a rich story of one way names many things, and does not.

The words of dividing are content: by year or department, some and others, sometimes and sometimes, it depends.
"""

import re
from itertools import pairwise

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import ARTICLES, Words, says, stands_in, ways, without, words_of

_PATH = re.compile(r"\b(?:van|uit|from)\b[^,.;:!?]{1,30}?\b(?:naar|to)\s+(?:(?:de|het|the)\s+)?\w+", re.IGNORECASE)
"""'Van de mavo naar de havo' is the way of one student."""

_LISTING = ARTICLES | frozenset(["en", "of", "in", "op", "bij", "and", "or", "at", "for"])
"""Between two parts of the school these make one of them: 'op de havo en het vwo'."""


def differs(base: KnowledgeBase, text: str) -> bool:
    """Whether a text says that it goes in two ways; never where it says that it goes so everywhere, or in one case."""
    if says(base, "one_case", text) or is_everywhere(base, text):
        return False
    words = words_of(text)
    is_said = any(_follow(words, begin, end) for begin, end in ways(base).ends.get("differing", ()))
    return is_said or _parts(base, words_of(_PATH.sub(" ", text))) > 1


def is_everywhere(base: KnowledgeBase, text: str) -> bool:
    """Whether a text says that it goes so everywhere; 'niet overal' does not."""
    words = without(words_of(text), ways(base).within.get("differing", ()))
    return any(stands_in(way, words) for way in ways(base).within.get("everywhere", ()))


def names_a_part(base: KnowledgeBase, text: str) -> bool:
    """Whether a text speaks of a part of the school, or says that it differs: as a 'maar' behind a yes does."""
    return differs(base, text) or says(base, "part", text)


def _follow(words: Words, begin: Words, end: Words) -> bool:
    """Whether one stands in these words, and behind it the other, which may be empty."""
    places = [place for place in range(len(words)) if words[place : place + len(begin)] == begin]
    return any(not end or stands_in(end, words[place + len(begin) :]) for place in places)


def _parts(base: KnowledgeBase, words: Words) -> int:
    """How many parts of the school these words speak of one after the other; those in one list are one."""
    known = ways(base).within.get("part", ())
    found: list[tuple[int, int, Words]] = []
    for place in range(len(words)):
        way = max((way for way in known if words[place : place + len(way)] == way), key=len, default=())
        if way and all(way != other for _, _, other in found):
            found.append((place, place + len(way), way))
    listed = (
        all(word in _LISTING or word.isdecimal() for word in words[before[1] : after[0]])
        for before, after in pairwise(found)
    )
    return len(found) - sum(listed)
