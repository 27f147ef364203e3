"""What a front end can ask for at any moment, beside the talk itself. Nothing changes by it, and nothing is kept of it.

Where an answer is not that of a module of its own, its structure stands here, too.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, field

from lobgids.dialogue.commands import Command
from lobgids.dialogue.overview import Stop
from lobgids.dialogue.protocol import VERSION

Name = Literal["ask", "overview", "guidance", "clock", "commands", "result", "version"]
Place = Annotated[int, Meta(ge=0)]


class Get(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Asks for something by its name."""

    get: Name


class GetStory(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Asks for what was said, from one turn up to another; all of it where these are left out."""

    get: Literal["story"]
    start: Place = field(default=0, name="from")
    stop: Place | None = field(default=None, name="to")


class GetTerms(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Asks for the words of the glossary in a text, or in the open question where none is given."""

    get: Literal["terms"]
    text: str | None = None


Request = Get | GetStory | GetTerms
_KINDS: dict[object, type[Request]] = {"story": GetStory, "terms": GetTerms}


class Clock(Struct, frozen=True, kw_only=True, tag_field="type", tag="clock"):
    """Times and minutes, as numbers and in words.

    `answered` is when each answer that stands was given. `minutes_left` is None if there is nothing to tell it by;
    then `left` says which part is done. `began` is when a group began, empty if it did not, and `minutes_since` then;
    `agenda` has the minutes that were planned, `planned` those of the present item in words. `talk` is for how many
    minutes the talk is planned that the open question is about, 0 where it is about none.
    """

    answered: tuple[str, ...]
    minutes_left: int | None
    left: str
    began: str
    minutes_since: int | None
    agenda: tuple[Stop, ...]
    planned: str
    talk: int


class TermPlace(Struct, frozen=True, kw_only=True):
    """Where a term stands, as `text[start:end]` in characters of Unicode: in the option `of`, or if empty the text."""

    of: str
    start: int
    end: int


class FoundTerm(Struct, frozen=True, kw_only=True):
    """A word of the glossary with its meaning, and where it stands first in each text."""

    id: str
    term: str
    meaning: str
    places: tuple[TermPlace, ...]


class Terms(Struct, frozen=True, kw_only=True, tag_field="type", tag="terms"):
    """The words of the glossary that were found, in the order of the text."""

    terms: tuple[FoundTerm, ...]


class Commands(Struct, frozen=True, kw_only=True, tag_field="type", tag="commands"):
    """What one can do now beside answering, the most needed first, and what an input for this moment says of it."""

    ask: str
    at: int
    commands: tuple[Command, ...]


class Version(Struct, frozen=True, kw_only=True, tag_field="type", tag="version"):
    """Of the protocol."""

    protocol: int = VERSION


def read_request(line: bytes) -> Request | None:
    """A request from a line of JSON; None if it is no request, or none that there is."""
    try:
        values = msgspec.json.decode(line)
        return msgspec.convert(values, _KINDS.get(values["get"], Get)) if "get" in values else None
    except (ValueError, TypeError, RecursionError):
        return None
