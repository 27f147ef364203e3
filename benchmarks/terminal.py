"""lobgids in a terminal beside a bare Textual app; run as python benchmarks/terminal.py [--quick] [--noise].

Both run in pseudo-terminals of the same size, in a home of the benchmark's own, and take turns, key by key. A key is
timed to the first byte that it makes and to the last one before the screen rests, a start from its exec to the end of
the synchronised frame in which the whole question stands. With `--noise` the bare app stands in
both columns: how far its ratios are from 1 shows how exact the others are. Not for Windows; what only Linux reports,
such as memory, is '-' elsewhere.
"""

import argparse
import math
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bare import READY
from engine import begin, sensible
from screen import COLUMNS, LINES, Burst, Terminal

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.protocol import Answer, Ask, Move
from lobgids.log.events import Event
from lobgids.storage.reading import read
from lobgids.storage.writing import write_copy

BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
HOMES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
EARLY, LATE = 5, 1000
UP, DOWN, ENTER, TAB = "\x1b[A", "\x1b[B", "\r", "\t"
MOST = 120
"""More questions than a full conversation has."""


class Many(NamedTuple):
    """How often a start and a key are measured, and for how many seconds an idle app."""

    starts: int = 7
    keys: int = 20
    idle: float = 5.0


# What is measured.


class Bare:
    """The bare app in a terminal."""

    def __init__(self, home: Path, command: Sequence[str] = BARE, words: Sequence[str] = READY) -> None:
        homes = dict.fromkeys(HOMES, str(home))
        self.terminal = Terminal(command, {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **homes})
        self.started = self.terminal.start(words)

    def to_line(self) -> None:
        """Go from the options to the line for words."""
        self.terminal.press(TAB)

    def answer(self, key: str) -> Burst | None:
        """Bring the next question with a key; return None if this question takes other keys."""
        return self.terminal.press(key)

    def converse(self, most: int) -> int:
        """Answer to the end, or this many questions, and return how many there were."""
        return next((count for count in range(most) if self.answer(ENTER) is None), most)


class Guide(Bare):
    """The same for lobgids, on a new document or on one with these events."""

    def __init__(self, home: Path, events: Sequence[Event] = (), *, language: str = "nl") -> None:
        self.path = home / f"{len(list(home.glob('*.lobgids')))}.lobgids"
        conversation, _ = begin("full")
        if events:
            write_copy(self.path, conversation.header, events)
        conversation.replay([*events, Event(time="", kind="language", value=language)])
        options = () if events else ("--form", "full")
        super().__init__(
            home,
            (sys.executable, "-m", "lobgids", "talk", str(self.path), *options, "--lang", language),
            shown(conversation),
        )

    def to_line(self) -> None:
        """Do nothing: the first question has only the line."""

    def answer(self, key: str) -> Burst | None:
        """Bring the next question; what Enter sends is typed first, unmeasured. A number is sent with Enter."""
        ask = open_ask(read(self.path).events)
        if ask is None:
            return None
        if key != ENTER and ask.kind not in ("choice", "confirm", "scale"):
            self.answer(ENTER)
            return None
        if key != ENTER:
            return self.terminal.press(key + ENTER)
        words = "1 maart" if ask.kind == "date" else str(sensible(ask))
        self.terminal.press("a" if ask.options else words)
        return self.terminal.press(key)


def shown(conversation: Conversation) -> list[str]:
    """Return the single words of the question and its options, or of the farewell, as a line may be broken anywhere."""
    ask = conversation.ask
    texts = [ask.text.rpartition("\n")[2], *(option.text for option in ask.options)] if ask else []
    return " ".join(texts or [conversation.close().text]).split()


def open_ask(events: Sequence[Event]) -> Ask | None:
    """Return the question that is open after these events."""
    conversation, _ = begin("full")
    conversation.replay(events)
    return conversation.ask


def talked(turns: int) -> list[Event]:
    """Return the events of about so many turns: some answers, then notes and the same answers again."""
    conversation, events = begin("full")
    asked = list[str]()
    while conversation.ask and len(events) < turns:
        if len(asked) == EARLY:
            conversation.take(Move(move="note", text="Iets om te onthouden bij deze vraag."))
            conversation.take(Move(move="edit", to=asked[len(events) % EARLY]))
        else:
            asked.append(conversation.ask.id)
        conversation.take(Answer(answer=sensible(conversation.ask)))
    return events


# How it is measured.

Start = Callable[[], Bare]
Both = tuple[Bare, Bare]


def starts(starters: tuple[Start, Start], count: int, aim: str, name: str = "start") -> None:
    """Start both in turn, and print how long that takes; the first start of each does not count."""
    sides: tuple[list[Burst], list[Burst]] = ([], [])
    for number in range(count + 1):
        for side, start in zip(sides, starters, strict=True):
            program = start()
            program.terminal.close()
            if number:
                side.append(program.started)
    row(f"{name}: all is drawn, ms", milliseconds(sides, "first"), aim)
    row("  and the screen rests, ms", milliseconds(sides, "settled"))


def memory(name: str, both: Both, aim: str = "1.3") -> None:
    used = [program.terminal.memory() for program in both]
    row(f"memory {name}, MiB", [[mebibytes.get("Rss", math.nan)] for mebibytes in used], aim)
    row("  shared parts divided (PSS), MiB", [[mebibytes.get("Pss", math.nan)] for mebibytes in used], aim)


