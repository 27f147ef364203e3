"""What one can do at every question beside answering it: the key, the words and the names of each, in one table."""

from typing import NamedTuple

from lobgids.dialogue.protocol import MoveName
from lobgids.i18n import gettext_noop as N_

SLASH = "/"
HELP = ("hulp", "help")
"""The words that ask for help everywhere, also where one may answer anything."""


class Deed(NamedTuple):
    """Something to do: its key as Textual names it and as it is shown, a short and a full name, and its words.

    `typed` is the word that help tells to type, `words` are all that the line understands. `move` is the move of the
    protocol where it is one without more to say.
    """

    name: str
    key: str
    shown: str
    short: str
    full: str
    typed: str = ""
    words: tuple[str, ...] = ()
    move: MoveName | None = None


# In the order of the bar at the bottom. The words of moves that plain lines know too stand in `lobgids.typed`.
DEEDS: tuple[Deed, ...] = (
    Deed("palette", "ctrl+p", "Ctrl+P", N_("Alles"), N_("Alles wat je kunt doen"), N_("menu"), ("menu",)),
    Deed("help", "f1", "F1", N_("Hulp"), N_("Hulp bij deze vraag"), N_("hulp"), HELP),
    Deed("back", "f2", "F2", N_("Terug"), N_("Terug naar de vorige vraag"), N_("terug"), move="back"),
    Deed("skip", "f3", "F3", N_("Weet niet"), N_("Dat weet ik nog niet: verder zonder antwoord"), N_("weet niet"),
         move="skip"),
    Deed("leave", "ctrl+q", "Ctrl+Q", N_("Stoppen"), N_("Stoppen en later verdergaan"), N_("stop"),
         ("stop", "stoppen", "pauze", "pause")),
    Deed("example", "f4", "F4", N_("Anders gezegd"), N_("De vraag in andere woorden, met een voorbeeld"),
         N_("andere woorden"), move="example"),
    Deed("why", "f5", "F5", N_("Waarom"), N_("Waarom deze vraag gesteld wordt"), N_("waarom"), move="why"),
    Deed("jump", "f8", "F8", N_("Ga naar"), N_("Naar een ander onderdeel, of een antwoord aanpassen"), N_("ga naar"),
         ("ga naar", "go to")),
    Deed("panel", "f9", "F9", N_("Overzicht"), N_("Het overzicht tonen of verbergen"), N_("overzicht"),
         ("overzicht", "overview")),
    Deed("source", "f6", "F6", N_("Bron"), N_("Waar de vraag vandaan komt"), N_("bron"), move="source"),
    Deed("note", "f7", "F7", N_("Notitie"), N_("Een notitie bij deze vraag bewaren"), N_("notitie")),
    Deed("language", "ctrl+l", "Ctrl+L", N_("English"), N_("Verder in het Engels"), N_("taal"), ("taal", "language")),
    Deed("words", "ctrl+t", "Ctrl+T", N_("Woorden"), N_("Wat woorden betekenen"), N_("woorden"),
         ("woorden", "words", "glossary")),
    Deed("search", "ctrl+f", "Ctrl+F", N_("Zoeken"), N_("Zoeken in wat er gezegd is"), N_("zoek"),
         ("zoek", "zoeken", "search", "find")),
    Deed("keep", "ctrl+s", "Ctrl+S", N_("Bewaren"), N_("Het gesprek kopiëren of in een bestand bewaren"), N_("bewaar"),
         ("bewaar", "bewaren", "save", "copy")),
    Deed("report", "ctrl+n", "Ctrl+N", N_("Verslag"), N_("Een verslag maken, voor jezelf of voor anderen"),
         N_("verslag"), ("verslag", "report")),
    Deed("direction", "ctrl+r", "Ctrl+R", N_("Richting"), N_("Nu al zien welke kant je antwoorden op wijzen"),
         N_("richting"), ("richting", "direction")),
    Deed("conclude", "ctrl+g", "Ctrl+G", N_("Naar het beeld"), N_("Nu naar het beeld; de rest blijft open"),
         N_("naar het beeld"), move="conclude"),
    Deed("settings", "ctrl+o", "Ctrl+O", N_("Instellingen"), N_("Taal, kleuren en meer instellen"), N_("instellingen"),
         ("instellingen", "settings")),
)  # fmt: skip


_TO_SHEET = Deed("conclude", "ctrl+g", "Ctrl+G", N_("Naar het blad"), N_("Nu je blad maken; de rest blijft open"),
                 N_("naar het blad"), move="conclude")  # fmt: skip

TO_A_SHEET = tuple(_TO_SHEET if deed.name == "conclude" else deed for deed in DEEDS if deed.name != "direction")
"""What one can do on the way to a sheet: there is no picture, and no direction to show."""


# What the projector's screen adds, and what it calls otherwise.
GUIDANCE = Deed("guidance", "f9", "F9", N_("Notities"), N_("Notities voor wie het gesprek leidt"))
BLANK = Deed("blank", "f11", ".", N_("Zwart"), N_("Het scherm zwart maken, en weer terug"))
PARK = Deed("park", "f7", "F7", N_("Parkeren"), N_("Iets op de parkeerplek zetten, voor later"))
TURN = Deed("turn", "f12", "F12", N_("Beamer"), N_("Naar de andere weergave: voor de beamer, of als gesprek"))
_ON_STAGE = ("palette", "help", "back", "skip", "leave", "jump", "conclude", "example", "why", "language", "words",
             "keep", "report", "settings")  # fmt: skip


def of_stage() -> list[Deed]:
    """What one can do on the projector's screen, the most needed first."""
    found = [by_name(name) for name in _ON_STAGE]
    return [found[1], found[2], PARK, *found[3:8], GUIDANCE, BLANK, found[0], *found[8:], TURN]


_AT_THE_END = ("palette", "help", "report", "jump", "back", "leave", "keep", "panel", "search", "words", "language",
               "settings")  # fmt: skip


def at_the_end() -> list[Deed]:
    """What one can do where nothing is asked any more; what one can make of the conversation comes first."""
    return [by_name(name) for name in _AT_THE_END]


def by_word(typed: str, *, is_text: bool) -> Deed | None:
    """The deed that a typed line names, behind a slash; without one too where the answer is no free text."""
    word = " ".join(typed.casefold().split()).rstrip(" .!")
    if is_text and not word.startswith(SLASH) and word not in HELP:
        return None
    return next((deed for deed in DEEDS if word.removeprefix(SLASH) in deed.words), None)


def by_name(name: str) -> Deed:
    """The deed of this name."""
    return next(deed for deed in DEEDS if deed.name == name)
