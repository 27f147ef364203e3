"""Chapter 6: stay and strengthen, or move; whose wish it is; a nearer step where the wish is far away."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log import ask_ids
from lobgids.log.ask_ids import detail_of
from lobgids.log.events import Event
from lobgids.school.ambition import NEARER, SCHOOL, STAY, WHOSE, is_only_the_decaans, moves_to, subjects
from lobgids.school.stage import is_far


def asks(view: View) -> Iterator[str]:
    """One wish a pillar, or one for the school in the short form; then whose it is."""
    for subject in subjects(view):
        yield ask_ids.ambition(subject)
    if any(moves_to(view, subject) for subject in subjects(view)):
        yield WHOSE
    if _is_far(view):
        yield NEARER


def draft(view: View, ask: str) -> Draft:
    """A question about the wish."""
    subject = detail_of(ask)
    if ask in (WHOSE, NEARER):
        return from_question(view.base, ask)
    pillar = next((pillar.name for pillar in view.base.pillars if pillar.id == subject), "")
    question = from_question(view.base, "ambition.pillar" if pillar else "ambition.school", pillar=pillar)
    stay = tuple(option for option in question.options if option.id in STAY)
    moves = tuple(
        Option(id=f"ambition.m{model.model}", text=_move(view, model.name))
        for model in view.base.models
        if model.model != view.dominant
    )
    return replace(question, options=(*stay, *moves), pillar=subject if pillar else "")


def _move(view: View, name: str) -> str:
    return from_question(view.base, "ambition.move", model=name).text


def _is_far(view: View) -> bool:
    return any(is_far(view, subject) for subject in subjects(view))


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that the wish is far away, or is one person's."""
    seed = f"{view.header.seed}{event.ask}"
    if event.ask not in (WHOSE, ask_ids.ambition(SCHOOL)):
        return
    if _is_far(view):
        yield say(view.base, "ambition.far", seed)
    if is_only_the_decaans(view):
        yield say(view.base, "ambition.alone", seed)


def skipped(view: View, ask: Ask) -> Say | None:
    """Say that a wish that is not given counts as staying; None for any other question."""
    if detail_of(ask.id) not in subjects(view) or ask.chapter != STEP.chapter:
        return None
    return say(view.base, "ambition.skipped", f"{view.header.seed}{ask.id}")


STEP = Step(
    name="ambition", chapter="ambition", asks=asks, draft=draft, reply=reply,
    needs=("ambition.pillar", "ambition.school", "ambition.move", WHOSE, NEARER),
)  # fmt: skip
