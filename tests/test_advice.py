"""What follows from the answers: concrete, different for different schools, and never from nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lobgids.advice.conclusions import Action, Conclusions
from lobgids.dialogue.view import View
from lobgids.kb.base import KnowledgeBase
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]
ROLES = ("leadership", "deputy", "team_leader", "decaan", "mentor", "subject_teacher")


def school(model: int, **more: Any) -> dict[str, Any]:
    """The answers of a school that is wholly in one stage, and what it answers otherwise."""
    return {f"c{number:02}__situation": f"c{number:02}.m{model}" for number in range(1, 13)} | more


def view(one: Talk) -> View:
    return one.conversation.view


def told(one: Talk) -> Conclusions:
    return view(one).conclusions


def action(one: Talk, action_id: str) -> Action:
    return next(action for action in told(one).actions if action.id == action_id)


def walk(one: Talk, ambition: str, until: str = "plan.actions") -> Talk:
    """On to the plan, with one wish for every pillar that can be wished there."""
    while one.ask.id != until:
        is_wish = one.ask.id.startswith("ambition.") and any(option.id == ambition for option in one.ask.options)
        one.answer(ambition if is_wish else sensible(one.ask))
    return one


def test_a_school_that_stays_gets_advice_as_full_as_one_that_moves(talk: Begin) -> None:
    stays = walk(talk("full").go(until="ambition.visie-en-beleid", **school(2)), "ambition.stay")
    moves = walk(talk("full").go(until="ambition.visie-en-beleid", **school(2)), "ambition.m3")
    assert told(stays).direction.steps == ()
    assert (told(stays).direction.now, told(stays).direction.next) == (2, 2)
    assert (told(moves).direction.now, told(moves).direction.next) == (2, 3)
    for one in (stays, moves):
        offered = told(one).actions
        assert sum(action.kind == "task" and not action.further for action in offered) == 5
        assert {action.role for action in offered if action.kind == "learn"} >= {"mentor", "decaan"}
        assert all(action.how and action.success for action in offered)
    assert {one.id for one in told(stays).actions}.isdisjoint(
        one.id for one in told(moves).actions if one.kind in ("task", "learn")
    )


def test_moving_tells_what_changes_on_all_fronts(talk: Begin) -> None:
    one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(1)), "ambition.m2")
    direction = told(one).direction
    names = {front.name for front in direction.fronts}
    assert {"Visie en doelen", "Organisatie", "Professionaliseren", "mentor", "decaan"} <= names
    assert any("Competenties" in name for name in names)
    assert all(front.now and front.then and front.facts for front in direction.fronts)
    [step] = direction.steps
    assert (step.start, step.goal) == (1, 2)
    assert step.text
    assert step.tension
    assert step.milestone
    assert "move" in {tension.kind for tension in told(one).tensions}


@pytest.mark.parametrize("answer", ["nearer.step", "nearer.keep"])
def test_two_stages_at_once_get_a_nearer_milestone_first(talk: Begin, answer: str) -> None:
    one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(1)), "ambition.m3", "ambition.nearer")
    one.answer(answer)
    walk(one, "")
    direction, is_nearer = told(one).direction, answer == "nearer.step"
    assert (direction.next, direction.aimed) == (2, 2 if is_nearer else 3)
    assert [step.goal for step in direction.steps] == ([2] if is_nearer else [2, 3])
    assert set(direction.wishes.values()) == {2 if is_nearer else 3}
    assert set(direction.later.values()) == ({3} if is_nearer else set())
    stages = {action.model for action in told(one).actions if action.kind == "task"}
    assert stages == ({2} if is_nearer else {2, 3})  # whoever holds on to the far wish sees both steps


def test_each_pillar_works_toward_its_own_wish(talk: Begin) -> None:
    one = talk("full").go(until="ambition.visie-en-beleid", **school(1))
    stays = {f"ambition__{pillar.id}": "ambition.stay" for pillar in view(one).base.pillars}
    one.go(until="plan.actions", **stays | {"ambition__organisatie": "ambition.m2"})
    mentor = next(role for role in told(one).roles if role.role == "mentor")
    tasks = {task.id for task in mentor.tasks}
    assert {"task.m2.mentor.4"} == tasks & {"task.m1.mentor.3", "task.m2.mentor.4"}  # organisation moves
    assert {"task.m1.mentor.2"} == tasks & {"task.m1.mentor.2", "task.m2.mentor.1"}  # orientation stays


def test_a_task_that_happens_is_no_gap_and_one_by_nobody_is(talk: Begin) -> None:
    answers = {"theme__lessons": ["doer.mentor"], "theme__talks": ["doer.nobody"]}
    one = walk(talk("full").go(until="picture.agree", **school(2), **answers), "ambition.stay")
    mentor = next(role for role in told(one).roles if role.role == "mentor")
    states = {task.theme: task.state for task in mentor.tasks}
    assert states["theme.lessons"] == "unasked"  # the theme lies with the mentor; of this task nothing was said
    assert states["theme.talks"] == "open"
    assert action(one, "act.m2.talks").because[0] == "theme.talks"


@pytest.mark.parametrize("model", [1, 2, 3])
def test_a_school_that_does_all_as_its_model_is_told_of_no_open_task(talk: Begin, model: int) -> None:
    doers = {theme.id.replace(".", "__"): [f"doer.{doer}" for doer in getattr(theme.done_by, f"model{model}")]
             for theme in view(talk("full")).base.themes}  # fmt: skip
    one = talk("full").go(until="ambition.visie-en-beleid", **school(model), **doers)
    advice = walk(one, "ambition.stay", "who.first").conversation.result().advice.values()
    tasks = [task for role in advice for task in role["tasks"]]
    assert {task["model"] for task in tasks} == {model}
    assert {task["state"] for task in tasks} == {"unasked"}
    assert {role["first_step"] for role in advice} == {""}


def test_a_task_without_a_theme_is_asked_by_itself(talk: Begin) -> None:
    one = talk("full").go(until="ambition.visie-en-beleid", **school(2), theme__agreements=["doer.deputy"])
    walk(one, "ambition.stay", "who.first").answer(["who.team_leader"])
    assert one.ask.id == "tasks.team_leader.m2"
    assert {"task.m2.team_leader.1", "task.m2.team_leader.2"} <= {option.id for option in one.ask.options}
    one.answer(["task.m2.team_leader.2"])
    leader = next(role for role in told(walk(one, "ambition.stay")).roles if role.role == "team_leader")
    states = {task.id: (task.state, task.by) for task in leader.tasks}
    assert states["task.m2.team_leader.1"] == ("unasked", ())
    assert states["task.m2.team_leader.2"] == ("done", ())
    assert "" not in leader.because


def test_in_model_1_nobody_asks_a_team_leader_for_a_task(talk: Begin) -> None:
    one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(1)), "ambition.stay")
    leader = next(role for role in told(one).roles if role.role == "team_leader")
    assert leader.tasks == ()
    assert leader.not_given
    assert not [action for action in told(one).actions if action.role == "team_leader" and action.kind == "task"]


def test_only_the_decaan_is_told_of_the_staff_function(talk: Begin) -> None:
    for model in (1, 2, 3):
        one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(model)), "ambition.stay")
        staff = {role.role: role.staff for role in told(one).roles}
        assert "kan collega's niets opdragen" in staff.pop("decaan")
        assert not any(staff.values())


def test_where_the_publication_gives_nothing_it_is_said(talk: Begin) -> None:
    one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(2)), "ambition.stay")
    leadership = next(role for role in told(one).roles if role.role == "leadership")
    assert not any(leadership.competences.values())
    assert any("geen competenties" in sentence for sentence in leadership.not_given)


def test_what_is_in_house_stands_beside_what_is_asked_in_words(talk: Begin) -> None:
    one = walk(talk("full").go(until="competence.decaan.head", **school(2)), "ambition.stay", "competence.decaan.head")
    one.answer(4)
    decaan = next(role for role in told(one).roles if role.role == "decaan")
    assert decaan.in_house == {"head": "Dat kan ik een ander uitleggen"}
    assert decaan.competences["head"]


def test_the_learning_preference_puts_fitting_forms_first(talk: Begin) -> None:
    one = talk("full").go(until="learning.preference", **school(2))
    one.answer("preference.oefenen")
    decaan = next(role for role in told(one).roles if role.role == "decaan")
    wanted = [form.is_wanted for form in decaan.forms]
    assert wanted[0]
    assert wanted == sorted(wanted, reverse=True)
    mentor = next(role for role in told(one).roles if role.role == "mentor")
    assert not any(form.is_wanted for form in mentor.forms)  # a colleague is never given a type


def test_nothing_is_advised_for_a_role_from_nothing(talk: Begin) -> None:
    one = talk("short")
    one.move("conclude")
    assert [action.kind for action in told(one).actions] == ["find_out"]
    for role in told(one).roles:
        assert not role.present
        assert not role.tasks
        assert not role.forms


def test_what_is_not_known_is_on_the_list_with_whom_to_ask(talk: Begin, base: KnowledgeBase) -> None:
    one = talk("full").go(until="picture.agree", c05__situation="c05.unknown")
    [unknown] = [item for item in told(one).find_out if item.ask == "c05.situation"]
    assert unknown.how
    asked = base.components[4].find_out.ask
    assert all(any(whom.question in line for line in unknown.how) for whom in asked)


def test_a_plan_is_in_the_order_of_its_days(talk: Begin) -> None:
    one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(2)), "ambition.stay")
    first, second = (option.id for option in one.ask.options[1:3])
    one.answer([first, second])
    days = {first: "2027-05-01", second: "2027-02-01"}
    one.go(until="closing.look_back", **{f"plan__when__{name}": day for name, day in days.items()})
    assert [item.date for item in told(one).plan] == ["2027-02-01", "2027-05-01"]


ANSWERS = st.lists(
    st.tuples(st.sampled_from([f"c{number:02}" for number in range(1, 13)]), st.sampled_from(["m1", "m2", "m3"])),
    unique_by=lambda pair: pair[0],
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(answers=ANSWERS, doers=st.lists(st.sampled_from([*ROLES, "nobody"]), min_size=1, max_size=2, unique=True))
def test_each_action_can_be_traced(talk: Begin, answers: list[tuple[str, str]], doers: list[str]) -> None:
    """Whatever was answered: each action names answers that stand and facts that exist, or is the guide's own."""
    one = talk("full")
    doers = ["nobody"] if "nobody" in doers else doers  # who stands alone
    fixed = {f"{component}__situation": f"{component}.{stage}" for component, stage in answers}
    asked = {f"c{number:02}__situation": f"c{number:02}.unknown" for number in range(1, 13)} | fixed
    themes = {theme.id.replace(".", "__"): [f"doer.{doer}" for doer in doers] for theme in view(one).base.themes}
    one.go(until="plan.actions", **asked, **themes)
    facts = {fact.id for fact in view(one).base.facts}
    for each in told(one).actions:
        assert set(each.facts) <= facts
        assert each.facts or each.kind == "find_out"
        if each.kind == "task" or (each.kind == "talk" and view(one).dominant):
            assert each.because  # a form of learning that nobody picked is only given
        assert set(each.because) <= set(view(one).state.answers), each.id


