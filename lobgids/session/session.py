"""A conversation over its store, whatever that is: each answer is kept before the guide reacts to it."""

import secrets
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple, Self

from lobgids.dialogue.brief import BRIEF, BriefFile
from lobgids.dialogue.chapters.mentor.school import SCENE
from lobgids.dialogue.conversation import Conversation, NotKeptError, Turn
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.protocol import Input, Move, Problem, Say
from lobgids.dialogue.steps import draft_of
from lobgids.log.ask_ids import FORM
from lobgids.log.events import FORMAT, Event, Form, Header, TrackName
from lobgids.log.state import ANSWERING, standing_events
from lobgids.session.group_clock import began, minutes_together
from lobgids.storage.errors import StoreError
from lobgids.storage.port import Store
from lobgids.text import clean

ContentByLanguage = Callable[[str], LocalizedContent]
"""Gives the content in a language by its code, '' for the language of this machine; raises `LookupError`."""


BESIDE = ("noted", "paused")
"""Events that answer nothing: if they cannot be kept either, the answer before them is not forgotten."""


class StartOptions(NamedTuple):
    """What the options of a command ask for; empty or None if they leave it open."""

    track: TrackName | Literal[""] = ""
    form: Form | Literal[""] = ""
    language: str = ""
    brief: BriefFile | None = None
    group: Sequence[PendingEvent] = ()


class ContradictionError(Exception):
    """An option asks for something else than the document holds; `option` is its name."""

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option


