"""Ids of asks are built and read in one place: what was built is read as what it was built of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lobgids.dialogue.tracks import TRACKS
from lobgids.log import ask_ids
from lobgids.log.events import TrackName

COMPONENTS = st.integers(1, 12).map(lambda number: f"c{number:02}")
NAMES = st.sampled_from(["situation", "between", "where", "basis", "recent", "count", "reveal", "talk", "agreed"])


@given(component=COMPONENTS, name=NAMES, number=st.sampled_from(ask_ids.ROUNDS))
def test_an_ask_about_a_component_is_read_as_it_was_built(component: str, name: str, number: int) -> None:
    ask = ask_ids.of_component(component, name, number)
    assert ask_ids.is_about_component(ask)
    assert (ask_ids.subject_of(ask), ask_ids.name_of(ask), ask_ids.round_of(ask)) == (component, name, number)
    assert ask_ids.is_named(ask, name)
    assert ask_ids.key_of(ask) == name


@given(later=COMPONENTS, earlier=COMPONENTS)
def test_a_clash_tells_its_two_components(later: str, earlier: str) -> None:
    ask = ask_ids.clash(later, earlier)
    assert ask_ids.clashing(ask) == (later, earlier)
    assert ask_ids.key_of(ask) == "clash"


@pytest.mark.parametrize("name", ["who", "name", "when"])
def test_an_ask_of_the_plan_tells_its_action(name: str) -> None:
    ask = ask_ids.plan(name, "act.m2.07")
    assert ask_ids.is_of_plan(ask)
    assert ask_ids.planned(ask) == (name, "act.m2.07")


@pytest.mark.parametrize("ask", ["plan.when.act.m2.07", "closing.look_back"])
def test_what_confirms_an_answer_leads_back_to_its_question(ask: str) -> None:
    assert ask_ids.is_understood(ask_ids.understood(ask))
    assert ask_ids.answered_at(ask_ids.understood(ask)) == ask
    assert not ask_ids.is_understood(ask)
    assert ask_ids.answered_at(ask) == ask


@pytest.mark.parametrize(
    ("ask", "step"),
    [
        ("welcome.form", "welcome"), ("c05.situation", "situation"), ("c05.between", "between"),
        ("c05.where", "between"), ("c05.probe.2", "probe"), ("c05.clash.c03", "clash"),
        ("organisation.summary", "summary"), ("organisation.correct", "summary"), ("theme.vision", "roles"),
        ("theme.vision.shared", "roles"), ("tasks.mentor.m2", "who"), ("competence.decaan.head", "who"),
        ("who.first", "who"), ("tasks.mentor", "roles"),
        ("plan.actions", "advice"), ("plan.who.act.m2.07", "plan"), ("plan.when.act.m2.07.understood", "plan"),
        ("edit.keep", "edit"), ("closing.look_back", "closing"), ("school.how", None), ("nonsense", None), ("", None),
    ],
)  # fmt: skip
def test_an_ask_belongs_to_a_step_of_its_track(ask: str, step: str | None) -> None:
    found = TRACKS["decaan"].step_of(ask)
    assert (found.name if found else None) == step


@pytest.mark.parametrize("track", TRACKS)
def test_a_route_walks_just_the_steps_that_its_track_has(track: TrackName) -> None:
    walked = set(TRACKS[track].stages) - {"finished"}
    assert walked == set(TRACKS[track].by_name) - {"edit"}  # whether an edit is kept is asked where there is one
