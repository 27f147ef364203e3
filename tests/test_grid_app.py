"""A grid in the app, that of the themes: keys, a typed line and the mouse, at every size."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from lobgids.dialogue.protocol import Answer, Move
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.storage.reading import read
from lobgids.tui.app import LobgidsApp
from lobgids.tui.chat.grid import Grid
from lobgids.tui.chat.options import Options
from lobgids.tui.chat.rows import Rows
from lobgids.tui.chat.stream import Stream
from lobgids.tui.projector.screen import ProjectorScreen
from lobgids.tui.widgets.words import Words
from tests.conftest import go, sensible
from tests.fakes.app import AppPilot, chat_of, click_words, context, hold, ready, session_of, shown
from tests.fakes.grids import ASKED, SURE, rows_of_another_kind

Chat = Callable[..., LobgidsApp]


@pytest.fixture(autouse=True)
def themes(monkeypatch: pytest.MonkeyPatch, base: Any) -> list[str]:
    """The same order of options each time; the ids of the themes."""
    monkeypatch.setattr("lobgids.session.session.secrets.token_hex", lambda _bytes: "5eed")
    return [theme.id for theme in base.themes]


@pytest.fixture
def chat(opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path, themes: list[str]) -> Chat:
    """The app on a conversation at the grid."""

    def begin() -> LobgidsApp:
        session = opened(form="full", language="nl")
        go(session, themes[0])
        return LobgidsApp(context(content_in, tmp_path), session)

    return begin


async def press(pilot: AppPilot, *keys: str) -> None:
    """Press keys one by one: each is done with before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def chosen(app: App[Any]) -> dict[int, list[int]]:
    """The places of the options that are chosen in each row that is not open, by the place of the row."""
    ask = session_of(app).conversation.ask
    assert ask is not None
    places = {option.id: place for place, option in enumerate(ask.options)}
    rows = [row.id for row in ask.rows]
    value = app.screen.query_one(Grid).value
    return {rows.index(row): sorted(places[one] for one in ids or ()) for row, ids in value.items()}


def pointed(app: App[Any]) -> int | None:
    """The place of the row that is pointed at."""
    return app.screen.query_one(Rows).highlighted


def hint(app: App[Any]) -> str:
    """What stands in the empty line."""
    return str(app.screen.query_one(Words).placeholder)


def kept(app: App[Any], themes: list[str]) -> list[Any]:
    """What is kept of each row."""
    view = session_of(app).conversation.view
    return [view.state.value(theme) for theme in themes if view.is_answered(theme)]


def test_one_screen_has_all_rows(chat: Chat, base: Any) -> None:
    async def play(pilot: AppPilot) -> None:
        told = shown(pilot.app)
        assert ASKED in told
        assert "a De schoolleiding" in told
        assert not pilot.app.screen.query_one(Options).display
        assert all(theme.row in told for theme in base.themes)
        assert pointed(pilot.app) == 0

    hold(chat(), play, (120, 60))


def test_letters_choose_several_in_a_row_and_arrows_go_on(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, "a", "c", "a", "d", "down", "down", "up", "b")
        assert (chosen(app), pointed(app)) == ({0: [2, 3], 1: [1]}, 1)
        assert "► De teamleider; De decaan" in shown(app)
        await press(pilot, "delete", "up", "up", "h")  # 'nobody' stands alone
        assert chosen(app) == {0: [7]}
        await press(pilot, "b")
        assert chosen(app) == {0: [1]}
        assert not app.screen.query_one(Words).text

    hold(chat(), play)


@pytest.mark.parametrize("kind", ["choice", "scale"])
def test_where_one_fits_a_letter_goes_on_to_the_next_row(
    chat: Chat, themes: list[str], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    rows_of_another_kind(monkeypatch, kind=kind, options=SURE)

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"abcd" * 3, "a", "enter")
        given = kept(pilot.app, themes)
        assert [str(value)[-1] for value in given] == list("1234" * 3 + "1")

    hold(chat(), play)


