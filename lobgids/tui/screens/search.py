"""Searching in all that was said: a list of places that narrows while one types."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.dialogue.interpret import clean
from lobgids.i18n import Language, folded
from lobgids.transcript import Entry
from lobgids.tui.screens.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import Line, MarkedText

SHORTEST = 2
"""Letters: fewer would find nearly all."""

MOST_SHOWN = 50
AROUND = 60
"""How many characters of an entry are shown, with what was found in the middle."""


class Said(NamedTuple):
    """An entry in one line, as it is shown and as it is searched, with the number of its batch."""

    batch: int
    is_person: bool
    text: str
    folded: str


class SearchScreen(Sheet[int | None]):
    """Gives the number of the batch that was chosen; the entries, oldest first, come each with that of theirs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list('cursor_up')", show=False),
        Binding("down", "list('cursor_down')", show=False),
        Binding("pageup", "list('page_up')", show=False),
        Binding("pagedown", "list('page_down')", show=False),
    ]

    def __init__(self, entries: Sequence[tuple[int, Entry]], language: Language) -> None:
        super().__init__(language)
        self._newest_first = [_said(batch, entry) for batch, entry in reversed(entries)]
        self._shown: list[Said] = []

    def compose(self) -> ComposeResult:
        """The line to type in, how many places there are, and the places."""
        with Vertical(classes="sheet -filled"):
            line = Input(placeholder=self._language.gettext("Zoek in alles wat er gezegd is"), compact=True)
            line.cursor_blink = False  # nothing happens while nobody types
            yield line
            yield Static(_told_count(None, self._language), id="count", classes="beginning", markup=False)
            yield OptionList(markup=False, compact=True)
            yield Close(self._language)

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show where what was typed was said."""
        wanted = folded(_in_one_line(event.value))
        is_enough = len(wanted) >= SHORTEST
        found = [said for said in self._newest_first if wanted in said.folded] if is_enough else []
        self._shown = found[:MOST_SHOWN]
        places = self.query_one(OptionList).clear_options()  # set_options() would leave the old rows of an empty list
        places.add_options(Row(_told(said, wanted, self._language)) for said in self._shown)
        places.action_first()
        self.query_one("#count", Static).update(_told_count(len(found) if is_enough else None, self._language))

    def on_input_submitted(self) -> None:
        """Choose the place that the list is at."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A place was chosen."""
        self.dismiss(self._shown[event.option_index].batch)

    async def action_list(self, movement: str) -> None:
        """Move through the places, also while one types."""
        await self.query_one(OptionList).run_action(movement)


def excerpt(text: str, wanted: str) -> Content:
    """Where a text holds what is wanted, a folded text: that marked, with whole words around it."""
    start, stop = _place(text, wanted)
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


def _place(text: str, wanted: str) -> tuple[int, int]:
    """Where the part of the text begins and ends that is `wanted` when folded."""
    places = [place for place, sign in enumerate(text) for _ in folded(sign)]
    first = folded(text).index(wanted)
    start, stop = places[first], places[first + len(wanted) - 1] + 1
    while stop < len(text) and not folded(text[stop]):  # an accent that stands behind its letter
        stop += 1
    return start, stop


def _in_one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _said(batch: int, entry: Entry) -> Said:
    text = _in_one_line(entry.text)
    return Said(batch, entry.who == "person", text, folded(text))


def _told(said: Said, wanted: str, language: Language) -> MarkedText:
    """Who said it, and the words around it."""
    speaker = language.gettext("jij") if said.is_person else "lobgids"
    return MarkedText([Line(Content.styled(f"{speaker}: ", "bold"), excerpt(said.text, wanted))])


def _told_count(count: int | None, language: Language) -> Content:
    """How many places there are; nothing yet while too little was typed."""
    if count is None:
        sentence = language.gettext("Typ twee letters of meer.")
    elif count == 0:
        sentence = language.gettext("Niets gevonden.")
    elif count > MOST_SHOWN:
        sentence = language.gettext("{count} plekken gevonden. Je ziet de laatste {shown}. Typ meer om te kiezen.")
    else:
        sentence = language.ngettext("{count} plek gevonden.", "{count} plekken gevonden.", count)
    return Content(sentence.format(count=count, shown=MOST_SHOWN))
