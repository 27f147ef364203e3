"""What a front end can ask for at any moment: it comes by the schema, changes nothing, and is of this moment."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from lobgids.dialogue.protocol import Ask, Move
from lobgids.kb.base import KnowledgeBase
from lobgids.session import typed
from lobgids.session.transcript import batches
from lobgids.storage.reading import read
from lobgids.tui.app_commands import by_word
from tests.conftest import sensible
from tests.fakes.client import REQUESTS, Moment, Object, held, line
from tests.fakes.people import Opened, exchange

UNASKED = {"heard", "say", "ask", "error", "result"}
BAD = [
    b'{"get": "everything"}', b'{"get": ""}', b'{"get": null}', b'{"get": 1}', b'{"get": ["story"]}', b'{"get": {}}',
    b'{"get": "story", "from": -1}', b'{"get": "story", "from": 1.5}', b'{"get": "story", "to": "3"}',
    b'{"get": "story", "from": true}', b'{"get": "story", "text": "x"}', b'{"get": "terms", "text": 3}',
    b'{"get": "terms", "text": ["LOB"]}', b'{"get": "terms", "text": "\\ud800"}', b'{"get": "terms", "text": "\xff"}',
    b'{"get": "overview", "from": 0}', b'{"get": "overview", "answer": "x"}', b'{"get": "clock", "at": 0}',
    b'{"get": "guidance", "move": "back"}', b'{"get": "Overview"}', b'{"get": "_ask"}', b'[{"get": "ask"}]',
    b'{"get": "ask"', b'{"get": ' + b"[" * 10_000 + b"}",
]  # fmt: skip


def answers(ask: Object) -> Object:
    """An answer that fits."""
    full = {"welcome.form": "form.full", "setup.people": 13, "setup.roles": {"mentor": 13}}
    return {"answer": full.get(ask["id"], sensible(msgspec.convert(ask, Ask)))}


def until(*stops: str) -> Callable[[Moment], Object | None]:
    """Answer until one of these is asked."""
    return lambda moment: None if moment.ask is None or moment.ask["id"] in stops else answers(moment.ask)


def got(outputs: list[Object], type_: str) -> list[Object]:
    """What came of a type."""
    return [output for output in outputs if output["type"] == type_]


@pytest.mark.parametrize("track", ["decaan", "workshop", "mentor"])
def test_each_request_at_the_start_the_middle_the_end_and_after_taking_back(
    track: str, opened: Opened, valid: Callable[[str, Any], bool]
) -> None:
    session = opened(track=track, language="en")
    sizes = []

    def scripted(moment: Moment) -> Object | None:
        contents = read(session.path)
        sizes.append((len(contents.events), len(list(batches(contents.header, contents.events)))))
        if len(sizes) in (5, 20):
            return {"move": "back"}
        if moment.ask and moment.ask["id"] == "school.how":  # a wrong name of a file is no answer to take back
            return {"answer": "school.how.questions"}
        return answers(moment.ask) if moment.ask else None

    moments = held(session, scripted)
    assert len(moments) > 30
    assert moments[-1].ask is None
    for moment, (events, turns) in zip(moments, sizes, strict=True):
        assert {one["type"] for one in moment.came} <= UNASKED
        types = {name: one["type"] for name, one in moment.got.items()}
        assert types == {name: name for name in REQUESTS if name != "story" or name in moment.got}
        for output in moment.got.values():
            assert valid("protocol.schema.json#/$defs/out", output), output
        assert moment.got["ask"]["at"] == moment.got["commands"]["at"] == events
        assert moment.got["ask"]["id"] == moment.got["commands"]["ask"]
        assert moment.ask in (None, moment.got["ask"])
        assert moment.got["result"]["interim"] == (moment.ask is not None)
        assert moment.got.get("story", {"count": turns})["count"] == turns
    assert all("story" in moments[place].got for place in (0, 5, 20, -1))
    for place in (4, 19):
        before, after = moments[place - 1], moments[place + 1]
        assert {**after.asked, "at": 0, "standing": 0} == {**before.asked, "at": 0, "standing": 0}
        assert after.got["overview"] == before.got["overview"]


def test_a_request_keeps_nothing_and_leaves_the_question_open(opened: Opened) -> None:
    session = opened(form="full", language="nl")
    before = session.path.read_bytes()
    outputs = exchange(
        session, *(line(get=name) for name in REQUESTS), b'{"answer": "Het Kompas"}\n', until="welcome.part"
    )
    asks = got(outputs, "ask")
    assert [one["id"] for one in asks] == ["welcome.school", "welcome.school", "welcome.part"]
    assert asks[0] == asks[1]
    assert session.path.read_bytes().startswith(before)
    assert [event.kind for event in read(session.path).events] == ["answered", "paused"]


def test_the_result_comes_once_whatever_is_asked_for_after_it(opened: Opened) -> None:
    outputs = exchange(opened(form="short", language="nl"))
    assert len(got(outputs, "result")) == 1
    again = exchange(opened(), line(get="clock"), line(get="ask"), line(get="story"))
    assert [output["type"] for output in again] == ["say", "result", "clock", "ask", "story"]
    assert {option["id"] for option in again[3]["options"]} >= {"next.report", "next.stop"}


@pytest.mark.parametrize("bad", BAD, ids=lambda one: str(one[:40]))
@pytest.mark.parametrize("at_the_end", [False, True])
def test_no_request_is_a_problem(bad: bytes, at_the_end: bool, opened: Opened) -> None:
    session = opened(form="short", language="nl")
    if at_the_end:
        exchange(session)
        session = opened()
    kept = len(read(session.path).events)
    ask = session.conversation.ask
    outputs = exchange(session, bad + b"\n", until=ask.id if ask else "")
    (problem,) = got(outputs, "error")
    assert problem["id"] == "problem.input"
    after = outputs[outputs.index(problem) + 1 :]
    assert [one["type"] for one in after] == ([] if at_the_end else ["ask", "say"])
    assert all(event.kind == "paused" for event in read(session.path).events[kept:])


# What was said.


def test_the_story_comes_in_stretches(opened: Opened) -> None:
    session = opened(form="full", language="nl")
    exchange(session, until="c02.situation")
    requests = [line(get="story", **{"from": start, "to": start + 3}) for start in range(0, 12, 3)]
    whole, *parts = got(exchange(opened(), line(get="story"), *requests, until="c02.situation"), "story")
    assert [turn for part in parts for turn in part["turns"]] == whole["turns"][:12]
    assert {part["count"] for part in parts} == {whole["count"]}
    assert [turn["number"] for turn in whole["turns"]] == list(range(whole["count"]))
    first, *_, last = whole["turns"]
    assert first["said"][0]["text"].startswith("Dag")
    assert {entry["who"] for entry in last["said"]} == {"guide", "person"}


@pytest.mark.parametrize(
    ("bounds", "numbers"),
    [
        ({}, [0, 1]), ({"from": 1}, [1]), ({"to": 1}, [0]), ({"from": 1, "to": 1}, []), ({"from": 2}, []),
        ({"from": 10**30}, []), ({"to": 10**30}, [0, 1]), ({"from": 1, "to": 0}, []),
    ],
)  # fmt: skip
def test_the_bounds_of_a_stretch(bounds: dict[str, int], numbers: list[int], opened: Opened) -> None:
    session = opened(form="full", language="nl")
    outputs = exchange(
        session, b'{"text": "x"}\n', b'{"answer": "part.havo"}\n', line(get="story", **bounds), until="c02.situation"
    )
    (story,) = got(outputs, "story")
    assert [turn["number"] for turn in story["turns"]] == numbers
    assert story["count"] == 2


def test_before_the_first_answer_the_story_is_the_greeting(opened: Opened) -> None:
    outputs = exchange(opened(form="full", language="nl"), line(get="story"), until="welcome.school")
    (story,) = got(outputs, "story")
    said = [one["text"] for one in outputs[: outputs.index(story)] if one["type"] == "say"]
    assert story["count"] == 0
    assert [entry["text"] for turn in story["turns"] for entry in turn["said"]] == said


# Who leads a group.


def test_notes_come_only_to_who_asks_for_them(opened: Opened) -> None:
    session = opened(track="workshop", language="nl")
    moments = held(session, until())
    points = {
        text
        for moment in moments
        for part in moment.got["guidance"]["parts"]
        for text in part["texts"]
        if part["name"] == "points"
    }
    early = [moment for moment in moments if moment.got["guidance"]["is_early"]]
    assert points
    assert early
    for moment in moments:
        elsewhere = json.dumps([moment.came, moment.ask, {**moment.got, "guidance": None}], ensure_ascii=False)
        assert not any(point in elsewhere for point in points)


def test_there_are_no_notes_where_nobody_leads(opened: Opened) -> None:
    for moment in held(opened(form="short", language="nl"), until("c02.situation"), ("guidance",)):
        assert moment.got["guidance"] == {"type": "guidance", "is_early": False, "parts": []}


# Words.


def the_text(ask: Object, of: str) -> str:
    """A text of an ask by the name that a term has for it."""
    return next((option["text"] for option in ask.get("options", ()) if option["id"] == of), "") if of else ask["text"]


def test_terms_stand_where_they_are_said_to(opened: Opened, base: KnowledgeBase) -> None:
    forms = {term.id: {form.casefold() for form in (term.term, *term.also)} for term in base.glossary}
    seen = set()
    for moment in held(opened(form="full", language="nl"), until(), ("ask", "terms")):
        for term in moment.got["terms"]["terms"]:
            for place in term["places"]:
                text = the_text(moment.asked, place["of"])
                assert text[place["start"] : place["end"]].casefold() in forms[term["id"]]
                seen.add(bool(place["of"]))
    assert seen == {True, False}


def test_terms_in_a_text_of_ones_own(opened: Opened) -> None:
    text = "é De mentor en de decaan, en nog eens de Mentor."
    outputs = exchange(
        opened(form="full", language="nl"), line(get="terms", text=text), line(get="terms", text=""),
        until="welcome.school",
    )  # fmt: skip
    found, nothing = got(outputs, "terms")
    assert nothing["terms"] == []
    assert all(one["meaning"] for one in found["terms"])
    assert "decaan" in {text[one["places"][0]["start"] : one["places"][0]["end"]] for one in found["terms"]}


# Commands.


def commands_at(opened: Opened, ask: str, **options: Any) -> list[Object]:
    """What one can do where this is asked."""
    moments = held(opened(language="nl", **options), until(ask), ("commands",))
    return list(moments[-1].got["commands"]["commands"])


@pytest.mark.parametrize("track", ["decaan", "mentor", "workshop"])
def test_every_word_of_a_command_does_it_in_the_app(track: str, opened: Opened, talk: Any) -> None:
    ask = next_choice(talk(track=track))
    for command in commands_at(opened, ask[0].id, track=track):
        for word in command.get("words", ()):
            app_command, given = by_word(f"/{word}", is_text=True), typed.read(word, ask[0], ask[1], ("nl", "en"))
            done = app_command.name == command["name"] if app_command else False
            assert done or (isinstance(given, Move) and given.move == command["move"]), (command["name"], word)


def next_choice(one: Any) -> tuple[Ask, KnowledgeBase]:
    """The first question with options, and the content that it is of."""
    while not one.ask.options:
        one.answer(sensible(one.ask))
    return one.ask, one.conversation.view.base


def moves(commands: list[Object]) -> Iterator[Object]:
    """The commands that are a move of the protocol."""
    return (command for command in commands if "move" in command)


def test_each_command_with_a_move_can_be_done_as_it_says(opened: Opened) -> None:
    more = {"to": {"jump": "c07", "language": "en"}, "text": {"note": "iets"}}
    for command in moves(commands_at(opened, "c02.situation", form="full")):
        takes = command.get("takes")
        given = {"move": command["move"], **({takes: more[takes][command["move"]]} if takes else {})}
        one = opened(f"{command['name']}.lobgids", form="full", language="nl")
        done: list[str] = []

        def once(moment: Moment, given: Object = given, done: list[str] = done) -> Object | None:
            if done or moment.ask is None:
                return None
            if moment.ask["id"] != "c02.situation":
                return answers(moment.ask)
            done.append(moment.ask["id"])
            commands = moment.got["commands"]
            return {**given, "ask": commands["ask"], "at": commands["at"]}

        moments = held(one, once, ("commands",))
        assert done
        assert not got(moments[-1].came, "error"), given


def test_what_one_can_do_depends_on_the_track_and_the_end(opened: Opened) -> None:
    names = {}
    for track in ("decaan", "mentor", "workshop"):
        session = opened(f"{track}.lobgids", track=track, language="nl")
        moments = held(session, until(), ("commands",))
        for when, moment in (("begin", moments[0]), ("end", moments[-1])):
            names[track, when] = {one["name"] for one in moment.got["commands"]["commands"]}
    assert names["decaan", "begin"] - names["mentor", "begin"] == {"direction"}
    assert names["workshop", "begin"] - names["decaan", "begin"] == {"guidance"}
    assert names["decaan", "begin"] - names["decaan", "end"] >= {"skip", "why", "example", "source", "note", "conclude"}
    assert names["decaan", "end"] == names["workshop", "end"] == names["mentor", "end"]


def test_the_clock_of_a_group(opened: Opened) -> None:
    session = opened(track="workshop", language="nl")
    moments = held(session, until("c05.agreed", "c06.agreed"), ("clock",))
    before, after = moments[0].got["clock"], moments[-1].got["clock"]
    assert (before["began"], before["minutes_since"], before["planned"]) == ("", None, "")
    assert after["began"].startswith("2026-11-23T12:00")
    assert after["minutes_since"] == 0
    assert sum(stop["minutes"] for stop in after["agenda"]) >= 60
    assert [moment.ask["id"].endswith(".talk") for moment in moments if moment.ask and moment.got["clock"]["talk"]]
    assert len(after["answered"]) == len(moments) - 1
