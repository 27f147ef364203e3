"""Reading a day as people say it, in Dutch or English: '1-3-2027', 'maandag 8 maart', 'eind mei', 'voor de kerst'.

The names of months and weekdays come from Babel, which words our dates anyway; what people say around them, and the
school year, is a small grammar of our own. `dateparser` read 16 of the 27 ways that we began with, at a quarter of a
second to import. What is relative counts from the day on which it is said.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

from lobgids.days import words
from lobgids.days.school_year import ONE_DAY, breaks, holiday_called, is_weekend, school_day
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.guide import Holiday
from lobgids.text import folded

CENTURY = 2000
BEGINS = timedelta(days=10)
"""So long is it still the beginning of a month."""

NEARLY_OVER = timedelta(days=5)
"""When a month has fewer days left than these, its name means the next one."""

SEASON_NEARLY_OVER = timedelta(days=28)
"""The same of a season: an evening 'in het najaar' is next year's where November has begun."""

BESIDE = timedelta(days=3)
"""So near is the school day of a weekend, or of a single holiday beside one: 'half januari' means that, too."""

_MOST_OF_DAY = 5
"""Of so many words is a day at most: 'the middle of April', 'maandag 1 november 2027'."""

LONGEST = 200
"""How many characters are searched for a day: people say it at the beginning."""

_JOINED = re.compile(r"(?<=\d)\s*[-/.]\s*(?=\d)")
_SIGNS = re.compile(r"[^\w-]+|(?<!\d)-|-(?!\d)")
# Where a sentence may go on after a day.
_GOES_ON = re.compile(
    r"\s*[,;:(]\s*|\s+(?:of|or|maar|but|als|if|want|because|mits|tenzij|unless|en|and|om|at|tijdens|during|bij|met|with)\s",
    re.IGNORECASE,
)
# What a day may stand behind within a sentence: 'die avond is in februari'.
_BEFORE_DAY = re.compile(r"\b(?:in|op|on)\s", re.IGNORECASE)
_YEAR = re.compile(r"\b20\d\d\b")
_SENTENCES = re.compile(r"[,.;:!?]+\s+")
_ORDINAL = r"(?:e|ste|de|st|nd|rd|th)?"


_IS_HOLIDAY = re.compile(r"vakantie\b|\b(?:holidays?|break|half term)\b")
"""What names a holiday, and no season or feast as 'in de zomer' and 'met kerst' do."""

PERIOD, EDGE, DATE = 1, 2, 3


class DayReading(NamedTuple):
    """The day that was read; `weekday` is the one that was said with it, `plain` says that the text was only a date.

    `precision` is how exactly it was said: a `DATE` says more than the `EDGE` of a period such as 'half mei', that more
    than the `PERIOD`, and that more than the rest. `instead` is the day that was meant by itself, where there is no
    school on it nor on the days beside it, and another was taken. `whole` says that the text said nothing else.
    """

    day: date
    weekday: int | None = None
    plain: bool = False
    whole: bool = False
    instead: date | None = None
    precision: int = 0

    @property
    def fits(self) -> bool:
        """Whether the day has the weekday that was said with it."""
        return self.weekday in (None, self.day.weekday())


def local_day(time: str) -> date:
    """The day on which something happened, where this computer is, by the time in its event."""
    return datetime.fromisoformat(time).astimezone().date()


