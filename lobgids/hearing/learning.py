"""Learning from example sentences: their features, the ridge of each component, and which descriptions are confused."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby
from math import sqrt
from typing import NamedTuple

from lobgids.hearing.features import Features, features
from lobgids.hearing.index import NONE, Confusion, Stored, as_bytes, component_of, described, kind_of, kinds, rarity
from lobgids.hearing.ridge import Matrix, cholesky, inverse_diagonal, left_out, solve

RIDGE = 0.3
"""How strongly the weights are held small; between 0.1 and 1 it makes no difference (docs/hearing.md)."""

Examples = Mapping[str, Sequence[str]]
"""Sentences by their key, such as c05.m1 or c05.none; the keys of a component stand together."""


class _Example(NamedTuple):
    """An example sentence; `length` is that of its vector."""

    key: str
    sentence: str
    heard: Features
    length: float


class _Ridge(NamedTuple):
    """The weights of a component's examples for each of its descriptions, and what these would be without each."""

    weights: Matrix
    left_out: Matrix


def learn(examples: Examples, dividing: Collection[str] = ()) -> Stored:
    """Learn from the examples of a language; `dividing` are the words by which a sentence may speak of two things."""
    heard = [(key, sentence, features(sentence)) for key, sentences in examples.items() for sentence in sentences]
    having = _having([features for _, _, features in heard])
    squares = {feature: rarity(len(places), len(heard)) ** 2 for feature, places in having.items()}
    learnt = [_Example(*one, sqrt(sum(squares[feature] for feature in one[2].all)) or 1.0) for one in heard]
    keys = list(examples)
    ridges = [(group, _ridge(group, squares)) for group in _by_component(learnt)]
    return Stored(
        sentences=[example.sentence for example in learnt],
        keys=keys,
        key_of=as_bytes("H", (keys.index(example.key) for example in learnt)),
        features=as_bytes("I", having),
        counts=as_bytes("H", map(len, having.values())),
        postings=as_bytes("H", (place for places in having.values() for place in places)),
        lengths=as_bytes("f", (example.length for example in learnt)),
        weights=as_bytes("f", (weight for _, ridge in ridges for row in ridge.weights for weight in row)),
        words=_words(learnt),
        dividing=list(dividing),
        confusions=[confusion for group, ridge in ridges for confusion in _confusions(group, ridge.left_out)],
    )


def _having(heard: Sequence[Features]) -> dict[int, list[int]]:
    """For each feature, sorted, the places of the examples that have it."""
    having: dict[int, list[int]] = {}
    for place, one in enumerate(heard):
        for feature in one.all:
            having.setdefault(feature, []).append(place)
    return dict(sorted(having.items()))


def _by_component(examples: Sequence[_Example]) -> Iterator[list[_Example]]:
    for _, group in groupby(examples, lambda example: component_of(example.key)):
        yield list(group)


def _ridge(examples: Sequence[_Example], squares: Mapping[int, float]) -> _Ridge:
    """Learn to tell a component's descriptions apart: for each, 1 for its own examples and 0 for all others."""
    lower = cholesky(_kernel(examples, squares))
    inverse = inverse_diagonal(lower)
    wanted = [[float(example.key == key) for example in examples] for key in described([e.key for e in examples])]
    weights = [solve(lower, row) for row in wanted]
    without = [left_out(row, found, inverse) for row, found in zip(wanted, weights, strict=True)]
    return _Ridge(weights, without)


def _kernel(examples: Sequence[_Example], squares: Mapping[int, float]) -> Matrix:
    """The cosines of examples with each other, up to the diagonal, where `RIDGE` is added."""
    rows = [[0.0] * (place + 1) for place in range(len(examples))]
    for places, weight in _shared(examples, squares).items():
        for count, place in enumerate(places, 1):
            row = rows[place]
            for other in places[:count]:
                row[other] += weight
    lengths = [example.length for example in examples]
    cosines = [
        [both / one / other for both, other in zip(row, lengths, strict=False)]
        for row, one in zip(rows, lengths, strict=True)
    ]
    for row in cosines:
        row[-1] += RIDGE
    return cosines


def _shared(examples: Sequence[_Example], squares: Mapping[int, float]) -> dict[tuple[int, ...], float]:
    """By the places of the examples that have them: what the features come to that exactly these examples share.

    Most pieces of a word are where the word is, so that there are far fewer of these sets of places than features.
    """
    shared: dict[tuple[int, ...], float] = {}
    for feature, places in _having([example.heard for example in examples]).items():
        shared[tuple(places)] = shared.get(tuple(places), 0.0) + squares[feature]
    return shared


def _words(examples: Sequence[_Example]) -> list[int]:
    """How many words the examples of each kind of description have, once a sentence, and how many different ones."""
    names = kinds({example.key for example in examples})
    counts = Counter[str]()
    different = set[int]()
    for example in examples:
        if kind_of(example.key) != NONE:
            counts[kind_of(example.key)] += len(example.heard.words)
            different |= example.heard.words
    return [*(counts[name] for name in names), len(different)]


def _confusions(examples: Sequence[_Example], predicted: Matrix) -> Iterator[Confusion]:
    """How often a description's examples, each left out in turn, are taken for each other description."""
    keys = described([example.key for example in examples])
    taken = Counter[tuple[str, str]]()
    for example, *scores in zip(examples, *predicted, strict=True) if keys else ():
        taken[example.key, keys[scores.index(max(scores))]] += 1
    total = Counter(example.key for example in examples)
    for (key, other), count in sorted(taken.items()):
        if key != other and key in keys:
            yield Confusion(key, other, count, total[key])
