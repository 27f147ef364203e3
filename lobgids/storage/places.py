"""Where a document goes: among the user's documents under a free name, or where somebody types."""

import os
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from lobgids.log.events import Header
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
from lobgids.storage.folders import default_folder
from lobgids.storage.names import SUFFIX, at_home, numbered


def create(header: Header) -> Document:
    """A new document in the default folder, named by date and track."""
    day = datetime.now(UTC).astimezone().date()
    for number in count(1):
        again = f" {number}" if number > 1 else ""
        try:
            return Document.create(default_folder() / f"{day} {header.track}{again}{SUFFIX}", header)
        except DocumentError as error:
            if error.reason != "exists":
                raise
    raise AssertionError("there is always a next number")


def elsewhere(path: Path, typed: str = "") -> Path:
    """The file that a typed name is of, among the documents if it names no folder; else a free name there.

    `path` is what the document was called before.
    """
    if not typed:
        usual = default_folder() / path.name
        return numbered(usual) if os.path.lexists(usual) else usual
    there = default_folder() / at_home(typed)
    if os.path.isdir(there):  # noqa: PTH112  # Path.is_dir raises for a name that is too long
        return there / path.name
    return there if there.suffix == SUFFIX else there.with_name(f"{there.name}{SUFFIX}")
