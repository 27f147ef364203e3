"""What follows is true, whatever was answered: held over documents of any school, wish and gap."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lobgids.advice.conclusions import Action
from lobgids.advice.ranking import is_ticked, is_told_otherwise
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.view import View
from lobgids.kb.schema.roles import Theme
from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.events import Event
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.editions import Readers
from lobgids.report.formats.markdown import as_markdown
from lobgids.report.plots import wished_stage
from lobgids.school.ambition import NEARER, WHOSE, moves_to
from lobgids.school.roles import parts_in
from lobgids.school.stage import aim, of_learning, of_roles, of_school
from tests.conftest import Talk

Begin = Callable[..., Talk]

COMPONENTS = [f"c{number:02}" for number in range(1, 13)]
PILLARS = ["visie-en-beleid", "orientatie-en-begeleiding", "organisatie", "samenwerking"]
THEMES = [
    f"theme.{name}" for name in (
        "vision", "agreements", "year-plan", "information", "lessons", "subject", "talks", "first-contact", "advice",
        "parents", "external", "support", "follow-up",
    )
]  # fmt: skip
DAY = date(2026, 11, 23)
READERS: tuple[Readers, ...] = ("me", "leadership", "talk")
ROLES = ["leadership", "deputy", "team_leader", "decaan", "mentor", "subject_teacher"]
SKIPPED = "skipped"
"""Stands for 'dat weet ik nog niet' at an ask; None for an ask that was not asked."""

DESCRIPTIONS = st.sampled_from([None, SKIPPED, "1", "2", "3", "1", "2", "3", "12", "23", "13"])
BASES = st.sampled_from([None, SKIPPED, ["lessons"], ["students"], ["documents"], ["colleagues"], ["wish"]])
DOERS = st.sampled_from(
    [None, SKIPPED, ["nobody"], ["someone_else"], *([role] for role in ROLES), ["decaan", "mentor"]]
)
WISHES = st.sampled_from([None, SKIPPED, "ambition.stay", "ambition.m1", "ambition.m2", "ambition.m3"])


def mostly(model: int | None) -> st.SearchStrategy[list[str | None]]:
    """The answers of a school: of any stages, or mostly of one, so that a stage leads."""
    own = DESCRIPTIONS if model is None else st.sampled_from([str(model)] * 6 + ["1", "2", "3", None, "12", "23"])
    return st.lists(own, min_size=12, max_size=12)


@st.composite
def documents(draw: st.DrawFn) -> list[Event]:
    """The events of a conversation about any school, as far as it came."""
    chosen = draw(st.sampled_from([None, 1, 2, 3]).flatmap(mostly))
    events = list(zip(COMPONENTS, chosen, strict=True))
    found = [(f"{name}.situation", _described(name, value)) for name, value in events]
    found += [(f"{name}.basis", draw(BASES)) for name, value in events if value not in (None, SKIPPED)]
    found += [
        ("assignment.about", draw(st.sampled_from([None, SKIPPED, ["about.organisatie"], ["about.samenwerking"]])))
    ]
    found += [(theme, _doers(draw(DOERS))) for theme in THEMES]
    found += [(f"ambition.{pillar}", draw(WISHES)) for pillar in PILLARS]
    found += [(NEARER, draw(st.sampled_from([None, "nearer.step", "nearer.keep"])))]
    found += [(WHOSE, draw(st.sampled_from([None, ["whose.decaan"], ["whose.team"]])))]
    found += [("tasks.mentor", draw(st.sampled_from([None, ["task.m2.mentor.1", "task.m2.mentor.2"], ["tasks.none"]])))]
    kept = found[: draw(st.integers(0, len(found)))] if draw(st.booleans()) else found
    return [_event(ask, value) for ask, value in kept if value is not None]


def _described(component: str, value: str | None) -> Any:
    if value is None or value == SKIPPED:
        return value
    ids = [f"{component}.m{stage}" for stage in value]
    return ids[0] if len(ids) == 1 else ids


def _doers(value: Any) -> Any:
    return [f"doer.{doer}" for doer in value] if isinstance(value, list) else value


def _event(ask: str, value: Any) -> Event:
    is_skip = value == SKIPPED
    return Event(time="", kind="skipped" if is_skip else "answered", ask=ask, value=None if is_skip else value)


def stages_of(view: View, component: Component) -> set[int]:
    return {description.model for description in view.chosen(component)}


def theme_actions(view: View) -> Iterator[tuple[Action, Component]]:
    for action in view.conclusions.actions:
        if action.theme:
            yield action, view.base.component(view.base.theme(action.theme).component)


@settings(max_examples=200, deadline=None)
@given(events=documents())
def test_what_follows_is_true_of_any_school(talk: Begin, events: list[Event]) -> None:
    view = talk("full", events=events).conversation.view
    no_because_describes_a_stage_further_on_than_its_action(view)
    no_ring_lies_off_an_answer_in_a_pillar_that_stays(view)
    every_done_has_its_tick(view)
    without_a_leading_stage_nothing_of_one_is_said(view)
    a_nearer_step_that_was_taken_is_the_goal_everywhere(view)
    nothing_given_is_said_only_where_nothing_is_given(view)
    there_is_always_something_to_do_and_nothing_contradicts_it(view)


@settings(max_examples=25, deadline=None)
@given(events=documents())
def test_nothing_that_was_denied_is_stated(talk: Begin, events: list[Event]) -> None:
    """No report tells an answer that was not given, or a wish, as how it is."""
    conversation = talk("full", events=events).conversation
    view = conversation.view
    texts = {readers: _text(conversation, readers) for readers in READERS}
    for component in view.base.components:
        for description in component.descriptions:
            if description not in view.chosen(component):
                for name, text in texts.items():
                    assert f"vertelde dat {description.heard}" not in text, name
                    assert description.strength not in text, name


def _text(conversation: Conversation, readers: Readers) -> str:
    """A report as plain text, its lines joined."""
    return " ".join(as_markdown(compose(conversation, DAY, ReportRequest(readers))).decode().split())


def no_because_describes_a_stage_further_on_than_its_action(view: View) -> None:
    for action, component in theme_actions(view):
        stages = stages_of(view, component)
        if ask_ids.situation(component) not in action.because or len(stages) != 1:
            continue
        own, goal = *stages, aim(view, component.pillar)
        if goal is None:
            assert action.model == own
        else:
            assert min(own, goal) <= action.model <= max(own, goal)
            assert action.model != own or own == goal


def no_ring_lies_off_an_answer_in_a_pillar_that_stays(view: View) -> None:
    for component in view.known:
        if aim(view, component.pillar) is None:
            assert wished_stage(view, component) in {*stages_of(view, component), None}


def every_done_has_its_tick(view: View) -> None:
    ticked = {task for role in ROLES for task in view.ids(ask_ids.tasks(role))}
    done = {task.id for advice in view.conclusions.roles for task in advice.tasks if task.state == "done"}
    assert done <= ticked


def without_a_leading_stage_nothing_of_one_is_said(view: View) -> None:
    if view.dominant is not None:
        return
    conclusions = view.conclusions
    assert not conclusions.conditions
    assert not conclusions.direction.fronts
    assert not any(action.kind == "learn" for action in conclusions.actions)
    for advice in conclusions.roles:
        said = (advice.present, advice.way, advice.tasks, advice.content, advice.forms, advice.stars, advice.not_given)
        assert not any(said)
        assert not any(advice.competences.values())
    assert not any(tension.kind == "nobody" and "stadium" in tension.text for tension in conclusions.tensions)
    # an action of a stage rests on an answer about that very component, or on a wish for its pillar
    for _, component in theme_actions(view):
        assert view.chosen(component) or aim(view, component.pillar)


def a_nearer_step_that_was_taken_is_the_goal_everywhere(view: View) -> None:
    if view.dominant not in (1, 3) or view.state.value(NEARER) != "nearer.step":
        return
    far = 4 - view.dominant
    assert far not in view.conclusions.direction.wishes.values()
    assert of_school(view) in (2, view.dominant)
    for action, component in theme_actions(view):
        if moves_to(view, component.pillar) == far:
            assert action.model == 2
            assert view.conclusions.direction.later[component.pillar] == far
    for advice in view.conclusions.roles:
        of_moving = [task for task in advice.tasks if moves_to(view, view.base.component(task.component).pillar) == far]
        assert {task.model for task in of_moving} <= {2}


def nothing_given_is_said_only_where_nothing_is_given(view: View) -> None:
    for advice in view.conclusions.roles:
        role = view.base.role(advice.role)
        for sentence in advice.not_given:
            parts = parts_in(role, of_learning(view) if "manier van leren" in sentence else of_roles(view))
            given = [part.tasks if "taken" in sentence else part.forms if "manier van leren" in sentence else
                     (*part.head, *part.hands, *part.heart, *part.team) for part in parts]  # fmt: skip
            assert not any(given), sentence


def there_is_always_something_to_do_and_nothing_contradicts_it(view: View) -> None:
    assert any(action.kind in ("talk", "find_out") for action in view.conclusions.actions)
    offered = [(action.theme, action.model) for action, _ in theme_actions(view)]
    assert len(offered) == len(set(offered))
    for component in view.known:
        goal, themes = aim(view, component.pillar), _themes(view, component)
        models = {model for theme, model in offered if theme in themes}
        if goal is None:
            assert len(models) <= 1
        elif not any(_is_beyond(view, stage, goal) for stage in stages_of(view, component)):
            has_action = {entry.theme for of in view.base.actions if of.model == goal for entry in of.actions} & themes
            has_action -= {theme.id for theme in view.base.themes if is_begun(view, theme)}
            assert goal in models or not has_action, component.id


def is_begun(view: View, theme: Theme) -> bool:
    """Whether it was said that a theme is begun already: by a task that was ticked, or by who does it."""
    return is_ticked(view, theme) or is_told_otherwise(view, theme)


def _is_beyond(view: View, stage: int, goal: int) -> bool:
    return view.dominant is not None and (stage - goal) * (goal - view.dominant) > 0


def _themes(view: View, component: Component) -> set[str]:
    return {theme.id for theme in view.base.themes if theme.component == component.number}


def test_what_was_seen_is_stated_so_that_its_absence_can_be_held(talk: Begin) -> None:
    asked = [_event(f"{name}.situation", f"{name}.m2") for name in COMPONENTS]
    based = [_event(f"{name}.basis", ["lessons"]) for name in COMPONENTS]
    conversation = talk("full", events=[*asked, *based]).conversation
    first, *_ = conversation.view.chosen(conversation.view.base.components[0])
    assert first.strength in _text(conversation, "me")
    assert first.strength in _text(conversation, "leadership")
