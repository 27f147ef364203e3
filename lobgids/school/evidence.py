"""What the answers say of the stage that a school is in: a small, exact model without sampling or training.

Every component is in one of three stages. The leading model is the stage that most components are in. Beforehand every
division n = (n1, n2, n3) of the N components over the stages is equally likely, and given n every arrangement: a
Dirichlet-multinomial with alpha = (1, 1, 1). With L_c(s) the likelihood of component c in stage s,

    w(n) = n1! n2! n3! / N! * e_n(L),    e_n(L): the coefficient of x^n1 y^n2 z^n3 in prod_c (L_c1 x + L_c2 y + L_c3 z)

is the weight of a division. Likelihoods are kept as natural logarithms (nats) up to a constant per component, triples
stand for the stages 1, 2, 3, and a component about which nothing is known is `FLAT`.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

Certainty = Literal["open", "seems", "likely", "clear"]
"""How sure the leading model is, in a word."""

LogLikelihood = tuple[float, float, float]
"""log P(evidence | component is in stage 1, 2, 3), in nats, up to a constant."""

Probabilities = tuple[float, float, float]
"""A probability per stage: P(one option | stage 1, 2, 3), or P(stage 1, 2, 3)."""

FLAT: LogLikelihood = (0.0, 0.0, 0.0)

HOW_OFTEN: dict[str, float] = {"zelden": 0.05, "soms": 0.2, "vaak": 0.5, "bijna altijd": 0.8}
"""How often a school of a model would answer so, in an author's words."""

BASES: dict[str, float] = {
    "lessons": 1.0,
    "students": 1.0,
    "documents": 0.6,
    "colleagues": 0.5,
    "impression": 0.3,
    "wish": 0.0,
}
NO_BASIS = 0.3
FURTHER_BASIS = 0.1
PROBE = 0.5
THEMES = 0.5
VOTERS_ALIKE = 0.5  # rho in Kish's design effect: colleagues of one school are not independent witnesses

CLEAR, LIKELY, SEEMS = 0.9, 0.75, 0.6
STANDS_BETWEEN = 0.9
"""The school stands between two models if P(either leads) and P(tie) come to this together."""

FAR_AHEAD = 5
"""A model that is so many components ahead of the next still is if a whole group misread two of them."""

TINY = 1e-9
"""The rounding error that is allowed in a sum of shares."""

TIE = 3  # the outcome beside the three models: no stage has strictly the most components

Division = tuple[int, int, int]

StageCounts = tuple[float, float, float]
"""How many answered components are in stage 1, 2, 3: a between counts half for each, a group's by its camps."""


class Leading(NamedTuple):
    """P(model m is the stage that most components are in) for the models 1, 2, 3, and P(tie); together 1."""

    models: Probabilities
    tie: float


def answer_probabilities(fits: Sequence[tuple[str, str, str]]) -> tuple[Probabilities, ...]:
    """P(option | stage), one row an option; every stage's column sums to 1. `fits`: per option a word per model."""
    shares = [[HOW_OFTEN[word] for word in words] for words in fits]
    first, second, third = map(math.fsum, zip(*shares, strict=True))
    return tuple((a / first, b / second, c / third) for a, b, c in shares)


def mixed(options: Sequence[Probabilities]) -> Probabilities:
    """P(one of these options | stage), each as likely as the others: their mean, per stage."""
    return _mean(options)


def between(options: Sequence[Probabilities], stages: Collection[int]) -> Probabilities:
    """P('between' these options | stage), which favours none of the chosen stages (0, 1, 2) over another.

    The chosen stages get one probability, the mean of theirs; the others keep what the mean makes them. By the mean
    alone each between would be a small vote for the stage whose column is spread least, and twelve would name it.
    """
    mean = _mean(options)
    alike = math.fsum(mean[stage] for stage in stages) / len(stages)
    first, second, third = (alike if stage in stages else mean[stage] for stage in range(3))
    return first, second, third


def weighed(option: Probabilities, strength: float) -> LogLikelihood:
    """The log-likelihood of an answer, tempered by the strength (0 to 1) of what it rests on."""
    first, second, third = (strength * math.log(probability) for probability in option)
    return first, second, third


def tempered(known: LogLikelihood, strength: float) -> LogLikelihood:
    """A log-likelihood that counts only as much as what it rests on, a strength from 0 to 1."""
    first, second, third = (strength * value for value in known)
    return first, second, third


def added(parts: Iterable[LogLikelihood]) -> LogLikelihood:
    """The log-likelihoods of one component together; rounded once, so that their order never matters."""
    first, second, third = map(math.fsum, zip(FLAT, *parts, strict=True))
    return first, second, third


