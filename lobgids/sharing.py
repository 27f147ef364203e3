"""A copy of a document for others: what stands in it, or that without any word that anybody typed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from lobgids.dialogue.brief import brief_in
from lobgids.dialogue.events import Contents, Event
from lobgids.dialogue.interpret import clean
from lobgids.dialogue.state import ANSWERING, standing_events
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.dialogue.votes import BY_GROUP, GROUPS
from lobgids.i18n import Language
from lobgids.kb.lookup import all_entries
from lobgids.review import reviewed
from lobgids.session import Tongues
from lobgids.storage.reading import read
from lobgids.storage.writing import write_copy

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def share(file: Path, out: Path, tongues: Tongues, *, without_words: bool) -> None:
    """Copy a document without what was taken back, or also without words of one's own. Raises `DocumentError`."""
    copy = copy_of(read(file), tongues, without_words=without_words)
    write_copy(out, copy.header, copy.events)


def copy_of(contents: Contents, tongues: Tongues, *, without_words: bool) -> Contents:
    """What is in such a copy."""
    events: Iterable[Event] = standing_events(contents.events)
    if without_words:
        events = wordless(reviewed(contents, tongues).view, list(events))
    return Contents(replace(contents.header, shared=True), list(events))


def told(out: Path, language: Language, *, without_words: bool) -> str:
    """Where the copy is and what is not in it, in words."""
    _ = language.gettext
    if without_words:
        sentence = _("De kopie staat in {path}, zonder wat je teruggenomen hebt en zonder wat je zelf getypt hebt.")
    else:
        sentence = _("De kopie staat in {path}, zonder wat je teruggenomen hebt. Je eigen woorden staan er nog in.")
    return sentence.format(path=clean(str(out)))


def wordless(view: View, events: Sequence[Event]) -> Iterator[Event]:
    """The events without notes, quotes, free texts and the name of the school; `view` is what they come to.

    A text stays an answer, an empty one, so that the question is not asked again. Only what surely is nobody's own
    text is copied: options, numbers, days, yes and no.
    """
    drafts = {ask: draft_of(view, ask) for ask in {event.ask for event in events}}
    offered = {option.id for draft in drafts.values() if draft for option in draft.options}
    known = frozenset(offered | {entry.id for entry in all_entries(view.base)} | {BY_GROUP} | GROUPS)
    for event in events:
        draft = drafts[event.ask]
        if brief_in(event.value):  # ids of the knowledge base and days: nobody typed it
            yield event
        elif event.kind in ANSWERING and event.value is not None:
            is_text = draft is not None and draft.kind == "text"
            yield replace(event, value="" if is_text else _chosen(event.value, known))
        elif event.kind not in ("noted", "proposed"):  # what was proposed and confirmed is an answer as well
            yield event


def _chosen(value: Any, known: frozenset[str]) -> Any:
    """What of a value is no text of one's own."""
    match value:
        case {"choice": choice}:
            return _chosen(choice, known)
        case dict():  # votes: numbers behind the ids of options, for each group
            return {one: _chosen(count, known) for one, count in value.items() if one in known}
        case list():
            return [one for one in value if isinstance(one, str) and one in known]
        case str():
            return value if value in known or _DAY.fullmatch(value) else ""
        case bool() | int() | None:
            return value
    return ""
