"""A report made of a conversation: for oneself, for leadership, for the talk between the two, or for a group."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal, NamedTuple, get_args

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.interpret import clean
from lobgids.dialogue.phrasing import report_words
from lobgids.dialogue.view import View
from lobgids.kb.entries import KnowledgeBase
from lobgids.report.blocks import Block, Part, Report, Words
from lobgids.report.own_words import OwnWords, own_words
from lobgids.report.parts import (
    ambition,
    appendix,
    assignment,
    competences,
    conclusion,
    decision,
    evaluation,
    find_out,
    learning,
    minutes,
    picture,
    plan,
    profile,
    proposal,
    roles,
    sheet,
    sources,
    summary,
    talk,
    tensions,
    votes,
    words,
)
from lobgids.report.teller import Teller

Readers = Literal["me", "leadership", "talk", "group"]
READERS: tuple[Readers, ...] = get_args(Readers)
OF_ALL_WORDS: frozenset[Readers] = frozenset({"me", "group"})
"""The readers who read all that was typed: whose words they are."""

Make = Callable[[Teller], Iterator[Block]]

PARTS: dict[Readers, dict[str, Make]] = {
    "me": {
        "summary": summary.blocks,
        "picture": picture.blocks,
        "assignment": assignment.blocks,
        "profile": profile.blocks,
        "ambition": ambition.blocks,
        "roles": roles.blocks,
        "competences": competences.blocks,
        "learning": learning.blocks,
        "plan": plan.blocks,
        "evaluation": evaluation.blocks,
        "find_out": find_out.blocks,
        "tensions": tensions.blocks,
        "words": words.rest,
        "conclusion": conclusion.blocks,
        "sources": sources.with_additions,
    },
    "leadership": {
        "decision": decision.blocks,
        "proposal": proposal.blocks,
        "evaluation": evaluation.blocks,
        "find_out": find_out.blocks,
        "words": words.blocks,
        "appendix": appendix.blocks,
        "sources": sources.blocks,
    },
    "talk": {"talk": talk.blocks},
    "group": {
        "present": minutes.present,
        "agreed": minutes.agreed,
        "votes": votes.blocks,
        "talked": minutes.talked,
        "picture": minutes.of_school,
        "ambition": minutes.wishes,
        "plan": minutes.agreed_plan,
        "evaluation": minutes.questions,
        "find_out": find_out.blocks,
        "parked": minutes.parked,
        "round": minutes.last_round,
        "words": minutes.rest,
        "sources": sources.blocks,
    },
}
"""The parts for each kind of readers, in order."""

ON_NEW_PAGE = frozenset(
    {"picture", "profile", "ambition", "roles", "competences", "learning", "plan", "proposal", "appendix"}
)

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
    is_sheet = view.header.track == "mentor"
    teller = Teller(view, [] if is_sheet else _said(view, request))
    made = parts_of(view.header.track, request.readers)
    wanted = list(made) if not request.parts else [name for name in made if name in request.parts]
    if set(request.parts) - set(made):
        raise LookupError(*sorted(set(request.parts) - set(made)))
    new_pages = frozenset() if request.readers == "group" else ON_NEW_PAGE - {wanted[0]}  # minutes are short
    parts = tuple(part for name in wanted if (part := _part(teller, name, made[name], is_new=name in new_pages)))
    return Report(
        title=teller.words("title.sheet") if is_sheet else _title(teller),
        subtitle=teller.words("subtitle.sheet" if is_sheet else f"subtitle.{request.readers}"),
        language=view.language.code,
        date=day.isoformat(),
        day=view.language.date(day),
        notes=tuple(sheet.rests_on(teller) if is_sheet else _notes(teller, conversation, request)),
        parts=parts,
        words=words_of(teller.base),
        has_contents=len(parts) > MOST_WITHOUT_CONTENTS and request.readers == "me" and not is_sheet,
        is_small=is_sheet,
    )


def readers_of(track: str) -> tuple[Readers, ...]:
    """For whom there is a report, the usual one first: a new mentor's is for oneself, a group's for the group."""
    if track == "workshop":
        return ("group", *(one for one in READERS if one != "group"))
    return ("me",) if track == "mentor" else tuple(one for one in READERS if one != "group")


def parts_of(track: str, readers: Readers) -> dict[str, Make]:
    """The parts of a report; a new mentor's is the sheet. Raises `LookupError`."""
    if readers not in readers_of(track):
        raise LookupError(readers)
    return sheet.SHEET if track == "mentor" else PARTS[readers]


def _said(view: View, request: Request) -> list[OwnWords]:
    """The own words that may be shown: all of them to those who said them, to others those that were chosen.

    What a group parked has a place of its own in its minutes.
    """
    own = own_words(view)
    if request.readers == "group":
        parked = {f"note.{number}" for number, note in enumerate(view.state.notes, 1) if not note.own_words}
        return [one for one in own if one.id not in parked]
    return [one for one in own if request.readers in OF_ALL_WORDS or one.id in request.said]


def _part(teller: Teller, name: str, make: Make, *, is_new: bool) -> Part | None:
    blocks = tuple(make(teller))
    if not blocks:
        return None
    return Part(id=name, title=teller.words(f"part.{name}"), blocks=blocks, on_new_page=is_new)


def _title(teller: Teller) -> str:
    school = clean(str(teller.view.state.value("welcome.school") or ""))
    return teller.words("title.me", school=" ".join(school.split()) or teller.words("title.no_school"))


def _notes(teller: Teller, conversation: Conversation, request: Request) -> Iterator[str]:
    """Whether it is interim, and whose words are in it."""
    if conversation.ask:
        yield teller.words("note.interim", percent=teller.percent(conversation.ask.progress))
    if request.readers in OF_ALL_WORDS:
        yield teller.words(f"note.{request.readers}")
    else:
        yield teller.words("note.chosen" if request.said else "note.leadership")
    if request.readers != "talk":
        yield teller.words("note.one")


def words_of(base: KnowledgeBase) -> Words:
    """The words that a format itself needs."""
    return Words(
        contents=report_words(base, "word.contents"),
        page=report_words(base, "word.page", number="{number}", total="{total}"),
        figure=report_words(base, "word.figure"),
        table=report_words(base, "word.table"),
        to_fill_in=report_words(base, "word.to_fill_in"),
    )
