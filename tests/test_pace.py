"""How long a conversation still takes: held against people who read and think at their own pace."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from statistics import median
from types import ModuleType
from typing import Any, NamedTuple

import pytest
import yaml

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.pace import in_steps, minutes_left
from lobgids.dialogue.protocol import Ask, Input, Move
from lobgids.kb.base import KnowledgeBase
from lobgids.log.ask_ids import SITUATION, is_named
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]
NOON = datetime.fromisoformat("2026-11-23T12:00:00+00:00")


FARTHEST = 0.39
"""The largest share of the time left that it may be told wrong: who thinks long reads as fast as others."""


def at(*seconds: float) -> list[str]:
    """Times that many seconds after noon."""
    return [(NOON + timedelta(seconds=one)).isoformat() for one in seconds]


@pytest.mark.parametrize(("track", "form"), [("decaan", "full"), ("decaan", "short"), ("mentor", "")])
@pytest.mark.parametrize("model", [1, 2, 3])
@pytest.mark.parametrize(
    ("words_a_minute", "thinking"),
    [(220, 1.0), (160, 1.5), (240, 0.9), (180, 2.5)],
    ids=["usual", "calm", "quick", "slow"],
)
def test_the_time_left_is_about_right_at_the_start_of_each_chapter(  # noqa: PLR0913, PLR0917
    track: str, form: str, model: int, words_a_minute: int, thinking: float, talk: Begin, lengths: ModuleType
) -> None:
    one = talk(form, track=track)
    one.conversation.draw_grids(can=True)
    turn, clock, times, told = one.conversation.begin(), 0.0, [0.0], []
    chapter = ""
    while ask := turn.ask:
        if ask.chapter != chapter:
            told.append((ask.chapter, clock, minutes_left(one.conversation.view, ask, at(*times))))
            chapter = ask.chapter
        clock += lengths.words(turn) / words_a_minute * 60 + thinking * lengths.seconds(ask)
        turn = one.conversation.take(lengths.answer(ask, model))
        times.append(clock)
    for name, begun, minutes in told:
        if begun < 60:
            continue  # there is no pace yet
        left = (clock - begun) / 60
        assert minutes is not None
        assert abs(minutes - left) <= max(left * FARTHEST, 1), (name, minutes, left)


def test_the_lengths_are_those_of_the_content(base: KnowledgeBase, content_in: Any, lengths: ModuleType) -> None:
    """Within a fifth, so that a word more or less needs no new measuring; else: python docs/make_lengths.py."""
    found = {(one["track"], one.get("form", ""), one["chapter"]): one for one in lengths.measured(content_in)}
    assert list(found) == [(one.track, one.form, one.chapter) for one in base.lengths]
    for one in base.lengths:
        now = found[one.track, one.form, one.chapter]
        assert abs(now["words"] - one.words) <= max(one.words / 5, 20), (one, now)
        assert abs(now["asks"] - one.asks) <= max(one.asks / 5, 1), (one, now)
        assert abs(now["seconds"] - one.seconds) <= max(one.seconds / 5, 10), (one, now)


def test_the_file_is_what_the_script_writes(lengths: ModuleType) -> None:
    assert lengths.PATH.read_text("utf-8").startswith(lengths.HEAD)
    assert yaml.safe_load(lengths.PATH.read_text("utf-8"))


def test_the_time_left_by_hand(talk: Begin, base: KnowledgeBase) -> None:
    one = talk("short").go(until="closing.look_back")
    length = next(length for length in base.lengths if (length.form, length.chapter) == ("short", "closing"))
    usual = length.words / (200 / 60) + length.seconds
    # Nothing of the last chapter is answered, and without times the pace is the fastest that there is: a half.
    assert minutes_left(one.conversation.view, one.ask, []) == pytest.approx(usual * 0.5 / 60)


def test_one_s_own_pace_counts(talk: Begin) -> None:
    one = talk("full").go(until="c06.situation")
    answers = len(one.state.answers)
    minutes = [minutes_left(one.conversation.view, one.ask, at(*range(0, gap * answers, gap))) for gap in (5, 30, 60)]
    assert minutes == sorted(minutes, key=lambda one: one or 0)
    assert len(set(minutes)) == 3


@pytest.mark.parametrize("times", [
    ["", "gisteren", "2026-13-45T99:99:99Z", "2026-11-23", "12:00", "\x1b[31m", "9" * 400],
    at(120, 90, 60, 30, 0), at(0, 9000, 18000),
], ids=["no times", "backwards", "breaks"])  # fmt: skip
def test_what_is_no_time_and_breaks_say_nothing_of_a_pace(times: Sequence[str], talk: Begin) -> None:
    one = talk("full").go(until="c06.situation")
    view = one.conversation.view
    assert minutes_left(view, one.ask, times) == minutes_left(view, one.ask, [])


def test_with_a_group_the_agenda_tells_the_time_and_at_the_end_there_is_none_left(talk: Begin) -> None:
    one = talk(track="workshop")
    assert minutes_left(one.conversation.view, one.ask, []) is None
    assert minutes_left(one.conversation.view, None, []) is None


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(0.2, 0), (2.5, 0), (2.6, 3), (4.4, 4), (7.6, 8), (9.9, 10), (12.4, 10), (12.6, 15), (33, 35), (41, 40)],
)
def test_time_is_told_in_steps_of_five_minutes_and_below_ten_in_whole_ones(minutes: float, told: int) -> None:
    assert in_steps(minutes) == told


def walked(one: Talk, answer: Callable[[Any], Any]) -> Iterator[float | None]:
    """The time left at each question."""
    while one.conversation.ask:
        yield minutes_left(one.conversation.view, one.ask, [])
        one.conversation.take(answer(one.ask))


def test_the_time_left_never_grows_by_much(talk: Begin, lengths: ModuleType) -> None:
    told = [minutes or 0 for minutes in walked(talk("full"), lambda ask: lengths.answer(ask, 2))]
    assert max(later - earlier for earlier, later in itertools.pairwise(told)) < 2.5


@pytest.mark.parametrize("form", ["short", "full"])
def test_the_time_that_is_told_moves_and_does_not_go_up_within_a_chapter(
    form: str, talk: Begin, lengths: ModuleType
) -> None:
    one, told = talk(form), dict[str, list[int]]()
    while ask := one.conversation.ask:
        told.setdefault(ask.chapter, []).append(in_steps(minutes_left(one.conversation.view, ask, []) or 0))
        one.conversation.take(lengths.answer(ask, 2))
    for chapter, minutes in told.items():
        ups = [(earlier, later) for earlier, later in itertools.pairwise(minutes) if later > earlier]
        assert len(ups) <= (chapter == "advice"), (chapter, ups)  # an action that is picked is more to ask
    last = [minutes for chapter in told for minutes in told[chapter] if minutes < 10]
    assert max(len(list(group)) for _, group in itertools.groupby(last)) < 25


def test_the_time_left_of_a_long_plan_does_not_stand_still(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    one.answer([option.id for option in one.ask.options if option.id.startswith("act.") and not option.alone][:4])
    told = []
    while one.ask.id.startswith("plan."):
        told.append(minutes_left(one.conversation.view, one.ask, []) or 0)
        one.answer(sensible(one.ask))
    assert len(told) > 30
    assert all(later < earlier for earlier, later in itertools.pairwise(told))


# How long a conversation is: walks of made-up schools, counted as somebody reads who reads everything.

WORDS_A_MINUTE, SECONDS_A_SCREEN = 200, 6

SCHOOLS: dict[str, Callable[[int], int]] = {
    "vakkenschool": lambda _component: 1,
    "activerende school": lambda _component: 2,
    "flexibele school": lambda _component: 3,
    "mixed": lambda component: component % 3 + 1,
    "unknown": lambda _component: 0,
}
"""The stage of each component; 0 where the decaan does not know."""


class Most(NamedTuple):
    """The most minutes that walks take: half of them, and the longest."""

    median: float
    longest: float


MOST = {
    ("decaan", "short", "nl"): Most(15, 19), ("decaan", "short", "en"): Most(15, 19),
    ("decaan", "full", "nl"): Most(45, 45), ("decaan", "full", "en"): Most(45, 45),
    ("mentor", "", "nl"): Most(20, 20), ("mentor", "", "en"): Most(20, 20),
}  # fmt: skip


@pytest.mark.parametrize(("track", "form", "language"), MOST)
def test_a_conversation_takes_no_longer_than_is_said(
    track: str, form: str, language: str, lengths: ModuleType, content_in: Callable[[str], LocalizedContent]
) -> None:
    """In the short form each school stops at the picture, to talk first, or goes on to a plan."""
    goes_on = (True, False) if form == "short" else (True,)
    walks = [
        minutes_of(lengths, lengths.turns(content_in(language), track, form, school, answering(lengths, school, on)))
        for school in SCHOOLS
        for on in goes_on
    ]
    assert median(walks) <= MOST[track, form, language].median, walks
    assert max(walks) <= MOST[track, form, language].longest, walks


def answering(lengths: ModuleType, school: str, goes_on: bool) -> Callable[[Ask], Input]:
    """Who answers for a school, and ends the conversation at the picture or goes on to a plan."""

    def answer(ask: Ask) -> Input:
        if ask.id == "picture.go_on" and not goes_on:
            return Move(move="conclude")
        stage = SCHOOLS[school](ask.component)
        if is_named(ask.id, SITUATION) and not stage:
            return Move(move="skip")
        given: Input = lengths.answer(ask, stage or 2)
        return given

    return answer


def minutes_of(lengths: ModuleType, turns: Iterator[Any]) -> float:
    """The minutes of a walk: its words, and the time to look at each screen and press a key."""
    words, screens = 0, 0
    for turn in turns:
        words += lengths.words(turn)
        screens += bool(turn.ask)
    return words / WORDS_A_MINUTE + screens * SECONDS_A_SCREEN / 60
