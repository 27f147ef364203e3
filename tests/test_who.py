"""Who and what: with whom one sits down first, which tasks happen already, and what is in house, after the ambition."""

from collections.abc import Callable
from typing import Any

import pytest

from lobgids.advice.conclusions import RoleAdvice, TaskAdvice
from lobgids.advice.roles import none_open
from lobgids.dialogue import telling
from lobgids.dialogue.protocol import Ask, Say
from lobgids.log import ask_ids
from lobgids.log.events import Event
from tests.conftest import Talk, sensible
from tests.fakes.turns import problem, said

Begin = Callable[..., Talk]

EVERYBODY = [
    "who.decaan", "who.leadership", "who.deputy", "who.team_leader", "who.mentor", "who.subject_teacher",
]  # fmt: skip
PILLARS = ("visie-en-beleid", "orientatie-en-begeleiding", "organisatie", "samenwerking")


def school(model: int) -> dict[str, Any]:
    """The answers of a school of a model."""
    return {f"c{number:02}__situation": f"c{number:02}.m{model}" for number in range(1, 13)}


def wishes(*ambitions: str) -> dict[str, Any]:
    """A wish for each pillar, the last one for those that are left."""
    padded = [*ambitions, *[ambitions[-1]] * len(PILLARS)]
    return {f"ambition__{pillar}": wish for pillar, wish in zip(PILLARS, padded, strict=False)}


def asked_about(one: Talk) -> list[Ask]:
    """What is asked until learning begins."""
    asks = []
    while one.ask.chapter == "competences":
        asks.append(one.ask)
        one.answer(sensible(one.ask))
    return asks


def role(one: Talk, role_id: str) -> RoleAdvice:
    """What is said to a role."""
    return next(role for role in one.conversation.view.conclusions.roles if role.role == role_id)


def done(one: Talk, role_id: str) -> set[str]:
    """The tasks of a role that happen."""
    return {task.id for task in _tasks(one, role_id) if task.state == "done"}


def _tasks(one: Talk, role_id: str) -> tuple[TaskAdvice, ...]:
    return role(one, role_id).tasks


def test_no_task_of_a_stage_is_asked_before_a_stage_was_told(talk: Begin) -> None:
    one, before = talk("full"), set()
    while one.ask.id != "picture.agree":
        before.add(ask_ids.subject_of(one.ask.id))
        one.answer(sensible(one.ask))
    assert not before & {"tasks", "competence", "who"}


def test_one_is_asked_about_the_roles_that_one_chose_in_their_order(talk: Begin) -> None:
    one = talk("full").go(until="who.first", **school(2), **wishes("ambition.m3"))
    assert one.ask.options[0].id == "who.decaan"
    turn = one.answer(["who.mentor", "who.decaan", "who.leadership"])
    assert [say.heading for say in turn.says if isinstance(say, Say) and say.heading] == ["Schoolleiding"]
    assert [ask.id for ask in asked_about(one)] == [
        "tasks.leadership.m3",
        "tasks.decaan.m3", "competence.decaan.head", "competence.decaan.hands", "competence.decaan.heart",
        "tasks.mentor.m3", "competence.mentor.head", "competence.mentor.hands",
    ]  # fmt: skip


def test_whoever_wants_to_sit_down_with_nobody_yet_is_asked_no_more(talk: Begin) -> None:
    one = talk("full").go(until="who.first", **school(2))
    one.answer(["who.none"])
    assert one.ask.id == "learning.preference"


def test_never_more_than_one_role_is_told_without_a_question_between(talk: Begin) -> None:
    one = talk("full").go(until="who.first", **school(2), who__first=EVERYBODY)
    turn = one.answer(EVERYBODY)
    headings = []
    while one.ask.id != "plan.who.act.talk":
        told = [say.heading for say in turn.says if isinstance(say, Say) and say.heading]
        assert len(told) <= 1
        headings += told
        turn = one.answer(sensible(one.ask))
    assert len(headings) == len(set(headings)) == 6


