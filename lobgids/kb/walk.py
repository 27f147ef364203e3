"""The one walk over the content: references, extraction for translators, translation and checks all use it."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct, defstruct, inspect

from lobgids.kb.authoring.diagnostics import Spot
from lobgids.kb.base import PARTS, KnowledgeBase

WHOLE: type[Struct] = defstruct("KnowledgeBase", list(PARTS.items()), kw_only=True, forbid_unknown_fields=True)
"""A knowledge base as a single structure, for code that looks at all of it at once."""


class Leaf(NamedTuple):
    """A string in the content, with the id of its entry (`owner`) and what its type says of it (`marks`).

    `key` is the path from the entry down without indexes of lists, so that it stays the same when something is added:
    `find_out.ask.question` of entry `c05`.
    """

    spot: Spot
    owner: str
    key: str
    value: str
    marks: Mapping[str, Any]

    @property
    def context(self) -> str:
        """The context by which the catalogues know this text."""
        return f"{self.owner}:{self.key}"


class Block(NamedTuple):
    """A structure in the content: its type and its values."""

    spot: Spot
    type: type
    value: Mapping[str, Any]


class _Plan(NamedTuple):
    """What the walk looks at in a value of a type, and the marks of a string of that type.

    `fields` and `item` lead to what may hold a marked string; most content holds none, and is not looked at.
    """

    has_id: bool
    fields: Mapping[str, "_Plan"]
    item: "_Plan | None"
    marks: Mapping[str, Any]

    @property
    def leads_on(self) -> bool:
        """Whether there may be a marked string."""
        return bool(self.fields or self.item or self.marks)


def leaves(type_: type, value: Any, spot: Spot = ()) -> Iterator[Leaf]:
    """All marked strings in a value that should be of this type; what has another shape is passed over."""
    found: list[Leaf] = []
    _add_leaves(found, _plan_of(type_), value, (spot, "", ""))
    return iter(found)


def blocks(type_: type, value: Any, spot: Spot = ()) -> Iterator[Block]:
    """All structures in a value that should be of this type, an outer one before those in it."""
    found: list[Block] = []
    _add_blocks(found, _shape(type_), value, spot)
    return iter(found)


def replace(type_: type, value: Any, change: Callable[[Leaf], str]) -> Any:
    """The value with what `change` returns in place of each marked string; what holds none is taken over as it is."""
    return _replace(_plan_of(type_), value, "", "", change)


@cache
def _shape(type_: type) -> inspect.Type:
    return inspect.type_info(WHOLE if type_ is KnowledgeBase else type_)


@cache
def _plan_of(type_: type) -> _Plan:
    return _plan(_shape(type_))


def _plan(shape: inspect.Type) -> _Plan:
    bare = _bare(shape)
    fields = bare.fields if isinstance(bare, inspect.StructType) else ()
    plans = {field.name: _plan(field.type) for field in fields}
    item = _plan(bare.item_type) if isinstance(bare, inspect.VarTupleType) else None
    return _Plan(
        has_id="id" in plans,
        fields={name: plan for name, plan in plans.items() if plan.leads_on},
        item=item if item and item.leads_on else None,
        marks=(shape.extra or {}) if isinstance(shape, inspect.Metadata) else {},
    )


def _bare(shape: inspect.Type) -> inspect.Type:
    return shape.type if isinstance(shape, inspect.Metadata) else shape


def _below(plan: _Plan, value: Mapping[str, Any], owner: str, key: str) -> tuple[str, str]:
    """The owner and key inside a structure: one with an id owns what is in it."""
    own_id = value.get("id") if plan.has_id else None
    return (own_id, "") if isinstance(own_id, str) else (owner, key)


def _add_leaves(found: list[Leaf], plan: _Plan, value: Any, at: tuple[Spot, str, str]) -> None:
    """Add the marked strings in a value; `at` has its spot, its owner and its key."""
    spot, owner, key = at
    if plan.fields and isinstance(value, dict):
        owner, key = _below(plan, value, owner, key)
        for name, below in plan.fields.items():
            if name in value:
                _add_leaves(found, below, value[name], ((*spot, name), owner, f"{key}.{name}" if key else name))
    elif plan.item and isinstance(value, list):
        for index, item in enumerate(value):
            _add_leaves(found, plan.item, item, ((*spot, index), owner, key))
    elif plan.marks and isinstance(value, str):
        found.append(Leaf(spot, owner, key, value, plan.marks))


def _add_blocks(found: list[Block], shape: inspect.Type, value: Any, spot: Spot) -> None:
    bare = _bare(shape)
    if isinstance(bare, inspect.StructType) and isinstance(value, dict):
        found.append(Block(spot, bare.cls, value))
        for field in bare.fields:
            if field.name in value:
                _add_blocks(found, field.type, value[field.name], (*spot, field.name))
    elif isinstance(bare, inspect.VarTupleType) and isinstance(value, list):
        for index, item in enumerate(value):
            _add_blocks(found, bare.item_type, item, (*spot, index))


def _replace(plan: _Plan, value: Any, owner: str, key: str, change: Callable[[Leaf], str]) -> Any:
    if plan.fields and isinstance(value, dict):
        owner, key = _below(plan, value, owner, key)
        return {
            name: _replace(plan.fields[name], item, owner, f"{key}.{name}" if key else name, change)
            if name in plan.fields
            else item
            for name, item in value.items()
        }
    if plan.item and isinstance(value, list):
        return [_replace(plan.item, item, owner, key, change) for item in value]
    if plan.marks and isinstance(value, str):
        return change(Leaf((), owner, key, value, plan.marks))
    return value
