"""The engine: a conversation takes an input and returns what to say and what to ask next."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from lobgids.dialogue import also, moves, proposals, rows, school_name
from lobgids.dialogue.asides import HEARD_ME, WHAT_TO_SAY, Aside, aside
from lobgids.dialogue.asking import to_ask
from lobgids.dialogue.brief import BRIEF, MOST_NAMES, BriefFile, NotABriefError, given_brief, read_brief
from lobgids.dialogue.chapters.advice import chosen_at
from lobgids.dialogue.chapters.closing import NEXT
from lobgids.dialogue.consequences import with_consequences
from lobgids.dialogue.correcting import anew, can_correct, just_told, told_at, told_before, with_classes_of
from lobgids.dialogue.draft import Draft, NoSuchQuestionError
from lobgids.dialogue.ending import heard_about, to_say
from lobgids.dialogue.hearing import Heard, explained, request_at
from lobgids.dialogue.interpret import interpret, is_unplaced
from lobgids.dialogue.kinds import FIELDS, KINDS
from lobgids.dialogue.kinds.day import behind_denial, mended, understood
from lobgids.dialogue.kinds.kind import NotUnderstood, OpenAsk, Said, with_quote
from lobgids.dialogue.leaving import (
    PLAN,
    Leaving,
    chooses_no_more,
    is_about_plan,
    leaving,
    left_open,
    rest_of_plan,
    wants_plan,
)
from lobgids.dialogue.machine import Route
from lobgids.dialogue.mending import LEAVE, can_mend
from lobgids.dialogue.open_conversation import LocalizedContent, OpenConversation
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.own_plan import shortened, taken_out, to_take_out
from lobgids.dialogue.pace import minutes_left, time_left_in_words
from lobgids.dialogue.pending import PendingEvent, proposing
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.proposals import HEARD
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, Option, Problem, Say, Words
from lobgids.dialogue.replies import replies
from lobgids.dialogue.settling import passed_with, skip
from lobgids.dialogue.spoken import only_asks, request, request_beside, request_within, yes_or_no
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.taking_in import is_nothing_else, is_taken_in
from lobgids.dialogue.told_beforehand import told_beforehand
from lobgids.dialogue.tracks import track_of
from lobgids.dialogue.user_turns import turn_in_words
from lobgids.kb.sayings import says
from lobgids.log.ask_ids import (
    ACTIONS,
    ALSO,
    GO_ON,
    KEEP_EDIT,
    MAY_SHOW,
    MEND,
    OWN_ACTIONS,
    PICTURE,
    PLACED,
    SCHOOL_NAME,
    answered_at,
    is_of_plan,
    round_of,
)
from lobgids.log.events import Event, Header, choice_of
from lobgids.log.state import ANSWERING, Edit, Proposal, StandingAnswer
from lobgids.school.sayings import begins, behind_lead
from lobgids.school.strengths import NOT_SO, what_works
from lobgids.text import capital, clean, sentences_of

_LEAST_OF_ACTION = 3
"""So many words behind a colon at the end are an action of one's own: 'mijn plan moet er nog in: een half uur ...'."""

REST = "rest"
"""Where a skip goes that passes by all that may stay open of a form."""


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


