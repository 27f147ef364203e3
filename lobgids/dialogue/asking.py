"""A draft becomes an ask: the options in this conversation's order, and how far one is."""

from collections.abc import Callable
from hashlib import sha256

from lobgids.dialogue.chapters.mentor import autumn, practice
from lobgids.dialogue.chapters.pillars import UNKNOWN
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.machine import STEPS, steps_of
from lobgids.dialogue.protocol import Ask, Option, Track
from lobgids.dialogue.state import KEEP_EDIT, PICTURE
from lobgids.dialogue.steps import open_asks, step_of
from lobgids.dialogue.view import BASIS, BETWEEN, SHORT_MOST, SITUATION, View

ASKS_A_COMPONENT = 2
"""A component is foreseen to take its situation and its basis; probes are extra."""

ABOUT_AFTER_PICTURE = {"short": 12, "full": 26}
"""About how many asks follow from the picture on; how many it really are depends on the plan."""

_LAST = (BETWEEN, UNKNOWN)
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
        standing=view.state.value(ask),
        same=ask.endswith(f".{BASIS}") and bool(view.last_basis()),
    )


def shown_options(view: View, ask: str, draft: Draft) -> tuple[Option, ...]:
    """The options in the order in which they are shown, the same one whenever the conversation is resumed."""
    if not draft.mixed:
        return draft.options

    def key(option: Option) -> tuple[bool, bytes]:
        is_last = option.id.rpartition(".")[2] in _LAST
        return is_last, b"" if is_last else sha256(f"{view.header.seed}\0{ask}\0{option.id}".encode()).digest()

    return tuple(sorted(draft.options, key=key))


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


def _of_mentor(view: View) -> int:
    count = sum(1 for step in steps_of("mentor") for _ in open_asks(step, view))
    return count + sum(more for ask, more in _BRINGS.items() if not view.is_answered(ask))


_BRINGS = {practice.CHOOSE: practice.MOST_CASES, autumn.TASKS: autumn.MOST_TASKS}
"""How many asks are foreseen to come with the answer to an open one."""

_FORESEEN: dict[Track, Callable[[View], int]] = {"decaan": _of_decaan, "mentor": _of_mentor}
