"""The app as a test holds it: over a document of its own, with fixed settings and a fixed day."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from lobgids.i18n import Language, catalogue_folder
from lobgids.preferences import Preferences
from lobgids.session import Session, Tongues
from lobgids.tui.app import LobgidsApp
from lobgids.tui.desk import Desk
from lobgids.tui.screens.chat import ChatScreen

TODAY = date(2026, 11, 23)

AppPilot = Pilot[Any]


def desk(tongues: Tongues, folder: Path, language: str = "nl", **preferences: Any) -> Desk:
    """What the app is given, with settings in a file of the test's own."""
    return Desk(
        ("en", "nl"),
        Language(language, [catalogue_folder()]),
        tongues,
        lambda code: Language(code, [catalogue_folder()]),
        Preferences(**preferences),
        folder / "settings.json",
        (),
        today=lambda: TODAY,
    )


def hold(app: LobgidsApp, play: Callable[[AppPilot], Awaitable[None]], size: tuple[int, int] = (80, 24)) -> None:
    """Run the app without a terminal and let `play` use it."""

    async def main() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await play(pilot)

    asyncio.run(main())


def chat_of(app: LobgidsApp) -> ChatScreen:
    """The conversation that is on screen."""
    screen = app.screen
    assert isinstance(screen, ChatScreen)
    return screen


def session_of(app: LobgidsApp) -> Session:
    """The session of the conversation that is on screen."""
    return chat_of(app).session
