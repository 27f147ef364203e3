"""The pages in a browser, as anybody who fills in forms meets them: without a server and without a script."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language, catalogue_folder
from lobgids.log.events import TrackName
from lobgids.session.review import LARGEST_LISTED, reviewed
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
from lobgids.storage.folders import default_folder
from lobgids.web.browser_shelf import PREFIX, BrowserShelf, KeptFullError
from lobgids.web.exchange import Request, Upload
from lobgids.web.folder_shelf import FolderShelf
from lobgids.web.forms import MOVE
from lobgids.web.in_page import answering
from lobgids.web.shelf import Shelf
from lobgids.web.site import Site
from tests.conftest import Talk, sensible
from tests.fakes.pages import Visitor, parsed, text_of

TRACKS: tuple[TrackName, ...] = ("decaan", "workshop", "mentor")
HOSTILE = '<script>alert(1)</script> {{ 7 * 7 }} "><img src=x onerror=alert(1)>'


@dataclass
class Kept:
    """A browser's storage; `room` is how many characters it takes."""

    texts: dict[str, str] = field(default_factory=dict)
    room: int = 1 << 22

    def keys(self) -> Sequence[str]:
        return list(self.texts)

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def put(self, key: str, text: str) -> None:
        if len(text) > self.room:
            raise KeptFullError
        self.texts[key] = text

    def remove(self, key: str) -> None:
        self.texts.pop(key, None)


def site_of(shelf: Shelf, content_in: Callable[[str], LocalizedContent]) -> Site:
    def speaking(code: str) -> Language:
        return Language(code, [catalogue_folder()])

    return Site(shelf, lambda code: content_in(code or "nl"), ("en", "nl"), speaking, speaking("nl"))


def visitor(site: Site) -> Visitor:
    def state(name: str) -> Conversation:
        return reviewed(site.shelf.read(name), site.content_in)

    return Visitor(site.respond, state)


@pytest.fixture(params=["folder", "browser"])
def shelf(request: pytest.FixtureRequest) -> Shelf:
    return FolderShelf() if request.param == "folder" else BrowserShelf(Kept())


@pytest.fixture
def visit(shelf: Shelf, content_in: Callable[[str], LocalizedContent]) -> Visitor:
    return visitor(site_of(shelf, content_in))


@pytest.mark.parametrize(("lang", "shelf"), [("nl", "folder"), ("en", "browser")], indirect=["shelf"])
@pytest.mark.parametrize("track", TRACKS)
def test_a_conversation_by_forms_comes_to_what_the_engine_comes_to(
    track: TrackName, lang: str, visit: Visitor, content_in: Callable[[str], LocalizedContent]
) -> None:
    talked = visit.begin(track, lang).hold().conversation
    header = msgspec.structs.replace(talked.header)
    talk = Talk(content_in, header)
    talk.conversation.draw_grids(can=True)
    while talk.conversation.ask:
        talk.answer(sensible(talk.conversation.ask))
    assert msgspec.to_builtins(talked.outcome()) == msgspec.to_builtins(talk.conversation.outcome())
    assert text_of(next(visit.page.iter("legend")))


def test_every_page_beside_a_conversation_is_html(visit: Visitor) -> None:
    visit.begin("workshop").hold()
    for beside in ("", "/all", "/all?q=school", "/words", "/words?q=zzz", "/overview", "/projector", "/notes",
                   "/reports", "/erase"):  # fmt: skip
        reply = visit.get(visit.address + beside)
        assert (reply.status, bool(text_of(parsed(reply.body)))) == (200, True), beside


def test_a_form_that_was_sent_twice_answers_one_question(visit: Visitor) -> None:
    visit.begin("decaan")
    form = {**visit.hidden(), "words": ["Het Merlet"]}
    assert visit.send(form).status == 303
    again = visit.send({**form, "words": ["Het Merlet, en nog iets"]})
    assert again.status == 409
    assert "Het Merlet, en nog iets" in visit.text  # what was typed is kept
    assert len(visit.conversation.view.state.history) == 1


