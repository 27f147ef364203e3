"""A report as a PDF: what stands in it, what a screen reader hears, and what typed text cannot do."""

import io
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pytest
import typst
from pypdf import PageObject, PdfReader

from lobgids.report.blocks import (
    Blank,
    Block,
    Cell,
    Figure,
    Grid,
    Group,
    Heading,
    Items,
    Key,
    Paragraph,
    Quote,
    Report,
    ReportPart,
    Row,
    Table,
)
from lobgids.report.formats.pdf.drawing import svg
from lobgids.report.formats.pdf.paper import as_pdf
from tests.fakes.reports import HOSTILE, SAMPLE

A4 = (595.28, 841.89)
NINE_MILLIMETRES, MARGIN = 25.5, 68
INVISIBLE = {"\u200b", "\u200d", "\ufe0f", *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"}

GRID = SAMPLE.parts[0].blocks[3]


@pytest.fixture(scope="module")
def sample() -> PdfReader:
    return _read(SAMPLE)


def _read(report: Report) -> PdfReader:
    return PdfReader(io.BytesIO(as_pdf(report)))


def _report(*blocks: Block, **changes: Any) -> Report:
    """A report of these blocks alone, with nothing below its pages."""
    words = msgspec.structs.replace(SAMPLE.words, page="")
    part = ReportPart(id="part", title="Deel", blocks=blocks)
    whole: dict[str, Any] = {"title": "Titel " * 20, "words": words, "has_contents": False, "parts": (part,)}
    return msgspec.structs.replace(SAMPLE, **(whole | changes))


def _text(pdf: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in pdf.pages)


def _squeezed(text: str) -> str:
    """A text without what cannot be seen, and without where its lines end."""
    return "".join(sign for sign in text if sign not in INVISIBLE and not sign.isspace())


def _spoken(sign: str) -> str:
    """A sign as it is shown where no font has it, squeezed."""
    return _squeezed(f"[{unicodedata.name(sign).lower()}]")


def _blocks(report: Report) -> Iterator[Block]:
    return (block for part in report.parts for block in part.blocks)


def _texts(value: Any) -> Iterator[str]:
    """All text in data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if key not in {"type", "look", "mark", "alt"}:
                yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _tags(pdf: PdfReader) -> Iterator[dict[str, Any]]:
    """The elements that the document consists of for who does not see it, in reading order."""
    root: Any = pdf.root_object
    yield from _below(root["/StructTreeRoot"]["/K"])


def _below(element: Any) -> Iterator[dict[str, Any]]:
    element = element.get_object()
    if isinstance(element, list):
        for one in element:
            yield from _below(one)
    elif isinstance(element, dict):
        if "/S" in element:
            yield element
        if "/K" in element:
            yield from _below(element["/K"])


def _names(pdf: PdfReader) -> list[str]:
    return [tag["/S"] for tag in _tags(pdf)]


def _bookmarks(outline: Any) -> Iterator[str]:
    for one in outline:
        if isinstance(one, list):
            yield from _bookmarks(one)
        else:
            yield one.title


def _places(page: PageObject) -> dict[str, float]:
    """How high on a page each piece of text stands."""
    places: dict[str, float] = {}

    def keep(text: str, around: list[float], own: list[float], _font: Any, _size: float) -> None:
        if text.strip():
            places[text.strip()] = own[5] * around[3] + around[5]

    page.extract_text(visitor_text=keep)
    return places


def test_everything_stands_on_the_pages(sample: PdfReader) -> None:
    text = _squeezed(_text(sample))
    told = [SAMPLE.title, SAMPLE.subtitle, SAMPLE.day, *SAMPLE.notes, SAMPLE.words.contents]
    told += [part.title for part in SAMPLE.parts] + list(_texts(msgspec.to_builtins(list(_blocks(SAMPLE)))))
    # a long word may be broken at the end of a line
    assert not [one for one in told if _squeezed(one) not in text and _squeezed(one) not in text.replace("-", "")]


def test_pages_are_a4_and_numbered(sample: PdfReader) -> None:
    total = len(sample.pages)
    for number, page in enumerate(sample.pages, 1):
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(A4, abs=0.1)
        assert f"bladzijde {number} van {total}" in page.extract_text()


def test_captions_are_numbered_per_kind(sample: PdfReader) -> None:
    text = _squeezed(_text(sample))
    assert "Figuur1.WaarLOBnuligt" in text
    assert "Tabel1.Wiewatdoet" in text
    assert "Tabel2.Vragenomsamen" in text


def test_bookmarks_are_the_headings(sample: PdfReader) -> None:
    headings = [
        title
        for part in SAMPLE.parts
        for title in (part.title, *(block.text for block in part.blocks if isinstance(block, Heading)))
    ]
    assert list(_bookmarks(sample.outline)) == headings


def test_contents_give_the_pages(sample: PdfReader) -> None:
    line = next(line for line in sample.pages[0].extract_text().splitlines() if line.startswith("Het plan"))
    assert "Het plan" in sample.pages[int(line.split()[-1]) - 1].extract_text()
    assert SAMPLE.words.contents not in _text(_read(msgspec.structs.replace(SAMPLE, has_contents=False)))


def test_a_reader_is_told_what_the_document_is(sample: PdfReader) -> None:
    root: Any = sample.root_object
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert root["/Lang"] == "nl"
    assert sample.metadata
    assert (sample.metadata.title, sample.metadata.author) == (SAMPLE.name, "lobgids")
    assert sample.metadata.creation_date
    assert sample.metadata.creation_date.date().isoformat() == SAMPLE.date
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_what_is_seen_is_also_told(sample: PdfReader) -> None:
    names = _names(sample)
    count = {name: names.count(name) for name in ("/Title", "/Table", "/BlockQuote", "/L", "/TOC", "/TD")}
    assert count == {"/Title": 1, "/Table": 2, "/BlockQuote": 2, "/L": 4, "/TOC": 4, "/TD": 16}
    assert names.count("/TH") == 6
    assert [name for name in names if name in {"/H1", "/H2", "/H3"}] == [
        *("/H1", "/H1", "/H2", "/H3", "/H2"),
        *("/H1", "/H2", "/H2", "/H3"),
        *("/H1", "/H2"),
    ]


def test_a_plot_says_what_it_shows_and_a_table_says_once_that_it_is_to_fill_in(sample: PdfReader) -> None:
    alternatives = [tag["/Alt"] for tag in _tags(sample) if tag["/S"] == "/Figure"]
    tables = [block for block in _blocks(SAMPLE) if isinstance(block, Table)]
    assert all("" in sum(table.rows, ()) for table in tables)
    assert isinstance(GRID, Figure)
    assert alternatives == [GRID.alt, *[SAMPLE.words.empty_cells] * len(tables)]
    full = _read(_report(Table(caption="Vol", header=("a", "b"), rows=(("c", "d"),))))
    assert not [tag for tag in _tags(full) if tag["/S"] == "/Figure"]


def test_an_empty_cell_is_high_enough_to_write_in(sample: PdfReader) -> None:
    page = next(page for page in sample.pages if "Ons antwoord" in page.extract_text())
    places = _places(page)
    first, second = "Wat gaat er in onze lessen al over later?", "Bij wie komt een leerling het eerst?"
    assert places[first] - places[second] > NINE_MILLIMETRES


def _drop(*row: str) -> float:
    """How far below the header the name of a row stands."""
    places = _places(_read(_report(Table(caption="", header=("Kop", "x"), rows=(row,)))).pages[0])
    return places["Kop"] - places[row[0]]


def test_the_name_of_an_empty_row_stands_halfway_up_it() -> None:
    assert _drop("Naam", "") > _drop("Naam", "vol") + NINE_MILLIMETRES / 5


def test_a_long_table_repeats_its_header_and_breaks_between_rows() -> None:
    rows = tuple((f"rij {number}", f"begin{number} {'woord ' * 40} eind{number}") for number in range(40))
    pdf = _read(_report(Table(caption="Lang", header=("Wie het doet", "Wat er gebeurt"), rows=rows)))
    pages = [page.extract_text() for page in pdf.pages]
    assert len(pages) > 2
    assert all("Wie het doet" in page for page in pages)
    assert all(any(f"begin{number} " in page and f"eind{number}" in page for page in pages) for number in range(40))


@pytest.mark.parametrize("lines", range(26, 38))
def test_a_caption_stays_with_its_table(lines: int) -> None:
    table = Table(caption="Het bijschrift", header=("De kop", "x"), rows=(("De rij", "woord " * 60), ("b", "c")))
    pages = [page.extract_text() for page in _read(_report(Paragraph(text="vul\n" * lines), table)).pages]
    assert any("Het bijschrift" in page and "De kop" in page and "De rij" in page for page in pages)


def _pages_below(lines: int, *blocks: Block) -> list[str]:
    """The pages of a report in which so many lines come first."""
    filling = (Paragraph(text="vul"), Paragraph(text="vul\n" * lines))
    return [page.extract_text() for page in _read(_report(*filling, *blocks)).pages]


def _stand_together(pages: list[str], *texts: str) -> bool:
    return any(all(text in page for text in texts) for page in pages)


@pytest.mark.parametrize("lines", range(28, 41))
@pytest.mark.parametrize(
    ("block", "beginning"),
    [
        (Items(items=("Eerste punt", "Tweede punt", "Derde punt")), ("Eerste punt", "Tweede punt", "Derde punt")),
        (Items(items=tuple(f"Punt {'lang ' * 40} {n}." for n in range(30)), mark="number"), ("Punt",)),
        (Table(caption="Onder", header=("Kop",), rows=(("Rij A",), ("Rij B",))), ("Onder", "Kop", "Rij A", "Rij B")),
        (Table(caption="Onder", header=("Kop",), rows=tuple((f"Rij {n}.",) for n in range(60))), ("Rij 0.", "Rij 1.")),
        (Figure(grid=GRID.grid, caption="Onder", alt="x"), ("Onder", "Onderdeel")),  # type: ignore[union-attr]
        (Blank(text="Schrijf op", lines=2), ("Schrijf op",)),
    ],
    ids=["list", "long list", "table", "long table", "plot", "lines"],
)
def test_a_heading_and_what_introduces_stay_with_what_they_are_for(
    block: Block, beginning: tuple[str, ...], lines: int
) -> None:
    pages = _pages_below(lines, Heading(text="De kop"), Paragraph(text="De inleiding:"), block)
    assert _stand_together(pages, "De kop", "De inleiding:", *beginning)


@pytest.mark.parametrize("rows", range(24, 40))
def test_no_row_of_a_long_table_stands_alone(rows: int) -> None:
    pages = _pages_below(10, Table(caption="", header=("Kop",), rows=tuple((f"Rij {n}.",) for n in range(rows))))
    assert _stand_together(pages, f"Rij {rows - 2}.", f"Rij {rows - 1}.")


def test_long_contents_name_the_parts_only() -> None:
    blocks = tuple(Heading(text=f"Onderwerp {number}") for number in range(60))
    contents = _read(_report(*blocks, has_contents=True)).pages[0].extract_text()
    assert "Deel" in contents
    assert "Onderwerp" not in contents


def test_a_heading_below_the_next_level_is_raised_to_it() -> None:
    assert [name for name in _names(_read(_report(Heading(text="Diep", level=3)))) if name[:2] == "/H"] == [
        "/H1",
        "/H2",
    ]


def test_a_part_begins_where_it_says() -> None:
    parts = (ReportPart(id="a", title="Eerst", blocks=()), ReportPart(id="b", title="Dan", blocks=(), on_new_page=True))
    pages = [page.extract_text() for page in _read(_report(parts=parts)).pages]
    assert ["Eerst" in page for page in pages] == [True, False]
    assert ["Dan" in page for page in pages] == [False, True]


def test_ordinary_text_is_set_in_a_font_that_typst_brings(sample: PdfReader) -> None:
    fonts = {font["/BaseFont"] for page in sample.pages for font in _fonts(page)}
    assert fonts
    assert all("Libertinus" in font for font in fonts)


@pytest.mark.parametrize("text", [one for one in HOSTILE[:-1] if not one.isascii()], ids=lambda text: ascii(text[:12]))
def test_no_text_is_set_in_a_font_of_the_machine(text: str) -> None:
    brought = tuple(family.replace(" ", "") for family in typst.Fonts(include_system_fonts=False).families())
    pages = _read(_report(*_hostile(text))).pages
    names = {font["/BaseFont"].partition("+")[2] for page in pages for font in _fonts(page)}
    assert [name for name in names if not name.startswith(brought)] == []


def test_typst_gets_only_the_fonts_that_it_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[typst.Fonts] = []

    def compiling(*args: Any, font_paths: typst.Fonts, **options: Any) -> Any:
        given.append(font_paths)
        return compile_(*args, font_paths=font_paths, **options)

    compile_: Any = typst.compile
    monkeypatch.setattr(typst, "compile", compiling)
    assert isinstance(GRID, Figure)
    assert all([as_pdf(SAMPLE), svg(GRID.grid)])
    assert len(given) >= 2
    assert all(font.path is None for fonts in given for font in fonts.fonts())


def _fonts(page: PageObject) -> Iterator[Any]:
    resources: Any = page["/Resources"]
    return (font.get_object() for font in resources["/Font"].values())


def test_the_same_report_gives_the_same_bytes() -> None:
    assert as_pdf(SAMPLE) == as_pdf(SAMPLE)


@pytest.mark.parametrize("language", ["nl", "en", "pt_BR"])
def test_a_report_is_in_its_language(language: str) -> None:
    pdf = _read(msgspec.structs.replace(SAMPLE, language=language))
    assert str(pdf.root_object["/Lang"]).replace("-", "_") == language


def _hostile(text: str) -> tuple[Block, ...]:
    """Every kind of block with this text wherever there is one."""
    row = Row(name=text, cells=(Cell(share=0.5), Cell()), remark=text)
    grid = Grid(corner=text, columns=(text, text), groups=(Group(name=text, rows=(row,)),),
                keys=(Key(cell=Cell(share=1), text=text),), remarks=text)  # fmt: skip
    return (
        Heading(text=text),
        Heading(text=text, level=3),
        Paragraph(text=text),
        Paragraph(text=text, look="lead"),
        Paragraph(text=text, look="small"),
        Items(items=(text,)),
        Items(items=(text,), mark="number"),
        Items(items=(text,), mark="box"),
        Quote(text=text, about=text),
        Table(caption=text, header=(text,), rows=((text,), ("",))),
        Blank(text=text),
        Figure(grid=grid, caption=text, alt=text),
    )


def _places_of(text: str, blocks: tuple[Block, ...]) -> int:
    """How often a text stands in blocks."""
    return sum(one == text for one in _texts(msgspec.to_builtins(blocks)))


@pytest.mark.parametrize("text", HOSTILE[:-1], ids=lambda text: ascii(text[:12]))
def test_what_was_typed_is_shown_and_never_obeyed(text: str) -> None:
    blocks = _hostile(text)
    pdf = _read(_report(*blocks, title=f"Titel {text}", subtitle=text, notes=(text,)))
    shown, typed, places = _squeezed(_text(pdf)), _squeezed(text), _places_of(text, blocks) + 3
    if typed.isascii() or "cafe" in text:
        assert shown.count(typed) >= places
    else:
        assert all(shown.count(sign) + shown.count(_spoken(sign)) >= places for sign in typed)
    assert not any("/Annots" in page for page in pdf.pages)
    assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(pdf.root_object)


@pytest.mark.parametrize("block", _hostile(HOSTILE[-1])[:-1:2], ids=lambda block: type(block).__name__)
def test_a_very_long_word_is_whole_and_stays_on_the_page(block: Block) -> None:
    starts: list[float] = []

    def keep(text: str, around: list[float], own: list[float], _font: Any, _size: float) -> None:
        if text.strip():
            starts.append(own[4] * around[0] + around[4])

    pdf = _read(_report(block))
    assert "a" * 20_000 in _squeezed("".join(page.extract_text(visitor_text=keep) for page in pdf.pages))
    assert max(starts) < A4[0] - MARGIN


def test_the_contents_link_within_the_document_only(sample: PdfReader) -> None:
    for link in (note.get_object() for page in sample.pages for note in page.get("/Annots", ())):
        assert link["/Subtype"] == "/Link"
        assert link.get("/A", {"/S": "/GoTo"})["/S"] == "/GoTo"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Klaar 🎓!", "Klaar [graduation cap]!"),
        ("職業", "[cjk unified ideograph-8077][cjk unified ideograph-696d]"),
        ("\u0378", "[U+0378]"),
        ("e\u20dd en e", "e[combining enclosing circle] en e"),
        ("\ufe8b\u20ed\U000e0067", "[arabic letter yeh with hamza above initial form]"),
    ],
)
def test_what_no_font_can_show_is_put_in_words(text: str, shown: str) -> None:
    assert _squeezed(shown) in _squeezed(_text(_read(_report(Paragraph(text=text)))))


def test_every_kind_of_block_puts_in_words_what_no_font_can_show() -> None:
    blocks = _hostile("🎓")
    shown = _squeezed(_text(_read(_report(*blocks))))
    assert shown.count("[graduationcap]") == _places_of("🎓", blocks)


def test_text_from_right_to_left_leaves_its_neighbours_alone() -> None:
    """The page number stays at the end of the line in the contents."""
    lefts: dict[str, float] = {}

    def keep(text: str, around: list[float], own: list[float], _font: Any, _size: float) -> None:
        lefts[text.strip()] = own[4] * around[0] + around[4]

    part = ReportPart(id="part", title=HOSTILE[16], blocks=())
    _read(_report(parts=(part,), has_contents=True)).pages[0].extract_text(visitor_text=keep)
    assert lefts["2"] > A4[0] - MARGIN - 10
