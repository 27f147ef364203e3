"""What an input means at a question: the events that it makes, or why it cannot be taken.

What holds for every kind of question stands here; what a kind takes stands in `kinds`.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from msgspec.structs import replace

from lobgids.advice.own import OWN, all_lines
from lobgids.advice.plan import MORE, NONE
from lobgids.dialogue import also, placed, school_name, showing
from lobgids.dialogue.chapters.picture import NO, NOT_SO, PARTLY, YES, otherwise_of
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.hearing import (
    NOT_YET,
    TOLD,
    WHOSE,
    Hear,
    corrected,
    hear,
    is_not_yet,
    no_with,
    reply_to,
    undivided,
)
from lobgids.dialogue.helping import whom_and_helps
from lobgids.dialogue.judging import doubts_who
from lobgids.dialogue.kinds import KINDS, person
from lobgids.dialogue.kinds.day import LOOKS_BACK, understood
from lobgids.dialogue.kinds.kind import Kind, OpenAsk, Said, Together, UnplacedWords, not_too_long, sent, with_quote
from lobgids.dialogue.kinds.known import known_places
from lobgids.dialogue.leaving import ends_with_enough, refuses_all, without_enough
from lobgids.dialogue.mending import PUTS_RIGHT
from lobgids.dialogue.none_fits import none_fits
from lobgids.dialogue.pending import PendingEvent, proposing
from lobgids.dialogue.proposals import (
    ASKING,
    HEARD,
    NO_PLUS,
    OWN_LINE,
    confirming,
    described,
    is_heard,
    open_proposal,
    proposed_day,
)
from lobgids.dialogue.protocol import Answer, Option, Words
from lobgids.dialogue.settling import (
    NUMBERS_FIRST,
    everywhere,
    kind_of_answer,
    meant_by,
    no_more,
    settled,
    skip,
    was_asked_on,
    with_line,
)
from lobgids.dialogue.spoken import LONGEST_WITHIN, is_question, knows_not, only_asks, request, without_said, yes_or_no
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.view import View
from lobgids.dialogue.wanted import more_together, together, without_denied
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, words_of
from lobgids.log.ask_ids import (
    ABSENT,
    ACTIONS,
    ALSO,
    ASSIGNMENT,
    BETWEEN,
    FORM,
    GO_ON,
    KEEP_EDIT,
    LISTS,
    MAY_QUOTE,
    MAY_SHOW,
    OWN_ACTIONS,
    PICTURE,
    PICTURE_AGAIN,
    PLACED,
    REVEAL,
    SCHOOL_NAME,
    WHO,
    answered_at,
    case_of_words,
    counted_action,
    is_ambition,
    is_named,
    is_of_plan,
    is_understood,
    name_of,
    of_component,
    planned,
    reworded,
    situation,
    subject_of,
)
from lobgids.log.state import LATER, Proposal
from lobgids.school.absent import told_absent, without_absent
from lobgids.school.quoting import let_in, lets_in_a_part
from lobgids.school.sayings import begins, behind_lead, is_uncounted, is_whole
from lobgids.school.strengths import what_works
from lobgids.text import clean, joined, sentences_of

LONG = 10
"""From so many words on one tells how it goes."""

AT_LENGTH = 20
"""From so many words on one tells how it goes here and there."""

_LUIDT = re.compile(
    r"\b(?:actie (?:is|luidt|wordt)|alleen(?: het eerste deel)?|moet zijn|action is|only(?: the first part)?)\s*:\s*"
    r"(?P<line>.+)",
    re.IGNORECASE | re.DOTALL,
)
_LEAST_OF_LINE = 2
_LEAST_OF_OWN = 4
_OTHER_NUMBER = re.compile(r"(?:en|and|plus|ook|also)?\s*\d", re.IGNORECASE)
_NUMBER = re.compile(r"^\s*[1-9]\b\s*[.,:)]?\s*")

MOST_OF_TITLE = 8
"""The most words of a line that is taken for the title of an action at once."""


def interpret(  # noqa: PLR0911, PLR0913  # all that an answer can be; a question with all that is known of it
    view: View,
    ask: str,
    draft: Draft,
    options: tuple[Option, ...],
    given: Answer | Words,
    *,
    today: Callable[[], date],
    hears: Hear,
) -> list[PendingEvent]:
    """The events that an answer makes; `today` is called if a day is answered, `hears` if own words may describe.

    Raises `NotUnderstood`.
    """
    if draft.optional and isinstance(given, Words) and (passed := _passed_by(view, ask, clean(given.text), today)):
        return passed
    if isinstance(given, Words) and (rest := _but_for_what_is_beside(view, ask, options, given.text)):
        told = interpret(view, ask, draft, options, rest, today=today, hears=hears) if rest.text else []
        return _with_what_is_beside(view, ask, options, told, given.text)
    kind, asked = KINDS[draft.kind], OpenAsk(view, ask, draft, options, today)
    if isinstance(given, Words) and (another := corrected(asked, clean(given.text))):
        behind, said = another
        answer = Answer(answer=with_quote(said))
        return interpret(view, behind.id, behind.draft, behind.options, answer, today=today, hears=hears)
    reading = _typed(kind, asked, given.text, hears) if isinstance(given, Words) else sent(kind, given.answer)
    is_left = isinstance(reading, UnplacedWords)
    if isinstance(given, Words) and (none := none_fits(asked, clean(given.text), is_unplaced=is_left)):
        return none
    if isinstance(reading, UnplacedWords):
        reading = hear(asked, reading, hears)
    if isinstance(reading, UnplacedWords):
        people = _other_people(view, ask, reading)
        return [people] if people else _unplaced(view, ask, draft, reading)
    if isinstance(reading, Proposal) and placed.waits(view, ask, reading):
        # It differs, and one description says only a part of that; or it says what one just denied.
        if _tells_how(view, ask, reading.words) or placed.denies(view, reading):
            return [PendingEvent("answered", ask, {"choice": None, "quote": reading.words})]
        return [proposing(replace(reading, doubts=(LATER,)))]
    if isinstance(given, Words) and isinstance(reading, Said) and (only := _instead(view, ask, reading, given.text)):
        return only
    checked = kind.check(asked, reading) if isinstance(reading, Said) else reading
    return _kept(kind, asked, reading, checked)


def _left(view: View, ask: str, reading: Said | Proposal | Together) -> list[PendingEvent]:
    """The events of 'dat weet ik nog niet', with the words beside it: '6, iemand regelt de stages, maar wie niet'."""
    quote = reading.quote if isinstance(reading, Said) and _is_situation(view, ask) else ""
    is_told = len(quote.split()) >= _LEAST_OF_OWN and view.header.shows_sentences
    note = PendingEvent("noted", ask, {"text": quote, "own_words": True, "because": "unknown"})
    return [*skip(view, ask), note] if is_told else skip(view, ask)


def _looks_back(view: View, ask: str, typed: str, today: Callable[[], date]) -> list[PendingEvent]:
    """The events of who says until when something is that one looks back then: 'voor de zomer de eerste terugblik'."""
    is_until = is_of_plan(ask) and planned(ask)[0] == "until"
    if not is_until or not LOOKS_BACK.search(typed) or view.is_answered(view.track.look_back):
        return []
    day = understood(view, view.track.look_back, typed, today())
    if day is None or day.doubts:
        return []
    return [*skip(view, ask), PendingEvent("answered", day.ask, with_quote(Said(day.choices[0], typed)))]


def _but_for_what_is_beside(view: View, ask: str, options: tuple[Option, ...], text: str) -> Words | None:
    """A line without what it says beside an answer: that a role is not there, or that a list is long enough.

    None where it says neither.
    """
    if _tells_absent(view, options, text):
        return Words(text=without_absent(view.base, clean(text)))
    if ask in LISTS and ends_with_enough(view.base, text):
        return Words(text=without_enough(view.base, text))
    return None


def _with_what_is_beside(
    view: View, ask: str, options: tuple[Option, ...], told: list[PendingEvent], text: str
) -> list[PendingEvent]:
    """The events of the rest of such a line with those of what it said beside."""
    if _tells_absent(view, options, text):
        note = _absent(ask, clean(text))
        return [note] if is_unplaced(told) or not told else [*told, note]
    return _with_enough(view, ask, told, text)


def _with_enough(view: View, ask: str, told: Sequence[PendingEvent], text: str) -> list[PendingEvent]:
    """The events of what a line at a list asks for that ends with that it is enough, once that is so.

    What is to be confirmed first keeps all its words, so that the yes to it is the end of the list, too.
    """
    events = [
        event._replace(value={**event.value, "words": text}) if event.kind == "proposed" else event for event in told
    ]
    is_added = any(event.ask == OWN_ACTIONS for event in told) and all(event.ask != ask for event in told)
    return [*no_more(view, ask, text), *events] if is_added else events


def _tells_absent(view: View, options: tuple[Option, ...], text: str) -> bool:
    """Whether words at a question with roles to choose from say of one of these that there is none."""
    roles = {option.id.rpartition(".")[2] for option in options}
    return bool(roles & told_absent(view.base, text[:LONGEST_WITHIN]) - {view.manner.speaker})


def _absent(ask: str, text: str) -> PendingEvent:
    return PendingEvent("noted", answered_at(ask), {"text": text, "own_words": True, "because": "absent"})


def _instead(view: View, ask: str, said: Said, text: str) -> list[PendingEvent]:
    """The events of an answer by which another question is answered, or none: 'dat is er niet, maar zeker is het niet'.

    Who is not sure that there is no such thing does not know it, and keeps the words.
    """
    if said.value == of_component(subject_of(ask), BETWEEN) and (told := _told_how(view, ask)):
        return [
            PendingEvent("answered", ask, {"choice": None, "quote": joined(told, said.quote) if said.quote else told})
        ]
    is_absent = said.value == of_component(subject_of(ask), ABSENT)
    if not is_absent or not says(view.base, "unknown", said.quote):
        return _only_one(view, ask, said)
    note = PendingEvent("noted", ask, {"text": clean(text), "own_words": True, "because": "unknown"})
    return [*skip(view, ask), note]


def _told_how(view: View, ask: str) -> str:
    """What one told at length before one chose that it differs: who told in what is not asked which two it is."""
    notes = (note.text for note in reversed(view.state.notes) if note.own_words and note.ask == ask)
    told = next(notes, "") if _is_situation(view, ask) and view.header.places_later else ""
    return told if len(told.split()) >= AT_LENGTH else ""


def _only_one(view: View, ask: str, said: Said) -> list[PendingEvent]:
    """The events of one description where several were asked for: that is the answer, with all that was said."""
    component = view.component(ask)
    is_one = is_named(ask, BETWEEN) and isinstance(said.value, list) and len(said.value) == 1
    if component is None or not is_one:
        return []
    words = joined(view.quote(component), said.quote) if view.quote(component) and said.quote else view.quote(component)
    return [PendingEvent("answered", situation(component), with_quote(Said(said.value[0], words or said.quote)))]


def _for_a_part(view: View, ask: str, said: Said) -> Said:
    """A yes to the picture with a 'maar' behind it as what it says: that one recognises it for a part.

    Who only misses something recognises what is there: 'ja, alleen dossier mis ik nog'.
    """
    is_part = said.value == YES and bool(otherwise_of(ask, PARTLY)) and begins(view.base, "reservation", said.quote)
    is_part = is_part and not (view.header.shows_sentences and says(view.base, "missing", said.quote))
    # 'Nou nee, dat van die mentoren klopt niet' is about that.
    is_of_one = said.value == NO and view.header.shows_sentences and begins(view.base, "of_one_thing", said.quote)
    is_part = is_part or (is_of_one and bool(otherwise_of(ask, NO)))
    return said._replace(value=PARTLY) if is_part else said


def _passed_by(view: View, ask: str, text: str, today: Callable[[], date]) -> list[PendingEvent]:
    """The events of words by which what may stay open does; none where they are an answer."""
    if _says_nothing(view, ask, text):
        is_hurry = ask == SCHOOL_NAME and view.header.shows_sentences and says(view.base, "hurry", text)
        note = PendingEvent("noted", ask, {"text": text, "own_words": True, "because": school_name.TALK})
        return [*([note] if is_hurry else []), *skip(view, ask)]
    if looks_back := _looks_back(view, ask, text, today):
        return looks_back
    if ask != SCHOOL_NAME or not school_name.is_talk(view.base, text):
        return []
    note = PendingEvent("noted", ask, {"text": text, "own_words": True, "because": school_name.TALK})
    return [note, *skip(view, ask)]


def _says_nothing(view: View, ask: str, text: str) -> bool:
    """Whether words leave open what may stay open: there are none, or they say that one names no school."""
    is_nothing = ask == ALSO and is_whole(view.base, "none", text)  # 'niks, maar wat moet ik nu zeggen'
    is_nothing = is_nothing or (ask.startswith(reworded("")) and _leaves_out(view, text))
    return not text.strip() or is_nothing or (ask == SCHOOL_NAME and school_name.is_left_out(view.base, text))


def _leaves_out(view: View, text: str) -> bool:
    """Whether words at a line that may stand in papers in other words leave it out: 'overslaan, laat die maar weg'."""
    first = re.split(r"[,.;!]", text, maxsplit=1)[0]
    is_short = len(text.split()) <= MOST_OF_TITLE and says(view.base, "nameless", text)
    return view.header.shows_sentences and (request(view.base, first) == "skip" or is_short)


def _kept(
    kind: Kind, asked: OpenAsk, reading: Said | Proposal | Together, checked: Said | Proposal | Together | None
) -> list[PendingEvent]:
    """The events of an answer that fits the question, as it was read and then checked."""
    if checked is None:
        return _left(asked.view, asked.id, reading)
    checked = _for_a_part(asked.view, asked.id, checked) if isinstance(checked, Said) else checked
    if isinstance(checked, Together):
        return _together(asked.view, checked)
    if isinstance(checked, Said) and kind.is_secret(asked.view, asked.id):
        return [PendingEvent("voted", asked.id, with_quote(checked))]
    return _taken(asked.view, asked.id, checked)


def _unplaced(view: View, ask: str, draft: Draft, words: UnplacedWords) -> list[PendingEvent]:
    """Words that choose nothing: added to the answer of the ask that takes such words, else a note.

    Where they say that one does not know, the question is passed by.
    """
    if draft.words_answer and not words.because and not only_asks(view.base, words.text):
        return _added(view, ask, draft, words.text)
    if words.because in ("", "unplaced") and only_asks(view.base, words.text):
        words = words._replace(because="question")
    because = {"because": words.because} if words.because else {}
    if words.because == "not_so":
        answered = [PendingEvent("answered", ask, words.answer)] if words.answer else []
        noted = PendingEvent("noted", ask, {"text": words.text, "own_words": True, **because})
        return [*answered, noted, PendingEvent("jumped", NOT_SO)]
    note = PendingEvent("noted", answered_at(ask), {"text": words.text, "own_words": True, **because})
    is_unplaced = words.because in ("", "unplaced")
    is_of_picture = ask in (PICTURE, PICTURE_AGAIN) and view.header.shows_sentences
    is_told_alone = (_is_situation(view, ask) or is_of_picture) and not view.track.answering.is_vote
    if is_unplaced and is_told_alone and says(view.base, "unknown", words.text):
        return [*skip(view, ask), note._replace(value={**note.value, "because": "unknown"})]
    if words.because == TOLD or (is_unplaced and _tells_how(view, ask, words.text)):
        return [PendingEvent("answered", ask, {"choice": None, "quote": words.text})]
    is_left = words.because == "unknown" or (is_unplaced and (was_asked_on(view, ask) or _both_ways(view, ask, words)))
    if words.because == NOT_YET or (is_left and is_ambition(ask)):
        return [note, *skip(view, ask)]  # the words first: then it is said of the question that they stand with it
    return [*skip(view, ask), note] if is_left else [note]


def _other_people(view: View, ask: str, words: UnplacedWords) -> PendingEvent | None:
    """The answer in own words of who names people of whom no role is listed: 'de sectiehoofden'; None for other words.

    Who helps is taken at once. Who begins, or whom to see first, once it was said again.
    """
    name = planned(ask)[0] if is_of_plan(ask) else ""
    is_asked = (
        view.header.shows_sentences and not view.track.answering.is_vote and (ask == WHO or name in ("who", "helps"))
    )
    is_unplaced = words.because in ("", "unplaced") and not only_asks(view.base, words.text)
    if not is_asked or not is_unplaced or says(view.base, "unknown", words.text):
        return None
    is_again = any(note.own_words and note.ask == ask for note in view.state.notes)
    if name != "helps" and not is_again:
        return None
    value: dict[str, object] = {"choice": [] if name == "helps" else None, "quote": words.text}
    return PendingEvent(kind_of_answer(ask), ask, value)


def _both_ways(view: View, ask: str, words: UnplacedWords) -> bool:
    """Whether words at a probe say that it differs: neither of its options says that."""
    component = view.component(ask)
    is_probe = component is not None and any(probe.id == ask for probe in component.probes)
    return is_probe and says(view.base, "differing", words.text)


def _tells_how(view: View, ask: str, words: str) -> bool:
    """Whether words at a situation tell at length that it differs, and how: no answer says that better."""
    is_told = _is_situation(view, ask) and view.header.places_later and len(words.split()) >= LONG
    return is_told and says(view.base, "differing", words)


def _is_situation(view: View, ask: str) -> bool:
    component = view.component(ask)
    return component is not None and ask == situation(component)


def _added(view: View, ask: str, draft: Draft, text: str) -> list[PendingEvent]:
    """The words as one more line of an answer; asked first if they rather say something about it, or ask something."""
    text = _without_number(draft, text)
    longest = max((len(line.split()) for line in all_lines(text)), default=0)
    is_talk = longest > MOST_OF_TITLE or says(view.base, "not", text) or yes_or_no(view.base, text)
    if is_talk or is_question(view.base, text):
        return [proposing(Proposal(ask, text, (text,), (OWN_LINE,)))]
    return [with_line(view, draft, text)]


def _without_number(draft: Draft, text: str) -> str:
    """A line of one's own without the number of the option for one that it begins with: '9 in januari met Sanne'."""
    number = next((nth for nth, option in enumerate(draft.options, 1) if option.id == OWN), 0)
    return re.sub(rf"^{number}\s*[:,.)]?\s+(?=\D)", "", text) if number else text


