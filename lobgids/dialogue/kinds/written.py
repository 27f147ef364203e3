"""Questions that are answered with words or a number."""

import re
from collections.abc import Collection, Sequence
from typing import Any, ClassVar

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds.chosen import OfOptions, the_one
from lobgids.dialogue.kinds.kind import Kind, Limits, NotUnderstood, OpenAsk, Said, UnplacedWords
from lobgids.dialogue.numbers import read_number, says_parts
from lobgids.dialogue.protocol import Ask, Option
from lobgids.dialogue.spoken import cores
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import is_of_plan, planned

_PARTS = re.compile(r"[,;:]\s+")
_TIME = re.compile(r"\b(?:tijd|geld|time|money)\b", re.IGNORECASE)

_SENTENCE = 4
"""From so many words on it is no attempt at a number, but something to keep."""


class TextKind(Kind):
    """A text of one's own."""

    takes_words: ClassVar[bool] = True

    def parse(self, _asked: OpenAsk, typed: str) -> Said:
        """All words are an answer."""
        return Said(typed)

    def check(self, asked: OpenAsk, said: Said) -> Said | None:
        """A text with something in it; None if it is empty and may be so."""
        if not isinstance(said.value, str):
            raise NotUnderstood("problem.text")
        if not said.value and not asked.draft.optional:
            raise NotUnderstood("problem.text")
        return said if said.value else None

    def retell(self, _view: View, _ask: Ask, value: Any) -> str:
        """The text itself."""
        return value if isinstance(value, str) else ""

    def shareable(self, _value: Any, _known: Collection[str]) -> str:
        """An empty text; it stays an answer, so that the question is not asked again."""
        return ""


class NumberKind(Kind):
    """A whole number."""

    is_number: ClassVar[bool] = True
    own_words_phrase: ClassVar[str] = "number.own_words"

    def parse(self, asked: OpenAsk, typed: str) -> Said | UnplacedWords:
        """The number that the words say, or a sentence that says none. Raises `NotUnderstood` if it is not whole."""
        if says_parts(typed):
            raise NotUnderstood("problem.whole")
        whole, *parts = cores(asked.view.base, typed)
        told = (whole, *parts, *(part.strip(" .!?") for part in _PARTS.split(typed)))
        number = next((number for words in told if (number := read_number(words)) is not None), None)
        if number is None and len(typed.split()) >= _SENTENCE and not re.search(r"\d", typed):
            return UnplacedWords(typed)
        is_of_time = planned(asked.id)[0] == "money" and _TIME.search(typed)  # 'niks, het kost alleen onze tijd'
        is_more = is_of_plan(asked.id) and "0" not in typed and None in map(read_number, parts)
        if number == 0 and is_more and not is_of_time:
            return UnplacedWords(typed, "unknown")  # 'niks, een kop koffie'
        return Said(typed if number is None else number)

    def check(self, asked: OpenAsk, said: Said) -> Said:
        """A number within the bounds of the question."""
        return _within(asked, said)

    def limits(self, draft: Draft) -> Limits:
        """The bounds of the number."""
        return _bounds(draft)

    def retell(self, _view: View, _ask: Ask, value: Any) -> str:
        """The number."""
        return str(value) if type(value) is int else ""


class ScaleKind(OfOptions):
    """A place on a scale of options: 1 is the first."""

    def not_found(self, _options: Sequence[Option], typed: str) -> Said:
        """The words, which name no place and which `check` refuses."""
        return Said(typed)

    def value_at(self, _options: Sequence[Option], places: Sequence[int]) -> int:
        """The place, from 1."""
        return the_one(places) + 1

    def limits(self, draft: Draft) -> Limits:
        """The first place and the last."""
        return _bounds(draft)

    def check(self, asked: OpenAsk, said: Said) -> Said:
        """A place on the scale."""
        return _within(asked, said)


def _bounds(draft: Draft) -> Limits:
    return Limits(least=draft.least, most=draft.most)


def _within(asked: OpenAsk, said: Said) -> Said:
    least, most = asked.draft.least, asked.draft.most
    if type(said.value) is not int or not least <= said.value <= most:
        raise NotUnderstood("problem.number", least=least, most=most)
    return said
