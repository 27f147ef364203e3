"""What a line says whatever is asked: a request, yes or no, a wish, how somebody feels. The ways to say it are content.

Words are compared without capitals, accents, marks and fillers ('nou', 'eigenlijk', 'please').
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from lobgids.dialogue.lists import Begun
from lobgids.dialogue.protocol import MoveName, Option
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import ARTICLES, Words, says, stands_in, ways, without, words_of
from lobgids.kb.schema.hearing import Meaning
from lobgids.log.ask_ids import BETWEEN, name_of
from lobgids.text import without_questions

LONGEST = 80
"""A line of more characters is no request, and is not looked up as one."""

Request = MoveName | Literal["done", "remove", "minutes", "tired"]
LONGEST_WITHIN = 400
"""So many characters are looked through for a part that asks for something."""

REQUESTS: dict[Meaning, Request] = {
    "skip": "skip", "back": "back", "example": "example", "why": "why", "source": "source", "pause": "pause",
    "conclude": "conclude", "done": "done", "remove": "remove", "minutes": "minutes", "tired": "tired",
}  # fmt: skip
"""What a whole line can ask for: a move, to end what is asked in turn, how long it takes, or only to be heard."""

BESIDE = ("minutes", "conclude", "pause")
"""What one can ask for beside an answer, in the same line."""

FEELINGS = ("tired",)
"""Those of which the line may as well be an answer, where any words are one."""

ALONE: dict[str, MoveName] = {
    "terug": "back", "back": "back",
    "weet niet": "skip", "weet ik niet": "skip", "dat weet ik nog niet": "skip", "overslaan": "skip",
    "sla over": "skip", "sla maar over": "skip", "sla deze over": "skip",
    "don't know": "skip", "i don't know": "skip", "i don't know yet": "skip", "dont know": "skip", "skip": "skip",
    "andere woorden": "example", "in andere woorden": "example",
    "other words": "example", "in other words": "example",
    "waarom": "why", "why": "why",
    "bron": "source", "source": "source",
    "pauze": "pause", "stop": "pause", "stoppen": "pause", "pause": "pause",
    "toon de stemmen": "reveal", "show the votes": "reveal", "reveal": "reveal",
    "naar het beeld": "conclude", "to the picture": "conclude", "conclude": "conclude",
    "naar het blad": "conclude", "to the sheet": "conclude",
}  # fmt: skip
"""Typed lines that are a move by themselves."""

_HEDGES = frozenset(
    ["ja", "nee", "yes", "no", "denk", "ik", "gok", "geloof", "zeg", "zoiets", "als", "maak", "er", "van", "meestal",
     "ongeveer", "hoop", "hopelijk", "hope", "hopefully",
     "i", "think", "guess", "say", "like", "make", "it", "usually", "roughly"]
)  # fmt: skip
_CLAUSE = re.compile(r"[,;.!?\n]+|\s+(?:maar|want|dus|but|because|so)\s+", re.IGNORECASE)
_PART = re.compile(r"[,;.!?\n]+|\s+[-–—]\s+")
_THAT = re.compile(r"\s+(?:dat|that|omdat|want|because)\s+", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_TOLD = 3
"""More words than these tell something beside a question."""

_AMBITIONS, _STAYING = ("ambition.m1", "ambition.m2", "ambition.m3"), "ambition.stay_school"
_HARDLY = 1
"""So few words behind a yes or a no add nothing: 'ja, verder'."""

# 'Ja dat doen wij' needs no mark, but 'no problem' is no no.
_MOST_AROUND = 7
"""The most words of a line that asks for the picture among others."""
_LAST_WITHIN = 4
"""The most words of a part that ends with a no and is one."""
_BY_ITSELF = {"ja": True, "yes": True, "nee": False}
# Behind a yes or a no: a mark, or a word with which a remark begins.
_REMARK = re.compile(
    r"\s*[,;.:!–—]\s*|\s+-\s+|\s+(?=(?:maar|want|omdat|al|alleen|hoewel|behalve|but|because|although|only|except)\b)",
    re.IGNORECASE,
)


class Answered(NamedTuple):
    """A yes or a no, and what was said behind it."""

    agrees: bool
    remark: str = ""


def request(base: KnowledgeBase, text: str) -> Request | Literal[""]:
    """What a whole line asks for, as in `REQUESTS`; empty if it asks for nothing."""
    if len(text) > LONGEST:
        return ""
    if move := ALONE.get(" ".join(text.replace("’", "'").casefold().split()).rstrip(" .!?")):
        return move
    known = ways(base)
    is_answer = text[:1].isdecimal()  # '5. naar het beeld' answers, too
    is_short = len(text.split()) <= _MOST_AROUND and not is_answer
    if says(base, "to_picture", text) and is_short and not says(base, "denied", text):
        return "conclude"  # 'nu even naar het beeld'
    bare = (text, without_talk(base, text))  # 'sla over, zei ik'
    lines = [line for words in map(known.bare, bare) if (line := known.lines.get(words))]
    if found := [REQUESTS[line] for line in lines if line in REQUESTS]:
        return found[0]
    parts = [known.lines.get(known.bare(part)) for part in _PART.split(text) if part.strip()]
    return "skip" if parts and all(part == "skip" for part in parts) else ""  # 'laat maar open, niet nodig nu'


def request_within(base: KnowledgeBase, text: str) -> str:
    """The first part of a text that asks for something by itself; empty if none does.

    Of who tells something 'meer niet' says that this was all of it, and not that one wants to stop.
    """
    parts = _PART.split(text[:LONGEST_WITHIN])
    is_told = any(len(part.split()) > _TOLD for part in parts)
    asking = (part.strip() for part in parts if (asked := request(base, part)) and not (is_told and asked == "done"))
    return next(asking, "") if len(parts) > 1 else ""


class Beside(NamedTuple):
    """A request that stands beside other words, and these."""

    request: str
    rest: str


def request_beside(base: KnowledgeBase, text: str) -> Beside | None:
    """How long it takes, the picture or a pause, where that is asked beside an answer: '3, hoe lang nog?'.

    Without other words if it is nothing but requests. None if nothing is asked.
    """
    parts = [part.strip() for part in _PART.split(text[:LONGEST_WITHIN]) if part.strip()]
    wanted = [part for part in parts if request(base, part) in BESIDE] if len(parts) > 1 else []
    picture = next((part for part in wanted if request(base, part) == "conclude"), "")
    asked = picture or (wanted[0] if wanted else "")  # 'ga maar naar het beeld, geen tijd meer' is no wish to stop
    rest = ", ".join(part for part in parts if part != asked)
    if len(parts) > 1 and all(request(base, part) for part in parts):
        return Beside(picture or parts[-1], "")  # 'geen idee, klaar': the last is what one wants
    return Beside(asked, rest) if asked else None


def is_question(base: KnowledgeBase, text: str) -> bool:
    """Whether a text asks something: by its mark, or by how it begins; 'eentje maar, mag dat ook?' tells something."""
    words = words_of(text)
    begins = any(words[: len(way)] == way for way in ways(base).within.get("question", ()))
    return begins or "?" in _without_tag(base, text)


def _without_tag(base: KnowledgeBase, text: str) -> str:
    return without_tag(base, text) if text.rstrip().endswith("?") else text


def without_tag(base: KnowledgeBase, text: str) -> str:
    """A text without the small question behind a comma that it ends with: 'it's all me, isn't it'."""
    told, _, last = text.rpartition(",")
    return told if told and words_of(last) in ways(base).within.get("tag", ()) else text


def only_asks(base: KnowledgeBase, text: str) -> bool:
    """Whether a text asks something, and says nothing beside it that is long enough to be an answer."""
    sentences = [part.strip() for part in _SENTENCE.split(text) if part.strip()]
    told = [part for part in sentences if not is_question(base, part) and len(part.split()) > _TOLD]
    return is_question(base, text) and not told


def yes_or_no(base: KnowledgeBase, text: str) -> Answered | None:
    """The yes or no that a line is or begins with, also behind a question; None if it is neither."""
    found = _yes_or_no(base, text)
    told = without_questions(text) if found is None else ""
    return _yes_or_no(base, told) if told else found


def _yes_or_no(base: KnowledgeBase, text: str) -> Answered | None:
    if (agrees := _agrees(base, text)) is not None:
        return Answered(agrees)
    for mark in _REMARK.finditer(text):
        head = text[: mark.start()]
        agrees = _said_last(words_of(head))
        agrees = _agrees(base, head) if agrees is None else agrees
        if agrees is not None:
            return _answered(base, agrees, text[mark.end() :])
    *before, last = _PART.split(text.strip(" .!?"))
    if before and (agrees := _agrees(base, last)) is not None:
        return _answered(base, agrees, text.strip(" .!?").removesuffix(last))
    first, _, remark = _begun(base, text).partition(" ")
    agrees = next((_BY_ITSELF[word] for word in words_of(first) if word in _BY_ITSELF), None)
    return None if agrees is None else _answered(base, agrees, remark)


def _said_last(words: Words) -> bool | None:
    """The yes or no that a few words end with: 'doe dan maar nee'; 'de mentoren zeggen dan altijd nee' is none."""
    last = _BY_ITSELF.get(words[-1]) if words else None
    return last if last or len(words) <= _LAST_WITHIN else None


def says_nothing(base: KnowledgeBase, text: str) -> bool:
    """Whether words beside an answer only agree, ask for something or talk: '3, dat is precies wat ik zei'."""
    known = ways(base)
    is_said = any(known.bare(" ".join(way)) == known.bare(text) for way in known.within.get("to_guide", ()))
    return (
        not text or is_said or _agrees(base, text) is True or bool(request(base, text)) or not without_talk(base, text)
    )


def is_small(base: KnowledgeBase, text: str) -> bool:
    """Whether a text has nothing but fillers: 'nou'."""
    return ways(base).fillers.issuperset(words_of(text))


def without_talk(base: KnowledgeBase, text: str) -> str:
    """A text without what is only said to the guide: '2, zei ik toch' is '2'."""
    return without_said(base, "to_guide", text)


def without_said(base: KnowledgeBase, meaning: Meaning, text: str) -> str:
    """A text without the words that say this at an end of a clause; within one they may be others: 'dan hoor je dat'.

    A word by itself goes at the end only: 'hoor je dat' begins with a verb.
    """
    begins, ends = _talk(tuple(" ".join(way) for way in ways(base).within.get(meaning, ())))
    before = ""
    while text != before:
        before, text = text, begins.sub(r"\1", ends.sub("", text))
    return text.strip(" ,.;:!\n")


@lru_cache(maxsize=8)  # for the knowledge bases that are spoken
def _talk(said: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a clause begins with that says something, and what it ends with."""
    longest_first = [re.escape(way) for way in sorted(said, key=len, reverse=True)]
    longer = [way for way in longest_first if "\\ " in way]
    begins = rf"(^\s*|[,.;:!?\n]\s*)\b(?:{'|'.join(longer) or '(?!)'})\b\s*"
    ends = rf"\s*\b(?:{'|'.join(longest_first) or '(?!)'})\b(?=\s*(?:[,.;:!?\n]|$))"
    return re.compile(begins, re.IGNORECASE), re.compile(ends, re.IGNORECASE)


