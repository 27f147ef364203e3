"""The sheet to search in all that was said: a list that narrows while one types."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.i18n import Language
from lobgids.session.transcript import TranscriptEntry
from lobgids.text import folded, one_line
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import Line, MarkedText

SHORTEST = 2
"""Letters: fewer would find nearly all."""

MOST_SHOWN = 50
AROUND = 60
"""How many characters of an entry are shown, with what was found in the middle."""


class SearchLine(NamedTuple):
    """An entry in one line, as it is shown and as it is searched, with the number of its batch."""

    batch: int
    is_person: bool
    text: str
    folded: str


class SearchScreen(Sheet[int | None]):
    """Returns the number of the batch that was chosen, or None; `entries`, oldest first, each have that of theirs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('cursor_up')", show=False),
        Binding("down", "list('cursor_down')", show=False),
        Binding("pageup", "list('page_up')", show=False),
        Binding("pagedown", "list('page_down')", show=False),
    ]

    def __init__(self, entries: Sequence[tuple[int, TranscriptEntry]], language: Language) -> None:
        super().__init__(language)
        self._newest_first = [_search_line(batch, entry) for batch, entry in reversed(entries)]
        self._shown: list[SearchLine] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet -filled"):
            line = Input(placeholder=self._language.gettext("Zoek in alles wat er gezegd is"), compact=True)
            line.cursor_blink = False  # nothing happens while nobody types
            yield line
            yield Static(_count(None, self._language), id="count", classes="beginning", markup=False)
            yield OptionList(markup=False, compact=True)
            yield Close(self._language)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List where what was typed was said."""
        wanted = folded(one_line(event.value))
        is_enough = len(wanted) >= SHORTEST
        found = [line for line in self._newest_first if wanted in line.folded] if is_enough else []
        self._shown = found[:MOST_SHOWN]
        rows = self.query_one(OptionList).clear_options()  # set_options() would leave the old rows of an empty list
        rows.add_options(Row(_row(line, wanted, self._language)) for line in self._shown)
        rows.action_first()
        self.query_one("#count", Static).update(_count(len(found) if is_enough else None, self._language))

    def on_input_submitted(self) -> None:
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[event.option_index].batch)

    async def action_list(self, movement: str) -> None:
        """Move through the list, also while one types."""
        await self.query_one(OptionList).run_action(movement)


def excerpt(text: str, wanted: str) -> Content:
    """Return the part of a text around what is `wanted` (folded), in whole words, with what was found marked."""
    start, stop = _span(text, wanted)
    end = min(len(text), max(stop, (start + stop + AROUND) // 2))
    begin = max(0, min(start, end - AROUND))
    end = min(len(text), max(end, begin + AROUND))
    if begin:
        begin = text.find(" ", begin - 1, start) + 1 or begin
    if end < len(text) and " " in text[stop : end + 1]:
        end = text.rindex(" ", stop, end + 1)
    return Content.assemble(
        "… " if begin else "", text[begin:start], (text[start:stop], "bold underline"), text[stop:end],
        " …" if end < len(text) else "",
    )  # fmt: skip


def _span(text: str, wanted: str) -> tuple[int, int]:
    """Return where the part of the text begins and ends that is `wanted` when folded."""
    origins = [index for index, character in enumerate(text) for _ in folded(character)]
    first = folded(text).index(wanted)
    start, stop = origins[first], origins[first + len(wanted) - 1] + 1
    while stop < len(text) and not folded(text[stop]):  # an accent that stands behind its letter
        stop += 1
    return start, stop


def _search_line(batch: int, entry: TranscriptEntry) -> SearchLine:
    text = one_line(entry.text)
    return SearchLine(batch, entry.who == "person", text, folded(text))


def _row(line: SearchLine, wanted: str, language: Language) -> MarkedText:
    """Return who said it, and the words around it."""
    speaker = language.gettext("jij") if line.is_person else "lobgids"
    return MarkedText([Line(Content.styled(f"{speaker}: ", "bold"), excerpt(line.text, wanted))])


def _count(count: int | None, language: Language) -> Content:
    """Return in words how often it was found; None if too little was typed yet."""
    if count is None:
        sentence = language.gettext("Typ twee letters of meer.")
    elif count == 0:
        sentence = language.gettext("Niets gevonden.")
    elif count > MOST_SHOWN:
        sentence = language.gettext("{count} plekken gevonden. Je ziet de laatste {shown}. Typ meer om te kiezen.")
    else:
        sentence = language.ngettext("{count} plek gevonden.", "{count} plekken gevonden.", count)
    return Content(sentence.format(count=count, shown=MOST_SHOWN))
