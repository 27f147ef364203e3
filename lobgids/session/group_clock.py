"""How long a group is together: the minutes since it began, without its pauses."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from lobgids.dialogue.chapters.setup import START
from lobgids.dialogue.pace import moment_of
from lobgids.log.events import Event
from lobgids.log.state import ANSWERING, standing_events

PAUSE, AWAY = 10 * 60.0, 60 * 60.0
"""Seconds: a pause of more than this is no time together, nor is any time of more than `AWAY` in which nothing came."""


def began(events: Sequence[Event]) -> str:
    """When a workshop began: the time of the answer that everyone is there; empty if there is none."""
    times = [event.time for event in standing_events(events) if event.ask == START and event.kind in ANSWERING]
    return times[-1] if times else ""


def minutes_together(events: Sequence[Event], now: datetime, opened: str = "") -> int | None:
    """The whole minutes since a workshop began, without pauses; None if it did not, or a time is none.

    `opened` is when the document was opened once more, if it was: what lies before that may be a pause, too.
    """
    start, back = moment_of(began(events)), moment_of(opened)
    if start is None:
        return None
    passed = [_Moment(moment, ends_in_pause=event.kind == "paused") for event in events
              if (moment := moment_of(event.time)) and moment > start]  # fmt: skip
    if back and start < back < now:
        passed.append(_Moment(back, is_back=True))
    moments = [_Moment(start), *sorted(passed, key=lambda one: one.at), _Moment(now)]
    return max(0, int(sum(_together(*pair) for pair in pairwise(moments)) // 60))


class _Moment(NamedTuple):
    at: datetime
    ends_in_pause: bool = False
    is_back: bool = False


def _together(earlier: _Moment, later: _Moment) -> float:
    """The seconds between two moments; 0 if nobody was there."""
    seconds = (later.at - earlier.at).total_seconds()
    longest = PAUSE if earlier.ends_in_pause or later.is_back else AWAY
    return 0.0 if seconds > longest else max(0.0, seconds)
