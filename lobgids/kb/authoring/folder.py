"""Reading all YAML of a folder strictly, and reporting everything that is wrong at once."""

from pathlib import Path
from typing import Any, NamedTuple

from lobgids.kb.authoring.braces import check_braces
from lobgids.kb.authoring.diagnostics import ContentError, Diagnostic, Place, Spot
from lobgids.kb.authoring.needed import check_needed, fills
from lobgids.kb.authoring.reading import read_file
from lobgids.kb.authoring.references import check_references
from lobgids.kb.authoring.structure import faults, is_sound
from lobgids.kb.base import PARTS
from lobgids.kb.files import ABOUT, content_files, field_of, file_of
from lobgids.kb.load import CONTENT


class Source(NamedTuple):
    """A knowledge base as it was written: plain values, and the place of each in its file."""

    values: dict[str, Any]
    places: dict[Spot, Place]


def read(folder: Path) -> Source:
    """Read all YAML in a folder; check its structure, references, needed ids and words in braces.

    Raises `NotAKnowledgeBaseError`, and `ContentError` with everything that is wrong.
    """
    source, found = _gather(folder)
    if found or not is_sound(source.values):
        found += faults(source.values, source.places, found)
    if not found:
        ours = source if folder == CONTENT else _gather(CONTENT)[0]
        found += check_references(source.values, source.places)
        found += check_needed(source.values, source.places, ours.values)
        found += check_braces(source.values, source.places, fills(ours.values))
    if found:
        raise ContentError(found)
    return source


def _gather(folder: Path) -> tuple[Source, list[Diagnostic]]:
    """Read every file into its field of the knowledge base; return that with what was wrong on the way."""
    source, found = Source({}, {}), []
    names = tuple(PARTS)
    files = content_files(folder)
    alone = {field_of(name) for name, _ in files if name == file_of(field_of(name))}
    for name, path in files:
        field, in_folder = field_of(name), name != file_of(field_of(name))
        if field not in names or (in_folder and (field in alone or "/" not in name)):
            known = ", ".join(map(file_of, names))
            found.append(Diagnostic(Place(name), "LG011", {"names": known}))
            continue
        together = source.values.setdefault(field, []) if in_folder else []
        source.places.setdefault((field,), Place(f"{field}/" if in_folder else name))
        reading = read_file(path, name, (field, len(together)) if in_folder else (field,))
        source.places.update(reading.places)
        found += reading.diagnostics
        if reading.value is None:
            continue
        if in_folder:
            together.append(reading.value)
        else:
            source.values[field] = reading.value
    for name in names:
        if name not in source.values and name not in alone:
            found.append(Diagnostic(Place(ABOUT), "LG010", {"name": file_of(name)}))
    return source, found
