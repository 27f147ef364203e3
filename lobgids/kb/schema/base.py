"""The types that every structure of the content is made of, and the structures about the publication."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

# The marks that the type of a string can carry (see `walk`).
TRANSLATED = "translated"
ASKED = "asked"
THIRD_PERSON = "third_person"
REFERS_TO = "refers_to"
TURN_MARK = "turn"
STRENGTH_MARK = "strength"
# What a person reads: extracted for translators and looked up in the catalogue when shown.
Text = Annotated[str, Meta(min_length=1, extra={TRANSLATED: True})]
# A text that is seen before the picture: no model is named in it, and words come from one list.
Asked = Annotated[str, Meta(min_length=1, extra={TRANSLATED: True, ASKED: True})]
# An answer to choose from: it is read aloud in a room too, so it speaks of nobody present.
OptionText = Annotated[str, Meta(min_length=1, extra={TRANSLATED: True, ASKED: True, THIRD_PERSON: True})]
# What the guide says to a mentor in one turn: at most three sentences.
TurnText = Annotated[str, Meta(min_length=1, extra={TRANSLATED: True, TURN_MARK: True})]
# What is good about a description: a short sentence of its own, read aloud in a room too; it may be empty.
StrengthText = Annotated[str, Meta(extra={TRANSLATED: True, ASKED: True, THIRD_PERSON: True, STRENGTH_MARK: True})]
# What may be said of a school to people outside it, such as in a school guide; it may be empty.
OutsideText = Annotated[str, Meta(extra={TRANSLATED: True, ASKED: True, THIRD_PERSON: True})]
# What the guide says back to an answer; it may be empty.
EchoText = Annotated[str, Meta(extra={TRANSLATED: True, ASKED: True})]
OptionalText = Annotated[str, Meta(extra={TRANSLATED: True})]
Id = Annotated[str, Meta(pattern=r"^[a-z0-9_]+([.-][a-z0-9_]+)*$")]
FactId = Annotated[str, Meta(extra={REFERS_TO: "Fact"})]
PillarId = Annotated[str, Meta(extra={REFERS_TO: "Pillar"})]
ThemeId = Annotated[str, Meta(extra={REFERS_TO: "Theme"})]
PreferenceId = Annotated[str, Meta(extra={REFERS_TO: "Preference"})]
AskingId = Annotated[str, Meta(extra={REFERS_TO: "Asking"})]
ContextId = Annotated[str, Meta(extra={REFERS_TO: "Context"})]
DescriptionId = Annotated[str, Meta(extra={REFERS_TO: "Description"})]
EntryId = Annotated[str, Meta(extra={REFERS_TO: "Entry"})]
ModelNumber = Literal[1, 2, 3]
ComponentNumber = Annotated[int, Meta(ge=1, le=12)]
RoleId = Literal["leadership", "deputy", "team_leader", "decaan", "mentor", "subject_teacher"]
DoerId = Literal[RoleId, "someone_else", "nobody"]
Frequency = Literal["zelden", "soms", "vaak", "bijna altijd"]
ActionKind = Literal["talk", "find_out", "begin", "task", "learn", "own"]
Origin = Literal["publication", "guide", "later"]
IsoDay = Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Stars = Annotated[int, Meta(ge=0, le=5)]


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything that can be cited, translated and shown on its own.

    `origin` says where it comes from: the publication (then it, or an entry in it, has `facts`), the guide itself (then
    `facts` are what it fits, if anything), or a later year. `remark` says to readers where the source is uncertain;
    `translators` is a comment for translators.
    """

    id: Id
    facts: tuple[FactId, ...] = ()
    origin: Origin = "publication"
    remark: OptionalText = ""
    translators: str = ""


class Statement(Entry, frozen=True, kw_only=True):
    """Something that is known, in a sentence or two; `models` is empty if it does not depend on the model."""

    text: Text
    models: tuple[ModelNumber, ...] = ()


class Fact(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the index of the publication: where a statement stands and what it is about, without its text."""

    id: str
    section: str
    kind: str
    models: tuple[ModelNumber, ...] = ()
    role: str = ""
    component: int = 0


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An id with the words for it."""

    id: str
    name: Text


class WordChoice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that questions and descriptions avoid, and the word that they use instead."""

    instead_of: str
    use: str


class Telltales(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words, in one language, by which readers guess whether a description is the one that they should want."""

    model: ModelNumber
    language: str
    words: tuple[str, ...]


class Publication(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The source that the facts come from."""

    title: str
    issuer: str
    year: int


class LeftOut(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A fact of which nothing was carried over into the content, and why."""

    fact: FactId
    because: str


class About(Entry, frozen=True, kw_only=True):
    """The knowledge base itself: its name and version, its source, and the words it keeps to."""

    version: str
    name: Text
    publication: Publication
    sections: tuple[Named, ...]
    kinds: tuple[Named, ...]
    words: tuple[WordChoice, ...]
    labels: tuple[str, ...]
    telltales: tuple[Telltales, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class Word(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A word that schools of a model use for what others call by the usual word."""

    usual: Text
    here: Text
