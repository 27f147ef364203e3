"""What front ends are told of a whole conversation at a glance, and how long it still takes."""

from collections.abc import Callable, Sequence

import pytest

from lobgids.dialogue.overview import ComponentState, Overview
from lobgids.pace import minutes_left
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]


def seen(one: Talk) -> Overview:
    """The overview now."""
    return one.conversation.overview()


def components(one: Talk) -> dict[str, ComponentState]:
    """Every component by its id."""
    return {component.id: component for pillar in seen(one).pillars for component in pillar.components}


def present(one: Talk) -> list[str]:
    """The components that the open question is about."""
    return [component.id for component in components(one).values() if component.is_present]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("nl", ("Visie en beleid", "Visie en doelen van LOB", "de vakkenschool")),
        ("en", ("Vision and policy", "Vision and goals of LOB", "the vakkenschool (subject school)")),
    ],
)
def test_at_the_start_everything_is_open(talk: Begin, language: str, names: tuple[str, ...]) -> None:
    one = talk("full", language=language)
    told, standing = seen(one), components(one)
    assert (told.chapter, told.pillar, told.answered, told.progress) == ("welcome", "", 0, 0)
    assert not told.shows_direction
    assert [(pillar.number, len(pillar.components)) for pillar in told.pillars] == [(1, 4), (2, 3), (3, 3), (4, 2)]
    assert [component.number for component in standing.values()] == list(range(1, 13))
    assert {(component.state, component.founded) for component in standing.values()} == {("open", "")}
    assert not any(part.is_present or part.is_unseen or part.clashes for part in standing.values())
    assert [model.number for model in told.models] == [1, 2, 3]
    assert (told.pillars[0].name, standing["c01"].name, told.models[0].name) == names


def test_every_component_stands_in_its_own_pillar(talk: Begin) -> None:
    for pillar in seen(talk("full")).pillars:
        assert {component.pillar for component in pillar.components} == {pillar.id}


