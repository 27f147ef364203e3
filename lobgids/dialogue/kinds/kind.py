"""What every kind of question can do: read typed words, check a value, put it in words, say what may be shared."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import Any, ClassVar, Literal, NamedTuple

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.protocol import Ask, Option
from lobgids.dialogue.view import View
from lobgids.log.state import Proposal
from lobgids.text import clean

LONGEST_TEXT = 4000
"""How many characters an answer in words may have; a page and a half."""

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NotUnderstood(Exception):  # noqa: N818  # it is no error of the program
    """The input does not fit; `phrase` is the entry that says what can be answered, with what fills it in."""

    def __init__(self, phrase: str, **fill: object) -> None:
        super().__init__(phrase)
        self.phrase = phrase
        self.fill = fill


class OpenAsk(NamedTuple):
    """A question with all that an answer to it is read by; `options` are as they were shown."""

    view: View
    id: str
    draft: Draft
    options: tuple[Option, ...]
    today: Callable[[], date]

    @property
    def is_of_doers(self) -> bool:
        """Whether it is asked who does something."""
        return bool(self.options) and self.options[0].id.startswith("doer.")


class Limits(NamedTuple):
    """What an answer is held to, as an ask tells it; 0 where there is no such bound."""

    least: int = 0
    most: int = 0
    limit: int = 0


class Said(NamedTuple):
    """The value of an answer, and the words that were said with it."""

    value: Any
    quote: str = ""


class UnplacedWords(NamedTuple):
    """Words that choose nothing, kept as a note until one says which answer comes closest.

    `because` says more of why: what they say is a wish, or that one does not know, or they describe nothing that is
    asked about, that they ask something, that what was told is not so, or that they tell it and no answer does; empty
    if it does not. `answer` is the part of them that does answer.
    """

    text: str
    because: Literal["", "wish", "unplaced", "unknown", "question", "not_so", "whose", "not_yet", "told"] = ""
    answer: str = ""


class Together(NamedTuple):
    """What was said of several questions that were asked at once, by their ids; None where one does not know yet."""

    by_ask: dict[str, "Said | Proposal | None"]


class Kind(ABC):
    """A kind of question. `Said` is kept as it is, a `Proposal` is put to the one who gave it first."""

    takes_words: ClassVar[bool] = False
    """Whether the answer is a text of one's own, so that any words are one."""

    takes_several: ClassVar[bool] = False
    """Whether several options can be the answer, of which each is turned on or off."""

    takes_quote: ClassVar[bool] = False
    """Whether a program can send the words in which a value was said: `{"choice": ..., "quote": ...}`."""

    is_day: ClassVar[bool] = False
    """Whether a day is asked: a day that was taken back is shown again, and typed words are read as one."""

    may_be_meant: ClassVar[bool] = False
    """Whether own words may mean one of the options, which is then put to the one who said them."""

    is_number: ClassVar[bool] = False
    """Whether a number answers it, so that a sentence may say that one does not know."""

    is_yes_or_no: ClassVar[bool] = False
    """Whether a yes or a no answers it, in whatever form."""

    own_words_phrase: ClassVar[str] = "note.own_words"
    """What is said to words that were kept instead of an answer."""

    @abstractmethod
    def parse(self, asked: OpenAsk, typed: str) -> Said | UnplacedWords | Proposal:
        """What typed words are, without anything around them. Raises `NotUnderstood`."""

    @abstractmethod
    def check(self, asked: OpenAsk, said: Said) -> Said | Proposal | Together | None:
        """The answer to keep; None if it says that one does not know yet. Raises `NotUnderstood`."""

    @abstractmethod
    def retell(self, view: View, ask: Ask, value: Any) -> str:
        """A kept value in the words of its question; empty if it does not fit."""

    def limits(self, _draft: Draft) -> Limits:
        """What an answer to this question is held to."""
        return Limits()

    def shareable(self, value: Any, known: Collection[str]) -> Any:
        """What of a kept value may go into a copy without words; `known` are the ids that nobody typed."""
        return nobodys_text(value, known)

    def is_secret(self, _view: View, _ask: str) -> bool:
        """Whether nobody may see the answer yet."""
        return False

    def says_more(self, _view: View, _quote: str) -> bool:
        """Whether the words said with an answer say more than the answer itself."""
        return True

    def places(self, _options: Sequence[Option], _value: Any) -> tuple[int, ...]:
        """The places of the options that a value chooses."""
        return ()

    def named(self, _ask: Ask, _typed: str) -> tuple[int, ...]:
        """The places of the options, or rows, that a whole line names while it is typed."""
        return ()

    def value_at(self, options: Sequence[Option], places: Sequence[int]) -> Any:
        """The options at these places as a value. Raises `NotUnderstood` for more than the kind takes."""
        raise NotImplementedError


def sent(kind: Kind, value: Any) -> Said:
    """What a program sent: a text without what a terminal would obey, a value apart from the words sent with it."""
    match value:
        case str() if kind.takes_words:
            return Said(not_too_long(clean(value)))
        case {"choice": choice, "quote": str(quote), **rest} if kind.takes_quote and not rest:
            return Said(choice, clean(quote)) if len(quote) <= LONGEST_TEXT else Said(value)
    return Said(value)


def not_too_long(text: str) -> str:
    """The text. Raises `NotUnderstood` if it is longer than an answer can be."""
    if len(text) > LONGEST_TEXT:
        raise NotUnderstood("problem.long", most=LONGEST_TEXT)
    return text


def with_quote(said: Said) -> Any:
    """The value as it is kept, with the words that were said with it."""
    return {"choice": said.value, "quote": clean(said.quote)} if said.quote else said.value


def nobodys_text(value: Any, known: Collection[str]) -> Any:
    """What of a value is surely nobody's own text: ids, numbers, days, yes and no."""
    match value:
        case dict():  # votes: numbers behind the ids of options, for each group
            return {option_id: nobodys_text(count, known) for option_id, count in value.items() if option_id in known}
        case list():
            return [item for item in value if isinstance(item, str) and item in known]
        case str():
            return value if value in known or ISO_DAY.fullmatch(value) else ""
        case bool() | int() | None:
            return value
    return ""
