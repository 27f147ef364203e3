"""The commands of the app, what one can do beside answering, in one table: the key, the names and words of each."""

from typing import NamedTuple

from lobgids.dialogue.protocol import MoveName
from lobgids.i18n import N_

SLASH = "/"
HELP = ("hulp", "help")
"""The words that ask for help everywhere, even at a question that takes any text as its answer."""


class Command(NamedTuple):
    """Something that one can do: its key as Textual names it and as it is shown, and a short and a full name.

    `typed` is the word that help shows, `words` are all that the line understands. `move` is the move of the protocol
    that it makes, None if the app does it itself.
    """

    name: str
    key: str
    shown: str
    short: str
    full: str
    typed: str = ""
    words: tuple[str, ...] = ()
    move: MoveName | None = None


# In the order of the bar at the bottom. The words of moves that plain lines know too stand in `lobgids.session.typed`.
COMMANDS: tuple[Command, ...] = (
    Command("palette", "ctrl+p", "Ctrl+P", N_("Alles"), N_("Alles wat je kunt doen"), N_("menu"), ("menu",)),
    Command("help", "f1", "F1", N_("Hulp"), N_("Hulp bij deze vraag"), N_("hulp"), HELP),
    Command("back", "f2", "F2", N_("Terug"), N_("Terug naar de vorige vraag"), N_("terug"), move="back"),
    Command("skip", "f3", "F3", N_("Weet niet"), N_("Dat weet ik nog niet: verder zonder antwoord"),
            N_("weet niet"), move="skip"),
    Command("leave", "ctrl+q", "Ctrl+Q", N_("Stoppen"), N_("Stoppen en later verdergaan"),
            N_("stop"), ("stop", "stoppen", "pauze", "pause")),
    Command("example", "f4", "F4", N_("Anders gezegd"), N_("De vraag in andere woorden, met een voorbeeld"),
            N_("andere woorden"), move="example"),
    Command("why", "f5", "F5", N_("Waarom"), N_("Waarom deze vraag gesteld wordt"), N_("waarom"), move="why"),
    Command("jump", "f8", "F8", N_("Ga naar"), N_("Naar een ander onderdeel, of een antwoord aanpassen"),
            N_("ga naar"), ("ga naar", "go to")),
    Command("panel", "f9", "F9", N_("Overzicht"), N_("Het overzicht tonen of verbergen"),
            N_("overzicht"), ("overzicht", "overview")),
    Command("source", "f6", "F6", N_("Bron"), N_("Waar de vraag vandaan komt"), N_("bron"), move="source"),
    Command("note", "f7", "F7", N_("Notitie"), N_("Een notitie bij deze vraag bewaren"), N_("notitie")),
    Command("language", "ctrl+l", "Ctrl+L", N_("English"), N_("Verder in het Engels"),
            N_("taal"), ("taal", "language")),
    Command("words", "ctrl+t", "Ctrl+T", N_("Woorden"), N_("Wat woorden betekenen"),
            N_("woorden"), ("woorden", "words", "glossary")),
    Command("search", "ctrl+f", "Ctrl+F", N_("Zoeken"), N_("Zoeken in wat er gezegd is"),
            N_("zoek"), ("zoek", "zoeken", "search", "find")),
    Command("keep", "ctrl+s", "Ctrl+S", N_("Bewaren"), N_("Het gesprek kopiëren of in een bestand bewaren"),
            N_("bewaar"), ("bewaar", "bewaren", "save", "copy")),
    Command("report", "ctrl+n", "Ctrl+N", N_("Verslag"), N_("Een verslag maken, voor jezelf of voor anderen"),
            N_("verslag"), ("verslag", "report")),
    Command("direction", "ctrl+r", "Ctrl+R", N_("Richting"), N_("Nu al zien welke kant je antwoorden op wijzen"),
            N_("richting"), ("richting", "direction")),
    Command("conclude", "ctrl+g", "Ctrl+G", N_("Naar het beeld"), N_("Nu naar het beeld; de rest blijft open"),
            N_("naar het beeld"), move="conclude"),
    Command("settings", "ctrl+o", "Ctrl+O", N_("Instellingen"), N_("Taal, kleuren en meer instellen"),
            N_("instellingen"), ("instellingen", "settings")),
)  # fmt: skip


_TO_SHEET = Command("conclude", "ctrl+g", "Ctrl+G", N_("Naar het blad"), N_("Nu je blad maken; de rest blijft open"),
                    N_("naar het blad"), move="conclude")  # fmt: skip

TO_A_SHEET = tuple(
    _TO_SHEET if command.name == "conclude" else command for command in COMMANDS if command.name != "direction"
)
"""The commands on the way to a sheet: there is no picture, and no direction to show."""


# What the projector's screen adds, and what it calls otherwise.
GUIDANCE = Command("guidance", "f9", "F9", N_("Notities"), N_("Notities voor wie het gesprek leidt"))
BLANK = Command("blank", "f11", ".", N_("Zwart"), N_("Het scherm zwart maken, en weer terug"))
PARK = Command("park", "f7", "F7", N_("Parkeren"), N_("Iets op de parkeerplek zetten, voor later"))
TURN = Command("turn", "f12", "F12", N_("Beamer"), N_("Naar de andere weergave: voor de beamer, of als gesprek"))
_ON_PROJECTOR = ("palette", "help", "back", "skip", "leave", "jump", "conclude", "example", "why", "language", "words",
             "keep", "report", "settings")  # fmt: skip


def projector_commands() -> list[Command]:
    """Return the commands of the projector's screen, the most needed first."""
    found = [by_name(name) for name in _ON_PROJECTOR]
    return [found[1], found[2], PARK, *found[3:8], GUIDANCE, BLANK, found[0], *found[8:], TURN]


_AT_THE_END = ("palette", "help", "report", "jump", "back", "leave", "keep", "panel", "search", "words", "language",
               "settings")  # fmt: skip


def commands_at_the_end() -> list[Command]:
    """Return the commands of a finished conversation; what one can make of it comes first."""
    return [by_name(name) for name in _AT_THE_END]


def by_word(typed: str, *, is_text: bool) -> Command | None:
    """Return the command that a typed line names, or None; it needs its slash if the answer may be any text."""
    word = " ".join(typed.casefold().split()).rstrip(" .!")
    if is_text and not word.startswith(SLASH) and word not in HELP:
        return None
    return next((command for command in COMMANDS if word.removeprefix(SLASH) in command.words), None)


def by_name(name: str) -> Command:
    """Return the command of this name."""
    return next(command for command in COMMANDS if command.name == name)