def test_what_is_in_the_plan_stays_there_whatever_becomes_more_pressing(talk: Begin) -> None:
    one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(2)), "ambition.stay")
    first, further = (
        [action.id for action in told(one).actions if action.kind in ("task", "learn") and action.further is is_further]
        for is_further in (False, True)
    )
    one.answer([*first, "act.more"])
    one.answer(further)
    one.go(until="closing.look_back")
    for theme in ("vision", "year-plan", "information", "subject", "talks", "parents", "external", "support"):
        one.move("edit", to=f"theme.{theme}")
        one.answer(["doer.nobody"])
        while one.conversation.ask and one.ask.id != "closing.look_back":
            one.answer(True if one.ask.kind == "confirm" else sensible(one.ask))
    assert {item.action for item in told(one).plan} == {*first, *further}


def test_a_task_that_was_picked_is_done_whoever_does_the_theme(talk: Begin) -> None:
    stays = {f"ambition__{pillar.id}": "ambition.stay" for pillar in view(talk("full")).base.pillars}
    answers = {"who__first": ["who.mentor"], "theme__talks": ["doer.nobody"]}
    one = talk("full").go(until="tasks.mentor.m2", **school(2), **stays, **answers)
    one.answer(["task.m2.mentor.2"])
    one.go(until="plan.actions")
    mentor = next(role for role in told(one).roles if role.role == "mentor")
    [task] = [task for task in mentor.tasks if task.id == "task.m2.mentor.2"]
    assert (task.state, task.by) == ("done", ("nobody",))


