"""What is printed to paste works where it is pasted: whatever the folder is called and however lobgids was started."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lobgids.cli.main import main
from lobgids.session.invocation import for_powershell, invocation

ODD = "een map met é, 'aanhaling' en $HOME"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """A program called lobgids that prints its name and arguments, in a venv of an odd folder."""
    path = tmp_path / ODD / ".venv" / "bin" / "lobgids"
    path.parent.mkdir(parents=True)
    path.write_text(f"#!{sys.executable}\nimport sys\nprint(*sys.argv, sep='\\n')\n", "utf-8")
    path.chmod(0o755)
    return path


def pasted(line: str, folder: Path) -> list[str]:
    """What the program was given where a line is pasted in a terminal in another folder."""
    done = subprocess.run(["/bin/sh", "-c", line], cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
def test_the_path_that_was_used_works_from_any_folder(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(script.parents[2])
    monkeypatch.setattr(sys, "argv", [".venv/bin/lobgids", "talk"])
    document = tmp_path / ODD / "Het “Kompas” (1).lobgids"
    assert pasted(invocation("talk", document), tmp_path) == [str(script), "talk", str(document)]


@pytest.mark.skipif(sys.platform == "win32", reason="there the name has another ending")
def test_only_what_the_path_finds_in_a_new_terminal_has_its_bare_name(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", [str(script)])
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    monkeypatch.setenv("PATH", f"{script.parent}{os.pathsep}{os.environ['PATH']}")
    assert invocation("list") == "lobgids list"
    monkeypatch.setenv("VIRTUAL_ENV", str(script.parents[1]))
    assert invocation() != "lobgids"
    assert pasted(invocation("list"), script.parent) == [str(script), "list"]


@pytest.mark.skipif(sys.platform == "win32", reason="there the name has another ending")
def test_another_program_of_that_name_is_not_ours(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "bin" / "lobgids"
    other.parent.mkdir()
    other.touch(0o755)
    monkeypatch.setenv("PATH", f"{other.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert pasted(invocation("list"), tmp_path) == [str(script), "list"]


def test_as_a_module_it_names_the_python_that_has_it() -> None:
    package = Path(sys.modules["lobgids"].__file__ or "").parent
    asked = (
        "-c",
        "import sys; sys.argv = sys.argv[1:]; from lobgids.session.invocation import invocation; print(invocation())",
    )
    done = subprocess.run(
        [sys.executable, *asked, str(package / "__main__.py")], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip().endswith(f"{Path(sys.executable).name} -m lobgids")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["C:\\x\\Scripts\\lobgids", "talk", "a.lobgids"], "C:\\x\\Scripts\\lobgids talk a.lobgids"),
        (["C:\\Jan Smit\\lobgids", "talk", "a.lobgids"], "& 'C:\\Jan Smit\\lobgids' talk a.lobgids"),
        (["lobgids", "talk", "C:\\d'Oude ’t $x (1).lobgids"], "lobgids talk 'C:\\d''Oude ’’t $x (1).lobgids'"),
        (["lobgids", "talk", "a,b"], "lobgids talk 'a,b'"),
    ],
)  # fmt: skip
def test_powershell_takes_it_as_it_was(words: list[str], line: str) -> None:
    assert for_powershell(words) == line


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
def test_what_the_app_and_the_commands_print_can_be_pasted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "nergens" / "pytest")])
    monkeypatch.setattr(sys, "stdin", io.StringIO("pauze\n"))
    document = tmp_path / "a b.lobgids"
    assert main(["talk", "--plain", "--lang", "nl", str(document)]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=tmp_path, input="pauze\n", capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines()[-1] == line


def test_in_the_root_of_the_disk_a_program_that_is_nowhere_on_the_path_is_named_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path.anchor)
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    monkeypatch.setattr("sys.argv", [str(tmp_path / "lobgids")])
    assert str(tmp_path / "lobgids") in invocation("list")
