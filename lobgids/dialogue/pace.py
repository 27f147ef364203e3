"""How long a conversation still takes: the words to come and the time to answer, at this user's pace."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from lobgids.dialogue.overview import Stop
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.steps import open_asks
from lobgids.dialogue.view import View
from lobgids.i18n import Language
from lobgids.kb.schema.guide import Length

BREAK = 300.0
"""Seconds; whoever takes longer than this over an answer was away, or was talking it over."""

WORDS_A_SECOND = 200 / 60
"""How fast somebody reads who reads everything, for the first time, on a screen."""

USUAL = 120.0
"""Seconds; after this much time a user's own pace and the usual pace count alike."""

SLOWEST, FASTEST = 2.0, 0.5
"""The most and the least that a user's pace multiplies the usual time by: a few quick answers are no pace yet."""

STEP, EXACT, LAST = 5, 10, 2.5
"""Minutes: from `EXACT` on the time left is told in steps, below it whole minutes, so that it moves; then a few."""


def minutes_left(view: View, ask: Ask | None, times: Sequence[str]) -> float | None:
    """Return about how many minutes are left; None if no length is known, as with a group, whose agenda says it.

    The usual time of a chapter is `words / WORDS_A_SECOND + seconds`, with its words and the seconds to answer from
    the knowledge base (`lengths.yaml`). What is left of the open question's chapter counts for the part of its asks
    without an answer, and for all that are known to come if there are more, as in a long plan; the chapters behind it
    count whole. With `spent` the seconds between the answers so far (`times`, ISO
    8601; breaks and what is no time left out) and `usual` the usual time of what was answered,

        minutes = left * pace / 60,    pace = (spent + USUAL) / (usual + USUAL), from FASTEST to SLOWEST
    """
    lengths = _lengths(view)
    here = next((index for index, length in enumerate(lengths) if ask and length.chapter == ask.chapter), None)
    if here is None:
        return None
    answered = [view.track.chapter_of(given) for given in view.state.answers]
    done = [min(1.0, answered.count(length.chapter) / length.asks) for length in lengths]
    ahead = sum(_usual(length) for length in lengths[here + 1 :])
    left = ahead + _usual(lengths[here]) * _rest(view, lengths[here], done[here])
    usual = sum(_usual(length) * part for length, part in zip(lengths, done, strict=True))
    pace = min(SLOWEST, max(FASTEST, (sum(_gaps(times)) + USUAL) / (usual + USUAL)))
    return left * pace / 60


def in_steps(minutes: float) -> int:
    """Return minutes in steps of five, below ten in whole minutes; 0 for the last few."""
    if minutes < EXACT:
        return round(minutes) if minutes > LAST else 0
    return round(minutes / STEP) * STEP


def minutes_in_words(minutes: float, language: Language) -> str:
    """Return how long it still takes, in words."""
    _ = language.gettext
    count = in_steps(minutes)
    return _("nog ca. {count} min").format(count=count) if count else _("nog een paar min")


def time_left_in_words(progress: float, minutes: float | None, language: Language) -> str:
    """Return how long it still takes, or the part that is done if that is not known."""
    if minutes is not None:
        return minutes_in_words(minutes, language)
    return language.gettext("{percent}% klaar").format(percent=int(progress * 100))


def planned_in_words(path: Iterable[Stop], since: int | None, language: Language) -> str:
    """Return at which minute a group is, and the minutes planned for the present stop; empty if either is not known."""
    here = next((stop for stop in path if stop.state == "present"), None)
    if here is None or since is None:
        return ""
    pattern = language.gettext("minuut {now}, gepland {start}–{end}")
    return pattern.format(now=since, start=here.start, end=here.start + here.minutes)


def _lengths(view: View) -> list[Length]:
    """Return the lengths of the chapters of this conversation, in order."""
    form = "short" if view.is_short else "full"
    return [known for known in view.base.lengths if known.track == view.header.track and known.form in ("", form)]


def _usual(length: Length) -> float:
    return length.words / WORDS_A_SECOND + length.seconds


def _rest(view: View, length: Length, done: float) -> float:
    """Return the part of a chapter that is still to come; never 0, as one of its questions is open."""
    steps = [step.name for step in view.track.steps if step.chapter == length.chapter]
    known = sum(1 for step in steps for _ in open_asks(step, view))
    return max(1 - done, known / length.asks, 1 / (length.asks + 1))


def _gaps(times: Sequence[str]) -> Iterator[float]:
    """Yield the seconds between consecutive answers that say something of a pace."""
    moments = [moment_of(time) for time in times]
    for earlier, later in pairwise(moments):
        if earlier and later and 0 < (gap := (later - earlier).total_seconds()) <= BREAK:
            yield gap


def moment_of(time: str) -> datetime | None:
    """Return a time as a moment; None if somebody wrote something else there, or a time without a time zone."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
