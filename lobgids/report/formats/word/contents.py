"""A table of contents in a Word file, with its lines in it, so that it shows before Word has made it anew.

Only Word knows on which page what comes, so there are no page numbers until somebody has it made anew. To have it made
when the file opens, Word would first ask a question that nobody understands.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lobgids.report.formats.word.elements import Element, element, field_order, field_sign, paragraph, run
from lobgids.report.formats.word.styles import Styles

DEPTH = 2
"""Down to which level headings are in the contents."""

_ORDER = f' TOC \\o "1-{DEPTH}" \\h \\z \\u '


class ContentsEntry(NamedTuple):
    """A heading, and the bookmark at it."""

    level: int
    text: str
    bookmark: str


def contents(title: str, entries: Sequence[ContentsEntry], styles: Styles) -> Element:
    """The contents under their title, as one thing that Word offers to make anew."""
    kind = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
    heading = paragraph(styles["TOC Heading"], run(title))
    return element("sdt", element("sdtPr", kind), element("sdtContent", heading, *_lines(entries, styles)))


def _lines(entries: Sequence[ContentsEntry], styles: Styles) -> Iterator[Element]:
    for place, entry in enumerate(entries):
        line = paragraph(styles[f"toc {entry.level}"], _link(entry))
        if place == 0:
            for part in (field_sign("separate"), field_order(_ORDER), field_sign("begin")):
                line.insert(1, part)
        if place == len(entries) - 1:
            line.append(field_sign("end"))
        yield line


def _link(entry: ContentsEntry) -> Element:
    return element("hyperlink", run(" ".join(entry.text.split("\n"))), anchor=entry.bookmark, history=1)
