"""A conversation over its document: begun or gone on with, each answer kept before anything is said of it."""

import os
import secrets
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple, Self

from lobgids import refusals
from lobgids.advice.conclude import conclude
from lobgids.dialogue.brief import LARGEST, BriefFile
from lobgids.dialogue.chapters.mentor.school import BRIEF, SCENE
from lobgids.dialogue.chapters.setup import START
from lobgids.dialogue.conversation import Conversation, NotKeptError, Tongue, Turn
from lobgids.dialogue.events import FORMAT, Event, Header
from lobgids.dialogue.interpret import LONGEST_TEXT, clean
from lobgids.dialogue.protocol import Answer, Form, Input, Move, Problem, Say, Track, Words
from lobgids.dialogue.state import ANSWERING, standing_events
from lobgids.dialogue.steps import draft_of
from lobgids.regular import read_bytes
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
from lobgids.storage.folders import default_folder
from lobgids.storage.names import SUFFIX, at_home, numbered

Tongues = Callable[[str], Tongue]
"""The knowledge base in a language by its code, '' for the language of this machine; raises `LookupError`."""


BESIDE = ("noted", "paused")
"""Events that answer nothing: where they cannot be kept either, the answer before them is not forgotten."""


class StartOptions(NamedTuple):
    """What the options of a command ask for; empty where they leave it open."""

    track: Track | Literal[""] = ""
    form: Form | Literal[""] = ""
    language: str = ""
    brief: BriefFile | None = None


class ContradictionError(Exception):
    """An option asks for something else than the document holds; `option` is its name."""

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option


