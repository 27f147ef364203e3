"""The list of the start screen: what one can begin, go on with or look at, and the documents that there are."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.interpret import clean
from lobgids.i18n import Language
from lobgids.review import Summary, details
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.widgets.told import Line, Told

INDENT = "  "


class Known(NamedTuple):
    """A document in the list: its summary once it was read, or a sentence that says why it cannot be."""

    path: Path
    summary: Summary | None = None
    refusal: str = ""


class StartList(OptionList):
    """Rows by name: go_on, new.TRACK, open, document.PLACE, example, settings and leave."""

    def __init__(self, language: Language, glyphs: Glyphs) -> None:
        super().__init__(markup=False, compact=True)
        self._language = language
        self._glyphs = glyphs
        self._known: list[Known] = []

    @property
    def unfinished(self) -> Summary | None:
        """The conversation that changed last of those with a question left, as far as they were read."""
        return next((one.summary for one in self._known if one.summary and one.summary.is_unfinished), None)

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

    def learn(self, start: int, known: Sequence[Known]) -> None:
        """Show what was read of the documents from `start` on.

        A conversation to go on with comes on top, and is highlighted unless one went elsewhere already.
        """
        before = self.unfinished
        self._known[start : start + len(known)] = known
        if self.unfinished != before:
            self._build()
            return
        for place, one in enumerate(known, start):
            self.replace_option_prompt(f"document.{place}", self._document(one))

    def _build(self) -> None:
        at = self.highlighted_option.id if self.highlighted_option and self.highlighted else None
        rows = list(self._rows())
        self.set_options(rows)
        self.highlighted = next((place for place, row in enumerate(rows) if at and row.id == at), 0)

    def _rows(self) -> Iterator[Row]:
        _ = self._language.gettext
        if last := self.unfinished:
            named = f"{clean(last.path.name)}, {details(last, self._language)}"
            yield Row(_told(_("Verder met je laatste gesprek"), named), id="go_on")
        yield Row(_told(_("Nieuw gesprek voor de decaan")), id="new.decaan")
        yield Row(_told(_("Gesprek met een groep, op een beamer")), id="new.workshop")
        yield Row(_told(_("Kennismaking met LOB, voor een nieuwe mentor")), id="new.mentor")
        yield Row(_told(_("Een gesprek openen: de naam van het bestand typen")), id="open")
        for place, one in enumerate(self._known):
            yield Row(self._document(one), id=f"document.{place}")
        yield Row(_told(_("Voorbeeldgesprek bekijken")), id="example")
        yield Row(_told(_("Instellingen")), id="settings")
        yield Row(_told(_("Stoppen")), id="leave")

    def _document(self, one: Known) -> Told:
        """A document by its name, with what is known of it below."""
        name = clean(one.path.name)
        if one.refusal:
            return _told(f"{self._glyphs.clash} {name}", one.refusal)
        return _told(name, details(one.summary, self._language) if one.summary else "…")


def _told(text: str, below: str = "") -> Told:
    lines = [Line(Content(""), Content.styled(" ".join(text.split()), "bold"))]
    if below:
        lines.append(Line(Content(INDENT), Content(" ".join(below.split()))))
    return Told(lines)
