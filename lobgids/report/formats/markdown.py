"""A report in Markdown (CommonMark with tables), in which nothing that anybody typed works as Markdown."""

import re
from collections.abc import Iterable, Iterator
from itertools import count, repeat
from typing import Literal

from lobgids.report.blocks import (
    Blank,
    Block,
    Figure,
    FixedWords,
    Grid,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Quote,
    Report,
    ReportPart,
    Table,
)
from lobgids.report.grids import cell_text

# What is a command to Markdown anywhere, at the start of a line, and where a link begins.
_SIGNS = re.compile(r"([\\`*_\[\]{}<>#|~&$@])")
_STARTS = re.compile(r"^(\d*)([-+=.)]|:(?=-))")
_LINKS = re.compile(r"(:)(?=//)|(?<=www)(\.)", re.IGNORECASE)

# A thematic break to Markdown, and a line to write on where the text itself is printed.
_LINE = "_" * 60
# Between two lists, which would be taken for one.
_BETWEEN = "<!-- -->"


def escaped(line: str) -> str:
    """Return a line as plain text: all that is a command to Markdown is escaped."""
    safe = _SIGNS.sub(r"\\\1", " ".join(line.split()))
    safe = _STARTS.sub(r"\1\\\2", safe)
    return _LINKS.sub(lambda sign: f"\\{sign[0]}", safe)


def as_markdown(report: Report) -> bytes:
    """Return the report as Markdown, which can also be read as it is."""
    setter = _Setter(report.words)
    texts = [*_header(report)]
    if report.has_contents:
        texts += [f"## {escaped(report.words.contents)}", _listed((part.title for part in report.parts), "bullet")]
    for part in report.parts:
        texts += setter.part(part)
    return ("\n\n".join(texts) + "\n").encode()


def _header(report: Report) -> Iterator[str]:
    yield f"# {escaped(report.title)}"
    yield _lines(report.subtitle)
    yield escaped(report.day)
    yield from map(_lines, report.notes)


class _Setter:
    """Sets the parts of a report one after the other, and numbers tables and figures as they come."""

    def __init__(self, words: FixedWords) -> None:
        self._words = words
        self._tables, self._figures = count(1), count(1)

    def part(self, part: ReportPart) -> Iterator[str]:
        """Yield the texts of a part, which an empty line sets apart."""
        yield f"## {escaped(part.title)}"
        for previous, block in zip((None, *part.blocks), part.blocks, strict=False):
            if isinstance(previous, Items) and isinstance(block, Items):
                yield _BETWEEN
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield f"{'#' * (block.level + 1)} {escaped(block.text)}"
            case Paragraph():
                yield _lines(block.text)
            case Items():
                yield _listed(block.items, block.mark)
            case Quote():
                yield _quote(block)
            case Table():
                yield _emphasised(f"{self._words.table} {next(self._tables)}. {block.caption}")
                yield _table(map(_cell, block.header), (map(_cell, row) for row in block.rows))
            case Blank():
                yield _lines(block.text)
                yield from [_LINE] * block.lines
            case Figure():
                yield _emphasised(f"{self._words.figure} {next(self._figures)}. {block.caption}")
                yield from _figure(block.grid)
            case PageBreak():
                pass


def _listed(items: Iterable[str], mark: Literal["bullet", "number", "box"]) -> str:
    marks = (f"{number}. " for number in count(1)) if mark == "number" else repeat("- [ ] " if mark == "box" else "- ")
    return "\n".join(map(_item, marks, items))


def _item(mark: str, text: str) -> str:
    """Return an item of a list, its further lines indented below the first."""
    return mark + _lines(text).replace("\n", "\n" + " " * (mark.index(" ") + 1))


def _quote(block: Quote) -> str:
    about = f"\n\n{_emphasised(block.about)}" if block.about else ""
    return "\n".join(f"> {line}".rstrip() for line in f"{_lines(block.text)}{about}".split("\n"))


def _figure(grid: Grid) -> Iterator[str]:
    """Yield the marks in signs, and below them what they mean."""
    yield _table(map(_cell, (grid.corner, *grid.columns, *_remark(grid, grid.remarks))), _marks(grid))
    yield _lines("\n".join(f"{cell_text(key.cell)} {key.text}" for key in grid.keys))


def _marks(grid: Grid) -> Iterator[list[str]]:
    for group in grid.groups:
        if group.name:
            yield [f"**{escaped(group.name)}**", *[""] * len(grid.columns), *_remark(grid, "")]
        for row in group.rows:
            yield [_cell(text) for text in (row.name, *map(cell_text, row.cells), *_remark(grid, row.remark))]


def _remark(grid: Grid, text: str) -> list[str]:
    """Return a text in the column of remarks; empty if the grid has none."""
    return [text] if grid.remarks else []


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of cells that are Markdown already."""
    names = list(header)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (names, ["---"] * len(names), *rows))


def _cell(text: str) -> str:
    """Return a text on a single line of the file, with breaks for its new lines."""
    return "<br>".join(map(escaped, text.split("\n")))


def _emphasised(text: str) -> str:
    return f"*{escaped(text)}*"


def _lines(text: str) -> str:
    """Return a text with a break at each new line, without empty lines, as they would end a paragraph."""
    return "\\\n".join(filter(None, map(escaped, text.split("\n"))))
