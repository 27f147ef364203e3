"""What one can do already: head, hands and heart, for oneself only; nobody is appraised."""

from collections.abc import Iterator

from lobgids.dialogue.chapters.mentor.school import orientation
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.mentor import Skill
from lobgids.log import ask_ids

ALONE = 3
"""From here on the scale says that one can do it alone."""


def asks(view: View) -> Iterator[str]:
    """The aspects that are asked about in such a school."""
    yield from (ask_ids.can(aspect) for aspect in orientation(view).asked)


def skills(view: View, *, strong: bool) -> list[Skill]:
    """What one can do alone already, or what one still learns."""
    return [skill for skill in orientation(view).skills if (place := level(view, skill)) and (place >= ALONE) is strong]


def level(view: View, skill: Skill) -> int:
    """The place on the scale, from 1; 0 where that was not said."""
    value = view.state.value(ask_ids.can(skill.aspect))
    return value if isinstance(value, int) else 0


def draft(view: View, ask: str) -> Draft:
    """Where one is now with one aspect."""
    skill = asked_about((skill for skill in orientation(view).skills if ask == ask_ids.can(skill.aspect)), ask)
    aspect = from_question(view.base, f"aspect.{skill.aspect}").text
    told = from_question(view.base, "can.aspect", aspect=aspect, text=skill.text)
    return Draft(kind=told.kind, text=told.text, in_other_words=told.in_other_words, why=told.why,
                 options=told.options, facts=skill.facts, most=len(told.options))  # fmt: skip


STEP = Step(name="can", chapter="can", asks=asks, draft=draft, left_open=True, needs=("can.aspect",))
