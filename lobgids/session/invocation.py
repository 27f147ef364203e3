"""The command that started this process, as one types it again on this machine, on another day too."""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

from lobgids.text import clean

NAME = "lobgids"
PLAIN_IN_POWERSHELL = re.compile(r"[\w:\\/.=+-]+")
QUOTES_IN_POWERSHELL = re.compile("['‘’‚‛]")
"""PowerShell takes the curly ones for straight ones; doubled, each stands for itself."""


def invocation(*arguments: str | Path) -> str:
    """A command of ours with these arguments, to paste in the shell of this machine."""
    words = [*_started_as(), *(str(one) for one in arguments)]
    return for_powershell(words) if os.name == "nt" else shlex.join(map(clean, words))


def _started_as() -> list[str]:
    """The bare name only where a new terminal finds this very program by it, else the whole path."""
    script = Path(sys.argv[0])
    if script.with_suffix("").name != NAME:  # `python -m lobgids`
        return [_found_as(Path(sys.executable)), "-m", NAME]
    return [_found_as(script)]


def _found_as(program: Path) -> str:
    """A program by its name where the path finds it; an active venv is not counted, as it ends with its terminal."""
    there = Path(found) if (found := shutil.which(program.name)) else None
    active = os.environ.get("VIRTUAL_ENV")
    if there and _same(there, program) and not (active and there.absolute().is_relative_to(Path(active).absolute())):
        return program.name
    return str(program.absolute())


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one; Windows leaves out `.exe` where it names a script."""
    return one.absolute().with_suffix("") == other.absolute().with_suffix("")


def for_powershell(words: list[str]) -> str:
    """Words for PowerShell, where a program in quotes is only run behind an ampersand."""
    shown = [_in_powershell(clean(word)) for word in words]
    return " ".join(["&", *shown] if shown[0].startswith("'") else shown)


def _in_powershell(word: str) -> str:
    if PLAIN_IN_POWERSHELL.fullmatch(word):
        return word
    return "'" + QUOTES_IN_POWERSHELL.sub(r"\g<0>\g<0>", word) + "'"
