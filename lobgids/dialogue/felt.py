"""A word back to what own words say of how it goes with somebody, the first time that it is said."""

from collections.abc import Iterator

from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.spoken import feelings
from lobgids.dialogue.view import View
from lobgids.kb.sayings import says
from lobgids.log.ask_ids import ASSIGNMENT
from lobgids.log.state import Proposal

FREE_TEXTS = (ASSIGNMENT, "assignment.results", "picture.otherwise", "picture.also")
"""The asks at which one tells in one's own words how it goes."""


def said_freely(view: View) -> Iterator[str]:
    """All that was typed in one's own words: notes, what came with answers, and answers in words."""
    yield from (note.text for note in view.state.notes)
    yield from (given.quote for given in view.state.answers.values() if given.quote)
    yield from (str(given.value) for ask, given in view.state.answers.items() if ask in FREE_TEXTS)


def _put_before(view: View) -> Iterator[str]:
    """The words that were put to the user to confirm: a word back came with the question."""
    yield from (record.proposed.words for record in view.state.history if isinstance(record.proposed, Proposal))


def felt(view: View, text: str, *, again: bool = False, before: str = "") -> Iterator[Say]:
    """A word back to what own words say of how it goes, the first time that it is said; at the picture also `again`.

    `before` are words that wait to be confirmed and that these took the place of.
    """
    earlier = [*(other for other in (before, *said_freely(view)) if text not in other), *_put_before(view)]
    for feeling in feelings(view.base, text):
        was_said = any(says(view.base, feeling, other) for other in earlier)
        name = f"feeling.again.{feeling}" if was_said and again else f"feeling.{feeling}"
        if view.base.says(name) and (again or not was_said):
            yield say(view.base, name, view.header.seed)
            return
