"""Options that a line names in words: by their text or how it begins, by 'nummer 2', 'de laatste' or 'ab'.

Letters and numbers by themselves, and with words behind them, are read in `lists`.
"""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from lobgids.dialogue.lists import NUMBERS, Begun, picked
from lobgids.dialogue.protocol import Option
from lobgids.kb.sayings import ARTICLES, DOUBT, stands_in
from lobgids.text import folded, sentences_of

Also = Callable[[str], int | None]

_LEAST = 3
"""The letters that a word has by which an option of a few words is named, and the words of how a long one begins."""
_FEW = 4
"""The most words of an option that is named by its first word alone."""

# 'Zo ben ik' is not how 'Zo ben ik niet' begins.
_DENYING = frozenset(["niet", "geen", "not", "no", "never", "nooit"])
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_AND = re.compile(
    r"\s*[,;+&/]\s*(?:(?:en|and|plus)\s+)?|\s+(?:en|and|plus|of|or|en ook|and also|samen met|together with)\s+",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*[,;.:!–—]\s*|\s+-\s+|\s+(?=(?:maar|want|omdat|but|because)\b)", re.IGNORECASE)
_OR_ANOTHER = re.compile(r"(?:of|or)\b[^.;!?]*\d", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:nummer|nr|no|optie|antwoord|keuze|letter|number|option|answer|choice)\.?\s*(?P<mark>[a-z]|\d{1,2})[.)]?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:(?:de|het|die|dat|the|that)\s+)?(?P<nth>\w+)(?:\s+(?:optie|antwoord|option|answer|one))?[.!]?", re.IGNORECASE
)
_BESIDE_NTH = frozenset(["de", "op", "erop", "the", "one", "most", "like"])
_ONE = frozenset(["een", "eentje", "one"])
NTH = {
    word: place
    for place, words in enumerate(
        ("eerste first", "tweede second", "derde third", "vierde fourth", "vijfde fifth", "zesde sixth")
    )
    for word in words.split()
} | {"laatste": -1, "last": -1}  # fmt: skip
_EXCEPT = re.compile(
    r"(?:(?:\w+\s+){0,2}(?:alles|allemaal|alle|all|everything)|ja|yes)\b(?:\s+\w+){0,4}?[\s.,…]*(?:behalve|except|but)\s+(?P<left>.+)",
    re.IGNORECASE,
)
# Words around a number that only say that it is chosen: 'eh ja oke, 1 dan', '5 dus', 'doe maar 2'.
_AROUND = frozenset(
    ["eh", "ehm", "hm", "ja", "jaja", "oke", "ok", "nou", "dan", "dus", "maar", "toch", "denk", "ik", "doe", "kies",
     "het", "wordt", "liever", "yes", "okay", "well", "then", "so", "i", "think", "guess", "go", "for", "choose",
     "pick"]
)  # fmt: skip
_MOST_AROUND = 5
# Beside these a number in a clause is chosen: 'dan neem ik 5', '1 en 6 spreken me aan', 'dat lijkt me 4'.
_CHOOSING = _AROUND | frozenset(
    ["neem", "vooral", "meestal", "spreekt", "spreken", "lijkt", "lijken", "me", "mij", "aan", "past", "passen",
     "klopt", "kloppen", "best", "beste", "meest", "er", "komt", "dat", "die", "is", "zijn", "laat", "optie", "nummer",
     "antwoord", "vooruit", "graag", "pff", "en", "zeg", "bij", "horen", "hoort", "dicht", "dichtst", "bijna", "alleen",
     "zei", "eerst", "eigenlijk", "eig", "gewoon", "just", "ook", "too", "also", "wil", "pak", "take", "i'd", "said",
     "first", "want", "mostly", "looks", "like", "suits", "fits", "op", "dan", "nog", "toch", "eerder", "het", "nou",
     "rather", "to", "then",
     "nee", "no", "a", "bit", "little", "beetje", "een", "mostly",
     "are", "that", "those", "please", "option", "number", "answer", "and", "it", "say", "closest", "only"]
)  # fmt: skip
_SURE = frozenset(["wel", "dan", "dus", "then", "so"])
"""What may stand before a number that is chosen after another one was not: '3 niet. Wel 7'."""

