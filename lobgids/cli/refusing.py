"""What a command prints if it cannot do what was asked: a single sentence, whatever happened."""

from contextlib import suppress
from pathlib import Path

import click

from lobgids.cli.context import WRONG_INPUT
from lobgids.cli.streams import NO_STREAM, NOT_READ
from lobgids.i18n import Language


def refuse(sentence: str) -> int:
    """Print why not, without control characters, and return the exit code."""
    from lobgids.text import clean

    with suppress(OSError):  # nobody may be reading
        click.echo(clean(sentence), err=True)
    return WRONG_INPUT


def catalogue_refused(path: Path, language: Language) -> str:
    """Return a sentence that a catalogue cannot be read."""
    sentence = language.gettext("De vertaling {path} kan ik niet gebruiken. Herstel dat bestand of haal het weg.")
    return sentence.format(path=path)


def ended_by(error: BaseException, language: Language) -> int:
    """Print in a sentence what ended a command, and return the exit code."""
    _ = language.gettext
    match error:
        case BrokenPipeError():
            return NOT_READ
        case click.Abort() | KeyboardInterrupt():
            return refuse(_("Afgebroken."))
        case OSError(filename=None):
            refuse(_("Ik kan niet lezen of schrijven: de invoer of de uitvoer is vol of gesloten."))
            return NO_STREAM
        case OSError():
            return refuse(_path_refused(error, language))
        case RuntimeError() if _is_homeless():
            return refuse(_("Ik weet niet waar je eigen map is. Zet de variabele HOME op een map van jezelf."))
    from lobgids.session import defects

    refuse(defects.report_defect(defects.details(error), language))
    return defects.EXIT_CODE


def _path_refused(error: OSError, language: Language) -> str:
    sentence = language.gettext(
        "Met {path} kan ik niets doen. Kijk of de naam klopt en of je er mag lezen en schrijven."
    )
    return sentence.format(path=error.filename)


def _is_homeless() -> bool:
    """Whether the system knows no folder of this user."""
    try:
        Path.home()
    except RuntimeError:
        return True
    return False
