"""A pseudo-terminal that measures a program in it: what it writes and when, and what it uses."""

import math
import os
import pty
import random
import select
import signal
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

LINES, COLUMNS = 36, 120
FRAME, QUIET, PATIENCE = 1 / 60, 0.08, 20.0
"""Seconds: of a frame, without a byte until a screen has settled, and without one until none will come any more."""


ASKED, SUPPORTED, FRAME_END = b"\x1b[?2026$p", b"\x1b[?2026;2$y", b"\x1b[?2026l"
"""The question whether frames may be synchronised, the answer that they may, and the end of such a frame."""


class Burst(NamedTuple):
    """Seconds to the first byte (or to the frame that was waited for) and to the last byte, and the number of bytes."""

    first: float
    settled: float
    written: int


class Terminal:
    """A program that runs in a terminal of its own, which accepts synchronised frames. Times count from its fork."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._started = time.perf_counter()
        self._pid, self._descriptor = pty.fork()
        if self._pid == 0:
            termios.tcsetwinsize(0, (LINES, COLUMNS))
            os.execve(command[0], list(command), {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"})

    def close(self) -> None:
        """End the program."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._descriptor)

    def start(self, words: Sequence[str]) -> Burst:
        """Measure from the fork to the end of the frame with all these words, and until the screen has settled."""
        return self._burst(self._started, [word.encode() for word in words])

    def press(self, keys: str) -> Burst:
        """Press a key, or several at once, and measure until the screen has settled."""
        self.written_in(random.uniform(0, FRAME))  # else our keys keep time with its frames
        start = time.perf_counter()
        os.write(self._descriptor, keys.encode())
        return self._burst(start)

    def written_in(self, seconds: float) -> int:
        """Read on for some time, and return the number of bytes."""
        written, end = 0, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0 or self._comes(0):
            written += len(self._read(max(left, 0)))
        return written

    def idle(self, seconds: float) -> tuple[float, float]:
        """Return the share of a core used and the bytes a second written while nothing happens, once it has settled."""
        self.written_in(1)
        before = self._processor()
        written = self.written_in(seconds)
        return (self._processor() - before) / seconds, written / seconds

    def memory(self) -> dict[str, float]:
        """Return MiB in use: `Rss` all of it, `Pss` with what is shared with other programs divided among them."""
        path = Path(f"/proc/{self._pid}/smaps_rollup")
        lines = path.read_text("utf-8").splitlines()[1:] if path.exists() else []
        return {name.rstrip(":"): int(kibibytes) / 1024 for name, kibibytes, _ in map(str.split, lines)}

    def _burst(self, start: float, words: Sequence[bytes] = ()) -> Burst:
        """Measure until the screen has settled. Raises `TimeoutError` if nothing comes, or not all of the words."""
        seen = bytearray()
        first = last = 0.0
        while True:
            if chunk := self._read(QUIET):
                last = time.perf_counter() - start
                seen += chunk
                drawn = seen[: seen.rfind(FRAME_END)] if words and FRAME_END in seen else b"" if words else seen
                first = first or (last if drawn and all(word in drawn for word in words) else 0.0)
            elif first and not self._is_busy():
                return Burst(first, last, len(seen))
            elif time.perf_counter() - start > last + PATIENCE:
                raise TimeoutError(f"{words!r} did not come after {bytes(seen[-2000:])!r}")

    def _comes(self, seconds: float) -> bool:
        return bool(select.select([self._descriptor], [], [], seconds)[0])

    def _read(self, seconds: float) -> bytes:
        """Return what is written next; empty if that takes longer than this."""
        chunk = os.read(self._descriptor, 1 << 16) if self._comes(seconds) else b""
        if ASKED in chunk:
            os.write(self._descriptor, SUPPORTED)
        return chunk

    def _is_busy(self) -> bool:
        """Return whether more may come, as the program works or waits for the disk."""
        stat = self._stat()
        return bool(stat) and stat[0] != "S"

    def _processor(self) -> float:
        """Return the seconds of processor time used so far; not a number if nothing says so."""
        stat = self._stat()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK") if stat else math.nan

    def _stat(self) -> list[str]:
        """Return what Linux says of the program in `/proc`, from its state on; empty on other systems."""
        path = Path(f"/proc/{self._pid}/stat")
        return path.read_text("utf-8").rpartition(")")[2].split() if path.exists() else []
