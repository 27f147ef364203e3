"""The name of a school in what is typed where it is asked: of a sentence only the name, and the part that it names."""

import re
from collections.abc import Iterator

from lobgids.dialogue.asserted import told_in
from lobgids.dialogue.kinds.kind import OpenAsk, Said, Together, UnplacedWords
from lobgids.dialogue.proposals import ASKING, NAMING
from lobgids.dialogue.spoken import is_question, is_small, request, said_otherwise
from lobgids.dialogue.steps import asks_of_step, draft_of
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says, ways, words_of
from lobgids.log.ask_ids import PART
from lobgids.log.state import Proposal
from lobgids.text import capital

_ASIDE = re.compile(r",\s*(?:een|a|an)\s", re.IGNORECASE)
"""What tells of a school behind its name: 'het Vlietcollege, een kleine school'."""

TALK = "talk"
"""Why words are kept that name no school: they are said to the guide."""

SEVERAL = "part.several"
"""The part of a school that is another combination, of which only one's own words say which."""

_PASSING = ("skip", "tired")
"""What a clause may ask for by which the name is left out."""

MOST_WORDS = 6
"""Of how many words the name of a school is at most: 'Openbare Scholengemeenschap De Hogeberg op Texel' has six."""

# A point ends a name behind a long word only: 'St. Joris', 'C.S.G. De Brug'.
_ENDS = re.compile(r"\s*[,;:!?(\n]+\s*|(?<=\w{4})\.(?:\s+|$)|\s+[-–—]\s+")


def named(asked: OpenAsk, typed: str) -> Said | Proposal | Together | UnplacedWords:
    """The name alone; what may be none is put to the one who typed it, and a question is none."""
    base = asked.view.base
    if is_question(base, typed):
        return UnplacedWords(typed, "question")
    head, rest = _parted(base, typed)
    part = _part(asked.view, rest)
    is_plain = not part and not _talks(base, typed) and not _ASIDE.search(typed)
    is_whole = is_plain and len(typed.split()) <= MOST_WORDS
    if is_whole and _bare(base, typed) == typed:
        return Said(typed)
    name = _bare(base, head)
    if not name or len(name.split()) > MOST_WORDS or _talks(base, name) or not _looks_like_one(base, name):
        return Proposal(asked.id, typed, (typed,), (ASKING, NAMING))
    said = Said(capital(name), rest or head)
    told = _in_own_words(asked.view, rest, part)
    return Together({asked.id: said, PART: Said(part, told)}) if part else said


def is_left_out(base: KnowledgeBase, typed: str) -> bool:
    """Whether a line says that one leaves the name out: 'laat ik de naam maar even weg'."""
    return says(base, "nameless", typed) or says(base, "nameless", " ".join(ways(base).bare(typed)))


def is_talk(base: KnowledgeBase, typed: str) -> bool:
    """Whether a line only talks to the guide, passes by or is in a hurry: 'laat maar, heb 10 min'.

    Where a clause can be a name it is no talk: 'heb haast, De Brug'.
    """
    clauses = [clause for clause in _ENDS.split(typed) if not is_small(base, clause)]
    asking = [one for one in clauses or [typed] if request(base, one) in _PASSING or says(base, "hurry", one)]
    is_named = any(_is_surely_one(base, clause) or says(base, "school_word", clause) for clause in clauses)
    return bool(asking) and not is_named and all(clause in asking or _talks(base, clause) for clause in clauses)


def _parted(base: KnowledgeBase, typed: str) -> tuple[str, str]:
    """The clause with the name, and what stands behind it: the first, or the first one that is surely a name.

    'Een kleine havo/vwo, het Vlietcollege': a name has a capital and is a school.
    """
    starts = [0, *(found.end() for found in _ENDS.finditer(typed))]
    ends = [*(found.start() for found in _ENDS.finditer(typed)), len(typed)]
    clauses = list(zip(starts, ends, strict=True))
    sure = (place for place in clauses if _is_surely_one(base, typed[slice(*place)]))
    told = (place for place in clauses if not is_small(base, typed[slice(*place)]))  # 'eh, het Meander'
    start, end = next(sure, next(told, clauses[0]))
    behind = next((begun for begun, _ in clauses if begun > end), len(typed))
    return typed[start:end], typed[behind:]


def _is_surely_one(base: KnowledgeBase, clause: str) -> bool:
    """Whether a word of a clause has a capital and ends as the name of a school does: 'Vlietcollege'."""
    kinds = [way[0] for way in ways(base).within.get("school_name", ())]
    return any(word[:1].isupper() and word.casefold().endswith(tuple(kinds)) for word in clause.split())


def _bare(base: KnowledgeBase, text: str) -> str:
    """A text without what only leads to the name or says where it is: 'het gaat over de Brug hier' is 'de Brug'."""
    while (first := text.partition(" "))[2] and is_small(base, first[0]):
        text = first[2]  # 'gewoon het Meander'
    leads = sorted(ways(base).within.get("introducing", ()), key=len, reverse=True)
    words = text.split()
    lead = next((lead for lead in leads if words_of(" ".join(words[: len(lead)])) == lead), ())
    words = words[len(lead) :]
    tails = sorted(ways(base).within.get("locating", ()), key=len, reverse=True)
    behind = (tail for tail in tails if words_of(" ".join(words[-len(tail) :])) == tail)
    tail = next((tail for tail in behind if " ".join(words[-len(tail) :]).islower()), ())  # 'De Hier' is a name
    words = words[: len(words) - len(tail)] or words
    return " ".join(words) if lead or tail else text


def _talks(base: KnowledgeBase, text: str) -> bool:
    """Whether a text says something to the guide, as no name does."""
    return says(base, "talking", text)


def _looks_like_one(base: KnowledgeBase, name: str) -> bool:
    """Whether a clause can be the name of a school: it has a capital or a word such as 'college' in it."""
    return any(word[:1].isupper() for word in name.split()[1:] or [name]) or says(base, "school_word", name)


def _part(view: View, rest: str) -> str:
    """The part of the school that words behind the name say, where that is still to be asked; empty if they do not."""
    if PART not in asks_of_step(view, "welcome") or view.is_answered(PART):
        return ""
    found = {part for _, part in _parts(view, rest)}
    return found.pop() if len(found) == 1 else ""


def _in_own_words(view: View, rest: str, part: str) -> str:
    """What words behind the name call a part of the school that has no name of its own: 'mavo en havo'; else empty."""
    told = (words for words, said in _parts(view, rest) if said == part == SEVERAL)
    return next((words.strip(" .") for words in told if says(view.base, "school_word", words)), "")


def _parts(view: View, rest: str) -> Iterator[tuple[str, str]]:
    """The pieces of the words behind the name that say a part, and its id."""
    draft = draft_of(view, PART)
    options = draft.options if draft else ()
    for piece in filter(None, _ENDS.split(rest)):
        said = said_otherwise(view.base, piece, options)
        told = told_in(view.base, piece, options)
        places = said.places if said else told.places if told.is_plain else ()
        yield from ((piece, options[place].id) for place in places if len(places) == 1)
