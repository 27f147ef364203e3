"""Questions to the guide itself, beside the one that is open: they get an answer, and the open one stands."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lobgids.dialogue.protocol import Say
from lobgids.dialogue.spoken import LONGEST_WITHIN, feelings, is_question, yes_or_no
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import ARTICLES, says, ways, words_of
from lobgids.kb.schema.hearing import Saying
from lobgids.kb.terms import find_terms

NEAR = 0.66
"""The similarity to one of its ways from which a question is taken for an aside."""

WHAT_TO_SAY = "saying.aside.what_to_say"
"""The aside that asks what one could say to others; it has another answer once something was told."""

HEARD_ME = "saying.aside.noted"
"""The aside that asks whether something was heard; it tells the last words that were."""

_LEAST = 3
"""The words of a question that may be said in other words than those of the content: 'eerlijk?' asks nothing."""

_HARDLY = 1
"""So few words beside a word of the glossary ask nothing more: 'wat houdt LOB in?'."""

_CLAUSE = re.compile(r",\s+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


class Aside(NamedTuple):
    """What is answered, and what was said beside the question; empty if nothing was."""

    answer: Say
    rest: str = ""


def aside(base: KnowledgeBase, text: str, *, only: bool) -> Aside | None:
    """The answer to the first question in a text that is for the guide; None if it has none.

    `only`: the text asks nothing but that, as where any words may be an answer.
    """
    parts = [part.strip() for part in _SENTENCE.split(text[:LONGEST_WITHIN])]
    if only and len(parts) > 1:
        return None
    if only and (behind := _behind(base, text)):
        return behind
    clauses = [clause.strip() for part in parts for clause in _CLAUSE.split(part) if not only]
    if clauses and len(clauses) > 1 and yes_or_no(base, clauses[0]):
        parts = clauses  # 'ja, doe ik het zo goed?': the yes is an answer
    for part in dict.fromkeys((*parts, *clauses)):
        if answer := _answer(base, part):
            rest = " ".join((text[:LONGEST_WITHIN].replace(part, "", 1) + text[LONGEST_WITHIN:]).split())
            return Aside(answer, rest)
    return None


def _behind(base: KnowledgeBase, text: str) -> Aside | None:
    """The answer to a known question that a short word stands before: 'niks, maar wat moet ik nu zeggen'."""
    before, mark, question = text.partition(",")
    words = ways(base).bare(question)
    saying = ways(base).asides.get(words) if mark and len(before.split()) <= _HARDLY else None
    return Aside(Say(id=saying.id, text=saying.answer), before.strip()) if saying else None


def _answer(base: KnowledgeBase, question: str) -> Say | None:
    """The answer to a question that is said in one of the known ways or nearly so, or that asks what a word means."""
    if len(question) > LONGEST_WITHIN:
        return None
    known = ways(base)
    if saying := known.asides.get(known.bare(question)):
        return Say(id=saying.id, text=saying.answer)
    if not is_question(base, question) or len(question.split()) < _LEAST:
        return None
    if says(base, "heard_me", question) and not any(feelings(base, question)):
        return next((Say(id=one.id, text=one.answer) for one in known.asides.values() if one.id == HEARD_ME), None)
    return _meaning(base, question) or _nearly(known.asides.values(), question)


def _meaning(base: KnowledgeBase, question: str) -> Say | None:
    """What the one word of the glossary means that a question asks for, and for nothing else."""
    words = words_of(question)
    way = next((way for way in ways(base).within.get("meaning", ()) if words[: len(way)] == way), ())
    found = find_terms(question, base.glossary) if way else []
    if len(found) != 1:
        return None
    named = words_of(question[found[0].start : found[0].end])
    others = [word for word in words[len(way) :] if word not in (*named, *ARTICLES)]
    term = found[0].term
    return Say(id=term.id, text=term.meaning, heading=term.term) if len(others) <= _HARDLY else None


def _nearly(known: Iterable[Saying], question: str) -> Say | None:
    # Only own words need this.
    from lobgids.hearing.nearest import nearest

    by_id = {saying.id: saying for saying in known}
    found = nearest(question, {id_: (*one.nl, *one.en) for id_, one in by_id.items()})
    is_near = bool(found) and found[0].similarity >= NEAR
    return Say(id=found[0].id, text=by_id[found[0].id].answer) if is_near else None
