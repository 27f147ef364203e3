"""A step of a conversation as one record: which questions it asks, how each is worded, and what an answer gets back.

Each chapter declares its steps at its end; a track lists them with what follows on what.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.view import View
from lobgids.kb.schema.school import Component
from lobgids.log.events import Event

Asks = Callable[[View], Iterator[str]]
AsksAbout = Callable[[View, Component], Iterator[str]]


def no_asks(_view: View) -> Iterator[str]:
    """Ask nothing."""
    return iter(())


def no_reply(_view: View, _event: Event) -> Iterator[Say]:
    """Say nothing to an answer."""
    return iter(())


class Step(NamedTuple):
    """A step of a conversation.

    `asks` returns the ids of its asks in order, answered or not; a step that is walked for each component has
    `asks_about` instead. `keys` say which asks belong to it, by `ask_ids.key_of` or by their whole id; without any it
    is its name. `reply` is what is said to an answer. 'Conclude now' leaves it open if it is `left_open`. One that
    is `about_an_answer` belongs to an answer that was given, even if that came after 'conclude now'. `needs` are the
    questions of the content that it looks up by their ids.
    """

    name: str
    chapter: str
    draft: Callable[[View, str], Draft]
    asks: Asks = no_asks
    asks_about: AsksAbout | None = None
    keys: tuple[str, ...] = ()
    reply: Callable[[View, Event], Iterator[Say]] = no_reply
    left_open: bool = False
    about_an_answer: bool = False
    needs: tuple[str, ...] = ()
