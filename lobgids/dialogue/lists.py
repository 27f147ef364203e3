"""Options that a typed line names, all by itself ('b', '1, 2 en 5', 'alle drie') or with words behind them.

A letter or number chooses only where nothing else can be meant. '3 havo doet het anders', 'A-stroom' and '1-2-2027'
are words: behind an option stands nothing, a mark or a joining word.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lobgids.dialogue.protocol import Option

_ITEM = r"(?:[A-Za-z]|\d{1,2})(?![\w'’-])[.)]?"
_BETWEEN = r"(?:\s*[,;+&/]\s*|\s+)(?:(?i:en|and)\s+)?"
_FIRST = re.compile(rf"\s*({_ITEM})")
_NEXT = re.compile(rf"{_BETWEEN}({_ITEM})")
_LIST = re.compile(rf"\s*{_ITEM}(?:{_BETWEEN}{_ITEM})*[\s.,;:!]*")
_TOKEN = re.compile(r"(?<!\w)(?:[A-Za-z]|\d{1,2})(?!\w)")

NUMBERS = {
    word: number
    for number, words in enumerate(
        ("twee two 2", "drie three 3", "vier four 4", "vijf five 5", "zes six 6", "zeven seven 7", "acht eight 8",
         "negen nine 9", "tien ten 10"), start=2,
    )
    for word in words.split()
}  # fmt: skip
_ALL = re.compile(
    r"(?P<every>alles|allemaal|alle|all(?:\s+of\s+them)?)|(?P<two>allebei|alletwee|beide|both(?:\s+of\s+them)?)"
    r"|alle?\s+(?P<number>\w+)|(?:alleen\s+|only\s+)?(?:de|the)\s+(?:eerste|first)\s+(?P<first>\w+)",
    re.IGNORECASE,
)

# Between an option and its words. A dash needs a blank on both sides: 'A-stroom' is a word.
_MARK = r"\s*(?:;|[,:](?!\d))\s*|\s+[-–—]\s+(?!\w(?!\w)|\d)"
_BUT = "maar|want|omdat|but|because"
# Not in 'A en B-stroom', '2 en 3b', '1 en dezelfde' or '2 en een halve'.
_AND = r"(?:en|and)\s+(?!\w(?!\w)|\d|(?:de|het)zelfde\b|een\s+hal|al\b|the\s+same\b|a\s+half\b)\S"
_WORDS = re.compile(rf"(?:{_MARK})(?P<marked>\S.*)|\s+(?P<joined>(?:(?:{_BUT})\b|{_AND}).*)", re.IGNORECASE | re.DOTALL)

# 'b, a bit', 'b, I do' and 'b, u weet': such a letter with a word behind it is a word itself.
_SMALL_WORDS = frozenset("aiu")
_WORD_BEHIND = re.compile(rf"\s+(?!(?:en|and|{_BUT})\b)[^\W\d_]{{2}}", re.IGNORECASE)
# 'I and the mentors' begins a sentence.
_PRONOUNS = frozenset("iu")


_RANGE = re.compile(
    r"(?<![\w-])(?P<first>\d{1,2})\s*(?:tot en met|t/m|tm|through|-|–)\s*(?P<last>\d{1,2})(?![\w-])", re.IGNORECASE
)
_MOST = 20
"""The most numbers that are said by the first and the last of them."""


class Begun(NamedTuple):
    """The places of the options that a line begins with, from 0, and the words behind them."""

    places: tuple[int, ...]
    quote: str = ""


def spread_out(text: str) -> str:
    """A text in which '1 tot en met 4' says each number: '1, 2, 3, 4'; a date stays as it is."""
    return _RANGE.sub(_each_number, text)


def _each_number(found: re.Match[str]) -> str:
    first, last = int(found["first"]), int(found["last"])
    return ", ".join(map(str, range(first, last + 1))) if first < last <= first + _MOST else found[0]


def named_options(text: str, count: int, *, several: bool) -> tuple[int, ...]:
    """The places, from 0, of the options that the whole line names; empty if it is anything else."""
    places = _places(_TOKEN.findall(text)) if is_list(text) else _all(text.strip(" \n.!"), count)
    fits = all(index < count for index in places) and (several or len(places) == 1)
    return places if fits else ()


def named_among(text: str, options: Sequence[Option], *, several: bool) -> tuple[int, ...]:
    """The places, from 0, of those among these options; 'alles' and 'alle drie' leave out what stands alone."""
    together = [index for index, option in enumerate(options) if not option.alone]
    if not is_list(text) and (named := named_options(text, len(together), several=several)):
        return tuple(together[index] for index in named)
    return named_options(text, len(options), several=several)


def is_list(text: str) -> bool:
    """Whether a line is letters and numbers of options and nothing else, whether those are there or not."""
    return _LIST.fullmatch(text) is not None


def picked(text: str, options: Sequence[Option]) -> Begun | None:
    """The options that a line names or begins with; None if it is anything else."""
    named = named_among(text, options, several=True)
    return Begun(named) if named else begun(text, len(options))


def begun(text: str, count: int) -> Begun | None:
    """The options that a line begins with and the words behind them; None if it is anything else."""
    items, end = _items(text, count)
    places = _places(items)
    if is_list(text) or not places or any(index >= count for index in places):
        return None
    words = _words(text, end, may_join=not _PRONOUNS.issuperset(items))
    return Begun(places, words) if words else None


def _items(text: str, count: int) -> tuple[list[str], int]:
    """The letters or numbers that a line begins with, as many as there are, and where they end."""
    items: list[str] = []
    end, found, dotted = 0, _FIRST.match(text), 0
    while found and (not items or _goes_on(items[0], found, count)):
        items.append(_bare(found))
        end = found.end()
        dotted += found[1].endswith(".")
        found = _NEXT.match(text, end)
        # A full stop behind one number alone ends the list: '1 2 4 5. 3 hoor ik van de mentoren'.
        if found and len(items) > 1 and dotted == 1 and text[end - 1] == "." and not found[1].endswith("."):
            break
    return items, end


def _goes_on(first: str, found: re.Match[str], count: int) -> bool:
    """Whether this is one more item of the list, and no word. Every number is one: '2, 3 en 4 havo' is no list."""
    item = _bare(found)
    if first.isdecimal() or item.isdecimal():
        return first.isdecimal() and item.isdecimal()
    is_word = item in _SMALL_WORDS and _WORD_BEHIND.match(found.string, found.end())
    return _index(item) < count and not is_word


def _bare(found: re.Match[str]) -> str:
    return found[1].rstrip(".)").lower()


def _words(text: str, end: int, *, may_join: bool) -> str:
    """The words behind a list that ends there; empty if neither a mark nor a joining word stands between."""
    if text[end - 1] in ".)" and text[end : end + 1].isspace():
        return text[end:].strip()
    found = _WORDS.match(text, end)
    if found is None or (found["joined"] and not may_join):
        return ""
    return (found["marked"] or found["joined"]).strip()


def _all(text: str, count: int) -> tuple[int, ...]:
    """The places of all if a line says so, 'alles' or 'alle drie' of three, or of 'de eerste twee'; else empty."""
    found = _ALL.fullmatch(text)
    if found is None:
        return ()
    if found["first"]:
        first = NUMBERS.get(found["first"].lower(), 0)
        return tuple(range(first)) if first <= count else ()
    number = count if found["every"] else NUMBERS.get((found["number"] or "twee").lower())
    return tuple(range(count)) if number == count else ()


def _places(items: Sequence[str]) -> tuple[int, ...]:
    """The places that letters and numbers stand for, each once."""
    return tuple(dict.fromkeys(_index(item) for item in items))


def _index(item: str) -> int:
    """The place that a letter or number stands for, from 0; for a 0 one that no list of options has."""
    if item.isdecimal():
        return int(item) - 1 if int(item) else 99
    return ord(item.lower()) - ord("a")
