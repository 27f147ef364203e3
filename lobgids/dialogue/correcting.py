"""What is put right of what one told of one's school: just now, or at a question long before.

Where only the classes in it change ('nee wacht, in 4h, niet in 5h') the words are mended; else the question comes back.
"""

import re
from collections import Counter

from lobgids.dialogue.mending import PUTS_RIGHT
from lobgids.dialogue.pending import PendingEvent, proposing
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.view import View
from lobgids.kb.sayings import says, words_of
from lobgids.log.ask_ids import GO_ON, MAY_SHOW, OTHERWISE, OTHERWISE_AGAIN, SITUATION, is_named, situation
from lobgids.log.state import LATER, Proposal
from lobgids.school.sayings import begins, behind_lead, own_words
from lobgids.school.strengths import NOT_SO
from lobgids.text import joined, sentences_of

_CLASS = re.compile(r"\b(?:[1-6] ?(?:havo|vwo|mavo|vmbo)|[1-6][hvmtkb]|[hvm][1-6])\b", re.IGNORECASE)
"""A year of a kind of school as one types it: '4h', '5 vwo', 'V6'."""

_SHORT = {"havo": "h", "vwo": "v", "mavo": "m"}

_ASKS_WHAT_IS_WRONG = frozenset([MAY_SHOW, OTHERWISE, OTHERWISE_AGAIN, NOT_SO])
"""Where 'die zin klopt niet' is the answer itself."""

_TELLS = 3
"""So many words of a sentence tell something: not 'omgedraaid dus'."""

_LONG = 4
"""The letters of a word that tells one question from another."""

_RARE = 2
"""In so many questions such a word may stand: 'leerlingen' stands in most of them."""

_OF_NAME = 2
"""What a class that both name weighs, or a word of the name of a component, beside a word that both have."""


def with_classes_of(view: View, told: str, correction: str) -> str:
    """What was told with the classes of a correction in it; empty if these do not say plainly which go where.

    What the correction tells besides stands behind it: 'andersom: in 4h wel, in 5h niet. vwo niks tot jaar 5'.
    """
    of_classes, *others = sentences_of(correction)
    if not _classes(of_classes) and others:  # 'nee wacht. in 4h dus, niet in 5h'
        of_classes, *others = f"{of_classes} {others[0]}", *others[1:]
    mended = _with_classes(view, told, of_classes)
    added = [one for one in others if not _classes(one) and len(one.split()) >= _TELLS and not _is_told(told, one)]
    return joined(mended, " ".join(added)) if mended and added else mended


def _is_told(told: str, sentence: str) -> bool:
    """Whether a sentence says again what was told: all its longer words stand there."""
    return {word for word in words_of(sentence) if len(word) >= _LONG} <= {*words_of(told)}


def _with_classes(view: View, told: str, correction: str) -> str:
    before, now = _classes(told), _classes(correction)
    match before:
        case [one, other] if {one, other} == set(now) and says(view.base, "denied", correction):
            instead = {one: other, other: one}
            return _CLASS.sub(lambda found: _like(found[0], instead[_plain(found[0])]), told)
    new = [one for one in now if one not in before]
    old = before if len(before) == 1 else [one for one in before if one in now]
    if len(new) != 1 or len(old) != 1:
        return ""
    return _CLASS.sub(lambda found: new[0] if _plain(found[0]) == old[0] else found[0], told)


def _classes(text: str) -> list[str]:
    return list(dict.fromkeys(_plain(found) for found in _CLASS.findall(text)))


def _plain(found: str) -> str:
    """A class in one way: '4h' for '4 havo' and 'H4'."""
    year = next(sign for sign in found if sign.isdigit())
    kind = found.replace(year, "").strip().casefold()
    return year + _SHORT.get(kind, kind)


def _like(found: str, other: str) -> str:
    return other.upper() if found.isupper() else other


def just_told(view: View, ask: Ask, text: str) -> str:
    """The situation just told of that a line puts right at the next question; empty if it does not."""
    if any(note.own_words and note.ask == ask.id for note in view.state.notes) and is_named(ask.id, SITUATION):
        # It is asked again which answer fits: the line is about what was told there.
        is_mended = begins(view.base, "turning", text) and bool(with_classes_of(view, told_at(view, ask.id), text))
        return ask.id if is_mended else ""
    last = view.state.history[-1].ask if view.state.history else ""
    behind = view.component(last) if is_named(last, SITUATION) else None
    if behind is None or last == ask.id or not begins(view.base, "turning", text):
        return ""
    is_next = is_named(ask.id, SITUATION) or view.component(ask.id) is behind
    # Behind the last situation comes another kind of question: a line about classes is not for that one.
    is_of_classes = bool(_classes(text)) and bool(_classes(told_at(view, last)))
    return last if is_next or is_of_classes else ""


def told_before(view: View, ask: Ask, text: str) -> str:
    """The situation that a line at a later question goes back to, as what was told there is wrong; empty if none is."""
    base = view.base
    if ask.id in _ASKS_WHAT_IS_WRONG or view.component(ask.id) is not None or view.state.proposed is not None:
        return ""
    is_no = ask.id == GO_ON and words_of(text)[:1] in (("nee",), ("no",))
    is_no = is_no and any(says(base, one, text) for one in PUTS_RIGHT if one != "missing")
    if not is_no and not begins(base, "going_to", text) and not says(base, "told_wrong", text):
        return ""
    return _most_alike(view, text)


def _most_alike(view: View, text: str) -> str:
    """The answered situation that shares most with a line, in what one told or in what was asked; empty if unclear."""
    asked = [one for one in view.base.components if view.is_answered(situation(one))]
    words = {one.id: set(words_of(f"{one.name} {one.question} {own_words(view, one)}")) for one in asked}
    about = (f"{one.name} {one.question} {one.in_other_words} {one.why} {one.introduction}" for one in asked)
    counts = Counter(word for text_of_one in about for word in set(words_of(text_of_one)))
    said = {word for word in words_of(behind_lead(view.base, "going_to", text)) if len(word) >= _LONG}
    telling, classes = {word for word in said if counts[word] <= _RARE}, set(_classes(text))
    alike = {
        situation(one): len(telling & words[one.id])
        + _OF_NAME * len(said & set(words_of(one.name)))
        + _OF_NAME * len(classes & set(_classes(own_words(view, one))))
        for one in asked
    }
    best = max(alike.values(), default=0)
    meant = [ask for ask, count in alike.items() if count == best]
    return meant[0] if best and len(meant) == 1 else ""


def told_at(view: View, ask: str) -> str:
    """What one told there in one's own words; empty if nothing."""
    component = view.component(ask)
    return own_words(view, component) if component else ""


def anew(view: View, ask: str, words: str) -> PendingEvent:
    """The event of the same answer with these words; which answer lies beside them is still put later."""
    standing = view.state.answers.get(ask)
    if standing and standing.heard:
        return proposing(Proposal(ask, words, (standing.heard,), (LATER,)))
    return PendingEvent("answered", ask, {"choice": standing.value if standing else None, "quote": words})


def can_correct(view: View) -> bool:
    """Whether words put right what was told: not where a group votes, nor in documents of before."""
    return view.header.shows_sentences and not view.track.answering.is_vote
