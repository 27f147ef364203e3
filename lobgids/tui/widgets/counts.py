"""Numbers that are typed in behind options: how many votes, which nobody may see yet, or how many of each role."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Paste
from textual.message import Message
from textual.widget import Widget

from lobgids.dialogue.counting import BY_ROLE
from lobgids.dialogue.interpret import clean
from lobgids.dialogue.protocol import Ask
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.stage.drawing import LETTERS
from lobgids.tui.stage.pages import is_vote

MOST_DIGITS = 3
DIGITS, BETWEEN = tuple("0123456789"), tuple(" ,\t\r\n")


class Counts(Widget, can_focus=True):
    """A number for each option; with groups a row for each. Of votes it shows only where a number stands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,right,space,comma", "move(1)", show=False, priority=True),
        Binding("shift+tab,left", "move(-1)", show=False, priority=True),
        Binding("down", "row(1)", show=False),
        Binding("up", "row(-1)", show=False),
        Binding("enter", "enter", show=False),
        Binding("backspace", "delete", show=False),
    ]

    class Sent(Message):
        """All numbers are there: votes as the protocol has them."""

        def __init__(self, votes: dict[str, Any]) -> None:
            super().__init__()
            self.votes = votes

    class Missing(Message):
        """A number is still missing, and the place of it is pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self._ask: Ask | None = None
        self._glyphs: Glyphs
        self._cells: list[list[str]] = []
        self._at = (0, 0)
        self._replaces = True

    def show(self, ask: Ask, glyphs: Glyphs) -> None:
        """Begin with empty places; what was typed at this question and not sent stays."""
        is_same = self._ask is not None and (self._ask.id, len(self._ask.groups)) == (ask.id, len(ask.groups))
        self._ask, self._glyphs = ask, glyphs
        if not is_same:
            self.clear()
        self.refresh(layout=True)

    def clear(self) -> None:
        """Empty all places."""
        if self._ask:
            self._cells = [["" for _ in self._ask.options] for _ in range(max(1, len(self._ask.groups)))]
            self._go(0, 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed yet."""
        return not any(cell for row in self._cells for cell in row)

    def send(self) -> None:
        """Send the numbers; where one is missing, point at it. The last one, who do not know, may be left out."""
        ask = self._ask
        if ask is None:
            return
        votes = is_vote(ask)
        for row, cells in enumerate(self._cells):
            for place, cell in enumerate(cells[:-1] if votes else ()):
                if not cell:
                    self._go(row, place)
                    self.post_message(self.Missing())
                    return
        rows = [
            {option.id: int(cell or 0) for option, cell in zip(ask.options, cells, strict=True)}
            for cells in self._cells
        ]
        if ask.groups:
            by_role = {group.id: row for group, row in zip(ask.groups, rows, strict=True)}
            self.post_message(self.Sent({BY_ROLE: by_role}))
        else:
            self.post_message(self.Sent(dict(rows[0])))

    def on_key(self, event: Key) -> None:
        """A digit goes into its place; the first one there replaces what nobody can see."""
        if event.character in DIGITS:
            event.stop()
            self._type(event.character)

    def on_paste(self, event: Paste) -> None:
        """Numbers that come at once: each goes into its place, and none are sent."""
        event.stop()
        for sign in event.text:
            if sign in DIGITS:
                self._type(sign)
            elif sign in BETWEEN:
                self.action_move(1)

    def _type(self, sign: str) -> None:
        row, place = self._at
        before = "" if self._replaces else self._cells[row][place]
        if len(before) < MOST_DIGITS:
            self._cells[row][place] = before + sign
            self._replaces = False
            self.refresh()

    def action_delete(self) -> None:
        """Empty the place; in an empty one go back to the one before."""
        row, place = self._at
        if self._cells[row][place]:
            self._cells[row][place] = ""
            self.refresh()
        else:
            self.action_move(-1)

    def action_move(self, by: int) -> None:
        """To the next or the previous place, on to the next row at the end."""
        row, place = self._at
        width = len(self._cells[0])
        to = max(0, min(row * width + place + by, width * len(self._cells) - 1))
        self._go(*divmod(to, width))

    def action_row(self, by: int) -> None:
        """Up or down: to another group, or where the options stand below each other to another option."""
        if len(self._cells) == 1:
            self.action_move(by)
        else:
            self._go(max(0, min(self._at[0] + by, len(self._cells) - 1)), self._at[1])

    def action_enter(self) -> None:
        """On to the next place; from the last one send."""
        row, place = self._at
        if row == len(self._cells) - 1 and place == len(self._cells[0]) - 1:
            self.send()
        else:
            self.action_move(1)

    def _go(self, row: int, place: int) -> None:
        self._at, self._replaces = (row, place), True
        self.refresh()

    def render(self) -> RenderResult:
        """The places: in a row for votes, below each other for roles."""
        if self._ask is None:
            return Content("")
        lines = list(self._votes(self._ask) if is_vote(self._ask) else self._roles(self._ask))
        return Content("\n").join(lines)

    def _votes(self, ask: Ask) -> Sequence[Content]:
        letters = [*LETTERS, "?"]
        names = [clean(group.text) for group in ask.groups] or [""]
        lines = []
        for row, name in enumerate(names):
            if name:
                lines.append(Content(name))
            parts = [self._place(row, place, f" {letter} ") for place, letter in enumerate(letters)]
            lines.append(Content("   ").join(parts))
        return lines

    def _roles(self, ask: Ask) -> Sequence[Content]:
        return [self._place(0, place, "") + f"  {clean(option.text)}" for place, option in enumerate(ask.options)]

    def _place(self, row: int, place: int, letter: str) -> Content:
        """A place with its letter; a vote is only a sign that it is there."""
        cell = self._cells[row][place]
        secret = self._glyphs.marked if cell else self._glyphs.unmarked
        shown = secret if letter else cell.rjust(MOST_DIGITS)
        is_here = (row, place) == self._at and self.has_focus
        style = "$choice-highlight-text on $choice-highlight-background" if is_here else "bold"
        return Content.styled(letter, "bold $key-text") + Content.styled(f" {shown} ", style)
