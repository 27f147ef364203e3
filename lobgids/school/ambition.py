"""Where one wants to go with a school: stay or move, in each pillar or as a whole, and the stage worked toward."""

from lobgids.log import ask_ids
from lobgids.school.view import SchoolView

WHOSE, NEARER = "ambition.whose", "ambition.nearer"


STAY = ("ambition.stay", "ambition.stay_school")


SCHOOL = "school"


def subjects(view: SchoolView) -> list[str]:
    """What the wishes are about: the pillars, or the school as a whole."""
    return [SCHOOL] if view.is_short else [pillar.id for pillar in view.base.pillars]


def ask_of(view: SchoolView, subject: str) -> str:
    """The ask whose answer is the wish: that for the school stands for each pillar until that is asked."""
    asked = ask_ids.ambition(subject)
    return asked if view.is_answered(asked) else ask_ids.ambition(SCHOOL)


def wish(view: SchoolView, subject: str) -> str:
    """What is wished for a pillar or the school; empty where nothing is."""
    return str(view.state.value(ask_of(view, subject)) or "")


def moves_to(view: SchoolView, subject: str) -> int | None:
    """The stage that is wished for, where it is another one than now."""
    value = wish(view, subject)
    return int(value[-1]) if value in ("ambition.m1", "ambition.m2", "ambition.m3") else None


def aimed(view: SchoolView) -> int | None:
    """The stage that advice aims at: the farthest wish that was kept, else the present one."""
    if view.state.value(NEARER) == "nearer.step" and view.dominant is not None and is_far(view):
        return 2
    wishes = [model for subject in subjects(view) if (model := moves_to(view, subject))]
    return max(wishes, key=lambda model: abs(model - (view.dominant or model)), default=view.dominant)


def next_stage(view: SchoolView) -> int | None:
    """The stage that the next steps work toward: the aimed one, or the one between where that is two away."""
    return _at_most_one_further(view, aimed(view))


def next_of(view: SchoolView, pillar: str) -> int | None:
    """The stage that the next steps in a pillar work toward."""
    wish = moves_to(view, SCHOOL if view.is_short else pillar)
    return _at_most_one_further(view, wish or view.dominant)


def _at_most_one_further(view: SchoolView, wish: int | None) -> int | None:
    """A wish that is two stages away is worked toward by the stage between; that one is the second."""
    return 2 if wish and view.dominant and abs(wish - view.dominant) > 1 else wish


def is_far(view: SchoolView) -> bool:
    """Whether a wish is two stages away from where the school is."""
    now = view.dominant
    wishes = [model for subject in subjects(view) if (model := moves_to(view, subject))]
    return now is not None and any(abs(model - now) > 1 for model in wishes)


def is_only_the_decaans(view: SchoolView) -> bool:
    """Whether a wish to move is the decaan's alone."""
    return bool(view.state.value(WHOSE) == ["whose.decaan"])
