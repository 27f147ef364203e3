"""What a report says of itself below its title: whether it is interim, whose words it holds, whose picture it is."""

from collections.abc import Iterator

from lobgids.dialogue.protocol import Ask
from lobgids.report.parts import sheet
from lobgids.report.teller import Teller


def of_own_report(teller: Teller, ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """For whoever held the conversation."""
    yield from _interim(teller, ask)
    yield teller.words("note.me")
    yield teller.words("note.one")


def of_minutes(teller: Teller, ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """For the group."""
    yield from _interim(teller, ask)
    yield teller.words("note.group")
    yield teller.words("note.one")


def of_proposal(teller: Teller, ask: Ask | None, chosen: frozenset[str]) -> Iterator[str]:
    """For leadership."""
    yield from of_talk(teller, ask, chosen)
    yield teller.words("note.one")


def of_talk(teller: Teller, ask: Ask | None, chosen: frozenset[str]) -> Iterator[str]:
    """For the talk with leadership; on its one page there is no room for more."""
    yield from _interim(teller, ask)
    yield teller.words("note.chosen" if chosen else "note.leadership")


def of_sheet(teller: Teller, _ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """For a new mentor, whose sheet is never interim."""
    yield from sheet.rests_on(teller)


def _interim(teller: Teller, ask: Ask | None) -> Iterator[str]:
    if ask:
        yield teller.words("note.interim", percent=teller.percent(ask.progress))