def test_a_typed_line_shows_at_once_and_is_taken_with_enter(chat: Chat, themes: list[str]) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, "h", *"2bc", "space", *"13a")
        assert "De mentor" not in shown(app).partition("► ")[2]
        assert "13 ✓" in shown(app)  # scrolled to
        assert chosen(app) == {0: [7]}
        await press(pilot, "enter")
        assert chosen(app) == {0: [7], 1: [1, 2], 12: [0]}
        assert not app.screen.query_one(Words).text
        assert "Nog 10 regels open" in hint(app)
        assert not kept(app, themes)
        await press(pilot, *"3? 4d 5d 6d 7d 8d 9d 10d 11d 12d".replace(" ", ","), "enter")
        assert kept(app, themes)[:5] == [
            ["doer.nobody"],
            ["doer.deputy", "doer.team_leader"],
            None,
            *[["doer.decaan"]] * 2,
        ]

    hold(chat(), play)


def test_a_line_goes_before_what_was_chosen_as_long_as_it_stands(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await press(pilot, "a", *"1b")
        assert "► Een adjunct" in shown(pilot.app)
        await press(pilot, "backspace", "backspace")
        assert "► De schoolleiding" in shown(pilot.app)

    hold(chat(), play)


def test_rows_stay_open_only_when_that_was_said_twice(chat: Chat, themes: list[str]) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, "enter", "enter")
        assert "Nog niets gekozen" in hint(app)
        await press(pilot, "d", "enter")
        assert hint(app) == f"Nog {len(themes) - 1} regels open. Nog niet bekend? Druk nog eens op Enter"
        assert pointed(app) == 1
        await press(pilot, "e", "enter")  # one more choice, so it is asked once more
        assert not kept(app, themes)
        await press(pilot, "enter")
        assert kept(app, themes) == [["doer.decaan"], ["doer.mentor"], *[None] * (len(themes) - 2)]

    hold(chat(), play)


def test_with_nothing_pointed_at_letters_are_words(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, "a", "escape", *"bron", "enter")
        assert chosen(app) == {0: [0]}
        assert "LOB en professionaliseren" in shown(app)
        await press(pilot, "down")
        assert pointed(app) is not None
        await press(pilot, *"2 bij ons iedereen", "enter")
        assert session_of(app).events[-1].kind == "noted"
        assert chosen(app) == {0: [0]}

    hold(chat(), play)


def test_help_tells_how_a_grid_is_answered(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await press(pilot, "f1")
        assert "Antwoorden bij meer regels ineens typen" in shown(pilot.app)

    hold(chat(), play, (120, 36))


def test_the_mouse_points_and_chooses(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await click_words(pilot, Rows, " 2 ")
        assert pointed(app) == 1
        assert await pilot.click(".letters", offset=(0, 1))
        assert chosen(app) == {1: [3]}
        assert await pilot.click("#send")
        await pilot.pause()
        assert "Nog 12 regels open" in hint(app)

    hold(chat(), play)


def test_what_was_begun_stays_in_another_language(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await press(pilot, "a", "down", "c", "ctrl+l")
        ask = session_of(pilot.app).conversation.ask
        assert ask
        assert f"a {ask.options[0].text}" in shown(pilot.app)
        assert "Who usually does this?" in shown(pilot.app)  # what was asked was a grid
        assert chosen(pilot.app) == {0: [0], 1: [2]}
        assert len(pilot.app.screen.query(Grid)) == 1

    hold(chat(), play)


def test_keys_that_follow_at_once_are_not_lost(chat: Chat, themes: list[str]) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await pilot.press(*"ab", "down", "c", "enter", "enter")
        await pilot.pause()
        assert kept(app, themes)[:2] == [["doer.leadership", "doer.deputy"], ["doer.team_leader"]]

    hold(chat(), play)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 36), (200, 60)])
def test_the_line_and_the_row_pointed_at_are_in_sight_at_every_size(chat: Chat, size: tuple[int, int]) -> None:
    async def play(pilot: AppPilot) -> None:
        await press(pilot, *["down"] * 20)
        screen = pilot.app.screen
        assert pointed(pilot.app) == 12
        assert "13 ◦" in shown(pilot.app)
        assert screen.query_one(Words).region.bottom < size[1]
        assert screen.query_one(Words).region.height

    hold(chat(), play, size)


def test_back_brings_the_grid_with_what_was_chosen(chat: Chat, themes: list[str]) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, "d", "enter", "enter")
        assert not app.screen.query(Grid)
        await press(pilot, "f2")
        assert not kept(app, themes)
        assert (chosen(app), pointed(app)) == ({0: [3]}, 1)
        assert shown(app).count("Teruggenomen") <= 1

    hold(chat(), play)


