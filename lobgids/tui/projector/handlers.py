"""What the app does for commands of the projector's screen."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from lobgids.dialogue.protocol import Move
from lobgids.tui import command_handlers

if TYPE_CHECKING:
    from lobgids.tui.projector.screen import ProjectorScreen

Handler = Callable[["ProjectorScreen"], Awaitable[None]]


async def guidance(screen: "ProjectorScreen") -> None:
    """Show the facilitator's notes; as the group would see them too, ask first, once at each question."""
    from lobgids.tui.sheets.ask import AskScreen
    from lobgids.tui.sheets.guidance import GuidanceScreen

    _, notes, ask = screen.language.gettext, screen.session.conversation.guidance(), screen.ask
    if notes is None or ask is None:
        return

    def show(answer: int | None = 1) -> None:
        if answer == 1:
            screen.shows_notes_at = ask.id
            screen.app.push_screen(GuidanceScreen(notes.for_group(), screen.language))

    if screen.shows_notes_at == ask.id:
        show()
    else:
        answers = (_("Nee, liever niet"), _("Ja, laat de notities zien"))
        screen.app.push_screen(AskScreen(_("De groep ziet dit ook. Toch?"), answers, screen.language), show)


async def blank(screen: "ProjectorScreen") -> None:
    """Show a black screen, until any key."""
    from lobgids.tui.sheets.blank import BlankScreen

    screen.app.push_screen(BlankScreen())


async def park(screen: "ProjectorScreen") -> None:
    """Put something in the parking lot, for later."""
    from lobgids.tui.sheets.path import PathScreen

    _ = screen.language.gettext

    async def note(text: str | None) -> None:
        if text:
            await screen.give(Move(move="note", text=text))

    question = _("Wat parkeren jullie? Noem het onderwerp, geen namen.")
    screen.app.push_screen(PathScreen(question, "", _("Parkeren"), screen.language), note)


async def help_(screen: "ProjectorScreen") -> None:
    """Explain the keys of the projector's screen."""
    from lobgids.tui.sheets.projector_help import ProjectorHelpScreen

    screen.app.push_screen(ProjectorHelpScreen(screen.language))


HANDLERS: dict[str, Handler] = {
    **command_handlers.HANDLERS,
    "help": help_,
    "guidance": guidance,
    "blank": blank,
    "park": park,
}
"""The handlers by the name of their command."""
