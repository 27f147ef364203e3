"""The content in each language, loaded when it is first asked for, with what hears own words in it."""

import functools
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language
from lobgids.kb.load import load
from lobgids.session.session import ContentByLanguage

if TYPE_CHECKING:
    from lobgids.dialogue.hearing import Hear, Heard
    from lobgids.hearing.ear import Ear


class Places(NamedTuple):
    """Where the content is, and where packed copies of it are kept.

    `before_hearing` gets ready what hearing in a language needs, where that is not there from the start.
    """

    content: Path
    cache: Path
    before_hearing: Callable[[str], None] = lambda _code: None


def contents_of(
    places: Places, languages: Sequence[str], language: Language, speaking: Callable[[str], Language]
) -> ContentByLanguage:
    """Return what gives the content in a language by its code, '' for the one spoken; each is loaded once.

    It raises `LookupError` for a language that there is not.
    """

    @functools.cache
    def localized(code: str) -> LocalizedContent:
        if code and code not in languages:
            raise LookupError(code)
        spoken = speaking(code) if code else language
        return LocalizedContent(spoken, load(places.content, spoken, places.cache), _hearing(places, spoken.code))

    return localized


def _hearing(places: Places, code: str) -> "Hear":
    """Return what hears own words in a language; it is learnt or loaded when the first come, once."""
    lock = threading.Lock()

    @functools.cache
    def ear() -> "Ear":
        from lobgids.hearing.load import load_ear

        places.before_hearing(code)
        return load_ear(places.content, code, places.cache)

    def hear(component_id: str, text: str) -> "Heard":
        with lock:  # who gets ready beside the keys and who needs it now learn it together
            hearing = ear()
        return hearing.hear(component_id, text)

    return hear
