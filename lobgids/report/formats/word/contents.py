"""A table of contents in a Word file, with its lines in it, so that it shows before Word has updated it.

Only Word knows on which page a heading comes, so there are no page numbers until somebody updates it. To update it when
the file opens, Word would first ask a question that nobody understands.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lobgids.report.formats.word.elements import Element, element, field_instruction, field_mark, paragraph, run
from lobgids.report.formats.word.styles import Styles

DEPTH = 2
"""Down to which level headings are in the contents."""

_INSTRUCTION = f' TOC \\o "1-{DEPTH}" \\h \\z \\u '


class ContentsEntry(NamedTuple):
    """A heading, and the bookmark at it."""

    level: int
    text: str
    bookmark: str


def contents(title: str, entries: Sequence[ContentsEntry], styles: Styles) -> Element:
    """Return the contents under their title, as a block that Word offers to update."""
    kind = element("docPartObj", element("docPartGallery", val="Table of Contents"), element("docPartUnique"))
    heading = paragraph(styles["TOC Heading"], run(title))
    return element("sdt", element("sdtPr", kind), element("sdtContent", heading, *_lines(entries, styles)))


def _lines(entries: Sequence[ContentsEntry], styles: Styles) -> Iterator[Element]:
    for index, entry in enumerate(entries):
        line = paragraph(styles[f"toc {entry.level}"], _link(entry))
        if index == 0:
            for part in (field_mark("separate"), field_instruction(_INSTRUCTION), field_mark("begin")):
                line.insert(1, part)
        if index == len(entries) - 1:
            line.append(field_mark("end"))
        yield line


def _link(entry: ContentsEntry) -> Element:
    return element("hyperlink", run(" ".join(entry.text.split("\n"))), anchor=entry.bookmark, history=1)
