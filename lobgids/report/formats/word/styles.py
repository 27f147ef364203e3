"""The styles of a Word file: those that a template has, and those of `reference.docx` in place of what it lacks."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cached_property
from itertools import chain, count

from docx.document import Document
from docx.oxml.ns import qn

from lobgids.report.formats.word.elements import Element, element
from lobgids.report.formats.word.lists import List, Lists
from lobgids.report.formats.word.reference import reference

TABLE, CELL, NUMBERED = "Lobgids Table", "Lobgids Cell", "List Number"
NAMES = (
    *("Normal", "Title", "Subtitle", "Date", "heading 1", "heading 2", "heading 3"),
    *("List Bullet", NUMBERED, "Lobgids Box", "Quote", "Lobgids About", "Lobgids Lead", "Lobgids Small", "caption"),
    *(CELL, "Lobgids Question", "Lobgids Line", TABLE),
)
"""All styles that a report is set in, each after the one that it is based on; all but the last are for paragraphs."""

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
"""The languages as Word names them: with a country."""


class Styles:
    """The styles of a document, by our names."""

    def __init__(self, document: Document) -> None:
        self._root = document.styles.element
        self._lists = Lists(document)
        self._named = {_name(style).lower(): style for style in self._root.xpath("w:style")}
        for style in self._root.xpath("w:style[@w:type='paragraph'][@w:default='1' or @w:default='true']"):
            self._named["normal"] = style
        self._styles: dict[str, Element] = {}
        for name in NAMES:
            self._styles[name] = self._style(name)

    def __getitem__(self, name: str) -> str:
        """Return the id by which a paragraph or a table has this style."""
        return _id(self._styles[name])

    def new_list(self, name: str) -> List | None:
        """Return a new list of items in this style, from 1 on; None if the style itself gives their marks."""
        own = self._list(name)
        if own is None:
            return self._lists.added(self._ours.definition(name), self[name])
        return self._lists.restarted(own) if name == NUMBERED else None

    def definition(self, name: str) -> Element:
        """Return how the list of a style looks, in `reference.docx`."""
        (number,) = self._styles[name].xpath("w:pPr/w:numPr/w:numId/@w:val")
        (definition,) = self._lists.definitions(number)
        return definition

    @cached_property
    def _ours(self) -> "Styles":
        return Styles(reference())

    def _style(self, name: str) -> Element:
        """Return the style for this name of ours, under the first of its names that no other kind of style has."""
        kind = "table" if name == TABLE else "paragraph"
        known_as = next(candidate for candidate in _names(name) if self._kind(candidate) in {kind, None})
        found = self._named.get(known_as.lower())
        return self._added(name, known_as) if found is None else found

    def _kind(self, name: str) -> str | None:
        """Return what a style is for, 'paragraph' or 'table' say; None if there is no such style."""
        style = self._named.get(name.lower())
        return None if style is None else style.get(qn("w:type"), "paragraph")

    def _added(self, name: str, known_as: str) -> Element:
        """Add our style under this name, which is free, and return it."""
        style = deepcopy(self._ours._styles[name])
        style.set(qn("w:styleId"), self._free_id(known_as))
        self._root.append(style)
        self._named[known_as.lower()] = style
        if known_as != name:
            style.find(qn("w:name")).set(qn("w:val"), known_as)
            style.set(qn("w:customStyle"), "1")
            style.attrib.pop(qn("w:default"), None)
        self._relate(style)
        for number in style.xpath("w:pPr/w:numPr/w:numId"):
            number.set(qn("w:val"), str(self._lists.added(self._ours.definition(name), _id(style)).number))
        return style

    def _relate(self, style: Element) -> None:
        """Have a style of ours name the styles here that stand for those that it named."""
        names = {self._ours[name]: name for name in NAMES}
        for relation in style.xpath("w:basedOn | w:next | w:link"):
            name = names.get(relation.get(qn("w:val")))
            if name in self._styles:
                relation.set(qn("w:val"), self[name])
            else:
                style.remove(relation)

    def _free_id(self, name: str) -> str:
        plain = "".join(word[0].upper() + word[1:] for word in name.split())
        taken = self._root.xpath("w:style/@w:styleId")
        candidates = chain([plain], (f"{plain}{number}" for number in count(2)))
        return next(candidate for candidate in candidates if candidate not in taken)

    def _list(self, name: str) -> List | None:
        """Return the list of a style, its own or that of a style that it is based on; None if there is none."""
        for style in self._lineage(self._styles[name]):
            if number := style.xpath("string(w:pPr/w:numPr/w:numId/@w:val)"):
                level = style.xpath("string(w:pPr/w:numPr/w:ilvl/@w:val)")
                return self._lists.used(int(number), int(level or 0), _id(style))
        return None

    def _lineage(self, style: Element) -> Iterator[Element]:
        """Yield a style and those it is based on; each once, as in a damaged template they may form a circle."""
        by_id = {_id(known): known for known in self._named.values()}
        while (id_ := _id(style)) in by_id:
            yield by_id.pop(id_)
            style = by_id.get(style.xpath("string(w:basedOn/@w:val)"), style)


def speak(document: Document, language: str) -> None:
    """Have the whole document checked and read aloud in this language."""
    parent = document.styles.element
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        if parent.find(qn(f"w:{tag}")) is None:
            parent.insert(0, element(tag))
        parent = parent.find(qn(f"w:{tag}"))
    if parent.find(qn("w:lang")) is None:
        parent.append(element("lang"))
    code = _LANGUAGES.get(language, language)
    for lang in (*document.styles.element.xpath("//w:lang"), *document.settings.element.xpath("w:themeFontLang")):
        lang.set(qn("w:val"), code)


def _names(name: str) -> Iterator[str]:
    """Return the names under which a style is looked for, in order, without end."""
    return chain([name, f"Lobgids {name}"], (f"Lobgids {name} {number}" for number in count(2)))


def _name(style: Element) -> str:
    return str(style.xpath("string(w:name/@w:val)"))


def _id(style: Element) -> str:
    return str(style.get(qn("w:styleId"), ""))
