"""Lines with more room between them where the screen has it, so that the back row finds its place again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from lobgids.tui.widgets.marked_text import ByWidth, Line, MarkedText

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

MOST_BLANK = 3
"""How many blank lines stand between two things at most."""

TALL = 30
"""From so many rows on there is room between things."""


class Aired(ByWidth):
    """Each blank line as many times, up to three, as `rows` have room for."""

    def __init__(self, lines: Sequence[Line], rows: int) -> None:
        self._lines, self._rows = lines, rows

    def __str__(self) -> str:
        return str(MarkedText(self._lines))

    def at(self, width: int) -> MarkedText:
        """Return the lines with the most room that fits; as they are if none does."""
        tried = (self._with(blank) for blank in range(MOST_BLANK, 1, -1))
        fitting = (text for text in tried if text.get_height(cast("RulesMap", {}), width) <= self._rows)
        return next(fitting, MarkedText(self._lines))

    def _with(self, blank: int) -> MarkedText:
        return MarkedText([line for line in self._lines for _ in range(1 if line.mark or line.text else blank)])
