"""What a command reads from and writes to, where these are closed, full, or nobody reads any more."""

import os
import sys
from contextlib import suppress

NOT_READ = 141
"""What a command ends with where nobody reads on: as shells tell of one that SIGPIPE ended."""
NO_STREAM = 74
"""What a command ends with where it cannot read or write: EX_IOERR of sysexits.h."""


def prepare() -> None:
    """Put something in the place of streams that are closed, and let no letter stop the others."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  # until the end
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # an old Windows code page lacks some letters


def silence() -> None:
    """Let what is left to write go nowhere: Python would try once more at its end, and complain."""
    with suppress(OSError, ValueError):  # tests put streams without a number there
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except OSError:
                os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
