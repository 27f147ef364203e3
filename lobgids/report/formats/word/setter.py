"""Sets a report in a Word file, block by block."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import count, zip_longest

from docx.document import Document
from docx.image.image import Image
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
from lobgids.report.formats.word.contents import DEPTH, ContentsEntry, contents
from lobgids.report.formats.word.elements import Element, bookmarked, clean, element, field, paragraph, run
from lobgids.report.formats.word.lists import List
from lobgids.report.formats.word.styles import NUMBERED, TABLE, Styles
from lobgids.report.formats.word.tables import table
from lobgids.report.grids import in_words

_LOOKS = {"plain": "Normal", "lead": "Lobgids Lead", "small": "Lobgids Small"}
_MARKS = {"bullet": "List Bullet", "number": NUMBERED, "box": "Lobgids Box"}
_FULL = {*_MARKS.values(), TABLE, "Lobgids Line"}
"""The styles with little space of their own below them."""

_CLOSE = {*_LOOKS.values(), *_MARKS.values(), "Lobgids Question"}
"""The styles with little space of their own above them."""

_PICTURES = 100_000
"""Our pictures are numbered from here on, as those in the header of a template are from 1."""

_NO_NAME = re.compile(r"\W")
_BETWEEN = Pt(9)
_FOR_CAPTION = Mm(25)
_LEAST = Mm(60)


class Setter:
    """Sets a report, and numbers its tables and figures as they come."""

    def __init__(self, document: Document, styles: Styles, words: FixedWords) -> None:
        self._part, self._styles, self._words = document.part, styles, words
        self._end: Element = document.element.body.sectPr
        self._width, self._height = _room(document)
        self._tables, self._figures = count(1), count(1)
        self._entries: list[ContentsEntry] = []
        self._depth = 0
        self._above = ""
        self._is_new_page = False

    def set(self, report: Report) -> None:
        """Set the title, the contents if it has any, and the parts."""
        opening = [("Title", report.title), ("Subtitle", report.subtitle), ("Date", report.day)]
        for look, text in (*opening, *(("Lobgids Small", note) for note in report.notes)):
            if text:
                self._add(look, run(text))
        after_opening = self._end.getparent().index(self._end)
        for index, part in enumerate(report.parts):
            self._is_new_page |= part.on_new_page or (report.has_contents and index == 0)
            self._set_part(part)
        if report.has_contents and self._entries:
            table_of_contents = contents(self._words.contents, self._entries, self._styles)
            self._end.getparent().insert(after_opening, table_of_contents)
        if self._above == TABLE:  # Word wants a paragraph below it, and this one takes no room
            flat = element("spacing", before=0, after=0, line=20, lineRule="exact")
            self._end.addprevious(paragraph(self._styles["Normal"], rules=[flat]))

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
                self._add(_LOOKS[block.look], run(block.text), is_kept=isinstance(following, Items))
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
        if self._depth <= DEPTH:
            number = len(self._entries) + 1
            self._entries.append(ContentsEntry(self._depth, text, f"_Toc{number:08}"))
            self._add(f"heading {self._depth}", *bookmarked(run(text), number, self._entries[-1].bookmark))
        else:
            self._add(f"heading {self._depth}", run(text))

    def _set_items(self, block: Items) -> None:
        look = _MARKS[block.mark]
        used = self._styles.new_list(look)
        for left, item in zip(reversed(range(len(block.items))), block.items, strict=True):
            is_kept = block.mark == "box" and left > 0  # all choices stand on the same page
            self._add(look, run(item), used=used, is_kept=is_kept)

    def _set_quote(self, block: Quote) -> None:
        self._add("Quote", run(block.text), is_kept=bool(block.about))
        if block.about:
            self._add("Lobgids About", run(block.about))

    def _set_table(self, block: Table) -> None:
        self._set_caption(self._words.table, next(self._tables), block.caption, is_kept=True)
        self._end.addprevious(table(block, self._styles, self._width))
        self._above = TABLE

    def _set_blank(self, block: Blank) -> None:
        self._add("Lobgids Question", run(block.text))
        for _line in range(block.lines):
            self._add("Lobgids Line")

    def _set_figure(self, block: Figure) -> None:
        number = next(self._figures)
        self._add("Lobgids Figure", element("r", element("drawing", self._picture(block, number))))
        self._set_caption(self._words.figure, number, block.caption)

    def _set_caption(self, word: str, number: int, caption: str, *, is_kept: bool = False) -> None:
        label = field(f" SEQ {_NO_NAME.sub('_', word)} \\* ARABIC ", str(number))
        self._add("caption", run(f"{word} "), label, run(f". {caption}"), is_kept=is_kept)

    def _picture(self, block: Figure, number: int) -> Element:
        """Return the plot drawn as wide as the text, and smaller only if a page is not high enough."""
        from lobgids.report.formats.pdf.drawing import png

        drawn = png(block.grid, self._width.mm)
        width, height = Image.from_blob(drawn).scaled_dimensions(width=self._width)
        scale = min(1.0, (self._height - _FOR_CAPTION) / height)
        picture = self._part.new_pic_inline(BytesIO(drawn), round(width * scale), round(height * scale))
        for side in "TBLR":
            picture.set(f"dist{side}", "0")  # else some programs put a gap around it
        picture.docPr.set("id", str(_PICTURES + number))
        picture.docPr.set("name", f"{self._words.figure} {number}")
        picture.docPr.set("descr", clean(f"{block.alt} {in_words(block.grid)}"))
        return picture

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


def _room(document: Document) -> tuple[Length, Length]:
    """Return how wide and how high the text on a page is; if a template does not say so, as on A4."""
    page = document.sections[-1]
    width = (page.page_width or Mm(210)) - sum(edge or 0 for edge in (page.left_margin, page.right_margin, page.gutter))
    height = (page.page_height or Mm(297)) - sum(abs(edge or 0) for edge in (page.top_margin, page.bottom_margin))
    return Length(max(width, _LEAST)), Length(max(height, _LEAST))
