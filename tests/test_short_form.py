"""What the short form leaves out at the end: a question of each level is told to take along, and none is asked."""

from collections.abc import Callable

from lobgids.dialogue.protocol import Say
from tests.conftest import Talk
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
