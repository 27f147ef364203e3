"""An edit after the picture: what it changes in the picture, in the plan, or nothing of either."""

from collections.abc import Callable

import pytest

from tests.conftest import Talk

Begin = Callable[..., Talk]


def to_plan(one: Talk) -> list[str]:
    """Go to the choice of actions, and give those that one can pick."""
    one.go(until="plan.actions")
    return [option.id for option in one.ask.options if option.id.startswith("act.")]


def titles(one: Talk) -> list[str]:
    return [item.title for item in one.conversation.view.conclusions.plan]


def test_another_choice_of_actions_is_told_as_the_plan_it_makes(talk: Begin) -> None:
    one = talk("short")
    first, second, third, *_ = to_plan(one)
    one.answer([first, second])
    one.go(until="closing.look_back")
    kept, gone = titles(one)
    one.move("edit", to="plan.actions")
    one.answer([first, third])
    lines = one.ask.text.splitlines()
    assert lines[0] == "Je plan is dan:"
    assert lines.index("Deze vallen weg:") > lines.index(f"- {kept}")
    assert lines.index(f"- {gone}") > lines.index("Deze vallen weg:")
    assert lines[-1] == "Klopt dat zo?"
    assert not any(word in one.ask.text for word in ("hoofdlijn", "Jouw verhaal"))
    assert [option.id for option in one.ask.options] == ["keep.yes", "keep.no"]
    one.answer(False)
    assert titles(one) == [kept, gone]
    one.move("edit", to="plan.actions")
    one.answer([first, third])
    one.answer(True)
    assert titles(one)[0] == kept
    assert gone not in titles(one)


def test_a_plan_without_actions_is_told_too(talk: Begin) -> None:
    one = talk("short")
    one.answer(to_plan(one)[:1])
    one.go(until="closing.look_back")
    (gone,) = titles(one)
    one.move("edit", to="plan.actions")
    one.answer(["act.none"])
    assert one.ask.text == f"Dan staat er niets meer in je plan.\nDeze vallen weg:\n- {gone}\nKlopt dat zo?"


def test_nothing_falls_away_where_an_action_is_added(talk: Begin) -> None:
    one = talk("short")
    first, second, *_ = to_plan(one)
    one.answer([first])
    one.go(until="closing.look_back")
    one.move("edit", to="plan.actions")
    one.answer([first, second])
    assert "vallen weg" not in one.ask.text


@pytest.mark.parametrize("ask", ["picture.agree", "ambition.school"])
def test_what_is_no_part_of_the_picture_draws_no_conclusion(ask: str, talk: Begin) -> None:
    one = talk("short")
    action = to_plan(one)[0]
    one.answer([action])
    one.go(until="closing.look_back")
    one.move("edit", to=ask)
    one.answer({"picture.agree": "picture.partly"}.get(ask, "ambition.m3"))
    assert one.ask.id == "edit.keep"
    assert one.ask.text.startswith("Je nieuwe antwoord komt dan in de plaats van het eerdere.")
    one.answer(True)
    assert one.conversation.ask


def test_an_answer_about_the_school_still_says_what_becomes_of_the_picture(talk: Begin) -> None:
    one = talk("full").go(until="ambition.visie-en-beleid")
    one.move("edit", to="c01.situation")
    one.answer("c01.m3")
    assert one.ask.text.startswith(("Het beeld blijft hiermee", "Hiermee wordt het beeld anders"))


def test_a_group_hears_of_its_own_plan(talk: Begin) -> None:
    one = talk(track="workshop").go(until="plan.actions", setup__time="time.120", setup__people=13)
    first, second, *_ = [option.id for option in one.ask.options if option.id.startswith("act.")]
    one.answer([first])
    one.go(until="closing.look_back")
    one.move("edit", to="plan.actions")
    one.answer([second])
    assert one.ask.text.startswith("Jullie plan is dan:\n- ")
