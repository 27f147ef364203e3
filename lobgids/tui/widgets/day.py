"""A small form for a day: day, month and year, changed with the arrows, by typing or with the mouse."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from lobgids.tui.widgets.to_line import ToLine
from lobgids.tui.widgets.words import Words

PARTS = ("day", "month", "year")
DIGITS, BETWEEN = tuple("0123456789"), tuple("-. ")
FIRST_YEAR, LAST_YEAR = 2000, 2099


class DayForm(Widget, can_focus=True):
    """Left and right choose a part, up and down change it, digits fill it in, Enter sends the day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "part(-1)", show=False),
        Binding("right", "part(1)", show=False),
        Binding("up", "step(1)", show=False),
        Binding("down", "step(-1)", show=False),
        Binding("enter", "send", show=False),
    ]

    class Chosen(Message):
        """The day was sent."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, line: Words) -> None:
        super().__init__()
        self._to_line = ToLine(self, line)
        self._values = [1, 1, FIRST_YEAR]
        self._part = 0
        self._typed = ""
        self._told: Callable[[date], str] = date.isoformat
        self._send = ""

    @property
    def day(self) -> date:
        """The day that the form shows; a day that the month does not have becomes its last."""
        day, month, year = self._values
        return date(year, month, min(day, calendar.monthrange(year, month)[1]))

    def show(self, day: date, told: Callable[[date], str], send: str) -> None:
        """Begin with a day; `told` words it, `send` is the word to click."""
        self._values, self._part, self._typed = [day.day, day.month, day.year], 0, ""
        self._told, self._send = told, send
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """The three parts, each between a minus and a plus, and the day in words."""
        day = self.day
        shown = (f"{day.day:02}", f"{day.month:02}", f"{day.year:04}")
        pieces = []
        for place, text in enumerate(shown):
            style = "bold $choice-highlight-text on $choice-highlight-background" if place == self._part else "bold"
            pieces += [_click("[-]", (place, -1)), Content.styled(f" {text} ", style), _click("[+]", (place, 1))]
            pieces.append(Content("  "))
        return Content("").join([*pieces, Content(f"{self._told(day)}\n"), _click(f"[ {self._send} ]", None)])

    def action_part(self, step: int) -> None:
        """Go to the part before or after."""
        self._part, self._typed = (self._part + step) % len(PARTS), ""
        self.refresh()

    def action_step(self, step: int) -> None:
        """One day, month or year on or back."""
        self._step(self._part, step)

    def action_send(self) -> None:
        """Send the day."""
        self.post_message(self.Chosen(self.day))

    def on_key(self, event: Key) -> None:
        """Digits fill in the part; other signs begin own words."""
        if self._to_line.is_on:
            self._to_line.pass_on(event)
        elif event.character in DIGITS:
            event.stop()
            self._type(event.character)
        elif event.character in BETWEEN:
            event.stop()
            self.action_part(1)
        elif event.is_printable and event.character != "?":
            self._to_line.pass_on(event)

    def on_click(self, event: Click) -> None:
        """A minus or plus changes its part; the word below sends."""
        clicked = event.style.meta.get("day")
        if clicked == "send":
            self.action_send()
        elif clicked:
            part, step = clicked
            self._step(part, step)

    def _step(self, part: int, step: int) -> None:
        moved = _moved(self.day, part, step)
        if FIRST_YEAR <= moved.year <= LAST_YEAR:
            self._values = [moved.day, moved.month, moved.year]
        self._part, self._typed = part, ""
        self.refresh()

    def _type(self, digit: str) -> None:
        """Fill the part in as far as it was typed; when it is full, the next part is typed."""
        low, high = self._bounds(self._part)
        typed = self._typed + digit
        self._typed = typed
        if low <= int(typed) <= high:
            self._values[self._part] = int(typed)
        if len(typed) == len(str(high)) or int(typed) * 10 > high:
            self._typed = ""
            self._part = min(self._part + 1, len(PARTS) - 1)
        self.refresh()

    def _bounds(self, part: int) -> tuple[int, int]:
        """The lowest and highest value of a part."""
        day = self.day
        return ((1, calendar.monthrange(day.year, day.month)[1]), (1, 12), (FIRST_YEAR, LAST_YEAR))[part]


def _moved(day: date, part: int, step: int) -> date:
    """A day, month or year on or back; a day that the month does not have becomes its last."""
    if PARTS[part] == "day":
        return day + timedelta(days=step)
    months = day.year * 12 + day.month - 1 + (step if PARTS[part] == "month" else 12 * step)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _click(text: str, step: tuple[int, int] | None) -> Content:
    """A text that can be clicked."""
    return Content(text).stylize(Style.from_meta({"day": step or "send"}))
