"""What a sentence is compared by: pieces of its words, its words and its pairs of words, as numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from lobgids.text import folded

LONGEST = 600
"""So many characters of a text are looked at: more than anybody types at a question, and 10 kB cost no more."""

PIECES = (3, 4, 5)
"""The lengths of the pieces of words (Cavnar and Trenkle, 1994); they hear inflections and slips without a stemmer."""

DENYING = frozenset(
    [
        *("niet", "geen", "nooit", "zonder", "niemand", "nergens"),
        *("not", "no", "never", "without", "nobody", "nowhere", "none", "cannot"),
    ]
)
"""Words after which the words of the same clause are marked (Das and Chen, 2001), in both languages."""

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?|[,;.:!?]")


class Features(NamedTuple):
    """The features of a text, as the numbers that `number` gives; `words` are those that are words."""

    all: frozenset[int]
    words: frozenset[int]


class _Word(NamedTuple):
    text: str
    is_denied: bool

    @property
    def mark(self) -> str:
        return "!" if self.is_denied else ""


def features(text: str) -> Features:
    """The features of the first `LONGEST` characters of a text."""
    words = list(_words(text[:LONGEST]))
    single = frozenset(number(f"w{word.mark}{word.text}") for word in words)
    pairs = (number(f"p{two.mark}{one.text} {two.text}") for one, two in pairwise(words))
    pieces = (number(f"c{word.mark}{piece}") for word in words for piece in _pieces(word.text))
    return Features(single.union(pairs, pieces), single)


def number(feature: str) -> int:
    """A feature as 32 bits, on every machine the same; of 60,000 features one pair in two indexes shares a number."""
    return crc32(feature.encode("utf-8", "replace"))


def _words(text: str) -> Iterator[_Word]:
    """The words of a text, folded, with whether their clause denied something before them."""
    denied = False
    for token in _TOKEN.findall(folded(text).replace("’", "'")):
        if not token[0].isalnum():
            denied = False
            continue
        yield _Word(token, denied)
        denied = denied or token in DENYING or token.endswith("n't")


def _pieces(word: str) -> Iterator[str]:
    """The pieces of a word, whose beginning and end are marked by a space."""
    marked = f" {word} "
    for length in PIECES:
        yield from (marked[start : start + length] for start in range(len(marked) - length + 1))
