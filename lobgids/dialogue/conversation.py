"""The engine: a conversation takes an input and returns what to say and what to ask next."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from lobgids.days.school_year import LAST_DAY, ONE_DAY, school_day
from lobgids.days.spoken import DayReading, local_day, read_day
from lobgids.dialogue import moves, proposals, rows, telling
from lobgids.dialogue.asking import to_ask
from lobgids.dialogue.brief import BriefFile, NotABriefError, given_brief, read_brief
from lobgids.dialogue.chapters.closing import NEXT, next_draft
from lobgids.dialogue.chapters.mentor.school import BRIEF
from lobgids.dialogue.consequences import with_consequences
from lobgids.dialogue.draft import Draft, NoSuchQuestionError, from_question
from lobgids.dialogue.interpret import PendingEvent, interpret
from lobgids.dialogue.judging import last_action
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import NotUnderstood
from lobgids.dialogue.machine import Route
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.overview import Overview, overview
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Input, MentorResult, Move, Problem, Result, Say
from lobgids.dialogue.replies import replies
from lobgids.dialogue.result import to_result
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.tracks import track_of
from lobgids.dialogue.user_turns import turn_in_words
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop.guidance import Guidance
from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase
from lobgids.kb.tracks import spoken_to
from lobgids.log.ask_ids import KEEP_EDIT, round_of
from lobgids.log.events import Event, Header
from lobgids.log.state import ANSWERING, Edit, StandingAnswer, State


class LocalizedContent(NamedTuple):
    """A language with the knowledge base in it."""

    language: Language
    base: KnowledgeBase


class Turn(NamedTuple):
    """What the guide says now, and asks; without an ask the conversation is finished or was paused.

    `heard` is what the person said, in the words of the question; it is empty if nothing of it is kept.
    """

    says: tuple[Say | Problem, ...]
    ask: Ask | None
    paused: bool = False
    heard: str = ""


class NotKeptError(Exception):
    """The events could not be kept; `phrase` is the entry that says why."""

    def __init__(self, phrase_id: str) -> None:
        super().__init__(phrase_id)
        self.phrase = phrase_id


class Conversation:
    """A conversation as a fold over its events.

    `content_in` returns the knowledge base in a language by its code, `keep` puts new events where they last and raises
    `NotKeptError`, `now` returns the time as it is written in events. Nothing is said of an answer before it is kept.
    `private` is the phrase that is true of where they last.
    """

    def __init__(
        self,
        header: Header,
        *,
        content_in: Callable[[str], LocalizedContent],
        keep: Callable[[Sequence[Event]], None],
        now: Callable[[], str],
        private: str = "greeting.private",
    ) -> None:
        self.header = header
        self._content_in = content_in
        self._keep = keep
        self._now = now
        self._private = private
        self.track = track_of(header.track)
        self._route = Route(self.track)
        self._bases: dict[str, KnowledgeBase] = {}
        self._state = State(language=header.language)
        self._at = 0
        self._draft: Draft | None = None
        self._grids = False
        self._taken: dict[str, StandingAnswer] = {}
        self.ask: Ask | None = None
        self.view = self._look()
        self._find_ask()

    def draw_grids(self, *, can: bool) -> None:
        """From here on ask the open rows of a grid at once where the front end can draw that, else one by one."""
        self._grids = can
        self._find_ask()

    def replay(self, events: Sequence[Event]) -> None:
        """Let earlier events happen, without a word."""
        for event in events:
            self._apply(event)
        self.view = self._look()
        self._find_ask()

    def tell(self, events: Sequence[Event]) -> Turn:
        """Let earlier events that came together happen, and return what was said to them: for a transcript."""
        heard = turn_in_words(self.view, self.asked_at(events), events)
        return Turn(self._happen(events), self.ask, heard=heard)

    def begin(self) -> Turn:
        """What is said at the start or when one comes back, and the question that is open."""
        seed = self.header.seed
        if all(before.ask == BRIEF for before in self._state.history):  # a brief may come before the first word
            names = ("greeting", self._private, *self.track.greeting)
            says = [say(self.view.base, name, seed) for name in names]
            says += self.track.opening(self.view, None, self.ask) if self.ask else []
            return Turn(tuple(says), self.ask)
        if self.ask is None:
            return Turn((say(self.view.base, "greeting.finished", seed),), None)
        says = [say(self.view.base, "greeting.back", seed)]
        position = self._state.position
        if position and self.track.chapter_of(position) != self.ask.chapter:
            # One stopped between two chapters: what the next begins with was not said yet, or a while ago.
            says += self.track.opening(self.view, None, self.ask)
        return Turn(tuple(says), self.ask)

    @property
    def at(self) -> int:
        """The number of events so far."""
        return self._at

    def fits(self, given: Input) -> bool:
        """Whether an input is for the open question, as far as it says which one it is for."""
        asked = self.ask.id if self.ask else NEXT
        return given.ask in ("", asked) and given.at in (None, self._at)

    def take(self, given: Input) -> Turn:
        """Take an answer or a move at the open question."""
        if not self.fits(given):
            return Turn((self._problem("problem.stale"),), self.ask)
        return self._take(given)

    def _take(self, given: Input) -> Turn:
        ask, draft = self.ask, self._draft
        if ask and ask.id == BRIEF and (brief := given_brief(given)):
            return self.load_brief(brief)
        try:
            if ask is None or draft is None:
                return self._record(self._at_the_end(given))
            if isinstance(given, Move) and given.move in moves.SAYING:
                return Turn(tuple(moves.explanation(self.view, ask, draft, given)), ask)
            pending = self._meant(ask, draft, given)
        except NotUnderstood as trouble:
            return Turn((self._problem(trouble.phrase, **trouble.fill),), ask)
        if ask.id == BRIEF and isinstance(pending[0].value, str):
            return self.load_brief(BriefFile(None))  # the name of a file: it is for who has that file to read it
        return self._record(pending)

    def answer_beforehand(self, ask: str, value: Any) -> Turn:
        """Take an answer to a question that is not open."""
        return self._record([PendingEvent("answered", ask, value)])

    def load_brief(self, file: BriefFile) -> Turn:
        """Take the brief in a file; if it is none, say so and go on without knowing the school yet."""
        try:
            brief = read_brief(file, self.view.base)
        except NotABriefError as trouble:
            turn = self._record([PendingEvent("skipped", BRIEF)])
            return turn._replace(says=(self._problem(trouble.phrase), *turn.says[1:]))
        return self._record([PendingEvent("answered", BRIEF, {"brief": msgspec.to_builtins(brief)})])

    def outcome(self) -> Result | MentorResult:
        """The result of the conversation now, in the shape of its track."""
        return self.track.outcome(self.view, self._is_interim)

    def result(self) -> Result:
        """The result about the school now."""
        return to_result(self.view, interim=self._is_interim)

    @property
    def _is_interim(self) -> bool:
        return self.ask is not None or self.view.state.concluded == "end"

    def overview(self) -> Overview:
        """Where the conversation is and how each component stands."""
        return overview(self.view, self.ask)

    def guidance(self) -> Guidance | None:
        """What the facilitator of a workshop may know at the open question; None if there is nothing."""
        return self.track.guidance(self.view, self.ask) if self.ask and self.track.guidance else None

    def what_now(self) -> Ask:
        """What one can do when no question is open any more, as a question.

        The front end handles its answer, except going on with the long conversation, which the engine takes.
        """
        asked = to_ask(self.view, NEXT, next_draft(self.view))
        return replace(asked, text=f"{self.close().text}\n{asked.text}", progress=1.0)

    def stood(self, ask: Ask) -> Any:
        """The value that stands at a question, or that was taken back there and not answered anew; else None.

        Of a grid it is that of each row.
        """
        if ask.rows:
            return {row.id: self._taken[row.id].value for row in ask.rows if row.id in self._taken}
        return ask.standing if self.view.is_answered(ask.id) else self._taken.get(ask.id, StandingAnswer()).value

    def asked_at(self, events: Sequence[Event]) -> Ask | None:
        """The open question as it was asked when these events came together: of several rows a grid, else the row."""
        asks = [event.ask for event in events if event.kind in ANSWERING]
        if self.ask is None or self._draft is None or not asks:
            return self.ask
        return rows.asked_as(self.view, self.ask, self._draft, asks)

    def chosen_at_the_end(self, given: Input) -> str:
        """Which option of `what_now` an input chooses; empty if it chooses none."""
        return "" if self.ask or isinstance(given, Move) else moves.chosen_at_the_end(self.view, given)

    def day_said(self, words: str) -> DayReading | None:
        """The day that words at the open question would be read as; None if it asks for no day or they say none."""
        if self.ask is None or not KINDS[self.ask.kind].is_day:
            return None
        return read_day(words, self.today, self.view.base, self.view.language.code)

    def day_to_begin_with(self) -> date:
        """The day at which looking for one begins: the next school day, to look back the one after the last action."""
        last = last_action(self.view) if self.ask and self.ask.id == self.track.look_back else None
        after = last if last and self.today < last < LAST_DAY else self.today
        return school_day(self.view.base, after + ONE_DAY)

    @property
    def today(self) -> date:
        """The day of today, here."""
        return local_day(self._now())

    def answers_after(self, ask: str) -> int | None:
        """How many turns with an answer came after the one that stands at an ask; None if none stands there."""
        indexes = [index for index, before in enumerate(self._state.history) if before.ask == ask]
        if ask not in self._state.answers or not indexes:
            return None
        return sum(not before.same_turn for before in self._state.history[indexes[-1] + 1 :])

    def close(self) -> Say:
        """The last word, when there is no question left."""
        return say(self.view.base, "farewell", self.header.seed)

    def kept(self, events: Sequence[Event]) -> Turn:
        """Let events happen that were just kept, and say what follows on them."""
        turn = self.tell(events)
        if events[-1].kind == "paused":
            return turn._replace(says=(*turn.says, say(self.view.base, "pause", self.header.seed)), paused=True)
        return turn

    def _record(self, pending: Sequence[PendingEvent]) -> Turn:
        """Keep new events, and only then let them happen."""
        events = [self._event(event, same_turn=index > 0) for index, event in enumerate(pending)]
        try:
            self._keep(events)
        except NotKeptError as trouble:
            return Turn((self._problem(trouble.phrase),), self.ask)
        return self.kept(events)

    def _event(self, pending: PendingEvent, *, same_turn: bool) -> Event:
        number = round_of(pending.ask) if pending.kind in ("voted", "revealed") else 0
        return Event(
            time=self._now(), kind=pending.kind, ask=pending.ask, value=pending.value, round=number,
            drops=pending.drops, same_turn=same_turn,
        )  # fmt: skip

    def _at_the_end(self, given: Input) -> list[PendingEvent]:
        if isinstance(given, Move) and given.move == "language":
            self._check_language(given.to)
            return [PendingEvent("language", "", given.to)]
        return moves.at_the_end(self.view, given)

    def _meant(self, ask: Ask, draft: Draft, given: Input) -> list[PendingEvent]:
        if isinstance(given, Move) and given.move == "language":
            self._check_language(given.to)
            return [PendingEvent("language", ask.id, given.to)]
        if isinstance(given, Move):
            return moves.meant(self.view, ask, given)
        options = shown_options(self.view, ask.id, draft)
        return with_consequences(
            self.view, interpret(self.view, ask.id, draft, options, given, today=lambda: self.today)
        )

    def _check_language(self, code: str) -> None:
        try:
            self._content_in(code)
        except LookupError:
            raise NotUnderstood("problem.language") from None

    def _happen(self, events: Sequence[Event]) -> tuple[Say, ...]:
        """Let events happen and return what is said to them and before the next question."""
        says: list[Say] = []
        asked = self.asked_at(events)
        for event in events:
            before, ask = self.view, self.ask
            finds_out = bool(self._draft and self._draft.find_out)
            self._apply(event)
            self.view = self._look()
            says += replies(before, self.view, ask, event, finds_out=finds_out)
        says = rows.once(says) if len(events) > 1 else says
        self._find_ask()
        says_nothing_new = events[-1].kind in ("taken_back", "paused")
        if self.ask and not says_nothing_new and (asked is None or self.ask.id != asked.id):
            says += self.track.opening(self.view, asked, self.ask)
        if asked and self.ask is None and not says_nothing_new:
            says += self.track.ending(self.view)
        return tuple(says)

    def _apply(self, event: Event) -> None:
        """Let one event happen, and remember the answer that it takes back."""
        if event.kind == "taken_back" and self._state.history:
            ask = self._state.history[-1].ask
            if given := self._state.answers.get(ask):
                self._taken[ask] = given
        self._state.apply(event)
        self._at += 1

    def _look(self) -> View:
        localized = self._content_in(self._state.language or self.header.language)
        return self._view(self._base(localized), localized.language, self._state.copy())

    def _view(self, base: KnowledgeBase, language: Language, state: State) -> View:
        """A moment of this conversation."""
        return View(base=base, language=language, header=self.header, track=self.track, state=state)

    def _base(self, localized: LocalizedContent) -> KnowledgeBase:
        """The knowledge base as this track words it, made once for each language."""
        code = localized.language.code
        if code not in self._bases:
            self._bases[code] = spoken_to(localized.base, self.header.track)
        return self._bases[code]

    def _find_ask(self) -> None:
        """Find the open question and how it is asked."""
        if isinstance(self._state.proposed, Edit):
            self._draft = self._keep_edit(self._state.proposed)
            self.ask = to_ask(self.view, KEEP_EDIT, self._draft)
            return
        if proposal := proposals.open_proposal(self.view):
            self._draft = proposals.draft(self.view, proposal)
            self.ask = to_ask(self.view, proposals.confirming(proposal), self._draft)
            return
        ask = self._route.next_ask(self.view)
        self._draft = draft_of(self.view, ask) if ask else None
        if ask and self._draft is None:  # a defect: it must not look like the end of the conversation
            raise NoSuchQuestionError(ask)
        self.ask = to_ask(self.view, ask, self._draft) if ask and self._draft else None
        self._gather()
        if self.ask and KINDS[self.ask.kind].is_day:  # one comes back to a day that was given: it need not be said anew
            self.ask = replace(self.ask, standing=self.stood(self.ask))

    def _gather(self) -> None:
        """Ask all rows of a grid that are open, unless one went to one of them."""
        if self._grids and self.ask and self._draft and self.ask.id != self._state.focus:
            self.ask, self._draft = rows.gathered(self.view, self.ask.id, self._draft) or (self.ask, self._draft)

    def _keep_edit(self, edit: Edit) -> Draft:
        """The question whether an edit is kept, with what it changes in the conclusion."""
        state = self._state.copy()
        state.put(edit)
        edited = self._view(self.view.base, self.view.language, state)
        name = "edit.changes" if edited.dominant != self.view.dominant else "edit.changes_nothing"
        changes = phrase(self.view.base, name, self.header.seed, conclusion=telling.conclusion(edited).text)
        return from_question(self.view.base, KEEP_EDIT, told=changes)

    def _problem(self, name: str, **fill: object) -> Problem:
        return Problem(id=name, text=phrase(self.view.base, name, self.header.seed, **fill))
