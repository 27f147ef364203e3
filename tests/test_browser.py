"""The pages in a real browser: by keyboard and mouse, with and without a script, in light and dark, small and large.

It needs Chromium on this machine; without it these tests are skipped, by name.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec
import pytest

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.session.review import reviewed
from lobgids.storage.reading import read
from tests.conftest import Talk, sensible
from tests.fakes.pages import fields_for
from tests.test_serve import Served, serve, stop

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")

MOST_TURNS = 200

Motion = Literal["no-preference", "reduce"]
"""Whether pages scroll smoothly, for which each press waits: that is style alone, so that each track and each way of
sending has both of them, but not every pair."""


def started() -> "Iterator[Browser]":
    """Yield a browser, and end it."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    yield from started()


@pytest.fixture
def served(own_home: Path, cached: None) -> Iterator[Served]:  # noqa: ARG001
    running = serve(own_home)
    yield running
    stop(running)


def opened(browser: "Browser", served: Served, **options: Any) -> "Page":
    page = browser.new_context(**options).new_page()
    page.set_default_timeout(60_000)  # a busy machine is no failure
    page.goto(f"http://127.0.0.1:{served.port}{served.root}/")
    return page


def begin(page: "Page", track: str) -> None:
    page.click(f"button[value={track}]")
    page.wait_for_selector("#question")


def asked(page: "Page") -> str:
    return page.input_value("#answer input[name=ask]")


def fill_in(page: "Page", names: dict[str, list[str]]) -> None:
    """Fill in the form that is there, as a hand does."""
    for name, values in names.items():
        for value in values:
            fields = page.locator(f'#answer [name="{name}"]')
            if fields.first.get_attribute("type") in ("radio", "checkbox"):
                page.locator(f'#answer [name="{name}"][value="{value}"]').check()
            else:
                fields.first.fill(value)


def send(page: "Page", names: dict[str, list[str]]) -> None:
    """Fill in and send, and wait until another question stands there."""
    at = page.input_value("#answer input[name=at]")
    fill_in(page, names)
    page.click("#answer button.main")
    # A selector, as what polls inside the page does not run where scripts are off.
    page.wait_for_selector(f"#answer input[name=at]:not([value='{at}'])", state="attached")


class Hand:
    """Somebody at the browser, who reads what is asked from the document that the server keeps."""

    def __init__(self, page: "Page", home: Path, content_in: Callable[[str], LocalizedContent]) -> None:
        self.page, self._home, self._content_in = page, home, content_in

    @property
    def conversation(self) -> Conversation:
        path = max(self._home.rglob("*.lobgids"), key=lambda one: one.stat().st_mtime_ns)
        conversation = reviewed(read(path), lambda code: self._content_in(code or "nl"))
        conversation.draw_grids(can=True)
        return conversation

    def hold(self, until: str = "") -> None:
        for _ in range(MOST_TURNS):
            ask = self.conversation.ask
            if ask is None or (until and ask.id.endswith(until)):
                return
            send(self.page, fields_for(ask, sensible(ask)))
        raise AssertionError("the conversation goes round")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("track", ["decaan", "workshop", "mentor"])
def test_a_whole_conversation(
    track: str, script: bool, browser: "Browser", served: Served, content_in: Callable[[str], LocalizedContent]
) -> None:
    motion: Motion = "no-preference" if script == (track == "mentor") else "reduce"
    page = opened(browser, served, java_script_enabled=script, reduced_motion=motion)
    begin(page, track)
    hand = Hand(page, served.home, content_in)
    hand.hold()
    assert asked(page) == "closing.next"
    talk = Talk(content_in, hand.conversation.header)
    talk.conversation.draw_grids(can=True)
    while talk.conversation.ask:
        talk.answer(sensible(talk.conversation.ask))
    assert msgspec.to_builtins(hand.conversation.outcome()) == msgspec.to_builtins(talk.conversation.outcome())