_SAYING = _AROUND | frozenset(["is", "it's", "it", "nummer", "number", "optie", "option", "antwoord", "answer"])
"""Beside these a number in a word is one: 'het is twee'."""
_LISTED = re.compile(r"(?<![\w-])\d{1,2}(?:\s*[,+&/]\s*(?:(?:en|and)\s+)?|\s+(?:en|and)\s+)\d{1,2}"
                     r"(?:(?:\s*[,+&/]\s*(?:(?:en|and)\s+)?|\s+(?:en|and)\s+)\d{1,2})*(?![\w-])")  # fmt: skip
_GOING_ON = _CHOOSING | frozenset(["heb", "hebben", "doen", "zien", "ken", "herken", "have", "do", "look", "i", "we"])
_SCHOOLS = frozenset(["havo", "vwo", "vmbo", "mavo", "tl", "kader", "basis"])
_LIKE = re.compile(
    r"\b(?:(?:lijkt|lijken|komt|past|hoort)\b[^.;:!?\d]{0,40}\b(?:op|bij|van)"
    r"|(?:het|toch) (?:meest|dichtst bij|best|liefst)(?: voor| op| bij| van)?"
    r"|(?:looks|is|comes|fits)\b[^.;:!?\d]{0,40}\b(?:like|to)|(?:the )?(?:most|closest|best)(?: to)?)\s+"
    r"(?:(?:nummer|nr|number|optie|option)\s+)?(\d{1,2})(?!\w|\s+(?:havo|vwo|vmbo|mavo|tl|keer|uur|jaar|times|hours))",
    re.IGNORECASE,
)
"""That it is most like the option with this number, whatever stands around it."""
_BEHIND_NUMBER = _GOING_ON | frozenset(
    ["wel", "vind", "klinkt", "zou", "kan", "mag", "moet", "niet", "the", "not", "sounds", "would", "could", "should",
     "samen", "met", "together", "with", "in", "sowieso", "zeker", "graag", "natuurlijk", "definitely", "please"]
)  # fmt: skip
_A_BIT = re.compile(r"\s+(?:een beetje|a bit|a little)\b", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"(?<![\w.-])\d{1,2}(?![\w-])")
_NUMBER, _FEW_NUMBERS, _HARDLY = re.compile(r"\d+"), 2, 2
_DOUBTING = _DENYING | DOUBT | frozenset(["later", "behalve", "zonder", "except", "without", "of", "or"])
_CLAUSE = re.compile(r"[.;:!?\n]+|,(?!\s*\d)|\s+(?:maar|but|al)\s+", re.IGNORECASE)
_EVERYTHING = re.compile(r"(?<!\bniet )(?<!\bnot )\b(?:alles|allemaal|alle|all|everything)\b", re.IGNORECASE)
_NOT_ALL = re.compile(r"\b(?:behalve|alleen|maar|niet|except|only|but|not|apart)\b", re.IGNORECASE)
_BY_ITSELF = re.compile(r"(?<![\w-])(\d{1,2})(?![\w-]|\s*(?:havo|vwo|vmbo|mavo|uur|keer|times|hours))", re.IGNORECASE)
_TOO = re.compile(r"^(?:en|and|plus|ook)\s+|\s+(?:ook|too|hoor|weer)$", re.IGNORECASE)
_PART = re.compile(r"[,;.:!?\n]+\s*")
_CALLED = re.compile(r"\b(?:nummer|number|optie|option|antwoord|answer)\s+(\d{1,2})\b", re.IGNORECASE)
_JOINING = frozenset(
    ["en", "and", "dan", "daarna", "then", "ook", "too", "also", "dus", "so", "plus", "hoor", "weer", "vooral",
     "mostly", "as", "well"]
)  # fmt: skip
_TOGETHER = re.compile(r"[a-f]{2,4}", re.IGNORECASE)


def by_words(typed: str, options: Sequence[Option], *, several: bool, also: Also = lambda _text: None) -> Begun | None:
    """The options that a line names in words, and the words behind them; None if it does not.

    `also` gives the place of an option that a part of a line says otherwise.
    """
    place = _named(typed, options)
    if place is not None:
        return Begun((place,))
    together = _several(typed, options, also) if several else None
    if several and not together and all_but_some(typed, options):
        return None  # something to ask, not to take
    found = together or _with_remark(typed, options) or _ends_with_number(typed, options)
    return with_others(found, options, also) if found and several else found


