"""The sheet with help on the projector's screen: the keys of the remote, and all that can be done beside them."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lobgids.i18n import N_, Language
from lobgids.tui.app_commands import projector_commands
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import Line, MarkedText

REMOTE = (
    ("PgDn", N_("Verder: lezen, de volgende bladzijde, of het antwoord geven dat is aangewezen")),
    ("PgUp", N_("Terug: lezen, de vorige bladzijde, of terugnemen wat de afstandsbediening net gaf")),
    (".  b", N_("Het scherm zwart maken. Met elke toets komt het terug")),
    ("Esc", N_("Een venster sluiten")),
)
KEYBOARD = (
    ("0-9", N_("Bij stemmen: het aantal typen. Met Enter naar de volgende letter")),
    ("↑ ↓", N_("Een antwoord aanwijzen, en kiezen met Enter")),
    ("N", N_("Notities voor wie het gesprek leidt. Niet als er een zin getypt wordt; dan F9")),
)


class ProjectorHelpScreen(Sheet[None]):
    """All keys in one text to scroll through."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1,enter,question_mark", "dismiss(None)", show=False)]

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet -filled"):
            with VerticalScroll():
                yield Static(MarkedText(list(_lines(self._language))), markup=False)
            yield Close(self._language)


def _lines(language: Language) -> Iterator[Line]:
    parts = (
        (N_("Met de afstandsbediening"), REMOTE),
        (N_("Met het toetsenbord"), KEYBOARD),
        (N_("Wat je altijd kunt doen"), tuple((command.key.upper(), command.full) for command in projector_commands())),
    )
    for heading, keys in parts:
        yield Line(Content(""), Content.styled(language.gettext(heading), "bold $heading-text"))
        for key, text in keys:
            shown = key.replace("CTRL+", "^")
            yield Line(Content.styled(shown.ljust(6), "bold $key-text"), Content(language.gettext(text)))
        yield Line(Content(""), Content(""))
