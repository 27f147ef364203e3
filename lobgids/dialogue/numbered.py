"""Options that a line chooses by number among words that only say that it chooses: 'een natuurlijk', 'doe maar 2'.

The small words are content: `choosing`, `filler` and `to_guide`. Any other word makes it a sentence: '2 mentoren'.
"""

import re
from collections.abc import Iterator, Sequence

from lobgids.dialogue.lists import NUMBERS, Begun, named_among, spread_out
from lobgids.dialogue.option_words import NTH
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.spoken import yes_or_no
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import ARTICLES, DOUBT, Words, says, stands_in, ways, without, words_of
from lobgids.kb.schema.hearing import Meaning
from lobgids.text import sentences_of

_BEHIND = re.compile(
    r"\s*[,;:!]\s+|\.\s+|\s+[-–—]\s+|\s+(?=(?:maar|want|omdat|behalve|but|because|except|though|although)\b)",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(r"(?:(?:maar|of|en|but|or|and|misschien|maybe|toch|ook)\s+)*\d", re.IGNORECASE)
_SIGH = re.compile(r"^(?:(?:poeh|pfoe|pff+|oef|tja|h+m+|eh+m?|nou|well|phew)\b[\s,.!…]*)+", re.IGNORECASE)
_BELOW_ZERO = re.compile(r"(?<!\w)-\d")
_ONE = frozenset(["een", "eentje", "one", "1"])
_MARKED = re.compile(
    r"\s*(?:(?P<number>\d{1,2})|(?P<letter>[a-z]))[.,):]?\s+(?P<words>\S.*)", re.IGNORECASE | re.DOTALL
)
_JOINING = frozenset(["en", "and"])
_TAKING_BACK: tuple[Meaning, ...] = ("not", "denied", "partly", "others", "reservation")
"""What words behind 'alles' say that leave some of it out."""
_REFUSING = frozenset(["nee", "no"])
"""What a number may follow where neither is an answer: 'nee, twee'."""


def by_number(
    base: KnowledgeBase, text: str, options: Sequence[Option], *, several: bool, may_refuse: bool
) -> Begun | None:
    """The options whose numbers a line names beside nothing but small words; None if it says more, or names none."""
    if _BELOW_ZERO.search(text):
        return None
    words = _without_small_phrases(base, words_of(text))
    words = words[1:] if may_refuse and words[:1] and words[0] in _REFUSING else words
    places = tuple(dict.fromkeys(_places(words, len(options))))
    others = {word for word in words if _place(word, len(options)) is None}
    is_small = _small(base).issuperset(others)
    is_fit = bool(places) and all(0 <= place < len(options) for place in places) and (several or len(places) == 1)
    return Begun(places) if is_small and is_fit and not _begins_an_option(words, options) else None


def hedged(base: KnowledgeBase, text: str, options: Sequence[Option], *, several: bool) -> Begun | None:
    """The options whose numbers a line begins with among words that only choose or hedge, and the words behind those.

    'Misschien 3 dan, maar dat is alleen mijn gevoel' is 3. None where another number goes on: 'misschien 2, of 3'.
    """
    text = _SIGH.sub("", text)
    pieces = [(text[: mark.start()], text[mark.end() :].strip()) for mark in _BEHIND.finditer(text)]
    for head, rest in [*pieces, (text, "")]:
        # 'Poeh.. misschien 3' and '3 wrs', as each is typed.
        words = " ".join(word for word in head.split() if not DOUBT.issuperset(words_of(word)) or not words_of(word))
        is_digit = any(map(str.isdigit, head))
        found = by_number(base, words, options, several=several, may_refuse=False) if is_digit else None
        is_said = bool(rest) or len(words.split()) > 1  # 'misschien 2' by itself is a question
        if found and is_said and not _OTHER_NUMBER.match(rest):
            return found._replace(quote=rest)
    return None


def by_number_and_word(base: KnowledgeBase, text: str, options: Sequence[Option]) -> Begun | None:
    """The option that a line names by its mark and by its yes or no at once, '2 nee'; None for any other line.

    So does a mark with no more behind it than that one has no time, '1 geen tijd': that is kept beside it.
    """
    found = _MARKED.fullmatch(text)
    if found is None:
        return None
    place = int(found["number"]) - 1 if found["number"] else ord(found["letter"].lower()) - ord("a")
    if not 0 <= place < len(options):
        return None
    if _is_only_hurry(base, found["words"]):
        return Begun((place,), found["words"].strip())
    said, named = yes_or_no(base, found["words"]), yes_or_no(base, options[place].text)
    is_same = said is not None and named is not None and not said.remark and named.agrees is said.agrees
    return Begun((place,)) if is_same else None


def _is_only_hurry(base: KnowledgeBase, text: str) -> bool:
    """Whether words say that there is no time, and nothing else: not 'mentoren hebben geen tijd'."""
    known, words = ways(base), words_of(text)
    said = (*known.within.get("no_time", ()), *known.within.get("hurry", ()))
    left = without(words, sorted(said, key=len, reverse=True))
    return left != words and known.fillers.issuperset(left)


def everything(base: KnowledgeBase, text: str, options: Sequence[Option]) -> Begun | None:
    """All options that go together, where a line says 'all' among small words, or with all their numbers.

    'Ja, alles eigenlijk' and 'allemaal, 1 tot en met 4' of four, and 'allemaal, daar was ik zelf bij'; None for 'bijna
    alles' and for numbers of a few.
    """
    together = tuple(place for place, option in enumerate(options) if not option.alone)
    head, _, rest = next(iter(sentences_of(text)), text).partition(",")
    is_beside = bool(rest) and not any(says(base, one, rest) for one in _TAKING_BACK) and not re.search(r"[\d?]", text)
    is_all = _says_all(base, text, options, together) or (is_beside and _says_all(base, head, options, together))
    return Begun(together, text) if together and is_all else None


def _says_all(base: KnowledgeBase, text: str, options: Sequence[Option], together: tuple[int, ...]) -> bool:
    """Whether a text says no more than that all is meant."""
    words, known = words_of(spread_out(text)), ways(base)
    numbers = {int(word) - 1 for word in words if word.isdecimal()}
    agreeing = {line[0] for line, means in known.lines.items() if means == "yes" and len(line) == 1}
    small = (known.fillers | agreeing | _JOINING) - DOUBT
    said = tuple(word for word in words if word not in small and not word.isdecimal())
    is_counted = any(word in NUMBERS for word in said)  # 'alle drie' of eight is not all
    is_all = said in known.within.get("all", ()) and not is_counted
    is_all = is_all or named_among(" ".join(said), options, several=True) == together
    return is_all and (not numbers or numbers == set(together)) and not says(base, "partly", text)


def _places(words: Words, count: int) -> Iterator[int]:
    """The places that the numbers among words stand for; 'een 2' is 2, and 'the first one' is the first."""
    found = [_place(word, count) for word in words]
    for at, place in enumerate(found):
        is_article = words[at] in ARTICLES and found[at + 1 : at + 2] not in ([], [None])
        is_noun = words[at] == "one" and at > 0 and found[at - 1] is not None
        if place is not None and not is_article and not is_noun:
            yield place


def _place(word: str, count: int) -> int | None:
    if word in _ONE:
        return 0
    if (nth := NTH.get(word)) is not None:
        return nth if nth >= 0 else count + nth
    number = NUMBERS.get(word) or (int(word) if word.isdecimal() else 0)
    return number - 1 if number else None


def _small(base: KnowledgeBase) -> frozenset[str]:
    known = ways(base)
    said = (*known.within.get("choosing", ()), *known.within.get("to_guide", ()))
    return (known.fillers | {way[0] for way in said if len(way) == 1}) - DOUBT


def _without_small_phrases(base: KnowledgeBase, words: Words) -> Words:
    known = ways(base)
    said = (*known.within.get("choosing", ()), *known.within.get("to_guide", ()), *known.phrases)
    return without(words, sorted((way for way in said if len(way) > 1), key=len, reverse=True))


def _begins_an_option(words: Words, options: Sequence[Option]) -> bool:
    """Whether the words stand in an option, as 'twee' in 'Twee keer per jaar': then it is named by its text."""
    return any(stands_in(words, words_of(option.text)) for option in options if not words[0].isdecimal())
