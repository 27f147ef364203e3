"""What becomes of own words at a situation while one goes on, and of the answer what lies rightly beside them.

The question itself stands in `chapters.placing`.
"""

import re
from collections.abc import Sequence

from lobgids.dialogue.chapters.placing import ALL, heard_as, is_heard
from lobgids.dialogue.kinds.kind import LONGEST_TEXT, OpenAsk, Said, with_quote
from lobgids.dialogue.lists import picked
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.spoken import yes_or_no
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, telling_words, words_of
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import PICTURE, PLACED, name_of, situation, subject_of
from lobgids.log.events import Event
from lobgids.log.state import LATER, Proposal, proposal_of
from lobgids.school.sayings import begins, what_is_told
from lobgids.text import joined, sentences_of

_NUMBER = re.compile(
    r"(?<!\bklas )(?<!\bleerjaar )(?<!\byear )\b\d{1,2}\b(?!\s*(?:mavo|havo|vwo|vmbo|tl|keer|uur|times|hours)\b)",
    re.IGNORECASE,
)
"""The number of an answer; the 3 of '3 mavo' is a class."""
_LETTER = re.compile(
    r"(?:(?<=^)|(?<=[,;.:!?] )|(?<=\b(?:en|of) )|(?<=\b(?:bij|and) )|(?<=\b(?:maar|with) )|(?<=\bbehalve )"
    r"|(?<=\bexcept )|(?<=\b(?:letter|alleen) )|(?<=\bletters ))(?P<letter>[a-i])"
    r"(?=$|[.,;:!?)]|\s+(?:en|and|of|or|klopt|kloppen|is|are|isn't|zijn|wel|niet|not|ook|lijkt|past|deugt|helemaal)\b)",
    re.IGNORECASE,
)
"""A letter of an answer where it is no word: 'c klopt niet', 'alles behalve b'; not 'a leaflet'."""
_CLAUSES = re.compile(r"[.,;:!?\n]+\s*|\s+(?=(?:maar|but|behalve|except)\b)", re.IGNORECASE)
_EXCEPT = re.compile(r"(?:behalve|except)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"[.;!?\n]+\s+")
_LISTED = re.compile(r"\d{1,2}(?:\s*(?:,|&|en|and)\s*\d{1,2})+", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(r"[\s,]*(?:\b(?:en|and|bij|voor|nummer|nr|van|at|for|number|of|with)\s*)*$", re.IGNORECASE)
_RESERVING = re.compile(r"(?:al|alleen|though|although|only)\b", re.IGNORECASE)
_MARKS = " \t,.;:!?-–"
_VERB_FIRST = re.compile(r"(?P<verb>klopt|klopte) (?P<what>(?:dat|het|de|die) [^,.;:!?]+?) (?P<no>niet)", re.IGNORECASE)
"""As one says behind a number: 'bij 4 klopt dat van het papier niet'."""

_LONG_WORD, _IN_FEW = 6, 2
_BUT_ALSO = re.compile(r"\b(?:niet alleen|niet altijd|niet overal|not only|not always|not everywhere)\b", re.IGNORECASE)
_FEW = 5
"""So many words say no more of the others than whether they lie rightly."""

_TELLING = 3
"""From so many words on a remark tells something of its own."""


def waits(view: View, ask: str, proposal: Proposal) -> bool:
    """Whether what was heard in words at a situation may be put later: one answer, as long as that is still to come."""
    component = view.component(ask)
    if component is None or proposal.ask != situation(component) or view.is_answered(proposal.ask):
        return False
    group = view.founding.group(component)
    behind = (ask_ids.placed(group), ask_ids.seen(group), PICTURE)
    is_over = bool(view.state.concluded) or any(map(view.is_answered, behind))
    is_one = view.header.places_later and len(proposal.choices) == 1 and not proposal.doubts
    return (
        is_one and not is_over and PLACED in view.track.by_name and heard_as(component, proposal.choices[0]) is not None
    )


def is_later(event: Event) -> bool:
    """Whether an event keeps words of which the answer is put later."""
    proposal = proposal_of(event) if event.kind == "proposed" else None
    return proposal is not None and LATER in proposal.doubts


def denies(view: View, proposal: Proposal) -> bool:
    """Whether words deny just what tells the description that comes near apart: 'dat boekje heb ik niet klaargelegd'.

    What tells it apart are its long words that few descriptions have.
    """
    told = [(one.id, set(words_of(one.told))) for component in view.base.components for one in component.descriptions]
    near = next((words for one, words in told if one == proposal.choices[0]), set[str]())
    telling = {word for word in near if len(word) >= _LONG_WORD and sum(word in words for _, words in told) <= _IN_FEW}
    clauses = (clause for clause in _CLAUSES.split(proposal.words) if says(view.base, "not", clause))
    denied = (clause for clause in clauses if not _BUT_ALSO.search(clause))
    return any(telling & {*words_of(clause)} for clause in denied)


def in_words(asked: OpenAsk, typed: str) -> Said | None:
    """Which answers lie wrongly by a sentence: a yes, 'alles klopt behalve 2', '3 klopt niet'; not what is partly so.

    None if it says no such thing, or only numbers, which are the answer that they are anywhere.
    """
    base, options, listed = asked.view.base, asked.options, picked(typed, asked.options)
    if listed and not listed.quote:
        return None
    numbered = _in_numbers(typed)
    known = set(range(len(options) - 1))
    if not known.intersection(_places(numbered)):
        if wrong_ones := _wrong_by_words(asked.view, _waiting(asked.view, asked.id), typed):
            return Said([options[place].id for place in wrong_ones], typed)
        is_of_one = bool(_about_one(asked.view, _waiting(asked.view, asked.id), _reserved(base, typed)))
        return Said([ALL], typed) if is_of_one else _of_all(base, typed)
    wrong = {place for sentence in _SENTENCES.split(numbered) for place in _wrong_in(base, sentence, known)} & known
    return Said([options[place].id for place in sorted(wrong)] or [ALL], typed)


def _wrong_in(base: KnowledgeBase, sentence: str, known: set[int]) -> set[int]:
    """The places that a sentence says lie wrongly: those in a clause that denies, else all, but where it says they fit.

    '3 en 4. En bij 5 was het anders, verder klopt die' is about 3 and 4. Of `known` places all others are meant where
    'de rest klopt niet' or 'alleen 3 klopt'.
    """
    clauses = [clause for clause in _CLAUSES.split(sentence) if clause.strip(_MARKS)]
    if _RESERVING.match(sentence.strip()) and not any(_is_judgement(base, clause) for clause in clauses):
        return set()  # 'al is er bij 7 geen collega': it holds, but for that
    named = {place for clause in clauses for place in _places(clause)}
    if _are_all_others(base, clauses):
        return known - named
    denied = {place for at, clause in enumerate(clauses) if _is_denied(base, clauses, at) for place in _places(clause)}
    is_right = not denied and not _is_denied_beside(base, clauses)
    is_right = is_right and (says(base, "partly", sentence) or says(base, "fits", sentence))
    return set() if is_right else denied or named


def _is_denied(base: KnowledgeBase, clauses: Sequence[str], at: int) -> bool:
    """Whether a clause says that its numbers lie wrongly; numbers alone are judged by the clause beside them.

    That is the one behind them, '4 en 6, die kloppen niet' and '1, 3, 4 kloppen niet', or the one before: '2 klopt
    niet, 3'.
    """
    clause = clauses[at]
    if not _is_bare(clause):
        return bool(_places(clause)) and _is_wrong(base, clause)
    behind = next((one for one in clauses[at + 1 :] if not _is_bare(one)), "")
    if _goes_on_with(base, behind):
        return _is_wrong(base, behind)
    before = next((one for one in reversed(clauses[:at]) if not _is_bare(one)), "")
    return _is_wrong(base, before) and not says(base, "others", before)


def _is_denied_beside(base: KnowledgeBase, clauses: Sequence[str]) -> bool:
    """Whether it is said beside numbers that they lie wrongly: '6, over ouders, die klopt niet', '4, de rest klopt'."""
    if any(_places(clause) and _is_right(base, clause) for clause in clauses):
        return False
    beside = [clause for clause in clauses if not _places(clause) and says(base, "fits", clause)]
    is_rest = any(map(_is_bare, clauses)) and any(says(base, "others", clause) for clause in beside)
    return is_rest or any(_is_wrong(base, clause) for clause in beside)


def _goes_on_with(base: KnowledgeBase, clause: str) -> bool:
    """Whether a clause judges the numbers before it: it begins with one more of them, or names none."""
    is_own = bool(_places(clause)) and not _NUMBER.match(clause.strip(_MARKS))
    return _judges(base, clause) and not is_own and not says(base, "others", clause)


def _is_bare(clause: str) -> bool:
    """Whether a clause has nothing but numbers."""
    return bool(_places(clause)) and not _BEFORE_NUMBER.sub("", _NUMBER.sub("", clause)).strip(_MARKS)


def _are_all_others(base: KnowledgeBase, clauses: Sequence[str]) -> bool:
    """Whether clauses say that all but their numbers lie wrongly: 'alleen 3 klopt', '3 klopt, de rest niet'."""
    right = [clause for clause in clauses if _places(clause) and _is_right(base, clause)]
    others = [clause for clause in clauses if not _places(clause) and says(base, "misplaced", clause)]
    is_rest = bool(right) and any(says(base, "others", clause) for clause in others)
    is_none = any(_EXCEPT.match(clause) and _places(clause) for clause in clauses) and any(
        says(base, "fits", clause) for clause in others
    )
    return is_rest or is_none or any(begins(base, "singling", clause) for clause in right)


def _of_all(base: KnowledgeBase, typed: str) -> Said | None:
    """That all answers lie rightly, with what was said behind it; None if that is not said."""
    if answered := yes_or_no(base, typed):
        return Said([ALL], answered.remark) if answered.agrees else None
    is_right = says(base, "fits", typed) and not (says(base, "misplaced", typed) or says(base, "denied", typed))
    return Said([ALL], typed) if is_right else None


def _reserved(base: KnowledgeBase, typed: str) -> str:
    """The reservation behind words that say that it is right: 'klopt in grote lijnen, alleen kregen ze niks mee'.

    Empty if there is none that tells something, or if it says after all that it is not right.
    """
    if begins(base, "reservation", typed):
        return typed if len(typed.split()) >= _TELLING else ""
    head, rest = next(((typed[: at.start()], typed[at.end() :]) for at in _CLAUSES.finditer(typed)), ("", ""))
    is_right = says(base, "fits", head) and not says(base, "misplaced", head) and not says(base, "denied", head)
    is_wrong = any(says(base, "fits", one) and says(base, "misplaced", one) for one in _CLAUSES.split(rest))
    is_told = is_right and not is_wrong and begins(base, "reservation", rest)
    return rest.strip() if is_told and len(rest.split()) >= _TELLING else ""


def _waiting(view: View, ask: str) -> list[Component]:
    """The components that lines tell of, in order."""
    return [component for component in view.founding.members(subject_of(ask)) if is_heard(view, component)]


def _about_one(view: View, waiting: Sequence[Component], reserved: str) -> dict[int, str]:
    """A reservation by the place of what it is about: the only one, or that which has its words; empty if none is.

    'Alleen dat van de mentor geldt voor 3 mavo' is about what was told of the mentor.
    """
    if not reserved:
        return {}
    words = telling_words(reserved)
    about = [place for place, one in enumerate(waiting) if words & telling_words(view.quote(one))]
    places = range(1) if len(waiting) == 1 else about
    return dict.fromkeys(places, reserved) if len(places) == 1 else {}


def _wrong_by_words(view: View, waiting: Sequence[Component], typed: str) -> list[int]:
    """The places of what a line says is wrong by its words, before it says that the rest is right; empty if none is.

    'Dat van het congres is geen cursus. De rest klopt.'
    """
    base, clauses = view.base, [one for one in _CLAUSES.split(typed) if one.strip(_MARKS)]
    of_rest = [one for one in clauses if says(base, "others", one)]
    is_rest_right = any(says(base, "fits", one) and not says(base, "misplaced", one) for one in of_rest)
    if not is_rest_right or not view.header.shows_sentences:
        return []
    said = [one for one in clauses if one not in of_rest and _is_wrong(base, one)]
    words = {word for one in said for word in telling_words(one)}
    about = [place for place, one in enumerate(waiting) if words & telling_words(view.quote(one))]
    return about if len(about) == 1 else []


def _in_numbers(typed: str) -> str:
    """The words with a number for each letter of an answer."""
    return _LETTER.sub(lambda found: str(ord(found["letter"].lower()) - ord("a") + 1), typed)


def _places(clause: str) -> list[int]:
    return [int(number) - 1 for number in _NUMBER.findall(clause)]


def _is_right(base: KnowledgeBase, clause: str) -> bool:
    return says(base, "fits", clause) and not says(base, "misplaced", clause) and not says(base, "partly", clause)


def _is_wrong(base: KnowledgeBase, clause: str) -> bool:
    return says(base, "misplaced", clause) and not says(base, "partly", clause)


def _remarks(typed: str) -> dict[int, str]:
    """What a line says of each number in it, by its place: what stands behind it, or before the only one."""
    found = list(_NUMBER.finditer(typed))
    if len(found) > 1 and _LISTED.fullmatch(typed[found[0].start() : found[-1].end()]):
        return {int(number[0]) - 1: "" for number in found}  # '1 en 2, alleen cijfers': of which of these?
    starts = [*(_lead_of(typed, number) for number in found), len(typed)]
    leads = [typed[start : number.start()] for start, number in zip(starts, found, strict=False)]
    pieces = [
        f"{_BEFORE_NUMBER.sub('', lead)}{typed[number.end() : end]}"
        for lead, number, end in zip(leads, found, starts[1:], strict=True)
    ]
    pieces = [*(_BEFORE_NUMBER.sub("", piece) for piece in pieces[:-1]), *pieces[-1:]]  # 'En bij 2' begins another
    behind = {int(number[0]) - 1: piece for number, piece in zip(found, pieces, strict=True)}
    if len(found) == 1 and not behind[int(found[0][0]) - 1].strip(_MARKS):
        behind = {int(found[0][0]) - 1: _BEFORE_NUMBER.sub("", typed[: found[0].start()])}
    return behind


def _lead_of(typed: str, number: re.Match[str]) -> int:
    """Where what is told of a number begins: before it, if its clause is a reservation: 'al is bij 3 alles af'."""
    start = max((mark.end() for mark in _CLAUSES.finditer(typed, 0, number.start())), default=0)
    return start if _RESERVING.match(typed, start) else number.start()


def _told(base: KnowledgeBase, words: str) -> str:
    """What words tell beside that something lies rightly or wrongly; 'klopt dat van het papier niet' is a sentence."""
    if found := _VERB_FIRST.fullmatch(words.strip(_MARKS)):
        return f"{found['what']} {found['verb']} {found['no']}"
    return what_is_told(base, _beside_judgement(base, words))


def _beside_judgement(base: KnowledgeBase, words: str) -> str:
    """What words say beside that something lies rightly or wrongly, be it only to the guide."""
    for part in (part.strip(_MARKS) for part in _CLAUSES.split(words)):
        if len(part.split()) <= _TELLING and _judges(base, part):
            words = words.replace(part, "", 1).strip(_MARKS)
    sentences = sentences_of(words.strip(_MARKS))
    told = " ".join(one for one in sentences if not says(base, "of_guide", one) and not _is_of_rest(base, one))
    return told.strip(_MARKS)


def _is_of_rest(base: KnowledgeBase, sentence: str) -> bool:
    """Whether a sentence says no more than how the others lie: 'de rest gaat wel'."""
    return says(base, "others", sentence) and len(sentence.split()) <= _FEW


def _is_judgement(base: KnowledgeBase, clause: str) -> bool:
    """Whether a clause says how its numbers lie, and tells nothing beside that: 'alleen 2 niet'."""
    return says(base, "fits", clause) or (says(base, "misplaced", clause) and len(clause.split()) <= _FEW)


def _judges(base: KnowledgeBase, part: str) -> bool:
    return says(base, "fits", part) or says(base, "misplaced", part)


def settled(view: View, ask: str, said: Said) -> list[PendingEvent]:
    """The events of an answer: what lies rightly is the answer of its component, what does not is asked again.

    Where one said how it is instead, these words stand, and there is no answer: nobody is asked who told it.
    """
    wrong = said.value if isinstance(said.value, list) else []
    waiting = _waiting(view, ask)
    said_of = _remarks(_in_numbers(said.quote))
    remarks = {place: _told(view.base, words) for place, words in said_of.items()}
    if not remarks and wrong == [ALL]:
        remarks = _about_one(view, waiting, _reserved(view.base, said.quote))
    told = {component.id: remarks.get(place, "") for place, component in enumerate(waiting)}
    # 'Ik zei juist dat het om cijfers ging' tells it, though nothing of it is kept.
    beside = {one.id: _beside_judgement(view.base, said_of.get(place, "")) for place, one in enumerate(waiting)}
    again = [one for one in wrong if one in told and len(beside[one].split()) < _TELLING]
    again += [one for one in wrong if one not in told and one in view.base.components_by_id]
    drops = tuple(situation(component) for component in view.base.components if component.id in again)
    events = [PendingEvent("answered", ask, with_quote(said), drops=drops)]
    for component in waiting:
        asked, words = situation(component), _with_remark(view, component, told[component.id])
        if component.id in again:
            events.append(PendingEvent("noted", asked, {"text": words, "own_words": True, "because": PLACED}))
        elif component.id in wrong and says(view.base, "unknown", told[component.id]):
            events.append(PendingEvent("skipped", asked))
            events.append(PendingEvent("noted", asked, {"text": words, "own_words": True, "because": PLACED}))
        else:
            value = None if component.id in wrong else view.state.answers[asked].heard
            events.append(PendingEvent("answered", asked, {"choice": value, "quote": words}))
    return events


_OF_READING = re.compile(
    r"\b(?:klinkt|alsof|staat er nu|schrijf je|valt weg|heb je weggelaten|hier staat|"
    r"sounds|as if|as though|you write)\b",
    re.IGNORECASE,
)
"""What is said of how the guide read it, and not of the school: it stands in no paper."""


_TURNED = re.compile(
    r"(?:kijk(?:t|en)|do(?:e|et|en)|ga(?:at|an)|zijn|is|was|waren|werk(?:t|en)|kom(?:t|en)|krijg(?:t|en)|zit(?:ten)?|"
    r"heeft|hebben|gebeurt?|praat|praten)\b",
    re.IGNORECASE,
)


def _with_subject(view: View, remark: str) -> str:
    """A remark that lost the number it began with, 'bij 2 kijken de mentoren terug', as a sentence of its own."""
    is_turned = view.header.shows_sentences and view.language.code == "nl" and _TURNED.match(remark)
    return f"Daar {remark[:1].lower()}{remark[1:]}" if is_turned else remark


def _with_remark(view: View, component: Component, remark: str) -> str:
    words = view.quote(component)
    remark = _with_subject(view, remark)
    is_of_reading = bool(_OF_READING.search(remark)) and view.header.shows_sentences
    both = joined(words, remark) if len(remark.split()) >= _TELLING and not is_of_reading else words
    return both if len(both) <= LONGEST_TEXT else words


def passed_by(ask: str) -> list[PendingEvent]:
    """What 'conclude now' brings along at this question: it is not asked again."""
    return [PendingEvent("skipped", ask)] if name_of(ask) == PLACED else []
