"""Which descriptions have examples that are taken for those of another one."""

from collections.abc import Iterator
from pathlib import Path

from lobgids.hearing.ear import Ear
from lobgids.kb.authoring.diagnostics import Diagnostic
from lobgids.kb.authoring.own_words import read_own_words

MOST = 1 / 3
"""The part of a description's examples from which it is confused with one other."""


def check_confused(folder: Path, code: str, ear: Ear) -> Iterator[Diagnostic]:
    """A warning for each description of which many examples, left out in turn, are taken for one other description."""
    confused = [found for found in ear.confusions if found.taken > MOST * found.total]
    if not confused:
        return
    words = read_own_words(folder, code)
    file_of = {key: name for name, value in words.files.items() if isinstance(value, dict) for key in value}
    for found in confused:
        values = {"count": str(found.taken), "total": str(found.total), "id": found.description}
        place = words.place_of(file_of[found.description], found.description)
        yield Diagnostic(place, "LG082", {**values, "other": found.other, "language": code})
