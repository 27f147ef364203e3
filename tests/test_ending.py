"""The end of a conversation: what was found, what one does now, and that nothing is closed for good."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lobgids.dialogue.chapters.closing import GO_ON, REPORT, STOP
from lobgids.dialogue.protocol import Answer, Input, Move, Problem, Words
from lobgids.log.ask_ids import FORM, PICTURE_AGAIN
from lobgids.session.session import ContradictionError
from lobgids.storage.reading import read
from tests.conftest import Talk, sensible
from tests.fakes.people import Opened, exchange, hold

Begin = Callable[..., Talk]
LONGEST = 200
"""More answers than any conversation takes."""
A_GROUP = {"setup__people": 13, "setup__roles": {"mentor": 13}, "setup__time": "time.60"}


def ended(one: Talk, **answers: Any) -> list[str]:
    """The ids of what is said when the last question is answered."""
    for _ in range(LONGEST):
        ask = one.conversation.ask
        assert ask is not None
        turn = one.answer(answers.get(ask.id.replace(".", "__"), sensible(ask)))
        if turn.ask is None:
            return [said.id for said in turn.says if not isinstance(said, Problem)]
    raise AssertionError("it does not end")


def texts(one: Talk) -> dict[str, str]:
    """What is said at the end, by its id."""
    one.move("back")
    turn = one.answer("2027-06-01")
    return {said.id: said.text for said in turn.says if not isinstance(said, Problem)}


@pytest.mark.parametrize("form", ["short", "full"])
def test_it_ends_with_what_was_found_the_plan_and_a_day(form: str, talk: Begin) -> None:
    one = talk(form)
    assert ended(one)[-4:] == ["closing.found", "closing.plan", "closing.begin", "closing.day"]
    told = texts(one)
    found = told["closing.found"].splitlines()[1:]
    assert 2 < len(found) <= 5
    assert any("activerende school" in line for line in found)
    plan = one.conversation.result().plan
    assert [line.partition(":")[0] for line in told["closing.plan"].splitlines()[1:]] == [
        f"- {item['title']}" for item in plan
    ]
    assert "1 juni 2027" in told["closing.day"]


def test_nothing_found_is_not_called_a_finding(talk: Begin) -> None:
    one = talk("short")
    for _ in range(LONGEST):
        if one.conversation.ask is None:
            break
        said = one.move("skip").says
    assert "closing.found" not in {say.id for say in said if not isinstance(say, Problem)}


def test_a_replay_tells_the_end_as_it_was_told(talk: Begin) -> None:
    one = talk("short").go()
    again = talk("short")
    told = [say for event in one.events for say in again.conversation.tell([event]).says]
    assert "closing.found" in {say.id for say in told if not isinstance(say, Problem)}


@pytest.mark.parametrize(("track", "answers"), [("decaan", {}), ("workshop", A_GROUP)])
def test_after_the_end_one_goes_to_a_component_and_ends_again(track: str, answers: dict[str, Any], talk: Begin) -> None:
    one = talk("short" if track == "decaan" else "", track=track).go(**answers)
    assert one.conversation.ask is None
    place = next(part for part in one.conversation.overview().pillars[0].components if part.state == "open")
    turn = one.move("jump", to=place.id)
    assert turn.ask is not None
    assert turn.ask.id == f"{place.id}.situation"
    for _ in range(LONGEST):
        if one.conversation.ask is None:
            break
        one.answer(answers.get(one.ask.id.replace(".", "__"), sensible(one.ask)))
    assert one.conversation.ask is None
    assert one.state.value(f"{place.id}.situation")


@pytest.mark.parametrize(("track", "ask"), [("decaan", "c05.situation"), ("mentor", "school.how")])
def test_after_the_end_an_answer_is_changed(track: str, ask: str, talk: Begin) -> None:
    one = talk("full" if track == "decaan" else "", track=track).go(school__how="school.how.scenes")
    turn = one.move("edit", to=ask)
    assert turn.ask is not None
    assert turn.ask.id == ask
    assert one.move("jump", to="next").ask is None


def test_what_makes_no_sense_at_the_end_is_told(talk: Begin) -> None:
    one = talk("full").go()
    before = len(one.events)
    inputs: list[Input] = [
        Answer(answer="c05.m1"), Answer(answer=True), Words(text="zomaar"), Move(move="skip"), Move(move="why"),
        Move(move="jump", to="next"), Move(move="jump", to="nergens"), Move(move="edit", to="c99.situation"),
        Move(move="language", to="xx"), Answer(answer=GO_ON),
    ]  # fmt: skip
    for given in inputs:
        turn = one.conversation.take(given)
        assert turn.ask is None
        assert isinstance(turn.says[0], Problem), given
    assert len(one.events) == before


def test_the_language_can_be_changed_at_the_end(talk: Begin) -> None:
    one = talk("short").go()
    one.move("language", to="en")
    assert one.conversation.what_now().options[-1].text == "Stop"


@pytest.mark.parametrize(
    ("form", "track", "options"),
    [
        ("short", "decaan", [REPORT, GO_ON, STOP]),
        ("full", "decaan", [REPORT, STOP]),
        ("", "workshop", [REPORT, STOP]),
        ("", "mentor", [REPORT, STOP]),
    ],
)
def test_what_one_does_now(form: str, track: str, options: list[str], talk: Begin) -> None:
    one = talk(form, track=track)
    assert [option.id for option in one.conversation.what_now().options] == options


# A short conversation goes on into the long one.


@pytest.fixture(params=["of the header", "by an answer", "concluded early", "concluded to the end"])
def short(request: pytest.FixtureRequest, talk: Begin) -> Talk:
    """A short conversation that is finished, and how it came to be short or finished."""
    one = talk("" if request.param == "by an answer" else "short", language="nl")
    if "concluded" in request.param:
        one.go(until="c05.situation" if "early" in request.param else "picture.go_on", welcome__form="form.short")
        one.move("conclude")
    one.go(welcome__form="form.short", ambition__school="ambition.m3")
    assert one.conversation.ask is None
    return one


@pytest.mark.parametrize("given", [GO_ON, "form.full", "words"])
def test_one_goes_on_with_what_is_open_and_one_back_undoes_it(given: str, short: Talk) -> None:
    before = short.state.copy()
    result = short.conversation.result()
    turn = short.type("2") if given == "words" else short.answer(given)
    assert turn.ask is not None
    assert turn.heard
    assert not short.state.concluded
    assert short.state.answers == {**before.answers, FORM: short.state.answers[FORM]}
    assert not short.conversation.view.is_short
    short.move("back")
    assert short.conversation.ask is None
    assert short.state == before
    assert short.conversation.result() == result


def test_the_long_conversation_asks_what_was_left_out_and_ends(short: Talk) -> None:
    answered = dict(short.state.answers)
    asked = []
    short.answer(GO_ON)
    for _ in range(LONGEST):
        if short.conversation.ask is None:
            break
        asked.append(short.ask.id)
        short.answer(sensible(short.ask))
    assert short.conversation.ask is None
    assert not set(asked) & set(answered)
    assert PICTURE_AGAIN in asked or "picture.agree" not in answered
    components = {component.id for component in short.conversation.view.base.components}
    assert {f"{component}.situation" for component in components} <= set(short.state.answers)
    for ask, standing in answered.items():
        assert ask == FORM or short.state.answers[ask] == standing


def test_the_wish_for_the_school_stands_for_each_pillar_until_that_is_asked(talk: Begin) -> None:
    one = talk("short").go(ambition__school="ambition.m3")
    one.answer(GO_ON)
    pillars = [pillar.id for pillar in one.conversation.view.base.pillars]
    assert one.conversation.result().direction["wishes"] == dict.fromkeys(pillars, 3)
    one.go(until=f"ambition.{pillars[0]}")
    one.answer("ambition.stay")
    assert one.conversation.result().direction["wishes"] == {pillars[0]: None, **dict.fromkeys(pillars[1:], 3)}


def test_the_form_is_changed_as_any_answer_too(talk: Begin) -> None:
    one = talk("short").go()
    for move in ("jump", "edit"):
        turn = one.move(move, to=FORM)
        assert turn.ask is not None
        assert turn.ask.id == FORM
    one.answer("form.full")
    assert one.conversation.ask is not None
    assert one.conversation.ask.id != "edit.keep"


def test_the_long_form_contradicts_the_option_short_from_then_on(opened: Opened) -> None:
    with opened(form="short", language="nl") as session:
        for _ in range(LONGEST):
            if session.conversation.ask is None:
                break
            session.conversation.take(Answer(answer=sensible(session.conversation.ask)))
        session.conversation.take(Answer(answer=GO_ON))
    with opened(form="full") as session:
        assert session.conversation.ask is not None
    with pytest.raises(ContradictionError):
        opened(form="short")


# In plain lines and in JSON.


def test_in_plain_lines_one_makes_a_report_goes_on_and_comes_back(opened: Opened, tmp_path: Path) -> None:
    hold(opened(form="short", language="nl"))
    session = opened()
    changed = next(iter(ask for ask in session.conversation.view.state.answers if ask.endswith(".situation")))
    shown = hold(session, "1", f"pas aan {int(changed[1:3])}", "ga naar volgende", "2", "terug", "3")
    report = tmp_path / "school verslag.pdf"
    assert report.read_bytes().startswith(b"%PDF")
    assert f"Het verslag staat in:\n{report}\n" in shown
    assert "Dan gaan we verder met het lange gesprek" in " ".join(shown.split())
    assert "paused" not in {event.kind for event in read(session.path).events}
    assert session.conversation.ask is None
    assert shown.count("Wat wil je nu doen?") == 4  # at first, after the report, after looking, after coming back


@pytest.mark.parametrize("form", ["short", "full"])
def test_what_can_be_done_at_the_end_is_told_and_works(opened: Opened, form: str) -> None:
    hold(opened(form=form, language="nl"))
    shown = " ".join(hold(opened(), "zomaar wat", "hulp", "ga naar plan", "Welke acties erin staan").split())
    assert "Typ ‘hulp’ om te zien wat je nog kunt doen, of ‘ga naar plan’ om het plan te veranderen." in shown
    assert "- hulp: deze lijst" in shown
    assert "Wat wil je veranderen?" in shown.partition("- hulp: deze lijst")[2]
    assert "In je plan staat nu:" in shown.partition("Wat wil je veranderen?")[2]
    assert "Wat neem je op in je plan?" in shown.partition("In je plan staat nu:")[2]


def test_in_plain_lines_the_end_of_the_input_leaves_nothing_behind(opened: Opened) -> None:
    hold(opened(form="short", language="nl"))
    before = opened()
    kept = len(before.events)
    shown = hold(before)
    assert len(before.events) == kept
    assert "Je gesprek staat in:" in shown


def test_in_json_a_finished_conversation_takes_a_change(opened: Opened) -> None:
    exchange(opened(form="short", language="nl"))
    outputs = exchange(opened(), b'{"move": "edit", "to": "c01.situation"}\n', b'{"move": "jump", "to": "next"}\n')
    types = [output["type"] for output in outputs]
    assert types[types.index("result") :].count("ask") == 1
    assert types[-1] == "result"
    outputs = exchange(opened(), b'{"answer": "nergens"}\n', b'{"answer": "form.full"}\n', b'{"move": "back"}\n')
    types = [output["type"] for output in outputs]
    assert types.count("error") == 1
    assert types[-1] == "result"


# The last word.


@pytest.mark.parametrize(
    "typed",
    [
        "Met Joost, de mentor van 3 mavo. Verder nog even met niemand",
        "Met Joris, dat is de mentor die wel wat met me doet. En dan pas de andere mentoren",
    ],
)
def test_the_last_word_is_to_begin_with_whom_one_named(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="who.first")
    one.type(f"{typed}.")
    one.go()
    assert f"‘{typed}’" in one.conversation.close().text
    assert "één collega" not in one.conversation.close().text


@pytest.mark.parametrize("typed", ["4", "niemand", "4, maar die is altijd druk", "1, eerst zelf"])
def test_who_named_nobody_is_told_to_begin_with_one_colleague(typed: str, talk: Begin) -> None:
    one = talk("short").go(until="who.first")
    one.type(typed)
    one.go()
    assert "één collega" in one.conversation.close().text
