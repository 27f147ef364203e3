"""The form for a day: it shows what was typed as a day with its weekday, and changes with arrows or the mouse."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar, NamedTuple

from textual.app import RenderResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.style import Style
from textual.widget import Widget
from textual.widgets import TextArea

from lobgids.days.spoken import DayReading, kept_day
from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language
from lobgids.tui.widgets.words import Words

PARTS = ("day", "month", "year")
EMPTY = ("--", "--", "----")
FIRST_YEAR, LAST_YEAR = 2000, 2099


class Days(NamedTuple):
    """What the engine knows of days: how words would be read, and the day that arrows begin at."""

    said: Callable[[str], DayReading | None]
    to_begin_with: Callable[[], date]


class DayForm(Widget):
    """Left and right choose a part, up and down change it; it holds no day until one was typed or chosen.

    The keyboard stays in the line: what is typed there goes before what the arrows chose.
    """

    class Chosen(Message):
        """The day that the form shows was sent, or None if it shows none."""

        def __init__(self, day: date | None) -> None:
            super().__init__()
            self.day = day

    def __init__(self) -> None:
        super().__init__()
        self._days: Days
        self._part = 0
        self._chosen: date | None = None
        self._typed: date | None = None
        self._is_typing = False
        self._in_words: Callable[[date], str] = date.isoformat
        self._send = self._empty = ""

    @property
    def day(self) -> date | None:
        """The day that the form shows, or None, also if it cannot read what was typed."""
        return self._typed if self._is_typing else self._chosen

    def show(self, ask: Ask, days: Days, language: Language) -> None:
        """Begin with the day that was given before, or with none."""
        _ = language.gettext
        self._days, self._part, self._chosen = days, 0, kept_day(ask.standing)
        self._is_typing, self._typed = False, None
        self._in_words, self._send, self._empty = language.day, _("Deze dag"), _("Typ een dag, of kies met de pijltjes")
        self.refresh(layout=True)

    def preview(self, text: str) -> None:
        """Show what was typed as it will be read; an empty line keeps what the arrows chose."""
        self._is_typing = bool(text.strip())
        reading = self._days.said(text) if self._is_typing else None
        self._typed = reading.day if reading else None
        self.refresh()

    def render(self) -> RenderResult:
        """Return the three parts, each between a minus and a plus, and the day in words."""
        day = self.day
        shown = (f"{day.day:02}", f"{day.month:02}", f"{day.year:04}") if day else EMPTY
        pieces = []
        for part, text in enumerate(shown):
            style = "bold $choice-highlight-text on $choice-highlight-background" if part == self._part else "bold"
            pieces += [_click("[-]", (part, -1)), Content.styled(f" {text} ", style), _click("[+]", (part, 1))]
            pieces.append(Content("  "))
        words = self._in_words(day) if day else self._empty
        return Content("").join([*pieces, Content(f"{words}\n"), _click(f"[ {self._send} ]", None)])

    def action_part(self, step: int) -> None:
        """Go to the part before or after."""
        self._part = (self._part + step) % len(PARTS)
        self.refresh()

    def action_step(self, step: int) -> None:
        """Go one day, month or year on or back; the first step begins at a day that may suit."""
        moved = _moved(self.day, self._part, step) if self.day else self._days.to_begin_with()
        if FIRST_YEAR <= moved.year <= LAST_YEAR:
            self._chosen, self._is_typing = moved, False
        self.refresh()

    def action_send(self) -> None:
        self.post_message(self.Chosen(self.day))

    def on_click(self, event: Click) -> None:
        """Change the part of a minus or plus; the word below sends."""
        clicked = event.style.meta.get("day")
        if clicked == "send":
            self.action_send()
        elif clicked:
            self._part, step = clicked
            self.action_step(step)


class WithDay(Widget):
    """A widget with a line and the form: arrows at an empty line change the day, and what is typed shows in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "day_part(-1)", show=False, priority=True),
        Binding("right", "day_part(1)", show=False, priority=True),
        Binding("up", "day_step(1)", show=False, priority=True),
        Binding("down", "day_step(-1)", show=False, priority=True),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's own
        """Return whether arrows are the form's, if a day is asked and nothing was typed, or else the line's."""
        return not action.startswith("day_") or (self._form.display and not self.query_one(Words).text)

    def action_day_part(self, step: int) -> None:
        self._form.action_part(step)

    def action_day_step(self, step: int) -> None:
        self._form.action_step(step)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        if self._form.display:
            self._form.preview(event.text_area.text)

    def on_words_sent(self, event: Words.Sent) -> None:
        """Send what the form shows if the line is empty."""
        if self._form.display and not event.text.strip():
            event.stop()
            self.post_message(DayForm.Chosen(self._form.day))

    @property
    def _form(self) -> DayForm:
        return self.query_one(DayForm)


def _moved(day: date, part: int, step: int) -> date:
    """Return the day one day, month or year on or back; one that the month lacks becomes its last day."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    if PARTS[part] == "day":
        return day + timedelta(days=step)
    months = day.year * 12 + day.month - 1 + (step if PARTS[part] == "month" else 12 * step)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _click(text: str, step: tuple[int, int] | None) -> Content:
    """Return a text that can be clicked."""
    return Content(text).stylize(Style.from_meta({"day": step or "send"}))
