"""The facilitator's notes as lines that follow a document while it grows."""

from collections.abc import Callable
from pathlib import Path

from lobgids.dialogue.workshop.guidance import in_parts
from lobgids.session.review import reviewed
from lobgids.session.session import ContentByLanguage
from lobgids.storage.errors import DocumentError
from lobgids.storage.reading import read

PATIENCE = 12
"""How many looks at a document in a row may find none that can be read."""


def notes(path: Path, content_in: ContentByLanguage, language: str = "") -> list[str] | None:
    """Return the notes at a document's open question as lines; None if it is no workshop. Raises `DocumentError`."""
    conversation = reviewed(read(path), content_in, language)
    spoken = conversation.view.language
    if not conversation.track.guidance:
        return None
    guidance = conversation.guidance()
    if guidance is None:
        return [spoken.gettext("Dit gesprek is afgerond.")]
    lines: list[str] = []
    for part in in_parts(guidance, spoken):
        lines += [part.heading.upper(), *(f"- {text}" for text in part.texts), ""]
    return lines


def follow(path: Path, show: Callable[[], None], wait: Callable[[], None]) -> None:
    """Call `show` whenever a document has changed, until `wait` is interrupted.

    Only its size and time are looked at, so that nothing is read while nothing happens. It may be away for a moment, as
    in a folder that is synchronised. Raises `FileNotFoundError` or `DocumentError` if it stays away.
    """
    seen, away = None, 0
    while True:
        try:
            now = path.stat()
            if (now.st_size, now.st_mtime_ns) != seen:
                show()
                seen = (now.st_size, now.st_mtime_ns)
            away = 0
        except (FileNotFoundError, DocumentError):
            away += 1
            if away > PATIENCE:
                raise
        wait()
