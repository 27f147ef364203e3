"""Choosing which of one's own words others may read: piece by piece, and nothing by itself."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Row

from lobgids.i18n import Language
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.screens.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import Line, MarkedText, plain_lines

if TYPE_CHECKING:
    from lobgids.report.own_words import OwnWords


class Pieces(OptionList):
    """A row for each piece, and one to go on with; as at a question, Enter goes on with all that are on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.go_on", show=False),
        Binding("space", "screen.turn", show=False),  # at once, so that an Enter right behind it comes after,
    ]


class OwnWordsScreen(Sheet[frozenset[str] | None]):
    """Gives the ids of the pieces that were chosen, nothing where it was closed.

    A row of the list is one line long; the piece that the list is at stands below it as a whole.
    """

    def __init__(self, own: "Sequence[OwnWords]", language: Language, glyphs: Glyphs) -> None:
        super().__init__(language)
        self._own = own
        self._glyphs = glyphs
        self._chosen: set[str] = set()

    def compose(self) -> ComposeResult:
        """The pieces, and the one that the list is at."""
        _ = self._language.gettext
        with Vertical(classes="sheet -filled"):
            yield Static(Content(_("Je eigen woorden in het voorstel")), classes="title", markup=False)
            about = _(
                "Kies met de spatiebalk of een klik. Wat je niet kiest, staat er niet in. Met Enter ga je verder."
            )
            yield Static(Content(about), classes="about", markup=False)
            yield Pieces(*self._rows(), markup=False, compact=True)
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)
            yield Close(self._language)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the piece that the list is at."""
        self._show(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose a piece or leave it out, or go on."""
        self._turn(event.option_index)

    def action_turn(self) -> None:
        """The same for the row that the list is at."""
        place = self.query_one(Pieces).highlighted
        if place is not None:
            self._turn(place)

    def _turn(self, place: int) -> None:
        if place == len(self._own):
            self.action_go_on()
            return
        self._chosen ^= {self._own[place].id}
        self.query_one(Pieces).replace_option_prompt_at_index(place, self._row(place))

    def action_go_on(self) -> None:
        """Be done."""
        self.dismiss(frozenset(self._chosen))

    def _rows(self) -> Iterator[Row]:
        yield from (Row(self._row(place)) for place in range(len(self._own)))
        yield Row(Content.styled(self._language.gettext("Verder"), "bold"))

    def _row(self, place: int) -> Content:
        """A piece behind its box, in one line."""
        one = self._own[place]
        box = self._glyphs.marked if one.id in self._chosen else self._glyphs.unmarked
        row = self._language.gettext("{text} ({about})").format(text=one.text, about=_about(one, self._language))
        return Content.assemble((f"{box} ", "bold"), " ".join(row.split()))

    def _show(self, place: int) -> None:
        below = self.query_one("#meaning", VerticalScroll)
        below.query_one(Static).update(MarkedText(list(self._whole(place))))
        below.scroll_home(animate=False)

    def _whole(self, place: int) -> Iterator[Line]:
        """All of a piece; at the row to go on with, how many were chosen."""
        if place == len(self._own):
            yield from plain_lines(counted(len(self._chosen), self._language))
            return
        one = self._own[place]
        yield Line(Content(""), Content.styled(_about(one, self._language), "bold"))
        yield from plain_lines(one.text)


def _about(one: "OwnWords", language: Language) -> str:
    """What a piece was said about; of a note and a name it is said that it is one."""
    _ = language.gettext
    patterns = {"answer": "{about}", "note": _("Notitie bij {about}"), "name": _("Naam bij {about}")}
    return patterns[one.kind].format(about=one.about)


def counted(count: int, language: Language) -> str:
    """How many pieces are going to be in a report."""
    if not count:
        return language.gettext("In het voorstel komt niets van je eigen woorden.")
    return language.ngettext(
        "In het voorstel komt {count} tekst van jezelf.",
        "In het voorstel komen {count} teksten van jezelf.",
        count,
    ).format(count=count)
