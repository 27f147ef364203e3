"""The elements of a Word file: text that is nothing but text, paragraphs, and fields that Word works out itself."""

import re
from collections.abc import Iterable, Iterator

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement
"""An element of a Word file."""

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBER = re.compile(r"\{(number|total)\}")
_PAGE_FIELDS = {"number": "PAGE", "total": "NUMPAGES"}


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return an element of the main namespace (`w`), with attributes of the same."""
    built: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        built.set(qn(f"w:{name}"), str(value))
    built.extend(children)
    return built


def clean(text: str) -> str:
    """Return the text with U+FFFD in place of each character that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def run(text: str) -> Element:
    """Return the text as a run, with a break at each of its new lines."""
    first, *others = clean(text).split("\n")
    built = element("r", _text(first))
    for line in others:
        built.extend((element("br"), _text(line)))
    return built


def paragraph(style: str, *content: Element, rules: Iterable[Element] = ()) -> Element:
    """Return a paragraph in the style of this id; its own rules are given in the order that the format wants."""
    return element("p", element("pPr", element("pStyle", val=style), *rules), *content)


def field(instruction: str, shown: str) -> Element:
    """Return a field that Word works out, with what it shows until then."""
    return element("fldSimple", run(shown), instr=instruction)


def page_number(pattern: str) -> Iterator[Element]:
    """Yield the parts of a page number, with fields for `{number}` and `{total}` in the pattern."""
    for index, part in enumerate(_NUMBER.split(pattern)):
        if index % 2:
            yield field(_PAGE_FIELDS[part], "1")
        elif part:
            yield run(part)


def _text(line: str) -> Element:
    built = element("t")
    built.set(qn("xml:space"), "preserve")
    built.text = line
    return built
