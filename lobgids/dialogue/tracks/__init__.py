"""The tracks: a decaan alone, a workshop with a group, and a new mentor."""

from collections.abc import Mapping

from lobgids.dialogue.proposals import (
    ASKED,
    DOUBTED,
    IS_UNDERSTOOD,
    NAMED,
    OWN,
    PLUS,
    PUT_TOGETHER,
    TITLE,
    WHO_DOUBTED,
)
from lobgids.dialogue.track import Track
from lobgids.dialogue.tracks.decaan import DECAAN
from lobgids.dialogue.tracks.mentor import MENTOR
from lobgids.dialogue.tracks.workshop import WORKSHOP
from lobgids.log.events import TrackName

TRACKS: Mapping[TrackName, Track] = {track.name: track for track in (DECAAN, WORKSHOP, MENTOR)}


def track_of(name: TrackName) -> Track:
    """The track of this name."""
    return TRACKS[name]


def taking_a_brief() -> Track:
    """The track that takes a decaan's brief."""
    return next(track for track in TRACKS.values() if track.takes_brief)


def questions_needed() -> list[str]:
    """The ids of the questions that the steps of all tracks declare, and of those that confirm an answer."""
    of_steps = (ask for track in TRACKS.values() for step in track.steps for ask in step.needs)
    confirming = (DOUBTED, IS_UNDERSTOOD, NAMED, ASKED, OWN, PLUS, PUT_TOGETHER, TITLE, WHO_DOUBTED)
    return list(dict.fromkeys([*of_steps, *confirming]))