def test_at_most_five_tasks_of_a_role_and_its_stages_together(talk: Begin) -> None:
    wished = wishes("ambition.m3", "ambition.stay")
    one = talk("full").go(until="who.first", **school(2), **wished)
    one.answer(EVERYBODY)
    asks = [ask for ask in asked_about(one) if ask.id.startswith("tasks.")]
    by_role: dict[str, list[int]] = {}
    for ask in asks:
        by_role.setdefault(ask.id.split(".")[1], []).append(len(ask.options) - 1)
    assert all(sum(counts) <= 5 and counts == sorted(counts, reverse=True) for counts in by_role.values())
    assert any(len(counts) == 2 for counts in by_role.values())
    stages = {option.id.split(".")[1] for ask in asks for option in ask.options if option.id.startswith("task.")}
    assert stages == {"m2", "m3"}
    for ask in asks:
        assert {option.id.split(".")[1] for option in ask.options[:-1]} == {ask.id.split(".")[2]}


def test_a_task_happens_where_it_was_ticked_and_what_was_not_ticked_is_not_denied(talk: Begin) -> None:
    answers: dict[str, Any] = {"who__first": ["who.mentor"], "theme__lessons": ["doer.mentor"]}
    one = talk("full").go(until="tasks.mentor.m2", **school(2), **wishes("ambition.stay"), **answers)
    one.answer(["task.m2.mentor.2"])
    assert done(one, "mentor") == {"task.m2.mentor.2"}
    states = {task.id: task.state for task in _tasks(one, "mentor")}
    assert states["task.m2.mentor.1"] == "unasked"


def of_an_earlier_version(one: Talk, **answers: Any) -> list[Event]:
    """The events of a conversation with what an earlier version asked before the picture."""
    old = [Event(time="", kind="answered", ask=ask.replace("__", "."), value=value) for ask, value in answers.items()]
    return [*one.events, *old]


def test_what_was_ticked_in_an_earlier_document_counts_and_is_not_asked_again(talk: Begin) -> None:
    until_picture = talk("full").go(until="picture.agree", **school(2))
    events = of_an_earlier_version(until_picture, tasks__mentor=["task.m2.mentor.1"])
    one = talk("full", events=events)
    assert one.ask.id == "picture.agree"  # whoever stopped there has not seen it
    one.go(until="tasks.mentor.m2", who__first=["who.mentor"], **wishes("ambition.stay"))
    assert "task.m2.mentor.1" not in [option.id for option in one.ask.options]
    assert done(one, "mentor") == {"task.m2.mentor.1"}
    one.answer(["task.m2.mentor.2"])
    assert done(one, "mentor") == {"task.m2.mentor.1", "task.m2.mentor.2"}


def test_nobody_is_asked_what_colleagues_are_like_nor_is_it_told(talk: Begin) -> None:
    until_picture = talk("full").go(until="picture.agree", **school(2))
    events = of_an_earlier_version(until_picture, competence__mentor__heart=3, competence__mentor__head=4)
    one = talk("full", events=events)
    assert role(one, "mentor").in_house == {"head": "Bijna iedereen weet dit"}
    one = talk("full").go(until="who.first", **school(3))
    one.answer(EVERYBODY)
    hearts = [ask.id for ask in asked_about(one) if ask.id.endswith(".heart")]
    assert hearts == ["competence.decaan.heart"]


@pytest.mark.parametrize("model", [1, 2, 3])
def test_a_scale_is_about_three_statements_at_most_and_in_its_own_words(talk: Begin, model: int) -> None:
    one = talk("full").go(until="who.first", **school(model))
    one.answer(EVERYBODY)
    scales = [ask for ask in asked_about(one) if ask.kind == "scale"]
    assert scales
    assert all(1 <= ask.text.count("\n- ") <= 3 for ask in scales)
    words: dict[str, set[str]] = {}
    for ask in scales:
        words.setdefault(f"{ask.id.startswith('competence.decaan')}{ask.id.split('.')[2]}", set()).add(
            "; ".join(option.text for option in ask.options)
        )
    assert all(len(scale) == 1 for scale in words.values())
    assert len(set.union(*words.values())) == len(words)


def test_where_no_stage_can_be_said_a_talk_comes_first(talk: Begin) -> None:
    unknown = {f"c{number:02}__situation": f"c{number:02}.unknown" for number in range(1, 13)}
    one = talk("full").go(until="who.first", **unknown, **wishes("ambition.stay"))
    assert "who.talk_first" in said(one.answer(["who.mentor", "who.decaan"]))
    assert one.ask.id == "learning.preference"


def test_where_nothing_is_asked_of_a_role_that_is_said(talk: Begin) -> None:
    one = talk("full").go(until="who.first", **school(1), **wishes("ambition.stay"))
    turn = one.answer(["who.team_leader"])
    assert said(turn)[0] == "who.nothing"
    assert "De teamleiders" in turn.says[0].text


