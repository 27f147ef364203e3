"""A case before anything is defined: what would you do, and why that is LOB."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.practice import OTHERS, of_case, other_ways, to_case, to_others
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Case
from lobgids.log import ask_ids
from lobgids.log.events import Event

CASE = "opening.case"


def asks(view: View) -> Iterator[str]:
    """The one case, and its other ways."""
    yield CASE
    yield from other_ways(view, opening_case(view), CASE)


def opening_case(view: View) -> Case:
    """The case that the conversation begins with."""
    return next(case for case in view.base.cases if case.opening)


def draft(view: View, ask: str) -> Draft:
    """The case with its ways, or whether one wants to read the others."""
    return from_question(view.base, OTHERS) if ask_ids.case_of(ask) else of_case(view, opening_case(view))


def reply(view: View, event: Event) -> Iterator[Say]:
    """What the chosen way brings, or the others."""
    if ask_ids.case_of(event.ask):
        return to_others(view, opening_case(view), CASE)
    return to_case(view, opening_case(view), view.state.value(event.ask))


STEP = Step(
    name="opening", chapter="opening", asks=asks, draft=draft, reply=reply, left_open=True, needs=("practice.case",)
)
