"""The commands of the app: what one can do beside answering, with the key that does it here."""

from collections.abc import Iterable

from msgspec.structs import asdict

from lobgids.dialogue import commands
from lobgids.dialogue.commands import HELP, Command
from lobgids.dialogue.track import Track
from lobgids.i18n import N_

SLASH = "/"


class AppCommand(Command, frozen=True, kw_only=True):
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


def _with_key(command: Command) -> AppCommand:
    key, shown = _KEYS[command.name]
    return AppCommand(key=key, shown=shown, **asdict(command))


_PALETTE = _with_key(Command("palette", N_("Alles"), N_("Alles wat je kunt doen"), N_("menu"), ("menu",)))


def _in_the_bar(found: Iterable[Command]) -> tuple[AppCommand, ...]:
    """Return commands in the order of the bar at the bottom, which begins with the list of all."""
    return (_PALETTE, *map(_with_key, found))


COMMANDS = _in_the_bar(commands.COMMANDS)

# What the projector's screen adds, and what it calls otherwise.
GUIDANCE = _with_key(commands.GUIDANCE)
BLANK = _with_key(Command("blank", N_("Zwart"), N_("Het scherm zwart maken, en weer terug")))
PARK = _with_key(Command("park", N_("Parkeren"), N_("Iets parkeren, voor later")))
TURN = _with_key(Command("turn", N_("Beamer"), N_("Naar de andere weergave: voor de beamer, of als gesprek")))
_ON_PROJECTOR = ("palette", "help", "back", "skip", "leave", "jump", "conclude", "example", "why", "language", "words",
             "keep", "report", "settings")  # fmt: skip


def projector_commands() -> list[AppCommand]:
    """Return the commands of the projector's screen, the most needed first."""
    found = [by_name(name) for name in _ON_PROJECTOR]
    return [found[1], found[2], PARK, *found[3:8], GUIDANCE, BLANK, found[0], *found[8:], TURN]


def chat_commands(track: Track, *, is_open: bool) -> list[AppCommand]:
    """Return the commands of the chat, where a question is open or none is any more."""
    return list(_in_the_bar(commands.offered(track, is_open=is_open)))


def by_word(typed: str, *, is_text: bool) -> AppCommand | None:
    """Return the command that a typed line names, or None; it needs its slash if the answer may be any text."""
    word = " ".join(typed.casefold().split()).rstrip(" .!")
    if is_text and not word.startswith(SLASH) and word not in HELP:
        return None
    return next((command for command in COMMANDS if word.removeprefix(SLASH) in command.words), None)


def by_name(name: str) -> AppCommand:
    """Return the command of this name."""
    return next(command for command in COMMANDS if command.name == name)
