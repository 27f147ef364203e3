"""How a report in Word looks where no template says so: the page, and a look for each kind of text.

Looks are in the format's own words, in the order that it wants. Colours are those of the theme, so what is missing in
a template comes in its own colours.
"""

from typing import NamedTuple

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm


class Look(NamedTuple):
    """A style by its name in Word, and what it does to a paragraph and its letters."""

    name: str
    paragraph: str = ""
    letters: str = ""
    based_on: str = "Normal"
    follows: str = "Normal"
    mark: str = ""
    """What stands before each item of a list; '%1.' is its number."""
    table: str = ""
    """What it does to a table; then it is a style for tables."""

    @property
    def kind(self) -> str:
        """What it is a style for, in the format's words."""
        return "table" if self.table else "paragraph"


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _space(before: float, after: float, lines: float = 1.1) -> str:
    return (
        f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}" '
        f'w:line="{lines * 240:.0f}" w:lineRule="auto"/>'
    )


def _indent(centimetres: float) -> str:
    return f'<w:ind w:left="{centimetres * 567:.0f}"/>'


def _heading(level: int, points: float, before: float, after: float) -> Look:
    paragraph = f'<w:keepNext/><w:keepLines/>{_space(before, after, 1.05)}<w:outlineLvl w:val="{level - 1}"/>'
    return Look(f"heading {level}", paragraph, _BOLD + _INK + _size(points))


_SIDES = ("top", "left", "bottom", "right")
_BOLD = "<w:b/><w:bCs/>"
_INK = '<w:color w:val="1F4E5F" w:themeColor="text2"/>'
_GREY = '<w:color w:val="595959"/>'
_BAR = 'w:val="single" w:sz="24" w:space="10" w:color="5B8E9E" w:themeColor="accent1"'
_NO_BAR = '<w:pBdr><w:left w:val="nil"/></w:pBdr>'
_RULE = 'w:val="single" w:sz="4" w:space="0" w:color="94A1A7"'
_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="EAF1F3"/>'
_BOX = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="7" w:color="EAF1F3"/>' for side in _SIDES)
_BOX_INDENT = '<w:ind w:left="150" w:right="150"/>'
_CELLS = "".join(f"<w:{side} {_RULE}/>" for side in (*_SIDES, "insideH", "insideV"))

_LOOKS = (
    Look("Normal", _space(0, 6), based_on="", follows=""),
    Look("Title", "<w:keepNext/><w:keepLines/>" + _space(0, 3, 1.05), _BOLD + _INK + _size(22)),
    Look("Subtitle", _space(0, 2, 1.05), _GREY + _size(13)),
    Look("Date", _space(0, 4), _GREY),
    _heading(1, 16, 12, 4),
    _heading(2, 12.5, 9, 2),
    _heading(3, 11, 8, 2),
    Look("TOC Heading", "<w:keepNext/><w:keepLines/>" + _space(18, 4, 1.05), _BOLD + _INK + _size(14)),
    Look("toc 1", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9072"/></w:tabs>' + _space(4, 0), _BOLD),
    Look("toc 2", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9072"/></w:tabs>' + _space(0, 0) + _indent(0.5)),
    Look("List Bullet", _space(0, 2), follows="", mark="•"),
    Look("List Number", _space(0, 2), follows="", mark="%1."),
    Look("Lobgids Box", _space(0, 5), follows="", mark="☐"),
    Look("Quote", f"<w:keepLines/><w:pBdr><w:left {_BAR}/></w:pBdr>{_space(8, 4)}{_indent(0.75)}"),
    Look("Lobgids About", f"{_NO_BAR}{_space(0, 10)}", _GREY + _size(9.5), based_on="Quote"),
    Look("Lobgids Lead", f"<w:keepLines/><w:pBdr>{_BOX}</w:pBdr>{_FILL}{_space(7, 9)}{_BOX_INDENT}", _INK + _size(12)),
    Look("Lobgids Small", _space(2, 2), _GREY + _size(9.5)),
    Look("caption", "<w:keepLines/>" + _space(6, 3), _BOLD + _INK + _size(9.5)),
    Look("Lobgids Figure", "<w:keepNext/>" + _space(6, 2, 1)),
    Look("Lobgids Cell", '<w:suppressAutoHyphens w:val="0"/>' + _space(2, 2, 1), _size(9.5), follows=""),
    Look("Lobgids Question", "<w:keepNext/><w:keepLines/>" + _space(8, 0)),
    Look(
        "Lobgids Line",
        f"<w:pBdr><w:bottom {_RULE}/><w:between {_RULE}/></w:pBdr>"
        '<w:spacing w:before="0" w:after="0" w:line="520" w:lineRule="exact"/>',
        follows="",
    ),
    Look("footer", _space(0, 0, 1) + '<w:jc w:val="right"/>', _GREY + _size(9), follows=""),
    Look(
        "Lobgids Table",
        based_on="",
        follows="",
        table=f'<w:tblPr><w:tblBorders>{_CELLS}</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/>'
        '<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:rPr>{_BOLD}{_INK}</w:rPr><w:tcPr>{_FILL}</w:tcPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="firstCol"><w:rPr>{_BOLD}</w:rPr></w:tblStylePr>',
    ),
)

LOOKS = {look.name: look for look in _LOOKS}

_BASE = f"""<w:styles {nsdecls("w")}>
  <w:docDefaults>
    <w:rPrDefault><w:rPr>
      <w:rFonts w:ascii="Calibri" w:eastAsia="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>
      <w:sz w:val="21"/><w:szCs w:val="21"/>
    </w:rPr></w:rPrDefault>
    <w:pPrDefault><w:pPr><w:widowControl/><w:suppressAutoHyphens/></w:pPr></w:pPrDefault>
  </w:docDefaults>
  <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
    <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>
  </w:style>
  <w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
    <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
      <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
      <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
    </w:tblCellMar></w:tblPr>
  </w:style>
  <w:style w:type="numbering" w:default="1" w:styleId="NoList">
    <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
  </w:style>
</w:styles>"""

# Without the mode of 2013 Word would treat the file as one of an older Word.
_SETTINGS = f"""<w:settings {nsdecls("w")}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="709"/>
  <w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang/>
  <w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2"
    w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"
    w:followedHyperlink="followedHyperlink"/>
</w:settings>"""

_SMALL, _CLOSE = 0.74, 0.35
"""How large letters and the space between paragraphs are on an A5 page, beside those on an A4 page."""

_COLOURS = {b"1F497D": b"1F4E5F", b"4F81BD": b"5B8E9E"}
"""Ours in place of those of the library's theme: of headings, and of bars."""


def put_on(document: Document) -> None:
    """Give an empty document our page, letters and colours."""
    styles, settings = document.styles.element, document.settings.element
    defaults, *others = parse_xml(_BASE)
    styles.insert(0, defaults)
    styles.extend(others)
    settings.extend(list(parse_xml(_SETTINGS)))
    theme = document.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for theirs, ours in _COLOURS.items():
        theme._blob = theme.blob.replace(theirs, ours)
    section = document.sections[-1]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(12.5)


def make_small(document: Document) -> None:
    """Put the same looks on an A5 page, with small letters close together."""
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
