"""From plain values to entries: which keys, types and words the structures in `schema` allow."""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from lobgids.kb.authoring.diagnostics import Diagnostic, Place, Spot
from lobgids.kb.base import PARTS, KnowledgeBase
from lobgids.kb.files import field_of
from lobgids.kb.walk import WHOLE

if TYPE_CHECKING:
    from jsonschema import ValidationError

Values = dict[str, Any]
Places = Mapping[Spot, Place]


def is_sound(values: Values) -> bool:
    """Whether the values fit the structures; fast, but without saying what does not."""
    return _fits(values, WHOLE)


def _fits(value: Any, type_: Any) -> bool:
    try:
        msgspec.convert(value, type_)
    except msgspec.ValidationError:
        return False
    return True


def as_entries(values: Mapping[str, Any]) -> KnowledgeBase:
    """The knowledge base of sound values; each part is converted when it is first used."""
    return KnowledgeBase(lambda name: msgspec.convert(values[name], PARTS[name]))


def faults(values: Values, places: Places, reported: Collection[Diagnostic]) -> list[Diagnostic]:
    """Everything in which the values differ from the structures; slower than `is_sound`, so for when that says no.

    Places that were `reported` while reading are not reported again, nor are entries of a file that could not be read
    reported as missing.
    """
    from jsonschema import Draft202012Validator

    schema = msgspec.json.schema(WHOLE)
    parts = schema["$defs"][WHOLE.__name__]["properties"]
    reported_places = {diagnostic.place for diagnostic in reported}
    unread = {field_of(place.file) for place in reported_places}
    found: list[Diagnostic] = []
    for name, value in values.items():
        if _fits(value, PARTS[name]):
            continue
        part = {**parts[name], "$defs": schema["$defs"]}
        for error in Draft202012Validator(part).iter_errors(value):
            if name in unread and error.validator == "minItems" and not error.absolute_path:
                continue
            found += _explain(error, (name, *error.absolute_path), places)
    return [diagnostic for diagnostic in found if diagnostic.place not in reported_places]


def faults_alone(value: Any, type_: Any, spot: Spot, places: Places) -> list[Diagnostic]:
    """Everything in which a file that is no part of the knowledge base differs from the type of its value."""
    if _fits(value, type_):
        return []
    from jsonschema import Draft202012Validator

    errors = Draft202012Validator(msgspec.json.schema(type_)).iter_errors(value)
    return [found for error in errors for found in _explain(error, (*spot, *error.absolute_path), places)]


def nearest_place(spot: Spot, places: Places) -> Place:
    """The place of a spot, or of the innermost block around it that has one."""
    while spot and spot not in places:
        spot = spot[:-1]
    return places.get(spot, Place("about.yaml"))


def suggest(word: str, names: Iterable[str]) -> str:
    """The name that the word resembles most. Raises `IndexError` if there are no names."""
    return difflib.get_close_matches(word, list(names), 1, cutoff=0)[0]


class _Fault(NamedTuple):
    """A fault as the validator reports it: the value, its part of the schema, what that wants, and a message."""

    value: Any
    schema: Any
    wanted: Any
    message: str


# For each diagnostic of a fault: the path below its spot, the code, and what fills in the words.
_Explained = Iterator[tuple[Spot, str, dict[str, str]]]


def _explain(error: "ValidationError", spot: Spot, places: Places) -> Iterator[Diagnostic]:
    """Turn a fault, by the rule of the schema that was broken, into diagnostics."""
    fault = _Fault(error.instance, error.schema, error.validator_value, error.message)
    for below, code, found in _EXPLAIN[str(error.validator)](fault):
        yield Diagnostic(nearest_place((*spot, *below), places), code, found)


def _unknown_keys(fault: _Fault) -> _Explained:
    known = fault.schema["properties"]
    for key in fault.value.keys() - known.keys():
        yield (key,), "LG020", {"key": key, "names": ", ".join(known), "suggestion": suggest(key, known)}


def _missing_key(fault: _Fault) -> _Explained:
    # The validator reports each missing key separately, and names it only in its message.
    yield (), "LG021", {"key": fault.message.split("'")[1]}


def _wrong_type(fault: _Fault) -> _Explained:
    yield (), "LG022", {"value": _shown(fault.value), "type": str(fault.wanted)}


def _unknown_word(fault: _Fault) -> _Explained:
    yield (), "LG023", {"value": _shown(fault.value), "names": ", ".join(map(str, fault.wanted))}


def _bad_id(fault: _Fault) -> _Explained:
    yield (), "LG024", {"value": _shown(fault.value)}


def _out_of_range(fault: _Fault) -> _Explained:
    bounds = {"least": str(fault.schema["minimum"]), "most": str(fault.schema["maximum"])}
    yield (), "LG025", {"value": _shown(fault.value), **bounds}


def _wrong_count(fault: _Fault) -> _Explained:
    bounds = {"least": str(fault.schema.get("minItems", 0)), "most": str(fault.schema.get("maxItems", "-"))}
    yield (), "LG026", {"count": str(len(fault.value)), **bounds}


def _empty_text(_fault: _Fault) -> _Explained:
    yield (), "LG027", {}


def _shown(value: object, longest: int = 40) -> str:
    text = str(value)
    return text if len(text) <= longest else text[:longest] + "..."


_EXPLAIN: dict[str, Callable[[_Fault], _Explained]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_key,
    "type": _wrong_type,
    "enum": _unknown_word,
    "pattern": _bad_id,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "minItems": _wrong_count,
    "maxItems": _wrong_count,
    "minLength": _empty_text,
}
