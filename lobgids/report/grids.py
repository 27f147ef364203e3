"""A grid as lines of text, for a terminal or a reader who cannot see the drawing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from lobgids.report.blocks import Cell, Grid, Group, Key, Row

FILLED, OPEN, EMPTY, AIM = "●", "○", "·", "◎"
STEPS = 4
"""How many signs a share is drawn with."""

GAP, INDENT = 2, 2
NARROWEST_NAME, WIDEST_REMARK = 14, 24


def cell_text(cell: Cell) -> str:
    """Return a mark in signs: '●●●· 64% ◎'; a plain yes or no takes one sign instead of four."""
    return " ".join(part for part in (_signs(cell), " ".join(cell.text.split()), AIM * cell.is_aimed) if part)


def is_marked(cell: Cell) -> bool:
    """Return whether there is anything to see in a cell."""
    return bool(cell.share or cell.text or cell.is_aimed)


def cells_of(groups: Iterable[Group]) -> Iterator[Cell]:
    """Yield all cells."""
    return (cell for group in groups for row in group.rows for cell in row.cells)


def keys_of(keys: Iterable[Key], groups: Sequence[Group]) -> tuple[Key, ...]:
    """Return the keys of marks that are in a plot: one without open dots does not say what these mean."""
    cells = list(cells_of(groups))
    return tuple(key for key in keys if any(_is_like(cell, key.cell) for cell in cells))


def _is_like(cell: Cell, shown: Cell) -> bool:
    if shown.is_aimed:
        return cell.is_aimed
    return bool(cell.share) and cell.is_unsure == shown.is_unsure


def head_of_remarks(head: str, groups: Iterable[Group]) -> str:
    """Return the head of the column of remarks; empty, so that there is no such column, if no row has any."""
    return head if any(row.remark for group in groups for row in group.rows) else ""


def as_lines(grid: Grid, width: int) -> Iterator[str]:
    """Yield the grid with its keys, no line wider than `width`: names before their marks if that fits, else above."""
    widths = _widths(grid, width)
    yield from _side_by_side(grid, widths) if widths else _one_above_other(grid, width)
    if grid.keys:
        yield ""
    marks = [cell_text(key.cell) for key in grid.keys]
    mark_width = min(_widest(marks), width // 2)
    for mark, key in zip(marks, grid.keys, strict=True):
        yield from _abreast((mark, key.text), (mark_width, width - mark_width - GAP))


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes, by the same table as the app."""
    from rich.cells import cell_len  # 12 ms, and only lines for a terminal need it

    return cell_len(text)


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text, none wider than `width`; only a word that is wider by itself is broken."""
    line = ""
    for word in text.split():
        for piece in _pieces(word, width):
            if line and columns_of(line) + 1 + columns_of(piece) > width:
                yield line
                line = piece
            else:
                line = f"{line} {piece}" if line else piece
    yield line


def _pieces(word: str, width: int) -> Iterator[str]:
    """Yield a word in pieces that fit."""
    piece = ""
    for character in word:
        if piece and columns_of(piece + character) > width:  # a character may join the one before it, or make it wider
            yield piece
            piece = ""
        piece += character
    yield piece


def _signs(cell: Cell) -> str:
    """Return how full a cell is, in signs."""
    sign = OPEN if cell.is_unsure else FILLED
    if cell.share in {0, 1} and not cell.text:
        return sign if cell.share else EMPTY * (not cell.is_aimed)
    full = round(cell.share * STEPS)
    return sign * full + EMPTY * (STEPS - full)


def _widths(grid: Grid, width: int) -> list[int]:
    """Return the widths of the name, the columns and any remark; empty if they do not fit in `width`."""
    rows = [row for group in grid.groups for row in group.rows]
    marks = [
        max(_longest_word(column), *(columns_of(cell_text(row.cells[index])) for row in rows), 0)
        for index, column in enumerate(grid.columns)
    ]
    names, remarks = [grid.corner, *(row.name for row in rows)], [grid.remarks, *(row.remark for row in rows)]
    least_name = min(max(NARROWEST_NAME, *(_longest_word(name) + INDENT for name in names)), width // 2)
    left = width - sum(marks) - GAP * len(marks)
    remark = max(_longest_word(" ".join(remarks)), min(_widest(remarks), WIDEST_REMARK, left - GAP - least_name))
    name = min(_widest(names) + INDENT, left - remark - GAP * bool(remark))
    return [name, *marks, *[remark] * bool(remark)] if name >= least_name else []


def _widest(texts: Iterable[str]) -> int:
    return max(map(columns_of, texts), default=0)


def _longest_word(text: str) -> int:
    return max(map(columns_of, text.split()), default=0)


def _side_by_side(grid: Grid, widths: Sequence[int]) -> Iterator[str]:
    """Yield rows with their names before them, under a header."""
    yield from _abreast((grid.corner, *grid.columns, grid.remarks), widths)
    yield "─" * (sum(widths) + GAP * (len(widths) - 1))
    for number, group in enumerate(grid.groups):
        yield from _head(group, sum(widths), is_first=number == 0)
        for row in group.rows:
            indent = " " * INDENT if group.name else ""
            yield from _abreast((row.name, *map(cell_text, row.cells), row.remark), widths, indent)


def _one_above_other(grid: Grid, width: int) -> Iterator[str]:
    """Yield rows with their marks below their names, each with the name of its column; what is empty is left out."""
    labels = [*grid.columns, grid.remarks]
    label_width = min(_widest(labels), width // 2)
    widths = (label_width, width - label_width - GAP - 2 * INDENT)
    for number, group in enumerate(grid.groups):
        yield from _head(group, width, is_first=number == 0)
        for row in group.rows:
            yield from (" " * INDENT + line for line in wrapped(row.name, width - INDENT))
            for label, text in zip(labels, _texts(row), strict=True):
                if text:
                    yield from (" " * 2 * INDENT + line for line in _abreast((label, text), widths))


def _texts(row: Row) -> Iterator[str]:
    """Yield what stands in each column, the remark last; empty if nothing does."""
    yield from (cell_text(cell) if is_marked(cell) else "" for cell in row.cells)
    yield row.remark


def _head(group: Group, width: int, *, is_first: bool) -> Iterator[str]:
    """Yield the name of a group, with an empty line before it."""
    if not is_first:
        yield ""
    if group.name:
        yield from wrapped(group.name, width)


def _abreast(texts: Sequence[str], widths: Sequence[int], indent: str = "") -> Iterator[str]:
    """Yield the lines of texts side by side, each wrapped in its own column, the first indented within it."""
    first = [indent + line for line in wrapped(texts[0], widths[0] - len(indent))]
    others = [list(wrapped(text, width)) for text, width in zip(texts[1:], widths[1:], strict=False)]
    for line in zip_longest(first, *others, fillvalue=""):
        padded = (part + " " * (width - columns_of(part)) for part, width in zip(line, widths, strict=True))
        yield (" " * GAP).join(padded).rstrip()
