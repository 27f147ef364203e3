"""Numbers to type for each option: votes, which nobody may see yet, or how many people there are of each role."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widget import Widget

from lobgids.dialogue.protocol import Ask
from lobgids.session.showing.pages import is_vote
from lobgids.session.showing.questions import counts_of
from lobgids.text import clean
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.projector.drawing import LETTERS

MOST_DIGITS = 3
DIGITS, BETWEEN = tuple("0123456789"), tuple(" ,\t\r\n")


class Counts(Widget, can_focus=True):
    """A cell for each option, with groups a row for each; of votes it shows only which cells are filled."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,right,space,comma", "move(1)", show=False, priority=True),
        Binding("shift+tab,left", "move(-1)", show=False, priority=True),
        Binding("down", "row(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("enter", "enter", show=False),
        Binding("backspace", "delete", show=False),
    ]

    class Sent(Message):
        """All numbers were typed: `votes` is as the protocol has it."""

        def __init__(self, votes: dict[str, Any]) -> None:
            super().__init__()
            self.votes = votes

    class Missing(Message):
        """A number is missing; its cell is highlighted."""

    def __init__(self) -> None:
        super().__init__()
        self._ask: Ask | None = None
        self._glyphs: Glyphs
        self._cells: list[list[str]] = []
        self._at = (0, 0)
        self._replaces = True

    def show(self, ask: Ask, glyphs: Glyphs) -> None:
        """Begin with what stands, or else empty; what was typed at this question stays, also to be counted anew."""
        is_same = self._ask is not None and (self._ask.id, len(self._ask.groups)) == (ask.id, len(ask.groups))
        self._ask, self._glyphs = ask, glyphs
        if not is_same:
            self.clear()
            self._fill_in(ask)
        self._go(0, 0)
        self.refresh(layout=True)

    def clear(self) -> None:
        """Empty all cells."""
        if self._ask:
            self._cells = [["" for _ in self._ask.options] for _ in range(max(1, len(self._ask.groups)))]
            self._go(0, 0)

    def _fill_in(self, ask: Ask) -> None:
        """Fill in the answer that stands, such as roles that are told anew as they did not add up."""
        if isinstance(ask.standing, dict) and not ask.groups:
            self._cells = [[str(ask.standing.get(option.id, "")) for option in ask.options]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed yet."""
        return not any(cell for row in self._cells for cell in row)

    def send(self) -> None:
        """Send the numbers, or highlight one that is missing; that of who do not know, the last, may be left out."""
        ask = self._ask
        if ask is None:
            return
        for row, cells in enumerate(self._cells):
            for column in range(len(cells)):
                if self._is_missing(row, column):
                    self._go(row, column)
                    self.post_message(self.Missing())
                    return
        self.post_message(self.Sent(counts_of(ask, [[int(cell or 0) for cell in cells] for cells in self._cells])))

    def on_key(self, event: Key) -> None:
        """Type a digit; the first one in a cell replaces what stood there, which nobody can see."""
        if event.character in DIGITS:
            event.stop()
            self.type(event.character)

    def on_paste(self, event: Paste) -> None:
        """Type numbers that come at once, each into its cell, and send none."""
        event.stop()
        for character in event.text:
            if character in DIGITS:
                self.type(character)
            elif character in BETWEEN:
                self.action_move(1)

    def type(self, digit: str) -> None:
        """Type a digit in the cell; the first one replaces what stood there."""
        row, column = self._at
        before = "" if self._replaces else self._cells[row][column]
        if len(before) < MOST_DIGITS:
            self._cells[row][column] = before + digit
            self._replaces = False
            self.refresh()

    def action_delete(self) -> None:
        """Empty the cell, or go back to the one before if it is empty."""
        row, column = self._at
        if self._cells[row][column]:
            self._cells[row][column] = ""
            self.refresh()
        else:
            self.action_move(-1)

    def action_move(self, by: int) -> None:
        """Go to the next or the previous cell, at the end of a row to the next row."""
        row, column = self._at
        width = len(self._cells[0])
        to = max(0, min(row * width + column + by, width * len(self._cells) - 1))
        self._go(*divmod(to, width))

    def action_row(self, by: int) -> None:
        """Go up or down: to another group, or to another option if those stand below each other."""
        if len(self._cells) == 1:
            self.action_move(by)
        else:
            self._go(max(0, min(self._at[0] + by, len(self._cells) - 1)), self._at[1])

    def action_enter(self) -> None:
        """Go to the next cell, from the last one send; not past a number that is missing, as all would shift."""
        row, column = self._at
        if self._is_missing(row, column):
            self.post_message(self.Missing())
        elif row == len(self._cells) - 1 and column == len(self._cells[0]) - 1:
            self.send()
        else:
            self.action_move(1)

    def _is_missing(self, row: int, column: int) -> bool:
        """Whether a number has to be typed here: not of a role, nor of who do not know, the last."""
        is_needed = self._ask is not None and is_vote(self._ask) and column < len(self._cells[row]) - 1
        return is_needed and not self._cells[row][column]

    def _go(self, row: int, column: int) -> None:
        self._at, self._replaces = (row, column), True
        self.refresh()

    def render(self) -> RenderResult:
        """Return the cells: in a row for votes, below each other for roles."""
        if self._ask is None:
            return Content("")
        lines = list(self._votes(self._ask) if is_vote(self._ask) else self._roles(self._ask))
        return Content("\n").join(lines)

    def _votes(self, ask: Ask) -> Sequence[Content]:
        """Return the cells of one group at a time, below its name and which of them it is."""
        row, names = self._at[0], [clean(group.text) for group in ask.groups]
        cells = Content("   ").join(
            self._cell(row, column, f" {letter} ") for column, letter in enumerate((*LETTERS, "?"))
        )
        return [Content(f"{names[row]} ({row + 1} / {len(names)})"), cells] if names else [cells]

    def _roles(self, ask: Ask) -> Sequence[Content]:
        return [self._cell(0, column, "") + f"  {clean(option.text)}" for column, option in enumerate(ask.options)]

    def _cell(self, row: int, column: int, letter: str) -> Content:
        """Return a cell with its letter; of a vote it only shows that it is there."""
        cell = self._cells[row][column]
        secret = self._glyphs.marked if cell else self._glyphs.unmarked
        shown = secret if letter else cell.rjust(MOST_DIGITS)
        is_here = (row, column) == self._at and self.has_focus
        style = "$choice-highlight-text on $choice-highlight-background" if is_here else "bold"
        return Content.styled(letter, "bold $key-text") + Content.styled(f" {shown} ", style)
