"""How one likes to learn: one question, with a way for each of the five learning preferences.

Earlier versions asked five either-or questions; who began on these ends with them.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Learned

HOW = "learn.how"
MIXED = "learn.how.mixed"

TWICE = 2
"""Each preference is in two of the either-or questions: one that was chosen in both of them stands out."""


def asks(view: View) -> Iterator[str]:
    """The question, or the five of an earlier version."""
    earlier = [question.id for question in view.base.either_or]
    yield from earlier if any(map(view.is_answered, earlier)) else [HOW]


def learned(view: View) -> list[Learned]:
    """The preferences that stand out, or that one likes something of each; empty if nothing was chosen."""
    way = str(view.state.value(HOW) or "")
    outstanding = _of_either_or(view) if not way else [] if way == MIXED else [f"preference{way.removeprefix(HOW)}"]
    if outstanding is None:
        return []
    return [
        entry
        for entry in view.base.learned
        if (set(entry.preferences) & set(outstanding) if outstanding else not entry.preferences)
    ]


def _of_either_or(view: View) -> list[str] | None:
    """The preferences that stand out in the either-or questions; None if nothing was chosen."""
    chosen = Counter(
        option.preference
        for question in view.base.either_or
        for option in question.options
        if option.id == view.state.value(question.id)
    )
    return [preference for preference, count in chosen.items() if count >= TWICE] if chosen else None


def draft(view: View, ask: str) -> Draft:
    """The question, or one of the either-or questions."""
    if ask == HOW:
        return from_question(view.base, HOW)
    either_or = asked_about((entry for entry in view.base.either_or if entry.id == ask), ask)
    question = from_question(view.base, "learn.either", question=either_or.question)
    return replace(question, options=tuple(Option(id=option.id, text=option.text) for option in either_or.options))


STEP = Step(name="learn", chapter="learn", asks=asks, draft=draft, left_open=True, needs=(HOW, "learn.either"))
