"""A grid: rows with the same options, a letter for each; what is chosen stands behind the row."""

from collections.abc import Iterator
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click
from textual.style import Style
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.interpret import clean
from lobgids.dialogue.kinds.grid import OF_ROWS, Chosen, rows_named
from lobgids.dialogue.protocol import Ask, Option
from lobgids.i18n import Language
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.widgets.form import Form
from lobgids.tui.widgets.options import LETTERS
from lobgids.tui.widgets.told import Flow, Line, Told


class Rows(OptionList, can_focus=False):
    """The rows, of which one is pointed at."""


class Grid(Form):
    """Up and down point at a row and a letter chooses there, or one types '1a 2c'.

    A row that takes one option is left for the next once that is chosen; of several each is turned on and off.
    `begun` is the value to begin with.
    """

    def __init__(self, ask: Ask, begun: Any, language: Language, glyphs: Glyphs) -> None:
        super().__init__()
        self._ask, self._language, self._glyphs = ask, language, glyphs
        self._kind = OF_ROWS[ask.row_kind]
        self._chosen: Chosen = dict(_chosen_in(ask, begun))
        self._typed: Chosen = {}
        self._may_leave_open = False
        # Made here: a key that follows at once finds the rows there.
        self._rows = Rows(*(Row(self._told(row)) for row in range(len(ask.rows))), markup=False, compact=True)
        self._point(self._first_open)
        self.keys = frozenset({"up", "down", "delete", *LETTERS[: len(ask.options)]})

    def compose(self) -> ComposeResult:
        """The options behind their letters, and the rows."""
        yield Static(_letters(self._ask.options), classes="letters", markup=False)
        yield self._rows

    @property
    def value(self) -> dict[str, Any]:
        """What was chosen, by the ids of the rows."""
        options = self._ask.options
        return {
            self._ask.rows[row].id: self._kind.value_at(options, places) if places else None
            for row, places in self._chosen.items()
        }

    def mark(self, typed: str) -> None:
        """Show what the line chooses instead of what was chosen there, and point at the row that it is at."""
        before, self._typed = self._typed, self._named(typed)
        for row in sorted({*before, *self._typed}):
            self._draw(row)
        at_line = next(reversed(self._typed), None)
        self._point(at_line if typed else self._first_open)

    def take(self, key: str) -> bool:
        """Point at another row, choose in the one pointed at, or empty it."""
        row = self._rows.highlighted
        if key in ("up", "down"):
            self._point(self._first_open if row is None else max(0, min(row + (key == "down") * 2 - 1, self._last)))
        elif row is None:
            return False
        elif key == "delete":
            self._choose(row, None)
        else:
            self._choose(row, LETTERS.index(key))
        return True

    def leave(self) -> None:
        """Point at no row."""
        self._point(None)

    def send(self, typed: str) -> bool:
        """Take the line into the rows, and send them all. Rows that are open are only sent the second time."""
        named = self._named(typed)
        if typed.strip() and not named:
            return False
        self._chosen |= named
        for row in named:
            self._draw(row)
        left = sum(row not in self._chosen for row in range(len(self._ask.rows)))
        if left and (named or not self._may_leave_open or not self._chosen):
            self._refuse(left)
        else:
            self.post_message(self.Sent({row.id: None for row in self._ask.rows} | self.value))
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A row was clicked, and is pointed at."""
        event.stop()

    def on_click(self, event: Click) -> None:
        """A letter was clicked: choose it."""
        place, row = event.style.meta.get("letter"), self._rows.highlighted
        if place is not None and row is not None:
            self._choose(row, place)

    def _refuse(self, left: int) -> None:
        """Say what is missing, and point at it. Only when that was said may rows stay open."""
        _, ngettext = self._language.gettext, self._language.ngettext
        why = _("Nog niets gekozen: typ een letter, of wijs aan met de pijltjes")
        if self._chosen:
            why = ngettext(
                "Nog {count} regel open. Nog niet bekend? Druk nog eens op Enter",
                "Nog {count} regels open. Nog niet bekend? Druk nog eens op Enter",
                left,
            ).format(count=left)
        self._point(self._first_open)
        self._may_leave_open = bool(self._chosen)
        self.post_message(self.Refused(why))

    def _choose(self, row: int, place: int | None) -> None:
        """Turn an option of a row on or off, or empty the row; where one fits, go on to the next row."""
        before = self._chosen.pop(row, ())
        if place is not None and (after := self._with(before, place)):
            self._chosen[row] = after
            if not self._kind.takes_several:
                self._point(min(row + 1, self._last))
        self._may_leave_open = False
        self._draw(row)

    def _with(self, before: tuple[int, ...], place: int) -> tuple[int, ...]:
        """What is chosen once this one is turned on or off; one that stands alone goes with no other."""
        options = self._ask.options
        if not self._kind.takes_several or options[place].alone:
            return () if before == (place,) else (place,)
        together = {one for one in before if not options[one].alone}
        return tuple(sorted(together ^ {place}))

    def _named(self, typed: str) -> Chosen:
        return rows_named(typed, len(self._ask.rows), len(self._ask.options), several=self._kind.takes_several)

    @property
    def _last(self) -> int:
        return len(self._ask.rows) - 1

    @property
    def _first_open(self) -> int:
        """The first row without an answer, else the last one."""
        return next((row for row in range(self._last) if row not in self._chosen), self._last)

    def _point(self, row: int | None) -> None:
        self._rows.highlighted = row

    def _draw(self, row: int) -> None:
        self._rows.replace_option_prompt_at_index(row, self._told(row))

    def _told(self, row: int) -> Told:
        """A row behind its number and the sign of how it stands, with what is chosen."""
        places = self._typed.get(row, self._chosen.get(row))
        sign = self._glyphs.open if places is None else self._glyphs.answered if places else self._glyphs.unknown
        text = Content(clean(self._ask.rows[row].text))
        if places:
            chosen = "; ".join(clean(self._ask.options[place].text) for place in places)
            text += Content.assemble(f" {self._glyphs.present} ", (chosen, "bold"))
        return Told([Line(Content.styled(f"{row + 1:>2} {sign} ", "bold"), text)])


def _letters(options: tuple[Option, ...]) -> Flow:
    """The options behind their letters, each to click."""
    told = [
        Content.assemble((letter, "bold $key-text"), f" {clean(option.text)}").stylize(
            Style.from_meta({"letter": place})
        )
        for place, (letter, option) in enumerate(zip(LETTERS, options, strict=False))
    ]
    return Flow(told, "   ")


def _chosen_in(ask: Ask, value: Any) -> Iterator[tuple[int, tuple[int, ...]]]:
    """What a value of the grid chooses in each of its rows."""
    for place, row in enumerate(ask.rows):
        if isinstance(value, dict) and value.get(row.id) is not None:
            yield place, OF_ROWS[ask.row_kind].places(ask.options, value[row.id])