def is_unplaced(pending: Sequence[PendingEvent]) -> bool:
    """Whether these events only keep words that could not be placed."""
    return [event.kind for event in pending] == ["noted"] and bool(pending[0].value.get("own_words"))


def _typed(kind: Kind, asked: OpenAsk, text: str, hears: Hear) -> Said | UnplacedWords | Proposal | Together:
    """What typed words are; at what is to be confirmed also a yes or a no, or what is meant instead."""
    typed = not_too_long(clean(text))
    if asked.draft.words_answer:  # 'één is genoeg, die tweede' asks for the second
        typed = without_said(asked.view.base, "how_many", without_denied(asked.view.base, typed)) or typed
    of_people = person.said(asked, typed) or person.of_two(asked, typed) or whom_and_helps(asked, typed)
    if said := of_people or _own_behind_number(asked, typed):
        return said
    if asked.id == SCHOOL_NAME:
        return school_name.named(asked, typed)
    is_placing = name_of(asked.id) == PLACED and not is_understood(asked.id)
    if is_placing and (said := placed.in_words(asked, typed)):
        return said
    if at_once := _of_papers(asked, typed):
        return at_once
    proposal = open_proposal(asked.view)
    if proposal is None or asked.id != confirming(proposal):
        asking = _asking(kind, asked, typed) or _in_plan(asked, typed)
        return asking or _hardly_a_stop(asked, _with_all_words(asked, kind.parse(asked, typed), typed), typed)
    return _confirmed(kind, asked, typed, proposal, hears)


