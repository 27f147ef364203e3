"""What answers rest on: asked once for the answers of a pillar or of the short form, and of one where it differs."""

from collections.abc import Callable
from typing import Any

import pytest

from lobgids.dialogue.protocol import Answer
from lobgids.dialogue.steps import draft_of
from lobgids.log.events import Event
from tests.conftest import Talk, sensible
from tests.fakes.turns import problem, said

Begin = Callable[..., Talk]

VISION, CARE = "visie-en-beleid", "orientatie-en-begeleiding"
SEEN, REST = f"{VISION}.seen", f"{VISION}.basis"
NONE = ["seen.none"]


def walked(one: Talk, until: str = "", **answers: Any) -> list[str]:
    """Every ask until one or to the end, answered by id (dots as '__'); None skips."""
    given = {name.replace("__", "."): value for name, value in answers.items()}
    asks = []
    while (ask := one.conversation.ask) and ask.id != until:
        asks.append(ask.id)
        value = given.get(ask.id, sensible(ask))
        if value is None:
            one.move("skip")
        else:
            one.answer(value)
    return asks


def strengths(one: Talk, *numbers: int) -> list[float]:
    view = one.conversation.view
    return [round(view.strength(view.base.components[number - 1]), 6) for number in numbers]


def listed(one: Talk) -> list[str]:
    """The answers that are to be ticked."""
    return [option.id for option in one.ask.options if not option.alone]


def earlier(ask: str, value: Any) -> Event:
    """An event of a document in which each answer has its own basis."""
    return Event(time="2026-11-23T12:00:00Z", kind="answered" if value else "skipped", ask=ask, value=value)


# The way through a pillar.


def test_the_situations_of_a_pillar_come_one_after_the_other_and_then_what_they_rest_on(talk: Begin) -> None:
    one = talk("full")
    asks = walked(one, "c05.situation", **{SEEN: ["c02"], REST: ["documents"], "c03.situation": ["c03.m1", "c03.m2"]})
    assert [ask for ask in asks[asks.index("c01.situation") :] if ask != "c01.probe.1"] == [
        "c01.situation", "c02.situation", "c03.situation", "c03.where", "c04.situation", SEEN, REST,
        "c01.recent", "c03.recent", "c03.probe.1", "c04.recent", f"{VISION}.summary",
    ]  # fmt: skip


def test_the_answers_of_the_pillar_are_listed_in_everyday_words(talk: Begin) -> None:
    one = talk("full").go(until=SEEN, c01__situation="c01.m1", c02__situation=["c02.m1", "c02.m2"])
    first, between, *_, none = one.ask.options
    aim, support = one.conversation.view.base.components[:2]
    assert first.text == aim.descriptions[0].told
    assert all(description.told in between.text for description in support.descriptions[:2])
    assert listed(one) == ["c01", "c02", "c03", "c04"]
    assert (none.id, none.alone) == ("seen.none", True)
    assert problem(one.answer(["c01", "seen.none"]))
    assert (one.ask.pillar, one.ask.chapter, one.ask.component) == (VISION, "pillar", 0)


def test_only_an_answer_can_have_been_seen(talk: Begin) -> None:
    one = talk("full")
    walked(
        one, SEEN, c01__situation="c01.unknown", c02__situation="c02.between", c02__between=None, c03__situation=None
    )
    assert listed(one) == ["c04"]
    nothing = walked(talk("full"), "c05.situation", **{f"c0{number}.situation": None for number in range(1, 5)})
    assert not [ask for ask in nothing if ask.startswith(VISION)]


def test_who_saw_all_of_it_is_not_asked_about_the_rest(talk: Begin) -> None:
    one = talk("full").go(until=SEEN)
    one.answer(["c01", "c02", "c03", "c04"])
    assert one.ask.id == f"{VISION}.summary"
    assert strengths(one, 1, 2, 3, 4) == [1.0] * 4


@pytest.mark.parametrize(("seen", "left"), [(["c01", "c02"], (3, 4)), (["c01", "c02", "c04"], (3,))])
def test_one_or_two_that_were_not_seen_are_named(seen: list[str], left: tuple[int, ...], talk: Begin) -> None:
    one = talk("full").go(until=SEEN)
    one.answer(seen)
    view = one.conversation.view
    lines = [f"- {view.chosen(view.base.component(number))[0].told}" for number in left]
    assert one.ask.text == "\n".join(["Dan de rest:", *lines, "Hoe weet je dat?"])
    assert one.ask.options[-1].id == "basis.wish"


