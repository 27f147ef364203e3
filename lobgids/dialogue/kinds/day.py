"""Questions that are answered with a day: as a date, or as people say it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, ClassVar

from lobgids.advice.plan import says_until
from lobgids.days.school_year import free_at
from lobgids.days.spoken import DayReading, day_within, kept_day, read_day, says_in, says_only_the_day
from lobgids.days.words import EITHER, SEASONS, weekdays
from lobgids.dialogue.judging import INSTEAD, LATE, LATE_DAYS, doubts
from lobgids.dialogue.kinds.kind import ISO_DAY, Kind, NotUnderstood, OpenAsk, Said, UnplacedWords
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.spoken import cores
from lobgids.dialogue.view import View
from lobgids.kb.sayings import DOUBT, says, words_of
from lobgids.log.ask_ids import is_of_plan, planned
from lobgids.log.state import Proposal

_CLAUSES = re.compile(r"[,;.!?]+\s*")
_MENDS = re.compile(
    r"\b(?:klopt niet|is niet goed|moet|moest|in plaats van|ik zei|zei ik|had ik gezegd|heb ik niet gezegd|zei ik niet|"
    r"ik bedoel|i mean|did not say|didn't say|is wrong|isn't right|"
    r"is not right|should|instead of|i said|i did say)\b",
    re.IGNORECASE,
)
LOOKS_BACK = re.compile(
    r"\b(?:terugk\w+|terugblik\w*|kijken? \w*\s?(?:we )?terug|look\w* back|evalu\w+)", re.IGNORECASE
)
_YEAR = re.compile(r"\b20\d\d\b|\b(?:school)?ja(?:ar|ren)\b|\byears?\b|^$", re.IGNORECASE)
"""What says in which year a day is; a day that was picked has no words, and its year stands in it."""

_NOT = (("niet",), ("not",))

NEAR = timedelta(days=21)
"""Days so near to each other are one that was said in two ways."""

_SENTENCE = 3
"""From so many words on it is no attempt at a day, but something to keep."""


class DayKind(Kind):
    """A day. One that is odd, or that stands beside another one or a denial, is proposed before it is kept."""

    takes_quote: ClassVar[bool] = True
    is_day: ClassVar[bool] = True
    own_words_phrase: ClassVar[str] = "date.own_words"

    def parse(self, asked: OpenAsk, typed: str) -> Said | UnplacedWords | Proposal:
        """The day that the words say, or a whole sentence that says none."""
        reading = read_day(typed, asked.today(), asked.view.base, asked.view.language.code)
        is_exact = bool(reading and reading.whole) and not _is_of_season(asked, typed)
        if reading and is_exact and not _proposed(asked.view, asked.id, reading, typed, asked.today()).doubts:
            return Said(reading.day.isoformat(), typed)
        if proposal := understood(asked.view, asked.id, typed, asked.today()):
            is_sure = not proposal.doubts and _says_one_day(asked, typed)
            return Said(proposal.choices[0], typed) if is_sure else proposal
        if len(typed.split()) < _SENTENCE:
            raise NotUnderstood("problem.date")
        return UnplacedWords(typed)

    def check(self, asked: OpenAsk, said: Said) -> Said | Proposal:
        """A date, to keep at once unless something is odd about it. Raises `NotUnderstood`."""
        if not isinstance(said.value, str) or not ISO_DAY.fullmatch(said.value):
            raise NotUnderstood("problem.date")
        try:
            day = date.fromisoformat(said.value)
        except ValueError:
            raise NotUnderstood("problem.date") from None
        proposal = _proposed(asked.view, asked.id, DayReading(day), said.quote, asked.today())
        return proposal if proposal.doubts else said

    def retell(self, view: View, _ask: Ask, value: Any) -> str:
        """The day in words, with its weekday."""
        day = kept_day(value) if isinstance(value, str) else None
        return view.language.day(day) if day else ""

    def says_more(self, view: View, quote: str) -> bool:
        """Whether the words are more than the date."""
        return not says_only_the_day(quote, view.language.code, view.base)


def _says_one_day(asked: OpenAsk, typed: str) -> bool:
    """Whether all that words say of a day is one and the same, and nothing of it is denied or doubted."""
    days = {reading.day for reading in _readings(asked.view, typed, asked.today())}
    is_sure = (EITHER | DOUBT).isdisjoint(words_of(typed)) and not says(asked.view.base, "denied", typed)
    return len(days) == 1 and is_sure and not _is_of_season(asked, typed)


def _is_of_season(asked: OpenAsk, typed: str) -> bool:
    """Whether words name a season, of which the first day is hardly what was meant: that one is asked for a yes."""
    return asked.view.header.shows_sentences and not SEASONS.keys().isdisjoint(words_of(typed))


def _readings(view: View, typed: str, today: date) -> list[DayReading]:
    code = view.language.code
    clauses = _CLAUSES.split(typed)
    told = [one for one in clauses if not says(view.base, "denied", one)]  # 'niet op zondag, maandag 14 december dan'
    typed = ", ".join(told) if len(told) < len(clauses) and told else typed
    found = [read for words in cores(view.base, typed) if (read := read_day(words, today, view.base, code))]
    return [one for one in found if not _is_ruled_out(view, one.day, typed)]


def _is_ruled_out(view: View, day: date, typed: str) -> bool:
    """Whether a day is in a holiday that words deny: 'niet in de kerstvakantie'."""
    free = free_at(view.base, day)
    return free is not None and says(view.base, "denied", typed) and says_in(free.holiday, typed)


def behind_denial(typed: str, code: str) -> str:
    """What follows on a first part that says of a day that it is not: 'niet meteen die maandag, half januari'."""
    first, *others = _CLAUSES.split(typed)
    said = words_of(first)
    is_denied = said[:1] in _NOT and bool(weekdays(code).keys() & {*said})
    return ". ".join(one for one in others if one) if is_denied else ""


def is_beginning(ask: str) -> bool:
    """Whether it is asked when an action begins."""
    return is_of_plan(ask) and planned(ask)[0] == "when"


def understood(view: View, ask: str, typed: str, today: date) -> Proposal | None:
    """The day that words say at an ask, and of several the one said most exactly; None if they say none."""
    clauses = _CLAUSES.split(typed)
    first = ", ".join(clause for clause in clauses if not says_until(view.base, clause)) if is_beginning(ask) else ""
    # 'Maandag begin ik, dan is het voor de kerst klaar': when it begins was asked.
    found = [*_within(view, first, today), *_readings(view, first, today)] if first else []
    chosen = [one for one in clauses if says(view.base, "settling", one) and not says(view.base, "denied", one)]
    settled = [reading for one in chosen if (reading := _day_of(view, one, today))]
    found = settled or found or _readings(view, typed, today) or _within(view, typed, today)
    # 'Eind februari, na de voorjaarsvakantie': not the day before the holiday instead.
    plain = [one for one in found if one.instead is None]
    told = [one for one in found if one.instead is None or all(abs(one.day - day.day) > NEAR for day in plain)]
    if told and ask == view.track.look_back and (looks := _looking_back(typed, told, view, today)):
        return _proposed(view, ask, looks, typed, today)
    # Of two the last is what was meant: 'in maart, eind april dus'.
    most = max(reversed(told), key=lambda reading: reading.precision, default=None)
    return _proposed(view, ask, most, typed, today) if most else None


def _looking_back(typed: str, told: Sequence[DayReading], view: View, today: date) -> DayReading | None:
    """The day in the clause that speaks of looking back: 'voor de zomer terugkijken, en dan door in september'."""
    clauses = (clause for clause in _CLAUSES.split(typed) if LOOKS_BACK.search(clause))
    read = (_day_of(view, clause, today) for clause in clauses)
    days = {reading.day for reading in told}
    return next((reading for reading in read if reading and reading.day in days), None)


def mended(view: View, typed: str, today: date) -> Proposal | None:
    """The other day that words give instead of one that was given before; None if they name no such day.

    'Er staat nog 1 november, dat moet half januari zijn': the day that was given stands before the other one, and one
    says that it is not so, or what it has to be.
    """
    if not _MENDS.search(typed):
        return None
    asks = [view.track.look_back, *reversed([*view.track.days(view)])]  # when it begins comes before until when
    given = {before: ask for ask in asks if (before := kept_day(view.state.value(ask)))}
    if not given:
        return None  # before any day is read: this is looked for at every question
    read = [day for clause in _CLAUSES.split(typed) if (day := _day_of(view, clause, today))]
    for at, reading in enumerate(read):
        others = [other for other in read[at + 1 :] if other.day != reading.day]
        if reading.day in given and others:
            return _proposed(view, given[reading.day], others[-1], typed, today)
    return None


def _within(view: View, typed: str, today: date) -> list[DayReading]:
    """The days that stand within clauses that deny nothing: 'voor de kerstvakantie zou fijn zijn'."""
    clauses = [clause for clause in _CLAUSES.split(typed) if not says(view.base, "denied", clause)]
    # Of two words at least: 'it may be' is no May.
    return [reading for clause in clauses if (reading := _day_of(view, clause, today, least=2))]


def _day_of(view: View, clause: str, today: date, *, least: int = 1) -> DayReading | None:
    return day_within(clause, today, view.base, view.language.code, least=least)


def _proposed(view: View, ask: str, reading: DayReading, words: str, today: date) -> Proposal:
    """What was understood, and what is odd about it: worked out now and never again."""
    told = {holiday.id for holiday in view.base.holidays if says_in(holiday, words)}
    odd = [doubt for doubt in doubts(view, ask, reading, today) if doubt not in told]  # one said so oneself
    if (reading.day - today).days > LATE_DAYS and not _YEAR.search(words):
        odd.insert(0, LATE)
    if reading.instead:
        odd.append(f"{INSTEAD}{reading.instead.isoformat()}")
    return Proposal(ask=ask, words=words, choices=(reading.day.isoformat(),), doubts=tuple(odd))
