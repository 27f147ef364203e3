"""What changed since the publication about an action, told with it."""

from lobgids.advice.conclusions import SourcedText
from lobgids.kb.beside import later_about
from lobgids.school.view import SchoolView


def since(view: SchoolView, *about: str) -> tuple[SourcedText, ...]:
    """What changed about these entries, as far as it is about this part of the school.

    What is about a task or a component stands there: an action on its theme may be about something else.
    """
    return tuple(SourcedText(text=text) for text in later_about(view.base, about, view.school_parts))
