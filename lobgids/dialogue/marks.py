"""What stands in front of each option where a question is written out: a number, or the letter of a card."""

from collections.abc import Callable, Iterator
from string import ascii_uppercase

from lobgids.dialogue.protocol import Ask, AskKind

UNKNOWN = "?"
"""On the card of who does not know."""


def marks(ask: Ask) -> Iterator[str]:
    """What stands in front of each option."""
    return MARKS.get(ask.kind, _numbers)(ask)


def _numbers(ask: Ask) -> Iterator[str]:
    return (f"{number}." for number in range(1, len(ask.options) + 1))


def _cards(ask: Ask) -> Iterator[str]:
    """The letters of the cards with which a group votes; numbers where it counts who is there."""
    if not ask.component:
        return _numbers(ask)
    return iter((*(f"{letter}." for letter in ascii_uppercase[: len(ask.options) - 1]), UNKNOWN))


MARKS: dict[AskKind, Callable[[Ask], Iterator[str]]] = {"votes": _cards}
"""The kinds of question whose options do not stand behind numbers."""