def test_what_the_assignment_is_about_comes_first(talk: Begin) -> None:
    asked = talk("full").go(until="ambition.visie-en-beleid", **school(2), assignment__about=["about.samenwerking"])
    open_ = talk("full").go(until="ambition.visie-en-beleid", **school(2), assignment__about=["about.everything"])
    first, other = (
        [action for action in told(walk(one, "ambition.stay")).actions if action.kind == "task"]
        for one in (asked, open_)
    )
    themes = {theme.id for theme in view(asked).base.themes if theme.component in (11, 12)}
    assert {action.theme for action in first[:2]} == themes
    assert [action.because[0] for action in first[:2]] == ["assignment.about"] * 2
    assert "assignment.about" not in {ask for action in other for ask in action.because}


def test_where_the_theme_says_that_it_is_begun_it_is_not_begun_once_more(talk: Begin) -> None:
    asked = {"c05__situation": "c05.m1", "theme__talks": ["doer.mentor"], "theme__information": ["doer.decaan"]}
    one = talk("full").go(until="ambition.visie-en-beleid", **(school(1) | asked))
    themes = {action.theme for action in told(walk(one, "ambition.m2")).actions if action.kind == "task"}
    assert "theme.talks" not in themes  # the mentor holds them already, whatever they are about
    assert "theme.information" in themes  # with the decaan in both stages
