"""The app in a real pseudo-terminal, driven by keys alone: what Pilot can't show."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from lobgids.dialogue.protocol import Ask
from lobgids.document import read
from lobgids.review import reviewed
from lobgids.session import Tongues
from tests.conftest import sensible
from tests.fakes.app import fitting

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

import pexpect

LONGEST = 20
"""Seconds that nothing may take, however busy the machine is."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ENTER, CTRL_Q, ESCAPE = "\r", "\x11", "\x1b"
LEAVES_SCREEN = "\x1b[?1049l"


class Terminal:
    """A terminal with lobgids in it, on one document."""

    def __init__(self, path: Path, tongues: Tongues, *arguments: str, script: str = "") -> None:
        self.path, self._tongues = path, tongues
        command = ["-c", script] if script else ["-m", "lobgids"]
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable, [*command, "talk", str(path), *arguments], env=environment, dimensions=(24, 80),
            encoding="utf-8", codec_errors="replace", timeout=LONGEST,
        )  # fmt: skip
        self.output = ""
        self.wait_for("^P")

    @property
    def ask(self) -> Ask | None:
        """The question that is open by what stands in the document."""
        return reviewed(read(self.path), self._tongues).ask

    def wait_for(self, text: str) -> None:
        """Wait until a text was drawn."""
        self.child.expect_exact(text)
        self.output += (self.child.before or "") + text

    def send(self, keys: str) -> None:
        """Press keys, and wait until the document holds what they did."""
        size = self.path.stat().st_size
        self.child.send(keys)
        while self.path.stat().st_size == size:
            self.output += self.child.read_nonblocking(1 << 16, LONGEST)

    def answer(self) -> None:
        """Answer the open question with something that fits."""
        ask = self.ask
        assert ask is not None
        if ask.kind in ("text", "date"):
            self.send(f"{sensible(ask)}{ENTER}")
        else:
            letters = "".join(LETTERS[place] for place in fitting(ask))
            self.send(letters + (ENTER if ask.kind == "multi" else ""))

    def leave(self) -> None:
        """Leave, and wait for the end."""
        self.child.send(CTRL_Q)
        self.child.expect(pexpect.EOF)
        self.output += self.child.before or ""
        self.child.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the document is."""
    return tmp_path / "school.lobgids"


def test_a_whole_conversation_in_a_terminal(path: Path, tongues: Tongues) -> None:
    terminal = Terminal(path, tongues, "--lang", "nl", "--form", "short")
    while terminal.ask:
        terminal.answer()
    terminal.leave()
    assert terminal.child.exitstatus == 0
    last = terminal.output.rpartition(LEAVES_SCREEN)[2]
    assert "Je gesprek staat in:" in last
    assert str(path) in last
    assert ESCAPE not in last.partition("Je gesprek")[2]


def test_killed_in_the_middle_it_goes_on_at_the_same_question(path: Path, tongues: Tongues) -> None:
    terminal = Terminal(path, tongues, "--lang", "nl", "--form", "full")
    for _ in range(6):
        terminal.answer()
    before, ask = path.read_bytes(), terminal.ask
    terminal.child.send("half een antwoord")
    terminal.child.kill(signal.SIGKILL)
    terminal.child.wait()
    assert path.read_bytes() == before
    again = Terminal(path, tongues)
    assert again.ask == ask
    again.answer()
    again.leave()
    assert f"lobgids talk {path}" in again.output.rpartition(LEAVES_SCREEN)[2]


def test_what_is_pasted_reaches_the_terminal_as_text(path: Path, tongues: Tongues) -> None:
    terminal = Terminal(path, tongues, "--lang", "nl", "--form", "full")
    terminal.child.send("\x1b[200~kwaad\x07\x1b]52;c;aGFjaw==\x07 [blink]x[/blink]\x1b[201~")
    terminal.wait_for("[blink]x")
    terminal.send(ENTER)
    terminal.leave()
    assert "\x1b]52" not in terminal.output
    assert "kwaad\x07" not in terminal.output
    assert any("[blink]x" in str(event.value) for event in read(path).events)


def test_a_defect_is_one_sentence_and_the_document_is_whole(
    path: Path, tongues: Tongues, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(own_home / "state"))
    script = (
        "import sys\n"
        "from lobgids.tui.screens.chat import ChatScreen\n"
        "def broken(self): raise RuntimeError('a defect of ours')\n"
        "ChatScreen.action_answer = broken\n"
        "from lobgids.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    terminal = Terminal(path, tongues, "--lang", "nl", "--form", "full", script=script)
    terminal.answer()
    before = path.read_bytes()
    terminal.child.send(f"\t\t{ESCAPE}")
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    last = f"{terminal.output}{terminal.child.before}".rpartition(LEAVES_SCREEN)[2]
    assert "Er ging iets mis in lobgids" in last
    assert "Traceback" not in last
    assert "a defect of ours" not in last
    assert path.read_bytes() == before
    assert terminal.child.exitstatus == 70
    written: list[Any] = list(own_home.rglob("*.txt"))
    assert len(written) == 1
    assert "a defect of ours" in written[0].read_text(encoding="utf-8")
    assert written[0].stat().st_mode & 0o077 == 0
