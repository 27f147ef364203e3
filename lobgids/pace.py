"""How long a conversation still takes at one's own pace."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

BREAK = 300.0
"""Seconds; whoever takes longer than this over an answer was away, or was talking it over."""

FEWEST_GAPS = 4
"""With fewer the median says more of one question than of a pace."""


def minutes_left(times: Sequence[str], progress: float) -> int | None:
    """About how many whole minutes are left, at least 1; nothing as long as there is no pace to tell it by.

    `times` are those of the answers of a document, in order (ISO 8601, in UTC with a Z), and `progress` is
    answered / (answered + foreseen), so that with n times the answers left are n (1 - progress) / progress and

        minutes = median gap in seconds * n (1 - progress) / progress / 60

    The gaps are those between consecutive answers, without breaks of over 5 minutes and without what came in the
    same moment or, by a clock that was set back, earlier. A time that cannot be read makes no gap. There is no pace
    with fewer than 4 gaps, and nothing to tell at a progress of 0 or 1.
    """
    gaps = _gaps(times)
    if len(gaps) < FEWEST_GAPS or not 0 < progress < 1:
        return None
    from statistics import median  # not at the start, where there is no pace yet

    answers_left = len(times) * (1 - progress) / progress
    return max(1, round(median(gaps) * answers_left / 60))


def minutes_since(time: str, now: datetime) -> int | None:
    """The whole minutes since a time in a document; nothing where somebody wrote something else there."""
    moment = _moment(time)
    return max(0, int((now - moment).total_seconds() // 60)) if moment else None


def _gaps(times: Sequence[str]) -> list[float]:
    """The seconds between consecutive answers that say something of a pace."""
    moments = [_moment(time) for time in times]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(moments) if earlier and later]
    return [gap for gap in gaps if 0 < gap <= BREAK]


def _moment(time: str) -> datetime | None:
    """A moment; nothing where somebody wrote something else there, or a time without its place in the world."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
