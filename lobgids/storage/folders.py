"""Where documents are: the folder for new ones, and the documents in a folder."""

import os
from contextlib import suppress
from pathlib import Path

from lobgids import atomic
from lobgids.storage import names
from lobgids.storage.reading import is_document


def default_folder() -> Path:
    """Where new documents go: `lobgids` among the user's documents, else among the user's data."""
    import platformdirs

    parent = platformdirs.user_documents_path()
    is_usable = os.access(parent, os.W_OK | os.X_OK) and parent.is_dir()
    return parent / "lobgids" if is_usable else platformdirs.user_data_path("lobgids", appauthor=False)


def received() -> tuple[Path, ...]:
    """Where people put files that they were sent."""
    import platformdirs

    return (
        platformdirs.user_downloads_path(), platformdirs.user_documents_path(), platformdirs.user_desktop_path(),
    )  # fmt: skip


def documents(folder: Path) -> list[Path]:
    """The documents in a folder, the last changed first."""
    found = []
    for standing in _named(folder, names.standing_of(Path(names.SUFFIX)).name):
        is_there(standing.with_suffix(""))  # which gives a document its name back
    for path in _named(folder, names.SUFFIX):
        with suppress(OSError):  # removed since
            if path.is_file():
                found.append((-path.stat().st_mtime_ns, path))
    return [path for _, path in sorted(found)]


def is_there(path: Path) -> bool:
    """Whether there is a file; a document that lost its name to an interrupted erasing gets it back first.

    An earlier lobgids, erasing what was taken back, wrote a file with what stands, removed the document, and then
    renamed the file.
    """
    standing = names.standing_of(path) if path.name else path  # '.' and '/' have no name to add anything to
    if not os.path.lexists(path) and standing.is_file() and is_document(standing):
        with suppress(OSError):
            atomic.give_name(standing, path)
            standing.unlink(missing_ok=True)
    return path.exists()


def _named(folder: Path, ending: str) -> list[Path]:
    """The files in a folder whose names end so; empty if the folder cannot be read."""
    try:
        return list(folder.glob(f"*{ending}"))
    except OSError:
        return []
