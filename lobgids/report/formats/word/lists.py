"""The lists of a Word file: what stands before each item, and where the numbers begin."""

from copy import deepcopy
from itertools import count
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from lobgids.report.formats.word.elements import Element, element


class List(NamedTuple):
    """A list that a document defines, by its number, and the level of the items in it."""

    number: int
    level: int = 0

    def mark(self) -> Element:
        """Return the property that makes a paragraph an item of this list."""
        return element("numPr", element("ilvl", val=self.level), element("numId", val=self.number))


class Lists:
    """The lists that a document defines."""

    def __init__(self, document: Document) -> None:
        self._root = _numbering(document).element

    def added(self, definition: Element, style: str) -> List:
        """Add a list that looks as this definition of another document says, for a style here, and return it."""
        taken = {int(number) for number in self._root.xpath("w:abstractNum/@w:abstractNumId")}
        free = next(number for number in count(1) if number not in taken)
        copy = deepcopy(definition)
        copy.set(qn("w:abstractNumId"), str(free))
        for link in copy.iter(qn("w:pStyle")):
            link.set(qn("w:val"), style)
        self._root.insert(len(self._root.xpath("w:numPicBullet | w:abstractNum")), copy)
        return List(self._root.add_num(free).numId)

    def definitions(self, number: int) -> list[Element]:
        """Return how the list with this number looks: a single definition, or none in a damaged template."""
        path = f"w:abstractNum[@w:abstractNumId = ../w:num[@w:numId='{number}']/w:abstractNumId/@w:val]"
        return list(self._root.xpath(path))

    def used(self, number: int, level: int, style: str) -> List | None:
        """Return the list that a style names; None if nothing defines it.

        The definition of a list may link its levels to styles; otherwise the level is that of the style.
        """
        definitions = self.definitions(number)
        if not definitions:
            return None
        levels = {
            link.get(qn("w:val")): int(definition.get(qn("w:ilvl")))
            for definition in definitions[0].findall(qn("w:lvl"))
            for link in definition.findall(qn("w:pStyle"))
        }
        return List(number, levels.get(style, level))

    def restarted(self, earlier: List) -> List:
        """Add a list like an earlier one that starts from 1, and return it."""
        number = self._root.add_num(self._root.num_having_numId(earlier.number).abstractNumId.val)
        number.add_lvlOverride(ilvl=earlier.level).add_startOverride(1)
        return List(number.numId, earlier.level)


def _numbering(document: Document) -> NumberingPart:
    """Return the part that defines lists; it is added if a template has none, as the library does not."""
    try:
        return document.part.numbering_part
    except NotImplementedError:
        root = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        name = PackURI("/word/numbering.xml")
        part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part
