"""The chat, used as a person uses it: with the keyboard, with the mouse, and with all that can go wrong."""

import errno
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.command import CommandList
from textual.widgets import Static

from lobgids.dialogue.protocol import Answer, Ask, Move
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.storage.preferences import read
from lobgids.text import clean
from lobgids.tui.app import LobgidsApp
from lobgids.tui.app_commands import COMMANDS
from lobgids.tui.chat.hinting import MOST
from lobgids.tui.chat.options import Options
from lobgids.tui.chat.panel import Panel
from lobgids.tui.chat.screen import ChatScreen
from lobgids.tui.chat.stream import Stream
from lobgids.tui.sheets.help import HelpScreen
from lobgids.tui.sheets.report import ReportScreen
from lobgids.tui.sheets.turn import TurnScreen
from lobgids.tui.sheets.words import WordsScreen
from lobgids.tui.widgets.hints import Hints
from lobgids.tui.widgets.words import Words
from tests.conftest import go, sensible
from tests.fakes.app import (
    AppPilot,
    by_keyboard,
    by_mouse,
    chat_of,
    click_option,
    click_words,
    context,
    hold,
    session_of,
    shown,
)

Opened = Callable[..., FileSession]
Chat = Callable[..., LobgidsApp]
MOST_TURNS = 120


@pytest.fixture
def chat(opened: Opened, content_in: ContentByLanguage, tmp_path: Path) -> Callable[..., LobgidsApp]:
    """The app on a conversation, as far as a question: chat(until="c02.situation", theme="light")."""

    def begin(until: str = "", form: str = "full", language: str = "nl", **preferences: Any) -> LobgidsApp:
        session = opened(form=form, language=language)
        if until:
            go(session, until)
        return LobgidsApp(context(content_in, tmp_path, language, **preferences), session)

    return begin


def standing(app: LobgidsApp) -> str:
    """What the side panel says."""
    return str(app.screen.query_one("#standing", Static).content)


def told(app: LobgidsApp) -> list[str]:
    """What stands in the stream."""
    return [turn.entry.text for turn in app.screen.query_one(Stream).turns]


def asked(app: LobgidsApp) -> Ask:
    """The open question."""
    ask = session_of(app).conversation.ask
    assert ask is not None
    return ask


def typed(app: LobgidsApp) -> str:
    """What stands in the line for own words."""
    return app.screen.query_one(Words).text


async def press(pilot: AppPilot, *keys: str) -> None:
    """Press keys, and wait until all they do is done."""
    await pilot.press(*keys)
    await pilot.pause()


async def paste(pilot: AppPilot, text: str) -> None:
    """Paste as a terminal does: to what has the keyboard."""
    focused = pilot.app.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await pilot.pause()


@pytest.mark.parametrize(("answer", "size"), [(by_keyboard, (80, 24)), (by_keyboard, (40, 12)), (by_mouse, (120, 36))])
def test_a_whole_conversation(answer: Callable[[AppPilot], Awaitable[None]], size: tuple[int, int], chat: Chat) -> None:
    app = chat(form="short")
    chapters: list[str] = []

    async def play(pilot: AppPilot) -> None:
        for _ in range(MOST_TURNS):
            ask = session_of(app).conversation.ask
            if ask is None:
                return
            chapters.append(ask.chapter)
            await answer(pilot)
            now = session_of(app).conversation.ask
            assert now is None or now.id != ask.id, f"{ask.id} was not answered"
        raise AssertionError("the conversation does not end")

    hold(app, play, size)
    assert list(dict.fromkeys(chapters)) == [
        "welcome", "assignment", "pillar", "roles", "picture", "ambition", "competences", "advice", "closing"
    ]  # fmt: skip


# Own words.


def test_own_words_grow_and_are_sent_with_enter(chat: Chat) -> None:
    app = chat(until="assignment.asked")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"een", "ctrl+j", *"twee", "shift+enter", *"drie")
        assert app.screen.query_one(Words).size.height == 3
        assert asked(app).id == "assignment.asked"
        await press(pilot, "enter")
        assert session_of(app).conversation.view.state.value("assignment.asked") == "een\ntwee\ndrie"
        assert typed(app) == ""

    hold(app, play)


