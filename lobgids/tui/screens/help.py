"""Help: the keys that answer the present question, and all that one can do beside answering it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language
from lobgids.i18n import gettext_noop as _
from lobgids.tui.app_commands import SLASH, Command
from lobgids.tui.screens.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import Line, MarkedText
from lobgids.tui.widgets.options import LETTERS


class Key(NamedTuple):
    """A key, or what one does with the mouse, and what it does; both are translated when shown."""

    key: str
    text: str


POINT = Key(_("Pijltjes"), _("Een antwoord aanwijzen, zolang de regel leeg is"))
COMMA = Key(_("Komma"), _("Iets in je eigen woorden zeggen bij het antwoord dat je aanwijst"))
LETTERS_OF_ONE = _("Dat antwoord typen. Enter stuurt het")
ONE = (
    POINT,
    Key(_("Enter"), _("Sturen wat je typt, of het antwoord dat je aanwijst")),
    COMMA,
    Key(_("Klik"), _("Het antwoord geven waarop je klikt")),
)
LETTERS_OF_SEVERAL = _("Antwoorden typen, zoals a c. Enter stuurt ze")
SEVERAL = (
    POINT,
    Key(_("Spatie"), _("Het antwoord aan- of uitzetten dat je aanwijst")),
    Key(_("Enter"), _("Sturen wat je typt, of alles wat je hebt aangezet")),
    COMMA,
    Key(_("Klik"), _("Een antwoord aan- of uitzetten, of sturen met de onderste regel")),
)
SAME = Key("=", _("Zelfde als net"))
DAY = (
    Key(_("Typen"), _("Een dag, zoals 1-3-2027, vrijdag of eind mei. Je ziet meteen welke dag het is")),
    Key(
        _("Pijltjes"),
        _("In een lege regel. Links en rechts: naar dag, maand of jaar. Omhoog en omlaag: dat veranderen"),
    ),
    Key(_("Enter"), _("Deze dag sturen")),
    Key(_("Klik"), _("Op [-] of [+]: veranderen. Op de onderste regel: sturen")),
)
TEXT = (
    Key(_("Typen"), _("Je antwoord, in je eigen woorden")),
    Key(_("Enter"), _("Sturen wat je getypt hebt")),
    Key(_("Ctrl+J"), _("Een nieuwe regel beginnen. Shift+Enter mag ook")),
)
WORDS = (
    *TEXT,
    Key(_("Esc"), _("Niets meer aanwijzen")),
)
LINE = (
    Key(_("Tab"), _("Naar de regel voor je eigen woorden")),
    *TEXT,
    Key(_("Omhoog"), _("Uit de lege regel terug naar de vraag")),
)
READING = (
    Key(_("Page Up"), _("Terugbladeren in het gesprek")),
    Key(_("Page Down"), _("Vooruitbladeren in het gesprek")),
    Key(_("Tab"), _("Naar het volgende deel van het scherm")),
    Key(_("Pijltjes"), _("In het gesprek: van beurt naar beurt")),
    Key(_("Enter"), _("In het gesprek: een beurt kopiëren, aanpassen of terugnemen")),
    Key(_("Klik"), _("Op een beurt: hetzelfde. Op een onderstreept woord: wat het betekent")),
    Key(_("Esc"), _("Terug naar de vraag")),
)


class HelpScreen(Sheet[None]):
    """The keys of a question, and of all that goes with every question; without one the conversation is finished."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1,enter,question_mark", "dismiss(None)", show=False)]

    def __init__(self, ask: Ask | None, commands: Sequence[Command], language: Language) -> None:
        super().__init__(language)
        self._ask = ask
        self._commands = commands

    def compose(self) -> ComposeResult:
        """All of it in one text to scroll through."""
        parts = _parts(self._ask, self._commands, self._language)
        with Vertical(classes="sheet -filled"):
            with VerticalScroll():
                yield Static(MarkedText(list(_lines(parts, self._language))), markup=False)
            yield Close(self._language)


def _parts(ask: Ask | None, commands: Sequence[Command], language: Language) -> Iterator[tuple[str, Iterable[Key]]]:
    """The headings, each with its keys: first what answers the question."""
    if ask:
        yield _("Antwoord geven op deze vraag"), _answering(ask)
    if ask and ask.options:
        yield _("Antwoord geven in je eigen woorden"), LINE
    yield _("Wat je altijd kunt doen"), (Key(command.shown, _told(command, ask, language)) for command in commands)
    yield "", (Key("^", _("Dit teken is de toets Ctrl. Houd die vast en druk op de letter erachter")),)
    yield _("Lezen en rondgaan"), READING


def _answering(ask: Ask) -> Iterator[Key]:
    """What answers a question of this kind."""
    if ask.kind == "date":
        yield from DAY
    elif not ask.options:
        yield from TEXT
    else:
        is_multi = ask.kind == "multi"
        yield Key(_signs(len(ask.options)), LETTERS_OF_SEVERAL if is_multi else LETTERS_OF_ONE)
        yield from SEVERAL if is_multi else ONE
        if ask.same:
            yield SAME


def _signs(count: int) -> str:
    """The letters and numbers that choose: 'a-d 1-4'."""
    return f"{LETTERS[0]}-{LETTERS[count - 1]} 1-{count}"


def _told(command: Command, ask: Ask | None, language: Language) -> str:
    """What a command is called in full, with the word to type for it; where one may answer anything it has a slash."""
    full, word = language.gettext(command.full), language.gettext(command.typed)
    if ask is None:
        return full
    slash = SLASH if ask.kind == "text" else ""
    return language.gettext("{deed} (of typ: {word})").format(deed=full, word=slash + word)


def _lines(parts: Iterable[tuple[str, Iterable[Key]]], language: Language) -> Iterator[Line]:
    """The parts, their keys in a column of one width."""
    told = [(heading, [Key(language.gettext(one.key), language.gettext(one.text)) for one in keys])
            for heading, keys in parts]  # fmt: skip
    width = max(Content(one.key).cell_length for _heading, keys in told for one in keys) + 2
    for heading, keys in told:
        if heading:
            yield Line(Content(""), Content.styled(language.gettext(heading), "bold $heading-text"))
        yield from (_line(one, width) for one in keys)
        yield Line(Content(""), Content(""))


def _line(one: Key, width: int) -> Line:
    return Line(
        Content.styled(one.key, "bold $key-text").pad_right(width - Content(one.key).cell_length), Content(one.text)
    )
