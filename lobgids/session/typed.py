"""What a typed line means: an answer in words, or a move by its Dutch or English name."""

import re
from typing import Literal

from lobgids.dialogue.hearing import move_at
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, MoveName, Words
from lobgids.dialogue.spoken import ALONE
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
"""How many words behind 'ga naar' are still taken for an unknown place to go to, not for a sentence."""


def read(line: str, ask: Ask, base: KnowledgeBase, languages: tuple[str, str]) -> Input | FrontEndRequest:
    """Return the meaning of a line at a question; `languages` are the one spoken and the one that 'taal' goes to."""
    typed = " ".join(line.replace("’", "'").casefold().split()).rstrip(" .!?")
    if request := _REQUESTS.get(typed):
        return request
    if typed in _SAME and KINDS[ask.kind].takes_several:
        return Answer(answer="same")
    if move := ALONE.get(typed) or move_at(base, ask, line):
        return Move(move=move)
    if note := _NOTE.fullmatch(line):
        return Move(move="note", text=note[1] or "")
    if taking := _TAKING.fullmatch(typed):
        return _move_to(taking[1], taking[2] or "", ask, base, languages[1]) or Words(text=line)
    return Words(text=line)


def _move_to(word: str, rest: str, ask: Ask, base: KnowledgeBase, other: str) -> Move | None:
    """Return a move with its destination; None if the line rather is a sentence that begins so."""
    if word not in _MOVES:
        return Move(move="language", to=rest or other) if len(rest.split()) < _SHORT else None
    move = _MOVES[word]
    destination = _component(rest, base) if move == "edit" else _destination(rest, base)
    if destination:
        return Move(move=move, to=f"{destination}.situation" if move == "edit" else destination)
    is_destination = rest.isdecimal() or (not KINDS[ask.kind].takes_words and len(rest.split()) <= _SHORT)
    return Move(move=move, to=rest) if is_destination else None


def _destination(named: str, base: KnowledgeBase) -> str:
    """Return the id of a component by its number, or of a pillar or stop by how its name begins; or 'next'."""
    if named in _NEXT:
        return "next"
    names = [(pillar.id, pillar.name) for pillar in base.pillars]
    stops = dict.fromkeys(stop for track in TRACKS.values() for stop in track.stops)
    names += [(stop, phrase(base, f"{stop}.stop", "")) for stop in stops]
    fitting = [id_ for id_, name in names if named and folded(name).startswith(folded(named))]
    return fitting[0] if len(fitting) == 1 else _component(named, base)


def _component(named: str, base: KnowledgeBase) -> str:
    return next((component.id for component in base.components if str(component.number) == named.lstrip("0")), "")
