"""The tables of a page: under a header row, and in a region that scrolls if the screen is narrower."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from lobgids.report.blocks import Grid, Group, Table
from lobgids.report.formats.html.elements import element, labelled, lines, text_element, unseen
from lobgids.report.grids import cell_text


def of_text(block: Table, label: str, to_fill_in: str) -> Element:
    """Return a table with its caption, and room to write in the empty cells."""
    rows = (_row(row, to_fill_in, has_name=block.has_names) for row in block.rows)
    caption = labelled("caption", label, block.caption)
    table = element("table", caption, *_widths(block), _columns(block.header), element("tbody", *rows))
    return _region(block.caption, table)


def of_marks(grid: Grid, name: str) -> Element:
    """Return the marks of a grid in signs, with its rows in their groups."""
    header = [grid.corner, *grid.columns, *[grid.remarks] * bool(grid.remarks)]
    bodies = (_group(group, grid) for group in grid.groups)
    return _region(name, element("table", labelled("caption", "", name), _columns(header), *bodies))


def _region(name: str, table: Element) -> Element:
    """Return a table in a region that scrolls by itself, also with keys."""
    table.set("style", f"--columns: {len(table.findall('thead/tr/th'))}")
    return element("div", table, class_="scroll", role="region", tabindex="0", aria_label=name)


def _columns(header: Sequence[str]) -> Element:
    return element("thead", element("tr", *(text_element("th", text, scope="col") for text in header)))


def _widths(block: Table) -> Iterator[Element]:
    """Yield the widths of the columns; none if they are equal."""
    if block.widths:
        shares = (f"width: {100 * width / sum(block.widths):.1f}%" for width in block.widths)
        yield element("colgroup", *(element("col", style=share) for share in shares))


def _row(row: Sequence[str], to_fill_in: str, *, has_name: bool) -> Element:
    first, *rest = (lines(text) if text else [unseen(to_fill_in)] for text in row)
    name = element("th", *first, scope="row", dir="auto") if has_name else element("td", *first, dir="auto")
    cells = (element("td", *content, dir="auto") for content in rest)
    has_empty_cell = not all(row)
    return element("tr", name, *cells, class_="open" if has_empty_cell else "")


def _group(group: Group, grid: Grid) -> Element:
    body = element("tbody")
    if group.name:
        span = str(1 + len(grid.columns) + bool(grid.remarks))
        body.append(element("tr", text_element("th", group.name, scope="rowgroup", colspan=span)))
    for row in group.rows:
        texts = [*map(cell_text, row.cells), *[row.remark] * bool(grid.remarks)]
        body.append(
            element("tr", text_element("th", row.name, scope="row"), *(text_element("td", text) for text in texts))
        )
    return body
