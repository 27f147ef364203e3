"""What the evidence model finds in made-up schools; run as python benchmarks/simulation.py.

With the word `group` after it, only what a group is told (a minute).

The questions and fits are those of the knowledge base. A tenth of all answers is random; otherwise the description of
the true stage is chosen 85 times in 100, or else one of the other two. What an answer rests on is drawn from `BASES`.
A *between* is an answer of that description and a neighbouring one. All schools come from the same seed, and 'before'
and 'now' are the same answers: before, a model was named by its probability alone. A group's schools have a seed of
their own: what they give does not hang on what is simulated before.
"""

import itertools
import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

import yaml

from lobgids.dialogue.machine import ABOUT_EQUAL
from lobgids.kb.load import CONTENT
from lobgids.school.answering import Voting
from lobgids.school.evidence import (
    FLAT,
    LIKELY,
    SEEMS,
    Leading,
    LogLikelihood,
    Probabilities,
    StageCounts,
    added,
    answer_probabilities,
    basis_strength,
    between,
    certainty,
    counted,
    dominant,
    expected_information,
    group,
    is_even,
    is_far_ahead,
    leading,
    mixed,
    probable,
    probe_strength,
    tempered,
    two_most_probable,
    weighed,
)
from lobgids.school.naming import FEWEST_SURE, of_one
from lobgids.school.votes import shares as camp_shares

SEED = 20120
RIGHT, AT_RANDOM = 0.85, 0.1
BASES = (("lessons",), ("students",), ("documents",), ("colleagues",), ("impression",), ("documents", "colleagues"), ())
SCHOOLS, DRAWN, SHORT = 4000, 30000, 600
SURE, SHORTEST, LONGEST = 0.9, 4, 8
BETWEEN = 3
"""One component in so many is answered with a between."""

VOTERS, GROUPS = 13, 700
"""The voters of a group, and how many groups there are of each true stage in a row."""

MISREAD = (0.0, 0.1, 0.25)
"""The share of the components that a whole group misreads."""

NEXT = (1, 2, 1)
"""What is seen by a group that misreads a component in stage 0, 1 or 2: the next one; for the last, the one before."""

VOTED = (12, 8, 4)
"""On how many components a group votes, the first in the order of the agenda."""

LEGEND = "found | named before / right | named now / right | right where P >= .9"

Options = tuple[Probabilities, ...]
Stages = list[int]


class Question(NamedTuple):
    """A component: its pillar, P(description | stage), and by pair of models P(probe's option | stage)."""

    pillar: str
    options: Options
    probes: dict[tuple[int, ...], Options]


def main() -> None:
    questions = [question(number) for number in range(1, 13)]
    if sys.argv[1:] != ["group"]:
        print_one_person(questions, random.Random(SEED))
    print_groups(questions, random.Random(SEED))


def print_one_person(questions: Sequence[Question], draw: random.Random) -> None:
    print(f"one answer is right {right_share(draw):.3f} of the time; {SCHOOLS} schools a row")
    print_found(questions, draw)
    print_betweens(questions, draw)
    print_split(questions, draw)
    print_calibration(questions, draw)
    print_short(questions, draw)


# Schools and their answers.


def question(number: int) -> Question:
    entry = yaml.safe_load((CONTENT / f"components/{number:02}.yaml").read_text("utf-8"))
    probes = {tuple(m - 1 for m in probe["between"]): options_of(probe["options"]) for probe in entry["probes"]}
    return Question(entry["pillar"], options_of(entry["descriptions"]), probes)


def options_of(entries: list[dict[str, Any]]) -> Options:
    fits = [entry["fits"] for entry in entries]
    return answer_probabilities([(fit["model1"], fit["model2"], fit["model3"]) for fit in fits])


def school(draw: random.Random, alike: int) -> tuple[Stages, int]:
    """Return the stages of twelve components, `alike` of them in one stage and the rest in others; and that stage."""
    while True:
        model, *others = draw.sample(range(3), 3)
        stages = [model] * alike + draw.choices(others, k=12 - alike)
        if max(Counter(stages[alike:]).values(), default=0) < alike:
            draw.shuffle(stages)
            return stages, model


def split_school(draw: random.Random) -> tuple[Stages, int]:
    first, second, _ = draw.sample(range(3), 3)
    stages = [first] * 6 + [second] * 6
    draw.shuffle(stages)
    return stages, -1