def basis_strength(bases: Collection[str]) -> float:
    """How strongly an answer counts by what it rests on: the strongest basis, and a tenth for each further kind."""
    if not bases:
        return NO_BASIS
    strengths = [BASES[basis] for basis in set(bases) - {"wish"}]
    if not strengths:
        return BASES["wish"]
    return min(1.0, max(strengths) + FURTHER_BASIS * (len(strengths) - 1))


def probe_strength(answer_strength: float) -> float:
    """How strongly a probe counts: half, and never more than the answer that it probes."""
    return min(PROBE, answer_strength)


def themes_together(themes: Sequence[LogLikelihood]) -> LogLikelihood:
    """The role themes of one component as one witness that counts half: the mean of their log-likelihoods times .5."""
    if not themes:
        return FLAT
    first, second, third = (THEMES * total / len(themes) for total in added(themes))
    return first, second, third


def group(counts: Sequence[int], options: Sequence[Probabilities]) -> LogLikelihood:
    """The log-likelihood of a group's votes, `counts` per option: n_eff / n * sum_o k_o log P(o | stage).

    n_eff = n / (1 + (n - 1) rho) is the number of independent voters that n alike ones are worth (Kish's design
    effect), so n_eff / n is the strength of a vote.
    """
    voters = sum(counts)
    if not voters:
        return FLAT
    strength = 1 / (1 + (voters - 1) * VOTERS_ALIKE)
    return added(weighed(option, strength * count) for option, count in zip(options, counts, strict=True))


def leading(components: Sequence[LogLikelihood]) -> Leading:
    """P(each model leads) and P(tie): the sums of w(n) by the strictly largest number in n, over the sum of all."""
    masses = [0.0] * 4
    for division, weight in _weights(components).items():
        masses[_outcome(division)] += weight
    first, second, third, tie = (mass / sum(masses) for mass in masses)
    return Leading((first, second, third), tie)


def component_posteriors(components: Sequence[LogLikelihood]) -> tuple[Probabilities, ...]:
    """P(component c is in stage 1, 2, 3 | all evidence), one row a component."""
    return tuple(_posterior(components, index) for index in range(len(components)))


def pillar_posterior(components: Sequence[Probabilities]) -> Probabilities:
    """The mean of its components' posteriors: the expected share of the pillar that is in each stage."""
    return _mean(components)


def certainty(probability: float) -> str:
    """The word for how sure a probability (0 to 1) is."""
    for word, least in (("clear", CLEAR), ("likely", LIKELY), ("seems", SEEMS)):
        if probability >= least:
            return word
    return "open"


def probable(result: Leading) -> int | None:
    """The number (1, 2, 3) of the most likely model, or None if none is probable enough to be named."""
    probability = max(result.models)
    return result.models.index(probability) + 1 if probability >= SEEMS else None


def dominant(result: Leading, answered: StageCounts) -> int | None:
    """The number of the model that may be named as leading, or None.

    It is probable enough, the answers do not divide evenly whatever the probability says, and no other model has more
    answers. Without the last rule somebody who saw only their own work and heard of the rest, which counts less, would
    always get the stage of their own work.
    """
    model = probable(result)
    if model is None or is_even(answered) or answered[model - 1] < max(answered) - TINY:
        return None
    return model


def counted(shares: Iterable[StageCounts]) -> StageCounts:
    """The sum of the shares of answered components, per stage; their order never matters."""
    first, second, third = map(math.fsum, zip((0.0, 0.0, 0.0), *shares, strict=True))
    return first, second, third


def is_even(answered: StageCounts) -> bool:
    """Whether the two highest counts differ by one or less: an answer more or less would turn it."""
    first, second, _ = sorted(answered, reverse=True)
    return first - second <= 1 + TINY


def is_far_ahead(answered: StageCounts) -> bool:
    """Whether the highest count is so far ahead that two components misread by a whole group would not turn it."""
    first, second, _ = sorted(answered, reverse=True)
    return first - second >= FAR_AHEAD - TINY


def most_answered(answered: StageCounts) -> int:
    """The number of the model with most answers, the first if several have that many."""
    return answered.index(max(answered)) + 1


def two_most_answered(answered: StageCounts) -> tuple[int, int] | None:
    """The numbers of the two models with most answers, in order; None if a third is about as close."""
    first, second, third = sorted((1, 2, 3), key=lambda model: -answered[model - 1])
    if is_even((answered[second - 1], answered[third - 1], 0.0)):
        return None
    return min(first, second), max(first, second)


