"""The list of the start screen: what one can go on with, begin and look at, in groups under their headings."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.interpret import clean
from lobgids.i18n import Language
from lobgids.review import Summary, how_far, named
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.tracks import displays
from lobgids.tui.widgets.marked_text import Line, MarkedText, WideOrNarrow

INDENT = "  "
RECENT = 5
"""So many documents are shown at first, so that all there is to choose stays in sight."""

COLUMN, WIDE = 24, 60
"""The cells of a name with a text beside it, and the cells of a list that has room for that."""


class Known(NamedTuple):
    """A document in the list: its summary once it was read, or a sentence that says why it cannot be."""

    path: Path
    summary: Summary | None = None
    refusal: str = ""


class StartList(OptionList):
    """Rows by name: go_on, new.TRACK, document.PLACE, older, open, example, settings and leave; headings have none."""

    def __init__(self, language: Language, glyphs: Glyphs) -> None:
        super().__init__(markup=False, compact=True)
        self._language = language
        self._glyphs = glyphs
        self._known: list[Known] = []
        self._most = RECENT

    @property
    def unfinished(self) -> Summary | None:
        """The conversation that changed last of those with a question left, as far as they were read; never a copy."""
        found = (one.summary for one in self._known if one.summary)
        return next((one for one in found if one.is_unfinished and not one.is_copy), None)

    @property
    def paths(self) -> list[Path]:
        """The documents in the list, in order."""
        return [one.path for one in self._known]

    def known(self, place: str) -> Known:
        """The document of a row."""
        return self._known[int(place)]

    def show(self, paths: Iterable[Path]) -> None:
        """Show these documents, with what was known of them; what is highlighted stays so where it is still there."""
        before = {one.path: one for one in self._known}
        self._known = [before.get(path, Known(path)) for path in paths]
        self._build()

    def show_older(self) -> None:
        """Show all documents, and go to the first that was not shown before."""
        before, self._most = self._most, len(self._known)
        self._build()
        self.highlighted = self.get_option_index(f"document.{before}")

    def learn(self, start: int, known: Sequence[Known]) -> None:
        """Show what was read of the documents from `start` on.

        A conversation to go on with comes on top, and is highlighted unless one went elsewhere already.
        """
        before = self.unfinished
        self._known[start : start + len(known)] = known
        if self.unfinished != before:
            self._build()
            return
        for place, one in enumerate(known[: max(0, self._most - start)], start):
            self.replace_option_prompt(f"document.{place}", self._document(one))

    def on_option_list_option_highlighted(self) -> None:
        """At the first choice show what stands above it, too."""
        if self.highlighted == self._first:
            self.scroll_home(animate=False)

    @property
    def _first(self) -> int:
        return next(place for place, row in enumerate(self.options) if not row.disabled)

    def _build(self) -> None:
        was = self.highlighted_option
        at = was.id if was and self.highlighted != self._first else None
        self.set_options(self._rows())
        here = (place for place, row in enumerate(self.options) if at and row.id == at)
        self.highlighted = next(here, self._first)

    def _rows(self) -> Iterator[Row]:
        """The groups, with a blank line between them."""
        groups = [list(rows) for rows in (self._going_on(), self._new(), self._documents(), self._rest())]
        for place, rows in enumerate(rows for rows in groups if rows):
            if place:
                yield Row("", disabled=True)
            yield from rows

    def _going_on(self) -> Iterator[Row]:
        if last := self.unfinished:
            told = f"{named(last, self._language)}, {how_far(last, self._language)}"
            yield Row(_told(self._language.gettext("Verder met je laatste gesprek"), told), id="go_on")

    def _new(self) -> Iterator[Row]:
        _ = self._language.gettext
        yield _heading(_("Een nieuw gesprek"))
        for display in displays():
            yield Row(_beside(_(display.for_whom), _(display.about)), id=f"new.{display.track}")

    def _documents(self) -> Iterator[Row]:
        _ = self._language.gettext
        if self._known:
            yield _heading(_("Je gesprekken"))
        for place, one in enumerate(self._known[: self._most]):
            yield Row(self._document(one), id=f"document.{place}")
        if (left := len(self._known) - self._most) > 0:
            yield Row(_("Oudere gesprekken ({count})").format(count=left), id="older")

    def _rest(self) -> Iterator[Row]:
        _ = self._language.gettext
        yield Row(_("Een voorbeeld bekijken"), id="example")
        yield Row(_("Een gesprek openen: de naam van het bestand typen"), id="open")
        yield Row(_("Instellingen"), id="settings")
        yield Row(_("Stoppen"), id="leave")

    def _document(self, one: Known) -> MarkedText | WideOrNarrow:
        """A document by its school, with how far it is and the day; its file in small below."""
        file = clean(one.path.name)
        if one.refusal:
            return _told(f"{self._glyphs.clash} {file}", one.refusal)
        if one.summary is None:
            return _told("…", file)
        school, far = named(one.summary, self._language), how_far(one.summary, self._language)
        return _beside(school, far, below=file)


def _heading(text: str) -> Row:
    return Row(Content.styled(text, "bold $heading-text"), disabled=True)


def _told(text: str, below: str = "") -> MarkedText:
    lines = [Line(Content(""), Content.styled(" ".join(text.split()), "bold"))]
    if below:
        lines.append(_small(below))
    return MarkedText(lines)


def _beside(name: str, text: str, below: str = "") -> WideOrNarrow | MarkedText:
    """A name with a text beside it, in a column where there is room; `below` is in small under both."""
    narrow = MarkedText([*_told(name, text).lines, *([_small(below)] if below else [])])
    if len(name) > COLUMN:
        return narrow
    mark = Content.styled(f"{name:{COLUMN + len(INDENT)}}", "bold")
    under = [_small(below, " " * len(mark))] if below else []
    return WideOrNarrow(MarkedText([Line(mark, Content(text)), *under]), narrow, WIDE)


def _small(text: str, indent: str = INDENT) -> Line:
    return Line(Content(indent), Content.styled(" ".join(text.split()), "$muted-text"))
