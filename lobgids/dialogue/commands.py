"""What one can do at every question beside answering it: the names, the words and the move of each, in one table.

How it is done on a screen (its key, and what opens there) is for each front end to say.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from lobgids.dialogue.protocol import MoveName
from lobgids.dialogue.spoken import ALONE
from lobgids.dialogue.track import Track
from lobgids.i18n import N_, Language

HELP = ("hulp", "help")
"""The words that ask for help everywhere, also where one may answer anything."""


class Command(Struct, frozen=True, omit_defaults=True):
    """Something to do: a short and a full name, and its words; all are translated when shown.

    `typed` is the word that help tells to type, `words` are others that a front end takes for it. `move` is its move of
    the protocol, and `takes` what more that has to say; without a move it is the front end's own to do.
    """

    name: str
    short: str
    full: str
    typed: str = ""
    words: tuple[str, ...] = ()
    move: MoveName | None = None
    takes: Literal["", "to", "text"] = ""


# The most needed first. The words of moves that need no more than their name stand in ALONE.
COMMANDS = (
    Command("help", N_("Hulp"), N_("Hulp bij deze vraag"), N_("hulp"), HELP),
    Command("back", N_("Terug"), N_("Terug naar de vorige vraag"), N_("terug"), move="back"),
    Command("skip", N_("Weet niet"), N_("Dat weet ik nog niet: verder zonder antwoord"), N_("weet niet"), move="skip"),
    Command("leave", N_("Stoppen"), N_("Stoppen en later verdergaan"), N_("stop"),
            ("stop", "stoppen", "pauze", "pause"), move="pause"),
    Command("example", N_("Anders gezegd"), N_("De vraag in andere woorden, met een voorbeeld"), N_("andere woorden"),
            move="example"),
    Command("why", N_("Waarom"), N_("Waarom deze vraag gesteld wordt"), N_("waarom"), move="why"),
    Command("jump", N_("Ga naar"), N_("Naar een ander onderdeel, of een antwoord aanpassen"), N_("ga naar"),
            ("ga naar", "go to"), move="jump", takes="to"),
    Command("panel", N_("Overzicht"), N_("Het overzicht tonen of verbergen"), N_("overzicht"),
            ("overzicht", "overview")),
    Command("source", N_("Bron"), N_("Waar de vraag vandaan komt"), N_("bron"), move="source"),
    Command("note", N_("Notitie"), N_("Een notitie bij deze vraag bewaren"), N_("notitie"), move="note", takes="text"),
    Command("language", N_("English"), N_("Verder in het Engels"), N_("taal"),
            ("taal", "language"), move="language", takes="to"),
    Command("words", N_("Woorden"), N_("Wat woorden betekenen"), N_("woorden"), ("woorden", "words", "glossary")),
    Command("search", N_("Zoeken"), N_("Zoeken in wat er gezegd is"), N_("zoek"), ("zoek", "zoeken", "search", "find")),
    Command("keep", N_("Bewaren"), N_("Het gesprek kopiëren of in een bestand bewaren"), N_("bewaar"),
            ("bewaar", "bewaren", "save", "copy")),
    Command("report", N_("Verslag"), N_("Een verslag maken, voor jezelf of voor anderen"), N_("verslag"),
            ("verslag", "report")),
    Command("direction", N_("Richting"), N_("Nu al zien welke kant je antwoorden op wijzen"), N_("richting"),
            ("richting", "direction")),
    Command("conclude", N_("Naar het beeld"), N_("Nu naar het beeld; de rest blijft open"), N_("naar het beeld"),
            move="conclude"),
    Command("settings", N_("Instellingen"), N_("Taal, kleuren en meer instellen"), N_("instellingen"),
            ("instellingen", "settings")),
)  # fmt: skip

_TO_SHEET = Command("conclude", N_("Naar het blad"), N_("Nu je blad maken; de rest blijft open"), N_("naar het blad"),
                   move="conclude")  # fmt: skip

TO_A_SHEET = tuple(
    _TO_SHEET if command.name == "conclude" else command for command in COMMANDS if command.name != "direction"
)
"""What one can do on the way to a sheet: there is no picture, and no direction to show."""

GUIDANCE = Command("guidance", N_("Notities"), N_("Notities voor wie het gesprek leidt"))
"""What there is beside these where somebody leads a group."""

_AT_THE_END = ("help", "report", "jump", "back", "leave", "keep", "panel", "search", "words", "language", "settings")


def by_name(name: str) -> Command:
    """The command of this name."""
    return next(command for command in COMMANDS if command.name == name)


def offered(track: Track, *, is_open: bool) -> tuple[Command, ...]:
    """What one can do where a question is open; where none is, what one can make of the conversation comes first."""
    if not is_open:
        return tuple(map(by_name, _AT_THE_END))
    return COMMANDS if track.asks_school else TO_A_SHEET


def in_words(command: Command, language: Language) -> Command:
    """A command in a language, with all words that are taken for it."""
    _ = language.gettext
    alone = (word for word, move in ALONE.items() if move == command.move)
    typed = (_(command.typed),) if command.typed else ()
    return replace(
        command,
        short=_(command.short),
        full=_(command.full),
        typed="".join(typed),
        words=tuple(dict.fromkeys((*typed, *command.words, *alone))),
    )
