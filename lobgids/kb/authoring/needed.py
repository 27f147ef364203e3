"""What code looks up by its id: an adapted knowledge base needs it just as ours has it."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from lobgids.kb.authoring.diagnostics import Diagnostic, Place
from lobgids.kb.authoring.structure import Places, nearest_place
from lobgids.kb.files import BY_TRACK, USED_BY, fields_used

FILLED = tuple(field for folder in BY_TRACK for field in fields_used(folder))
NEEDED = (*FILLED, "answers", "components", "roles")

Values = Mapping[str, Any]


def check_needed(values: Values, places: Places, ours: Values) -> Iterator[Diagnostic]:
    """Ids that our own knowledge base has in a file and this one lacks there, and components with another number."""
    everywhere = {known for field in NEEDED for known in _ids(values[field])}
    for field in NEEDED:
        known = set(_ids(values[field]))
        for needed in _ids(ours[field]):
            if needed not in known and not _is_optional(needed, everywhere):
                place = nearest_place((field,), places)
                yield Diagnostic(Place(place.file), "LG032", {"id": needed})
    numbers = {component["id"]: component["number"] for component in ours["components"]}
    for place_, component in enumerate(values["components"]):
        if (number := numbers.get(component["id"], component["number"])) != component["number"]:
            told = {"id": component["id"], "number": str(component["number"]), "expected": str(number)}
            yield Diagnostic(nearest_place(("components", place_, "number"), places), "LG033", told)


def check_asked(values: Values, places: Places, asked: Collection[str]) -> Iterator[Diagnostic]:
    """Questions that a step of a conversation declares that it asks, and that are not there."""
    fields = fields_used("questions")
    known = {known for field in fields for known in _ids(values[field])}
    for question in asked:
        if question not in known:
            yield Diagnostic(Place(nearest_place((fields[0],), places).file), "LG032", {"id": question})


def fills(ours: Values) -> dict[str, Collection[str]]:
    """The words that code fills in, for each id."""
    return {entry["id"]: entry.get("fill", ()) for field in FILLED for entry in ours[field]}


def _ids(entries: list[Values]) -> Iterator[str]:
    """The ids of entries and of the options of questions."""
    for entry in entries:
        yield entry["id"]
        yield from (option["id"] for option in entry.get("options", ()))


def _is_optional(needed: str, known: Collection[str]) -> bool:
    """Whether an id only words otherwise, in a track, what is said elsewhere; without it that is said."""
    prefix, _, elsewhere = needed.partition(".")
    return prefix in USED_BY and elsewhere in known and needed not in known
