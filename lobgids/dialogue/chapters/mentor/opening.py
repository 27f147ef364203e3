"""A case before anything is defined: what would you do, and why that is LOB."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.practice import OWN, WAYS, about, of_one, to_case, to_others
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Case
from lobgids.log import ask_ids
from lobgids.log.events import Event

CASE = "opening.case"


def asks(view: View) -> Iterator[str]:
    """The one case: what one would do oneself, its ways, and the other ones."""
    return of_one(view, opening_case(view), CASE)


def opening_case(view: View) -> Case:
    """The case that the conversation begins with."""
    return next(case for case in view.base.cases if case.opening)


def draft(view: View, ask: str) -> Draft:
    """A question about the case."""
    return about(view, opening_case(view), ask, 0)


def reply(view: View, event: Event) -> Iterator[Say]:
    """What the chosen way brings, or the others; no reply to own words."""
    if ask_ids.case_of_words(event.ask):
        return iter(())
    if ask_ids.case_of(event.ask):
        return to_others(view, opening_case(view), CASE)
    return to_case(view, opening_case(view), view.state.value(event.ask))


STEP = Step(
    name="opening",
    chapter="opening",
    asks=asks,
    draft=draft,
    reply=reply,
    left_open=True,
    needs=(OWN, WAYS, "practice.case"),
)
