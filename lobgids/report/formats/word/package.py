"""A Word file as a package of parts: opens a template without its text, and packs a document into bytes."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from copy import deepcopy
from datetime import date
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.rel import Relationships
from docx.oxml.ns import qn

from lobgids.report.formats.word.elements import Element
from lobgids.report.formats.word.safety import is_too_large, kept_inside

TemplateReason = Literal["foreign", "old", "locked", "large", "damaged"]

# The parts that a document needs without naming them by an id. All others go with the text that named them, macros too.
_SUPPORTS = {
    *("styles", "numbering", "settings", "webSettings", "fontTable", "theme"),
    *("footnotes", "endnotes", "customXml", "glossaryDocument"),
}
_ABOUT = {"officeDocument", "core-properties", "extended-properties", "custom-properties", "classificationlabels"}

_FONT_TABLE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
)
_TYPES = "[Content_Types].xml"
_DOCUMENT = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_DOCUMENTS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_OLD_FILE = bytes.fromhex("d0cf11e0a1b11ae1")


class TemplateError(Exception):
    """A template that cannot be used.

    It is no Word file (`foreign`), one of before 2007 (`old`), behind a password (`locked`), too `large`, or cannot be
    read (`damaged`).
    """

    def __init__(self, reason: TemplateReason) -> None:
        super().__init__(reason)
        self.reason = reason


def opened(template: bytes) -> Document:
    """Return a template with all that it has but its text and its macros.

    Raises `TemplateError`; on a damaged file the library may raise anything.
    """
    document = docx.Document(BytesIO(_packed(kept_inside(_as_document(_unpacked(template))))))
    _empty(document)
    _add_font_table(document)
    return document


def _add_font_table(document: Document) -> None:
    """Add the part about fonts that Word expects; it is empty, so that Word takes the reader's own fonts."""
    part = document.part
    if all(relation.reltype != RELATIONSHIP_TYPE.FONT_TABLE for relation in part.rels.values()):
        table = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _FONT_TABLE, part.package)
        part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)


def packed(document: Document, day: date) -> bytes:
    """Return the document's bytes, which are the same whenever it is packed."""
    saved = BytesIO()
    document.save(saved)
    return _packed(_unpacked(saved.getvalue()), day)


def _unpacked(file: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(file)) as archive:
            if is_too_large(archive.infolist()):
                raise TemplateError("large")
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    except BadZipFile as error:
        raise TemplateError(_no_package(file)) from error


def _no_package(file: bytes) -> TemplateReason:
    """Return why a file is no package; Word puts a document with a password inside a file of the old format."""
    if not file.startswith(_OLD_FILE):
        return "damaged" if file.startswith(b"PK") else "foreign"
    return "locked" if "EncryptedPackage".encode("utf-16-le") in file else "old"


def _as_document(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a document or a template, with or without macros, as those of a document."""
    types = parts.get(_TYPES, b"")
    for other in _OTHER_DOCUMENTS:
        types = types.replace(other, _DOCUMENT)
    if _DOCUMENT not in types:
        raise TemplateError("foreign")
    return parts | {_TYPES: types}


def _packed(parts: Mapping[str, bytes], day: date = date(1980, 1, 1)) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != _TYPES, name)):
            entry = ZipInfo(name, (day.year, day.month, day.day, 12, 0, 0))
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0  # else it would show on which system it was made
            archive.writestr(entry, parts[name])
    return file.getvalue()


def _empty(document: Document) -> None:
    """Take the text out, and the parts that only the text names."""
    body = document.element.body
    last = body.get_or_add_sectPr()
    earlier = body.xpath(".//w:p/w:pPr/w:sectPr")
    for reference in list(_inherited(last, reversed(earlier))):
        last.insert(0, reference)
    body.clear_content()
    keep(document.part.rels, _SUPPORTS, used=document.element.xpath("//@r:*"))
    keep(document.part.package.rels, _ABOUT)


def _inherited(last: Element, earlier: Iterable[Element]) -> Iterator[Element]:
    """Yield copies of the headers and footers that the last section inherits from those before it."""
    kinds = {_kind(reference) for reference in _references(last)}
    for reference in (reference for section in earlier for reference in _references(section)):
        if _kind(reference) not in kinds:
            kinds.add(_kind(reference))
            yield deepcopy(reference)


def _references(section: Element) -> list[Element]:
    return list(section.xpath("./w:headerReference | ./w:footerReference"))


def _kind(reference: Element) -> tuple[str, str]:
    """Return whether it is a header or a footer, and of which pages: first, even or other ones."""
    return reference.tag, reference.get(qn("w:type"), "default")


def keep(relations: Relationships, kinds: Collection[str], used: Collection[str] = ()) -> None:
    """Remove all relations but those of these kinds or with these ids."""
    for id_, relation in list(relations.items()):
        if id_ not in used and relation.reltype.rsplit("/", 1)[-1] not in kinds:
            del relations[id_]
