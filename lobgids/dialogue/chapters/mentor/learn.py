"""How one likes to learn: five either-or questions toward the five learning preferences."""

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Learned

TWICE = 2
"""Each preference is in two of the questions: one that was chosen in both of them stands out."""


def asks(view: View) -> Iterator[str]:
    """The five questions."""
    yield from (question.id for question in view.base.either_or)


def learned(view: View) -> list[Learned]:
    """The preferences that stand out, or that one likes something of each; empty if nothing was chosen."""
    chosen = Counter(
        option.preference
        for question in view.base.either_or
        for option in question.options
        if option.id == view.state.value(question.id)
    )
    if not chosen:
        return []
    outstanding = [preference for preference, count in chosen.items() if count >= TWICE]
    return [
        entry
        for entry in view.base.learned
        if (set(entry.preferences) & set(outstanding) if outstanding else not entry.preferences)
    ]


def draft(view: View, ask: str) -> Draft:
    """One of the either-or questions."""
    either_or = asked_about((entry for entry in view.base.either_or if entry.id == ask), ask)
    question = from_question(view.base, "learn.either", question=either_or.question)
    return replace(question, options=tuple(Option(id=option.id, text=option.text) for option in either_or.options))


STEP = Step(name="learn", chapter="learn", asks=asks, draft=draft, left_open=True, needs=("learn.either",))
