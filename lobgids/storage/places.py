"""Where a document goes: among the user's documents under a free name, or to a typed path."""

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
    """A new document in the default folder, named by date and track. Raises `DocumentError`."""
    day = datetime.now(UTC).astimezone().date()
    for number in count(1):
        ending = f" {number}" if number > 1 else ""
        try:
            return Document.create(default_folder() / f"{day} {header.track}{ending}{SUFFIX}", header)
        except DocumentError as error:
            if error.reason != "exists":
                raise
    raise AssertionError("there is always a next number")


def elsewhere(path: Path, typed: str = "") -> Path:
    """The path for a document that moves: by a typed name, in the default folder unless it names another.

    `path` is where the document was. If nothing was typed, it keeps its name, with a number if that is taken.
    """
    if not typed:
        same_name = default_folder() / path.name
        return numbered(same_name) if os.path.lexists(same_name) else same_name
    target = default_folder() / at_home(typed)
    if os.path.isdir(target):  # noqa: PTH112  # Path.is_dir raises for a name that is too long
        return target / path.name
    return target if target.suffix == SUFFIX else target.with_name(f"{target.name}{SUFFIX}")
