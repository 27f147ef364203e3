"""What a user has set: read whatever stands there, written whole, and obeyed by the commands."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lobgids.i18n import Language
from lobgids.session.error_messages import setting_refused
from lobgids.storage.preferences import LONGEST, Preferences, Trouble, preferences_path, read, write
from lobgids.text import clean
from tests.conftest import ROOT
from tests.test_cli import run

OTHERS = Preferences(
    language="en", theme="contrast", density="compact", motion=False, direction="never", glyphs="ascii"
)
FOREIGN = (Preferences(), (Trouble("foreign"),))

on_posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no permission bits")
not_as_root = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="Windows has no permission bits, and root may do anything"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file for preferences that is not there yet."""
    return tmp_path / "settings.json"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names_in(folder: Path) -> set[str]:
    return {beside.name for beside in folder.iterdir()} - {"home"}


def test_without_a_file_all_is_as_usual(path: Path) -> None:
    assert read(path) == (Preferences(), ())
    assert read(path.parent / "nowhere" / "settings.json") == (Preferences(), ())


def test_they_are_kept_in_the_folder_for_settings(own_home: Path) -> None:
    assert preferences_path().name == "settings.json"
    assert preferences_path().parent.name == "lobgids"
    assert own_home in preferences_path().parents or os.name != "posix"


def test_what_is_written_is_read(path: Path) -> None:
    for preferences in (OTHERS, Preferences(), OTHERS):
        write(path, preferences)
        assert read(path) == (preferences, ())
    assert names_in(path.parent) == {"settings.json"}


def test_a_person_can_edit_the_file(path: Path) -> None:
    write(path, Preferences(language="en"))
    assert path.read_text("utf-8") == (
        '{\n  "language": "en",\n  "theme": "dark",\n  "density": "roomy",\n  "motion": true,\n'
        '  "direction": "picture",\n  "glyphs": "unicode"\n}\n'
    )
    edited = path.read_text("utf-8").replace('"dark"', '"light"').replace("\n", "\r\n")
    path.write_text(edited, "utf-8-sig", newline="")  # as Windows may save it
    assert read(path) == (Preferences(language="en", theme="light"), ())


def test_fields_that_are_not_there_are_as_usual_and_unknown_ones_are_let_be(path: Path) -> None:
    path.write_text('{"motion": false, "sound": ["on"], "": null}', "utf-8")
    assert read(path) == (Preferences(motion=False), ())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("language", "nl\n"),
        ("language", "NL"),
        ("language", "een hele zin"),
        ("language", "../en"),
        ("language", "aaaaaaaaa"),
        ("language", None),
        ("theme", "purple"),
        ("theme", "Dark"),
        ("theme", ["dark"]),
        ("density", {}),
        ("motion", "true"),
        ("motion", 1),
        ("direction", ""),
        ("glyphs", 12),
    ],
)
def test_a_value_that_does_not_fit_leaves_the_others_as_they_are(path: Path, field: str, value: Any) -> None:
    path.write_text(json.dumps({**msgspec.to_builtins(OTHERS), field: value}), "utf-8")
    usual = {field: getattr(Preferences(), field)}
    assert read(path) == (
        msgspec.structs.replace(OTHERS, **usual),
        (Trouble("value", field, json.dumps(value)),),
    )


def test_troubles_come_in_the_order_of_the_fields(path: Path) -> None:
    path.write_text('{"glyphs": 1, "motion": false, "theme": 2}', "utf-8")
    preferences, troubles = read(path)
    assert preferences == Preferences(motion=False)
    assert troubles == (Trouble("value", "theme", "2"), Trouble("value", "glyphs", "1"))


