"""Composes the report of a conversation: for whoever held it, for leadership, for their talk, or for a group."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from lobgids.dialogue.conversation import Conversation
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import report_words
from lobgids.report.blocks import FixedWords, Report, ReportPart
from lobgids.report.context import ReportContext
from lobgids.report.editions import Edition, Make, Readers, editions_of
from lobgids.text import clean, one_line

MOST_WITHOUT_CONTENTS = 4
"""How many parts a report may have before it gets a table of contents."""


class ReportRequest(NamedTuple):
    """Which report is wanted; no `parts` means all. `chosen_words` are the ids of own words that others may read."""

    readers: Readers = "me"
    parts: tuple[str, ...] = ()
    chosen_words: frozenset[str] = frozenset()


def compose(conversation: Conversation, day: date, request: ReportRequest) -> Report:
    """Return the report of a conversation, whose last event was on this day.

    Raises `LookupError` if its track has no report for these readers, or the report no part of a wanted name.
    """
    view = conversation.view
    edition = editions_of(view.header.track).edition(request.readers)
    own = edition.own_words(view, request.chosen_words)
    context = ReportContext(view, own, for_others=edition.for_others, made_on=day.isoformat())
    parts = tuple(_parts(context, edition, request.parts))
    title = _title(context, edition)
    return Report(
        title=title,
        name=context.words(f"document.{edition.name}", title=title),
        subtitle=context.words(f"subtitle.{edition.name}"),
        language=view.language.code,
        date=day.isoformat(),
        day=view.language.date(day) if edition.is_dated else "",
        notes=tuple(edition.notes(context, conversation.ask, request.chosen_words)),
        parts=parts,
        words=words_of(context.base),
        has_contents=edition.has_contents and len(parts) > MOST_WITHOUT_CONTENTS,
        is_small=edition.is_small,
        is_wide=edition.is_wide,
        is_dense=edition.is_dense,
    )


def _parts(context: ReportContext, edition: Edition, wanted: Sequence[str]) -> Iterator[ReportPart]:
    """Yield the wanted parts that have something in them; the first of these needs no new page.

    Raises `LookupError`.
    """
    if unknown := sorted(set(wanted) - set(edition.parts)):
        raise LookupError(*unknown)
    names = [name for name in edition.parts if name in wanted or not wanted]
    is_first = True
    for name in names:
        on_new_page = name in edition.new_pages and not is_first
        if part := _part(context, name, edition.parts[name], on_new_page=on_new_page):
            yield part
            is_first = False


def _part(context: ReportContext, name: str, make: Make, *, on_new_page: bool) -> ReportPart | None:
    """Return a part, or None if there is nothing in it."""
    blocks = tuple(make(context))
    if not blocks:
        return None
    return ReportPart(id=name, title=context.words(f"part.{name}"), blocks=blocks, on_new_page=on_new_page)


def _title(context: ReportContext, edition: Edition) -> str:
    """The title with the name of the school and the part that it is about, as far as these are known."""
    name, part = one_line(clean(str(context.view.state.value("welcome.school") or ""))), context.school_part
    both = f"{name} ({part})" if name and part else name or part
    return context.words(edition.title, school=both or context.words("title.no_school"))


def words_of(base: KnowledgeBase) -> FixedWords:
    """Return the words that a format itself needs."""
    return FixedWords(
        contents=report_words(base, "word.contents"),
        page=report_words(base, "word.page", number="{number}", total="{total}"),
        figure=report_words(base, "word.figure"),
        table=report_words(base, "word.table"),
        to_fill_in=report_words(base, "word.to_fill_in"),
        empty_cells=report_words(base, "word.empty_cells"),
        skip=report_words(base, "word.skip"),
    )
