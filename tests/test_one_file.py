"""lobgids.html: built from this checkout, opened from a local file by a browser that has no network."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT, load_script

IN_PAGE = ROOT / "tests" / "fakes" / "in_page.py"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

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
def wheel(one_file: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if lacking := one_file.missing():
        pytest.skip(f"lobgids.html is not built, as this machine has no {' and no '.join(lacking)}")
    return Path(one_file.own_wheel(tmp_path_factory.mktemp("wheel")))


@pytest.fixture(scope="module")
def built(one_file: ModuleType, wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("een map, café") / "lobgids.html"
    path.write_bytes(one_file.built(wheel, IN_PAGE))
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: no browser to test in")
    if CHROMIUM is None:
        pytest.skip("this machine has no Chromium to test in")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page without a network, in which nothing may be complained of or asked of any network."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_default_timeout(120_000)
    complaints: list[str] = []
    asked_for: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked_for.append(request.url))
    yield page
    context.close()
    assert complaints == []
    assert [url for url in asked_for if not url.startswith(("file:", "data:"))] == []


def test_the_same_inputs_give_the_same_page(one_file: ModuleType, wheel: Path, built: Path) -> None:
    assert one_file.built(wheel, IN_PAGE) == built.read_bytes()
    assert built.stat().st_size <= one_file.LARGEST


def test_it_holds_a_conversation_from_a_local_file(built: Path, page: Any) -> None:
    page.goto(built.as_uri(), wait_until="commit")
    asked = page.locator("#asked")
    asked.wait_for()
    assert asked.get_attribute("data-ask") == "welcome.school"
    page.evaluate("lobgidsTest('answer', 'Het Voorbeeld')")
    assert asked.get_attribute("data-ask") != "welcome.school"
    assert page.locator("[data-problems]").get_attribute("data-problems") == "0"


def test_it_hears_own_words_in_both_languages(built: Path, page: Any) -> None:
    page.goto(built.as_uri(), wait_until="commit")
    page.locator("#asked").wait_for()
    heard = page.evaluate("lobgidsHears('nl', 'de mentoren doen het')")
    assert heard != "nothing"
    heard = page.evaluate("lobgidsHears('en', 'the mentors do it')")
    assert heard != "nothing"


def test_a_defect_has_its_traceback(built: Path, page: Any) -> None:
    page.goto(built.as_uri(), wait_until="commit")
    page.locator("#asked").wait_for()
    traceback = page.evaluate(
        "(() => { try { lobgidsTest('defect', 'no input') } catch (error) { return error.message } })()"
    )
    assert re.search(r"conversation\.py\", line \d+, in take", traceback)
    assert "StopIteration" not in traceback


def test_the_licences_of_all_that_is_inside_stand_in_it(built: Path) -> None:
    text = built.read_text("utf-8")
    packages = ("lobgids", "babel", "jinja2", "markupsafe", "msgspec", "six", "transitions")
    for name in (*(f"{package} LICEN" for package in packages), "MPL-2.0", "CPython", "libraries", "UNICODE"):
        assert f"==== {name}" in text or name in text.rpartition("lobgids-licences")[2]


def test_a_browser_that_cannot_is_told_so_in_one_sentence(built: Path, page: Any) -> None:
    page.add_init_script("delete window.DecompressionStream")
    page.goto(built.as_uri(), wait_until="commit")
    page.get_by_role("alert").wait_for()
    assert "gebruik een nieuwere versie" in page.get_by_role("alert").inner_text()