def test_the_short_form_says_of_each_role_that_one_chose_how_to_begin(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school", **school(2))
    one.answer("ambition.stay_school")
    turn = one.answer("who.mentor")
    assert said(turn) == ["open.advice", "assignment.used", "advice.each"]
    assert turn.says[2].text.count("\n- ") == 1
    steps = {advice.role: advice.first_step for advice in one.conversation.view.conclusions.roles}
    assert steps["mentor"] in turn.says[2].text
    assert not [role for role in steps if role != "mentor" and steps[role] in turn.says[2].text]


def test_the_short_form_is_about_one_role_at_a_time(talk: Begin) -> None:
    one = talk("short").go(until="who.first", **school(2))
    assert one.ask.kind == "choice"
    assert [item.text for item in one.move("example").says if isinstance(item, Say) and "één rol" in item.text]
    assert problem(one.answer(["who.mentor", "who.leadership"]))
    assert one.ask.id == "who.first"


def test_who_was_chosen_in_the_short_form_stays_chosen_in_the_full_one(talk: Begin) -> None:
    one = talk("short").go(**school(2), who__first="who.mentor")
    one.answer("form.full")
    one.go(until="tasks.mentor.m2", **school(2), **wishes("ambition.m3"))
    one.move("jump", to="who.first")
    assert one.ask.kind == "multi"
    one.answer(["who.leadership"])
    one.go(until="tasks.leadership.m2", **school(2))


def test_the_full_form_does_not_tell_the_roles_again_before_the_actions(talk: Begin) -> None:
    one = talk("full").go(until="learning.forms", **school(2))
    assert said(one.answer(sensible(one.ask))) == ["open.advice", "assignment.used"]
    assert one.ask.id == "plan.actions"


def test_in_other_words_tells_how_each_action_begins_or_one_of_them(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions", **school(2))
    first, *_ = one.conversation.view.conclusions.actions
    told = one.move("example").says
    actions = [option.id for option in one.ask.options if option.id not in ("act.more", "act.own", "act.none")]
    assert [say.id for say in told[1:]] == actions
    (only,) = one.move("example", to=first.id).says
    assert (only.id, only.heading) == (first.id, first.title)  # type: ignore[union-attr]
    assert first.how in only.text
    assert first.success in only.text
    assert one.move("example", to="act.unknown").says == told


def test_what_is_to_find_out_of_tasks_names_some_and_whom_to_ask(talk: Begin) -> None:
    one = talk("full").go(until="who.first", **school(2), **wishes("ambition.m3"))
    one.answer(EVERYBODY)
    while one.ask.chapter == "competences":
        one.move("skip")
    found = {item.ask: item for item in one.conversation.view.conclusions.find_out}
    assert {"tasks.leadership.m3", "tasks.decaan.m3", "competence.mentor.head"} <= set(found)
    which, whom = found["tasks.leadership.m3"].how
    assert which.count(";") == 2  # three by name
    assert "de schoolleiding" in whom
    for item in found.values():
        assert item.how
        assert all(line not in item.question and item.question not in line for line in item.how)


def test_a_theme_that_is_not_known_has_what_to_look_at_and_whom_to_ask(talk: Begin) -> None:
    one = talk("full").go(until="theme.talks", **school(2))
    one.move("skip")
    (found,) = (item for item in one.conversation.view.conclusions.find_out if item.ask == "theme.talks")
    look, whom = found.how
    assert look.startswith("Kijk in")
    assert whom.startswith("Vraag het na bij")


# Who was chosen and has nothing left to begin with.


def test_a_role_that_one_chose_gets_something_to_do_also_where_nothing_is_open(talk: Begin) -> None:
    one = talk("full").go(until="who.first")
    one.answer(["who.mentor"])
    while one.ask.id.startswith("tasks."):
        one.answer([option.id for option in one.ask.options if not option.alone])
    view = one.conversation.view
    look = "Vraag een mentor of je een keer mag meekijken."
    assert [role.role for role in none_open(view.conclusions.roles) if role.role == "mentor"] == ["mentor"]
    told = list(telling.first_steps(view, [view.base.role("mentor")]))
    assert [say.text for say in told] == [f"Hiermee kun je beginnen:\n- {look}"]
    whole = {say.id: say.text for say in telling.advice(view)}
    assert whole["advice.look.mentor"] == look
    assert "mentor" not in whole.get("step.none_open", "")
