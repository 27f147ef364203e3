"""Chapter 10: for each of Kirkpatrick's levels, which questions one will ask of the actions in the plan."""

from collections.abc import Iterator

from lobgids.advice.conclusions import Evaluation
from lobgids.advice.evaluation import whole_title, whom
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import OWN_QUESTIONS, detail_of


def asks(view: View) -> Iterator[str]:
    """The levels that have questions, and then a question of one's own, if there is a plan."""
    if view.conclusions.plan:
        yield from (ask_ids.evaluation(level) for level, questions in view.conclusions.evaluation.items() if questions)
        yield OWN_QUESTIONS


def draft(view: View, ask: str) -> Draft:
    """The questions of a level, made concrete for the plan; or one's own."""
    if ask == OWN_QUESTIONS:
        return from_question(view.base, ask)
    offered = view.conclusions.evaluation  # nothing is asked of a plan that is empty
    level = asked_about(
        (level for level in view.base.levels if level.id == detail_of(ask) and offered.get(level.id)), ask
    )
    options = [Option(id=item.id, text=_shown(view, item)) for item in offered[level.id]]
    question = from_question(view.base, "ask.evaluation", options=options, about=level.about)
    return Draft(kind="multi", text=question.text, in_other_words=question.in_other_words, why=question.why,
                 options=tuple(options), facts=level.facts, about=(level.id,))  # fmt: skip


def _shown(view: View, asked: Evaluation) -> str:
    """A question apart from its heading: after the title of its action, and with whom it is for."""
    seed = view.header.seed
    titles = {item.action: item.title for item in view.conclusions.plan}
    title = titles.get(asked.action) or whole_title(view, asked.respondent)
    respondent = whom(view.base, asked.respondent)
    return phrase(view.base, "evaluation.option", seed, title=title, question=asked.text, whom=respondent)


STEP = Step(name="evaluation", chapter="evaluation", asks=asks, draft=draft, needs=("ask.evaluation", OWN_QUESTIONS))
