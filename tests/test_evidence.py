"""The evidence model against numbers by hand, brute force, an independent source and properties that it must have.

Independent source: SciPy's `dirichlet_multinomial` for how probable a division of components over stages is beforehand
(pgmpy, an exact-inference library, needs torch for it), and NumPy's Gauss-Legendre quadrature for the posteriors: by de
Finetti, the model is also a mixture over the shares p of the stages, uniform on the simplex, given which components are
independent. Its integrands are polynomials of degree 13 at most, so the quadrature is exact and counts no divisions.
"""

import itertools
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lobgids.dialogue.evidence import (
    FLAT,
    HOW_OFTEN,
    TIE,
    Leading,
    LogLikelihood,
    Probabilities,
    added,
    answer_probabilities,
    basis_strength,
    certainty,
    component_posteriors,
    dominant,
    expected_information,
    group,
    leading,
    mixed,
    pillar_posterior,
    probe_strength,
    themes_together,
    weighed,
)
from lobgids.kb.load import CONTENT

FITS = [("bijna altijd", "soms", "zelden"), ("soms", "bijna altijd", "soms"), ("zelden", "soms", "bijna altijd")]
OPTIONS = answer_probabilities(FITS)
EXAMPLE = [weighed(OPTIONS[1], 1.0), *[FLAT] * 11]

words = st.sampled_from(sorted(HOW_OFTEN))
answers = st.lists(st.tuples(words, words, words), min_size=2, max_size=8).map(answer_probabilities)
levels = st.floats(-8, 0)
components = st.tuples(levels, levels, levels)
schools = st.lists(components, min_size=1, max_size=12)
extremes = st.lists(st.tuples(*[st.sampled_from([-2000.0, -700.0, 0.0, 700.0])] * 3), min_size=12, max_size=12)


def a_school(size: int, seed: int) -> list[LogLikelihood]:
    """Log-likelihoods drawn at random."""
    draw = random.Random(seed)  # nothing secret
    return [(draw.uniform(-4, 0), draw.uniform(-4, 0), draw.uniform(-4, 0)) for _ in range(size)]


def outcomes(result: Leading) -> tuple[float, ...]:
    return (*result.models, result.tie)


# By hand.


def test_worked_example_answer_probabilities() -> None:
    # Model 1: .8 + .2 + .05 = 1.05, so 16/21, 4/21, 1/21. Model 2: .2 + .8 + .2 = 1.2, so 1/6, 2/3, 1/6. Model 3 is
    # model 1 the other way round.
    assert OPTIONS[0] == pytest.approx((16 / 21, 1 / 6, 1 / 21))
    assert OPTIONS[1] == pytest.approx((4 / 21, 2 / 3, 4 / 21))
    assert OPTIONS[2] == pytest.approx((1 / 21, 1 / 6, 16 / 21))


def test_worked_example_posteriors() -> None:
    # Likelihoods 4/21 : 14/21 : 4/21 = 2 : 7 : 2 and stages equally likely beforehand: 2/11, 7/11, 2/11. Another
    # component of which nothing is known is, by Laplace's rule of succession, in the same stage with
    # (1 + 1) / (1 + 3) = 1/2 and in either other one with 1/4: stage 2 with 7/11 * 1/2 + 4/11 * 1/4 = 9/22, the others
    # with (1 - 9/22) / 2 = 13/44.
    first, *others = component_posteriors(EXAMPLE)
    assert first == pytest.approx((2 / 11, 7 / 11, 2 / 11))
    assert len(others) == 11
    for other in others:
        assert other == pytest.approx((13 / 44, 9 / 22, 13 / 44))
    assert pillar_posterior([first, others[0]]) == pytest.approx((21 / 88, 23 / 44, 21 / 88))


def test_worked_example_leading() -> None:
    # 91 divisions of twelve. Stage 2 is strictly the largest with 12, 11, 10, 9, 8, 7, 6, 5 components in 1, 2, 3, 4,
    # 5, 6, 5, 2 of them: 28 divisions, with 222 components in stage 2 (12 + 22 + 30 + 36 + 40 + 42 + 30 + 10) and, of
    # 28 * 12 = 336, (336 - 222) / 2 = 57 in either other stage. The other 91 - 3 * 28 = 7 are ties, with
    # 7 * 12 / 3 = 28 components in each stage. Given n, the component is in stage s with n_s / 12. In twelfths of a
    # division, with likelihoods 2 : 7 : 2:
    #   model 2 leads: 2 * 57 + 7 * 222 + 2 * 57 = 1782        model 1 leads: 2 * 222 + 7 * 57 + 2 * 57 = 957
    #   model 3 leads: 957                                     a tie: (2 + 7 + 2) * 28 = 308
    # of 4004 together: 81/182 = .445, 87/364 = .239, .239 and 1/13 = .077.
    result = leading(EXAMPLE)
    assert result.models == pytest.approx((87 / 364, 81 / 182, 87 / 364), abs=1e-12)
    assert result.tie == pytest.approx(1 / 13, abs=1e-12)
    assert dominant(result) is None
    assert certainty(max(result.models)) == "open"


