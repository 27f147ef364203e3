"""How long it takes to read a document and to append to it; run as python benchmarks/documents.py [FOLDER].

Each figure is the median of several runs in this process, after a warm-up, in a temporary folder in FOLDER, as the
disk decides what an append costs. Importing filelock, which only writers do, is counted apart, in a fresh interpreter.
"""

import sys
import tempfile
from functools import partial
from pathlib import Path

from timing import interpret, median

from lobgids.log.events import FORMAT, Event, Header
from lobgids.log.state import fold
from lobgids.storage.document import Document
from lobgids.storage.reading import read

RUNS = 15
APPENDS = 200
HEADER = Header(
    lobgids=FORMAT,
    id="0f8d",
    created="2026-09-01T08:00:00Z",
    track="decaan",
    knowledge_base="lobgids-vo",
    knowledge_base_version="1",
    seed="7",
)
EVENT = Event(
    time="2026-09-01T08:00:00Z", kind="answered", ask="c05.situation", value={"option": "c05.m2", "quote": "b, " * 20}
)


def main() -> None:
    parent = sys.argv[1] if len(sys.argv) > 1 else None
    print(f"{'events':>8} {'kB':>8} {'read':>11} {'and fold':>11} {'open, close':>12} {'append':>11}")
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        for size in (100, 1_000, 10_000):
            path = Path(folder) / f"{size}.lobgids"
            with Document.create(path, HEADER) as document:
                document.append([EVENT] * size)
            kilobytes = path.stat().st_size / 1000
            figures = [
                median(partial(read, path), RUNS),
                median(lambda path=path: fold(read(path).events), RUNS),
                median(partial(open_and_close, path), RUNS),
            ]
            with Document.open(path) as document:
                figures.append(median(partial(document.append, [EVENT]), APPENDS))
            columns = (f"{seconds * 1000:.2f} ms" for seconds in figures)
            print(f"{size:8} {kilobytes:8.0f}", *map(str.rjust, columns, (11, 11, 12, 11)))
    importing = median(lambda: interpret("import filelock"), RUNS) - median(lambda: interpret("pass"), RUNS)
    print(f"import filelock: {importing * 1000:.0f} ms")


def open_and_close(path: Path) -> None:
    Document.open(path).close()


if __name__ == "__main__":
    main()