def _own_behind_number(asked: OpenAsk, typed: str) -> Said | None:
    """An action of one's own behind the number of the option for one: '5: een half uur in het overleg'; else None."""
    if asked.id != ACTIONS or not asked.view.header.shows_sentences:
        return None
    line = _without_number(asked.draft, typed)
    is_it = line != typed and len(line.split()) >= _LEAST_OF_OWN and not _OTHER_NUMBER.match(line)
    return Said([OWN], line) if is_it else None


def _with_all_words(
    asked: OpenAsk, reading: Said | UnplacedWords | Proposal | Together, typed: str
) -> Said | UnplacedWords | Proposal | Together:
    """What was chosen of the actions by number, with all that was said behind the numbers: 'één keer' is no number."""
    if not isinstance(reading, Said):
        return reading
    if is_ambition(asked.id) and reading.quote and asked.view.header.shows_sentences:
        # 'Sterker maken wat er is, want dat is al heel wat' is one wish; of '2 een beetje, ...' all behind the number.
        return reading._replace(quote=_NUMBER.sub("", typed))
    behind = NUMBERS_FIRST.sub("", typed)
    is_of_list = asked.id == ACTIONS and isinstance(reading.value, list) and OWN not in reading.value
    is_told = is_of_list and bool(reading.quote) and len(behind.split()) > MOST_OF_TITLE and behind != typed
    return reading._replace(quote=behind) if is_told and asked.view.header.shows_sentences else reading


