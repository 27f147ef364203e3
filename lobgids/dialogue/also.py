"""What one says of what goes well: which part of a line does, which does not, and that what was told is not so."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, telling_words, words_of
from lobgids.school.strengths import what_works
from lobgids.text import capital, sentences_of

_PARTS = re.compile(r"[.,;:!?\n]+|(?:^|\s+)(?:maar|but)\s+", re.IGNORECASE)
_SENTENCES = re.compile(r"[.;!?\n]+")
_ONLY = re.compile(r"^(?:alleen|only|just)\s+(?!maar\b)", re.IGNORECASE)
_DOES = re.compile(r"\s+(?:wel|gelukkig wel|zeker wel|does|is)$", re.IGNORECASE)
_SHARED = 2
_LEAST = 4
"""The letters of a word by which a part of a line is found again in what was said before."""


def singled_out(base: KnowledgeBase, text: str, before: str = "") -> str:
    """What a line says does go well beside what does not: 'dat van de middag wel', 'alleen de keuze in klas 3'.

    Where a sentence `before` says it in whole, that; empty if the line singles nothing out.
    """
    if says(base, "first_part", text) or says(base, "last_part", text):
        return ""  # 'alleen de eerste zin' names it, and is none itself
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    found = [bare for part in parts if not says(base, "not", part) and (bare := _bare(part)) != part]
    return "\n".join(capital(_in_whole(base, part, before)) for part in found)


class Denied(NamedTuple):
    """The descriptions whose strength one said not to be so, and the sentences that say something else."""

    ids: tuple[str, ...]
    rest: str


def denied(view: View, text: str) -> Denied | None:
    """What a text takes out of what was told to go well, by its words: 'dat ze precies weten … heb ik niet gezegd'."""
    if not view.header.shows_sentences or view.track.answering.is_vote:
        return None
    ids, rest = list[str](), list[str]()
    for sentence in sentences_of(text):
        meant = _strength_in(view, sentence) if says(view.base, "not_said", sentence) else ""
        (ids if meant else rest).append(meant or sentence)
    return Denied(tuple(dict.fromkeys(ids)), " ".join(rest)) if ids else None


def _strength_in(view: View, sentence: str) -> str:
    """The description of which a sentence has words of the strength, two at least; empty if there is none."""
    said = telling_words(sentence)
    shared = {one.id: len(said & telling_words(f"{one.strength} {one.your_strength}")) for one in what_works(view)}
    best = max(shared, key=lambda one: shared[one], default="")
    return best if best and shared[best] >= _SHARED else ""


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
