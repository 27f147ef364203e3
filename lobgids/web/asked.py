"""A question as a form shows it: its options as radios or checkboxes, rows, fields, counts or a line for words."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from lobgids.dialogue.asking import texts_of
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.marks import marks
from lobgids.dialogue.protocol import Ask, AskKind, Option, Tally
from lobgids.kb.terms import find_in
from lobgids.session.showing.questions import lines_before, question_of
from lobgids.text import clean
from lobgids.web import forms
from lobgids.web.exchange import first
from lobgids.web.prose import Prose, prose

Control = Literal["radio", "checkbox"]
CONTROLS: dict[AskKind, Control] = {"choice": "radio", "confirm": "radio", "scale": "radio", "multi": "checkbox"}
"""What one chooses with, by the kind of question."""

COUNTED: frozenset[AskKind] = frozenset({"votes"})
"""The kinds that are answered with a number for each option."""

Begun = Mapping[str, Sequence[str]]
"""What was filled in and not taken: it stands in the form again."""


class Choice(NamedTuple):
    """An option to choose, behind its letter or number."""

    value: str
    mark: str
    text: str
    chosen: bool


class Row(NamedTuple):
    """Some choices under one name, with what they are about; of a grid or of a form."""

    name: str
    text: str
    choices: tuple[Choice, ...]
    control: Control
    has_words: bool = False
    has_day: bool = False
    words: str = ""
    day: str = ""
    optional: bool = False


class Count(NamedTuple):
    """How many chose an option."""

    name: str
    mark: str
    text: str
    value: str


class Counts(NamedTuple):
    """The counts of a group, or of all."""

    text: str
    counts: tuple[Count, ...]


class Bar(NamedTuple):
    """How many chose an option, of the most that any got; without a count it is told in words."""

    mark: str
    text: str
    votes: int | None
    most: int


class Round(NamedTuple):
    """The votes of a round that everybody has seen."""

    number: int
    bars: tuple[Bar, ...]
    told: tuple[str, ...]


class Asked(NamedTuple):
    """A question as it is shown; `at` and `id` go back with the answer."""

    id: str
    at: int
    question: str
    before: Prose
    choices: Row | None
    rows: tuple[Row, ...]
    fields: tuple[Row, ...]
    counts: tuple[Counts, ...]
    rounds: tuple[Round, ...]
    has_words: bool
    is_text: bool
    is_day: bool
    is_brief: bool
    same: bool
    optional: bool
    limit: int
    longest: int
    words: str
    note: str
    day: str
    terms: tuple[tuple[str, str], ...]


def asked(ask: Ask, conversation: Conversation, begun: Begun | None = None, *, brief: str = "") -> Asked:
    """Return a question with what stands there, or with what was `begun` and not taken. `brief` is the id of that."""
    kind, left = KINDS[ask.kind], begun or {}
    stood = conversation.stood(ask) if conversation.ask else None
    glossary = conversation.view.base.glossary
    return Asked(
        id=ask.id,
        at=conversation.at,
        question=clean(question_of(ask)),
        before=prose(lines_before(ask)),
        choices=_choices(ask, stood, left) if ask.kind in CONTROLS else None,
        rows=tuple(_rows(ask, stood, left)),
        fields=tuple(_field(field, stood, left) for field in ask.fields),
        counts=tuple(_counts(ask, left)) if ask.kind in COUNTED else (),
        rounds=tuple(_round(tally) for tally in ask.tallies),
        has_words=not ask.fields,
        is_text=kind.takes_words,
        is_day=kind.is_day,
        is_brief=ask.id == brief,
        same=ask.same,
        optional=ask.optional,
        limit=ask.limit,
        longest=ask.longest,
        words=first(left, forms.WORDS) or (stood if kind.takes_words and isinstance(stood, str) else ""),
        note=first(left, forms.NOTE),
        day=first(left, forms.DAY) or (stood if kind.is_day and isinstance(stood, str) else ""),
        terms=tuple((term.term, term.meaning) for term, _places in find_in(texts_of(ask), glossary)),
    )


def _choices(ask: Ask, stood: Any, left: Begun) -> Row:
    chosen = left.get(forms.ANSWER) or _standing(ask, stood)
    return Row(forms.ANSWER, "", tuple(_marked(ask, chosen)), CONTROLS[ask.kind])


def _standing(ask: Ask, stood: Any) -> Collection[str]:
    """Return the ids of the options that stand."""
    value = stood["choice"] if isinstance(stood, dict) and "choice" in stood else stood
    return [ask.options[place].id for place in KINDS[ask.kind].places(ask.options, value)] if value is not None else ()


def _marked(ask: Ask, chosen: Collection[str]) -> Iterator[Choice]:
    for option, mark in zip(ask.options, marks(ask), strict=True):
        yield Choice(option.id, mark.rstrip("."), clean(option.text), option.id in chosen)


def _rows(ask: Ask, stood: Any, left: Begun) -> Iterator[Row]:
    several = KINDS[ask.row_kind].takes_several if ask.row_kind else False
    for row in ask.rows:
        name = forms.row_name(row.id)
        standing = stood.get(row.id) if isinstance(stood, dict) else None
        chosen = left.get(name) or _of_row(ask, standing)
        yield Row(name, clean(row.text), tuple(_marked(ask, chosen)), "checkbox" if several else "radio")


def _of_row(ask: Ask, value: Any) -> Collection[str]:
    kind = KINDS[ask.row_kind] if ask.row_kind else None
    return [ask.options[place].id for place in kind.places(ask.options, value)] if kind and value is not None else ()


def _field(field: Ask, stood: Any, left: Begun) -> Row:
    name, kind = forms.field_name(field.id), KINDS[field.kind]
    standing = stood.get(field.id) if isinstance(stood, dict) else None
    value = standing["choice"] if isinstance(standing, dict) and "choice" in standing else standing
    quote = standing["quote"] if isinstance(standing, dict) and "quote" in standing else ""
    chosen = left.get(name) or _standing(field, value)
    words = quote if field.options or kind.is_day else "" if value is None else str(value)
    return Row(
        name,
        clean(field.text),
        tuple(_marked(field, chosen)),
        "checkbox" if kind.takes_several else "radio",
        has_words=not field.options or kind.takes_quote,
        has_day=kind.is_day,
        words=first(left, f"{name}:{forms.WORDS}") or words,
        day=first(left, f"{name}:{forms.DAY}") or (value if kind.is_day and isinstance(value, str) else ""),
        optional=field.optional,
    )


def _counts(ask: Ask, left: Begun) -> Iterator[Counts]:
    for group in ask.groups or (Option(id="", text=""),):
        names = [forms.count_name(option.id, group.id) for option in ask.options]
        counts = (
            Count(name, mark.rstrip("."), clean(option.text), first(left, name))
            for name, option, mark in zip(names, ask.options, marks(ask), strict=True)
        )
        yield Counts(clean(group.text), tuple(counts))


def _round(tally: Tally) -> Round:
    most = max([1, *(bar.count or 0 for bar in tally.bars)])
    bars = tuple(Bar(bar.letter or "?", clean(bar.text), bar.count, most) for bar in tally.bars)
    return Round(tally.round, bars, tuple(clean(text) for text in (tally.told, *tally.groups.values()) if text))
