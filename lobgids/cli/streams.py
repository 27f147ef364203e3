"""The standard streams: safe to use if they are closed or full, or if nobody reads them any more."""

import os
import sys
from contextlib import suppress

NOT_READ = 141
"""The exit code if nobody reads on: the one that shells give to a command that SIGPIPE ended."""
NO_STREAM = 74
"""The exit code if a stream cannot be read or written: EX_IOERR of sysexits.h."""


def prepare() -> None:
    """Replace streams that are closed, and let the others write any letter."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # until the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old Windows code page lacks some letters


def silence() -> None:
    """Discard what is left to write: Python would try once more at its end, and complain."""
    with suppress(OSError, ValueError):  # tests put streams without a number there
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:
                os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