def test_the_rest_is_called_so_only_where_something_was_seen(talk: Begin) -> None:
    one, other = talk("full").go(until=SEEN), talk("full").go(until=SEEN)
    one.answer(["c01"])
    other.answer(NONE)
    assert one.ask.text == "En de andere dingen, hoe weet je die?"
    assert other.ask.text == "Hoe weet je dit?"
    ids = [(option.id, option.alone) for option in one.ask.options]
    assert ids == [("lessons", False), ("students", False), ("documents", False), ("colleagues", False),
                   ("impression", False), ("basis.differs", True), ("basis.wish", True)]  # fmt: skip
    # Who saw none of it did not see any of it after all.
    assert ids[1:] == [(option.id, option.alone) for option in other.ask.options]


def test_what_one_saw_after_all_is_seen(talk: Begin) -> None:
    one = talk("full").go(until=SEEN)
    one.answer(["c01"])
    one.answer(["lessons"])
    assert strengths(one, 2, 3, 4) == [1.0] * 3


# What it comes to.


@pytest.mark.parametrize(
    ("rest", "strength"),
    [
        (["students"], 1.0),
        (["documents"], 0.6),
        (["colleagues"], 0.5),
        (["impression"], 0.3),
        (["documents", "colleagues"], 0.7),
        (["colleagues", "impression"], 0.6),
        (["documents", "colleagues", "impression"], 0.8),
        (None, 0.3),
    ],
)
def test_what_was_ticked_counts_in_full_and_the_rest_by_what_it_rests_on(
    talk: Begin, rest: list[str] | None, strength: float
) -> None:
    one = talk("full")
    walked(one, f"{VISION}.summary", **{SEEN: ["c02", "c03"], REST: rest})
    assert strengths(one, 1, 2, 3, 4) == [strength, 1.0, 1.0, strength]
    assert one.conversation.result().components["01"]["basis"] == sorted(rest or [])
    assert one.conversation.result().components["02"]["basis"] == ["lessons"]


def test_who_does_not_know_what_was_seen_saw_nothing(talk: Begin) -> None:
    one = talk("full")
    walked(one, f"{VISION}.summary", **{SEEN: None, REST: ["colleagues"]})
    assert strengths(one, 1, 2, 3, 4) == [0.5] * 4


@pytest.mark.parametrize("leads_on", ["basis.differs", "basis.wish"])
def test_where_it_differs_each_answer_that_is_left_is_asked_about(talk: Begin, leads_on: str) -> None:
    one = talk("full")
    answers = {SEEN: ["c02"], REST: [leads_on], "c01.basis": ["colleagues"], "c03.basis": ["wish"], "c04.basis": None}
    asks = walked(one, f"{VISION}.summary", **answers)
    assert asks[asks.index(REST) :][:4] == [REST, "c01.basis", "c03.basis", "c04.basis"]
    assert strengths(one, 1, 2, 3, 4) == [0.5, 1.0, 0.0, 0.3]
    view = one.conversation.view
    assert view.wished(view.base.components[2])


def test_a_question_about_one_answer_says_which(talk: Begin) -> None:
    one = talk("full").go(until="c02.basis")
    assert one.ask.text.startswith(one.conversation.view.base.components[1].descriptions[1].told)
    assert [option.id for option in one.ask.options] == [
        "lessons", "students", "documents", "colleagues", "impression", "wish",
    ]  # fmt: skip
    one.answer(["documents"])
    assert one.ask.id == "c02.recent"
    assert one.ask.text.startswith(one.conversation.view.base.components[1].descriptions[1].told)


# One answer by itself goes first.


@pytest.mark.parametrize(("own", "strength"), [(["documents"], 0.6), (["lessons"], 1.0), (None, 0.3)])
def test_an_answer_that_has_its_own_basis_is_not_asked_about_again(
    talk: Begin, own: list[str] | None, strength: float
) -> None:
    begun = talk("full").go(until="c02.situation")
    one = talk("full", events=[*begun.events, earlier("c01.basis", own)])
    walked(one, SEEN, c01__recent="recent.month")
    assert listed(one) == ["c02", "c03", "c04"]
    one.answer(NONE)
    one.answer(["colleagues"])
    assert strengths(one, 1, 2) == [strength, 0.5]


def test_a_document_that_stopped_between_an_answer_and_its_basis_goes_on(talk: Begin) -> None:
    begun = talk("full").go(until="c02.situation")
    one = talk("full", events=[*begun.events, earlier("c01.basis", ["lessons"])])
    one.answer("c02.m2")
    assert one.ask.id == "c03.situation"
    one.go(until=SEEN)
    assert listed(one) == ["c02", "c03", "c04"]


