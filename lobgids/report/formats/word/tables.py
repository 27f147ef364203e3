"""Tables in a Word file: their headers are repeated on each page, and empty cells are high enough to write in.

A plot is a table, too: so its text is in the font of the document, and can be read aloud, copied and changed.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from docx.shared import Length, Mm

from lobgids.report.blocks import Figure, Grid, Group, Table
from lobgids.report.formats.word.elements import Element, clean, element, paragraph, run
from lobgids.report.formats.word.styles import CELL, TABLE, Styles
from lobgids.report.grids import cell_text

WRITING_HEIGHT = Mm(9.2)
"""The least height of a row with an empty cell."""

SHORT = 6
"""How many rows a table may have to be kept on one page."""

HIGHEST_PLOT = 24
"""How many rows a plot may have to be kept on one page."""

_MOST_UNBROKEN = 600
"""How many characters a row may have to stay on one page; a row longer than a page has to be broken."""

_MANY = 4
"""More columns of marks than these are narrow, with heads that stand upright."""

_UPRIGHT = Mm(26)
"""The height of such heads."""


def table(block: Table, styles: Styles, width: Length, empty_cells: str) -> Element:
    """Return the table, of this width; `empty_cells` tells who does not see them what they are for."""
    widths = _widths(block.widths or (1,) * len(block.header), width)
    rows = (block.header, *block.rows)
    row_elements = [
        _row(cells, widths, styles[CELL], *_rules(cells, is_header=index == 0), is_kept=_is_kept(index, len(rows)))
        for index, cells in enumerate(rows)
    ]
    told = empty_cells if any("" in row for row in block.rows) else ""
    return _table(row_elements, styles, widths, told, has_names=block.has_names)


def of_marks(block: Figure, styles: Styles, width: Length) -> Element:
    """Return a plot as a table of signs."""
    grid, style = block.grid, styles[CELL]
    widths = _widths(_shares(grid), width)
    is_whole = sum(1 + len(group.rows) for group in grid.groups) <= HIGHEST_PLOT
    names = (grid.corner, *grid.columns, *_remark(grid, grid.remarks))
    header = _row(names, widths, style, element("cantSplit"), element("tblHeader"), is_kept=True)
    if len(grid.columns) > _MANY:
        _stand_upright(header, len(grid.columns))
    rows = [row for group in grid.groups for row in _marks(group, grid, widths, style, is_kept=is_whole)]
    return _table([header, *rows], styles, widths, block.alt)


def _marks(group: Group, grid: Grid, widths: Sequence[int], style: str, *, is_kept: bool) -> Iterator[Element]:
    """Yield the rows of a group, below its name."""
    if group.name:
        name = _cell(group.name, sum(widths), style, is_kept=True)
        name.tcPr.append(element("gridSpan", val=len(widths)))
        yield element("tr", element("trPr", element("cantSplit")), name)
    for row in group.rows:
        texts = (row.name, *map(cell_text, row.cells), *_remark(grid, row.remark))
        yield _row(texts, widths, style, element("cantSplit"), is_kept=is_kept)


def _remark(grid: Grid, text: str) -> list[str]:
    """Return a text in the column of remarks; empty if the grid has none."""
    return [text] if grid.remarks else []


def _shares(grid: Grid) -> tuple[float, ...]:
    """Return the shares of the columns of a plot."""
    name, mark, remark = (4.0, 1.0, 2.2) if len(grid.columns) > _MANY else (2.8, 2.2, 1.9)
    return (name, *[mark] * len(grid.columns), *[remark] * bool(grid.remarks))


def _stand_upright(header: Element, columns: int) -> None:
    """Turn the heads of columns of marks, which are too narrow for their words."""
    header.trPr.insert(1, element("trHeight", val=_UPRIGHT.twips, hRule="atLeast"))
    for cell in header.tc_lst[1 : 1 + columns]:
        cell.tcPr.append(element("textDirection", val="btLr"))


def _table(
    rows: Sequence[Element], styles: Styles, widths: Sequence[int], told: str, *, has_names: bool = True
) -> Element:
    """Return a table of these rows; `told` is for who does not see it."""
    names = int(has_names)
    look = element(
        "tblLook", val="04A0" if names else "0420", firstRow=1, lastRow=0, firstColumn=names, lastColumn=0, noHBand=0,
        noVBand=1,
    )  # fmt: skip
    properties = element(
        "tblPr",
        element("tblStyle", val=styles[TABLE]),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        look,
        *[element("tblDescription", val=clean(told))] * bool(told),
    )
    grid = element("tblGrid", *(element("gridCol", w=column) for column in widths))
    return element("tbl", properties, grid, *rows)


def _is_kept(index: int, count: int) -> bool:
    """Return whether a row stays with the next: all in a short table; in a long one no row stands on a page alone."""
    last = count - 1
    return index < last if count <= SHORT else index in {0, 1, last - 1}


def _widths(shares: Sequence[float], width: Length) -> list[int]:
    """Return the widths of columns in twentieths of a point, which together are as wide as the table."""
    edges = (round(width.twips * share / sum(shares)) for share in accumulate(shares, initial=0))
    return [right - left for left, right in pairwise(edges)]


def _row(cells: Sequence[str], widths: Sequence[int], style: str, *rules: Element, is_kept: bool) -> Element:
    cell_elements = (_cell(cell, width, style, is_kept=is_kept) for width, cell in zip(widths, cells, strict=True))
    return element("tr", element("trPr", *rules), *cell_elements)


def _cell(text: str, width: int, style: str, *, is_kept: bool) -> Element:
    told = paragraph(style, run(text), rules=[element("keepNext")] * is_kept)
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa")), told)


def _rules(cells: Sequence[str], *, is_header: bool) -> Iterator[Element]:
    is_short = sum(map(len, cells)) <= _MOST_UNBROKEN
    if is_short:
        yield element("cantSplit")
    if not is_header and not all(cells):
        yield element("trHeight", val=WRITING_HEIGHT.twips, hRule="atLeast")
    if is_header:
        yield element("tblHeader")
