"""Help: the keys that answer the present question, and all that one can do beside answering it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Ask
from lobgids.i18n import Language
from lobgids.i18n import gettext_noop as _
from lobgids.tui.deeds import SLASH, Deed
from lobgids.tui.kinds import DRAWN, TEXT, Key
from lobgids.tui.screens.sheet import Close, Sheet
from lobgids.tui.widgets.options import LETTERS
from lobgids.tui.widgets.told import Line, Told

SAME = Key("=", _("Zelfde als net"))
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

    def __init__(self, ask: Ask | None, deeds: Sequence[Deed], language: Language) -> None:
        super().__init__(language)
        self._ask = ask
        self._deeds = deeds

    def compose(self) -> ComposeResult:
        """All of it in one text to scroll through."""
        parts = _parts(self._ask, self._deeds, self._language)
        with Vertical(classes="sheet -filled"):
            with VerticalScroll():
                yield Static(Told(list(_lines(parts, self._language))), markup=False)
            yield Close(self._language)


def _parts(ask: Ask | None, deeds: Sequence[Deed], language: Language) -> Iterator[tuple[str, Iterable[Key]]]:
    """The headings, each with its keys: first what answers the question."""
    if ask:
        yield _("Antwoord geven op deze vraag"), _answering(ask)
    if ask and ask.options:
        yield _("Antwoord geven in je eigen woorden"), LINE
    yield _("Wat je altijd kunt doen"), (Key(deed.shown, _told(deed, ask, language)) for deed in deeds)
    yield "", (Key("^", _("Dit teken is de toets Ctrl. Houd die vast en druk op de letter erachter")),)
    yield _("Lezen en rondgaan"), READING


def _answering(ask: Ask) -> Iterator[Key]:
    """What answers a question of this kind."""
    drawn = DRAWN[ask.kind]
    if drawn.letters:
        yield Key(_signs(len(ask.options)), drawn.letters)
    yield from drawn.keys
    if ask.same:
        yield SAME


def _signs(count: int) -> str:
    """The letters and numbers that choose: 'a-d 1-4'."""
    return f"{LETTERS[0]}-{LETTERS[count - 1]} 1-{count}"


def _told(deed: Deed, ask: Ask | None, language: Language) -> str:
    """What a deed is called in full, with the word to type for it; where one may answer anything it has a slash."""
    full, word = language.gettext(deed.full), language.gettext(deed.typed)
    if ask is None:
        return full
    slash = SLASH if KINDS[ask.kind].takes_words else ""
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