def _begun(base: KnowledgeBase, text: str) -> str:
    """The text without the fillers that it begins with: 'hm ja' is 'ja'."""
    words, fillers = text.split(), ways(base).fillers
    while len(words) > 1 and words_of(words[0]) and set(words_of(words[0])) <= fillers:
        words = words[1:]
    return " ".join(words)


def _answered(base: KnowledgeBase, agrees: bool, behind: str) -> Answered:  # noqa: FBT001  # which of the two it is
    """The yes or no without what only says it once more, 'ja, dat klopt', or asks something of the guide."""
    behind = without_questions(behind)
    is_said = _agrees(base, behind) is agrees or request(base, behind) == "skip"  # 'ja ja, ga door'
    is_more = not is_said and len(behind.split()) > _HARDLY
    return Answered(agrees, behind.strip(" .,;") if is_more else "")


def other_ways(base: KnowledgeBase, option_id: str) -> tuple[str, ...]:
    """Other ways to say an option."""
    options = ways(base).options
    known = options.get(option_id) or options.get(f"doer.{option_id.removeprefix('who.')}", ())
    return known or (
        options.get(BETWEEN, ()) if name_of(option_id) == BETWEEN else ()
    )  # it has an id in each component


def told_within(base: KnowledgeBase, option_ids: Iterable[str], text: str) -> str:
    """The id of the one option that a text says in two ways, 'de bovenbouw wel, de onderbouw niet'; else empty."""
    words = words_of(text)
    said = {option: {words_of(way) for way in other_ways(base, option)} for option in option_ids}
    told = [option for option, found in said.items() if sum(stands_in(way, words) for way in found) > 1]
    return told[0] if len(told) == 1 else ""


