"""The sheet to choose which own words others may read: piece by piece, and none is chosen beforehand."""

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
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import Line, MarkedText, plain_lines

if TYPE_CHECKING:
    from lobgids.report.own_words import OwnWords


class Pieces(OptionList):
    """A row for each piece, and one to go on with; as at a question, Enter goes on with all that are chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.go_on", show=False),
        Binding("space", "screen.toggle_piece", show=False),  # at once, so that an Enter right behind it comes after
    ]


class OwnWordsScreen(Sheet[frozenset[str] | None]):
    """Returns the ids of the pieces that were chosen, or None if it was closed.

    A row of the list is one line long; the whole of the highlighted piece stands below it.
    """

    def __init__(self, own: "Sequence[OwnWords]", language: Language, glyphs: Glyphs) -> None:
        super().__init__(language)
        self._own = own
        self._glyphs = glyphs
        self._chosen: set[str] = set()

    def compose(self) -> ComposeResult:
        _ = self._language.gettext
        with Vertical(classes="sheet -filled"):
            yield Static(Content(_("Wat anderen mogen lezen van je eigen woorden")), classes="title", markup=False)
            about = _(
                "Kies met de spatiebalk of een klik wat er nog bij mag. "
                "Wat je in het gesprek toestond, staat er al in. Met Enter ga je verder."
            )
            yield Static(Content(about), classes="about", markup=False)
            yield Pieces(*self._rows(), markup=False, compact=True)
            with VerticalScroll(id="meaning"):
                yield Static(markup=False)
            yield Close(self._language)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._show(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._toggle(event.option_index)

    def action_toggle_piece(self) -> None:
        index = self.query_one(Pieces).highlighted
        if index is not None:
            self._toggle(index)

    def _toggle(self, index: int) -> None:
        """Choose a piece or leave it out, or go on."""
        if index == len(self._own):
            self.action_go_on()
            return
        self._chosen ^= {self._own[index].id}
        self.query_one(Pieces).replace_option_prompt_at_index(index, self._row(index))

    def action_go_on(self) -> None:
        self.dismiss(frozenset(self._chosen))

    def _rows(self) -> Iterator[Row]:
        yield from (Row(self._row(index)) for index in range(len(self._own)))
        yield Row(Content.styled(self._language.gettext("Verder"), "bold"))

    def _row(self, index: int) -> Content:
        """Return a piece behind its box, in one line."""
        piece = self._own[index]
        box = self._glyphs.marked if piece.id in self._chosen else self._glyphs.unmarked
        row = self._language.gettext("{text} ({about})").format(text=piece.text, about=_about(piece, self._language))
        return Content.assemble((f"{box} ", "bold"), " ".join(row.split()))

    def _show(self, index: int) -> None:
        below = self.query_one("#meaning", VerticalScroll)
        below.query_one(Static).update(MarkedText(list(self._whole(index))))
        below.scroll_home(animate=False)

    def _whole(self, index: int) -> Iterator[Line]:
        """Yield all of a piece; at the row to go on with, how many were chosen."""
        if index == len(self._own):
            yield from plain_lines(counted(len(self._chosen), self._language))
            return
        piece = self._own[index]
        yield Line(Content(""), Content.styled(_about(piece, self._language), "bold"))
        yield from plain_lines(piece.text)


def _about(piece: "OwnWords", language: Language) -> str:
    """Return what a piece was said about, and whether it is a note or a name."""
    _ = language.gettext
    patterns = {"answer": "{about}", "note": _("Notitie bij {about}"), "name": _("Naam bij {about}")}
    return patterns[piece.kind].format(about=piece.about)


def counted(count: int, language: Language) -> str:
    """Return how many pieces others will read, in words."""
    if not count:
        return language.gettext("Er komt niets bij van je eigen woorden.")
    return language.ngettext(
        "Er komt {count} tekst van jezelf bij.",
        "Er komen {count} teksten van jezelf bij.",
        count,
    ).format(count=count)
