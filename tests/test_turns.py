"""Which events came in one turn: an answer and what it brought along are kept, told and taken back as such."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from lobgids.dialogue.conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, MoveName, Words
from lobgids.log.events import Event, TrackName
from lobgids.log.state import fold, standing_events, turns_marked_anew
from lobgids.session.erasing import erase_taken_back
from lobgids.session.file_session import FileSession
from lobgids.session.sharing import share, wordless
from lobgids.session.story import Story
from lobgids.session.transcript import TranscriptEntry, batches, entries, question, said
from lobgids.storage.reading import read
from lobgids.storage.writing import write_copy
from tests.conftest import Talk, sensible

Begin = Callable[..., Talk]
FROZEN = Path(__file__).parent / "frozen"


def choosing_the_language(talk: Begin) -> tuple[Talk, Input]:
    return talk(language=""), Answer(answer="language.en")


def correcting(talk: Begin) -> tuple[Talk, Input]:
    one = talk("full").go(until="visie-en-beleid.correct", **{"visie-en-beleid.summary": False})
    return one, Answer(answer="c01.situation")


def putting_a_clash_right(talk: Begin) -> tuple[Talk, Input]:
    one = talk("full").go(until="c04.clash.c02", c02__situation="c02.m3", c04__situation="c04.m1")
    return one, Answer(answer="clash.earlier")


def stopping_at_the_picture(talk: Begin) -> tuple[Talk, Input]:
    return talk("short").go(until="picture.go_on"), Answer(answer=False)


BRINGING_ALONG = {
    "language": choosing_the_language, "jump": correcting, "clash": putting_a_clash_right,
    "pause": stopping_at_the_picture,
}  # fmt: skip


@pytest.fixture(params=list(BRINGING_ALONG))
def brought(request: pytest.FixtureRequest, talk: Begin) -> Talk:
    """A conversation of which the last answer brought another event along."""
    one, given = BRINGING_ALONG[request.param](talk)
    one.conversation.take(given)
    return one


def turns(one: Talk) -> list[list[str]]:
    """The kinds of the events of each turn."""
    return [[event.kind for event in batch] for batch in batches(one.conversation.header, one.events)]


def as_earlier(one: Talk) -> Talk:
    """The same conversation as an earlier version would have kept it: nothing says what came in one turn."""
    header = replace(one.conversation.header, marks_turns=False)
    return Talk(one.conversation._content_in, header, [replace(event, same_turn=False) for event in one.events])


def test_what_an_answer_brings_along_says_so(brought: Talk) -> None:
    assert [event.same_turn for event in brought.events] == [*(False for _ in brought.events[1:]), True]
    assert turns(brought)[-1] == ["answered", brought.events[-1].kind]
    assert b'"same_turn":true' in msgspec.json.encode(brought.events[-1])
    assert b"same_turn" not in msgspec.json.encode(brought.events[-2])


def test_a_document_keeps_what_came_in_one_turn(opened: Callable[..., FileSession]) -> None:
    with opened() as session:
        session.conversation.take(Answer(answer="language.en"))
        session.conversation.take(Move(move="language", to="nl"))
        kept = session.events
    contents = read(session.path)
    assert contents.header.marks_turns
    assert contents.events == kept
    assert [len(batch) for batch in batches(contents.header, contents.events)] == [2, 1]


def test_an_earlier_document_is_told_as_it_was(brought: Talk) -> None:
    earlier = as_earlier(brought)
    assert turns(earlier) == turns(brought)
    assert told(earlier) == told(brought)


def test_an_earlier_document_that_goes_on_has_both(talk: Begin) -> None:
    one, given = correcting(talk)
    earlier = as_earlier(one)
    earlier.conversation.take(given)
    assert earlier.events[-1].same_turn
    assert turns(earlier)[-1] == ["answered", "jumped"]


@pytest.mark.parametrize(
    ("name", "pairs"),
    [("decaan-corrected", 1), ("decaan-moves", 1), ("anything-decaan-0", 3), ("anything-decaan-3", 4)],
)
def test_a_frozen_document_has_the_turns_that_it_had(name: str, pairs: int) -> None:
    contents = read(FROZEN / f"{name}.lobgids")
    assert sum(len(batch) > 1 for batch in batches(contents.header, contents.events)) == pairs


def test_going_to_the_next_question_is_no_part_of_the_answer_before(talk: Begin) -> None:
    one = talk("full").go(until="c02.situation")
    one.answer("c02.m1")
    one.move("jump", to="next")
    assert turns(one)[-2:] == [["answered"], ["jumped"]]
    assert turns(as_earlier(one))[-1] == ["answered", "jumped"]  # as earlier versions told it


# What was told and what is told.


def drawn(entries_: Iterator[TranscriptEntry]) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(entry.who, entry.text, entry.options, entry.heading) for entry in entries_]


def told(one: Talk) -> list[tuple[str, str, tuple[str, ...], str]]:
    """What a transcript says, but for the question that is open at its end."""
    fresh = Talk(one.conversation._content_in, one.conversation.header)
    return drawn(entries(fresh.conversation, one.events))[:-1]


def live(one: Talk, inputs: Iterator[Input]) -> Iterator[TranscriptEntry]:
    """What is shown while a conversation is held; what the log does not keep is left out."""
    yield from said(one.conversation.begin())
    shown: Ask | None = None
    for given in inputs:
        asked, kept = one.conversation.ask, len(one.events)
        turn = one.conversation.take(given)
        if len(one.events) == kept:  # a refusal, or an explanation
            continue
        if asked and (shown is None or (shown.id, shown.text) != (asked.id, asked.text)):
            yield question(asked)
        shown = asked
        says = turn.says[:-1] if turn.paused else turn.says  # the goodbye
        if one.events[kept].kind != "paused":
            yield from said(turn._replace(says=says))


MOVES: tuple[MoveName, ...] = ("back", "skip", "conclude", "pause", "reveal")
PLACES = ("next", "c02", "c05", "organisatie", "picture", "practice", "setup")


def anything(one: Talk, seed: int) -> Iterator[Input]:
    """What somebody may do who often says no, goes back and goes elsewhere."""
    chance = random.Random(seed)
    for _ in range(90):
        if ask := one.conversation.ask:
            # A file is asked for, and there is none: that is said and not kept.
            yield Move(move="skip") if ask.id == "school.brief" else chance.choice(_possible(ask, chance))


def _possible(ask: Ask, chance: random.Random) -> list[Input]:
    ids = [option.id for option in ask.options] or [sensible(ask)]
    other: Any = False if ask.kind == "confirm" else chance.choice(ids)
    return [
        *(Answer(answer=sensible(ask)) for _ in range(6)),
        *(Answer(answer=[other] if ask.kind == "multi" else other) for _ in range(6)),
        Words(text="iets van mijzelf"), Move(move="note", text="iets"), Move(move="back"),
        Move(move=chance.choice(MOVES)), Move(move="jump", to="next"), Move(move="jump", to=chance.choice(PLACES)),
        Move(move="language", to=chance.choice(("nl", "en"))),
    ]  # fmt: skip


@pytest.mark.parametrize("track", ["decaan", "workshop", "mentor"])
@pytest.mark.parametrize("seed", range(4))
def test_what_is_told_from_the_log_is_what_was_shown(track: TrackName, seed: int, talk: Begin) -> None:
    one = talk(track=track, language="")
    shown = drawn(live(one, anything(one, seed)))
    assert told(one) == shown


@pytest.mark.parametrize("name", [name for name in BRINGING_ALONG if name != "language"])  # a story is in one language
def test_the_stream_draws_the_same_wherever_it_is_cut(name: str, talk: Begin) -> None:
    one, given = BRINGING_ALONG[name](talk)
    one.conversation.take(given)
    one.move("skip")
    story = Story(one.conversation.header, one.events, one.conversation._content_in, "nl")
    assert len(story) == len(one.events) - 1
    for cut in range(len(story) - 3, len(story) + 1):
        stretches = [*story.entries(0, cut), *story.entries(cut, len(story))]
        assert drawn(entry for _, entry in stretches) == told(one)


# Taking back, and copies.


def test_back_takes_an_answer_back_and_not_what_it_brought_along(talk: Begin) -> None:
    one, given = choosing_the_language(talk)
    one.conversation.take(given)
    one.move("back")
    assert (one.ask.id, one.state.language) == ("welcome.language", "en")
    assert [event.kind for event in standing_events(one.events)] == ["language"]


def test_what_is_left_of_a_turn_is_a_turn_of_its_own(brought: Talk) -> None:
    count, brought_along = len(turns(brought)), brought.events[-1].kind
    brought.move("back")
    copy = Talk(brought.conversation._content_in, brought.conversation.header, standing_events(brought.events))
    assert turns(copy)[-1] == [brought_along]
    assert len(turns(copy)) == count
    assert fold(copy.events).answers == brought.state.answers
    assert not any(event.same_turn for event in copy.events)


def test_what_stands_keeps_its_mark(brought: Talk) -> None:
    assert standing_events(brought.events) == brought.events
    assert wordless(brought.conversation.view, brought.events)[-1].same_turn


def test_erasing_writes_only_the_line_anew_of_which_the_turn_lost_its_answer(brought: Talk, tmp_path: Path) -> None:
    brought.move("back")
    brought.move("note", text="erna")
    path = tmp_path / "school.lobgids"
    write_copy(path, brought.conversation.header, brought.events)
    lines = path.read_bytes().splitlines()
    *before, _answer, along, _back, note = lines
    erase_taken_back(path)
    assert path.read_bytes().splitlines() == [*before, along.replace(b',"same_turn":true', b""), note]


def test_a_copy_is_told_as_what_stands(
    brought: Talk, content_in: Callable[[str], LocalizedContent], tmp_path: Path
) -> None:
    brought.move("back")
    write_copy(tmp_path / "school.lobgids", brought.conversation.header, brought.events)
    for without_words in (True, False):
        out = tmp_path / f"{without_words}.lobgids"
        share(tmp_path / "school.lobgids", out, content_in, without_words=without_words)
        contents = read(out)
        assert contents.header.marks_turns
        assert [len(batch) for batch in batches(contents.header, contents.events)] == [1] * len(contents.events)


@pytest.mark.parametrize(
    ("gone", "marks"),
    [
        ((), [False, True, True, False]),
        ((0,), [None, False, True, False]),
        ((0, 1), [None, None, False, False]),
        ((1,), [False, None, True, False]),
        ((0, 1, 2), [None, None, None, False]),
    ],
)
def test_the_first_that_is_left_begins_the_turn(gone: tuple[int, ...], marks: list[bool | None]) -> None:
    events = [Event(time="", kind="noted", same_turn=number in (1, 2)) for number in range(4)]
    left = [None if number in gone else event for number, event in enumerate(events)]
    marked = list(turns_marked_anew(events, left))
    assert [event and event.same_turn for event in marked] == marks
