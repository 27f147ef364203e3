"""The words with which people say a day, in Dutch and English; the names of months and weekdays are those of CLDR."""

from collections.abc import Iterable
from functools import cache

from lobgids.i18n import month_names, weekday_names
from lobgids.text import folded

SPOKEN = ("nl", "en")
"""The languages that are always read; the language of the conversation is read as well."""

NUMBERS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "een paar": 2, "paar": 2,
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2, "a few": 3,
}  # fmt: skip
DAYS = {"dag": 1, "dagen": 1, "day": 1, "days": 1, "week": 7, "weken": 7, "weeks": 7}
MONTHS = {
    "maand": 1, "maanden": 1, "month": 1, "months": 1, "jaar": 12, "jaren": 12, "year": 12, "years": 12,
    "half jaar": 6, "half year": 6,
}  # fmt: skip
NEAR = {
    "vandaag": 0, "morgen": 1, "overmorgen": 2, "gisteren": -1, "eergisteren": -2,
    "today": 0, "tomorrow": 1, "the day after tomorrow": 2, "day after tomorrow": 2, "yesterday": -1,
}  # fmt: skip
BEGIN, HALF, END = "begin", "half", "end"
EDGES = {
    "begin": BEGIN, "start": BEGIN, "beginning": BEGIN, "early": BEGIN,
    "half": HALF, "halverwege": HALF, "midden": HALF, "medio": HALF, "mid": HALF, "middle": HALF,
    "eind": END, "einde": END, "end": END, "late": END, "laatste week": END, "last week": END,
}  # fmt: skip
NTH = {
    "eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4,
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}  # fmt: skip
SEASONS = {"voorjaar": (3, 5), "lente": (3, 5), "spring": (3, 5), "najaar": (9, 11), "autumn": (9, 11)}
"""The first and the last month of a season that is no holiday."""
THIS = ("deze", "dit", "this", "de", "het", "the")
NEXT = ("volgende", "volgend", "komende", "komend", "next", "coming")
BEFORE, AFTER = ("voor", "before"), ("na", "after")
MONTH_EXTRAS = {"sept": 9, "mar": 3, "sep": 9}
WEEKDAY_EXTRAS = {"thurs": 3, "tues": 1, "weds": 2}

_IN_FRONT = """
op in rond rondom omstreeks ongeveer ergens uiterlijk vanaf tot voor na doe maar liever nee graag het de den d dag
week van aan vlak kort net meteen direct zo misschien denk ik dan oke
on at by around about sometime some from until before after no rather say the please just right shortly maybe i think ok
"""
FILLERS = frozenset(_IN_FRONT.split())
"""Words that may stand in front of a day and do not change which day it is."""

_BEHIND = """
ergens ongeveer dan zoiets zo n beetje of ofzo hoor toch denk ik zei al eerder net dus graag maar
somewhere sometime then or so i said already think please
"""
TRAILING = frozenset(_BEHIND.split())
"""The same behind a day: 'in juni ergens', 'na kerst zei ik al'."""

EITHER = frozenset(["of", "anders", "or", "else", "otherwise"])
"""What stands between two days of which one is meant."""

SCHOOL_YEARS = {
    "volgend schooljaar": ("na", "zomer"), "het nieuwe schooljaar": ("na", "zomer"),
    "begin volgend schooljaar": ("na", "zomer"), "next school year": ("na", "zomer"),
    "the new school year": ("na", "zomer"), "eind schooljaar": ("voor", "zomer"),
    "eind van het schooljaar": ("voor", "zomer"), "einde van het schooljaar": ("voor", "zomer"),
    "eind dit schooljaar": ("voor", "zomer"), "eind van dit schooljaar": ("voor", "zomer"),
    "end of the school year": ("voor", "zomer"), "end of this school year": ("voor", "zomer"),
}  # fmt: skip
"""What people say of the school year, as a day before or after a holiday."""


@cache
def months(code: str) -> dict[str, int]:
    """The numbers of the months by their names, folded, in all languages that are read."""
    return MONTH_EXTRAS | _plain(name for spoken in {*SPOKEN, code} for name in month_names(spoken))


@cache
def weekdays(code: str) -> dict[str, int]:
    """The numbers of the weekdays by their names, folded, in all languages that are read; Monday is 0."""
    return WEEKDAY_EXTRAS | _plain(name for spoken in {*SPOKEN, code} for name in weekday_names(spoken))


def _plain(names: Iterable[tuple[str, int]]) -> dict[str, int]:
    return {folded(name).rstrip("."): number for name, number in names}
