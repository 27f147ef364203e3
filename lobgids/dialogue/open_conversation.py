"""A conversation as it is now, for whoever shows it: where it is, what stands, what it comes to."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from msgspec.structs import replace

from lobgids.days.school_year import LAST_DAY, ONE_DAY, school_day
from lobgids.days.spoken import DayReading, local_day, read_day
from lobgids.dialogue import moves
from lobgids.dialogue.asking import to_ask
from lobgids.dialogue.chapters.closing import NEXT, next_draft
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.ending import last_word
from lobgids.dialogue.hearing import Hear, hears_nothing
from lobgids.dialogue.judging import last_action
from lobgids.dialogue.keeping import keeping
from lobgids.dialogue.kinds import FIELDS, KINDS
from lobgids.dialogue.kinds.kind import Said, with_quote
from lobgids.dialogue.overview import Overview, overview
from lobgids.dialogue.protocol import Ask, Input, MentorResult, Move, Problem, Result, Say
from lobgids.dialogue.result import to_result
from lobgids.dialogue.track import Track
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop.guidance import Guidance
from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase
from lobgids.kb.tracks import spoken_to
from lobgids.log.events import Header
from lobgids.log.state import Edit, StandingAnswer, State


class LocalizedContent(NamedTuple):
    """A language with the knowledge base in it, and what hears own words in that language."""

    language: Language
    base: KnowledgeBase
    hear: Hear = hears_nothing


class OpenConversation:
    """A conversation at its open question; `ask` is None once nothing is open.

    `content_in` gives the content in a language by its code, `now` the time as it is written in events.
    """

    def __init__(
        self,
        header: Header,
        track: Track,
        content_in: Callable[[str], LocalizedContent],
        now: Callable[[], str],
    ) -> None:
        self.header = header
        self.track = track
        self._content_in = content_in
        self._now = now
        self._bases: dict[str, KnowledgeBase] = {}
        self._state = State(language=header.language)
        self._at = 0
        self._taken: dict[str, StandingAnswer] = {}
        self.ask: Ask | None = None
        self.view = self._look()

    @property
    def at(self) -> int:
        """The number of events so far."""
        return self._at

    def outcome(self) -> Result | MentorResult:
        """The result of the conversation now, in the shape of its track."""
        return self.track.outcome(self.view, self._is_interim)

    def result(self) -> Result:
        """The result about the school now."""
        return to_result(self.view, interim=self._is_interim)

    @property
    def _is_interim(self) -> bool:
        return self.ask is not None or self.view.state.concluded == "end"

    def overview(self, *, with_chapters: bool = True) -> Overview:
        """Where the conversation is and how each component stands; the chapters only for who shows them."""
        return overview(self.view, self.ask, with_chapters=with_chapters)

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

        Of a grid or form it is that of each row.
        """
        if ask.together:
            taken = {row: self._taken[row] for row in ask.together if row in self._taken}
            return {row: with_quote(Said(given.value, given.quote)) for row, given in taken.items()}
        return ask.standing if self.view.is_answered(ask.id) else self._taken.get(ask.id, StandingAnswer()).value

    def field_in_words(self, field: Ask, value: Any) -> str:
        """The value of a field of the open question, in words; empty if there is none."""
        return FIELDS.in_words(self.view, field, value)

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
        return last_word(self.view)

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

    def _keep_edit(self, edit: Edit) -> Draft:
        """The question whether an edit is kept, with what it changes."""
        state = self._state.copy()
        state.put(edit)
        return keeping(self.view, self._view(self.view.base, self.view.language, state), edit.ask)

    def _problem(self, name: str, **fill: object) -> Problem:
        return Problem(id=name, text=phrase(self.view.base, name, self.header.seed, **fill))