def test_keys_that_choose_nothing_begin_own_words(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"Bij ons", "enter")
        assert "Bij ons" in told(app)
        assert asked(app).id == "c01.situation"
        await press(pilot, "down", "comma", *"maar anders", "enter")
        assert asked(app).id == "c02.situation"
        assert any("maar anders" in text for text in told(app))

    hold(app, play)


@pytest.mark.parametrize("burst", ["De Beuk", "een mentor doet het", "/ga naar 5", "b, maar anders"])
def test_keys_that_come_all_at_once_stay_in_order(burst: str, chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        for character in burst:
            name = {" ": "space", ",": "comma", "/": "slash"}.get(character, character)
            app.post_message(events.Key(name, character))
        await pilot.pause()
        await pilot.pause()
        assert typed(app) == burst
        assert asked(app).id == "c01.situation"
        assert app.focused is app.screen.query_one(Words)

    hold(app, play)


def test_a_question_mark_at_the_options_asks_for_help(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)

    hold(app, play)


@pytest.mark.parametrize("pasted", ["[red]x[/red]", "\x1b[31mrood\x1b[0m", "a\u202eb", "\x00", "1\r\n2", "\x9b31m"])
def test_what_is_pasted_is_text(pasted: str, chat: Chat) -> None:
    app = chat(until="assignment.asked")

    async def play(pilot: AppPilot) -> None:
        await paste(pilot, f"begin {pasted} einde")
        assert asked(app).id == "assignment.asked"
        await press(pilot, "enter")
        shown = app.export_screenshot()
        assert clean(f"begin {pasted} einde") in told(app)
        assert not set(shown) & set("\x1b\u202e\x00\x9b")

    hold(app, play)


def test_pasting_at_the_options_goes_into_the_line(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await paste(pilot, "b en c")
        assert typed(app) == "b en c"
        assert asked(app).id == "c01.situation"

    hold(app, play)


def test_a_book_is_not_pasted(chat: Chat) -> None:
    app = chat(until="assignment.asked")

    async def play(pilot: AppPilot) -> None:
        await paste(pilot, "boek " * 100_000)
        assert typed(app) == ""
        assert "4000" in shown(app)

    hold(app, play)


# Moves.


def test_every_deed_has_a_key_a_word_and_a_place_in_the_palette_and_those_needed_most_a_hint(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        row = app.screen.query_one(Hints).render_line(0).text
        assert all((command.shown in row) is (place < MOST) for place, command in enumerate(COMMANDS))
        await press(pilot, "ctrl+p")
        palette = [str(option.prompt) for option in app.screen.query_one(CommandList).options]
        assert all(any(command.full in line for line in palette) for command in COMMANDS if command.name != "palette")

    hold(app, play, (300, 60))
    assert len({command.key for command in COMMANDS}) == len(COMMANDS)
    plain = {"back": "terug", "skip": "weet niet", "example": "andere woorden", "why": "waarom", "source": "bron",
             "note": "notitie", "conclude": "naar het beeld"}  # fmt: skip
    assert all(command.words or command.name in plain for command in COMMANDS)


def test_moves_that_only_tell_leave_the_question(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        before = session_of(app).path.read_bytes()
        for key in ("f4", "f5", "f6"):
            count = len(told(app))
            await press(pilot, key)
            assert len(told(app)) >= count + 2  # what was typed, and what is told
        assert asked(app).id == "c01.situation"
        assert session_of(app).path.read_bytes() == before

    hold(app, play)


def test_back_shows_the_answer_that_stood(chat: Chat) -> None:
    app = chat(until="c02.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "f2")
        assert asked(app).id == "c01.situation"
        await press(pilot, *"terug", "enter")
        assert asked(app).id != "c01.situation"

    hold(app, play)


def test_the_language_changes_in_the_middle_of_a_question(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        question = asked(app).text
        await press(pilot, *"half")
        await press(pilot, "ctrl+l")
        assert asked(app).id == "c01.situation"
        assert asked(app).text != question
        assert typed(app) == "half"
        assert any(text.startswith("Hello, I am lobgids") for text in told(app)) or len(told(app)) > 5
        assert not any("jullie" in text for text in told(app))
        await press(pilot, "ctrl+l")
        assert asked(app).text == question

    hold(app, play)


def test_a_note_is_kept_with_its_question(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "f7", *"vraag Anna", "enter")
        assert [note.text for note in session_of(app).conversation.view.state.notes] == ["vraag Anna"]
        assert asked(app).id == "c01.situation"

    hold(app, play)


def test_leaving_keeps_what_was_typed_and_not_sent(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"Ik wil nog", "ctrl+q")

    hold(app, play)
    assert app.return_value is app.session
    assert app.session is not None
    assert [event.kind for event in app.session.events[-2:]] == ["noted", "paused"]
    assert app.session.events[-2].value == {"text": "Ik wil nog"}


def test_ctrl_c_says_how_one_stops(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "ctrl+c")
        assert "Ctrl+Q" in shown(app)
        assert asked(app).id == "c01.situation"

    hold(app, play)


# The panel.


def test_no_direction_before_the_picture_but_after_a_warning(chat: Chat) -> None:
    app = chat(until="c05.situation")

    async def play(pilot: AppPilot) -> None:
        assert "vakkenschool" not in standing(app)
        assert "gezien" in standing(app)
        await press(pilot, "ctrl+r")
        await press(pilot, "down", "enter")
        assert "vakkenschool" not in standing(app)
        await press(pilot, "ctrl+r", "enter")
        assert "vakkenschool" in standing(app)
        await press(pilot, "ctrl+r")
        assert "vakkenschool" not in standing(app)

    hold(app, play, (120, 36))


@pytest.mark.parametrize(("direction", "before", "after"), [("picture", 0, 1), ("always", 1, 1), ("never", 0, 0)])
def test_when_the_direction_shows_is_a_setting(direction: str, before: int, after: int, chat: Chat) -> None:
    for until, count in (("c05.situation", before), ("picture.agree", after)):
        app = chat(until=until, direction=direction)

        async def play(_pilot: AppPilot, app: LobgidsApp = app, count: int = count) -> None:
            assert ("vakkenschool" in standing(app)) == bool(count)

        hold(app, play, (120, 36))
        assert app.session is not None
        app.session.__exit__()


def test_a_narrow_terminal_gets_the_panel_over_the_talk(chat: Chat) -> None:
    app = chat(until="c05.situation")

    async def play(pilot: AppPilot) -> None:
        panel = app.screen.query_one(Panel)
        assert not panel.display
        await press(pilot, "f9")
        assert panel.display
        assert panel.region.right == 80
        assert "gezien" in standing(app)
        await press(pilot, "escape")
        assert not panel.display
        await press(pilot, "1", "enter")
        assert asked(app).id == "c06.situation"

    hold(app, play)


# What can go wrong.


def test_a_terminal_of_one_cell(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "b", "enter")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "a", "enter")
        assert asked(app).id == "c03.situation"

    hold(app, play, (1, 1))


def test_a_full_disk_in_the_middle_of_an_answer(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    app = chat(until="assignment.asked")

    async def play(pilot: AppPilot) -> None:
        before = session_of(app).path.read_bytes()
        with monkeypatch.context() as disk:
            disk.setattr(os, "write", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
            await press(pilot, *"Alles", "enter")
            assert app.screen.query_one(Stream).turns[-1].entry.who == "problem"
            assert typed(app) == "Alles"
            assert asked(app).id == "assignment.asked"
        assert session_of(app).path.read_bytes() == before
        await press(pilot, "enter")
        assert session_of(app).conversation.view.state.value("assignment.asked") == "Alles"

    hold(app, play)


def test_trouble_in_the_settings_is_told_once(opened: Opened, content_in: ContentByLanguage, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "purple"}', encoding="utf-8")
    preferences, troubles = read(path)
    given = context(content_in, tmp_path)._replace(preferences=preferences, troubles=troubles)
    app = LobgidsApp(given, opened(form="full", language="nl"))

    async def play(pilot: AppPilot) -> None:
        assert "purple" in shown(app)
        await press(pilot, *"Kompas", "enter")
        assert asked(app).id == "welcome.part"

    hold(app, play, (120, 36))


def test_what_a_chapter_begins_with_is_not_said_twice_on_coming_back(chat: Chat) -> None:
    app = chat(until="assignment.asked")

    async def play(_pilot: AppPilot) -> None:
        assert sum("Eerst iets over je opdracht" in text for text in told(app)) == 1
        assert any("Fijn dat je er weer bent" in text for text in told(app))

    hold(app, play)


def test_a_long_conversation_opens_at_its_end_and_scrolls_to_its_begin(
    opened: Opened, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    session = opened(form="full", language="nl")
    go(session, "c01.situation")
    for number in range(500):
        session.conversation.take(Move(move="note", text=f"notitie {number}"))
    app = LobgidsApp(context(content_in, tmp_path), session)

    async def play(pilot: AppPilot) -> None:
        stream = app.screen.query_one(Stream)
        assert len(stream.turns) < 60
        assert "notitie 499" in " ".join(told(app))
        await press(pilot, "shift+tab", "shift+tab") if app.focused is not stream else None
        stream.scroll_home(animate=False, immediate=True)
        await stream.show_earlier(0)
        await pilot.pause()
        assert told(app)[0].startswith("Dag, ik ben lobgids")
        stream.scroll_end(animate=False, immediate=True)
        await press(pilot, "f7", *"nog een", "enter")
        assert len(stream.turns) < 60

    hold(app, play)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_after_a_long_text_that_was_read_to_its_end_the_own_answer_is_in_view(
    size: tuple[int, int], chat: Chat
) -> None:
    app = chat(until="picture.agree")

    async def play(pilot: AppPilot) -> None:
        for _ in range(12):
            await press(pilot, "pagedown")
        await chat_of(app).give(Answer(answer="picture.yes"))
        await pilot.pause()
        stream = app.screen.query_one(Stream)
        own = next(turn for turn in reversed(stream.turns) if turn.entry.who == "person")
        assert stream.scroll_y <= own.virtual_region.y
        assert own.virtual_region.bottom <= stream.scroll_y + stream.size.height

    hold(app, play, size)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
def test_the_mark_of_the_turn_one_points_at_covers_no_letter(size: tuple[int, int], chat: Chat) -> None:
    app = chat(until="c05.situation")

    async def play(pilot: AppPilot) -> None:
        app.screen.query_one(Stream).focus()
        for _ in range(6):
            await press(pilot, "up")
            cursor = app.screen.query_one(Stream).cursor
            assert cursor is not None
            assert cursor.entry.text.split()[0] in shown(app)

    hold(app, play, size)


def test_a_resize_keeps_the_place(chat: Chat) -> None:
    app = chat(until="picture.agree")

    async def play(pilot: AppPilot) -> None:
        stream = app.screen.query_one(Stream)

        def top() -> str:
            return next(turn.entry.text for turn in stream.turns if turn.virtual_region.bottom > stream.scroll_y)

        for _ in range(4):
            await press(pilot, "pageup")
        place = top()
        for size in ((120, 36), (60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert top() == place

    hold(app, play)


@pytest.mark.parametrize(("wish", "colours"), [("1", False), ("", True)])
def test_no_colour_where_none_is_wanted(wish: str, colours: bool, chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", wish)
    app = chat(until="welcome.part")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "down", "down")
        segments = [segment for row in app.screen._compositor.render_strips() for segment in row]
        drawn = {segment.style.color.name for segment in segments if segment.style and segment.style.color}
        assert (drawn - {"default"} != set()) == colours
        row = next(segment for segment in segments if "Een locatie" in segment.text)
        assert row.style is not None
        assert bool(row.style.underline) != colours

    hold(app, play)


def test_a_list_that_fits_has_no_scroll_bar(chat: Chat) -> None:
    app = chat(until="c05.situation")

    async def play(pilot: AppPilot) -> None:
        await pilot.pause()
        options = app.screen.query_one(Options)
        assert options.size.height == options.virtual_size.height
        assert not options.show_vertical_scrollbar
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert options.show_vertical_scrollbar

    hold(app, play)


# What opens over the chat, and what comes of it.


async def to_turn(pilot: AppPilot, text: str) -> None:
    """Put the keyboard at the turn of the person that says this, from the options: two steps back, then up."""
    stream = pilot.app.screen.query_one(Stream)
    await press(pilot, "shift+tab")
    assert pilot.app.focused is stream
    for _ in range(100):
        if stream.cursor and stream.cursor.entry.who == "person" and text in stream.cursor.entry.text:
            return
        await press(pilot, "up")
    pytest.fail(f"nobody said: {text}")


def test_an_answer_is_changed_from_the_transcript(chat: Chat) -> None:
    app, seen = chat(until="visie-en-beleid.summary"), "visie-en-beleid.seen"

    async def play(pilot: AppPilot) -> None:
        await to_turn(pilot, "Jullie willen dat leerlingen")
        await press(pilot, "enter")
        assert isinstance(app.screen, TurnScreen)
        await press(pilot, "down", "enter")
        assert asked(app).id == seen
        await press(pilot, "e", "enter")
        assert session_of(app).conversation.view.state.value(seen) == ["seen.none"]
        assert asked(app).id == "visie-en-beleid.basis"

    hold(app, play)


def test_after_the_picture_a_change_shows_what_it_changes_before_it_is_kept(chat: Chat) -> None:
    app = chat(until="picture.go_on")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "f8", "1", "enter")
        assert asked(app).id == "c01.situation"
        before = session_of(app).conversation.view.state.value("c01.situation")
        await press(pilot, "b", "enter")
        assert asked(app).id == "edit.keep"
        assert session_of(app).conversation.view.state.value("c01.situation") == before
        await press(pilot, "b", "enter")
        assert session_of(app).conversation.view.state.value("c01.situation") == before

    hold(app, play)


def test_going_back_to_an_answer_takes_back_what_came_after(chat: Chat) -> None:
    app = chat(until="visie-en-beleid.summary")

    async def play(pilot: AppPilot) -> None:
        count = len(session_of(app).conversation.view.state.answers)
        await to_turn(pilot, "Jullie willen dat leerlingen")
        await press(pilot, "enter")
        await press(pilot, "down", "down", "enter")
        assert asked(app).id == "visie-en-beleid.seen"
        assert len(session_of(app).conversation.view.state.answers) == count - 1

    hold(app, play)


def test_a_turn_is_copied_as_it_was_said(chat: Chat) -> None:
    app = chat(until="assignment.results")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"[b]twee regels", "ctrl+j", *"hier", "enter")
        await to_turn(pilot, "twee regels")
        await press(pilot, "enter", "enter")
        assert app.clipboard == "[b]twee regels\nhier"

    hold(app, play)


def test_searching_leads_to_where_it_was_said(opened: Opened, content_in: ContentByLanguage, tmp_path: Path) -> None:
    session = opened(form="full", language="nl")
    go(session, "c01.situation")
    for number in range(60):
        session.conversation.take(Move(move="note", text=f"notitie {number}"))
    app = LobgidsApp(context(content_in, tmp_path), session)

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "ctrl+f", *"notitie 7", "enter")
        for _ in range(100):  # the list is drawn, left and the stream moved, each when there is time for it
            await pilot.pause()
            cursor = app.screen.query_one(Stream).cursor if isinstance(app.screen, ChatScreen) else None
            if cursor and cursor.entry.text.endswith("notitie 7"):
                break
        assert cursor is not None
        assert cursor.entry.text.endswith("notitie 7")

    hold(app, play)


def test_a_marked_word_explains_itself_on_a_click(chat: Chat) -> None:
    app = chat(until="")

    async def play(pilot: AppPilot) -> None:
        first = app.screen.query_one(Stream).turns[0]
        column = first.render_line(0).text.index("LOB")
        await pilot.click(first, offset=(column + first.gutter.left, 0))
        await pilot.pause()
        assert isinstance(app.screen, WordsScreen)
        assert "Loopbaanoriëntatie" in shown(app)
        await press(pilot, "escape")
        await pilot.click(first, offset=(0, 0))
        await pilot.pause()
        assert isinstance(app.screen, TurnScreen)

    hold(app, play)


@pytest.mark.parametrize(("typed", "meaning"), [("roc", "Een grote school voor mbo"), ("kb", "Twee leerwegen")])
def test_the_word_that_was_typed_is_explained_and_not_one_that_holds_it(chat: Chat, typed: str, meaning: str) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "ctrl+t", *typed)
        assert meaning in shown(app)

    hold(app, play)


def test_settings_hold_at_once_and_at_the_next_start(chat: Chat, tmp_path: Path) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, "ctrl+o", "down", "right")
        await press(pilot, *["down"] * 5, "enter")
        assert app.theme == "lobgids-light"

    hold(app, play)
    preferences, troubles = read(tmp_path / "settings.json")
    assert (preferences.theme, troubles) == ("light", ())


def test_the_palette_by_mouse(chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await click_words(pilot, Hints, "Ctrl+P")
        await pilot.pause()
        commands = app.screen.query_one(CommandList)
        row = next(row for row in range(commands.size.height) if "Weet niet" in commands.render_line(row).text)
        await pilot.click(CommandList, offset=(4, row + commands.gutter.top))
        await pilot.pause()
        assert asked(app).id == "c02.situation"

    hold(app, play)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12), (55, 20)])
def test_no_option_is_cut_by_the_scroll_bar(size: tuple[int, int], chat: Chat) -> None:
    app = chat(until="evaluation.result", language="en")

    async def play(pilot: AppPilot) -> None:
        await pilot.pause()
        options = app.screen.query_one(Options)
        read_: list[str] = []
        for top in range(options.virtual_size.height):
            options.scroll_to(y=top, animate=False, immediate=True)
            await pilot.pause()
            read_ += options.render_line(top - round(options.scroll_y)).text.split()
        assert [word for option in asked(app).options for word in option.text.split() if word not in read_] == []
        width = options.scrollable_content_region.width
        assert all(options.render_line(row).cell_length == width for row in range(options.size.height))

    hold(app, play, size)


def test_a_finished_conversation_gives_its_result(
    opened: Opened, content_in: ContentByLanguage, tmp_path: Path
) -> None:
    with opened(form="short", language="nl") as session:
        while ask := session.conversation.ask:
            session.conversation.take(Answer(answer=sensible(ask)))
    app = LobgidsApp(context(content_in, tmp_path), opened())

    async def play(pilot: AppPilot) -> None:
        assert any(text.startswith("Het plan:") for text in told(app))
        assert "de activerende school" in " ".join(told(app))
        await press(pilot, "f2")
        assert asked(app).id == "closing.look_back"

    hold(app, play)


@pytest.fixture
def finished(chat: Chat) -> LobgidsApp:
    """The app on a short conversation that has one question left."""
    return chat(until="closing.look_back", form="short")


async def finish(pilot: AppPilot) -> None:
    """Answer the last question."""
    await by_mouse(pilot)
    assert session_of(pilot.app).conversation.ask is None


def question(app: LobgidsApp) -> str:
    """The question that is on screen."""
    return str(app.screen.query_one("#question", Static).content)


def test_at_the_end_one_hears_what_was_found_and_what_one_can_do(finished: LobgidsApp) -> None:
    async def play(pilot: AppPilot) -> None:
        await finish(pilot)
        said = "\n".join(told(finished))
        for begin in (
            "Dit is je plan:",
            " kijk je terug.",
            "Dank je wel voor je verhaal.",
        ):
            assert begin in said
        assert question(finished) == "Wat wil je nu doen?"
        assert "Verder met het lange gesprek" in shown(finished)
        bar = finished.screen.query_one(Hints).render_line(0).text
        assert "Verslag" in bar
        assert "Weet niet" not in bar
        assert "Anders gezegd" not in bar

    hold(finished, play, (120, 36))


def test_at_the_end_a_report_is_made(finished: LobgidsApp) -> None:
    async def play(pilot: AppPilot) -> None:
        await finish(pilot)
        await click_option(pilot, 0)
        await pilot.pause()
        assert isinstance(finished.screen, ReportScreen)
        await press(pilot, "escape")
        assert question(finished) == "Wat wil je nu doen?"

    hold(finished, play)


def test_at_the_end_one_goes_on_with_the_long_conversation_and_back(finished: LobgidsApp) -> None:
    async def play(pilot: AppPilot) -> None:
        await finish(pilot)
        await click_option(pilot, 1)
        await pilot.pause()
        assert "Dan gaan we verder met het lange gesprek." in "\n".join(told(finished))
        assert asked(finished).id == "assignment.results"
        await press(pilot, "f2")
        assert question(finished) == "Wat wil je nu doen?"

    hold(finished, play)


def test_at_the_end_one_stops(finished: LobgidsApp) -> None:
    async def play(pilot: AppPilot) -> None:
        await finish(pilot)
        await click_option(pilot, 2)
        await pilot.pause()

    hold(finished, play)
    assert finished.return_value is finished.session
    assert finished.session is not None
    assert finished.session.events[-1].kind != "paused"


def test_after_the_end_one_goes_to_any_component(finished: LobgidsApp) -> None:
    async def play(pilot: AppPilot) -> None:
        await finish(pilot)
        for number in ("1", "2"):
            await press(pilot, "f8", number, "enter")
            assert asked(finished).id == f"c0{number}.situation"
            await press(pilot, "f8", "home", "enter")
            assert question(finished) == "Wat wil je nu doen?"
        assert not any(turn.entry.who == "problem" for turn in finished.screen.query_one(Stream).turns)

    hold(finished, play)


@pytest.mark.parametrize("typed_", ["verslag", "/verslag"])
def test_at_the_end_a_word_does_what_it_says(typed_: str, finished: LobgidsApp) -> None:
    async def play(pilot: AppPilot) -> None:
        await finish(pilot)
        await paste(pilot, typed_)
        await press(pilot, "enter")
        assert isinstance(finished.screen, ReportScreen)

    hold(finished, play)


@pytest.mark.parametrize("over", ["f1", "ctrl+t", "ctrl+p"])
def test_leaving_from_what_lies_over_the_chat_keeps_all_too(over: str, chat: Chat) -> None:
    app = chat(until="c01.situation")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"Nog dit", over)
        await press(pilot, "ctrl+q")

    hold(app, play)
    assert app.return_value is app.session
    assert app.session is not None
    assert [event.kind for event in app.session.events[-2:]] == ["noted", "paused"]


def test_the_word_for_pausing_does_the_same_as_the_key(chat: Chat) -> None:
    app = chat(until="assignment.asked")

    async def play(pilot: AppPilot) -> None:
        await press(pilot, *"/pauze", "enter")

    hold(app, play)
    assert app.return_value is app.session


def test_what_cannot_be_kept_is_told_once_before_one_leaves(chat: Chat) -> None:
    app = chat(until="assignment.asked")

    async def play(pilot: AppPilot) -> None:
        await paste(pilot, "a" * 3000)
        await paste(pilot, "b" * 3000)
        await press(pilot, "ctrl+q")
        assert app.screen.query_one(Stream).turns[-1].entry.who == "problem"
        assert len(typed(app)) == 6000
        assert app.return_value is None
        await press(pilot, "ctrl+q")

    hold(app, play)
    assert app.return_value is app.session
