"""Chapter 10: how it is now with what will be counted; then, for each of Kirkpatrick's levels, what one will ask."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.advice.conclusions import Evaluation
from lobgids.advice.evaluation import whole_title, whom
from lobgids.dialogue.draft import Draft, Row, asked_about, from_question
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import OWN_QUESTIONS, detail_of
from lobgids.text import one_line

NOW, NOW_OF_OWN, ALL_NOW = "evaluation.now", "evaluation.now.own", "evaluation.now.all"
"""How it is now: with what the guide proposes to count, with the sign of one's own action, and with all at once."""


def asks(view: View) -> Iterator[str]:
    """How it is now with each action that has a sign, then the levels and a question of one's own.

    Not the levels in the short form: there a question of each is told to take along, unless an earlier version asked.
    """
    yield from _asks_of_now(view)
    found = list(_asks_of_levels(view))
    if not view.is_short or any(map(view.is_answered, found)):
        yield from found


def group_asks(view: View) -> Iterator[str]:
    """The levels with a group that began on them with an earlier version; else they are the decaan's, afterwards."""
    found = list(_asks_of_levels(view))
    if any(map(view.is_answered, found)):
        yield from found


def _asks_of_levels(view: View) -> Iterator[str]:
    """The levels that have questions, and then one of one's own, if there is a plan."""
    if view.conclusions.plan:
        yield from (ask_ids.evaluation(level) for level, questions in view.conclusions.evaluation.items() if questions)
        yield OWN_QUESTIONS


def _asks_of_now(view: View) -> Iterator[str]:
    """How it is now, with each action that has a sign; not if the levels were answered before this was asked."""
    signs = _signs(view)
    found = [ask_ids.counted_now(action) for action in signs]
    levels = [ask_ids.evaluation(level.id) for level in view.base.levels]
    is_old = any(map(view.is_answered, levels)) and not any(map(view.is_answered, found))
    return iter(() if is_old else found)


def _signs(view: View) -> dict[str, str]:
    """What to count or to look at, by the ids of the actions in the plan that have it."""
    own = {item.action: one_line(item.success) for item in view.conclusions.plan if item.kind == "own"}
    signs = {sign.action: sign.count or own.get(sign.action, "") for sign in view.conclusions.signs}
    return {action: sign for action, sign in signs.items() if sign}


def draft(view: View, ask: str) -> Draft:
    """How it is now with an action; the questions of a level, made concrete for the plan; or one's own."""
    if ask == OWN_QUESTIONS:
        return from_question(view.base, ask)
    if action := ask_ids.counted_action(ask):
        return _now(view, ask, action)
    return _level(view, ask)


def _now(view: View, ask: str, action: str) -> Draft:
    """How it is now with what will be counted, or with the sign of one's own action: a field of one form."""
    item = asked_about((item for item in view.conclusions.plan if item.action == action), ask)
    sign = asked_about((sign for counted, sign in _signs(view).items() if counted == action), ask)
    every = from_question(view.base, ALL_NOW)
    row = Row(grid=NOW, alike=False, asked=every.text, text=sign, optional=True, in_other_words=every.in_other_words,
              why=every.why)  # fmt: skip
    nth = list(_signs(view)).index(action)
    if item.kind == "own":
        return replace(from_question(view.base, NOW_OF_OWN, nth=nth, action=item.title, sign=sign), row=row)
    return replace(from_question(view.base, NOW, nth=nth, action=item.title, count=sign), row=row)


def _level(view: View, ask: str) -> Draft:
    """The questions of a level, made concrete for the plan."""
    offered = view.conclusions.evaluation  # nothing is asked of a plan that is empty
    level = asked_about(
        (level for level in view.base.levels if level.id == detail_of(ask) and offered.get(level.id)), ask
    )
    options = [Option(id=item.id, text=_shown(view, item)) for item in offered[level.id]]
    nth = view.base.levels.index(level)
    question = from_question(view.base, "ask.evaluation", options=options, nth=nth, about=level.about)
    return Draft(kind="multi", text=question.text, in_other_words=question.in_other_words, why=question.why,
                 options=tuple(options), facts=level.facts, about=(level.id,))  # fmt: skip


def _shown(view: View, asked: Evaluation) -> str:
    """A question apart from its heading: after the title of its action, and with whom it is for."""
    seed = view.header.seed
    titles = {item.action: item.title for item in view.conclusions.plan}
    title = titles.get(asked.action) or whole_title(view, asked.respondent)
    respondent = whom(view.base, asked.respondent)
    return phrase(view.base, "evaluation.option", seed, title=title, question=asked.text, whom=respondent)


STEP = Step(name="evaluation", chapter="evaluation", asks=asks, draft=draft,
            needs=(NOW, NOW_OF_OWN, ALL_NOW, "ask.evaluation", OWN_QUESTIONS))  # fmt: skip
GROUP_STEP = STEP._replace(asks=group_asks, needs=("ask.evaluation", OWN_QUESTIONS))