def pages_of(page: "Page", hand: Hand) -> "Iterator[Page]":
    """Each page there is, at a place where there is much on it."""
    yield page
    begin(page, "decaan")
    yield page
    page.fill("textarea[name=words]", "Het Merlet")
    hand.hold("theme.lessons")
    yield page
    page.click("#answer button.main")  # nothing is filled in: a problem
    page.wait_for_selector("[role=alert]")
    yield page
    talk = page.url
    for beside in ("all", "words", "overview", "reports", "projector", "notes", "erase"):
        page.goto(f"{talk}/{beside}")
        yield page
    page.goto(f"{talk}weg")
    yield page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_people_out(
    scheme: str, browser: "Browser", served: Served, content_in: Callable[[str], LocalizedContent]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    motion: Motion = "reduce" if scheme == "dark" else "no-preference"
    viewport = {"width": 360, "height": 740}
    page = opened(browser, served, color_scheme=scheme, viewport=viewport, bypass_csp=True, reduced_motion=motion)
    found = []
    for one in pages_of(page, Hand(page, served.home, content_in)):
        found += [(one.url, fault["id"], [node["html"] for node in fault["nodes"]]) for fault in
                  Axe().run(one).response["violations"]]  # fmt: skip
        assert one.evaluate("document.documentElement.scrollWidth") <= 360, one.url
        one.set_viewport_size({"width": 320, "height": 640})
        assert one.evaluate("document.documentElement.scrollWidth") <= 320, one.url
        one.set_viewport_size({"width": 360, "height": 740})
        small = one.evaluate(
            "[...document.querySelectorAll('button, .choice, input[type=text], textarea, nav a, summary')]"
            ".filter(one => one.getClientRects().length && one.getBoundingClientRect().height < 44)"
            ".map(one => one.outerHTML)"
        )
        assert small == [], one.url
    assert found == []


def test_keys_alone_are_enough(
    browser: "Browser", served: Served, content_in: Callable[[str], LocalizedContent]
) -> None:
    page = opened(browser, served)
    begin(page, "decaan")
    hand = Hand(page, served.home, content_in)
    page.keyboard.press("Tab")
    for _ in range(30):
        if page.evaluate("document.activeElement.name") == "words":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("Het Merlet")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer input[name=ask][value='welcome.part']", state="attached")
    assert page.evaluate("document.activeElement.id") == "question"  # where one reads on
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_selector("#answer input[name=ask][value='welcome.form']", state="attached")
    assert hand.conversation.view.state.value("welcome.part") == "part.school"


def test_what_was_typed_stays_and_the_problem_is_told(browser: "Browser", served: Served) -> None:
    page = opened(browser, served)
    begin(page, "decaan")
    address = page.url
    other = page.context.new_page()
    other.goto(address)
    other.fill("textarea[name=words]", "Het Merlet")
    other.click("#answer button.main")
    other.wait_for_selector("#answer input[name=ask][value='welcome.part']", state="attached")
    page.fill("textarea[name=words]", "Iets heel anders")  # in the first tab the old question still stands
    page.click("#answer button.main")
    page.wait_for_selector("[role=alert]")
    assert page.input_value("textarea[name=words]") == "Iets heel anders"
    assert asked(page) == "welcome.part"


def test_a_double_click_and_the_back_button_answer_nothing_else(
    browser: "Browser", served: Served, content_in: Callable[[str], LocalizedContent]
) -> None:
    page = opened(browser, served, java_script_enabled=False)
    begin(page, "decaan")
    hand = Hand(page, served.home, content_in)
    page.fill("textarea[name=words]", "Het Merlet")
    page.dblclick("#answer button.main")
    page.wait_for_selector("#question")
    assert hand.conversation.at == 1
    page.goto(page.url)
    page.check("#answer [value='part.school']")
    page.click("#answer button.main")
    page.go_back()
    page.wait_for_selector("#question")
    assert asked(page) == "welcome.form"  # the page is told anew: no old question stands there to be answered
    assert hand.conversation.view.state.value("welcome.part") == "part.school"


def test_the_projector_follows_and_shows_no_secret(
    browser: "Browser", served: Served, content_in: Callable[[str], LocalizedContent]
) -> None:
    page = opened(browser, served)
    begin(page, "workshop")
    hand = Hand(page, served.home, content_in)
    hand.hold(".situation")
    with page.context.expect_page() as shown:
        page.click("a[target=lobgids-projector]")
    projector = shown.value
    projector.wait_for_selector("h1")
    question = projector.inner_text("h1")
    ask = hand.conversation.ask
    assert ask is not None
    send(page, fields_for(ask, {ask.options[0].id: 7, ask.options[1].id: 5}))
    projector.wait_for_function("was => document.querySelector('h1').innerText !== was", arg=question)
    assert projector.locator("input, textarea, form").count() == 0
    assert "Notities" not in projector.inner_text("body")


def test_another_language_in_the_middle(browser: "Browser", served: Served) -> None:
    page = opened(browser, served)
    begin(page, "decaan")
    page.click(".language button")
    page.wait_for_selector("html[lang=en]")
    assert page.locator("text=Which school").count() or "school" in page.inner_text("#question")


def test_motion_is_left_out_for_who_wants_none(browser: "Browser", served: Served) -> None:
    page = opened(browser, served, reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
