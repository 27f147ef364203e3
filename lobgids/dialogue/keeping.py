"""Whether an edit after the picture is kept: first what it changes in the picture, or in the plan."""

from collections.abc import Iterable

from lobgids.dialogue import telling
from lobgids.dialogue.chapters.picture import EDIT_OTHER, EDIT_PLAN
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.log.ask_ids import ACTIONS, KEEP_EDIT, MORE_ACTIONS, OWN_ACTIONS

_OF_SCHOOL = ("pillar", "roles")
"""The chapters whose answers the picture is made of."""


def keeping(view: View, edited: View, ask: str) -> Draft:
    """The question whether an answer is kept, given how it is now and how it will be then."""
    if ask in (ACTIONS, MORE_ACTIONS, OWN_ACTIONS):
        return _asked(view, EDIT_PLAN, told=_plan(view, edited))
    if view.track.chapter_of(ask) in _OF_SCHOOL:
        return _asked(view, KEEP_EDIT, told=_picture(view, edited))
    return _asked(view, EDIT_OTHER)


def _asked(view: View, question: str, told: str = "") -> Draft:
    """A question with the options of the usual one, so that the answers are the same."""
    options = from_question(view.base, KEEP_EDIT, told=told).options
    return from_question(view.base, question, options=options, told=told)


def _picture(view: View, edited: View) -> str:
    name = "edit.changes" if edited.dominant != view.dominant else "edit.changes_nothing"
    return phrase(view.base, name, view.header.seed, conclusion=telling.conclusion(edited).text)


def _plan(view: View, edited: View) -> str:
    """The plan as it is then, and what of it falls away."""
    before, after = ([item.title for item in each.conclusions.plan] for each in (view, edited))
    seed, base = view.header.seed, view.base
    told = phrase(base, "edit.plan", seed, lines=_lines(after)) if after else phrase(base, "edit.plan_empty", seed)
    gone = [title for title in before if title not in after]
    return f"{told}\n{phrase(base, 'edit.plan_drops', seed, lines=_lines(gone))}" if gone else told


def _lines(titles: Iterable[str]) -> str:
    return "\n".join(f"- {title}" for title in titles)