def test_nothing_known() -> None:
    result = leading([FLAT] * 12)
    assert outcomes(result) == pytest.approx((28 / 91, 28 / 91, 28 / 91, 7 / 91))


def test_group_by_hand() -> None:
    # 13 voters, 1 + 12 * .5 = 7, so a seventh of 4 ln a + 7 ln b + 2 ln c:
    #   stage 1: (4 ln(16/21) + 7 ln(4/21) + 2 ln(1/21)) / 7 = (-1.087735 - 11.607596 - 6.089045) / 7 = -2.683482
    #   stage 2: (6 ln(1/6) + 7 ln(2/3)) / 7 = (-10.750557 - 2.838256) / 7 = -1.941259
    #   stage 3: (4 ln(1/21) + 7 ln(4/21) + 2 ln(16/21)) / 7 = (-12.178090 - 11.607596 - .543867) / 7 = -3.475650
    assert group((4, 7, 2), OPTIONS) == pytest.approx((-2.683482, -1.941259, -3.475650), abs=1e-6)


def test_one_vote_is_one_answer() -> None:
    assert group((0, 1, 0), OPTIONS) == pytest.approx(weighed(OPTIONS[1], 1.0))
    assert group((0, 0, 0), OPTIONS) == FLAT


def test_between_is_the_mean_then_tempered() -> None:
    between = mixed(OPTIONS[:2])
    assert between == pytest.approx((10 / 21, 5 / 12, 5 / 42))
    assert weighed(between, 0.5) == pytest.approx((math.log(10 / 21) / 2, math.log(5 / 12) / 2, math.log(5 / 42) / 2))


@pytest.mark.parametrize(
    ("bases", "strength"),
    [
        ((), 0.3),
        (("lessons",), 1.0),
        (("students",), 1.0),
        (("documents",), 0.6),
        (("colleagues",), 0.5),
        (("impression",), 0.3),
        (("wish",), 0.0),
        (("documents", "wish"), 0.6),
        (("impression", "documents"), 0.7),
        (("impression", "colleagues", "documents"), 0.8),
        (("lessons", "students", "documents"), 1.0),
    ],
)
def test_basis_strength(bases: tuple[str, ...], strength: float) -> None:
    assert basis_strength(bases) == pytest.approx(strength)


def test_probe_counts_half_and_never_more_than_its_answer() -> None:
    assert [probe_strength(strength) for strength in (1.0, 0.6, 0.3, 0.0)] == [0.5, 0.5, 0.3, 0.0]


def test_themes_of_a_component_are_one_witness() -> None:
    assert themes_together([]) == FLAT
    assert themes_together([(-1.0, -2.0, -4.0)]) == pytest.approx((-0.5, -1.0, -2.0))
    assert themes_together([(-1.0, -2.0, -4.0), (-3.0, 0.0, 0.0)]) == pytest.approx((-1.0, -0.5, -1.0))


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (1.0, "clear"),
        (0.9, "clear"),
        (0.8999, "likely"),
        (0.75, "likely"),
        (0.7499, "seems"),
        (0.6, "seems"),
        (0.5999, "open"),
        (0.0, "open"),
    ],
)
def test_certainty(probability: float, word: str) -> None:
    assert certainty(probability) == word


@pytest.mark.parametrize(
    ("models", "model"),
    [((0.6, 0.3, 0.05), 1), ((0.1, 0.85, 0.0), 2), ((0.0, 0.1, 0.9), 3), ((0.59, 0.36, 0.0), None)],
)
def test_dominant(models: Probabilities, model: int | None) -> None:
    assert dominant(Leading(models, 0.05)) == model


# Against brute force, straight from the definition: every arrangement of the components over the stages.


def arrangements(school: Sequence[LogLikelihood]) -> Iterator[tuple[tuple[int, ...], list[int], float]]:
    """Each arrangement with its counts and n1! n2! n3! / N! times the product of its likelihoods."""
    for arrangement in itertools.product(range(3), repeat=len(school)):
        counts = [arrangement.count(stage) for stage in range(3)]
        prior = math.prod(map(math.factorial, counts)) / math.factorial(len(school))
        told = sum(component[stage] for component, stage in zip(school, arrangement, strict=True))
        yield arrangement, counts, prior * math.exp(told)