def drawn_school(draw: random.Random) -> tuple[Stages, int]:
    """Return a school as the evidence model has it: any division is equally likely; and its leading stage, or -1."""
    division = draw.choice([(a, b, 12 - a - b) for a in range(13) for b in range(13 - a)])
    stages = [stage for stage in range(3) for _ in range(division[stage])]
    draw.shuffle(stages)
    most = max(division)
    return stages, division.index(most) if division.count(most) == 1 else -1


def chosen(draw: random.Random, options: Options, stage: int) -> Probabilities:
    """Return the answer of somebody whose school is in this stage: mostly the option that fits it best."""
    if draw.random() < AT_RANDOM:
        return draw.choice(options)
    right = max(options, key=lambda option: option[stage])
    return right if draw.random() < RIGHT else draw.choice([option for option in options if option is not right])


def right_share(draw: random.Random) -> float:
    three = ((0.8, 0.1, 0.1), (0.1, 0.8, 0.1), (0.1, 0.1, 0.8))
    return sum(chosen(draw, three, 0) is three[0] for _ in range(SCHOOLS)) / SCHOOLS


class Answers(NamedTuple):
    """What a school says: after the situations, with a further answer each, and with a real probe each.

    `shares` are how the answer of each component counts among the stages.
    """

    situations: list[LogLikelihood]
    further: list[LogLikelihood]
    probed: list[LogLikelihood]
    shares: list[StageCounts]

    @property
    def counts(self) -> StageCounts:
        """How many answers there are of each stage."""
        return counted(self.shares)


def answers(
    draw: random.Random, questions: Sequence[Question], stages: Stages, bases: Sequence[tuple[str, ...]] = BASES
) -> Answers:
    situations, further, probed, shares = [], [], [], []
    for component, stage in zip(questions, stages, strict=True):
        strength = basis_strength(draw.choice(bases))
        option = chosen(draw, component.options, stage)
        own = component.options.index(option)
        pair = draw.choice([pair for pair in component.probes if own in pair])
        situation = weighed(option, strength)
        more = weighed(chosen(draw, component.options, stage), probe_strength(strength))
        probe = weighed(chosen(draw, component.probes[pair], stage), probe_strength(strength))
        situations.append(situation)
        further.append(added((situation, more)))
        probed.append(added((situation, probe)))
        shares.append(of_one(own + 1))
    return Answers(situations, further, probed, shares)


class Betweens(NamedTuple):
    """What a school says that answers some components with a between.

    The between counts by the mean alone, as one joint likelihood of both, and as that with its probe.
    """

    by_mean: list[LogLikelihood]
    joint: list[LogLikelihood]
    probed: list[LogLikelihood]
    shares: list[StageCounts]


