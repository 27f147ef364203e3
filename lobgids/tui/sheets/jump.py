"""The sheet to go elsewhere: to the next open question, a component or a stop on the way."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.overview import ComponentState, Overview
from lobgids.dialogue.protocol import Move
from lobgids.i18n import Language
from lobgids.log.ask_ids import SITUATION
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.signs import sign_of, sign_of_stop
from lobgids.tui.widgets.marked_text import Line, MarkedText

NEXT = "next"


class JumpScreen(Sheet[Move | None]):
    """Returns the move to what was chosen; what was answered is answered again."""

    def __init__(self, overview: Overview, language: Language, glyphs: Glyphs) -> None:
        super().__init__(language)
        self._overview = overview
        self._glyphs = glyphs
        self._chapters = [
            stop for stop in overview.chapters if stop.id != "pillar"
        ]  # to a pillar one goes by its components
        self._stops = {stop.id for stop in (*overview.path, *self._chapters)}
        self._components = {part.id: part for pillar in overview.pillars for part in pillar.components}
        self._typed = ""

    def compose(self) -> ComposeResult:
        _ = self._language.gettext
        with Vertical(classes="sheet -filled"):
            title = (
                _("Waar wil je naartoe?")
                if self._overview.path
                else _("Waar wil je naartoe? Een nummer typen mag ook.")
            )
            yield Static(Content(title), classes="title", markup=False)
            yield OptionList(*self._rows(), markup=False, compact=True)
            yield Close(self._language)

    def on_mount(self) -> None:
        """Point at the component that the open question is about."""
        if here := next((part for part in self._components.values() if part.is_present), None):
            self._point_at(here)

    def on_key(self, event: Key) -> None:
        """Point at the component with the number that is typed; a second digit makes it one of two."""
        if not (event.character and event.character.isascii() and event.character.isdecimal()):
            return
        event.stop()
        pointed = self.query_one(OptionList).highlighted_option
        at = self._components.get(pointed.id or "") if pointed else None
        begun = self._typed if at and str(at.number) == self._typed else ""
        for typed in (begun + event.character, event.character):
            if part := self._numbered(typed):
                self._typed = typed
                self._point_at(part)
                return

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        part = None if event.option_id in self._stops else self._components.get(event.option_id or "")
        to = event.option_id if event.option_id in self._stops else NEXT
        self.dismiss(_move(part) if part else Move(move="jump", to=to))

    def _numbered(self, number: str) -> ComponentState | None:
        return next((part for part in self._components.values() if str(part.number) == number), None)

    def _point_at(self, part: ComponentState) -> None:
        rows = self.query_one(OptionList)
        rows.highlighted = rows.get_option_index(part.id)

    def _rows(self) -> Iterator[Row]:
        if self._overview.chapter:  # else nothing is open any more
            yield Row(Content(self._language.gettext("De volgende open vraag")), id=NEXT)
        for stop in self._overview.path:
            yield Row(Content(f"{sign_of_stop(stop, self._glyphs)} {stop.name}"), id=stop.id)
        for pillar in self._overview.pillars:
            yield Row(Content.styled(pillar.name, "bold $heading-text"), disabled=True)
            for part in pillar.components:
                if part.id not in self._stops:
                    yield Row(_row(part, self._language, self._glyphs), id=part.id)
        if self._chapters:
            yield Row(Content.styled(self._language.gettext("Daarvoor en daarna"), "bold $heading-text"), disabled=True)
        for stop in self._chapters:
            yield Row(Content(f"{sign_of_stop(stop, self._glyphs)}    {stop.name}"), id=stop.id)


def _row(part: ComponentState, language: Language, glyphs: Glyphs) -> MarkedText:
    """Return a component with its sign and number, and its state in words."""
    _ = language.gettext
    standing = [part.in_words]
    if part.state != "open":
        standing.append(_("antwoord aanpassen"))
    mark = Content.styled(f"{sign_of(part, glyphs)} {part.number:>2} ", "bold")
    return MarkedText([Line(mark, Content(f"{part.name} ({', '.join(standing)})"))])


def _move(part: ComponentState) -> Move:
    if part.state == "open":
        return Move(move="jump", to=part.id)
    return Move(move="edit", to=f"{part.id}.{SITUATION}")
