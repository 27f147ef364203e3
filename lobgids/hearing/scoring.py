"""How well a text fits each description of a component, and whether it is about the component at all."""

from heapq import nlargest
from math import log
from operator import mul

from lobgids.hearing.features import features
from lobgids.hearing.index import Component, Index, kind_of, kinds

VOICE = 0.15
"""How much the words of all components say beside the sentences of this one (docs/hearing.md)."""

NEAREST = 5
"""How many examples of a component tell whether a text is about it."""

OTHER, BELIEF = 1.25, 0.5
"""What weighs against the nearest examples of this component: those of the nearest other one, and the best score.

A logistic regression of own sentences against those of other components and of none, each fold of the examples by the
others, gave 1.5 and 0.6 in Dutch, 1.1 and 0.35 in English.
"""

Scores = dict[str, float]


class Text:
    """A text beside all examples: how much it resembles each, and what its words say."""

    def __init__(self, index: Index, text: str) -> None:
        heard = features(text)
        self._index = index
        self.similarities = index.similarities(heard)
        self._voice = _voice(index, heard.words)

    def scores(self, component: Component) -> Scores:
        """How well it fits each description of a component: about 1 for its own examples, and 0 for others."""
        near = self.similarities[component.first : component.end]
        weights = self._index.weights_of(component)
        return {
            key: sum(map(mul, near, row)) + VOICE * self._voice.get(kind_of(key), 0.0) for key, row in weights.items()
        }

    def relevance(self, component: Component, scores: Scores) -> float:
        """How much more it is about this component, where it has these scores, than about another one."""
        others = (other for other in self._index.components.values() if other != component)
        other = max(map(self._nearness, others), default=0.0)
        return self._nearness(component) - OTHER * other + BELIEF * max(scores.values(), default=0.0)

    def _nearness(self, component: Component) -> float:
        """The mean similarity of the nearest examples that fit a component's descriptions."""
        return sum(nlargest(NEAREST, map(self.similarities.__getitem__, component.fitting))) / NEAREST


def _voice(index: Index, words: frozenset[int]) -> Scores:
    """What words say about the kind of description, whatever the component: complement naive Bayes, a word on average.

    Rennie, Shih, Teevan and Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers (2003), 4.1: a word
    counts for a kind as it is rare in all other kinds. Each word counts once a sentence; words never met say nothing.
    """
    names = kinds(index.keys)
    *totals, different = index.words
    sums, known = [0.0] * len(names), 0
    for word in words:
        counts = [0] * (len(names) + 1)
        for place in index.examples_with(word):
            counts[index.kind_at[place]] += 1
        if not (here := sum(counts[:-1])):
            continue
        known += 1
        for kind, total in enumerate(totals):
            sums[kind] -= log((here - counts[kind] + 1) / (sum(totals) - total + different))
    middle = sum(sums) / (len(sums) or 1)
    return {name: (value - middle) / (known or 1) for name, value in zip(names, sums, strict=True)}
