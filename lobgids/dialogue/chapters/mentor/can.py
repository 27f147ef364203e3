"""What one can do already: head, hands and heart, for oneself only; nobody is appraised."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.school import orientation
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Skill
from lobgids.log import ask_ids
from lobgids.school.roles import ASPECTS

ALONE = 3
"""From here on the scale says that one can do it alone."""


def asks(view: View) -> Iterator[str]:
    """The aspects that are asked about in a school such as this one."""
    yield from (ask_ids.can(aspect) for aspect in orientation(view).asked)


def skills(view: View, *, strong: bool) -> list[Skill]:
    """What one can do alone already, or what one still learns."""
    levels = [(skill, level(view, skill)) for skill in orientation(view).skills]
    return [skill for skill, reached in levels if reached and (reached >= ALONE) is strong]


def level(view: View, skill: Skill) -> int:
    """The level on the scale, from 1; 0 if that was not said."""
    value = view.state.value(ask_ids.can(skill.aspect))
    return value if isinstance(value, int) else 0


def draft(view: View, ask: str) -> Draft:
    """Where one is now with one aspect."""
    skill = asked_about((skill for skill in orientation(view).skills if ask == ask_ids.can(skill.aspect)), ask)
    question = from_question(view.base, ask, text=skill.text)
    return Draft(
        kind=question.kind, text=question.text, in_other_words=question.in_other_words, why=question.why,
        options=question.options, facts=skill.facts, origin=skill.origin, most=len(question.options),
    )  # fmt: skip


STEP = Step(
    name="can", chapter="can", asks=asks, draft=draft, left_open=True,
    needs=tuple(ask_ids.can(aspect) for aspect in ASPECTS),
)  # fmt: skip
