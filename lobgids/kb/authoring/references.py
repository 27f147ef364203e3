"""Checks of ids and references: every id once, every reference to something of the right kind."""

from collections.abc import Iterator
from typing import Any

from lobgids.kb.authoring.diagnostics import Diagnostic, Place, Spot
from lobgids.kb.authoring.structure import Places, nearest_place, suggest
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import REFERS_TO, Entry, Fact
from lobgids.kb.walk import blocks, leaves

KINDS = {
    "Fact": "facts.yaml",
    "Pillar": "pillars.yaml",
    "Preference": "preferences.yaml",
    "Theme": "themes.yaml",
    "Context": "contexts.yaml",
    "Asking": "levels.yaml",
    "Description": "components/",
    "Entry": "*.yaml",
}
"""The structures that something can refer to, each with the file or folder where its ids stand."""


def check_references(values: dict[str, Any], places: Places) -> Iterator[Diagnostic]:
    """Ids that occur twice, and references to what does not exist, in plain values that are not yet entries."""
    known: dict[str, dict[str, Spot]] = {kind: {} for kind in KINDS}
    for block in blocks(KnowledgeBase, values):
        own_id = block.value.get("id")
        if not isinstance(own_id, str) or not issubclass(block.type, Entry | Fact):
            continue
        space = "Fact" if issubclass(block.type, Fact) else "Entry"
        if own_id in known[space]:
            other = nearest_place(known[space][own_id], places)
            place = nearest_place((*block.spot, "id"), places)
            yield Diagnostic(place, "LG030", {"id": own_id, "other": str(other)})
        known[space].setdefault(own_id, (*block.spot, "id"))
        known.setdefault(block.type.__name__, {})[own_id] = block.spot
    yield from _dangling(values, places, known)


def _dangling(values: dict[str, Any], places: Places, known: dict[str, dict[str, Spot]]) -> Iterator[Diagnostic]:
    for leaf in leaves(KnowledgeBase, values):
        kind = leaf.marks.get(REFERS_TO)
        if kind and leaf.value not in known[kind]:
            place: Place = nearest_place(leaf.spot, places)
            found = {"id": leaf.value, "type_name": KINDS[kind], "suggestion": suggest(leaf.value, known[kind])}
            yield Diagnostic(place, "LG031", found)
