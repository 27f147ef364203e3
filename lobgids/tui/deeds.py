"""What one can do at every question beside answering it, with the key that does it in the app."""

from collections.abc import Iterable

from msgspec.structs import asdict

from lobgids.dialogue import commands
from lobgids.dialogue.commands import HELP, Command
from lobgids.dialogue.track import Track
from lobgids.i18n import gettext_noop as N_

SLASH = "/"


class Deed(Command, frozen=True, kw_only=True):
    """A command with its key, as Textual names it and as it is shown."""

    key: str
    shown: str


_KEYS = {
    "palette": ("ctrl+p", "Ctrl+P"), "help": ("f1", "F1"), "back": ("f2", "F2"), "skip": ("f3", "F3"),
    "leave": ("ctrl+q", "Ctrl+Q"), "example": ("f4", "F4"), "why": ("f5", "F5"), "jump": ("f8", "F8"),
    "panel": ("f9", "F9"), "source": ("f6", "F6"), "note": ("f7", "F7"), "language": ("ctrl+l", "Ctrl+L"),
    "words": ("ctrl+t", "Ctrl+T"), "search": ("ctrl+f", "Ctrl+F"), "keep": ("ctrl+s", "Ctrl+S"),
    "report": ("ctrl+n", "Ctrl+N"), "direction": ("ctrl+r", "Ctrl+R"), "conclude": ("ctrl+g", "Ctrl+G"),
    "settings": ("ctrl+o", "Ctrl+O"),
    "guidance": ("f9", "F9"), "blank": ("f11", "."), "park": ("f7", "F7"), "turn": ("f12", "F12"),
}  # fmt: skip


def _deed(command: Command) -> Deed:
    key, shown = _KEYS[command.name]
    return Deed(key=key, shown=shown, **asdict(command))


_PALETTE = _deed(Command("palette", N_("Alles"), N_("Alles wat je kunt doen"), N_("menu"), ("menu",)))


def _in_the_bar(all_of_them: Iterable[Command]) -> tuple[Deed, ...]:
    """In the order of the bar at the bottom, which begins with the list of all."""
    return (_PALETTE, *map(_deed, all_of_them))


DEEDS = _in_the_bar(commands.COMMANDS)

# What the projector's screen adds, and what it calls otherwise.
GUIDANCE = _deed(commands.GUIDANCE)
BLANK = _deed(Command("blank", N_("Zwart"), N_("Het scherm zwart maken, en weer terug")))
PARK = _deed(Command("park", N_("Parkeren"), N_("Iets op de parkeerplek zetten, voor later")))
TURN = _deed(Command("turn", N_("Beamer"), N_("Naar de andere weergave: voor de beamer, of als gesprek")))
_ON_STAGE = ("palette", "help", "back", "skip", "leave", "jump", "conclude", "example", "why", "language", "words",
             "keep", "report", "settings")  # fmt: skip


def of_stage() -> list[Deed]:
    """What one can do on the projector's screen, the most needed first."""
    found = [by_name(name) for name in _ON_STAGE]
    return [found[1], found[2], PARK, *found[3:8], GUIDANCE, BLANK, found[0], *found[8:], TURN]


def offered(track: Track, *, is_open: bool) -> list[Deed]:
    """What one can do in the chat, where a question is open or none is any more."""
    return list(_in_the_bar(commands.offered(track, is_open=is_open)))


def by_word(typed: str, *, is_text: bool) -> Deed | None:
    """The deed that a typed line names, behind a slash; without one too where the answer is no free text."""
    word = " ".join(typed.casefold().split()).rstrip(" .!")
    if is_text and not word.startswith(SLASH) and word not in HELP:
        return None
    return next((deed for deed in DEEDS if word.removeprefix(SLASH) in deed.words), None)


def by_name(name: str) -> Deed:
    """The deed of this name."""
    return next(deed for deed in DEEDS if deed.name == name)
