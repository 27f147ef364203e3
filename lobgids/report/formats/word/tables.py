"""A table in a Word file: its header is repeated on each page, and its empty cells are high enough to write in."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from docx.shared import Length, Mm

from lobgids.report.blocks import Table
from lobgids.report.formats.word.elements import Element, element, paragraph, run
from lobgids.report.formats.word.styles import CELL, TABLE, Styles

WRITING_HEIGHT = Mm(9.2)
"""The least height of a row with an empty cell."""

SHORT = 6
"""How many rows a table may have to be kept on one page."""

_MOST_UNBROKEN = 600
"""How many characters a row may have to stay on one page; a row longer than a page has to be broken."""


def table(block: Table, styles: Styles, width: Length) -> Element:
    """Return the table, of this width."""
    widths = _widths(block, width)
    names = int(block.has_names)
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
    )
    grid = element("tblGrid", *(element("gridCol", w=column) for column in widths))
    rows = (block.header, *block.rows)
    row_elements = (
        _row(cells, widths, styles[CELL], is_header=index == 0, is_kept=_is_kept(index, len(rows)))
        for index, cells in enumerate(rows)
    )
    return element("tbl", properties, grid, *row_elements)


def _is_kept(index: int, count: int) -> bool:
    """Return whether a row stays with the next: all in a short table; in a long one no row stands on a page alone."""
    last = count - 1
    return index < last if count <= SHORT else index in {0, last - 1}


def _widths(block: Table, width: Length) -> list[int]:
    """Return the widths of the columns in twentieths of a point, which together are as wide as the table."""
    shares = block.widths or (1,) * len(block.header)
    edges = (round(width.twips * share / sum(shares)) for share in accumulate(shares, initial=0))
    return [right - left for left, right in pairwise(edges)]


def _row(cells: Sequence[str], widths: Sequence[int], style: str, *, is_header: bool, is_kept: bool) -> Element:
    cell_elements = []
    for width, cell in zip(widths, cells, strict=True):
        text = paragraph(style, run(cell), rules=[element("keepNext")] * is_kept)
        cell_elements.append(element("tc", element("tcPr", element("tcW", w=width, type="dxa")), text))
    return element("tr", element("trPr", *_rules(cells, is_header=is_header)), *cell_elements)


def _rules(cells: Sequence[str], *, is_header: bool) -> Iterator[Element]:
    is_short = sum(map(len, cells)) <= _MOST_UNBROKEN
    if is_short:
        yield element("cantSplit")
    if not is_header and not all(cells):
        yield element("trHeight", val=WRITING_HEIGHT.twips, hRule="atLeast")
    if is_header:
        yield element("tblHeader")
