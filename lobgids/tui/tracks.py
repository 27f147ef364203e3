"""How each track is shown in the app, in one table: its first screen and the style of that."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from lobgids.session.file_session import FileSession
from lobgids.session.showing.tracks import ShownTrack, shown
from lobgids.tui.context import AppContext

if TYPE_CHECKING:
    from lobgids.tui.conversation_screen import ConversationScreen


class TrackDisplay(NamedTuple):
    """How a track is shown in the app."""

    shown: ShownTrack
    screen: "Callable[[FileSession, AppContext], ConversationScreen]"
    """Makes the screen that a conversation begins on."""

    style: str = ""
    """The style file of its first screen; empty if that is the chat, whose style is always loaded."""


def display_of(track: str) -> TrackDisplay:
    """Return how a track is shown. Raises `LookupError`."""
    return _DISPLAYS[track]


def _chat(session: FileSession, context: AppContext) -> "ConversationScreen":
    from lobgids.tui.chat.screen import ChatScreen

    return ChatScreen(session, context)


def _projector(session: FileSession, context: AppContext) -> "ConversationScreen":
    from lobgids.tui.projector.screen import ProjectorScreen

    return ProjectorScreen(session, context)


_DISPLAYS: dict[str, TrackDisplay] = {
    "decaan": TrackDisplay(shown("decaan"), _chat),
    "workshop": TrackDisplay(shown("workshop"), _projector, style="projector/projector.tcss"),
    "mentor": TrackDisplay(shown("mentor"), _chat),
}
