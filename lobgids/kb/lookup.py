"""Lookups over all entries of a knowledge base, and the roles in order."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import get_args

import msgspec

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import Entry, RoleId
from lobgids.kb.schema.roles import Role


def all_entries(part: object) -> Iterator[Entry]:
    """Every entry in a part of the knowledge base or in all of it, an outer entry before those in it."""
    found: list[Entry] = []
    _add_entries(found, part)
    return iter(found)


def _add_entries(found: list[Entry], part: object) -> None:
    if isinstance(part, Entry):
        found.append(part)
    items: Iterable[object] = ()
    if isinstance(part, tuple):
        items = part
    elif isinstance(part, msgspec.Struct):
        items = (getattr(part, name) for name in part.__struct_fields__)
    elif isinstance(part, KnowledgeBase):
        items = part.parts()
    for item in items:
        if not isinstance(item, str | int):  # nearly all that there is, and no entry
            _add_entries(found, item)


def roles_in_order(base: KnowledgeBase) -> list[Role]:
    """The roles from leadership to subject teacher, whatever the order of their files."""
    order = get_args(RoleId)
    return sorted(base.roles, key=lambda role: order.index(role.id))


def find(base: KnowledgeBase, entry_id: str) -> Entry | None:
    """The entry with this id; None if there is none."""
    return _by_id(base).get(entry_id)


@lru_cache(maxsize=8)  # for the languages that are spoken
def _by_id(base: KnowledgeBase) -> dict[str, Entry]:
    """All entries by their ids; of two with the same id, the first."""
    return {entry.id: entry for entry in reversed(list(all_entries(base)))}


def cited_facts(base: KnowledgeBase) -> set[str]:
    """The ids of all facts that some entry rests on."""
    return {fact for entry in all_entries(base) for fact in entry.facts}
