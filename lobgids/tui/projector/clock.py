"""The clock during a talk: how long it has lasted, without a sound."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from lobgids.dialogue.workshop.agenda import TALK
from lobgids.i18n import Language

if TYPE_CHECKING:
    from textual.timer import Timer


class Clock(Static):
    """The time since the talk began beside the time planned; it ticks only during a talk."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(markup=False)
        self._now = now
        self._talk = ""
        self._began = now()
        self._language: Language | None = None
        self._timer: Timer | None = None

    def run(self, ask: str, language: Language, *, is_on: bool) -> None:
        """Show the clock of a talk, which goes on while the votes are looked at again, or stop ticking."""
        self._language, self.display = language, is_on
        if self._timer:
            self._timer.stop()
            self._timer = None
        if self._talk != ask:
            self._talk, self._began = "", self._now()
        if is_on:
            self._talk = ask
            self._timer = self.set_interval(1, self._tick)
            self._tick()

    def _tick(self) -> None:
        if self._language is None:
            return
        seconds = max(0, int((self._now() - self._began).total_seconds()))
        pattern = self._language.gettext("gesprek {minutes}:{seconds} van {planned} minuten")
        shown = pattern.format(minutes=seconds // 60, seconds=f"{seconds % 60:02}", planned=TALK)
        style = "bold $warning" if seconds >= TALK * 60 else "$muted-text"
        self.update(Content.styled(shown, style))
