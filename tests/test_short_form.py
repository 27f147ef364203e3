"""What the short form leaves out at the end: a question of each level is told to take along, and none is asked."""

from collections.abc import Callable

import pytest

from lobgids.dialogue.protocol import Say
from tests.conftest import Talk, sensible
from tests.test_plan_reports import planned

Begin = Callable[..., Talk]


def test_a_question_of_each_level_is_told_and_none_is_asked(talk: Begin) -> None:
    one = talk("short").go(until="plan.actions")
    action = next(option.id for option in one.ask.options if option.id.startswith("act.m"))
    one.answer([action])
    asked, told = [], []
    while one.conversation.ask:
        ask = one.ask
        asked.append(ask.id)
        turn = one.move("skip") if ask.id.startswith("plan.") and ask.id != f"plan.who.{action}" else one.go(
            until=ask.id).move("skip")  # fmt: skip
        told += [item for item in turn.says if isinstance(item, Say) and item.id == "evaluation.take"]
    assert not [ask for ask in asked if ask.startswith("evaluation.") and not ask.startswith("evaluation.now.")]
    (take,) = told
    evaluation = one.conversation.result().evaluation
    texts = {question["text"] for level in evaluation.values() for question in level if question["action"] == action}
    lines = [line.removeprefix("- ") for line in take.text.splitlines() if line.startswith("- ")]
    assert len(lines) == len(evaluation)
    assert set(lines) <= texts


def test_the_reports_of_the_short_form_have_the_questions_all_the_same(talk: Begin) -> None:
    one = planned(talk("short"), {}, actions=3)
    assert all(one.conversation.result().evaluation.values())


def knowing(talk: Begin, count: int, form: str = "short") -> Talk:
    """A conversation up to the picture, of somebody who knows how it goes at this many components, in one stage."""
    one, known = talk(form), 0
    while one.ask.chapter != "picture":
        component = one.ask.id.partition(".")[0]
        if not one.ask.id.endswith(".situation"):
            one.answer(sensible(one.ask))
        elif known < count:
            known += 1
            one.answer(f"{component}.m1")
        else:
            one.answer(f"{component}.unknown")
    return one


@pytest.mark.parametrize("form", ["short", "full"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_who_knows_little_hears_that_it_is_too_early(talk: Begin, form: str, count: int) -> None:
    one = knowing(talk, count, form)
    view = one.conversation.view
    assert (len(view.known), view.dominant, view.certainty) == (count, None, "open")
    assert one.ask.id == "picture.also"
    turn = one.move("skip")
    assert "picture.few" in [said.id for said in turn.says if isinstance(said, Say)]
    assert one.ask.id == "picture.go_on"


@pytest.mark.parametrize(("count", "certainty"), [(4, "seems"), (5, "likely"), (8, "likely")])
def test_the_short_form_is_as_sure_as_the_number_of_its_answers_allows(talk: Begin, count: int, certainty: str) -> None:
    one = knowing(talk, count)
    assert one.conversation.view.certainty == certainty
    one.go(until="picture.also")
    told = [say.text for say in one.answer("").says if isinstance(say, Say) and say.id.startswith("picture.leads")]
    assert [text.startswith(f"Over {count} van de 12 onderdelen") for text in told] == [certainty == "seems"]
