"""A package that is small enough to read, and points at nothing outside itself: Word would fetch that, unasked."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import PurePosixPath
from zipfile import ZipInfo

from docx.opc.oxml import serialize_part_xml
from docx.oxml.parser import parse_xml

from lobgids.report.formats.word.elements import Element

MOST_PARTS = 2000
LARGEST = 1 << 27
"""Bytes that all parts may come to: a few large pictures, and no bomb."""
LARGEST_XML = 1 << 25
"""Bytes that the parts to be understood may come to, as they take ten times that in memory."""
MOST_PACKED = 200
"""How many times smaller a packed part may be than what comes out of it; what Word writes stays far below."""
SMALL = 1 << 20

_XML = (".xml", ".rels")
_RELATIONS, _OUTSIDE = "_rels", "External"
_OF_IDS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_POINTING = ("settings", "webSettings")
"""The parts in which an element that points at something is nothing without it."""


def is_too_large(entries: Iterable[ZipInfo]) -> bool:
    """Whether a package would take more memory than any template needs, by what it says of itself."""
    entries = list(entries)
    return (
        len(entries) > MOST_PARTS
        or sum(one.file_size for one in entries) > LARGEST
        or sum(one.file_size for one in entries if one.filename.endswith(_XML)) > LARGEST_XML
        or any(one.file_size > max(SMALL, MOST_PACKED * one.compress_size) for one in entries)
    )


def kept_inside(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without their relations to anything outside, and without what used those."""
    kept = dict(parts)
    for name, content in parts.items():
        path = PurePosixPath(name)
        if path.suffix == ".rels" and path.parent.name == _RELATIONS:
            relations = parse_xml(content)
            outside = [one for one in relations if one.get("TargetMode", "").title() == _OUTSIDE]
            for one in outside:
                relations.remove(one)
            if outside:
                kept[name] = serialize_part_xml(relations)
                _forget(kept, str(path.parent.parent / path.stem), {one.get("Id", "") for one in outside})
    return kept


def _forget(kept: dict[str, bytes], name: str, ids: Collection[str]) -> None:
    """Take what points at these ids out of a part: the id, or the element that is nothing without it."""
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
