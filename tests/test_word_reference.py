"""`reference.docx`: how a report in Word looks, designed in Word and taken in by a script."""

import re
import tomllib
from collections.abc import Callable
from fnmatch import fnmatch
from importlib.resources import files
from io import BytesIO
from types import ModuleType
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, RGBColor
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

import lobgids.report.formats.word
from lobgids.report.formats.word.file import as_word
from lobgids.report.formats.word.styles import CELL, NAMES, NUMBERED, TABLE
from tests.conftest import ROOT, load_script
from tests.fakes.reports import SAMPLE

REFERENCE = (files(lobgids.report.formats.word) / "reference.docx").read_bytes()
LISTS = ("List Bullet", NUMBERED, "Lobgids Box")
LARGEST = 30_000


@pytest.fixture(scope="module")
def take_in() -> Callable[[bytes], bytes]:
    script: ModuleType = load_script(ROOT / "docs" / "make_reference.py")
    taken_in: Callable[[bytes], bytes] = script.taken_in
    return taken_in


def opened(file: bytes) -> Document:
    return docx.Document(BytesIO(file))


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def parts(file: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(file)) as archive:
        return {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}


def style(document: Document, name: str) -> str:
    """What a style says, in the words of the format."""
    (found,) = document.styles.element.xpath(f"w:style[w:name/@w:val='{name}']")
    return re.sub(r' xmlns:\w+="[^"]*"', "", found.xml)


# What is in it


def test_it_has_every_style_that_a_report_is_set_in() -> None:
    root = opened(REFERENCE).styles.element
    kinds = {name: root.xpath(f"string(w:style[w:name/@w:val='{name}']/@w:type)") for name in NAMES}
    assert kinds == dict.fromkeys(NAMES, "paragraph") | {TABLE: "table"}


def test_its_styles_rest_on_each_other_only() -> None:
    """So that all of a look comes along where a school's template lacks the style."""
    root = opened(REFERENCE).styles.element
    by_id = dict(zip(root.xpath("w:style/@w:styleId"), root.xpath("w:style/w:name/@w:val"), strict=True))
    for place, name in enumerate(NAMES):
        below = root.xpath(f"w:style[w:name/@w:val='{name}']/w:basedOn/@w:val")
        assert {by_id[one] for one in below} <= set(NAMES[:place]), name


@pytest.mark.parametrize("name", LISTS)
def test_each_of_its_lists_is_defined_for_one_style(name: str) -> None:
    document = opened(REFERENCE)
    (number,) = document.styles[name].element.xpath("w:pPr/w:numPr/w:numId/@w:val")
    root = document.part.numbering_part.element
    (used,) = root.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    levels = root.xpath(f"w:abstractNum[@w:abstractNumId='{used}']/w:lvl/w:pStyle/@w:val")
    assert levels == [document.styles[name].style_id]


def test_it_shows_each_style_by_its_name() -> None:
    document = opened(REFERENCE)
    (table,) = document.tables
    shown = [one.text for one in document.paragraphs if one.text]
    assert shown == [name for name in NAMES if name not in (TABLE, CELL)]
    assert table.style is not None
    assert (table.style.name, table.rows[1].cells[1].text) == (TABLE, CELL)


def test_it_tells_nothing_of_who_made_it() -> None:
    assert not [name for name in parts(REFERENCE) if not re.match(r"word/|_rels/|\[Content_Types\]", name)]
    told = re.compile(r'rsid|paraId|textId|docId|durableId|:nsid|:tmpl|author|:date=|:lang |Target="\w+:')
    assert {name: found for name, part in parts(REFERENCE).items() if (found := told.findall(part))} == {}
    with ZipFile(BytesIO(REFERENCE)) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


def test_it_is_small_and_comes_with_the_program() -> None:
    assert len(REFERENCE) < LARGEST
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    left_out = project["tool"]["hatch"]["build"]["exclude"] + (ROOT / ".gitignore").read_text("utf-8").split()
    assert not [pattern for pattern in left_out if fnmatch("reference.docx", pattern)]


# What a report has of it


