"""An input that says which question it is for never answers another one; what an answer is held to is told with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lobgids.dialogue.protocol import Answer, Input, Move, Words
from lobgids.storage.reading import read
from tests.conftest import Talk, go, sensible
from tests.fakes.people import Opened, asks, exchange
from tests.fakes.turns import problem

Begin = Callable[..., Talk]
LATER = "c02.situation"


def line(given: Input) -> bytes:
    """An input as a program sends it."""
    return msgspec.json.encode(given) + b"\n"


def test_an_answer_that_comes_twice_answers_one_question(opened: Opened) -> None:
    session = opened(form="full", language="nl")
    twice = line(Answer(answer="Het Kompas", ask="welcome.school", at=0))
    outputs = exchange(session, twice, twice, until="welcome.part")
    assert list(asks(outputs)) == ["welcome.school", "welcome.part", "welcome.part"]
    first, again = (output for output in outputs if output.get("id") == "welcome.part")
    assert first == again
    assert [output["id"] for output in outputs if output["type"] == "error"] == ["problem.stale"]
    assert [event.kind for event in read(session.path).events] == ["answered", "paused"]


@pytest.mark.parametrize(
    "given",
    [
        Answer(answer="c02.m2", ask="c01.situation"),
        Answer(answer="c02.m2", at=0),
        Answer(answer="c02.m2", ask=LATER, at=0),
        Words(text="b", at=9_999),
        Words(text="b", ask="no.such.ask"),
        *(Move(move=name, at=0) for name in ("back", "skip", "why", "conclude", "pause", "reveal")),
        Move(move="note", text="iets", ask="c01.situation"),
        Move(move="jump", to="c07", at=1),
        Move(move="edit", to="c01.situation", at=1),
        Move(move="language", to="en", at=1),
    ],
    ids=str,
)
def test_what_is_not_for_the_open_question_does_nothing(talk: Begin, given: Input) -> None:
    one = talk("full").go(until=LATER)
    before, events = one.ask, list(one.events)
    assert problem(one.conversation.take(given)) == "Het gesprek was al verder, dus hier heb ik niets mee gedaan."
    assert (one.ask, one.events) == (before, events)


def test_what_is_for_the_open_question_is_taken(talk: Begin) -> None:
    one = talk("full").go(until=LATER)
    one.conversation.take(Move(move="back", ask=LATER, at=len(one.events)))
    one.answer(sensible(one.ask))
    one.conversation.take(Words(text="b", ask=LATER))
    one.conversation.take(Answer(answer=sensible(one.ask), at=len(one.events)))
    assert one.ask.id not in (LATER, "c01.situation", "c02.situation")


def test_the_moment_is_the_same_in_another_process(opened: Opened) -> None:
    session = opened(form="full", language="nl")
    with session:
        go(session, LATER)
    again = opened()
    at = len(read(session.path).events)
    outputs = exchange(again, line(Answer(answer="c02.m2", ask=LATER, at=at)), until="c03.situation")
    assert "error" not in {output["type"] for output in outputs}
    assert [output["at"] for output in outputs if output["type"] == "ask"] == [at, at + 1]


def test_a_pause_of_another_moment_stops_nothing(opened: Opened) -> None:
    session = opened(form="full", language="nl")
    outputs = exchange(session, line(Move(move="pause", at=5)), line(Move(move="pause", at=0)), until="welcome.part")
    assert [output["type"] for output in outputs[3:]] == ["ask", "error", "ask", "say"]
    assert outputs[-1]["id"] == "pause"


def test_no_file_is_read_for_a_brief_of_another_moment(opened: Opened, tmp_path: Path) -> None:
    session = opened(track="mentor", language="nl")
    go(session, "school.how")
    session.conversation.take(Answer(answer="school.how.brief"))
    ask, kept = session.conversation.ask, len(session.events)
    assert ask is not None
    assert ask.id == "school.brief"
    for given in (Words(text=str(tmp_path), at=0), Answer(answer={"brief": {"lobgids_brief": 1}}, ask="school.how")):
        assert problem(session.take(given)).startswith("Het gesprek was al verder")
    assert (session.conversation.ask, len(session.events)) == (ask, kept)


def test_back_at_the_end_is_of_a_moment_too(talk: Begin) -> None:
    one = talk("short").go()
    end = len(one.events)
    asked = one.conversation.what_now().id
    assert problem(one.conversation.take(Move(move="back", at=end - 1)))
    assert one.conversation.ask is None
    one.conversation.take(Move(move="back", ask=asked, at=end))
    assert one.conversation.ask is not None
    assert problem(one.conversation.take(Move(move="back", ask=asked, at=end)))


def test_what_was_heard_comes_before_what_is_said_to_it(opened: Opened) -> None:
    lines = (b'{"answer": "Het Kompas"}\n', b'{"answer": "nothing"}\n', b'{"move": "why"}\n', b'{"move": "back"}\n')
    outputs = exchange(opened(form="full", language="nl"), *lines, until="welcome.school")
    types = [output["type"] for output in outputs]
    assert [output["text"] for output in outputs if output["type"] == "heard"] == ["Het Kompas", "terug"]
    assert all(types[place - 1] == "ask" for place, one in enumerate(types) if one == "heard")


# What an answer is held to.


def asked(one: Talk, kind: str) -> None:
    """Go on until a question of this kind is open."""
    while one.ask.kind != kind:
        one.answer(sensible(one.ask))


def is_taken(one: Talk, value: Any) -> bool:
    """Whether an answer is taken."""
    kept = len(one.events)
    one.answer(value)
    return len(one.events) > kept


def test_a_text_tells_whether_there_may_be_none_and_how_long_it_is(talk: Begin) -> None:
    seen = 0
    for one in (talk("full"), talk(track="workshop")):
        while ask := one.conversation.ask:
            if ask.kind != "text":
                one.answer(sensible(ask))
                continue
            seen += 1
            assert not is_taken(one, "x" * (ask.longest + 1))
            assert is_taken(one, "") == ask.optional
            one.move("back")
            assert is_taken(one, "x" * ask.longest)
    assert seen


@pytest.mark.parametrize(("track", "kind"), [("workshop", "number"), ("decaan", "scale")])
def test_a_number_tells_its_bounds(talk: Begin, track: str, kind: str) -> None:
    one = talk("full", track=track) if track == "decaan" else talk(track=track)
    asked(one, kind)
    least, most = one.ask.least, one.ask.most
    assert least < most
    assert [is_taken(one, value) for value in (least - 1, most + 1)] == [False, False]
    assert is_taken(one, least)
    one.move("back")
    assert is_taken(one, most)


def test_several_tell_how_many_are_chosen(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    one.answer("c01.between")
    ids = [option.id for option in one.ask.options]
    assert (one.ask.least, one.ask.limit) == (2, 0)
    assert [is_taken(one, ids[:count]) for count in (1, 2)] == [False, True]
    one = talk(track="mentor").go(until="practice.choose", school__how="school.how.scenes")
    ids = [option.id for option in one.ask.options]
    assert one.ask.least == 1
    assert [is_taken(one, ids[:count]) for count in (one.ask.limit + 1, one.ask.limit)] == [False, True]


def test_votes_tell_the_most_for_one_option(talk: Begin) -> None:
    one = talk(track="workshop")
    asked(one, "votes")
    option = one.ask.options[0].id
    assert [is_taken(one, {option: one.ask.most + more}) for more in (1, 0)] == [False, True]
