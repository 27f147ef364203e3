"""The start screen: begin a conversation, go on with one, or look at an example."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static

from lobgids.i18n import Language
from lobgids.log.events import TrackName
from lobgids.session.error_messages import document_refused
from lobgids.session.file_session import FileSession, taken_from
from lobgids.session.session import StartOptions
from lobgids.session.showing import tracks
from lobgids.storage.errors import DocumentError
from lobgids.storage.folders import default_folder, documents
from lobgids.storage.reading import read
from lobgids.text import clean
from lobgids.tui.app_commands import by_name
from lobgids.tui.context import AppContext
from lobgids.tui.glyphs import Glyphs, glyphs
from lobgids.tui.sheets.path import PathScreen
from lobgids.tui.start.documents import choose, named, rows_of
from lobgids.tui.start.read_screen import EXAMPLE, StoryScreen
from lobgids.tui.start.start_list import DocumentRow, StartList
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.marked_text import MarkedText, plain_lines

AT_ONCE = 8
"""How many documents are read before the list is updated."""


class StartScreen(Screen[None]):
    """What `lobgids` alone opens in a terminal. Leaving it asks nothing and loses nothing."""

    CSS_PATH = "start.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012  # Textual does not declare it for the class
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high"), (32, "-tall")]  # noqa: RUF012  # nor this
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding(by_name("leave").key, "leave", show=False),
        Binding(by_name("settings").key, "settings", show=False),
    ]

    class Opened(Message):
        """A conversation was begun or continued; its document is open for writing."""

        def __init__(self, session: FileSession) -> None:
            super().__init__()
            self.session = session

    class Settings(Message):
        """The settings are wanted."""

    class Closed(Message):
        """The start screen was left."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self._is_left = False

    def compose(self) -> ComposeResult:
        _ = self.language.gettext
        with Vertical(id="page"):
            title = Content.assemble(("lobgids", "bold $heading-text"), "  ", _("samen kijken naar LOB op jouw school"))
            yield Static(title, id="title")
            yield Static(Content(_(
                "Vertel hoe loopbaanoriëntatie en -begeleiding (LOB) op jouw school gaat. Je ziet welk beeld daaruit "
                "komt, en wie wat kan doen. Voor decanen, mentoren en hun collega's. Een kwartier is genoeg om te "
                "beginnen; stoppen en later verdergaan kan altijd. lobgids verstuurt niets."
            )), id="about")  # fmt: skip
            yield StartList(self.language, self.glyphs)
            yield Static(id="status", markup=False)
        yield Hints()

    def on_mount(self) -> None:
        self._begin()

    async def settle(self, context: AppContext) -> None:
        """Show everything with these settings."""
        self.context = context
        await self.recompose()
        self._begin()

    @property
    def language(self) -> Language:
        """The language of the app."""
        return self.context.language

    @property
    def glyphs(self) -> Glyphs:
        """The signs that are drawn."""
        return glyphs(self.context.preferences.glyphs)

    # The list.

    def _begin(self) -> None:
        _ = self.language.gettext
        commands = [by_name(name) for name in ("leave", "settings")]
        hints = [(command.name, command.shown, _(command.short)) for command in commands]
        hints.append(("choose", "Enter", _("Kiezen")))
        self.query_one(Hints).show(hints, small=_("Groter is fijner"))
        self.query_one(StartList).focus()
        self.list_documents()

    def list_documents(self) -> None:
        """List the documents by name, and read them once the list is on screen."""
        found: list[Path] = []
        with self.refusing():
            found = documents(default_folder())
        self.query_one(StartList).show(found)
        self.call_after_refresh(self._read)

    @work(exclusive=True)
    async def _read(self) -> None:
        """Read the documents in a thread, a few at a time, so that the keys work meanwhile."""
        shown = self.query_one(StartList)
        paths = shown.paths
        for start in range(0, len(paths), AT_ONCE):
            some = paths[start : start + AT_ONCE]
            rows = await asyncio.to_thread(rows_of, some, self.context.content_in, self.language)
            shown.show_summaries(start, rows)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        shown = self.query_one(StartList)
        name, _, which = (event.option_id or "").partition(".")
        self.say("")
        match name:
            case "go_on" if shown.unfinished:
                self.go_on(shown.unfinished.path)
            case "new":
                self._new(tracks.shown(which).track)
            case "older":
                shown.show_older()
            case "open":
                self._ask_name()
            case "document":
                choose(self, shown.document(which))
            case "example":
                self._look()
            case _:
                self._do(name)

    def on_hints_done(self, event: Hints.Done) -> None:
        self._do(event.name)

    def _do(self, name: str) -> None:
        match name:
            case "choose":
                self.query_one(StartList).action_select()
            case "settings":
                self.action_settings()
            case "leave":
                self.action_leave()

    def action_settings(self) -> None:
        self.post_message(self.Settings())

    def action_leave(self) -> None:
        """Leave at once: what was begun is in its document."""
        self.post_message(self.Closed())

    # What is said below the list stays until the next choice.

    def say(self, text: str, *, is_problem: bool = False) -> None:
        """Say something below the list, a problem behind its sign; an empty text takes it away."""
        status = self.query_one("#status", Static)
        lead = Content(f"{self.glyphs.clash} ") if is_problem else None
        status.update(MarkedText(plain_lines(clean(text), first=lead)))
        status.set_class(is_problem, "-problem")
        status.display = bool(text)

    @contextmanager
    def refusing(self) -> Iterator[None]:
        """Say why the document or the system refuses something, if it does."""
        try:
            yield
        except DocumentError as error:
            self.say(document_refused(error, self.language), is_problem=True)
        except OSError as error:
            refusal = DocumentError("unreadable", Path(str(error.filename or "")))
            self.say(document_refused(refusal, self.language), is_problem=True)

    # Conversations.

    @property
    def documents(self) -> list[DocumentRow]:
        """The documents in the list, in order."""
        return self.query_one(StartList).documents

    def go_on(self, path: Path) -> None:
        """Go on with the conversation in a document."""
        with self.refusing():
            if path.exists() and not path.is_file():  # a pipe would be read for ever
                raise DocumentError("foreign", path)
            self._enter(lambda: FileSession.resume(path, self.context.content_in, StartOptions()))

    def go_on_alone(self, path: Path) -> None:
        """Begin a conversation of one person with what a group saw in a document."""
        with self.refusing():
            if group := taken_from(path, self.context.content_in):
                self._begin_with(StartOptions(group=group))
            else:
                self.say(self.language.gettext("In dit bestand staat nog niets wat een groep samen zag."))

    def _new(self, track: TrackName) -> None:
        self._begin_with(StartOptions(track))

    def _begin_with(self, options: StartOptions) -> None:
        context = self.context
        chosen = (context.asked, context.preferences.language, context.known)
        language = next((code for code in chosen if code in context.languages), "")
        self._enter(lambda: FileSession.begin(None, context.content_in, options._replace(language=language)))

    def _enter(self, opened: Callable[[], FileSession]) -> None:
        """Open a document, once, even if Enter was pressed twice."""
        if not self._is_left:
            with self.refusing():
                self.post_message(self.Opened(opened()))
                self._is_left = True

    def _ask_name(self) -> None:
        _ = self.language.gettext

        def go_on(typed: str | None) -> None:
            if typed:
                with self.refusing():
                    self.go_on(named(typed))

        question = _("Welk gesprek wil je openen? Typ de naam van het bestand.")
        self.app.push_screen(PathScreen(question, "", _("Openen"), self.language), go_on)

    def _look(self) -> None:
        with self.refusing():
            self.app.push_screen(StoryScreen(read(EXAMPLE), self.context))
