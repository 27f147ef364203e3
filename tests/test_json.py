"""The protocol for other programs, to the letter: what comes out, what may come in, and the schemas of both."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lobgids.cli.main import main
from lobgids.log.events import TrackName
from lobgids.storage.reading import read
from tests.conftest import ROOT, SCHEMAS, Talk, load_script, sensible
from tests.fakes.people import Opened, asks, exchange

pytestmark = pytest.mark.usefixtures("cached")

Output = dict[str, Any]
BAD_LINES = [
    b"\n", b"hello\n", b'{"answer": "c01\n', b"[]\n", b"null\n", b"{}\n", b'{"answer": null}\n', b'{"answer": 1.5}\n',
    b'{"answer": ["a", 1]}\n', b'{"answer": "c01.m2", "more": 1}\n', b'{"move": "dance"}\n', b'{"move": "note"}\n',
    b'{"move": "jump", "to": "c13"}\n', b'{"move": "edit", "to": "c09.situation"}\n',
    b'{"move": "language", "to": "fr"}\n', b'{"move": "reveal"}\n', b'{"text": "\xff"}\n', b'{"text": "\\ud800"}\n',
    b"[" * 100_000 + b"\n", b'{"text": "' + b"x" * 10_000 + b'"}\n', b'{"text": "\\u0000\\u001b"}\n',
]  # fmt: skip


def talking(path: Path, *more: str) -> "subprocess.Popen[bytes]":
    """`lobgids talk --json` as a process of its own."""
    command = [sys.executable, "-m", "lobgids", "talk", str(path), "--json", *more]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ))


def next_ask(process: "subprocess.Popen[bytes]") -> Output:
    """The next ask that the process sends."""
    assert process.stdout is not None
    for line in process.stdout:
        output: Output = json.loads(line)
        if output["type"] == "ask":
            return output
    raise AssertionError("no ask came")


def send(process: "subprocess.Popen[bytes]", **values: Any) -> None:
    """A line to the process."""
    assert process.stdin is not None
    process.stdin.write(json.dumps(values).encode() + b"\n")
    process.stdin.flush()


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("form", ["short", "full"])
def test_a_whole_conversation(code: str, form: str, opened: Opened, valid: Callable[[str, Any], bool]) -> None:
    outputs = exchange(opened(form=form, language=code))
    for output in outputs:
        assert valid("protocol.schema.json#/$defs/out", output), output
    assert [output["type"] for output in outputs].count("result") == 1
    assert outputs[-1]["type"] == "result"
    assert outputs[-1]["interim"] is False
    assert outputs[-1]["school"]["dominant"] == 2
    assert outputs[-1]["plan"]
    only_finds_out = {item["kind"] for item in outputs[-1]["plan"]} == {"find_out"}
    assert only_finds_out == (form == "short")
    assert [bool(asked) for asked in outputs[-1]["evaluation"].values()] == [not only_finds_out] * 4


def test_a_situation_is_asked_to_the_letter_of_the_design(opened: Opened) -> None:
    outputs = exchange(opened(form="full", language="nl"), until="c05.situation")
    ask = outputs[-2]
    assert (ask["id"], ask["kind"], ask["chapter"], ask["component"]) == ("c05.situation", "choice", "pillar", 5)
    assert ask["pillar"] == "orientatie-en-begeleiding"
    ids = [option["id"] for option in ask["options"]]
    assert sorted(ids[:3]) == ["c05.m1", "c05.m2", "c05.m3"]
    assert ids[3:] == ["c05.between", "c05.absent", "c05.unknown"]
    assert 0 < ask["progress"] < 1


def test_the_same_conversation_gives_the_same_bytes_after_each_stop(opened: Opened) -> None:
    first = exchange(opened(form="full", language="nl"), until="c05.situation")
    again = exchange(opened(), until="c05.situation")
    assert first[-1]["id"] == again[-1]["id"] == "pause"
    assert first[-2] | {"at": first[-2]["at"] + 1} == again[-2]  # the pause is one more event


@pytest.mark.parametrize("line", BAD_LINES, ids=lambda line: str(line[:24]))
@pytest.mark.parametrize("until", ["c01.situation", "c01.basis", "closing.look_back"])
def test_a_bad_line_gets_one_error_and_the_same_ask(
    line: bytes, until: str, opened: Opened, valid: Callable[[str, Any], bool]
) -> None:
    exchange(opened(form="short", language="nl"), until=until)
    session = opened()
    before = len(read(session.path).events)
    outputs = exchange(session, line, until=session.conversation.ask.id if session.conversation.ask else "")
    types = [output["type"] for output in outputs]
    welcomed = types.index("ask")  # what is said on coming back differs by the place
    assert types[welcomed:] == ["ask", "error", "ask", "say"]
    assert outputs[welcomed] == outputs[welcomed + 2]
    assert valid("protocol.schema.json#/$defs/out", outputs[welcomed + 1])
    assert [event.kind for event in read(session.path).events[before:]] == ["paused"]


@pytest.mark.parametrize("move", ["why", "example", "source", "back", "skip", "conclude", "pause"])
def test_each_move_says_something_or_asks_another_question(move: str, opened: Opened) -> None:
    outputs = exchange(
        opened(form="full", language="nl"), *[b'{"move": "skip"}\n'] * 9, json.dumps({"move": move}).encode() + b"\n",
        until="c12.situation",
    )  # fmt: skip
    assert "error" not in {output["type"] for output in outputs}


def test_moves_that_say_where_to(opened: Opened) -> None:
    lines = (
        b'{"answer": "Het Kompas"}\n', b'{"move": "jump", "to": "c07"}\n', b'{"answer": "c07.m1"}\n',
        b'{"move": "edit", "to": "c07.situation"}\n', b'{"answer": ["c07.m1", "c07.m2"]}\n',
        b'{"move": "note", "text": "Vraag Anna"}\n', b'{"move": "language", "to": "en"}\n',
        b'{"move": "jump", "to": "samenwerking"}\n', b'{"move": "jump", "to": "next"}\n',
    )  # fmt: skip
    outputs = exchange(opened(form="full", language="nl"), *lines, until="welcome.part")
    assert "error" not in {output["type"] for output in outputs}
    asked = list(asks(outputs))
    assert asked[:4] == ["welcome.school", "welcome.part", "c07.situation", "c05.situation"]
    assert "c11.situation" in asked


def test_inputs_by_the_schema(valid: Callable[[str, Any], bool]) -> None:
    by_role = {"by_role": {"mentor": {"c05.m1": 3}}}
    right: list[Any] = [{"answer": value} for value in ("c05.m2", ["lessons"], 3, True, {"c05.m1": 3}, by_role)]
    right += [{"text": "x"}, {"move": "jump", "to": "next"}, {"move": "back"}]
    wrong: list[Any] = [{"answer": 1.5}, {"move": "dance"}, {"text": 3}, {"text": "x", "to": "y"}, {}]
    assert [valid("protocol.schema.json#/$defs/in", given) for given in right] == [True] * len(right)
    assert [valid("protocol.schema.json#/$defs/in", given) for given in wrong] == [False] * len(wrong)


def test_the_schemas_are_up_to_date() -> None:
    script = load_script(ROOT / "docs" / "make_schemas.py")
    assert script.files() == {name: (ROOT / "docs" / name).read_text("utf-8") for name in SCHEMAS}


@pytest.mark.parametrize("track", ["decaan", "workshop"])
def test_the_result_at_every_question(
    talk: Callable[..., Talk], valid: Callable[[str, Any], bool], track: TrackName
) -> None:
    one = talk("short", "en", track=track)
    while one.conversation.ask:
        result = json.loads(msgspec.json.encode(one.conversation.result()))
        assert valid("result.schema.json", result)
        assert valid("protocol.schema.json#/$defs/out", json.loads(msgspec.json.encode(one.ask)))
        one.answer(sensible(one.ask))
    assert not valid("result.schema.json", result | {"why": [{"ask": "c01.situation"}]})


def test_the_result_of_a_document(opened: Opened, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    session = opened(form="short", language="nl")
    exchange(session, until="theme.lessons")
    assert main(["result", str(session.path), "--json"]) == 0
    first = capsysbinary.readouterr().out
    assert json.loads(first)["interim"] is True
    assert main(["result", str(session.path), "--json"]) == 0
    assert capsysbinary.readouterr().out == first


def test_a_finished_conversation_gives_its_result(opened: Opened) -> None:
    finished = exchange(opened(form="short", language="nl"))
    again = exchange(opened())
    assert [output["type"] for output in again] == ["say", "result"]
    assert again[-1] == finished[-1]


def test_kill_9_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    path = tmp_path / "school.lobgids"
    process = talking(path, "--lang", "nl", "--form", "full")
    with process:
        assert next_ask(process)["id"] == "welcome.school"
        send(process, text="Het Kompas")
        assert next_ask(process)["id"] == "welcome.part"
        send(process, answer="part.havo")
        asked = next_ask(process)
        process.kill()
    assert process.returncode != 0
    with talking(path) as process:
        assert next_ask(process) == asked
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(30) == 0
    assert [event.kind for event in read(path).events] == ["answered", "answered", "paused"]


def test_a_fresh_process_says_hello_and_pauses_at_the_end_of_input(tmp_path: Path) -> None:
    with talking(tmp_path / "school.lobgids", "--lang", "en") as process:
        out, _ = process.communicate(b"", timeout=30)
    outputs = [json.loads(line) for line in out.splitlines()]
    assert [output["type"] for output in outputs] == ["say", "say", "say", "ask", "say"]
    assert outputs[-1]["id"] == "pause"
    assert process.returncode == 0


def test_a_new_mentors_conversation_by_the_schema(opened: Opened, valid: Callable[[str, Any], bool]) -> None:
    outputs = exchange(opened(track="mentor", language="nl"))
    assert outputs[-1]["track"] == "mentor"
    for output in outputs:
        assert valid("protocol.schema.json#/$defs/out", output), output
    half = opened("half.lobgids", track="mentor", language="nl")
    exchange(half, until="learn.how")
    told = msgspec.to_builtins(half.conversation.outcome())
    assert valid("mentor-result.schema.json", told)
    assert not valid("mentor-result.schema.json", told | {"later": [1]})
    assert not valid("result.schema.json", told)
