"""What own words say of an answer that stands: a reservation, or that there is nothing. The ways are content."""

import re
from typing import TYPE_CHECKING

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, ways, words_of
from lobgids.kb.schema.hearing import Meaning
from lobgids.kb.schema.school import Component
from lobgids.log.ask_ids import MAY_QUOTE, situation
from lobgids.text import last_said, one_line

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

_HARD: tuple[Meaning, ...] = ("alone", "no_time", "no_support", "heavy", "scared")
_FIGURE = re.compile(r"\d|\b(?:één|one)\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[,.;:!?–]|\s-\s")


def is_reserved(view: "SchoolView", component: Component) -> bool:
    """Whether the words with an answer hold a reservation, such as 'maar de helft slaat het over'.

    They may begin with it, or have it behind the words by which the answer was heard; they may take some of that back,
    or tell that it is hard for who says so. A group says none.
    """
    quote = "" if view.manner.answering.is_vote else own_words(view, component)
    is_said = any(begins(view.base, "reservation", part) for part in (quote, last_said(quote)))
    return is_said or _takes_back(view, component, quote) or any(says(view.base, feeling, quote) for feeling in _HARD)


def _takes_back(view: "SchoolView", component: Component, quote: str) -> bool:
    """Whether words deny some of an answer, or do not know it: those behind the ones by which it was heard.

    So do words that began with a no, before one chose among all descriptions after all: 'nee, ik heb niks klaargelegd'.
    """
    behind = last_said(quote) if view.quote(component) and last_said(quote) != quote else ""
    is_denied = any(says(view.base, meaning, behind) for meaning in ("denied", "unknown"))
    return is_denied or (not view.quote(component) and begins(view.base, "no", quote))


def may_quote(view: "SchoolView") -> bool:
    """Whether what leadership asked for may stand in a proposal: a yes that keeps some of it back is none."""
    answer = view.state.answers.get(MAY_QUOTE)
    quote = answer.quote if answer else ""
    keeps_back = begins(view.base, "reservation", quote) or says(view.base, "denied", quote)
    return answer is not None and answer.value is True and not keeps_back


def own_words(view: "SchoolView", component: Component) -> str:
    """The words that came with the answer, or that were typed before it was chosen; empty if there are none."""
    ask = situation(component)
    typed = (note.text for note in reversed(view.state.notes) if note.own_words and note.ask == ask)
    return view.quote(component) or one_line(next(typed, ""))


def is_whole(base: KnowledgeBase, meaning: Meaning, text: str) -> bool:
    """Whether a line says this and no more, or says so before its first mark."""
    known = ways(base)
    said = {known.bare(words) for words in (text, _CLAUSE_ENDS.split(text.strip())[0])}
    return any(known.bare(" ".join(way)) in said for way in known.within.get(meaning, ()))


def begins(base: KnowledgeBase, meaning: Meaning, text: str) -> bool:
    """Whether a text begins in one of these ways; where a way has '…', it also ends as that does."""
    words = words_of(text)
    return any(
        words[: len(start)] == start and words[len(words) - len(end) :] == end
        for start, end in ways(base).ends.get(meaning, ())
    )


def is_uncounted(base: KnowledgeBase, text: str) -> bool:
    """Whether words say that something was not counted, or that one does not know how many there are."""
    bare = " ".join(ways(base).bare(text))
    return says(base, "unknown", text) or says(base, "uncounted", text) or says(base, "uncounted", bare)


def is_counted(base: KnowledgeBase, text: str) -> bool:
    """Whether words say how many there are; a sentence without any number tells of it, and counts nothing."""
    return not is_uncounted(base, text) and (_FIGURE.search(text) is not None or says(base, "counted", text))
