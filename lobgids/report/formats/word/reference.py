"""How a report in Word looks without a template: like `reference.docx`, a document made in Word.

Its styles, lists, page and footer are ours; `docs/make_reference.py` takes in a document that was changed in Word.
"""

from importlib.resources import files
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from lobgids.report.formats.word.elements import page_number

_SMALL, _CLOSE = 0.74, 0.35
"""The size of letters and of the space between paragraphs on an A5 page, as a share of those on an A4 page."""


def reference() -> Document:
    """Return our document, without the text that shows its styles."""
    document = docx.Document(BytesIO((files(__package__) / "reference.docx").read_bytes()))
    document._body.clear_content()
    return document


def number_pages(document: Document, pattern: str) -> None:
    """Number the pages in the first line of the footer, which keeps its style."""
    line = document.sections[-1].footer.paragraphs[0].clear()
    line._p.extend(page_number(pattern))


def make_small(document: Document) -> None:
    """Set the same styles on an A5 page, with smaller letters and less space."""
    for size in document.styles.element.iter(qn("w:sz"), qn("w:szCs")):
        size.set(qn("w:val"), str(round(int(size.get(qn("w:val"))) * _SMALL)))
    for space in document.styles.element.iter(qn("w:spacing")):
        for edge in (qn("w:before"), qn("w:after")):
            if edge in space.attrib:
                space.set(edge, str(round(int(space.get(edge)) * _CLOSE)))
    section = document.sections[-1]
    section.page_width, section.page_height = Mm(148), Mm(210)
    section.left_margin = section.right_margin = Mm(13)
    section.top_margin = section.bottom_margin = Mm(11)
    section.header_distance = section.footer_distance = Mm(6)
