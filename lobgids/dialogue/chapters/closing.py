"""Chapter 11: when to look back; and when all is said, what one does now."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log import ask_ids

ROUND, LOOK_BACK, NEXT = "closing.round", ask_ids.LOOK_BACK, "closing.next"
_NO_PLAN = "closing.look_back.no_plan"
REPORT, GO_ON, STOP = "next.report", "next.full", "next.stop"
"""What one can do at the end: make a report, go on with the long conversation, stop."""


def asks(_view: View) -> Iterator[str]:
    """A day to look back on."""
    yield LOOK_BACK


def round_asks(_view: View) -> Iterator[str]:
    """With a group first what everybody takes away, then the day."""
    yield ROUND
    yield LOOK_BACK


def next_draft(view: View) -> Draft:
    """What one does now. It is asked when nothing is open any more, and is no question of the conversation itself."""
    question = from_question(view.base, NEXT)
    options = tuple(option for option in question.options if option.id != GO_ON or view.chose_short)
    return replace(question, options=options)


def draft(view: View, ask: str) -> Draft:
    """The last question; without a plan the day is one to look at it again."""
    return from_question(view.base, _NO_PLAN if ask == LOOK_BACK and not view.conclusions.plan else ask)


STEP = Step(name="closing", chapter="closing", asks=asks, draft=draft, needs=(LOOK_BACK, _NO_PLAN, NEXT))
GROUP_STEP = STEP._replace(asks=round_asks, needs=(ROUND, LOOK_BACK, _NO_PLAN, NEXT))
