"""What each track shows in the app, in one table: its screen, what one can look up there and have made of it."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from lobgids.dialogue.protocol import Track
from lobgids.file_session import FileSession
from lobgids.i18n import gettext_noop as N_
from lobgids.tui.context import AppContext

if TYPE_CHECKING:
    from lobgids.tui.screens.conversing import ConversationScreen


class TrackDisplay(NamedTuple):
    """What a track shows in the app; its texts are translated when shown.

    `for_whom` and `about` are the start screen's. `screen` makes the one that a conversation begins on, which has a
    `style` file of its own or that of the chat; with `has_projector` one can turn between the chat and the projector.
    `reports` are the names of those that one can choose to make.

    `topics` are the kinds that one can look up beside words; those that `name_stages` are hidden until they can colour
    no answer any more. With `has_direction` the panel shows which way the answers point.
    """

    track: Track
    for_whom: str
    about: str
    screen: "Callable[[FileSession, AppContext], ConversationScreen]"
    reports: tuple[str, ...]
    style: str = ""
    has_projector: bool = False
    topics: tuple[str, ...] = ("role", "model")
    name_stages: bool = True
    has_direction: bool = False


def display_of(track: str) -> TrackDisplay:
    """What a track shows. Raises `LookupError`."""
    return _DISPLAYS[track]


def displays() -> Iterator[TrackDisplay]:
    """Those of all tracks, in the order in which one can begin them."""
    yield from _DISPLAYS.values()


def _chat(session: FileSession, context: AppContext) -> "ConversationScreen":
    from lobgids.tui.screens.chat import ChatScreen

    return ChatScreen(session, context)


def _stage(session: FileSession, context: AppContext) -> "ConversationScreen":
    from lobgids.tui.screens.stage import StageScreen

    return StageScreen(session, context)


_DISPLAYS: dict[str, TrackDisplay] = {
    display.track: display
    for display in (
        TrackDisplay(
            "decaan",
            N_("Voor de decaan"),
            N_("een kwartier voor een eerste beeld, of langer"),
            _chat,
            reports=("me", "leadership", "talk"),
            has_direction=True,
        ),
        TrackDisplay(
            "workshop",
            N_("Met een groep"),
            N_("tien tot dertig collega's, een tot twee uur"),
            _stage,
            reports=("group", "leadership", "talk"),
            style="screens/stage.tcss",
            has_projector=True,
        ),
        TrackDisplay(
            "mentor",
            N_("Voor een nieuwe mentor"),
            N_("kennismaken met LOB, in twintig minuten"),
            _chat,
            reports=("sheet",),
            topics=("role", "model", "case"),
            name_stages=False,
        ),
    )
}
