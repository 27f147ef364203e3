"""Chapter 8: how one likes to learn oneself, and which forms fit the mentors; never a type for a colleague."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import FORMS, PREFERENCE
from lobgids.school.roles import parts_in
from lobgids.school.stage import of_learning


def asks(view: View) -> Iterator[str]:
    """One's own preference, and forms for the mentors to choose from; not in the short form."""
    if view.is_short:
        return
    yield PREFERENCE
    if _forms(view):
        yield FORMS


def draft(view: View, ask: str) -> Draft:
    """A question about learning."""
    if ask == PREFERENCE:
        options = [Option(id=preference.id, text=preference.own) for preference in view.base.preferences]
    else:
        options = _forms(view)
    return from_question(view.base, ask, options=options)


def _forms(view: View) -> list[Option]:
    mentor = view.base.role("mentor")
    return [Option(id=form.id, text=form.title) for part in parts_in(mentor, of_learning(view)) for form in part.forms]


STEP = Step(name="learning", chapter="learning", asks=asks, draft=draft, needs=(PREFERENCE, FORMS))
