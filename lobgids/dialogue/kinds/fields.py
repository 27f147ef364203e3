"""Questions of several kinds as the fields of one form; each is a question of its own, and kept as that."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds import person
from lobgids.dialogue.kinds.chosen import letter
from lobgids.dialogue.kinds.kind import (
    Kind,
    NotUnderstood,
    OpenAsk,
    Said,
    Together,
    UnplacedWords,
    not_too_long,
    sent,
    with_quote,
)
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.protocol import Ask, AskKind, Option
from lobgids.dialogue.view import View
from lobgids.log.state import Edit, Proposal, StandingAnswer
from lobgids.text import clean, folded

_AND = re.compile(r"[,;+&]|\s(?:en|and)\s")


class FieldsKind(Kind):
    """A form. Its value holds that of fields by their ids, None where that is not known; others stay open.

    `kinds` are those that a field can be of.
    """

    takes_words: ClassVar[bool] = True

    def __init__(self, kinds: Mapping[AskKind, Kind]) -> None:
        self._kinds = kinds

    def parse(self, asked: OpenAsk, typed: str) -> Said | UnplacedWords | Proposal:
        """What the words say at the first field."""
        field = next(iter(asked.draft.fields))
        reading = self._kind(asked, field).parse(_at(asked, field), typed)
        return Said({field: with_quote(reading)}) if isinstance(reading, Said) else reading

    def understood(self, asked: OpenAsk, field: str, typed: str) -> Said:
        """What words say at a field, of a day without doubting it. Raises `NotUnderstood`."""
        kind, at_field = self._kind(asked, field), _at(asked, field)
        words = not_too_long(clean(typed))
        reading = _of_options(kind, at_field, words) if at_field.options else kind.parse(at_field, words)
        if isinstance(reading, Proposal):
            return Said(reading.choices[0], reading.words)
        said = reading if isinstance(reading, Said) else Said(reading.text)
        kind.check(at_field, said)
        return said

    def check(self, asked: OpenAsk, said: Said) -> Together:
        """What is said of each field that is named, by the field's own kind; each knows those before it."""
        given, fields = said.value, asked.draft.fields
        if not isinstance(given, dict) or not given or not set(given) <= set(fields):
            raise NotUnderstood("problem.fields")
        checked: dict[str, Said | Proposal | None] = {}
        for field in fields:
            if field in given:
                one = self._checked(asked._replace(view=_with(asked.view, checked)), field, given[field])
                checked[field] = one
        return Together(checked)

    def retell(self, view: View, ask: Ask, value: Any) -> str:
        """A line for each field that is filled in, and one with those that are open; in one word if all are."""
        _, values = view.language.gettext, value if isinstance(value, dict) else {}
        told = {one.text: self.in_words(view, one, values[one.id]) for one in ask.fields if one.id in values}
        if left := [label for label, words in told.items() if not words]:
            if len(left) == len(told):
                return _("weet niet")
            told = {label: words for label, words in told.items() if words} | {_("Nog open"): "; ".join(left)}
        return "\n".join(f"- {label}: {words}" for label, words in told.items())

    def in_words(self, view: View, field: Ask, value: Any) -> str:
        """The value of a field, with what was said with it behind it; empty if it is open."""
        kind, said = self._kinds[field.kind], _said(value)
        words = kind.retell(view, field, said.value)
        return f"{words} ({said.quote})" if words and said.quote and kind.says_more(view, said.quote) else words

    def _checked(self, asked: OpenAsk, field: str, value: Any) -> Said | Proposal | None:
        kind = self._kind(asked, field)
        checked = None if value is None else kind.check(_at(asked, field), sent(kind, value))
        return None if isinstance(checked, Together) else checked

    def _kind(self, asked: OpenAsk, field: str) -> Kind:
        return self._kinds[asked.draft.fields[field].kind]


def _at(asked: OpenAsk, field: str) -> OpenAsk:
    """The question that a field is, as it is asked by itself."""
    draft: Draft = asked.draft.fields[field]
    return asked._replace(id=field, draft=draft, options=shown_options(asked.view, field, draft))


def _of_options(kind: Kind, asked: OpenAsk, typed: str) -> Said:
    """The options that words name by letter or with a word of their own. Raises `NotUnderstood` if they name none."""
    if said := person.said(asked, typed):
        return said
    try:
        reading = kind.parse(asked, typed)
    except NotUnderstood:
        reading = UnplacedWords(typed)
    if isinstance(reading, Said):
        return reading
    parts = _AND.split(typed) if kind.takes_several else [typed.partition(",")[0]]
    named = [_called(asked.options, part) for part in parts]
    if None in named:
        raise NotUnderstood("problem.field", last=letter(len(asked.options) - 1))
    quote = "" if kind.takes_several else typed.partition(",")[2].strip()
    return Said(kind.value_at(asked.options, [place for place in named if place is not None]), quote)


def _called(options: Sequence[Option], words: str) -> int | None:
    """The place of the only option that has these words in its text; None if there is none, or more than one."""
    pattern = re.compile(rf"\b{re.escape(folded(words.strip()))}\b")
    places = [place for place, option in enumerate(options) if words.strip() and pattern.search(folded(option.text))]
    return places[0] if len(places) == 1 else None


def _with(view: View, said: Mapping[str, Said | Proposal | None]) -> View:
    """The moment at which these were answered, too."""
    state = view.state.copy()
    for ask, one in said.items():
        if isinstance(one, Said):
            state.put(Edit(ask, StandingAnswer(one.value, one.quote)))
    return View(base=view.base, language=view.language, header=view.header, track=view.track, state=state)


def _said(value: Any) -> Said:
    """A kept value, apart from the words that were said with it."""
    if isinstance(value, dict) and "choice" in value:
        return Said(value["choice"], str(value.get("quote") or ""))
    return Said(value)
