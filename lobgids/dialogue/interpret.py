"""What an input means at a question: the events that it makes, or why it cannot be taken."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from lobgids.dialogue.ask_ids import (
    BASIS,
    FORM,
    KEEP_EDIT,
    REVEAL,
    SITUATION,
    UNKNOWN,
    is_named,
    is_understood,
    of_component,
    round_of,
    subject_of,
)
from lobgids.dialogue.chapters.setup import clusters
from lobgids.dialogue.counting import MOST, MiscountedError, counted
from lobgids.dialogue.counting import typed as typed_counts
from lobgids.dialogue.days import Reading, read_day
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.events import EventKind
from lobgids.dialogue.judging import doubts
from lobgids.dialogue.lists import Begun, is_list, picked
from lobgids.dialogue.proposals import confirming, open_proposal
from lobgids.dialogue.protocol import Answer, Option, Words
from lobgids.dialogue.view import View
from lobgids.dialogue.votes import BY_GROUP, is_revealed

SAME = "same"
"""What answers a basis with 'zelfde als net'."""

LONGEST_TEXT = 4000
"""How many characters an answer in words may have; a page and a half."""

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
# Control characters, those that change the direction of text, and lone surrogates: none of them is text.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What an arrow key sends, or what colours a terminal: gone whole, not only its first character.
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")
_YES, _NO = frozenset({"ja", "j", "yes", "y"}), frozenset({"nee", "n", "no"})
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_SENTENCE = 3
"""From so many words on it is no attempt at a day, but something to keep."""


class Meant(NamedTuple):
    """An event to be: its kind, ask and value, and the asks whose answers fall with it."""

    kind: EventKind
    ask: str
    value: Any = None
    drops: tuple[str, ...] = ()


class Said(NamedTuple):
    """The value of an answer, and the words that were typed behind it."""

    value: Any
    quote: str = ""


class NotUnderstood(Exception):  # noqa: N818  # it is no error of the program
    """The input does not fit; `phrase` is the entry that says what can be answered, with what fills it in."""

    def __init__(self, phrase: str, **fill: object) -> None:
        super().__init__(phrase)
        self.phrase = phrase
        self.fill = fill


def clean(text: str) -> str:
    """Text without what a terminal would obey, and nothing around it; every kind of line end is a new line."""
    return printable(text).strip()


def printable(text: str) -> str:
    """The same of a piece of text, with all that is around it."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", _ESCAPES.sub("", text)).replace("\t", " "))


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
    if isinstance(given, Words) and (said_day := _said_day(view, ask, draft, given.text, today)):
        return said_day
    value = _words(draft, options, given.text) if isinstance(given, Words) else given.answer
    if isinstance(value, Meant):
        return [value._replace(ask=ask)]
    said = value if isinstance(value, Said) else Said(value)
    value = said.value
    check = {
        "choice": lambda: _choice(view, ask, options, said),
        "multi": lambda: _multi(view, ask, draft, options, said),
        "text": lambda: _text(view, ask, draft, value),
        "number": lambda: _number(view, ask, draft, said),
        "scale": lambda: _number(view, ask, draft, said),
        "date": lambda: _date(view, ask, value, today),
        "confirm": lambda: _confirm(view, ask, said),
        "votes": lambda: _votes(view, ask, draft, options, value),
    }
    return check[draft.kind]()


def skip(ask: str) -> list[Meant]:
    """'Dat weet ik nog niet': no evidence, and on."""
    is_confirmed = ask == KEEP_EDIT or is_understood(ask)
    return [Meant("confirmed", ask, value=False) if is_confirmed else Meant("skipped", ask)]


def _answered(view: View, ask: str, value: Any, quote: str = "") -> list[Meant]:
    kept = _with_quote(value, quote)
    if ask == KEEP_EDIT:
        return [Meant("confirmed", ask, kept)]
    if (proposal := open_proposal(view)) and ask == confirming(proposal):
        # A yes is the answer itself; only a no belongs to the question whether it was understood.
        day = _with_quote(proposal.choices[0], proposal.words)
        return [Meant("confirmed", proposal.ask, day) if value is True else Meant("confirmed", ask, value=False)]
    if is_named(ask, REVEAL) and value is True:
        return [Meant("revealed", ask, kept)]
    if view.is_answered(ask) and ask != FORM:  # another form asks more or less, and changes no answer
        return [Meant("edited", ask, kept)]
    return [Meant("planned" if ask.startswith("plan.") else "answered", ask, kept)]


def _with_quote(value: Any, quote: str) -> Any:
    return {"choice": value, "quote": clean(quote)} if quote else value


