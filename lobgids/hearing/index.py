"""What was learnt from the example sentences of a language: flat arrays, small on disk and in memory, quick to load."""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from math import log, sqrt
from typing import Any, NamedTuple

import msgspec

from lobgids.hearing.features import Features

NONE = "none"
"""The last part of the key of examples that are about a component and fit none of its descriptions."""

_LITTLE = sys.byteorder == "little"


class Component(NamedTuple):
    """The places of its first example and of the one after its last, of those that fit a description, and its weights.

    `weights` is where its weights begin in those of the index.
    """

    first: int
    end: int
    fitting: list[int]
    descriptions: list[str]
    weights: int


class Confusion(NamedTuple):
    """Of `total` examples of a description, `taken` are taken for another one when they are not learnt from."""

    description: str
    other: str
    taken: int
    total: int


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """An index as it is packed: example sentences, component after component, with what was learnt from them.

    `keys` are ids of descriptions, and `c05.none`; `key_of` has the place in `keys` of each example. `postings` has for
    each of `features`, which are sorted numbers, the places of the examples that have it, as many as `counts` says.
    `lengths` are those of the examples' vectors. `weights` has for each description of a component a weight for each of
    the component's examples. `words` says how many words the examples of each kind of description have,
    each once a sentence, and last how many different ones. Numbers are the bytes of an array, the lowest byte first.
    """

    sentences: list[str]
    keys: list[str]
    key_of: bytes
    features: bytes
    counts: bytes
    postings: bytes
    lengths: bytes
    weights: bytes
    words: list[int]
    dividing: list[str]
    confusions: list[Confusion]


class Index:
    """An index to look things up in."""

    def __init__(self, stored: Stored) -> None:
        self.sentences, self.keys, self.words = stored.sentences, stored.keys, stored.words
        self.dividing, self.confusions = stored.dividing, stored.confusions
        self.key_of = _from_bytes("H", stored.key_of)
        self.lengths = _from_bytes("f", stored.lengths)
        self.weights = _from_bytes("f", stored.weights)
        self._features = _from_bytes("I", stored.features)
        self._starts = array("I", accumulate(_from_bytes("H", stored.counts), initial=0))
        self._postings = _from_bytes("H", stored.postings)

    @cached_property
    def components(self) -> "dict[str, Component]":
        """What was learnt of each component, by its id."""
        found: dict[str, Component] = {}
        weights = 0
        for name, group in groupby(range(len(self.key_of)), lambda place: component_of(self.keys[self.key_of[place]])):
            places = list(group)
            keys = [self.keys[self.key_of[place]] for place in places]
            fitting = [place for place, key in zip(places, keys, strict=True) if kind_of(key) != NONE]
            one = Component(places[0], places[-1] + 1, fitting, described(keys), weights)
            found[name] = one
            weights += len(places) * len(one.descriptions)
        return found

    def weights_of(self, component: "Component") -> dict[str, Sequence[float]]:
        """For each description of a component a weight for each of its examples."""
        size = component.end - component.first
        starts = (component.weights + place * size for place in range(len(component.descriptions)))
        return {
            key: self.weights[start : start + size] for key, start in zip(component.descriptions, starts, strict=True)
        }

    @cached_property
    def kind_at(self) -> list[int]:
        """For each example the place of its kind in `kinds`, or one more than there are if it fits no description."""
        places = {kind: place for place, kind in enumerate(kinds(self.keys))}
        of_keys = [places.get(kind_of(key), len(places)) for key in self.keys]
        return [of_keys[key] for key in self.key_of]

    def examples_with(self, feature: int) -> Sequence[int]:
        """The places of the examples that have a feature."""
        place = bisect_left(self._features, feature)
        if place == len(self._features) or self._features[place] != feature:
            return ()
        return self._postings[self._starts[place] : self._starts[place + 1]]

    def similarities(self, heard: Features) -> list[float]:
        """The cosine of what was heard and each example, by weights that are larger for rarer features."""
        products = [0.0] * len(self.sentences)
        squares = 0.0
        for feature in heard.all:
            examples = self.examples_with(feature)
            square = rarity(len(examples), len(products)) ** 2
            squares += square
            for place in examples:
                products[place] += square
        length = sqrt(squares) or 1.0
        return [product / length / own for product, own in zip(products, self.lengths, strict=True)]


def rarity(examples: int, of: int) -> float:
    """The weight of a feature that so many of the examples have: smoothed inverse document frequency.

    As in scikit-learn's TfidfTransformer: a feature of all examples still counts, and one of none does not fail.
    """
    return log((1 + of) / (1 + examples)) + 1


def component_of(key: str) -> str:
    """The id of the component of a key: c05 of c05.m1."""
    return key.rpartition(".")[0]


def kind_of(key: str) -> str:
    """The last part of a key, which is the same for all components: m1 of c05.m1."""
    return key.rpartition(".")[2]


def described(keys: Iterable[str]) -> list[str]:
    """The keys that are ids of descriptions, each once, in their order."""
    return [key for key in dict.fromkeys(keys) if kind_of(key) != NONE]


def kinds(keys: Iterable[str]) -> list[str]:
    """The kinds of the descriptions among keys."""
    return sorted({kind_of(key) for key in keys} - {NONE})


def as_bytes(code: str, numbers: Iterable[Any]) -> bytes:
    """Numbers as the bytes of an array of this type, the lowest byte first."""
    return _swapped(array(code, numbers)).tobytes()


def _from_bytes(code: str, content: bytes) -> "array[Any]":
    numbers: array[Any] = array(code)
    numbers.frombytes(content)
    return _swapped(numbers)


def _swapped(numbers: "array[Any]") -> "array[Any]":
    """The numbers, turned round on the few machines whose highest byte comes first."""
    if not _LITTLE:
        numbers.byteswap()
    return numbers