def told_in_full(base: KnowledgeBase, option_ids: Iterable[str], text: str) -> str:
    """The id of the one option that a text says in more than one word, 'het hangt van het jaar af'; else empty.

    A number may be that of a class: 'klas 2' tells of one year, and says nothing of all.
    """
    words = tuple(word for word in words_of(text) if word not in ARTICLES)
    told = [option for option in option_ids for way in other_ways(base, option) if _stands_in_full(way, words)]
    return told[0] if len(set(told)) == 1 else ""


def _stands_in_full(way: str, words: Words) -> bool:
    bare = tuple(word for word in words_of(way) if word not in ARTICLES)
    return len(bare) > 1 and not any(word.isdecimal() for word in bare) and stands_in(bare, words)


def said_otherwise(base: KnowledgeBase, text: str, options: Sequence[Option]) -> Begun | None:
    """The one option that a line says in another way, with what is said behind it; None if there is none, or more."""
    heads = [(text, ""), *((text[: mark.start()], text[mark.end() :].strip()) for mark in _REMARK.finditer(text))]
    for head, remark in heads:
        places = [place for place, option in enumerate(options) if _is_a_way(base, head, _meant(option.id, options))]
        if len(places) == 1:
            return Begun((places[0],), remark)
    return None


def _meant(option_id: str, options: Sequence[Option]) -> str:
    """The option by which another is said: to stay where a school is says what the one says that is not listed."""
    listed = {option.id for option in options}
    left = [one for one in _AMBITIONS if one not in listed]
    return left[0] if option_id == _STAYING and len(left) == 1 else option_id


