"""A report as a Word file, opened again with python-docx."""

import os
from base64 import b64decode
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import msgspec
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Mm, RGBColor
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from lobgids.report.blocks import (
    Blank,
    Block,
    Cell,
    Figure,
    Grid,
    Group,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    ReportPart,
    Row,
    Table,
)
from lobgids.report.formats.word.file import TemplateError, as_word
from lobgids.report.grids import cell_text
from tests.fakes.reports import HOSTILE, SAMPLE

SMALL = Grid(corner="", columns=("a",), groups=(Group(name="", rows=(Row(name="b", cells=(Cell(),)),)),), keys=())

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OTHER_MAINS = {
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
TYPES = "[Content_Types].xml"
HERE = "word/document.xml"


def report(*blocks: Block, **changes: Any) -> Report:
    part = ReportPart(id="part", title="Deel", blocks=blocks)
    return msgspec.structs.replace(SAMPLE, **{"parts": (part,), "has_contents": False, **changes})


_made = cache(as_word)


def opened(made: Report, template: bytes | None = None) -> Document:
    return docx.Document(BytesIO(_made(made, template)))


def text_of(element: BaseOxmlElement) -> str:
    """All text, fields and links too, with the new lines in it."""
    return "".join((one.text or "") if one.tag == qn("w:t") else "\n" for one in element.iter(qn("w:t"), qn("w:br")))


def styled(document: Document, style: str) -> list[str]:
    return [text_of(one._p) for one in document.paragraphs if one.style is not None and one.style.name == style]


def blocks(kind: Callable[..., Block]) -> list[Any]:
    return [block for part in SAMPLE.parts for block in part.blocks if type(block) is kind]


# What a report says


def test_headings_stand_in_their_levels() -> None:
    document = opened(SAMPLE)
    assert styled(document, "Heading 1") == [part.title for part in SAMPLE.parts]
    assert styled(document, "Heading 2") == [one.text for one in blocks(Heading) if one.level == 2]
    assert styled(document, "Heading 3") == [one.text for one in blocks(Heading) if one.level == 3]


def test_a_heading_skips_no_level() -> None:
    document = opened(report(Heading(text="diep", level=3), Heading(text="dieper", level=3)))
    assert (styled(document, "Heading 2"), styled(document, "Heading 3")) == (["diep"], ["dieper"])


def test_the_title_comes_first() -> None:
    document = opened(SAMPLE)
    assert [text_of(one._p) for one in document.paragraphs[:5]] == [
        SAMPLE.title, SAMPLE.subtitle, SAMPLE.day, *SAMPLE.notes
    ]  # fmt: skip
    assert (styled(document, "Title"), styled(document, "Subtitle")) == ([SAMPLE.title], [SAMPLE.subtitle])


def test_paragraphs_and_quotes_have_their_own_styles() -> None:
    document = opened(SAMPLE)
    assert styled(document, "Lobgids Lead") == [one.text for one in blocks(Paragraph) if one.look == "lead"]
    assert styled(document, "Normal") == [one.text for one in blocks(Paragraph) if one.look == "plain"]
    keys = [f"{cell_text(key.cell)} {key.text}" for key in blocks(Figure)[0].grid.keys]
    small = [one.text for one in blocks(Paragraph) if one.look == "small"]
    assert styled(document, "Lobgids Small") == [*SAMPLE.notes, *keys, *small]
    assert styled(document, "Quote") == [one.text for one in blocks(Quote)]
    assert styled(document, "Lobgids About") == [one.about for one in blocks(Quote) if one.about]


def test_a_table_has_a_header_that_stands_on_each_page() -> None:
    document = opened(SAMPLE)
    for block, table in zip(blocks(Table), document.tables[1:], strict=True):
        assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [block.header, *block.rows]
        assert [len(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [1] + [0] * len(block.rows)
        assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
        assert table._tbl.xpath("w:tblPr/w:tblLook[@w:firstRow='1'][@w:firstColumn='1']")


def test_rows_to_fill_in_are_high_enough_to_write_in() -> None:
    rows = [row for table in opened(SAMPLE).tables[1:] for row in table.rows]
    open_rows = [row for row in rows if not all(cell.text for cell in row.cells)]
    assert len(open_rows) == 4
    assert all(row.height is not None and row.height >= Cm(0.9) for row in open_rows)
    assert all(row.height is None for row in rows if row not in open_rows)


def test_columns_are_as_wide_as_asked() -> None:
    table = opened(SAMPLE).tables[1]
    widths = [column.width or 0 for column in table.columns]
    assert sum(widths) == pytest.approx(Mm(162), abs=Mm(0.5))
    assert [width / sum(widths) * 12 for width in widths] == pytest.approx([2, 5, 3, 2], abs=0.01)


def test_a_row_longer_than_a_page_may_break() -> None:
    long = report(Table(caption="", header=("a", "b"), rows=(("kort", "kort"), ("lang", "woord " * 5000))))
    _header, short_row, long_row = opened(long).tables[0].rows
    assert short_row._tr.xpath("w:trPr/w:cantSplit")
    assert not long_row._tr.xpath("w:trPr/w:cantSplit")


def _kept(document: Document) -> dict[str, bool]:
    return {text_of(one): bool(one.xpath("w:pPr/w:keepNext")) for one in document.element.body.xpath("//w:p")}


def test_a_short_table_stays_on_one_page() -> None:
    kept = _kept(opened(report(Table(caption="", header=("a",), rows=(("b",), ("c",))))))
    assert (kept["a"], kept["b"], kept["c"]) == (True, True, False)


def test_no_row_of_a_long_table_stands_alone() -> None:
    kept = _kept(opened(report(Table(caption="", header=("a",), rows=tuple((str(n),) for n in range(20))))))
    assert [text for text, is_kept in kept.items() if is_kept] == ["Tabel 1. ", "a", "0", "18"]


def test_a_heading_and_what_introduces_stay_with_what_they_are_for() -> None:
    short, long = (Items(items=tuple(f"{n}{count}" for n in range(count))) for count in (3, 9))
    for block in (
        short,
        long,
        Table(caption="", header=("h",), rows=(("r",),)),
        Blank(text="vul in"),
        blocks(Figure)[0],
    ):
        document = opened(report(Paragraph(text="inleiding"), block))
        assert _kept(document)["inleiding"]
        assert document.styles["Heading 1"].paragraph_format.keep_with_next
    assert [text for text, is_kept in _kept(opened(report(short))).items() if is_kept] == ["03", "13"]
    assert [text for text, is_kept in _kept(opened(report(long))).items() if is_kept] == ["09", "79"]


def test_boxes_to_choose_from_stay_together_below_their_question() -> None:
    kept = _kept(opened(report(Paragraph(text="wat?"), Items(items=("dit", "dat"), mark="box"), Paragraph(text="x"))))
    assert (kept["wat?"], kept["dit"], kept["dat"], kept["x"]) == (True, True, False, False)


def test_captions_are_numbered_by_kind() -> None:
    document = opened(SAMPLE)
    assert styled(document, "Caption") == [
        "Figuur 1. Waar LOB nu ligt en waar de school heen wil",
        "Tabel 1. Wie wat doet, en wanneer",
        "Tabel 2. Vragen om samen te bespreken",
    ]
    fields = document.element.body.xpath("//w:fldSimple")
    assert [(one.get(qn("w:instr")).split()[:2], text_of(one)) for one in fields] == [
        (["SEQ", "Figuur"], "1"),
        (["SEQ", "Tabel"], "1"),
        (["SEQ", "Tabel"], "2"),
    ]


def test_a_caption_stays_with_its_table() -> None:
    document = opened(SAMPLE)
    kept = {text_of(one._p): one.paragraph_format.keep_with_next for one in document.paragraphs}
    assert kept["Tabel 1. Wie wat doet, en wanneer"] is True


def test_lists_hold_their_items() -> None:
    document = opened(SAMPLE)
    for mark, style in (("bullet", "List Bullet"), ("number", "List Number"), ("box", "Lobgids Box")):
        assert styled(document, style) == [item for one in blocks(Items) if one.mark == mark for item in one.items]


def _marks(document: Document, style: str) -> list[tuple[str, str, list[str]]]:
    """What stands before each item: its list, its pattern, and where its numbers begin again."""
    numbering = document.part.numbering_part.element
    told = []
    for paragraph in (one for one in document.paragraphs if one.style is not None and one.style.name == style):
        own = paragraph._p.xpath("w:pPr/w:numPr/w:numId/@w:val")
        (number,) = own or document.styles[style].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
        (used,) = numbering.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
        (pattern,) = numbering.xpath(f"w:abstractNum[@w:abstractNumId='{used}']/w:lvl[1]/w:lvlText/@w:val")
        told.append((number, pattern, numbering.xpath(f"w:num[@w:numId='{number}']//w:startOverride/@w:val")))
    return told


def test_each_list_of_numbers_begins_at_one() -> None:
    items = Items(items=("een", "twee"), mark="number")
    first, again, other, last = _marks(opened(report(items, Paragraph(text="x"), items)), "List Number")
    assert first == again
    assert other == last
    assert first[0] != other[0]
    assert first[1:] == other[1:] == ("%1.", ["1"])


def test_bullets_and_boxes_come_from_the_style() -> None:
    document = opened(SAMPLE)
    assert {pattern for _list, pattern, _from in _marks(document, "List Bullet")} == {"•"}
    assert {pattern for _list, pattern, _from in _marks(document, "Lobgids Box")} == {"☐"}


def test_lines_to_write_on_come_below_their_words() -> None:
    document = opened(report(Blank(text="Dit willen we:", lines=3)))
    assert styled(document, "Lobgids Question") == ["Dit willen we:"]
    assert styled(document, "Lobgids Line") == ["", "", ""]
    assert document.styles["Lobgids Line"].element.xpath("w:pPr/w:pBdr/w:bottom")


def test_a_plot_is_a_table_in_the_font_of_the_document() -> None:
    document = opened(SAMPLE)
    plot, grid = document.tables[0], blocks(Figure)[0].grid
    assert not document.inline_shapes
    assert [cell.text for cell in plot.rows[0].cells] == [grid.corner, *grid.columns, grid.remarks]
    assert plot.rows[0]._tr.xpath("w:trPr/w:tblHeader")
    told = [[one.text for one in _cells(row)] for row in plot.rows[1:]]
    expected = []
    for group in grid.groups:
        expected += [[group.name], *([row.name, *map(cell_text, row.cells), row.remark] for row in group.rows)]
    assert told == expected
    assert plot._tbl.xpath("w:tblPr/w:tblDescription/@w:val") == [blocks(Figure)[0].alt]
    assert not plot._tbl.xpath(".//w:rFonts")


def _cells(row: Any) -> list[Any]:
    """The cells of a row, one that spans columns only once."""
    return list(dict.fromkeys(row.cells))


def test_below_a_plot_stands_what_its_signs_mean_and_its_caption() -> None:
    body = list(opened(SAMPLE).element.body)
    plot = next(index for index, one in enumerate(body) if one.tag == qn("w:tbl"))
    keys = [f"{cell_text(key.cell)} {key.text}" for key in blocks(Figure)[0].grid.keys]
    below = [text_of(one) for one in body[plot + 1 : plot + 2 + len(keys)]]
    assert below == [*keys, "Figuur 1. Waar LOB nu ligt en waar de school heen wil"]


def test_a_plot_stays_on_one_page() -> None:
    plot = opened(SAMPLE).tables[0]
    assert all(one.xpath("w:pPr/w:keepNext") for one in plot._tbl.xpath(".//w:p"))


def test_heads_of_many_columns_stand_upright() -> None:
    many = Grid(corner="x", columns=tuple("abcdefgh"), keys=(), groups=(
        Group(name="", rows=(Row(name="y", cells=(Cell(),) * 8),)),))  # fmt: skip
    plot = opened(report(Figure(grid=many, caption="", alt=""))).tables[0]
    assert len(plot._tbl.xpath("w:tr[1]/w:tc/w:tcPr/w:textDirection")) == 8
    assert not opened(SAMPLE).tables[0]._tbl.xpath(".//w:textDirection")


def test_a_plot_is_not_taken_for_a_part_of_the_table_above_it() -> None:
    table = Table(caption="", header=("a",), rows=(("b",),))
    tags = [one.tag for one in opened(report(table, Figure(grid=SMALL, caption="", alt=""))).element.body]
    assert (qn("w:tbl"), qn("w:tbl")) not in pairwise(tags)


def test_a_table_says_once_what_its_empty_cells_are_for() -> None:
    full, empty = (Table(caption="", header=("a", "b"), rows=(row,)) for row in (("c", "d"), ("c", "")))
    told = [one._tbl.xpath("w:tblPr/w:tblDescription/@w:val") for one in opened(report(full, empty)).tables]
    assert told == [[], [SAMPLE.words.empty_cells]]


def test_what_follows_a_page_break_begins_a_page() -> None:
    document = opened(SAMPLE)
    begun = [text_of(one._p) for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert begun == ["Het plan", "Nog uit te zoeken"]


def test_a_page_break_at_the_end_of_a_part_counts_for_the_next() -> None:
    first, second = (ReportPart(id=title, title=title, blocks=(PageBreak(),)) for title in ("een", "twee"))
    document = opened(report(parts=(first, second)))
    assert [text_of(one._p) for one in document.paragraphs if one.paragraph_format.page_break_before] == ["twee"]


def test_a_table_may_come_last() -> None:
    table = Table(caption="", header=("a",), rows=(("b",),))
    body = opened(report(table, table)).element.body
    assert [one.tag.rsplit("}")[-1] for one in body][-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_there_is_no_list_of_contents_without_page_numbers() -> None:
    body = opened(SAMPLE).element.body
    assert SAMPLE.words.contents not in text_of(body)
    assert not body.xpath("//w:sdt | //w:instrText")


def test_word_asks_no_question_when_the_file_opens() -> None:
    document = opened(SAMPLE)
    assert not document.settings.element.xpath("w:updateFields")
    assert not document.element.body.xpath("//*[@w:dirty]")


# The file


def test_properties_tell_what_it_is() -> None:
    told = opened(SAMPLE).core_properties
    assert (told.title, told.author, told.language) == (SAMPLE.name, "lobgids", "nl")
    assert told.created == told.modified == datetime(2027, 3, 12, 12, tzinfo=UTC)


@pytest.mark.parametrize(("language", "expected"), [("nl", "nl-NL"), ("en", "en-GB"), ("fr", "fr")])
def test_the_language_is_told(language: str, expected: str) -> None:
    document = opened(report(language=language))
    assert document.styles.element.xpath("//w:lang/@w:val") == [expected]
    assert document.settings.element.xpath("w:themeFontLang/@w:val") == [expected]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert as_word(SAMPLE) == as_word(SAMPLE)


def test_nothing_in_the_file_tells_when_it_was_made() -> None:
    with ZipFile(BytesIO(as_word(SAMPLE))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2027, 3, 12, 12, 0, 0)}
        assert archive.namelist()[0] == TYPES


def test_a_day_before_there_were_such_files() -> None:
    assert opened(report(date="0001-01-01")).core_properties.created == datetime(1980, 1, 1, 12, tzinfo=UTC)


def test_a_day_after_the_last_that_a_zip_can_tell() -> None:
    assert opened(report(date="9999-12-31")).core_properties.created == datetime(2107, 12, 31, 12, tzinfo=UTC)


def test_a_report_that_belongs_to_no_day_tells_none() -> None:
    told = opened(report(date="", day="")).core_properties
    assert (told.created, told.modified) == (None, None)


def test_pages_are_a4_and_numbered() -> None:
    section = opened(SAMPLE).sections[0]
    assert section.page_width == pytest.approx(Mm(210), abs=999)
    assert section.page_height == pytest.approx(Mm(297), abs=999)
    line = section.footer.paragraphs[0]._p
    assert text_of(line) == "bladzijde 1 van 1"
    assert line.xpath("w:fldSimple/@w:instr") == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("template", ["", "school"])
def test_word_opens_it_without_a_finding(tmp_path: Path, template: str) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(_made(SAMPLE, _saved(_school()) if template else None))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_every_style_that_is_used_exists() -> None:
    document = opened(SAMPLE)
    known = set(document.styles.element.xpath("w:style/@w:styleId"))
    assert set(document.element.body.xpath("//w:pStyle/@w:val | //w:tblStyle/@w:val")) <= known
    assert set(document.styles.element.xpath("//w:basedOn/@w:val | //w:next/@w:val")) <= known


# What people typed


def _with(text: str) -> Report:
    return report(
        Heading(text=text),
        Paragraph(text=text),
        Paragraph(text=text, look="lead"),
        Items(items=(text,)),
        Items(items=(text,), mark="number"),
        Items(items=(text,), mark="box"),
        Quote(text=text, about=text),
        Table(caption=text, header=(text, text), rows=((text, text),)),
        Blank(text=text),
        Figure(grid=SMALL, caption=text, alt=text),
        PageBreak(),
        title=text,
        subtitle=text,
        day=text,
        notes=(text,),
    )


def _elements(document: Document) -> Counter[str]:
    """How many elements there are of each kind, but for what only tells where a line or page may break."""
    may_break = {qn("w:cantSplit"), qn("w:br"), qn("w:t")}
    return Counter(one.tag for one in document.element.iter() if one.tag not in may_break)


@pytest.mark.parametrize("text", [*HOSTILE, "regel\nregel"])
def test_what_people_typed_is_text_and_nothing_else(text: str) -> None:
    document = opened(_with(text))
    shown = [text_of(one) for one in document.element.body.iter(qn("w:p"))]
    captions = [f"Tabel 1. {text}", f"Figuur 1. {text}"]
    assert Counter(shown) == Counter({text: 17, "Deel": 1, "": 2, **dict.fromkeys([*captions, "a", "b", "·"], 1)})
    assert document.tables[-1]._tbl.xpath("w:tblPr/w:tblDescription/@w:val") == [text]
    assert _elements(document) == _elements(opened(_with("gewoon")))


def test_signs_that_no_file_can_hold_are_replaced() -> None:
    document = opened(_with("a\x00b\x0bc\ud800d\ufffee"))
    assert styled(document, "Quote") == ["a\ufffdb\ufffdc\ufffdd\ufffde"]


# Templates


def _school() -> Document:
    """A document in a school's looks, with text of its own in it."""
    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xAA, 0x11, 0x22)
    document.styles.add_style("Schoolstijl", WD_STYLE_TYPE.PARAGRAPH)
    document.sections[0].header.paragraphs[0].text = "Het Vechtdal College"
    document.sections[0].page_width = Mm(148)
    document.core_properties.keywords = "oud"
    document.add_heading("Oude kop")
    document.add_picture(BytesIO(_picture()))
    document.add_section()
    document.add_paragraph("oude tekst")
    return document


def _picture() -> bytes:
    """A single dot, as PNG."""
    return b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")


def _saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _changed(file: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A file with one part changed."""
    made = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(made, "w") as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == name else old.read(one))
    return made.getvalue()


def _as(kind: str, file: bytes) -> bytes:
    return _changed(file, TYPES, lambda types: types.replace(MAIN.encode(), OTHER_MAINS[kind].encode()))


def _parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_template_gives_its_looks() -> None:
    document = opened(SAMPLE, _saved(_school()))
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0xAA, 0x11, 0x22)
    assert "Schoolstijl" in document.styles
    assert document.sections[0].page_width == pytest.approx(Mm(148), abs=999)
    assert styled(document, "Heading 1") == [part.title for part in SAMPLE.parts]


def test_a_header_stays_when_the_section_that_brought_it_goes() -> None:
    document = opened(SAMPLE, _saved(_school()))
    assert len(document.sections) == 1
    assert document.sections[0].header.paragraphs[0].text == "Het Vechtdal College"


def test_nothing_of_a_templates_own_text_stays() -> None:
    made = as_word(report(Paragraph(text="x")), _saved(_school()))
    assert text_of(
        docx.Document(BytesIO(made)).element.body
    ) == f"{SAMPLE.title}{SAMPLE.subtitle}{SAMPLE.day}" + "".join((*SAMPLE.notes, "Deel", "x"))
    assert not [name for name in _parts(made) if "media" in name or "thumbnail" in name]
    assert docx.Document(BytesIO(made)).core_properties.keywords == ""


def test_a_template_gets_only_the_styles_that_it_lacks() -> None:
    document = opened(SAMPLE, _saved(_school()))
    names = Counter(style.name for style in document.styles)
    assert set(names.values()) == {1}
    assert names["Lobgids Table"] == names["Quote"] == 1


def test_text_in_a_template_is_as_wide_as_its_page() -> None:
    document = opened(SAMPLE, _saved(_school()))
    section = document.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    assert all(sum(column.width or 0 for column in table.columns) <= room for table in document.tables)


def test_a_style_is_known_by_its_name_and_not_by_its_id() -> None:
    dutch = _school()
    dutch.styles["Heading 1"].element.set(qn("w:styleId"), "Kop1")
    document = opened(SAMPLE, _saved(dutch))
    assert len(document.element.body.xpath("w:p[w:pPr/w:pStyle/@w:val='Kop1']")) == len(SAMPLE.parts)


def test_a_style_for_something_else_is_not_used() -> None:
    odd = _school()
    odd.styles["Quote"].delete()
    odd.styles.add_style("Quote", WD_STYLE_TYPE.CHARACTER)
    document = opened(SAMPLE, _saved(odd))
    assert document.styles["Quote"].type == WD_STYLE_TYPE.CHARACTER
    assert styled(document, "Lobgids Quote") == [one.text for one in blocks(Quote)]


def test_a_template_gives_its_lists() -> None:
    school = _school()
    (pattern,) = {pattern for _list, pattern, _from in _marks(opened(SAMPLE, _saved(school)), "List Bullet")}
    (number,) = school.styles["List Bullet"].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    root = school.part.numbering_part.element
    (used,) = root.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    assert root.xpath(f"w:abstractNum[@w:abstractNumId='{used}']/w:lvl[1]/w:lvlText/@w:val") == [pattern]


@pytest.mark.parametrize("style", ["List Bullet", "List Number"])
def test_a_template_whose_lists_have_no_marks_gets_them(style: str) -> None:
    bare = _school()
    for one in bare.styles[style].element.xpath("w:pPr/w:numPr"):
        one.getparent().remove(one)
    bare.part.rels.pop(next(id_ for id_, one in bare.part.rels.items() if one.reltype == RELATIONSHIP_TYPE.NUMBERING))
    marks = _marks(opened(SAMPLE, _saved(bare)), style)
    assert {pattern for _list, pattern, _from in marks} <= {"•", "%1."}
    assert len(marks) == len(styled(opened(SAMPLE), style))


def test_numbers_in_a_template_begin_at_one_each_time() -> None:
    items = Items(items=("een", "twee"), mark="number")
    marks = _marks(opened(report(items, items), _saved(_school())), "List Number")
    assert [begun for _list, _pattern, begun in marks] == [["1"]] * 4
    assert len({used for used, _pattern, _from in marks}) == 2


def test_a_report_in_a_template_is_read_in_its_own_language() -> None:
    document = opened(report(language="en"), _saved(_school()))
    assert set(document.styles.element.xpath("//w:lang/@w:val")) == {"en-GB"}


def test_our_own_file_may_be_a_template() -> None:
    ours = as_word(SAMPLE)
    document = opened(SAMPLE, ours)
    assert [style.name for style in document.styles] == [style.name for style in opened(SAMPLE).styles]
    assert text_of(document.element.body) == text_of(opened(SAMPLE).element.body)


def test_a_template_gives_the_same_bytes_twice() -> None:
    template = _saved(_school())
    assert as_word(SAMPLE, template) == as_word(SAMPLE, template)


@pytest.mark.parametrize("kind", OTHER_MAINS)
def test_every_kind_of_word_file_may_be_a_template(kind: str) -> None:
    document = opened(SAMPLE, _as(kind, _saved(_school())))
    assert document.part.content_type == MAIN
    assert document.sections[0].header.paragraphs[0].text == "Het Vechtdal College"


def test_macros_stay_behind() -> None:
    school = _school()
    macros = PackagePart(PackURI("/word/vbaProject.bin"), "application/vnd.ms-office.vbaProject", b"macros")
    school.part.relate_to(macros, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
    template = _as("docm", _saved(school))
    assert "word/vbaProject.bin" in _parts(template)
    assert "word/vbaProject.bin" not in _parts(as_word(SAMPLE, template))


TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
ELSEWHERE = "http://elsewhere.example/x"


def _pointing_outside() -> bytes:
    """A template that rests on a file elsewhere, and shows a picture and links to a page from there in its header."""
    school = _school()
    on_settings = school.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).relate_to(
        ELSEWHERE, TEMPLATE, is_external=True
    )
    attached = OxmlElement("w:attachedTemplate")
    attached.set(qn("r:id"), on_settings)
    school.settings.element.insert(0, attached)
    header = school.sections[0].header
    run = header.paragraphs[0].add_run()
    run.add_picture(BytesIO(_picture()))
    (blip,) = run._r.xpath(".//a:blip")
    blip.set(qn("r:link"), header.part.relate_to(ELSEWHERE, RELATIONSHIP_TYPE.IMAGE, is_external=True))
    return _saved(school)


def test_a_report_points_at_nothing_outside_whatever_its_template_did(tmp_path: Path) -> None:
    template = _pointing_outside()
    assert any(b"elsewhere.example" in part for part in _parts(template).values())
    made = as_word(SAMPLE, template)
    assert not [name for name, part in _parts(made).items() if b"elsewhere.example" in part or b"External" in part]
    assert "Het Vechtdal College" in docx.Document(BytesIO(made)).sections[0].header.paragraphs[0].text
    path = tmp_path / "report.docx"
    path.write_bytes(made)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def _packed(**parts: bytes) -> bytes:
    file = BytesIO(_saved(_school()))
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "template",
    [
        pytest.param(lambda: _packed(**{"word/x.xml": b"<a>" + b" " * (1 << 25)}), id="a large part"),
        pytest.param(lambda: _packed(**{f"word/{number}": b"" for number in range(2001)}), id="many parts"),
        pytest.param(lambda: _packed(**{"word/x.png": bytes(1 << 22)}), id="packed too well"),
        pytest.param(lambda: _packed(**{"word/x.bin": os.urandom(1 << 20) * 129}), id="in all too large"),
    ],
)
def test_a_template_that_would_take_all_memory_is_refused(template: Callable[[], bytes]) -> None:
    with pytest.raises(TemplateError) as refused:
        as_word(SAMPLE, template())
    assert refused.value.reason == "large"


def _zip(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


OLD = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        pytest.param(b"", "foreign", id="nothing"),
        pytest.param(b"Beste collega's", "foreign", id="text"),
        pytest.param(_zip(x=b"y"), "foreign", id="another zip"),
        pytest.param(_zip(mimetype=b"application/vnd.oasis.opendocument.text"), "foreign", id="odt"),
        pytest.param(_zip(**{TYPES: b'<Types><Override ContentType="spreadsheetml.sheet.main"/></Types>'}), "foreign",
                     id="a sheet"),
        pytest.param(OLD + bytes(600), "old", id="doc"),
        pytest.param(OLD + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "locked", id="behind a password"),
        pytest.param(_zip(**{TYPES: MAIN.encode()}), "damaged", id="only its types"),
    ],
)  # fmt: skip
def test_what_is_no_word_file_is_refused(template: bytes, reason: str) -> None:
    with pytest.raises(TemplateError) as refused:
        as_word(SAMPLE, template)
    assert refused.value.reason == reason


@pytest.mark.parametrize("name", [HERE, "word/styles.xml", "word/numbering.xml", "_rels/.rels"])
@pytest.mark.parametrize("content", [b"", b"<w:p", b"<other/>"])
def test_a_damaged_template_is_refused(name: str, content: bytes) -> None:
    damaged = _changed(_saved(_school()), name, lambda _old: content)
    with pytest.raises(TemplateError) as refused:
        as_word(SAMPLE, damaged)
    assert refused.value.reason == "damaged"


def test_half_a_template_is_refused() -> None:
    template = _saved(_school())
    with pytest.raises(TemplateError) as refused:
        as_word(SAMPLE, template[: len(template) // 2])
    assert refused.value.reason == "damaged"
