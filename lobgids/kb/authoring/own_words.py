"""Reading and checking the example sentences in `own_words`, from which `lobgids.hearing` learns."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from msgspec import Meta

from lobgids.kb.authoring.diagnostics import Diagnostic, Place, Spot
from lobgids.kb.authoring.reading import read_file
from lobgids.kb.authoring.structure import faults_alone, nearest_place, suggest
from lobgids.kb.files import DIVIDING, OWN_WORDS, own_words_file, own_words_files
from lobgids.kb.schema.school import Component
from lobgids.text import folded, one_line

FEWEST = 3
"""How many examples a description has to have."""

_Sentences = Annotated[list[Annotated[str, Meta(min_length=1)]], Meta(min_length=1)]
_Examples = dict[str, _Sentences]


class OwnWords(NamedTuple):
    """What the files of a language hold, by their names, as far as it is sound; and what is not."""

    files: dict[str, Any]
    places: dict[Spot, Place]
    faults: list[Diagnostic]

    @property
    def examples(self) -> dict[str, list[str]]:
        """The sentences of all components by their key; of a key that stands in two files those of the last."""
        return {key: found for value in self.files.values() if isinstance(value, dict) for key, found in value.items()}

    @property
    def dividing(self) -> list[str]:
        """The words by which a sentence speaks of two things."""
        return [word for value in self.files.values() if isinstance(value, list) for word in value]

    def place_of(self, *spot: str | int) -> Place:
        """Where something stands, by the name of its file, its key and its place in a list."""
        return nearest_place(spot, self.places)


def read_own_words(folder: Path, code: str) -> OwnWords:
    """Read the example sentences of a language and check the structure of each file."""
    words = OwnWords({}, {}, [])
    for name, path in own_words_files(folder, code):
        reading = read_file(path, name, (name,))
        words.places.update(reading.places)
        found = reading.diagnostics
        if not found:
            found = faults_alone(reading.value, _Sentences if _divides(name) else _Examples, (name,), words.places)
        words.faults.extend(found)
        if not found:
            words.files[name] = reading.value
    return words


def check_own_words(folder: Path, components: Sequence[Component], languages: Sequence[str]) -> Iterator[Diagnostic]:
    """Everything that is wrong with the example sentences in these languages, by their codes."""
    for code in languages:
        words = read_own_words(folder, code)
        yield from words.faults
        yield from _files(folder, code, components)
        for component in components:
            if (name := own_words_file(code, component.number)) in words.files:
                yield from _keys(words, name, component)
                yield from _twice(words, name)


def _files(folder: Path, code: str, components: Sequence[Component]) -> Iterator[Diagnostic]:
    """Files that are missing, and those of no component."""
    known = [own_words_file(code, component.number) for component in components] + [f"{OWN_WORDS}/{code}/{DIVIDING}"]
    there = {name for name, _ in own_words_files(folder, code)}
    for name in known:
        if name not in there:
            yield Diagnostic(Place(name), "LG081", {"language": code})
    for name in sorted(there.difference(known)):
        yield Diagnostic(Place(name), "LG011", {"names": ", ".join(known)})


def _keys(words: OwnWords, name: str, component: Component) -> Iterator[Diagnostic]:
    """Keys that are missing or unknown, and descriptions with too few examples."""
    examples = words.files[name]
    needed = [description.id for description in component.descriptions]
    known = [*needed, f"{component.id}.none"]
    for key in examples.keys() - known:
        values = {"key": key, "names": ", ".join(known), "suggestion": suggest(key, known)}
        yield Diagnostic(words.place_of(name, key), "LG020", values)
    for key in needed:
        if key not in examples:
            yield Diagnostic(words.place_of(name), "LG021", {"key": key})
        elif len(examples[key]) < FEWEST:
            values = {"count": str(len(examples[key])), "least": str(FEWEST), "most": "-"}
            yield Diagnostic(words.place_of(name, key), "LG026", values)


def _twice(words: OwnWords, name: str) -> Iterator[Diagnostic]:
    """Sentences that stand twice in a file, but for capitals and accents."""
    met: dict[str, Place] = {}
    for key, sentences in words.files[name].items():
        for index, sentence in enumerate(sentences):
            place = words.place_of(name, key, index)
            first = met.setdefault(folded(one_line(sentence)), place)
            if first != place:
                yield Diagnostic(place, "LG080", {"text": sentence, "other": f"{first.file}:{first.line}"})


def _divides(name: str) -> bool:
    return name.endswith(f"/{DIVIDING}")
