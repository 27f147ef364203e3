"""Two languages, complete and in step; a third takes a catalogue and nothing else."""

import ast
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from lobgids.cli import main as cli
from lobgids.i18n import Language, available_languages, catalogue_folder, machine_language
from lobgids.kb.authoring.checks import check_content
from lobgids.kb.authoring.folder import Source
from lobgids.kb.load import CONTENT, load
from tests.conftest import ROOT

PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}|%\((\w+)\)s")


def test_the_template_and_both_catalogues_are_up_to_date_and_complete() -> None:
    told = subprocess.run(
        [sys.executable, ROOT / "locales" / "update.py", "--check"], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout.strip()) == (0, "all catalogues are up to date and complete")


@pytest.mark.parametrize(
    ("old", "new", "trouble"),
    [
        ('msgid "een tab"', 'msgid "een tabje"', "stale: een tabje"),
        ('msgstr "a tab"', 'msgstr ""', "no translation: een tab"),
        ('#, python-brace-format\nmsgid "{count} in deze lijst"', '#, fuzzy\nmsgid "{count} in deze lijst"', "fuzzy"),
    ],
)
def test_the_check_notices(old: str, new: str, trouble: str, tmp_path: Path) -> None:
    for part in ("locales", "lobgids"):
        shutil.copytree(ROOT / part, tmp_path / part)
    path = tmp_path / "locales" / "en" / "LC_MESSAGES" / "lobgids.po"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, tmp_path / "locales" / "update.py", "--check"], capture_output=True, text=True, check=False
    )
    assert told.returncode == 1
    assert trouble in told.stdout


def test_texts_of_content_are_compiled_apart_from_what_the_program_says(english: Language) -> None:
    folder = ROOT / "locales" / "en" / "LC_MESSAGES"
    program, content = ((folder / f"{name}.mo").read_bytes() for name in ("lobgids", "content"))
    assert b"Gevonden\0" in program
    assert b"c05:question\x04Denk aan" in content
    assert b"Denk aan" not in program
    assert b"Gevonden\0" not in content
    assert english.gettext("Gevonden") == "Found"
    assert english.translates("c05:name", "De inhoud van LOB")


def test_a_comma_in_the_dutch_does_not_lose_the_english(tmp_path: Path) -> None:
    for part in ("locales", "lobgids"):
        shutil.copytree(ROOT / part, tmp_path / part)
    path = tmp_path / "lobgids" / "kb" / "content" / "components" / "05.yaml"
    text = path.read_text("utf-8")
    assert "laatste tijd. Waar" in text
    path.write_text(text.replace("laatste tijd. Waar", "laatste tijd: waar"), encoding="utf-8")
    update = [sys.executable, str(tmp_path / "locales" / "update.py")]
    subprocess.run(update, check=True)
    catalogue = (tmp_path / "locales" / "en" / "LC_MESSAGES" / "lobgids.po").read_text("utf-8")
    _, _, changed = catalogue.partition('msgctxt "c05:question"')
    assert "laatste tijd: waar" in changed[:200]
    assert "Think of a recent LOB lesson" in changed[:300]
    told = subprocess.run([*update, "--check"], capture_output=True, text=True, check=False)
    assert told.stdout.splitlines() == [
        "en: fuzzy: c05:question: " + told.stdout.strip().partition("c05:question: ")[2]
    ]


def test_a_text_that_another_release_of_a_library_has_is_kept_and_is_no_trouble(tmp_path: Path) -> None:
    for part in ("locales", "lobgids"):
        shutil.copytree(ROOT / part, tmp_path / part)
    for path in (tmp_path / "locales").rglob("lobgids.po*"):
        if path.suffix in (".po", ".pot"):
            path.write_text(
                path.read_text("utf-8").replace('msgid "Aborted!"', 'msgid "Broken off!"'), encoding="utf-8"
            )
    update = [sys.executable, str(tmp_path / "locales" / "update.py")]
    assert subprocess.run([*update, "--check"], capture_output=True, check=False).returncode == 0
    subprocess.run(update, check=True)
    assert 'msgid "Broken off!"' in (tmp_path / "locales" / "lobgids.pot").read_text("utf-8")


def test_placeholders_are_the_same_in_every_translation(translations: ModuleType) -> None:
    for code in ("nl", "en"):
        for message in translations.messages(translations.read(translations.catalogue_path(code))):
            ours = message.id if message.pluralizable else (message.id,)
            theirs = message.string if message.pluralizable else (message.string,)
            # A singular may leave its number out; no translation may use a word that the source does not fill in.
            known = {word for text in ours for word in PLACEHOLDER.findall(text)}
            for text in theirs:
                assert set(PLACEHOLDER.findall(text)) <= known, (code, message.id, text)
            if not message.pluralizable:
                assert set(PLACEHOLDER.findall(message.string)) == known, (code, message.id, message.string)


def test_a_translation_with_other_placeholders_is_a_fault(
    source: Source, translations: ModuleType, tmp_path: Path
) -> None:
    question = next(one for one in source.values["questions_decaan"] if one["id"] == "ask.evaluation")
    path = tmp_path / "en" / "LC_MESSAGES" / "lobgids.po"
    catalogue = translations.new_catalogue(locale="en")
    catalogue.add(question["text"], "How was {acton}?", context=f"{question['id']}:text")
    translations.write(catalogue, path)
    translations.compile_catalogue(path)
    language = Language("en", [tmp_path, catalogue_folder()])
    found = [diagnostic for diagnostic in check_content(source, [language]) if diagnostic.code == "LG050"]
    assert [diagnostic.values["id"] for diagnostic in found] == [question["id"]]
    assert "acton" in found[0].say(language)


