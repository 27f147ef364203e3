"""Text whose lines wrap behind their mark, such as a dash or a letter, so that a list stays a list at every width."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.css.styles import RulesMap
from textual.selection import SELECT_ALL
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""The marks of options, each of which chooses its option."""


class Line(NamedTuple):
    """A line and the mark in front of it, behind which it wraps."""

    mark: Content
    text: Content


class MarkedText(Visual):
    """Lines below each other, each wrapped behind its mark; none is parsed as markup."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines

    def __str__(self) -> str:
        return "\n".join(line.mark.plain + line.text.plain for line in self.lines)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells of the longest line."""
        return max((_cells(line.mark) + line.text.get_optimal_width(rules, container_width) for line in self.lines),
                   default=0)  # fmt: skip

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many rows the lines take at this width."""
        return sum(line.text.get_height(rules, _beside(line.mark, width)) for line in self.lines)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Return the rows, at most `height` of them."""
        rows: list[Strip] = []
        for line in self.lines:
            rows += _rows(line, width, style, options)
            if height is not None and len(rows) >= height:
                return rows[:height]
        return rows


class ByWidth(Visual):
    """Text with other lines at another width."""

    def at(self, width: int) -> MarkedText:
        """Return the lines for so many cells."""
        raise NotImplementedError

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the cells of the longest line."""
        return self.at(container_width).get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return how many rows it takes at this width."""
        return self.at(width).get_height(rules, width)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Return the rows, at most `height` of them."""
        return self.at(width).render_strips(width, height, style, options)


class WideOrNarrow(ByWidth):
    """Two ways to show the same: one for at least `least` cells, and one for fewer."""

    def __init__(self, wide: MarkedText, narrow: MarkedText, least: int) -> None:
        self._wide, self._narrow, self._least = wide, narrow, least

    def __str__(self) -> str:
        return str(self._narrow)

    def at(self, width: int) -> MarkedText:
        """Return the one that fits."""
        return self._wide if width >= self._least else self._narrow


class Flow(ByWidth):
    """Short pieces after each other; none that fits in a line is broken."""

    def __init__(self, pieces: Sequence[Content], between: str) -> None:
        self._pieces, self._between = pieces, Content(between)

    def __str__(self) -> str:
        return self._between.plain.join(piece.plain for piece in self._pieces)

    def at(self, width: int) -> MarkedText:
        """Return lines of as many pieces as fit."""
        lines = [self._pieces[0]]
        for piece in self._pieces[1:]:
            longer = lines[-1] + self._between + piece
            lines[-1:] = [longer] if longer.cell_length <= width else [lines[-1], piece]
        return MarkedText([Line(Content(""), line) for line in lines])


def plain_lines(text: str, marks: Iterable[str] = ("- ",), first: Content | None = None) -> list[Line]:
    """Return the lines of a text; those of a list get their dash as their mark, the first one also gets `first`."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        mark = next((mark for mark in marks if line.startswith(mark)), "")
        lines.append(Line(Content(mark), Content(line.removeprefix(mark))))
        if first is not None:
            lead = first if number == 0 else Content(" " * first.cell_length)
            lines[-1] = Line(lead + mark, lines[-1].text)
    return lines


def _rows(line: Line, width: int, style: Style, options: RenderOptions) -> list[Strip]:
    beside = _beside(line.mark, width)
    chosen = SELECT_ALL if options.selection else None
    parts = [
        part.render_strips(
            cells,
            None,
            style,
            RenderOptions(options.get_style, options.rules, chosen, options.selection_style, options.post_style),
        )
        for part, cells in ((line.text, beside), (line.mark, max(1, _cells(line.mark))))
    ]
    if not _cells(line.mark) or beside == width:
        return parts[0]
    blank = Strip.blank(_cells(line.mark), style.rich_style)
    return [Strip.join([parts[1][0] if row == 0 else blank, strip]) for row, strip in enumerate(parts[0])]


def _cells(content: Content) -> int:
    return content.cell_length


def _beside(mark: Content, width: int) -> int:
    """Return the cells that are left beside a mark; if that is next to nothing, the mark is left out."""
    left = width - _cells(mark)
    return left if left > 1 else max(1, width)
