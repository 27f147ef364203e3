"""The bar at the bottom: what one can do, with its key; clicking does it."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

GAP = "  "
SMALL = (60, 16)
"""Cells and rows: in a smaller terminal the bar says that a larger one is nicer."""

HIGH = 32
"""Rows: a terminal of so many has room for a second row of hints."""


class Hints(Widget):
    """As many hints as fit, whole; the first are the ones one needs most."""

    class Done(Message):
        """A hint was clicked; `name` is the deed's."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        super().__init__()
        self._hints: Sequence[tuple[str, str, str]] = ()
        self._small = ""

    def show(self, hints: Sequence[tuple[str, str, str]], *, small: str = "") -> None:
        """Show other hints: each a deed's name, its key and its short name; `small` is said in a small terminal."""
        self._hints, self._small = hints, small
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """The hints in rows."""
        return Content("\n").join(self._rows(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # not needed
        """As many rows as there are hints for."""
        return len(self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        """The hints that fit: in one row, in a high terminal in two."""
        size = self.app.size
        is_small = size.width < SMALL[0] and size.height < SMALL[1]
        rows, left = [Content("")], width - (len(self._small) if is_small else 0)
        for name, key, short in self._hints:
            hint = Content.assemble((key, "bold $key-text"), " ", short).stylize(Style.from_meta({"deed": name}))
            if hint.cell_length > left:
                if len(rows) == (2 if size.height >= HIGH else 1):
                    break
                rows, left = [*rows, Content("")], width
            rows[-1] += hint + GAP
            left -= hint.cell_length + len(GAP)
        if is_small:
            rows[0] += self._small
        return rows

    def on_click(self, event: Click) -> None:
        """Do what was clicked."""
        if name := event.style.meta.get("deed"):
            self.post_message(self.Done(name))
