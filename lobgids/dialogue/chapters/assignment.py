"""Chapter 2: what leadership asked for, who has been spoken to, and what support there is."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import ASSIGNED

ASKS = (
    "assignment.asked", "assignment.results", ASSIGNED, "assignment.spoken", "assignment.support", "assignment.scan",
)  # fmt: skip


def asks(view: View) -> Iterator[str]:
    """All of them; in the short form only what leadership asked for."""
    yield from ASKS[:1] if view.is_short else ASKS


def draft(view: View, ask: str) -> Draft:
    """A question about the assignment."""
    return from_question(view.base, ask)


STEP = Step(name="assignment", chapter="assignment", asks=asks, draft=draft, left_open=True, needs=ASKS)
