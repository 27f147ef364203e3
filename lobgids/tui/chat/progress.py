"""The line at the top of the chat: where the conversation is, and how far."""

from collections.abc import Iterator, Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from lobgids.dialogue.overview import Overview, Stop
from lobgids.dialogue.pace import time_left_in_words
from lobgids.i18n import Language
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.signs import sign_of_stop

GAP = "  "


class ProgressLine(Widget):
    """The chapters or the stops, the present one with its number in a series, and the minutes left."""

    class Clicked(Message):
        """It was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Content, ...] = (Content(""),)

    def show(self, overview: Overview, language: Language, glyphs: Glyphs, minutes: float | None) -> None:
        """Show how far the conversation is, in as many words as fit."""
        left = Content.styled(time_left_in_words(overview.progress, minutes, language), "$muted-text")
        self._lines = tuple(_way(overview.path or overview.chapters, left, glyphs))
        self.refresh()

    def render(self) -> RenderResult:
        """Return the longest line that fits."""
        width = self.size.width
        return next((line for line in self._lines if line.cell_length <= width), self._lines[-1])

    def on_click(self) -> None:
        self.post_message(self.Clicked())


def _way(path: Sequence[Stop], left: Content, glyphs: Glyphs) -> Iterator[Content]:
    """Yield ever shorter lines: all stops by name, only the present one by name, and without the time."""
    names = [Content.styled(_named(stop, glyphs), _style(stop)) for stop in path]
    signs = Content("").join(Content.styled(sign_of_stop(stop, glyphs), _style(stop)) for stop in path)
    here = [name for name, stop in zip(names, path, strict=True) if stop.state == "present"]
    here = [name[2:] for name in here]  # its sign stands among the others
    yield Content(GAP).join([*names, left])
    yield Content(GAP).join([signs, *here, left])
    yield Content(GAP).join([signs, *here])
    yield signs


def _named(stop: Stop, glyphs: Glyphs) -> str:
    """Return a stop with its sign, and where it is in a series."""
    return f"{sign_of_stop(stop, glyphs)} {stop.name} {stop.series}".rstrip()


def _style(stop: Stop) -> str:
    return "bold $heading-text" if stop.state == "present" else "$muted-text"
