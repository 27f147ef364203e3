"""A bare Textual app for a conversation, as somebody would first write it; `terminal.py` compares lobgids with it."""

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Footer, Header, Input, OptionList, Static

MESSAGES, OPTIONS = 20, 5
LINE = "A line of a message that is as long as lines of a message in a terminal can be. "
READY = (f"message-{MESSAGES}", f"{OPTIONS}", "answer")
"""The words in the first frame in which all of it is drawn."""


class BareApp(App[None]):
    """Messages, options and an input; Enter and numbers answer, which adds two messages and changes the options."""

    CSS = """
    VerticalScroll { height: 1fr; }
    Static { width: 80; margin-bottom: 1; }
    .person { color: $accent; }
    """
    BINDINGS = [Binding(str(number), "answer", show=False) for number in range(1, OPTIONS + 1)]  # noqa: RUF012 - Textual's own way
    TITLE = "Bare"

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def compose(self) -> ComposeResult:
        """Yield the widgets from top to bottom."""
        yield Header()
        with VerticalScroll():
            for number in range(MESSAGES):
                yield self.message("person" if number % 2 else "guide")
        yield OptionList(*self.options())
        yield Input(placeholder="An answer")
        yield Footer()

    def on_mount(self) -> None:
        """Begin at the last message and the options."""
        self.query_one(VerticalScroll).scroll_end(animate=False)
        self.query_one(OptionList).focus()

    def message(self, who: str) -> Static:
        """Return the next message."""
        self.count += 1
        return Static(f"{LINE}\n{LINE}\n{who}, message-{self.count}", classes=who, markup=False)

    def options(self) -> list[str]:
        """Return options of two lines."""
        return [f"Option {number} of question {self.count}\n{LINE}" for number in range(1, OPTIONS + 1)]

    async def action_answer(self) -> None:
        """Add an answer and what is said to it, and ask again."""
        messages, options = self.query_one(VerticalScroll), self.query_one(OptionList)
        await messages.mount(self.message("person"), self.message("guide"))
        options.clear_options()
        options.add_options(self.options())
        options.highlighted = 0
        self.query_one(Input).clear()
        messages.scroll_end(animate=False)

    async def on_input_submitted(self) -> None:
        """Answer on Enter in the input."""
        await self.action_answer()

    async def on_option_list_option_selected(self) -> None:
        """Answer on Enter in the options."""
        await self.action_answer()


if __name__ == "__main__":
    BareApp().run()
