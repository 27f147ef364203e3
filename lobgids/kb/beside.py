"""What is told beside an entry: what changed since the publication, remarks on it, and where it has two sides."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import all_entries
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.guide import Addition

TWO_SIDED = "two-sided"


def told_beside(base: KnowledgeBase, ids: Collection[str], parts: Collection[str] = ()) -> tuple[str, ...]:
    """All that is told beside these entries in a school with these parts (empty: all): of later, then the notes."""
    return tuple(dict.fromkeys((*later_about(base, ids, parts), *notes_about(base, ids))))


def additions(base: KnowledgeBase, parts: Collection[str]) -> list[Addition]:
    """What changed since the publication, for a school with these parts (empty: all)."""
    return [one for one in base.additions if not parts or not one.school_parts or set(parts) & set(one.school_parts)]


def later_about(base: KnowledgeBase, ids: Collection[str], parts: Collection[str] = ()) -> Iterator[str]:
    """What changed since the publication about these entries, each in words that say that it is of later."""
    if _changed(base).isdisjoint(ids):  # so it is nearly always
        return
    for one in additions(base, parts):
        if set(one.about) & set(ids):
            yield told_later(base, one)


def told_later(base: KnowledgeBase, addition: Addition) -> str:
    """An addition in words that say that it is of later, and who says so."""
    if addition.source:
        return phrase(base, "beside.sourced", addition.id, text=addition.text, source=addition.source)
    return phrase(base, "beside.later", addition.id, text=addition.text)


def pages_about(base: KnowledgeBase, ids: Collection[str]) -> Iterator[str]:
    """The pages on what changed since the publication about these entries, or on these additions themselves."""
    for one in base.additions:
        if {one.id, *one.about} & set(ids):
            yield from one.pages


def notes_about(base: KnowledgeBase, ids: Iterable[str]) -> Iterator[str]:
    """The remarks on these entries, and the notes on where the publication says two things about them."""
    remarks, wanted = _remarks(base), tuple(ids)
    of_entries = [remarks[entry_id] for entry_id in wanted if entry_id in remarks]
    two_sided = [note for note in base.tensions if note.kind == TWO_SIDED and set(note.about) & set(wanted)]
    for text in (*of_entries, *(f"{note.text} {note.remark}".strip() for note in two_sided)):
        yield phrase(base, "beside.note", text, text=text)


@lru_cache(maxsize=8)  # for the languages that are spoken
def _changed(base: KnowledgeBase) -> frozenset[str]:
    """The ids of the entries of which something changed since the publication."""
    return frozenset(about for one in base.additions for about in one.about)


@lru_cache(maxsize=8)  # for the languages that are spoken
def _remarks(base: KnowledgeBase) -> dict[str, str]:
    """The remarks by the ids of their entries."""
    return {entry.id: entry.remark for entry in all_entries(base) if entry.remark}
