"""What the two screens of a conversation share: the chat, and the one for a projector."""

from collections.abc import Callable

from textual.message import Message
from textual.screen import Screen

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.interpret import clean
from lobgids.dialogue.protocol import Answer, Input, Problem
from lobgids.dialogue.protocol import Words as OwnWords
from lobgids.file_session import FileSession
from lobgids.i18n import Language
from lobgids.storage.preferences import Preferences
from lobgids.story import Story, story_of
from lobgids.tui.context import AppContext
from lobgids.tui.deeds import Deed
from lobgids.tui.glyphs import Glyphs, glyphs
from lobgids.tui.theme import Chosen, theme_name
from lobgids.tui.tracks import TrackDisplay, display_of
from lobgids.tui.widgets.day import Days
from lobgids.tui.widgets.words import Words


class ConversationScreen(Screen[None]):
    """A conversation with its document open for writing."""

    class Over(Message):
        """One leaves the conversation; all of it is in the document."""

    class Turned(Message):
        """One wants to see it on the other screen: as a chat, or for a projector."""

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
    def track(self) -> TrackDisplay:
        """What the track of this conversation shows."""
        return display_of(self.session.conversation.header.track)

    @property
    def glyphs(self) -> Glyphs:
        """The signs that are drawn."""
        return glyphs(self.context.preferences.glyphs)

    def theme_for(self, chosen: Chosen) -> str:
        """The name of the theme of this screen where the user chose these colours."""
        return theme_name(chosen)

    @property
    def unsent(self) -> str:
        """The words that were typed and not sent."""
        return clean(self.query_one(Words).text)

    @property
    def days(self) -> Days:
        """What the form for a day asks of the engine."""
        conversation = self.session.conversation
        return Days(conversation.day_said, conversation.day_to_begin_with)

    def as_shown(self, given: Input) -> Input:
        """Words that the form showed as a day, while they were typed, are that day: it is not asked once more."""
        reading = self.session.conversation.day_said(given.text) if isinstance(given, OwnWords) else None
        if reading is None or not reading.fits or not isinstance(given, OwnWords):
            return given
        return Answer(answer={"choice": reading.day.isoformat(), "quote": given.text})

    def story(self) -> Story:
        """All that was said so far, in the language of the conversation."""
        return story_of(self.session)

    def deeds(self) -> list[Deed]:
        """What one can do here beside answering."""
        raise NotImplementedError

    async def give(self, given: Input, *, heard: str = "") -> bool:
        """Give the engine an answer or a move and show what it says; whether it took it.

        `heard` is what the person did in words, for a move that is not kept.
        """
        return await self.follow(lambda: self.session.take(given), heard=heard)

    async def follow(self, act: Callable[[], Turn], *, heard: str = "") -> bool:
        """Show what comes of something; whether it was taken."""
        raise NotImplementedError

    def was_taken(self) -> None:
        """What was typed was kept after all."""
        raise NotImplementedError

    def ask_where(self, turn: Turn) -> None:
        """Where the document is gone, ask where all that was said may be kept, and go on there."""
        if self.asks_where or not self.session.is_gone:
            return
        from lobgids.tui.screens.path import PathScreen

        _, usual = self.language.gettext, self.session.elsewhere()
        where = _("Waar mag ik het bewaren? Het komt in de map {folder}, of in een map die je ervoor zet.")
        lines = [clean(one.text) for one in turn.says if isinstance(one, Problem)]
        lines.append(where.format(folder=usual.parent))

        async def move(typed: str | None) -> None:
            self.asks_where = False
            if typed and await self.follow(lambda: self.session.move(self.session.elsewhere(typed))):
                self.was_taken()

        self.asks_where = True
        self.app.push_screen(PathScreen("\n".join(lines), usual.name, _("Bewaren"), self.language), move)

    async def settle(self, context: AppContext) -> None:
        """Show all as the settings now say."""
        raise NotImplementedError

    async def action_do(self, name: str) -> None:
        """Do one of the deeds: a move, or something of the app's own."""
        raise NotImplementedError
