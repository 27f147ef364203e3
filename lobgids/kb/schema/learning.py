"""Competences, ways of learning, and the levels of an evaluation."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from lobgids.kb.schema.base import (
    ActionKind,
    ContextId,
    Entry,
    ModelNumber,
    PreferenceId,
    Stars,
    Statement,
    Text,
    ThemeId,
)


class LearningForm(Statement, frozen=True, kw_only=True):
    """A form of professionalisation, also as an action in a plan.

    `title` is the action's name; `subject` names it within a sentence, with its article ('de training op school');
    `begin` is how to begin with it, `success` what can be seen when it worked, and `count` a question whose
    answer is a number that shows it, in the same words before and after. `preferences` has the learning preferences
    that it suits, by the guide's own reading.
    """

    title: Text
    subject: Text
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
    """One of the five learning preferences of Ruijters and Simons."""

    name: Text
    about: tuple[Statement, ...]
    forms: tuple[Statement, ...]
    limits: tuple[Statement, ...] = ()


class Pattern(Entry, frozen=True, kw_only=True):
    """An evaluation question for an action of the plan.

    `{subject}` (the action, with its article), `{role}` (whom it is for, in the plural) and `{date}` are filled in. It
    fits actions of these `kinds` (empty: of every kind) that are on one of these `themes` (empty: on any or none).
    """

    text: Text
    respondent: Literal["participants", "leadership", "team_leader", "decaan", "mentor", "subject_teacher", "students"]
    moment: Text
    kinds: tuple[ActionKind, ...] = ()
    themes: tuple[ThemeId, ...] = ()


class Level(Entry, frozen=True, kw_only=True):
    """One of Kirkpatrick's four levels of evaluation."""

    number: Annotated[int, Meta(ge=1, le=4)]
    name: Text
    about: Text
    questions: Annotated[tuple[Pattern, ...], Meta(min_length=3)]


class Tip(Statement, frozen=True, kw_only=True):
    """A piece of advice; `topic` says when it is useful."""

    topic: Literal["start", "support", "learning"]
