"""A document that vanishes while it is open: all that was said goes on elsewhere, the last answer too."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, Static

from lobgids.dialogue.protocol import Answer, Move, Problem
from lobgids.lines.plain import take_leave
from lobgids.log.events import Event
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
from lobgids.storage.folders import default_folder
from lobgids.storage.reading import read
from lobgids.tui.app import LobgidsApp
from lobgids.tui.projector.counts import Counts
from lobgids.tui.sheets.path import PathScreen
from lobgids.tui.widgets.words import Words
from tests.conftest import go
from tests.fakes.app import AppPilot, context, shown
from tests.fakes.app import hold as play
from tests.fakes.people import Opened, exchange, hold

THERE = "elders.lobgids"


@pytest.fixture
def begun(opened: Opened) -> FileSession:
    """A conversation at a question where one may type anything."""
    session = opened(form="short", language="nl")
    go(session, "assignment.asked")
    return session


def remove(path: Path) -> None:
    path.unlink()


def carry_away(path: Path) -> None:
    path.rename(path.with_name("weg.bak"))


def replace(path: Path) -> None:
    path.with_name("anders").write_text("anders", encoding="utf-8")
    path.with_name("anders").replace(path)


def add(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")


def answers(path: Path) -> list[Any]:
    return [event.value for event in read(path).events if event.kind == "answered"]


# The session.


@pytest.mark.parametrize("go_away", [remove, carry_away, replace, add])
def test_all_goes_on_in_a_new_document(go_away: Callable[[Path], None], begun: FileSession, tmp_path: Path) -> None:
    before, header = list(begun.events), begun.conversation.header
    with begun:
        go_away(begun.path)
        left = begun.path.read_bytes() if begun.path.exists() else None
        (problem,) = begun.conversation.take(Answer(answer="Het laatste")).says
        assert isinstance(problem, Problem)
        assert "intussen veranderd of weg" in problem.text
        old, new = begun.path, tmp_path / "nieuw" / THERE
        turn = begun.move(new)
        assert turn.heard == "Het laatste"
        assert turn.says[0].text == f"Je gesprek staat nu in {new}."
        assert turn.ask == begun.conversation.ask
        assert turn.ask is not None
        assert turn.ask.id != "assignment.asked"
        assert not begun.is_gone
        begun.conversation.take(Move(move="note", text="En daarna"))
    assert (old.read_bytes() if old.exists() else None) == left
    contents = read(new)
    assert contents.header == header
    assert contents.events[: len(before)] == before
    assert [event.value for event in contents.events[len(before) :]] == ["Het laatste", {"text": "En daarna"}]
    assert not list(tmp_path.rglob("*.lock"))


def test_it_can_come_back_where_it_was(begun: FileSession) -> None:
    with begun:
        path = begun.path
        path.unlink()
        begun.conversation.take(Answer(answer="Het laatste"))
        assert begun.move(path).heard == "Het laatste"
        with pytest.raises(DocumentError):
            Document.open(path)
        begun.conversation.take(Move(move="note", text="En daarna"))
    assert kinds(read(path).events)[-2:] == ["answered", "noted"]
    Document.open(path).close()


def test_what_was_answered_last_is_what_goes_along(begun: FileSession) -> None:
    with begun:
        begun.path.unlink()
        for value in ("Eerst zo", "Toch anders"):
            begun.conversation.take(Answer(answer=value))
        begun.move(begun.elsewhere())
    assert answers(begun.path)[-1] == "Toch anders"
    assert "Eerst zo" not in answers(begun.path)


def test_a_note_and_a_pause_do_not_take_the_place_of_the_answer(begun: FileSession) -> None:
    with begun:
        begun.path.unlink()
        for given in (
            Answer(answer="Het laatste"),
            Move(move="pause"),
            Move(move="note", text="x"),
            Move(move="pause"),
        ):
            begun.conversation.take(given)
        assert begun.move(begun.elsewhere()).paused
    assert kinds(read(begun.path).events)[-3:] == ["answered", "noted", "paused"]


def test_where_it_cannot_go_is_told_and_nothing_changes(begun: FileSession) -> None:
    with begun:
        begun.path.unlink()
        begun.conversation.take(Answer(answer="Het laatste"))
        there = begun.elsewhere(THERE)
        there.parent.mkdir(parents=True)
        there.write_text("van een ander", encoding="utf-8")
        (problem,) = begun.move(there).says
        assert problem.text == f"Het bestand {there} is er al. Kies een andere naam."
        assert begun.is_gone
        assert begun.move(begun.elsewhere()).heard == "Het laatste"


@pytest.mark.parametrize("name", ["a\0b", "\ud800", "x" * 300])
def test_what_is_no_name_of_a_file_is_told(name: str, begun: FileSession) -> None:
    with begun:
        begun.path.unlink()
        begun.conversation.take(Answer(answer="Het laatste"))
        (problem,) = begun.move(begun.elsewhere(name)).says
        assert "kan niet geschreven worden" in problem.text
        assert begun.is_gone


def test_the_name_that_is_offered_is_free(begun: FileSession) -> None:
    usual = default_folder() / begun.path.name
    assert begun.elsewhere() == usual
    usual.parent.mkdir(parents=True)
    usual.touch()
    assert begun.elsewhere() == usual.with_name("school 2.lobgids")
    assert begun.elsewhere("mijn") == usual.with_name("mijn.lobgids")
    assert begun.elsewhere(str(begun.path.parent / "x")) == begun.path.with_name("x.lobgids")
    assert begun.elsewhere(str(begun.path.parent)) == begun.path


# In plain lines.


@pytest.mark.parametrize(("typed", "name"), [(THERE, THERE), ("elders", THERE), ("", "school.lobgids")])
def test_plain_lines_ask_where(typed: str, name: str, begun: FileSession) -> None:
    begun.path.unlink()
    told = " ".join(hold(begun, "Het laatste", typed, until="c01.situation").split())
    assert f"Typ een naam, of druk op Enter voor: {default_folder() / 'school.lobgids'}" in told
    assert "Je gesprek staat nu in" in told
    assert told.endswith(f"lobgids talk {default_folder() / name}")
    assert "Het laatste" in answers(default_folder() / name)


def test_plain_lines_that_end_take_the_usual_name(begun: FileSession) -> None:
    begun.path.unlink()
    told = hold(begun, until="assignment.asked")
    path = default_folder() / "school.lobgids"
    assert told.endswith(f"lobgids talk {path}\n")
    assert read(path).events[-1].kind == "paused"


def test_plain_lines_ask_again_and_name_no_file_that_is_not_there(begun: FileSession) -> None:
    begun.path.unlink()
    default_folder().parent.mkdir(parents=True, exist_ok=True)
    default_folder().write_text("in de weg", encoding="utf-8")
    told = hold(begun, "Het laatste", THERE, until="assignment.asked")
    assert told.count("Waar mag ik het gesprek bewaren?") == 2  # and once more the end of the input
    assert "lobgids talk" not in told
    assert "Let op: dit bestand is weg of veranderd." in told
    assert told.endswith(f"\n{begun.path}\n")


def test_a_finished_conversation_that_is_gone_is_not_named(begun: FileSession) -> None:
    stream = io.StringIO()
    with begun:
        go_on = begun.conversation
        go_on.take(Move(move="conclude"))
        go_on.take(Move(move="conclude"))
        assert go_on.ask is None
        begun.path.unlink()
        take_leave(begun, stream)
    assert "Je gesprek staat in" not in stream.getvalue()
    assert "is weg of veranderd" in stream.getvalue()


# In JSON.


def test_json_tells_and_saves_where_it_is_asked_to(begun: FileSession) -> None:
    begun.path.unlink()
    lines = [{"answer": "Het laatste"}, {"save": THERE, "x": 1}, {"save": THERE}, {"save": "y"}]
    told = exchange(begun, *(json.dumps(line).encode() + b"\n" for line in lines), until="c01.situation")
    path = default_folder() / THERE
    errors = [one["text"] for one in told if one["type"] == "error"]
    assert ["weg" in error for error in errors] == [True, False, False]
    assert f"Je gesprek staat nu in {path}." in [one["text"] for one in told if one["type"] == "say"]
    assert not default_folder().joinpath("y.lobgids").exists()  # it is not gone any more
    assert "Het laatste" in answers(path)


def test_json_that_pauses_can_save_too(begun: FileSession) -> None:
    begun.path.unlink()
    lines = [{"answer": "Het laatste"}, {"move": "pause"}, {"save": ""}, {"answer": "Niemand hoort dit"}]
    told = exchange(begun, *(json.dumps(line).encode() + b"\n" for line in lines))
    assert told[-1]["id"] == "pause"
    assert "Het laatste" in answers(default_folder() / "school.lobgids")


def test_json_that_ends_ends(begun: FileSession) -> None:
    begun.path.unlink()
    told = exchange(begun, until="assignment.asked")
    assert told[-1]["type"] == "error"
    assert not default_folder().exists()


# In the app.


def app_on(session: FileSession, content_in: ContentByLanguage, tmp_path: Path) -> LobgidsApp:
    return LobgidsApp(context(content_in, tmp_path), session)


async def press(pilot: AppPilot, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def test_the_chat_asks_where_and_goes_on(begun: FileSession, content_in: ContentByLanguage, tmp_path: Path) -> None:
    app = app_on(begun, content_in, tmp_path)

    async def steps(pilot: AppPilot) -> None:
        begun.path.unlink()
        await press(pilot, *"Laatste", "enter")
        assert isinstance(app.screen, PathScreen)
        assert "intussen veranderd of weg" in str(app.screen.query_one(Static).content)
        assert app.screen.query_one(Input).value == "school.lobgids"
        app.screen.query_one(Input).value = THERE
        await press(pilot, "enter")
        assert "Je gesprek staat nu in" in shown(app)
        assert app.screen.query_one(Words).text == ""
        assert begun.conversation.ask is not None
        assert begun.conversation.ask.id != "assignment.asked"

    with begun:
        play(app, steps)
    assert begun.path == default_folder() / THERE
    assert "Laatste" in answers(begun.path)


def test_the_chat_asks_again_where_a_name_is_taken(
    begun: FileSession, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    app = app_on(begun, content_in, tmp_path)
    taken = default_folder() / THERE
    taken.parent.mkdir(parents=True)
    taken.touch()

    async def steps(pilot: AppPilot) -> None:
        begun.path.unlink()
        await press(pilot, *"Laatste", "enter")
        app.screen.query_one(Input).value = THERE
        await press(pilot, "enter")
        assert isinstance(app.screen, PathScreen)
        assert "is er al. Kies een andere naam." in str(app.screen.query_one(Static).content)
        await press(pilot, "enter")
        assert not isinstance(app.screen, PathScreen)

    with begun:
        play(app, steps)
    assert taken.read_bytes() == b""
    assert "Laatste" in answers(default_folder() / "school.lobgids")


def test_leaving_the_chat_asks_where_once(begun: FileSession, content_in: ContentByLanguage, tmp_path: Path) -> None:
    app = app_on(begun, content_in, tmp_path)

    async def steps(pilot: AppPilot) -> None:
        begun.path.unlink()
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, PathScreen)
        await press(pilot, "escape")
        assert not app._exit
        await press(pilot, "ctrl+q", "ctrl+q")
        assert app._exit

    with begun:
        play(app, steps)
    assert not default_folder().exists()


def test_leaving_the_chat_with_a_name_saves_and_leaves(
    begun: FileSession, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    app = app_on(begun, content_in, tmp_path)

    async def steps(pilot: AppPilot) -> None:
        begun.path.unlink()
        await press(pilot, "ctrl+q")
        await press(pilot, "enter")
        assert app._exit

    with begun:
        play(app, steps)
    assert kinds(read(default_folder() / "school.lobgids").events)[-1] == "paused"


def kinds(events: list[Event]) -> list[str]:
    return [event.kind for event in events]


def test_the_projectors_screen_asks_where_and_goes_on(
    opened: Opened, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = opened(track="workshop", language="nl")
    go(session, "c06.situation")
    app = app_on(session, content_in, tmp_path)

    async def steps(pilot: AppPilot) -> None:
        for _ in range(20):
            if app.screen.query(Counts) and app.focused is not None:
                break
            await press(pilot, "pagedown")
        session.path.unlink()
        await press(pilot, "1", "right", "1", "right", "0", "right", "0", "pagedown")
        assert isinstance(app.screen, PathScreen)
        await press(pilot, "enter")
        assert session.conversation.ask is not None
        assert session.conversation.ask.id == "c06.reveal"

    with session:
        play(app, steps, (100, 30))
    kept = read(default_folder() / "school.lobgids").events
    assert kept[-1].kind == "voted"
    assert sum(kept[-1].value.values()) == 2
