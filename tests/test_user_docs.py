"""The guides and the page for the ICT desk are what the app, the commands and the code say."""

import re
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs
import pytest

from lobgids.cli.main import main
from lobgids.dialogue.protocol import Ask, Move
from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.session import typed
from lobgids.storage.folders import default_folder
from lobgids.storage.preferences import preferences_path
from lobgids.tui.app_commands import COMMANDS, SLASH, AppCommand, by_word, projector_commands
from tests.conftest import ROOT, Talk

DOCS = ROOT / "docs"
MANY = 40
README = ROOT / "README.md"
GUIDES = {"nl": DOCS / "handleiding.md", "en": DOCS / "guide.md"}
ICT = DOCS / "ict.md"
FACILITATOR = (DOCS / "groepsgesprek.md", DOCS / "workshop.md")

ENDS_OF_A_COMMAND = ("&&", "|", ";")


def rows(page: Path) -> Iterator[list[str]]:
    """The cells of every row of every table."""
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("|"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def row_of(command: AppCommand, code: str) -> list[str]:
    """The row of a command in a guide."""
    key = command.shown
    found = [row for row in rows(GUIDES[code]) if row[0] == key]
    assert len(found) == 1, (key, found)
    return found[0]


def words_of(command: AppCommand, code: str) -> list[str]:
    """The words of a command in a guide, each with its slash."""
    return re.findall(r"`([^`]+)`", row_of(command, code)[-1])


def code_of(page: Path) -> Iterator[str]:
    """What stands as code in a page: the lines of its blocks, then what stands in a sentence."""
    text = page.read_text("utf-8")
    block = re.compile(r"^```.*?\n(.*?)^```", re.DOTALL | re.MULTILINE)
    for found in block.finditer(text):
        yield from found[1].splitlines()
    yield from re.findall(r"`([^`]+)`", block.sub("", text))


def commands_of(page: Path) -> Iterator[list[str]]:
    """The arguments behind each `lobgids` that is run in a page, also behind another command."""
    for code in code_of(page):
        words = shlex.split(code, posix=False)
        ends = [place for place, word in enumerate(words) if word in ENDS_OF_A_COMMAND]
        for begin, end in zip([0, *(place + 1 for place in ends)], [*ends, len(words)], strict=True):
            command = words[begin:end]
            runs = [place for place, word in enumerate(command) if re.split(r"[/\\]", word)[-1] == "lobgids"]
            if runs:
                yield command[runs[0] + 1 :]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_both_guides_name_every_command_with_its_key_and_word(
    command: AppCommand, dutch: Language, english: Language
) -> None:
    for language in (dutch, english):
        short, full = row_of(command, language.code)[1:3]
        assert (short, full) == (language.gettext(command.short), language.gettext(command.full))
        assert SLASH + language.gettext(command.typed) in words_of(command, language.code)
    named = {*words_of(command, "nl"), *words_of(command, "en")}
    assert {SLASH + word for word in command.words} <= named


@pytest.mark.parametrize("code", GUIDES)
def test_every_word_in_a_guide_does_its_command(code: str, talk: Callable[..., Talk], base: KnowledgeBase) -> None:
    ask = talk("short").ask
    for command in COMMANDS:
        for word in words_of(command, code):
            assert meant_by(word, ask, base) == command.name, word


def meant_by(word: str, ask: Ask, base: KnowledgeBase) -> str:
    """The command that a typed word behind a slash comes to."""
    assert word.startswith(SLASH)
    if command := by_word(word, is_text=True):
        return command.name
    given = typed.read(word.removeprefix(SLASH), ask, base, ("nl", "en"))
    assert isinstance(given, Move), word
    return given.move


def test_no_guide_has_a_key_that_the_app_has_not() -> None:
    known = {command.shown for command in (*COMMANDS, *projector_commands())}
    for page in GUIDES.values():
        keys = re.findall(r"\bF\d+\b|\bCtrl\+[A-Z]\b", page.read_text("utf-8"))
        assert set(keys) - known == {"Ctrl+J", "Ctrl+C"}, page.name


def test_both_guides_have_the_same_headings_and_tables() -> None:
    shapes = []
    for page in GUIDES.values():
        lines = page.read_text("utf-8").splitlines()
        shapes.append([line.partition(" ")[0] if line.startswith("#") else "|" for line in lines if line[:1] in "#|"])
    assert shapes[0] == shapes[1]
    assert shapes[0].count("##") > len(GUIDES)


def test_the_facilitators_page_names_the_keys_of_the_projector() -> None:
    known = {command.shown for command in projector_commands()}
    for page in FACILITATOR:
        keys = set(re.findall(r"\bF\d+\b|\bCtrl\+[A-Z]\b", page.read_text("utf-8")))
        assert keys
        assert keys <= known


@pytest.mark.parametrize("page", FACILITATOR, ids=lambda page: page.name)
def test_the_facilitators_page_is_one_page_to_print_and_says_the_same(page: Path) -> None:
    from pypdf import PdfReader

    printed = PdfReader(page.with_suffix(".pdf"))
    assert len(printed.pages) == 1
    text = re.sub(r"\W", "", printed.pages[0].extract_text())
    for line in re.sub(r"[*`|]", " ", page.read_text("utf-8")).splitlines():
        words = re.sub(r"^\s*(#+|-|\d\.)\s", "", line)
        assert re.sub(r"\W|---", "", words) in text, line


@pytest.mark.parametrize("name", [*(page.with_suffix(".pdf").name for page in FACILITATOR), "ballots.pdf"])
def test_nothing_on_a_page_to_print_runs_off_the_paper(name: str) -> None:
    from pypdf import PdfReader

    page = PdfReader(DOCS / name).pages[0]
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    places: list[tuple[float, float, str]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():  # a letter is about half as wide as it is high
            x, y = (tm[4] * cm[i] + tm[5] * cm[2 + i] + cm[4 + i] for i in (0, 1))
            places.append((x + len(text.strip()) * size * 0.4, y, text))

    page.extract_text(visitor_text=visit)
    assert len(places) > MANY
    assert not [text for right, y, text in places if right > width or not 0 < y < height]


def test_the_ballots_have_room_for_a_group() -> None:
    from pypdf import PdfReader

    (page,) = PdfReader(DOCS / "ballots.pdf").pages
    assert page.extract_text().split() == ["A", "B", "C", "?"] * 20


@pytest.mark.parametrize("page", [README, *GUIDES.values(), ICT, *FACILITATOR], ids=lambda page: page.name)
def test_every_command_in_a_page_is_one_that_there_is(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = list(commands_of(page))
    assert commands
    for command in commands:
        # Options are read before the help is shown, so an unknown one is refused all the same.
        assert main([*command, "--help"]) == 0, (command, capsys.readouterr().err)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself says where its folders are, whatever the home is")
def test_the_paths_in_the_page_for_the_ict_desk_are_those_of_the_code(
    own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "STATE_HOME", "DOCUMENTS_DIR"):
        monkeypatch.delenv(f"XDG_{name}", raising=False)
    otherwise = default_folder()
    (own_home / "Documents").mkdir()
    there = [
        default_folder(),
        otherwise,
        preferences_path(),
        platformdirs.user_cache_path("lobgids", appauthor=False),
        platformdirs.user_log_path("lobgids", appauthor=False),
    ]
    column = 2 if sys.platform == "darwin" else 3
    told = [row[column].strip("`") for row in rows(ICT) if row[-1].startswith("`")]
    dutch_then_english = [f"~/{path.relative_to(own_home).as_posix()}" for path in there] * 2
    assert told == dutch_then_english


def test_the_page_for_the_ict_desk_names_every_requirement() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for half in ICT.read_text("utf-8").split("\n---\n"):
        for requirement in project["dependencies"]:
            assert re.split(r"[<>=]", requirement)[0] in half, requirement
        assert project["requires-python"].removeprefix(">=") in half


def lines_that(shell: str) -> list[str]:
    """The lines of the blocks of a shell before the part of the README for developers."""
    text = README.read_text("utf-8").partition("## For who develops it")[0]
    return re.findall(rf"^```{shell}\n(.*?)\n```$", text, re.MULTILINE)


@pytest.mark.parametrize(("shell", "between"), [("sh", " && "), ("powershell", "; ")])
def test_the_next_time_starts_what_the_first_line_installed(shell: str, between: str) -> None:
    first, again = lines_that(shell)
    assert first.split(between)[-1] == again
    assert again in README.read_text("utf-8").partition("## De volgende keer")[2]
