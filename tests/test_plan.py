"""The plan as people fill it in: many actions, none, days in any order, two leads, empty names, and a decision."""

from collections.abc import Callable
from typing import Any

import pytest

from lobgids.advice.plan import NONE
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Problem
from lobgids.log.ask_ids import ACTIONS, DECIDE
from lobgids.log.events import Event
from lobgids.report.editions import Readers
from lobgids.storage.reading import read
from tests.conftest import Talk
from tests.fakes.turns import said
from tests.test_frozen import FOLDER
from tests.test_reports import everything, flat, report

Begin = Callable[..., Talk]
LOOK_BACK = "closing.look_back"
OF_TALK = "act.talk"
OF_SCHOOL = "act.m2.agreements"
"""An action on the theme of agreements, on which a school decides."""


def at_the_plan(talk: Begin, track: str = "decaan") -> Talk:
    begun: Talk = talk("full" if track == "decaan" else "", track=track)
    return begun.go(until=ACTIONS, setup__people=13)


def problems(turn: Turn) -> list[Problem]:
    return [one for one in turn.says if isinstance(one, Problem)]


def asked(one: Talk, *, until: str = "", **answers: Any) -> list[str]:
    """The ids of what is asked on the way, each answered as in `Talk.go`."""
    before = len(one.events)
    one.go(until=until, **answers)
    return [event.ask for event in one.events[before:]]


# Many and none.


def test_twelve_actions_are_taken_to_the_end_with_a_kind_word(talk: Begin) -> None:
    one = at_the_plan(talk)
    ids = [option.id for option in one.ask.options if option.id.startswith("act.") and not option.alone]
    turn = one.answer([name for name in ids if name != "act.own"])
    assert said(turn) == []  # what stands further on comes first
    more = [option.id for option in one.ask.options if not option.alone]
    turn = one.answer(more[: 12 - len(one.conversation.view.conclusions.plan)])
    assert said(turn) == ["plan.many"]
    one.go()
    result = one.conversation.result()
    assert len(result.plan) == 12
    assert not result.interim
    readers: tuple[Readers, ...] = ("me", "leadership", "talk")
    for each in readers:
        assert everything(report(one, each))


@pytest.mark.parametrize("track", ["decaan", "workshop"])
def test_no_action_is_an_answer_and_the_rest_goes_on_kindly(track: str, talk: Begin) -> None:
    one = at_the_plan(talk, track)
    assert one.ask.options[-1].id == NONE
    first = one.ask.options[0].id
    assert [each.id for each in problems(one.answer([first, NONE]))] == ["problem.alone"]
    turn = one.answer([NONE])
    assert said(turn)[0] == "plan.later"
    assert one.ask.chapter == "closing"
    one.go(until=LOOK_BACK)
    assert one.ask.text.startswith("Er staan nu geen acties in het plan.")
    one.answer("2027-06-07")
    result = one.conversation.result()
    assert (result.plan, result.interim) == ([], False)
    one.move("edit", to=ACTIONS)
    one.answer([first])
    one.answer(True)
    assert one.ask.id == f"plan.who.{first}"


