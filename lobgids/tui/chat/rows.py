"""What forms of several rows have in common: the rows, of which one is highlighted, and letters to click."""

from textual.content import Content
from textual.style import Style
from textual.visual import Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.protocol import Option
from lobgids.i18n import Language
from lobgids.text import clean
from lobgids.tui.chat.form import Form
from lobgids.tui.widgets.marked_text import LETTERS, Flow


class Rows(OptionList, can_focus=False):
    """The rows, of which one may be highlighted."""


class RowForm(Form):
    """A form of `count` rows, each drawn by `_prompt`. Open rows are only sent once that was said."""

    def __init__(self, count: int, language: Language) -> None:
        super().__init__()
        self._language = language
        self._last = count - 1
        self._may_leave_open = False
        # Made here, so that a key that follows at once finds the rows.
        self._rows = Rows(*(Row(self._prompt(row)) for row in range(count)), markup=False, compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Keep a click on a row here: it only highlights the row."""
        event.stop()

    def _prompt(self, row: int) -> Visual:
        """Return a row as it is drawn."""
        raise NotImplementedError

    def _draw(self, row: int) -> None:
        self._rows.replace_option_prompt_at_index(row, self._prompt(row))

    def _point(self, row: int | None) -> None:
        self._rows.highlighted = row

    def _point_beside(self, key: str) -> None:
        """Highlight the row above or below."""
        row = self._rows.highlighted
        if row is not None:
            self._point(max(0, min(row + (key == "down") * 2 - 1, self._last)))

    def _left_open(self, count: int) -> str:
        """Return that so many rows are open, and how to send them so."""
        return self._language.ngettext(
            "Nog {count} regel open. Nog niet bekend? Druk nog eens op Enter",
            "Nog {count} regels open. Nog niet bekend? Druk nog eens op Enter",
            count,
        ).format(count=count)


def letters(options: tuple[Option, ...]) -> Flow:
    """Return the options behind their letters, each to click: its place is `letter` in the style there."""
    pieces = [
        Content.assemble((letter, "bold $key-text"), f" {clean(option.text)}").stylize(
            Style.from_meta({"letter": index})
        )
        for index, (letter, option) in enumerate(zip(LETTERS, options, strict=False))
    ]
    return Flow(pieces, "   ")
