"""The line at the top of the projector: the present item of the agenda, and the minutes planned and passed."""

from datetime import datetime

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from lobgids.dialogue.pace import planned_in_words
from lobgids.i18n import Language
from lobgids.session.session import Session
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.signs import sign_of_stop


class AgendaLine(Widget):
    """The present item with its minutes, as much as fits."""

    def __init__(self) -> None:
        super().__init__()
        self._here = ""
        self._minutes = ""
        self._signs = ""

    def show(self, session: Session, now: datetime, language: Language, glyphs: Glyphs) -> None:
        """Show where the group is, and how much time has passed."""
        path = session.conversation.overview().path
        self._signs = "".join(sign_of_stop(stop, glyphs) for stop in path)
        here = next((stop for stop in path if stop.state == "present"), None)
        self._here = here.name if here else ""
        self._minutes = planned_in_words(path, session.minutes_together(now), language)
        self.refresh()

    def render(self) -> RenderResult:
        """Return the name, the signs of all items if they fit, and the minutes on the right."""
        name = Content.styled(self._here, "bold $heading-text")
        minutes = Content.styled(self._minutes, "$muted-text")
        left = self.size.width - name.cell_length - minutes.cell_length
        signs = Content.styled(self._signs, "$muted-text") if left >= len(self._signs) + 4 else Content("")
        gap = max(1, left - signs.cell_length)
        return name + " " * (gap // 2) + signs + " " * (gap - gap // 2) + minutes
