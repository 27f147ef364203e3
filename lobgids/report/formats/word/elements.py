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
    """An element of the main vocabulary; attributes belong to the same one."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def clean(text: str) -> str:
    """The text with a mark in place of each sign that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def run(text: str) -> Element:
    """The text as text, with each new line of it on a new line."""
    first, *others = clean(text).split("\n")
    made = element("r", _text(first))
    for line in others:
        made.extend((element("br"), _text(line)))
    return made


def paragraph(style: str, *content: Element, rules: Iterable[Element] = ()) -> Element:
    """A paragraph in the style of this id; its own rules stand in the order that the format wants."""
    return element("p", element("pPr", element("pStyle", val=style), *rules), *content)


def bookmarked(content: Element, number: int, name: str) -> tuple[Element, Element, Element]:
    """A run that can be pointed at by this name."""
    return element("bookmarkStart", id=number, name=name), content, element("bookmarkEnd", id=number)


def field(order: str, shown: str) -> Element:
    """A field that Word works out, with what it shows until then."""
    return element("fldSimple", run(shown), instr=order)


def field_sign(kind: str) -> Element:
    """A sign around a field that spans paragraphs: where it begins, where its result begins, and where it ends."""
    return element("r", element("fldChar", fldCharType=kind))


def field_order(order: str) -> Element:
    """What such a field is to work out."""
    made = element("instrText")
    made.text = order
    return element("r", made)


def page_number(pattern: str) -> Iterator[Element]:
    """How a page is numbered, with fields for `{number}` and `{total}`."""
    for place, part in enumerate(_NUMBER.split(pattern)):
        if place % 2:
            yield field(_PAGE_FIELDS[part], "1")
        elif part:
            yield run(part)


def _text(line: str) -> Element:
    made = element("t")
    made.set(qn("xml:space"), "preserve")
    made.text = line
    return made