def test_what_was_typed_and_not_taken_stands_in_the_form_again(visit: Visitor) -> None:
    visit.begin("decaan")
    for value in ("Het Merlet", "part.school", "form.short"):
        visit.give(value)
    visit.send({"words": ["Niets"]})
    reply = visit.send({"words": [""], "answer": []})
    assert reply.status == 422
    assert [one for one in visit.page.iter() if one.get("role") == "alert"]
    assert visit.conversation.at == 4


def test_a_document_that_is_open_elsewhere_says_so_and_keeps_the_words(
    content_in: Callable[[str], LocalizedContent],
) -> None:
    visit = visitor(site_of(FolderShelf(), content_in)).begin("decaan")
    with Document.open(default_folder() / visit.name):
        reply = visit.send({"words": ["Het Merlet"]})
    assert reply.status == 409
    assert "al ergens anders open" in visit.text
    assert "Het Merlet" in visit.text
    assert visit.send({"words": ["Het Merlet"]}).status == 303


def test_another_tab_that_went_on_is_told(content_in: Callable[[str], LocalizedContent]) -> None:
    kept = Kept()
    site = site_of(BrowserShelf(kept), content_in)
    visit = visitor(site).begin("decaan")
    store = site.shelf.open(visit.name)
    visit.give("Het Merlet")
    with pytest.raises(DocumentError) as told:
        store.append(site.shelf.read(visit.name).events)
    assert told.value.reason == "conflict"


def test_a_full_browser_loses_nothing(content_in: Callable[[str], LocalizedContent]) -> None:
    kept = Kept()
    visit = visitor(site_of(BrowserShelf(kept), content_in)).begin("decaan")
    before = dict(kept.texts)
    kept.room = 0
    assert visit.send({"words": ["Het Merlet"]}).status == 422
    assert "geen plaats meer" in visit.text
    assert "Het Merlet" in visit.text
    assert kept.texts == before


@pytest.mark.parametrize("beside", ["", "/all", "/reports", "/projector", "/overview"])
def test_what_is_typed_is_text_on_every_page(beside: str, visit: Visitor) -> None:
    visit.begin("decaan").give(HOSTILE)
    reply = visit.get(visit.address + beside)
    assert not [one for one in visit.page.iter("img") if one.get("onerror")]
    assert [one for one in visit.page.iter("script") if not one.get("src")] == []
    assert b"49" not in reply.body.replace(b"7 * 7", b"")


def test_a_hostile_document_does_nothing(visit: Visitor) -> None:
    visit.begin("decaan").give(HOSTILE)
    content = visit.get(visit.address + "/document").body
    sent = visit._ask(
        Request("POST", "/open", {}, {}, {"document": Upload(f"..\\../{HOSTILE}.lobgids", content + b"\n")})
    )
    assert sent.status == 303, sent.body
    page = parsed(visit.get(sent.location).body)
    assert [one for one in page.iter("script") if not one.get("src")] == []
    assert parsed(visit.get("/").body) is not None
    assert len(visit.get("/").body) > 0


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "a\0.lobgids", "nergens.lobgids", "..\\a.lobgids"]
)
def test_no_address_leads_out_of_the_folder(name: str, visit: Visitor) -> None:
    for beside in ("", "/document", "/erase", "/reports"):
        assert visit._ask(Request("GET", f"/g/{name}{beside}")).status == 404


@pytest.mark.parametrize("content", [b"", b"geen gesprek", b"PK\x03\x04", b'{"lobgids": 99}\n', b"{" * 100_000])
def test_a_file_that_is_no_conversation_is_refused_in_words(content: bytes, visit: Visitor) -> None:
    reply = visit._ask(Request("POST", "/open", {}, {}, {"document": Upload("x.lobgids", content)}))
    assert reply.status == 422
    assert [text_of(one) for one in parsed(reply.body).iter() if one.get("role") == "alert"]


