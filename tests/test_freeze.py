"""Nothing that stands in a document makes the engine go round for ever, and conversations do not share a machine."""

import io
import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest

from lobgids.dialogue.machine import EndlessRouteError, Route
from lobgids.lines import jsonl
from lobgids.log.events import Contents, Event
from lobgids.session.file_session import FileSession
from lobgids.session.review import reviewed
from lobgids.session.session import ContentByLanguage
from lobgids.storage.reading import read
from tests.conftest import ROOT, Talk
from tests.test_frozen import DOCUMENTS, FOLDER
from tests.test_frozen import opened as held

CASES = ROOT / "tests" / "cases"
CONCLUDED = Event(time="", kind="concluded", value="picture")

Begin = Callable[..., Talk]


@pytest.mark.parametrize(("case", "ask"), [("freeze", "c05.situation.2"), ("freeze2", "picture.go_on")])
def test_a_vote_that_is_to_be_held_again_and_to_the_picture(
    case: str, ask: str, opened: Callable[..., FileSession], content_in: ContentByLanguage
) -> None:
    with opened(track="workshop", language="nl") as session:
        jsonl.talk(session, io.BytesIO((CASES / f"{case}.jsonl").read_bytes()), io.BytesIO())
    conversation = reviewed(read(session.path), content_in)
    assert conversation.ask is not None
    assert conversation.ask.id == ask
    assert conversation.outcome().interim


def test_who_comes_back_after_the_picture_and_wants_to_vote_again_does(talk: Begin) -> None:
    one = talk(track="workshop", events=read(FOLDER / "workshop-concluded-and-again.lobgids").events)
    assert one.ask.id == "c05.situation.2"
    one.answer({"c05.m1": 11})
    one.move("reveal")
    assert one.ask.id == "c05.agreed"
    one.answer("Zo doen wij het.")
    one.answer(["lessons"])
    assert one.ask.chapter == "picture"


def test_a_route_that_goes_round_is_a_defect_with_its_place(talk: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    events = read(FOLDER / "workshop-again-and-concluded.lobgids").events
    monkeypatch.setattr(Route, "has_second_vote", lambda _route: True)
    with pytest.raises(EndlessRouteError) as caught:
        talk(track="workshop", events=events)
    assert (caught.value.step, caught.value.component) == ("talk", "c05")


@pytest.mark.parametrize("track", ["decaan", "workshop", "mentor"])
def test_documents_mixed_from_others_open(track: str) -> None:
    whole = [contents for path in DOCUMENTS if (contents := read(path)).header.track == track]
    for seed in range(100):
        draw = random.Random(seed)
        conversation = held(draw.choice(whole))
        conversation.replay(list(mixed(whole, draw)))
        msgspec.json.encode(conversation.outcome())


def mixed(whole: Sequence[Contents], draw: random.Random) -> Iterator[Event]:
    """Stretches of documents of a track one after the other, now and then with 'to the picture' between."""
    for _ in range(4):
        events = draw.choice(whole).events
        start = draw.randrange(len(events)) if events else 0
        yield from events[start : start + draw.randint(1, 40)]
        if draw.random() < 0.5:
            yield CONCLUDED


# Conversations beside each other.


def test_conversations_in_threads_come_to_what_each_comes_to_alone() -> None:
    alone = {path: asked(path) for path in DOCUMENTS[::2]}
    fifty = [path for path in alone for _ in range(2)]  # two at a time hold the same document
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(asked, fifty)) == [alone[path] for path in fifty]


def asked(path: Path) -> list[str]:
    """The open question after each event of a document."""
    contents = read(path)
    conversation, found = held(contents), []
    for event in contents.events:
        conversation.replay([event])
        found.append(conversation.ask.id if conversation.ask else "")
    return found
