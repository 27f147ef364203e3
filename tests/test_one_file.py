"""lobgids.html: built from this checkout, opened from a local file by a browser that has no network."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

import msgspec
import pytest
from filelock import FileLock

from lobgids import atomic
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.session.review import reviewed
from lobgids.storage.reading import contents_in
from tests.conftest import ROOT, Talk, load_script, sensible
from tests.fakes.packed import shared_folder
from tests.fakes.pages import fields_for
from tests.test_browser import Motion, asked, send, started

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.timeout(1200)  # the first of these tests to run builds the page


@pytest.fixture(scope="module")
def one_file() -> ModuleType:
    return load_script(ROOT / "release" / "one_file.py")


def bytes_of(text: str, length: int, signs: str) -> bytes:
    """What the page makes of a part: 13 bits of each two signs."""
    values = [signs.index(first) * 91 + signs.index(second) for first, second in zip(*[iter(text)] * 2, strict=True)]
    bits = "".join(f"{value:013b}" for value in values)
    return int(bits[: 8 * length] or "0", 2).to_bytes(length, "big")


def test_a_part_stands_in_the_page_in_signs_that_end_no_script(one_file: ModuleType) -> None:
    assert len(one_file.SIGNS) == 91
    for content in (b"", b"\0", bytes(range(256)), b"\xff" * 13, b"<!-- </script> &amp; \r\n\0" * 3):
        written = one_file.written(content)
        assert not set(written) & set("<&- \r\n\0")
        assert bytes_of(written, len(content), one_file.SIGNS) == content


def test_a_text_that_would_end_its_script_is_refused(one_file: ModuleType) -> None:
    with pytest.raises(one_file.NotBuiltError):
        one_file.as_script("let x = '</SCRIPT>'")


def test_without_npm_it_is_skipped_by_name(
    one_file: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _command: None)
    assert one_file.main(["--out", str(tmp_path / "lobgids.html")]) == one_file.SKIPPED
    said = capsys.readouterr().out
    assert said == "skipped: lobgids.html is not built, as this machine has no npm and no Node.js\n"
    assert not (tmp_path / "lobgids.html").exists()


def test_what_is_pinned_is_what_the_tests_are_passed_with() -> None:
    pinned = (ROOT / "release" / "requirements.txt").read_text("utf-8").splitlines()
    wanted = {line.split(" ")[0] for line in pinned if "==" in line}
    assert wanted <= {line.lower() for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}


@pytest.fixture(scope="module")
def built(one_file: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if lacking := one_file.missing():
        pytest.skip(f"lobgids.html is not built, as this machine has no {' and no '.join(lacking)}")
    path = shared_folder(tmp_path_factory, "een map, café") / "lobgids.html"
    with FileLock(f"{path}.lock"):  # a minute's work: one worker does it, and the other waits
        if not path.exists():
            atomic.replace(path, one_file.built(None))
    return path


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    yield from started()


@pytest.fixture
def motion() -> Motion:
    """Smooth scrolling, unless a test chooses."""
    return "no-preference"


@pytest.fixture
def page(browser: "Browser", motion: Motion) -> "Iterator[Page]":
    """A page without a network, in which nothing may be complained of or asked of any network."""
    context = browser.new_context(
        offline=True, viewport={"width": 768, "height": 1024}, locale="nl-NL", reduced_motion=motion
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    complaints: list[str] = []
    asked_for: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked_for.append(request.url))
    yield page
    context.close()
    assert complaints == []
    assert [url for url in asked_for if not url.startswith(("file:", "data:", "blob:"))] == []


class Holder:
    """Somebody who has only the file: what is asked is read from what the browser keeps."""

    def __init__(self, page: "Page", built: Path, content_in: Callable[[str], LocalizedContent]) -> None:
        self.page, self._content_in = page, content_in
        page.goto(built.as_uri(), wait_until="commit")
        page.wait_for_selector("button[value=decaan]")

    @property
    def document(self) -> bytes:
        """The conversation, as the browser keeps it."""
        kept: dict[str, str] = self.page.evaluate("({ ...localStorage })")
        return next(text.encode() for key, text in kept.items() if key.startswith("lobgids/"))

    @property
    def conversation(self) -> Conversation:
        contents = contents_in(Path("kept"), self.document)
        conversation = reviewed(contents, lambda code: self._content_in(code or "nl"))
        conversation.draw_grids(can=True)
        return conversation

    def begin(self, track: str) -> "Holder":
        self.page.click(f"button[value={track}]")
        self.page.wait_for_selector("#question")
        return self

    def hold(self, until: str = "") -> "Holder":
        for _ in range(200):
            ask = self.conversation.ask
            if ask is None or (until and ask.id.endswith(until)):
                return self
            send(self.page, fields_for(ask, sensible(ask)))
        raise AssertionError("the conversation goes round")


def test_it_goes_by_mail(one_file: ModuleType, built: Path) -> None:
    assert built.stat().st_size <= one_file.LARGEST


@pytest.mark.parametrize(
    ("track", "motion"), [("decaan", "no-preference"), ("workshop", "reduce"), ("mentor", "reduce")]
)
def test_a_whole_conversation_from_a_local_file(
    track: str, built: Path, page: "Page", content_in: Callable[[str], LocalizedContent]
) -> None:
    holder = Holder(page, built, content_in).begin(track).hold()
    assert asked(page) == "closing.next"
    talk = Talk(content_in, holder.conversation.header)
    talk.conversation.draw_grids(can=True)
    while talk.conversation.ask:
        talk.answer(sensible(talk.conversation.ask))
    assert msgspec.to_builtins(holder.conversation.outcome()) == msgspec.to_builtins(talk.conversation.outcome())


def test_it_is_saved_printed_and_gone_on_with_in_the_terminal(
    built: Path, page: "Page", content_in: Callable[[str], LocalizedContent], tmp_path: Path
) -> None:
    holder = Holder(page, built, content_in).begin("decaan").hold("theme.lessons")
    page.evaluate("window.showSaveFilePicker = undefined")
    with page.expect_download() as saved:
        page.click("nav a[download]")
    file = tmp_path / saved.value.suggested_filename
    saved.value.save_as(file)
    assert file.read_bytes() == holder.document
    asked_here = holder.conversation.ask
    talked = subprocess.run(
        [sys.executable, "-m", "lobgids", "talk", "--json", str(file)],
        input=b'{"get": "ask"}\n', capture_output=True, cwd=ROOT, check=True,
    ).stdout.splitlines()  # fmt: skip
    assert asked_here is not None
    assert any(json.loads(line).get("id") == asked_here.id for line in talked)
    with page.context.expect_page() as shown:
        page.click("nav a[href$=reports]")
        page.locator("form.offer button[value=html]").first.click()
    report = shown.value
    report.wait_for_selector("h1")
    assert report.locator("script").count() == 0
    assert report.locator("table").count() > 0
    with page.expect_download() as markdown:
        page.locator("form.offer button[value=md]").first.click()
    assert markdown.value.suggested_filename.endswith(".md")
    assert page.locator("form.offer button[value=pdf], form.offer button[value=docx]").count() == 0


def test_what_was_answered_is_there_after_the_page_is_gone(
    built: Path, browser: "Browser", content_in: Callable[[str], LocalizedContent]
) -> None:
    context = browser.new_context(offline=True, locale="nl-NL")
    page = context.new_page()
    holder = Holder(page, built, content_in).begin("decaan")
    send(page, {"words": ["Het Merlet"]})
    assert b"Het Merlet" in holder.document
    page.close()
    again = context.new_page()
    again.goto(built.as_uri(), wait_until="commit")
    again.click("text=Het Merlet")
    again.wait_for_selector("#question")
    assert asked(again) == "welcome.part"
    context.close()


def test_own_words_are_heard_in_both_languages(
    built: Path, page: "Page", content_in: Callable[[str], LocalizedContent]
) -> None:
    holder = Holder(page, built, content_in).begin("decaan").hold("c06.situation")
    words = "de mentor geeft elke week een les in het mentoruur, uit de methode die ik klaarleg"
    send(page, {"words": [words]})
    assert asked(page) != "c06.situation"
    page.click("button[value=conclude]")
    page.wait_for_selector("input[name=ask][value='school.placed']", state="attached")
    assert words[:40] in page.inner_text("#now")
    page.click(".language button")
    page.wait_for_selector("html[lang=en]")
    assert holder.conversation.view.language.code == "en"


def test_two_tabs_do_not_answer_for_each_other(built: Path, browser: "Browser") -> None:
    context = browser.new_context(offline=True, locale="nl-NL")
    one = context.new_page()
    one.goto(built.as_uri(), wait_until="commit")
    one.click("button[value=decaan]")
    one.wait_for_selector("#question")
    other = context.new_page()
    other.goto(one.url, wait_until="commit")
    other.wait_for_selector("#question")
    send(other, {"words": ["Het Merlet"]})
    one.fill("textarea[name=words]", "Iets anders")
    one.click("#answer button.main")
    one.wait_for_selector("[role=alert]")
    assert one.input_value("textarea[name=words]") == "Iets anders"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_people_out(
    scheme: Literal["light", "dark"], built: Path, browser: "Browser", content_in: Callable[[str], LocalizedContent]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(
        offline=True, color_scheme=scheme, bypass_csp=True, locale="nl-NL", viewport={"width": 360, "height": 740},
        reduced_motion="reduce" if scheme == "dark" else "no-preference",
    )  # fmt: skip
    page = context.new_page()
    holder = Holder(page, built, content_in)
    found = Axe().run(page).response["violations"]
    holder.begin("decaan").hold("theme.lessons")
    found += Axe().run(page).response["violations"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    for beside in ("overview", "words", "all", "reports"):
        page.click(f"nav a[href$={beside}]")
        page.wait_for_selector("nav a:text('Terug naar het gesprek')")
        found += Axe().run(page).response["violations"]
        page.click("nav a:text('Terug naar het gesprek')")
        page.wait_for_selector("#question")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    context.close()


def test_a_defect_is_told_in_a_sentence_and_has_its_traceback(built: Path, browser: "Browser") -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(built.as_uri(), wait_until="commit")
    page.wait_for_selector("button[value=decaan]")
    reply = page.evaluate("lobgidsAnswer('POST', '/begin', [['no value']], false).details")
    assert re.search(r"in_page\.py\", line \d+, in answer", reply)
    context.close()


def test_the_licences_of_all_that_is_inside_stand_in_it(built: Path) -> None:
    text = built.read_text("utf-8")
    packages = ("lobgids", "babel", "jinja2", "markupsafe", "msgspec", "six", "transitions")
    for name in (*(f"{package} LICEN" for package in packages), "MPL-2.0", "CPython", "libraries", "UNICODE"):
        assert f"==== {name}" in text or name in text.rpartition("lobgids-licences")[2]


def test_a_browser_that_cannot_is_told_so_in_one_sentence(built: Path, page: "Page") -> None:
    page.add_init_script("delete window.DecompressionStream")
    page.goto(built.as_uri(), wait_until="commit")
    page.get_by_role("alert").wait_for()
    assert "gebruik een nieuwere versie" in page.get_by_role("alert").inner_text()