def test_a_conversation_opened_again_shows_what_it_showed(
    chat: Chat, opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path
) -> None:
    told: list[list[str]] = []

    async def play(pilot: AppPilot) -> None:
        if not told:
            await press(pilot, "d", "e", "enter", "enter")
        told.append([turn.entry.text for turn in pilot.app.screen.query_one(Stream).turns])

    app = chat()
    hold(app, play)
    assert app.session
    app.session.__exit__()
    hold(LobgidsApp(context(content_in, tmp_path), opened()), play)
    answer = [text for text in told[0] if text.startswith("- ")][-1]
    for turns in told:
        place = turns.index(answer)
        assert turns[place - 1] == ASKED
    assert told[0][-1] == told[1][-1]  # what belongs to the open question
    assert told[0][-2] == told[1][-3]  # before the greeting of who comes back


def test_how_a_grid_looks(chat: Chat, snap_compare: Callable[..., bool]) -> None:
    async def play(pilot: AppPilot) -> None:
        await ready(pilot)
        await press(pilot, "a", "b", "down", "down", "h", "2", "c", "enter")

    assert snap_compare(chat(), terminal_size=(80, 24), run_before=play)


def test_a_row_is_changed_by_itself(chat: Chat, themes: list[str]) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, *",".join(f"{row + 1}d" for row in range(len(themes))), "enter")
        session_of(app).conversation.take(Move(move="edit", to=themes[3]))
        await app.screen.show_anew()  # type: ignore[attr-defined]
        await pilot.pause()
        assert not app.screen.query(Grid)
        assert app.screen.query_one(Options).display
        await press(pilot, *"e", "enter")
        assert kept(app, themes)[3] == ["doer.mentor"]

    hold(chat(), play)


def test_the_answer_stands_in_the_conversation_row_by_row(chat: Chat, base: Any) -> None:
    async def play(pilot: AppPilot) -> None:
        await press(pilot, "a", "enter", "enter")
        told = [turn.entry.text for turn in pilot.app.screen.query_one(Stream).turns]
        assert any(text.startswith(f"- {base.themes[0].row}: De schoolleiding\n- ") for text in told)
        assert ASKED in told

    hold(chat(), play)


def test_a_group_talks_about_one_row_at_a_time(
    opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path, base: Any
) -> None:
    session = opened(track="workshop", language="nl")
    first = next(theme.id for theme in base.themes if theme.short)
    while (ask := session.conversation.ask) and ask.id != first:
        answers: dict[str, Any] = {"setup.people": 13, "setup.roles": {"mentor": 13}, "setup.time": "time.120"}
        session.conversation.take(Answer(answer=answers.get(ask.id, sensible(ask))))

    async def play(pilot: AppPilot) -> None:
        assert isinstance(pilot.app.screen, ProjectorScreen)
        assert session.conversation.ask
        assert session.conversation.ask.kind == "multi"

    hold(LobgidsApp(context(content_in, tmp_path), session), play)


def test_rows_that_were_chosen_are_kept_when_one_leaves(chat: Chat, themes: list[str]) -> None:
    paths: list[Path] = []

    async def play(pilot: AppPilot) -> None:
        paths.append(session_of(pilot.app).path)
        await press(pilot, "d", "down", "e", "ctrl+q")

    hold(chat(), play)
    first, second, last = read(paths[0]).events[-3:]
    assert (first.ask, first.value) == (themes[0], ["doer.decaan"])
    assert (second.ask, second.value) == (themes[1], ["doer.mentor"])
    assert last.kind == "paused"


def test_rows_that_were_chosen_stand_there_when_one_comes_back(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, "d", "down", "e", "f2")
        before = session_of(app).conversation.ask
        assert before is not None
        assert await chat_of(app).give(Answer(answer=sensible(before)))
        await ready(pilot)
        assert chosen(app) == {0: [3], 1: [4]}

    hold(chat(), play)


def test_letters_that_begin_a_word_choose_nothing(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, "c", "down", "up", *"de", "space", *"mentor")
        assert app.screen.query_one(Words).text == "de mentor"
        assert chosen(app) == {0: [2]}

    hold(chat(), play)


def test_an_arrow_takes_the_line_into_the_rows(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, *"1d", "down", "e")
        assert (chosen(app), pointed(app)) == ({0: [3], 1: [4]}, 1)
        assert not app.screen.query_one(Words).text

    hold(chat(), play)