def idle(both: Both, seconds: float) -> None:
    used, wrote = zip(*(program.terminal.idle(seconds) for program in both), strict=True)
    row("idle: processor, % of a core", [[share * 100] for share in used], "0")
    row("idle: bytes a second", [[count] for count in wrote], "0")


def keys(name: str, both: Both, pressed: Iterable[str]) -> None:
    """Press the same keys in both, in turn, and print how long they take."""
    bursts = [[program.terminal.press(key) for program in both] for key in pressed]
    rows_of_key(name, list(zip(*bursts, strict=True)), "1.2")


def answers(both: Both, count: int, aim: str) -> None:
    """Answer with Enter and with numbers, and print how long the next question takes.

    A number only answers a question with a single answer; others are answered with Enter, which is not measured.
    """
    bursts: dict[str, tuple[list[Burst], list[Burst]]] = {ENTER: ([], []), "1": ([], [])}
    for _ in range(MOST):
        key = "1" if len(bursts["1"][1]) <= len(bursts[ENTER][1]) else ENTER
        for side, program in zip(bursts[key], both, strict=True):
            if (burst := program.answer(key)) and len(side) < count:
                side.append(burst)
        if all(len(side) == count for sides in bursts.values() for side in sides):
            break
    rows_of_key("Enter that answers", bursts[ENTER], aim)
    rows_of_key("number that answers", bursts["1"], aim)


# How it is printed.


def milliseconds(sides: Iterable[Sequence[Burst]], name: str) -> list[list[float]]:
    return [[getattr(burst, name) * 1000 for burst in side] for side in sides]


def rows_of_key(name: str, sides: Sequence[Sequence[Burst]], aim: str) -> None:
    row(f"{name}: first byte, ms", milliseconds(sides, "first"))
    row("  until the screen rests, ms", milliseconds(sides, "settled"), aim)
    row("  kB written", [[burst.written / 1000 for burst in side] for side in sides])


def row(name: str, sides: Sequence[Sequence[float]], aim: str = "") -> None:
    """Print medians with 90th percentiles, and the ratio of the medians."""
    base, other = (median(side) if side else math.nan for side in sides)
    ratio = f"{other / base:.2f}" if base > 0 else ""
    print(f"{name:36}{figures(sides[0]):>15}{figures(sides[1]):>15}{ratio:>8}{aim:>6}", flush=True)


def figures(values: Sequence[float]) -> str:
    """Return the median with the 90th percentile, a single value as it is, or a dash if there is none."""
    if len(values) > 1:
        return f"{median(values):.1f} / {sorted(values)[int(len(values) * 0.9)]:.1f}"
    return f"{values[0]:.1f}" if values and not math.isnan(values[0]) else "-"


def head(base: str, other: str) -> None:
    print(f"\n{'':36}{base:>15}{other:>15}{'ratio':>8}{'aim':>6}")


def close(both: Both) -> None:
    for program in both:
        program.terminal.close()


def beside_bare(bare: Start, new: Start, early: Start, many: Many) -> None:
    starts((bare, new), many.starts, "1.3")
    both = bare(), new()
    memory("at the first question", both)
    idle(both, many.idle)
    for program in both:
        program.to_line()
    keys("typing", both, "a" * many.keys)
    close(both)
    both = bare(), early()
    keys("arrow", both, [UP if number % 2 else DOWN for number in range(many.keys)])
    answers(both, many.keys, "2")
    close(both)
    both = bare(), new()
    count = both[1].converse(MOST)
    both[0].converse(count)
    memory(f"after {count} questions", both)
    close(both)


def early_and_late(starters: tuple[Start, Start], many: Many) -> None:
    starts(starters, many.starts, "1")
    both = starters[0](), starters[1]()
    memory("when it is opened", both, "1")
    answers(both, many.keys, "1")
    close(both)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time lobgids in a terminal beside a bare Textual app.")
    parser.add_argument("--quick", action="store_true", help="measure everything less often")
    parser.add_argument("--noise", action="store_true", help="measure the bare app beside itself")
    options = parser.parse_args()
    many = Many(3, 6, 1.0) if options.quick else Many()
    print(
        f"Python {platform.python_version()}, Textual {version('textual')}, {os.cpu_count()} cores, {COLUMNS}x{LINES};"
    )
    print(f"median / 90th percentile of {many.starts} starts and of {many.keys} of each key")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if options.noise:
            head("bare", "bare again")
            beside_bare(lambda: Bare(home), lambda: Bare(home), lambda: Bare(home), many)
            return
        logs = talked(EARLY), talked(LATE)
        head("bare", "lobgids")
        starts((lambda: Bare(home), lambda: Guide(home, language="en")), many.starts, "1.3", "start in English")
        starts((lambda: Bare(home), lambda: Guide(home, talked(MOST))), many.starts, "1.5", "start, finished talk")
        beside_bare(lambda: Bare(home), lambda: Guide(home), lambda: Guide(home, logs[0]), many)
        head(f"lobgids, turn {EARLY}", f"turn {LATE:,}")
        early_and_late((lambda: Guide(home, logs[0]), lambda: Guide(home, logs[1])), many)


if __name__ == "__main__":
    main()
