"""Every page by its address. Nothing is kept between two requests: a conversation is told from its events each time."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from lobgids.i18n import Language
from lobgids.session.error_messages import document_refused
from lobgids.session.session import ContentByLanguage
from lobgids.storage.errors import DocumentError
from lobgids.text import clean
from lobgids.web.exchange import Reply, Request, first, page
from lobgids.web.rendering import rendered, static
from lobgids.web.shelf import Shelf

_STATUS = {"missing": 404, "locked": 409, "conflict": 409, "full": 507}
"""The status of a refusal by its reason; others are what was sent."""

_STATIC = {"page.css": "text/css; charset=utf-8", "page.js": "text/javascript; charset=utf-8"}


class Site(NamedTuple):
    """What all pages work with. `root` stands before each address; `language` is that of the machine."""

    shelf: Shelf
    content_in: ContentByLanguage
    languages: Sequence[str]
    speaking: Callable[[str], Language]
    language: Language
    root: str = ""

    def address(self, name: str, beside: str = "") -> str:
        """Return the address of a conversation, or of what stands beside it."""
        return f"{self.root}/g/{quote(name)}{beside}"

    def spoken(self, request: Request) -> Language:
        """Return the language that an address asks for, else that of the machine."""
        code = first(request.query, "lang")
        return self.speaking(code) if code in self.languages else self.language

    def respond(self, request: Request) -> Reply:
        """Return the page at an address, or what becomes of what was sent there."""
        if request.path.startswith("/static/") and (kind := _STATIC.get(request.path.removeprefix("/static/"))):
            return Reply(body=static(request.path.removeprefix("/static/")), media=kind)
        for pattern, handler in self._routes():
            if found := re.fullmatch(pattern, f"{request.method} {request.path}"):
                try:
                    return handler(self, request, *found.groups())
                except DocumentError as error:
                    return self.refused(request, error)
        return self.refused(request, DocumentError("missing", Path(clean(request.path))))

    def refused(self, request: Request, error: DocumentError) -> Reply:
        """Return a page that says why a conversation cannot be read or kept."""
        language = self.spoken(request)
        sentence = document_refused(error, language)
        return page(rendered("refused.html", language, self.root, sentence=sentence), _STATUS.get(error.reason, 422))

    @staticmethod
    @cache
    def _routes() -> Sequence[tuple[str, "Handler"]]:
        from lobgids.web import beside, reports, start, talk

        one = "/g/([^/]+)"
        return (
            ("GET /", start.show),
            ("POST /begin", start.begin),
            ("POST /open", start.take_in),
            (f"GET {one}", talk.show),
            (f"POST {one}", talk.act),
            (f"GET {one}/all", beside.everything),
            (f"GET {one}/words", beside.words),
            (f"GET {one}/overview", beside.overview),
            (f"GET {one}/projector", beside.projector),
            (f"GET {one}/notes", beside.notes),
            (f"GET {one}/document", start.document),
            (f"GET {one}/erase", start.ask_erase),
            (f"POST {one}/erase", start.erase),
            (f"GET {one}/reports", reports.choose),
            (f"GET {one}/report", reports.make),
            (f"GET {one}/plan", reports.plan),
            (f"GET {one}/agreements", reports.agreed),
        )


Handler = Callable[..., Reply]
