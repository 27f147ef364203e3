"""How a report in Word looks without a template: like `reference.docx`, a document made in Word.

Its styles, lists, page and footer are ours; `docs/make_reference.py` takes in a document that was changed in Word.
"""

from importlib.resources import files
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from lobgids.report.formats.word.elements import page_number

_SMALL, _WIDE, _DENSE = 0.74, 0.85, 0.88
"""The size of letters on an A5 page, on one on its side, and on a dense one, as a share of those on an A4 page."""
_CLOSE = 0.35
"""The space between paragraphs on such pages, as a share of that on an A4 page."""


def reference() -> Document:
    """Return our document, without the text that shows its styles."""
    document = docx.Document(BytesIO((files(__package__) / "reference.docx").read_bytes()))
    document._body.clear_content()
    return document


def number_pages(document: Document, pattern: str) -> None:
    """Number the pages in the first line of the footer, which keeps its style."""
    line = document.sections[-1].footer.paragraphs[0].clear()
    line._p.extend(page_number(pattern))


def make_wide(document: Document) -> None:
    """Turn the page on its side, with narrower edges, so that a year fits on it."""
    _shrink(document, _WIDE)
    section = document.sections[-1]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(12)
    section.header_distance = section.footer_distance = Mm(6)


def make_small(document: Document) -> None:
    """Set the same styles on an A5 page, with smaller letters and less space."""
    _shrink(document, _SMALL)
    section = document.sections[-1]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin = section.right_margin = Mm(13)
    section.top_margin = section.bottom_margin = Mm(11)
    section.header_distance = section.footer_distance = Mm(6)


def make_dense(document: Document) -> None:
    """Set the same styles somewhat closer together, so that a page of it says the whole."""
    _shrink(document, _DENSE)
    section = document.sections[-1]
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin = section.bottom_margin = Mm(13)
    section.header_distance = section.footer_distance = Mm(7)


def _shrink(document: Document, share: float) -> None:
    """Make the letters of all styles smaller, and bring paragraphs close together."""
    for size in document.styles.element.iter(qn("w:sz"), qn("w:szCs")):
        size.set(qn("w:val"), str(round(int(size.get(qn("w:val"))) * share)))
    for space in document.styles.element.iter(qn("w:spacing")):
        for edge in (qn("w:before"), qn("w:after")):
            if edge in space.attrib:
                space.set(edge, str(round(int(space.get(edge)) * _CLOSE)))
