"""The tables of a page: under a header row, and on a narrow screen as a card for each row.

On a card each cell stands below the head of its column, which the style sheet shows from `data-head`. A browser takes
rows that are laid out otherwise for no rows, so all parts of a table say what they are.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from lobgids.report.blocks import Cell, Grid, Group, Table
from lobgids.report.formats.html.elements import element, labelled, lines, text_element, unseen
from lobgids.report.grids import cell_text, is_marked


def of_text(block: Table, label: str, empty_cells: str) -> Element:
    """Return a table with its caption, and room to write in the empty cells."""
    rows = (_row(row, block.header, has_name=block.has_names) for row in block.rows)
    caption = labelled("caption", label, block.caption)
    if any("" in row for row in block.rows):
        caption.append(unseen(f" {empty_cells}"))
    body = element("tbody", *rows, role="rowgroup")
    return _region(block.caption, _table(caption, *_widths(block), _columns(block.header), body))


def of_marks(grid: Grid, name: str) -> Element:
    """Return the marks of a grid in signs, with its rows in their groups."""
    header = [grid.corner, *grid.columns, *[grid.remarks] * bool(grid.remarks)]
    bodies = (_group(group, header) for group in grid.groups)
    return _region(name, _table(labelled("caption", "", name), _columns(header), *bodies))


def _table(*content: Element) -> Element:
    return element("table", *content, role="table")


def _region(name: str, table: Element) -> Element:
    """Return a table in a region that scrolls by itself, also with keys."""
    return element("div", table, class_="scroll", role="region", tabindex="0", aria_label=name)


def _columns(header: Sequence[str]) -> Element:
    heads = (text_element("th", text, scope="col", role="columnheader") for text in header)
    return element("thead", element("tr", *heads, role="row"), role="rowgroup")


def _widths(block: Table) -> Iterator[Element]:
    """Yield the widths of the columns; none if they are equal."""
    if block.widths:
        shares = (f"width: {100 * width / sum(block.widths):.1f}%" for width in block.widths)
        yield element("colgroup", *(element("col", style=share) for share in shares))


def _row(row: Sequence[str], header: Sequence[str], *, has_name: bool) -> Element:
    heads, texts = (header[1:], row[1:]) if has_name else (header, row)
    name = [_name(row[0])] if has_name else []
    cells = (_cell(text, head) for text, head in zip(texts, heads, strict=True))
    has_empty_cell = not all(row)
    return element("tr", *name, *cells, role="row", class_="open" if has_empty_cell else "")


def _name(text: str) -> Element:
    return text_element("th", text, scope="row", role="rowheader")


def _cell(text: str, head: str, **attributes: str) -> Element:
    return element("td", *lines(text), role="cell", dir="auto", data_head=" ".join(head.split()), **attributes)


def _group(group: Group, header: Sequence[str]) -> Element:
    body = element("tbody", role="rowgroup")
    if group.name:
        name = text_element("th", group.name, scope="rowgroup", role="rowheader", colspan=str(len(header)))
        body.append(element("tr", name, role="row"))
    for row in group.rows:
        marks = (_mark(cell, head) for cell, head in zip(row.cells, header[1:], strict=False))
        remarks = (_remark(row.remark, head) for head in header[1 + len(row.cells) :])
        body.append(element("tr", _name(row.name), *marks, *remarks, role="row"))
    return body


def _mark(cell: Cell, head: str) -> Element:
    """Return a mark in signs; on a card there is no room for what is not marked."""
    return _cell(cell_text(cell), head, class_="" if is_marked(cell) else "nothing")


def _remark(text: str, head: str) -> Element:
    return _cell(text, head, class_="" if text else "nothing")
