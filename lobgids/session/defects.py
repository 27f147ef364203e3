"""A defect of ours: a sentence for whoever met it, and the details in a file for whoever mends it."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from lobgids import atomic
from lobgids.i18n import Language

EXIT_CODE = 70
"""The exit code after a defect: EX_SOFTWARE of sysexits.h."""


def details(error: BaseException) -> str:
    """Return the traceback of a defect, without values of variables; the message of an error may quote one."""
    return "".join(traceback.format_exception(error))


def report_defect(traceback_text: str, language: Language) -> str:
    """Write the details of a defect to a file, and return a sentence that says where, or only that there was one."""
    _ = language.gettext
    try:
        path = _write(traceback_text)
    except (OSError, RuntimeError):  # a full disk, or a user without a home
        return _("Er ging iets mis in lobgids. Je antwoorden zijn bewaard.")
    sentence = _("Er ging iets mis in lobgids. Je antwoorden zijn bewaard. Wat er misging, staat in {path}")
    return sentence.format(path=path)


def _write(traceback_text: str) -> Path:
    """Write the details, readable by their owner only, and return the file."""
    from platformdirs import user_log_path

    folder = user_log_path("lobgids", appauthor=False)
    atomic.make_folder(folder)
    path = folder / f"{datetime.now(UTC):%Y-%m-%d %H%M%S %f}.txt"
    atomic.create(path, traceback_text.encode(errors="replace"))
    return path
