"""The command that started this process, as it can be typed again on this machine on another day."""

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
    """Return a command of ours with these arguments, to paste in the shell of this machine."""
    words = [*_started_as(), *(str(argument) for argument in arguments)]
    return for_powershell(words) if os.name == "nt" else shlex.join(map(clean, words))


def _started_as() -> list[str]:
    """Return the words that start this program: its bare name if a new terminal finds it by that, else its path."""
    script = Path(sys.argv[0])
    if script.with_suffix("").name != NAME:  # `python -m lobgids`
        return [_found_as(Path(sys.executable)), "-m", NAME]
    return [_found_as(script)]


def _found_as(program: Path) -> str:
    """Return a program's name if PATH finds it without an active venv, which ends with its terminal; else its path."""
    found = shutil.which(program.name)
    venv = os.environ.get("VIRTUAL_ENV")
    if found is None or not _is_same(Path(found), program):
        return str(program.absolute())
    is_lasting = not venv or not Path(found).absolute().is_relative_to(Path(venv).absolute())
    return program.name if is_lasting else str(program.absolute())


def _is_same(path: Path, other: Path) -> bool:
    """Return whether two paths are the same; Windows leaves out `.exe` in the name of a script."""
    return path.absolute().with_suffix("") == other.absolute().with_suffix("")


def for_powershell(words: list[str]) -> str:
    """Return words for PowerShell, which runs a quoted program only behind an ampersand."""
    shown = [_in_powershell(clean(word)) for word in words]
    return " ".join(["&", *shown] if shown[0].startswith("'") else shown)


def _in_powershell(word: str) -> str:
    if PLAIN_IN_POWERSHELL.fullmatch(word):
        return word
    return "'" + QUOTES_IN_POWERSHELL.sub(r"\g<0>\g<0>", word) + "'"
