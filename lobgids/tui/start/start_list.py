"""The list of the start screen: what to go on with, begin and look at, in groups under their headings."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from lobgids.i18n import Language
from lobgids.session.review import Summary, how_far, named
from lobgids.session.showing.tracks import shown_tracks
from lobgids.text import clean
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.widgets.marked_text import Line, MarkedText, WideOrNarrow

INDENT = "  "
RECENT = 5
"""How many documents are shown at first, so that all choices stay in sight."""

COLUMN, WIDE = 24, 60
"""Cells: of a name with a text beside it, and of a list that has room for that."""


class DocumentRow(NamedTuple):
    """A document in the list: its summary once it was read, or a sentence that says why it cannot be read."""

    path: Path
    summary: Summary | None = None
    refusal: str = ""


class StartList(OptionList):
    """Rows by id: go_on, new.TRACK, document.INDEX, older, open, example, settings and leave; headings have none."""

    def __init__(self, language: Language, glyphs: Glyphs) -> None:
        super().__init__(markup=False, compact=True)
        self._language = language
        self._glyphs = glyphs
        self._documents: list[DocumentRow] = []
        self._most = RECENT

    @property
    def unfinished(self) -> Summary | None:
        """The unfinished conversation that changed last, of those that were read; never a copy."""
        found = (row.summary for row in self._documents if row.summary)
        return next((summary for summary in found if summary.is_unfinished and not summary.is_copy), None)

    @property
    def documents(self) -> list[DocumentRow]:
        """The documents in the list, in order."""
        return list(self._documents)

    @property
    def paths(self) -> list[Path]:
        """Their files, in order."""
        return [row.path for row in self._documents]

    def document(self, index: str) -> DocumentRow:
        """Return the document of a row."""
        return self._documents[int(index)]

    def show(self, paths: Iterable[Path]) -> None:
        """Show these documents with what is known of them; the highlighted row stays so if it is still there."""
        before = {row.path: row for row in self._documents}
        self._documents = [before.get(path, DocumentRow(path)) for path in paths]
        self._build()

    def show_older(self) -> None:
        """Show all documents, and go to the first that was not shown before."""
        before, self._most = self._most, len(self._documents)
        self._build()
        self.highlighted = self.get_option_index(f"document.{before}")

    def show_summaries(self, start: int, rows: Sequence[DocumentRow]) -> None:
        """Show what was read of the documents from `start` on.

        A conversation to go on with comes on top, and is highlighted unless another row was chosen already.
        """
        before = self.unfinished
        self._documents[start : start + len(rows)] = rows
        if self.unfinished != before:
            self._build()
            return
        for index, row in enumerate(rows[: max(0, self._most - start)], start):
            self.replace_option_prompt(f"document.{index}", self._document_prompt(row))

    def on_option_list_option_highlighted(self) -> None:
        """Show what stands above the first choice, too."""
        if self.highlighted == self._first:
            self.scroll_home(animate=False)

    @property
    def _first(self) -> int:
        return next(index for index, row in enumerate(self.options) if not row.disabled)

    def _build(self) -> None:
        was = self.highlighted_option
        at = was.id if was and self.highlighted != self._first else None
        self.set_options(self._rows())
        here = (index for index, row in enumerate(self.options) if at and row.id == at)
        self.highlighted = next(here, self._first)

    def _rows(self) -> Iterator[Row]:
        """Yield the groups, with a blank line between them."""
        groups = [list(rows) for rows in (self._going_on(), self._new(), self._document_rows(), self._rest())]
        for number, rows in enumerate(rows for rows in groups if rows):
            if number:
                yield Row("", disabled=True)
            yield from rows

    def _going_on(self) -> Iterator[Row]:
        if last := self.unfinished:
            which = f"{named(last, self._language)}, {how_far(last, self._language)}"
            yield Row(_stacked(self._language.gettext("Verder met je laatste gesprek"), which), id="go_on")

    def _new(self) -> Iterator[Row]:
        _ = self._language.gettext
        yield _heading(_("Een nieuw gesprek"))
        for track in shown_tracks():
            yield Row(_beside(_(track.for_whom), _(track.about)), id=f"new.{track.track}")

    def _document_rows(self) -> Iterator[Row]:
        _ = self._language.gettext
        if self._documents:
            yield _heading(_("Je gesprekken"))
        for index, row in enumerate(self._documents[: self._most]):
            yield Row(self._document_prompt(row), id=f"document.{index}")
        if (left := len(self._documents) - self._most) > 0:
            yield Row(_("Oudere gesprekken ({count})").format(count=left), id="older")

    def _rest(self) -> Iterator[Row]:
        _ = self._language.gettext
        yield Row(_("Een voorbeeld bekijken"), id="example")
        yield Row(_("Een gesprek openen: de naam van het bestand typen"), id="open")
        yield Row(_("Instellingen"), id="settings")
        yield Row(_("Stoppen"), id="leave")

    def _document_prompt(self, row: DocumentRow) -> MarkedText | WideOrNarrow:
        """Return a document by its school, with how far it is and the day; its file is small below."""
        file = clean(row.path.name)
        if row.refusal:
            return _stacked(f"{self._glyphs.clash} {file}", row.refusal)
        if row.summary is None:
            return _stacked("…", file)
        school, far = named(row.summary, self._language), how_far(row.summary, self._language)
        return _beside(school, far, below=file)


def _heading(text: str) -> Row:
    return Row(Content.styled(text, "bold $heading-text"), disabled=True)


def _stacked(text: str, below: str = "") -> MarkedText:
    lines = [Line(Content(""), Content.styled(" ".join(text.split()), "bold"))]
    if below:
        lines.append(_small(below))
    return MarkedText(lines)


def _beside(name: str, text: str, below: str = "") -> WideOrNarrow | MarkedText:
    """Return a name with a text beside it, or below it if there is no room; `below` is small under both."""
    narrow = MarkedText([*_stacked(name, text).lines, *([_small(below)] if below else [])])
    left = COLUMN - cell_len(name)
    if left < 0:
        return narrow
    mark = Content.styled(name + " " * left + INDENT, "bold")
    under = [_small(below, " " * mark.cell_length)] if below else []
    return WideOrNarrow(MarkedText([Line(mark, Content(text)), *under]), narrow, WIDE)


def _small(text: str, indent: str = INDENT) -> Line:
    return Line(Content(indent), Content.styled(" ".join(text.split()), "$muted-text"))
