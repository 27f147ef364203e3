"""What the app is given: the languages, the knowledge base in each, the settings, and the time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from lobgids.i18n import Language
from lobgids.session import Tongues
from lobgids.storage.preferences import Preferences, Trouble


class Desk(NamedTuple):
    """Everything from outside that the app works with.

    `speaking` gives a language by its code; `troubles` is what was wrong with the file of settings; `asked` is the
    language that was asked for at the start, if any, `known` the one that the settings or the machine were set to.
    """

    languages: Sequence[str]
    language: Language
    tongues: Tongues
    speaking: Callable[[str], Language]
    preferences: Preferences
    preferences_path: Path
    troubles: Sequence[Trouble]
    asked: str = ""
    known: str = ""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
