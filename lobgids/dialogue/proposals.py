"""What was understood of an answer, put to the one who gave it before it is kept."""

from collections.abc import Iterator
from datetime import date

from lobgids.days.school_year import free_at, is_weekend
from lobgids.days.spoken import kept_day
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.judging import (
    AFTER_AUTUMN,
    AFTER_END,
    AFTER_LOOK_BACK,
    AFTER_STEP,
    ANOTHER_IN_TITLE,
    BEFORE_ACTION,
    BEFORE_START,
    BEFORE_TALK,
    FAR,
    INSTEAD,
    PAST,
    WEEKDAY,
    WEEKEND,
    other_day,
)
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.log.ask_ids import is_of_plan, planned, understood
from lobgids.log.state import Proposal

DOUBTED, IS_UNDERSTOOD, WHO_DOUBTED = "date.doubted", "date.understood", "who.doubted"

MOST_DOUBTS = 2
"""How many doubts are named at once, so that the question stays short."""

_PHRASED = (
    PAST, FAR, WEEKEND, WEEKDAY, BEFORE_START, AFTER_END, BEFORE_TALK, AFTER_STEP, BEFORE_ACTION, AFTER_LOOK_BACK,
    AFTER_AUTUMN,
)  # fmt: skip


def open_proposal(view: View) -> Proposal | None:
    """The answer that waits to be confirmed; None if there is none, or if its document was edited by hand."""
    proposal = view.state.proposed
    is_whole = isinstance(proposal, Proposal) and (proposed_day(proposal) or _who_and_what(view, proposal))
    return proposal if isinstance(proposal, Proposal) and is_whole else None


def proposed_day(proposal: Proposal) -> date | None:
    """The day that is proposed; None if something else is."""
    return kept_day(proposal.choices[0])


def _who_and_what(view: View, proposal: Proposal) -> tuple[str, str] | None:
    """The role that is proposed to take the lead, in words, and the title of its action; None if another thing is."""
    name, action_id = planned(proposal.ask)
    if ANOTHER_IN_TITLE not in proposal.doubts or not is_of_plan(proposal.ask) or name != "who":
        return None
    role = next((role.one for role in view.base.roles if role.id == proposal.choices[0]), "")
    title = next((action.title for action in view.conclusions.actions if action.id == action_id), "")
    return (role, title) if role and title else None


def confirming(proposal: Proposal) -> str:
    """The ask at which a proposal is confirmed."""
    return understood(proposal.ask)


def draft(view: View, proposal: Proposal) -> Draft:
    """The question whether it was understood rightly, or whether one is sure."""
    day = proposed_day(proposal)
    if day is None:
        role, title = _who_and_what(view, proposal) or ("", "")
        return from_question(view.base, WHO_DOUBTED, role=role, action=title)
    doubts = list(_doubts(view, proposal, day))
    if doubts:
        return from_question(view.base, DOUBTED, told=" ".join(doubts))
    why, seed = _why_instead(view, proposal), f"{view.header.seed}{proposal.ask}"
    sentence = phrase(view.base, "date.is_instead" if why else "date.is", seed, day=view.language.day(day))
    if why:
        sentence = f"{why} {sentence}"
    return from_question(view.base, IS_UNDERSTOOD, told=sentence)


def _why_instead(view: View, proposal: Proposal) -> str:
    """Why it is another day than the one that was meant: there is no school on that; empty if it is that day."""
    given = (doubt.removeprefix(INSTEAD) for doubt in proposal.doubts if doubt.startswith(INSTEAD))
    meant = kept_day(next(given, ""))
    if meant is None:
        return ""
    free, named = free_at(view.base, meant), view.language.date(meant)
    reason = free.holiday.id if free else WEEKEND
    return _doubt(view, proposal.ask, reason, meant, named) if free or is_weekend(meant) else ""


def _doubts(view: View, proposal: Proposal, day: date) -> Iterator[str]:
    """What is odd about the day, a sentence each; the day is named in the first."""
    seed, named = f"{view.header.seed}{proposal.ask}", view.language.day(day)
    for doubt in proposal.doubts[:MOST_DOUBTS]:
        if sentence := _doubt(view, proposal.ask, doubt, day, named):
            yield sentence[:1].upper() + sentence[1:]
            named = phrase(view.base, "date.that_day", seed)


def _doubt(view: View, ask: str, doubt: str, day: date, named: str) -> str:
    """One doubt in words; empty if this knowledge base does not know it any more."""
    seed = f"{view.header.seed}{ask}"
    if doubt in _PHRASED:
        other = view.language.date(other_day(view, ask, doubt) or day)
        return phrase(view.base, f"date.{doubt}", seed, day=named, other=other)
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
