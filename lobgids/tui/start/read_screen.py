"""The screen to look at something, such as all that was said in a conversation; nothing can be changed."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

import lobgids
from lobgids.i18n import Language
from lobgids.log.events import Contents
from lobgids.session.showing.story import Story
from lobgids.tui.app_commands import by_name
from lobgids.tui.context import AppContext
from lobgids.tui.glyphs import glyphs
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.turn import Turn
from lobgids.tui.widgets.turn_maker import TurnMaker

EXAMPLE = Path(lobgids.__file__).parent / "examples" / "voorbeeld.lobgids"
"""A whole conversation about a school that does not exist."""

STRETCH = 12
"""How many batches are put on screen before keys are handled again."""


class ReadScreen(Screen[None]):
    """Something to read from its beginning, under a title."""

    CSS_PATH = "read.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012  # Textual does not declare it for the class
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding(by_name("leave").key, "close", show=False),
    ]

    def __init__(self, title: str, language: Language, widgets: Sequence[Widget] = ()) -> None:
        super().__init__()
        self._title = title
        self._language = language
        self._widgets = widgets

    def compose(self) -> ComposeResult:
        yield Static(self._title, id="title", markup=False)
        yield VerticalScroll(*self._widgets, id="story")
        yield Hints()

    def on_mount(self) -> None:
        _ = self._language.gettext
        hints = (("close", "Esc", _("Terug")), ("more", "PgDn", _("Verder lezen")))
        self.query_one(Hints).show(hints, small=_("Groter is fijner"))
        self.query_one("#story").focus()

    def on_hints_done(self, event: Hints.Done) -> None:
        if event.name == "more":
            self.query_one("#story").scroll_page_down(animate=False)
        else:
            self.action_close()

    def action_close(self) -> None:
        self.dismiss()


class StoryScreen(ReadScreen):
    """All that was said in a document, in the language of the app."""

    def __init__(self, contents: Contents, context: AppContext) -> None:
        super().__init__(context.language.gettext("Een gesprek om te bekijken"), context.language)
        self._contents = contents
        self._desk = context
        self._terms = context.content_in(context.language.code).base.glossary

    def on_mount(self) -> None:
        self._show_story()

    @work
    async def _show_story(self) -> None:
        """Show all of it, a stretch at a time, so that the first can be read meanwhile."""
        header, events = self._contents.header, self._contents.events
        story = Story(header, events, self._desk.content_in, self._language.code)
        signs, you = glyphs(self._desk.preferences.glyphs), self._language.gettext("jij")
        turn_maker = TurnMaker(self._terms, signs, you)
        for start in range(0, max(1, len(story)), STRETCH):
            entries = story.entries(start, min(start + STRETCH, len(story)))
            await self.query_one("#story").mount_all(list(turn_maker.widgets(entries)))

    def on_turn_explained(self, event: Turn.Explained) -> None:
        from lobgids.tui.sheets.words import WordsScreen

        self.app.push_screen(WordsScreen(self._terms, "", self._language, term=event.term))
