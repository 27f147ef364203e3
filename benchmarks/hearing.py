"""How well own words are heard, and what that costs; run as python benchmarks/hearing.py.

Judged by cross-validation on our own example sentences, each fifth by what is learnt from the rest, and on the test
sentences in tests/hearing, whose writers saw no example. Thresholds are set by the first, never by the second.
Beside it stand a nearest neighbour and naive Bayes on words. The margins are Wilson's, at 95 %.
"""

import csv
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import log, sqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from lobgids.hearing import scoring
from lobgids.hearing.ear import Ear, Heard
from lobgids.hearing.features import features
from lobgids.hearing.index import Index, component_of, described
from lobgids.hearing.learning import Examples, learn
from lobgids.hearing.load import load_ear
from lobgids.kb.authoring.own_words import read_own_words
from lobgids.kb.load import CONTENT

TESTS = Path(__file__).parent.parent / "tests" / "hearing"
RESTATED = "schools.tsv"
"""What schools tell on public pages, said again in other words: it is judged apart, as nobody was asked."""

FOLDS = 5
LANGUAGES = ("nl", "en")


class Case(NamedTuple):
    """A sentence that answers the question of a component; `right` are the ids it stands for, none if it fits none."""

    language: str
    component: str
    right: frozenset[str]
    sentence: str


class Judged(NamedTuple):
    """A sentence with what is heard in it, without the voice of all components and whole, and by simpler means."""

    case: Case
    ridge: Heard
    whole: Heard
    neighbour: str
    bayes: str


Simple = Callable[[str, str], str]


def main() -> None:
    tested = list(tests())
    for language in LANGUAGES:
        own = read_own_words(CONTENT, language)
        table(f"{language}, own sentences, {FOLDS} folds", list(folded(language, own.examples, own.dividing)))
        judge = judging(own.examples, own.dividing)
        for name, cases in tested:
            if found := [judge(case) for case in cases if case.language == language]:
                table(f"{language}, {name}", found)
    for language in LANGUAGES:
        costs(language)