def leader(counts: list[int]) -> int:
    first, second, _ = sorted(counts, reverse=True)
    return counts.index(first) if first > second else TIE


@pytest.mark.parametrize(("size", "seed"), [(12, 1), *[(5, seed) for seed in range(2, 8)], (1, 8), (2, 9)])
def test_brute_force(size: int, seed: int) -> None:
    school = a_school(size, seed)
    masses = [0.0] * 4
    stages = [[0.0] * 3 for _ in school]
    for arrangement, counts, weight in arrangements(school):
        masses[leader(counts)] += weight
        for place, stage in enumerate(arrangement):
            stages[place][stage] += weight
    total = sum(masses)
    assert outcomes(leading(school)) == pytest.approx([mass / total for mass in masses], abs=1e-12)
    for found, expected in zip(component_posteriors(school), stages, strict=True):
        assert found == pytest.approx([mass / total for mass in expected], abs=1e-12)


def entropy(probabilities: Sequence[float]) -> float:
    return -sum(p * math.log(p) for p in probabilities if p)


@pytest.mark.parametrize("place", [0, 4, 11])
def test_expected_information_is_the_expected_drop_in_entropy(place: int) -> None:
    # Answer by answer: how probable it is, and what the outcome would be after it.
    school = [*a_school(place, 3), FLAT, *a_school(11 - place, 4)]
    expected = entropy(outcomes(leading(school)))
    for option in OPTIONS:
        probability = sum(p * q for p, q in zip(component_posteriors(school)[place], option, strict=True))
        answered = [*school[:place], weighed(option, 1.0), *school[place + 1 :]]
        expected -= probability * entropy(outcomes(leading(answered)))
    assert expected > 0.001
    assert expected_information(school, place, OPTIONS) == pytest.approx(expected, abs=1e-12)


# Against an independent source.


@pytest.mark.parametrize("size", [4, 7])
def test_prior_of_scipy(size: int) -> None:
    from scipy.stats import dirichlet_multinomial  # type: ignore[import-untyped]  # it has no types of its own

    school = a_school(size, 10)
    places = list(itertools.product(range(3), repeat=size))
    alike = Counter(tuple(map(place.count, range(3))) for place in places)
    masses = [0.0] * 4
    for place in places:
        counts = tuple(map(place.count, range(3)))
        prior = float(dirichlet_multinomial.pmf(counts, [1, 1, 1], size))
        assert prior == pytest.approx(1 / len(alike))
        told = math.exp(sum(component[stage] for component, stage in zip(school, place, strict=True)))
        masses[leader(list(counts))] += prior / alike[counts] * told
    assert outcomes(leading(school)) == pytest.approx([mass / sum(masses) for mass in masses], abs=1e-10)


@pytest.mark.parametrize("seed", [11, 12])
def test_posteriors_of_quadrature(seed: int) -> None:
    import numpy as np

    school = a_school(12, seed)
    nodes, weights = np.polynomial.legendre.leggauss(8)  # exact up to degree 15
    u, v = np.meshgrid((nodes + 1) / 2, (nodes + 1) / 2, indexing="ij")
    shares = np.array([u, (1 - u) * v, (1 - u) * (1 - v)])
    density = np.outer(weights, weights) * (1 - u)
    told = np.tensordot(np.exp(np.array(school)), shares, axes=1)  # 12 components by nodes: sum_s p_s L_c(s)
    for place, found in enumerate(component_posteriors(school)):
        others = np.prod(np.delete(told, place, axis=0), axis=0)
        masses = np.exp(school[place]) * (shares * others * density).sum(axis=(1, 2))
        assert found == pytest.approx(list(masses / masses.sum()), abs=1e-10)


# Properties.


@given(st.data(), schools)
def test_order_of_components_does_not_matter(data: st.DataObject, school: list[LogLikelihood]) -> None:
    places = data.draw(st.permutations(range(len(school))))
    turned = [school[place] for place in places]
    posteriors = component_posteriors(school)
    assert leading(turned) == leading(school)
    assert component_posteriors(turned) == tuple(posteriors[place] for place in places)


@given(st.lists(components, max_size=6), st.randoms())
def test_order_of_evidence_does_not_matter_and_flat_adds_nothing(
    parts: list[LogLikelihood], draw: random.Random
) -> None:
    turned = [*parts, FLAT]
    draw.shuffle(turned)
    assert added(turned) == added(parts)


def test_a_wish_changes_nothing() -> None:
    assert weighed(OPTIONS[2], basis_strength(["wish"])) == FLAT


