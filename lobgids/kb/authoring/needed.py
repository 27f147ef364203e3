"""Checks that an adapted knowledge base has every id that code looks up, as ours does."""

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
    everywhere = {entry_id for field in NEEDED for entry_id in _ids(values[field])}
    for field in NEEDED:
        known = set(_ids(values[field]))
        for needed in _ids(ours[field]):
            if needed not in known and not _is_optional(needed, everywhere):
                yield Diagnostic(_file(field, places), "LG032", {"id": needed})
    numbers = {component["id"]: component["number"] for component in ours["components"]}
    for index, component in enumerate(values["components"]):
        if (number := numbers.get(component["id"], component["number"])) != component["number"]:
            found = {"id": component["id"], "number": str(component["number"]), "expected": str(number)}
            yield Diagnostic(nearest_place(("components", index, "number"), places), "LG033", found)


def check_asked(values: Values, places: Places, asked: Collection[str]) -> Iterator[Diagnostic]:
    """Questions that are missing although a step of a conversation declares to ask them."""
    fields = fields_used("questions")
    known = {entry_id for field in fields for entry_id in _ids(values[field])}
    for question in asked:
        if question not in known:
            yield Diagnostic(_file(fields[0], places), "LG032", {"id": question})


def fills(ours: Values) -> dict[str, Collection[str]]:
    """The words that code fills in, by entry id."""
    return {entry["id"]: entry.get("fill", ()) for field in FILLED for entry in ours[field]}


def _file(field: str, places: Places) -> Place:
    """The beginning of the file that holds a field."""
    return Place(nearest_place((field,), places).file)


def _ids(entries: list[Values]) -> Iterator[str]:
    """The ids of the entries and of their options."""
    for entry in entries:
        yield entry["id"]
        yield from (option["id"] for option in entry.get("options", ()))


def _is_optional(needed: str, known: Collection[str]) -> bool:
    """Whether an entry only rewords another for a track; without it that other is said."""
    prefix, _, elsewhere = needed.partition(".")
    return prefix in USED_BY and elsewhere in known and needed not in known