def _hardly_a_stop(
    asked: OpenAsk, reading: Said | UnplacedWords | Proposal | Together, typed: str
) -> Said | UnplacedWords | Proposal | Together:
    """What was read, but for a no to go on that a long line says only somewhere: that is asked first."""
    is_no = asked.id == GO_ON and isinstance(reading, Said) and reading.value is False
    is_long, is_first = len(typed.split()) > MOST_OF_TITLE, words_of(typed)[:1] in (("nee",), ("no",), ("2",), ("b",))
    # 'nee dat van 5h moet eruit, het is …' puts something right, and does not stop
    is_somewhere = is_long and (not is_first or any(says(asked.view.base, one, typed) for one in PUTS_RIGHT))
    return Proposal(asked.id, typed, (asked.options[-1].id,), (HEARD,)) if is_no and is_somewhere else reading


def _of_papers(asked: OpenAsk, typed: str) -> Said | Proposal | None:
    """What words say of what may stand in papers; None at any other question."""
    if asked.id == MAY_QUOTE and _lets_in_a_part(asked, typed):
        return Said(value=True, quote=typed)  # it is asked then how it may stand there
    return showing.in_words(asked, typed) if asked.id == MAY_SHOW else None


def _lets_in_a_part(asked: OpenAsk, typed: str) -> bool:
    """Whether words let in some of what leadership asked for, and it is not plain which sentence of it."""
    told = str(asked.view.state.value(ASSIGNMENT) or "")
    is_new = asked.view.header.shows_sentences and lets_in_a_part(typed)
    return is_new and not any(let_in(asked.view.base, told, typed, is_yes=is_yes) for is_yes in (True, False))


