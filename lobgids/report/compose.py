"""A report made of a conversation: for oneself, for leadership, for the talk between the two, or for a group."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lobgids.dialogue.conversation import Conversation
from lobgids.kb.entries import KnowledgeBase
from lobgids.kb.phrasing import report_words
from lobgids.report.blocks import Part, Report, Words
from lobgids.report.editions import Edition, Make, Readers, editions_of
from lobgids.report.teller import Teller
from lobgids.text import clean

MOST_WITHOUT_CONTENTS = 4
"""How many parts a report may have before it gets a table of contents."""


class Request(NamedTuple):
    """Which report is wanted; no `parts` means all. `said` are the ids of the own words to show to others."""

    readers: Readers = "me"
    parts: tuple[str, ...] = ()
    said: frozenset[str] = frozenset()


def compose(conversation: Conversation, day: date, request: Request) -> Report:
    """The report of a conversation that was held, or last gone on with, on this day. Raises `LookupError`."""
    view = conversation.view
    edition = editions_of(view.header.track).edition(request.readers)
    teller = Teller(view, edition.own_words(view, request.said))
    parts = tuple(_parts(teller, edition, request.parts))
    return Report(
        title=_title(teller, edition),
        subtitle=teller.words(f"subtitle.{edition.name}"),
        language=view.language.code,
        date=day.isoformat(),
        day=view.language.date(day),
        notes=tuple(edition.notes(teller, conversation.ask, request.said)),
        parts=parts,
        words=words_of(teller.base),
        has_contents=edition.has_contents and len(parts) > MOST_WITHOUT_CONTENTS,
        is_small=edition.is_small,
    )


def _parts(teller: Teller, edition: Edition, wanted: Sequence[str]) -> Iterator[Part]:
    """The parts that are wanted and have something in them; the first one of all needs no new page."""
    if unknown := sorted(set(wanted) - set(edition.parts)):
        raise LookupError(*unknown)
    names = [name for name in edition.parts if name in wanted or not wanted]
    for name in names:
        is_new = name in edition.new_pages and name != names[0]
        if part := _part(teller, name, edition.parts[name], is_new=is_new):
            yield part


def _part(teller: Teller, name: str, make: Make, *, is_new: bool) -> Part | None:
    blocks = tuple(make(teller))
    if not blocks:
        return None
    return Part(id=name, title=teller.words(f"part.{name}"), blocks=blocks, on_new_page=is_new)


def _title(teller: Teller, edition: Edition) -> str:
    school = clean(str(teller.view.state.value("welcome.school") or ""))
    return teller.words(edition.title, school=" ".join(school.split()) or teller.words("title.no_school"))


def words_of(base: KnowledgeBase) -> Words:
    """The words that a format itself needs."""
    return Words(
        contents=report_words(base, "word.contents"),
        page=report_words(base, "word.page", number="{number}", total="{total}"),
        figure=report_words(base, "word.figure"),
        table=report_words(base, "word.table"),
        to_fill_in=report_words(base, "word.to_fill_in"),
    )
