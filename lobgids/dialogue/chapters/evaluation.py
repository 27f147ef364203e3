"""Chapter 10: for each of Kirkpatrick's levels, which questions one will ask of the actions in the plan."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log import ask_ids
from lobgids.log.ask_ids import OWN_QUESTIONS, detail_of


def asks(view: View) -> Iterator[str]:
    """The four levels and then a question of one's own, if there is a plan."""
    if view.conclusions.plan:
        yield from (ask_ids.evaluation(level.id) for level in view.base.levels)
        yield OWN_QUESTIONS


def begun_asks(view: View) -> Iterator[str]:
    """The same with a group that began on it with an earlier version; else it is the decaan's, afterwards."""
    found = list(asks(view))
    if any(map(view.is_answered, found)):
        yield from found


def draft(view: View, ask: str) -> Draft:
    """The questions of a level, made concrete for the plan; or one's own."""
    if ask == OWN_QUESTIONS:
        return from_question(view.base, ask)
    offered = view.conclusions.evaluation  # nothing is asked of a plan that is empty
    level = asked_about(
        (level for level in view.base.levels if level.id == detail_of(ask) and level.id in offered), ask
    )
    options = [Option(id=item.id, text=item.text) for item in offered[level.id]]
    question = from_question(view.base, "ask.evaluation", options=options, level=level.name, about=level.about)
    return Draft(kind="multi", text=question.text, in_other_words=question.in_other_words, why=question.why,
                 options=tuple(options), facts=level.facts, about=(level.id,))  # fmt: skip


STEP = Step(name="evaluation", chapter="evaluation", asks=asks, draft=draft, needs=("ask.evaluation", OWN_QUESTIONS))
GROUP_STEP = STEP._replace(asks=begun_asks)
