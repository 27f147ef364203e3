"""Opening a file in the program that this machine has for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_file(path: Path) -> bool:
    """Open a file, and return whether this machine has a program for it."""
    try:
        return _launch(path.absolute())
    except OSError:
        return False


def _launch(path: Path) -> bool:
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606  # a report of ours
        return True
    command = "open" if sys.platform == "darwin" else "xdg-open"
    has_screen = sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if not has_screen or shutil.which(command) is None:
        return False
    quiet = subprocess.DEVNULL  # output of that program would be written across our screen
    subprocess.Popen([command, path], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603
    return True
