"""The reports of each track: their readers, their parts in order, and what else makes them differ."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Literal, NamedTuple, get_args

from lobgids.advice.shown import shown, shown_at, to_show
from lobgids.dialogue.chapters.picture import otherwise_at
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.view import View
from lobgids.i18n import N_
from lobgids.log.ask_ids import ALSO, ASSIGNMENT, MISSING, is_ambition
from lobgids.log.events import TrackName
from lobgids.report import notes
from lobgids.report.blocks import Block
from lobgids.report.context import ReportContext
from lobgids.report.own_words import OwnWords, not_parked, own_words
from lobgids.report.parts import (
    ambition,
    appendix,
    assignment,
    card,
    competences,
    conclusion,
    decision,
    evaluation,
    find_out,
    learning,
    minutes,
    parents,
    picture,
    plan,
    profile,
    proposal,
    questions,
    reference,
    role_sheets,
    roles,
    school_guide,
    sheet,
    sources,
    stage,
    students,
    subject,
    summary,
    talk,
    tensions,
    votes,
    words,
    year,
)
from lobgids.school.naming import recognised_at
from lobgids.school.quoting import quoted_assignment

Readers = Literal[
    "me", "leadership", "talk", "group",
    "questions", "students", "roles", "guide", "year", "parents", "card", "subject",
    "reference",
]  # fmt: skip
READERS: tuple[Readers, ...] = get_args(Readers)

Make = Callable[[ReportContext], Iterator[Block]]
Notes = Callable[[ReportContext, Ask | None, frozenset[str]], Iterator[str]]
Select = Callable[[View, frozenset[str]], Sequence[OwnWords]]


class Edition(NamedTuple):
    """A report for one kind of readers: its parts in order, and in what else it differs from the other reports.

    `name` is that of its file and of its subtitle. `notes` gives what the report says of itself, `own_words` the own
    words that its readers may read, given the ids of those that were chosen for them; with `asks_words` one is asked to
    choose them. Readers of one that is `for_others` were not in the talk, and are told whose words they read. The parts
    in `new_pages` begin on a new page. One that is not `is_dated` may be used in a later year.
    """

    readers: Readers
    name: str
    parts: dict[str, Make]
    notes: Notes
    own_words: Select
    asks_words: bool = False
    for_others: bool = False
    title: str = "title.me"
    new_pages: frozenset[str] = frozenset()
    has_contents: bool = False
    is_small: bool = False
    is_dated: bool = True
    is_wide: bool = False
    is_dense: bool = False

    def to_choose(self, view: View) -> list[OwnWords]:
        """Return the own words that its readers read only if they are chosen; none if nothing is asked.

        What one is proud of comes first, then what one sees otherwise than the picture: without these the picture would
        stand there alone.
        """
        shown = self.own_words(view, frozenset())
        left = [piece for piece in own_words(view) if piece not in shown] if self.asks_words else []
        first = [ALSO, *filter(None, (otherwise_at(view), recognised_at(view)))]
        return sorted(left, key=lambda piece: first.index(piece.ask) if piece.ask in first else len(first))


class TrackEditions(NamedTuple):
    """What is made of a conversation of a track: its reports, the usual one first, and what other files use it for.

    `none_for_others` says why other readers have no report; it is translated when shown. With `has_agreements` the
    conversation holds those that a decaan gives to new mentors. `compared_as` is whose conversation it is where two are
    compared, or None if it cannot be.
    """

    editions: tuple[Edition, ...]
    none_for_others: str
    has_agreements: bool = False
    compared_as: Literal["group", "decaan"] | None = None

    @property
    def usual(self) -> Edition:
        """The report for whoever held the conversation."""
        return self.editions[0]

    def edition(self, readers: Readers) -> Edition:
        """Return the report for these readers. Raises `LookupError` if there is none."""
        for edition in self.editions:
            if edition.readers == readers:
                return edition
        raise LookupError(readers)


def editions_of(track: TrackName) -> TrackEditions:
    """Return what is made of a conversation of this track."""
    return _EDITIONS[track]


def _all(view: View, _chosen: frozenset[str]) -> Sequence[OwnWords]:
    return own_words(view)


def _not_parked(view: View, _chosen: frozenset[str]) -> Sequence[OwnWords]:
    """What a group parked has a part of its own in its minutes."""
    return not_parked(view)


def _chosen(view: View, chosen: frozenset[str]) -> Sequence[OwnWords]:
    return [piece for piece in own_words(view) if piece.id in chosen]


def _for_leadership(view: View, chosen: frozenset[str]) -> Sequence[OwnWords]:
    """What was chosen for it, and what the decaan said in the conversation that it may hold.

    A line stands there as it was shown, with no word more; what was told of a component stands in the table.
    """
    allowed, lines = shown(view), to_show(view)
    free = {
        f"{kind}.{line}": lines[line] for line in allowed if view.component(line) is None for kind in ("text", "said")
    }
    free |= {f"text.{MISSING}": added} if isinstance(added := view.state.value(MISSING), str) else {}
    free |= {f"text.{ALSO}": also} if (also := shown_at(view, ALSO)) else {}
    wishes = {ask: shown_at(view, ask) for ask in view.state.answers if is_ambition(ask)}
    free |= {f"said.{ask}": words for ask, words in wishes.items() if words}
    free |= {f"text.{ASSIGNMENT}": quoted} if (quoted := quoted_assignment(view)) else {}
    return [
        piece if piece.id in chosen else piece._replace(text=free[piece.id])
        for piece in own_words(view)
        if piece.id in chosen | free.keys()
    ]


def _none(_view: View, _chosen: frozenset[str]) -> Sequence[OwnWords]:
    """The parts of a mentor's sheet find the words that are theirs; sheets to hand out have none."""
    return ()


