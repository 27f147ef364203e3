"""The sheet with help: the keys that answer the open question, and what can be done beside answering it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Ask
from lobgids.i18n import N_, Language
from lobgids.tui.app_commands import SLASH, AppCommand
from lobgids.tui.kinds import DRAWN, TEXT, Key
from lobgids.tui.sheets.sheet import Close, Sheet
from lobgids.tui.widgets.marked_text import LETTERS, Line, MarkedText

SAME = Key("=", N_("Zelfde als net"))
WORDS = (*TEXT, Key(N_("Esc"), N_("Niets meer aanwijzen")))
READING = (
    Key(N_("Page Up"), N_("Terugbladeren in het gesprek")),
    Key(N_("Page Down"), N_("Vooruitbladeren in het gesprek")),
    Key(N_("Tab"), N_("Naar het volgende deel van het scherm")),
    Key(N_("Pijltjes"), N_("In het gesprek: van beurt naar beurt")),
    Key(N_("Enter"), N_("In het gesprek: een beurt kopiëren, aanpassen of terugnemen")),
    Key(N_("Klik"), N_("Op een beurt: hetzelfde. Op een onderstreept woord: wat het betekent")),
    Key(N_("Esc"), N_("Terug naar de vraag")),
)


class HelpScreen(Sheet[None]):
    """The keys of a question, and `commands`; without a question the conversation is finished."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f1,enter,question_mark", "dismiss(None)", show=False)]

    def __init__(self, ask: Ask | None, commands: Sequence[AppCommand], language: Language) -> None:
        super().__init__(language)
        self._ask = ask
        self._commands = commands

    def compose(self) -> ComposeResult:
        parts = _parts(self._ask, self._commands, self._language)
        with Vertical(classes="sheet -filled"):
            with VerticalScroll():
                yield Static(MarkedText(list(_lines(parts, self._language))), markup=False)
            yield Close(self._language)


def _parts(ask: Ask | None, commands: Sequence[AppCommand], language: Language) -> Iterator[tuple[str, Iterable[Key]]]:
    """Yield each heading with its keys; what answers the question comes first."""
    if ask:
        yield N_("Antwoord geven op deze vraag"), _answering(ask)
    if ask and ask.options:
        yield N_("Antwoord geven in je eigen woorden"), WORDS
    yield N_("Wat je altijd kunt doen"), (Key(command.shown, _name(command, ask, language)) for command in commands)
    yield "", (Key("^", N_("Dit teken is de toets Ctrl. Houd die vast en druk op de letter erachter")),)
    yield N_("Lezen en rondgaan"), READING


def _answering(ask: Ask) -> Iterator[Key]:
    """Yield the keys that answer a question of this kind."""
    drawn = DRAWN[ask.kind]
    if drawn.letters:
        yield Key(_signs(len(ask.options)), drawn.letters)
    yield from drawn.keys
    if ask.same:
        yield SAME


def _signs(count: int) -> str:
    """Return the letters and numbers that choose: 'a-d 1-4'."""
    return f"{LETTERS[0]}-{LETTERS[count - 1]} 1-{count}"


def _name(command: AppCommand, ask: Ask | None, language: Language) -> str:
    """Return the full name of a command with the word to type; it has a slash if the answer may be any text."""
    full, word = language.gettext(command.full), language.gettext(command.typed)
    if ask is None:
        return full
    slash = SLASH if KINDS[ask.kind].takes_words else ""
    return language.gettext("{deed} (of typ: {word})").format(deed=full, word=slash + word)


def _lines(parts: Iterable[tuple[str, Iterable[Key]]], language: Language) -> Iterator[Line]:
    """Yield the lines of the parts, their keys in a column of one width."""
    shown = [(heading, [_translated(key, language) for key in keys]) for heading, keys in parts]
    width = max(Content(key.key).cell_length for _heading, keys in shown for key in keys) + 2
    for heading, keys in shown:
        if heading:
            yield Line(Content(""), Content.styled(language.gettext(heading), "bold $heading-text"))
        yield from (_line(key, width) for key in keys)
        yield Line(Content(""), Content(""))


def _translated(key: Key, language: Language) -> Key:
    return Key(language.gettext(key.key), language.gettext(key.text))


def _line(key: Key, width: int) -> Line:
    mark = Content.styled(key.key, "bold $key-text").pad_right(width - Content(key.key).cell_length)
    return Line(mark, Content(key.text))
