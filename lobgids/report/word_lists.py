"""The lists of a Word file: what stands before each item, and where the numbers begin."""

from itertools import count
from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from lobgids.report.word_elements import Element, element

# A box to tick is in few letters that schools write in, and in this one on every computer with Word.
_SIGNS = '<w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"/></w:rPr>'


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

    def added(self, mark: str, style: str) -> List:
        """A new list with this mark before each item; '%1.' is its number."""
        number = self._free_number("w:abstractNum/@w:abstractNumId")
        self._root.insert(len(self._root.xpath("w:numPicBullet | w:abstractNum")), _definition(number, mark, style))
        return List(self._root.add_num(number).numId)

    def used(self, number: int, level: int, style: str) -> List | None:
        """The list that a style is for; the definition of a list may tell which of its levels that is."""
        definition = self._definition(number)
        if definition is None:
            return None
        levels = {
            told.get(qn("w:val")): int(one.get(qn("w:ilvl")))
            for one in definition.findall(qn("w:lvl"))
            for told in one.findall(qn("w:pStyle"))
        }
        return List(number, levels.get(style, level))

    def again(self, used: List) -> List:
        """The same list from 1 on."""
        begun = self._root.add_num(self._root.num_having_numId(used.number).abstractNumId.val)
        begun.add_lvlOverride(ilvl=used.level).add_startOverride(1)
        return List(begun.numId, used.level)

    def _definition(self, number: int) -> Element | None:
        path = f"w:abstractNum[@w:abstractNumId = ../w:num[@w:numId='{number}']/w:abstractNumId/@w:val]"
        return next(iter(self._root.xpath(path)), None)

    def _free_number(self, path: str) -> int:
        taken = {int(number) for number in self._root.xpath(path)}
        return next(number for number in count(1) if number not in taken)


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


def _definition(number: int, mark: str, style: str) -> Element:
    kind, letters = ("decimal", "") if "%" in mark else ("bullet", _SIGNS if mark == "☐" else "")
    return parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="{style}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="425" w:hanging="312"/></w:pPr>{letters}</w:lvl></w:abstractNum>'
    )