def test_the_list_goes_on_whatever_one_of_the_documents_is(content_in: Callable[[str], LocalizedContent]) -> None:
    visit = visitor(site_of(FolderShelf(), content_in)).begin("decaan")
    visit.give("Het Merlet")
    (default_folder() / "film.lobgids").write_bytes(b"geen gesprek")
    whole = (default_folder() / visit.name).read_bytes()
    (default_folder() / "lang.lobgids").write_bytes(whole + b"\n" * LARGEST_LISTED)
    visit.get("/")
    assert "Het Merlet" in visit.text
    assert "is geen gesprek van lobgids" in visit.text
    assert "erg groot, dus nog niet gelezen" in visit.text


def test_a_document_goes_both_ways(content_in: Callable[[str], LocalizedContent]) -> None:
    in_browser = visitor(site_of(BrowserShelf(Kept()), content_in)).begin("decaan")
    in_browser.give("Het Merlet")
    saved = in_browser.get(in_browser.address + "/document")
    assert saved.filename.endswith(".lobgids")
    at_home = visitor(site_of(FolderShelf(), content_in))
    opened = at_home._ask(Request("POST", "/open", {}, {}, {"document": Upload(saved.filename, saved.body)}))
    assert (default_folder() / saved.filename).read_bytes() == saved.body
    assert opened.location == f"/g/{quote(saved.filename)}"
    again = at_home._ask(Request("POST", "/open", {}, {}, {"document": Upload(saved.filename, saved.body)}))
    assert again.location == opened.location  # the same file is not taken in twice


@pytest.mark.parametrize("move", ["why", "example", "source"])
def test_an_explanation_is_shown_though_nothing_is_kept_of_it(move: str, visit: Visitor) -> None:
    visit.begin("decaan")
    for value in ("Het Merlet", "part.school", "form.short", "Iets", False):
        visit.give(value)
    at, before = visit.conversation.at, visit.text
    assert visit.send({MOVE: [move]}).status == 200
    assert (visit.conversation.at, len(visit.text) > len(before)) == (at, True)


def test_back_edit_note_and_language(visit: Visitor) -> None:
    visit.begin("decaan")
    for value in ("Het Merlet", "part.school", "form.short"):
        visit.give(value)
    visit.send({MOVE: ["back"]})
    assert visit.conversation.ask is not None
    assert visit.conversation.ask.id == "welcome.form"
    visit.send({MOVE: ["note"], "note": ["niet vergeten"]})
    assert visit.conversation.view.state.notes[-1].text == "niet vergeten"
    visit.send({MOVE: ["edit"], "to": ["welcome.school"]})
    assert visit.conversation.ask.id == "welcome.school"
    visit.send({MOVE: ["language"], "to": ["en"]})
    assert visit.page.get("lang") == "en"
    assert "Which school" in visit.text or "school" in visit.text


def test_pausing_keeps_all_and_a_browser_offers_the_file(visit: Visitor, shelf: Shelf) -> None:
    visit.begin("decaan").give("Het Merlet")
    assert visit.send({MOVE: ["pause"]}).status == 200
    assert "Alles is bewaard" in visit.text
    assert ("Bewaar je gesprek nu ook als bestand" in visit.text) != shelf.is_lasting
    assert visit.get(visit.address).status == 200
    assert visit.conversation.ask is not None


def test_a_part_of_the_page_has_what_is_new_and_nothing_else(visit: Visitor) -> None:
    visit.begin("decaan").give("Het Merlet")
    visit.reply = visit._ask(
        Request("POST", visit.address, {}, {**visit.hidden(), "answer": ["part.school"]}, part=True)
    )
    turns = [text_of(one) for one in visit.page.iter("li") if "turn" in (one.get("class") or "").split()]
    assert visit.reply.status == 200
    assert any("De hele school" in turn for turn in turns)
    assert not any("Het Merlet" in turn for turn in turns)
    assert visit.hidden()["at"] == ["2"]


