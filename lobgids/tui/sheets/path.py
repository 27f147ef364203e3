"""A sheet with a question of the app itself that is answered by typing, such as the name of a file."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from lobgids.i18n import Language
from lobgids.text import clean
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import MarkedText, plain_lines

QUOTES = "'\""
"""What a terminal puts around the name of a file that is dropped on it."""


class PathScreen(Sheet[str]):
    """Returns what was typed, or None if it was closed or left empty.

    `value` is what stands there to begin with, `submit` the word for going on with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, text: str, value: str, submit: str, language: Language) -> None:
        super().__init__(language)
        self._text = text
        self._value = value
        self._submit = submit

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(MarkedText(plain_lines(clean(self._text))), markup=False)
            yield Input(clean(self._value), compact=True)
            yield OptionList(Content(self._submit), markup=False, compact=True)
            yield Close(self._language)

    def on_mount(self) -> None:
        line = self.query_one(Input)
        line.cursor_blink = False  # nothing happens while nobody types
        line.focus()

    def on_input_submitted(self) -> None:
        self._give()

    def on_option_list_option_selected(self) -> None:
        self._give()

    def _give(self) -> None:
        typed = clean(self.query_one(Input).value).strip()
        if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in QUOTES:
            typed = typed[1:-1]
        self.dismiss(typed or None)
