"""How fast the engine turns an answer into the next question; run as python benchmarks/engine.py.

One full and one short conversation in memory, disk apart, beside the bare cost of a trigger of the state machine's
library in the same run; then the start of the JSON front end to its first question, beside the interpreter alone.
"""

import functools
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from transitions import Machine

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Ask
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.load import CONTENT, load
from lobgids.log.events import Event, Form, Header

CACHE = Path(tempfile.mkdtemp())
STARTS = 5


@functools.cache
def localized(code: str) -> LocalizedContent:
    language = Language(code or "nl", [catalogue_folder()])
    return LocalizedContent(language, load(CONTENT, language, CACHE))


def begin(form: Form) -> tuple[Conversation, list[Event]]:
    """Return a new conversation in memory, and the list that its events are kept in."""
    events: list[Event] = []
    header = Header(
        lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track="decaan", seed="5eed", form=form, language="nl",
        knowledge_base="lobgids-vo", knowledge_base_version="1",
    )  # fmt: skip
    return Conversation(header, content_in=localized, keep=events.extend, now=lambda: "2026-11-23T12:00:00Z"), events


def sensible(ask: Ask) -> Any:
    """Return an answer that fits."""
    by_kind: dict[str, Any] = {"text": "Iets", "date": "2027-03-01", "confirm": True, "scale": 2, "number": 2}
    if ask.kind in by_kind:
        return by_kind[ask.kind]
    ids = [option.id for option in ask.options]
    wanted = next((id_ for id_ in ids if id_.endswith(".m2")), ids[0])
    return wanted if ask.kind == "choice" else [wanted]


def turns(form: Form) -> Iterator[tuple[str, float, float]]:
    """Yield each answered ask with the milliseconds to the next: the state kept, and folded from scratch."""
    kept, events = begin(form)
    while kept.ask:
        ask = kept.ask.id
        answer = Answer(answer=sensible(kept.ask))
        taking = timed(lambda answer=answer: kept.take(answer))
        fresh, _ = begin(form)
        yield ask, taking, timed(lambda fresh=fresh: fresh.replay(events))


def timed(run: Callable[[], object]) -> float:
    """Return the milliseconds that a call takes."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


def trigger() -> float:
    """Return the microseconds of a bare trigger of the library."""
    machine = Machine(states=["a", "b"], transitions=[["go", "a", "b"], ["go", "b", "a"]], initial="a",
                      auto_transitions=False)  # fmt: skip
    rounds = 2000
    return timed(lambda: [machine.go() for _ in range(rounds)]) * 1000 / rounds  # type: ignore[attr-defined]


def main() -> None:
    print(f"bare trigger of transitions: {trigger():.0f} us")
    print(f"{'form':6} {'turns':>5} {'median':>8} {'90th':>8} {'largest':>8}  at                  from scratch, median")
    forms: tuple[Form, ...] = ("full", "short")
    for form in forms:
        list(turns(form))
        measured = list(turns(form))
        ordered = sorted(taking for _, taking, _ in measured)
        slowest = max(measured, key=lambda turn: turn[1])
        scratch = statistics.median(folding for _, _, folding in measured)
        ninetieth = ordered[int(len(ordered) * 0.9)]
        print(f"{form:6} {len(measured):5} {statistics.median(ordered):5.2f} ms {ninetieth:5.2f} ms "
              f"{slowest[1]:5.2f} ms  {slowest[0]:20}{scratch:.2f} ms")  # fmt: skip
    bare = statistics.median(timed(lambda: run("-c", "pass")) for _ in range(STARTS))
    first = statistics.median(timed(first_ask) for _ in range(STARTS))
    print(f"start of 'lobgids talk --json' to its first ask: {first:.0f} ms; python -c pass: {bare:.0f} ms")


def run(*arguments: str) -> None:
    """Run the interpreter."""
    subprocess.run([sys.executable, *arguments], check=True, stdin=subprocess.DEVNULL)


def first_ask() -> None:
    """Start the JSON front end and wait for its first ask."""
    document = Path(tempfile.mkdtemp()) / "a.lobgids"
    with subprocess.Popen(
        [sys.executable, "-m", "lobgids", "talk", str(document), "--json", "--lang", "nl"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdin is not None
        while b'"ask"' not in process.stdout.readline():
            pass
        process.stdin.close()


if __name__ == "__main__":
    main()