def test_no_dutch_sentence_stands_in_the_english(translations: ModuleType) -> None:
    dutch = re.compile(r"\b(het|een|wordt|jullie|niet|wie|zijn|naar|leerling|leerlingen|ouders|schoolleiding)\b")
    for message in translations.messages(translations.read(translations.catalogue_path("en"))):
        if message.context == "welcome.language:text":
            continue  # asks in both languages which one to speak
        told = message.string if not message.pluralizable else " ".join(message.string)
        # A Dutch name in brackets or quotation marks is meant to be Dutch.
        told = re.sub(r"\([^)]*\)|‘[^’]*’|'[^']*'", "", told)
        assert len(dutch.findall(told)) < 2, (message.id, told)
        if len(told.split()) > 4 and translations.LIBRARY not in message.auto_comments:
            assert message.string != message.id


def test_a_third_language_takes_a_catalogue_and_nothing_else(
    translations: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made_up = tmp_path / "locales" / "fr" / "LC_MESSAGES" / "lobgids.po"
    catalogue = translations.new_catalogue(locale="fr")
    for message in translations.messages(translations.read(translations.TEMPLATE)):
        forms = message.id if message.pluralizable else (message.id,)
        strings = tuple(f"«{text}»" for text in forms)
        catalogue.add(message.id, strings if message.pluralizable else strings[0], context=message.context)
    translations.write(catalogue, made_up)
    translations.compile_catalogue(made_up)
    monkeypatch.setattr(cli, "catalogue_folder", lambda: tmp_path / "locales")

    assert available_languages(tmp_path / "locales") == ("fr", "nl")
    assert cli.main(["--lang", "fr", "kb", "show", "c05"]) == 0
    told = capsys.readouterr().out
    assert "«Denk aan een LOB-les" in told
    assert "«vraag»" in told
    assert cli.main(["--lang", "fr", "--help"]) == 0
    assert "«Show this message and exit.»" in capsys.readouterr().out
    assert cli.main(["--lang", "fr", "kb", "sjow"]) == 2
    assert "«" in capsys.readouterr().err


def test_dates_numbers_and_lists_are_in_the_language(dutch: Language, english: Language) -> None:
    assert dutch.date(date(2027, 3, 1)) == "1 maart 2027"
    assert english.date(date(2027, 3, 1)) == "1 March 2027"
    assert (dutch.number(1234.5), english.number(1234.5)) == ("1.234,5", "1,234.5")
    assert dutch.listing(["a", "b", "c"]) == "a, b en c"
    assert english.listing(["a", "b", "c"]) == "a, b and c"
    assert [dutch.ngettext("{count} fout", "{count} fouten", count) for count in (1, 2)] == [
        "{count} fout",
        "{count} fouten",
    ]


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "de_DE.UTF-8"}, ""),
        ({"LANG": "C"}, ""),
        ({"LANG": "nl_NL", "LC_ALL": "en_US"}, "en"),
        ({"LANG": "nl_NL", "LANGUAGE": "en:nl"}, "en"),
    ],
)
def test_the_language_of_the_machine(settings: dict[str, str], code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert machine_language(["en", "nl"]) == code


@pytest.mark.parametrize(("name", "code"), [("English_United States", "en"), ("Dutch_Netherlands", "nl"), (None, "")])
def test_the_language_of_a_windows_machine(name: str | None, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANG")
    monkeypatch.setattr("locale.getlocale", lambda: (name, "1252"))
    assert machine_language(["en", "nl"]) == code


def test_every_text_of_the_content_reaches_the_translators(english: Language, tmp_path: Path) -> None:
    # An entry in English has no field in common with the Dutch one, but for names that both languages share.
    told = load(CONTENT, english, tmp_path / "cache")
    assert told.about.name == "LOB in secondary education"
    assert told.themes[0].question != load(CONTENT, Language("nl", []), tmp_path / "cache").themes[0].question


def test_every_message_can_be_found_by_the_extractor() -> None:
    """It sees no call inside an f-string, and none by another name than the usual ones."""
    hidden = []
    for path in (ROOT / "lobgids").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            inside = ast.walk(node) if isinstance(node, ast.JoinedStr) else ()
            calls = (one for one in inside if isinstance(one, ast.Call) and _is_translating(one))
            hidden += [f"{path}:{call.lineno}" for call in calls]
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute):
                is_function = node.value.attr in ("gettext", "ngettext")
                hidden += [f"{path}:{node.lineno}" for target in node.targets if is_function and _named(target) != "_"]
    assert hidden == []


def _is_translating(call: ast.Call) -> bool:
    is_message = any(isinstance(given, ast.Constant) for given in call.args)
    return is_message and _named(call.func) in ("_", "gettext", "ngettext")


def _named(node: ast.AST) -> str:
    """The name of a variable, or the last name of an attribute."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def test_lob_is_read_as_letters_in_english() -> None:
    """'An LOB', never 'a LOB'."""
    catalogue = (ROOT / "locales" / "en" / "LC_MESSAGES" / "lobgids.po").read_text("utf-8")
    joined = re.sub(r'"\n"', "", catalogue)
    assert re.findall(r".{20}\ba LOB\b.{20}", joined, re.IGNORECASE) == []
