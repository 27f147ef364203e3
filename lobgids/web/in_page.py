"""The site inside a page: Python runs in the browser, and every address is answered without any network."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from lobgids.i18n import SOURCE_LANGUAGE, Language, available_languages, catalogue_folder
from lobgids.kb.load import CONTENT
from lobgids.session.content import Places, contents_of
from lobgids.session.defects import details
from lobgids.web.browser_shelf import BrowserShelf, KeptFullError
from lobgids.web.exchange import Reply, Request, Upload
from lobgids.web.site import Site

NOWHERE = Path("/tmp")  # noqa: S108  # the file system of the page is in memory, and nothing of a user's is put there

Answer = Callable[[str, str, Iterable[Any], bool], Mapping[str, Any]]
"""Answers a method, an address, the fields of a form, and whether only a part of the page is wanted."""

Sent = Sequence[tuple[str, Any]]
"""The fields of a form: each a text, or a file as its name and bytes."""


class Storage(Protocol):
    """A browser's storage, as Python sees it."""

    length: int

    def key(self, index: int) -> str:
        """The name of the key at a place."""

    def getItem(self, key: str) -> str | None:  # noqa: N802  # the browser's name
        """The text under a key."""

    def setItem(self, key: str, text: str) -> None:  # noqa: N802  # the browser's name
        """Keep a text; raises if there is no room."""

    def removeItem(self, key: str) -> None:  # noqa: N802  # the browser's name
        """Remove a key."""


class StorageKeys:
    """A browser's storage as the keys of a shelf."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def keys(self) -> Sequence[str]:
        return [self._storage.key(index) for index in range(self._storage.length)]

    def get(self, key: str) -> str | None:
        found = self._storage.getItem(key)
        return found if isinstance(found, str) else None  # JavaScript's null is an object of its own

    def put(self, key: str, text: str) -> None:
        try:
            self._storage.setItem(key, text)
        except Exception as error:  # whatever the browser calls a full or forbidden storage
            raise KeptFullError from error

    def remove(self, key: str) -> None:
        self._storage.removeItem(key)


def start(bridge: Any) -> None:
    """Put what answers an address where the scripts of the page look for it, and show the first page.

    `bridge.hearing(code)` lays down what hearing own words in a language needs; it is large, and comes when it is used.
    """
    import js
    from pyodide.ffi import create_proxy, to_js

    answer = answering(js.localStorage, js.navigator.language, bridge.hearing)

    def for_script(method: str, address: str, sent: Any, part: bool) -> Any:  # noqa: FBT001  # JavaScript calls it
        return to_js(answer(method, address, sent.to_py(), part), dict_converter=js.Object.fromEntries)

    js.window.lobgidsAnswer = create_proxy(for_script)
    js.window.lobgidsAsk.begin()


def answering(storage: Storage, wanted: str, before_hearing: Callable[[str], None]) -> Answer:
    """Return what answers an address; `wanted` is the language of the browser, such as 'nl-NL'."""
    languages = available_languages(catalogue_folder())
    code = wanted[:2].lower()
    site = _site(StorageKeys(storage), languages, code if code in languages else SOURCE_LANGUAGE, before_hearing)

    def answer(method: str, address: str, sent: Iterable[Any], part: bool) -> Mapping[str, Any]:  # noqa: FBT001  # as above
        try:
            reply = site.respond(request_of(method, address, [tuple(one) for one in sent], part=part))
        except Exception as error:  # the last catch: no user sees a traceback
            sentence = site.language.gettext("Er ging iets mis in lobgids. Je antwoorden zijn bewaard.")
            return {**Reply(500, sentence.encode(), "text/plain")._asdict(), "details": details(error)}
        return reply._asdict()

    return answer


def request_of(method: str, address: str, sent: Sent, *, part: bool) -> Request:
    """Return what a link or a form asks for."""
    parts = urlsplit(address)
    form: dict[str, list[str]] = {}
    uploads: dict[str, Upload] = {}
    for name, value in sent:
        if isinstance(value, str):
            form.setdefault(name, []).append(value)
        else:
            uploads[name] = Upload(str(value[0]), bytes(value[1]))
    return Request("POST" if method == "POST" else "GET", unquote(parts.path), parse_qs(parts.query), form, uploads,
                   part)  # fmt: skip


def _site(keys: StorageKeys, languages: Sequence[str], code: str, before_hearing: Callable[[str], None]) -> Site:
    def speaking(wanted: str) -> Language:
        return Language(wanted, (catalogue_folder(),))

    language = speaking(code)
    content_in = contents_of(Places(CONTENT, NOWHERE, before_hearing), languages, language, speaking)
    return Site(BrowserShelf(keys), content_in, languages, speaking, language)
