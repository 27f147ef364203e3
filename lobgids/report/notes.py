"""The notes below the title of a report: whether it is interim, whose words it holds, whose picture it is."""

from collections.abc import Iterator

from lobgids.dialogue.protocol import Ask
from lobgids.report.context import ReportContext
from lobgids.report.parts import sheet, students


def of_own_report(context: ReportContext, ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """Yield the notes for whoever held the conversation."""
    yield from _interim(context, ask)
    yield context.words("note.me")
    yield context.words("note.with_group" if context.view.taken_in else "note.one")


def of_reference(context: ReportContext, ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """Yield the notes for who looks something up."""
    yield from _interim(context, ask)
    yield context.words("reference.intro")


def of_minutes(context: ReportContext, ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """Yield the notes for the group."""
    yield from _interim(context, ask)
    yield context.words("note.group")
    yield context.words("note.one")


def of_talk(context: ReportContext, ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """Yield the notes for leadership and their talk: whose words are in it."""
    yield from _interim(context, ask)
    is_named = bool(context.view.state.value("welcome.school"))
    without = "note.leadership.named" if is_named else "note.leadership"
    yield context.words("note.chosen" if context.shows_words else without)


def of_handout(context: ReportContext, ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """Yield the notes for readers outside the talk: it is a draft, and no own words are in it."""
    yield context.words("note.handout")
    yield from _interim(context, ask)


def of_year(context: ReportContext, ask: Ask | None, chosen: frozenset[str]) -> Iterator[str]:
    """Yield the notes for the talk about the year, for which own words can be chosen."""
    yield from of_handout(context, ask, chosen)
    if chosen:
        yield context.words("note.chosen")


def of_sheet(context: ReportContext, _ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """Yield the notes for a new mentor, whose sheet is never interim."""
    yield from sheet.rests_on(context)


def of_hand_outs(context: ReportContext, ask: Ask | None, chosen: frozenset[str]) -> Iterator[str]:
    """Yield the notes for whoever hands out sheets to colleagues."""
    yield context.words("note.sheets")
    yield from of_talk(context, ask, chosen)


def of_students(context: ReportContext, _ask: Ask | None, _chosen: frozenset[str]) -> Iterator[str]:
    """Yield the note for students; none if there is nothing to ask them yet."""
    if students.questions(context):
        yield context.words("note.students")


def _interim(context: ReportContext, ask: Ask | None) -> Iterator[str]:
    if ask:
        yield context.words("note.interim")
