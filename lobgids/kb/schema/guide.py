"""The phrases and questions of the guide, the glossary, and the calendar."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from lobgids.kb.schema.base import Asked, Entry, EntryId, IsoDay, OptionalText, Statement, Text


class Length(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a chapter usually is: the words to read, the asks, and the seconds that it takes to answer these.

    `form` is empty for a track that has no forms. Measured by `docs/make_lengths.py`, never written by hand.
    """

    track: Literal["decaan", "mentor"]
    form: Literal["", "short", "full"] = ""
    chapter: str
    words: Annotated[int, Meta(ge=0)]
    asks: Annotated[int, Meta(ge=1)]
    seconds: Annotated[int, Meta(ge=0)]


class Explanation(Entry, frozen=True, kw_only=True):
    """What the guide says about itself, the models and the chapters, in a few statements."""

    title: Text
    statements: tuple[Statement, ...]


class SharedAnswer(Entry, frozen=True, kw_only=True):
    """An answer that many questions share, such as a basis; `together` is how a group says it.

    One that stands `alone` cannot be combined with another answer.
    """

    group: Literal["situation", "basis", "recency", "doer"]
    text: Asked
    together: OptionalText = ""
    alone: bool = False


class Term(Entry, frozen=True, kw_only=True, cache_hash=True):
    """A word that a newcomer may not know; `also` lists other forms by which a text may name it."""

    term: Text
    meaning: Text
    also: tuple[Text, ...] = ()


class Addition(Entry, frozen=True, kw_only=True):
    """What changed after the publication, with its year; 0 if it is of no particular year.

    It is told beside the entries that it is `about`, for these `school_parts` (empty: for all). `source` is who says
    so, and when; `pages` are where one reads it.
    """

    year: int = 0
    text: Text
    about: Annotated[tuple[EntryId, ...], Meta(min_length=1)]
    school_parts: tuple[Literal["vmbo", "havo", "vwo"], ...] = ()
    certainty: Literal["certain", "likely"]
    source: str = ""
    pages: tuple[str, ...] = ()


class QuestionOption(Entry, frozen=True, kw_only=True):
    """An option of a question; one that stands `alone` cannot be combined with another option."""

    text: Asked
    alone: bool = False


class Question(Entry, frozen=True, kw_only=True):
    """A question of the guide other than the situations: the welcome, the assignment, the ambition and so on.

    `id` is the ask's id. `fill` names the words in braces in its texts. If `optional`, an empty answer is accepted.
    `find_out` is listed as something to find out if the answer is 'dat weet ik nog niet'. `again` has other wordings of
    `text`, in turn, for when the like was asked before in this conversation.
    """

    kind: Literal["choice", "multi", "text", "number", "date", "votes", "confirm", "scale"]
    text: Text
    again: tuple[Text, ...] = ()
    in_other_words: Text
    why: Text
    fill: tuple[str, ...] = ()
    options: tuple[QuestionOption, ...] = ()
    optional: bool = False
    find_out: OptionalText = ""


class Phrase(Entry, frozen=True, kw_only=True):
    """Something the guide says, in one or more variants (see `phrasing`); `fill` names the words in braces in them."""

    variants: Annotated[tuple[Text, ...], Meta(min_length=1)]
    fill: tuple[str, ...] = ()


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first and the last free day of a holiday in a year; `regions` is empty if it is everywhere."""

    year: int
    begins: IsoDay
    ends: IsoDay
    regions: tuple[Literal["noord", "midden", "zuid"], ...] = ()


class Holiday(Entry, frozen=True, kw_only=True):
    """A holiday: when schools are free, in the years that are listed.

    `name` stands within a sentence; `called` has the names that people use in any language that is read, in lower case.
    A `public` one is a day on which not every school is closed.
    """

    name: Text
    called: tuple[str, ...]
    kind: Literal["school", "public"]
    source: str
    spans: Annotated[tuple[Span, ...], Meta(min_length=1)]
