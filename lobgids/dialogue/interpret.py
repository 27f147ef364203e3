"""What an input means at a question: the events that it makes, or why it cannot be taken."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from lobgids.dialogue.chapters.setup import clusters
from lobgids.dialogue.counting import MOST, MiscountedError, counted
from lobgids.dialogue.counting import typed as typed_counts
from lobgids.dialogue.days import Reading, read_day
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.events import EventKind
from lobgids.dialogue.judging import doubts
from lobgids.dialogue.proposals import confirming, open_proposal
from lobgids.dialogue.protocol import Answer, Option, Words
from lobgids.dialogue.state import KEEP_EDIT, UNDERSTOOD
from lobgids.dialogue.view import BASIS, BETWEEN, UNKNOWN, View
from lobgids.dialogue.votes import BY_GROUP, is_reveal, is_revealed, round_of

SAME = "same"
"""What answers a basis with 'zelfde als net'."""

LONGEST_TEXT = 4000
"""How many characters an answer in words may have; a page and a half."""

# Control characters, those that change the direction of text, and lone surrogates: none of them is text.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What an arrow key sends, or what colours a terminal: gone whole, not only its first character.
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")
_YES, _NO = frozenset({"ja", "j", "yes", "y"}), frozenset({"nee", "n", "no"})
_PICKED = re.compile(r"\s*(?:([a-z])|(\d{1,2}))(?:\s*[,.:;)\-]\s*|\s+|$)(.*)", re.IGNORECASE | re.DOTALL)
_SEVERAL = re.compile(r"\s*(?:[a-z]|\d{1,2})(?:[\s,;+&/]+(?:[a-z]|\d{1,2}))*[\s.]*", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SENTENCE = 3
"""From so many words on it is no attempt at a day, but something to keep."""

# Single letters that are words too: 'a lot of it' does not choose the first option.
_WORDS_OF_ONE_LETTER = {"en": "ai", "nl": "u"}


class Meant(NamedTuple):
    """An event to be: its kind, ask and value."""

    kind: EventKind
    ask: str
    value: Any = None


class Picked(NamedTuple):
    """An option that typed words began with, and the rest of the words."""

    option: str
    quote: str


class NotUnderstood(Exception):  # noqa: N818  # it is no error of the program
    """The input does not fit; `phrase` is the entry that says what can be answered, with what fills it in."""

    def __init__(self, phrase: str, **fill: object) -> None:
        super().__init__(phrase)
        self.phrase = phrase
        self.fill = fill


def clean(text: str) -> str:
    """Text without what a terminal would obey; every kind of line end is a new line."""
    return _UNPRINTABLE.sub(
        "", _ESCAPES.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    ).strip()


def interpret(  # noqa: PLR0913  # a question with all that is known of it, what was answered, and on which day
    view: View,
    ask: str,
    draft: Draft,
    options: tuple[Option, ...],
    given: Answer | Words,
    *,
    today: Callable[[], date],
) -> list[Meant]:
    """The events that an answer makes; `today` is asked where a day is answered. Raises `NotUnderstood`."""
    if isinstance(given, Words) and (said := _said_day(view, ask, draft, given.text, today)):
        return said
    if isinstance(given, Words):
        value = _words(view, draft, options, given.text)
        if isinstance(value, Meant):
            return [value._replace(ask=ask)]
        if isinstance(value, Picked):
            return _choice(view, ask, options, value.option, value.quote)
    else:
        value = given.answer
    check = {
        "choice": lambda: _choice(view, ask, options, value),
        "multi": lambda: _multi(view, ask, draft, options, value),
        "text": lambda: _text(view, ask, draft, value),
        "number": lambda: _number(view, ask, draft, value),
        "scale": lambda: _number(view, ask, draft, value),
        "date": lambda: _date(view, ask, value, today),
        "confirm": lambda: _confirm(view, ask, value),
        "votes": lambda: _votes(view, ask, draft, options, value),
    }
    return check[draft.kind]()


def skip(ask: str) -> list[Meant]:
    """'Dat weet ik nog niet': no evidence, and on."""
    is_confirmed = ask == KEEP_EDIT or ask.endswith(UNDERSTOOD)
    return [Meant("confirmed", ask, value=False) if is_confirmed else Meant("skipped", ask)]


def _answered(view: View, ask: str, value: Any) -> list[Meant]:
    if ask == KEEP_EDIT:
        return [Meant("confirmed", ask, value)]
    if (proposal := open_proposal(view)) and ask == confirming(proposal):
        # A yes is the answer itself; only a no belongs to the question whether it was understood.
        kept = _with_quote(proposal.choices[0], proposal.words)
        return [Meant("confirmed", proposal.ask, kept) if value is True else Meant("confirmed", ask, value=False)]
    if is_reveal(ask) and value is True:
        return [Meant("revealed", ask, value)]
    if view.is_answered(ask):
        return [Meant("edited", ask, value)]
    return [Meant("planned" if ask.startswith("plan.") else "answered", ask, value)]


def _choice(view: View, ask: str, options: tuple[Option, ...], value: Any, quote: str = "") -> list[Meant]:
    ids = [option.id for option in options]
    if isinstance(value, list) and len(value) > 1 and _are_words(value) and f"{ask.partition('.')[0]}.{BETWEEN}" in ids:
        return _between(view, ask, ids, value)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str) or value not in ids:
        raise NotUnderstood("problem.choice", last=_letter(len(ids) - 1))
    if value == f"{ask.partition('.')[0]}.{UNKNOWN}":
        return skip(ask)
    return _answered(view, ask, _with_quote(value, quote))


def _with_quote(value: str, quote: str) -> Any:
    return {"choice": value, "quote": clean(quote)} if quote else value


def _between(view: View, ask: str, ids: list[str], value: list[str]) -> list[Meant]:
    """Two descriptions at once: it is in between of these."""
    head = ask.partition(".")[0]
    descriptions = {one for one in ids if one.startswith(f"{head}.m")}
    if not set(value) <= descriptions:
        raise NotUnderstood("problem.choice", last=_letter(len(ids) - 1))
    return _answered(view, ask, sorted(set(value)))


def _multi(view: View, ask: str, draft: Draft, options: tuple[Option, ...], value: Any) -> list[Meant]:
    ids = [option.id for option in options]
    if value in (SAME, [SAME]) and ask.endswith(BASIS):
        value = view.last_basis() or value
    chosen = [value] if isinstance(value, str) else value
    if not isinstance(chosen, list) or not chosen or not _are_words(chosen) or not set(chosen) <= set(ids):
        raise NotUnderstood("problem.multi", last=_letter(len(ids) - 1))
    ordered = [one for one in ids if one in chosen]
    if len(ordered) < draft.least:
        raise NotUnderstood("problem.at_least", least=draft.least)
    if draft.limit and len(ordered) > draft.limit:
        raise NotUnderstood("problem.at_most", most=draft.limit)
    return _answered(view, ask, sorted(ordered) if draft.mixed else ordered)


def _text(view: View, ask: str, draft: Draft, value: Any) -> list[Meant]:
    if not isinstance(value, str):
        raise NotUnderstood("problem.text")
    text = clean(value)
    if not text and draft.optional:
        return skip(ask)
    if not text:
        raise NotUnderstood("problem.text")
    if len(text) > LONGEST_TEXT:
        raise NotUnderstood("problem.long", most=LONGEST_TEXT)
    return _answered(view, ask, text)


def _number(view: View, ask: str, draft: Draft, value: Any) -> list[Meant]:
    if not isinstance(value, int) or isinstance(value, bool) or not draft.least <= value <= draft.most:
        raise NotUnderstood("problem.number", least=draft.least, most=draft.most)
    return _answered(view, ask, value)


def _date(view: View, ask: str, value: Any, today: Callable[[], date]) -> list[Meant]:
    """A day, or one with the words in which it was said; what is odd about it is asked before it is kept."""
    words = ""
    match value:
        case {"choice": str(choice), "quote": str(quote), **rest} if not rest and len(quote) <= LONGEST_TEXT:
            value, words = choice, clean(quote)
    if not isinstance(value, str) or not _ISO.fullmatch(value):
        raise NotUnderstood("problem.date")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise NotUnderstood("problem.date") from None
    reading, now = Reading(day), today()
    if doubts(view, ask, reading, now):
        return [_proposed(view, ask, reading, words, now)]
    return _answered(view, ask, _with_quote(value, words))


def _said_day(view: View, ask: str, draft: Draft, text: str, today: Callable[[], date]) -> list[Meant]:
    """A day in words, at a date or where one is asked whether it was understood; nothing at any other question."""
    proposal = open_proposal(view)
    is_confirmed = proposal is not None and ask == confirming(proposal)
    if draft.kind != "date" and not is_confirmed:
        return []
    typed = clean(text)
    if len(typed) > LONGEST_TEXT:
        raise NotUnderstood("problem.long", most=LONGEST_TEXT)
    now = today()
    if reading := read_day(typed, now, view.base, view.language.code):
        return [_proposed(view, proposal.ask if proposal and is_confirmed else ask, reading, typed, now)]
    if is_confirmed:
        return []
    if len(typed.split()) < _SENTENCE:
        raise NotUnderstood("problem.date")
    return [Meant("noted", ask, {"text": typed, "own_words": True})]


def _proposed(view: View, ask: str, reading: Reading, words: str, now: date) -> Meant:
    """What was understood, and what is odd about it: worked out now and never again."""
    value = {"words": words, "choices": [reading.day.isoformat()], "doubts": doubts(view, ask, reading, now)}
    return Meant("proposed", ask, value)


def _confirm(view: View, ask: str, value: Any) -> list[Meant]:
    if not isinstance(value, bool):
        raise NotUnderstood("problem.confirm")
    return _answered(view, ask, value)


def _votes(view: View, ask: str, draft: Draft, options: tuple[Option, ...], value: Any) -> list[Meant]:
    """Votes, pooled where a group is too small; they can be given anew as long as nobody has seen them."""
    try:
        counts = counted(value, options, clusters(view) if draft.groups else {})
    except MiscountedError as trouble:
        raise NotUnderstood(
            "problem.too_many" if trouble.is_many else "problem.votes",
            example=" ".join(str(place) for place in range(len(options) - 1, 0, -1)),
            most=MOST,
        ) from None
    component = view.component(ask)
    if component is None:
        return _answered(view, ask, counts)
    if not any(sum(row.values()) for row in (counts.get(BY_GROUP, {"": counts})).values()):
        raise NotUnderstood("problem.nobody_voted")
    if is_revealed(view, component, round_of(ask)):
        return _answered(view, ask, counts)
    return [Meant("voted", ask, counts)]


def _words(view: View, draft: Draft, options: tuple[Option, ...], text: str) -> Any:
    """What typed words stand for: the value of an answer, or words to keep where they choose nothing."""
    typed = clean(text)
    if draft.kind == "text":
        return typed
    if len(typed) > LONGEST_TEXT:
        raise NotUnderstood("problem.long", most=LONGEST_TEXT)
    if draft.kind in ("votes", "number", "scale"):
        return _typed_votes(draft, options, typed) if draft.kind == "votes" else _typed_number(draft, typed)
    if draft.kind == "confirm" and typed.lower() in _YES | _NO:
        return typed.lower() in _YES
    if draft.kind == "multi" and _SEVERAL.fullmatch(typed):
        places = [_place(token) for token in re.findall(r"[a-z]|\d{1,2}", typed, re.IGNORECASE)]
        return [options[place].id if place < len(options) else "" for place in places]
    return _picked(view, draft, options, typed)


def _typed_votes(draft: Draft, options: tuple[Option, ...], text: str) -> Any:
    """Counts in a row; nothing that can be taken for votes where it is no row of numbers."""
    try:
        return typed_counts(text, options, draft.groups)
    except MiscountedError:
        return None


def _typed_number(draft: Draft, typed: str) -> Any:
    """A number, or on a scale the letter of a place."""
    if draft.kind == "scale" and len(typed) == 1 and typed.isalpha():
        return _place(typed) + 1
    return int(typed) if typed.isdecimal() and len(typed) < len("1000") else typed


def _picked(view: View, draft: Draft, options: tuple[Option, ...], typed: str) -> Any:
    """The option whose letter or number the text begins with, the rest as a quote; else the words themselves."""
    picked = _PICKED.fullmatch(typed)
    if picked and not _is_word(view, typed) and (place := _place(picked[1] or picked[2])) < len(options):
        if draft.kind == "confirm":
            return place == 0
        if draft.kind == "multi":
            return [options[place].id]
        return Picked(options[place].id, picked[3].strip())
    if not typed or draft.kind == "confirm" or typed.isdecimal():
        raise NotUnderstood(f"problem.{draft.kind}", last=_letter(len(options) - 1))
    return Meant("noted", "", {"text": typed, "own_words": True})


def _is_word(view: View, typed: str) -> bool:
    """Whether the single letter in front is a word of a sentence."""
    code = view.language.code
    return len(typed) > 1 and typed[0].lower() in _WORDS_OF_ONE_LETTER.get(code, "") and typed[1] == " "


def _are_words(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _place(token: str) -> int:
    """The place that a letter or number stands for, from 0; a large one for a 0."""
    if token.isdecimal():
        return int(token) - 1 if int(token) else 99
    return ord(token.lower()) - ord("a")


def _letter(place: int) -> str:
    return chr(ord("a") + place)
