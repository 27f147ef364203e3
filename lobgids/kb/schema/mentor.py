"""What the guide says to a new mentor: cases, kinds of school, the sheet."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from lobgids.kb.schema.base import (
    ASKED,
    TRANSLATED,
    TURN_MARK,
    Asked,
    Entry,
    ModelNumber,
    OptionalText,
    OptionText,
    PreferenceId,
    RoleId,
    Statement,
    Text,
    ThemeId,
    TurnText,
)
from lobgids.kb.schema.school import Fits


class SaidIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is said for a school of one model instead of what is said for all."""

    model: ModelNumber
    text: TurnText


class Way(Entry, frozen=True, kw_only=True):
    """A way to act in a case, with feedback on what it brings and what it asks; never a mark.

    `by_model` is said instead of `feedback` if the models differ and the school's model is known.
    """

    text: TurnText
    feedback: TurnText
    by_model: tuple[SaidIn, ...] = ()


class Saying(Entry, frozen=True, kw_only=True):
    """Something that the guide says to a mentor in one turn."""

    text: TurnText


class Case(Entry, frozen=True, kw_only=True):
    """A short scene from a mentor's week, made up for this guide; the `opening` one begins the conversation.

    `lob` says why it is LOB. `everywhere` is said after any way, in every school: a case that has it is about safety
    and does not differ by model. `later` has what changed since the publication, with its year.
    """

    name: Text
    opening: bool = False
    scene: TurnText
    question: TurnText
    lob: TurnText
    ways: Annotated[tuple[Way, ...], Meta(min_length=3, max_length=3)]
    everywhere: tuple[Saying, ...] = ()
    later: tuple[Saying, ...] = ()


class Scene(Entry, frozen=True, kw_only=True):
    """One school day in a school of a model, without naming it; `heard` says back what such a school is like."""

    model: ModelNumber
    text: Annotated[str, Meta(min_length=1, extra={TRANSLATED: True, ASKED: True, TURN_MARK: True})]
    heard: Asked


class NewcomerOption(Entry, frozen=True, kw_only=True):
    """What a newcomer may have seen or heard."""

    model: ModelNumber
    text: OptionText
    fits: Fits


class NewcomerQuestion(Entry, frozen=True, kw_only=True):
    """A question about the school that a newcomer can answer in the first weeks; `ask_whom` is kept if they cannot."""

    question: Asked
    in_other_words: Asked
    why: Asked
    options: Annotated[tuple[NewcomerOption, ...], Meta(min_length=3, max_length=3)]
    ask_whom: Asked


class LobTurn(Saying, frozen=True, kw_only=True):
    """One of the five turns on LOB in a school: `topic` is the same word in each of them.

    Who wants to know more is told `more`, and can take `ask` to the decaan.
    """

    topic: Literal["what_for", "when", "who", "how", "parents"]
    title: Text
    more: TurnText
    ask: Text


class MentorTask(Saying, frozen=True, kw_only=True):
    """A task of a mentor, said to the mentor; `first` marks those to begin with. `theme` is what it belongs to.

    `when` asks for the day. `ask` is what one asks the decaan if nobody told of the task; in a school that one does not
    know, nothing was left untold.
    """

    when: Text
    ask: OptionalText = ""
    theme: ThemeId
    first: bool = False


class OfRole(Saying, frozen=True, kw_only=True):
    """What somebody in another role does, or what to ask them."""

    role: RoleId


class NotYours(OfRole, frozen=True, kw_only=True):
    """What a mentor need not do, as it is somebody else's; `theme` is what it belongs to, if there is one for it."""

    theme: ThemeId = ""


class Skill(Saying, frozen=True, kw_only=True):
    """What the work asks of a mentor, by head, hands or heart; `learn` names it as something to learn."""

    aspect: Literal["head", "hands", "heart"]
    learn: Text


class Orientation(Entry, frozen=True, kw_only=True):
    """What is said to a new mentor about a school of one model; model 0 is a school that is not known yet.

    `small` says that the mentor's part is small, if it is; `short` describes such a school to a mentor elsewhere.
    The mentor is asked about the `skills` with an aspect in `asked`; `forms` says which ways of learning there are.
    """

    model: Literal[0, 1, 2, 3]
    turns: Annotated[tuple[LobTurn, ...], Meta(min_length=5, max_length=5)]
    short: tuple[Saying, ...] = ()
    small: tuple[Saying, ...] = ()
    tasks: Annotated[tuple[MentorTask, ...], Meta(min_length=3)]
    not_yours: tuple[NotYours, ...] = ()
    beside: Annotated[tuple[OfRole, ...], Meta(min_length=3)]
    referral: Saying
    asked: tuple[Literal["head", "hands", "heart"], ...]
    skills: Annotated[tuple[Skill, ...], Meta(min_length=3, max_length=3)]
    forms: Saying
    talk_to: Annotated[tuple[OfRole, ...], Meta(min_length=2)]


class Liking(Entry, frozen=True, kw_only=True):
    """An answer to an either-or question, and the learning preference that it points to."""

    text: Text
    preference: PreferenceId


class EitherOr(Entry, frozen=True, kw_only=True):
    """A question with two ways to go about something, both good."""

    question: TurnText
    options: Annotated[tuple[Liking, ...], Meta(min_length=2, max_length=2)]


class Learned(Saying, frozen=True, kw_only=True):
    """What follows from how one likes to learn: a preference (empty: something of each), and where that falls short."""

    name: Text
    preferences: tuple[PreferenceId, ...] = ()
    limits: TurnText


class OwnEvaluation(Saying, frozen=True, kw_only=True):
    """A question to look back with in autumn, on one of Kirkpatrick's levels, for the mentor or for students."""

    level: Literal["reaction", "learning", "behaviour", "result"]
    respondent: Literal["self", "students"]


class Autumn(Entry, frozen=True, kw_only=True):
    """What a mentor can put on the sheet for the coming weeks."""

    questions: tuple[Statement, ...]
    evaluation: Annotated[tuple[OwnEvaluation, ...], Meta(min_length=4)]