def with_others(found: Begun, options: Sequence[Option], also: Also) -> Begun:
    """The options, with those that the words behind them name: 'de mentor. En de vakdocent ook'."""
    pieces = (part for piece in _PART.split(found.quote) for part in _AND.split(piece))
    parts = [bare for piece in pieces if (bare := _TOO.sub("", piece.strip()))]
    places = [
        place
        for part in parts
        if (place := also(part)) is not None or (place := _whole(_words(part), options)) is not None
    ]
    return found._replace(places=tuple(dict.fromkeys((*found.places, *places))))


def marked_within(typed: str, options: Sequence[Option], *, several: bool) -> Begun | None:
    """The options whose numbers a clause of a line chooses, and the other clauses; None if none does.

    That is a list of numbers where `several` may be chosen, or a number among words that only say that it is chosen. A
    clause that denies or doubts chooses nothing, nor does '22 bedrijven' or '3 havo'.
    """
    chosen: list[int] = []
    others: list[str] = []
    for clause in (_in_digits(part.strip(" ,")) for part in _CLAUSE.split(_A_BIT.sub("", typed))):
        places = _places_in(clause, options, several=several)
        chosen += places
        is_little = len(clause.split()) <= _HARDLY and _DENYING.isdisjoint(_WORD.findall(clause.casefold()))
        others += [] if places or is_little else [clause]
    is_fit = bool(chosen) and (several or len(set(chosen)) == 1) and not any(map(_OR_ANOTHER.match, others))
    if is_fit:
        return Begun(tuple(dict.fromkeys(chosen)), "; ".join(others))
    return None if several else _most_like(typed, options)


def without_repeated(quote: str, options: Sequence[Option], places: Sequence[int]) -> str:
    """A quote without the sentences that it begins with and that only say what was chosen once more."""
    texts = [_words(options[place].text) for place in places]
    while sentences := sentences_of(quote):
        words = _words(sentences[0])
        if len(words) < _LEAST or not any(stands_in(words, text) for text in texts):
            break
        quote = quote.partition(sentences[0])[2].strip()
    return quote


def as_said(chosen: Begun, typed: str) -> str:
    """The words beside a number that a line chooses, as they stand there: from the first of them to its end.

    All of the line where these are not found in it as they are.
    """
    first = chosen.quote.partition("; ")[0]
    return typed[typed.index(first) :] if first and first in typed else chosen.quote and typed


def _most_like(typed: str, options: Sequence[Option]) -> Begun | None:
    """The option that a sentence says it is most like, and all of it: 'het lijkt nog het meest op 2, zonder papier'."""
    found = {int(match[1]) for match in _LIKE.finditer(typed) if 0 < int(match[1]) <= len(options)}
    return Begun((found.pop() - 1,), typed) if len(found) == 1 else None


def _in_digits(clause: str) -> str:
    """A clause that only chooses by a number in a word, in digits: 'het is twee'; any other as it is."""
    words = [word.strip(".") for word in clause.casefold().split()]
    numbers = [word for word in words if word in NUMBERS and not word.isdecimal()]
    is_choice = len(numbers) == 1 and len(words) > 1 and _SAYING.issuperset(set(words) - set(numbers))
    return " ".join(str(NUMBERS.get(word, word)) for word in words) if is_choice else clause


def _places_in(clause: str, options: Sequence[Option], *, several: bool) -> list[int]:
    words = _WORD.findall(clause.casefold())
    numbers = [int(number) for number in _NUMBER_ALONE.findall(clause)]
    if len(numbers) != len(_NUMBER.findall(clause)):
        return []
    is_within = bool(numbers) and all(0 < number <= len(options) for number in numbers)
    if not is_within or not _DOUBTING.isdisjoint(words):
        return []
    listed = _LISTED.search(clause) if several else None
    is_list = listed is not None and len(_NUMBER.findall(listed[0])) == len(numbers) and _is_chosen(clause, listed)
    is_one = len(numbers) == 1 and _CHOOSING.issuperset(word for word in words if not word.isdecimal())
    return [number - 1 for number in numbers] if is_list or is_one else []


def numbers_chosen(piece: str, options: Sequence[Option]) -> tuple[int, ...] | None:
    """The places of the options that a part of a line begins with: '7 lijkt me goed', 'en 4 die avond', 'de derde'.

    Empty if it begins otherwise, or with a number of something else; None if it says of a number that it is not chosen.
    """
    words = _WORD.findall(piece.casefold())
    while words and words[0] in _CHOOSING | _SURE and not words[0].isdecimal():
        words.pop(0)
    numbers = list(itertools.takewhile(lambda word: word.isdecimal() or word in _JOINING, words))
    behind, places = words[len(numbers) :], [int(number) - 1 for number in numbers if number.isdecimal()]
    if not numbers and words and (place := _nth(words[0], options)) is not None and "als" not in piece.split():
        behind, places = words[1:], [place]
    is_chosen = not behind or behind[0] in _BEHIND_NUMBER
    if not places or not is_chosen or any(not 0 <= place < len(options) for place in places):
        return ()
    return tuple(places) if _DENYING.isdisjoint(words) else None


