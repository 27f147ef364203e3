"""What is wished for a school: to stay or to move, per pillar or as a whole, and the stage that is worked toward."""

from lobgids.log import ask_ids
from lobgids.school.view import SchoolView

WHOSE, NEARER = "ambition.whose", "ambition.nearer"
STAY = ("ambition.stay", "ambition.stay_school")

SCHOOL = ask_ids.SCHOOL
"""What a wish is about that is not split by pillar."""


def subjects(view: SchoolView) -> list[str]:
    """What the wishes are about: the pillars, or the school as a whole."""
    return [SCHOOL] if view.is_short else [pillar.id for pillar in view.base.pillars]


def ask_of(view: SchoolView, subject: str) -> str:
    """The ask that holds the wish: the one for the school until the pillar has an answer of its own."""
    ask = ask_ids.ambition(subject)
    return ask if view.is_answered(ask) else ask_ids.ambition(SCHOOL)


def wish(view: SchoolView, subject: str) -> str:
    """The id of the option that was chosen for a pillar or the school; empty if none was."""
    return str(view.state.value(ask_of(view, subject)) or "")


def moves_to(view: SchoolView, subject: str) -> int | None:
    """The stage that is wished for; None if the wish is to stay, or there is none."""
    value = wish(view, subject)
    return int(value[-1]) if value in ("ambition.m1", "ambition.m2", "ambition.m3") else None


def aimed(view: SchoolView) -> int | None:
    """The stage that the advice aims at: the farthest wish that was kept, else the present stage."""
    if view.state.value(NEARER) == "nearer.step" and view.dominant is not None and is_far(view):
        return 2
    wishes = [model for subject in subjects(view) if (model := moves_to(view, subject))]
    return max(wishes, key=lambda model: abs(model - (view.dominant or model)), default=view.dominant)


def next_stage(view: SchoolView) -> int | None:
    """The stage that the next steps work toward: the aimed one, or the one between if that is two away."""
    return _at_most_one_further(view, aimed(view))


def next_stage_of(view: SchoolView, pillar: str) -> int | None:
    """The stage that the next steps in a pillar work toward."""
    wished = moves_to(view, SCHOOL if view.is_short else pillar)
    return _at_most_one_further(view, wished or view.dominant)


def _at_most_one_further(view: SchoolView, stage: int | None) -> int | None:
    """The stage itself, or the second where it is two away: a school works toward that one first."""
    return 2 if stage and view.dominant and abs(stage - view.dominant) > 1 else stage


def is_far(view: SchoolView) -> bool:
    """Whether a wish is two stages away from where the school is."""
    now = view.dominant
    wishes = [model for subject in subjects(view) if (model := moves_to(view, subject))]
    return now is not None and any(abs(model - now) > 1 for model in wishes)


def is_only_the_decaans(view: SchoolView) -> bool:
    """Whether a wish to move is the decaan's alone."""
    return bool(view.state.value(WHOSE) == ["whose.decaan"])