OWN_REPORT = Edition(
    "me",
    "me",
    {
        "summary": summary.blocks,
        "assignment": assignment.blocks,
        "picture": picture.blocks,
        "profile": profile.blocks,
        "ambition": ambition.blocks,
        "roles": roles.blocks,
        "plan": plan.blocks,
        "evaluation": evaluation.blocks,
        "find_out": find_out.blocks,
        "tensions": tensions.blocks,
        "words": words.rest,
        "sources": sources.own,
    },
    notes.of_own_report,
    _all,
    new_pages=frozenset({"profile"}),
)
_LOOKED_UP: dict[str, Make] = {
    "stage": stage.blocks,
    "components": profile.described,
    "change": ambition.in_full,
    "tasks": roles.in_full,
    "competences": competences.blocks,
    "learning": learning.blocks,
    "ideas": ambition.others,
    "reference": reference.blocks,
    "conclusion": conclusion.blocks,
}
REFERENCE = Edition(
    "reference",
    "reference",
    {**_LOOKED_UP, "sources": partial(sources.looked_up, parts=tuple(_LOOKED_UP.values()))},
    notes.of_reference,
    _none,
    has_contents=True,
)
PROPOSAL = Edition(
    "leadership",
    "leadership",
    {
        "decision": decision.blocks,
        "proposal": proposal.blocks,
        "appendix": appendix.blocks,
        "words": words.blocks,
        "sources": sources.blocks,
    },
    notes.of_talk,
    _for_leadership,
    asks_words=True,
    for_others=True,
    new_pages=frozenset({"proposal", "appendix"}),
    is_dense=True,
)
TALK = Edition("talk", "talk", {"talk": talk.blocks}, notes.of_talk, _for_leadership, for_others=True, is_dense=True)
MINUTES = Edition(
    "group",
    "group",
    {
        "present": minutes.present,
        "agreed": minutes.agreed,
        "votes": votes.blocks,
        "talked": minutes.talked,
        "picture": minutes.of_school,
        "ambition": minutes.wishes,
        "plan": minutes.agreed_plan,
        "evaluation": minutes.questions,
        "find_out": minutes.to_find_out,
        "parked": minutes.parked,
        "round": minutes.last_round,
        "words": minutes.rest,
        "sources": sources.blocks,
    },
    notes.of_minutes,
    _not_parked,
)
SHEET = Edition("me", "sheet", sheet.SHEET, notes.of_sheet, _none, title="title.sheet", is_small=True)
_RESPONDENTS: dict[str, Make] = {
    f"questions_{respondent}": partial(questions.of_respondent, respondent=respondent)
    for respondent in questions.RESPONDENTS
}
QUESTIONS = Edition(
    "questions",
    "questions",
    {"counting": questions.counting, **_RESPONDENTS},
    notes.of_hand_outs,
    _chosen,
    asks_words=True,
    for_others=True,
    new_pages=frozenset(_RESPONDENTS),
)
STUDENTS = Edition(
    "students",
    "students",
    {"students": students.sheet, "students_teacher": students.for_teacher},
    notes.of_students,
    _none,
    title="title.students",
    new_pages=frozenset({"students_teacher"}),
    is_dated=False,
)
_ROLES: dict[str, Make] = {f"role_{role}": partial(role_sheets.of_role, role=role) for role in role_sheets.ROLES}
ROLES = Edition(
    "roles",
    "roles",
    {"roles_use": role_sheets.use, **_ROLES},
    notes.of_hand_outs,
    _chosen,
    asks_words=True,
    for_others=True,
    new_pages=frozenset(_ROLES),
)
GUIDE = Edition("guide", "guide", {"guide": school_guide.blocks}, notes.of_handout, _none)
YEAR = Edition("year", "year", {"year": year.blocks}, notes.of_year, _chosen, asks_words=True, for_others=True,
               is_wide=True)  # fmt: skip
PARENTS = Edition(
    "parents",
    "parents",
    {"parents": parents.for_parents, "dossier": parents.dossier},
    notes.of_handout,
    _none,
    new_pages=frozenset({"dossier"}),
)
CARD = Edition(
    "card",
    "card",
    {"card_begin": card.begin, "card_on": card.on, "card_end": card.end, "card_decaan": card.decaan},
    notes.of_handout,
    _none,
    is_small=True,
)
SUBJECT = Edition("subject", "subject", {"subject": subject.blocks}, notes.of_handout, _none)
_HAND_OUTS = (QUESTIONS, STUDENTS, ROLES, GUIDE, YEAR, PARENTS, CARD, SUBJECT)

_NO_MINUTES = N_("Notulen zijn er alleen van een gesprek met een groep.")
_EDITIONS: dict[TrackName, TrackEditions] = {
    "decaan": TrackEditions(
        (OWN_REPORT, PROPOSAL, TALK, REFERENCE, *_HAND_OUTS), _NO_MINUTES, has_agreements=True, compared_as="decaan"
    ),
    "workshop": TrackEditions(
        (MINUTES, OWN_REPORT, PROPOSAL, TALK, REFERENCE, *_HAND_OUTS), _NO_MINUTES, compared_as="group"
    ),
    "mentor": TrackEditions((SHEET,), N_("Van een gesprek voor een mentor is er alleen een blad voor de mentor zelf.")),
}
