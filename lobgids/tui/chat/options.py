"""The options of a question in the chat: marked by typing or with arrows, chosen with Enter or the mouse."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.visual import VisualType
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Ask
from lobgids.text import clean
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.kinds import DRAWN, Spot
from lobgids.tui.widgets.marked_text import LETTERS, Line, MarkedText

SEND, SAME = "send", "same"


class Options(OptionList, can_focus=False):
    """The list; the keyboard stays in the line. A single answer is sent when chosen, several are ticked first.

    What the line names is marked, or ticked if several may be chosen, for as long as it stands there.
    """

    class Answered(Message):
        """One or several options were chosen, by their indexes from 0."""

        def __init__(self, indexes: Sequence[int]) -> None:
            super().__init__()
            self.indexes = indexes

    class Same(Message):
        """The answer rests on the same as the one before."""

    class Ticked(Message):
        """One of several was ticked or unticked, and what the line named is ticked as well."""

    def __init__(self) -> None:
        super().__init__(markup=False, compact=True)
        self._ask: Ask | None = None
        self._glyphs: Glyphs
        self._ticked: frozenset[int] = frozenset()
        self._named: frozenset[int] = frozenset()
        self._stood: frozenset[int] = frozenset()

    def show(self, ask: Ask, stood: Any, glyphs: Glyphs, *, send: str, same: str) -> None:
        """Show the options of a question and the answer that stood there.

        `send` and `same` are the words of the rows below several answers.
        """
        self._ask, self._glyphs = ask, glyphs
        self._named, self._stood = frozenset(), frozenset(KINDS[ask.kind].places(ask.options, stood))
        self._ticked = self._stood if self._is_multi else frozenset()
        rows = [Row(self._prompt(ask, index)) for index in range(len(ask.options))]
        if ask.same:
            rows.append(Row(_row("= ", same), id=SAME))
        if self._is_multi:
            rows.append(Row(_row(f"{glyphs.send} ", send), id=SEND))
        self.clear_options()
        self.add_options(rows)
        self._measure()
        self.highlighted = None
        self.scroll_home(animate=False, immediate=True)

    @property
    def pointed(self) -> int | None:
        """The index of the option that the arrows are at; None on a row that is no option."""
        row = self.highlighted_option
        return self.highlighted if row and row.id is None else None

    def mark(self, indexes: Iterable[int]) -> None:
        """Mark the options that the line names, and no others."""
        before, self._named = self._on, frozenset(indexes)
        for index in sorted(before ^ self._on):
            self._draw(index)
        if self._named:
            self.highlighted = None
            self.scroll_to_region(self._region(min(self._named)), animate=False, immediate=True)

    def answer(self) -> bool:
        """Answer with the option that the arrows are at or with all that are ticked; return whether there is any."""
        row = self.highlighted_option
        if row is None:
            return False
        if row.id == SAME or not self._is_multi:
            self.action_select()
        else:
            pointed = () if self.pointed is None else (self.pointed,)
            self.post_message(self.Answered(sorted(self._ticked or pointed)))
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with a single option, tick one of several, or do what a row below them says."""
        event.stop()
        if event.option_id == SAME:
            self.post_message(self.Same())
        elif event.option_id == SEND:
            self.post_message(self.Answered(sorted(self._on)))
        elif self._is_multi:
            self._tick(event.option_index)
        elif self._ask and DRAWN[self._ask.kind].can_point:
            self.post_message(self.Answered([event.option_index]))

    def on_resize(self) -> None:
        self._measure()

    def _measure(self) -> None:
        """Find out without a scroll bar whether one is needed: beside a bar, rows may wrap so that it stays needed."""
        self.styles.overflow_y = "hidden"
        self.call_after_refresh(self._scroll_if_needed)

    def _scroll_if_needed(self) -> None:
        if self.option_count and not self.size.height:
            self.refresh(layout=True)  # Textual may still have the height of a list that was hidden, as at a day
        if self.virtual_size.height > self.size.height:
            self.styles.overflow_y = "auto"
            self.call_after_refresh(self._clear_caches)  # how rows were wrapped without the bar

    @property
    def _is_multi(self) -> bool:
        return self._ask is not None and KINDS[self._ask.kind].takes_several

    @property
    def _on(self) -> frozenset[int]:
        """The options that are ticked, or while the line names some, those."""
        return self._named or self._ticked

    def _tick(self, index: int) -> None:
        """Tick or untick one of several; what the line named stays ticked without it."""
        self._ticked, self._named = self._on ^ {index}, frozenset()
        self._draw(index)
        self.post_message(self.Ticked())

    def _draw(self, index: int) -> None:
        """Draw one option again, and nothing else."""
        if self._ask and self._is_multi:
            self.replace_option_prompt_at_index(index, self._prompt(self._ask, index))
        else:
            self.refresh(self._region(index).translate(-self.scroll_offset))

    def _replace_option_prompt(self, index: int, prompt: VisualType) -> None:
        """Replace a row, which keeps its width in this list, so that no other row has to be drawn again."""
        option = self.options[index]
        option._set_prompt(prompt)
        for key in [key for key in self._option_render_cache.keys() if key[0] is option]:  # noqa: SIM118  # no dict
            self._option_render_cache.discard(key)
        self.refresh(self._region(index).translate(-self.scroll_offset))

    def _region(self, index: int) -> Region:
        """Return where an option is in the list."""
        top, height = self._index_to_line.get(index, 0), self._heights.get(index, 0)
        return Region(0, top, self.scrollable_content_region.width, height)

    def _get_option_render(self, option: Row, style: Style) -> list[Strip]:
        """Draw an option that the line names like one that the arrows are at."""
        if not self._is_multi and self._option_to_index[option] in self._named:
            style = self.get_visual_style("option-list--option", "option-list--option-highlighted")
        return super()._get_option_render(option, style)

    def _prompt(self, ask: Ask, index: int) -> MarkedText:
        """Return the option behind its letter and the mark of its kind."""
        spot = Spot(index, len(ask.options), is_on=index in self._on, stands=index in self._stood)
        mark = DRAWN[ask.kind].mark(spot, self._glyphs)
        return _row(f"{LETTERS[index]}{mark}", ask.options[index].text)


def _row(mark: str, text: str) -> MarkedText:
    return MarkedText([Line(Content.styled(mark, "bold"), Content(clean(text)))])
