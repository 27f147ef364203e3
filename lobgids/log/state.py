"""The state of a conversation: the fold of its events, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from lobgids.log.ask_ids import FORM, KEEP_EDIT, PICTURE, is_understood
from lobgids.log.events import RESUMED, Event, choice_of

ANSWERING = frozenset({"answered", "skipped", "confirmed", "planned", "voted", "revealed", "edited"})
REMEMBERED = ANSWERING | {"concluded", "proposed"}
"""The events that 'back' takes back."""

LATER = "later"
"""What a proposal says of itself that is not confirmed at once: one goes on, and it is put later among others."""


class StandingAnswer(Struct, frozen=True):
    """The last standing answer to an ask; `value` is None if the ask was skipped, or told in own words.

    `heard` is the option that comes closest to these words, until one said whether it does; it is no answer yet.
    """

    value: Any = None
    quote: str = ""
    heard: str = ""

    @property
    def skipped(self) -> bool:
        """Whether there is no answer: 'dat weet ik nog niet'."""
        return self.value is None and not self.heard


class Note(Struct, frozen=True):
    """A remark of the user, kept with the ask; `own_words` says that it was given instead of a choice."""

    ask: str
    text: str
    own_words: bool = False


class Edit(NamedTuple):
    """A new answer to an ask, and the asks whose answers were about the previous answer."""

    ask: str
    standing: StandingAnswer
    drops: tuple[str, ...] = ()


class Proposal(Struct, frozen=True):
    """An answer that was understood and waits to be confirmed: the words, if any, and the values they may stand for.

    `doubts` has the ids of what is odd about it. All of it was worked out when it was said, and is never worked out
    again, so that a replay gives the same.
    """

    ask: str
    words: str
    choices: tuple[Any, ...]
    doubts: tuple[str, ...]


class UndoRecord(Struct, frozen=True):
    """What one answer changed, so that it can be taken back exactly.

    The other fields are those of the state before it; `answers` has all answers, if more than the one at `ask` changed.
    `note` is one that came with it.
    `same_turn` says that it was given together with the one before it, and is taken back with it.
    """

    ask: str
    standing: StandingAnswer | None
    position: str
    focus: str
    proposed: Edit | Proposal | None
    concluded: str
    answers: dict[str, StandingAnswer] | None = None
    same_turn: bool = False
    note: Note | None = None


class State(Struct):
    """Answers by ask, and where the conversation is.

    `position` is the ask last answered, `focus` one that is asked next whatever the route says (after a jump or to
    edit), `proposed` an edit that waits to be kept or an answer that waits to be confirmed, `concluded` how far
    'conclude now' skipped: to the picture or to the end.
    """

    language: str = ""
    answers: dict[str, StandingAnswer] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    position: str = ""
    focus: str = ""
    proposed: Edit | Proposal | None = None
    concluded: Literal["", "picture", "end"] = ""
    history: list[UndoRecord] = field(default_factory=list)

    def apply(self, event: Event) -> None:
        """Take in the next event; one that makes no sense here changes nothing."""
        remembered = len(self.history)
        self._happen(event)
        if event.same_turn and len(self.history) > remembered > 0:
            self.history[-1] = replace(self.history[-1], same_turn=True)

    @property
    def last_turn(self) -> int:
        """How many answers the last turn with an answer has: several if a grid or form was answered at once."""
        counts = (count for count, record in enumerate(reversed(self.history), 1) if not record.same_turn)
        return next(counts, 0)

    def _happen(self, event: Event) -> None:
        if event.kind == "revealed" and choice_of(event.value) is not True:
            return
        if event.kind in ANSWERING:
            self._answer(event)
        elif event.kind == "taken_back" and self.history:
            self._take_back()
        elif event.kind == "noted":
            self._note(event)
        elif event.kind == "proposed":
            self._propose(event)
        elif event.kind == "jumped":
            self._jump(event.ask)
        elif event.kind == "language":
            self.language = str(event.value)
        elif event.kind == "concluded":
            self._remember("")
            self.concluded = _how_far(event.value)
            self.focus, self.proposed = "", None

    def copy(self) -> "State":
        """A copy of the state that later events do not change."""
        return replace(self, answers=dict(self.answers), notes=list(self.notes), history=list(self.history))

    def value(self, ask: str) -> Any:
        """The value of the standing answer; None if there is none, or the ask was skipped."""
        standing = self.answers.get(ask)
        return standing.value if standing else None

    def _answer(self, event: Event) -> None:
        edit = Edit(event.ask, _standing(event), event.drops)
        if event.ask == KEEP_EDIT:
            self._settle_edit(keep=bool(edit.standing.value))
        elif is_understood(event.ask):
            self._drop_proposal(edit.standing.quote)
        elif event.kind == "edited" and PICTURE in self.answers:
            self._remember(event.ask)
            self.proposed = edit
        else:
            self._remember(event.ask, edit.drops)
            self.put(edit)
            self.position, self.focus, self.proposed = event.ask, "", None
            if event.ask == FORM:
                self.concluded = ""

    def put(self, edit: Edit) -> None:
        """Let an answer stand, and drop those that were about the previous one."""
        self.answers[edit.ask] = edit.standing
        for ask in edit.drops:
            self.answers.pop(ask, None)

    def _propose(self, event: Event) -> None:
        """Hold what was understood; it is no answer until it is confirmed, at once or later among others."""
        proposal = proposal_of(event)
        if proposal is None:
            return
        self._remember(event.ask)
        if LATER in proposal.doubts:
            self.put(Edit(event.ask, StandingAnswer(quote=proposal.words, heard=str(proposal.choices[0]))))
            self.position, self.focus, self.proposed = event.ask, "", None
        else:
            self.proposed = proposal

    def _drop_proposal(self, words: str) -> None:
        """Forget what was understood, as it was not what was meant; the question is asked again, and the words stay."""
        if isinstance(self.proposed, Proposal):
            ask, note = self.proposed.ask, Note(self.proposed.ask, words, own_words=True) if words else None
            self._remember(ask)
            if note:
                self.history[-1] = replace(self.history[-1], note=note)
                self.notes.append(note)
            self.focus, self.proposed = ask, None

    def _jump(self, ask: str) -> None:
        """Go to another ask; what was understood is forgotten, while an edit still waits to be kept or not."""
        self.focus = ask
        if isinstance(self.proposed, Proposal):
            self.proposed = None

    def _settle_edit(self, *, keep: bool) -> None:
        if not isinstance(self.proposed, Edit):
            return
        edit = self.proposed
        self._remember(edit.ask, edit.drops)
        if keep:
            self.put(edit)
        self.position, self.focus, self.proposed = edit.ask, "", None

    def _remember(self, ask: str, drops: tuple[str, ...] = ()) -> None:
        answers = dict(self.answers) if drops else None
        standing = self.answers.get(ask)
        self.history.append(
            UndoRecord(ask, standing, self.position, self.focus, self.proposed, self.concluded, answers)
        )

    def _take_back(self) -> None:
        record = self.history.pop()
        if record.answers is not None:
            self.answers = dict(record.answers)
        elif record.standing is None:
            self.answers.pop(record.ask, None)
        else:
            self.answers[record.ask] = record.standing
        self.position, self.focus, self.proposed = record.position, record.focus, record.proposed
        if record.note:
            self.notes = [note for note in self.notes if note is not record.note]
        self.concluded = record.concluded  # type: ignore[assignment]  # it was a valid one when it was remembered

    def _note(self, event: Event) -> None:
        value = event.value if isinstance(event.value, dict) else {"text": str(event.value or "")}
        self.notes.append(Note(event.ask, str(value.get("text", "")), bool(value.get("own_words", False))))


def _how_far(value: Any) -> Literal["", "picture", "end"]:
    """How far a 'concluded' event skips; nowhere if it goes on with the questions."""
    if value == RESUMED:
        return ""
    return "end" if value == "end" else "picture"


def fold(events: Iterable[Event]) -> State:
    """The state after these events."""
    state = State()
    for event in events:
        state.apply(event)
    return state


def standing_events(events: Sequence[Event]) -> list[Event]:
    """The events without those that were taken back, for a copy that shows only what stands."""
    return [event for event in left_standing(events) if event]


def left_standing(events: Sequence[Event]) -> list[Event | None]:
    """The events, with None instead of each that was taken back and of each that took one back."""
    left: list[Event | None] = list(events)
    remembered: list[int] = []
    for index, event in enumerate(events):
        if event.kind in REMEMBERED:
            remembered.append(index)
        elif event.kind == "taken_back":
            left[index] = None
            if remembered:
                left[remembered.pop()] = None
    return list(turns_marked_anew(events, left))


def turns_marked_anew(events: Iterable[Event], left: Iterable[Event | None]) -> Iterator[Event | None]:
    """The events that are left, None for the others: if the first of a turn is gone, the next one begins the turn."""
    has_begun = False
    for event, kept in zip(events, left, strict=True):
        has_begun = has_begun and event.same_turn
        yield replace(kept, same_turn=False) if kept and kept.same_turn and not has_begun else kept
        has_begun = has_begun or kept is not None


def _standing(event: Event) -> StandingAnswer:
    if event.kind == "skipped":
        return StandingAnswer()
    quote = event.value.get("quote", "") if isinstance(event.value, dict) else ""
    return StandingAnswer(choice_of(event.value), str(quote))


def proposal_of(event: Event) -> Proposal | None:
    """What was proposed; None if the document holds anything else there."""
    value = event.value if isinstance(event.value, dict) else {}
    choices, doubts = value.get("choices"), value.get("doubts", [])
    if not event.ask or not isinstance(choices, list) or not choices or not isinstance(doubts, list):
        return None
    return Proposal(event.ask, str(value.get("words", "")), tuple(choices), tuple(map(str, doubts)))
