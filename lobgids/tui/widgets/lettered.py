"""A short list in a sheet: a letter or a number chooses its row at once."""

from collections.abc import Iterable

from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList

from lobgids.tui.widgets.marked_text import LETTERS, Line, MarkedText


class Lettered(OptionList):
    """The rows, each behind its letter."""

    def __init__(self, texts: Iterable[str]) -> None:
        rows = (_row(letter, text) for letter, text in zip(LETTERS, texts, strict=False))
        super().__init__(*rows, markup=False, compact=True)

    def add(self, text: str) -> None:
        """Add a row, behind the next letter."""
        self.add_option(_row(LETTERS[self.option_count], text))

    def on_key(self, event: Key) -> None:
        """Choose the row of a letter or a number."""
        typed = event.character or ""
        index = int(typed) - 1 if typed in tuple("123456789") else LETTERS.find(typed) if typed else -1
        if 0 <= index < self.option_count:
            event.stop()
            self.highlighted = index
            self.action_select()


def _row(letter: str, text: str) -> MarkedText:
    return MarkedText([Line(Content.styled(f"{letter}  ", "bold"), Content(text))])
