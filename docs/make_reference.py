"""Take the looks of our reports from a document changed in Word: python docs/make_reference.py CHANGED.docx.

Its styles, lists, page and footer become those of `reference.docx`; a style that it lacks stays as it was. Who changed
it and when is forgotten, and in place of its text each style shows its name.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from docx.opc.part import XmlPart
from docx.shared import Mm
from lxml import etree

from lobgids.report.blocks import Table
from lobgids.report.formats.word import reference
from lobgids.report.formats.word.elements import Element, paragraph, run
from lobgids.report.formats.word.package import keep, opened, packed
from lobgids.report.formats.word.styles import CELL, NAMES, TABLE, Styles
from lobgids.report.formats.word.tables import table

REFERENCE = Path(reference.__file__).with_name("reference.docx")

NO_DAY = date(1980, 1, 1)
PARTS = {"styles", "numbering", "settings", "fontTable", "theme"}
FORGOTTEN = {
    *("rsids", "rsid", "docId", "docVars", "proofState", "nsid", "tmpl"),  # who worked on it, and random numbers
    "lang",  # a report has its own
}
FORGOTTEN_ATTRIBUTES = {
    *("rsidR", "rsidRPr", "rsidRDefault", "rsidP", "rsidTr", "rsidDel", "rsidSect"),
    *("paraId", "textId", "tplc", "durableId"),
    "restartNumberingAfterBreak",  # only newer Words know it, and a template of a school gets our lists
}


def taken_in(changed: bytes) -> bytes:
    """Return `reference.docx` with the looks of a document; the same document gives the same bytes."""
    document = opened(changed)
    package = document.part.package
    keep(package.rels, {"officeDocument"})
    keep(document.part.rels, PARTS, used=document.element.xpath("//@r:*"))
    for part in package.parts:
        if isinstance(part, XmlPart):
            _forget(part.element)
    for sample in _samples(Styles(document)):
        document.element.body.sectPr.addprevious(sample)
    return packed(document, NO_DAY)


def _forget(root: Element) -> None:
    """Take out who changed a part and when. Raises `ValueError` if changes are still tracked."""
    for element in list(root.iter(etree.Element)):
        names = {etree.QName(key).localname: key for key in element.attrib}
        if "author" in names:
            raise ValueError("accept or reject all changes in it first, and take out comments")
        if etree.QName(element).localname in FORGOTTEN:
            element.getparent().remove(element)
        for name in FORGOTTEN_ATTRIBUTES & names.keys():
            del element.attrib[names[name]]


def _samples(styles: Styles) -> Iterator[Element]:
    """Yield a line in each style, and a table."""
    for name in NAMES:
        if name not in (TABLE, CELL):
            yield paragraph(styles[name], run(name))
    rows = ((TABLE, CELL), (CELL, CELL))
    yield table(Table(caption="", header=(TABLE, TABLE), rows=rows), styles, Mm(162), "")
    yield paragraph(styles["Normal"])


if __name__ == "__main__":
    REFERENCE.write_bytes(taken_in(Path(sys.argv[1]).read_bytes()))
