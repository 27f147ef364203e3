"""What a form says: the answer, the words or the move that was sent with it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from msgspec.structs import replace

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.grid import OF_ROWS
from lobgids.dialogue.protocol import Answer, Ask, AskKind, Input, Move, MoveName, Problem, Words
from lobgids.session import typed
from lobgids.session.showing.questions import counts_of
from lobgids.text import clean
from lobgids.web.exchange import Request, first

Form = Mapping[str, Sequence[str]]

ANSWER, WORDS, DAY, MOVE, TO, NOTE = "answer", "words", "day", "move", "to", "note"
ASK, AT = "ask", "at"
"""The names of the fields; those of a row, a field or a count follow the functions below."""


def row_name(row: str) -> str:
    """Return the name of what is chosen in a row of a grid."""
    return f"row:{row}"


def field_name(field: str) -> str:
    """Return the name of the options of a field; its words and its day have this name with a word behind it."""
    return f"field:{field}"


def count_name(option: str, group: str = "") -> str:
    """Return the name of a count of votes."""
    return f"count:{group}:{option}"


def given_in(
    request: Request, ask: Ask, conversation: Conversation, languages: tuple[str, str]
) -> Input | typed.FrontEndRequest | Problem:
    """Return what a form says at the question that it shows, and for which question it is.

    `languages` are the one spoken and the one that 'taal' goes to. A `Problem` says what of it is no answer.
    """
    given = _given(request, ask, conversation, languages)
    if isinstance(given, str | Problem):
        return given
    at = first(request.form, AT)
    return replace(given, ask=first(request.form, ASK), at=int(at) if at.isdecimal() else None)


def _given(
    request: Request, ask: Ask, conversation: Conversation, languages: tuple[str, str]
) -> Input | typed.FrontEndRequest | Problem:
    form = request.form
    if move := first(form, MOVE):
        return _move(move, first(form, TO), first(form, NOTE))
    if ask.fields:
        return _fields(form, ask, conversation)
    return _FILLED_IN.get(ask.kind, _chosen_or_picked)(form, ask) or _words(form, ask, conversation, languages)


def _in_rows(form: Form, ask: Ask) -> Input | None:
    """Return what was chosen in the rows of a grid; None if nothing was."""
    rows = _grid(form, ask)
    return Answer(answer=rows) if rows else None


def _counted(form: Form, ask: Ask) -> Input | None:
    """Return the counts; None if something was typed instead."""
    return None if clean(first(form, WORDS)) else Answer(answer=_counts(form, ask))


def _chosen_or_picked(form: Form, ask: Ask) -> Input | None:
    """Return the options or the day; None if there are none, so that only words are left."""
    words = clean(first(form, WORDS))
    if day := first(form, DAY):
        return Answer(answer={"choice": day, "quote": words} if words else day)
    if first(form, ANSWER) == "same":
        return Answer(answer="same")
    places = _places(form.get(ANSWER, ()), ask)
    return _chosen(places, words, ask) if places else None


_FILLED_IN: dict[AskKind, Callable[[Form, Ask], Input | None]] = {"grid": _in_rows, "votes": _counted}
"""What reads the answer of a kind of question that is filled in otherwise than most."""


def _move(move: str, to: str, note: str) -> Move:
    """Return a move as a button names it; what is no move of ours changes nothing."""
    return Move(move=move if move in _MOVES else "why", to=to, text=note)  # type: ignore[arg-type]  # just looked up


_MOVES = frozenset(get_args(MoveName))


def _words(
    form: Form, ask: Ask, conversation: Conversation, languages: tuple[str, str]
) -> Input | typed.FrontEndRequest:
    line = clean(first(form, WORDS))
    if KINDS[ask.kind].takes_words and "\n" in line:
        return Words(text=line)
    return typed.read(line, ask, conversation.view.base, languages)


def _chosen(places: Sequence[int], quote: str, ask: Ask) -> Input:
    """Return chosen options, with what was typed beside them."""
    kind = KINDS[ask.kind]
    if len(places) > 1 and not kind.takes_several:
        places = places[:1]
    if not quote:
        return Answer(answer=kind.value_at(ask.options, places))
    if kind.takes_quote:
        return Answer(answer={"choice": kind.value_at(ask.options, places), "quote": quote})
    return Words(text=f"{places[0] + 1}, {quote}")


def _places(ids: Sequence[str], ask: Ask) -> list[int]:
    return [place for place, option in enumerate(ask.options) if option.id in ids]


def _grid(form: Form, ask: Ask) -> dict[str, Any]:
    """Return what was chosen in each row; rows in which nothing was stay open, and 'weet niet' has no option."""
    kind = OF_ROWS[ask.row_kind]
    chosen = {row.id: form[row_name(row.id)] for row in ask.rows if form.get(row_name(row.id))}
    return {
        row: kind.value_at(ask.options, places) if (places := _places(ids, ask)) else None
        for row, ids in chosen.items()
    }


def _counts(form: Form, ask: Ask) -> dict[str, Any]:
    """Return the counts; one that was left empty is none, and what is no number is refused by the engine."""
    groups = [group.id for group in ask.groups] or [""]
    rows = [[_number(first(form, count_name(option.id, group))) for option in ask.options] for group in groups]
    return counts_of(ask, rows)


def _number(text: str) -> Any:
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < _DIGITS else text or 0


_DIGITS = 9


def _fields(form: Form, ask: Ask, conversation: Conversation) -> Answer | Problem:
    """Return what was filled in, by field; what was left empty stays open."""
    values: dict[str, Any] = {}
    for field in ask.fields:
        value = _field(form, field, conversation)
        if isinstance(value, Problem):
            return value
        if value is not None:
            values[field.id] = value
    return Answer(answer=values or dict.fromkeys(field.id for field in ask.fields if field.optional))


def _field(form: Form, field: Ask, conversation: Conversation) -> Any:
    name = field_name(field.id)
    words, day = clean(first(form, f"{name}:{WORDS}")), first(form, f"{name}:{DAY}")
    if day:
        return {"choice": day, "quote": words} if words else day
    if places := _places(form.get(name, ()), field):
        value = KINDS[field.kind].value_at(field.options, places)
        return {"choice": value, "quote": words} if words and KINDS[field.kind].takes_quote else value
    return conversation.field_said(field, words) if words else None