class Session:
    """A conversation with its document open for writing, until it is closed."""

    def __init__(self, document: Document, tongues: Tongues, options: StartOptions) -> None:
        self.path = document.path
        self._document = document
        self.events = list(document.events)
        self._unkept: Sequence[Event] = ()
        tongues = with_fallback(tongues, document.header, document.events)
        self._resumed = bool(document.events)
        self.conversation = Conversation(
            document.header,
            tongues=tongues,
            conclude=conclude,
            keep=self._keep,
            now=now,
        )
        self.conversation.replay(document.events)
        self._handed: tuple[Say | Problem, ...] = ()
        self._apply_options(options)

    @classmethod
    def begin(cls, path: Path | None, tongues: Tongues, options: StartOptions) -> Self:
        """A new conversation, in the default folder where no path is given. Raises `DocumentError`."""
        about = tongues(options.language).base.about
        header = Header(
            lobgids=FORMAT, id=str(uuid.uuid4()), created=now(), track=options.track or "decaan", form=options.form,
            knowledge_base=about.id, knowledge_base_version=about.version, language=options.language,
            seed=secrets.token_hex(8),
        )  # fmt: skip
        return cls._over(Document.create(path, header) if path else _created(header), tongues, options)

    @classmethod
    def resume(cls, path: Path, tongues: Tongues, options: StartOptions) -> Self:
        """An earlier conversation. Raises `DocumentError`, and `ContradictionError` where the options say otherwise."""
        return cls._over(Document.open(path), tongues, options)

    @classmethod
    def _over(cls, document: Document, tongues: Tongues, options: StartOptions) -> Self:
        try:
            return cls(document, tongues, options)
        except BaseException:
            document.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._document.close()

    @property
    def answer_times(self) -> list[str]:
        """When each answer that stands was given."""
        return [event.time for event in standing_events(self.events) if event.kind in ANSWERING]

    @property
    def began(self) -> str:
        """When a workshop began: the time of the answer that everyone is there; empty where that does not stand."""
        times = [event.time for event in standing_events(self.events) if event.ask == START and event.kind in ANSWERING]
        return times[-1] if times else ""

    def turn(self) -> Turn:
        """What there is to say when the conversation starts or goes on, and the open question."""
        turn = self.conversation.begin()
        notices = self._notices() if self._resumed else ()
        return turn._replace(says=(*notices, *self._handed, *turn.says))

    def take(self, given: Input) -> Turn:
        """Take an answer or a move; a file that is named where the brief is asked is read first."""
        ask = self.conversation.ask
        name = _typed(given) if ask and ask.id == BRIEF else ""
        return self.conversation.load_brief(brief_file(name)) if name else self.conversation.take(given)

    def pause(self) -> Turn:
        """Stop here, also where that itself cannot be kept, on a full disk say: all before it is."""
        return self.conversation.take(Move(move="pause"))._replace(paused=True)

    # Where the document is gone.

    @property
    def is_gone(self) -> bool:
        """Whether the document was moved, removed or changed by others, so that nothing more can be kept in it."""
        return not self._document.stands

    def elsewhere(self, typed: str = "") -> Path:
        """The file that a typed name is of, among the documents where it names no folder; else a free name there."""
        if not typed:
            path = default_folder() / self.path.name
            return numbered(path) if os.path.lexists(path) else path
        path = default_folder() / at_home(typed)
        if os.path.isdir(path):  # noqa: PTH112  # Path.is_dir raises for a name that is too long
            return path / self.path.name
        return path if path.suffix == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")

    def move(self, path: Path) -> Turn:
        """Go on in a new document, with all that was said and what could not be kept; or why that cannot be."""
        language = self.conversation.view.language
        try:
            self._document = self._document.moved(path, [*self.events, *self._unkept])
        except (DocumentError, ValueError) as error:  # no name of a file at all
            refusal = error if isinstance(error, DocumentError) else DocumentError("unwritable", path)
            return Turn((Problem(text=refusals.told(refusal, language)),), self.conversation.ask)
        self.path = path
        unkept, self._unkept = self._unkept, ()
        self.events.extend(unkept)
        turn = self.conversation.kept(unkept) if unkept else Turn((), self.conversation.ask)
        saved = language.gettext("Je gesprek staat nu in {path}.").format(path=clean(str(path)))
        return turn._replace(says=(Say(id="document.moved", text=saved), *turn.says))

    def _keep(self, events: Sequence[Event]) -> None:
        try:
            self._document.append(events)
        except DocumentError as error:
            beside = all(event.kind in BESIDE for event in events)
            self._unkept = [*(one for one in self._unkept if beside and one.kind != "paused"), *events]
            raise NotKeptError("problem.changed" if self.is_gone else "problem.not_kept") from error
        self._unkept = ()
        self.events.extend(events)

    def _apply_options(self, options: StartOptions) -> None:
        """Make the conversation as the options say where it is still open, and refuse where it is not."""
        view = self.conversation.view
        if options.track and options.track != view.header.track:
            raise ContradictionError("--track")
        if options.form and view.header.track != "decaan":
            raise ContradictionError("--form")
        given = str(view.state.value("welcome.form") or "").removeprefix("form.") or view.header.form
        if options.form and given and options.form != given:
            raise ContradictionError("--form")
        if options.form and not given:
            self._answer_form(options.form)
        if options.brief is not None:
            self._load_brief(options.brief)
        if options.language and options.language != view.language.code and self.conversation.ask:
            self.conversation.take(Move(move="language", to=options.language))

    def _load_brief(self, brief: BriefFile) -> None:
        """Take the decaan's brief beforehand; what is wrong with it is told before anything else."""
        view = self.conversation.view
        if view.header.track != "mentor" or view.is_answered(BRIEF) or view.is_answered(SCENE):
            raise ContradictionError("--brief")
        turn = self.conversation.load_brief(brief)
        self._handed = tuple(said for said in turn.says if isinstance(said, Problem))

    def _answer_form(self, form: str) -> None:
        """What an option gives is not asked again, also where a conversation stopped before that question."""
        answered = Event(time=now(), kind="answered", ask="welcome.form", value=f"form.{form}")
        self._document.append([answered])
        self.events.append(answered)
        self.conversation.replay([answered])

    def _notices(self) -> Iterator[Say]:
        """What is odd about the document, and was left alone."""
        view, document = self.conversation.view, self._document
        _, ngettext = view.language.gettext, view.language.ngettext
        if aside := document.torn_aside:
            told = _("De laatste regel van het bestand was niet af. Die staat nu in {path}, de rest is er nog.")
            yield Say(id="document.torn", text=told.format(path=clean(str(aside))))
        if lines := len(document.skipped):
            told = ngettext(
                "{count} regel van het bestand begrijp ik niet. Die blijft staan, maar telt niet mee.",
                "{count} regels van het bestand begrijp ik niet. Die blijven staan, maar tellen niet mee.",
                lines,
            )
            yield Say(id="document.skipped", text=told.format(count=lines))
        if gone := sum(draft_of(view, ask) is None for ask in view.state.answers):
            told = ngettext(
                "{count} antwoord hoort bij een vraag die er niet meer is. Het blijft bewaard, maar telt niet mee.",
                "{count} antwoorden horen bij vragen die er niet meer zijn. Ze blijven bewaard, maar tellen niet mee.",
                gone,
            )
            yield Say(id="document.gone", text=told.format(count=gone))


def now() -> str:
    """The time as it is written in documents: UTC, with a Z."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def brief_file(name: str) -> BriefFile:
    """What is in a file with a brief, named as somebody typed it."""
    try:
        path = Path(name.strip("'\" ")).expanduser()
        return BriefFile(read_bytes(path, LARGEST + 1))
    except (OSError, ValueError, RuntimeError):  # also no name of a file at all, or somebody's home that is not there
        return BriefFile(None)


def _typed(given: Input) -> str:
    """The words that an input holds; empty where it holds none, or more than the engine takes."""
    match given:
        case Words(text=text) | Answer(answer=str(text)):
            typed = clean(text)
            return typed if len(typed) <= LONGEST_TEXT else ""
    return ""


def with_fallback(tongues: Tongues, header: Header, events: Sequence[Event]) -> Tongues:
    """Tongues that take the language of this machine for one that the document was written in and that is not here."""
    written = {header.language, *(str(event.value) for event in events if event.kind == "language")}

    def tongue(code: str) -> Tongue:
        try:
            return tongues(code)
        except LookupError:
            if code not in written:
                raise
            return tongues("")

    return tongue


def _created(header: Header) -> Document:
    """A new document in the default folder, named by date and track."""
    day = datetime.now(UTC).astimezone().date()
    for number in count(1):
        again = f" {number}" if number > 1 else ""
        try:
            return Document.create(default_folder() / f"{day} {header.track}{again}{SUFFIX}", header)
        except DocumentError as error:
            if error.reason != "exists":
                raise
    raise AssertionError("there is always a next number")
