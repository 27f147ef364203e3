"""What each track shows in the app, in one table: its screen, what one can look up there and have made of it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from lobgids.i18n import N_
from lobgids.log.events import TrackName
from lobgids.session.file_session import FileSession
from lobgids.tui.context import AppContext

if TYPE_CHECKING:
    from lobgids.tui.conversation_screen import ConversationScreen


class TrackDisplay(NamedTuple):
    """What a track shows in the app."""

    track: TrackName
    for_whom: str
    about: str
    """Whom it is for, and what it is, on the start screen; both are translated when shown."""

    screen: "Callable[[FileSession, AppContext], ConversationScreen]"
    """Makes the screen that a conversation begins on."""
    reports: tuple[str, ...]
    """The names of the reports that one can choose from, in order."""

    style: str = ""
    """The style file of its first screen; empty if that is the chat, whose style is always loaded."""
    has_projector: bool = False
    """Whether one can turn between the chat and the projector."""

    topics: tuple[str, ...] = ("role", "model", "competence", "learning", "explanation")
    """The kinds of topics that one can look up beside words."""
    topics_name_stages: bool = True
    """Whether these topics are hidden until they can colour no answer any more."""


def display_of(track: str) -> TrackDisplay:
    """Return what a track shows. Raises `LookupError`."""
    return _DISPLAYS[track]


def displays() -> Iterator[TrackDisplay]:
    """Yield what each track shows, in the order of the start screen."""
    yield from _DISPLAYS.values()


def _chat(session: FileSession, context: AppContext) -> "ConversationScreen":
    from lobgids.tui.chat.screen import ChatScreen

    return ChatScreen(session, context)


def _projector(session: FileSession, context: AppContext) -> "ConversationScreen":
    from lobgids.tui.projector.screen import ProjectorScreen

    return ProjectorScreen(session, context)


_DISPLAYS: dict[str, TrackDisplay] = {
    display.track: display
    for display in (
        TrackDisplay(
            "decaan",
            N_("Voor de decaan"),
            N_("een kwartier voor een eerste beeld, of langer"),
            _chat,
            reports=("me", "leadership", "talk", "reference"),
        ),
        TrackDisplay(
            "workshop",
            N_("Met een groep"),
            N_("tien tot dertig collega's, een tot twee uur"),
            _projector,
            reports=("group", "leadership", "talk", "reference"),
            style="projector/projector.tcss",
            has_projector=True,
        ),
        TrackDisplay(
            "mentor",
            N_("Voor een nieuwe mentor"),
            N_("kennismaken met LOB, in twintig minuten"),
            _chat,
            reports=("sheet",),
            topics=("role", "model", "case"),
            topics_name_stages=False,
        ),
    )
}
