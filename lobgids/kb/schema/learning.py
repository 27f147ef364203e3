"""Competences, ways of learning, and the levels of an evaluation."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from lobgids.kb.schema.base import (
    ActionKind,
    AskingId,
    ContextId,
    Entry,
    ModelNumber,
    OptionalText,
    PreferenceId,
    RoleId,
    Stars,
    Statement,
    Text,
    ThemeId,
)


class LearningForm(Statement, frozen=True, kw_only=True):
    """A form of professionalisation, also as an action in a plan.

    `title` is the action's name; `begin` is how to begin with it, `success` what can be seen when it worked, and
    `count` a question whose answer is a number that shows it, in the same words before and after. `preferences` has
    the learning preferences that it suits, by the guide's own reading.
    """

    title: Text
    begin: Text
    success: Text
    count: Text
    preferences: tuple[PreferenceId, ...] = ()


class StarRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a competence applies to a role's LOB work in a model; 0 is an empty cell: "niet ingevuld"."""

    model: ModelNumber
    team_leader: Stars = 0
    decaan: Stars = 0
    mentor: Stars = 0
    subject_teacher: Stars = 0


class Competence(Entry, frozen=True, kw_only=True):
    """One of the seven SBL competences of 2011."""

    number: Annotated[int, Meta(ge=1, le=7)]
    name: Text
    about: Text
    context: ContextId
    stars: Annotated[tuple[StarRow, ...], Meta(min_length=3, max_length=3)]


class Professionalisation(Entry, frozen=True, kw_only=True):
    """How a school of one model professionalises its people for LOB."""

    model: ModelNumber
    description: tuple[Statement, ...]
    characteristics: tuple[Statement, ...]


class Preference(Entry, frozen=True, kw_only=True):
    """One of the five learning preferences of Ruijters and Simons; `own` is how one says of oneself that it fits."""

    name: Text
    own: Text
    about: tuple[Statement, ...]
    forms: tuple[Statement, ...]
    limits: tuple[Statement, ...] = ()


class After(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How many days after the start or the end of an action something is."""

    days: Annotated[int, Meta(ge=0, le=730)]
    since: Literal["start", "end"]


class Asking(Entry, frozen=True, kw_only=True):
    """A way to ask evaluation questions: whom and how many, who gathers the answers, where they go, and when.

    The day is worked out with `after`; `moment` says it in words for an action without a day. Where `goes_to` is empty,
    that of the level holds.
    """

    respondent: Literal["participants", "leadership", "team_leader", "decaan", "mentor", "subject_teacher", "students"]
    how_many: Text
    collector: RoleId = "decaan"
    goes_to: OptionalText = ""
    moment: Text
    after: After


class Pattern(Entry, frozen=True, kw_only=True):
    """An evaluation question that stands under the title of an action of the plan, whatever its words are.

    It fits actions of these `kinds` (empty: of every kind) that are on one of these `themes` and for one of these
    `roles` (empty: any or none). What is asked `now` too is there to compare with later.
    """

    text: Text
    form: Literal["scale", "open"]
    asking: AskingId
    kinds: tuple[ActionKind, ...] = ()
    themes: tuple[ThemeId, ...] = ()
    roles: tuple[RoleId, ...] = ()
    now: bool = False


class Level(Entry, frozen=True, kw_only=True):
    """One of Kirkpatrick's four levels of evaluation; `goes_to` says where its answers go, if the asking does not."""

    number: Annotated[int, Meta(ge=1, le=4)]
    name: Text
    about: Text
    goes_to: Text
    askings: Annotated[tuple[Asking, ...], Meta(min_length=1)]
    questions: Annotated[tuple[Pattern, ...], Meta(min_length=3)]


class Tip(Statement, frozen=True, kw_only=True):
    """A piece of advice; `topic` says when it is useful."""

    topic: Literal["start", "support", "learning"]
