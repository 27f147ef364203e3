"""An app with nothing in it but the screen that is tested."""

from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import ModalScreen

import lobgids.tui
from lobgids.tui.theme import THEMES

NOTHING = "nothing yet"
"""What a screen has given as long as it gave nothing."""


class Host(App[None]):
    """Shows one screen, and keeps what it gave and what was sent to the clipboard."""

    CSS_PATH = Path(lobgids.tui.__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, over: ModalScreen[Any]) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name
        self.over = over
        self.given: object = NOTHING

    def on_mount(self) -> None:
        self.push_screen(self.over, self.take)

    def take(self, given: object) -> None:
        self.given = given
