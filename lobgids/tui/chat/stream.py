"""The stream of turns. Only the last ones are live widgets; earlier ones come back when it is scrolled up to them."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from lobgids.session.story import Story
from lobgids.session.transcript import TranscriptEntry
from lobgids.tui.widgets.turn import Turn
from lobgids.tui.widgets.turn_maker import TurnMaker

MOST_LIVE = 40
"""How many turns are live while one talks: each costs time at every new one."""

STRETCH = 12
"""How many batches of what was said before are shown at first, and each time that it is scrolled to the top."""


class Stream(VerticalScroll, can_focus=True):
    """Turns below each other, the last at the bottom. With the keyboard in it, arrows go from turn to turn."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "turn(-1)", show=False),
        Binding("down", "turn(1)", show=False),
        Binding("enter", "open", show=False),
    ]

    class Left(Message):
        """Arrow down from the last turn."""

    class More(Message):
        """Whether there is more to read below."""

        def __init__(self, *, below: bool) -> None:
            super().__init__()
            self.below = below

    def __init__(self) -> None:
        super().__init__()
        self._below = False
        self._cursor: Turn | None = None
        self._first = 0
        self._grows = False
        self._news: Widget | None = None
        self._top: Widget | None = None
        self._seen = Size()
        self._put = 0.0
        self._at = 0.0

    @property
    def turns(self) -> list[Turn]:
        """The live turns, in order."""
        return [child for child in self.children if isinstance(child, Turn)]

    @property
    def cursor(self) -> Turn | None:
        """The turn that the keyboard is at."""
        return self._cursor if self._cursor in self.turns else None

    @property
    def has_more_below(self) -> bool:
        """Whether there is more to read below what is shown."""
        return self._below

    async def show_story(self, story: Story, turn_maker: TurnMaker) -> None:
        """Show the last stretch of a story in place of all that is there."""
        self.story, self._turn_maker = story, turn_maker
        self._first = max(0, len(story) - STRETCH)
        widgets = self._widgets(story.entries(self._first, len(story)))
        async with self.batch():
            await self.remove_children()
            await self.mount_all(widgets)
        self._news = self.children[-1] if self.children else None
        self.call_after_refresh(self._show_news)

    async def add(self, entries: Iterable[TranscriptEntry]) -> None:
        """Add what was just said; if it is more than fits, its beginning is shown."""
        number = len(self.story)
        if widgets := self._widgets((number, entry) for entry in entries):
            await self.mount_all(widgets)
            self._forget()
            self._news = widgets[0]
            self._put = self._at  # the new is shown wherever one was reading, also when the box below it grows
            self.call_after_refresh(self._show_news)

    async def show_earlier(self, down_to: int | None = None) -> bool:
        """Put a stretch of what was said before on top, or all from a batch on; return whether there was any.

        What is on screen stays where it is.
        """
        stop = self._first
        if stop == 0 or (self._grows and down_to is None):
            return False
        self._grows = True
        self._first = max(0, stop - STRETCH) if down_to is None else min(stop, down_to)
        first = self.children[0] if self.children else None
        widgets = self._widgets(self.story.entries(self._first, stop))
        await self.mount_all(widgets, before=first)
        if first:
            self.call_after_refresh(self._keep_at, first)
        return True

    async def show_batch(self, number: int) -> None:
        """Put the keyboard at what was said in a batch."""
        await self.show_earlier(max(0, number - 1))
        self.focus()
        if turn := next((turn for turn in self.turns if turn.number >= number), None):
            self.call_after_refresh(self.point_at, turn)

    def point_at(self, turn: Turn) -> None:
        """Put the keyboard at a turn."""
        if self._cursor:
            self._cursor.remove_class("-cursor")
        self._cursor = turn
        turn.add_class("-cursor")
        self.scroll_to_widget(turn, animate=False)

    async def action_turn(self, step: int) -> None:
        """Go to the turn before or after; below the last one leave the stream."""
        turns = self.turns
        index = turns.index(self._cursor) + step if self._cursor in turns else len(turns) - 1
        if index >= len(turns):
            self.post_message(self.Left())
        elif index < 0:
            await self.show_earlier()
        else:
            self.point_at(turns[index])

    def action_open(self) -> None:
        """Open the turn that the keyboard is at."""
        if turn := self.cursor:
            turn.post_message(Turn.Opened(turn))

    def on_focus(self) -> None:
        if self.turns:
            self.point_at(self.turns[-1])

    def on_blur(self) -> None:
        if self._cursor:
            self._cursor.remove_class("-cursor")
        self._cursor = None

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Bring earlier turns back when the top comes in sight, and remember which turn is on top."""
        super().watch_scroll_y(old, new)
        self._report_below()
        if self.size != self._seen:
            return  # it was not the person who scrolled
        self._at = new
        self._top = next((child for child in self.children if child.virtual_region.bottom > new), None)
        if new < 1 <= old:
            self.call_next(self.show_earlier)

    def on_resize(self) -> None:
        """Stay at what was just said, or at what it was scrolled to."""
        self._seen = self.size
        is_put = abs(self._at - self._put) < 1
        self.call_after_refresh(self._show_news if is_put else self._show_top)

    def _widgets(self, entries: Iterable[tuple[int, TranscriptEntry]]) -> Sequence[Widget]:
        return list(self._turn_maker.widgets(entries))

    def _show_news(self) -> None:
        """Scroll to the end, or to where the new begins if not all of it fits."""
        if self._news is None or not self._news.is_attached:
            return
        if self.virtual_size.height - self._news.virtual_region.y > self.size.height:
            self.scroll_to_widget(self._news, top=True, animate=False, immediate=True)
        else:
            self.scroll_end(animate=False, immediate=True)
        self._put = self._at = self.scroll_target_y
        self._report_below()

    def _report_below(self) -> None:
        below = self.max_scroll_y - self.scroll_y > 1
        if below != self._below:
            self._below = below
            self.post_message(self.More(below=below))

    def _show_top(self) -> None:
        if self._top and self._top.is_attached:
            self.scroll_to_widget(self._top, top=True, animate=False)

    def _keep_at(self, widget: Widget) -> None:
        """Scroll back to what was on top."""
        self.scroll_to_widget(widget, top=True, animate=False)
        self._grows = False

    def _forget(self) -> None:
        """Remove the widgets of the earliest turns, batch by batch; the log still has them."""
        turns = self.turns
        if len(turns) <= MOST_LIVE:
            return
        self._first = turns[-MOST_LIVE // 2].number
        for child in self.children:
            if isinstance(child, Turn) and child.number >= self._first:
                break
            child.remove()
