"""Where documents are: the folder for new ones, those in a folder, and the names that are free there."""

import os
from contextlib import suppress
from pathlib import Path

from lobgids import atomic
from lobgids.storage import names
from lobgids.storage.reading import is_document


def default_folder() -> Path:
    """Where new documents go: `lobgids` among the user's documents, else among the user's data."""
    import platformdirs

    ours = platformdirs.user_documents_path()
    is_usable = os.access(ours, os.W_OK | os.X_OK) and ours.is_dir()
    return ours / "lobgids" if is_usable else platformdirs.user_data_path("lobgids", appauthor=False)


def documents(folder: Path) -> list[Path]:
    """The documents in a folder, the one that changed last first."""
    found = []
    for left in _named(folder, names.standing_of(Path(names.SUFFIX)).name):
        is_there(left.with_suffix(""))
    for path in _named(folder, names.SUFFIX):
        with suppress(OSError):  # removed since
            if path.is_file():
                found.append((-path.stat().st_mtime_ns, path))
    return [path for _, path in sorted(found)]


def is_there(path: Path) -> bool:
    """Whether there is a document; one that lost its name to an erasing that was broken off gets it back.

    An earlier lobgids that erased what was taken back wrote what stands, removed the document, and then renamed.
    """
    left = names.standing_of(path) if path.name else path  # '.' and '/' have no name to put anything behind
    if not os.path.lexists(path) and left.is_file() and is_document(left):
        with suppress(OSError):
            atomic.give_name(left, path)
            left.unlink(missing_ok=True)
    return path.exists()


def _named(folder: Path, ending: str) -> list[Path]:
    """The files in a folder of which the name ends so; none where it may not be looked into."""
    try:
        return list(folder.glob(f"*{ending}"))
    except OSError:
        return []