class Session:
    """A conversation with its store open, until it is closed."""

    def __init__(self, store: Store, content_in: ContentByLanguage, options: StartOptions) -> None:
        self.store = store
        self.content_in = content_in
        self.events = list(store.events)
        self._unkept: Sequence[Event] = ()
        self._resumed = bool(store.events)
        self._opened = now()
        self.conversation = Conversation(
            store.header,
            content_in=with_fallback(content_in, store.header, store.events),
            keep=self._keep,
            now=now,
            private=store.phrases.greeting,
        )
        self.conversation.replay(store.events)
        self._refused: list[Problem] = []
        self._apply_options(options)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.store.close()

    @property
    def answer_times(self) -> list[str]:
        """When each answer that stands was given."""
        return [event.time for event in standing_events(self.events) if event.kind in ANSWERING]

    @property
    def began(self) -> str:
        """When a workshop began: the time of the answer that everyone is there; empty if there is none."""
        return began(self.events)

    def minutes_together(self, moment: datetime) -> int | None:
        """The whole minutes that a workshop has lasted at a moment, without pauses; None if it did not begin."""
        return minutes_together(self.events, moment, self._opened if self._resumed else "")

    @property
    def all_events(self) -> list[Event]:
        """All that was said, with what could not be kept."""
        return [*self.events, *self._unkept]

    @property
    def is_gone(self) -> bool:
        """Whether the document was moved, removed or changed by others, so that nothing more can be kept in it."""
        return not self.store.stands

    def turn(self) -> Turn:
        """Return what there is to say when the conversation starts or goes on, and the open question."""
        turn = self.conversation.begin()
        notices = self._notices() if self._resumed else ()
        return turn._replace(says=(*notices, *self._refused, *turn.says))

    def take(self, given: Input) -> Turn:
        """Take an answer or a move at the open question."""
        return self.conversation.take(given)

    def pause(self) -> Turn:
        """Stop here, even if the pause itself cannot be kept, as on a full disk: all before it is kept.

        If no question is open, there is no pause to keep.
        """
        if self.conversation.ask is None:
            return Turn((), None, paused=True)
        return self.conversation.take(Move(move="pause"))._replace(paused=True)

    def go_on_in(self, store: Store) -> Turn:
        """Go on in another store, which holds all events, and return the turn on those that were not kept before."""
        self.store = store
        unkept, self._unkept = self._unkept, ()
        self.events.extend(unkept)
        return self.conversation.kept(unkept) if unkept else Turn((), self.conversation.ask)

    def _keep(self, events: Sequence[Event]) -> None:
        try:
            self.store.append(events)
        except StoreError as error:
            is_beside = all(event.kind in BESIDE for event in events)
            self._unkept = [*(event for event in self._unkept if is_beside and event.kind != "paused"), *events]
            phrases = self.store.phrases
            raise NotKeptError(phrases.gone if self.is_gone else phrases.not_kept) from error
        self._unkept = ()
        self.events.extend(events)

    # What is given beforehand.

    def _apply_options(self, options: StartOptions) -> None:
        """Apply the options to what is still open. Raises `ContradictionError` if one contradicts what is not."""
        view = self.conversation.view
        if options.track and options.track != view.header.track:
            raise ContradictionError("--track")
        if options.form and view.track.form:
            raise ContradictionError("--form")
        given = str(view.state.value(FORM) or "").removeprefix("form.") or view.header.form
        if options.form and given and options.form != given:
            raise ContradictionError("--form")
        if options.form and not given:  # also where the conversation stopped before that question
            self._keep_problems(self.conversation.answer_beforehand(FORM, f"form.{options.form}"))
        if options.brief is not None:
            self._load_brief(options.brief)
        if options.group:
            self._take_in(options.group)
        if options.language and options.language != view.language.code and self.conversation.ask:
            self._keep_problems(self.conversation.take(Move(move="language", to=options.language)))

    def _load_brief(self, brief: BriefFile) -> None:
        view = self.conversation.view
        if not view.track.takes_brief or view.is_answered(BRIEF) or view.is_answered(SCENE):
            raise ContradictionError("--brief")
        self._keep_problems(self.conversation.load_brief(brief))

    def _take_in(self, group: Sequence[PendingEvent]) -> None:
        view = self.conversation.view
        if view.state.history or view.track.answering.is_vote or not view.track.asks_school:
            raise ContradictionError("--group")
        self._keep_problems(self.conversation.take_in(group))

    def _keep_problems(self, turn: Turn) -> None:
        """Keep the problems of a turn, which are shown before anything else."""
        self._refused += [output for output in turn.says if isinstance(output, Problem)]

    # What is odd.

    def _notices(self) -> Iterator[Say]:
        """Yield what is odd about what is kept, and was left alone."""
        view = self.conversation.view
        for notice in self.store.notices(view.language):
            yield Say(id=notice.id, text=clean(notice.text))
        if gone := sum(draft_of(view, ask) is None for ask in view.state.answers):
            sentence = view.language.ngettext(
                "{count} antwoord hoort bij een vraag die er niet meer is. Het blijft bewaard, maar telt niet mee.",
                "{count} antwoorden horen bij vragen die er niet meer zijn. Ze blijven bewaard, maar tellen niet mee.",
                gone,
            )
            yield Say(id="document.gone", text=sentence.format(count=gone))


def new_header(content_in: ContentByLanguage, options: StartOptions) -> Header:
    """Return the header of a conversation that begins now."""
    about = content_in(options.language).base.about
    return Header(
        lobgids=FORMAT, id=str(uuid.uuid4()), created=now(), track=options.track or "decaan", form=options.form,
        knowledge_base=about.id, knowledge_base_version=about.version, language=options.language,
        seed=secrets.token_hex(8), marks_turns=True, hears_first=True, places_later=True,
        shows_sentences=True,
    )  # fmt: skip


def now() -> str:
    """Return the time as it is written in documents: UTC, with a Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def with_fallback(content_in: ContentByLanguage, header: Header, events: Sequence[Event]) -> ContentByLanguage:
    """Return content that has the language of this machine in place of a language of the document that is not here."""
    written = {header.language, *(str(event.value) for event in events if event.kind == "language")}

    def localized(code: str) -> LocalizedContent:
        try:
            return content_in(code)
        except LookupError:
            if code not in written:
                raise
            return content_in("")

    return localized
