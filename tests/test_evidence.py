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

from lobgids.kb.load import CONTENT
from lobgids.school.evidence import (
    FLAT,
    HOW_OFTEN,
    TIE,
    Leading,
    LogLikelihood,
    Probabilities,
    StageCounts,
    added,
    answer_probabilities,
    basis_strength,
    between,
    certainty,
    component_posteriors,
    counted,
    dominant,
    expected_information,
    group,
    is_even,
    is_far_ahead,
    leading,
    mixed,
    pillar_posterior,
    probable,
    probe_strength,
    themes_together,
    two_most_answered,
    weighed,
)
from lobgids.school.votes import shares

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
    assert dominant(result, (0.0, 1.0, 0.0)) is None
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


def test_several_doers_are_the_mean() -> None:
    assert mixed(OPTIONS[:2]) == pytest.approx((10 / 21, 5 / 12, 5 / 42))


def test_between_gives_both_the_mean_of_theirs_then_is_tempered() -> None:
    # The mean of the two columns is 10/21, 5/12, 5/42; of the first two (40 + 35) / 84 / 2 = 25/56, the third stays.
    found = between(OPTIONS[:2], (0, 1))
    assert found == pytest.approx((25 / 56, 25 / 56, 5 / 42))
    assert found[0] == found[1]
    assert weighed(found, 0.5) == pytest.approx((math.log(25 / 56) / 2, math.log(25 / 56) / 2, math.log(5 / 42) / 2))


def test_between_the_outer_two_and_between_all_three() -> None:
    assert between((OPTIONS[0], OPTIONS[2]), (0, 2)) == pytest.approx((17 / 42, 1 / 6, 17 / 42))
    assert len(set(between(OPTIONS, (0, 1, 2)))) == 1


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
def test_probable(models: Probabilities, model: int | None) -> None:
    assert probable(Leading(models, 0.05)) == model


@pytest.mark.parametrize(
    ("answered", "model"),
    [
        ((0, 8, 4), 2),
        ((0, 7, 5), 2),
        ((0, 6.5, 5.5), None),  # an answer more or less turns it
        ((0, 6, 6), None),
        ((5, 7, 0), 2),
        ((7, 5, 0), None),  # another model has more answers, however little they weigh
        ((1, 0, 0), None),
        ((0, 1, 0), None),
        ((0, 2, 0), 2),
        ((0, 0, 0), None),  # of who does what alone nothing is named
    ],
)
def test_what_the_answers_let_be_named_of_a_probable_model(answered: StageCounts, model: int | None) -> None:
    assert dominant(Leading((0.04, 0.95, 0.0), 0.01), answered) == model


@pytest.mark.parametrize(
    ("answered", "two"),
    [
        ((6, 6, 0), (1, 2)),
        ((1, 5, 6), (2, 3)),
        ((6, 0, 5), (1, 3)),
        ((3.5, 2.5, 0), (1, 2)),
        ((5, 4, 3), None),
        ((4, 4, 4), None),
        ((1, 0, 0), None),
        ((0, 0, 0), None),
    ],
)
def test_between_which_two_the_answers_divide(answered: StageCounts, two: tuple[int, int] | None) -> None:
    assert is_even(answered)
    assert two_most_answered(answered) == two


@pytest.mark.parametrize(
    ("answered", "is_far"),
    [
        ((9, 3, 0), True),
        ((1, 1, 6), True),
        ((0, 8.5, 3.5), True),
        ((8, 4, 0), False),
        ((3, 2, 7), False),
        ((3.75, 0, 8.25), False),
    ],
)
def test_what_is_far_ahead_is_so_if_two_were_misread(answered: StageCounts, is_far: bool) -> None:
    assert is_far_ahead(answered) == is_far
    second, first = sorted(answered)[1:]
    assert (first - 2 > second + 2) >= is_far


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


def all_in(model: int) -> StageCounts:
    """Twelve answers in one stage."""
    first, second, third = (12.0 if stage == model else 0.0 for stage in (1, 2, 3))
    return first, second, third


