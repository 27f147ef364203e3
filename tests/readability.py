"""How hard a Dutch text is to read: the Flesch-Douma ease of its sentences, and its rare words."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from pyphen import Pyphen
from wordfreq import zipf_frequency

COMMON = 3.0
"""How often a word is used that most readers know, in Zipf's scale: once in a million words."""

PART = 3.2
"""How often both parts of a compound are used by which it is understood: *ouder* and *avond* in *ouderavond*."""

LINKS = ("", "s", "en", "e", "n")
"""What may link two parts."""

_HYPHENATION = Pyphen(lang="nl_NL", left=1, right=1)
_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_END = re.compile(r"\n|(?<=[.!?])[’”)]?\s+(?=[‘“(]?(?:[A-ZÀ-Ý]|lobgids))")
_WORD = re.compile(r"[A-Za-zÀ-ÿ0-9'’]+(?:-[A-Za-zÀ-ÿ0-9'’]+)*")
_LONE_VOWEL = re.compile(r"[aeiouy](?=[bcdfghjklmnpqrstvwxz][aeiouyëé])")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, without what is put in; a colon ends none."""
    return [one for one in _END.split(_PLACEHOLDER.sub("", text)) if words_of(one)]


def words_of(text: str) -> list[str]:
    """The words of a text; one with hyphens is one."""
    return _WORD.findall(text)


def ease(sentences: Iterable[str]) -> float:
    """How easy sentences are together: above 80 easy, 65 to 80 fine for B1, under 50 hard (Douma 1960).

    ease = 206.835 - 0.93 * words / sentences - 77 * syllables / words
    """
    listed = [words_of(one) for one in sentences]
    words = [word for sentence in listed for word in sentence]
    return 206.835 - 0.93 * len(words) / len(listed) - 77 * sum(map(syllables, words)) / len(words)


@cache
def syllables(word: str) -> int:
    """How many syllables a word has as it is spoken: an abbreviation letter by letter."""
    return sum(len(part) if _is_abbreviation(part) else _of_part(part.lower()) for part in word.split("-") if part)


def _of_part(part: str) -> int:
    """Hyphenation leaves no single letter, so the first syllable of *over* is counted apart."""
    parted: str = _HYPHENATION.inserted(part, "\n")
    return 1 + parted.count("\n") + bool(_LONE_VOWEL.match(part))


def _is_abbreviation(part: str) -> bool:
    return len(part) > 1 and part.isalpha() and part.isupper()


def rare_words(text: str, explained: Collection[str]) -> Iterator[str]:
    """The words of a text that few readers know, and that are neither explained nor made of two that they know."""
    for word in words_of(_PLACEHOLDER.sub("", text)):
        if not _is_known(word.lower(), explained):
            yield from (part for part in map(_bare, word.split("-")) if _is_rare(part, explained))


def _bare(part: str) -> str:
    return part.strip("'’")


def _is_rare(part: str, explained: Collection[str]) -> bool:
    is_word = len(part) > 2 and not part[0].isdigit() and not part.isupper()
    return is_word and not _is_known(part.lower(), explained) and not _is_understood(part.lower(), explained)


def _is_known(word: str, explained: Collection[str], least: float = COMMON) -> bool:
    return word in explained or zipf_frequency(word, "nl") >= least


def _is_understood(word: str, explained: Collection[str]) -> bool:
    """Whether a word is made of two that readers know, such as a compound or a verb in two parts."""
    cuts = ((word[:cut], word[cut:]) for cut in range(2, len(word) - 2))
    return any(
        _is_known(first.removesuffix(link), explained, PART) and _is_known(last, explained, PART)
        for first, last in cuts
        for link in LINKS
        if first.endswith(link) and len(first) - len(link) > 1
    )
