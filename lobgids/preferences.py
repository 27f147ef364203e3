"""What a user has set: a small file of the user's own, that a person can edit.

Whatever stands in it, there are preferences: what cannot be taken is told, and what is usual comes in its place.
"""

import os
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import fields

from lobgids import atomic
from lobgids.i18n import Language
from lobgids.regular import read_bytes

LONGEST = 1 << 16
"""Bytes: what lies beyond is not read, so that a film that was put there by mistake is none to us."""

_LONGEST_FOUND = 40
_USUAL_FORM = '{"theme": "dark"}'
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


def told(trouble: Trouble, language: Language, path: Path) -> str:
    """What is wrong in the file, where, and what could stand there."""
    from lobgids.dialogue.interpret import clean

    _ = language.gettext
    sentences = {
        "unreadable": _("Het bestand {path} met je instellingen kan niet gelezen worden. Ik neem wat gewoon is."),
        "foreign": _(
            "In {path} staan geen instellingen die ik kan lezen. Zo kan het wel: {expected}. Ik neem wat gewoon is."
        ),
        "value": _(
            "In {path} staat bij ‘{field}’ iets wat ik niet ken: {found}. Het kan zijn: {expected}. "
            "Ik neem wat gewoon is."
        ),
        "language": _(
            "In {path} staat bij ‘{field}’ iets wat ik niet ken: {found}. Het kan een code van een taal zijn, "
            "in kleine letters, zoals {expected}. Ik neem wat gewoon is."
        ),
    }
    kind = "language" if trouble.field == "language" else trouble.kind
    found = " ".join(clean(trouble.found).split())
    found = found if len(found) <= _LONGEST_FOUND else f"{found[: _LONGEST_FOUND - 1]}…"
    return sentences[kind].format(
        path=clean(str(path)), field=trouble.field, found=found, expected=_expected(trouble.field)
    )


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


def _expected(name: str) -> str:
    """What can stand in a field, as it stands in the file; without a field, what a file looks like."""
    kinds = {field.name: field.type for field in fields(Preferences)}
    if name not in kinds:
        return _USUAL_FORM
    values = {"language": ("nl", "en"), "motion": (True, False)}.get(name) or get_args(kinds[name])
    return ", ".join(msgspec.json.encode(value).decode() for value in values)
