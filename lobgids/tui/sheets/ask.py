"""A sheet with a question of the app itself: one sentence and the answers to choose from."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from lobgids.i18n import Language
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import MarkedText, plain_lines


class AskScreen(Sheet[int]):
    """Returns the index of the answer, or None if it was closed without one."""

    def __init__(self, text: str, answers: Sequence[str], language: Language) -> None:
        super().__init__(language)
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(MarkedText(plain_lines(self._text)), markup=False)
            yield OptionList(*(Content(answer) for answer in self._answers), markup=False, compact=True)
            yield Close(self._language)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index)
