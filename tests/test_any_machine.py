"""Paths, pipes, devices, links and streams as machines have them: one sentence each, through the real command."""

import io
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lobgids.cli.main import main
from lobgids.storage.reading import read
from tests.conftest import ROOT

if sys.platform == "win32":
    pytest.skip("Windows has no pipes, links and modes of this kind", allow_module_level=True)

pytestmark = pytest.mark.usefixtures("cached")

LONGEST = 20
"""Seconds that nothing may take, however busy the machine is: what waits for a pipe waits for ever."""
LOBGIDS = (sys.executable, "-m", "lobgids")
# Who may do anything is to be as any other user, for whom modes hold.
MORTAL = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if os.geteuid() == 0 else ()
UNKNOWN_USER = (
    "import os, sys; os.getuid = lambda: 54321; from lobgids.cli.main import main; sys.exit(main(sys.argv[1:]))"
)
ANSWER = b'{"answer": "c01.m2"}\n'


def run(
    folder: Path, *arguments: str, command: tuple[str, ...] = LOBGIDS, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run lobgids in a folder, with nothing to read."""
    return subprocess.run(
        [*command, *arguments],
        capture_output=True, text=True, check=False, timeout=LONGEST, cwd=folder, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", **environment},
    )  # fmt: skip


def run_in_shell(folder: Path, command: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a line of a shell in which `lobgids` is lobgids."""
    line = f'lobgids() {{ "{sys.executable}" -m lobgids "$@"; }}; {command}'
    return subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", line],
        capture_output=True, check=False, timeout=LONGEST, cwd=folder, input=given,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"},
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a document and everything that is no plain file."""
    place = tmp_path / "here"
    place.mkdir()
    shutil.copy(ROOT / "lobgids" / "examples" / "voorbeeld.lobgids", place / "x.lobgids")
    (place / "folder").mkdir()
    os.mkfifo(place / "pipe")
    (place / "round").symlink_to(place / "about")
    (place / "about").symlink_to(place / "round")
    (place / "device").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(os.path.relpath(place / "plug"))
    (place / "closed").mkdir(mode=0)
    return place


LONG = "x" * 300


def _short(name: str) -> str:
    return name[:12] or "nothing"


NO_DOCUMENT = ["folder", "pipe", "round", "device", "plug", "/", ".", "..", "", LONG, f"{'x' * 252}é", "closed/x"]


@pytest.mark.parametrize("name", NO_DOCUMENT, ids=_short)
def test_what_is_no_document_gets_one_sentence(folder: Path, name: str) -> None:
    for arguments in (["result", name], ["talk", name], ["share", "x.lobgids", name], ["erase", name, "--yes"]):
        told = run(folder, *arguments, command=(*MORTAL, *LOBGIDS))
        assert told.returncode == 2, (arguments, told)
        assert told.stderr.count("\n") == 1, (arguments, told.stderr)
        assert told.stdout == "", arguments
    assert not list(folder.glob("*.new"))
    assert not list(folder.glob("**/*.lock"))


@pytest.mark.parametrize("name", ["pipe", "device", "round", ".", ""], ids=_short)
def test_a_report_is_put_in_the_place_of_nothing_else(folder: Path, name: str) -> None:
    told = run(folder, "report", "x.lobgids", "--as", "md", "--force", "-o", name)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("name", ["folder", "pipe", "round", "device", "closed/x"])
def test_what_is_no_file_to_read_gets_one_sentence(folder: Path, name: str) -> None:
    for arguments in (["report", "x.lobgids", "--as", "docx", "--template", name], ["--kb", name, "kb", "list"]):
        told = run(folder, *arguments, command=(*MORTAL, *LOBGIDS))
        assert (told.returncode, told.stdout) == (2, ""), (arguments, told)
        assert told.stderr.count("\n") == 1, (arguments, told.stderr)
    told = run(folder, "talk", "m.lobgids", "--brief", name, "--lang", "en", command=(*MORTAL, *LOBGIDS))
    assert (told.returncode, told.stderr) == (0, "")
    assert "find or read this file" in told.stdout


@pytest.mark.parametrize("name", ["folder", "pipe", "round", "device", "plug", "closed/x"])
def test_settings_that_are_no_file_are_told_and_all_goes_on(folder: Path, own_home: Path, name: str) -> None:
    path = own_home / "lobgids" / "settings.json"
    path.symlink_to(folder / name)
    told = run(folder, "kb", "show", "c05", command=(*MORTAL, *LOBGIDS))
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("name", ["folder", "pipe", "round", "device", "plug", "closed/x"])
def test_files_of_a_knowledge_base_that_are_none(folder: Path, adapted: Path, name: str) -> None:
    (adapted / "tips.yaml").unlink()
    (adapted / "tips.yaml").symlink_to(folder / name)
    told = run(folder, "--kb", str(adapted), "kb", "check", command=(*MORTAL, *LOBGIDS))
    assert told.returncode == 1
    assert "tips.yaml:1:1: LG001" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("name", ["lobgids.mo", "content.mo"])
@pytest.mark.parametrize("content", [None, b"", b"no catalogue", b"\xde\x12\x04\x95" + b"\xff" * 40])
def test_a_catalogue_that_cannot_be_used_is_named(
    folder: Path, adapted: Path, name: str, content: bytes | None
) -> None:
    path = adapted / "locales" / "en" / "LC_MESSAGES" / name
    path.parent.mkdir(parents=True)
    if name == "content.mo":
        shutil.copy(ROOT / "locales" / "en" / "LC_MESSAGES" / "lobgids.mo", path.parent)
    if content is None:
        os.mkfifo(path)
    else:
        path.write_bytes(content)
    for arguments in (["talk", "--lang", "en"], ["kb", "list", "--lang", "en"], ["kb", "check", "--lang", "nl"]):
        told = run(folder, "--kb", str(adapted), *arguments)
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr.count("\n") == 1
        assert str(path) in told.stderr


def test_a_language_that_nobody_knows_is_spoken_with_dutch_dates(folder: Path, adapted: Path) -> None:
    for name in ("xq", "kwaad\x1b[31m", "en_GB"):
        path = adapted / "locales" / name / "LC_MESSAGES" / "lobgids.mo"
        path.parent.mkdir(parents=True)
        shutil.copy(ROOT / "locales" / "en" / "LC_MESSAGES" / "lobgids.mo", path)
    told = run(folder, "--kb", str(adapted), "report", "x.lobgids", "--as", "md", "-o", "-", "--lang", "xq")
    assert (told.returncode, told.stderr) == (0, "")
    assert run(folder, "--kb", str(adapted), "--lang", "en_GB").stderr.count("\n") == 1


def test_a_folder_of_documents_that_may_not_be_entered(folder: Path, own_home: Path) -> None:
    (own_home / "Documents").mkdir(mode=0)
    listed = run(folder, "list", command=(*MORTAL, *LOBGIDS))
    assert (listed.returncode, listed.stderr) == (0, "")
    told = run(folder, "talk", "--form", "short", command=(*MORTAL, *LOBGIDS))
    assert (told.returncode, told.stderr) == (0, "")
    assert len(list((own_home / "lobgids").glob("*.lobgids"))) == 1


def test_a_user_whom_the_system_does_not_know(folder: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "HOME" and not name.startswith("XDG")}
    for arguments in ([], ["list"], ["talk"], ["kb", "check"]):
        told = subprocess.run(
            [sys.executable, "-c", UNKNOWN_USER, *arguments],
            capture_output=True, text=True, check=False, cwd=folder, timeout=LONGEST, stdin=subprocess.DEVNULL,
            env={**environment, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr.count("\n") == 1
        assert "HOME" in told.stderr
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith("~")) == []


COMMANDS = ["kb check", "list", "result x.lobgids", "replay x.lobgids", "talk y.lobgids", "talk y.lobgids --json",
            "report x.lobgids --as md -o -", "--help"]  # fmt: skip


@pytest.mark.usefixtures("learnt")
@pytest.mark.parametrize("command", COMMANDS)
def test_streams_that_are_closed_full_or_left(folder: Path, command: str) -> None:
    closed = run_in_shell(folder, f"lobgids {command} <&- >&- 2>&-")
    assert (closed.returncode, closed.stdout, closed.stderr) == (0, b"", b"")
    (folder / "y.lobgids").unlink(missing_ok=True)
    full = run_in_shell(folder, f"lobgids {command} > /dev/full")
    assert full.returncode == 74
    assert full.stderr.count(b"\n") == 1
    assert b"Traceback" not in full.stderr
    assert run_in_shell(folder, f"lobgids {command} > /dev/full 2> /dev/full").returncode == 74
    left = run_in_shell(folder, f"lobgids {command} | true")
    assert left.stderr == b""


def test_nobody_reads_on(folder: Path) -> None:
    assert run_in_shell(folder, "lobgids kb list | head -1").returncode == 141
    assert run_in_shell(folder, "lobgids talk y.lobgids --json | head -1", ANSWER * 3000).returncode == 141
    assert not (folder / "y.lobgids.lock").exists()


@pytest.mark.parametrize("command", ["talk y.lobgids", "talk y.lobgids --json", "erase x.lobgids"])
def test_an_input_that_is_none(folder: Path, command: str) -> None:
    told = run_in_shell(folder, f"lobgids {command} 0> written")
    assert b"Traceback" not in told.stderr
    assert told.stderr.count(b"\n") == 1
    assert (folder / "x.lobgids").exists()


def test_a_defect_is_one_sentence_with_its_details_in_a_file(folder: Path, own_home: Path) -> None:
    script = (
        "import sys; from lobgids.cli import documents; "
        "documents.Path.glob = lambda *_: 1 / 0; from lobgids.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    told = run(folder, "list", command=(sys.executable, "-c", script), XDG_STATE_HOME=str(own_home))
    assert (told.returncode, told.stdout) == (70, "")
    assert told.stderr.count("\n") == 1
    (written,) = own_home.rglob("*.txt")
    assert str(written) in told.stderr
    assert "ZeroDivisionError" in written.read_text("utf-8")


@pytest.mark.parametrize("spoil", [os.mkfifo, lambda path: path.symlink_to("/dev/null"), Path.mkdir])
def test_a_document_that_something_else_comes_for_while_it_is_open(folder: Path, spoil: Callable[[Path], None]) -> None:
    command = [*LOBGIDS, "talk", "y.lobgids", "--json", "--form", "full", "--lang", "en"]
    with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as talk:
        assert talk.stdout is not None
        while b'"type":"ask"' not in talk.stdout.readline():
            pass
        (folder / "y.lobgids").rename(folder / "kept.lobgids")
        spoil(folder / "y.lobgids")
        told, _ = talk.communicate(ANSWER, timeout=LONGEST)
    assert b'{"type":"error","id":"problem.changed","text":"The file of this conversation has changed' in told
    assert talk.returncode == 0
    assert not read(folder / "kept.lobgids").events[1:]


def test_the_cache_is_for_its_owner_and_a_spoiled_copy_is_not_believed(folder: Path, adapted: Path) -> None:
    cache = folder / "cache"
    command = f'umask 0; XDG_CACHE_HOME="{cache}" lobgids --kb "{adapted}" kb list'
    before = run_in_shell(folder, command)
    (copy,) = cache.rglob("*.msgpack")
    assert not [one for one in (cache, copy.parent, copy) if one.stat().st_mode & 0o077]
    copy.write_bytes(copy.read_bytes().replace(b"c05", b"c50"))
    assert run_in_shell(folder, command).stdout == before.stdout
    assert [path.name for path in cache.rglob("*") if path.is_file()] == [copy.name]


def test_a_cache_that_takes_no_more_keeps_nothing_half(folder: Path, adapted: Path) -> None:
    command = f'XDG_CACHE_HOME="{folder}/cache" PYTHONDONTWRITEBYTECODE=1 lobgids --kb "{adapted}" kb list'
    told = run_in_shell(folder, f"trap '' XFSZ; ulimit -f 8; {command}")
    assert (told.returncode, told.stderr) == (0, b"")
    assert [path for path in (folder / "cache").rglob("*") if path.is_file()] == []


def test_a_name_that_begins_with_a_dash_can_be_typed_as_it_is_told(folder: Path) -> None:
    told = run_in_shell(folder, "lobgids talk --form short -- -x.lobgids < /dev/null | tail -1")
    line = told.stdout.decode().strip()
    assert " talk " in line
    assert run_in_shell(folder, f"{line} < /dev/null").returncode == 0


def test_json_has_one_object_a_line_whatever_was_typed(folder: Path) -> None:
    typed = "a\u0085b\u2028c\u2029d\u202ee\u2066f\u200fg"
    shutil.copy(folder / "x.lobgids", folder / "typed.lobgids")
    text = (folder / "typed.lobgids").read_text("utf-8")
    assert "De Brug" in text
    (folder / "typed.lobgids").write_text(text.replace("De Brug", typed), "utf-8")
    for command in ("result typed.lobgids --json", "report typed.lobgids --as json -o -"):
        told = run_in_shell(folder, f"lobgids {command}").stdout.decode()
        assert not set(typed) - set("abcdefg") & set(told), command
        json.loads(told)


def test_a_check_shows_no_command_to_the_terminal(adapted: Path) -> None:
    path = adapted / "pillars.yaml"
    path.write_text(path.read_text("utf-8").replace("  name: Visie", '  "\\e]0;kwaad\\a\\e[31mnaam": Visie'), "utf-8")
    (adapted / "tips\x1b[31m.yaml").write_text("- id: x", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", io.StringIO())
        terminal = Terminal()
        patch.setattr("sys.stderr", terminal)
        main(["--kb", str(adapted), "kb", "check"])
        shown = terminal.getvalue()
    assert "LG020" in shown
    assert "\x1b" not in shown


class Terminal(io.StringIO):
    """What click takes for a terminal, for which it leaves colours in."""

    def isatty(self) -> bool:
        return True
