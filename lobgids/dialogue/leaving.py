"""Leaving the rest of the plan open: the lines that ask for it, and the questions that are passed by then.

'Klaar', 'verder niks' or 'stop met die vragen' at any question of the plan is about all of it: who says so wants no
next question about the next action.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.protocol import Ask, Option
from lobgids.dialogue.spoken import is_small, request, says_nothing, without_talk, yes_or_no
from lobgids.dialogue.steps import open_asks
from lobgids.dialogue.told_beforehand import AMOUNTS, amount_in
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import Words, says, stands_in, ways, without, words_of
from lobgids.log.ask_ids import (
    ACTIONS,
    LISTS,
    OWN_ACTIONS,
    answered_at,
    counted_action,
    is_of_plan,
    is_understood,
    planned,
)
from lobgids.log.events import Event

PLAN = "plan"
"""Where a skip goes that passes by all that is still to be asked of the plan."""

_STEPS = ("plan", "evaluation")
_PART = re.compile(r"[,;.!?\n]+|\s+[-–—]\s+|\s+(?=(?:en|and)\s+(?:verder|nothing|meer|no)\b)", re.IGNORECASE)
_MARKS = " \t\n,;.!?–—-"
_JOINING = re.compile(r"(?:en|and|maar|but|nee|no|ja|yes)\s+", re.IGNORECASE)


_BEFORE_PLAN = frozenset({"assignment", "pillar", "roles", "picture", "ambition", "who", "learning"})
_MOST_FOR_PLAN = 10
"""A longer line tells something beside that one wants to go to the plan."""

_MOST_ENOUGH = 7
"""More words than these tell more than that it is enough."""

_FEW = 5
"""In more words than this one says more than that it stays as it is."""


class Leaving(NamedTuple):
    """That the rest of the plan may stay open, and what was said besides."""

    rest: str = ""


def leaving(view: View, ask: str, text: str) -> Leaving | None:
    """What a line says that leaves the rest of the plan open; None if it does not, or if nothing of it is asked."""
    if not is_about_plan(ask):
        return None
    parts = [part.strip() for part in _PART.split(text) if part.strip()]
    is_confirming = is_understood(ask)  # where 'dat is het' agrees
    said = [part for part in parts if _leaves(view.base, part, is_confirming=is_confirming)]
    if not said:
        return None
    left = [part for part in parts if part not in said]
    is_more = any(not _is_nothing(view.base, part) for part in left)
    return Leaving(_without(text, said) if is_more and not is_confirming else "")


def chooses_no_more(view: View, ask: str, text: str) -> bool:
    """Whether a line at a list of actions wants no more of them: 'nou, sla de rest maar over dan', 'overslaan'."""
    if answered_at(ask) not in LISTS or is_understood(ask):
        return False
    parts = [part.strip() for part in _PART.split(text) if part.strip()]
    passed = [
        part
        for part in parts
        if _passes(view, part) or (_has_some(view) and (_only_denies(view.base, part) or _keeps(view, ask, part)))
    ]
    others = [part for part in parts if part not in passed]
    is_plain = all(_is_nothing(view.base, part) or is_small(view.base, part) for part in others)
    is_enough = any(says(view.base, "leave_rest", part) for part in passed) and all(
        _says_enough(view.base, part) for part in others
    )
    return bool(passed) and (is_plain or is_enough)


def wants_plan(view: View, ask: Ask, text: str) -> bool:
    """Whether a line of a few words asks for the plan at once, where one is not at it yet: 'door naar het plan'."""
    is_asked = says(view.base, "to_plan", text) and len(text.split()) <= _MOST_FOR_PLAN
    return is_asked and ask.chapter in _BEFORE_PLAN and view.header.shows_sentences and not KINDS[ask.kind].takes_words


def _says_enough(base: KnowledgeBase, part: str) -> bool:
    """Whether a few words say somewhere that it is enough: 'nee dit is wel genoeg zo'."""
    words = words_of(part)
    return len(words) <= _MOST_ENOUGH and any(stands_in(way, words) for way in ways(base).within.get("enough", ()))


def _passes(view: View, part: str) -> bool:
    """Whether a part of a line passes by the list; that it is enough only where something is in the plan."""
    is_enough = _is_enough(view.base, part) or says(view.base, "how_many", part) or _says_enough(view.base, part)
    return says(view.base, "leave_rest", part) or request(view.base, part) == "skip" or (is_enough and _has_some(view))


def _keeps(view: View, ask: str, part: str) -> bool:
    """Whether a part of a line at a list that one came back to says that it stays as it is: 'hetzelfde als net'."""
    return view.is_answered(ask) and says(view.base, "keeping", part) and len(part.split()) <= _FEW


def _has_some(view: View) -> bool:
    """Whether something is in the plan already."""
    return view.is_answered(OWN_ACTIONS) or view.is_answered(ACTIONS)


def refuses_all(view: View, ask: str, text: str) -> bool:
    """Whether a line at what was heard of a list of actions refuses it, and wants no more: 'nee, verder niks'."""
    parts = [part.strip() for part in _PART.split(text) if part.strip()]
    is_said = any(_is_enough(view.base, part) for part in parts)
    is_only = all(_is_enough(view.base, part) or _is_nothing(view.base, part) for part in parts)
    answered = yes_or_no(view.base, parts[0]) if parts else None
    is_no = answered is not None and not answered.agrees
    return answered_at(ask) in LISTS and _has_some(view) and is_no and is_said and is_only


def ends_with_enough(base: KnowledgeBase, text: str) -> bool:
    """Whether words end with that it is enough: 'een les samen doen, meer niet'."""
    return without_enough(base, text) != text


def _only_denies(base: KnowledgeBase, part: str) -> bool:
    answered = yes_or_no(base, part)
    return answered is not None and not answered.agrees and not answered.remark


def without_enough(base: KnowledgeBase, text: str) -> str:
    """The words without the parts at their end that say that it is enough."""
    parts = [part.strip() for part in _PART.split(text) if part.strip()]
    while len(parts) > 1 and _is_enough(base, parts[-1]):
        text = text[: text.rindex(parts.pop())].rstrip(_MARKS)
    return text


def is_about_plan(ask: str) -> bool:
    """Whether a question is one of those about the actions of the plan: not which these are, but one's own."""
    asked = answered_at(ask)
    return bool(counted_action(asked)) or (is_of_plan(asked) and asked not in LISTS)


