"""The names of the files that lobgids makes beside a document; who writes one takes its name here, as erasing does."""

import os
import re
from itertools import count
from pathlib import Path
from typing import Literal, get_args

from lobgids.atomic import DRAFT

SUFFIX = ".lobgids"

REPORTS = {"me": "verslag", "leadership": "voorstel", "talk": "gespreksblad", "group": "notulen", "sheet": "blad"}
"""What is put behind a document's name for its report; file names stay the same in every language."""

Format = Literal["pdf", "docx", "html", "md", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""The formats of a report, each the end of its file's name: commands, erasing and `report.files` take them here."""

TextFormat = Literal["txt", "md"]
TEXT_FORMATS: tuple[TextFormat, ...] = get_args(TextFormat)
"""The same for what was said, as a text."""

_TORN, _STANDING = ".torn-", ".standing"
_IS_DRAFT = re.compile(rf"(.+?)(?:\.[0-9a-f]{{8}}{re.escape(DRAFT)})+")


def lock_of(document: Path) -> Path:
    """The lock of whoever writes a document."""
    return document.with_name(f"{document.name}.lock")


def torn_of(document: Path) -> Path:
    """What is set aside of a last line that is not whole; the first such name that is free."""
    names = (document.with_name(f"{document.name}{_TORN}{number}") for number in count(1))
    return next(name for name in names if not name.exists())


def standing_of(document: Path) -> Path:
    """What stood in a document, where an earlier lobgids that erased the rest was broken off."""
    return document.with_name(f"{document.name}{_STANDING}")


def report_of(document: Path, readers: str, form: Format) -> Path:
    """A report that was given no other name."""
    return document.with_name(f"{document.stem} {REPORTS[readers]}.{form}")


def told_of(document: Path, form: TextFormat) -> Path:
    """What was said, as a text, that was given no other name."""
    return document.with_name(f"{document.stem}.{form}")


def numbered(path: Path) -> Path:
    """The first name with a number behind it that no file has: 'school 2.txt'."""
    names = (path.with_name(f"{path.stem} {number}{path.suffix}") for number in count(2))
    return next(name for name in names if not os.path.lexists(name))


def at_home(typed: str) -> Path:
    """A typed name with `~` for one's home folder."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:  # there is no such user
        return Path(typed)


def written_as(name: str) -> str:
    """The name that a draft was to get; empty where it is no draft."""
    found = _IS_DRAFT.fullmatch(name)
    return found[1] if found else ""


def is_torn(name: str, document: Path) -> bool:
    """Whether it was set aside from a document."""
    return bool(re.fullmatch(rf"{re.escape(document.name + _TORN)}\d+", name))


def is_of(name: str, document: Path) -> bool:
    """Whether it is the name of a report of a document, or of its text, with or without a number."""
    reports, formats, texts = map("|".join, (REPORTS.values(), FORMATS, TEXT_FORMATS))
    ending = rf" ({reports})( \d+)?\.({formats})|( \d+)?\.({texts})"
    return bool(re.fullmatch(rf"{re.escape(document.stem)}({ending})", name))
