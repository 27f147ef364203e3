"""What follows from the answers, with what only chapters can word: what is to find out, and where groups differ."""

from collections.abc import Iterator

from lobgids.advice.conclude import conclude
from lobgids.advice.conclusions import Conclusions, FindOut
from lobgids.dialogue.retelling import tells_enough
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import groups
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids
from lobgids.school.roles import where_to_find_out

OF_THE_PLAN = frozenset({"advice", "plan", "evaluation", "closing"})


def conclusions_of(view: View) -> Conclusions:
    """All that follows from the answers."""
    return conclude(view, find_out=tuple(find_out(view)), apart=groups.sentences(view))


def _is_of_the_plan(view: View, ask: str) -> bool:
    step = view.track.step_of(ask)
    return step is not None and step.name in OF_THE_PLAN


def find_out(view: View) -> Iterator[FindOut]:
    """What is not known of the school: because one said so, because it was only wished, or because it was not asked."""
    # What is asked of the plan is no question about the school, and is itself made of these conclusions.
    told = {ask_ids.situation(component) for component in view.base.components if tells_enough(view, component)}
    skipped = [
        ask
        for ask, given in view.state.answers.items()
        if given.skipped and not _is_of_the_plan(view, ask) and ask not in told
    ]
    asked = (ask_ids.situation(component) for component in view.base.components if not view.chosen(component))
    unknown = [ask for ask in asked if ask not in told]
    for ask in dict.fromkeys((*sorted(unknown, key=lambda ask: not view.is_answered(ask)), *skipped)):
        draft = draft_of(view, ask)
        if draft and draft.find_out:
            yield FindOut(ask=ask, question=draft.text, how=draft.find_out)
    yield from _not_asked(view)


def _not_asked(view: View) -> Iterator[FindOut]:
    """The themes that were not asked about, all in one."""
    left = [theme for theme in view.base.themes if not view.is_answered(theme.id)]
    if left:
        names = "; ".join(theme.name for theme in left)
        question = phrase(view.base, "find_out.themes", view.header.seed, themes=names)
        yield FindOut(ask=left[0].id, question=question, how=where_to_find_out(view, left))
