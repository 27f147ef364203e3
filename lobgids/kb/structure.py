"""From plain values to entries: which keys, types and words are allowed, by the structures in `entries`."""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from lobgids.kb.diagnostics import Diagnostic, Place
from lobgids.kb.entries import KnowledgeBase
from lobgids.kb.reading import Spot

if TYPE_CHECKING:
    from jsonschema import ValidationError

Values = dict[str, Any]
Places = Mapping[Spot, Place]


def is_sound(values: Values) -> bool:
    """Whether the values fit the structures."""
    try:
        msgspec.convert(values, KnowledgeBase)
    except msgspec.ValidationError:
        return False
    return True


def faults(values: Values, places: Places, unread: Collection[str] = ()) -> list[Diagnostic]:
    """Everything in which the values differ from the structures; slower than `is_sound`, for when that says no.

    `unread` names the fields of which a file could not be read, so that nothing is said of their number.
    """
    from jsonschema import Draft202012Validator

    schema = msgspec.json.schema(KnowledgeBase)
    parts = schema["$defs"]["KnowledgeBase"]["properties"]
    found: list[Diagnostic] = []
    for name, value in values.items():
        part = {**parts[name], "$defs": schema["$defs"]}
        for error in Draft202012Validator(part).iter_errors(value):
            if name in unread and error.validator == "minItems" and not error.absolute_path:
                continue
            found += _explain(error, (name, *error.absolute_path), places)
    return found


def nearest_place(spot: Spot, places: Places) -> Place:
    """The place of a spot, or of the innermost block around it that has one."""
    while spot and spot not in places:
        spot = spot[:-1]
    return places.get(spot, Place("about.yaml"))


def suggest(word: str, names: Iterable[str]) -> str:
    """The name that the word resembles most, or a dash."""
    return next(iter(difflib.get_close_matches(word, list(names), 1)), "-")


def _explain(error: "ValidationError", spot: Spot, places: Places) -> Iterator[Diagnostic]:
    """The diagnostics of one fault; the validator names the rule of the schema that was broken."""
    explain = _EXPLAIN[str(error.validator)]
    for below, code, found in explain(error):
        yield Diagnostic(nearest_place((*spot, *below), places), code, found)


_Found = Iterator[tuple[Spot, str, dict[str, str]]]


def _unknown_keys(error: "ValidationError") -> _Found:
    known = error.schema["properties"]
    for key in error.instance.keys() - known.keys():
        yield (key,), "LG020", {"key": key, "names": ", ".join(known), "suggestion": suggest(key, known)}


def _missing_keys(error: "ValidationError") -> _Found:
    # The validator reports each missing key by itself, in its message only.
    key = error.message.split("'")[1]
    yield (), "LG021", {"key": key}


def _wrong_type(error: "ValidationError") -> _Found:
    yield (), "LG022", {"value": _shown(error.instance), "type": str(error.validator_value)}


def _unknown_word(error: "ValidationError") -> _Found:
    yield (), "LG023", {"value": _shown(error.instance), "names": ", ".join(map(str, error.validator_value))}


def _bad_id(error: "ValidationError") -> _Found:
    yield (), "LG024", {"value": error.instance}


def _out_of_range(error: "ValidationError") -> _Found:
    bounds = {"least": str(error.schema.get("minimum", "-")), "most": str(error.schema.get("maximum", "-"))}
    yield (), "LG025", {"value": str(error.instance), **bounds}


def _wrong_count(error: "ValidationError") -> _Found:
    bounds = {"least": str(error.schema.get("minItems", 0)), "most": str(error.schema.get("maxItems", "-"))}
    yield (), "LG026", {"count": str(len(error.instance)), **bounds}


def _empty_text(error: "ValidationError") -> _Found:
    yield (), "LG027", {}


def _shown(value: object, longest: int = 40) -> str:
    text = str(value)
    return text if len(text) <= longest else text[:longest] + "..."


_EXPLAIN: dict[str, Callable[["ValidationError"], _Found]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _unknown_word,
    "pattern": _bad_id,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "minItems": _wrong_count,
    "maxItems": _wrong_count,
    "minLength": _empty_text,
}