def _is_chosen(clause: str, listed: re.Match[str]) -> bool:
    """Whether a list of numbers is one of options: not 'klas 3 en 4', nor '2 en 3 havo'."""
    before, behind = (
        _WORD.findall(clause[: listed.start()].casefold()),
        _WORD.findall(clause[listed.end() :].casefold()),
    )
    is_long = len(_NUMBER.findall(listed[0])) > _FEW_NUMBERS and not _SCHOOLS.intersection(behind[:1])
    return _CHOOSING.issuperset(before) and (is_long or not behind or behind[0] in _GOING_ON)


def named_within(typed: str, options: Sequence[Option]) -> tuple[int, ...]:
    """The places of the options whose whole text stands somewhere in a sentence."""
    words = _words(typed)
    texts = [_words(option.text) for option in options]
    found = [place for place, text in enumerate(texts) if text and stands_in(text, words)]
    # 'De mentor' also stands in 'De mentor van de klas': the longest is meant.
    return tuple(
        place for place in found if not any(place != other and stands_in(texts[place], texts[other]) for other in found)
    )


def all_but_some(text: str, options: Sequence[Option]) -> tuple[int, ...]:
    """The places of all options that go together but those whose number a sentence about all of them names.

    Empty if it makes no exception: 'bijna alles, alleen bij 6 was ik er niet'.
    """
    is_said = _EVERYTHING.search(text) and _NOT_ALL.search(text)
    left_out = {int(found) - 1 for found in _BY_ITSELF.findall(text)} if is_said else set()
    together = [place for place, option in enumerate(options) if not option.alone]
    is_few = 0 < len(left_out & {*together}) <= len(together) / 2  # 'alles behalve die ene dus: 1, 2, 3, 5 en 7'
    return tuple(place for place in together if place not in left_out) if is_few else ()


def left_out(text: str) -> str:
    """What stands behind 'alles behalve' in a text; empty if it says no such thing."""
    found = _EXCEPT.search(text)
    return found["left"].strip(" .,!") if found else ""


def all_but(typed: str, options: Sequence[Option]) -> Begun | None:
    """All options that go together but those that are named: 'alles behalve 6'."""
    found = _EXCEPT.fullmatch(typed.strip(" .!"))
    excepted = picked(found["left"].strip(), options) if found else None
    if not excepted:
        return None
    left = tuple(place for place, option in enumerate(options) if not option.alone and place not in excepted.places)
    return Begun(left, excepted.quote)


def _with_remark(typed: str, options: Sequence[Option]) -> Begun | None:
    for mark in _REMARK.finditer(typed):
        head, rest = typed[: mark.start()], typed[mark.end() :].strip()
        place = _whole(_words(head), options)
        place = _number_in(head, options) if place is None else place
        if (
            rest
            and folded(rest) not in DOUBT
            and not _OR_ANOTHER.match(rest)
            and place is not None
            and _named(rest, options) is None
        ):  # 'havo, vwo' is no remark about the havo
            return Begun((place,), rest)
    return None


def _named(typed: str, options: Sequence[Option]) -> int | None:
    """The place of the one option that a whole line names; None if there is none, or more than one."""
    bare = typed.strip(" \n.!?\"'‘’“”")
    words = _words(bare)
    found = _whole(words, options)
    if found is None and (numbered := _NUMBERED.fullmatch(bare)):
        found = _index(numbered["mark"])
    if found is None:
        found = _number_in(bare, options)
    if found is None and words:
        found = _only(place for place, option in enumerate(options) if _begins(words, _words(option.text)))
    return found if found is not None and 0 <= found < len(options) else None


def _ends_with_number(typed: str, options: Sequence[Option]) -> Begun | None:
    """The option whose number ends a sentence, 'ik zei het al. Dus 2.', or that it calls by its number."""
    parts = [part for part in _PART.split(typed.strip(" .!")) if part.strip()]
    before = parts[:-1]
    place = _number_in(parts[-1], options) if before else None
    called = _CALLED.findall(typed) if len(typed.split()) <= _MOST_AROUND + 1 else []
    if place is None and len(called) == 1 and _DENYING.isdisjoint(_words(typed)):
        place = int(called[0]) - 1
    return Begun((place,), ". ".join(before)) if place is not None and 0 <= place < len(options) else None


