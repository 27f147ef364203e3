"""The styles of a Word file: those that a template has, and ours in place of what it lacks."""

from collections.abc import Iterator
from itertools import chain, count

from docx.document import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from lobgids.report.word_elements import Element, element
from lobgids.report.word_lists import List, Lists
from lobgids.report.word_looks import LOOKS, Look

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
"""The languages as Word names them: with a country."""


class Styles:
    """The styles of a document, by the names of our looks."""

    def __init__(self, document: Document) -> None:
        self._root = document.styles.element
        self._lists = Lists(document)
        self._named = {_name(style).lower(): style for style in self._root.xpath("w:style")}
        for style in self._root.xpath("w:style[@w:type='paragraph'][@w:default='1' or @w:default='true']"):
            self._named["normal"] = style
        self._styles: dict[str, Element] = {}
        for look in LOOKS.values():
            self._styles[look.name] = self._style(look)

    def __getitem__(self, name: str) -> str:
        """The id by which a paragraph or a table has this style."""
        return _id(self._styles[name])

    def new_list(self, name: str) -> List | None:
        """A list of items in this style, from 1 on; none where the style itself tells what stands before them."""
        mark, own = LOOKS[name].mark, self._list(name)
        if own is None:
            return self._lists.added(mark, self[name])
        return self._lists.again(own) if "%" in mark else None

    def _style(self, look: Look) -> Element:
        """The style for a look: the first of its names that no style for something else has."""
        name = next(name for name in _names(look.name) if self._kind(name) in {look.kind, None})
        found = self._named.get(name.lower())
        return self._added(look, name) if found is None else found

    def _kind(self, name: str) -> str | None:
        """What a style is for; None where there is no such style."""
        style = self._named.get(name.lower())
        return None if style is None else style.get(qn("w:type"), "paragraph")

    def _added(self, look: Look, name: str) -> Element:
        style = parse_xml(self._as_xml(look, name, self._free_id(name)))
        self._root.append(style)
        self._named[name.lower()] = style
        return style

    def _as_xml(self, look: Look, name: str, id_: str) -> str:
        based_on = f'<w:basedOn w:val="{self[look.based_on]}"/>' if look.based_on else ""
        follows = f'<w:next w:val="{self[look.follows]}"/>' if look.follows else ""
        mark = f'<w:numPr><w:numId w:val="{self._lists.added(look.mark, id_).number}"/></w:numPr>' if look.mark else ""
        is_ours = ' w:customStyle="1"' if name.startswith("Lobgids") else ""
        is_default = ' w:default="1"' if name == "Normal" else ""
        return (
            f'<w:style {nsdecls("w")} w:type="{look.kind}" w:styleId="{id_}"{is_ours}{is_default}>'
            f'<w:name w:val="{name}"/>{based_on}{follows}<w:qFormat/><w:pPr>{mark}{look.paragraph}</w:pPr>'
            f"<w:rPr>{look.letters}</w:rPr>{look.table}</w:style>"
        )

    def _free_id(self, name: str) -> str:
        plain = "".join(word[0].upper() + word[1:] for word in name.split())
        taken = self._root.xpath("w:style/@w:styleId")
        return next(one for one in chain([plain], (f"{plain}{number}" for number in count(2))) if one not in taken)

    def _list(self, name: str) -> List | None:
        """The list that a style is for, by itself or by what it is based on."""
        for style in self._lineage(self._styles[name]):
            if number := style.xpath("string(w:pPr/w:numPr/w:numId/@w:val)"):
                level = style.xpath("string(w:pPr/w:numPr/w:ilvl/@w:val)")
                return self._lists.used(int(number), int(level or 0), _id(style))
        return None

    def _lineage(self, style: Element) -> Iterator[Element]:
        """A style and what it is based on; each once, as a damaged template may turn in circles."""
        by_id = {_id(one): one for one in self._named.values()}
        while (id_ := _id(style)) in by_id:
            yield by_id.pop(id_)
            style = by_id.get(style.xpath("string(w:basedOn/@w:val)"), style)


def speak(document: Document, language: str) -> None:
    """Have all that the document says checked and read aloud in this language."""
    place = document.styles.element
    for tag in ("docDefaults", "rPrDefault", "rPr"):
        if place.find(qn(f"w:{tag}")) is None:
            place.insert(0, element(tag))
        place = place.find(qn(f"w:{tag}"))
    if place.find(qn("w:lang")) is None:
        place.append(element("lang"))
    code = _LANGUAGES.get(language, language)
    for told in (*document.styles.element.xpath("//w:lang"), *document.settings.element.xpath("w:themeFontLang")):
        told.set(qn("w:val"), code)


def _names(name: str) -> Iterator[str]:
    """Under which names a style is looked for, one after the other."""
    return chain([name, f"Lobgids {name}"], (f"Lobgids {name} {number}" for number in count(2)))


def _name(style: Element) -> str:
    return str(style.xpath("string(w:name/@w:val)"))


def _id(style: Element) -> str:
    return str(style.get(qn("w:styleId"), ""))
