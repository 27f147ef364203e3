"""Chapter 6: stay and strengthen, or move; whose wish it is; a nearer step where the wish is far away."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Ask, Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.schema.school import Pillar
from lobgids.log import ask_ids
from lobgids.log.ask_ids import detail_of
from lobgids.log.events import Event
from lobgids.school.ambition import NEARER, NEARER_STEP, SCHOOL, WHOSE, is_only_the_decaans, moves_to, subjects
from lobgids.school.sayings import said_with
from lobgids.school.stage import NEARER_STAGE, is_far, present
from lobgids.school.ways import way_now


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
    pillar = next((pillar for pillar in view.base.pillars if pillar.id == subject), None)
    nth = view.base.pillars.index(pillar) if pillar else 0
    question = from_question(view.base, "ambition.pillar" if pillar else "ambition.school", nth=nth)
    ways = pillar.ways if pillar else tuple(model.way for model in view.base.models)
    here, present_one = _way_now(view, pillar), _stage_of(view, pillar)
    moves = (Option(id=f"ambition.m{way.model}", text=way.move) for way in ways if way.model != present_one)
    stay = (
        replace(option, text=next((way.stay for way in ways if way.model == here), option.text))
        for option in question.options
    )
    return replace(question, options=(*stay, *moves), pillar=pillar.id if pillar else "")


def _way_now(view: View, pillar: Pillar | None) -> int | None:
    """The model in whose way it goes now: of a school the one that leads, of a pillar the one that its answers are of.

    None if none can be said: of a pillar only if what its way says of the school was answered, and nothing else.
    """
    if pillar is None:
        return view.start
    way = way_now(view, pillar)
    return way.model if way else None


def _stage_of(view: View, pillar: Pillar | None) -> int | None:
    """The one stage that all answers of a pillar are of, the leading one without any; None if they differ."""
    components = view.components_of(pillar) if pillar else []
    stages = {stage for component in components for stage in present(view, component)}
    return None if len(stages) > 1 else min(stages, default=view.start)


def _is_far(view: View) -> bool:
    return any(is_far(view, subject) for subject in subjects(view))


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that the wish is far away, or is one person's; and which step comes first if one takes a nearer one."""
    seed = f"{view.header.seed}{event.ask}"
    if event.ask == NEARER and event.value == NEARER_STEP and _is_far(view):
        yield say(view.base, f"ambition.nearer.{_far_wish(view)}", seed)
    if event.ask == (ask_ids.ambition(SCHOOL) if view.is_short else WHOSE) and _is_far(view):
        yield say(view.base, "ambition.far", seed)
    if event.ask == WHOSE and is_only_the_decaans(view):
        yield say(view.base, "ambition.alone", seed)


def skipped(view: View, ask: Ask) -> Say | None:
    """Say that a wish that is not given counts as staying; None for any other question."""
    if detail_of(ask.id) not in subjects(view) or ask.chapter != STEP.chapter:
        return None
    if said_with(view, ask.id):
        return say(view.base, "ambition.own_words", view.header.seed)
    return say(view.base, "ambition.skipped", subjects(view).index(detail_of(ask.id)))


def _far_wish(view: View) -> str:
    """The number of the model that is wished for and is two away; `several` if there is no one such model."""
    wished = {model for subject in subjects(view) if (model := moves_to(view, subject)) not in (None, NEARER_STAGE)}
    return str(*wished - {view.start}) if len(wished - {view.start}) == 1 else "several"


STEP = Step(
    name="ambition", chapter="ambition", asks=asks, draft=draft, reply=reply,
    needs=("ambition.pillar", "ambition.school", WHOSE, NEARER),
)  # fmt: skip
