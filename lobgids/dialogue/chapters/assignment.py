"""Chapter 2: what leadership asked for, who has been spoken to, and what support there is."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import ASSIGNED, ASSIGNMENT, MAY_QUOTE

FURTHER = ("assignment.results", ASSIGNED, "assignment.spoken", "assignment.support", "assignment.scan")


def asks(view: View) -> Iterator[str]:
    """What leadership asked for, and whether that may be quoted; unless the form is short the rest as well."""
    yield ASSIGNMENT
    if view.state.value(ASSIGNMENT) and not _went_on(view):
        yield MAY_QUOTE
    if not view.is_short:
        yield from FURTHER


def _went_on(view: View) -> bool:
    """Whether one went on after what was asked without being asked whether it may be quoted, as in earlier versions."""
    last = view.state.history[-1].ask if view.state.history else ""
    return last != ASSIGNMENT and not view.is_answered(MAY_QUOTE)


def draft(view: View, ask: str) -> Draft:
    """A question about the assignment."""
    return from_question(view.base, ask)


STEP = Step(name="assignment", chapter="assignment", asks=asks, draft=draft, left_open=True,
            needs=(ASSIGNMENT, MAY_QUOTE, *FURTHER))  # fmt: skip
