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
    """What stands before the items of a list, by its number, and the level of the items in it."""

    number: int
    level: int = 0

    def mark(self) -> Element:
        """What tells of an item that it is one of this list."""
        return element("numPr", element("ilvl", val=self.level), element("numId", val=self.number))


class Lists:
    """The lists that a document defines."""

    def __init__(self, document: Document) -> None:
        self._root = _numbering(document).element

    def added(self, definition: Element, style: str) -> List:
        """A new list that looks as this definition of another document says, for a style here."""
        taken = {int(one) for one in self._root.xpath("w:abstractNum/@w:abstractNumId")}
        number = next(one for one in count(1) if one not in taken)
        own = deepcopy(definition)
        own.set(qn("w:abstractNumId"), str(number))
        for told in own.iter(qn("w:pStyle")):
            told.set(qn("w:val"), style)
        self._root.insert(len(self._root.xpath("w:numPicBullet | w:abstractNum")), own)
        return List(self._root.add_num(number).numId)

    def definitions(self, number: int) -> list[Element]:
        """How the list with this number looks: one definition, or none in a damaged template."""
        path = f"w:abstractNum[@w:abstractNumId = ../w:num[@w:numId='{number}']/w:abstractNumId/@w:val]"
        return list(self._root.xpath(path))

    def used(self, number: int, level: int, style: str) -> List | None:
        """The list that a style is for; the definition of a list may tell which of its levels that is."""
        definitions = self.definitions(number)
        if not definitions:
            return None
        levels = {
            told.get(qn("w:val")): int(one.get(qn("w:ilvl")))
            for one in definitions[0].findall(qn("w:lvl"))
            for told in one.findall(qn("w:pStyle"))
        }
        return List(number, levels.get(style, level))

    def again(self, used: List) -> List:
        """The same list from 1 on."""
        begun = self._root.add_num(self._root.num_having_numId(used.number).abstractNumId.val)
        begun.add_lvlOverride(ilvl=used.level).add_startOverride(1)
        return List(begun.numId, used.level)


def _numbering(document: Document) -> NumberingPart:
    """Where lists are defined; the library makes no such place where a template has none."""
    try:
        return document.part.numbering_part
    except NotImplementedError:
        root = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        place = PackURI("/word/numbering.xml")
        made = NumberingPart(place, CONTENT_TYPE.WML_NUMBERING, root, document.part.package)
        document.part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)
        return made
