"""How long reports of a whole conversation take, run as python benchmarks/reports.py.

All in one run: a command as a process of its own beside the start of the interpreter, and the setting alone within
this process, once its libraries are imported.
"""

import os
import tempfile
from datetime import date
from functools import cache, partial
from pathlib import Path

from timing import interpret, median

from lobgids.dialogue.conversation import Conversation, Tongue
from lobgids.document import read
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.load import CONTENT, load
from lobgids.report.compose import Readers, Request, compose
from lobgids.report.files import FORMATS, as_file, held_on
from lobgids.review import reviewed

EXAMPLE = Path(__file__).parent.parent / "lobgids" / "examples" / "voorbeeld.lobgids"
RUNS = 7
SHOWN: tuple[Readers, ...] = ("me", "leadership")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "report"
        print(f"interpreter alone {median(partial(interpret, 'pass'), RUNS) * 1000:.0f} ms")
        print(f"lobgids --version {median(partial(command, '--version'), RUNS) * 1000:.0f} ms")
        print(f"{'for':<12} {'as':<6} {'command':>9} {'set':>9} {'size':>9}")
        for readers in SHOWN:
            made = compose(conversation(), day(), Request(readers))
            for form in FORMATS:
                arguments = ("report", str(EXAMPLE), "--for", readers, "--as", form, "-o", str(out), "--force")
                whole = median(partial(command, *arguments), RUNS)
                alone = median(partial(as_file, made, form), RUNS)
                size = len(as_file(made, form)) / 1000
                print(f"{readers:<12} {form:<6} {whole * 1000:6.0f} ms {alone * 1000:6.1f} ms {size:6.0f} kB")
    print(f"reading and composing {median(composed, RUNS) * 1000:.1f} ms")


def command(*arguments: str) -> None:
    """Run lobgids in a fresh interpreter, with what it says thrown away."""
    interpret(
        f"import sys; sys.stdout = open({os.devnull!r}, 'w'); from lobgids.cli import main; main({list(arguments)!r})"
    )


def composed() -> None:
    compose(conversation(), day(), Request("me"))


def conversation() -> Conversation:
    return reviewed(read(EXAMPLE), tongue)


def day() -> date:
    contents = read(EXAMPLE)
    return held_on(contents.header, contents.events)


@cache
def tongue(code: str) -> Tongue:
    language = Language(code or "nl", [catalogue_folder()])
    return Tongue(language, load(CONTENT, language, Path(tempfile.mkdtemp())))


if __name__ == "__main__":
    main()
