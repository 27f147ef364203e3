"""What a typed line means in the app: one of its deeds, or an answer or a move."""

from lobgids import typed
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Ask, Input, Move, Words
from lobgids.kb.entries import KnowledgeBase
from lobgids.tui.deeds import SLASH, Deed, by_name, by_word


def meaning(line: str, ask: Ask, base: KnowledgeBase, languages: tuple[str, str]) -> Deed | Input:
    """The meaning of a line at a question; `languages` are the one spoken and the one that 'taal' goes to.

    Behind a slash only a deed or a move is meant, where there is one of that name.
    """
    if deed := by_word(line, is_text=KINDS[ask.kind].takes_words):
        return deed
    if line.startswith(SLASH):
        meant = typed.read(line.removeprefix(SLASH), ask, base, languages)
        if not isinstance(meant, Words):
            return _deed_or_input(meant)
    return _deed_or_input(typed.read(line, ask, base, languages))


def _deed_or_input(meant: Input | typed.Request) -> Deed | Input:
    """Requests of plain lines, and a pause, have deeds that do the same."""
    if meant == Move(move="pause"):
        return by_name("leave")
    return by_name({"help": "help", "places": "jump"}[meant]) if isinstance(meant, str) else meant
