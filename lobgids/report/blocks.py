"""A report as plain data: parts made of blocks. Every format sets these same blocks; JSON holds them as they are.

All text is plain text: it may hold what somebody typed, and no format may take a character in it for a command. It
holds no control characters but the newline, which stands for a new line within the block.
"""

from typing import Literal

from msgspec import Struct


class Heading(Struct, frozen=True, kw_only=True, tag_field="type", tag="heading"):
    """A heading within a part: `level` 2 below the part's own title (which is 1), or 3."""

    text: str
    level: Literal[2, 3] = 2


class Paragraph(Struct, frozen=True, kw_only=True, tag_field="type", tag="paragraph"):
    """A paragraph; a `lead` stands out as the one sentence to remember, a `small` one is an aside or a source."""

    text: str
    look: Literal["plain", "lead", "small"] = "plain"


class Items(Struct, frozen=True, kw_only=True, tag_field="type", tag="items"):
    """A list, with bullets, or with numbers from 1, or with empty boxes to tick."""

    items: tuple[str, ...]
    mark: Literal["bullet", "number", "box"] = "bullet"


class Quote(Struct, frozen=True, kw_only=True, tag_field="type", tag="quote"):
    """Somebody's own words, without quotation marks, and what they were said about."""

    text: str
    about: str = ""


class Table(Struct, frozen=True, kw_only=True, tag_field="type", tag="table"):
    """A table with a header row; the first cell of each row is the row's heading, unless `has_names` says otherwise.

    All rows are as long as the header. `widths` are the shares of the columns, in any unit; equal ones if it is empty.
    An empty cell is there to be filled in by hand, so its row is high enough to write in.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    has_names: bool = True


class Blank(Struct, frozen=True, kw_only=True, tag_field="type", tag="blank"):
    """A text, and empty lines below it to write on."""

    text: str
    lines: int = 1


class Cell(Struct, frozen=True, kw_only=True):
    """A mark in a grid.

    `share` (0 to 1) is how full it is: the area of a disc. A cell that `is_aimed` has a ring around it. One that
    `is_unsure` is drawn open, an outline instead of a filled disc: it was worked out from other answers, or not seen in
    practice. `text` stands beside the mark, such as '64%', and may be empty.
    """

    share: float = 0.0
    is_aimed: bool = False
    is_unsure: bool = False
    text: str = ""


class Row(Struct, frozen=True, kw_only=True):
    """A row of a grid: its name, a cell for each column, and a remark (empty if there is none)."""

    name: str
    cells: tuple[Cell, ...]
    remark: str = ""


class Group(Struct, frozen=True, kw_only=True):
    """Rows of a grid that belong together, under a name; no name is shown if it is empty."""

    name: str
    rows: tuple[Row, ...]


class Key(Struct, frozen=True, kw_only=True):
    """What a mark means, in words."""

    cell: Cell
    text: str


class Grid(Struct, frozen=True, kw_only=True):
    """A plot of marks in rows and columns, drawn as a picture in documents and as text in a terminal.

    `corner` heads the column of names, `remarks` the column of remarks (no such column if it is empty).
    """

    corner: str
    columns: tuple[str, ...]
    groups: tuple[Group, ...]
    keys: tuple[Key, ...]
    remarks: str = ""


class Figure(Struct, frozen=True, kw_only=True, tag_field="type", tag="figure"):
    """A plot with its caption; `alt` describes in a sentence or two what there is to see."""

    grid: Grid
    caption: str
    alt: str


class PageBreak(Struct, frozen=True, kw_only=True, tag_field="type", tag="page_break"):
    """What follows begins on a new page."""


Block = Heading | Paragraph | Items | Quote | Table | Blank | Figure | PageBreak


class ReportPart(Struct, frozen=True, kw_only=True):
    """A part of a report, under its title (heading 1); it may begin on a page of its own."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    on_new_page: bool = False


class FixedWords(Struct, frozen=True, kw_only=True):
    """The words that a format itself needs, in the report's language."""

    contents: str
    """What heads the table of contents."""
    page: str
    """The pattern of a page number, with `{number}` and `{total}`."""
    figure: str
    """What a caption begins with, before its number: 'Figuur'."""
    table: str
    """'Tabel'."""
    to_fill_in: str
    """What empty lines say to readers who cannot see that they are empty: 'in te vullen'."""
    empty_cells: str
    """What a table with empty cells says to them, once."""
    skip: str
    """The link past all that stands before the text."""


class Report(Struct, frozen=True, kw_only=True):
    """A whole report.

    `name` tells it from other reports under the same `title`, for whoever has several open: the file has it as title.
    `language` is a code such as 'nl', `date` that of the conversation (YYYY-MM-DD) and `day` that date in words.
    `notes` stand below the title, such as that this is an interim report. With `has_contents` it begins with a table of
    contents. A report that `is_small` fits on one side of an A5; one that `is_wide` is an A4 on its side;
    one that `is_dense` is set closer together, so that a page of it says the whole.
    """

    title: str
    name: str
    subtitle: str
    language: str
    date: str
    day: str
    notes: tuple[str, ...]
    parts: tuple[ReportPart, ...]
    words: FixedWords
    has_contents: bool = False
    is_small: bool = False
    is_wide: bool = False
    is_dense: bool = False
