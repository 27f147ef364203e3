"""Sets a report in a Word file, block by block.

There is no table of contents: only Word knows on which page a heading comes, and to fill in the numbers when the file
opens it would first ask a question that nobody understands. The headings are real ones, so that its navigation pane
shows them, and whoever wants the table inserts it.
"""

import re
from collections.abc import Iterator
from itertools import count, zip_longest

from docx.document import Document
from docx.shared import Length, Mm, Pt

from lobgids.report.blocks import (
    Blank,
    Block,
    Figure,
    FixedWords,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    ReportPart,
    Table,
)
from lobgids.report.formats.word.elements import Element, element, field, paragraph, run
from lobgids.report.formats.word.lists import List
from lobgids.report.formats.word.styles import NUMBERED, TABLE, Styles
from lobgids.report.formats.word.tables import of_marks, table
from lobgids.report.grids import cell_text

_LOOKS = {"plain": "Normal", "lead": "Lobgids Lead", "small": "Lobgids Small"}
_MARKS = {"bullet": "List Bullet", "number": NUMBERED, "box": "Lobgids Box"}
_FULL = {*_MARKS.values(), TABLE, "Lobgids Line"}
"""The styles with little space of their own below them."""

_CLOSE = {*_LOOKS.values(), *_MARKS.values(), "Lobgids Question"}
"""The styles with little space of their own above them."""

_INTRODUCED = Items | Table | Blank | Figure
"""What a paragraph before it introduces, and stays with."""

MOST_TOGETHER = 6
"""How many items a list may have to be kept on one page."""

_NO_NAME = re.compile(r"\W")
_BETWEEN = Pt(9)
_LEAST = Mm(60)


class Setter:
    """Sets a report, and numbers its tables and figures as they come."""

    def __init__(self, document: Document, styles: Styles, words: FixedWords) -> None:
        self._styles, self._words = styles, words
        self._end: Element = document.element.body.sectPr
        self._width = _room(document)
        self._tables, self._figures = count(1), count(1)
        self._depth = 0
        self._above = ""
        self._is_new_page = False

    def set(self, report: Report) -> None:
        """Set the title and the parts."""
        opening = [("Title", report.title), ("Subtitle", report.subtitle), ("Date", report.day)]
        for look, text in (*opening, *(("Lobgids Small", note) for note in report.notes)):
            if text:
                self._add(look, run(text))
        for part in report.parts:
            self._is_new_page |= part.on_new_page
            self._set_part(part)
        if self._above == TABLE:  # Word wants a paragraph below it, and this one takes no room
            self._add_space(Pt(1))

    def _set_part(self, part: ReportPart) -> None:
        self._depth = 0
        self._set_heading(part.title, 1)
        for block, following in zip_longest(part.blocks, part.blocks[1:]):
            self._set_block(block, following)

    def _set_block(self, block: Block, following: Block | None) -> None:
        match block:
            case Heading():
                self._set_heading(block.text, block.level)
            case Paragraph():
                self._add(_LOOKS[block.look], run(block.text), is_kept=isinstance(following, _INTRODUCED))
            case Items():
                self._set_items(block)
            case Quote():
                self._set_quote(block)
            case Table():
                self._set_table(block)
            case Blank():
                self._set_blank(block)
            case Figure():
                self._set_figure(block)
            case PageBreak():
                self._is_new_page = True

    def _set_heading(self, text: str, level: int) -> None:
        """Set a heading of this level, or of a higher one if it would skip a level."""
        self._depth = min(level, self._depth + 1)
        self._add(f"heading {self._depth}", run(text))

    def _set_items(self, block: Items) -> None:
        look = _MARKS[block.mark]
        used = self._styles.new_list(look)
        last = len(block.items) - 1
        is_whole = block.mark == "box" or len(block.items) <= MOST_TOGETHER  # all choices stand on the same page
        for index, item in enumerate(block.items):
            is_kept = index < last and (is_whole or index in {0, last - 1})
            self._add(look, run(item), used=used, is_kept=is_kept)

    def _set_quote(self, block: Quote) -> None:
        self._add("Quote", run(block.text), is_kept=bool(block.about))
        if block.about:
            self._add("Lobgids About", run(block.about))

    def _set_table(self, block: Table) -> None:
        self._set_caption(self._words.table, next(self._tables), block.caption, is_kept=True)
        self._end.addprevious(table(block, self._styles, self._width, self._words.empty_cells))
        self._above = TABLE

    def _set_blank(self, block: Blank) -> None:
        self._add("Lobgids Question", run(block.text))
        for _line in range(block.lines):
            self._add("Lobgids Line")

    def _set_figure(self, block: Figure) -> None:
        """Set a plot as a table of signs, in the font of the document; below it what the signs mean."""
        if self._above == TABLE:  # Word takes two tables in a row for one
            self._add_space(_BETWEEN)
        self._end.addprevious(of_marks(block, self._styles, self._width))
        self._above = TABLE
        for key in block.grid.keys:
            self._add(_LOOKS["small"], run(f"{cell_text(key.cell)} {key.text}"), is_kept=True)
        self._set_caption(self._words.figure, next(self._figures), block.caption)

    def _set_caption(self, word: str, number: int, caption: str, *, is_kept: bool = False) -> None:
        label = field(f" SEQ {_NO_NAME.sub('_', word)} \\* ARABIC ", str(number))
        self._add("caption", run(f"{word} "), label, run(f". {caption}"), is_kept=is_kept)

    def _add_space(self, height: Length) -> None:
        flat = element("spacing", before=0, after=0, line=height.twips, lineRule="exact")
        self._end.addprevious(paragraph(self._styles["Normal"], rules=[flat]))

    def _add(self, look: str, *content: Element, used: List | None = None, is_kept: bool = False) -> None:
        """Add a paragraph, with rules of its own for what a style cannot say, such as the space below a table."""
        self._end.addprevious(paragraph(self._styles[look], *content, rules=self._rules(look, used, is_kept=is_kept)))
        self._above, self._is_new_page = look, False

    def _rules(self, look: str, used: List | None, *, is_kept: bool) -> Iterator[Element]:
        if is_kept:
            yield element("keepNext")
        if self._is_new_page:
            yield element("pageBreakBefore")
        if used:
            yield used.mark()
        if self._is_new_page:
            yield element("spacing", before=0)
        elif self._above in _FULL and look in _CLOSE and look != self._above:
            yield element("spacing", before=_BETWEEN.twips)


def _room(document: Document) -> Length:
    """Return how wide the text on a page is; if a template does not say so, as on A4."""
    page = document.sections[-1]
    width = (page.page_width or Mm(210)) - sum(edge or 0 for edge in (page.left_margin, page.right_margin, page.gutter))
    return Length(max(width, _LEAST))
