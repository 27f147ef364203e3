"""The sheet with the facilitator's notes: what to do, to ask and to listen for, and what each description points at."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lobgids.dialogue.workshop.guidance import Guidance, in_parts
from lobgids.i18n import Language
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import Line, MarkedText, plain_lines


class GuidanceScreen(Sheet[None]):
    """All notes in one text to scroll through."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("n,N,f9,enter", "dismiss(None)", show=False)]

    def __init__(self, guidance: Guidance, language: Language) -> None:
        super().__init__(language)
        self._guidance = guidance

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet -filled"):
            with VerticalScroll():
                yield Static(MarkedText(list(_lines(self._guidance, self._language))), markup=False)
            yield Close(self._language)


def _lines(guidance: Guidance, language: Language) -> Iterator[Line]:
    for part in in_parts(guidance, language):
        yield Line(Content(""), Content.styled(part.heading, "bold $heading-text"))
        for text in part.texts:
            yield from plain_lines(f"- {text}")
        yield Line(Content(""), Content(""))
