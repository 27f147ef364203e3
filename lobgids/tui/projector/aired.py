"""Lines with more room between them where the screen has it, so that the back row finds its place again."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual.content import Content

from lobgids.tui.widgets.marked_text import ByWidth, Line, MarkedText

if TYPE_CHECKING:
    from textual.css.styles import RulesMap

MOST_BLANK = 3
"""How many blank lines stand between two things at most."""

TALL = 30
"""From so many rows on there is room between things."""

BLANK = Line(Content(""), Content(""))
"""At least one blank line."""

GAP = Line(Content(""), Content(""))
"""Blank where there is room, and else nothing; told from `BLANK` by which of the two it is."""

NARROW = 60

Draw = Callable[[int], Sequence[Line]]
"""The lines for so many cells."""


class Aired(ByWidth):
    """Lines for the width, each blank one up to `most` times and each gap open as far as `rows` have room for it."""

    def __init__(self, draw: Draw, rows: int, most: int) -> None:
        self._draw, self._rows, self._most = draw, rows, most

    def __str__(self) -> str:
        return str(_with(self._draw(NARROW), blank=1, gap=0))

    def at(self, width: int) -> MarkedText:
        """Return the lines with the most room that fits; without any gap if none does."""
        lines = self._draw(width)
        tried = (_with(lines, blank=blank, gap=blank) for blank in range(self._most, 0, -1))
        fitting = (text for text in tried if text.get_height(cast("RulesMap", {}), width) <= self._rows)
        return next(fitting, _with(lines, blank=1, gap=0))


def _with(lines: Sequence[Line], *, blank: int, gap: int) -> MarkedText:
    return MarkedText([line for line in lines for _ in range(_times(line, blank, gap))])


def _times(line: Line, blank: int, gap: int) -> int:
    if line is GAP:
        return gap
    return 1 if line.mark or line.text else blank
