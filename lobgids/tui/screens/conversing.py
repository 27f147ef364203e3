"""What the two screens of a conversation share: the chat, and the one for a projector."""

from textual.message import Message
from textual.screen import Screen

from lobgids.dialogue.protocol import Answer, Input, Words
from lobgids.i18n import Language
from lobgids.preferences import Preferences
from lobgids.session import Session
from lobgids.tui.deeds import Deed
from lobgids.tui.desk import Desk
from lobgids.tui.glyphs import Glyphs, glyphs
from lobgids.tui.story import Story
from lobgids.tui.widgets.day import Days


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

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.session = session
        self.desk = desk
        self.given_up = ""

    @property
    def language(self) -> Language:
        """The language of the conversation."""
        return self.session.conversation.view.language

    @property
    def glyphs(self) -> Glyphs:
        """The signs that are drawn."""
        return glyphs(self.desk.preferences.glyphs)

    @property
    def days(self) -> Days:
        """What the form for a day asks of the engine."""
        conversation = self.session.conversation
        return Days(conversation.day_said, conversation.day_to_begin_with)

    def as_shown(self, given: Input) -> Input:
        """Words that the form showed as a day, while they were typed, are that day: it is not asked once more."""
        reading = self.session.conversation.day_said(given.text) if isinstance(given, Words) else None
        if reading is None or not reading.fits or not isinstance(given, Words):
            return given
        return Answer(answer={"choice": reading.day.isoformat(), "quote": given.text})

    def story(self) -> Story:
        """All that was said so far, in the language of the conversation."""
        header, events = self.session.conversation.header, self.session.events
        return Story(header, events, self.desk.tongues, self.language.code)

    def deeds(self) -> list[Deed]:
        """What one can do here beside answering."""
        raise NotImplementedError

    async def give(self, given: Input, *, heard: str = "") -> bool:
        """Give the engine an answer or a move and show what it says; whether it took it."""
        raise NotImplementedError

    async def settle(self, desk: Desk) -> None:
        """Show all as the settings now say."""
        raise NotImplementedError

    async def action_do(self, name: str) -> None:
        """Do one of the deeds: a move, or something of the app's own."""
        raise NotImplementedError
