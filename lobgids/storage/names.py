"""The names of the files that lobgids makes beside a document, in one module so that erasing knows them all."""

import os
import re
from itertools import count
from pathlib import Path
from typing import Literal, get_args

from lobgids.atomic import DRAFT

SUFFIX = ".lobgids"

REPORTS = {
    "me": "verslag", "leadership": "voorstel", "talk": "gespreksblad", "group": "notulen", "sheet": "blad",
    "questions": "vragenbladen", "students": "leerlingen", "roles": "rolbladen",
    "guide": "schoolgids", "year": "jaarblad", "parents": "ouders-en-dossier",
    "card": "gesprekskaart", "subject": "kwartier-in-het-vak", "reference": "naslag",
}  # fmt: skip
"""The words after a document's name in those of its reports, by readers; the same in every language."""

Format = Literal["pdf", "docx", "html", "md", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""The formats of a report, each the suffix of its file: commands, erasing and `report.files` take them from here."""

TextFormat = Literal["txt", "md"]
TEXT_FORMATS: tuple[TextFormat, ...] = get_args(TextFormat)
"""The formats of a transcript, each the suffix of its file."""

PlanForm = Literal["xlsx", "ics", "txt"]
PLAN_FORMS: tuple[PlanForm, ...] = get_args(PlanForm)
"""The files of a plan to take along, each the suffix of its file."""

_PLAN_FILES: dict[PlanForm, str] = {"xlsx": "plan", "ics": "agenda", "txt": "mail"}

_AGREEMENTS = "afspraken"

_TORN, _STANDING = ".torn-", ".standing"
_IS_DRAFT = re.compile(rf"(.+?)(?:\.[0-9a-f]{{8}}{re.escape(DRAFT)})+")


def lock_of(document: Path) -> Path:
    """The lock file of a document."""
    return document.with_name(f"{document.name}.lock")


def torn_of(document: Path) -> Path:
    """The first free path for a torn last line that is set aside."""
    paths = (document.with_name(f"{document.name}{_TORN}{number}") for number in count(1))
    return next(path for path in paths if not path.exists())


def standing_of(document: Path) -> Path:
    """The file with the events that stand, which an earlier lobgids left when its erasing was interrupted."""
    return document.with_name(f"{document.name}{_STANDING}")


def report_of(document: Path, readers: str, form: Format) -> Path:
    """The default path of a report for these readers."""
    return document.with_name(f"{document.stem} {REPORTS[readers]}.{form}")


def plan_file_of(document: Path, form: PlanForm) -> Path:
    """The default path of a file of the plan to take along."""
    return document.with_name(f"{document.stem} {_PLAN_FILES[form]}.{form}")


def agreements_of(document: Path) -> Path:
    """The default path of a decaan's agreements for new mentors."""
    return document.with_name(f"{document.stem} {_AGREEMENTS}.json")


def transcript_of(document: Path, form: TextFormat) -> Path:
    """The default path of a transcript."""
    return document.with_name(f"{document.stem}.{form}")


def numbered(path: Path) -> Path:
    """The first free path with a number after its name: 'school 2.txt'."""
    paths = (path.with_name(f"{path.stem} {number}{path.suffix}") for number in count(2))
    return next(candidate for candidate in paths if not os.path.lexists(candidate))


def at_home(typed: str) -> Path:
    """The path of a typed name, in which `~` is the user's home folder."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:  # there is no such user
        return Path(typed)


def written_as(name: str) -> str:
    """The name that a draft would get; empty if the name is not of a draft."""
    found = _IS_DRAFT.fullmatch(name)
    return found[1] if found else ""


def is_torn(name: str, document: Path) -> bool:
    """Whether the name is of a torn line that was set aside from a document."""
    return bool(re.fullmatch(rf"{re.escape(document.name + _TORN)}\d+", name))


def is_of(name: str, document: Path) -> bool:
    """Whether the name is of a file that was made of a document, with or without a number.

    That is a report, a file of the plan, the agreements for new mentors or a transcript.
    """
    reports, formats, texts = map("|".join, (REPORTS.values(), FORMATS, TEXT_FORMATS))
    plans = "|".join(rf" {word}( \d+)?\.{form}" for form, word in _PLAN_FILES.items())
    ending = rf" ({reports})( \d+)?\.({formats})|{plans}| {_AGREEMENTS}( \d+)?\.json|( \d+)?\.({texts})"
    return bool(re.fullmatch(rf"{re.escape(document.stem)}({ending})", name))
