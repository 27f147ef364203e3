"""Error messages: why a document cannot be opened, made or written, and what is wrong in the settings of a user."""

from pathlib import Path
from typing import get_args

import msgspec
from msgspec.structs import fields

from lobgids.i18n import Language
from lobgids.storage.errors import DocumentError
from lobgids.storage.preferences import Preferences, Trouble
from lobgids.text import clean, one_line

_LONGEST_FOUND = 40
_USUAL_FORM = '{"theme": "dark"}'


def document_refused(error: DocumentError, language: Language) -> str:
    """Return why a document cannot be opened, made or written, in a sentence."""
    _ = language.gettext
    sentences = {
        "foreign": _("Het bestand {path} is geen gesprek van lobgids. Er is niets aan veranderd."),
        "newer": _("Het gesprek {path} is van een nieuwere lobgids dan deze. Er is niets aan veranderd."),
        "unreadable": _("Het bestand {path} kan niet gelezen worden."),
        "unwritable": _("In het bestand {path} kan niet geschreven worden."),
        "locked": _("Het gesprek {path} is al ergens anders open. Sluit het daar eerst."),
        "exists": _("Het bestand {path} is er al. Kies een andere naam."),
        "missing": _("Het bestand {path} is er niet."),
        "conflict": _("Het bestand {path} is intussen veranderd. Open het opnieuw."),
        "full": _("De schijf is vol, dus het bestand {path} kan niet bewaard worden."),
    }
    return sentences[error.reason].format(path=clean(str(error.path)))


def setting_refused(trouble: Trouble, language: Language, path: Path) -> str:
    """Return what is wrong in the file of settings, where, and what could stand there."""
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
    found = one_line(trouble.found)
    found = found if len(found) <= _LONGEST_FOUND else f"{found[: _LONGEST_FOUND - 1]}…"
    return sentences[kind].format(
        path=clean(str(path)), field=trouble.field, found=found, expected=_expected(trouble.field)
    )


def _expected(name: str) -> str:
    """Return what can stand in a field, as written in the file; without a field, what such a file looks like."""
    kinds = {field.name: field.type for field in fields(Preferences)}
    if name not in kinds:
        return _USUAL_FORM
    values = {"language": ("nl", "en"), "motion": (True, False)}.get(name) or get_args(kinds[name])
    return ", ".join(msgspec.json.encode(value).decode() for value in values)
