"""The bar at the bottom: commands with their keys; a click does them, too."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

GAP = "  "
SMALL = (60, 16)
"""Cells and rows: in a smaller terminal the bar says that a larger one is nicer."""


class Hints(Widget):
    """As many whole hints as fit; those that are needed most come first."""

    class Done(Message):
        """A hint was clicked; `name` is the command's."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__()
        self._hints: Sequence[tuple[str, str, str]] = ()
        self._small = ""

    def show(self, hints: Sequence[tuple[str, str, str]], *, small: str = "") -> None:
        """Show other hints: each a command's name, its key and its short name; `small` is said in a small terminal."""
        self._hints, self._small = hints, small
        self.refresh()

    def render(self) -> RenderResult:
        """Return the hints that fit in a row."""
        is_small = self.app.size.width < SMALL[0] and self.app.size.height < SMALL[1]
        row, left = Content(""), self.size.width - (len(self._small) if is_small else 0)
        for name, key, short in self._hints:
            hint = Content.assemble((key, "bold $key-text"), " ", short).stylize(Style.from_meta({"command": name}))
            if hint.cell_length > left:
                break
            row += hint + GAP
            left -= hint.cell_length + len(GAP)
        return row + self._small if is_small else row

    def on_click(self, event: Click) -> None:
        if name := event.style.meta.get("command"):
            self.post_message(self.Done(name))