@given(schools, st.permutations(range(3)))
def test_relabelling_the_stages_permutes_the_results(school: list[LogLikelihood], order: list[int]) -> None:
    first, second, third = order
    turned = [(component[first], component[second], component[third]) for component in school]
    before, after = leading(school), leading(turned)
    assert after.models == pytest.approx([before.models[stage] for stage in order], abs=1e-12)
    assert after.tie == pytest.approx(before.tie, abs=1e-12)
    for was, now in zip(component_posteriors(school), component_posteriors(turned), strict=True):
        assert now == pytest.approx([was[stage] for stage in order], abs=1e-12)


@given(schools, answers, st.floats(0, 1), st.floats(0, 1), st.data())
def test_stronger_evidence_never_speaks_less_for_its_model(
    others: list[LogLikelihood], options: tuple[Probabilities, ...], one: float, two: float, data: st.DataObject
) -> None:
    option = data.draw(st.sampled_from(options))
    model = option.index(max(option))
    weaker, stronger = (
        component_posteriors([weighed(option, strength), *others[:11]])[0][model] for strength in sorted((one, two))
    )
    assert stronger >= weaker - 1e-12


@given(st.lists(st.one_of(st.just(FLAT), components), min_size=11, max_size=11), answers)
def test_a_question_never_makes_less_certain_on_average(
    others: list[LogLikelihood], options: tuple[Probabilities, ...]
) -> None:
    assert expected_information([FLAT, *others], 0, options) >= -1e-12


@given(extremes)
def test_extremes_stay_finite(school: list[LogLikelihood]) -> None:
    result = leading(school)
    for row in (outcomes(result), *component_posteriors(school)):
        assert all(0 <= p <= 1 for p in row)
        assert math.fsum(row) == pytest.approx(1, abs=1e-9)
    assert math.isfinite(expected_information([*school[:11], FLAT], 11, OPTIONS))


@given(answers)
def test_answers_of_a_stage_sum_to_one(options: tuple[Probabilities, ...]) -> None:
    for column in zip(*options, strict=True):
        assert math.fsum(column) == pytest.approx(1)


# With what the knowledge base really says.


def content(name: str) -> Any:
    return yaml.safe_load((CONTENT / name).read_text("utf-8"))


def options_of(entries: list[dict[str, Any]]) -> tuple[Probabilities, ...]:
    return answer_probabilities([(fits["model1"], fits["model2"], fits["model3"]) for fits in entries])


@pytest.fixture(scope="module")
def situations() -> list[tuple[Probabilities, ...]]:
    """Per component, by number, P(description | stage)."""
    entries = [content(f"components/{number:02}.yaml") for number in range(1, 13)]
    return [options_of([description["fits"] for description in entry["descriptions"]]) for entry in entries]


@pytest.fixture(scope="module")
def themes() -> list[tuple[int, tuple[Probabilities, ...]]]:
    """Per theme its component's number and P(doer | stage)."""
    return [(theme["component"], options_of(theme["fits"])) for theme in content("themes.yaml")]


def with_themes(clear: list[LogLikelihood], said: list[tuple[int, LogLikelihood]]) -> list[LogLikelihood]:
    return [
        added([answer, themes_together([told for number, told in said if number == place])])
        for place, answer in enumerate(clear, 1)
    ]


@pytest.mark.parametrize(("model", "other"), list(itertools.permutations((1, 2, 3), 2)))
def test_themes_alone_never_overturn_clear_situations(
    model: int,
    other: int,
    situations: list[tuple[Probabilities, ...]],
    themes: list[tuple[int, tuple[Probabilities, ...]]],
) -> None:
    clear = [weighed(options[model - 1], 1.0) for options in situations]
    worst = [
        (number, weighed(max(doers, key=lambda doer: doer[other - 1] / doer[model - 1]), 1.0))
        for number, doers in themes
    ]
    assert len(worst) >= 13
    assert dominant(leading(clear)) == model
    assert dominant(leading(with_themes(clear, worst))) == model


@given(st.sampled_from((1, 2, 3)), st.data())
def test_no_doers_overturn_clear_situations(
    situations: list[tuple[Probabilities, ...]],
    themes: list[tuple[int, tuple[Probabilities, ...]]],
    model: int,
    data: st.DataObject,
) -> None:
    clear = [weighed(options[model - 1], 1.0) for options in situations]
    said = [(number, weighed(data.draw(st.sampled_from(doers)), 1.0)) for number, doers in themes]
    assert dominant(leading(with_themes(clear, said))) == model


def test_every_description_speaks_most_for_its_own_model(situations: list[tuple[Probabilities, ...]]) -> None:
    for options in situations:
        assert [option.index(max(option)) for option in options] == [0, 1, 2]
