"""Which sentences of what one told may stand somewhere, by what one says of it: of what leadership asked for, too."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, telling_words
from lobgids.log.ask_ids import ASSIGNMENT, MAY_QUOTE
from lobgids.school.sayings import keeps_back
from lobgids.text import one_line, sentences_of

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

_CLAUSES = re.compile(r"[.,;:!?\n]+\s*|\s+(?=(?:maar|but)\b)", re.IGNORECASE)


def quoted_assignment(view: "SchoolView") -> str:
    """What may be quoted: all of it after a plain yes, or the sentences that are not held back; empty if nothing may.

    Documents of earlier versions were told that all of it stays with them.
    """
    answer = view.state.answers.get(MAY_QUOTE)
    told = one_line(str(view.state.value(ASSIGNMENT) or ""))
    if answer is None or answer.skipped:
        return ""
    if answer.value is True and not keeps_back(view.base, answer.quote):
        return told
    if not view.header.shows_sentences:
        return ""
    return let_in(view.base, told, answer.quote, is_yes=answer.value is True)


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


def _only(base: KnowledgeBase, told: Sequence[str], said: str, *, is_yes: bool) -> str:
    """The sentence that alone is let in: 'nee. Dat laatste mag wel'; empty if it says nothing like it.

    With a yes it has to say that it is alone.
    """
    for one in sentences_of(said):
        is_alone = says(base, "singling", one) or not is_yes
        if is_alone and says(base, "letting_in", one) and not says(base, "denied", one):
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
