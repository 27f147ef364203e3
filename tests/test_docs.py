"""The documentation is what the code says."""

import re

from tests.conftest import ROOT, load_script


def test_the_page_of_diagnostics_is_up_to_date() -> None:
    script = load_script(ROOT / "docs" / "make_diagnostics.py")
    assert (ROOT / "docs" / "diagnostics.md").read_text("utf-8") == script.page()


def test_every_file_that_the_documentation_links_is_there() -> None:
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), (page.name, link)


def test_the_state_chart_is_up_to_date() -> None:
    script = load_script(ROOT / "docs" / "make_statechart.py")
    assert (ROOT / "docs" / "statechart.md").read_text("utf-8") == script.page()


def test_every_file_that_the_documentation_names_is_there() -> None:
    files = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("*/**/*.py")} | {p.name for p in ROOT.glob("*.py")}
    for page in (ROOT / "docs" / "architecture.md", ROOT / "docs" / "evidence.md", ROOT / "CONTRIBUTING.md"):
        for name in re.findall(r"`((?:[\w-]+/)*\w+\.py)`", page.read_text("utf-8")):
            assert any(file == name or file.endswith(f"/{name}") for file in files), (page.name, name)
