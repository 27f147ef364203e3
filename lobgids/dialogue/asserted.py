"""Which options the clauses of a line say, and which of them it denies: 'dat doe ik, de mentor doet het niet'."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lobgids.dialogue.protocol import Option
from lobgids.dialogue.spoken import LONGEST_WITHIN, other_ways
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import ARTICLES, DOUBT, Words, says, stands_in, ways, without, words_of
from lobgids.kb.schema.hearing import Meaning

_BETWEEN = re.compile(
    r"[,;.:!?()\n]+|\s+-+\s+|\b(?:maar|en|dan|dus|samen met|but|and|then|so|together with)\b|"
    r"\b(?=(?:als|want|omdat|zodra|zodat|if|because|when|unless|tenzij)\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*(?:als|want|omdat|zodra|zodat|if|because|when|unless|tenzij)\b", re.IGNORECASE)
"""How a clause begins that tells why or when, and not what."""


SENDS_ON = re.compile(
    r"\b(?:stu(?:ur|urt|ren)\b.*\bdoor|verwij(?:s|st|zen)\b.*\b(?:door|naar mij)|sends?\b.*\bon to me|refers?\b)",
    re.IGNORECASE,
)
"""Who sends a student on does not do it."""

_OR = re.compile(r"(?:of|or)\b", re.IGNORECASE)
_TELLING = 2
"""So many words beside those who do something tell what each does, or where."""

_AROUND_PART: tuple[Meaning, ...] = ("around", "no_name")
"""What has the small words that may stand beside a part of the school: 'bij ons in de bovenbouw'."""


class Told(NamedTuple):
    """The places of the options that are said, and of those that are only denied.

    `is_plain`: nothing is denied or doubted, and nothing is said beside them but small words.
    """

    places: tuple[int, ...]
    denied: tuple[int, ...] = ()
    is_plain: bool = False


class _Clause(NamedTuple):
    """The options that a clause says, whether it denies these, and what it says beside them and small words."""

    places: tuple[int, ...]
    is_denied: bool
    beside: Words

    @property
    def is_plain(self) -> bool:
        return not self.is_denied and not self.beside


def told_in(base: KnowledgeBase, text: str, options: Sequence[Option]) -> Told:
    """What a line says of these options, clause by clause; 'niemand' says nothing beside somebody: 'niemand, ik'."""
    clauses = _clauses(base, text, options)
    said = _each(clause.places for piece, clause in clauses if not clause.is_denied and not _BESIDE.match(piece))
    besides = _each(clause.places for piece, clause in clauses if not clause.is_denied and _BESIDE.match(piece))
    is_none = all(options[place].alone for place in said) and (bool(said) or says(base, "unasked", text))
    if is_none and not all(clause.is_plain for _, clause in clauses if clause.places):
        said = (*said, *besides)  # 'niemand vraagt dat, als het gebeurt ben ik het'
    or_else = _each(clause.places for piece, clause in clauses if _OR.match(piece))
    if any(options[place].alone for place in said) and not {*said} - {*or_else} - {p for p in said if options[p].alone}:
        said = tuple(place for place in said if options[place].alone)  # 'niemand, of ik, als het eens gebeurt'
    together = tuple(place for place in said if not options[place].alone)
    denied = _each(clause.places for _, clause in clauses if clause.is_denied)
    is_plain = bool(said) and len(text) <= LONGEST_WITHIN and all(clause.is_plain for _, clause in clauses)
    return Told(together or said, tuple(place for place in denied if place not in said), is_plain)


def tells_shares(base: KnowledgeBase, text: str, options: Sequence[Option]) -> bool:
    """Whether a line tells who of these does what: clauses name different ones, and say more than that they do it.

    'In klas 3 de mentor, in de bovenbouw ik' does, and 'de mentor, en ik ook' does not.
    """
    naming = [one for _, one in _clauses(base, text, options) if one.places and not one.is_denied]
    is_shared = len({one.places for one in naming}) > 1
    return is_shared and sum(len(one.beside) for one in naming) >= _TELLING


def told_lesser(base: KnowledgeBase, text: str, options: Sequence[Option]) -> tuple[int, ...]:
    """The places of those who do something only sometimes or for a lesser part: 'ik doe het meeste, soms de mentor'."""
    clauses = [(piece, one) for piece, one in _clauses(base, text, options) if one.places and not one.is_denied]
    some = _each(one.places for piece, one in clauses if says(base, "some_of_it", piece))
    most = _each(one.places for piece, one in clauses if says(base, "most_of_it", piece))
    others = tuple(place for place in range(len(options)) if most and place not in most)
    return tuple(dict.fromkeys(place for place in (*some, *others) if place not in most))


def _clauses(base: KnowledgeBase, text: str, options: Sequence[Option]) -> list[tuple[str, _Clause]]:
    hedges = _hedges(base, text)
    pieces = (piece.strip() for piece in _BETWEEN.split(text[:LONGEST_WITHIN]))
    return [(piece, _clause(base, piece, options, hedges)) for piece in pieces if piece]


def _hedges(base: KnowledgeBase, text: str) -> tuple[Words, ...]:
    """What is said around an answer; 'zou ik' is no such words in 'dat zou ik dan zijn'."""
    words, within = words_of(text), ways(base).within
    would_be = [way for way in within.get("would_be", ()) if stands_in(way, words)]
    return tuple(way for way in within.get("hedge", ()) if not any(stands_in(way, said) for said in would_be))


def _clause(base: KnowledgeBase, text: str, options: Sequence[Option], hedges: Sequence[Words]) -> _Clause:
    known = ways(base)
    words = tuple(word for word in without(words_of(text), hedges) if word not in ARTICLES)
    oneself = {word for way in known.within.get("oneself", ()) for word in way}
    small = (known.fillers | {word for way in known.within.get("around", ()) for word in way}) - DOUBT
    named = {place: _named(base, option, words, small - oneself) for place, option in enumerate(options)}
    named = {place: way for place, way in named.items() if way and not _is_part(way, named.values())}
    if says(base, "unasked", text):  # 'niemand vraagt het' does not say that nobody does it
        named = {place: way for place, way in named.items() if not options[place].alone}
    by_name = {place: way for place, way in named.items() if not oneself.issuperset(way)}
    found = by_name or named  # 'ik vraag de mentor' is the mentor
    rest = tuple(word for word in words if not any(word in way for way in named.values()))
    is_denied = says(base, "denied", " ".join(rest)) or bool(SENDS_ON.search(text))
    return _Clause(tuple(found), is_denied, tuple(word for word in rest if word not in small))


def names_oneself(base: KnowledgeBase, text: str) -> bool:
    """Whether a clause of a line says of oneself that one does it, and no more than where: 'in de bovenbouw ik'."""
    return any(_is_oneself(base, piece) for piece in _BETWEEN.split(text[:LONGEST_WITHIN]) if not _BESIDE.match(piece))


def _is_oneself(base: KnowledgeBase, clause: str) -> bool:
    known, words = ways(base), words_of(clause)
    tails = (way for way in known.within.get("being_it", ()) if words[-len(way) :] == way)
    tail = max(tails, key=len, default=())
    before = without(words[: len(words) - len(tail)], known.within.get("part", ()))
    around = {way[0] for meaning in _AROUND_PART for way in known.within.get(meaning, ()) if len(way) == 1}
    denying = {way[0] for way in known.within.get("denied", ())}
    return bool(tail) and ((around | known.fillers) - denying - DOUBT).issuperset(before)


def _named(base: KnowledgeBase, option: Option, words: Words, small: frozenset[str] | set[str]) -> Words:
    """The longest way to say an option that stands in these words, and is more than small words; empty if none does."""
    said = (words_of(way) for way in (option.text, *other_ways(base, option.id)))
    bare = (tuple(word for word in way if word not in ARTICLES) for way in said)
    return max((way for way in bare if not small.issuperset(way) and stands_in(way, words)), key=len, default=())


def _is_part(way: Words, others: Collection[Words]) -> bool:
    """Whether a longer way has this one within it: 'mentor' of 'mentor van de klas'."""
    return any(len(other) > len(way) and stands_in(way, other) for other in others)


def _each(found: Iterator[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(place for places in found for place in places))