def _line_anew(asked: OpenAsk, proposal: Proposal, typed: str) -> Proposal | None:
    """An own action as one says it instead of what was read back: 'nee, de actie luidt: één avond voor klas vijf'."""
    found = _LUIDT.search(typed) if OWN_LINE in proposal.doubts and asked.view.header.shows_sentences else None
    line = next(iter(sentences_of(found["line"])), "").rstrip(" .") if found else ""
    return Proposal(proposal.ask, line, (line,), (OWN_LINE,)) if len(line.split()) > _LEAST_OF_LINE else None


def _two_instead(asked: OpenAsk, proposal: Proposal, typed: str) -> Together | None:
    """Two roles that do it together, said with a no to the one who was heard; else None."""
    draft, answered = draft_of(asked.view, proposal.ask), yes_or_no(asked.view.base, typed)
    if draft is None or not draft.called or answered is None or answered.agrees:
        return None
    two = person.of_two(asked._replace(id=proposal.ask, draft=draft, options=draft.options), answered.remark)
    return two if isinstance(two, Together) else None


def _confirmed(
    kind: Kind, asked: OpenAsk, typed: str, proposal: Proposal, hears: Hear
) -> Said | UnplacedWords | Proposal | Together:
    """What typed words are at what was understood and is to be confirmed."""
    if anew := _line_anew(asked, proposal, typed):
        return anew
    if more := more_together(asked, proposal, typed) or _two_instead(asked, proposal, typed):
        return more
    if is_heard(asked.view, proposal) and (open_as := _left_open(asked, proposal, typed)):
        return UnplacedWords(typed, open_as)
    if proposed_day(proposal):
        return _another_day(asked, proposal, typed) or kind.parse(asked, typed)
    reading = (
        _refusing_all(asked, proposal, typed)
        or undivided(asked, proposal, typed, hears)
        or reply_to(asked, proposal, typed, hears)
        or kind.parse(asked, typed)
    )
    return _with_what_was_heard(asked, proposal, typed, reading)


