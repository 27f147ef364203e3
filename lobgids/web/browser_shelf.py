"""A browser's own storage as a shelf: each conversation as the text of its file, under a key of its own."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Protocol

from lobgids.i18n import Language
from lobgids.log.events import Contents, Event, Header
from lobgids.session.review import Summary, summed_up
from lobgids.session.session import ContentByLanguage
from lobgids.storage.errors import DocumentError
from lobgids.storage.lines import line_of
from lobgids.storage.names import SUFFIX
from lobgids.storage.port import Notice, Phrases
from lobgids.storage.reading import contents_in
from lobgids.text import clean

PREFIX = "lobgids/"
"""Before the name of a conversation, as other pages may keep something in the same place."""

IN_BROWSER = Phrases("greeting.private.browser", "problem.not_kept.browser", "problem.changed.browser")


class KeptFullError(Exception):
    """The browser keeps no more."""


class Keys(Protocol):
    """What a browser keeps: texts under keys, there when `put` returns."""

    def keys(self) -> Sequence[str]:
        """All keys."""

    def get(self, key: str) -> str | None:
        """The text under a key; None if there is none."""

    def put(self, key: str, text: str) -> None:
        """Keep a text. Raises `KeptFullError`, and then what was there still is."""

    def remove(self, key: str) -> None:
        """Remove a key, if it is there."""


class BrowserStore:
    """A conversation in the browser's storage, open for writing."""

    phrases = IN_BROWSER

    def __init__(self, name: str, keys: Keys) -> None:
        self.place = name
        self._keys, self._key = keys, PREFIX + name
        self._text = _text(name, keys)
        contents = contents_in(Path(name), self._text.encode())
        self.header, self.events = contents.header, contents.events
        self._gap = "" if self._text.endswith("\n") else "\n"

    @property
    def stands(self) -> bool:
        """Whether no other tab went on with it or removed it."""
        return self._keys.get(self._key) == self._text

    def notices(self, language: Language) -> Iterable[Notice]:  # noqa: ARG002  # the port's signature
        """Nothing: a text is kept whole or not at all."""
        return ()

    def append(self, events: Sequence[Event]) -> None:
        if not self.stands:
            raise DocumentError("conflict", Path(self.place))
        text = self._text + self._gap + "".join(line_of(event).decode() for event in events)
        _put(self._keys, self.place, text)
        self._text, self._gap = text, ""

    def close(self) -> None:
        """Nothing is held open."""


class BrowserShelf:
    """The conversations in a browser's storage."""

    is_lasting = False
    phrases = IN_BROWSER

    def __init__(self, keys: Keys) -> None:
        self._keys = keys

    def names(self) -> Sequence[str]:
        kept = (key.removeprefix(PREFIX) for key in self._keys.keys() if key.startswith(PREFIX))  # noqa: SIM118  # ours
        return sorted((name for name in kept if name.endswith(SUFFIX)), key=self._changed, reverse=True)

    def summary(self, name: str, content_in: ContentByLanguage) -> Summary:
        return summed_up(Path(name), self.read(name), content_in)

    def read(self, name: str) -> Contents:
        return contents_in(Path(name), self.content(name))

    def open(self, name: str) -> BrowserStore:
        return BrowserStore(name, self._keys)

    def create(self, header: Header) -> tuple[str, BrowserStore]:
        day = datetime.now(UTC).astimezone().date()
        name = self._free(f"{day} {header.track}")
        _put(self._keys, name, line_of(header).decode())
        return name, self.open(name)

    def content(self, name: str) -> bytes:
        return _text(name, self._keys).encode()

    def add(self, name: str, content: bytes) -> str:
        stem = clean(name.replace("\\", "/").rpartition("/")[2]).removesuffix(SUFFIX).strip(". ") or "lobgids"
        contents_in(Path(stem), content)
        text = content.decode("utf-8", errors="replace")
        for known in self.names():
            if _text(known, self._keys) == text:
                return known
        free = self._free(stem)
        _put(self._keys, free, text)
        return free

    def erase(self, name: str, language: Language) -> str:
        _text(name, self._keys)
        self._keys.remove(PREFIX + name)
        return language.gettext("Het gesprek is gewist uit deze browser. Een bestand dat je bewaarde, is er nog.")

    def kept_in_words(self, language: Language) -> str:
        return language.gettext(
            "Wat je typt, blijft in deze browser, op deze computer. Er wordt niets verstuurd. Wis je de gegevens van "
            "deze browser, dan is je gesprek weg. Bewaar het daarom af en toe als bestand."
        )

    def _changed(self, name: str) -> str:
        """The time of the last event, as it is written; empty if it cannot be read."""
        try:
            contents = self.read(name)
        except DocumentError:
            return ""
        return contents.events[-1].time if contents.events else contents.header.created

    def _free(self, stem: str) -> str:
        """The first free name that begins so."""
        return next(name for name in _numbered(stem) if self._keys.get(PREFIX + name) is None)


def _numbered(stem: str) -> Iterator[str]:
    yield f"{stem}{SUFFIX}"
    yield from (f"{stem} {number}{SUFFIX}" for number in count(2))


def _text(name: str, keys: Keys) -> str:
    text = keys.get(PREFIX + name)
    if text is None:
        raise DocumentError("missing", Path(clean(name)))
    return text


def _put(keys: Keys, name: str, text: str) -> None:
    try:
        keys.put(PREFIX + name, text)
    except KeptFullError:
        raise DocumentError("full", Path(name)) from None
