"""Which of one's own words may stand in papers, in a sentence: 'alles maar 2 niet', 'nee hoor, alles mag erin'.

The question itself stands in `chapters.closing`, what is shown by the answer in `advice.shown`.
"""

import re
from collections.abc import Sequence

from lobgids.advice.shown import ALL, ANEW, MORE_LINES, NONE, NUMBER, held_in_part, takes_some_back
from lobgids.dialogue.by_subject import by_subject, is_of_all
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.kinds.kind import NotUnderstood, OpenAsk, Said, UnplacedWords
from lobgids.dialogue.option_words import all_but
from lobgids.dialogue.proposals import HEARD
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.spoken import yes_or_no
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says
from lobgids.kb.schema.hearing import Meaning
from lobgids.log.state import Proposal
from lobgids.text import sentences_of

_CLAUSES = re.compile(r"[.;:!?\n]+|,(?!\s*\d)|\s+(?=(?:maar|but|behalve|except|zonder|without)\b)", re.IGNORECASE)
_PIECES = re.compile(r"[.;:!?\n,]+|\s+(?=(?:maar|but|behalve|except|zonder|without)\b)", re.IGNORECASE)
_WITHOUT = re.compile(
    r"(?<![\w-])(?P<number>\d{1,2})\b[^\d.;!?]*?\b(?:zonder|without)\s+(?!\d|nummer|number)", re.IGNORECASE
)
"""A line of which a part is left out: 'bij 20 zonder de naam van Sanne'."""
_OF_PART = re.compile(
    r"(?:\b(?:bij|van|uit|in|at|from|of)\s+(?:nummer|nr\.?|zin|number|line)?\s*)?(?<![\w-])(?P<number>\d{1,2})\s*,?\s+"
    r"(?:maar\s+|but\s+|dus\s+)?(?:moet|mag|kan|dat|die|graag|liever|alleen|enkel|zonder|haal|laat|must|should|only|just|leave|take|without)\b",
    re.IGNORECASE,
)
"""A line of which only a part may stand there: 'bij 2 moet dat stuk eruit', 'van 2 alleen de eerste helft'."""
_ITEMS = re.compile(r"[,.;:]|\b(?:en|and)\b", re.IGNORECASE)
_LEAVING_OUT: tuple[Meaning, ...] = ("leaving_out", "holding_back", "not", "denied")
_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]+\b")
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
    if any(option.id == MORE_LINES for option in asked.options) and (more := _and_more(asked, typed)):
        return more
    held, named = _held(asked, typed), _named(asked, typed)
    if held or named:
        return _without(asked, typed, held, named)
    if all_but(typed, asked.options):
        return None
    if _NONE_OF.match(typed):  # the others, then?
        left = _left(asked.options, _numbers(typed))
        return Proposal(asked.id, typed, left, (HEARD,)) if left else None
    return by_subject(asked, typed) or _all_of_it(asked, typed)


def _all_of_it(asked: OpenAsk, typed: str) -> Said | Proposal | None:
    """All lines, or all but those whose numbers are left out, where words let all of it stand there; else None."""
    base = asked.view.base
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


def _and_more(asked: OpenAsk, typed: str) -> Said | None:
    """What words choose beside that something is missing in the list, and that; None if they do not say so."""
    base = asked.view.base
    if not says(base, "missing", typed):
        return None
    for pieces in (sentences_of(typed), [one for one in _CLAUSES.split(typed) if one.strip()]):
        rest = " ".join(piece for piece in pieces if not says(base, "missing", piece)).strip(" ,")
        said = in_words(asked, rest) or _parsed(asked, rest) if rest else None
        if isinstance(said, Said) and isinstance(said.value, list):
            lines = [one.id for one in asked.options if not one.alone] if ALL in said.value else said.value
            return Said([*(line for line in lines if line not in (NONE, MORE_LINES)), MORE_LINES], typed)
    return Said([MORE_LINES], typed)


def _parsed(asked: OpenAsk, typed: str) -> Said | None:
    try:
        reading = KINDS[asked.draft.kind].parse(asked, typed)
    except NotUnderstood:
        return None
    return reading if isinstance(reading, Said) else None


def _held(asked: OpenAsk, typed: str) -> list[str]:
    """The lines that are named of which one would leave a part out: '2 mag, zonder dat over de rector'."""
    of_part = (*_WITHOUT.finditer(typed), *_OF_PART.finditer(typed))
    numbers = [*held_in_part(asked.view.base, typed), *(int(found["number"]) for found in of_part)]
    lines = _lines(asked)
    return list(dict.fromkeys(lines[number - 1] for number in numbers if 0 < number <= len(lines)))


def _named(asked: OpenAsk, typed: str) -> list[str]:
    """The lines with a name that one would leave out: 'alles, maar Sanne haar naam liever niet'."""
    base, names = asked.view.base, set[str]()
    for clause in filter(None, map(str.strip, _PIECES.split(typed))):
        is_left_out = any(says(base, meaning, clause) for meaning in _LEAVING_OUT)
        names |= {*_NAME.findall(clause)} if is_left_out and not NUMBER.search(clause) else set()
    quoted = ((option.id, option.text.partition("‘")[2][1:]) for option in asked.options)  # how it begins is no name
    return [line for line, words in quoted if names & {*_NAME.findall(words)} and line in _lines(asked)]


def _lines(asked: OpenAsk) -> list[str]:
    return [option.id for option in asked.options if not option.alone and option.id != MORE_LINES]


def _without(asked: OpenAsk, typed: str, held: Sequence[str], named: Sequence[str]) -> Said | None:
    """The lines that are chosen but for these, which are asked in other words; None if none is."""
    said = _parsed(asked, typed)
    quote = None if said else _with_all(asked, typed[_begin(typed) :])
    about = None if said or quote is not None else by_subject(asked, typed, named)
    value = said.value if said else [ALL] if quote is not None else [*about.choices] if about else [] if held else None
    if not isinstance(value, list):
        return None
    lines = _lines(asked)
    listed = {int(piece) for piece in _ITEMS.split(typed) if piece.strip().isdigit()}  # also behind what one leaves out
    by_number = [line for number, line in enumerate(lines, 1) if number in listed]
    chosen = lines if ALL in value else [line for line in lines if line in value or line in by_number]
    left = [line for line in chosen if line not in (*held, *named)]
    # In documents of earlier versions such a line is left out as a whole.
    in_words = [*held, *(line for line in named if line in chosen and line not in held)]
    anew = [f"{ANEW}{line}" for line in in_words] if asked.view.header.shows_sentences else []
    more = [MORE_LINES] if MORE_LINES in value else []
    return Said([*left, *anew, *more] or [NONE], typed)


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
    said_of_all = [clause for clause in _CLAUSES.split(words) if is_of_all(asked.view.base, clause)]
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
