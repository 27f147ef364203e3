"""What a user has set: a small file of the user's own, that a person can edit.

Whatever stands in it, there are preferences: what cannot be taken is told, and what is usual comes in its place.
"""

import os
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import fields

from lobgids import atomic
from lobgids.regular import read_bytes

LONGEST = 1 << 16
"""Bytes: what lies beyond is not read, so that a film that was put there by mistake is none to us."""

_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


class Preferences(Struct, frozen=True, kw_only=True):
    """How a user likes it."""

    language: Annotated[str, Meta(pattern=r"\A[a-z]{0,8}\Z")] = ""
    """A code, also of a language that we do not speak; empty: as the machine is set."""
    theme: Literal["dark", "light", "contrast"] = "dark"
    density: Literal["roomy", "compact"] = "roomy"
    motion: bool = True
    direction: Literal["picture", "always", "never"] = "picture"
    """When the side panel shows which way the answers point; `picture`: from the picture on."""
    glyphs: Literal["unicode", "ascii"] = "unicode"


class Trouble(NamedTuple):
    """What could not be taken: the whole file, or the value of a field. `found` is that value in JSON, uncleaned."""

    kind: Literal["unreadable", "foreign", "value"]
    field: str = ""
    found: str = ""


def preferences_path() -> Path:
    """Where the preferences of this user are kept."""
    import platformdirs

    return platformdirs.user_config_path("lobgids", appauthor=False) / "settings.json"


def read(path: Path) -> tuple[Preferences, tuple[Trouble, ...]]:
    """The preferences in a file and what is wrong there, in the order of the fields. Never raises.

    No file is no trouble, nor is a key that we do not know: a newer lobgids may have written it.
    """
    try:
        content = read_bytes(path, LONGEST)
    except FileNotFoundError:
        return Preferences(), ()
    except OSError:
        return Preferences(), (Trouble("unreadable"),)
    try:
        given = _decode(content.decode("utf-8-sig"))  # an editor on Windows may have put a mark in front
    except (ValueError, RecursionError):  # no UTF-8, no JSON, no object, or a million brackets
        return Preferences(), (Trouble("foreign"),)
    return _taken(given)


def write(path: Path, preferences: Preferences) -> None:
    """Keep preferences, whole or not at all, for their owner only. Raises `OSError`."""
    real = Path(os.path.realpath(path))  # a link to a file elsewhere stays a link
    atomic.make_folder(real.parent)
    atomic.replace(real, msgspec.json.format(msgspec.json.encode(preferences), indent=2) + b"\n")


def _taken(given: dict[str, msgspec.Raw]) -> tuple[Preferences, tuple[Trouble, ...]]:
    """The values that fit their fields, and those that do not."""
    fitting: dict[str, Any] = {}
    troubles = []
    for field in fields(Preferences):
        if (value := given.get(field.name)) is not None:
            try:
                fitting[field.name] = msgspec.json.decode(value, type=field.type)
            except ValueError:
                troubles.append(Trouble("value", field.name, bytes(value).decode()))
    return Preferences(**fitting), tuple(troubles)