class Conversation(OpenConversation):
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
        super().__init__(header, track_of(header.track), content_in, now)
        self._keep = keep
        self._private = private
        self._route = Route(self.track)
        self._draft: Draft | None = None
        self._grids = False
        self._times: list[str] = []
        """When each answer was given that 'back' can take back."""
        self._find_ask()

    def draw_grids(self, *, can: bool) -> None:
        """From here on ask open rows, or fields, at once where the front end can draw that, else one by one."""
        was, self._grids = self._grids, can
        if can and not was and self._state.proposed is None:  # the question was just found; only its rows are missing
            self._gather()
        elif can != was:
            self._find_ask()

    def replay(self, events: Sequence[Event]) -> None:
        """Let earlier events happen, without a word."""
        for event in events:
            self._apply(event)
        self.view = self._look()
        self._find_ask()

    def tell(self, events: Sequence[Event]) -> Turn:
        """Let earlier events that came together happen, and return what was said to them: for a transcript."""
        asked = self.asked_at(events)
        if is_taken_in(self.track, events):
            self.replay(events)
            return Turn((self._taken_in(),), self.ask)
        heard = turn_in_words(self.view, asked, events)
        return Turn(self._happen(events, asked or self.ask), self.ask, heard=heard)

    def listen(self) -> None:
        """Get ready to hear own words, so that the first of them need not wait for it."""
        self._hear("", "")

    def begin(self) -> Turn:
        """What is said at the start or when one comes back, and the question that is open."""
        seed = self.header.seed
        if self._is_untouched():
            names = ("greeting", self._private, *self.track.greeting)
            says = [say(self.view.base, name, seed) for name in names]
            says += [self._taken_in()] if self.view.taken_in else []
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

    def _is_untouched(self) -> bool:
        """Whether nothing was said yet: a brief, or what a group saw, may come before the first word."""
        return all(before.ask == BRIEF for before in self._state.history) or is_nothing_else(self.view)

    def _taken_in(self) -> Say:
        return say(self.view.base, "greeting.group", self.header.seed, count=len(self.view.taken_in))

    def fits(self, given: Input) -> bool:
        """Whether an input is for the open question, as far as it says which one it is for."""
        asked = self.ask.id if self.ask else NEXT
        return given.ask in ("", asked) and given.at in (None, self._at)

    def take(self, given: Input) -> Turn:
        """Take an answer or a move at the open question."""
        if not self.fits(given):
            return Turn((self._problem("problem.stale"),), self.ask)
        return self._take(given)

    def _take(self, given: Input) -> Turn:  # noqa: PLR0911  # what an input can be, from the rarest to the usual
        ask, draft = self.ask, self._draft
        if ask and ask.id == BRIEF and (brief := given_brief(given)):
            return self.load_brief(brief)
        try:
            if ask is None or draft is None:
                return self._asked_at_the_end(given) or self._record(self._at_the_end(given))
            if isinstance(given, Words) and (
                turn := self._own_taken_out(ask, given.text)
                or self._left_open(ask, given.text)
                or self._day_mended(given.text)
                or self._told_anew(ask, given.text)
                or self._not_so(given.text)
            ):
                return turn
            meant = self._asked_for(ask, given)
            if isinstance(meant, Say):
                return Turn((meant,), ask)
            if isinstance(meant, Move) and meant.move in moves.SAYING:
                return Turn(tuple(moves.explanation(self.view, ask, draft, meant)), ask)
            if isinstance(meant, Words) and (
                turn := self._day_corrected(ask, meant.text) or self._beside(ask, meant.text)
            ):
                return turn
            pending = self._meant(ask, draft, meant)
            if isinstance(meant, Words) and (
                turn := self._instead(ask, draft, meant.text, pending) or self._protested(ask, meant.text, pending)
            ):
                return turn
        except NotUnderstood as trouble:
            return Turn((self._problem(trouble.phrase, **trouble.fill),), ask)
        if ask.id == BRIEF and isinstance(pending[0].value, str):
            return self._not_found(pending[0].value)
        return self._record(pending)

    def leaving(self, text: str) -> Leaving | None:
        """What a line says besides that the rest of the plan may stay open; None if it does not say that."""
        return leaving(self.view, self.ask.id, text) if self.ask else None

    def _left_open(self, ask: Ask, text: str) -> Turn | None:
        """What follows on words that leave the rest of the plan open, once what they answer besides was taken.

        None for any other words.
        """
        found = self.leaving(text)
        if found is None:
            return None
        if not found.rest:
            return self._take(Move(move="skip", to=PLAN))
        answered = self._take(Words(text=found.rest))
        is_asked = ask.id == OWN_ACTIONS or isinstance(self._state.proposed, Proposal)
        if is_asked or answered.ask is None or answered.paused or not is_about_plan(answered.ask.id):
            return answered
        left = self._take(Move(move="skip", to=PLAN))
        said = (one for one in answered.says if not isinstance(one, Problem))
        return left._replace(says=(*said, *left.says), heard=answered.heard)

    def _own_taken_out(self, ask: Ask, text: str) -> Turn | None:
        """What follows on words that take an action of one's own out of the plan: 'dat is geen actie, haal die weg'.

        So does that it stands there twice. It is the action that they name, or else the one that is asked about; None
        for any other words.
        """
        if left := shortened(self.view, text) if is_of_plan(ask.id) else []:
            return self._shortened(left, text)
        title = to_take_out(self.view, ask.id, text)
        if not title:
            return None
        turn = self._record(with_consequences(self.view, taken_out(self.view, title)))
        if _not_kept(turn):
            return turn
        gone = say(self.view.base, "own.gone", f"{self.header.seed}{self._at}", quote=title)
        return turn._replace(says=(gone, *(one for one in turn.says if one.id not in ("own.kept", "own.kept_before"))))

    def _shortened(self, left: Sequence[PendingEvent], text: str) -> Turn:
        """What follows on words that take a quoted part out of an own action, once the rest of them was taken."""
        turn = self._record(with_consequences(self.view, [*left]))
        told = [one for one in turn.says if one.id == "own.kept"]
        rest = ". ".join(one for one in sentences_of(text) if "'" not in one and '"' not in one and "‘" not in one)
        if rest and self.ask:
            after = self._take(Words(text=rest))
            return after._replace(says=(*told, *after.says))
        return turn

    def _day_corrected(self, ask: Ask, text: str) -> Turn | None:
        """What follows on a no to the day that was just taken, with another one: 'nee, 4 januari klopt niet, maart'.

        So it is where a first part of the line only denies: 'niet meteen die eerste maandag, half januari is beter'.
        Any other line at the question that came after it is about that question.
        """
        last = self._state.history[-1].ask if self._state.history else ""
        draft = draft_of(self.view, last) if last in self._state.answers and last != ask.id else None
        if draft is None or not KINDS[draft.kind].is_day or KINDS[ask.kind].is_day:
            return None
        answered = yes_or_no(self.view.base, text)
        instead = answered.remark if answered and not answered.agrees else behind_denial(text, self.view.language.code)
        day = understood(self.view, last, instead, self.today) if instead else None
        return self._with_day(day, text) if day else None

    def _day_mended(self, text: str) -> Turn | None:
        """What follows on words that give another day instead of one that was given before, at whatever question."""
        day = mended(self.view, text, self.today) if self._state.proposed is None else None
        return self._with_day(day, text) if day else None

    def _told_anew(self, ask: Ask, text: str) -> Turn | None:
        """What follows on words that put right what was told of the school, just now or before; None on others.

        Where they only turn classes round, what was told is mended. Else words that come at once are added, and a
        question of before comes back.
        """
        if not can_correct(self.view):
            return None
        just = just_told(self.view, ask, text)
        wrong = just or told_before(self.view, ask, text)
        if not wrong:
            is_lost = begins(self.view.base, "going_to", text)
            return Turn((self._problem("problem.which_question"),), ask) if is_lost else None
        told, seed = told_at(self.view, wrong), f"{self.header.seed}{self._at}"
        if mended := with_classes_of(self.view, told, text):
            turn = self._record([anew(self.view, wrong, mended)])
            return _begun(turn, say(self.view.base, "told.mended", seed, quote=mended))
        if just:
            because = {"text": clean(text), "own_words": True, "because": PLACED}
            return _begun(self._record([PendingEvent("noted", wrong, because)]), say(self.view.base, "note.kept", seed))
        jumped = PendingEvent("jumped", wrong)
        if begins(self.view.base, "going_to", text):  # which tells nothing itself
            return self._record([jumped])
        turn = self._record([PendingEvent("noted", wrong, {"text": clean(text)}), jumped])
        others = tuple(one for one in turn.says if not one.id.startswith("note."))
        return _begun(turn._replace(says=others), say(self.view.base, "told.again", seed))

    def _not_so(self, text: str) -> Turn | None:
        """What follows on words that take out what was told to go well; what they say besides is taken then."""
        ask = self.ask.id if self.ask else ""
        found = also.denied(self.view, text) if answered_at(ask) in (ALSO, PICTURE, GO_ON, "") else None
        if found is None:
            return None
        gone = [one.your_strength or one.strength for one in what_works(self.view) if one.id in found.ids]
        out = [*self.view.ids(NOT_SO), *found.ids]
        waits = self._state.proposed  # an answer of which one did not say yet whether it is so waits on
        again = [proposing(waits)] if isinstance(waits, Proposal) else []
        turn = self._record([PendingEvent("answered", NOT_SO, out), *again])
        if _not_kept(turn):
            return turn
        said = say(self.view.base, "picture.gone", f"{self.header.seed}{self._at}", strength=" ".join(gone))
        if ask == ALSO and self._state.focus != ask:
            turn = self._record([PendingEvent("jumped", ALSO)])
        if found.rest and self.ask:
            turn = self._take(Words(text=found.rest))
        elif not ask:
            turn = turn._replace(says=tuple(self.track.ending(self.view)))
        return turn._replace(says=(said, *(one for one in turn.says if one.id != said.id)))

    def _with_day(self, day: Proposal, text: str) -> Turn:
        """What follows on another day instead of one that was given: which it is."""
        turn = self._record([PendingEvent("answered", day.ask, with_quote(Said(day.choices[0], text)))])
        told = self.view.language.day(date.fromisoformat(day.choices[0]))
        return _begun(turn, say(self.view.base, "heard.day_mended", self.header.seed, day=told))

    def _beside(self, ask: Ask, text: str) -> Turn | None:
        """What follows on a question or request to the guide itself that stands beside an answer; None without one.

        Where any words are an answer only a line that says no more is one.
        """
        is_name = ask.id == SCHOOL_NAME  # of which no part is a question
        takes_words = KINDS[ask.kind].takes_words and not is_name
        if asked := self._aside(text, only=takes_words):
            turn = self._take(Words(text=asked.rest)) if asked.rest and not is_name else Turn((), self.ask)
            if is_name and school_name.is_left_out(self.view.base, text):
                turn = self._take(Move(move="skip"))
            said = (one for one in turn.says if not isinstance(one, Problem))  # 'kan het korter? 10 min'
            return turn._replace(says=(asked.answer, *said))
        found = None if takes_words else request_beside(self.view.base, text)
        if found is None:
            return None
        if not found.rest:
            return self._take(Words(text=found.request))
        answered = self._take(Words(text=found.rest))
        if request(self.view.base, found.request) == "conclude":
            answered = self._agreed(answered)
        is_there = answered.ask is not None and answered.ask.chapter not in self.track.unstaged
        is_at_picture = is_there and request(self.view.base, found.request) == "conclude"  # the answer was the last one
        if answered.ask is None or answered.paused or is_at_picture:
            return answered
        asked_for = self._take(Words(text=found.request))
        if answered.ask == ask:  # it answered nothing
            return asked_for
        return asked_for._replace(says=(*answered.says, *asked_for.says), heard=answered.heard)

    def _agreed(self, turn: Turn) -> Turn:
        """The turn, with a yes to the one answer that was heard: who goes to the picture at once has no time for it."""
        proposal = proposals.open_proposal(self.view)
        is_one = proposal is not None and self.ask is not None and len(proposal.choices) == 1
        if proposal is None or self.ask is None or not is_one or not proposals.is_heard(self.view, proposal):
            return turn
        return self._take(Answer(answer=KINDS[self.ask.kind].value_at(self.ask.options, [0])))

    def _aside(self, text: str, *, only: bool) -> Aside | None:
        """The answer to a question to the guide; to what one could say it depends on what was told so far."""
        asked = aside(self.view.base, text, only=only)
        if asked and asked.answer.id == WHAT_TO_SAY:
            return asked._replace(answer=to_say(self.view) or asked.answer)
        if asked and asked.answer.id == HEARD_ME and says(self.view.base, "heard_me", text):
            return asked._replace(answer=heard_about(self.view, text) or asked.answer)
        return asked

    def _asked_at_the_end(self, given: Input) -> Turn | None:
        if isinstance(given, Words) and (taken_out := self._not_so(given.text)):
            return taken_out
        if isinstance(given, Words) and (wanted := self._of_plan_at_the_end(given.text)):
            return wanted
        if isinstance(given, Words) and can_mend(self.view) and (changed := self._changed_at_the_end(given.text)):
            return changed
        asked = self._aside(given.text, only=False) if isinstance(given, Words) else None
        return Turn((asked.answer,), None) if asked else None

    def _of_plan_at_the_end(self, text: str) -> Turn | None:
        """What follows on words at the end that want the plan, or say what may stand in papers after all; else None."""
        base = self.view.base
        is_new = self.header.shows_sentences and not self.view.track.answering.is_vote
        if is_new and says(base, "to_plan", text):
            line = text.partition(":")[2].strip()
            turn = self._take(Move(move="jump", to=ACTIONS))
            return self._take(Words(text=line)) if len(line.split()) >= _LEAST_OF_ACTION else turn
        if is_new and says(base, "may_in", text) and self.view.is_answered(MAY_SHOW):
            return self._record([PendingEvent("jumped", MAY_SHOW)])
        return None

    def _changed_at_the_end(self, text: str) -> Turn | None:
        """What follows on words that take an own action, or what they quote of it, out of the plan; None on others."""
        left, title = shortened(self.view, text), to_take_out(self.view, OWN_ACTIONS, text)
        if not left and not title:
            return None
        turn = self._record(with_consequences(self.view, left or taken_out(self.view, title)))
        if self.ask is not None or _not_kept(turn):
            return turn
        gone = () if left else (say(self.view.base, "own.gone", f"{self.header.seed}{self._at}", quote=title),)
        return turn._replace(says=(*gone, *self.track.ending(self.view)))

    def _instead(self, ask: Ask, draft: Draft, text: str, pending: Sequence[PendingEvent]) -> Turn | None:
        """What follows on words that could not be placed: what a part asks for, or the question in other words."""
        part = request_within(self.view.base, text)
        if part and (is_unplaced(pending) or _is_only_near(pending)):
            told = passed_with(self.view, ask.id, text, part)
            return self._record(told) if told else self._take(Words(text=part))
        if not is_unplaced(pending):
            return None
        is_about_it = says(self.view.base, "clarify", text) and only_asks(self.view.base, text)
        if not is_about_it or not draft.in_other_words:
            return None
        return Turn((Say(id=f"{ask.id}.example", text=draft.in_other_words),), ask)

    def _protested(self, ask: Ask, text: str, pending: Sequence[PendingEvent]) -> Turn | None:
        """What follows on words that are no answer, and begin by saying that the one before was misunderstood.

        That question comes back. What was said is its answer, where it is one, and another one than was heard.
        """
        base = self.view.base
        is_story = self.view.component(ask.id) is not None  # 'ik zei dat kiezen te leren is' tells how it goes
        is_protest = is_unplaced(pending) and not is_story and begins(base, "protest", text)
        if not is_protest and not begins(base, "previous", text):
            return None
        if self._state.proposed is not None or not self._state.history or is_nothing_else(self.view):
            return None
        last = self._state.history[-1].ask
        before = self._state.answers.get(last)
        back = self._take(Move(move="back"))
        if _not_kept(back):
            return back
        heard = say(base, "heard.protest", f"{self.header.seed}{self._at}")
        if self.ask is None or self._draft is None:
            return back._replace(says=(heard, *back.says))
        meant = behind_lead(base, "protest", behind_lead(base, "previous", text).lstrip(" :,.;"))
        said = self._said_instead(self.ask, self._draft, meant, before)
        if said:
            return _begun(self._record(said), heard)
        kept = self._take(Move(move="note", text=text))
        return kept._replace(says=(heard, *back.says))

    def _said_instead(self, ask: Ask, draft: Draft, text: str, before: StandingAnswer | None) -> list[PendingEvent]:
        """The events of the answer that a protest gives to the question before; none if it is none, or the same."""
        if KINDS[ask.kind].takes_words or not text:
            return []
        try:
            pending = self._meant(ask, draft, Words(text=text))
        except NotUnderstood:
            return []
        is_same = before is not None and choice_of(pending[0].value) == before.value
        return [] if is_same or pending[0].kind in ("noted", "skipped") else pending

    def _asked_for(self, ask: Ask, given: Input) -> Input | Say:  # noqa: PLR0911  # each of what a line can ask for
        """The move that a whole line asks for, or what is said to it; any other input as it is."""
        if not isinstance(given, Words):
            return given
        if about := explained(ask, given.text):
            return Move(move="example", to=about)
        if self.rest_to_leave and says(self.view.base, "leave_open", given.text):
            return Move(move="skip", to=REST)
        if chooses_no_more(self.view, ask.id, given.text):  # where one came back to the list, what was chosen stays
            return Move(move="jump", to="next") if self.view.is_answered(ask.id) else Move(move="skip")
        if to_plan := self._of_plan(ask, given.text):
            return to_plan
        match request_at(self.view.base, ask, given.text):
            case "" | "remove":
                return given
            case "minutes" | "tired" as heard:
                return self._word_back(ask, heard)
            case "done" if isinstance(self._state.proposed, Proposal):
                return given  # a yes or a no is asked
            case "done":
                return Move(move="skip", to=REST) if self.rest_to_leave else Move(move="conclude")
            case move:
                return Move(move=move)

    def _of_plan(self, ask: Ask, text: str) -> Move | None:
        """The move by which one goes to the plan, or chooses its actions anew; None if a line asks for neither."""
        if wants_plan(self.view, ask, text):
            is_before = ask.chapter in self.track.unstaged
            return Move(move="conclude") if is_before else Move(move="jump", to=ACTIONS)
        return Move(move="edit", to=chosen_at(self.view, ask.id)) if self._takes_out(ask, text) else None

    def _takes_out(self, ask: Ask, text: str) -> bool:
        """Whether words at a question of the plan say that an action may go: one chooses anew then."""
        if not is_of_plan(ask.id) or not self.view.is_answered(chosen_at(self.view, ask.id)):
            return False
        is_asked = request_at(self.view.base, ask, text) == "remove"
        return is_asked or (not KINDS[ask.kind].takes_words and says(self.view.base, "take_out", text))

    def _word_back(self, ask: Ask, heard: Literal["minutes", "tired"]) -> Say:
        """What is said to a request that changes nothing: how long it still takes, or that one may stop."""
        if heard == "tired":
            to_end = self.view.language.gettext(self.track.concluding)
            return say(self.view.base, "heard.tired", f"{self.header.seed}{self._at}", quote=to_end)
        left = minutes_left(self.view, ask, self._times)
        time = time_left_in_words(ask.progress, left, self.view.language)
        return say(self.view.base, "heard.minutes", self.header.seed, sentence=f"{capital(time)}.")

    @property
    def rest_to_leave(self) -> tuple[Option, ...]:
        """The fields of the open form that may stay open; empty if none is asked, or all are shown together."""
        if self.ask is None or self._draft is None or self.ask.together or not self._draft.optional:
            return ()
        form = rows.gathered(self.view, self.ask.id, self._draft)
        fields = form.draft.fields if form else {self.ask.id: self._draft}
        return tuple(
            Option(id=field, text=draft.row.text if draft.row else draft.text)
            for field, draft in fields.items()
            if draft.optional
        )

    def field_said(self, field: Ask, words: str) -> Any:
        """What words say at a field of the open question, as it can be sent; a `Problem` if they say nothing."""
        draft = self._draft
        if self.ask is None or draft is None or field.id not in draft.fields:
            return self._problem("problem.stale")
        try:
            asked = OpenAsk(self.view, self.ask.id, draft, (), lambda: self.today)
            return with_quote(FIELDS.understood(asked, field.id, words))
        except NotUnderstood as trouble:
            return self._problem(trouble.phrase, **trouble.fill)

    def answer_beforehand(self, ask: str, value: Any) -> Turn:
        """Take an answer to a question that is not open."""
        return self._record([PendingEvent("answered", ask, value)])

    def load_brief(self, file: BriefFile, typed: str = "") -> Turn:
        """Take the brief in a file; if it is none, say so, keep the name that was `typed`, and ask again."""
        try:
            brief = read_brief(file, self.view.base)
        except NotABriefError as trouble:
            return self._no_brief(trouble, typed)
        return self._record([PendingEvent("answered", BRIEF, {"brief": msgspec.to_builtins(brief)})])

    def take_in(self, pending: Sequence[PendingEvent]) -> Turn:
        """Take what a group saw (see `taking_in.of_group`), before anything was said."""
        return self._record(pending)

    def _no_brief(self, trouble: NotABriefError, typed: str) -> Turn:
        """Say why a file is no brief; its name is kept, and after the last attempt one goes on without a brief."""
        if not typed:
            return Turn((self._problem(trouble.phrase),), self.ask)
        note = PendingEvent("noted", BRIEF, {"text": typed, "own_words": True, "because": trouble.phrase})
        is_last = sum(one.ask == BRIEF for one in self._state.notes) + 1 >= MOST_NAMES
        return self._record([PendingEvent("skipped", BRIEF), note] if is_last else [note])

    def _not_found(self, typed: str) -> Turn:
        """What follows where only whoever has the file could read it: one has none, or the name was wrong."""
        if says(self.view.base, "not", typed):
            return self._take(Move(move="skip"))
        return self.load_brief(BriefFile(None), typed)

    def asked_at(self, events: Sequence[Event]) -> Ask | None:
        """The open question as it was asked when these events came together: of several rows a grid, else the row.

        None for what was taken from a group, or for a brief that was given beforehand: they answer no open question.
        """
        if is_taken_in(self.track, events) or self._is_given_beforehand(events):
            return None
        asks = [event.ask for event in events if event.kind in ANSWERING or event.kind == "proposed"]
        if self.ask is None or self._draft is None or not asks:
            return self.ask
        return rows.asked_as(self.view, self.ask, self._draft, asks)

    def _is_given_beforehand(self, events: Sequence[Event]) -> bool:
        return self.ask is not None and self.ask.id != BRIEF and any(event.ask == BRIEF for event in events)

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
        if isinstance(given, Move) and given.move == "skip" and given.to and (rest := self._rest(ask, given.to)):
            return [*left_open(event for one in rest for event in skip(self.view, one))]
        if isinstance(given, Move):
            return moves.meant(self.view, ask, given)
        options = shown_options(self.view, ask.id, draft)
        events = with_consequences(
            self.view, interpret(self.view, ask.id, draft, options, given, today=lambda: self.today, hears=self._hear)
        )
        # Before the action itself, behind which it is asked for more of them.
        return [*told_beforehand(self.view, events, lambda: self.today), *events]

    def _rest(self, ask: Ask, to: str) -> Sequence[str]:
        """What is passed by together: all that is still to be asked of the plan, or the fields that may stay open."""
        if to == PLAN and is_about_plan(ask.id):
            return rest_of_plan(self.view, ask.id)
        return [field.id for field in self.rest_to_leave]

    def _hear(self, component_id: str, text: str) -> Heard:
        return self._content_in(self.view.language.code).hear(component_id, text)

    def _check_language(self, code: str) -> None:
        try:
            self._content_in(code)
        except LookupError:
            raise NotUnderstood("problem.language") from None

    def _happen(self, events: Sequence[Event], asked: Ask | None) -> tuple[Say, ...]:
        """Let events happen, and return what is said to what was `asked` and before the next question."""
        says: list[Say] = []
        for event in events:
            before = self.view
            finds_out = bool(self._draft and self._draft.find_out)
            self._apply(event)
            self.view = self._look()
            said = [*replies(before, self.view, asked, event, finds_out=finds_out)]
            # What is said to words comes before what is said to passing the question by: first the reason.
            says = said + says if event.kind == "noted" else says + said
        says = rows.once(says) if len(events) > 1 else says
        if any(event.kind == "skipped" for event in events):  # the question that was heard wrongly is not asked again
            says = [one for one in says if one.id != "heard.other"]
        self._find_ask()
        is_as_it_was = any(event.ask == MEND and choice_of(event.value) == LEAVE for event in events)
        says_nothing_new = events[-1].kind in ("taken_back", "paused") or is_as_it_was
        if self.ask and not says_nothing_new and (asked is None or self.ask.id != asked.id):
            says += self.track.opening(self.view, asked, self.ask)
        if asked and self.ask is None and not says_nothing_new:
            says += self.track.ending(self.view)
        return tuple(says)

    def _apply(self, event: Event) -> None:
        """Let one event happen, and remember the answer that it takes back."""
        if event.kind == "taken_back" and self._state.history:
            last, waits = self._state.history[-1], self._state.proposed
            ask = last.ask
            if isinstance(waits, Proposal) and last.same_turn:  # the day in a form, which comes back as it was
                self._taken[ask] = StandingAnswer(waits.choices[0], waits.words)
            elif given := self._state.answers.get(ask):
                self._taken[ask] = given
        remembered = len(self._state.history)
        self._state.apply(event)
        del self._times[len(self._state.history) :]
        self._times += [event.time] * (len(self._state.history) - remembered)
        self._at += 1

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
        """Ask all rows of a grid, or fields, that are open, unless one went to one of them."""
        if self._grids and self.ask and self._draft and self.ask.id != self._state.focus:
            self.ask, self._draft = rows.gathered(self.view, self.ask.id, self._draft) or (self.ask, self._draft)


def _is_only_near(pending: Sequence[PendingEvent]) -> bool:
    """Whether these events only propose an option that words come near to."""
    return [event.kind for event in pending] == ["proposed"] and HEARD in pending[0].value["doubts"]


def _not_kept(turn: Turn) -> bool:
    """Whether a turn of events tells that these could not be kept: then nothing is said of them."""
    return any(isinstance(one, Problem) for one in turn.says)


def _begun(turn: Turn, said: Say) -> Turn:
    """A turn of events with what is said of them first."""
    return turn if _not_kept(turn) else turn._replace(says=(said, *turn.says))
