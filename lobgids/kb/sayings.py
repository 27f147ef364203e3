"""How people say things, as words that can be compared: without capitals, accents and marks, in every language."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.hearing import Meaning, Saying
from lobgids.text import folded

Words = tuple[str, ...]

_LINES: frozenset[Meaning] = frozenset(
    ["skip", "back", "example", "why", "source", "pause", "conclude", "done", "remove", "minutes", "tired", "yes", "no"]
)
"""What only a whole line says."""

ARTICLES = frozenset(["de", "het", "een", "the", "a", "an"])
DOUBT = frozenset(["misschien", "waarschijnlijk", "maybe", "perhaps", "probably"])

# How people shorten words while they type; without these 'papier weet ik nie' denies nothing.
_SHORT = {
    "nie": "niet",
    "ni": "niet",
    "nix": "niks",
    "ff": "even",
    "gwn": "gewoon",
    "idd": "inderdaad",
    "lln": "leerlingen",
    "ll": "leerling",
    "mn": "mijn",
    "m'n": "mijn",
    "vd": "van de",
    "t": "het",
    "ws": "waarschijnlijk",
    "wss": "waarschijnlijk",
    "wrs": "waarschijnlijk",
    "mss": "misschien",
    "bv": "bijvoorbeeld",
    "vlgs": "volgens",
    "iig": "in ieder geval",
}
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TELLING = 5
"""The letters of a word that says what something is about."""

_LONG = re.compile(r"([a-z])\1{2,}")


class Ways(NamedTuple):
    """What each whole line means, by its words without fillers; the ways to say anything else; those to say an option.

    `fillers` are those of one word, `phrases` those of more. `asides` are the questions to the guide itself, by their
    words without fillers.

    In `ends` a way has two parts, what it begins and what it ends with, of which the second may be empty.
    """

    lines: dict[Words, Meaning]
    within: dict[Meaning, tuple[Words, ...]]
    ends: dict[Meaning, tuple[tuple[Words, Words], ...]]
    fillers: frozenset[str]
    phrases: tuple[Words, ...]
    options: dict[str, tuple[str, ...]]
    asides: dict[Words, Saying]

    def bare(self, text: str) -> Words:
        """The words of a text without fillers; all of them if there is nothing else."""
        words = words_of(text)
        left = without(words, self.phrases)
        return tuple(word for word in left if word not in self.fillers) or words


@lru_cache(maxsize=1024)  # the same words are looked at for one meaning after the other
def words_of(text: str) -> Words:
    """The words of a text; 'jaaa' is 'ja', 'nie' is 'niet', and 'vd' is 'van de'."""
    found = _WORD.findall(_LONG.sub(r"\1", folded(text).replace("’", "'")))
    return tuple(word for short in found for word in _SHORT.get(short, short).split())


def telling_words(text: str) -> set[str]:
    """The words of a text that are long enough to say what it is about."""
    return {word for word in words_of(text) if len(word) >= _TELLING}


def stands_in(way: Words, words: Words) -> bool:
    """Whether words stand somewhere in others."""
    if way and way[0] not in words:  # so it is nearly always, and quickly seen
        return False
    return any(words[start : start + len(way)] == way for start in range(len(words) - len(way) + 1))


def without(words: Words, phrases: Iterable[Words]) -> Words:
    """Words without the phrases that stand in them, each once."""
    for phrase in phrases:
        if phrase[0] not in words:
            continue
        start = next((at for at in range(len(words)) if words[at : at + len(phrase)] == phrase), None)
        if start is not None:
            words = (*words[:start], *words[start + len(phrase) :])
    return words


def says(base: KnowledgeBase, meaning: Meaning, text: str) -> bool:
    """Whether a sentence says this anywhere; where a way has '…', other words may stand between its parts."""
    return _says(_Itself(base.sayings), meaning, text)


def _stand_in(begin: Words, end: Words, words: Words) -> bool:
    if not end:
        return stands_in(begin, words)
    size = len(begin)
    starts = (at for at in range(len(words) - size + 1) if words[at : at + size] == begin)
    return any(stands_in(end, words[at + size :]) for at in starts)


def ways(base: KnowledgeBase) -> Ways:
    """The ways to say things that this knowledge base has."""
    return _ways(_Itself(base.sayings))


class _Itself:
    """Sayings that are the same only as themselves: to compare those of two languages takes half a millisecond."""

    def __init__(self, sayings: tuple[Saying, ...]) -> None:
        self.sayings = sayings

    def __hash__(self) -> int:
        return id(self.sayings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.sayings is self.sayings


@lru_cache(maxsize=1024)  # at each question the same is asked of all that was said before
def _says(of: _Itself, meaning: Meaning, text: str) -> bool:
    words = words_of(text)
    return any(_stand_in(begin, end, words) for begin, end in _ways(of).ends.get(meaning, ()))


@lru_cache(maxsize=4)  # for the knowledge bases that are spoken
def _ways(of: _Itself) -> Ways:
    sayings = of.sayings
    plain = [saying for saying in sayings if not saying.option and not saying.answer]
    said = [(saying.means, way) for saying in plain for way in _both(saying)]
    small = [words_of(way) for means, way in said if means == "filler"]
    fillers = frozenset(words[0] for words in small if len(words) == 1)
    found = Ways({}, {}, {}, fillers, tuple(words for words in small if len(words) > 1), {}, {})
    for means, way in said:
        if means in _LINES:
            found.lines.setdefault(found.bare(way), means)
            continue
        found.within[means] = (*found.within.get(means, ()), words_of(way))
        begin, _, end = way.partition("…")
        found.ends[means] = (*found.ends.get(means, ()), (words_of(begin), words_of(end)))
    return found._replace(
        options={saying.option: tuple(_both(saying)) for saying in sayings if saying.option},
        asides={found.bare(way): saying for saying in sayings if saying.answer for way in _both(saying)},
    )


def _both(saying: Saying) -> Iterable[str]:
    return (*saying.nl, *saying.en)