@pytest.mark.parametrize("code", ["", "nl", "en", "fy", "pap"])
def test_any_code_may_be_that_of_a_language(path: Path, code: str) -> None:
    write(path, Preferences(language=code))
    assert read(path) == (Preferences(language=code), ())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"theme = dark",
        b'{"theme": "light"',
        b'{"theme": "light",}',
        b'["theme"]',
        b"null",
        b'{"theme": "licht\xeb"}',
        b"\xff\xfe{\x00}\x00",
        b'{"theme": "\\ud800"}',
        b"[" * 10_000_000,
        b'{"theme":' + b"[" * 50_000 + b"]" * 10_000,
        b'{"theme": "light", "sound": "' + b"x" * LONGEST + b'"}',
        bytes(10_000_000),
    ],
    ids=range(13),
)
def test_what_is_no_file_of_settings_is_one_trouble(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert read(path) == FOREIGN


def test_a_folder_in_its_place_is_one_trouble(path: Path) -> None:
    path.mkdir()
    assert read(path) == (Preferences(), (Trouble("unreadable"),))


@not_as_root
def test_a_file_that_may_not_be_read_is_one_trouble(path: Path) -> None:
    write(path, OTHERS)
    path.chmod(0)
    assert read(path) == (Preferences(), (Trouble("unreadable"),))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["light", "nl", "never"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
FIELDS = st.sampled_from(Preferences.__struct_fields__) | st.text()
FILES = st.dictionaries(FIELDS, JSON).map(lambda value: json.dumps(value).encode())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)  # the disk sets the pace
@given(content=st.binary() | FILES | JSON.map(lambda value: json.dumps(value, ensure_ascii=False).encode()))
def test_whatever_stands_there_gives_preferences(path: Path, dutch: Language, content: bytes) -> None:
    path.write_bytes(content)
    preferences, troubles = read(path)
    assert msgspec.convert(msgspec.to_builtins(preferences), Preferences) == preferences
    for trouble in troubles:
        sentence = setting_refused(trouble, dutch, path)
        assert str(path) in sentence
        assert clean(sentence) == sentence
        assert "\n" not in sentence
        assert getattr(preferences, trouble.field or "theme") == getattr(Preferences(), trouble.field or "theme")
    write(path, preferences)
    assert read(path) == (preferences, ())


@on_posix
def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    path = tmp_path / "config" / "lobgids" / "settings.json"
    before = os.umask(0)
    try:
        write(path, OTHERS)
        path.chmod(0o644)
        write(path, OTHERS)
    finally:
        os.umask(before)
    assert mode(path) == 0o600
    assert mode(path.parent) == mode(path.parent.parent) == 0o700


@on_posix
def test_a_folder_that_was_there_keeps_its_mode(path: Path) -> None:
    path.parent.chmod(0o750)
    write(path, OTHERS)
    assert mode(path.parent) == 0o750


@on_posix
def test_a_link_to_a_file_elsewhere_stays_one(path: Path) -> None:
    elsewhere = path.with_name("dotfiles.json")
    path.symlink_to(elsewhere)
    write(path, OTHERS)
    assert path.is_symlink()
    assert read(elsewhere) == (OTHERS, ())


def test_what_cannot_be_written_is_an_error_and_leaves_nothing(path: Path) -> None:
    path.mkdir()
    with pytest.raises(OSError, match=r"settings\.json"):
        write(path, OTHERS)
    (path.parent / "file").touch()
    with pytest.raises(OSError, match="file"):
        write(path.parent / "file" / "settings.json", OTHERS)
    assert names_in(path.parent) == {"settings.json", "file"}


def test_a_write_that_fails_halfway_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    write(path, OTHERS)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(path, Preferences())
    assert read(path) == (OTHERS, ())
    assert names_in(path.parent) == {"settings.json"}


USUAL = "Ik neem wat gewoon is."
CODE = "Het kan een code van een taal zijn, in kleine letters, zoals"


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (Trouble("unreadable"), f"Het bestand x.json met je instellingen kan niet gelezen worden. {USUAL}"),
        (
            Trouble("foreign"),
            f'In x.json staan geen instellingen die ik kan lezen. Zo kan het wel: {{"theme": "dark"}}. {USUAL}',
        ),
        (
            Trouble("value", "theme", '"purple"'),
            'In x.json staat bij ‘theme’ iets wat ik niet ken: "purple". Het kan zijn: "dark", "light", "contrast". '
            + USUAL,
        ),
        (
            Trouble("value", "motion", '"true"'),
            f'In x.json staat bij ‘motion’ iets wat ik niet ken: "true". Het kan zijn: true, false. {USUAL}',
        ),
        (
            Trouble("value", "language", '"NL"'),
            f'In x.json staat bij ‘language’ iets wat ik niet ken: "NL". {CODE} "nl", "en". {USUAL}',
        ),
    ],
)
def test_a_trouble_is_told_in_a_few_words(dutch: Language, trouble: Trouble, sentence: str) -> None:
    assert setting_refused(trouble, dutch, Path("x.json")) == sentence


def test_what_was_found_is_shown_short_and_harmless(dutch: Language) -> None:
    found = '"\u202e{found}\x9b31m' + "x" * 100 + '"'
    sentence = setting_refused(Trouble("value", "theme", f"[\n  {found}\n]"), dutch, Path("a\x1b[31m.json"))
    assert sentence.startswith('In a.json staat bij ‘theme’ iets wat ik niet ken: [ "{found}31mx')
    assert "x…. Het kan zijn" in sentence
    assert sentence.isprintable()
    assert len(sentence) < 180


def test_they_need_neither_a_conversation_nor_a_screen() -> None:
    script = (
        "import sys, lobgids.storage.preferences as kept; kept.read(kept.preferences_path());"
        "print({'textual', 'rich', 'click', 'lobgids.dialogue', 'lobgids.kb'} & set(sys.modules) or 'none')"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("none", "")


@pytest.mark.parametrize(
    ("arguments", "preferred", "machine", "word"),
    [
        (["--lang", "nl"], "en", "en_US.UTF-8", "Gebruik:"),
        (["--lang", "en"], "nl", "nl_NL.UTF-8", "Usage:"),
        ([], "en", "nl_NL.UTF-8", "Usage:"),
        ([], "nl", "en_US.UTF-8", "Gebruik:"),
        ([], "", "en_US.UTF-8", "Usage:"),
        ([], "xx", "en_US.UTF-8", "Usage:"),
        ([], "EN", "C", "Gebruik:"),
        ([], "", "C", "Gebruik:"),
    ],
)
def test_the_language_is_that_of_the_arguments_else_of_the_settings_else_of_the_machine(
    arguments: list[str], preferred: str, machine: str, word: str
) -> None:
    write(preferences_path(), Preferences(language=preferred))
    shown = run("--help", *arguments, LANG=machine)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith(word)


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b'{"language": 7, "theme": []}'])
def test_a_broken_file_stops_no_command(content: bytes) -> None:
    preferences_path().parent.mkdir(parents=True)
    preferences_path().write_bytes(content)
    done = run("list")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_conversation_goes_on_in_its_own_language(tmp_path: Path) -> None:
    document = str(tmp_path / "school.lobgids")
    assert run("talk", document, "--lang", "nl").returncode == 0
    write(preferences_path(), Preferences(language="en"))
    assert run("talk", document).stdout.startswith("Dag, ik ben lobgids.")
    assert run("talk", str(tmp_path / "new.lobgids")).stdout.startswith("Hello, I am lobgids.")
