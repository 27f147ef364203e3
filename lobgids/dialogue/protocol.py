"""What the engine and its front ends say to each other, as plain data (see `docs/protocol.md`).

Out: `Heard`, `Say`, `Ask`, `Problem`, `Result`. In: `Answer`, `Words`, `Move`. A front end holds no dialogue logic.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from lobgids.log.events import TrackName

VERSION = 2
"""Of this protocol. 1 had no `at`, no requests, nothing of what was heard, and no ids of problems."""

AskKind = Literal["choice", "multi", "text", "number", "date", "votes", "confirm", "scale", "grid", "fields"]
MoveName = Literal[
    "back", "skip", "why", "example", "source", "pause", "conclude", "reveal", "note", "jump", "edit", "language"
]


class Option(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer that can be chosen; its id is never shown to a person. One that stands `alone` goes with no other."""

    id: str
    text: str
    alone: bool = False


class Bar(Struct, frozen=True, kw_only=True):
    """How many chose an option, all together and in each group that was counted apart; `letter` is as it was shown.

    The option that one does not know has no letter. There is no `count` if fewer than ten people voted, and there are
    no counts of `groups` if one of these is as small: they are told in words.
    """

    id: str
    letter: str
    text: str
    count: int | None = None
    groups: dict[str, int] = {}  # msgspec copies it


class Tally(Struct, frozen=True, kw_only=True):
    """The votes of a round that everybody has seen, a bar for each option, and how all of them are spread.

    `camps` are the letters of the descriptions that many chose. `told` is how all voted in words, `groups` how each
    group that was counted apart did; these stand in place of counts that are not told.
    """

    round: int
    spread: Literal["agree", "two", "over", "unknown"]
    bars: tuple[Bar, ...]
    camps: tuple[str, ...] = ()
    told: str = ""
    groups: dict[str, str] = {}  # msgspec copies it


class Heard(Struct, frozen=True, kw_only=True, tag_field="type", tag="heard"):
    """What the person said, in the words of the question; it comes before what the guide says to it."""

    text: str


class Say(Struct, frozen=True, kw_only=True, tag_field="type", tag="say", omit_defaults=True):
    """Something the guide says; with a `heading` something begins here, of this name: a pillar, or a role."""

    id: str
    text: str
    heading: str = ""


class Ask(Struct, frozen=True, kw_only=True, tag_field="type", tag="ask", omit_defaults=True):
    """A question. `progress` is answered / (answered + foreseen asks), from 0 to 1.

    `standing` is the answer that stands, where one comes back to a question (votes are not told before they are
    revealed), at a date also the one that was taken back; `same` says that the answer "same" can be given: resting on
    the same as the answer before. `groups` are the groups that vote apart, `tallies` the rounds of votes that everybody
    has seen. A grid has `rows`, each a question of its own of the kind `row_kind` with these options; its id is that of
    the first. So is that of the kind `fields`, whose `fields` are questions of any kind, each with a label as its text;
    those that are `optional` may well stay open.

    What an answer is held to, with 0 for no such bound: `optional` says that an empty text goes on, `least` and `most`
    bound a number (of votes each count), of several options at least `least` and at most `limit` are chosen, and own
    words have at most `longest` characters. `at` is how many events there were when it was sent: only then is it set,
    as the question itself stays the same whatever else happens.
    """

    id: str
    kind: AskKind
    text: str
    chapter: str
    progress: Annotated[float, Meta(ge=0, le=1)]
    options: tuple[Option, ...] = ()
    pillar: str = ""
    component: int = 0
    standing: Any = None
    same: bool = False
    groups: tuple[Option, ...] = ()
    tallies: tuple[Tally, ...] = ()
    rows: tuple[Option, ...] = ()
    row_kind: AskKind | Literal[""] = ""
    fields: tuple["Ask", ...] = ()
    optional: bool = False
    least: int = 0
    most: int = 0
    limit: int = 0
    longest: int = 0
    at: int | None = None

    @property
    def together(self) -> tuple[str, ...]:
        """The ids of the questions that it asks at once; empty if it is one question."""
        return tuple(one.id for one in self.rows or self.fields)


class Problem(Struct, frozen=True, kw_only=True, tag_field="type", tag="error"):
    """One sentence on why an input could not be taken, and the id of its entry; the same ask comes again."""

    id: str
    text: str


class Result(Struct, frozen=True, kw_only=True, tag_field="type", tag="result", omit_defaults=True):
    """What the conversation comes to, at any moment; `interim` until it is finished.

    `decide_by` is the day (YYYY-MM-DD) on which what in the plan needs a decision has to be known, empty if that is not
    known. `group` is what only a workshop has: who was there, the votes, what was agreed on, what was parked.
    """

    track: TrackName
    interim: bool
    school: dict[str, Any]
    pillars: dict[str, Any]
    components: dict[str, Any]
    why: list[Any]
    would_change: list[Any]
    direction: dict[str, Any]
    conditions: list[Any]
    tensions: list[Any]
    find_out: list[Any]
    advice: dict[str, Any]
    plan: list[Any]
    decide_by: str
    signs: list[Any]
    evaluation: dict[str, list[Any]]
    group: dict[str, Any] = {}  # msgspec copies it


class MentorResult(Struct, frozen=True, kw_only=True, tag_field="type", tag="result"):
    """What a new mentor's conversation comes to, at any moment; `interim` until it is finished."""

    track: Literal["mentor"]
    interim: bool
    school: dict[str, Any]
    referral: dict[str, Any]
    tasks: list[Any]
    cases: list[Any]
    later: list[str]
    skills: dict[str, int]
    learning: dict[str, Any]
    plan: dict[str, Any]
    find_out: list[Any]


Output = Heard | Say | Ask | Problem | Result | MentorResult


class Given(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every input can say of the question that it is for: its `ask`, and `at` how many events it was asked.

    Where one of these does not fit the open question, the input is not taken.
    """

    ask: str = ""
    at: Annotated[int, Meta(ge=0)] | None = None


class Answer(Given, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer: an option's id, several ids, a number, a yes or no, a date (YYYY-MM-DD), votes, or one of each row."""

    answer: str | list[str] | int | bool | dict[str, Any]


class Words(Given, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One's own words: the answer to a text question, elsewhere a quote or the beginning of an option."""

    text: str


class Move(Given, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything else that one can do at a question."""

    move: MoveName
    to: str = ""
    text: str = ""


Input = Answer | Words | Move


def read_input(line: str | bytes) -> Input | None:
    """The input in a line of JSON; None if the line holds none."""
    try:
        values = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    if not isinstance(values, dict):
        return None
    kinds: tuple[tuple[str, type[Answer] | type[Move] | type[Words]], ...] = (
        ("answer", Answer), ("move", Move), ("text", Words),
    )  # fmt: skip
    for key, type_ in kinds:
        if key in values:
            try:
                return msgspec.convert(values, type_)
            except msgspec.ValidationError:
                return None
    return None
