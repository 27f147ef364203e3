"""Why the picture is as it is: which answers weigh most, and which single answers would change it."""

from math import log

from msgspec import Struct

from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.school import evidence, naming
from lobgids.school.answering import situation_probabilities
from lobgids.school.view import SchoolView

TINY = 1e-12


class Weight(Struct, frozen=True, kw_only=True):
    """An answer and the change in log P(D1)/P(D2) of the two leading models when it is left out."""

    ask: str
    component: int
    weight: float


class Change(Struct, frozen=True, kw_only=True):
    """A single other answer by which another model would lead, or none (`model` is None)."""

    ask: str
    component: int
    option: str
    model: int | None


def why(view: SchoolView) -> list[Weight]:
    """The answered components by what they weigh, the heaviest first."""
    first, second = _two_leading(view)
    now = _odds(view.log_likelihoods, first, second)
    weights = []
    for place, component in enumerate(view.base.components):
        if view.log_likelihoods[place] != evidence.FLAT:
            without = _with(view, place, evidence.FLAT)
            weight = round(now - _odds(without, first, second), 4)
            weights.append(Weight(ask=ask_ids.situation(component), component=component.number, weight=weight))
    return sorted(weights, key=lambda item: (-abs(item.weight), item.component))


def would_change(view: SchoolView) -> list[Change]:
    """The other descriptions that, chosen instead at one component, would make another model lead or none."""
    changes = []
    for component in view.known:
        for option, known, shares in _others(view, component):
            there = naming.dominant_with(view, component, known, shares)
            if there != view.dominant:
                changes.append(
                    Change(ask=ask_ids.situation(component), component=component.number, option=option, model=there)
                )
    return changes


def _others(view: SchoolView, component: Component) -> list[tuple[str, evidence.LogLikelihood, evidence.StageCounts]]:
    """The descriptions that were not chosen, each as all that would be known of the component, and how it counts."""
    chosen = view.chosen(component)
    table = situation_probabilities(component)
    strength = view.strength(component)
    return [
        (description.id, evidence.weighed(row, strength), naming.of_one(description.model))
        for description, row in zip(component.descriptions, table, strict=True)
        if description not in chosen
    ]


def _with(view: SchoolView, place: int, instead: evidence.LogLikelihood) -> tuple[evidence.LogLikelihood, ...]:
    known = list(view.log_likelihoods)
    known[place] = instead
    return tuple(known)


def _two_leading(view: SchoolView) -> tuple[int, int]:
    """The places (0 to 2) of the two models that most likely lead."""
    ranked = sorted(range(3), key=lambda place: -view.leading.models[place])
    return ranked[0], ranked[1]


def _odds(known: tuple[evidence.LogLikelihood, ...], first: int, second: int) -> float:
    models = evidence.leading(known).models
    return log(max(models[first], TINY)) - log(max(models[second], TINY))
