"""Chapter 6: stay and strengthen, or move; whose wish it is; a nearer step where the wish is far away."""

from collections.abc import Iterator

from lobgids.log import ask_ids
from lobgids.log.ask_ids import detail_of
from lobgids.dialogue.draft import Draft, from_question
from lobgids.log.events import Event
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View

WHOSE, NEARER = "ambition.whose", "ambition.nearer"
STAY = ("ambition.stay", "ambition.stay_school")
SCHOOL = "school"


def asks(view: View) -> Iterator[str]:
    """One wish a pillar, or one for the school in the short form; then whose it is."""
    for subject in subjects(view):
        yield ask_ids.ambition(subject)
    if any(moves_to(view, subject) for subject in subjects(view)):
        yield WHOSE
    if is_far(view) or is_only_the_decaans(view):
        yield NEARER


def subjects(view: View) -> list[str]:
    """What the wishes are about: the pillars, or the school as a whole."""
    return [SCHOOL] if view.is_short else [pillar.id for pillar in view.base.pillars]


def ask_of(view: View, subject: str) -> str:
    """The ask whose answer is the wish: that for the school stands for each pillar until that is asked."""
    asked = ask_ids.ambition(subject)
    return asked if view.is_answered(asked) else ask_ids.ambition(SCHOOL)


def wish(view: View, subject: str) -> str:
    """What is wished for a pillar or the school; empty where nothing is."""
    return str(view.state.value(ask_of(view, subject)) or "")


def moves_to(view: View, subject: str) -> int | None:
    """The stage that is wished for, where it is another one than now."""
    value = wish(view, subject)
    return int(value[-1]) if value in ("ambition.m1", "ambition.m2", "ambition.m3") else None


def aimed(view: View) -> int | None:
    """The stage that advice aims at: the farthest wish that was kept, else the present one."""
    if view.state.value(NEARER) == "nearer.step" and view.dominant is not None and is_far(view):
        return 2
    wishes = [model for subject in subjects(view) if (model := moves_to(view, subject))]
    return max(wishes, key=lambda model: abs(model - (view.dominant or model)), default=view.dominant)


def next_stage(view: View) -> int | None:
    """The stage that the next steps work toward: the aimed one, or the one between where that is two away."""
    return _at_most_one_further(view, aimed(view))


def next_of(view: View, pillar: str) -> int | None:
    """The stage that the next steps in a pillar work toward."""
    wish = moves_to(view, SCHOOL if view.is_short else pillar)
    return _at_most_one_further(view, wish or view.dominant)


def _at_most_one_further(view: View, wish: int | None) -> int | None:
    """A wish that is two stages away is worked toward by the stage between; that one is the second."""
    return 2 if wish and view.dominant and abs(wish - view.dominant) > 1 else wish


def is_far(view: View) -> bool:
    """Whether a wish is two stages away from where the school is."""
    now = view.dominant
    wishes = [model for subject in subjects(view) if (model := moves_to(view, subject))]
    return now is not None and any(abs(model - now) > 1 for model in wishes)


def is_only_the_decaans(view: View) -> bool:
    """Whether a wish to move is the decaan's alone."""
    return bool(view.state.value(WHOSE) == ["whose.decaan"])


def draft(view: View, ask: str) -> Draft:
    """A question on the wish."""
    subject = detail_of(ask)
    if ask in (WHOSE, NEARER):
        return from_question(view.base, ask)
    pillar = next((pillar.name for pillar in view.base.pillars if pillar.id == subject), "")
    question = "ambition.pillar" if pillar else "ambition.school"
    told = from_question(view.base, question, pillar=pillar)
    stay = tuple(option for option in told.options if option.id in STAY)
    moves = tuple(
        Option(id=f"ambition.m{model.model}", text=_move(view, model.name))
        for model in view.base.models
        if model.model != view.dominant
    )
    return Draft(
        kind="choice", text=told.text, in_other_words=told.in_other_words, why=told.why, options=(*stay, *moves),
        pillar=subject if pillar else "",
    )  # fmt: skip


def _move(view: View, name: str) -> str:
    return from_question(view.base, "ambition.move", model=name).text


def reply(view: View, event: Event) -> Iterator[Say]:
    """That the wish is far away, or is one person's."""
    place = f"{view.header.seed}{event.ask}"
    if event.ask not in (WHOSE, ask_ids.ambition(SCHOOL)):
        return
    if is_far(view):
        yield say(view.base, "ambition.far", place)
    if is_only_the_decaans(view):
        yield say(view.base, "ambition.alone", place)


STEP = Step(
    name="ambition", chapter="ambition", asks=asks, draft=draft, reply=reply,
    needs=("ambition.pillar", "ambition.school", "ambition.move", WHOSE, NEARER),
)  # fmt: skip
