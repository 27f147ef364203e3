"""Chapter 5: the conclusion so far, what would change it, and a pause to talk with leadership and team."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.state import PICTURE
from lobgids.dialogue.view import View

GO_ON = "picture.go_on"


def asks(_view: View) -> Iterator[str]:
    """Whether one recognises the picture, and whether to go on now."""
    yield PICTURE
    yield GO_ON


def talked_asks(_view: View) -> Iterator[str]:
    """With a group only whether it recognises the picture: those to talk with are there."""
    yield PICTURE


def draft(view: View, ask: str) -> Draft:
    """A question at the picture."""
    return from_question(view.base, ask)
