"""Keeps a template safe: small enough to read, and without links outside itself, which Word would fetch unasked."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from zipfile import ZipInfo

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from lobgids.report.formats.word.elements import Element

MOST_PARTS = 2000
LARGEST = 1 << 27
"""Bytes that all parts may come to: room for a few large pictures, and none for a zip bomb."""
LARGEST_XML = 1 << 25
"""Bytes that the XML parts may come to, as they take ten times that in memory once parsed."""
MOST_PACKED = 200
"""How many times smaller a packed part may be than its content; what Word writes stays far below."""
SMALL = 1 << 20
"""Bytes: a part up to this size may be packed any number of times smaller."""

_XML = (".xml", ".rels")
_RELATIONS, _OUTSIDE = "_rels", "External"
_OF_IDS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_POINTING = ("settings", "webSettings")
"""The parts in which an element that names a relation is removed with it."""


def is_too_large(entries: Iterable[ZipInfo]) -> bool:
    """Return whether a package would take more memory than any template needs, by the sizes that it states."""
    entries = list(entries)
    return (
        len(entries) > MOST_PARTS
        or sum(entry.file_size for entry in entries) > LARGEST
        or sum(entry.file_size for entry in entries if entry.filename.endswith(_XML)) > LARGEST_XML
        or any(entry.file_size > max(SMALL, MOST_PACKED * entry.compress_size) for entry in entries)
    )


def kept_inside(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts without their relations to anything outside, and without what used those."""
    kept = dict(parts)
    for name, content in parts.items():
        path = PurePosixPath(name)
        if path.suffix == ".rels" and path.parent.name == _RELATIONS:
            relations = parse_xml(content)
            outside = [relation for relation in relations if relation.get("TargetMode", "").title() == _OUTSIDE]
            for relation in outside:
                relations.remove(relation)
            if outside:
                kept[name] = serialize_part_xml(relations)
                _forget(kept, str(path.parent.parent / path.stem), {relation.get("Id", "") for relation in outside})
    return kept


def _forget(kept: dict[str, bytes], name: str, ids: Collection[str]) -> None:
    """Take these ids of relations out of a part, or the elements that are of no use without them."""
    if name not in kept:
        return
    root: Element = parse_xml(kept[name])
    for element in list(root.iter()):
        for key in [key for key, value in element.attrib.items() if key.startswith(_OF_IDS) and value in ids]:
            if PurePosixPath(name).stem in _POINTING and element.getparent() is not None:
                element.getparent().remove(element)
                break
            del element.attrib[key]
    kept[name] = serialize_part_xml(root)
