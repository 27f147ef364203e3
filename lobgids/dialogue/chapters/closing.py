"""Chapter 11: when to look back."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.view import View

ROUND, LOOK_BACK = "closing.round", "closing.look_back"


def asks(_view: View) -> Iterator[str]:
    """A day to look back on."""
    yield LOOK_BACK


def round_asks(_view: View) -> Iterator[str]:
    """With a group first what each takes along."""
    yield ROUND
    yield LOOK_BACK


def draft(view: View, ask: str) -> Draft:
    """The last question."""
    return from_question(view.base, ask)
