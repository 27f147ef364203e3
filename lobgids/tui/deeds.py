"""What one can do at every question beside answering it: the key, the words and the names of each, in one table."""

from typing import NamedTuple

from lobgids.dialogue.protocol import Ask, MoveName
from lobgids.dialogue.tracks.mentor import STOPS
from lobgids.i18n import gettext_noop as _

SLASH = "/"
HELP = ("hulp", "help")
"""The words that ask for help everywhere, also where one may answer anything."""


class Deed(NamedTuple):
    """Something to do: its key as Textual names it and as it is shown, a short and a full name, and its words.

    `move` is the move of the protocol where it is one without more to say; the words are typed in the line.
    """

    name: str
    key: str
    shown: str
    short: str
    full: str
    words: tuple[str, ...] = ()
    move: MoveName | None = None


# In the order of the bar at the bottom. The words of moves that plain lines know too stand in `lobgids.typed`.
DEEDS: tuple[Deed, ...] = (
    Deed("palette", "ctrl+p", "Ctrl+P", _("Alles"), _("Alles wat je kunt doen"), ("menu",)),
    Deed("help", "f1", "F1", _("Hulp"), _("Hulp bij deze vraag"), HELP),
    Deed("back", "f2", "F2", _("Terug"), _("Terug naar de vorige vraag"), move="back"),
    Deed("skip", "f3", "F3", _("Weet niet"), _("Dat weet ik nog niet: verder zonder antwoord"), move="skip"),
    Deed("leave", "ctrl+q", "Ctrl+Q", _("Stoppen"), _("Stoppen en later verdergaan"),
         ("stop", "stoppen", "pauze", "pause")),
    Deed("example", "f4", "F4", _("Anders gezegd"), _("De vraag in andere woorden, met een voorbeeld"), move="example"),
    Deed("why", "f5", "F5", _("Waarom"), _("Waarom deze vraag gesteld wordt"), move="why"),
    Deed("jump", "f8", "F8", _("Ga naar"), _("Naar een ander onderdeel, of een antwoord aanpassen"),
         ("ga naar", "go to")),
    Deed("panel", "f9", "F9", _("Overzicht"), _("Het overzicht tonen of verbergen"), ("overzicht", "overview")),
    Deed("source", "f6", "F6", _("Bron"), _("Waar de vraag vandaan komt"), move="source"),
    Deed("note", "f7", "F7", _("Notitie"), _("Een notitie bij deze vraag bewaren")),
    Deed("language", "ctrl+l", "Ctrl+L", _("English"), _("Verder in het Engels"), ("taal", "language")),
    Deed("words", "ctrl+t", "Ctrl+T", _("Woorden"), _("Wat woorden betekenen"), ("woorden", "words", "glossary")),
    Deed("search", "ctrl+f", "Ctrl+F", _("Zoeken"), _("Zoeken in wat er gezegd is"),
         ("zoek", "zoeken", "search", "find")),
    Deed("keep", "ctrl+s", "Ctrl+S", _("Bewaren"), _("Het gesprek kopiëren of in een bestand bewaren"),
         ("bewaar", "bewaren", "save", "copy")),
    Deed("report", "ctrl+n", "Ctrl+N", _("Verslag"), _("Een verslag maken, voor jezelf of voor anderen"),
         ("verslag", "report")),
    Deed("direction", "ctrl+r", "Ctrl+R", _("Richting"), _("Nu al zien welke kant je antwoorden op wijzen"),
         ("richting", "direction")),
    Deed("conclude", "ctrl+g", "Ctrl+G", _("Naar het beeld"), _("Nu naar het beeld; de rest blijft open"),
         move="conclude"),
    Deed("settings", "ctrl+o", "Ctrl+O", _("Instellingen"), _("Taal, kleuren en meer instellen"),
         ("instellingen", "settings")),
)  # fmt: skip


# What a mentor goes to instead of a picture.
TO_SHEET = Deed("conclude", "ctrl+g", "Ctrl+G", _("Naar het blad"), _("Nu je blad maken; de rest blijft open"),
                 move="conclude")  # fmt: skip


# What the projector's screen adds, and what it calls otherwise.
GUIDANCE = Deed("guidance", "f9", "F9", _("Notities"), _("Notities voor wie het gesprek leidt"))
BLANK = Deed("blank", "f11", ".", _("Zwart"), _("Het scherm zwart maken, en weer terug"))
PARK = Deed("park", "f7", "F7", _("Parkeren"), _("Iets op de parkeerplek zetten, voor later"))
TURN = Deed("turn", "f12", "F12", _("Beamer"), _("Naar de andere weergave: voor de beamer, of als gesprek"))
_ON_STAGE = ("palette", "help", "back", "skip", "leave", "jump", "conclude", "example", "why", "language", "words",
             "keep", "report", "settings")  # fmt: skip


def of_stage() -> list[Deed]:
    """What one can do on the projector's screen, the most needed first."""
    found = [by_name(name) for name in _ON_STAGE]
    return [found[1], found[2], PARK, *found[3:8], GUIDANCE, BLANK, found[0], *found[8:], TURN]


_AT_THE_END = ("palette", "help", "report", "jump", "back", "leave", "keep", "panel", "search", "words", "language",
               "settings")  # fmt: skip


def offered(ask: Ask | None) -> list[Deed]:
    """What one can do at a question: on a mentor's way there is no picture, and no direction to show.

    Without a question, at the end, nothing about a question can be done; what one can make of it comes first.
    """
    if ask is None:
        return [by_name(name) for name in _AT_THE_END]
    if ask.chapter not in STOPS:
        return list(DEEDS)
    return [TO_SHEET if deed.name == "conclude" else deed for deed in DEEDS if deed.name != "direction"]


def by_word(typed: str, *, is_text: bool) -> Deed | None:
    """The deed that a typed line names, behind a slash; without one too where the answer is no free text."""
    word = " ".join(typed.casefold().split()).rstrip(" .!")
    if is_text and not word.startswith(SLASH) and word not in HELP:
        return None
    return next((deed for deed in DEEDS if word.removeprefix(SLASH) in deed.words), None)


def by_name(name: str) -> Deed:
    """The deed of this name."""
    return next(deed for deed in DEEDS if deed.name == name)