def test_an_edit_after_the_basis_of_the_pillar_asks_anew(talk: Begin) -> None:
    one = talk("full").go(until=f"{VISION}.summary", **{SEEN: ["c01"], REST: ["colleagues"]})
    for name, option in (("c01", "c01.m1"), ("c02", "c02.m1")):
        before = dict(one.state.answers)
        one.move("edit", to=f"{name}.situation")
        turn = one.answer(option)
        assert said(turn)[:2] == ["edit.noted", "edit.basis"]
        assert one.ask.id == f"{name}.basis"
        assert not one.conversation.view.bases(one.conversation.view.base.components[int(name[1:]) - 1])
        one.move("back")
        assert one.state.answers == before
        one.answer(option)
        one.answer(["impression"])
        assert one.ask.id == f"{VISION}.summary"
    assert strengths(one, 1, 2, 3) == [0.3, 0.3, 0.5]


def test_an_edit_before_the_end_of_the_pillar_waits_for_it(talk: Begin) -> None:
    one = talk("full").go(until="c03.situation")
    one.move("edit", to="c01.situation")
    assert "edit.basis" not in said(one.answer("c01.m1"))
    assert one.ask.id == "c03.situation"
    one.go(until=SEEN)
    assert listed(one) == ["c01", "c02", "c03", "c04"]


def test_an_edit_between_the_two_questions_is_asked_about_by_itself(talk: Begin) -> None:
    one = talk("full").go(until=REST, **{SEEN: ["c02", "c03"]})
    one.move("edit", to="c04.situation")
    one.answer("c04.m1")
    assert one.ask.id == REST
    one.answer(["colleagues"])
    assert one.ask.id == "c04.basis"
    one.answer(["documents"])
    assert strengths(one, 1, 2, 4) == [0.5, 1.0, 0.6]


def test_an_edit_that_is_dropped_leaves_what_it_rests_on(talk: Begin) -> None:
    one = talk("full").go(until="ambition.visie-en-beleid", **{SEEN: ["c01"], REST: ["colleagues"]})
    before = one.conversation.result()
    one.move("edit", to="c02.situation")
    one.answer("c02.m1")
    one.answer(False)
    assert strengths(one, 1, 2) == [1.0, 0.5]
    assert one.conversation.result() == before
    one.move("edit", to="c02.situation")
    one.answer("c02.m1")
    assert "edit.basis" in said(one.answer(True))
    assert one.ask.id == "c02.basis"


def test_an_answer_that_comes_later_is_asked_about_by_itself(talk: Begin) -> None:
    one = talk("full")
    walked(one, "c05.situation", **{"c02.situation": None, SEEN: NONE, REST: ["colleagues"]})
    one.move("edit", to="c02.situation")
    one.answer("c02.m2")
    assert one.ask.id == "c02.basis"
    one.answer(["students"])
    assert one.ask.id == "c05.situation"
    assert strengths(one, 1, 2) == [0.5, 1.0]


def test_what_was_ticked_can_be_put_right(talk: Begin) -> None:
    one = talk("full").go(until="c05.situation")
    one.move("edit", to=SEEN)
    assert listed(one) == ["c01", "c02", "c03", "c04"]
    one.answer(["c01", "c02"])
    assert one.ask.id == REST
    one.answer(["colleagues"])
    assert strengths(one, 1, 2, 3, 4) == [1.0, 1.0, 0.5, 0.5]
    assert one.ask.id == "c05.situation"


def test_that_it_differs_can_be_said_later(talk: Begin) -> None:
    one = talk("full").go(until="ambition.visie-en-beleid", **{SEEN: ["c01", "c02"], REST: ["colleagues"]})
    one.move("edit", to=REST)
    one.answer(["basis.differs"])
    one.answer(True)
    assert one.ask.id == "c03.basis"
    one.answer(["documents"])
    assert one.ask.id == "c04.basis"
    one.answer(["students"])
    assert strengths(one, 2, 3, 4) == [1.0, 0.6, 1.0]


def test_correcting_a_summary_asks_the_basis_of_that_answer(talk: Begin) -> None:
    one = talk("full").go(
        until=f"{VISION}.correct", **{SEEN: ["c01"], REST: ["colleagues"], f"{VISION}.summary": False}
    )
    one.answer("c03.situation")
    one.answer("c03.m1")
    assert one.ask.id == "c03.basis"
    one.answer(["lessons"])
    assert one.ask.id == "c03.probe.1"
    one.move("skip")
    assert one.ask.id == "c05.situation"


def test_back_goes_back_exactly(talk: Begin) -> None:
    one = talk("full").go(until=SEEN)
    states = []
    for value in (["c01"], ["basis.differs"], ["documents"]):
        states.append((one.ask, one.state.copy()))
        one.answer(value)
    for ask, state in reversed(states):
        one.move("back")
        assert (one.ask, one.state.answers, one.state.position) == (ask, state.answers, state.position)
    assert talk("full", events=one.events).state == one.state