def with_betweens(draw: random.Random, questions: Sequence[Question], stages: Stages) -> Betweens:
    """Return a school's answers, a third of them between the description chosen otherwise and a neighbouring one."""
    apart = set(draw.sample(range(len(questions)), len(questions) // BETWEEN))
    result = Betweens([], [], [], [])
    for index, (component, stage) in enumerate(zip(questions, stages, strict=True)):
        strength = basis_strength(draw.choice(BASES))
        own = component.options.index(chosen(draw, component.options, stage))
        pair = draw.choice([pair for pair in component.probes if own in pair])
        probe = weighed(chosen(draw, component.probes[pair], stage), probe_strength(strength))
        both = pair if index in apart else (own,)
        rows = [component.options[each] for each in both]
        joint = weighed(between(rows, both), strength)
        result.by_mean.append(weighed(mixed(rows), strength))
        result.joint.append(joint)
        result.probed.append(added((joint, probe)) if index in apart else joint)
        result.shares.append(counted([share(each, len(both)) for each in both]))
    return result


def share(stage: int, of: int) -> StageCounts:
    """Return how an answer counts among the stages if it stands for this stage and `of` stages in all."""
    first, second, third = (part / of for part in of_one(stage + 1))
    return first, second, third


# How often the model is found.


class Score:
    """Whether the model of each school is found, and of those that are probable, named or sure whether rightly."""

    def __init__(self) -> None:
        self.found: list[bool] = []
        self.probable: list[bool] = []
        self.named: list[bool] = []
        self.sure: list[bool] = []

    def count(self, result: Leading, counts: StageCounts, model: int) -> None:
        """Count a school whose leading stage is `model` (-1: none)."""
        right = max(range(3), key=result.models.__getitem__) == model
        self.found.append(right)
        if probable(result):
            self.probable.append(right)
        if dominant(result, counts):
            self.named.append(right)
        if max(result.models) >= SURE:
            self.sure.append(right)

    def __str__(self) -> str:
        before, now = (
            f"{len(right) / len(self.found):.3f} / {mean(right):.3f}" for right in (self.probable, self.named)
        )
        return f"{mean(self.found):.3f} | {before} | {now} | {mean(self.sure):.3f}"


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else math.nan


Known = tuple[tuple[list[LogLikelihood], ...], StageCounts]
"""What is known of a school in three ways of asking, and how its answers count among the stages."""


def print_found(questions: Sequence[Question], draw: random.Random) -> None:
    def known(stages: Stages) -> Known:
        school_answers = answers(draw, questions, stages)
        return school_answers[:3], school_answers.counts

    print(f"\n{LEGEND}")
    print(f"{'school':10}{'twelve situations':>54}{'and a further answer each':>54}{'and a real probe each':>54}")
    print_scores(draw, known)


def print_betweens(questions: Sequence[Question], draw: random.Random) -> None:
    def known(stages: Stages) -> Known:
        betweens = with_betweens(draw, questions, stages)
        return betweens[:3], counted(betweens.shares)

    print(f"\na third of the components answered with a between; {LEGEND}")
    print(f"{'school':10}{'by the mean alone':>54}{'one likelihood for both':>54}{'and the probe of each':>54}")
    print_scores(draw, known)


def print_scores(draw: random.Random, known: Callable[[Stages], Known]) -> None:
    """Print how often the model is found; `known` gives what is known of a school with these stages."""
    for alike in (12, 9, 7):
        scores = [Score() for _ in range(3)]
        for _ in range(SCHOOLS):
            stages, model = school(draw, alike)
            ways, counts = known(stages)
            for score, way in zip(scores, ways, strict=True):
                score.count(leading(way), counts, model)
        print(f"{alike:2} of 12  ", *(f"{score!s:>53}" for score in scores))


def print_split(questions: Sequence[Question], draw: random.Random) -> None:
    schools = [answers(draw, questions, split_school(draw)[0]) for _ in range(SCHOOLS)]
    results = [leading(split.situations) for split in schools]
    highest = [max(result.models) for result in results]
    before, likely = (mean([p >= least for p in highest]) for least in (SEEMS, LIKELY))
    now = mean([dominant(result, split.counts) is not None for result, split in zip(results, schools, strict=True)])
    even = mean([is_even(split.counts) for split in schools])
    two = mean([two_most_probable(result) is not None for result in results])
    print(f"\n6 and 6: highest P {mean(highest):.3f} on average (P >= .75: {likely:.3f}), named {before:.3f} before,")
    print(f"  {now:.3f} now; the answers divide evenly {even:.3f}, two models and the tie hold .9 {two:.3f}")


# Whether P means what it says.


def print_calibration(questions: Sequence[Question], draw: random.Random) -> None:
    stated: list[tuple[float, bool]] = []
    for _ in range(DRAWN):
        stages, model = drawn_school(draw)
        components = [
            weighed(drawn(draw, component.options, stage), 1.0)
            for component, stage in zip(questions, stages, strict=True)
        ]
        models = leading(components).models
        stated.append((max(models), models.index(max(models)) == model))
    print(f"\ncalibration: highest P stated / how often so, {DRAWN} schools drawn from the model, full strength")
    largest = 0.0
    for low in range(3, 10):
        inside = [(p, right) for p, right in stated if low <= min(10 * p, 9.99) < low + 1]
        average, rate = mean([p for p, _ in inside]), mean([right for _, right in inside])
        largest = max(largest, abs(average - rate))
        print(f"  .{low} to {(low + 1) / 10:.1f}  {average:.3f} / {rate:.3f}  ({len(inside)})")
    print(f"  largest difference {100 * largest:.1f} points")


def drawn(draw: random.Random, options: Options, stage: int) -> Probabilities:
    return draw.choices(options, [option[stage] for option in options])[0]


# How many questions the short form needs.

Choose = Callable[[list[LogLikelihood], Sequence[Question], list[int]], int]


class End(NamedTuple):
    """Where a conversation stops: after how many questions (before: by the probability alone), and with what."""

    asked: int
    before: int
    result: Leading
    counts: StageCounts


def print_short(questions: Sequence[Question], draw: random.Random) -> None:
    print(f"\nuntil P >= .9 or {LONGEST} asked ({SHORT} schools): before / now | P >= .9 | found | named / right")
    print(f"{'school':40}{'as the short form asks':>44}{'ties by number':>44}{'in order':>44}")
    for bases, strength in ((BASES, "mixed bases"), ((("lessons",),), "full strength")):
        for alike in (12, 9, 7, 0):
            schools = [school(draw, alike) if alike else pillar_apart(draw, questions) for _ in range(SHORT)]
            answered = [answers(draw, questions, stages, bases) for stages, _ in schools]
            models = [model for _, model in schools]
            ways: tuple[tuple[Choose, int], ...] = ((as_asked, SHORTEST), (ties_by_number, SHORTEST), (in_order, 1))
            columns = [
                ending([ask(school_answers, questions, *way) for school_answers in answered], models) for way in ways
            ]
            name = f"{alike} of 12" if alike else "pillar 1 in another stage"
            print(f"{name + ', ' + strength:40}" + "".join(f"{text:>44}" for text in columns))


def pillar_apart(draw: random.Random, questions: Sequence[Question]) -> tuple[Stages, int]:
    """Return a school that is all in the same stage, but for its first pillar; and that stage."""
    model, other = draw.sample(range(3), 2)
    return [other if component.pillar == questions[0].pillar else model for component in questions], model


def ask(school_answers: Answers, questions: Sequence[Question], choose: Choose, least: int) -> End:
    """Ask until a model may be named and is sure enough, and return where that ends."""
    components, asked, before = [FLAT] * len(questions), list[int](), 0
    while True:
        chosen_index = choose(components, questions, asked)
        asked.append(chosen_index)
        components[chosen_index] = school_answers.situations[chosen_index]
        result, counts = leading(components), counted(school_answers.shares[index] for index in asked)
        is_probable = len(asked) >= least and max(result.models) >= SURE
        if is_probable and not before:
            before = len(asked)
        if len(asked) == LONGEST or (is_probable and dominant(result, counts)):
            return End(len(asked), before or len(asked), result, counts)


def in_order(_components: list[LogLikelihood], _questions: Sequence[Question], asked: list[int]) -> int:
    return len(asked)


def as_asked(components: list[LogLikelihood], questions: Sequence[Question], asked: list[int]) -> int:
    """Choose as `dialogue.machine` does: one a pillar, then by information; if about equal, the least asked pillar."""
    left = _left(questions, asked)
    often = Counter(questions[index].pillar for index in asked)

    def rank(index: int) -> tuple[float, int, int]:
        information = expected_information(components, index, questions[index].options)
        return -round(information, ABOUT_EQUAL), often[questions[index].pillar], index

    return min(left, key=rank)


def ties_by_number(components: list[LogLikelihood], questions: Sequence[Question], asked: list[int]) -> int:
    """Choose one a pillar, then the most informative one; of equal ones the lowest number, as before `as_asked`."""
    left = _left(questions, asked)
    return max(left, key=lambda index: expected_information(components, index, questions[index].options))


def _left(questions: Sequence[Question], asked: list[int]) -> list[int]:
    """Return the indices that may be asked next: while a pillar has none asked, those of the first such pillar."""
    covered = {questions[index].pillar for index in asked}
    for component in questions:
        if component.pillar not in covered:
            return [index for index, other in enumerate(questions) if other.pillar == component.pillar]
    return [index for index in range(len(questions)) if index not in asked]


def ending(ends: list[End], models: list[int]) -> str:
    score = Score()
    for end, model in zip(ends, models, strict=True):
        score.count(end.result, end.counts, model)
    sure, asked = len(score.sure) / len(ends), mean([end.asked for end in ends])
    before = mean([end.before for end in ends])
    named = len(score.named) / len(ends)
    return f"{before:.2f} / {asked:.2f} | {sure:.2f} | {mean(score.found):.3f} | {named:.2f} / {mean(score.named):.3f}"


# How sure a group is told to be, of which everybody may see a component wrongly.


class Votes(NamedTuple):
    """What the votes of a group say of each component, and how each counts among the stages."""

    likelihoods: list[LogLikelihood]
    shares: list[StageCounts]


class Told(NamedTuple):
    """How sure a group is told to be, as it is capped and by the probability alone, and whether rightly."""

    capped: str
    uncapped: str
    right: bool


def print_groups(questions: Sequence[Question], draw: random.Random) -> None:
    agenda = yaml.safe_load((CONTENT / "facilitation.yaml").read_text("utf-8"))
    order = [entry["component"] - 1 for entry in agenda]
    print(f"\ngroups of {VOTERS}, {GROUPS} schools a stage: how often each word is said / how often that is right")
    print(f"{'':48}{'clear':>15}{'likely':>15}{'seems':>15}  open |{'uncapped: clear':>16}{'likely':>15}")
    for bases, strength in ((BASES, "mixed bases"), ((("lessons",),), "full strength")):
        for misread, alike in itertools.product(MISREAD, (12, 9, 7)):
            print_told(
                f"{strength}, {misread:.2f} misread, {alike:2} alike",
                [
                    [told_on(voted(draw, questions, stages, misread, bases), order, model) for stages in schools]
                    for model, schools in enumerate(schools_of_each_stage(draw, alike))
                ],
            )


def schools_of_each_stage(draw: random.Random, alike: int) -> list[list[Stages]]:
    return [[of_two_stages(draw, model, alike) for _ in range(GROUPS)] for model in range(3)]


def of_two_stages(draw: random.Random, model: int, alike: int) -> Stages:
    """Return the stages of twelve components, `alike` of them in this one and all others in one other."""
    other = draw.choice([stage for stage in range(3) if stage != model])
    stages = [model] * alike + [other] * (12 - alike)
    draw.shuffle(stages)
    return stages


def voted(
    draw: random.Random,
    questions: Sequence[Question],
    stages: Stages,
    misread: float,
    bases: Sequence[tuple[str, ...]],
) -> Votes:
    result = Votes([], [])
    for component, stage in zip(questions, stages, strict=True):
        seen = NEXT[stage] if draw.random() < misread else stage
        votes = [chosen(draw, component.options, seen) for _ in range(VOTERS)]
        counts = [votes.count(option) for option in component.options]
        result.likelihoods.append(tempered(group(counts, component.options), basis_strength(draw.choice(bases))))
        result.shares.append(camp_shares(counts))
    return result


def told_on(votes: Votes, order: Sequence[int], model: int) -> list[Told]:
    """Return what a group is told that votes on all components, and that votes on only the first in this order."""
    return [told(votes, order[:count], model) for count in VOTED]


def told(votes: Votes, on: Collection[int], model: int) -> Told:
    """Return what a group is told that votes on these components, as `naming.certainty` has it."""
    result = leading([known if index in on else FLAT for index, known in enumerate(votes.likelihoods)])
    counts = counted(votes.shares[index] for index in on)
    named = dominant(result, counts)
    if named is None:
        return Told("open", "open", right=False)
    word = certainty(max(result.models))
    surest = Voting.surest if is_far_ahead(counts) else "likely"
    capped = surest if word == "clear" else word
    return Told("seems" if len(on) < FEWEST_SURE else capped, word, right=named == model + 1)


def print_told(name: str, by_stage: list[list[list[Told]]]) -> None:
    """Print a row for all stages together and one for each true stage, for each number of components voted on."""
    for place, count in enumerate(VOTED):
        of_stage = [[school_told[place] for school_told in schools] for schools in by_stage]
        rows = {"all": list(itertools.chain(*of_stage)), **{str(n): row for n, row in enumerate(of_stage, 1)}}
        for stage, row in rows.items():
            print(f"{name}, {count:2} voted, {stage:>3}".ljust(48), said(row), sep="")


def said(row: list[Told]) -> str:
    """Return how often each word is said, and how often that is right."""
    capped = [one_word([(each.capped == word, each.right) for each in row]) for word in ("clear", "likely", "seems")]
    uncapped = [one_word([(each.uncapped == word, each.right) for each in row]) for word in ("clear", "likely")]
    is_open = mean([each.capped == "open" for each in row])
    return f"{''.join(capped)}  {is_open:.3f} | {''.join(uncapped)}"


def one_word(cases: list[tuple[bool, bool]]) -> str:
    right = [is_right for is_said, is_right in cases if is_said]
    return f"{f'{len(right) / len(cases):.3f} / {mean(right):.3f}':>15}"


if __name__ == "__main__":
    main()
