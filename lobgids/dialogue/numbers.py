"""Reading a whole number as people say it, in Dutch or English: '40', 'tien uur', '€ 1.500', 'een stuk of twintig'."""

import re

from lobgids.days.words import NUMBERS
from lobgids.text import folded

LONGEST = 100
"""How many characters are searched for a number."""

_WORDS = {word: number for word, number in NUMBERS.items() if " " not in word and word != "paar"} | {
    "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19,
    "twintig": 20, "vijfentwintig": 25, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70,
    "tachtig": 80, "negentig": 90, "honderd": 100, "honderdvijftig": 150, "duizend": 1000, "vijftienhonderd": 1500,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000,
    "geen": 0, "niets": 0, "niks": 0, "nul": 0, "gratis": 0, "none": 0, "nothing": 0, "zero": 0, "free": 0,
}  # fmt: skip
_TIMES = {"honderd": 100, "hundred": 100, "duizend": 1000, "thousand": 1000}

_SOME = "(?:(?:een|an) )?(?:stuk|uurtje|uur|euro|tientje|hour) (?:of|or)"
_ABOUT = rf"(?:(?:ca|circa|ongeveer|zo'?n|ruim|rond(?: de)?|{_SOME}|about|around|roughly|some|±|~)\.?\s*)*"
_UNIT = r"\s*(?:uur|uren|uurtjes?|u|hours?|h|€|euros?|eur|mensen|personen|deelnemers|people|persons)?"
_ALL = (
    r"(?:\s+(?:misschien\s+)?(?:in totaal|totaal|samen|bij elkaar|met z(?:ij|')n tweeen|in total|together|of zo|ofzo|"
    r"or so))?"
)
_DIGITS = r"(?P<digits>\d{1,3}(?:[., ]\d{3})+|\d+)(?:,-|,=|[.,]0{1,2})?"
_SAID = r"(?P<words>[a-z]+(?:[ -][a-z]+)??)"
_NUMBER = re.compile(rf"{_ABOUT}(?:€|eur)?\s*{_ABOUT}(?:{_DIGITS}|{_SAID}){_UNIT}{_ALL}[.!]?")
_PARTS = re.compile(rf"{_ABOUT}(?:€|eur)?\s*\d+[.,]\d{{1,2}}{_UNIT}{_ALL}[.!]?")


def read_number(text: str) -> int | None:
    """The number from 0 on that a whole text says; None if it says none, or none that is whole."""
    found = _NUMBER.fullmatch(_plain(text))
    if found is None:
        return None
    return int(re.sub(r"\D", "", found["digits"])) if found["digits"] else _in_words(found["words"])


def says_parts(text: str) -> bool:
    """Whether a text says a number with digits behind the comma, such as 12,5."""
    return read_number(text) is None and _PARTS.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(folded(text[:LONGEST]).replace("’", "'").split())


def _in_words(words: str) -> int | None:
    """The number of these words: one by itself, or so many hundreds or thousands."""
    if words in _WORDS:
        return _WORDS[words]
    for word, times in _TIMES.items():
        many = _WORDS.get(words.removesuffix(word).strip()) if words.endswith(word) else None
        if many:
            return many * times
    return None