def _choice(view: View, ask: str, options: tuple[Option, ...], said: Said) -> list[Meant]:
    chosen = _chosen(options, said.value, "problem.choice")
    if len(chosen) > 1 and is_named(ask, SITUATION):  # two descriptions at once: it is in between of these
        return _answered(view, ask, sorted(chosen), said.quote)
    if len(chosen) > 1:
        raise NotUnderstood("problem.one")
    if chosen[0] == of_component(subject_of(ask), UNKNOWN):
        return skip(ask)
    return _answered(view, ask, chosen[0], said.quote)


def _multi(view: View, ask: str, draft: Draft, options: tuple[Option, ...], said: Said) -> list[Meant]:
    value = said.value
    if value in (SAME, [SAME]) and is_named(ask, BASIS):
        value = view.last_basis() or value
    chosen = _chosen(options, value, "problem.multi")
    if len(chosen) < draft.least:
        raise NotUnderstood("problem.at_least", least=draft.least)
    if draft.limit and len(chosen) > draft.limit:
        raise NotUnderstood("problem.at_most", most=draft.limit)
    return _answered(view, ask, sorted(chosen) if draft.mixed else chosen, said.quote)


def _chosen(options: tuple[Option, ...], value: Any, problem: str) -> list[str]:
    """The ids of the chosen options, in their order; one that stands alone goes with no other."""
    given = [value] if isinstance(value, str) else value
    chosen = [option for option in options if isinstance(given, list) and option.id in given]
    if not chosen or not set(given) <= {option.id for option in chosen}:
        raise NotUnderstood(problem, last=_letter(len(options) - 1))
    if len(chosen) > 1 and (alone := next((option for option in chosen if option.alone), None)):
        raise NotUnderstood("problem.alone", answer=alone.text)
    return [option.id for option in chosen]


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


def _number(view: View, ask: str, draft: Draft, said: Said) -> list[Meant]:
    value = said.value
    if not isinstance(value, int) or isinstance(value, bool) or not draft.least <= value <= draft.most:
        raise NotUnderstood("problem.number", least=draft.least, most=draft.most)
    return _answered(view, ask, value, said.quote)


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
    proposed = _proposed(view, ask, Reading(day), words, today())
    return [proposed] if proposed.value["doubts"] else _answered(view, ask, value, words)


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


def _confirm(view: View, ask: str, said: Said) -> list[Meant]:
    if not isinstance(said.value, bool):
        raise NotUnderstood("problem.confirm")
    return _answered(view, ask, said.value, said.quote)


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


def _words(draft: Draft, options: tuple[Option, ...], text: str) -> Any:
    """What typed words stand for: the value of an answer, or words to keep where they choose nothing."""
    typed = clean(text)
    if draft.kind == "text":
        return typed
    if len(typed) > LONGEST_TEXT:
        raise NotUnderstood("problem.long", most=LONGEST_TEXT)
    if draft.kind == "votes":
        return _typed_votes(draft, options, typed)
    if draft.kind == "number":
        return int(typed) if typed.isdecimal() and len(typed) < len("1000") else typed
    if draft.kind == "confirm" and typed.lower() in _YES | _NO:
        return typed.lower() in _YES
    return _picked(draft, options, typed)


def _typed_votes(draft: Draft, options: tuple[Option, ...], text: str) -> Any:
    """Counts in a row; nothing that can be taken for votes where it is no row of numbers."""
    try:
        return typed_counts(text, options, draft.groups)
    except MiscountedError:
        return None


def _by_text(typed: str, options: tuple[Option, ...]) -> Begun | None:
    """The option whose text it is."""
    texts = [option.text.casefold() for option in options]
    same = typed.casefold().rstrip(" .")
    return Begun((texts.index(same),)) if same in texts else None


def _picked(draft: Draft, options: tuple[Option, ...], typed: str) -> Said | Meant:
    """The options that the text names or begins with, with the rest as a quote; else the words themselves."""
    if found := picked(typed, options) or (_by_text(typed, options) if draft.kind == "choice" else None):
        return _value(draft, options, found)
    if draft.kind == "scale":
        return Said(typed)
    if not typed or draft.kind == "confirm" or typed.isdecimal() or is_list(typed):
        raise NotUnderstood(f"problem.{draft.kind}", last=_letter(len(options) - 1))
    return Meant("noted", "", {"text": typed, "own_words": True})


def _value(draft: Draft, options: tuple[Option, ...], found: Begun) -> Said:
    """The options at these places as an answer of the question's kind."""
    places, quote = found
    if draft.kind == "multi" or (draft.kind == "choice" and len(places) > 1):
        return Said([options[place].id for place in places], quote)
    if len(places) > 1:
        raise NotUnderstood("problem.one")
    values = {"choice": options[places[0]].id, "confirm": places[0] == 0, "scale": places[0] + 1}
    return Said(values[draft.kind], quote)


def _letter(place: int) -> str:
    return chr(ord("a") + place)
