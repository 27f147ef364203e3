"""One's own actions and evaluation questions: typed words, a line each, that are text wherever they stand."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from lobgids.advice.own import LONGEST_OWN, MOST_OWN, OWN, own_lines
from lobgids.advice.plan import MORE, NONE
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Problem
from lobgids.log.ask_ids import ACTIONS, MAY_SHOW, MORE_ACTIONS, OWN_ACTIONS, OWN_QUESTIONS
from lobgids.report.editions import Readers
from tests.conftest import Talk, sensible
from tests.fakes.turns import said
from tests.test_reports import everything, report

Begin = Callable[..., Talk]
IDEA = "in januari in het team vertellen"
HOSTILE = "<b>{title}</b> [red]x[/red] %s"


@pytest.fixture(params=["decaan", "workshop"])
def one(request: pytest.FixtureRequest, talk: Begin) -> Talk:
    """A conversation that is at its plan, with a decaan alone or with a group."""
    return at_the_plan(talk, request.param)


def at_the_plan(talk: Begin, track: str = "decaan") -> Talk:
    begun: Talk = talk("full" if track == "decaan" else "", track=track)
    return begun.go(until=ACTIONS, setup__people=13)


def offered(one: Talk) -> list[str]:
    return [option.id for option in one.ask.options]


def titles(one: Talk) -> list[str]:
    """The titles of the plan, in the order in which they were picked and typed."""
    return [item["title"] for item in one.conversation.result().plan]


def asked(one: Talk) -> Iterator[str]:
    """The ids of what is asked of the plan, each answered with something sensible."""
    while one.ask.chapter == "advice":
        yield one.ask.id
        one.answer(sensible(one.ask))


def problems(turn: Turn) -> list[str]:
    return [say.id for say in turn.says if isinstance(say, Problem)]


def is_alone(one: Talk) -> bool:
    return not one.conversation.track.answering.is_vote


def test_the_last_choice_but_none_is_to_type_an_action_of_ones_own(one: Talk) -> None:
    first, *_, last, none = offered(one)
    assert (last, none) == (OWN, NONE)
    one.answer([first, OWN])
    assert (one.ask.id, one.ask.kind) == (OWN_ACTIONS, "text")
    assert said(one.type(f"{IDEA}; koffie met Karin"))[0] == "own.kept"
    asks = list(asked(one))
    assert [ask for ask in asks if ask.startswith("plan.who.")] == [
        f"plan.who.{action}" for action in (first, f"{OWN}.1", f"{OWN}.2")
    ]
    assert f"plan.when.{OWN}.2" in asks
    assert {IDEA, "koffie met Karin"} < set(titles(one))
    item = next(item for item in one.conversation.result().plan if item["title"] == IDEA)
    day = "2027-01-04" if is_alone(one) else "2027-03-01"  # to a decaan alone its own words say when
    assert (item["kind"], item["date"], item["facts"], item["because"]) == ("own", day, (), ())


def test_words_that_choose_nothing_are_an_action_too(one: Talk) -> None:
    first = offered(one)[0]
    assert said(one.type(IDEA)) == ["own.kept_before", *["own.told.when"] * is_alone(one)]
    assert (one.ask.id, titles(one)) == (ACTIONS, [IDEA])
    one.type("koffie met Karin")
    one.answer([first])
    assert one.ask.id == f"plan.who.{first}"
    assert set(titles(one)) > {IDEA, "koffie met Karin"}
    assert not one.state.notes


def test_own_words_are_enough_for_a_plan(one: Talk) -> None:
    one.type(IDEA)
    one.move("skip")
    assert one.ask.id == f"plan.who.{OWN}.1"
    one.go()
    assert titles(one) == [IDEA]
    assert not one.conversation.result().interim


def test_taking_back_is_exact(one: Talk) -> None:
    before = one.state.copy()
    one.type(IDEA)
    after = one.state.copy()
    one.type("koffie met Karin")
    one.move("back")
    assert one.state.answers == after.answers
    one.move("back")
    assert (one.state.answers, one.ask.id) == (before.answers, ACTIONS)


def test_who_wants_no_own_action_any_more_takes_it_out_of_the_plan(talk: Begin) -> None:
    one = at_the_plan(talk)
    first = offered(one)[0]
    one.answer([first, OWN])
    one.type(IDEA)
    list(asked(one))
    before = one.state.copy()
    one.move("edit", to=ACTIONS)
    one.answer([first])
    one.answer(True)
    assert IDEA not in titles(one)
    assert not [ask for ask in one.state.answers if OWN in ask or ask == OWN_ACTIONS]
    one.move("back")
    one.move("back")
    assert one.state.answers == before.answers


def test_who_does_an_action_stays_with_that_action(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer([OWN])
    one.type("een; twee; drie")
    list(asked(one))
    one.move("edit", to=OWN_ACTIONS)
    one.type("een; drie")
    one.answer(True)
    assert one.state.value(f"plan.when.{OWN}.1") == "2027-03-01"
    assert one.ask.id == f"plan.who.{OWN}.2"
    assert f"plan.who.{OWN}.3" not in one.state.answers


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("een\n\n- twee;;\n• EEN\n", ["een", "twee"]),
        ("; \n -", []),
        ("a  b\tc", ["a b c"]),
        ("\n".join(str(number) for number in range(20)), [str(number) for number in range(MOST_OWN)]),
        ("x" * 3000, ["x" * (LONGEST_OWN - 1) + "…"]),
        (None, []),
        (["een"], []),
        (HOSTILE, [HOSTILE]),
    ],
)
def test_lines_are_read_as_they_are_typed(text: Any, lines: list[str]) -> None:
    assert own_lines(text) == lines


def test_too_much_is_told_kindly(talk: Begin) -> None:
    one = at_the_plan(talk)
    assert said(one.type("; ".join(f"actie {number}" for number in range(13)))) == ["own.kept_before", "own.many"]
    assert len(titles(one)) == MOST_OWN
    one.move("back")
    assert said(one.type("x" * 300)) == ["own.kept_before", "own.long"]
    one.move("back")
    assert problems(one.type("x" * 10_000)) == ["problem.long"]
    assert said(one.type("; -")) == []
    assert (titles(one), one.ask.id) == ([], ACTIONS)


def test_it_can_be_left_out_after_all(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer([OWN])
    one.move("skip")
    assert one.ask.chapter == "closing"
    assert titles(one) == []


def test_its_evaluation_stands_under_the_words(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type(IDEA)
    one.move("skip")
    one.go(until="evaluation.reaction")
    first = one.ask.options[0]
    assert (first.id, first.text[: len(IDEA) + 2]) == (f"reaction.own.1.{OWN}.1", f"{IDEA}: ")
    one.go(until="closing.look_back")
    evaluation = one.conversation.result().evaluation
    for level in ("reaction", "learning", "behaviour", "result"):
        assert [item["action"] for item in evaluation[level]].count(f"{OWN}.1") == 1, level
        assert IDEA not in str(evaluation[level])


@pytest.mark.parametrize("track", ["decaan", "workshop"])
def test_own_words_stand_in_the_reports_once_as_text(track: str, talk: Begin) -> None:
    one = at_the_plan(talk, track)
    one.type(HOSTILE)
    one.move("skip")
    if track == "decaan":  # a group makes no evaluation
        one.go(until=OWN_QUESTIONS)
        one.type("wie vroeg erom?; wat bleef er van over?")
    one.go()
    editions: tuple[Readers, ...] = ("me", "leadership") if track == "decaan" else ("group",)
    for readers in editions:
        texts = everything(report(one, readers, chosen_words=frozenset({"text.act.own.1"})))
        assert any(HOSTILE in text for text in texts)
        assert not [text for text in texts if text.rstrip().endswith(("Zo begin je.", "Wat je straks ziet."))]
    texts = everything(report(one, editions[0]))
    asked_once = 1 if track == "decaan" else 0
    assert {texts.count(question) for question in ("wie vroeg erom?", "wat bleef er van over?")} == {asked_once}


def test_leadership_reads_own_words_only_where_that_was_chosen(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type(IDEA)
    one.move("skip")
    one.go()
    texts = everything(report(one, "leadership"))
    assert not any(IDEA in text for text in texts)
    one.move("edit", to=MAY_SHOW)
    one.answer(["show.all"])
    one.answer(True)  # the edit is kept
    texts = everything(report(one, "leadership"))
    assert any(IDEA in text for text in texts)


def test_ones_own_question_can_be_left_out(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.go(until=OWN_QUESTIONS)
    one.answer("")
    assert one.ask.chapter == "closing"


def test_without_a_plan_no_question_is_asked_about_it(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.move("skip")
    assert one.ask.id == MAY_SHOW  # of what goes well


# Actions further on.


def test_five_actions_on_themes_are_shown_and_the_others_when_one_asks_for_them(one: Talk) -> None:
    actions = {action.id: action for action in one.conversation.view.conclusions.actions}
    first = [actions[name] for name in offered(one) if name in actions]
    assert 1 <= sum(action.kind == "task" for action in first) <= 5
    assert not any(action.further for action in first)
    assert offered(one)[-3:] == [MORE, OWN, NONE]
    one.answer([first[0].id, MORE])
    assert one.ask.id == MORE_ACTIONS
    assert set(offered(one)) == {action.id for action in actions.values() if action.further} | {"more.none"}
    more = offered(one)[0]
    one.answer([more])
    assert set(titles(one)) == {first[0].title, actions[more].title}
    one.move("back")
    one.answer(["more.none"])
    assert titles(one) == [first[0].title]
    assert next(asked(one)) == f"plan.who.{first[0].id}"


def test_what_an_earlier_version_offered_at_once_stays_where_it_was_picked(talk: Begin) -> None:
    one = at_the_plan(talk)
    further = next(action for action in one.conversation.view.conclusions.actions if action.further)
    one.answer(["act.talk"])
    one.events[-1] = msgspec.structs.replace(one.events[-1], value=["act.talk", further.id])
    again: Talk = talk("full", events=one.events)
    assert further.title in titles(again)
    again.move("edit", to=ACTIONS)
    assert further.id in offered(again)
