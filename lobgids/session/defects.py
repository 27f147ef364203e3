"""A defect of ours: one sentence for whoever met it, and the details in a file for whoever mends it."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from lobgids import atomic
from lobgids.i18n import Language

EXIT_CODE = 70
"""What a command ends with after a defect: EX_SOFTWARE of sysexits.h."""


def details(error: BaseException) -> str:
    """What there is to know of a defect, without anybody's answers: a traceback holds no values."""
    return "".join(traceback.format_exception(error))


def told(found: str, language: Language) -> str:
    """One sentence on a defect, with where its details are."""
    _ = language.gettext
    try:
        path = _write(found)
    except (OSError, RuntimeError):  # a full disk, or a user without a home
        return _("Er ging iets mis in lobgids. Je antwoorden zijn bewaard.")
    sentence = _("Er ging iets mis in lobgids. Je antwoorden zijn bewaard. Wat er misging, staat in {path}")
    return sentence.format(path=path)


def _write(found: str) -> Path:
    """Write the details, readable by their owner only."""
    from platformdirs import user_log_path

    folder = user_log_path("lobgids", appauthor=False)
    atomic.make_folder(folder)
    path = folder / f"{datetime.now(UTC):%Y-%m-%d %H%M%S %f}.txt"
    atomic.create(path, found.encode(errors="replace"))
    return path
