"""What can be made of a conversation: reports, sheets to hand out and files of the plan, as far as they can be here."""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lobgids.dialogue.conversation import Conversation
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.editions import READERS, Readers, editions_of
from lobgids.report.files import as_file, held_on
from lobgids.report.offers import FORMATS, Group, Offer, groups_of, told_of
from lobgids.report.own_words import OwnWords
from lobgids.report.plan_files.making import plan_file, plan_forms, words_for_mail
from lobgids.session.agreements import agreements
from lobgids.session.review import reviewed
from lobgids.storage.names import FORMATS as ALL_FORMATS
from lobgids.storage.names import PLAN_FORMS, Format, agreements_of, plan_file_of, report_of
from lobgids.web.exchange import HTML, Reply, Request, first, page
from lobgids.web.rendering import rendered

if TYPE_CHECKING:
    from lobgids.web.site import Site

_NEEDS = {"pdf": "typst", "docx": "docx", "xlsx": "xlsxwriter", "ics": "icalendar"}
"""The library without which a file of this form cannot be made."""

_MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": HTML,
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}


def formats() -> Sequence[Format]:
    """Return the formats that can be made here; PDF and Word need libraries that a browser has not."""
    return [form for form in ALL_FORMATS if _can_make(form)]


def _can_make(form: str) -> bool:
    return form not in _NEEDS or find_spec(_NEEDS[form]) is not None


class Offered(NamedTuple):
    """Something to make: what it is, the address that makes it, and the own words to choose from.

    `fields` are sent along; without a `form` of its own one chooses among the formats.
    """

    name: str
    told: tuple[str, ...]
    address: str
    fields: tuple[tuple[str, str], ...]
    own: tuple[OwnWords, ...] = ()
    form: str = ""


def choose(site: "Site", _request: Request, name: str) -> Reply:
    """Return what can be made, and in which form."""
    conversation = reviewed(site.shelf.read(name), site.content_in)
    language = conversation.view.language
    _ = language.gettext
    groups = [
        (_(group.heading), _(group.unfinished) if conversation.ask else "", list(_offered(group, conversation)))
        for group in groups_of(conversation)
    ]
    named = [(form, _(FORMATS[form]) if form in FORMATS else "JSON") for form in formats()]
    return page(rendered("reports.html", language, site.root, name=name, groups=groups, formats=named))


def _offered(group: Group, conversation: Conversation) -> Iterator[Offered]:
    """Yield what of a group can be made here."""
    view = conversation.view
    editions = {edition.name: edition for edition in editions_of(conversation.header.track).editions}
    for offer in group.offers:
        name, told = view.language.gettext(offer.name), _told(offer, group, conversation)
        if offer.edition:
            edition = editions[offer.edition]
            own = tuple(edition.to_choose(view))
            yield Offered(name, told, "report", (("readers", edition.readers),), own)
        elif offer.plan_form and _can_make(offer.plan_form):
            words = tuple(words_for_mail(view)) if offer.plan_form == "txt" else ()
            yield Offered(name, told, "plan", (), words, offer.plan_form)
        elif not offer.plan_form:
            yield Offered(name, (*told, *agreements(view).lines), "agreements", (), form="json")


def _told(offer: Offer, group: Group, conversation: Conversation) -> tuple[str, ...]:
    """Return what is said of an offer; that the conversation goes on stands above all of them."""
    language = conversation.view.language
    told = told_of(offer, group, conversation, language).split("\n")
    return tuple(line for line in told if line != language.gettext(group.unfinished))


def agreed(site: "Site", request: Request, name: str) -> Reply:
    """Return the agreements for new mentors as a file."""
    contents = site.shelf.read(name)
    if not editions_of(contents.header.track).has_agreements:
        return choose(site, request, name)
    content = agreements(reviewed(contents, site.content_in).view).content
    return Reply(body=content, media=_MEDIA["json"], filename=agreements_of(Path(name)).name)


def make(site: "Site", request: Request, name: str) -> Reply:
    """Return a report as a file; a web page is shown. What there is not brings back to the choice."""
    contents = site.shelf.read(name)
    conversation = reviewed(contents, site.content_in)
    readers = next((one for one in READERS if one == first(request.query, "readers")), None)
    form = next((one for one in formats() if one == first(request.query, "form")), None)
    if readers is None or form is None or not _is_there(conversation, readers):
        return choose(site, request, name)
    wanted = ReportRequest(readers, chosen_words=frozenset(request.query.get("own", ())))
    report = compose(conversation, held_on(contents.header, contents.events), wanted)
    edition = editions_of(conversation.header.track).edition(readers)
    file = report_of(Path(name), edition.name, form)
    content, is_page = as_file(report, form), form == "html"
    return Reply(body=content, media=_MEDIA[form], filename="" if is_page else file.name, apart=is_page)


def plan(site: "Site", request: Request, name: str) -> Reply:
    """Return the plan as a file to take along."""
    contents = site.shelf.read(name)
    conversation = reviewed(contents, site.content_in)
    wanted = next((form for form in PLAN_FORMS if form == first(request.query, "form")), None)
    if wanted is None or wanted not in plan_forms(conversation.view) or not _can_make(wanted):
        return choose(site, request, name)
    day = held_on(contents.header, contents.events)
    content = plan_file(conversation.view, day, wanted, frozenset(request.query.get("own", ())))
    return Reply(body=content, media=_MEDIA[wanted], filename=plan_file_of(Path(name), wanted).name)


def _is_there(conversation: Conversation, readers: Readers) -> bool:
    return any(edition.readers == readers for edition in editions_of(conversation.header.track).editions)
