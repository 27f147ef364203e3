"""A report as one HTML page: nothing is loaded with it, nothing runs in it, and on paper it is A4."""

from importlib.resources import files
from importlib.util import find_spec
from itertools import count
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lobgids.report.blocks import (
    Blank,
    Block,
    Figure,
    FixedWords,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    ReportPart,
    Table,
)
from lobgids.report.formats.html import tables
from lobgids.report.formats.html.elements import element, labelled, lines, text_element, unseen
from lobgids.report.grids import cell_text

# If a mistake of ours let a script or a link in, a browser would still run and fetch nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_SMALL = """
@page { size: A5; margin: 10mm 12mm 13mm; }

@media print {
  html { font-size: 7.4pt; line-height: 1.35; }
  section { margin-top: 0.9rem; }
  h2 { margin-bottom: 0.3rem; }
}
"""
"""The style of a report on one side of an A5."""
_WIDE = "\n@page { size: A4 landscape; margin: 12mm 18mm; }\n@media print { body { max-width: none; } }\n"
"""The style of a report on an A4 on its side."""
_TEXT = "report-text"
"""The id of the text, below the title and the contents; no part has this one."""
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"


def as_html(report: Report) -> bytes:
    """Return the page; what people typed is text in it and nothing else."""
    setter = _Setter(report.words)
    body = element("body", element("a", report.words.skip, href=f"#{_TEXT}", class_="skip"), _header(report))
    if report.has_contents:
        body.append(_contents(report))
    body.append(element("main", *map(setter.part, report.parts), id=_TEXT, tabindex="-1"))
    page = element("html", _head(report), body, lang=report.language)
    return f"<!doctype html>\n{ElementTree.tostring(page, encoding='unicode', method='html')}\n".encode()


class _Setter:
    """Sets the parts of a report one after the other, and numbers tables and figures as they come."""

    def __init__(self, words: FixedWords) -> None:
        self._words = words
        self._tables, self._figures = count(1), count(1)
        self._depth = 0

    def part(self, part: ReportPart) -> Element:
        self._depth = 2
        blocks = map(self._block, part.blocks)
        paging = "new-page" if part.on_new_page else ""
        return element("section", text_element("h2", part.title), *blocks, id=part.id, class_=paging)

    def _block(self, block: Block) -> Element:
        match block:
            case Heading():
                built = self._heading(block)
            case Paragraph():
                built = text_element("p", block.text, class_="" if block.look == "plain" else block.look)
            case Items():
                built = _items(block)
            case Quote():
                built = _quote(block)
            case Table():
                label = f"{self._words.table} {next(self._tables)}. "
                built = tables.of_text(block, label, self._words.empty_cells)
            case Blank():
                built = self._blank(block)
            case Figure():
                built = self._figure(block)
            case PageBreak():
                built = element("div", class_="new-page")
        return built

    def _heading(self, block: Heading) -> Element:
        """Return a heading of its level, or of a higher one if it would skip a level."""
        self._depth = min(block.level, self._depth) + 1
        return text_element(f"h{self._depth}", block.text)

    def _blank(self, block: Blank) -> Element:
        text = element("p", *lines(block.text), " ", unseen(self._words.to_fill_in), dir="auto")
        to_write_on = (element("div", class_="line", aria_hidden="true") for _ in range(block.lines))
        return element("div", text, *to_write_on, class_="blank")

    def _figure(self, block: Figure) -> Element:
        number = next(self._figures)
        caption = labelled("figcaption", f"{self._words.figure} {number}. ", block.caption)
        if find_spec("typst") is None:  # inside a browser nothing draws: the numbers stand there instead
            return element("figure", _numbers(block), caption, class_="plot undrawn")
        drawing = element("div", _drawing(block, f"f{number}-"), class_="drawing")
        return element("figure", drawing, _numbers(block), caption, class_="plot")


def _head(report: Report) -> Element:
    style = (files(__package__) / "page.css").read_text(encoding="utf-8")
    style += _SMALL * report.is_small + _WIDE * report.is_wide
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", report.name),
        element("style", style),
    )


def _header(report: Report) -> Element:
    day = element("p", element("time", report.day, datetime=report.date), class_="day")
    notes = (text_element("p", note, class_="note") for note in report.notes)
    return element(
        "header", text_element("h1", report.title), text_element("p", report.subtitle, class_="subtitle"), day, *notes
    )


def _contents(report: Report) -> Element:
    links = (element("a", part.title, href=f"#{part.id}", dir="auto") for part in report.parts)
    return element("nav", element("h2", report.words.contents), element("ul", *(element("li", link) for link in links)))


def _items(block: Items) -> Element:
    items = (text_element("li", item) for item in block.items)
    # Safari takes a list without bullets for no list, unless it has this role.
    role = "list" if block.mark == "box" else ""
    return element("ol" if block.mark == "number" else "ul", *items, class_=block.mark, role=role)


def _quote(block: Quote) -> Element:
    about = [text_element("figcaption", block.about)] if block.about else []
    return element("figure", element("blockquote", text_element("p", block.text)), *about, class_="quote")


def _numbers(block: Figure) -> Element:
    """Return a plot in words and signs, for readers who cannot see it, or if there is no room to draw it."""
    keys = (element("li", f"{cell_text(key.cell)} ", element("bdi", *lines(key.text))) for key in block.grid.keys)
    return element("div", tables.of_marks(block.grid, block.caption), element("ul", *keys), class_="numbers")


def _drawing(block: Figure, prefix: str) -> Element:
    """Return the plot as an inline picture."""
    from lobgids.report.formats.pdf.drawing import svg

    picture = _inlined(ElementTree.fromstring(svg(block.grid)), prefix)  # noqa: S314  it is our own, just drawn
    picture.set("role", "img")
    picture.set("aria-label", block.alt)
    return picture


def _inlined(drawn: Element, prefix: str) -> Element:
    """Return an element of a picture as HTML, with ids that no other picture on the page has."""
    inlined = Element(drawn.tag.removeprefix(_SVG))
    inlined.text, inlined.tail = drawn.text, drawn.tail
    for key, value in drawn.attrib.items():
        name = key.removeprefix(_XLINK)
        inlined.set(name, _prefixed(name, value, prefix))
    inlined.extend(_inlined(child, prefix) for child in drawn)
    return inlined


def _prefixed(name: str, value: str, prefix: str) -> str:
    """Return the value of an attribute, with the prefix before each id in it."""
    if name == "id":
        return prefix + value
    if name == "href" and value.startswith("#"):
        return f"#{prefix}{value[1:]}"
    return value.replace("url(#", f"url(#{prefix}")