def test_who_typed_an_action_has_one_until_it_is_taken_out(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type("koffie met Karin")
    assert NONE not in [option.id for option in one.ask.options]
    one.move("back")
    one.answer(["act.own"])
    one.type("koffie met Karin")
    one.move("edit", to=ACTIONS)
    one.answer([NONE])
    one.answer(True)
    assert one.conversation.result().plan == []


# Days, leads and names.


def test_days_in_any_order_are_kept_when_one_says_so(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer([OF_TALK, OF_SCHOOL])
    days = {
        f"plan.when.{OF_TALK}": "2027-06-01", f"plan.until.{OF_TALK}": "2027-05-03",
        f"plan.when.{OF_SCHOOL}": "2026-11-20", f"plan.until.{OF_SCHOOL}": "2027-06-14", LOOK_BACK: "2027-04-05",
    }  # fmt: skip
    one.go(**days)
    assert {ask: one.state.value(ask) for ask in days} == days
    assert [item["action"] for item in one.conversation.result().plan] == [OF_SCHOOL, OF_TALK]
    doubted = [event.ask for event in one.events if event.kind == "proposed"]
    assert doubted == [f"plan.until.{OF_TALK}", f"plan.when.{OF_SCHOOL}", LOOK_BACK]


@pytest.mark.parametrize("track", ["decaan", "workshop"])
def test_two_leads_are_one_too_many(track: str, talk: Begin) -> None:
    one = at_the_plan(talk, track)
    one.answer([OF_TALK])
    ask = one.ask
    typed = [] if track == "decaan" else ["a en b", "a b"]  # of which the second helps, where that is asked
    for turn in (*map(one.type, typed), one.answer(["leadership", "decaan"])):
        assert [each.id for each in problems(turn)] == ["problem.who"]
        assert problems(turn)[0].text.startswith("Kies één rol die het voortouw neemt; wie meehelpt, ")
        assert (turn.ask, one.ask) == (ask, ask)


@pytest.mark.parametrize("typed", ["a en d", "1 en 4", "1, 4"])
def test_of_two_numbers_the_first_leads_and_the_second_helps(typed: str, talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer([OF_TALK])
    one.type(typed)
    assert one.state.value(f"plan.who.{OF_TALK}") == "leadership"
    assert one.state.value(f"plan.helps.{OF_TALK}") == ["decaan"]


@pytest.mark.parametrize(
    ("typed", "name"), [("a, ", ""), ("a,    ", ""), ("a, -", ""), ("a,,", ""), ("a, \u200b", ""), ("a, Bo", "Bo")]
)
def test_a_role_without_a_name_is_a_role(typed: str, name: str, talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer([OF_TALK])
    one.type(typed)
    item = one.conversation.result().plan[0]
    assert (item["owner"], item["name"]) == ("leadership", name)
    assert one.ask.id == f"plan.when.{OF_TALK}"


# What needs a decision.


@pytest.mark.parametrize("answers", [{"who": "leadership"}, {"who": "deputy"}, {"hours": 20}, {"money": 500}])
def test_what_needs_a_decision_asks_once_when_the_school_decides(answers: dict[str, Any], talk: Begin) -> None:
    one = at_the_plan(talk)
    given = {"who": "decaan", "hours": 0, "money": 0} | answers
    one.answer([OF_TALK])
    one.go(until=DECIDE, **{f"plan.{name}.{OF_TALK}": value for name, value in given.items()})
    one.answer("2027-05-24")
    assert one.conversation.result().decide_by == "2027-04-23"  # four weeks before is in the May holiday
    assert DECIDE not in asked(one)
    for readers in ("me", "leadership"):
        assert any("uiterlijk23april2027optafel" in flat(text) for text in everything(report(one, readers)))


def test_what_needs_no_decision_asks_for_none_and_a_day_may_be_left_out(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer([OF_TALK])
    quiet: dict[str, Any] = {f"plan.who.{OF_TALK}": "decaan", f"plan.hours.{OF_TALK}": 0, f"plan.money.{OF_TALK}": 0}
    assert DECIDE not in asked(one, **quiet)
    assert one.conversation.result().decide_by == ""
    one = at_the_plan(talk)
    one.answer([OF_SCHOOL])
    one.go(until=DECIDE)
    one.move("skip")
    assert one.ask.chapter == "evaluation"
    result = one.conversation.result()
    assert (result.decide_by, [item for item in result.find_out if item["ask"] == DECIDE]) == ("", [])


def test_a_group_is_not_asked_when_the_school_decides(talk: Begin) -> None:
    one = at_the_plan(talk, "workshop")
    one.answer([OF_TALK])
    assert DECIDE not in asked(one, **{f"plan.who.{OF_TALK}": "leadership"})


@pytest.mark.parametrize("name", ["decaan-plan", "decaan-full-2"])
def test_an_earlier_document_is_not_asked_anew(name: str, talk: Begin) -> None:
    contents = read(FOLDER / f"{name}.lobgids")
    action = next(event.ask for event in contents.events if event.ask.startswith("plan.who."))
    one = talk(contents.header.form, events=[*contents.events, Event(time="", kind="jumped", ask=action)])
    one.answer("leadership")
    one.answer(True)
    assert DECIDE not in [one.ask.id, *asked(one)]


@pytest.mark.parametrize("day", ["0001-01-05", "9999-12-31", "x", 3, None, ["2027-03-01"]])
def test_a_day_to_decide_that_a_hand_wrote_stops_nothing(day: Any, talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer([OF_SCHOOL])
    one = talk("full", events=[*one.events, Event(time="", kind="planned", ask=DECIDE, value=day)])
    assert isinstance(one.conversation.result().decide_by, str)


# A group: what it agrees on is read back, and the evaluation is the decaan's.


def test_a_group_hears_what_it_agreed_on_before_the_last_round(talk: Begin) -> None:
    one = at_the_plan(talk, "workshop")
    one.move("note", text="de [b]kantine[/b]")
    one.answer([OF_TALK])
    one.go(until=f"plan.name.{OF_TALK}", **{f"plan.who.{OF_TALK}": "decaan"})
    one.type("Karin")
    turn = one.answer("2027-03-01")
    assert one.ask.id == "closing.round"
    told = next(each for each in turn.says if each.id == "closing.agreed")
    title = one.conversation.view.conclusions.plan[0].title
    assert told.text.splitlines() == [
        "Dit spreken jullie af:", f"- {title}: Karin, vanaf 1 maart 2027", "Dit hebben jullie geparkeerd:",
        "- de [b]kantine[/b]",
    ]  # fmt: skip


def test_a_group_without_a_plan_hears_so_in_a_sentence(talk: Begin) -> None:
    one = at_the_plan(talk, "workshop")
    told = {each.id: each.text for each in one.answer([NONE]).says}
    assert told["closing.nothing_agreed"] == "Er staan nog geen acties in het plan, en dat mag."


def test_a_group_makes_no_evaluation_and_its_minutes_say_who_does(talk: Begin) -> None:
    one = at_the_plan(talk, "workshop")
    assert not [ask for ask in asked(one) if ask.startswith("evaluation.")]
    made = report(one, "group")
    assert "evaluation" not in [part.id for part in made.parts]
    sentence = "Met welke vragen jullie terugkijken op het plan, bepaalt de decaan na deze bijeenkomst."
    assert everything(made).count(sentence) == 1


def test_a_group_that_began_on_the_evaluation_before_goes_on_and_keeps_it(talk: Begin) -> None:
    events = read(FOLDER / "workshop-agree.lobgids").events
    begun = next(place for place, event in enumerate(events, 1) if event.ask == "evaluation.reaction")
    one = talk(track="workshop", events=events[:begun])
    assert one.ask.id == "evaluation.learning"
    one.go()
    made = report(one, "group")
    assert "evaluation" in [part.id for part in made.parts]
    assert "bepaalt de decaan na deze bijeenkomst" not in " ".join(everything(made))