def two_most_probable(result: Leading) -> tuple[int, int] | None:
    """The numbers of two models, in order, that with the tie hold `STANDS_BETWEEN`; None if a third may lead too."""
    first, second = sorted(sorted((1, 2, 3), key=lambda model: -result.models[model - 1])[:2])
    together = result.models[first - 1] + result.models[second - 1] + result.tie
    return (first, second) if together >= STANDS_BETWEEN else None


def expected_information(components: Sequence[LogLikelihood], index: int, options: Sequence[Probabilities]) -> float:
    """By how many nats an answer to the component at `index` is expected to lower the entropy of (P1, P2, P3, tie).

    The component is so far unanswered, and the answer counts fully. `options` has a row P(option | stage) an option
    and its columns sum to 1. This is the mutual information of outcome and answer: H(outcome) - H(outcome | answer).
    """
    joint = _stages_and_outcomes(_others(components, index))
    by_outcome: list[tuple[float, ...]] = list(zip(*joint, strict=True))
    answered = [
        [sum(p * mass for p, mass in zip(option, stages, strict=True)) for stages in by_outcome] for option in options
    ]
    total = sum(map(sum, joint))
    after = sum(sum(masses) / total * _entropy(masses) for masses in answered)
    return _entropy([sum(stages) for stages in by_outcome]) - after


def _weights(components: Iterable[LogLikelihood]) -> Mapping[Division, float]:
    """w(n) of every division n of the components, up to a constant; 91 numbers for twelve components.

    Component by component: n1! n2! n3! / N! is n_s / N times the same for n with one less in stage s, so that
    w(n) = sum_s L(s) n_s / N w(n - 1 in s), without large factorials. Each component is scaled by its largest
    likelihood, which is then 1: the sum neither overflows nor vanishes. Sorted, so that the order in which components
    are given makes no difference, not even in the last digit.
    """
    return _weights_of_sorted(tuple(sorted(components)))


@lru_cache(maxsize=64)  # most answers leave the components as they were
def _weights_of_sorted(components: tuple[LogLikelihood, ...]) -> Mapping[Division, float]:
    weights: dict[Division, float] = {(0, 0, 0): 1.0}
    for size, component in enumerate(components, 1):
        first, second, third = (likelihood / size for likelihood in _scaled(component))
        larger: dict[Division, float] = {}
        for (a, b, c), weight in weights.items():
            larger[a + 1, b, c] = larger.get((a + 1, b, c), 0.0) + (a + 1) * first * weight
            larger[a, b + 1, c] = larger.get((a, b + 1, c), 0.0) + (b + 1) * second * weight
            larger[a, b, c + 1] = larger.get((a, b, c + 1), 0.0) + (c + 1) * third * weight
        weights = larger
    return weights


def _scaled(component: LogLikelihood) -> Probabilities:
    """The likelihoods of a component, divided by the largest."""
    largest = max(component)
    first, second, third = (math.exp(value - largest) for value in component)
    return first, second, third


def _outcome(division: Division) -> int:
    """The index (0 to 2) of the model that leads in a division, or `TIE`."""
    most = max(division)
    return division.index(most) if division.count(most) == 1 else TIE


def _others(components: Sequence[LogLikelihood], index: int) -> list[LogLikelihood]:
    return [component for other, component in enumerate(components) if other != index]


def _stages_and_outcomes(others: Sequence[LogLikelihood]) -> list[list[float]]:
    """P(an additional component is in the stage, outcome with it | the others), up to a constant: 3 rows of 4.

    The other components' weights are built once, then the additional one is put in each stage in turn (see `_weights`).
    """
    joint = [[0.0] * 4 for _ in range(3)]
    for (a, b, c), weight in _weights(others).items():
        for stage, division in enumerate(((a + 1, b, c), (a, b + 1, c), (a, b, c + 1))):
            joint[stage][_outcome(division)] += division[stage] * weight
    return joint


def _posterior(components: Sequence[LogLikelihood], index: int) -> Probabilities:
    """P(stage of the component at `index`): what the others say of it times its own likelihood."""
    joint = _stages_and_outcomes(_others(components, index))
    masses = [sum(row) * own for row, own in zip(joint, _scaled(components[index]), strict=True)]
    first, second, third = (mass / sum(masses) for mass in masses)
    return first, second, third


def _mean(rows: Sequence[Probabilities]) -> Probabilities:
    first, second, third = (math.fsum(column) / len(rows) for column in zip(*rows, strict=True))
    return first, second, third


def _entropy(masses: Sequence[float]) -> float:
    """Shannon's entropy, in nats, of outcomes with these masses, which need not sum to 1."""
    total = sum(masses)
    return -sum(mass / total * math.log(mass / total) for mass in masses if mass)
