"""The line at the top: where one is, and how far."""

from collections.abc import Iterator, Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from lobgids.dialogue.overview import Overview, PillarState, Stop
from lobgids.i18n import Language
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.signs import sign_of, sign_of_stop

GAP = "  "


class ProgressLine(Widget):
    """The four pillars with a sign for each component, or a way with its stops; where one is, and the minutes left."""

    class Clicked(Message):
        """It was clicked: one wants to see more."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Content, ...] = (Content(""),)

    def show(self, overview: Overview, language: Language, glyphs: Glyphs, minutes: int | None) -> None:
        """Show how far one is: with whole names, first words or numbers, and at last without the time, as it fits."""
        left = _time_left(language, overview, minutes)
        names = (
            lambda pillar: pillar.name,
            lambda pillar: pillar.name.split()[0],
            lambda pillar: str(pillar.number),
        )
        if overview.path:
            self._lines = tuple(_way(overview.path, left, glyphs))
            self.refresh()
            return
        rows = [[_pillar(pillar, name(pillar), overview, glyphs) for pillar in overview.pillars] for name in names]
        self._lines = tuple(Content(GAP).join(row) for row in (*([*row, left] for row in rows), rows[-1]))
        self.refresh()

    def render(self) -> RenderResult:
        """The longest line that fits."""
        width = self.size.width
        return next((line for line in self._lines if line.cell_length <= width), self._lines[-1])

    def on_click(self) -> None:
        """Show more."""
        self.post_message(self.Clicked())


def _way(path: Sequence[Stop], left: Content, glyphs: Glyphs) -> Iterator[Content]:
    """The stops by name, then only the present one by name, and at last without the time."""
    names = [Content.styled(f"{sign_of_stop(stop, glyphs)} {stop.name}", _style(stop)) for stop in path]
    signs = Content("").join(Content.styled(sign_of_stop(stop, glyphs), _style(stop)) for stop in path)
    here = [Content.styled(stop.name, _style(stop)) for stop in path if stop.state == "present"]
    yield Content(GAP).join([*names, left])
    yield Content(GAP).join([signs, *here, left])
    yield Content(GAP).join([signs, *here])
    yield signs


def _style(stop: Stop) -> str:
    return "bold $heading-text" if stop.state == "present" else "$muted-text"


def _pillar(pillar: PillarState, name: str, overview: Overview, glyphs: Glyphs) -> Content:
    signs = "".join(sign_of(component, glyphs) for component in pillar.components)
    style = "bold $heading-text" if pillar.id == overview.pillar else "$muted-text"
    return Content.styled(f"{name} {signs}", style)


def _time_left(language: Language, overview: Overview, minutes: int | None) -> Content:
    """The minutes left at one's own pace, or as long as that is not known the part that is done."""
    _ = language.gettext
    if minutes is None:
        return Content.styled(_("{percent}% klaar").format(percent=int(overview.progress * 100)), "$muted-text")
    return Content.styled(_("nog ca. {count} min").format(count=minutes), "$muted-text")
