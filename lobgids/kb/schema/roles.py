"""The roles with their tasks, the themes of who does what, and the actions."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from lobgids.kb.schema.base import (
    Asked,
    ComponentNumber,
    DoerId,
    Entry,
    EntryId,
    Frequency,
    Id,
    ModelNumber,
    RoleId,
    Statement,
    Text,
    ThemeId,
)
from lobgids.kb.schema.learning import LearningForm


class Task(Statement, frozen=True, kw_only=True):
    """A task of a role in a model, and the theme by which the guide asks about it.

    The role does that theme in that model. What it does beside others in their theme, such as to send a student on to
    them, has a `component` instead: of such a task only its own tick tells whether it happens.
    `short` names it in a few words that follow "wat de rol doet:" ('het jaarplan maken'), so in the infinitive; `step`
    is the sentence or two in which the decaan reads how to begin where it is still open.
    """

    theme: ThemeId = ""
    component: ComponentNumber = 0
    short: Text
    step: Text


class RolePart(Entry, frozen=True, kw_only=True):
    """What a role is in one model: its LOB role, tasks, competences and professionalisation.

    A list is empty if the publication gives nothing there, and the guide says so.
    """

    model: ModelNumber
    title: Text
    text: Text
    tasks: tuple[Task, ...] = ()
    head: tuple[Statement, ...] = ()
    hands: tuple[Statement, ...] = ()
    heart: tuple[Statement, ...] = ()
    team: tuple[Statement, ...] = ()
    content: tuple[Statement, ...] = ()
    forms: tuple[LearningForm, ...] = ()


class Role(Entry, frozen=True, kw_only=True):
    """One of the six roles, with its part in each model (a deputy has two parts in model 2).

    `one` and `many` are its singular and plural within a sentence.
    """

    id: RoleId
    name: Text
    one: Text
    many: Text
    about: Text
    parts: Annotated[tuple[RolePart, ...], Meta(min_length=3)]


class DoneBy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which roles do it in each model."""

    model1: Annotated[tuple[DoerId, ...], Meta(min_length=1)]
    model2: Annotated[tuple[DoerId, ...], Meta(min_length=1)]
    model3: Annotated[tuple[DoerId, ...], Meta(min_length=1)]


class ThemeFit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How often a school of each model would name this doer."""

    doer: DoerId
    model1: Frequency
    model2: Frequency
    model3: Frequency


class Theme(Entry, frozen=True, kw_only=True):
    """Something in LOB that somebody does: 'wie doet dit meestal?'; `short` ones are asked in the short form too.

    `row` says it in a few words where all themes are asked at once.
    """

    name: Asked
    row: Asked
    question: Asked
    in_other_words: Asked
    why: Asked
    component: ComponentNumber
    short: bool = False
    done_by: DoneBy
    fits: Annotated[tuple[ThemeFit, ...], Meta(min_length=8, max_length=8)]


class ConditionEntry(Statement, frozen=True, kw_only=True):
    """What a school has to provide for learning to work."""

    topic: Literal["leadership", "culture", "vision", "time", "money", "coherence", "support"]


class Instead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same as it is told where a school has no such `role`, and who takes the lead then."""

    id: Id
    role: RoleId
    owner: RoleId
    title: Text
    how: Text


class Approach(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An action as it would stand in a plan: its name, and how to begin with it."""

    title: Text
    how: Text
    instead: tuple[Instead, ...] = ()


class ThemeAction(Entry, frozen=True, kw_only=True):
    """What to do about a theme in one model: to `begin` with it, or to make it `stronger` where it happens already.

    `success` is what can be seen when it worked, and `count` a question whose answer is a number that shows it, in the
    same words before and after; `owner` is the role that would take the lead. No model is named: plans are read by
    others.
    """

    theme: ThemeId
    owner: RoleId
    begin: Approach
    stronger: Approach
    success: Text
    count: Text


class ModelActions(Entry, frozen=True, kw_only=True):
    """What can be done in a school of one model, theme by theme in the order of doing."""

    model: ModelNumber
    actions: Annotated[tuple[ThemeAction, ...], Meta(min_length=1)]


class Transition(Entry, frozen=True, kw_only=True):
    """A step from one stage to the next, or to the previous.

    `text` says what changes, `tension` what may cause friction on the way, and `milestone` what shows that the step was
    made.
    """

    start: ModelNumber
    goal: ModelNumber
    text: Text
    tension: Text
    milestone: Text


class TensionEntry(Entry, frozen=True, kw_only=True):
    """Something that may cause friction, or a point on which the publication itself is two-sided."""

    kind: Literal["tension", "warning", "two-sided"]
    name: Text
    text: Text
    about: tuple[EntryId, ...] = ()
