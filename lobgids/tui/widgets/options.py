"""The options of a question: chosen with arrows, letters, numbers or the mouse; several where several are asked."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.interpret import clean
from lobgids.dialogue.protocol import Ask
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.widgets.to_line import ToLine
from lobgids.tui.widgets.told import Line, Told
from lobgids.tui.widgets.words import Words

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SEND, SAME = "send", "same"


class Options(OptionList):
    """The list; a single answer is sent when chosen, several are marked first and then sent together."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", show=False),
        Binding("space", "select", show=False),
        Binding("left", "cursor_up", show=False),
        Binding("right", "cursor_down", show=False),
        Binding("comma", "add_words", show=False),
    ]

    class Answered(Message):
        """One or several options were chosen; their places, from 0."""

        def __init__(self, places: Sequence[int]) -> None:
            super().__init__()
            self.places = places

    class Same(Message):
        """The answer rests on the same as the one before."""

    def __init__(self, line: Words) -> None:
        super().__init__(markup=False, compact=True)
        self._line = line
        self._to_line = ToLine(self, line)
        self._ask: Ask | None = None
        self._glyphs: Glyphs
        self._marked: set[int] = set()

    def show(self, ask: Ask, glyphs: Glyphs, *, send: str, same: str) -> None:
        """Show the options of a question; `send` and `same` are the words of the rows below several answers."""
        self._ask, self._glyphs = ask, glyphs
        self._marked = set(_standing(ask)) if ask.kind == "multi" else set()
        rows = [Row(self._told(ask, place)) for place in range(len(ask.options))]
        if ask.same:
            rows.append(Row(_row("= ", same), id=SAME))
        if ask.kind == "multi":
            rows.append(Row(_row(f"{glyphs.send} ", send), id=SEND))
        self.clear_options()
        self.add_options(rows)
        self._measure()
        self.highlighted = min(_standing(ask), default=0) if rows else None

    def action_answer(self) -> None:
        """Answer with the highlighted option, or with the marked ones."""
        if self.highlighted_option is None or self.highlighted_option.id == SAME or not self._is_multi:
            self.action_select()
        elif self._marked:
            self.post_message(self.Answered(sorted(self._marked)))
        elif self.highlighted_option.id is None:
            self.post_message(self.Answered([self.highlighted or 0]))

    def action_add_words(self) -> None:
        """Begin an answer with the highlighted option's letter, to add one's own words to it."""
        if self.highlighted is not None and self._ask and self.highlighted < len(self._ask.options):
            self._line.begin(f"{LETTERS[self.highlighted]}, ")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with a single option, mark one of several, or do what a row below them says."""
        event.stop()
        if event.option_id == SAME:
            self.post_message(self.Same())
        elif event.option_id == SEND:
            self.post_message(self.Answered(sorted(self._marked)))
        elif self._is_multi:
            self._mark(event.option_index)
        else:
            self.post_message(self.Answered([event.option_index]))

    def on_key(self, event: Key) -> None:
        """A letter or number chooses, '=' is the same as before; any other sign begins own words.

        A letter with more keys right behind it is the beginning of a word that was not typed by hand.
        """
        if self._to_line.is_on:
            self._to_line.pass_on(event)
            return
        if not event.is_printable or not event.character or event.key in ("space", "comma", "question_mark"):
            return
        place = None if self._ask and self._ask.kind == "votes" else self._place(event.character)
        if place is not None and not self.message_queue_size:
            event.stop()
            self.highlighted = place
            self.action_select()
        elif event.character == "=" and self._ask and self._ask.same:
            event.stop()
            self.post_message(self.Same())
        else:
            self._to_line.pass_on(event)

    def on_resize(self) -> None:
        """Rows wrap otherwise now."""
        self._measure()

    def _measure(self) -> None:
        """Find out without a scroll bar whether one is needed: beside a bar rows may wrap so that it stays needed."""
        self.styles.overflow_y = "hidden"
        self.call_after_refresh(self._scroll_if_needed)

    def _scroll_if_needed(self) -> None:
        if self.virtual_size.height > self.size.height:
            self.styles.overflow_y = "auto"
            self.call_after_refresh(self._wrap_anew)

    def _wrap_anew(self) -> None:
        """Forget how the rows were wrapped without the bar; the list does so when any of its rows is replaced."""
        if self._ask and self._ask.options:
            self.replace_option_prompt_at_index(0, self._told(self._ask, 0))

    @property
    def _is_multi(self) -> bool:
        return self._ask is not None and self._ask.kind == "multi"

    def _place(self, sign: str) -> int | None:
        """The place of the option that a letter or number stands for."""
        count = len(self._ask.options) if self._ask else 0
        place = LETTERS.find(sign) if sign.isalpha() else int(sign) - 1 if sign in "123456789" else -1
        return place if 0 <= place < count else None

    def _mark(self, place: int) -> None:
        """Mark or unmark one of several."""
        if self._ask:
            self._marked ^= {place}
            self.replace_option_prompt_at_index(place, self._told(self._ask, place))

    def _told(self, ask: Ask, place: int) -> Told:
        """The option behind its letter, and its box or its place on the scale."""
        glyphs = self._glyphs
        mark = f"{LETTERS[place]}  "
        if ask.kind == "multi":
            mark = f"{LETTERS[place]} {glyphs.marked if place in self._marked else glyphs.unmarked} "
        elif ask.kind == "scale":
            filled = place + 1
            mark += glyphs.scale_filled * filled + glyphs.scale_empty * (len(ask.options) - filled) + "  "
        return _row(mark, ask.options[place].text)


def _row(mark: str, text: str) -> Told:
    return Told([Line(Content.styled(mark, "bold"), Content(clean(text)))])


def _standing(ask: Ask) -> Iterator[int]:
    """The places of the options that are the answer that stands."""
    value: Any = ask.standing
    if isinstance(value, bool):
        yield 0 if value else 1
    elif isinstance(value, int):
        yield from (place for place in (value - 1,) if 0 <= place < len(ask.options))
    else:
        chosen = value if isinstance(value, list) else [value]
        yield from (place for place, option in enumerate(ask.options) if option.id in chosen)
