"""Finds out what a typed line means in the app: one of its commands, or an answer or a move."""

from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Ask, Input, Move, Words
from lobgids.kb.base import KnowledgeBase
from lobgids.session import typed
from lobgids.tui.app_commands import SLASH, AppCommand, by_name, by_word


def meaning(line: str, ask: Ask, base: KnowledgeBase, languages: tuple[str, str]) -> AppCommand | Input:
    """Return the meaning of a line at a question; `languages` are the one spoken and the one that 'taal' goes to.

    Behind a slash the name of a command or a move is never an answer.
    """
    if command := by_word(line, is_text=KINDS[ask.kind].takes_words):
        return command
    if line.startswith(SLASH):
        meant = typed.read(line.removeprefix(SLASH), ask, base, languages)
        if not isinstance(meant, Words):
            return _command_or_input(meant)
    return _command_or_input(typed.read(line, ask, base, languages))


def _command_or_input(meant: Input | typed.FrontEndRequest) -> AppCommand | Input:
    """Return the input, or the command that does the same as a pause or a request of plain lines."""
    if meant == Move(move="pause"):
        return by_name("leave")
    return by_name({"help": "help", "places": "jump"}[meant]) if isinstance(meant, str) else meant
