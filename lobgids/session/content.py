"""The content in each language, loaded when it is first asked for, with what hears own words in it."""

import functools
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language
from lobgids.kb.load import load
from lobgids.session.session import ContentByLanguage

if TYPE_CHECKING:
    from lobgids.dialogue.hearing import Hear, Heard
    from lobgids.hearing.ear import Ear


def contents_of(
    folder: Path,
    cache: Path,
    languages: Sequence[str],
    language: Language,
    speaking: Callable[[str], Language],
    before_hearing: Callable[[str], None] = lambda _code: None,
) -> ContentByLanguage:
    """Return what gives the content of a folder in a language by its code, '' for the one spoken; each is loaded once.

    It raises `LookupError` for a language that there is not. `cache` is where packed copies are kept. `before_hearing`
    gets ready what hearing in a language needs.
    """

    @functools.cache
    def localized(code: str) -> LocalizedContent:
        if code and code not in languages:
            raise LookupError(code)
        spoken = speaking(code) if code else language
        return LocalizedContent(
            spoken, load(folder, spoken, cache), _hearing(folder, spoken.code, cache, before_hearing)
        )

    return localized


def _hearing(folder: Path, code: str, cache: Path, before: Callable[[str], None]) -> "Hear":
    """Return what hears own words in a language; it is learnt or loaded when the first come, once."""
    lock = threading.Lock()

    @functools.cache
    def ear() -> "Ear":
        from lobgids.hearing.load import load_ear

        before(code)
        return load_ear(folder, code, cache)

    def hear(component_id: str, text: str) -> "Heard":
        with lock:  # who gets ready beside the keys and who needs it now learn it together
            hearing = ear()
        return hearing.hear(component_id, text)

    return hear
