"""What the app is given from outside: the languages, the content in each, the settings, and the time."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from lobgids.i18n import Language
from lobgids.session.session import ContentByLanguage
from lobgids.storage.preferences import Preferences, Trouble


class AppContext(NamedTuple):
    """Everything from outside that the app works with.

    `speaking` returns a language by its code, `content_in` the content in it. `troubles` is what was wrong with the
    file of settings. `asked` is the language that the command line asks for, `known` the one of the settings or else
    of the machine; both are empty if they are not set. `seconds` have passed since some moment: they only go on.
    """

    languages: Sequence[str]
    language: Language
    content_in: ContentByLanguage
    speaking: Callable[[str], Language]
    preferences: Preferences
    preferences_path: Path
    troubles: Sequence[Trouble]
    asked: str = ""
    known: str = ""
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    seconds: Callable[[], float] = monotonic
