"""Elements of a page, with text in them that is only ever text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def element(tag: str, *content: Element | str, **attributes: str) -> Element:
    """An element with its content; an attribute has a dash for an underscore within, and an empty one is left out."""
    made = Element(tag, {name.strip("_").replace("_", "-"): value for name, value in attributes.items() if value})
    for one in content:
        if isinstance(one, Element):
            made.append(one)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + one
        else:
            made.text = (made.text or "") + one
    return made


def told(tag: str, text: str, **attributes: str) -> Element:
    """An element with a text in it, which is read from the side where its writing begins."""
    return element(tag, *lines(text), dir="auto", **attributes)


def labelled(tag: str, label: str, text: str) -> Element:
    """A caption that begins with what it is and its number."""
    return element(tag, label, element("bdi", *lines(text)))


def lines(text: str) -> Iterator[Element | str]:
    """A text with a break for each new line."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Element("br")
        yield line


def unseen(text: str) -> Element:
    """What is only said to who cannot see what it is about."""
    return element("span", text, class_="unseen")
