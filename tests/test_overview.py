"""What front ends are told of a whole conversation at a glance, and how long it still takes."""

from collections.abc import Callable

import pytest

from lobgids.dialogue.overview import ComponentState, Overview, Stop
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


def test_what_is_told_in_own_words_that_fit_no_answer_is_known(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    one.type("Op de ouderavond vertel ik zelf welke profielen er zijn, en meer is het bij ons niet.")
    one.type("geen van deze")
    assert one.state.value("c01.situation") is None
    assert components(one)["c01"].state == "answered"
    one.type("dat weet ik niet")
    assert components(one)["c02"].state == "unknown"


def test_one_is_where_the_open_question_is(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    assert present(one) == ["c01"]
    assert (seen(one).chapter, seen(one).pillar) == ("pillar", "visie-en-beleid")
    one.answer("c01.m2")
    assert present(one) == ["c02"]
    one.go(until="visie-en-beleid.seen")
    assert present(one) == []
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
    assert components(one)["c05"].founded == ""


def test_a_wish_is_no_answer_to_how_it_is(talk: Begin) -> None:
    one = talk("full").go(until="c01.basis")
    one.answer(["wish"])
    assert (components(one)["c01"].state, components(one)["c01"].founded) == ("wished", "")


def test_an_answer_of_which_nothing_is_said_is_an_impression(talk: Begin) -> None:
    one = talk("full").go(until="c01.basis")
    one.move("skip")
    assert components(one)["c01"].founded == "impression"
    early = talk("full").go(until="c02.situation")
    early.move("conclude")
    assert components(early)["c01"].founded == "impression"


def test_as_long_as_it_is_to_be_asked_an_answer_rests_on_nothing(talk: Begin) -> None:
    one = talk("full").go(until="visie-en-beleid.seen")
    assert {(part.state, part.founded, part.in_words) for part in list(components(one).values())[:4]} == {
        ("answered", "", "beantwoord")
    }
    one.answer(["c01"])
    assert [part.founded for part in list(components(one).values())[:4]] == ["seen", "", "", ""]
    one.answer(["colleagues"])
    assert [part.founded for part in list(components(one).values())[:4]] == ["seen", "heard", "heard", "heard"]


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
    while one.ask.chapter != "picture":
        before.append(seen(one).shows_direction)
        one.answer(sensible(one.ask))
    assert len(before) > 30
    assert not any(before)
    assert seen(one).chapter == "picture"
    assert seen(one).shows_direction


@pytest.mark.parametrize(
    ("track", "names", "shows"), [("decaan", True, True), ("workshop", True, False), ("mentor", False, False)]
)
def test_only_a_track_that_has_a_direction_shows_one(talk: Begin, track: str, names: bool, shows: bool) -> None:
    """Who draws from the overview alone shows no more than the app does."""
    one = talk(track=track)
    assert not seen(one).names_stages
    end = seen(one.go(school__how="school.how.questions"))
    assert (end.names_stages, end.shows_direction) == (names, shows)


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


# The chapters of a decaan's conversation.


def stops(one: Talk) -> dict[str, Stop]:
    """The chapters by their id."""
    return {stop.id: stop for stop in seen(one).chapters}


def test_the_chapters_of_both_forms(talk: Begin) -> None:
    full = ["assignment", "pillar", "roles", "picture", "ambition", "who", "advice", "evaluation"]
    assert list(stops(talk("full"))) == full
    assert list(stops(talk("short"))) == full
    assert seen(talk(track="mentor")).chapters == seen(talk(track="workshop")).chapters == ()


def test_one_is_in_one_chapter_at_a_time_and_those_before_it_are_done(talk: Begin) -> None:
    one = talk("full")
    while one.conversation.ask:
        states = [stop.state for stop in stops(one).values()]
        here = states.index("present")
        assert states == ["done"] * here + ["present"] + ["open"] * (len(states) - here - 1)
        one.answer(sensible(one.ask))
    assert {stop.state for stop in stops(one).values()} == {"done"}


def test_what_was_passed_by_is_not_done(talk: Begin) -> None:
    one = talk("full").go(until="c03.situation")
    one.move("conclude")
    assert {name: stop.state for name, stop in stops(one).items() if stop.state != "open"} == {
        "assignment": "done", "pillar": "done", "picture": "present",
    }  # fmt: skip


def test_in_a_series_one_sees_which_one_it_is(talk: Begin) -> None:
    one = talk("full").go(until="c05.situation")
    assert (stops(one)["pillar"].number, stops(one)["pillar"].count) == (5, 12)
    one.answer("c05.m2")
    assert stops(one)["pillar"].number == 6
    one.go(until="orientatie-en-begeleiding.seen")
    assert stops(one)["pillar"].count == 0
    one.go(until="theme.year-plan")
    assert (stops(one)["roles"].number, stops(one)["roles"].count) == (3, 13)
    one.go(until="picture.agree")
    assert {stop.count for stop in stops(one).values()} == {0}


def test_a_wish_keeps_the_source_of_its_question(talk: Begin) -> None:
    one = talk("full")
    while not one.ask.id.startswith("ambition."):
        one.answer(sensible(one.ask))
    assert one.move("source").says[0].id != "source.guide"
