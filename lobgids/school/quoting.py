"""Which sentences of what one told may stand somewhere, by what one says of it: of what leadership asked for, too."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, telling_words
from lobgids.log.ask_ids import ASSIGNMENT, ASSIGNMENT_WORDS, MAY_QUOTE
from lobgids.log.state import StandingAnswer
from lobgids.school.sayings import keeps_back
from lobgids.text import one_line, sentences_of

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

_ONLY = re.compile(r"\b(?:alleen|enkel|mits|only|provided)\b", re.IGNORECASE)
_FEW = 4
"""In more words than these one says what may stand there."""
_REMARK = 2
"""So few words with a yes are no condition."""

_CLAUSES = re.compile(r"[.,;:!?\n]+\s*|\s+(?=(?:maar|but)\b)", re.IGNORECASE)


def quoted_assignment(view: "SchoolView") -> str:
    """What may be quoted: all of it after a plain yes, or the sentences that are not held back; empty if nothing may.

    Documents of earlier versions were told that all of it stays with them.
    """
    answer = view.state.answers.get(MAY_QUOTE)
    if isinstance(anew := view.state.value(ASSIGNMENT_WORDS), str):
        return one_line(anew)
    if answer is None or answer.skipped:
        return ""
    if answer.value is True and not keeps_back(view.base, answer.quote) and not lets_in_a_part(answer.quote):
        return one_line(str(view.state.value(ASSIGNMENT) or ""))
    return _let_in(view, answer)


def lets_in_a_part(words: str) -> bool:
    """Whether words let in some of it in a way of their own: 'liever alleen dat Esther vroeg om een voorstel'."""
    return len(words.split()) > _FEW and _ONLY.search(words) is not None


def is_on_condition(view: "SchoolView") -> bool:
    """Whether one let in what leadership asked for in a way of which it is not plain what may stand there.

    'Ja, maar alleen als zijn naam eruit blijft', 'het mag, maar dan korter'.
    """
    answer = view.state.answers.get(MAY_QUOTE)
    if answer is None or not answer.quote or not view.header.shows_sentences:
        return False
    is_let_in = answer.value is True or says(view.base, "letting_in", answer.quote)
    has_more = len(answer.quote.split()) > _REMARK and keeps_back(view.base, answer.quote)
    has_more = has_more or lets_in_a_part(answer.quote)
    return is_let_in and has_more and not _let_in(view, answer)


def let_in(base: KnowledgeBase, told: str, said: str, *, is_yes: bool) -> str:
    """The sentences that may stand there after words such as 'de opdracht mag erin, maar dat laatste zinnetje niet'.

    Nothing where these let nothing in, also not with a yes, or where it is not plain what they hold back.
    """
    sentences = sentences_of(told)
    if only := _only(base, sentences, said, is_yes=is_yes):
        return only
    clauses = [clause for clause in _CLAUSES.split(said) if clause.strip()]
    held = [clause for clause in clauses if says(base, "denied", clause) or says(base, "leaving_out", clause)]
    lets_in = is_yes or any(says(base, "letting_in", clause) for clause in clauses if clause not in held)
    out = {place for clause in held for place in _meant(base, sentences, clause)}
    return " ".join(one for place, one in enumerate(sentences) if place not in out) if lets_in and out else ""


def _let_in(view: "SchoolView", answer: StandingAnswer) -> str:
    """The sentences that words with an answer let in; none in documents of earlier versions."""
    told = one_line(str(view.state.value(ASSIGNMENT) or ""))
    return let_in(view.base, told, answer.quote, is_yes=answer.value is True) if view.header.shows_sentences else ""


def _only(base: KnowledgeBase, told: Sequence[str], said: str, *, is_yes: bool) -> str:
    """The sentence that alone is let in: 'nee. Dat laatste mag wel'; empty if it says nothing like it.

    With a yes it has to say that it is alone.
    """
    for one in sentences_of(said):
        is_alone = says(base, "singling", one) or not is_yes
        is_in = says(base, "letting_in", one) or (is_yes and says(base, "singling", one))
        if is_alone and is_in and not says(base, "denied", one):
            meant = next((found for clause in _CLAUSES.split(one) if (found := _meant(base, told, clause))), set())
            return told[meant.pop()] if len(meant) == 1 else ""
    return ""


def _meant(base: KnowledgeBase, told: Sequence[str], clause: str) -> set[int]:
    """The places of the sentences that a clause is about: the last, the first, or those with one of its words."""
    if says(base, "last_part", clause):
        return {len(told) - 1}
    if says(base, "first_part", clause):
        return {0}
    words = telling_words(clause)
    return {place for place, one in enumerate(told) if words & telling_words(one)}
