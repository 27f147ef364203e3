"""The elements of a page; what somebody typed is never more than text in them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element


def element(tag: str, *content: Element | str, **attributes: str) -> Element:
    """Return an element with its content and attributes.

    In a name of an attribute an underscore is a dash, except at an end; an attribute without a value is left out.
    """
    built = Element(tag, {name.strip("_").replace("_", "-"): value for name, value in attributes.items() if value})
    for child in content:
        if isinstance(child, Element):
            built.append(child)
        elif len(built):
            built[-1].tail = (built[-1].tail or "") + child
        else:
            built.text = (built.text or "") + child
    return built


def text_element(tag: str, text: str, **attributes: str) -> Element:
    """Return an element with a text in it, which is read from the side where its script begins."""
    return element(tag, *lines(text), dir="auto", **attributes)


def labelled(tag: str, label: str, text: str) -> Element:
    """Return a caption that begins with what it is of and its number."""
    return element(tag, label, element("bdi", *lines(text)))


def lines(text: str) -> Iterator[Element | str]:
    """Yield a text with a break for each new line."""
    for index, line in enumerate(text.split("\n")):
        if index:
            yield Element("br")
        yield line


def unseen(text: str) -> Element:
    """Return a text for readers who cannot see what it is about; others do not see it."""
    return element("span", text, class_="unseen")
