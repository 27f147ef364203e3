"""What a line says whatever is asked: a request, yes or no, a wish, how somebody feels. The ways to say it are content.

Words are compared without capitals, accents, marks and fillers ('nou', 'eigenlijk', 'please').
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from lobgids.dialogue.lists import Begun
from lobgids.dialogue.protocol import MoveName, Option
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.hearing import Meaning, Saying
from lobgids.text import folded

LONGEST = 80
"""A line of more characters is no request, and is not looked up as one."""

Request = MoveName | Literal["minutes", "tired"]
REQUESTS: dict[Meaning, Request] = {
    "skip": "skip", "back": "back", "example": "example", "why": "why", "source": "source", "pause": "pause",
    "conclude": "conclude", "minutes": "minutes", "tired": "tired",
}  # fmt: skip
"""What a whole line can ask for: a move, how long it still takes, or nothing but to be heard."""

FEELINGS = ("tired",)
"""Those of which the line may as well be an answer, where any words are one."""

ALONE: dict[str, MoveName] = {
    "terug": "back", "back": "back",
    "weet niet": "skip", "weet ik niet": "skip", "dat weet ik nog niet": "skip", "overslaan": "skip",
    "sla over": "skip", "sla maar over": "skip", "sla deze over": "skip",
    "don't know": "skip", "i don't know": "skip", "i don't know yet": "skip", "dont know": "skip", "skip": "skip",
    "andere woorden": "example", "in andere woorden": "example",
    "other words": "example", "in other words": "example",
    "waarom": "why", "why": "why",
    "bron": "source", "source": "source",
    "pauze": "pause", "stop": "pause", "stoppen": "pause", "pause": "pause",
    "toon de stemmen": "reveal", "show the votes": "reveal", "reveal": "reveal",
    "naar het beeld": "conclude", "to the picture": "conclude", "conclude": "conclude",
    "naar het blad": "conclude", "to the sheet": "conclude",
}  # fmt: skip
"""Typed lines that are a move by themselves."""

_Tokens = tuple[str, ...]
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# 'Ja dat doen wij' needs no mark, but 'no problem' is no no.
_BY_ITSELF = {"ja": True, "yes": True, "nee": False}
# Behind a yes or a no: a mark, or a word with which a remark begins.
_REMARK = re.compile(
    r"\s*[,;.:!–—]\s*|\s+-\s+|\s+(?=(?:maar|want|omdat|al|alleen|hoewel|behalve|but|because|although|only|except)\b)",
    re.IGNORECASE,
)


class Answered(NamedTuple):
    """A yes or a no, and what was said behind it."""

    agrees: bool
    remark: str = ""


class _Ways(NamedTuple):
    lines: dict[_Tokens, Meaning]
    within: dict[Meaning, tuple[_Tokens, ...]]
    fillers: frozenset[str]
    options: dict[str, tuple[str, ...]]


def request(base: KnowledgeBase, text: str) -> Request | Literal[""]:
    """What a whole line asks for, as in `REQUESTS`; empty if it asks for nothing."""
    if len(text) > LONGEST:
        return ""
    if move := ALONE.get(" ".join(text.replace("’", "'").casefold().split()).rstrip(" .!?")):
        return move
    ways = _ways(base.sayings)
    meaning = ways.lines.get(_without(_tokens(text), ways.fillers), "not")
    return REQUESTS.get(meaning, "")


def yes_or_no(base: KnowledgeBase, text: str) -> Answered | None:
    """The yes or no that a line is or begins with; None if it is neither."""
    if (agrees := _agrees(base, text)) is not None:
        return Answered(agrees)
    for mark in _REMARK.finditer(text):
        if (agrees := _agrees(base, text[: mark.start()])) is not None:
            return _answered(base, agrees, text[mark.end() :])
    first, _, remark = text.strip().partition(" ")
    agrees = _BY_ITSELF.get(folded(first))
    return None if agrees is None else _answered(base, agrees, remark)


def _answered(base: KnowledgeBase, agrees: bool, behind: str) -> Answered:  # noqa: FBT001  # which of the two it is
    """The yes or no without what only says it once more: 'ja, dat klopt'."""
    return Answered(agrees, "" if _agrees(base, behind) is agrees else behind.strip())


def other_ways(base: KnowledgeBase, option_id: str) -> tuple[str, ...]:
    """Other ways to say an option."""
    return _ways(base.sayings).options.get(option_id, ())


def said_otherwise(base: KnowledgeBase, text: str, options: Sequence[Option]) -> Begun | None:
    """The one option that a line says in another way, with what is said behind it; None if there is none, or more."""
    heads = [(text, ""), *((text[: mark.start()], text[mark.end() :].strip()) for mark in _REMARK.finditer(text))]
    for head, remark in heads:
        places = [place for place, option in enumerate(options) if _is_a_way(base, head, option.id)]
        if len(places) == 1:
            return Begun((places[0],), remark)
    return None


def _is_a_way(base: KnowledgeBase, text: str, option_id: str) -> bool:
    fillers = _ways(base.sayings).fillers
    words = _without(_tokens(text), fillers)
    return any(_without(_tokens(way), fillers) == words for way in other_ways(base, option_id))


def says(base: KnowledgeBase, meaning: Meaning, text: str) -> bool:
    """Whether a sentence says this anywhere."""
    words = _tokens(text)
    return any(_stands_in(way, words) for way in _ways(base.sayings).within.get(meaning, ()))


def feelings(base: KnowledgeBase, text: str) -> Iterator[Meaning]:
    """What a free text says of how it goes, in the order of the content."""
    asked: tuple[Meaning, ...] = ("alone", "no_time", "no_support", "keen", "resistance")
    return (meaning for meaning in asked if says(base, meaning, text))


def _agrees(base: KnowledgeBase, text: str) -> bool | None:
    ways = _ways(base.sayings)
    meaning = ways.lines.get(_without(_tokens(text[:LONGEST]), ways.fillers))
    return meaning == "yes" if meaning in ("yes", "no") else None


def _tokens(text: str) -> _Tokens:
    return tuple(_TOKEN.findall(folded(text).replace("’", "'")))


def _without(words: _Tokens, fillers: frozenset[str]) -> _Tokens:
    """The words without fillers; all of them if there is nothing else."""
    return tuple(word for word in words if word not in fillers) or words


def _stands_in(way: _Tokens, words: _Tokens) -> bool:
    return any(words[start : start + len(way)] == way for start in range(len(words) - len(way) + 1))


@lru_cache(maxsize=4)  # for the knowledge bases that are spoken
def _ways(sayings: tuple[Saying, ...]) -> _Ways:
    spoken = [(saying.means, _tokens(way)) for saying in sayings for way in _both(saying)]
    fillers = frozenset(words[0] for means, words in spoken if means == "filler" and len(words) == 1)
    within: dict[Meaning, tuple[_Tokens, ...]] = {}
    lines: dict[_Tokens, Meaning] = {}
    options = {saying.option: tuple(_both(saying)) for saying in sayings if saying.option}
    for means, words in spoken:
        if means in REQUESTS or means in ("yes", "no"):
            lines.setdefault(_without(words, fillers), means)
        else:
            within[means] = (*within.get(means, ()), words)
    return _Ways(lines, within, fillers, options)


def _both(saying: Saying) -> Iterable[str]:
    return (*saying.nl, *saying.en)
