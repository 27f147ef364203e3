"""A case before anything is defined: what would you do, and why that is LOB."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.practice import of_case
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.view import View
from lobgids.kb.entries import Case

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