def test_one_is_where_the_open_question_is(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    assert present(one) == ["c01"]
    assert (seen(one).chapter, seen(one).pillar) == ("pillar", "visie-en-beleid")
    one.answer("c01.m2")
    assert one.ask.id == "c01.basis"
    assert present(one) == ["c01"]
    one.go(until="visie-en-beleid.summary")
    assert present(one) == []
    assert seen(one).pillar == "visie-en-beleid"


def test_an_overview_counts_what_the_question_counts(talk: Begin) -> None:
    one = talk("full").go(until="c04.situation")
    assert seen(one).progress == one.ask.progress
    before = seen(one).answered
    one.move("skip")
    assert seen(one).answered == before + 1
    one.move("back")
    assert seen(one).answered == before


@pytest.mark.parametrize(
    ("bases", "founded"),
    [
        (["lessons"], "seen"),
        (["students"], "seen"),
        (["documents"], "heard"),
        (["colleagues"], "heard"),
        (["impression"], "impression"),
        (["impression", "colleagues"], "heard"),
        (["wish", "documents", "students"], "seen"),
    ],
)
def test_an_answer_is_as_well_founded_as_the_best_it_rests_on(talk: Begin, bases: list[str], founded: str) -> None:
    one = talk("full").go(until="c01.basis")
    one.answer(bases)
    assert (components(one)["c01"].state, components(one)["c01"].founded) == ("answered", founded)
    assert components(one)["c02"].founded == ""


def test_a_wish_is_no_answer_to_how_it_is(talk: Begin) -> None:
    one = talk("full").go(until="c01.basis")
    one.answer(["wish"])
    assert (components(one)["c01"].state, components(one)["c01"].founded) == ("wished", "")


def test_an_answer_of_which_nothing_is_said_is_an_impression(talk: Begin) -> None:
    one = talk("full").go(until="c01.basis")
    assert components(one)["c01"].founded == "impression"
    one.move("skip")
    assert components(one)["c01"].founded == "impression"


def test_not_knowing_is_not_the_same_as_not_asked(talk: Begin) -> None:
    one = talk("full").go(until="c05.situation")
    one.answer("c05.unknown")
    one.move("skip")
    told = components(one)
    assert [(told[name].state, told[name].founded) for name in ("c05", "c06", "c07")] == [
        ("unknown", ""), ("unknown", ""), ("open", ""),
    ]  # fmt: skip
    one.move("back")
    assert components(one)["c06"].state == "open"


def test_in_between_is_half_an_answer(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    one.answer("c01.between")
    assert one.ask.id == "c01.between"
    assert components(one)["c01"].state == "open"
    one.move("skip")
    assert components(one)["c01"].state == "unknown"
    one.move("back")
    one.answer(["c01.m1", "c01.m2"])
    assert components(one)["c01"].state == "answered"


def test_both_sides_of_a_clash_are_told_until_it_is_put_right(talk: Begin) -> None:
    one = talk("full").go(until="c04.situation", c02__situation="c02.m3")
    assert not components(one)["c02"].clashes
    one.answer("c04.m1")
    assert [component.id for component in components(one).values() if component.clashes] == ["c02", "c04"]
    one.go(until="c04.clash.c02").answer("clash.earlier")
    assert present(one) == ["c02"]
    one.answer("c02.m2")
    assert not any(component.clashes for component in components(one).values())


def test_what_was_not_seen_in_practice_is_told(talk: Begin) -> None:
    one = talk("full").go(until="c03.basis")
    one.answer(["documents"])
    assert not components(one)["c03"].is_unseen
    one.answer("recent.longer")
    assert [component.id for component in components(one).values() if component.is_unseen] == ["c03"]
    assert components(one)["c03"].founded == "heard"


def test_after_a_jump_the_components_stay_in_order(talk: Begin) -> None:
    one = talk("full").go(until="c02.situation")
    one.move("jump", to="samenwerking")
    assert present(one) == ["c11"]
    assert seen(one).pillar == "samenwerking"
    one.answer("c11.m1")
    one.answer(["lessons"])
    told = components(one)
    assert [name for name, component in told.items() if component.state == "answered"] == ["c01", "c11"]
    assert [component.number for component in told.values()] == list(range(1, 13))


def test_a_direction_is_shown_from_the_picture_on(talk: Begin) -> None:
    one = talk("full")
    before = []
    while one.ask.id != "picture.agree":
        before.append(seen(one).shows_direction)
        one.answer(sensible(one.ask))
    assert len(before) > 40
    assert not any(before)
    assert seen(one).chapter == "picture"
    assert seen(one).shows_direction


def test_a_direction_stays_when_an_earlier_answer_is_edited(talk: Begin) -> None:
    one = talk("full").go(until="picture.go_on")
    one.move("edit", to="c01.situation")
    assert seen(one).chapter == "pillar"
    assert seen(one).shows_direction
    one.answer("c01.m3")
    assert one.ask.id == "edit.keep"
    assert seen(one).shows_direction


def test_a_direction_is_shown_to_who_concludes(talk: Begin) -> None:
    one = talk("full").go(until="c03.situation")
    one.move("conclude")
    assert seen(one).shows_direction
    one.move("back")
    assert not seen(one).shows_direction


@pytest.mark.parametrize("form", ["short", "full"])
def test_at_the_end_all_is_done(talk: Begin, form: str) -> None:
    one = talk(form).go()
    told = seen(one)
    assert (told.chapter, told.pillar, told.progress) == ("", "", 1)
    assert told.answered == len(one.state.answers) > 0
    assert told.shows_direction
    assert present(one) == []
    left = [component.id for component in components(one).values() if component.state == "open"]
    assert len(left) == (0 if form == "full" else 12 - sum(ask.endswith(".situation") for ask in one.state.answers))


def test_the_language_of_an_overview_is_that_of_the_conversation(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    before = seen(one)
    one.move("language", to="en")
    assert seen(one).pillars[0].name == "Vision and policy"
    one.move("language", to="nl")
    assert seen(one) == before


# The time that is left.


def at(*seconds: float) -> list[str]:
    """Times that many seconds after noon."""
    return [f"2026-11-23T12:{int(one) // 60:02}:{one % 60:06.3f}Z" for one in seconds]


@pytest.mark.parametrize(
    ("times", "progress", "minutes"),
    [
        # Gaps of 30, 30, 30 and 30; 5 answers at a half leave 5: 150 seconds.
        (at(0, 30, 60, 90, 120), 0.5, 2),
        # Gaps of 10, 20, 40 and 60, so 30; 5 answers at a fifth leave 20: 600 seconds.
        (at(0, 10, 30, 70, 130), 0.2, 10),
        # The same with a break of 6 minutes before the last, which counts as an answer: 6 leave 24, 720 seconds.
        (at(0, 10, 30, 70, 130, 490), 0.2, 12),
        # Exactly 5 minutes is no break: gaps of 60, 60, 60, 300 and 300, so 60; 6 at a half leave 6.
        (at(0, 60, 120, 180, 480, 780), 0.5, 6),
        # Gaps of a second: 5 answers at 0.9 leave about half a second, and that is told as a minute.
        (at(0, 1, 2, 3, 4), 0.9, 1),
        # Three answers in one moment make no gap: gaps of 30 only, 7 at a half leave 7: 210 seconds, about 3.5.
        (at(0, 0, 0, 30, 60, 90, 120, 150), 0.5, 4),
    ],
)
def test_the_time_left_by_hand(times: Sequence[str], progress: float, minutes: int) -> None:
    assert minutes_left(times, progress) == minutes


@pytest.mark.parametrize("progress", [0, 1])
def test_at_either_end_there_is_no_time_to_tell(progress: float) -> None:
    assert minutes_left(at(0, 30, 60, 90, 120), progress) is None


@pytest.mark.parametrize(
    "times",
    [
        [],
        at(0, 30, 60, 90),
        at(0, 30, 60, 90, 800),
        at(120, 90, 60, 30, 0),
        at(0, 0, 0, 0, 0, 0),
        ["", "gisteren", "2026-13-45T99:99:99Z", "2026-11-23", "12:00", "\x1b[31m", "9" * 400],
        ["2026-11-23T12:00:00", "2026-11-23T12:00:30", *at(60, 90, 120, 150)],
    ],
    ids=["nothing", "too few", "a break", "backwards", "one moment", "no times", "no zone"],
)
def test_without_a_pace_no_time_is_told(times: Sequence[str]) -> None:
    assert minutes_left(times, 0.5) is None


def test_a_time_that_cannot_be_read_is_passed_over() -> None:
    # Gaps of 30 on both sides of the bad one; 8 answers at a half leave 8: 240 seconds.
    assert minutes_left([*at(0, 30, 60, 90), "?", *at(200, 230, 260)], 0.5) == 4


def test_times_may_be_written_with_another_offset() -> None:
    # 30 seconds before 12:00:00Z, as a clock in Amsterdam tells it; 5 answers at a half leave 5: 150 seconds.
    assert minutes_left(["2026-11-23T12:59:30+01:00", *at(0, 30, 60, 90)], 0.5) == 2
