"""The sheet to copy a turn of the conversation, to change its answer, or to go back to it."""

from collections.abc import Iterator
from textwrap import shorten
from typing import Literal, cast

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.i18n import Language
from lobgids.session.transcript import TranscriptEntry
from lobgids.text import clean
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import Line, MarkedText

TurnAction = Literal["copy", "edit", "back"]

BEGINNING = 90
"""How many characters of a turn are shown: three lines on a narrow screen."""


class TurnScreen(Sheet[TurnAction | None]):
    """Returns what was chosen, or None. It says beforehand what an edit or going back changes.

    `can_edit` says that the turn is an answer that stands, `later` how many answers were given after it.
    """

    def __init__(self, entry: TranscriptEntry, language: Language, *, can_edit: bool, later: int) -> None:
        super().__init__(language)
        self._entry = entry
        self._can_edit = can_edit
        self._later = later

    def compose(self) -> ComposeResult:
        beginning = shorten(clean(self._entry.text), BEGINNING, placeholder=" …")
        with Vertical(classes="sheet -filled" if self._can_edit else "sheet", id="turn"):
            yield Static(Content(beginning), classes="beginning", markup=False)
            yield OptionList(*self._rows(), markup=False, compact=True)
            yield Close(self._language)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(cast("TurnAction", event.option_id))

    def _rows(self) -> Iterator[Row]:
        _ = self._language.gettext
        yield _row("copy", _("Deze beurt kopiëren"))
        if self._can_edit:
            yield _row("edit", _("Dit antwoord aanpassen"), _edit_changes(self._language))
            yield _row("back", _("Terug tot hier"), _back_changes(self._language, self._later))


def _edit_changes(language: Language) -> str:
    return language.gettext(
        "Je andere antwoorden blijven staan. Past er een niet meer, dan bewaar ik het, maar telt het niet mee. "
        "Zag je het beeld al, dan zie je eerst wat er verandert."
    )


def _back_changes(language: Language, later: int) -> str:
    """Return what going back takes back: this answer and those after it."""
    if not later:
        return language.gettext("Je neemt dit antwoord terug. Daarna stel ik de vraag opnieuw.")
    return language.ngettext(
        "Je neemt dit antwoord terug, en het {count} antwoord erna. Daarna stel ik de vraag opnieuw.",
        "Je neemt dit antwoord terug, en de {count} antwoorden erna. Daarna stel ik de vraag opnieuw.",
        later,
    ).format(count=later)


def _row(id_: TurnAction, text: str, changes: str = "") -> Row:
    lines = [Line(Content(""), Content.styled(text, "bold"))]
    if changes:
        lines.append(Line(Content("  "), Content(changes)))
    return Row(MarkedText(lines), id=id_)
