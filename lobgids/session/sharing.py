"""A copy of a document for others: without what was taken back, or also without any word that somebody typed."""

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec.structs import replace

from lobgids.dialogue.brief import brief_in
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import nobodys_text
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.i18n import Language
from lobgids.kb.lookup import all_entries
from lobgids.log.events import Contents, Event, choice_of
from lobgids.log.state import ANSWERING, standing_events, turns_marked_anew
from lobgids.school.votes import BY_GROUP, GROUPS
from lobgids.session.review import reviewed
from lobgids.session.session import ContentByLanguage
from lobgids.storage.reading import read
from lobgids.storage.writing import write_copy
from lobgids.text import clean


def share(file: Path, out: Path, content_in: ContentByLanguage, *, without_words: bool) -> None:
    """Copy a document without what was taken back, or also without what somebody typed. Raises `DocumentError`."""
    copy = copy_of(read(file), content_in, without_words=without_words)
    write_copy(out, copy.header, copy.events)


def copy_of(contents: Contents, content_in: ContentByLanguage, *, without_words: bool) -> Contents:
    """Return what is in such a copy."""
    events = standing_events(contents.events)
    if without_words:
        events = wordless(reviewed(contents, content_in).view, events)
    return Contents(replace(contents.header, shared=True), events)


def shared_in_words(out: Path, language: Language, *, without_words: bool) -> str:
    """Return where the copy is and what is not in it, in words."""
    _ = language.gettext
    if without_words:
        sentence = _("De kopie staat in {path}, zonder wat je teruggenomen hebt en zonder wat je zelf getypt hebt.")
    else:
        sentence = _("De kopie staat in {path}, zonder wat je teruggenomen hebt. Je eigen woorden staan er nog in.")
    return sentence.format(path=clean(str(out)))


def wordless(view: View, events: Sequence[Event]) -> list[Event]:
    """Return the events without notes, quotes, free texts and the name of the school; `view` is what they come to.

    A text becomes an empty answer, so that the question is not asked again. Only what surely is nobody's own
    text is copied: options, numbers, days, yes and no.
    """
    drafts = {ask: draft_of(view, ask) for ask in {event.ask for event in events}}
    offered = {option.id for draft in drafts.values() if draft for option in draft.options}
    known = frozenset(offered | {entry.id for entry in all_entries(view.base)} | {BY_GROUP} | GROUPS)
    left = [_wordless(event, drafts[event.ask], known) for event in events]
    return [event for event in turns_marked_anew(events, left) if event]


def _wordless(event: Event, draft: Draft | None, known: Collection[str]) -> Event | None:
    """Return the event without words; None if it is nothing else."""
    if brief_in(event.value):  # ids of the knowledge base and days: nobody typed it
        return event
    if event.kind in ANSWERING and event.value is not None:
        value = choice_of(event.value)
        return replace(event, value=KINDS[draft.kind].shareable(value, known) if draft else nobodys_text(value, known))
    # What was proposed and confirmed is an answer as well.
    return event if event.kind not in ("noted", "proposed") else None
