"""A question before it is asked: what a chapter makes of an entry of the content, with what the moves need of it."""

from collections.abc import Iterable, Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from lobgids.dialogue.protocol import AskKind, Option, Say, Tally
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import filled
from lobgids.kb.schema.base import Origin
from lobgids.kb.schema.guide import Question

Found = TypeVar("Found")


class NoSuchQuestionError(LookupError):
    """No question has this id, or none any more: an older content had it, or a hand wrote it into a document."""

    def __init__(self, ask: str) -> None:
        super().__init__(ask)
        self.ask = ask


class Row(Struct, frozen=True, kw_only=True):
    """What makes a question a row of a grid: the grid's name, what is asked of all its rows, and this one's text.

    Rows that are `alike` have the same kind and options; others are the fields of a form, of which an `optional` one
    may well stay open. `in_other_words` and `why` are about all rows; without them those of the first row explain it.
    """

    grid: str
    asked: str
    text: str
    alike: bool = True
    optional: bool = False
    in_other_words: str = ""
    why: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    """A question with what one may ask about it.

    `facts` are what it rests on or, if its `origin` is the guide, what it fits; `about` has the ids of the entries
    of which one may want to hear what is told beside them (see `kb.beside`). `options` are in the order of the
    content; the engine mixes them if `mixed`. `find_out` is what to do after 'dat weet ik nog niet'; without it a
    skip is only a skip. `optional`: an empty text is an answer too. Of several at least `least` are chosen, and at
    most `limit` if that is not 0. `groups` vote apart; `tallies` are the votes that everybody has seen. With a
    `row` it can be asked with the others of its grid, whose draft has them as `rows` of the kind `row_kind`, or as
    `fields` by their ids. `told` is what 'in other words' tells of each option or field, by its id. Words that
    choose none of the options answer the ask `words_answer`, if there is one. `beside` are ids that an answer in words
    may hold though no option shows them. `if_several` is the phrase that is
    said to several answers where one is asked; empty where two options may both be so. `called` has the words by
    which people call an option, by its id, where these are people.
    """

    kind: AskKind
    text: str
    in_other_words: str = ""
    why: str = ""
    options: tuple[Option, ...] = ()
    facts: tuple[str, ...] = ()
    origin: Origin = "guide"
    about: tuple[str, ...] = ()
    find_out: tuple[str, ...] = ()
    pillar: str = ""
    component: int = 0
    mixed: bool = False
    optional: bool = False
    least: int = 1
    most: int = 4
    limit: int = 0
    groups: tuple[Option, ...] = ()
    tallies: tuple[Tally, ...] = ()
    row: Row | None = None
    rows: tuple[Option, ...] = ()
    row_kind: AskKind | Literal[""] = ""
    fields: dict[str, "Draft"] = {}  # msgspec copies it
    told: tuple[Say, ...] = ()
    words_answer: str = ""
    beside: tuple[str, ...] = ()
    if_several: str = "problem.one"
    called: dict[str, tuple[str, ...]] = {}  # msgspec copies it


def from_question(  # noqa: PLR0913  # a question has these parts
    base: KnowledgeBase, question_id: str, *, options: Sequence[Option] | None = None, mixed: bool = False,
    limit: int = 0, nth: int = 0, **fill: str,
) -> Draft:  # fmt: skip
    """The draft of a question of the guide; `options` replace its own, `fill` what stands in braces.

    `nth`: how many of its kind come before it in a conversation, which words it another way.
    """
    question = find_question(base, question_id)
    own_options = tuple(Option(id=choice.id, text=choice.text, alone=choice.alone) for choice in question.options)
    return Draft(
        kind=question.kind,
        text=filled(wording(question, nth), fill),
        in_other_words=filled(question.in_other_words, fill),
        why=filled(question.why, fill),
        options=own_options if options is None else tuple(options),
        facts=question.facts,
        origin=question.origin,
        about=(question.id,),
        find_out=(filled(question.find_out, fill),) if question.find_out else (),
        optional=question.optional,
        mixed=mixed,
        limit=limit,
    )


def wording(question: Question, nth: int) -> str:
    """The text of a question the first time, and those for later times in turn."""
    return question.again[(nth - 1) % len(question.again)] if nth and question.again else question.text


def find_question(base: KnowledgeBase, question_id: str) -> Question:
    """The question with this id. Raises `NoSuchQuestionError`."""
    try:
        return base.question(question_id)
    except KeyError:
        raise NoSuchQuestionError(question_id) from None


def asked_about(found: Iterable[Found], ask: str) -> Found:
    """What an ask is about: the first that was found. Raises `NoSuchQuestionError` if none was."""
    for thing in found:
        return thing
    raise NoSuchQuestionError(ask)
