"""What follows about something, worked out once for each moment of a conversation."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, TypeVar

from lobgids.kb.schema.base import Entry


class Moment(Protocol):
    """A moment of a conversation, of which nothing changes any more; what was worked out of it is kept with it."""

    @property
    def worked_out(self) -> dict[Callable[..., Any], dict[str, Any]]:
        """What each function came to, by the id of what it was asked about."""


Seen = TypeVar("Seen", bound=Moment)
Subject = TypeVar("Subject", bound=Entry | str)
Found = TypeVar("Found")


def once(work: Callable[[Seen, Subject], Found]) -> Callable[[Seen, Subject], Found]:
    """Have what a function says of an entry, or of an id, worked out once a moment: a turn asks it a thousand times."""

    @wraps(work)
    def kept(moment: Seen, subject: Subject) -> Found:
        found: dict[str, Found] = moment.worked_out.setdefault(work, {})
        key = subject if isinstance(subject, str) else subject.id
        if key not in found:
            found[key] = work(moment, subject)
        return found[key]

    return kept
