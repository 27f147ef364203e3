"""The commands as a user types them, in both languages, with good input and bad."""

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from lobgids.cli.main import main
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import all_entries
from tests.conftest import ROOT


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run lobgids as its own process."""
    return subprocess.run(
        [sys.executable, "-m", "lobgids", *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    )


@pytest.mark.parametrize(("code", "word"), [("nl", "Dag, ik ben lobgids."), ("en", "Hello, I am lobgids.")])
def test_it_greets(code: str, word: str) -> None:
    told = run("--lang", code)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith(word)


def test_it_speaks_the_language_of_the_machine() -> None:
    assert run("--help", LANG="en_US.UTF-8").stdout.startswith("Usage:")
    assert run("--help", LANG="nl_NL.UTF-8").stdout.startswith("Gebruik:")
    assert run("--help", "--lang", "nl", LANG="en_US.UTF-8").stdout.startswith("Gebruik:")


COMMANDS = ["", "talk", "list", "result", "replay", "share", "erase"]
COMMANDS += ["kb", "kb check", "kb show", "kb list", "kb sources", "kb hear"]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language_throughout(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command.split(), "--help", "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert "Gebruik:" in told
    for english_word in ("Usage", "Options", "Commands", "Show", "OPTIONS", "COMMAND", "ARGS", "..."):
        assert english_word not in told, told
    assert main([*command.split(), "--help", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "Usage:" in told
    for dutch_word in ("Gebruik", "Opties", "Opdrachten", "Toon", "OPDRACHT", "OPTIES"):
        assert dutch_word not in told, told


@pytest.mark.parametrize(
    ("arguments", "dutch", "english"),
    [
        (["kb", "show", "c5"], "Bedoel je c05?", "Do you mean c05?"),
        (["--kb", "/nowhere", "kb", "list"], "/nowhere is geen kennisbank", "/nowhere is no knowledge base"),
        (["--kb", "/nowhere", "kb", "check"], "/nowhere is geen kennisbank", "/nowhere is no knowledge base"),
        # What follows is told by a library, so only the word that it got is looked for.
        (["sho"], "'sho'", "'sho'"),
        (["kb", "sho"], "'show'", "'show'"),
        (["kb", "show"], "ID", "ID"),
        (["kb", "show", "c05", "c06"], "c06", "c06"),
        (["--langg"], "--langg", "--langg"),
        (["--kb"], "--kb", "--kb"),
        (["report", "x", "--as", "odt"], "odt", "odt"),
    ],
)
def test_bad_input_gets_one_sentence_of_its_language_and_exit_code_2(
    arguments: list[str], dutch: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for code, sentence in (("nl", dutch), ("en", english)):
        assert main(["--lang", code, *arguments]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        assert sentence in captured.err
        told.append(captured.err)
    assert told[0] != told[1]


def test_an_unknown_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "xx"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "'xx'" in told
    assert "'en', 'nl'" in told


def test_the_last_language_given_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "nl", "kb", "show", "c05", "--lang=en"]) == 0
    assert "Think of a recent LOB lesson" in capsys.readouterr().out


@pytest.mark.usefixtures("learnt")
def test_check_of_our_own_knowledge_base(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kb", "check"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("0 fouten, 0 waarschuwingen\n")
    assert captured.err == ""


def test_check_of_a_spoiled_knowledge_base(adapted: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = adapted / "components" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("why: >-", "waarom: >-"), encoding="utf-8")
    assert main(["--kb", str(adapted), "kb", "check"]) == 1
    captured = capsys.readouterr()
    assert captured.out == "2 fouten, 0 waarschuwingen\n"
    line = path.read_text("utf-8").splitlines().index("waarom: >-") + 1
    assert f"components/05.yaml:{line}:9: LG020 fout\n  Gevonden: de onbekende sleutel 'waarom'" in captured.err
    assert main(["--kb", str(adapted), "--lang", "en", "kb", "list"]) == 2
    assert "How to mend it:" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["talk", "kb list", "form", "explain LOB"])
def test_a_text_that_cannot_be_filled_in_is_refused_before_anything_is_said(
    adapted: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = adapted / "phrases" / "shared.yaml"
    text = path.read_text("utf-8")
    line = text[: text.index("Die slaan we over.")].count("\n") + 1
    path.write_text(text.replace("Die slaan we over.", "Die slaan we over (zie {bijlage 2)."), "utf-8")
    assert main(["--kb", str(adapted), *command.split()]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert f"phrases/shared.yaml:{line}:7: LG051 fout\n  Gevonden: '{{bijlage 2).' in een tekst" in captured.err


@pytest.mark.parametrize("translated", ["We skip that {x}.", "We skip that {.", "We skip } that.", "{0.__class__}"])
def test_a_translation_that_cannot_be_filled_in_is_refused_before_anything_is_said(
    adapted: Path, translations: ModuleType, translated: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = adapted / "locales" / "en" / "LC_MESSAGES" / "lobgids.po"
    catalogue = translations.new_catalogue(locale="en")
    catalogue.add("Die slaan we over.", translated, context="skip.plain:variants")
    translations.write(catalogue, path)
    translations.compile_catalogue(path)
    assert main(["--kb", str(adapted), "talk", "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "locales/en/LC_MESSAGES/lobgids.po:1:1: LG050 error\n  Found: the translation (en) of" in captured.err


def test_an_untranslated_text_of_an_adapted_knowledge_base_is_a_warning(
    adapted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = adapted / "components" / "05.yaml"
    path.write_text(path.read_text("utf-8").replace("name: De inhoud van LOB", "name: Waar het over gaat"), "utf-8")
    assert main(["--kb", str(adapted), "kb", "check", "--lang", "en"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("0 errors, 1 warning\n")
    assert captured.err == "components/05.yaml:5:7: LG049 warning: the text 'name' of 'c05' has no translation (en)\n"


def test_show_tells_the_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kb", "show", "c05.m2"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("c05.m2 (beschrijving)\n")
    assert "hoofdstuk 1, over de ontwikkelstadia" in told
    assert "[c05.m2.1]" in told
    assert max(map(len, told.splitlines())) <= 78


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_entry_can_be_shown(base: KnowledgeBase, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = {"about", "c05", "m2", "mentor", "theme.lessons", "sbl.1", "prof.m3", "preference.oefenen", "reaction"}
    shown |= {"tip.start.1", "addition.loopbaancompetenties", "term.lob", "two-sided.portfolio", "basis", "lobgids-vo"}
    by_type = {type(entry): entry.id for entry in all_entries(base)}
    for entry_id in (shown & {entry.id for entry in all_entries(base)}) | set(by_type.values()):
        assert main(["kb", "show", entry_id, "--lang", code]) == 0
        assert capsys.readouterr().out.startswith(entry_id)


def test_list_has_every_entry_on_a_line(base: KnowledgeBase, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kb", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [entry.id for entry in all_entries(base)]


def test_sources_prints_each_cited_fact_once(base: KnowledgeBase, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kb", "sources"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == sorted({fact.id for fact in base.facts})


def test_a_reader_that_has_seen_enough_is_no_trouble() -> None:
    command = [sys.executable, "-m", "lobgids", "kb", "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        assert listing.stdout.readline().startswith(b"lobgids-vo")
        listing.stdout.close()
        assert listing.stderr.read() == b""


def test_an_old_code_page_cannot_stop_it() -> None:
    told = run("kb", "show", "term.orientatie", PYTHONIOENCODING="ascii")
    assert (told.returncode, told.stderr) == (0, "")


def test_the_version_is_that_of_the_project() -> None:
    assert f'version = "{run("--version").stdout.split()[1]}"' in (ROOT / "pyproject.toml").read_text("utf-8")
