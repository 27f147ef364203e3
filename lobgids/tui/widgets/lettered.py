"""A short list in a sheet: a letter or a number chooses its row at once."""

from collections.abc import Iterable, Iterator, Mapping

from textual.content import Content
from textual.events import Key
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from lobgids.tui.widgets.marked_text import LETTERS, Line, MarkedText


class Lettered(OptionList):
    """The rows, each behind its letter; `headings` has what stands above a row, by its number from 0 on.

    A heading cannot be chosen: the arrows pass it by. `row_of` says which row an option is.
    """

    def __init__(self, texts: Iterable[str], headings: Mapping[int, str] | None = None) -> None:
        super().__init__(*_options(texts, headings or {}), markup=False, compact=True)

    @staticmethod
    def row_of(option: Option) -> int:
        """Return the number of a row, from 0 on."""
        return int(option.id or 0)

    def add(self, text: str) -> int:
        """Add a row behind the next letter, and return its number."""
        number = sum(not option.disabled for option in self.options)
        self.add_option(_row(number, text))
        return number

    def go_to(self, row: int) -> None:
        """Go to the row of this number."""
        self.highlighted = self.get_option_index(str(row))

    def scroll_to_highlight(self, top: bool = False) -> None:  # noqa: FBT001, FBT002  # Textual's signature
        """Show the row that one is at; with the first one also the heading above it."""
        super().scroll_to_highlight(top)
        if self.highlighted == 1 and self.get_option_at_index(0).disabled:
            self.scroll_home(animate=False, immediate=True)

    def on_key(self, event: Key) -> None:
        """Choose the row of a letter or a number."""
        typed = event.character or ""
        row = int(typed) - 1 if typed in tuple("123456789") else LETTERS.find(typed) if typed else -1
        if any(option.id == str(row) for option in self.options):
            event.stop()
            self.go_to(row)
            self.action_select()


def _options(texts: Iterable[str], headings: Mapping[int, str]) -> Iterator[Option]:
    for number, text in enumerate(texts):
        if number in headings:
            yield Option(Content(headings[number]), disabled=True)
        yield _row(number, text)


def _row(number: int, text: str) -> Option:
    line = Line(Content.styled(f"{LETTERS[number]}  ", "bold"), Content(text))
    return Option(MarkedText([line]), id=str(number))
