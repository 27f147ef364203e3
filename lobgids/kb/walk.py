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


def leaves(type_: type, value: Any, spot: Spot = ()) -> Iterator[Leaf]:
    """All marked strings in a value that should be of this type; what has another shape is passed over."""
    return _leaves(_shape(type_), value, spot, "", "")


def blocks(type_: type, value: Any, spot: Spot = ()) -> Iterator[Block]:
    """All structures in a value that should be of this type, an outer one before those in it."""
    return _blocks(_shape(type_), value, spot)


def replace(type_: type, value: Any, change: Callable[[Leaf], str]) -> Any:
    """A copy of the value in which each marked string is what `change` returns for it."""
    return _replace(_shape(type_), value, "", "", change)


@cache
def _shape(type_: type) -> inspect.Type:
    return inspect.type_info(WHOLE if type_ is KnowledgeBase else type_)


def _marks(shape: inspect.Type) -> Mapping[str, Any]:
    return (shape.extra or {}) if isinstance(shape, inspect.Metadata) else {}


def _bare(shape: inspect.Type) -> inspect.Type:
    return shape.type if isinstance(shape, inspect.Metadata) else shape


def _below(shape: inspect.StructType, value: Mapping[str, Any], owner: str, key: str) -> tuple[str, str]:
    """The owner and key inside a structure: one with an id owns what is in it."""
    own_id = value.get("id") if "id" in shape.cls.__struct_fields__ else None
    return (own_id, "") if isinstance(own_id, str) else (owner, key)


def _leaves(shape: inspect.Type, value: Any, spot: Spot, owner: str, key: str) -> Iterator[Leaf]:
    bare = _bare(shape)
    if isinstance(bare, inspect.StructType) and isinstance(value, dict):
        owner, key = _below(bare, value, owner, key)
        for field in bare.fields:
            if field.name in value:
                below = f"{key}.{field.name}" if key else field.name
                yield from _leaves(field.type, value[field.name], (*spot, field.name), owner, below)
    elif isinstance(bare, inspect.VarTupleType) and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _leaves(bare.item_type, item, (*spot, index), owner, key)
    elif isinstance(value, str) and (marks := _marks(shape)):
        yield Leaf(spot, owner, key, value, marks)


def _blocks(shape: inspect.Type, value: Any, spot: Spot) -> Iterator[Block]:
    bare = _bare(shape)
    if isinstance(bare, inspect.StructType) and isinstance(value, dict):
        yield Block(spot, bare.cls, value)
        for field in bare.fields:
            if field.name in value:
                yield from _blocks(field.type, value[field.name], (*spot, field.name))
    elif isinstance(bare, inspect.VarTupleType) and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _blocks(bare.item_type, item, (*spot, index))


def _replace(shape: inspect.Type, value: Any, owner: str, key: str, change: Callable[[Leaf], str]) -> Any:
    bare = _bare(shape)
    if isinstance(bare, inspect.StructType) and isinstance(value, dict):
        owner, key = _below(bare, value, owner, key)
        types = {field.name: field.type for field in bare.fields}
        return {
            name: _replace(types[name], item, owner, f"{key}.{name}" if key else name, change)
            for name, item in value.items()
        }
    if isinstance(bare, inspect.VarTupleType) and isinstance(value, list):
        return [_replace(bare.item_type, item, owner, key, change) for item in value]
    if isinstance(value, str) and (marks := _marks(shape)):
        return change(Leaf((), owner, key, value, marks))
    return value
