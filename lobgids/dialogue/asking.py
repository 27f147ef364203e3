"""A draft becomes an ask: the options in this conversation's order, and how far one is."""

from collections.abc import Callable

from lobgids.dialogue import agenda
from lobgids.dialogue.chapters.mentor import autumn, practice
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.machine import STEPS, steps_of
from lobgids.dialogue.order import shown_options
from lobgids.dialogue.protocol import Ask, Track
from lobgids.dialogue.state import KEEP_EDIT, PICTURE
from lobgids.dialogue.steps import open_asks, step_of
from lobgids.dialogue.view import BASIS, SHORT_MOST, SITUATION, View

ASKS_A_COMPONENT = 2
"""A component is foreseen to take its situation and its basis; probes are extra."""

ASKS_A_VOTE = 6
"""A component with a group: vote, reveal, talk, a sentence and what it rests on, and its part of a summary."""

ABOUT_AFTER_PICTURE = {"short": 12, "full": 26}
"""About how many asks follow from the picture on; how many it really are depends on the plan."""

_AFTER_PICTURE = ("picture", "ambition", "competences", "learning", "advice", "plan", "evaluation", "closing")


def to_ask(view: View, ask: str, draft: Draft) -> Ask:
    """The question as it is asked."""
    return Ask(
        id=ask,
        kind=draft.kind,
        text=draft.text,
        options=shown_options(view, ask, draft),
        chapter=chapter_of(ask),
        pillar=draft.pillar,
        component=draft.component,
        progress=progress(view),
        standing=None if KINDS[draft.kind].is_secret(view, ask) else view.state.value(ask),
        groups=draft.groups,
        tallies=draft.tallies,
        rows=draft.rows,
        row_kind=draft.row_kind,
        same=ask.endswith(f".{BASIS}") and bool(view.last_basis()),
    )


def chapter_of(ask: str) -> str:
    """The chapter that an ask belongs to; nothing for one that is of no step any more."""
    return STEPS.get(step_of(ask), "") if ask != KEEP_EDIT else STEPS["picture"]


def progress(view: View) -> float:
    """Answered / (answered + foreseen asks)."""
    answered = len(view.state.answers)
    return round(answered / (answered + foreseen(view)), 4) if answered else 0.0


def foreseen(view: View) -> int:
    """About how many asks are still to come, at least one."""
    return max(1, _FORESEEN[view.header.track](view))


def _of_decaan(view: View) -> int:
    count = sum(1 for step in ("welcome", "assignment", "summary", "roles") for _ in open_asks(step, view))
    if not view.state.concluded:
        left = sum(not view.is_answered(f"{component.id}.{SITUATION}") for component in view.base.components)
        done = len(view.base.components) - left
        count += ASKS_A_COMPONENT * (max(0, min(left, SHORT_MOST - done)) if view.is_short else left)
    if PICTURE in view.state.answers:
        count += sum(1 for step in _AFTER_PICTURE for _ in open_asks(step, view))
    else:
        count += ABOUT_AFTER_PICTURE["short" if view.is_short else "full"]
    return count


def _of_workshop(view: View) -> int:
    steps = ("setup", "roles", "summary", *_AFTER_PICTURE)
    count = sum(1 for step in steps for _ in open_asks(step, view))
    for component in agenda.components(view):
        if not view.is_answered(f"{component.id}.{SITUATION}"):
            count += 0 if view.state.concluded else ASKS_A_VOTE
    return count


def _of_mentor(view: View) -> int:
    count = sum(1 for step in steps_of("mentor") for _ in open_asks(step, view))
    return count + sum(more for ask, more in _BRINGS.items() if not view.is_answered(ask))


_BRINGS = {practice.CHOOSE: practice.MOST_CASES, autumn.TASKS: autumn.MOST_TASKS}
"""How many asks are foreseen to come with the answer to an open one."""

_FORESEEN: dict[Track, Callable[[View], int]] = {
    "decaan": _of_decaan,
    "workshop": _of_workshop,
    "mentor": _of_mentor,
}