def _another_day(asked: OpenAsk, proposal: Proposal, typed: str) -> Proposal | Together | None:
    """The day that is said instead of the one that was heard; after a no it needs no second yes if nothing is odd."""
    base, answered = asked.view.base, yes_or_no(asked.view.base, typed)
    is_no = answered is not None and not answered.agrees
    rest = (answered.remark or typed.partition(" ")[2]) if answered and is_no else typed
    words = behind_lead(base, "protest", behind_lead(base, "hedge", rest))
    day = understood(asked.view, proposal.ask, words, asked.today())
    if day is None or not is_no or day.doubts or not asked.view.header.shows_sentences:
        return day or understood(asked.view, proposal.ask, typed, asked.today())
    return Together({proposal.ask: Said(day.choices[0], words)})


def _with_what_was_heard(
    asked: OpenAsk, proposal: Proposal, typed: str, reading: Said | UnplacedWords | Proposal | Together
) -> Said | UnplacedWords | Proposal | Together:
    """What words are at what was heard in others, which they add to or take back."""
    if isinstance(reading, UnplacedWords) and NO_PLUS in proposal.doubts:  # 'dit wel, dat niet': it stays out
        return Said(value=False, quote=typed)
    if not described(asked.view, proposal):
        return reading
    if isinstance(reading, Proposal) and reading.ask == proposal.ask:
        return replace(reading, words=_with_those_of(proposal, reading.words))
    is_denied = isinstance(reading, UnplacedWords) and says(asked.view.base, "denied", typed)
    return no_with(asked, typed) if is_denied else reading


