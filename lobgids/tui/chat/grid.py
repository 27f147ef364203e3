"""The form for a grid: rows with the same options, a letter for each; what is chosen stands behind its row."""

from collections.abc import Iterator
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from lobgids.dialogue.kinds.grid import OF_ROWS, Chosen, rows_named
from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language
from lobgids.text import clean
from lobgids.tui.chat.rows import RowForm, letters
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.kinds import DRAWN
from lobgids.tui.widgets.marked_text import LETTERS, Line, MarkedText


class Grid(RowForm):
    """Up and down highlight a row and a letter chooses there; typing '1a 2c' does the same.

    Choosing in a row that takes one option goes to the next row; in one that takes several it ticks or unticks.
    `begun` is the value to begin with.
    """

    def __init__(self, ask: Ask, begun: Any, language: Language, glyphs: Glyphs) -> None:
        self._ask, self._glyphs = ask, glyphs
        self._kind = OF_ROWS[ask.row_kind]
        self._chosen: Chosen = dict(_chosen_in(ask, begun))
        self._typed: Chosen = {}
        self._run, self._before_run = "", (self._chosen, 0)
        super().__init__(len(ask.rows), language)
        self._point(self._first_open)
        self.keys = frozenset({"up", "down", "delete", *LETTERS[: len(ask.options)]})

    def compose(self) -> ComposeResult:
        yield Static(letters(self._ask.options), classes="letters", markup=False)
        yield self._rows

    @property
    def value(self) -> dict[str, Any]:
        """What was chosen, by the ids of the rows."""
        options = self._ask.options
        return {
            self._ask.rows[row].id: self._kind.value_at(options, indexes) if indexes else None
            for row, indexes in self._chosen.items()
        }

    def mark(self, typed: str) -> None:
        """Show what the line chooses in place of what was chosen there, and highlight the row that it is at."""
        before, self._typed = self._typed, self._named(typed)
        for row in sorted({*before, *self._typed}):
            self._draw(row)
        at_line = next(reversed(self._typed), None)
        self._point(at_line if typed else self._first_open)

    def take(self, key: str) -> bool:
        """Highlight another row, choose in the highlighted one, or empty it."""
        row = self._rows.highlighted
        self._note(key, row)
        if key in ("up", "down"):
            self._point_beside(key) if row is not None else self._point(self._first_open)
        elif row is None:
            return False
        elif key == "delete":
            self._choose(row, None)
        else:
            self._choose(row, LETTERS.index(key))
        return True

    def _note(self, key: str, row: int | None) -> None:
        """Keep the letters that followed each other, and what was chosen before them: they may begin a word."""
        if key not in LETTERS or row is None:
            self._run = ""
            return
        if not self._run:
            self._before_run = dict(self._chosen), row
        self._run += key

    def give_back(self) -> str:
        """Undo the letters that were pressed right before, and return them."""
        run, self._run = self._run, ""
        if run:
            self._chosen, row = dict(self._before_run[0]), self._before_run[1]
            for index in range(len(self._ask.rows)):
                self._draw(index)
            self._point(row)
        return run

    def leave(self) -> None:
        """Highlight no row."""
        self._run = ""
        self._point(None)

    def send(self, typed: str) -> bool:
        """Take the line into the rows, and send them all; open rows are only sent the second time."""
        named = self._named(typed)
        if typed.strip() and not named:
            return False
        self.put(typed)
        left = sum(row not in self._chosen for row in range(len(self._ask.rows)))
        if left and (named or not self._may_leave_open or not self._chosen):
            self._refuse(left)
        else:
            self.post_message(self.Sent({row.id: None for row in self._ask.rows} | self.value))
        return True

    def put(self, typed: str) -> bool:
        """Take the rows that the line names."""
        self._run = ""
        named = self._named(typed)
        self._chosen |= named
        self._typed = {}
        for row in named:
            self._draw(row)
        if named:
            self._point(next(reversed(named)))
        return bool(named)

    def on_click(self, event: Click) -> None:
        """Choose the letter that was clicked in the highlighted row."""
        index, row = event.style.meta.get("letter"), self._rows.highlighted
        self._run = ""
        if index is not None and row is not None:
            self._choose(row, index)

    def _refuse(self, left: int) -> None:
        """Say what is missing, and highlight it; once that was said, rows may stay open."""
        nothing = self._language.gettext(DRAWN[self._ask.kind].nothing)
        self._point(self._first_open)
        self._may_leave_open = bool(self._chosen)
        self.post_message(self.Refused(self._left_open(left) if self._chosen else nothing))

    def _choose(self, row: int, index: int | None) -> None:
        """Choose an option of a row or take it back, or empty the row; if it takes one option, go to the next row."""
        before = self._chosen.pop(row, ())
        if index is not None and (after := self._with(before, index)):
            self._chosen[row] = after
            if not self._kind.takes_several:
                self._point(min(row + 1, self._last))
        self._may_leave_open = False
        self._draw(row)

    def _with(self, before: tuple[int, ...], index: int) -> tuple[int, ...]:
        """Return what is chosen once this option was ticked or unticked; one that stands alone goes with no other."""
        options = self._ask.options
        if not self._kind.takes_several or options[index].alone:
            return () if before == (index,) else (index,)
        together = {chosen for chosen in before if not options[chosen].alone}
        return tuple(sorted(together ^ {index}))

    def _named(self, typed: str) -> Chosen:
        return rows_named(typed, len(self._ask.rows), len(self._ask.options), several=self._kind.takes_several)

    @property
    def _first_open(self) -> int:
        """The first row without an answer, or else the last one."""
        return next((row for row in range(self._last) if row not in self._chosen), self._last)

    def _prompt(self, row: int) -> MarkedText:
        """Return a row behind its number and the sign of its state, with what is chosen."""
        indexes = self._typed.get(row, self._chosen.get(row))
        sign = self._glyphs.open if indexes is None else self._glyphs.answered if indexes else self._glyphs.unknown
        text = Content(clean(self._ask.rows[row].text))
        if indexes:
            chosen = "; ".join(clean(self._ask.options[index].text) for index in indexes)
            text += Content.assemble(f" {self._glyphs.present} ", (chosen, "bold"))
        return MarkedText([Line(Content.styled(f"{row + 1:>2} {sign} ", "bold"), text)])


def _chosen_in(ask: Ask, value: Any) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield what a value of the grid chooses in each of its rows."""
    for number, row in enumerate(ask.rows):
        if isinstance(value, dict) and value.get(row.id) is not None:
            yield number, OF_ROWS[ask.row_kind].places(ask.options, value[row.id])
