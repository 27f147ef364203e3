"""What all sheets share: a screen over another one that Escape or a click on its last row closes."""

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Static

from lobgids.i18n import Language


class Close(Static):
    """The last row of a sheet: the key that closes it; a click does the same."""

    class Clicked(Message):
        """It was clicked."""

    def __init__(self, language: Language) -> None:
        row = Content.assemble(("Esc", "bold $key-text"), " ", language.gettext("Sluiten"))
        super().__init__(row, classes="close", markup=False)

    def on_click(self) -> None:
        self.post_message(self.Clicked())


class Sheet(ModalScreen[ScreenResultType]):
    """A screen over another one; it returns None if it is closed without a choice."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012  # Textual does not declare it for the class
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, language: Language) -> None:
        super().__init__(classes="over")
        self._language = language

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close it, once: a second Enter right after the first would close the screen below."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def on_close_clicked(self) -> None:
        self.dismiss(None)
