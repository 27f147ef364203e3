"""A case before anything is defined: what would you do, and why that is LOB."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.practice import of_case, to_case
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Case
from lobgids.log.events import Event

CASE = "opening.case"


def asks(_view: View) -> Iterator[str]:
    """The one case."""
    yield CASE


def opening_case(view: View) -> Case:
    """The case that the conversation begins with."""
    return next(case for case in view.base.cases if case.opening)


def draft(view: View, _ask: str) -> Draft:
    """The case with its ways."""
    return of_case(view, opening_case(view))


def reply(view: View, event: Event) -> Iterator[Say]:
    """What the chosen way brings."""
    return to_case(view, opening_case(view), view.state.value(event.ask))


STEP = Step(
    name="opening", chapter="opening", asks=asks, draft=draft, reply=reply, left_open=True, needs=("practice.case",)
)
