"""A report as a page and as Markdown: what is on it, and that what people typed is text in it and nothing else."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import msgspec
import pytest
from markdown_it import MarkdownIt

import lobgids.report.formats.html
from lobgids.report.blocks import Block, Figure, Heading, Items, Paragraph, Quote, Report, ReportPart
from lobgids.report.formats.html.page import as_html
from lobgids.report.formats.markdown import as_markdown, escaped
from tests.fakes.reports import HOSTILE, SAMPLE

PLAIN = "gewoon"
TYPED = [*HOSTILE, "<div x", "<!-- x", "[x]: http://x", "~~~", "> x", "+ x", "# x"]
CSS = (Path(lobgids.report.formats.html.__file__).parent / "page.css").read_text()
FIGURE = next(block for part in SAMPLE.parts for block in part.blocks if isinstance(block, Figure))


def page(report: Report) -> Element:
    """The elements of a page, as a browser reads it; any fault in it is refused."""
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(as_html(report))
    assert isinstance(parsed, Element)
    return parsed


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def holding(*blocks: Block) -> Report:
    parts = (ReportPart(id="part", title="Deel", blocks=blocks),)
    return msgspec.structs.replace(SAMPLE, parts=parts, has_contents=False)


def filled(text: str, *others: str) -> Report:
    """The sample with this text in place of each of its own but the format's words, and what else is kept."""
    kept = {"id", "look", "mark", "type", "language", "date", "words", *others}

    def put(value: object, key: str = "") -> object:
        if key in kept:
            return value
        if isinstance(value, dict):
            return {name: put(inner, name) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [put(inner, key) for inner in value]
        return text if isinstance(value, str) and value else value

    data = msgspec.to_builtins(SAMPLE)
    return msgspec.convert(put(data), Report)


def seen(element: Element, told: str) -> Iterator[tuple[str, str | None, str | None, dict[str, str]]]:
    """All elements with their texts and attributes, but for the drawings; `told` is shown as a plain word."""

    def plainly(value: str | None) -> str | None:
        return value and value.replace(told, PLAIN)

    is_drawn = element.tag.endswith("svg")
    names = {"role", "aria-label"} if is_drawn else set(element.attrib)
    attributes = {name: plainly(element.attrib[name]) or "" for name in sorted(names)}
    yield element.tag, plainly(element.text), plainly(element.tail), attributes
    for child in () if is_drawn else element:
        yield from seen(child, told)


def tokens(report: Report, told: str) -> list[tuple[str, str, str]]:
    """All that Markdown takes for something, and the texts; `told` is shown as a plain word."""
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(as_markdown(report).decode())
    every = (one for token in parsed for one in (token, *(token.children or ())))
    return [(one.type, one.tag, "" if one.type == "inline" else one.content.replace(told, PLAIN)) for one in every]


@pytest.fixture(scope="module")
def sample() -> Element:
    return page(SAMPLE)


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: ascii(typed)[:20])
def test_what_people_type_is_only_text_on_a_page(typed: str) -> None:
    # To draw a word of thousands of letters takes half a minute; a shorter one is drawn below.
    others = ["grid"] if len(typed) > 1000 else []
    assert list(seen(page(filled(typed, *others)), typed)) == list(seen(page(filled(PLAIN, *others)), PLAIN))


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: ascii(typed)[:20])
def test_what_people_type_is_only_text_in_markdown(typed: str) -> None:
    assert tokens(filled(typed), typed) == tokens(filled(PLAIN), PLAIN)


def test_filling_reaches_all_that_is_told() -> None:
    told = {one[1] for one in seen(page(filled(PLAIN)), PLAIN) if one[1] and one[0] not in {"style", "time"}}
    assert {word for line in told for word in re.findall(r"[^\W\d]+", line)} == {
        PLAIN, "Naar", "de", "tekst", "Inhoud", "Tabel", "Figuur", "Lege", "vakken", "zijn", "om", "in", "te", "vullen",
    }  # fmt: skip


