"""Why the picture is as it is: which answers weigh most, and which single answers would change it."""

from math import log

from msgspec import Struct

from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.school import evidence, naming
from lobgids.school.answering import situation_probabilities
from lobgids.school.view import SchoolView

TINY = 1e-12
"""The least probability of which the logarithm is taken."""


class Weight(Struct, frozen=True, kw_only=True):
    """An answer and the change in log P(D1)/P(D2) of the two leading models when it is left out."""

    ask: str
    component: int
    weight: float


class Change(Struct, frozen=True, kw_only=True):
    """One other answer by which another model would lead, or none (`model` is None)."""

    ask: str
    component: int
    option: str
    model: int | None


def why(view: SchoolView) -> list[Weight]:
    """The answers about components with their weights between the two leading models, the heaviest first."""
    return weights_between(view, *_two_leading(view))


def two_compared(view: SchoolView) -> tuple[int, int]:
    """The two models that the picture is about, by number: those that the school stands between, else the leading."""
    between = naming.stands_between(view) if view.dominant is None else None
    return between or _two_leading(view)


def weights_between(view: SchoolView, one: int, other: int) -> list[Weight]:
    """The answers about components with what they weigh for one model (by number) rather than another."""
    first, second = one - 1, other - 1
    now = _odds(view.log_likelihoods, first, second)
    weights = []
    for index, component in enumerate(view.base.components):
        if view.log_likelihoods[index] != evidence.FLAT:
            without = _with(view, index, evidence.FLAT)
            weight = round(now - _odds(without, first, second), 4)
            weights.append(Weight(ask=ask_ids.situation(component), component=component.number, weight=weight))
    return sorted(weights, key=lambda item: (-abs(item.weight), item.component))


def would_change(view: SchoolView) -> list[Change]:
    """The other descriptions that, chosen instead at one component, would make another model lead or none."""
    changes = []
    for component in view.known:
        for option, likelihood, shares in _alternatives(view, component):
            model = naming.dominant_with(view, component, likelihood, shares)
            if model != view.dominant:
                changes.append(
                    Change(ask=ask_ids.situation(component), component=component.number, option=option, model=model)
                )
    return changes


def _alternatives(
    view: SchoolView, component: Component
) -> list[tuple[str, evidence.LogLikelihood, evidence.StageCounts]]:
    """The ids of the descriptions that were not chosen, each with its log-likelihood and shares if it had been."""
    chosen = view.chosen(component)
    table = situation_probabilities(component)
    strength = view.strength(component)
    return [
        (description.id, evidence.weighed(row, strength), naming.of_one(description.model))
        for description, row in zip(component.descriptions, table, strict=True)
        if description not in chosen
    ]


def _with(view: SchoolView, index: int, instead: evidence.LogLikelihood) -> tuple[evidence.LogLikelihood, ...]:
    """The log-likelihoods of all components, with another one at the index."""
    likelihoods = list(view.log_likelihoods)
    likelihoods[index] = instead
    return tuple(likelihoods)


def _two_leading(view: SchoolView) -> tuple[int, int]:
    """The numbers of the two models that most likely lead."""
    ranked = sorted((1, 2, 3), key=lambda number: -view.leading.models[number - 1])
    return ranked[0], ranked[1]


def _odds(likelihoods: tuple[evidence.LogLikelihood, ...], first: int, second: int) -> float:
    """The logarithm of P(the first leads) / P(the second leads), by their indexes."""
    models = evidence.leading(likelihoods).models
    return log(max(models[first], TINY)) - log(max(models[second], TINY))
