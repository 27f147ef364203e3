"""What is wished for a school: to stay or to move, per pillar or as a whole, and whose wish that is."""

from lobgids.log import ask_ids
from lobgids.school.view import SchoolView

WHOSE, NEARER = "ambition.whose", "ambition.nearer"
NEARER_STEP = "nearer.step"
OF_DECAAN = "whose.decaan"
MOVES = ("ambition.m1", "ambition.m2", "ambition.m3")

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


def is_asked(view: SchoolView, subject: str) -> bool:
    """Whether a wish was asked for; one that was skipped counts as staying."""
    return view.is_answered(ask_of(view, subject))


def moves_to(view: SchoolView, subject: str) -> int | None:
    """The stage that is wished for; None if the wish is to stay, or there is none."""
    value = wish(view, subject)
    return int(value[-1]) if value in MOVES else None


def is_only_the_decaans(view: SchoolView) -> bool:
    """Whether a wish to move is the decaan's alone."""
    return bool(view.state.value(WHOSE) == [OF_DECAAN])
