"""A question of the app itself, over the conversation: one sentence and what can be answered."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from lobgids.tui.widgets.told import Told, plain_lines


class AskScreen(ModalScreen[int | None]):
    """Gives the place of the answer, or nothing where it was closed with Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, text: str, answers: Sequence[str]) -> None:
        super().__init__(classes="over")
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The sentence above its answers."""
        with Vertical(classes="sheet"):
            yield Static(Told(plain_lines(self._text)), markup=False)
            yield OptionList(*(Content(answer) for answer in self._answers), markup=False, compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """An answer was chosen."""
        self.dismiss(event.option_index)