def test_stages_are_not_named_before_they_may_be(visit: Visitor) -> None:
    visit.begin("decaan")
    assert "Vakkenschool" not in text_of(parsed(visit.get(visit.address + "/words").body))
    visit.hold()
    assert "vakkenschool" in text_of(parsed(visit.get(visit.address + "/words").body)).casefold()


def test_a_mentor_sends_the_file_with_agreements(visit: Visitor) -> None:
    visit.begin("mentor")
    for _ in range(20):
        ask = visit.conversation.ask
        assert ask is not None
        if ask.id == "school.brief":
            break
        assert b"enctype" not in visit.get(visit.address).body  # a form without a file is sent in the shorter way
        visit.give("school.how.brief" if ask.id == "school.how" else sensible(ask))
    assert b'enctype="multipart/form-data"' in visit.get(visit.address).body
    wrong = visit.send({}, {"brief": Upload("x.json", b"geen afspraken")})
    assert wrong.status in (200, 303)
    assert visit.conversation.ask is not None
    assert visit.conversation.ask.id == "school.brief"
    visit.send({}, {"brief": Upload("afspraken.json", b'{"lobgids_brief": 1}')})
    assert visit.conversation.view.is_answered("school.brief") or visit.reply.status == 200


@pytest.mark.parametrize("form", ["html", "md", "json", "pdf", "docx"])
def test_reports_are_made(form: str, content_in: Callable[[str], LocalizedContent]) -> None:
    visit = visitor(site_of(FolderShelf(), content_in)).begin("decaan")
    visit.give("Het Merlet")
    reply = visit.get(f"{visit.address}/report?readers=leadership&form={form}")
    assert reply.status == 200
    assert len(reply.body) > 1000
    assert reply.filename.endswith(f".{form}") == (form != "html")


def test_erasing_asks_first_and_then_removes(visit: Visitor, shelf: Shelf) -> None:
    visit.begin("decaan")
    name = visit.name
    assert visit.get(f"{visit.address}/erase").status == 200
    assert shelf.names() == [name]
    visit._ask(Request("POST", f"{visit.address}/erase"))
    assert shelf.names() == []


class JavaScriptStorage:
    """The storage of a browser, as Python sees it there: what is missing is no None."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}

    @property
    def length(self) -> int:
        return len(self.texts)

    @length.setter
    def length(self, _length: int) -> None:
        raise AttributeError

    def key(self, index: int) -> str:
        return list(self.texts)[index]

    def getItem(self, key: str) -> Any:  # noqa: N802  # the browser's name
        return self.texts.get(key, object())

    def setItem(self, key: str, text: str) -> None:  # noqa: N802  # the same
        self.texts[key] = text

    def removeItem(self, key: str) -> None:  # noqa: N802  # the same
        self.texts.pop(key, None)


@pytest.fixture
def in_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[JavaScriptStorage, Callable[..., Mapping[str, Any]]]:
    monkeypatch.setattr("lobgids.web.in_page.NOWHERE", tmp_path)
    storage = JavaScriptStorage()
    return storage, answering(storage, "nl-NL", lambda _code: None)


def test_inside_a_page_the_same_site_answers(
    in_page: tuple[JavaScriptStorage, Callable[..., Mapping[str, Any]]],
) -> None:
    storage, answer = in_page
    assert b"Voor de decaan" in answer("GET", "/", [], False)["body"]
    began = answer("POST", "/begin?lang=en", [["track", "decaan"]], True)
    assert began["location"].startswith("/g/")
    page = answer("GET", began["location"], [], False)["body"]
    assert b'lang="en"' in page
    assert b"stays in this browser" in page
    assert [key for key in storage.texts if key.startswith(PREFIX)]
    content = next(iter(storage.texts.values())).encode()
    opened = answer("POST", "/open", [["document", ["mijn.lobgids", content]]], False)
    assert opened["location"] == began["location"]
