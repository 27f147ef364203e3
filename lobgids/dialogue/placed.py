"""What becomes of own words at a situation while one goes on, and of the answer what lies rightly beside them.

The question itself stands in `chapters.placing`.
"""

import re

from lobgids.dialogue.chapters.placing import ALL, heard_as, is_heard
from lobgids.dialogue.kinds.kind import LONGEST_TEXT, OpenAsk, Said, with_quote
from lobgids.dialogue.lists import picked
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.spoken import yes_or_no
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import PICTURE, PLACED, name_of, situation, subject_of
from lobgids.log.events import Event
from lobgids.log.state import LATER, Proposal, proposal_of
from lobgids.text import joined

_NUMBER = re.compile(r"\b\d{1,2}\b")
_CLAUSES = re.compile(r"[.,;!?\n]+\s*|\s+(?=(?:maar|but|behalve|except)\b)", re.IGNORECASE)
_TELLING = 3
"""From so many words on a remark tells something of its own."""


def waits(view: View, ask: str, proposal: Proposal) -> bool:
    """Whether what was heard in words at a situation may be put later: one answer, as long as that is still to come."""
    component = view.component(ask)
    if component is None or proposal.ask != situation(component) or view.is_answered(proposal.ask):
        return False
    group = view.founding.group(component)
    behind = (ask_ids.placed(group), ask_ids.seen(group), PICTURE)
    is_over = bool(view.state.concluded) or any(map(view.is_answered, behind))
    is_one = view.header.places_later and len(proposal.choices) == 1 and not proposal.doubts
    return (
        is_one and not is_over and PLACED in view.track.by_name and heard_as(component, proposal.choices[0]) is not None
    )


def is_later(event: Event) -> bool:
    """Whether an event keeps words of which the answer is put later."""
    proposal = proposal_of(event) if event.kind == "proposed" else None
    return proposal is not None and LATER in proposal.doubts


def in_words(asked: OpenAsk, typed: str) -> Said | None:
    """Which answers lie wrongly by a sentence: a yes, 'alles klopt behalve 2', '3 klopt niet'.

    None if it says no such thing, or only numbers, which are the answer that they are anywhere.
    """
    base, options, listed = asked.view.base, asked.options, picked(typed, asked.options)
    if listed and not listed.quote:
        return None
    numbers = {clause: _places(clause) for clause in _CLAUSES.split(typed) if clause}
    places = {place for found in numbers.values() for place in found if 0 <= place < len(options) - 1}
    if not places:
        answered = yes_or_no(base, typed)
        return Said([ALL], answered.remark) if answered and answered.agrees else None
    wrong = {place for clause, found in numbers.items() if _is_wrong(base, clause) for place in found} & places
    if not wrong and (says(base, "partly", typed) or says(base, "fits", typed)):
        return Said([ALL], typed)
    return Said([options[place].id for place in sorted(wrong or places)], typed)


def _places(clause: str) -> list[int]:
    return [int(number) - 1 for number in _NUMBER.findall(clause)]


def _is_wrong(base: KnowledgeBase, clause: str) -> bool:
    return says(base, "misplaced", clause) and not says(base, "partly", clause)


def settled(view: View, ask: str, said: Said) -> list[PendingEvent]:
    """The events of an answer: what lies rightly is the answer of its component, what does not is asked again."""
    wrong = said.value if isinstance(said.value, list) else []
    drops = tuple(situation(component) for component in view.base.components if component.id in wrong)
    waiting = [component for component in view.founding.members(subject_of(ask)) if is_heard(view, component)]
    events = [PendingEvent("answered", ask, with_quote(said), drops=drops)]
    for nth, component in enumerate(waiting, 1):
        words = _with_remark(view, component, said.quote if _is_about(said.quote, nth) else "")
        if component.id in wrong:
            note = {"text": words, "own_words": True, "because": PLACED}
            events.append(PendingEvent("noted", situation(component), note))
        else:
            value = view.state.answers[situation(component)].heard
            events.append(PendingEvent("answered", situation(component), with_quote(Said(value, words))))
    return events


def _with_remark(view: View, component: Component, remark: str) -> str:
    words = view.quote(component)
    both = joined(words, remark) if remark else words
    return both if len(both) <= LONGEST_TEXT else words


def _is_about(remark: str, nth: int) -> bool:
    """Whether a remark is about this one of what was told: it has its number, no other one, and says something."""
    return len(remark.split()) > _TELLING and set(_places(remark)) == {nth - 1}


def passed_by(ask: str) -> list[PendingEvent]:
    """What 'conclude now' brings along at this question: it is not asked again."""
    return [PendingEvent("skipped", ask)] if name_of(ask) == PLACED else []
