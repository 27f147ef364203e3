"""One rule for the stage: what departs and works in a pillar that stays is never advised away."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lobgids.dialogue.view import View
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.report.plots import wished_stage
from lobgids.school.stage import goal, present, to_do
from tests.conftest import Talk
from tests.test_advice import school, walk

Begin = Callable[..., Talk]
MODELS = st.sampled_from([1, 2, 3])
WISHES = st.sampled_from(["ambition.stay", "ambition.m1", "ambition.m2", "ambition.m3"])


def themes_of(view: View, component: Component) -> set[str]:
    return {theme.id for theme in view.base.themes if theme.component == component.number}


def offered(view: View, component: Component) -> list[int]:
    """The models of the actions that are offered on the themes of a component, from their ids: `act.m2.07`."""
    themes = themes_of(view, component)
    return [int(action.id.split(".")[1][1:]) for action in view.conclusions.actions if action.theme in themes]


def test_two_departures_in_a_school_that_stays_are_left_as_they_are(talk: Begin) -> None:
    departing = school(1, c06__situation="c06.m2", c11__situation="c11.m2", basis="lessons")
    view = walk(talk("full").go(until="ambition.visie-en-beleid", **departing), "ambition.stay").conversation.view
    assert view.dominant == 1
    for number in (6, 11):
        component = view.base.component(number)
        assert goal(view, component) == 2
        assert to_do(view, component) == "strengthen"
        assert wished_stage(view, component) is None  # no ring off the answer, nor on it: nobody wished it anywhere
        assert set(offered(view, component)) <= {2}
    others = [one for one in view.base.components if one.number not in (6, 11)]
    assert {goal(view, component) for component in others} == {1}


def test_what_is_not_there_yet_is_begun_not_made_stronger(talk: Begin) -> None:
    one = walk(talk("full").go(until="ambition.visie-en-beleid", **school(2)), "ambition.m3")
    view = one.conversation.view
    begun = {f"act.{entry.id.removeprefix('action.')}": entry.begin.title
             for stage in view.base.actions if stage.model == 3 for entry in stage.actions}  # fmt: skip
    tasks = [action for action in view.conclusions.actions if action.kind == "task"]
    assert sum(not action.further for action in tasks) == 5
    assert [action.title for action in tasks] == [begun[action.id] for action in tasks]


def test_the_leading_model_stands_in_where_nothing_is_known(talk: Begin) -> None:
    answers = school(2, c05__situation="c05.unknown", c12__situation="c12.between", c12__between=["c12.m2", "c12.m3"])
    view = talk("full").go(until="picture.agree", **answers).conversation.view
    unknown, between = view.base.component(5), view.base.component(12)
    assert (present(view, unknown), goal(view, unknown), to_do(view, unknown)) == ((), 2, "find_out")
    assert (present(view, between), goal(view, between)) == ((2, 3), 2)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(models=st.lists(MODELS, min_size=12, max_size=12), wish=WISHES)
def test_no_action_and_no_ring_leaves_what_is_answered_in_a_pillar_that_stays(
    talk: Begin, models: list[int], wish: str
) -> None:
    answers = {f"c{number:02}__situation": f"c{number:02}.m{model}" for number, model in enumerate(models, 1)}
    one = talk("full").go(until="ambition.visie-en-beleid", **answers)
    one.answer(wish if any(option.id == wish for option in one.ask.options) else "ambition.stay")
    view = walk(one, "ambition.stay").conversation.view
    _, *staying = view.base.pillars
    for pillar in staying:
        for component in view.components_of(pillar):
            own = models[component.number - 1]
            assert set(offered(view, component)) <= {own}
            assert wished_stage(view, component) in (own, None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(model=MODELS, wish=WISHES, doers=st.lists(st.sampled_from(["mentor", "decaan", "leadership"]), max_size=2))
def test_a_task_is_done_only_where_that_very_task_was_ticked(
    talk: Begin, model: int, wish: str, doers: list[str]
) -> None:
    base = talk("full").conversation.view.base
    themes = {theme.id.replace(".", "__"): [f"doer.{doer}" for doer in {*doers, "decaan"}] for theme in base.themes}
    one = talk("full").go(until="ambition.visie-en-beleid", **school(model), **themes)
    view = walk(one, wish).conversation.view
    for advice in view.conclusions.roles:
        ticked = {task for model in (0, 1, 2, 3) for task in view.ids(ask_ids.tasks(advice.role, model))}
        assert {task.id for task in advice.tasks if task.state == "done"} <= ticked
        assert view.dominant or not advice.tasks
