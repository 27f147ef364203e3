"""The options of a question on the projector, chosen with arrows and Enter or the remote.

Letters are on the cards of the group, so they choose nothing here.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Ask
from lobgids.text import clean
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.projector.aired import BLANK
from lobgids.tui.widgets.marked_text import Line, MarkedText


class Choices(OptionList):
    """Enter chooses one option, or marks one of several, which are sent when the page is turned."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", show=False)]

    class Chosen(Message):
        """One or several options were chosen, by their indexes from 0."""

        def __init__(self, indexes: Sequence[int]) -> None:
            super().__init__()
            self.indexes = indexes

    def __init__(self) -> None:
        super().__init__(markup=False, compact=True)
        self._ask: Ask | None = None
        self._glyphs: Glyphs
        self._marked: set[int] = set()
        self._is_spread = False

    def show(self, ask: Ask, glyphs: Glyphs, *, begin_at: int = 0) -> None:
        """Show the options of a question, those of its answer marked; the same question keeps its marks."""
        if self._ask is None or self._ask.id != ask.id:
            standing = ask.standing if isinstance(ask.standing, list) else []
            self._marked = {index for index, option in enumerate(ask.options) if option.id in standing}
        self._ask, self._glyphs = ask, glyphs
        self.set_options(Row(self._row(index)) for index in range(len(ask.options)))
        self.highlighted = begin_at if ask.options else None

    def spread(self, *, is_on: bool) -> None:
        """Stand with room around each option, or close together."""
        if is_on != self._is_spread:
            self._is_spread, here = is_on, self.highlighted
            self.set_options(Row(self._row(index)) for index in range(self.option_count))
            self.highlighted = here

    def send(self) -> None:
        """Send what is marked, or the option that is highlighted if one is asked."""
        if self._is_multi:
            self.post_message(self.Chosen(sorted(self._marked)))
        elif self.highlighted is not None:
            self.post_message(self.Chosen([self.highlighted]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._is_multi:
            self._marked ^= {event.option_index}
            self.replace_option_prompt_at_index(event.option_index, self._row(event.option_index))
        else:
            self.post_message(self.Chosen([event.option_index]))

    @property
    def _is_multi(self) -> bool:
        return self._ask is not None and KINDS[self._ask.kind].takes_several

    def _row(self, index: int) -> MarkedText:
        ask = self._ask
        text = clean(ask.options[index].text) if ask else ""
        mark = ""
        if self._is_multi:
            mark = f"{self._glyphs.marked if index in self._marked else self._glyphs.unmarked} "
        line = Line(Content.styled(f"  {mark}" if self._is_spread else mark, "bold"), Content(text))
        return MarkedText([BLANK, line, BLANK] if self._is_spread else [line])
