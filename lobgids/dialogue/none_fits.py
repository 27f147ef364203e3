"""That none of the answers fits, in a sentence, and what one tells instead: 'geen van de drie klopt, ze praten alleen'.

What one tells is the answer then, in these words; a line that says no more passes the question by.
"""

import re

from lobgids.dialogue.kinds.kind import OpenAsk, Said, with_quote
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.proposals import confirming, open_proposal
from lobgids.dialogue.settling import skip
from lobgids.dialogue.spoken import knows_not
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.hearing import Meaning
from lobgids.log.ask_ids import answered_at, situation
from lobgids.school.sayings import NONE_FITS, is_only, what_is_told

_PARTS = re.compile(r"(?<=[,.;:!?\n])\s+|,\s+(?=(?:maar|want|but|because)\b)", re.IGNORECASE)
NONE = "none_fits"
"""Why words are kept that say so beside an answer that stays open."""
_TOLD = 3
"""So many words tell how it goes instead."""


def none_fits(asked: OpenAsk, typed: str, *, is_unplaced: bool) -> list[PendingEvent]:
    """The events of words at a component that say so of all its answers; none if they do not say it.

    At what was heard in words the question behind is not asked again then; 'geen van beide' is said of two that were
    put, and leaves open the third.
    """
    proposal, base = open_proposal(asked.view), asked.view.base
    if proposal is None or asked.id != confirming(proposal):
        return _events(asked, typed) if is_unplaced and _says_so(base, typed, NONE_FITS) else []
    behind = _events(asked._replace(id=proposal.ask), typed) if _says_so(base, typed, NONE_FITS[:1]) else []
    refused = PendingEvent("confirmed", asked.id, with_quote(Said(value=False, quote=proposal.words)))
    return [refused, *behind] if behind else []


def _events(asked: OpenAsk, typed: str) -> list[PendingEvent]:
    component, base = asked.view.component(asked.id), asked.view.base
    if component is None or asked.view.track.answering.is_vote:
        return []
    told = what_is_told(base, " ".join(part for part in _PARTS.split(typed) if not is_only(base, NONE_FITS, part)))
    answer, is_answer = PendingEvent("answered", asked.id, with_quote(Said(None, typed))), len(told.split()) >= _TOLD
    if asked.id == situation(component) and is_answer and not knows_not(base, told):
        return [answer]
    note = PendingEvent("noted", answered_at(asked.id), {"text": typed, "own_words": True, "because": NONE})
    return [note, *skip(asked.view, asked.id)] if is_answer else skip(asked.view, asked.id)


def _says_so(base: KnowledgeBase, text: str, meanings: tuple[Meaning, ...]) -> bool:
    return any(is_only(base, meanings, part) for part in _PARTS.split(text))