def _is_a_way(base: KnowledgeBase, text: str, option_id: str) -> bool:
    known = ways(base)
    return any(known.bare(way) == known.bare(text) for way in other_ways(base, option_id))


def knows_not(base: KnowledgeBase, text: str) -> bool:
    """Whether a part of a sentence begins or ends with that one does not know."""
    known = ways(base)
    unknown = known.within.get("unknown", ())
    within = text[:LONGEST_WITHIN]
    parts = [words_of(part) for split in (_CLAUSE, _PART) for part in split.split(within)]  # 'dat weet ik dus niet'
    parts += [known.bare(part) for part in _PART.split(within)]  # 'dat weet ik eigenlijk niet zeker'
    return any(part[: len(way)] == way or part[-len(way) :] == way for part in parts for way in unknown)


def beside_unknown(base: KnowledgeBase, text: str) -> str:
    """The parts of a sentence that do not say that one does not know."""
    return " ".join(part.strip() for part in _CLAUSE.split(text) if part.strip() and not knows_not(base, part))


def cores(base: KnowledgeBase, text: str) -> Iterator[str]:
    """The text, then each of its parts without fillers and hedges around it: 'half mei' of 'zoiets als half mei'."""
    yield text
    around = ways(base).fillers | _HEDGES
    for part in _CLAUSE.split(text[:LONGEST_WITHIN]):
        words = part.split()
        while words and set(words_of(words[0])) <= around:
            words = words[1:]
        while words and set(words_of(words[-1])) <= around:
            words = words[:-1]
        if words:
            yield " ".join(words)


def feelings(base: KnowledgeBase, text: str) -> Iterator[Meaning]:
    """What a free text says of how it goes, in the order of the content; 'ik sta er niet alleen voor' says none."""
    asked: tuple[Meaning, ...] = (
        "cut_hours", "tears", "hurry", "new_here", "alone", "no_time", "no_support", "heavy", "scared", "proud", "keen",
        "relieved", "resistance",
    )  # fmt: skip
    clauses = [clause for part in _PART.split(text) for clause in _THAT.split(part) if clause]
    return (meaning for meaning in asked if any(_feels(base, meaning, clause) for clause in clauses))


def _feels(base: KnowledgeBase, meaning: Meaning, clause: str) -> bool:
    words = words_of(clause)
    found = next((way for way in ways(base).within.get(meaning, ()) if stands_in(way, words)), ())
    rest = " ".join(without(words, [found])) if found else ""
    return bool(found) and not says(base, "denied", rest) and not says(base, "as_if", rest)


def _agrees(base: KnowledgeBase, text: str) -> bool | None:
    known = ways(base)
    meaning = known.lines.get(known.bare(text[:LONGEST]))
    return meaning == "yes" if meaning in ("yes", "no") else None
