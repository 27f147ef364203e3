"""Plots: as lines of text for a terminal, and as drawings."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from lobgids.report.blocks import Cell, Grid, Group, Key, Row
from lobgids.report.formats.pdf.drawing import svg
from lobgids.report.grids import as_lines, cell_text, columns_of, head_of_remarks, keys_of
from tests.fakes.reports import HOSTILE, SAMPLE

WIDTHS = (40, 60, 80, 120, 200)
ACCENT, INK = "#1b5a6e", "#1f2933"

COMPONENTS = {
    "Visie en beleid": ("Visie en doelen van LOB", "Draagvlak en leiderschap", "Beleid", "Een LOB-werkplan"),
    "Organisatie": ("Advisering en loopbaanbesluiten", "Rollen en taken in de school", "Professionalisering"),
}
THEMES = ("Afspraken over taken, tijd en geld", "LOB-lessen en LOB-activiteiten", "Hulp voor mentoren en vakdocenten")
DOERS = ("schoolleiding", "conrector", "teamleider", "decaan", "mentor", "vakdocent", "iemand anders", "niemand")


def _profile() -> Grid:
    cells = (Cell(share=0.06, text="6%"), Cell(share=0.72, text="72%", is_aimed=True), Cell(share=0.22, text="22%"))
    return Grid(
        corner="Onderdeel",
        columns=("Model 1: de vakkenschool", "Model 2: de activerende school", "Model 3: de flexibele school"),
        groups=tuple(
            Group(name=name, rows=tuple(Row(name=row, cells=cells, remark="nog niet in de praktijk") for row in rows))
            for name, rows in COMPONENTS.items()
        ),
        keys=(Key(cell=Cell(is_aimed=True), text="waar jullie naartoe willen"),),
        remarks="Opmerking",
    )


def _roles() -> Grid:
    cells = tuple(Cell(share=float(name == "mentor"), is_aimed=name in {"mentor", "decaan"}) for name in DOERS)
    rows = tuple(Row(name=name, cells=cells, remark="dubbel") for name in THEMES)
    keys = (Key(cell=Cell(share=1), text="doet dit nu"), Key(cell=Cell(is_aimed=True), text="in dit stadium"))
    return Grid(corner="Thema", columns=DOERS, groups=(Group(name="", rows=rows),), keys=keys, remarks="Let op")


def _sample() -> Grid:
    return next(block.grid for part in SAMPLE.parts for block in part.blocks if hasattr(block, "grid"))


def _typed(text: str) -> Grid:
    """A grid with this text wherever there is one."""
    row = Row(name=text, cells=(Cell(share=0.5, text=text[:40]), Cell()), remark=text)
    key = Key(cell=Cell(share=1), text=text)
    return Grid(corner=text, columns=(text, text), groups=(Group(name=text, rows=(row,)),), keys=(key,), remarks=text)


def _single(cell: Cell) -> Grid:
    return Grid(corner="", columns=("x",), groups=(Group(name="", rows=(Row(name="naam", cells=(cell,)),)),), keys=())


GRIDS = pytest.mark.parametrize("grid", [_sample(), _profile(), _roles()], ids=["sample", "profile", "roles"])


def _texts(grid: Grid) -> Iterator[str]:
    """What has to stand in every form of a grid."""
    yield from (key.text for key in grid.keys)
    yield from (group.name for group in grid.groups)
    for row in (row for group in grid.groups for row in group.rows):
        yield row.name
        yield row.remark


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(share=0.64, text="64%", is_aimed=True), "●●●· 64% ◎"),
        (Cell(share=0.64, text="64%", is_unsure=True), "○○○· 64%"),
        (Cell(text="0%"), "···· 0%"),
        (Cell(share=0.5), "●●··"),
        (Cell(share=1), "●"),
        (Cell(share=1, is_unsure=True, is_aimed=True), "○ ◎"),
        (Cell(is_aimed=True), "◎"),
        (Cell(), "·"),
    ],
)
def test_a_mark_in_signs(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@GRIDS
@pytest.mark.parametrize("width", WIDTHS)
def test_lines_fit_and_tell_all(grid: Grid, width: int) -> None:
    lines = list(as_lines(grid, width))
    assert max(map(columns_of, lines)) <= width
    words = set(" ".join(lines).split())
    assert not [text for text in _texts(grid) if not set(text.split()) <= words]


@GRIDS
def test_each_row_is_one_line_where_there_is_room(grid: Grid) -> None:
    lines = list(as_lines(grid, 200))
    for row in (row for group in grid.groups for row in group.rows):
        line = next(line for line in lines if line.strip().startswith(row.name))
        for cell in row.cells:
            line = line.partition(cell_text(cell))[2]
        assert line.strip() == row.remark


def test_marks_stand_below_the_name_of_their_column() -> None:
    lines = list(as_lines(_roles(), 120))
    row = next(line for line in lines if line.startswith(THEMES[1]))
    assert row.index("◎") == lines[0].index("decaan")
    assert row.index("● ◎") == lines[0].index("mentor")


def test_a_name_stands_above_its_marks_where_they_do_not_fit() -> None:
    lines = list(as_lines(_roles(), 40))
    start = lines.index("  " + THEMES[1])
    assert [line.split() for line in lines[start + 1 : start + 4]] == [
        ["decaan", "◎"],
        ["mentor", "●", "◎"],
        ["Let", "op", "dubbel"],
    ]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("text", [*HOSTILE, "\u2764\ufe0f" * 60, "日本" * 40], ids=lambda text: ascii(text[:12]))
def test_lines_fit_whatever_was_typed(text: str, width: int) -> None:
    lines = list(as_lines(_typed(text), width))
    assert max(map(columns_of, lines)) <= width
    signs = "".join("".join(lines).split())
    assert all(sign in signs for sign in "".join(text.split()))


@GRIDS
@pytest.mark.parametrize("width", [120.0, 170.0])
def test_a_drawing_is_one_svg_element_of_that_width(grid: Grid, width: float) -> None:
    root = _parsed(svg(grid, width))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert float(root.attrib["width"].removesuffix("pt")) == pytest.approx(width / 25.4 * 72, abs=0.01)


@pytest.mark.parametrize("text", HOSTILE[:-1], ids=lambda text: ascii(text[:12]))
def test_what_was_typed_is_drawn_and_never_markup(text: str) -> None:
    root = _parsed(svg(_typed(text)))
    assert {element.tag.partition("}")[2] for element in root.iter()} <= {"svg", "g", "path", "defs", "symbol", "use",
                                                                          "image"}  # fmt: skip
    links = [value for element in root.iter() for name, value in element.attrib.items() if name.endswith("href")]
    assert all(link.startswith(("#", "data:image/")) for link in links)
    assert not "".join(root.itertext()).strip()


def test_a_very_long_word_stays_within_the_drawing() -> None:
    picture = svg(_typed(HOSTILE[-1]))
    assert len(_parsed(picture).findall(".//*")) > 20_000


def test_the_area_of_a_disc_is_the_share() -> None:
    assert _size(_shape(Cell(share=0.25), f'fill="{ACCENT}"')) * 2 == pytest.approx(
        _size(_shape(Cell(share=1.0), f'fill="{ACCENT}"'))
    )


def test_an_unsure_mark_is_open() -> None:
    assert not _shape(Cell(share=0.5, is_unsure=True), f'fill="{ACCENT}"')
    assert _shape(Cell(share=0.5, is_unsure=True), f'stroke="{ACCENT}"')


def test_an_aimed_mark_has_a_ring_around_it() -> None:
    ring = _shape(Cell(share=1, is_aimed=True), f'stroke="{INK}"')
    assert _size(ring) > _size(_shape(Cell(share=1), f'fill="{ACCENT}"'))
    assert not _shape(Cell(share=1), f'stroke="{INK}"')


def _parsed(picture: str) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314 - our own drawing


def _shape(cell: Cell, look: str) -> str:
    """The path of this look in the drawing of a cell."""
    return next((path for path in re.findall("<path[^>]*>", svg(_single(cell))) if look in path), "")


def _size(path: str) -> float:
    """The radius of a circle, which is how far it lies below where it begins."""
    return float(re.findall(r"m 0 ([\d.]+)", path)[0])


def test_keys_are_of_marks_that_are_drawn() -> None:
    seen, unseen, aimed = Cell(share=0.6), Cell(share=0.6, is_unsure=True), Cell(is_aimed=True)
    keys = tuple(Key(cell=cell, text="x") for cell in (seen, unseen, aimed))
    for cells, shown in (((seen,), (0,)), ((unseen, aimed), (1, 2)), ((Cell(),), ()), ((Cell(is_unsure=True),), ())):
        groups = (Group(name="", rows=(Row(name="naam", cells=cells),)),)
        assert keys_of(keys, groups) == tuple(keys[index] for index in shown)


def test_without_remarks_there_is_no_column_for_them() -> None:
    plain, told = (Group(name="", rows=(Row(name="naam", cells=(), remark=remark),)) for remark in ("", "let op"))
    assert head_of_remarks("Opmerking", (plain,)) == ""
    assert head_of_remarks("Opmerking", (plain, told)) == "Opmerking"


def test_within_a_ring_there_is_no_other_circle_but_the_dot() -> None:
    drawn = svg(_single(Cell(share=0.5, is_aimed=True)))
    assert (
        len(re.findall(r"<path[^>]*stroke=", drawn)) - len(re.findall(r"<path[^>]*stroke=", svg(_single(Cell())))) == 1
    )
    assert not _shape(Cell(is_aimed=True), f'fill="{ACCENT}"')
