"""Which of a few options a sentence resembles, by the text of each and other ways to say it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from lobgids.hearing.features import features

NEAR = 0.36
"""The similarity from which an option is near enough to be proposed."""

NEARER = 0.55
"""The same where the sentence may as well be an answer of its own."""

MARGIN = 0.06
"""How much nearer than any other option the one that is proposed has to be."""


class Near(NamedTuple):
    """An option by its id, and how much its nearest text resembles the sentence: from 0 to 1."""

    id: str
    similarity: float


def nearest(text: str, ways: Mapping[str, Sequence[str]]) -> list[Near]:
    """The options with their similarity, the nearest first.

    `ways` has the texts of each option by its id. The similarity is the cosine of the weighted features of two texts; a
    feature that is in `df` of the `N` texts weighs log(1 + N / df) (Sparck Jones, 1972), one that is in none nothing.
    """
    vectors = {id_: [features(way).all for way in texts] for id_, texts in ways.items()}
    spread = Counter(feature for texts in vectors.values() for feature in frozenset().union(*texts))
    weight = {feature: log(1 + len(vectors) / count) for feature, count in spread.items()}
    said = features(text).all
    length = _length(said, weight)

    def similarity(way: frozenset[int]) -> float:
        shared = sum(weight[feature] ** 2 for feature in said & way)
        return shared / (length * _length(way, weight)) if shared else 0.0

    found = (Near(id_, max(map(similarity, texts), default=0.0)) for id_, texts in vectors.items())
    return sorted(found, key=lambda near: (-near.similarity, near.id))


def _length(vector: frozenset[int], weight: Mapping[int, float]) -> float:
    """The length of a vector; a feature that no option has counts as the commonest, so that much else makes it less."""
    return sqrt(sum(weight.get(feature, LEAST) ** 2 for feature in vector))


LEAST = log(2)
"""The weight of a feature that every option has."""
