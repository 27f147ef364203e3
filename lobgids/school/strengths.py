"""What is strong, and what students gain: of this school only what was answered so, else of schools in its stage.

A description's `strength` holds for whoever chose it. What a model says of its schools holds for many of them; it is a
fact of this one only where every component that it rests on was answered so.
"""

from collections.abc import Sequence
from functools import partial

from lobgids.kb.sayings import says
from lobgids.kb.schema.base import Statement
from lobgids.kb.schema.school import Component, Description
from lobgids.log.ask_ids import ASSIGNED, situation
from lobgids.school.sayings import in_own_words, is_reserved, keeps_back
from lobgids.school.stage import present
from lobgids.school.view import SchoolView

MOST_NAMED = 3
"""How many of what works here are named."""

NOT_SO = "picture.not_so"
"""The ask which of what works here one said does not."""

NO_COMPONENT = 0
"""What a fact of the publication that is about no component has for its number."""


def of_stage(view: SchoolView) -> tuple[Statement, ...]:
    """What often makes schools in the leading stage strong, which says nothing of this one; empty if none leads."""
    return view.base.model(view.start).strengths if view.start else ()


def gains(view: SchoolView, stage: int) -> tuple[list[Statement], list[Statement]]:
    """What students gain in this school, and what they often gain in schools in this stage; none if no stage leads."""
    said = view.base.model(stage).gains if view.start else ()
    here = [gain for gain in said if holds(view, gain, stage)]
    return here, [gain for gain in said if gain not in here]


def holds(view: SchoolView, statement: Statement, stage: int) -> bool:
    """Whether every component that a statement of a model rests on was answered so, and not only on paper or in part.

    What rests on no component holds for no school in particular.
    """
    known = view.base.facts_by_id
    cited = {known[fact].component for fact in statement.facts if fact in known} - {NO_COMPONENT}
    return bool(cited) and all(_is_so(view, view.base.component(number), stage) for number in cited)


def _is_so(view: SchoolView, component: Component, stage: int) -> bool:
    is_plain = not is_reserved(view, component) and not _is_in_words(view, component)
    is_here = present(view, component) == (stage,) and not view.is_unseen(component)
    return _is_kept(view, component) and is_here and is_plain


def what_works(view: SchoolView, *, of_each_pillar: bool = False) -> list[Description]:
    """What works by the answers, without what one said of it since that it does not."""
    return _working([component for component in view.known if _is_kept(view, component)], view, of_each_pillar)


def what_was_told(view: SchoolView) -> list[Description]:
    """What works by the answers alone, as it was told before one could say that some of it does not."""
    return _working(view.known, view, of_each_pillar=False)


def _working(known: Sequence[Component], view: SchoolView, of_each_pillar: bool) -> list[Description]:  # noqa: FBT001
    """What was seen happening and has a strength: first what one saw oneself.

    `of_each_pillar`: first one of each pillar, and of these first the pillars that the assignment is about.
    """
    ranked = sorted(
        filter(partial(_is_plainly_so, view), known),
        key=lambda component: ("lessons" not in view.bases(component), component.number),
    )
    strong = [component for component in ranked if view.chosen(component)[0].strength]
    if of_each_pillar:
        strong = _spread(view, strong)
    return [view.chosen(component)[0] for component in strong[:MOST_NAMED]]


def _is_kept(view: SchoolView, component: Component) -> bool:
    """Whether one did not say, of what was told to work, that this does not."""
    return not any(description.id in view.ids(NOT_SO) for description in view.chosen(component))


def _is_plainly_so(view: SchoolView, component: Component) -> bool:
    """Whether an answer was seen happening, everywhere and without a reservation, and was chosen as it stands.

    Who tells it in own words did not say what is strong about the description.
    """
    is_so = view.is_seen(component) and not view.is_between(component) and not is_reserved(view, component)
    return is_so and not _is_in_words(view, component)


def _is_in_words(view: SchoolView, component: Component) -> bool:
    """Whether one person told it in own words, before one chose or instead, or said that it is only partly so."""
    if view.manner.answering.is_vote:
        return False
    is_typed = any(note.own_words and note.ask == situation(component) for note in view.state.notes)
    quote = view.quote(component)
    is_partly = keeps_back(view.base, quote) or says(view.base, "partly", quote) or _is_only_near(view, quote)
    return is_typed or is_partly or bool(in_own_words(view, component))


def _is_only_near(view: SchoolView, quote: str) -> bool:
    """Whether one said of an answer that it comes closest: 'nummer 2 komt het dichtst in de buurt'."""
    return view.header.shows_sentences and says(view.base, "closest", quote)


def _spread(view: SchoolView, components: list[Component]) -> list[Component]:
    """These components, the first of each pillar before the second ones; what the assignment is about comes first."""
    of_pillar = {pillar.id: [one for one in components if one.pillar == pillar.id] for pillar in view.base.pillars}
    about = view.ids(ASSIGNED)
    ranked = sorted(components, key=lambda one: f"about.{one.pillar}" not in about)
    return sorted(ranked, key=lambda one: of_pillar[one.pillar].index(one))
