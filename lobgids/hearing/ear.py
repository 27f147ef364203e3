"""The ear: which of a component's descriptions a sentence resembles, if any, and by which examples."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from lobgids.hearing.clauses import Dividing
from lobgids.hearing.features import LONGEST
from lobgids.hearing.index import NONE, Component, Confusion, Index, kind_of
from lobgids.hearing.scoring import Scores, Text

RELEVANT = 0.195
"""Below this relevance nothing is proposed.

By cross-validation of our own sentences (docs/hearing.md): of those that fit nothing one in fifteen is proposed on.
What is not proposed costs a key, what is proposed wrongly costs trust.
"""

CLEAR = 0.10
"""From this margin between the best two scores one is proposed.

By the same cross-validation: nine in ten of those are right in Dutch. Our own sentences are harder than what people
type, so it is not higher for English, where it is less.
"""

CLEAR_CLAUSE = 0.05
"""The margin from which a clause points to a description by itself.

Of own sentences put together in pairs ('in de onderbouw ..., in de bovenbouw ...') fewer than one in ten is taken for
one description then, and of single sentences one in fifty for a pair.
"""

SHOWN = 3
"""How many examples are given as the nearest, if so many resemble the sentence at all."""

Kind = Literal["one", "two", "divided", "nothing"]


class Nearest(NamedTuple):
    """An example, the id of its description (empty if it fits none), and its similarity, from 0 to 1."""

    sentence: str
    description: str
    similarity: float


class Heard(NamedTuple):
    """What a sentence resembles.

    `descriptions` are ids, best first: one, two, two that different clauses point to, or none. `scores` has all
    descriptions of the component, best first; `margin` is the difference of the best two; `relevance` is how much more
    the sentence is about this component than about another.
    """

    kind: Kind
    descriptions: tuple[str, ...] = ()
    nearest: tuple[Nearest, ...] = ()
    scores: tuple[tuple[str, float], ...] = ()
    margin: float = 0.0
    relevance: float = 0.0


class Ear:
    """What hears sentences in one language; the same sentence is always heard alike."""

    def __init__(self, index: Index, dividing: Collection[str] | None = None) -> None:
        self._index = index
        self._dividing = Dividing(index.dividing if dividing is None else dividing)

    @property
    def components(self) -> tuple[str, ...]:
        """The ids of the components of which something can be heard."""
        return tuple(self._index.components)

    @property
    def confusions(self) -> tuple[Confusion, ...]:
        """Which descriptions' examples were taken for which other ones', each left out in turn."""
        return tuple(self._index.confusions)

    def hear(self, component_id: str, text: str) -> Heard:
        """What a text resembles of a component; nothing if the component is unknown."""
        component = self._index.components.get(component_id)
        if component is None or not component.descriptions:
            return Heard("nothing")
        said = Text(self._index, text)
        found = said.scores(component)
        scores, relevance = _ranked(found), said.relevance(component, found)
        heard = Heard("nothing", (), self._nearest(said, component), scores, _margin(scores), relevance)
        if relevance < RELEVANT:
            return heard
        if pair := self._divided(component, text[:LONGEST]):
            return heard._replace(kind="divided", descriptions=pair)
        if heard.margin >= CLEAR:
            return heard._replace(kind="one", descriptions=(scores[0][0],))
        return heard._replace(kind="two", descriptions=tuple(key for key, _ in scores[:2]))

    def _nearest(self, said: Text, component: Component) -> tuple[Nearest, ...]:
        """The examples of a component that resemble a text most."""
        places = range(component.first, component.end)
        best = sorted(places, key=lambda place: -said.similarities[place])[:SHOWN]
        return tuple(self._example(place, near) for place in best if (near := said.similarities[place]) > 0)

    def _example(self, place: int, similarity: float) -> Nearest:
        key = self._index.keys[self._index.key_of[place]]
        return Nearest(self._index.sentences[place], "" if kind_of(key) == NONE else key, similarity)

    def _divided(self, component: Component, text: str) -> tuple[str, ...]:
        """The two descriptions that clauses of a text point to most clearly, if there are two, best first."""
        pointing: Scores = {}
        for clause in self._dividing.clauses(text):
            scores = _ranked(Text(self._index, clause).scores(component))
            if _margin(scores) >= CLEAR_CLAUSE:
                key, score = scores[0]
                pointing[key] = max(score, pointing.get(key, score))
        return tuple(key for key, _ in _ranked(pointing)[:2]) if len(pointing) > 1 else ()


def _ranked(scores: Scores) -> tuple[tuple[str, float], ...]:
    """Scores, best first; of equal ones the first description."""
    return tuple(sorted(scores.items(), key=lambda pair: -pair[1]))


def _margin(scores: tuple[tuple[str, float], ...]) -> float:
    """How much better the best is than the next."""
    best, *others = (score for _, score in scores)
    return best - max(others, default=0.0)
