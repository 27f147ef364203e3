"""Chapter 1: the language, what happens with the answers, which school it is about, short or full."""

from collections.abc import Iterator

from lobgids.dialogue.chapters import picture
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import FORM, PART
from lobgids.log.events import Event

LANGUAGE, SCHOOL = "welcome.language", "welcome.school"


def asks(view: View) -> Iterator[str]:
    """The language and the form if the header does not say them, the school, and which part of it."""
    if not view.header.language:
        yield LANGUAGE
    yield SCHOOL
    yield PART
    if not view.header.form:
        yield FORM


def mentor_asks(view: View) -> Iterator[str]:
    """Only the language: a mentor's conversation opens with a case."""
    if not view.header.language:
        yield LANGUAGE


def draft(view: View, ask: str) -> Draft:
    """A question of the welcome."""
    return from_question(view.base, ask)


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say what stands above the report, if more was typed than that; and that the long form goes on after the short."""
    if event.ask == SCHOOL and (named := view.state.answers[SCHOOL]).quote:
        yield say(view.base, "welcome.named", view.header.seed, name=named.value)
    if event.ask == PART and view.state.answers[SCHOOL].quote and view.state.history[-1].same_turn:
        option = next((option.text for option in draft(view, PART).options if option.id == event.value), "")
        part = view.state.answers[PART].quote or option  # 'mavo en havo' says more than 'een andere combinatie'
        yield say(view.base, "welcome.part_named", view.header.seed, part=part)
    if event.ask == FORM and picture.went_on(view):
        yield say(view.base, "closing.goes_on", f"{view.header.seed}{event.ask}")


STEP = Step(
    name="welcome", chapter="welcome", asks=asks, draft=draft, reply=reply, left_open=True,
    needs=(LANGUAGE, SCHOOL, PART, FORM),
)  # fmt: skip
MENTOR_STEP = STEP._replace(asks=mentor_asks, needs=(LANGUAGE,))
