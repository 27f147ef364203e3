"""The preferences of a user, in a small file that a person can edit.

Whatever stands in the file, reading it gives preferences: what cannot be taken is reported, and its default used.
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
"""In bytes: no more is read, so that a film that was put there by mistake costs nothing."""

_decode = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


class Preferences(Struct, frozen=True, kw_only=True):
    """How a user likes the program to look and speak."""

    language: Annotated[str, Meta(pattern=r"\A[a-z]{0,8}\Z")] = ""
    """A code, also of a language that we do not speak; empty for the language of the machine."""
    theme: Literal["dark", "light", "contrast"] = "dark"
    density: Literal["roomy", "compact"] = "roomy"
    motion: bool = True
    direction: Literal["picture", "always", "never"] = "picture"
    """When the side panel shows which way the answers point; `picture`: from the picture on."""
    glyphs: Literal["unicode", "ascii"] = "unicode"


class Trouble(NamedTuple):
    """What could not be taken: the whole file, or the value of a field. `found` is that value in JSON, not cleaned."""

    kind: Literal["unreadable", "foreign", "value"]
    field: str = ""
    found: str = ""


def preferences_path() -> Path:
    """Where the preferences of this user are kept."""
    import platformdirs

    return platformdirs.user_config_path("lobgids", appauthor=False) / "settings.json"


def read(path: Path) -> tuple[Preferences, tuple[Trouble, ...]]:
    """The preferences in a file, and what could not be taken, in the order of the fields. Never raises.

    A missing file is no trouble, nor is an unknown key: a newer lobgids may have written it.
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
    """Write preferences, whole or not at all, readable for their owner only. Raises `OSError`."""
    real = Path(os.path.realpath(path))  # a link to a file elsewhere stays a link
    atomic.make_folder(real.parent)
    atomic.replace(real, msgspec.json.format(msgspec.json.encode(preferences), indent=2) + b"\n")


def _taken(given: dict[str, msgspec.Raw]) -> tuple[Preferences, tuple[Trouble, ...]]:
    """Preferences of the values that fit their fields, and a trouble for each that does not."""
    fitting: dict[str, Any] = {}
    troubles = []
    for field in fields(Preferences):
        if (value := given.get(field.name)) is not None:
            try:
                fitting[field.name] = msgspec.json.decode(value, type=field.type)
            except ValueError:
                troubles.append(Trouble("value", field.name, bytes(value).decode()))
    return Preferences(**fitting), tuple(troubles)
