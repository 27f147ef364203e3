"""Which lines may stand in papers by what they are about: 'die over de uren mag, en het plan; niks over bio en nl'."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from lobgids.advice.own import OWN
from lobgids.advice.shown import MORE_LINES, NUMBER, as_told
from lobgids.dialogue.kinds.kind import OpenAsk
from lobgids.dialogue.proposals import HEARD
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, ways, without, words_of
from lobgids.log.ask_ids import is_ambition
from lobgids.log.state import Proposal

_CLAUSES = re.compile(
    r"[.;:!?\n]+|,\s*|\s+(?=(?:maar|behalve|zonder|but|except|without)\b)|\s+(?:en|and)\s+(?=(?:het|de|mijn|the|my)\b)",
    re.IGNORECASE,
)
_PLAN = frozenset(["plan", "actie", "action"])
_WISH = frozenset(["wens", "wish"])
_LONG = 4
"""The letters of a word that says what a line is about."""

_RARE = 3
"""A word that stands in more lines than these tells none from another."""


def by_subject(asked: OpenAsk, typed: str, beside: Collection[str] = ()) -> Proposal | None:
    """The lines that words without a number let in by what they are about, to be confirmed; None if they name none.

    A clause lets in or leaves out; one that says neither goes on with the one before it. Who lets in all leaves out
    what is named, but for the lines `beside`.
    """
    base, told = asked.view.base, as_told(asked.view)
    options = [option.id for option in asked.options if not option.alone and option.id != MORE_LINES]
    lines = {line: told[line] for line in options if line in told}
    if NUMBER.search(typed) or not lines or not asked.view.header.shows_sentences:
        return None
    is_all = any(is_of_all(base, one) and _lets_in(asked, one) for one in _clauses(typed))
    let_in, left_out, goes_in = set[str](), set[str](), True
    for clause in _clauses(typed):
        if is_of_all(base, clause) and _lets_in(asked, clause):
            continue
        if _lets_in(asked, clause) or _leaves_out(asked, clause):
            goes_in = not _leaves_out(asked, clause)
        (let_in if goes_in else left_out).update(_about(base, lines, clause, in_small_words=goes_in))
    left_out -= {*beside}
    chosen = [line for line in lines if (is_all or line in let_in) and line not in left_out]
    is_told = bool(left_out) if is_all else bool(let_in)
    return Proposal(asked.id, typed, tuple(chosen), (HEARD,)) if chosen and is_told else None


def is_of_all(base: KnowledgeBase, clause: str) -> bool:
    """Whether a clause says something of all lines: not 'dat ik alles zelf doe mag erin', which is about one."""
    said = " ".join(without(words_of(clause), ways(base).within.get("hedge", ())))  # 'ik zei dat alles erin mag'
    return says(base, "all", said) and not says(base, "oneself", said) and not says(base, "of_one_thing", said)


def _clauses(typed: str) -> Iterator[str]:
    yield from (clause for one in _CLAUSES.split(typed) if (clause := one.strip()))


def _lets_in(asked: OpenAsk, clause: str) -> bool:
    base = asked.view.base
    return (says(base, "may_in", clause) or says(base, "letting_in", clause)) and not says(base, "not", clause)


def _leaves_out(asked: OpenAsk, clause: str) -> bool:
    base = asked.view.base
    return any(says(base, one, clause) for one in ("leaving_out", "holding_back", "not", "denied"))


def _about(base: KnowledgeBase, lines: dict[str, str], clause: str, *, in_small_words: bool) -> Sequence[str]:
    """The lines that a clause is about: the plan, the wish, or those that share its rarest word.

    A clause may have nothing but small words, `in_small_words`: 'dat ik alles zelf doe'.
    """
    words = {*words_of(clause)}
    if words & _PLAN:
        return [line for line in lines if line.startswith(OWN)]
    if words & _WISH:
        return [line for line in lines if is_ambition(line)]
    counts = Counter(word for told in lines.values() for word in {*words_of(told)} if len(word) >= _LONG)
    known = {word: counts[word] for word in words if 0 < counts[word] <= _RARE}
    small = _small(base)
    found = {word: count for word, count in known.items() if word not in small}
    found = found or (known if in_small_words else {})
    telling = {word for word, count in found.items() if count == min(found.values())}
    return [line for line, told in lines.items() if telling & {*words_of(told)}]


def _small(base: KnowledgeBase) -> frozenset[str]:
    """The words that stand around what somebody says, and tell nothing of it: 'over', 'dat', 'heeft'."""
    known = ways(base)
    around = (*known.within.get("around", ()), *known.within.get("no_name", ()), *known.within.get("denied", ()))
    return known.fillers | {way[0] for way in around if len(way) == 1}
