"""The facilitator's notes as lines that follow a document while it grows."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from lobgids.dialogue.workshop.guidance import in_parts
from lobgids.dialogue.workshop.timing import on_time
from lobgids.i18n import Language
from lobgids.lines.plain import width_of, wrapped
from lobgids.session.group_clock import minutes_together
from lobgids.session.review import reviewed
from lobgids.session.session import ContentByLanguage
from lobgids.session.session import now as moment
from lobgids.storage.errors import DocumentError
from lobgids.storage.reading import read
from lobgids.text import clean

BELOW = 3
"""The lines of a window that stay free: that of the cursor, and two for what did not fit."""

PATIENCE = 12
"""How many looks at a document in a row may find none that can be read."""


def notes(path: Path, content_in: ContentByLanguage, language: str = "") -> list[list[str]] | None:
    """Return the notes at a document's open question in parts, what to do now first; None if it is no workshop.

    Raises `DocumentError`.
    """
    contents = read(path)
    conversation = reviewed(contents, content_in, language)
    spoken = conversation.view.language
    if not conversation.track.guidance:
        return None
    guidance = conversation.guidance()
    if guidance is None:
        return [[spoken.gettext("Dit gesprek is afgerond.")]]
    told = [(part.heading, part.texts) for part in in_parts(guidance, spoken)]
    since = minutes_together(contents.events, datetime.fromisoformat(moment()))
    here = next((stop.id for stop in conversation.overview().path if stop.state == "present"), "")
    time = [*on_time(conversation.view, here, since)]
    parked = [note.text for note in conversation.view.state.notes if not note.own_words]
    beside = [(spoken.gettext("De tijd"), time), (spoken.gettext("Geparkeerd"), parked)]
    parts = [*told[:1], *(part for part in beside if part[1]), *told[1:]]
    return [[heading.upper(), *(f"- {clean(text)}" for text in texts), ""] for heading, texts in parts]


def fitting(parts: Sequence[Sequence[str]], height: int, width: int, language: Language) -> list[str]:
    """Return the lines of the parts that fit a window, what to do now in any case; then which heading did not fit."""
    shown, left = list(parts[0]), [*parts[1:]]
    room = height - BELOW - _height(shown, width)
    while left and (needed := _height(left[0], width)) <= room:
        shown, room = [*shown, *left.pop(0)], room - needed
    if left:
        pattern = language.gettext("Maak dit venster hoger voor: {headings}")
        shown.append(pattern.format(headings="; ".join(part[0].capitalize() for part in left)))
    return shown


def _height(lines: Sequence[str], width: int) -> int:
    return sum(1 for line in lines for _ in wrapped(line, width_of(width)))


def follow(
    path: Path, show: Callable[[], None], wait: Callable[[], None], minute: Callable[[], int] = lambda: 0
) -> None:
    """Call `show` whenever a document has changed, or the `minute` did, until `wait` is interrupted.

    Only its size and time are looked at, so that nothing is read while nothing happens. It may be away for a moment, as
    in a folder that is synchronised. Raises `FileNotFoundError` or `DocumentError` if it stays away.
    """
    seen, away = None, 0
    while True:
        try:
            now = path.stat()
            state = (now.st_size, now.st_mtime_ns, minute())
            if state != seen:
                show()
                seen = state
            away = 0
        except (FileNotFoundError, DocumentError):
            away += 1
            if away > PATIENCE:
                raise
        wait()
