"""What a typed line means: an answer in words, or a move by its Dutch or English name."""

import re
from typing import Literal

from lobgids.dialogue.commands import ALONE
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, MoveName, Words
from lobgids.dialogue.tracks import TRACKS
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.phrasing import phrase
from lobgids.text import folded

FrontEndRequest = Literal["help", "places"]
"""What is asked of the front end itself: what one can type, or where one can go to."""

_REQUESTS: dict[str, FrontEndRequest] = {"hulp": "help", "help": "help", "ga naar": "places", "go to": "places"}
_SAME = ("zelfde", "zelfde als net", "hetzelfde", "same", "same as before")
_NEXT = ("volgende", "next")

_NOTE = re.compile(r"\s*(?:notitie|note)(?:[\s:]+(.*)|)", re.IGNORECASE | re.DOTALL)
_TAKING = re.compile(r"(ga naar|go to|pas aan|edit|taal|language)(?: +(.+))?")
_MOVES: dict[str, MoveName] = {"ga naar": "jump", "go to": "jump", "pas aan": "edit", "edit": "edit"}
_SHORT = 2
"""How many words behind 'ga naar' are still taken for a place that is not there, not for a sentence."""


def read(line: str, ask: Ask, base: KnowledgeBase, languages: tuple[str, str]) -> Input | FrontEndRequest:
    """The meaning of a line at a question; `languages` are the one spoken and the one that 'taal' goes to."""
    typed = " ".join(line.replace("’", "'").casefold().split()).rstrip(" .!?")
    if request := _REQUESTS.get(typed):
        return request
    if typed in _SAME and KINDS[ask.kind].takes_several:
        return Answer(answer="same")
    if move := ALONE.get(typed):
        return Move(move=move)
    if note := _NOTE.fullmatch(line):
        return Move(move="note", text=note[1] or "")
    if taking := _TAKING.fullmatch(typed):
        return _with_place(taking[1], taking[2] or "", ask, base, languages[1]) or Words(text=line)
    return Words(text=line)


def _with_place(word: str, rest: str, ask: Ask, base: KnowledgeBase, other: str) -> Move | None:
    """A move that says where to; nothing where the line rather is a sentence that begins so."""
    if word not in _MOVES:
        return Move(move="language", to=rest or other) if len(rest.split()) < _SHORT else None
    move = _MOVES[word]
    place = _component(rest, base) if move == "edit" else _place(rest, base)
    if place:
        return Move(move=move, to=f"{place}.situation" if move == "edit" else place)
    is_place = rest.isdecimal() or (not KINDS[ask.kind].takes_words and len(rest.split()) <= _SHORT)
    return Move(move=move, to=rest) if is_place else None


def _place(named: str, base: KnowledgeBase) -> str:
    """The id of a component by its number, of a pillar or a stop by the beginning of its name; or the next question."""
    if named in _NEXT:
        return "next"
    places = [(pillar.id, pillar.name) for pillar in base.pillars]
    stops = dict.fromkeys(stop for track in TRACKS.values() for stop in track.stops)
    places += [(stop, phrase(base, f"{stop}.stop", "")) for stop in stops]
    begun = [place for place, name in places if named and folded(name).startswith(folded(named))]
    return begun[0] if len(begun) == 1 else _component(named, base)


def _component(named: str, base: KnowledgeBase) -> str:
    return next((component.id for component in base.components if str(component.number) == named.lstrip("0")), "")
