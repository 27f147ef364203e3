"""Which of one's own words may stand in papers, in a sentence: 'alles maar 2 niet', 'nee hoor, alles mag erin'.

The question itself stands in `chapters.closing`, what is shown by the answer in `advice.shown`.
"""

import re
from collections.abc import Sequence

from lobgids.advice.shown import ALL, NONE, NUMBER, held_in_part, takes_some_back
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import NotUnderstood, OpenAsk, Said, UnplacedWords
from lobgids.dialogue.option_words import all_but
from lobgids.dialogue.proposals import HEARD
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.spoken import yes_or_no
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says
from lobgids.log.state import Proposal

_CLAUSES = re.compile(r"[.;:!?\n]+|,(?!\s*\d)|\s+(?=(?:maar|but|behalve|except|zonder|without)\b)", re.IGNORECASE)
_NO = re.compile(r"(?:(?:nee|neen|no|nope)\b[\s,.!]*)+", re.IGNORECASE)
"""A no that answers something else than the question; where nothing stands behind it, it is the answer."""
_NONE_OF = re.compile(
    r"(?P<none>niets|niks|geen|nothing|none)\s+(?:van|uit|bij|of|from)\s+(?=(?:nummer|nr|number)?\s*\d)", re.IGNORECASE
)


def in_words(asked: OpenAsk, typed: str) -> Said | Proposal | None:
    """The lines that a sentence lets stand there, where it says so of all of them; None if it does not.

    A no before it only answers something else: 'nee nee, alles mag erin'. Who says no more than that there is nothing
    to hide is asked whether all may stand there.
    """
    base = asked.view.base
    lines = [option for option in asked.options if not option.alone]
    if held := [number for number in held_in_part(base, typed) if number <= len(lines)]:
        return _without(asked, typed, held)
    if all_but(typed, asked.options):
        return None
    if _NONE_OF.match(typed):  # the others, then?
        left = _left(asked.options, _numbers(typed))
        return Proposal(asked.id, typed, left, (HEARD,)) if left else None
    answered = yes_or_no(base, typed)
    words = answered.remark if answered and not answered.agrees and answered.remark else typed[_begin(typed) :]
    quote = _with_all(asked, words)
    if quote is None:
        return _if_open(asked, typed)
    left_out = [
        number for clause in _CLAUSES.split(quote) if takes_some_back(base, clause) for number in _numbers(clause)
    ]
    left = _left(asked.options, left_out)
    return Said(list(left) if left_out and left else [ALL], quote)


def _without(asked: OpenAsk, typed: str, held: Sequence[int]) -> Said | None:
    """The lines that are chosen but for these; None if none is chosen."""
    try:
        reading = KINDS[asked.draft.kind].parse(asked, typed)
    except NotUnderstood:
        return None
    if not isinstance(reading, Said) or not isinstance(reading.value, list):
        return None
    lines = [option.id for option in asked.options if not option.alone]
    chosen = lines if ALL in reading.value else [line for line in reading.value if line in lines]
    left = [line for line in chosen if lines.index(line) + 1 not in held]
    return Said(left or [NONE], typed)


def _begin(typed: str) -> int:
    """Where words begin behind a no, if there are any."""
    found = _NO.match(typed)
    return found.end() if found and found.end() < len(typed) else 0


def _with_all(asked: OpenAsk, words: str) -> str | None:
    """What is said beside that all of it may stand there; None if that is not said."""
    try:
        reading = KINDS[asked.draft.kind].parse(asked, words)
    except NotUnderstood:
        return None
    if isinstance(reading, Said):
        return reading.quote if reading.value == [ALL] else None
    said_of_all = [clause for clause in _CLAUSES.split(words) if says(asked.view.base, "all", clause)]
    is_plain = bool(said_of_all) and not any(_is_denied(asked.view.base, clause) for clause in said_of_all)
    return words if isinstance(reading, UnplacedWords) and is_plain else None


def _if_open(asked: OpenAsk, typed: str) -> Proposal | None:
    """All of it, to be confirmed, where words only say that there is nothing to hide."""
    is_open = says(asked.view.base, "no_objection", typed) and not takes_some_back(asked.view.base, typed)
    return Proposal(asked.id, typed, (ALL,), (HEARD,)) if is_open and not _numbers(typed) else None


def _is_denied(base: KnowledgeBase, clause: str) -> bool:
    return says(base, "not", clause) and not says(base, "no_objection", clause)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in NUMBER.findall(text)]


def _left(options: Sequence[Option], numbers: Sequence[int]) -> tuple[str, ...]:
    """The lines but those with these numbers; empty if there is no such line, or none is left."""
    lines = {number: option.id for number, option in enumerate(options, 1) if not option.alone}
    return tuple(line for number, line in lines.items() if number not in numbers) if lines.keys() & {*numbers} else ()
