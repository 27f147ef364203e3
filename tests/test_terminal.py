"""The app in a real pseudo-terminal, driven by keys alone: what Pilot can't show."""

import os
import signal
import sys
import termios
from pathlib import Path
from typing import Any

import pytest

from lobgids.dialogue.protocol import Ask
from lobgids.session.review import reviewed
from lobgids.session.session import ContentByLanguage
from lobgids.storage.reading import read
from lobgids.tui.signals import KILLED, SIGNALS
from tests.fakes.app import fitting

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals of this kind", allow_module_level=True)

import pexpect

pytestmark = pytest.mark.usefixtures("cached")

LONGEST = 20
"""Seconds that nothing may take, however busy the machine is."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ENTER, CTRL_P, CTRL_Q, ESCAPE = "\r", "\x10", "\x11", "\x1b"
F1, PAGE_UP, PAGE_DOWN = "\x1bOP", "\x1b[5~", "\x1b[6~"
ENTERS_SCREEN, LEAVES_SCREEN = "\x1b[?1049h", "\x1b[?1049l"


def _heed_hang_up() -> None:
    """Be as in a terminal, also where the tests were started by `nohup`."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


class Terminal:
    """A terminal with lobgids in it, on one document."""

    def __init__(
        self,
        path: Path,
        content_in: ContentByLanguage,
        *arguments: str,
        script: str = "",
        ignores_hang_up: bool = False,
    ) -> None:
        self.path, self._content_in = path, content_in
        command = ["-c", script] if script else ["-m", "lobgids"]
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.child: pexpect.spawn[str] = pexpect.spawn(
            sys.executable, [*command, "talk", str(path), *arguments], env=environment, dimensions=(24, 80),
            encoding="utf-8", codec_errors="replace", timeout=LONGEST, ignore_sighup=ignores_hang_up,
            preexec_fn=None if ignores_hang_up else _heed_hang_up,
        )  # fmt: skip
        self.output = ""
        self.modes_before = self.modes()
        self.wait_for("Ctrl+P")

    @property
    def ask(self) -> Ask | None:
        """The question that is open by what stands in the document."""
        return reviewed(read(self.path), self._content_in).ask

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
        """Answer the open question with something that fits: one key and Enter, as more at once would be text."""
        ask = self.ask
        assert ask is not None
        if ask.id.startswith("plan.who."):  # the first field of a form; once it is said, the others may stay open
            self.child.send("a")
            self.wait_for("a")
            self.child.send(ENTER)
            self.child.send(ENTER)
            self.send(ENTER)
        elif ask.kind == "date":
            self.child.send("1 maart")
            self.wait_for(" 1 maart 20")  # the form shows it with its weekday and year
            self.send(ENTER)
        elif ask.id.startswith("theme.") and not ask.id.endswith("shared"):
            self.child.send("1a 2a 3a")  # the short form draws its three themes as a grid
            self.wait_for("3a")
            self.send(ENTER)
        else:
            self.send(f"{'x' if ask.kind == 'text' else LETTERS[fitting(ask)[0]]}{ENTER}")

    def leave(self) -> None:
        """Leave, and wait for the end."""
        self.child.send(CTRL_Q)
        self.wait_for_end()

    def wait_for_end(self) -> None:
        """Wait until it has ended."""
        self.child.expect(pexpect.EOF)
        self.output += self.child.before or ""
        self.modes_after = self.modes()
        self.child.close()

    @property
    def pid(self) -> int:
        """Its process."""
        assert self.child.pid
        return self.child.pid

    def modes(self) -> list[object]:
        """How the terminal treats what is typed."""
        return list(termios.tcgetattr(self.child.fileno()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the document is."""
    return tmp_path / "school.lobgids"


def test_a_whole_conversation_in_a_terminal(path: Path, content_in: ContentByLanguage) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "short")
    while terminal.ask:
        terminal.answer()
    terminal.leave()
    assert terminal.child.exitstatus == 0
    last = terminal.output.rpartition(LEAVES_SCREEN)[2]
    assert "Je gesprek staat in:" in last
    assert str(path) in last
    assert ESCAPE not in last.partition("Je gesprek")[2]


def test_killed_in_the_middle_it_goes_on_at_the_same_question(path: Path, content_in: ContentByLanguage) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full")
    for _ in range(6):
        terminal.answer()
    before, ask = path.read_bytes(), terminal.ask
    terminal.child.send("half een antwoord")
    terminal.child.kill(signal.SIGKILL)
    terminal.child.wait()
    assert path.read_bytes() == before
    again = Terminal(path, content_in)
    assert again.ask == ask
    again.answer()
    again.leave()
    assert f"lobgids talk {path}" in again.output.rpartition(LEAVES_SCREEN)[2]


def test_what_is_pasted_reaches_the_terminal_as_text(path: Path, content_in: ContentByLanguage) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full")
    terminal.child.send("\x1b[200~kwaad\x07\x1b]52;c;aGFjaw==\x07 [blink]x[/blink]\x1b[201~")
    terminal.wait_for("[blink]x")
    terminal.send(ENTER)
    terminal.leave()
    assert "\x1b]52" not in terminal.output
    assert "kwaad\x07" not in terminal.output
    assert any("[blink]x" in str(event.value) for event in read(path).events)


def test_what_comes_all_at_once_is_text_and_is_not_sent(path: Path, content_in: ContentByLanguage) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full")
    before = path.read_bytes()
    terminal.child.send("eerste regel\rtweede regel\rderde regel\r")
    terminal.wait_for("derde regel")
    assert path.read_bytes() == before
    terminal.send(ENTER)
    terminal.leave()
    assert [event.value for event in read(path).events if event.kind == "answered"] == [
        "eerste regel\ntweede regel\nderde regel"
    ]


def test_a_letter_and_enter_are_sent_and_the_next_enter_answers_nothing(
    path: Path, content_in: ContentByLanguage
) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full")
    terminal.answer()
    assert terminal.ask is not None
    assert terminal.ask.id == "welcome.part"
    terminal.send(f"b{ENTER}")
    ask = terminal.ask
    terminal.child.send(ENTER)
    terminal.leave()
    assert terminal.ask == ask


DEFECT = "raise RuntimeError('a defect of ours')"


def altered(module: str, method: str, does: str) -> str:
    """A program that is lobgids, but for what one method of a screen does."""
    return (
        "import os, sys\n"
        f"from lobgids.tui.{module} import {method.partition('.')[0]}\n"
        "def does(self, *_):\n"
        f"    {does}\n"
        f"{method} = does\n"
        "from lobgids.cli.main import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )


def test_a_defect_is_one_sentence_and_the_document_is_whole(
    path: Path, content_in: ContentByLanguage, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(own_home / "state"))
    script = altered("chat.screen", "ChatScreen.action_answer", DEFECT)
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full", script=script)
    terminal.answer()
    before = path.read_bytes()
    terminal.child.send(f"\t{ESCAPE}")
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


MODES = ("?1049", "?1000", "?1003", "?1006", "?1004", "?2004")
"""The other screen, the mouse, the keyboard focus and pasting: what the app turns on."""


def is_whole(terminal: Terminal) -> bool:
    """Whether all that the app turned on is off again, and the cursor is shown."""
    last = {mode: terminal.output.rpartition(f"\x1b[{mode}")[2][:1] for mode in MODES}
    shown = terminal.output.rpartition("\x1b[?25")[2][:1]
    return set(last.values()) == {"l"} and shown == "h"


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_leaves_the_terminal_whole_and_keeps_what_was_half_typed(
    path: Path, content_in: ContentByLanguage, name: str
) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full")
    before = terminal.modes_before
    assert terminal.modes() != before
    terminal.answer()
    terminal.child.send("half een antwoord")
    terminal.wait_for("half een antwoord")
    os.kill(terminal.pid, getattr(signal, name))
    terminal.wait_for_end()
    assert terminal.child.exitstatus == KILLED + getattr(signal, name)
    assert terminal.modes_after == before
    assert is_whole(terminal)
    assert f"lobgids talk {path}" in terminal.output.rpartition(LEAVES_SCREEN)[2]
    assert [event.value for event in read(path).events if event.kind == "noted"] == [{"text": "half een antwoord"}]
    assert not list(path.parent.glob("*.lock"))


def test_a_stuck_app_is_ended_by_a_signal_all_the_same(path: Path, content_in: ContentByLanguage) -> None:
    script = altered("chat.screen", "ChatScreen.action_answer", "os.write(1, b'STUCK')\n    while True: pass")
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full", script=script)
    terminal.answer()
    before = path.read_bytes()
    terminal.child.send(f"\t{ESCAPE}")
    terminal.wait_for("STUCK")
    os.kill(terminal.pid, signal.SIGTERM)
    terminal.wait_for_end()
    assert terminal.child.exitstatus == KILLED + signal.SIGTERM
    assert terminal.modes_after == terminal.modes_before
    assert is_whole(terminal)
    assert path.read_bytes() == before


@pytest.mark.parametrize("ignores_hang_up", [False, True])
def test_a_terminal_that_is_gone_ends_it_and_keeps_what_was_half_typed(
    path: Path, content_in: ContentByLanguage, ignores_hang_up: bool
) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full", ignores_hang_up=ignores_hang_up)
    terminal.answer()
    terminal.child.send("half een antwoord")
    terminal.wait_for("half een antwoord")
    os.close(terminal.child.fileno())
    terminal.child.closed = True
    _, status, used = os.wait4(terminal.pid, 0)
    assert os.waitstatus_to_exitcode(status) == KILLED + signal.SIGHUP
    assert used.ru_utime + used.ru_stime < LONGEST / 2
    assert [event.value for event in read(path).events if event.kind == "noted"] == [{"text": "half een antwoord"}]
    Terminal(path, content_in).leave()


def test_stopped_and_woken_the_terminal_is_whole_at_the_end(path: Path, content_in: ContentByLanguage) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full")
    terminal.answer()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.answer()
    terminal.leave()
    assert terminal.modes_after == terminal.modes_before
    assert is_whole(terminal)


def test_suspended_with_its_own_signal_it_goes_on_where_it_was(path: Path, content_in: ContentByLanguage) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full")
    terminal.answer()
    os.kill(terminal.pid, signal.SIGTSTP)
    terminal.wait_for(LEAVES_SCREEN)
    os.waitid(os.P_PID, terminal.pid, os.WSTOPPED | os.WNOWAIT)
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for(ENTERS_SCREEN)
    terminal.answer()
    terminal.leave()
    assert terminal.modes_after == terminal.modes_before
    assert is_whole(terminal)


@pytest.mark.parametrize("place", ["compose", "on_mount", "on_key", "render"])
def test_a_defect_in_a_sheet_closes_the_sheet_and_not_the_conversation(
    path: Path, content_in: ContentByLanguage, own_home: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(own_home / "state"))
    script = altered("sheets.help", f"HelpScreen.{place}", DEFECT)
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full", script=script)
    terminal.answer()
    terminal.child.send(f"{F1}x")
    terminal.wait_for("Er ging iets mis")
    terminal.answer()
    terminal.leave()
    assert terminal.child.exitstatus == 0
    written = list(own_home.rglob("*.txt"))
    assert written
    assert "a defect of ours" in written[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("sheet", [CTRL_P, "\x06", "\x14", "\x0f", "\x1b[19~", "\x13", "\x0e", "\x12", "\x1bOP"])
def test_keys_right_behind_the_one_that_opens_a_sheet(path: Path, content_in: ContentByLanguage, sheet: str) -> None:
    terminal = Terminal(path, content_in, "--lang", "nl", "--form", "full")
    terminal.child.send(f"{sheet}{PAGE_DOWN}{PAGE_UP}")
    terminal.child.send(ESCAPE)
    terminal.leave()
    assert terminal.child.exitstatus == 0
    assert "Er ging iets mis" not in terminal.output
