"""What the guide says and asks, its words, and the calendar."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from lobgids.kb.schema.base import Asked, Entry, EntryId, IsoDay, OptionalText, Statement, Text


class Length(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How long a chapter usually is: the words to read, and how many asks and seconds it takes to answer them.

    `form` is empty for a track that has no forms. Measured by `docs/make_lengths.py`, never written by hand.
    """

    track: Literal["decaan", "mentor"]
    form: Literal["", "short", "full"] = ""
    chapter: str
    words: Annotated[int, Meta(ge=0)]
    asks: Annotated[int, Meta(ge=1)]
    seconds: Annotated[int, Meta(ge=0)]


class Explanation(Entry, frozen=True, kw_only=True):
    """What the guide tells about itself, the models and the chapters, in a few statements."""

    title: Text
    statements: tuple[Statement, ...]


class SharedAnswer(Entry, frozen=True, kw_only=True):
    """An answer that many questions share, such as what an answer rests on; `together` is how a group says it.

    One that stands `alone` goes with no other answer.
    """

    group: Literal["situation", "basis", "recency", "doer"]
    text: Asked
    together: OptionalText = ""
    alone: bool = False


class Term(Entry, frozen=True, kw_only=True):
    """A word that a newcomer may not know; `also` lists other forms by which a text may name it."""

    term: Text
    meaning: Text
    also: tuple[Text, ...] = ()


class Addition(Entry, frozen=True, kw_only=True):
    """What changed after the publication, with its year; 0 for what is of no one year."""

    year: int = 0
    text: Text
    about: Annotated[tuple[EntryId, ...], Meta(min_length=1)]
    certainty: Literal["certain", "likely"]


class QuestionOption(Entry, frozen=True, kw_only=True):
    """An answer to choose at a question of the guide; one that stands `alone` goes with no other answer."""

    text: Asked
    alone: bool = False


class Question(Entry, frozen=True, kw_only=True):
    """A question of the guide apart from the situations: what one is welcomed with, the assignment, the ambition.

    `id` is the ask's id. `fill` names what stands in braces in its texts. With `optional`, an empty answer goes on.
    `find_out` is kept as something to find out when the answer is 'dat weet ik nog niet'.
    """

    kind: Literal["choice", "multi", "text", "number", "date", "votes", "confirm", "scale"]
    text: Text
    in_other_words: Text
    why: Text
    fill: tuple[str, ...] = ()
    options: tuple[QuestionOption, ...] = ()
    optional: bool = False
    find_out: OptionalText = ""


class Phrase(Entry, frozen=True, kw_only=True):
    """Something the guide says; one of the variants is taken, always the same one at the same place.

    `fill` names what stands in braces in the variants.
    """

    variants: Annotated[tuple[Text, ...], Meta(min_length=1)]
    fill: tuple[str, ...] = ()


class Span(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The first and the last free day of a year's holiday, in some regions or (where none are named) everywhere."""

    year: int
    begins: IsoDay
    ends: IsoDay
    regions: tuple[Literal["noord", "midden", "zuid"], ...] = ()


class Holiday(Entry, frozen=True, kw_only=True):
    """When schools are free; nothing is known of years that are not there.

    `name` stands within a sentence; `called` is how somebody names it in any language that is read, without capitals.
    A `public` one is a day on which not every school is closed.
    """

    name: Text
    called: tuple[str, ...]
    kind: Literal["school", "public"]
    source: str
    spans: Annotated[tuple[Span, ...], Meta(min_length=1)]
