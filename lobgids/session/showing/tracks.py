"""What each track shows in every front end that has pages: whom it is for, its reports, what one can look up there."""

from collections.abc import Iterator
from typing import NamedTuple

from lobgids.i18n import N_
from lobgids.log.events import TrackName


class ShownTrack(NamedTuple):
    """What a track shows."""

    track: TrackName
    for_whom: str
    about: str
    """Whom it is for, and what it is, where one begins; both are translated when shown."""

    reports: tuple[str, ...]
    """The names of the reports that one can choose from, in order."""

    has_projector: bool = False
    """Whether there is a page for a group to look at."""

    topics: tuple[str, ...] = ("role", "model", "competence", "learning", "explanation")
    """The kinds of topics that one can look up beside words."""
    topics_name_stages: bool = True
    """Whether these topics are hidden until they can colour no answer any more."""


def shown(track: str) -> ShownTrack:
    """Return what a track shows. Raises `LookupError`."""
    return _SHOWN[track]


def shown_tracks() -> Iterator[ShownTrack]:
    """Yield what each track shows, in the order in which one chooses among them."""
    yield from _SHOWN.values()


_SHOWN: dict[str, ShownTrack] = {
    track.track: track
    for track in (
        ShownTrack(
            "decaan",
            N_("Voor de decaan"),
            N_("een kwartier voor een eerste beeld, of langer"),
            reports=("me", "leadership", "talk", "reference"),
        ),
        ShownTrack(
            "workshop",
            N_("Met een groep"),
            N_("tien tot dertig collega's, een tot twee uur"),
            reports=("group", "leadership", "talk", "reference"),
            has_projector=True,
        ),
        ShownTrack(
            "mentor",
            N_("Voor een nieuwe mentor"),
            N_("kennismaken met LOB, in twintig minuten"),
            reports=("sheet",),
            topics=("role", "model", "case"),
            topics_name_stages=False,
        ),
    )
}
