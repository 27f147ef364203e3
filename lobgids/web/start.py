"""The first page: begin, go on, open a file; and what can be done with a conversation as a whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lobgids.i18n import Language
from lobgids.session import erasing
from lobgids.session.error_messages import document_refused
from lobgids.session.review import Summary, how_far, named
from lobgids.session.session import Session, StartOptions, new_header
from lobgids.session.showing.tracks import shown, shown_tracks
from lobgids.storage.errors import DocumentError
from lobgids.text import clean
from lobgids.web.exchange import Reply, Request, elsewhere, first, page
from lobgids.web.rendering import rendered

if TYPE_CHECKING:
    from lobgids.web.site import Site

DOCUMENT = "application/x-lobgids"


class Kept(NamedTuple):
    """A conversation in the list; one that cannot be read has `why` instead of how far it is."""

    name: str
    title: str
    how_far: str
    why: str = ""


def show(site: "Site", request: Request) -> Reply:
    """Return the first page."""
    language = site.spoken(request)
    return page(_page(site, language))


def _page(site: "Site", language: Language, *, said: str = "", problem: str = "") -> str:
    _ = language.gettext
    return rendered(
        "start.html", language, site.root,
        tracks=[(track.track, _(track.for_whom), _(track.about)) for track in shown_tracks()],
        kept=list(_kept(site, language)), where=site.shelf.kept_in_words(language), said=said, problem=problem,
        languages=[(code, site.speaking(code).name) for code in site.languages],
    )  # fmt: skip


def _kept(site: "Site", language: Language) -> Iterator[Kept]:
    for name in site.shelf.names():
        try:
            summary = site.shelf.summary(name, site.content_in)
        except DocumentError as error:
            yield Kept(name, clean(name), "", why=document_refused(error, language))
        except Exception:  # a defect of ours that only this document brings out; opening it reports it in full
            yield Kept(name, clean(name), "", why=language.gettext("Dit kan ik nu niet lezen."))
        else:
            yield _listed(name, summary, language)


def _listed(name: str, summary: Summary, language: Language) -> Kept:
    return Kept(name, named(summary, language), how_far(summary, language))


def begin(site: "Site", request: Request) -> Reply:
    """Begin a conversation, and go to it."""
    language = site.spoken(request)
    try:
        chosen = shown(first(request.form, "track"))
    except LookupError:
        return page(_page(site, language), 422)
    options = StartOptions(chosen.track, language=language.code)
    name, store = site.shelf.create(new_header(site.content_in, options))
    with Session(store, site.content_in, options):
        return elsewhere(site.address(name))


def take_in(site: "Site", request: Request) -> Reply:
    """Take in a file that was chosen, and go to it."""
    language = site.spoken(request)
    upload = request.uploads.get("document")
    if upload is None or not upload.content:
        problem = language.gettext("Kies eerst een bestand, dat eindigt op .lobgids.")
        return page(_page(site, language, problem=problem), 422)
    return elsewhere(site.address(site.shelf.add(upload.name, upload.content)))


def document(site: "Site", _request: Request, name: str) -> Reply:
    """Return the conversation itself, as a file to keep."""
    return Reply(body=site.shelf.content(name), media=DOCUMENT, filename=name)


def ask_erase(site: "Site", request: Request, name: str) -> Reply:
    """Ask whether a conversation may be erased."""
    language = site.spoken(request)
    site.shelf.content(name)
    question = erasing.question(Path(name), name, language)
    return page(rendered("erase.html", language, site.root, name=name, question=question))


def erase(site: "Site", request: Request, name: str) -> Reply:
    """Erase a conversation, and tell what became of it."""
    language = site.spoken(request)
    return page(_page(site, language, said=site.shelf.erase(name, language)))
