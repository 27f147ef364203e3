"""How long the knowledge base takes to load, beside parsing its YAML; run as python benchmarks/loading.py.

Each row is the median of several runs in this process, after a warm-up. Imports are measured apart, each in a
fresh interpreter, less the time of one that imports nothing.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml
from timing import interpret, median

from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.authoring.folder import read
from lobgids.kb.files import content_files
from lobgids.kb.load import CONTENT, load

RUNS = 7


def main() -> None:
    texts = [path.read_text("utf-8") for _, path in content_files(CONTENT)]
    cache = Path(tempfile.mkdtemp())
    dutch, english = (Language(code, [catalogue_folder()]) for code in ("nl", "en"))
    rows: list[tuple[str, Callable[[], object]]] = [
        ("yaml.safe_load of all files (pure Python)", lambda: [yaml.load(text, yaml.SafeLoader) for text in texts]),
        ("the same with the C loader", lambda: [yaml.load(text, yaml.CSafeLoader) for text in texts]),
        ("strict reading: places, structure, references", lambda: read(CONTENT)),
        ("load, packed, Dutch", lambda: load(CONTENT, dutch, cache)),
        ("load, packed, English", lambda: load(CONTENT, english, cache)),
        ("load, packed, Dutch, and unpack all of it", lambda: list(load(CONTENT, dutch, cache).parts())),
    ]
    print(f"{len(texts)} files, {sum(map(len, texts)) / 1000:.0f} kB of YAML, Python {sys.version.split()[0]}")
    for name, run in rows:
        run()
        print(f"{median(run, RUNS) * 1000:9.1f} ms  {name}")
    bare = median(lambda: interpret("pass"), RUNS)
    for name, statement in (
        ("importing the loader", "import lobgids.kb.load"),
        ("importing what reads YAML strictly", "import lobgids.kb.authoring.folder"),
        ("importing Babel's dates, lists and numbers", "import babel.dates, babel.lists, babel.numbers"),
    ):
        print(f"{(median(lambda statement=statement: interpret(statement), RUNS) - bare) * 1000:9.1f} ms  {name}")
    print(f"{bare * 1000:9.1f} ms  (the interpreter itself: python -c pass)")


if __name__ == "__main__":
    main()