def test_headings_do_not_skip_a_level() -> None:
    late = holding(Heading(text="Diep", level=3), Heading(text="Dieper", level=3), Heading(text="Hoger"))
    for report in (SAMPLE, late):
        levels = [int(one.tag[1]) for one in page(report).iter() if re.fullmatch(r"h\d", one.tag)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {one.tag for one in page(SAMPLE).iter()} >= {"h1", "h2", "h3", "h4"}


def test_tables_tell_what_their_cells_belong_to(sample: Element) -> None:
    tables = list(sample.iter("table"))
    assert len(tables) == 3
    for table in tables:
        assert text(table.find("caption") or table)
        assert {one.get("scope") for one in table.findall("thead/tr/th")} == {"col"}
        assert all(row[0].get("scope") in {"row", "rowgroup"} for row in table.findall("tbody/tr"))
    for region in sample.findall(".//div[@role='region']"):
        assert region.get("tabindex") == "0"
        assert region.get("aria-label")


def test_on_a_card_each_cell_has_the_head_of_its_column(sample: Element) -> None:
    for table in sample.iter("table"):
        heads = [text(one) for one in table.findall("thead/tr/th")]
        for row in (row for row in table.findall("tbody/tr") if row.findall("td")):
            assert [one.get("data-head") for one in row.findall("td")] == heads[1:]
    narrow = CSS.split("@media screen and (max-width", 1)[1].split("@page")[0]
    assert "td[data-head]::before { content: attr(data-head)" in narrow
    assert "overflow-wrap: anywhere" not in CSS


def test_a_table_is_one_also_where_its_rows_are_cards(sample: Element) -> None:
    roles = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
    heads = {"col": "columnheader", "row": "rowheader", "rowgroup": "rowheader"}
    for table in sample.iter("table"):
        for one in (one for one in table.iter() if one.tag in {*roles, "th"}):
            assert one.get("role") == (heads[one.get("scope", "")] if one.tag == "th" else roles[one.tag])


def test_on_a_card_stands_only_what_is_marked(sample: Element) -> None:
    plot = next(one for one in sample.iter("figure") if one.get("class") == "plot")
    left_out = [one for one in plot.iter("td") if one.get("class") == "nothing"]
    assert {text(one) for one in left_out} == {"·", ""}
    assert all(text(one) not in {"·", ""} for one in plot.iter("td") if one not in left_out)


def test_a_link_leads_past_title_and_contents(sample: Element) -> None:
    first = next(one for one in sample.iter("a"))
    assert (text(first), first.get("href")) == (SAMPLE.words.skip, "#report-text")
    main = next(sample.iter("main"))
    assert (main.get("id"), main.get("tabindex")) == ("report-text", "-1")


def test_the_title_in_the_browser_tells_reports_apart(sample: Element) -> None:
    assert text(next(sample.iter("title"))) == SAMPLE.name


def test_captions_are_numbered(sample: Element) -> None:
    captions = [text(one) for tag in ("caption", "figcaption") for one in sample.iter(tag)]
    assert "Tabel 1. Wie wat doet, en wanneer Lege vakken zijn om in te vullen." in captions
    assert "Tabel 2. Vragen om samen te bespreken Lege vakken zijn om in te vullen." in captions
    assert "Figuur 1. Waar LOB nu ligt en waar de school heen wil" in captions


def test_what_is_empty_is_said_to_be_filled_in(sample: Element) -> None:
    tables = [table for table in sample.iter("table") if any(not text(cell) for cell in table.iter("td"))]
    said = [text(one) for table in tables for one in table.iter("span") if one.get("class") == "unseen"]
    assert said == [SAMPLE.words.empty_cells] * 2
    blanks = sample.findall(".//div[@class='blank']")
    assert [text(one) for one in blanks] == [
        "Dit willen we over een jaar zien: in te vullen",
        "We kijken terug op: in te vullen",
    ]
    assert [len(one.findall("div[@aria-hidden='true']")) for one in blanks] == [2, 1]


def test_a_plot_is_drawn_and_told(sample: Element) -> None:
    plot = sample.find(".//figure[@class='plot']")
    assert plot is not None
    drawing = next(one for one in plot.iter() if one.tag == "{http://www.w3.org/2000/svg}svg")
    assert (drawing.get("role"), drawing.get("aria-label")) == ("img", FIGURE.alt)
    rows = [[text(cell) for cell in row] for row in plot.findall(".//tbody/tr")]
    assert ["Taken en uren", "●●●· 80%", "●●·· 60% ◎", "·", "verschilt per afdeling"] in rows
    assert "○○·· Nog niet in de praktijk gezien" in [text(one) for one in plot.iter("li")]


def test_a_plot_takes_a_long_word() -> None:
    word = "lob" * 200
    grid = msgspec.structs.replace(FIGURE.grid, corner=word)
    plot = page(holding(msgspec.structs.replace(FIGURE, grid=grid)))
    assert text(next(plot.iter("th"))) == word


def test_two_plots_share_no_names() -> None:
    both = page(holding(FIGURE, FIGURE))
    names = [name for one in both.iter() if (name := one.get("id"))]
    assert len(names) > 50
    assert len(names) == len(set(names))


def test_a_page_needs_nothing_from_elsewhere_and_runs_nothing(sample: Element) -> None:
    assert not {one.tag.rpartition("}")[2] for one in sample.iter()} & {"script", "link", "iframe", "object", "img"}
    names = {one.get("id") for one in sample.iter()}
    for name, value in (pair for one in sample.iter() for pair in one.attrib.items()):
        assert not name.startswith("on")
        assert name not in {"src", "srcset", "action"}
        assert "//" not in value
        assert name.rpartition("}")[2] != "href" or value.removeprefix("#") in names
    assert not re.search(r"url\(|@import|//", CSS)


def test_contents_lead_to_the_parts(sample: Element) -> None:
    links = sample.findall(".//nav//a")
    assert [(one.get("href"), text(one)) for one in links] == [(f"#{part.id}", part.title) for part in SAMPLE.parts]
    assert [one.get("id") for one in sample.findall(".//main/section")] == [part.id for part in SAMPLE.parts]
    short = page(msgspec.structs.replace(SAMPLE, has_contents=False))
    assert short.find(".//nav") is None


def test_a_page_says_its_language_and_its_date(sample: Element) -> None:
    assert sample.get("lang") == "nl"
    day = sample.find(".//time")
    assert day is not None
    assert (day.get("datetime"), day.text) == ("2027-03-12", "12 maart 2027")


def test_a_new_line_is_a_new_line() -> None:
    report = holding(Paragraph(text="een\ntwee"), Items(items=("drie\nvier",)), Quote(text="vijf\nzes"))
    assert len(list(page(report).iter("br"))) == 3
    assert [one[0] for one in tokens(report, PLAIN)].count("hardbreak") == 3


@pytest.mark.parametrize("make", [as_html, as_markdown])
def test_the_same_report_is_the_same_file(make: object) -> None:
    again = msgspec.json.decode(msgspec.json.encode(SAMPLE), type=Report)
    assert callable(make)
    assert make(SAMPLE) == make(again)


def brightness(colour: str) -> float:
    """The relative luminance of `#rrggbb`, as WCAG 2 has it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_texts_stand_out() -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", CSS))
    assert len(colours) == len(re.findall(r"#[0-9a-f]{3,8}\b", CSS))
    grounds = [colour for name, colour in colours.items() if name.startswith("ground")]
    texts = [colour for name, colour in colours.items() if name.startswith("text")]
    assert (len(grounds), len(texts)) == (2, 3)
    assert all(contrast(told, ground) >= 4.5 for told in texts for ground in grounds)
    assert contrast(colours["line-to-write-on"], colours["ground"]) >= 3


def test_markdown_shows_every_kind_of_block() -> None:
    told = as_markdown(SAMPLE).decode()
    for line in (
        "# LOB op het Vechtdal College",
        "## Het plan",
        "#### In eigen woorden",
        "> Bij de havo gaat het anders dan bij het vmbo.",
        "- [ ] Een uur in de agenda van het team",
        "2. Vraag wie er mee wil beginnen.",
        "*Tabel 2. Vragen om samen te bespreken*",
        "| Bij wie komt een leerling het eerst? |  |",
        "*Figuur 1. Waar LOB nu ligt en waar de school heen wil*",
        "| **Begeleiding** |  |  |  |  |",
        "| Taken en uren | ●●●· 80% | ●●·· 60% ◎ | · | verschilt per afdeling |",
    ):
        assert line in told.splitlines()
    assert len(re.findall(r"^____+$", told, re.MULTILINE)) == 3


def test_lists_in_markdown_stay_apart() -> None:
    told = tokens(holding(Items(items=("een",)), Items(items=("twee",), mark="box")), PLAIN)
    assert [one[0] for one in told].count("bullet_list_open") == 2


def test_no_line_makes_a_table_or_a_heading_of_the_line_before_it() -> None:
    report = holding(Paragraph(text="een | twee\n--- | ---\n===\n:-\n# vijf"))
    kinds = [one[0] for one in tokens(report, PLAIN)]
    assert kinds.count("heading_open") == 2  # the title and the part's
    assert "table_open" not in kinds
    assert escaped(":-") == r"\:-"