@pytest.mark.parametrize(("model", "other"), list(itertools.permutations((1, 2, 3), 2)))
def test_themes_alone_never_overturn_clear_situations(
    model: int,
    other: int,
    situations: list[tuple[Probabilities, ...]],
    themes: list[tuple[int, tuple[Probabilities, ...]]],
) -> None:
    clear, answered = [weighed(options[model - 1], 1.0) for options in situations], all_in(model)
    worst = [
        (number, weighed(max(doers, key=lambda doer: doer[other - 1] / doer[model - 1]), 1.0))
        for number, doers in themes
    ]
    assert len(worst) >= 13
    assert dominant(leading(clear), answered) == model
    assert dominant(leading(with_themes(clear, worst)), answered) == model


@given(st.sampled_from((1, 2, 3)), st.data())
def test_no_doers_overturn_clear_situations(
    situations: list[tuple[Probabilities, ...]],
    themes: list[tuple[int, tuple[Probabilities, ...]]],
    model: int,
    data: st.DataObject,
) -> None:
    clear, answered = [weighed(options[model - 1], 1.0) for options in situations], all_in(model)
    said = [(number, weighed(data.draw(st.sampled_from(doers)), 1.0)) for number, doers in themes]
    assert dominant(leading(with_themes(clear, said)), answered) == model


def test_every_description_speaks_most_for_its_own_model(situations: list[tuple[Probabilities, ...]]) -> None:
    for options in situations:
        assert [option.index(max(option)) for option in options] == [0, 1, 2]


# Answers that divide evenly, and betweens.


@pytest.mark.parametrize("one", [1, 2])
def test_an_even_split_over_neighbouring_models_is_never_named(
    one: int, situations: list[tuple[Probabilities, ...]]
) -> None:
    # All 924 divisions of twelve answers, six and six, at full strength. Of 2 against 3 half of them have a probable
    # model: 'c09.m2' hardly speaks against 3, so the probabilities alone would name 3 wherever c09 is one of the sixes.
    probably = 0
    for of_one in itertools.combinations(range(12), 6):
        school = [
            weighed(options[one - 1 if place in of_one else one], 1.0) for place, options in enumerate(situations)
        ]
        counts = counted((float(one == 1), 1.0, float(one == 2)) for _ in range(6))
        result = leading(school)
        probably += probable(result) is not None
        assert dominant(result, counts) is None
    assert two_most_answered(counts) == (one, one + 1)
    assert probably == (462 if one == 2 else 0)


@pytest.mark.parametrize("pair", [(0, 1), (1, 2), (0, 2)])
@pytest.mark.parametrize("voters", [4, 10, 30])
def test_votes_of_half_and_half_name_nothing(
    pair: tuple[int, int], voters: int, situations: list[tuple[Probabilities, ...]]
) -> None:
    counts = [voters // 2 if place in pair else 0 for place in range(3)]
    assert shares(counts) == tuple(0.5 if place in pair else 0.0 for place in range(3))
    result = leading([group(counts, options) for options in situations])
    answered = counted(shares(counts) for _ in situations)
    assert dominant(result, answered) is None
    assert two_most_answered(answered) == (pair[0] + 1, pair[1] + 1)


def test_a_vote_counts_by_the_shares_of_its_camps() -> None:
    assert shares((4, 7, 2)) == pytest.approx((4 / 11, 7 / 11, 0))  # two of thirteen are no camp
    assert shares((0, 0, 0)) == (0, 0, 0)


@given(st.sampled_from([(0, 1), (1, 2), (0, 2)]), st.lists(st.floats(0, 1), min_size=12, max_size=12), st.data())
def test_betweens_of_two_say_nothing_of_the_one_against_the_other(
    situations: list[tuple[Probabilities, ...]], pair: tuple[int, int], strengths: list[float], data: st.DataObject
) -> None:
    answered = data.draw(st.sets(st.integers(0, 11)))
    school = [
        weighed(between([options[stage] for stage in pair], pair), strengths[place]) if place in answered else FLAT
        for place, options in enumerate(situations)
    ]
    one, other = pair
    result = leading(school)
    assert result.models[one] == pytest.approx(result.models[other], abs=1e-9)
    halves = counted(shares([int(stage in pair) for stage in range(3)]) for _ in answered)
    assert dominant(result, halves) is None
