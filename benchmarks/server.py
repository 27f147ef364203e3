"""What an answer costs `lobgids serve`, beside the engine alone in the same run; run as python benchmarks/server.py.

First one decaan without a pause: processor time of the server for an answer, beside that of folding the document and
taking the answer in this process. The two take turns, as how fast a shared machine is may change twofold within
seconds. What it takes to begin a conversation counts as the server's, too. Then two hundred decanen who think two
seconds: how long each waits, and what memory the server has. The terminal in a browser (textual-serve) was measured at
35 MiB a session.
"""

import asyncio
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean, quantiles
from urllib.parse import urlencode

from engine import begin

from lobgids.dialogue.protocol import Answer
from lobgids.log.events import Event
from tests.conftest import sensible
from tests.fakes.pages import fields_for

DECANEN, THINKING, SECONDS = 200, 2.0, 30.0
TERMINAL = 35
"""MiB of a session of textual-serve, measured apart."""
TICKS = os.sysconf("SC_CLK_TCK")


Fields = dict[str, list[str]]
SKIP: Fields = {"move": ["skip"]}
OK = 200
TIMES = 3
ROUNDS, OF_ROUND = 12, 2.0
"""How often the engine and the server take turns, and for how many seconds the server is asked then."""


def forms() -> tuple[dict[str, Fields], float]:
    """What a short conversation is answered with by ask, and the milliseconds of the engine for each, in the mean."""
    talk, events = begin("short")
    talk.draw_grids(can=True)
    filled: dict[str, Fields] = {"welcome.form": {"answer": ["form.short"]}}
    costs = []
    while talk.ask:
        value = sensible(talk.ask)
        filled[talk.ask.id] = fields_for(talk.ask, value)
        costs += [folded_and_taken(events, value) for _ in range(TIMES)]
        talk.take(Answer(answer=value))
    return filled, 1000 * mean(costs)


def folded_and_taken(events: Sequence[Event], value: object) -> float:
    """The seconds of processor time that folding these events and taking an answer takes."""
    started = time.process_time()
    again, kept = begin("short")
    again.draw_grids(can=True)
    kept += events
    again.replay(events)
    again.take(Answer(answer=value))  # type: ignore[arg-type]  # whatever fits the question
    return time.process_time() - started


def cpu_of(pid: int) -> float:
    """The seconds of processor time that a process took."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def pss_of(pid: int) -> float:
    """The MiB of a process, with shared parts divided."""
    found = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8"), re.MULTILINE)
    return int(found[1]) / 1024 if found else 0.0


class Line:
    """A connection that stays open, as a browser keeps it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def post(self, path: str, fields: Fields, *, part: bool) -> tuple[int, bytes]:
        """Send a form, and return the status and what came back."""
        body = urlencode(fields, doseq=True).encode()
        head = (
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        ) + ("X-Part: 1\r\n\r\n" if part else "\r\n")
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reading, writing = self._streams
        writing.write(head.encode() + body)
        told = await reading.readuntil(b"\r\n\r\n")
        length = re.search(rb"^content-length: (\d+)", told, re.MULTILINE | re.IGNORECASE)
        return int(told.split(b" ", 2)[1]), told + await reading.readexactly(int(length[1]) if length else 0)


async def hold(port: int, root: str, filled: Mapping[str, Fields], think: float, until: float) -> list[float]:
    """Hold conversations until a moment; the seconds that each answer took."""
    waits: list[float] = []
    line = Line(port)
    while time.monotonic() < until:
        _, began = await line.post(f"{root}/begin?lang=nl", {"track": ["decaan"]}, part=False)
        talk = re.findall(rb"^location: (\S+)", began, re.MULTILINE | re.IGNORECASE)[0].decode()
        ask = "welcome.school"
        while ask != "closing.next" and time.monotonic() < until:
            await asyncio.sleep(think * (0.5 + random.random()))
            started = time.monotonic()
            status, reply = await line.post(talk, {"ask": [ask], **filled.get(ask, SKIP)}, part=True)
            waits.append(time.monotonic() - started)
            assert status == OK, (ask, status)
            ask = re.findall(rb'name="ask" value="([^"]+)"', reply)[0].decode()
    return waits


def served() -> Iterator[tuple[int, int, str]]:
    """Yield the process, port and secret of a server with a folder of its own."""
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen(
            [sys.executable, "-m", "lobgids", "serve", "--no-open", "--lang", "nl"],
            stdout=subprocess.PIPE, text=True, env={**os.environ, "HOME": home, "XDG_DOCUMENTS_DIR": home},
        )  # fmt: skip
        assert process.stdout is not None
        found = re.search(r":(\d+)(/\S+)/", process.stdout.readline() + process.stdout.readline())
        assert found is not None
        try:
            yield process.pid, int(found[1]), found[2]
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()


async def many(port: int, root: str, filled: Mapping[str, Fields]) -> list[float]:
    until = time.monotonic() + SECONDS
    held = (hold(port, root, filled, THINKING, until) for _ in range(DECANEN))
    return [wait for waits in await asyncio.gather(*held) for wait in waits]


def told(name: str, waits: Sequence[float]) -> None:
    cuts = quantiles(waits, n=100)
    print(f"{name}: {len(waits)} answers, p50 {1000 * cuts[49]:.1f} ms, p99 {1000 * cuts[98]:.1f} ms")


def one_decaan(pid: int, port: int, root: str) -> None:
    """Tell what an answer costs the engine alone and the server."""
    waits: list[float] = []
    alone, spent = [], 0.0
    for _ in range(ROUNDS):
        filled, engine = forms()
        alone.append(engine)
        before = cpu_of(pid)
        waits += asyncio.run(hold(port, root, filled, 0, time.monotonic() + OF_ROUND))
        spent += cpu_of(pid) - before
    each = 1000 * spent / len(waits)
    told("one decaan", waits)
    print(f"processor time of the engine alone, fold and take: {mean(alone):.2f} ms an answer")
    print(f"processor time of the server: {each:.2f} ms an answer, {each / mean(alone):.2f} x the engine alone")


def main() -> None:
    filled, _ = forms()
    for pid, port, root in served():
        asyncio.run(hold(port, root, filled, 0, time.monotonic() + 5))  # to get warm
        one_decaan(pid, port, root)
        told(f"{DECANEN} decanen who think {THINKING:.0f} s", asyncio.run(many(port, root, filled)))
        pss = pss_of(pid)
        sessions = DECANEN / pss * 1024
        times = sessions / (1024 / TERMINAL)
        print(f"memory with {DECANEN}: {pss:.0f} MiB, so {sessions:.0f} a GiB: {times:.0f} x a terminal in the browser")


if __name__ == "__main__":
    main()
