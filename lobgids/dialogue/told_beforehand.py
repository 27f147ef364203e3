"""What the line of an own action says of it already: when it begins, its hours and its money, which are not asked then.

'Half uur in het mentoroverleg in januari, hooguit 3 uur': who typed that has no need of three more questions.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from lobgids.advice.own import OWN, own_lines
from lobgids.advice.plan import says_until
from lobgids.days.spoken import PERIOD, words_of_day
from lobgids.dialogue.kinds.day import understood
from lobgids.dialogue.kinds.kind import Said, with_quote
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import OWN_ACTIONS, plan

AMOUNTS = {
    "hours": re.compile(
        r"\b(?P<amount>\d{1,3}) ?(?:uur|uren|u|hours?)\b|"
        r"\b(?:uren|uur|hours?)\W+(?:max\w*\W+|hooguit |at most )?(?P<behind>\d{1,3})\b",
        re.IGNORECASE,
    ),
    "money": re.compile(r"\b(?P<amount>\d{1,5}) (?:euro'?s?|euros?)\b", re.IGNORECASE),
}
"""How somebody says how many hours or euros something takes, in passing."""

_NO_MONEY = re.compile(
    r"\b(?:geen geld|geen kosten|zonder kosten|kost(?: me)? (?:niks|niets)|gratis|no money|no costs?|free of charge"
    r"|costs nothing)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"[,.;:!?]+\s+|\s+(?=(?:en|and|maar|but|of|or)\b)", re.IGNORECASE)


def told_beforehand(view: View, pending: Iterable[PendingEvent], today: Callable[[], date]) -> Iterator[PendingEvent]:
    """The answers that new own actions among these events give by their own words."""
    if not view.header.shows_sentences or view.track.answering.is_vote:
        return
    before = own_lines(view.state.value(OWN_ACTIONS))
    lines = [own_lines(event.value) for event in pending if event.ask == OWN_ACTIONS and event.kind != "edited"]
    for number, title in enumerate(lines[-1] if lines else [], 1):
        if before[number - 1 : number] != [title]:
            yield from _told_of(view, f"{OWN}.{number}", title, today)


def _told_of(view: View, action: str, title: str, today: Callable[[], date]) -> Iterator[PendingEvent]:
    if day := _begins(view, plan("when", action), title, today()):
        yield PendingEvent("planned", plan("when", action), with_quote(day))
    for name in AMOUNTS:
        amount = amount_in(name, title)
        if amount is not None:
            yield PendingEvent("planned", plan(name, action), amount)


def amount_in(name: str, text: str) -> int | None:
    """How many hours, or how much money, words name; None if they name none, or more than one."""
    found = [int(next(filter(None, one.groups()))) for one in AMOUNTS[name].finditer(text)]
    if not found and name == "money" and _NO_MONEY.search(text):
        return 0
    return found[0] if len(found) == 1 else None


def _begins(view: View, ask: str, title: str, today: date) -> Said | None:
    """When an action begins by its own words; None if they name no day, several, or one that something is odd about."""
    clauses = [clause for clause in _CLAUSES.split(title) if not says_until(view.base, clause)]
    found = [words_of_day(clause, today, view.base, view.language.code) for clause in clauses]
    named = [one for one in found if one and one.reading.precision >= PERIOD]
    if len({one.reading.day for one in named}) != 1:
        return None
    day = understood(view, ask, named[0].words, today)
    return Said(day.choices[0], named[0].words) if day and not day.doubts else None
