"""What the two screens of a conversation share: the chat and the projector's."""

from collections.abc import Callable

from textual.message import Message
from textual.screen import Screen

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Answer, Input, Problem
from lobgids.dialogue.protocol import Words as OwnWords
from lobgids.i18n import Language
from lobgids.session.file_session import FileSession
from lobgids.session.showing.story import Story, story_of
from lobgids.session.showing.tracks import ShownTrack, shown
from lobgids.storage.preferences import Preferences
from lobgids.text import clean
from lobgids.tui.app_commands import AppCommand
from lobgids.tui.context import AppContext
from lobgids.tui.glyphs import Glyphs, glyphs
from lobgids.tui.theme import Chosen, theme_name
from lobgids.tui.widgets.day import Days
from lobgids.tui.widgets.words import Words


class ConversationScreen(Screen[None]):
    """A conversation, whose document is open for writing."""

    class Over(Message):
        """The conversation is left; all of it is in the document."""

    class Turned(Message):
        """The other screen is wanted: the chat, or the projector's."""

    class Settled(Message):
        """Other settings were chosen."""

        def __init__(self, preferences: Preferences) -> None:
            super().__init__()
            self.preferences = preferences

    def __init__(self, session: FileSession, context: AppContext) -> None:
        super().__init__()
        self.session = session
        self.context = context
        self.given_up = ""
        self.asks_where = False

    @property
    def language(self) -> Language:
        """The language of the conversation."""
        return self.session.conversation.view.language

    @property
    def track(self) -> ShownTrack:
        """What the track of this conversation shows."""
        return shown(self.session.conversation.header.track)

    @property
    def glyphs(self) -> Glyphs:
        """The signs that are drawn."""
        return glyphs(self.context.preferences.glyphs)

    def theme_for(self, chosen: Chosen) -> str:
        """Return the name of this screen's theme if the user chose these colours."""
        return theme_name(chosen)

    async def keep_begun(self) -> None:
        """Keep what was begun in the form of the open question; there is no such form here."""

    @property
    def unsent(self) -> str:
        """What was typed and not sent."""
        return clean(self.query_one(Words).text)

    @property
    def days(self) -> Days:
        """What the form for a day asks of the engine."""
        conversation = self.session.conversation
        return Days(conversation.day_said, conversation.day_to_begin_with)

    def as_shown(self, given: Input) -> Input:
        """Return words that the form showed as a day as that day, so that it is not asked once more."""
        reading = self.session.conversation.day_said(given.text) if isinstance(given, OwnWords) else None
        if reading is None or not reading.fits or not isinstance(given, OwnWords):
            return given
        return Answer(answer={"choice": reading.day.isoformat(), "quote": given.text})

    def story(self) -> Story:
        """Return all that was said so far, in the language of the conversation."""
        return story_of(self.session)

    def commands(self) -> list[AppCommand]:
        """Return what can be done here beside answering."""
        raise NotImplementedError

    async def give(self, given: Input, *, heard: str = "") -> bool:
        """Give the engine an answer or a move, and show what it says; return whether it took it.

        `heard` is what the person did, in words, for a move that is not kept.
        """
        return await self.follow(lambda: self.session.take(given), heard=heard)

    async def follow(self, act: Callable[[], Turn], *, heard: str = "") -> bool:
        """Show what follows from an act; return whether it was taken."""
        raise NotImplementedError

    def was_taken(self) -> None:
        """Empty where it was typed: it was kept after all."""
        raise NotImplementedError

    def ask_where(self, turn: Turn) -> None:
        """If the document is gone, ask where all that was said may be kept, and go on there."""
        if self.asks_where or not self.session.is_gone:
            return
        from lobgids.tui.sheets.path import PathScreen

        _, usual = self.language.gettext, self.session.elsewhere()
        where = _("Waar mag ik het bewaren? Het komt in de map {folder}, of in een map die je ervoor zet.")
        lines = [clean(say.text) for say in turn.says if isinstance(say, Problem)]
        lines.append(where.format(folder=usual.parent))

        async def move(typed: str | None) -> None:
            self.asks_where = False
            if typed and await self.follow(lambda: self.session.move(self.session.elsewhere(typed))):
                self.was_taken()

        self.asks_where = True
        self.app.push_screen(PathScreen("\n".join(lines), usual.name, _("Bewaren"), self.language), move)

    async def settle(self, context: AppContext) -> None:
        """Show everything with these settings."""
        raise NotImplementedError

    async def action_do(self, name: str) -> None:
        """Do a command: make its move, or call its handler."""
        raise NotImplementedError
