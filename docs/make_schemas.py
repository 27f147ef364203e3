"""Write docs/protocol.schema.json and the schemas of both results from the structures of the protocol.

If a structure says no more than "a dict", the keys that the protocol promises to others stand here.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from lobgids.advice.conclusions import (
    Condition,
    Direction,
    Evaluation,
    FindOut,
    Planned,
    RoleAdvice,
    Sign,
    Tension,
)
from lobgids.dialogue.overview import Overview
from lobgids.dialogue.protocol import VERSION, Answer, Ask, Heard, MentorResult, Move, Problem, Result, Say, Words
from lobgids.dialogue.requests import Clock, Commands, Get, GetStory, GetTerms, Terms, Version
from lobgids.dialogue.workshop.guidance import Notes
from lobgids.dialogue.workshop.minutes_data import MinutesData
from lobgids.school.evidence import Certainty
from lobgids.school.explain import Change, Weight
from lobgids.session.showing.story import Stretch

DOCS = Path(__file__).parent
DIALECT = "https://json-schema.org/draft/2020-12/schema"
RESULT = "result.schema.json"
MENTOR_RESULT = "mentor-result.schema.json"
PILLARS = ["visie-en-beleid", "orientatie-en-begeleiding", "organisatie", "samenwerking"]
ROLES = ["leadership", "deputy", "team_leader", "decaan", "mentor", "subject_teacher"]
LEVELS = ["reaction", "learning", "behaviour", "result"]
COMPONENTS = [f"{number:02}" for number in range(1, 13)]

Schema = dict[str, Any]


def protocol() -> Schema:
    """Return the schema of what goes out and comes in, an object a line: `#/$defs/out` and `#/$defs/in`."""
    outputs = (Heard, Say, Ask, Problem, Overview, Notes, Clock, Commands, Stretch, Terms, Version)
    names, parts = _parts(*outputs, Answer, Words, Move, Get, GetStory, GetTerms)
    out, in_ = names[: len(outputs)], names[len(outputs) :]
    parts["out"] = {"oneOf": [*out, {"$ref": RESULT}, {"$ref": MENTOR_RESULT}]}
    parts["in"] = {"oneOf": in_}
    return {
        "$schema": DIALECT,
        "$id": "protocol.schema.json",
        "title": f"lobgids talk --json, version {VERSION}",
        "anyOf": [{"$ref": "#/$defs/out"}, {"$ref": "#/$defs/in"}],
        "$defs": parts,
    }


def result() -> Schema:
    """Return the schema of the result object."""
    names, parts = _parts(
        Result,
        Weight,
        Change,
        Direction,
        Condition,
        Tension,
        FindOut,
        RoleAdvice,
        Planned,
        Sign,
        Evaluation,
        MinutesData,
    )
    weight, change, direction, condition, tension, find_out, role, planned, sign, evaluation, group = names[1:]
    whole = parts.pop("Result")
    number = {"type": "number", "minimum": 0, "maximum": 1}
    posterior, component = {"$ref": "#/$defs/posterior"}, {"$ref": "#/$defs/component"}
    parts["posterior"] = _object({"1": number, "2": number, "3": number})
    parts["component"] = _object(
        {
            "posterior": posterior,
            "seen_in_practice": {"type": ["boolean", "null"]},
            "answered": {"type": "boolean"},
            "chosen": _list({"type": "string"}),
            "basis": _list({"type": "string"}),
        }
    )
    whole["properties"] |= {
        "school": _object(_school(posterior, number)),
        "pillars": _object(dict.fromkeys(PILLARS, _object({"posterior": posterior}))),
        "components": _object(dict.fromkeys(COMPONENTS, component)),
        "why": _list(weight),
        "would_change": _list(change),
        "direction": direction,
        "conditions": _list(condition),
        "tensions": _list(tension),
        "find_out": _list(find_out),
        "advice": _object(dict.fromkeys(ROLES, role)),
        "plan": _list(planned),
        "signs": _list(sign),
        "evaluation": _object(dict.fromkeys(LEVELS, _list(evaluation))),
        "group": group,
    }
    whole |= {"$schema": DIALECT, "$id": RESULT, "title": "lobgids result FILE --json", "$defs": parts}
    return whole


def mentor_result() -> Schema:
    """Return the schema of the result object of a new mentor."""
    _names, parts = _parts(MentorResult)
    whole = parts.pop("MentorResult")
    text, texts = {"type": "string"}, _list({"type": "string"})
    facts = {"id": text, "text": text, "facts": texts}
    whole["properties"] |= {
        "school": _object(
            {"model": {"enum": [1, 2, 3, None]}, "source": {"enum": ["brief", "questions", "scene", ""]}}
        ),
        "referral": _object(facts),
        "tasks": _list(_object({**facts, "known": {"enum": ["diary", "untold", "new", ""]}})),
        "cases": _list(_object({"id": text, "way": text, "words": text})),
        "learning": _object(
            {
                "preferences": _list(_object({"id": text, "name": text, "text": text, "limits": text})),
                "forms": text,
            }
        ),
        "plan": _object(
            {
                "tasks": _list(_object({"id": text, "text": text, "date": text})),
                "people": _list(_object({"id": text, "role": {"enum": ROLES}, "text": text})),
                "talk": text,
                "learn": {"anyOf": [_object({"id": text, "text": text}), {"type": "null"}]},
                "questions": texts,
                "evaluation": _object(dict.fromkeys(LEVELS, texts)),
                "look_back": text,
                "words": text,
            }
        ),
        "find_out": _list(_object({"ask": text, "text": text})),
    }
    whole |= {"$schema": DIALECT, "$id": MENTOR_RESULT, "title": "lobgids result FILE --json, of a new mentor"}
    return whole


def _school(posterior: Schema, number: Schema) -> Schema:
    return {
        "name": {"type": "string"},
        "dominant": {"enum": [1, 2, 3, None]},
        "posterior": posterior,
        "tie": number,
        "certainty": msgspec.json.schema(Certainty),
        "recognised": {"enum": ["picture.yes", "picture.partly", "picture.no", None]},
    }


def _parts(*types: Any) -> tuple[list[Schema], dict[str, Schema]]:
    """Return a reference to the schema of each type, and these schemas by name, each refusing other keys."""
    references, parts = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    for part in parts.values():
        if "properties" in part:
            part["additionalProperties"] = False
    return list(references), parts


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def files() -> dict[str, str]:
    """Return the text of each file by its name."""
    schemas = {"protocol.schema.json": protocol(), RESULT: result(), MENTOR_RESULT: mentor_result()}
    return {name: json.dumps(schema, indent=2) + "\n" for name, schema in schemas.items()}


if __name__ == "__main__":
    for name, text in files().items():
        (DOCS / name).write_text(text, encoding="utf-8")