def test_a_report_has_its_looks() -> None:
    made, reference = opened(as_word(SAMPLE)), opened(REFERENCE)
    assert [style(made, name) for name in NAMES] == [style(reference, name) for name in NAMES]
    page, theirs = made.sections[0], reference.sections[0]
    assert (page.page_width, page.left_margin, page.top_margin) == (
        theirs.page_width, theirs.left_margin, theirs.top_margin
    )  # fmt: skip
    assert [one.style.name for one in page.footer.paragraphs if one.style is not None] == ["Footer"]


def test_a_report_has_nothing_of_its_text() -> None:
    text = parts(as_word(SAMPLE))["word/document.xml"]
    assert not [name for name in NAMES if f">{name}<" in text]


@pytest.mark.parametrize("name", ["Quote", "Lobgids Box", TABLE])
def test_a_template_gets_from_it_what_it_lacks(name: str) -> None:
    lacking = opened(REFERENCE)
    lacking.styles[name].element.getparent().remove(lacking.styles[name].element)
    made = opened(as_word(SAMPLE, saved(lacking)))
    assert re.sub(r'numId w:val="\d+"', "numId", style(made, name)) == re.sub(
        r'numId w:val="\d+"', "numId", style(opened(REFERENCE), name)
    )


def test_a_small_report_fits_its_page() -> None:
    from msgspec.structs import replace

    document = opened(as_word(replace(SAMPLE, is_small=True)))
    room = Mm(148 - 13 - 13) + 999  # a margin is a whole number of twips
    assert all(sum(column.width or 0 for column in table.columns) <= room for table in document.tables)


# What is changed in it


def test_taken_in_again_it_stays_as_it_is(take_in: Callable[[bytes], bytes]) -> None:
    """Were it saved by Word without `python docs/make_reference.py`, this would fail."""
    assert take_in(REFERENCE) == REFERENCE


def _changed() -> Document:
    """As somebody leaves it who made headings red, deleted a style, and wrote in it."""
    document = opened(REFERENCE)
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xAA, 0x11, 0x22)
    document.styles["Quote"].element.getparent().remove(document.styles["Quote"].element)
    document.sections[0].left_margin = Mm(30)
    document.add_paragraph("van mij")._p.set(qn("w:rsidR"), "00A77B2C")
    document.core_properties.author = "J. de Wit"
    document.settings.element.append(OxmlElement("w:rsids"))
    definition = document.part.numbering_part.element[0]
    definition.insert(0, OxmlElement("w:nsid", attrs={qn("w:val"): "1A2B3C4D"}))
    footer = document.sections[0].footer.paragraphs[0]._p
    footer.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", "77777777")
    return document


def test_what_is_changed_is_taken_in(
    take_in: Callable[[bytes], bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = take_in(saved(_changed()))
    document = opened(made)
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0xAA, 0x11, 0x22)
    assert document.sections[0].left_margin == pytest.approx(Mm(30), abs=999)
    assert [one.text for one in document.paragraphs if one.text] == [
        name for name in NAMES if name not in (TABLE, CELL)
    ]
    assert style(document, "Quote") == style(opened(REFERENCE), "Quote")
    path = tmp_path_factory.mktemp("made") / "reference.docx"
    path.write_bytes(made)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_who_changed_it_is_forgotten(take_in: Callable[[bytes], bytes]) -> None:
    made = parts(take_in(saved(_changed())))
    assert made.keys() == parts(REFERENCE).keys()
    told = re.compile("van mij|J. de Wit|rsid|:nsid|paraId")
    assert told.search("".join(parts(saved(_changed())).values()))
    assert not told.search("".join(made.values()))


def test_changes_that_are_still_told_apart_are_refused(take_in: Callable[[bytes], bytes]) -> None:
    document = opened(REFERENCE)
    change = OxmlElement("w:rPrChange", attrs={qn("w:id"): "1", qn("w:author"): "J. de Wit"})
    document.styles["Heading 1"].element.get_or_add_rPr().append(change)
    with pytest.raises(ValueError, match="changes"):
        take_in(saved(document))
