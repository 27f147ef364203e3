"""What one says of what goes well: which part of a line does, which does not, and that what was told is not so."""

import re
from collections.abc import Iterator

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, words_of
from lobgids.text import capital

_PARTS = re.compile(r"[.,;:!?\n]+|(?:^|\s+)(?:maar|but)\s+", re.IGNORECASE)
_SENTENCES = re.compile(r"[.;!?\n]+")
_ONLY = re.compile(r"^(?:alleen|only|just)\s+(?!maar\b)", re.IGNORECASE)
_DOES = re.compile(r"\s+(?:wel|gelukkig wel|zeker wel|does|is)$", re.IGNORECASE)
_LEAST = 4
"""The letters of a word by which a part of a line is found again in what was said before."""


def singled_out(base: KnowledgeBase, text: str, before: str = "") -> str:
    """What a line says does go well beside what does not: 'dat van de middag wel', 'alleen de keuze in klas 3'.

    Where a sentence `before` says it in whole, that; empty if the line singles nothing out.
    """
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    found = [bare for part in parts if not says(base, "not", part) and (bare := _bare(part)) != part]
    return "\n".join(capital(_in_whole(base, part, before)) for part in found)


def plain_parts(base: KnowledgeBase, text: str) -> str:
    """The sentences of a text that deny nothing; empty if there are none."""
    return ". ".join(_plain(base, text))


def _plain(base: KnowledgeBase, text: str) -> Iterator[str]:
    return (part.strip() for part in _SENTENCES.split(text) if part.strip() and not says(base, "not", part))


def _bare(part: str) -> str:
    return _DOES.sub("", _ONLY.sub("", part))


def _in_whole(base: KnowledgeBase, part: str, before: str) -> str:
    """The sentence that was said before with a word of this part in it: 'die middag' of 'de bedrijvenmiddag'."""
    words = [word for word in words_of(part) if len(word) >= _LEAST]
    said = (sentence for sentence in _plain(base, before) if any(word in sentence.casefold() for word in words))
    whole = next(said, "")
    return whole if whole and len(words) <= 1 else part