def _with_those_of(proposal: Proposal, words: str) -> str:
    """Words that say more of what was heard, behind those that it was heard in: nothing of what was told is lost."""
    return words if proposal.words.rstrip(" .") in words else joined(proposal.words, words)


def _refusing_all(asked: OpenAsk, proposal: Proposal, typed: str) -> Said | None:
    """A no that also says that no more actions are wanted; else None."""
    return Said(value=False, quote=typed) if refuses_all(asked.view, proposal.ask, typed) else None


def _left_open(asked: OpenAsk, proposal: Proposal, typed: str) -> Literal["", "unknown", "not_yet"]:
    """Why words at what was heard leave the question open after all; empty if they do not."""
    behind = draft_of(asked.view, proposal.ask)
    if behind and is_not_yet(asked._replace(id=proposal.ask, options=behind.options), typed):
        return NOT_YET
    is_guess = says(asked.view.base, "guess", typed) and not is_agreed(asked.view.base, typed)
    return "unknown" if is_guess or _knows_not(asked, typed) else ""


def _knows_not(asked: OpenAsk, typed: str) -> bool:
    """Whether one says at what was understood that one does not know it after all."""
    return knows_not(asked.view.base, typed) and not is_agreed(asked.view.base, typed)


def is_agreed(base: KnowledgeBase, typed: str) -> bool:
    """Whether words are a yes, with or without more."""
    answered = yes_or_no(base, typed)
    return answered is not None and answered.agrees


def _going_well(asked: OpenAsk, typed: str) -> Said | Proposal | UnplacedWords | None:
    """What is said of what goes well: the part that does by itself, and what rather fails is asked first."""
    base = asked.view.base
    if not says(base, "not", typed):
        is_only = begins(base, "singling", typed)
        return Said(also.singled_out(base, typed)) if is_only and also.singled_out(base, typed) else None
    singled, plain = also.singled_out(base, typed), also.plain_parts(base, typed)
    is_told = says(base, "not_so", typed) and not asked.view.is_answered(NOT_SO)
    if is_told and what_works(asked.view):
        return UnplacedWords(typed, "not_so", answer=singled or plain)
    if singled:
        return Said(singled)
    return Proposal(asked.id, typed, (typed,), (ASKING, NO_PLUS))  # 'geen leerling gaat zonder gesprek de deur uit'


