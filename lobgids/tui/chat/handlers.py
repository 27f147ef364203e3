"""What the app does for commands of the chat, and for a click on a turn."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from lobgids.dialogue.protocol import Move
from lobgids.tui import command_handlers
from lobgids.tui.chat.panel import Panel
from lobgids.tui.chat.question_box import QuestionBox
from lobgids.tui.chat.stream import Stream
from lobgids.tui.widgets.words import Words

if TYPE_CHECKING:
    from lobgids.tui.chat.screen import ChatScreen
    from lobgids.tui.widgets.turn import Turn

Handler = Callable[["ChatScreen"], Awaitable[None]]


async def help_(chat: "ChatScreen") -> None:
    """Explain the keys of the open question."""
    from lobgids.tui.sheets.help import HelpScreen

    chat.app.push_screen(HelpScreen(chat.session.conversation.ask, chat.offered, chat.language))


async def note(chat: "ChatScreen") -> None:
    """Begin a note in the line."""
    words = chat.query_one(Words)
    word = chat.language.gettext("notitie")
    if not words.text.startswith(word):
        words.begin(f"{word} ")
    words.focus()


async def panel(chat: "ChatScreen") -> None:
    """Show or hide the side panel."""
    shown = not chat.query_one(Panel).display
    chat.set_class(shown, "-with-panel")
    chat.set_class(not shown, "-no-panel")
    if shown:
        chat.query_one(Panel).focus()
    else:
        chat.query_one(QuestionBox).focus_answer()
    chat.call_after_refresh(chat.refresh_sides)


async def direction(chat: "ChatScreen") -> None:
    """Show which way the answers point, or hide it; before the picture warn first."""
    from lobgids.tui.sheets.ask import AskScreen

    _ = chat.language.gettext

    def show(answer: int | None) -> None:
        if answer == 0:
            _show_direction(chat)

    if not chat.session.conversation.view.track.has_direction:
        return
    if chat.shows_direction:
        chat.shows_direction = False
        chat.refresh_sides()
    elif chat.session.conversation.overview().shows_direction:
        _show_direction(chat)
    else:
        warning = _("Als je nu al ziet welke kant je antwoorden op wijzen, kan dat je volgende antwoorden kleuren.")
        chat.app.push_screen(AskScreen(warning, (_("Toch laten zien"), _("Liever later")), chat.language), show)


def _show_direction(chat: "ChatScreen") -> None:
    chat.shows_direction = True
    chat.add_class("-with-panel")
    chat.remove_class("-no-panel")
    chat.call_after_refresh(chat.refresh_sides)


async def search(chat: "ChatScreen") -> None:
    """Search in all that was said."""
    from lobgids.tui.sheets.search import SearchScreen

    async def show(batch: int | None) -> None:
        if batch is not None:
            await chat.query_one(Stream).show_batch(batch)

    story = chat.story()
    chat.app.push_screen(SearchScreen(list(story.entries(0, len(story))), chat.language), show)


async def open_turn(chat: "ChatScreen", turn: "Turn") -> None:
    """Ask what to do with a turn, and do it."""
    from lobgids.tui.sheets.turn import TurnScreen

    ask, conversation = turn.entry.ask, chat.session.conversation
    later = conversation.answers_after(ask) if turn.entry.who == "person" else None

    async def do(chosen: str | None) -> None:
        match chosen:
            case "copy":
                chat.app.copy_to_clipboard(turn.entry.text)
            case "edit":
                await chat.give(Move(move="edit", to=ask))
            case "back":
                for _ in range((later or 0) + 1):
                    await chat.give(Move(move="back"))

    chat.app.push_screen(TurnScreen(turn.entry, chat.language, can_edit=later is not None, later=later or 0), do)


HANDLERS: dict[str, Handler] = {
    **command_handlers.HANDLERS,
    "help": help_,
    "note": note,
    "panel": panel,
    "direction": direction,
    "search": search,
}
"""The handlers by the name of their command."""