def tests() -> Iterator[tuple[str, list[Case]]]:
    """The test sentences, a file after the other, and all of them that somebody wrote for the questions."""
    everything: list[Case] = []
    for path in sorted(TESTS.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        cases = [Case(row[0], row[1], labelled(row[1], row[2]), row[4]) for row in rows if row]
        everything += cases if path.name != RESTATED else []
        yield path.name, cases
    yield "all test files", everything


def labelled(component: str, label: str) -> frozenset[str]:
    return frozenset(f"{component}.{part}" for part in label.split("+") if part != "none")


def folded(language: str, examples: Examples, dividing: Sequence[str]) -> Iterator[Judged]:
    """Each of our own sentences, judged by what was learnt from four fifths of the others."""
    for fold in range(FOLDS):
        rest = {
            key: [one for place, one in enumerate(found) if place % FOLDS != fold] for key, found in examples.items()
        }
        judge = judging(rest, dividing)
        for key, found in examples.items():
            right = frozenset(described([key]))
            for sentence in found[fold::FOLDS]:
                yield judge(Case(language, component_of(key), right, sentence))


def judging(examples: Examples, dividing: Sequence[str]) -> Callable[[Case], Judged]:
    ear = Ear(Index(learn(examples, dividing)))
    neighbour, bayes = nearest_neighbour(examples), naive_bayes(examples)

    def judge(case: Case) -> Judged:
        whole = ear.hear(case.component, case.sentence)
        voice, scoring.VOICE = scoring.VOICE, 0.0
        ridge = ear.hear(case.component, case.sentence)
        scoring.VOICE = voice
        asked = case.component, case.sentence
        return Judged(case, ridge, whole, neighbour(*asked), bayes(*asked))

    return judge


def nearest_neighbour(examples: Examples) -> Simple:
    """The description of the example whose words are most like those of a sentence: the largest part in common."""
    learnt = [(key, features(one).words) for key, found in examples.items() for one in found if described([key])]

    def choose(component: str, sentence: str) -> str:
        words = features(sentence).words
        own = [
            (len(words & other) / (len(words | other) or 1), key)
            for key, other in learnt
            if component_of(key) == component
        ]
        return max(own, key=lambda pair: pair[0])[1]

    return choose


def naive_bayes(examples: Examples) -> Simple:
    """The likeliest description by the words of its examples, each word counted once more than it is there."""
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for key in described(examples):
        for one in examples[key]:
            counts[key].update(features(one).words)

    def choose(component: str, sentence: str) -> str:
        own = {key: words for key, words in counts.items() if component_of(key) == component}
        different = len(set().union(*own.values()))
        words = features(sentence).words

        def likelihood(key: str) -> float:
            return sum(log((own[key][word] + 1) / (own[key].total() + different)) for word in words)

        return max(own, key=likelihood)

    return choose


def table(title: str, judged: Sequence[Judged]) -> None:
    """Print how well one set of sentences is heard."""
    single = [one for one in judged if len(one.case.right) == 1]
    print(f"\n{title}: {len(judged)} sentences\n")
    print("| which of the three, where one has to be chosen | |\n|---|---|")
    chosen: list[tuple[str, Callable[[Judged], str]]] = [
        ("nearest neighbour on words", lambda one: one.neighbour),
        ("naive Bayes on words", lambda one: one.bayes),
        ("ridge alone", lambda one: one.ridge.scores[0][0]),
        ("the whole", lambda one: one.whole.scores[0][0]),
    ]
    for name, choice in chosen:
        print(f"| {name} | {share(choice(one) in one.case.right for one in single)} |")
    print("\n| what is proposed | ridge alone | the whole |\n|---|---|---|")
    ridge, whole = (rows([(one.case, getattr(one, name)) for one in judged]) for name in ("ridge", "whole"))
    for (name, one), (_, other) in zip(ridge, whole, strict=True):
        print(f"| {name} | {one} | {other} |")


def rows(heard: Sequence[tuple[Case, Heard]]) -> list[tuple[str, str]]:
    """The figures of one way to hear."""
    single = [(case.right, found) for case, found in heard if len(case.right) == 1]
    none = [found for case, found in heard if not case.right]
    divided = [found for case, found in heard if len(case.right) > 1]
    return [
        (
            "right when one is proposed",
            share(right == {*found.descriptions} for right, found in single if found.kind == "one"),
        ),
        ("right of all", share(right == {*found.descriptions} for right, found in single)),
        ("right or one key away", share(bool(right & {*found.descriptions}) for right, found in single)),
        ("one proposed on what fits nothing", share(found.kind == "one" for found in none)),
        ("anything proposed on what fits nothing", share(found.kind != "nothing" for found in none)),
        ("a divided one proposed as one", share(found.kind == "one" for found in divided)),
        ("one that does not divide, as divided", share(found.kind == "divided" for _, found in single)),
    ]


def share(hits: Iterable[bool], z: float = 1.96) -> str:
    """The part of hits in percent, with Wilson's interval (1927)."""
    found = list(hits)
    if not found:
        return "-"
    count, part = len(found), sum(found) / len(found)
    middle = (part + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * sqrt(part * (1 - part) / count + z * z / (4 * count * count))
    return f"{part:.1%} ({middle - half:.0%}-{middle + half:.0%}, {count})"


COSTS = """
import sys, time
from pathlib import Path
from lobgids.kb.load import CONTENT
def memory():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")) / 1024
cache, code = Path(CACHE), CODE
before, start = memory(), time.perf_counter()
from lobgids.hearing.load import load_ear
ear = load_ear(CONTENT, code, cache)
ear.hear("c05", "Het ging over open dagen, and about what you need for a course.")
first, more = time.perf_counter() - start, memory() - before
from lobgids.kb.authoring.own_words import read_own_words
sentences = [one for found in read_own_words(CONTENT, code).examples.values() for one in found][:500]
times = []
for sentence in [*sentences, sentences[0] * 200]:
    start = time.perf_counter()
    ear.hear("c05", sentence)
    times.append(time.perf_counter() - start)
*times, long = times
times.sort()
size = sum(path.stat().st_size for path in cache.glob(f"*.{code}.hearing.msgpack"))
print(f"| {code} | {first * 1000:.0f} ms, {more:.1f} MiB | {times[250] * 1000:.1f} / {times[494] * 1000:.1f} ms |"
      f" {long * 1000:.1f} ms | {size / 1000:.0f} kB |")
"""


def costs(language: str) -> None:
    """Print what it costs in a fresh interpreter, with a packed copy that was made before."""
    with TemporaryDirectory() as cache:
        start = perf_counter()
        load_ear(CONTENT, language, Path(cache))
        learnt = perf_counter() - start
        script = COSTS.replace("CACHE", repr(cache)).replace("CODE", repr(language))
        told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    print(f"\nlearnt anew in {learnt:.1f} s\n")
    print("| | first sentence | a sentence, p50 / p99 | 10 kB | packed |\n|---|---|---|---|---|")
    print(told, end="")


if __name__ == "__main__":
    main()
