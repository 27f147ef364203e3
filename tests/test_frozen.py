"""Frozen documents: written by earlier versions and never rewritten, each with what it came to.

`tests/frozen/NAME.lobgids` is a document; `NAME.txt` is what it comes to now: the open question and what leads after
each of its events, then the picture, the plan and the result at its end, in ids and numbers, so that words may change.
Every later version has to open them all. After a change that is *meant* to make a difference,
`python -m tests.test_frozen` writes the texts anew; the commit lists which differ and why.

Two things may never differ, so they are held apart: a finished document gains no open question, and an action that was
chosen stays in its plan. `finished.txt` names the documents that were finished when they were written.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from lobgids.dialogue import telling
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.protocol import MentorResult, Result
from lobgids.log.ask_ids import ACTIONS
from lobgids.log.events import Contents
from lobgids.storage.reading import read
from tests.test_golden import localized

FOLDER = Path(__file__).parent / "frozen"
DOCUMENTS = sorted(FOLDER.glob("*.lobgids"))
FINISHED = FOLDER / "finished.txt"


def opened(contents: Contents) -> Conversation:
    """The conversation of a document before its first event; it keeps nothing."""
    return Conversation(contents.header, content_in=localized, keep=lambda _events: None, now=lambda: "")


def held(path: Path) -> Conversation:
    """The conversation of a document as it stands."""
    contents = read(path)
    conversation = opened(contents)
    conversation.replay(contents.events)
    return conversation


def comes_to(path: Path) -> str:
    """What a document comes to, step by step and at its end."""
    contents = read(path)
    conversation = opened(contents)
    lines = []
    for number, event in enumerate(contents.events, 1):
        conversation.replay([event])
        lines.append(f"{number:03} {event.kind} {event.ask} -> {_stands(conversation)}")
    return "\n".join([*lines, *_end(conversation)]) + "\n"


def _stands(conversation: Conversation) -> str:
    """The open question and which model leads."""
    view = conversation.view
    asked = conversation.ask.id if conversation.ask else "finished"
    return asked if view.header.track == "mentor" else f"{asked}; {view.dominant} {view.certainty}"


def _end(conversation: Conversation) -> Iterator[str]:
    """The picture, the plan and the result, without their words."""
    if conversation.header.track != "mentor":
        yield "picture: " + " ".join(say.id for say in telling.picture(conversation.view))
    yield from (line for name, value in _ids(conversation.outcome()) for line in _lines(name, value))


def _ids(result: Result | MentorResult) -> Iterator[tuple[str, Any]]:
    plain = msgspec.to_builtins(result)
    if isinstance(result, MentorResult):
        yield from ((name, plain[name]) for name in ("interim", "school", "skills"))
        yield "cases", [case.get("case", case) for case in plain["cases"]]
        yield "plan", {name: _only_ids(value) for name, value in plain["plan"].items()}
        return
    yield "interim", plain["interim"]
    yield "school", plain["school"]
    yield from ((f"component {number}", of) for number, of in plain["components"].items())
    yield "tensions", [[one["kind"], one["because"]] for one in plain["tensions"]]
    yield "find out", [one["ask"] for one in plain["find_out"]]
    yield from (
        (f"plan {one['action']}", [one["owner"], one["name"], one["date"], one["because"]]) for one in plain["plan"]
    )
    yield from ((f"evaluation {level}", [one["id"] for one in asked]) for level, asked in plain["evaluation"].items())
    yield "would change", [[one["ask"], one["option"], one["model"]] for one in plain["would_change"]]


def _only_ids(value: Any) -> Any:
    """The ids and days of entries, without their words."""
    match value:
        case list():
            return [_only_ids(one) for one in value]
        case dict() if "id" in value:
            return [value["id"], value.get("date", "")]
        case dict():
            return {name: _only_ids(one) for name, one in value.items()}
        case str():
            return "..." if value else ""
    return value


def _lines(name: str, value: Any) -> Iterator[str]:
    """A line a value; numbers to three places, so that the last digit of a machine makes no difference."""
    yield f"{name}: {msgspec.json.encode(_rounded(value)).decode()}"


def _rounded(value: Any) -> Any:
    match value:
        case float():
            return round(value, 3)
        case dict():
            return {name: _rounded(one) for name, one in value.items()}
        case list():
            return [_rounded(one) for one in value]
    return value


def finished() -> list[str]:
    """The documents that were finished when they were written."""
    return FINISHED.read_text("utf-8").split()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_frozen_document_comes_to_what_it_came_to(path: Path) -> None:
    assert comes_to(path) == path.with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("name", finished())
def test_a_finished_document_gains_no_open_question(name: str) -> None:
    assert held(FOLDER / f"{name}.lobgids").ask is None


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_chosen_action_stays_in_its_plan(path: Path) -> None:
    conversation = held(path)
    if not isinstance(result := conversation.outcome(), Result):
        return
    assert {item["action"] for item in result.plan} == set(conversation.view.ids(ACTIONS))


if __name__ == "__main__":
    for each in DOCUMENTS:
        each.with_suffix(".txt").write_text(comes_to(each), encoding="utf-8")