def kept_day(value: object) -> date | None:
    """The day that is kept in a document (ISO 8601); None if the document holds anything else."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def read_day(text: str, today: date, base: KnowledgeBase, code: str) -> DayReading | None:
    """The day that a text says, in Dutch, English or the language of this code; None if it says none."""
    reader = _Reader(today, base, code)
    with suppress(ValueError, OverflowError):  # 31 February, or a year that no calendar has
        for part, beginnings in enumerate(_parts(text[:LONGEST])):
            for index, beginning in enumerate(beginnings):
                if reading := reader.read(beginning):
                    is_whole = part == 0
                    return reading._replace(plain=reading.plain and is_whole and index == 0, whole=is_whole)
    return None


def day_within(clause: str, today: date, base: KnowledgeBase, code: str, *, least: int = 1) -> DayReading | None:
    """The day that stands somewhere in a clause, by the most words that say nothing but a day; None if none do.

    It has at least so many words.
    """
    found = words_of_day(clause, today, base, code, least=least)
    return found.reading if found else None


class WordsOfDay(NamedTuple):
    """The day that was read within a clause, and the words that say it."""

    reading: DayReading
    words: str


def words_of_day(clause: str, today: date, base: KnowledgeBase, code: str, *, least: int = 2) -> WordsOfDay | None:
    """The day within a clause as in `day_within`, with the words that say it; 'Jan' alone is a name."""
    said = clause.split()
    spans = (said[at : at + size] for size in range(_MOST_OF_DAY, least - 1, -1) for at in range(len(said) - size + 1))
    read = ((read_day(words, today, base, code), words) for words in map(" ".join, spans))
    return next((WordsOfDay(reading, words) for reading, words in read if reading and reading.whole), None)


def says_in(holiday: Holiday, text: str) -> bool:
    """Whether a text says that something is in a holiday: 'in de kerstvakantie, dan heb ik rust'."""
    names = _any(name for name in holiday.called if _IS_HOLIDAY.search(name)) if holiday.kind == "school" else ""
    said = rf"\b(?:in|tijdens|during) (?:de |the |mijn |my )?{names}\b"
    return bool(names) and re.search(said, " ".join(folded(text[:LONGEST]).split())) is not None


def says_only_the_day(text: str, code: str, base: KnowledgeBase) -> bool:
    """Whether a text says a date and no more, so that it need not be shown beside the date."""
    reading = read_day(text, date(CENTURY, 1, 1), base, code)
    return reading is not None and reading.plain


def said_of_month(text: str, day: date, base: KnowledgeBase, code: str) -> str:
    """What a text says of a day that was read in it, where it names no more than a month: 'ergens in januari'.

    That is 'month', or the part of it: 'begin', 'half' or 'end'. Empty where it says anything nearer, as '1 maart'.
    """
    known = words.months(code)
    for clause in _SENTENCES.split(text[:LONGEST]):
        said = _SIGNS.sub(" ", _YEAR.sub(" ", folded(clause))).split()
        named = any(known.get(word) == day.month for word in said) and not any(map(str.isdigit, "".join(said)))
        reading = read_day(clause, day, base, code) or day_within(clause, day, base, code) if named else None
        if reading and reading.precision <= EDGE:
            edges = [words.EDGES[word] for word in said if word in words.EDGES]
            return edges[0] if reading.precision == EDGE and edges else "month"
    return ""


def _parts(text: str) -> Iterator[Iterator[str]]:
    """The whole text, each part up to where the sentence may go on, and what begins with a preposition within it.

    Of each also the rest after its fillers.
    """
    heads = (text[: match.start()] for match in _GOES_ON.finditer(text))
    tails = (text[match.end() :] for match in _BEFORE_DAY.finditer(text))
    yield from map(_beginnings, (text, *heads, *tails))


def _beginnings(text: str) -> Iterator[str]:
    """A text, and what is left of it after each of the fillers that it begins with; then so without those behind it."""
    beginning = " ".join(_SIGNS.sub(" ", _JOINED.sub("-", folded(text))).split())
    yield from _without_fillers(beginning)
    if (bare := _without_trailing(beginning)) != beginning:
        yield from _without_fillers(bare)


def _without_fillers(text: str) -> Iterator[str]:
    yield text
    while text.partition(" ")[0] in words.FILLERS:
        text = text.partition(" ")[2]
        yield text


def _without_trailing(text: str) -> str:
    while text.rpartition(" ")[2] in words.TRAILING:
        text = text.rpartition(" ")[0]
    return text


def _any(names: Iterable[str]) -> str:
    """A part of a pattern that matches any of the names, the longest first."""
    return f"(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})"


class _Reader:
    """Reads texts that are said today, already folded and without signs; each way of saying a day is a method."""

    def __init__(self, today: date, base: KnowledgeBase, code: str) -> None:
        self._today, self._base = today, base
        self._months, self._weekdays = words.months(code), words.weekdays(code)
        self._month, self._weekday = _any(self._months), _any(self._weekdays)
        self._ways: tuple[Callable[[str], DayReading | None], ...] = (
            self._numbers, self._day_and_month, self._day_of_month, self._near, self._from_now, self._on_weekday,
            self._school_year, self._in_holiday, self._period,
        )  # fmt: skip

    def read(self, text: str) -> DayReading | None:
        """The day that the text as a whole says; None if it says none."""
        return next((reading for way in self._ways if text and (reading := way(text))), None)

    def _numbers(self, text: str) -> DayReading | None:
        """1-3-2027 and its like, day first; the year may stand in front with four digits."""
        if found := re.fullmatch(r"(\d{4})[- ](\d{1,2})[- ](\d{1,2})", text):
            return DayReading(date(*map(int, found.groups())), plain=True, precision=DATE)
        found = re.fullmatch(rf"(?:({self._weekday}) )?(\d{{1,2}})[- ](\d{{1,2}})(?:[- ](\d{{4}}|\d{{2}}))?", text)
        found = found or re.fullmatch(r"()(\d{2})(\d{2})(\d{4})", text)
        return self._dated(found[1], found[2], int(found[3]), found[4]) if found else None

    def _day_and_month(self, text: str) -> DayReading | None:
        """'Maandag 8 maart', '1 mrt 2027', 'March 1st'."""
        year = r"(?: (?P<year>\d{4}|\d{2}))?"
        weekday, day = rf"(?:(?P<weekday>{self._weekday}) )?(?:de |the )?", rf"(?P<day>\d{{1,2}}){_ORDINAL}"
        month = rf"(?P<month>{self._month})"
        for pattern in (rf"{weekday}{day} ?(?:of |van )?{month}{year}", rf"{weekday}{month} (?:the )?{day}{year}"):
            if found := re.fullmatch(pattern, text):
                return self._dated(found["weekday"], found["day"], self._months[found["month"]], found["year"])
        return None

    def _day_of_month(self, text: str) -> DayReading | None:
        """'De 14e', 'maandag de 14e': the next month that has it, on that weekday if one was said."""
        found = re.fullmatch(rf"(?:({self._weekday}) )?(?:de |the )(\d{{1,2}})(?:e|ste|de|st|nd|rd|th)", text)
        if not found:
            return None
        weekday, number = self._weekdays[found[1]] if found[1] else None, int(found[2])
        months = ((self._today.year, self._today.month + ahead) for ahead in range(2 * 12))
        days = (_day_in(year + (month - 1) // 12, (month - 1) % 12 + 1, number) for year, month in months)
        fit = (day for day in days if day and day >= self._today and weekday in (None, day.weekday()))
        return next((DayReading(day, weekday, precision=DATE) for day in fit), None)

    def _dated(self, weekday: str | None, day: str, month: int, year: str | None) -> DayReading:
        """A day of a month; without a year the next such day. Raises `ValueError` if there is none."""
        number = self._weekdays[weekday] if weekday else None
        if not year:
            return DayReading(
                self._next(lambda coming: date(coming, month, int(day))), number, plain=True, precision=DATE
            )
        full_year = int(year) + (CENTURY if len(year) < len("2000") else 0)
        return DayReading(date(full_year, month, int(day)), number, plain=True, precision=DATE)

    def _next(self, in_year: Callable[[int], date]) -> date:
        """The first of these days that is not past; 29 February waits for its year. Raises `ValueError` if none is."""
        for year in range(self._today.year, self._today.year + 9):
            with suppress(ValueError):
                if (day := in_year(year)) >= self._today:
                    return day
        raise ValueError("no year has such a day")

    def _near(self, text: str) -> DayReading | None:
        return DayReading(self._today + words.NEAR[text] * ONE_DAY) if text in words.NEAR else None

    def _from_now(self, text: str) -> DayReading | None:
        """'Over drie weken', 'in two months', 'vrijdag over twee weken'."""
        amount = rf"(?P<count>\d{{1,3}}|{_any(words.NUMBERS)}) (?P<unit>{_any({*words.DAYS, *words.MONTHS})})"
        ahead = rf"(?:over|in|binnen|within) (?:ongeveer |circa |about )?{amount}(?: tijd| time)?"
        for pattern in (ahead, rf"{amount} (?:later|vanaf nu|from now)", rf"(?P<weekday>{self._weekday}) {ahead}"):
            if found := re.fullmatch(pattern, text):
                count = int(found["count"]) if found["count"].isdecimal() else words.NUMBERS[found["count"]]
                weekday = found.groupdict().get("weekday")
                start = self._coming(self._weekdays[weekday]) if weekday else self._today
                return DayReading(_later(start, count, found["unit"]))
        return None

    def _coming(self, weekday: int) -> date:
        """The next day of this name after today."""
        return self._today + timedelta(days=(weekday - self._today.weekday() - 1) % 7 + 1)

    def _on_weekday(self, text: str) -> DayReading | None:
        """'Vrijdag', 'komende vrijdag', 'volgende week vrijdag', 'next Friday': that of the week after this one."""
        soon = r"(?:(?:komende|aankomende|aanstaande|a s|deze|deze week|this|this coming|coming) )?"
        found = re.fullmatch(rf"{soon}({self._weekday})(?: a s| aanstaande| deze week| this week)?", text)
        if found and text != "zo":  # 'ja, zo ongeveer' is no Sunday
            return DayReading(self._coming(self._weekdays[found[1]]))
        found = re.fullmatch(
            rf"(?:volgende week|volgende|next week|next)(?: op| al| dan| gewoon)? ({self._weekday})", text
        )
        found = found or re.fullmatch(rf"({self._weekday})(?: in)? (?:volgende week|next week|week)", text)
        monday = self._today - self._today.weekday() * ONE_DAY
        return DayReading(monday + timedelta(days=7 + self._weekdays[found[1]])) if found else None

    def _school_year(self, text: str) -> DayReading | None:
        """'Voor de kerst' is the last school day before it, 'na de zomer' the first one after, in every region."""
        article = r"(?:de |het |the )?"
        week = r"(?P<week>(?:een |a |eerste |laatste |first |last )?(?:week|maandag|monday) )?"
        side = rf"(?P<side>{_any((*words.BEFORE, *words.AFTER))})"
        if found := re.fullmatch(rf"{article}{week}{side} {article}(?P<name>.+)", text):
            return self._beside(found["name"], is_before=found["side"] in words.BEFORE, is_week=bool(found["week"]))
        if text in words.SCHOOL_YEARS:
            side_word, name = words.SCHOOL_YEARS[text]
            return self._beside(name, is_before=side_word in words.BEFORE)
        return None

    def _in_holiday(self, text: str) -> DayReading | None:
        """'In de kerstvakantie' is its first weekday that is not past."""
        found = re.fullmatch(r"(?:(?:in|tijdens|during) )?(?:de |the |mijn |my )?(?P<name>.+)", text)
        holiday = holiday_called(self._base, found["name"]) if found and _IS_HOLIDAY.search(text) else None
        for begins, ends in breaks(holiday) if holiday else ():
            first = max(begins, self._today)
            days = (first + offset * ONE_DAY for offset in range((ends - first).days + 1))
            if day := next((day for day in days if not is_weekend(day)), None):
                return DayReading(day)
        return None

    def _beside(self, name: str, *, is_before: bool, is_week: bool = False) -> DayReading | None:
        """The last school day before a holiday (of the week before it, the first) or the first after it."""
        named = re.fullmatch(r"(?P<name>.+?)(?: (?:van |in |of )?(?P<year>20\d\d))?", name)
        holiday = holiday_called(self._base, named["name"]) if named else None
        for begins, ends in breaks(holiday) if holiday else ():
            if named and named["year"] and begins.year != int(named["year"]):
                continue
            day = school_day(self._base, begins - ONE_DAY, back=True) if is_before else ends + ONE_DAY
            if is_before and is_week:
                day -= day.weekday() * ONE_DAY
            day = school_day(self._base, day)
            if day >= self._today:
                return DayReading(day)
        return None

    def _period(self, text: str) -> DayReading | None:
        """'Eind mei' is its last school day, 'begin juni' and 'maart' the first, 'half april' one in the middle."""
        found = re.fullmatch(rf"(?:(?P<edge>{_any(words.EDGES)}) (?:van |of )?)?(?P<period>.+)", text)
        if not found:
            return None
        edge = words.EDGES.get(found["edge"] or "", words.BEGIN)
        for begins, ends in self._periods(found["period"]):
            if edge == words.BEGIN and found["edge"] and begins < self._today - BEGINS:
                continue  # that is past: the next one is meant
            is_named = found["period"] in self._months or self._season(found["period"])
            nearly_over = SEASON_NEARLY_OVER if self._season(found["period"]) else NEARLY_OVER
            if not found["edge"] and is_named and ends - self._today < nearly_over:
                continue  # who says 'in november' on the 30th means the next one
            meant = self._within(begins, ends, edge)
            day = self._school_day_near(meant, edge)
            if day >= self._today:
                return DayReading(day, instead=meant if abs(day - meant) > BESIDE else None,
                                  precision=EDGE if found["edge"] else PERIOD)  # fmt: skip
        return None

    def _school_day_near(self, meant: date, edge: str) -> date:
        """The school day that is meant by a day: of an end the one before, of a middle the nearest one."""
        after, before = school_day(self._base, meant), school_day(self._base, meant, back=True)
        is_near = edge == words.END or meant - before <= after - meant
        return before if edge in (words.END, words.HALF) and is_near and before >= self._today else after

    def _within(self, begins: date, ends: date, edge: str) -> date:
        if edge == words.END:
            return ends
        start = begins + (ends - begins - ONE_DAY) / 2 if edge == words.HALF else begins  # of January the 15th
        return max(start, min(self._today, ends))

    @staticmethod
    def _season(text: str) -> re.Match[str] | None:
        season = rf"(?P<season>{_any(words.SEASONS)})"
        return re.fullmatch(rf"(?:het |dit |de |the )?{season}(?: (?:van |of )?(?P<year>\d{{4}}))?", text)

    def _periods(self, text: str) -> Iterator[tuple[date, date]]:
        """The periods of this name, this year's first: a month, a week by its number, this or next week or month."""
        years = range(self._today.year, self._today.year + 2)
        if found := re.fullmatch(rf"({self._month})(?: (\d{{4}}))?", text):
            yield from (_month(int(found[2] or year), self._months[found[1]]) for year in years)
        elif found := re.fullmatch(r"week (\d{1,2})(?: (?:van |of )?(\d{4}))?", text):
            yield from (_week(date.fromisocalendar(int(found[2] or year), int(found[1]), 1)) for year in years)
        elif found := self._season(text):
            begin, end = words.SEASONS[found["season"]]
            named = [int(found["year"])] if found["year"] else years
            yield from ((_month(year, begin)[0], _month(year, end)[1]) for year in named)
        elif found := re.fullmatch(rf"({_any(words.NTH)}) week (?:van |in |of )?({self._month})", text):
            nth, month = words.NTH[found[1]], self._months[found[2]]
            yield from (_week(_monday(date(year, month, 1)) + (nth - 1) * 7 * ONE_DAY) for year in years)
        elif found := re.fullmatch(rf"({_any((*words.THIS, *words.NEXT))}) (week|maand|month)", text):
            is_next = found[1] in words.NEXT
            if found[2] == "week":
                yield _week(self._today - (self._today.weekday() - 7 * is_next) * ONE_DAY)
            else:
                first = _later(self._today.replace(day=1), int(is_next), "maand")
                yield _month(first.year, first.month)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _week(monday: date) -> tuple[date, date]:
    return monday, monday + timedelta(days=6)


def _day_in(year: int, month: int, number: int) -> date | None:
    """A day of a month by its number; None if the month has none."""
    return date(year, month, number) if 1 <= number <= calendar.monthrange(year, month)[1] else None


def _monday(day: date) -> date:
    """The first Monday from a day on."""
    return day + (-day.weekday() % 7) * ONE_DAY


def _later(day: date, count: int, unit: str) -> date:
    """The day that is so many days, weeks, months or years later; the last of the month if it has no such day."""
    if unit in words.DAYS:
        return day + timedelta(days=count * words.DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * words.MONTHS[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