def test_nobody_is_asked_about_answers_that_are_not_there(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    assert problem(one.move("jump", to=SEEN))
    assert problem(one.move("jump", to="school.basis"))
    assert draft_of(one.conversation.view, "nothing.seen") is None


# Nothing hangs on a basis that is not known.


def test_probes_and_clashes_wait_for_the_basis(talk: Begin) -> None:
    answers = {"c02.situation": "c02.m3", "c04.situation": "c04.m1"}
    asks = walked(talk("full"), "c05.situation", **answers)
    assert asks.index("c04.clash.c02") > asks.index(SEEN)
    wished = answers | {SEEN: ["c01", "c03", "c04"], REST: ["basis.wish"], "c02.basis": ["wish"]}
    assert "c04.clash.c02" not in walked(talk("full"), "c05.situation", **wished)


# The short form, and on from there.


def test_the_short_form_asks_once_after_its_last_situation(talk: Begin) -> None:
    one = talk("short")
    asks = walked(one, "picture.agree", school__seen=["c01", "c06"], school__basis=["colleagues"])
    situations = [ask for ask in asks if ask.endswith(".situation")]
    assert len(situations) == 8
    assert asks.index("school.seen") == asks.index(situations[-1]) + 1
    assert [ask for ask in asks if ask.endswith((".seen", ".basis"))] == ["school.seen", "school.basis"]
    assert strengths(one, 1, 6, 8) == [1.0, 1.0, 0.5]


def test_after_the_short_form_only_new_answers_are_asked_about(talk: Begin) -> None:
    one = talk("short")
    walked(one, school__seen=["c01"], school__basis=["colleagues"])
    known = {ask[:3] for ask in one.state.answers if ask.endswith(".situation")}
    one.conversation.take(Answer(answer="form.full"))
    new: set[str] = set()
    while one.ask.id != "picture.again":
        if one.ask.id.endswith(".seen"):
            new |= set(listed(one))
        assert not one.ask.id.startswith("school.")
        one.answer(NONE if one.ask.id.endswith(".seen") else sensible(one.ask))
    assert known | new == {f"c{number:02}" for number in range(1, 13)}
    assert not known & new
    assert strengths(one, 1, 6) == [1.0, 0.5]


def test_after_the_picture_of_the_short_form_an_edit_is_asked_about_by_itself(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.move("edit", to="c01.situation")
    one.answer("c01.m1")
    one.answer(True)
    assert one.ask.id == "c01.basis"
    one.answer(["colleagues"])
    assert one.ask.id == "ambition.school"


@pytest.mark.parametrize("form", ["short", "full"])
def test_to_the_picture_before_the_basis_is_without_one(talk: Begin, form: str) -> None:
    group = "school" if form == "short" else VISION
    one = talk(form).go(until=f"{group}.seen")
    one.move("conclude")
    assert one.ask.id == "picture.also"
    assert strengths(one, 1) == [0.3]
    one.go()
    assert not [ask for ask in one.state.answers if ask.endswith((".seen", ".basis"))]


def test_who_goes_on_after_all_is_asked_about_what_was_passed_by(talk: Begin) -> None:
    one = talk("short").go(until="school.seen")
    one.move("conclude")
    one.go()
    one.conversation.take(Answer(answer="form.full"))
    one.go(until=SEEN)
    assert listed(one) == ["c01", "c02", "c03", "c04"]


def test_a_pillar_that_one_jumped_away_from_is_asked_about_before_its_summary(talk: Begin) -> None:
    one = talk("full").go(until=SEEN)
    one.move("jump", to=CARE)
    asks = walked(one, "c08.situation")
    assert asks.index(SEEN) < asks.index(f"{VISION}.summary")


def test_a_group_keeps_a_basis_for_each_component(talk: Begin) -> None:
    one = talk(track="workshop").go(setup__people=13)
    asked = [event.ask for event in one.events]
    assert not [ask for ask in asked if ask.endswith(".seen") or ask in (REST, "school.basis")]
    assert {ask for ask in asked if ask.endswith(".basis")} == {
        f"{ask[:3]}.basis" for ask in asked if ask.endswith(".situation")
    }


def test_the_same_log_comes_to_the_same(talk: Begin) -> None:
    one = talk("short").go(school__seen=["c01"], school__basis=["documents", "colleagues"])
    again = talk("short", events=one.events)
    assert again.state == one.state
    assert again.conversation.outcome() == one.conversation.outcome()