def nth_at_end(text: str, count: int) -> int | None:
    """Which of so many things a sentence ends with, from 0: 'ik doe het alleen, de eerste dus'; None if it does not."""
    parts = [part for part in _PART.split(text.strip(" .!")) if part.strip()]
    words = [word for word in parts[-1].split() if word.casefold() not in _AROUND] if parts else []
    found = _ORDINAL.fullmatch(" ".join(words))
    place = NTH.get(found["nth"].casefold()) if found else None
    return place % count if place is not None and place < count else None


def _number_in(text: str, options: Sequence[Option]) -> int | None:
    """The place of the option whose number stands among a few words that only choose it, or that is 'the first'."""
    words = [word for part in text.casefold().split() if (word := part.strip(",.;:!?"))]
    bare = " ".join(word for word in words if word not in _AROUND)
    if len(bare.split()) == 1 and folded(bare) in _ONE:
        return 0
    if ordinal := _ORDINAL.fullmatch(text.strip()):
        return _nth(ordinal["nth"], options)
    if (ordinal := _ORDINAL.fullmatch(bare)) and (place := _nth(ordinal["nth"], options)) is not None:
        return place
    numbers = [word for word in words if word not in _AROUND]
    if (place := _nth_among(words, options)) is not None:
        return place
    is_one = len(numbers) == 1 and numbers[0].isdecimal() and len(words) <= _MOST_AROUND
    place = int(numbers[0]) - 1 if is_one else -1
    return place if 0 <= place < len(options) else None


def _nth_among(words: Sequence[str], options: Sequence[Option]) -> int | None:
    """The place of 'the first' where the other words only say that it is chosen: 'de eerste lijkt er het meest op'."""
    others = [word for word in words if word not in _CHOOSING | _BESIDE_NTH or word in NTH]
    return _nth(others[0], options) if len(others) == 1 and len(words) > 1 else None


def _nth(word: str, options: Sequence[Option]) -> int | None:
    nth = NTH.get(folded(word))
    return nth if nth is None or nth >= 0 else len(options) + nth


def _several(typed: str, options: Sequence[Option], also: Also) -> Begun | None:
    if _TOGETHER.fullmatch(typed) and list(typed.lower()) == sorted(set(typed.lower())):
        places = tuple(_index(letter) for letter in typed)
        return Begun(places) if places[-1] < len(options) else None
    parts = [part for part in map(_without_around, _AND.split(typed)) if part]
    found = ((part, _named(part, options)) for part in parts)
    named = [also(part) if place is None else place for part, place in found]
    if len(parts) < 2 or None in named:  # noqa: PLR2004  # one by itself is named above
        return None
    return Begun(tuple(dict.fromkeys(place for place in named if place is not None)))


def _without_around(part: str) -> str:
    """A part of a list without what only joins it: 'dus de vakdocent', 'en ik ook'."""
    words = part.strip(" .,;:!?").split()
    while words and words[0].casefold() in _JOINING:
        words = words[1:]
    while words and words[-1].casefold() in _JOINING:
        words = words[:-1]
    return " ".join(words)


def _whole(words: tuple[str, ...], options: Sequence[Option]) -> int | None:
    return _only(place for place, option in enumerate(options) if words and _words(option.text) == words)


def _begins(words: tuple[str, ...], text: tuple[str, ...]) -> bool:
    """Whether these are how an option begins, said far enough to mean it."""
    is_enough = len(words) >= _LEAST or (len(text) <= _FEW and len(words[0]) >= _LEAST)
    return is_enough and text[: len(words)] == words and _DENYING.isdisjoint(text[len(words) :])


def _words(text: str) -> tuple[str, ...]:
    """The words of a text without articles; all of them if there is nothing else."""
    words = tuple(_WORD.findall(folded(text).replace("’", "'")))
    return tuple(word for word in words if word not in ARTICLES) or words


def _only(places: Iterator[int]) -> int | None:
    found = list(places)
    return found[0] if len(found) == 1 else None


def _index(mark: str) -> int:
    return int(mark) - 1 if mark.isdecimal() else ord(mark.lower()) - ord("a")