def rest_of_plan(view: View, ask: str) -> tuple[str, ...]:
    """The questions that are passed by then: this one, and all about actions that have no answer yet."""
    asked = answered_at(ask)
    about = (one for name in _STEPS for one in open_asks(name, view) if is_about_plan(one))
    first = () if view.is_answered(asked) and asked == ask else (ask,)
    return tuple(dict.fromkeys((*first, *(one for one in about if one != asked))))


def left_open(pending: Iterable[PendingEvent]) -> Iterator[PendingEvent]:
    """The events with a mark on each question that was passed by, as it was with the rest and not by itself."""
    return (event._replace(value=True) if event.kind == "skipped" else event for event in pending)


def is_left(event: Event) -> bool:
    """Whether a question was passed by with the rest."""
    return event.kind == "skipped" and event.value is True


def said_of_fields(base: KnowledgeBase, fields: Iterable[Option], remark: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of an action of which a remark tells something in passing, each with what it says of it.

    'Nee, kost hooguit 3 uur' tells the hours, 'nee, alleen dat het voor de zomer af is' the last day.
    """
    for field in fields:
        name = planned(field.id)[0] if is_of_plan(field.id) else ""
        amount = amount_in(name, remark) if name in AMOUNTS else None
        if amount is not None:
            yield field.id, str(amount)
        elif name == "until" and says(base, "done_by", remark):
            yield field.id, remark


def _leaves(base: KnowledgeBase, part: str, *, is_confirming: bool) -> bool:
    return says(base, "leave_rest", part) or (not is_confirming and _is_enough(base, part))


def _is_enough(base: KnowledgeBase, part: str) -> bool:
    bare = ways(base).bare
    said = {bare(part), bare(_JOINING.sub("", part, count=1)), bare(" ".join(_without_hedges(base, part)))}
    return any(bare(" ".join(way)) in said for way in ways(base).within.get("enough", ()))


def _without_hedges(base: KnowledgeBase, part: str) -> Words:
    """The words of a part without who says it: 'ik zei toch meer niet' says 'meer niet'."""
    return without(words_of(part), sorted(ways(base).within.get("hedge", ()), key=len, reverse=True))


def _is_nothing(base: KnowledgeBase, part: str) -> bool:
    """Whether a part of a line answers nothing: a yes, a no, or talk."""
    answered = yes_or_no(base, without_talk(base, part) or part)  # 'nee zei ik'
    return says_nothing(base, part) or (answered is not None and not answered.remark)


def _without(text: str, said: Sequence[str]) -> str:
    """The line without these parts."""
    for part in said:
        text = text.replace(part, "", 1)
    return text.strip(_MARKS)
