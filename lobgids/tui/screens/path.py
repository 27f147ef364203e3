"""A question of the app itself that is answered with the name of a file."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from lobgids.dialogue.interpret import clean
from lobgids.tui.widgets.told import Told, plain_lines

QUOTES = "'\""


class PathScreen(ModalScreen[str | None]):
    """Gives the name as it was typed, without what a terminal puts around a file that is dropped on it.

    Nothing where it was closed or left empty. `answers` are the words for going on and for going back.
    """

    CSS_PATH = "start.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, text: str, value: str, answers: tuple[str, str]) -> None:
        super().__init__(classes="over")
        self._text = text
        self._value = value
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The sentence, the line for the name, and what can be done with it."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(Told(plain_lines(clean(self._text))), markup=False)
            line = Input(clean(self._value), compact=True)
            line.cursor_blink = False  # nothing happens while nobody types
            yield line
            yield OptionList(*(Content(answer) for answer in self._answers), markup=False, compact=True)

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self) -> None:
        """Enter in the line goes on."""
        self._give()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go on, or back."""
        if event.option_index == 0:
            self._give()
        else:
            self.dismiss(None)

    def _give(self) -> None:
        typed = clean(self.query_one(Input).value).strip()
        if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in QUOTES:
            typed = typed[1:-1]
        self.dismiss(typed or None)
