"""Chapter 1: the language, what happens with the answers, which school it is about, short or full."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.state import FORM
from lobgids.dialogue.view import View

LANGUAGE, SCHOOL, PART = "welcome.language", "welcome.school", "welcome.part"


def asks(view: View) -> Iterator[str]:
    """What the header does not say yet is asked."""
    if not view.header.language:
        yield LANGUAGE
    yield SCHOOL
    yield PART
    if not view.header.form:
        yield FORM


def mentor_asks(view: View) -> Iterator[str]:
    """A mentor is only asked for the language: the conversation opens with a case."""
    if not view.header.language:
        yield LANGUAGE


def draft(view: View, ask: str) -> Draft:
    """A question of the welcome."""
    return from_question(view.base, ask)
