"""Which roles there are not at this school, as somebody said so: 'een adjunct hebben we niet'. The ways are content.

Such a role is told of no more: its advice is left out, and its work goes to whoever does that here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import ARTICLES, Words, ways, words_of
from lobgids.log.state import State

if TYPE_CHECKING:
    from lobgids.school.answers import Answers

_MOST_BETWEEN = 3
"""The small words that may stand between a role and that there is none."""

_MOST_CALLED = 2
_RELATIVE = frozenset({"die", "dat", "who", "that", "which"})
"""Behind these it is told what nobody of that role does, not that there is none: 'geen mentor die dat doet'."""

_ONE = frozenset({"de", "the", "mijn", "onze", "my", "our", "die"})
_BEING = frozenset({"is", "zijn", "there"})
"""'De mentor is er niet' is about one who is away."""

_BESIDE = frozenset(
    ["voor", "van", "aan", "met", "door", "bij", "naar", "over", "onder", "for", "of", "to", "with", "by", "from"]
)
"""Behind these it is something else that there is none of: 'scholing voor mentoren hebben we niet'."""

_ENDING = frozenset(
    {"", "dus", "maar", "want", "en", "hier", "meer", "so", "but", "because", "and", "here", "at", "op"}
)
"""What may follow where it was said that there is none."""

_MARK = ""
_MARKS = re.compile(r"[,.;:!?\n()]+")
_CLAUSE = re.compile(r"(?<=[,.;!?\n])\s*|\s+(?=(?:maar|dus|but|so)\b)", re.IGNORECASE)


def absent_roles(answers: "Answers") -> frozenset[str]:
    """The roles of which words with an answer, or instead of one, say that there are none."""
    texts = (text for text in _texts(answers.state) if text)
    roles = {role for text in texts for role in told_absent(answers.base, text)}
    return frozenset(roles - {answers.manner.speaker})


def _texts(state: State) -> Iterator[str]:
    yield from (given.quote for given in state.answers.values())
    yield from (note.text for note in state.notes if note.own_words)


@lru_cache(maxsize=256)  # what was typed is looked at anew after each answer
def told_absent(base: KnowledgeBase, text: str) -> frozenset[str]:
    """The roles of which a text says that there are none."""
    words, known = _words(text), ways(base)
    behind, before = (known.within.get(meaning, ()) for meaning in ("absent", "absent_before"))
    if not any(way[-1] in words for way in (*behind, *before)):
        return frozenset()
    small = known.fillers | {way[0] for way in known.within.get("around", ()) if len(way) == 1} | {_MARK}
    return frozenset(
        role
        for role, start, end in _mentions(base, words)
        if _is_said_behind(words, start, end, behind, small) or _is_said_before(words, start, end, before, small)
    )


def _words(text: str) -> Words:
    """The words of a text, with a sign where a mark stands."""
    parts = [words_of(part) for part in _MARKS.split(text)]
    return tuple(word for part in parts for word in (*part, _MARK))


def _is_said_behind(words: Words, start: int, end: int, ways_: Iterable[Words], small: frozenset[str]) -> bool:
    """Whether it is said behind a role, and no more.

    'De mentoren hebben we niet gevraagd' is about something else, as is 'scholing voor mentoren hebben we niet'.
    """
    is_one = words[start - 1 : start] in {(word,) for word in _ONE}
    if not _BESIDE.isdisjoint(words[max(0, start - 2) : start]):
        return False
    for at in range(end, end + _MOST_BETWEEN + 1):
        for way in ways_ if small.issuperset(words[end:at]) else ():
            follows = words[at + len(way) : at + len(way) + 1]
            is_whole = words[at : at + len(way)] == way and (not follows or follows[0] in _ENDING)
            if is_whole and not (is_one and way[0] in _BEING):
                return True
    return False


def _is_said_before(words: Words, start: int, end: int, ways_: Iterable[Words], small: frozenset[str]) -> bool:
    """Whether it is said before a role, and nothing of what follows: 'verder heeft geen mentor daar iets in gehad'."""
    is_before = any(words[start - len(way) : start] == way for way in ways_ if len(way) <= start)
    follows = next((word for word in words[end:] if word not in small or word in _ENDING), "")
    return is_before and follows in _ENDING and _RELATIVE.isdisjoint(words[end : end + 1])


def without_absent(base: KnowledgeBase, text: str) -> str:
    """The clauses of a text that do not say of a role that there is none: 'adjunct, hebben we niet. teamleider'."""
    clauses, left, at = [clause for clause in _CLAUSE.split(text) if clause.strip()], list[str](), 0
    while at < len(clauses):
        size = next((size for size in (1, 2) if told_absent(base, " ".join(clauses[at : at + size]))), 0)
        left += [] if size else [clauses[at].strip()]
        at += size or 1
    told = " ".join(left).strip(" ,.;")
    return told if any(map(str.isalpha, told)) else ""  # '1, een adjunct hebben we niet'


def is_named(base: KnowledgeBase, role: str, text: str) -> bool:
    """Whether a text of the content names a role."""
    return any(found == role for found, _, _ in _mentions(base, words_of(text)))


def without_named(base: KnowledgeBase, roles: Iterable[str], text: str) -> str:
    """The sentences of a text that name none of these roles."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    return " ".join(one for one in sentences if not any(is_named(base, role, one) for role in roles))


def _mentions(base: KnowledgeBase, words: Words) -> Iterator[tuple[str, int, int]]:
    """Each role that words name, with where it begins and ends."""
    called, start = _called(base), 0
    while start < len(words):
        sizes = (size for size in range(_MOST_CALLED, 0, -1) if words[start : start + size] in called)
        if size := next(sizes, 0):
            yield called[words[start : start + size]], start, start + size
        start += size or 1


def _called(base: KnowledgeBase) -> dict[Words, str]:
    roles = [role.id for role in base.roles]
    spoken = {role: base.phrase(f"who.called.{role}").variants for role in roles if base.says(f"who.called.{role}")}
    return _by_words(
        tuple((role, (*spoken.get(role, ()), *ways(base).options.get(f"doer.{role}", ()))) for role in roles)
    )


@lru_cache(maxsize=4)  # for the knowledge bases that are spoken
def _by_words(called: Sequence[tuple[str, tuple[str, ...]]]) -> dict[Words, str]:
    found: dict[Words, str] = {}
    for role, names in called:
        for words in map(words_of, names):
            bare = words[1:] if words[:1] and words[0] in ARTICLES | _ONE else words
            is_name = 0 < len(bare) <= _MOST_CALLED and (len(words) > len(bare) or len(bare) == 1)
            for name in (bare, *_plurals(bare)) if is_name else ():
                found.setdefault(name, role)
    return found


def _plurals(name: Words) -> Iterator[Words]:
    yield from ((*name[:-1], f"{name[-1]}{ending}") for ending in ("en", "s"))