def _asking(kind: Kind, asked: OpenAsk, typed: str) -> Said | Proposal | UnplacedWords | None:
    """The words as an answer to confirm where any words are one, and these rather ask something; else None.

    Where something was to be counted, and these say that it was not, they are no answer.
    """
    if not kind.takes_words or asked.draft.fields or case_of_words(asked.id):  # there one may ask a student something
        return None
    if counted_action(asked.id) and _counts_nothing(asked.view.base, typed):
        return UnplacedWords(typed, "unknown")
    if asked.id == ALSO:
        return _going_well(asked, typed)
    return Proposal(asked.id, typed, (typed,), (ASKING,)) if only_asks(asked.view.base, typed) else None


def _in_plan(asked: OpenAsk, typed: str) -> Said | Proposal | UnplacedWords | None:
    """What words are at the plan alone: several actions at once, or that there is nobody for one yet; else None."""
    if person.names_nobody(asked, typed):
        return UnplacedWords(typed, "unknown")
    if is_not_yet(asked, typed):
        return UnplacedWords(typed, NOT_YET)
    if not person.names_beginner(asked, typed):
        return together(asked, typed)
    known = known_places(asked, typed)
    return Said(asked.options[known[0]].id, typed) if known else UnplacedWords(typed, WHOSE)


def _counts_nothing(base: KnowledgeBase, text: str) -> bool:
    """Whether words say that it was not counted, without any figure."""
    return is_uncounted(base, text) and not any(map(str.isdigit, text))


def _taken(view: View, ask: str, said: Said | Proposal) -> list[PendingEvent]:
    """The events of what was said, or of what is put to the one who said it first."""
    if isinstance(said, Said) and (odd := doubts_who(view, ask, said.value)):
        said = Proposal(ask=ask, words=said.quote, choices=(said.value,), doubts=tuple(odd))
    return [proposing(said)] if isinstance(said, Proposal) else _answered(view, ask, said)


def _together(view: View, said: Together) -> list[PendingEvent]:
    """The events of several questions, each as if it were asked by itself; what is to be confirmed first comes last."""
    events = [
        event for ask, one in said.by_ask.items() for event in (_taken(view, ask, one) if one else skip(view, ask))
    ]
    proposed = [event for event in events if event.kind == "proposed"]
    # Only one can wait: another stays open, and is asked by itself.
    return [*(event for event in events if event.kind != "proposed"), *proposed[:1]]


def _answered(view: View, ask: str, said: Said) -> list[PendingEvent]:
    kept = with_quote(said)
    if ask == KEEP_EDIT:
        return [PendingEvent("confirmed", ask, kept)]
    proposal = open_proposal(view)
    if proposal and ask == confirming(proposal):
        meant = meant_by(view, proposal, said)
        return settled(view, ask, proposal, said) or [
            *_answered(view, proposal.ask, meant),
            *everywhere(proposal, meant),
        ]
    if name_of(ask) == PLACED:
        return placed.settled(view, ask, said)
    if is_named(ask, REVEAL) and said.value is True:
        return [PendingEvent("revealed", ask, kept)]
    is_of_details = (is_of_plan(ask) and ask not in (*LISTS, OWN_ACTIONS)) or subject_of(ask) == "closing"
    # Another form asks more or less, and changes no answer; a detail of the plan changes nothing but itself.
    if view.is_answered(ask) and ask != FORM and not is_of_details:
        return [PendingEvent("edited", ask, _with_those_before(view, ask, kept))]
    return [PendingEvent(kind_of_answer(ask), ask, kept)]


def _with_those_before(view: View, ask: str, value: object) -> object:
    """Where one only asks for more actions, or types one: those that were chosen before stay in the plan."""
    if ask != ACTIONS or not isinstance(value, list) or not set(value) <= {OWN, MORE}:
        return value
    return [*(one for one in view.ids(ask) if one not in value and one != NONE), *value]
