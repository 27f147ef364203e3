"""One page on the projector: what is said or asked, and what it is answered with."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language
from lobgids.log.ask_ids import TALK, is_named
from lobgids.session.showing.pages import Page, is_vote
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.kinds import DRAWN, PagePart
from lobgids.tui.projector import drawing
from lobgids.tui.projector.aired import MOST_BLANK, TALL, Aired, Draw
from lobgids.tui.projector.choices import Choices
from lobgids.tui.projector.clock import Clock
from lobgids.tui.projector.counts import Counts
from lobgids.tui.projector.sentence import Sentence
from lobgids.tui.widgets.day import DayForm, Days, WithDay
from lobgids.tui.widgets.marked_text import Line, plain_lines

PARTS: dict[PagePart, type[Choices | Counts | DayForm | Sentence]] = {
    "choices": Choices,
    "counts": Counts,
    "day": DayForm,
    "sentence": Sentence,
}

AROUND, AROUND_LOW = 9, 6
"""Rows that are for what stands above, below and between, on a tall screen and on a low one."""

ROWS_SPREAD, ROWS_CLOSE, ROWS_LOW = 4, 2, 1
"""Rows that an option takes, with room around it or without; on a low screen only the talk has gaps to open."""


class PageView(WithDay, VerticalScroll, can_focus=False):
    """Shows a page; one that is higher than the screen can be scrolled."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(id="page")
        self._now = now

    def compose(self) -> ComposeResult:
        """Make the text and all that a question may be answered with; what a page does not need is hidden."""
        yield Static(id="text", markup=False)
        yield Clock(self._now)
        yield Choices()
        yield Counts()
        yield DayForm()
        yield Sentence()

    @property
    def answer(self) -> Widget | None:
        """What the question on this page is answered with, for a day the line; None if it asks nothing."""
        return next((part for part in reversed(self._parts()) if part.display), None)

    @property
    def day(self) -> bool:
        """Whether a day stands in the form."""
        form = self.query_one(DayForm)
        return bool(form.display and form.day)

    def fill(self, ask: Ask, language: Language, glyphs: Glyphs, days: Days, *, begin_at: int = 0) -> None:
        """Fill in what a question is answered with; what was begun at it and not sent stays."""
        _ = language.gettext
        self.query_one(Sentence).placeholder = _(DRAWN[ask.kind].how_on_page)
        match DRAWN[ask.kind].on_page:
            case parts if "choices" in parts:
                self.query_one(Choices).show(ask, glyphs, begin_at=begin_at)
            case parts if "counts" in parts:
                self.query_one(Counts).show(ask, glyphs)
            case parts if "day" in parts:
                self.query_one(DayForm).show(ask, days, language)
                self.query_one(DayForm).preview(self.query_one(Sentence).text)

    def show(self, page: Page, ask: Ask | None, language: Language, glyphs: Glyphs, *, by_hand: bool) -> None:
        """Show a page from its top."""
        how = _how(ask, language, by_hand=by_hand) if ask else ""
        asked = ask if page.kind == "answer" else None
        draw = partial(_lines, page, ask, how=how, language=language, glyphs=glyphs)
        self.query_one("#text", Static).update(self._aired(draw, asked))
        for name, part in zip(PARTS, self._parts(), strict=True):
            part.display = asked is not None and name in DRAWN[asked.kind].on_page
        is_talk = asked is not None and is_named(asked.id, TALK)
        self.query_one(Clock).run(ask.id if ask else "", language, is_on=is_talk)
        self.scroll_home(animate=False)
        self.screen.set_focus(self.answer)

    def _aired(self, draw: Draw, asked: Ask | None) -> Aired:
        """Return the lines with room between them, on a tall screen between the options below, too."""
        rows, options = self.screen.size.height, len(asked.options) if asked else 0
        is_spread = rows >= TALL and options * ROWS_SPREAD <= rows - AROUND
        self.query_one(Choices).spread(is_on=is_spread)
        if rows < TALL:
            return Aired(draw, rows - AROUND_LOW - options * ROWS_LOW, 1)
        return Aired(draw, rows - AROUND - options * (ROWS_SPREAD if is_spread else ROWS_CLOSE), MOST_BLANK)

    def read_on(self) -> bool:
        """Scroll down; return whether there was more."""
        has_more = self.max_scroll_y - self.scroll_y > 1
        if has_more:
            self.scroll_page_down(animate=False)
        return has_more

    def read_back(self) -> bool:
        """Scroll up; return whether there was more."""
        has_more = self.scroll_y > 0
        if has_more:
            self.scroll_page_up(animate=False)
        return has_more

    def send(self) -> None:
        """Answer with what stands there."""
        match self.answer:
            case Choices() | Counts() | Sentence() as part:
                part.send()

    def _parts(self) -> tuple[Widget, ...]:
        return tuple(self.query_one(kind) for kind in PARTS.values())


def _lines(  # noqa: PLR0913  # what is shown, how it looks, and how wide it may be
    page: Page, ask: Ask | None, width: int, *, how: str, language: Language, glyphs: Glyphs
) -> Sequence[Line]:
    if page.kind == "think" and ask:
        return list(drawing.thought(page.text, ask))
    if page.kind == "result" and ask:
        return list(drawing.result(page.text, ask, language, glyphs, width))
    if page.kind == "answer" and ask and ask.tallies and is_named(ask.id, TALK):
        return list(drawing.talked_over(page.text, ask, language, glyphs, width))
    return list(drawing.asked(page.text, how)) if page.kind == "answer" else plain_lines(page.text)


def _how(ask: Ask, language: Language, *, by_hand: bool) -> str:
    """Return how votes are typed in; empty at any other question."""
    _ = language.gettext
    if not is_vote(ask):
        return ""
    if by_hand:
        return _("Typ achter elke letter hoeveel handen er zijn, de schoolleiding het laatst.")
    return _("Typ achter elke letter hoeveel briefjes er zijn. Niemand ziet de aantallen.")
