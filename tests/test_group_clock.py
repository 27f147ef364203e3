"""How long a group is together: its pauses are no minutes."""

from datetime import datetime, timedelta

import pytest

from lobgids.log.events import Event
from lobgids.session.group_clock import began, minutes_together

START = datetime.fromisoformat("2026-11-23T12:00:00+00:00")


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def event(minutes: float, kind: str = "answered", ask: str = "c06.situation") -> Event:
    return Event(time=at(minutes).isoformat(), kind=kind, ask=ask, value=True)  # type: ignore[arg-type]


def together(now: float, *events: Event, opened: float | None = None) -> int | None:
    return minutes_together(
        [event(-9, ask="setup.people"), event(0, ask="setup.start"), *events],
        at(now), at(opened).isoformat() if opened is not None else "",
    )  # fmt: skip


def test_it_counts_from_where_everybody_is_there() -> None:
    assert began([event(-9, ask="setup.people")]) == ""
    assert together(34.9) == 34
    assert together(0) == 0
    assert minutes_together([event(1)], at(5)) is None


@pytest.mark.parametrize(
    ("events", "opened", "now", "minutes"),
    [
        ([event(30), event(31, "paused"), event(51)], None, 60, 40),  # coffee
        ([event(30), event(31, "paused"), event(37)], None, 60, 60),  # a short stop is time together
        ([event(30), event(31, "paused")], None, 90, 31),  # still away
        ([event(30), event(31, "paused")], 90, 95, 36),  # back since five minutes
        ([event(30)], 90, 95, 35),  # killed, and opened an hour later
        ([event(30)], 33, 40, 40),  # killed, and opened at once
        ([event(30), event(30 + 24 * 60)], None, 35 + 24 * 60, 35),  # the next day
        ([event(13), event(38)], None, 40, 40),  # a long talk
    ],
)
def test_a_pause_is_no_time_together(events: list[Event], opened: float | None, now: float, minutes: int) -> None:
    assert together(now, *events, opened=opened) == minutes


def test_a_time_that_a_hand_wrote_is_left_out() -> None:
    odd = Event(time="later", kind="answered", ask="c06.situation", value=True)
    assert together(34, odd) == 34
