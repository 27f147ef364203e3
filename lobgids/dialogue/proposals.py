"""What was understood of an answer, put to the one who gave it before it is kept."""

from collections.abc import Iterator
from datetime import date

from lobgids.days.school_year import free_at
from lobgids.days.spoken import kept_day
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.judging import (
    AFTER_AUTUMN,
    AFTER_LOOK_BACK,
    BEFORE_ACTION,
    FAR,
    PAST,
    WEEKDAY,
    WEEKEND,
    last_action,
    look_back_day,
)
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.log.ask_ids import understood
from lobgids.log.state import Proposal

DOUBTED, IS_UNDERSTOOD = "date.doubted", "date.understood"

MOST_DOUBTS = 2
"""How many doubts are named at once, so that the question stays short."""

_PHRASED = (PAST, FAR, WEEKEND, WEEKDAY, BEFORE_ACTION, AFTER_LOOK_BACK, AFTER_AUTUMN)


def open_proposal(view: View) -> Proposal | None:
    """The answer that waits to be confirmed; None if there is none, or if its document was edited by hand."""
    proposal = view.state.proposed
    return proposal if isinstance(proposal, Proposal) and kept_day(proposal.choices[0]) else None


def confirming(proposal: Proposal) -> str:
    """The ask at which a proposal is confirmed."""
    return understood(proposal.ask)


def draft(view: View, proposal: Proposal) -> Draft:
    """The question whether it was understood rightly, or whether one is sure."""
    doubts = list(_doubts(view, proposal))
    if doubts:
        return from_question(view.base, DOUBTED, told=" ".join(doubts))
    day = kept_day(proposal.choices[0]) or date.min
    sentence = phrase(view.base, "date.is", f"{view.header.seed}{proposal.ask}", day=view.language.day(day))
    return from_question(view.base, IS_UNDERSTOOD, told=sentence)


def _doubts(view: View, proposal: Proposal) -> Iterator[str]:
    """What is odd about the day, a sentence each; the day is named in the first."""
    day, seed = kept_day(proposal.choices[0]) or date.min, f"{view.header.seed}{proposal.ask}"
    named = view.language.day(day)
    for doubt in proposal.doubts[:MOST_DOUBTS]:
        if sentence := _doubt(view, doubt, day, seed, named):
            yield sentence[:1].upper() + sentence[1:]
            named = phrase(view.base, "date.that_day", seed)


def _doubt(view: View, doubt: str, day: date, seed: str, named: str) -> str:
    """One doubt in words; empty if this knowledge base does not know it any more."""
    if doubt in _PHRASED:
        known = {BEFORE_ACTION: last_action(view), AFTER_LOOK_BACK: look_back_day(view)}.get(doubt)
        return phrase(view.base, f"date.{doubt}", seed, day=named, other=view.language.date(known or day))
    holiday = view.base.holidays_by_id.get(doubt)
    if holiday is None:
        return ""
    if holiday.kind == "public":
        return phrase(view.base, "date.public", seed, day=named, holiday=holiday.name)
    free = free_at(view.base, day)
    regions = free.regions if free and free.holiday == holiday else ()
    if not regions:
        return phrase(view.base, "date.holiday", seed, day=named, holiday=holiday.name)
    names = view.language.listing(phrase(view.base, f"date.region.{region}", seed) for region in regions)
    return phrase(view.base, "date.holiday_in", seed, day=named, holiday=holiday.name, regions=names)
