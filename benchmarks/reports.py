"""How long reports of a whole conversation take; run as python benchmarks/reports.py.

All in the same run: a command as a process of its own, beside the start of the interpreter; setting a report for the
first time in a fresh process, which imports the libraries; and setting it again, within this process.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from functools import cache, partial
from pathlib import Path

from timing import interpret, median

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.load import CONTENT, load
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.editions import Readers
from lobgids.report.files import as_file, held_on
from lobgids.session.review import reviewed
from lobgids.storage.names import FORMATS, Format
from lobgids.storage.reading import read

EXAMPLE = Path(__file__).parent.parent / "lobgids" / "examples" / "voorbeeld.lobgids"
RUNS = 7
SHOWN: tuple[Readers, ...] = ("me", "leadership")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report"
        print(f"interpreter alone {median(partial(interpret, 'pass'), RUNS) * 1000:.0f} ms")
        print(f"lobgids --version {median(partial(command, '--version'), RUNS) * 1000:.0f} ms")
        print(f"{'for':<12} {'as':<6} {'command':>9} {'set first':>9} {'set':>9} {'size':>9}")
        for readers in SHOWN:
            report = compose(conversation(), day(), ReportRequest(readers))
            for form in FORMATS:
                arguments = ("report", str(EXAMPLE), "--for", readers, "--as", form, "-o", str(out), "--force")
                whole = median(partial(command, *arguments), RUNS)
                first = first_time(f"set_once({readers!r}, {form!r})")
                alone = median(partial(as_file, report, form), RUNS)
                size = len(as_file(report, form)) / 1000
                took = f"{whole * 1000:6.0f} ms {first * 1000:6.1f} ms {alone * 1000:6.1f} ms"
                print(f"{readers:<12} {form:<6} {took} {size:6.0f} kB")
    for readers in SHOWN:
        first = first_time(f"compose_once({readers!r})")
        following = median(partial(composed, readers), RUNS)
        print(f"reading and composing, {readers}: first {first * 1000:.1f} ms, following {following * 1000:.1f} ms")


def command(*arguments: str) -> None:
    """Run lobgids in a fresh interpreter, and discard what it prints."""
    interpret(
        f"import sys; sys.stdout = open({os.devnull!r}, 'w'); from lobgids.cli.main import main;"
        f"sys.exit(main({list(arguments)!r}))"
    )


def composed(readers: Readers) -> None:
    compose(conversation(), day(), ReportRequest(readers))


def first_time(call: str) -> float:
    """Return the median of what a function here returns in fresh processes."""
    script = f"import reports; print(reports.{call})"
    run = partial(subprocess.check_output, [sys.executable, "-c", script], cwd=Path(__file__).parent)
    return statistics.median(float(run()) for _ in range(RUNS))


def set_once(readers: Readers, form: Format) -> float:
    """Return the seconds that setting a report takes the first time; composing it is not counted."""
    report = compose(conversation(), day(), ReportRequest(readers))
    start = time.perf_counter()
    as_file(report, form)
    return time.perf_counter() - start


def compose_once(readers: Readers) -> float:
    """Return the seconds that reading and composing take the first time, with the knowledge base loaded before."""
    localized("nl")
    start = time.perf_counter()
    composed(readers)
    return time.perf_counter() - start


def conversation() -> Conversation:
    return reviewed(read(EXAMPLE), localized)


def day() -> date:
    contents = read(EXAMPLE)
    return held_on(contents.header, contents.events)


@cache
def localized(code: str) -> LocalizedContent:
    language = Language(code or "nl", [catalogue_folder()])
    return LocalizedContent(language, load(CONTENT, language, Path(tempfile.mkdtemp())))


if __name__ == "__main__":
    main()
