"""A form of fields in the app, that of an action in the plan: keys, a typed line and the mouse, at every size."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Static

from lobgids.dialogue.protocol import Answer, Move
from lobgids.log import ask_ids
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.storage.reading import read
from lobgids.tui.app import LobgidsApp
from lobgids.tui.chat.fields import Fields
from lobgids.tui.chat.options import Options
from lobgids.tui.chat.rows import Rows
from lobgids.tui.chat.stream import Stream
from lobgids.tui.widgets.day import DayForm
from lobgids.tui.widgets.words import Words
from tests.conftest import go
from tests.fakes.app import AppPilot, chat_of, click_words, context, hold, ready, session_of, shown

Chat = Callable[..., LobgidsApp]

WHO, WHEN, WHOM, HELPS, _UNTIL, HOURS, MONEY, OFF = range(8)
"""The places of the fields."""


@pytest.fixture
def chat(
    opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Chat:
    """The app on a conversation at the form of the first of two actions."""
    monkeypatch.setattr("lobgids.session.session.secrets.token_hex", lambda _bytes: "5eed")

    def begin(language: str = "nl", *, own: bool = False) -> LobgidsApp:
        session = opened(form="short", language=language)
        go(session, "plan.actions")
        ask = session.conversation.ask
        assert ask
        chosen = ["act.own"] if own else [option.id for option in ask.options[:2]]
        session.conversation.take(Answer(answer=chosen))
        if own:
            session.conversation.take(Answer(answer="Een avond met de ouders van de derde klassen"))
        return LobgidsApp(context(content_in, tmp_path, language), session)

    return begin


async def press(pilot: AppPilot, *keys: str) -> None:
    """Press keys one by one: each is done with before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def line(pilot: AppPilot, text: str, *keys: str) -> None:
    """Type a line, and press keys behind it."""
    await press(pilot, *text, *(keys or ("enter",)))


def filled(app: App[Any]) -> dict[str, Any]:
    """What is filled in, by the names of the fields."""
    return {ask_ids.planned(ask)[0]: value for ask, value in app.screen.query_one(Fields).value.items()}


def pointed(app: App[Any]) -> int | None:
    """The place of the field that is pointed at."""
    return app.screen.query_one(Rows).highlighted


def hint(app: App[Any]) -> str:
    """What stands in the empty line."""
    return str(app.screen.query_one(Words).placeholder)


def trouble(app: App[Any]) -> str:
    """What is said to be wrong; empty if nothing is."""
    told = app.screen.query_one(".trouble", Static)
    return str(told.render()) if told.display else ""


def kept(app: App[Any]) -> dict[str, Any]:
    """What is kept of the plan, by the names of the fields, of the action that was answered first."""
    events = [event for event in session_of(app).events if event.ask.startswith("plan.") and "act." in event.ask]
    first = ask_ids.planned(events[0].ask)[1] if events else ""
    return {ask_ids.planned(event.ask)[0]: event.value for event in events if ask_ids.planned(event.ask)[1] == first}


def test_one_screen_has_all_fields(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        told = shown(app)
        assert "Je plan: ‘" in told
        assert all(label in told for label in ("Wie begint", "Voor wie", "Wanneer klaar", "Kosten in euro"))
        assert "a de schoolleiding" in told
        assert not app.screen.query_one(Options).display
        assert not app.screen.query_one(DayForm).display
        assert (pointed(app), hint(app)) == (WHO, "Typ een letter. Een naam mag erbij, zoals: d, Karin")

    hold(chat(), play)


def test_all_is_filled_in_with_the_keyboard(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await line(pilot, "d, Karin")
        await line(pilot, "1 maart")
        assert "maandag 1 maart 2027" in shown(app)
        assert (pointed(app), hint(app)) == (WHOM, "Typ hier je antwoord")
        await line(pilot, "de derde klassen")
        await line(pilot, "a c")
        await line(pilot, "begin juni")
        await line(pilot, "een stuk of tien")
        await line(pilot, "€ 250")
        await line(pilot, "een vergadering")
        assert pointed(app) == OFF
        assert not kept(app)
        await press(pilot, "enter")
        assert kept(app) == {
            "who": {"choice": "decaan", "quote": "Karin"}, "whom": "de derde klassen",
            "helps": ["leadership", "team_leader"], "when": {"choice": "2027-03-01", "quote": "1 maart"},
            "until": {"choice": "2027-06-01", "quote": "begin juni"}, "hours": 10, "money": 250,
            "off": "een vergadering",
        }  # fmt: skip
        assert filled(app) == {}  # the form of the next action

    hold(chat(), play)


@pytest.mark.parametrize("typed", ["klaar", "laat de rest maar open", "stop met die vragen"])
def test_who_says_that_it_is_enough_sees_no_form_any_more(typed: str, chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await line(pilot, "d, Karin")
        await line(pilot, typed)
        assert kept(app)["who"] == {"choice": "decaan", "quote": "Karin"}
        assert "Goed, de rest blijft open." in shown(app)
        ask = session_of(app).conversation.ask
        assert ask
        assert not ask.id.startswith(("plan.", "evaluation."))

    hold(chat(), play)


def test_that_it_is_enough_may_stand_behind_the_first_answer(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await line(pilot, "d, verder niks")
        assert kept(pilot.app)["who"] == "decaan"
        assert kept(pilot.app)["when"] is None
        await pilot.pause()

    hold(chat(), play)


def test_who_fills_in_nothing_can_say_so_at_once(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await line(pilot, "verder niks")
        ask = session_of(pilot.app).conversation.ask
        assert ask
        assert not ask.id.startswith(("plan.", "evaluation."))

    hold(chat(), play)


def test_a_day_shows_while_it_is_typed_and_an_odd_one_is_put(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await line(pilot, "a")
        await press(pilot, *"6 maart")
        assert "zaterdag 6 maart 2027" in shown(app)
        assert "when" not in filled(app)
        await press(pilot, "enter", "enter")
        ask = session_of(app).conversation.ask
        assert ask
        assert ask.id.endswith(".understood")
        assert kept(app)["who"] == "leadership"
        await press(pilot, "f2")  # all of it is there again, the day too
        assert filled(app) == {"who": "leadership", "when": {"choice": "2027-03-06", "quote": "6 maart"}}

    hold(chat(), play)


@pytest.mark.parametrize(
    ("row", "typed", "why"),
    [(WHO, "z", "Typ een letter, van a tot en met"), (WHEN, "ooit", "Welke dag wordt het?"),
     (HOURS, "veel", "Kies een getal van 0"), (MONEY, "12,5", "heel getal")],
)  # fmt: skip
def test_what_does_not_fit_stays_in_the_line(chat: Chat, row: int, typed: str, why: str) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, *["down"] * row, *typed, "enter")
        assert why in trouble(app)
        assert (app.screen.query_one(Words).text, pointed(app), filled(app)) == (typed, row, {})
        await press(pilot, "backspace")
        assert not trouble(app)

    hold(chat(), play)


def test_what_is_needed_may_stay_open_only_when_that_was_said(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, "down", "down", "enter")
        assert hint(app) == "Nog 2 regels open. Nog niet bekend? Druk nog eens op Enter"
        assert pointed(app) == WHO
        await line(pilot, "a")
        await press(pilot, "enter")
        assert hint(app).startswith("Nog 1 regel open")
        assert pointed(app) == WHEN
        assert not kept(app)
        await press(pilot, "enter")
        assert kept(app) == {"who": "leadership"} | dict.fromkeys(
            ("whom", "helps", "when", "until", "hours", "money", "off")
        )

    hold(chat(), play)


def test_with_who_and_when_the_others_stay_open_without_a_word(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await line(pilot, "a", "enter", *"1 maart", "enter", "enter")
        assert kept(pilot.app)["when"]
        told = [turn.entry.text for turn in pilot.app.screen.query_one(Stream).turns]
        assert any("- Nog open: Voor wie; " in text for text in told)
        assert not any("slaan we over" in text for text in told[-4:])

    hold(chat(), play)


def test_delete_empties_a_field_and_arrows_take_the_line_along(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await line(pilot, "a", "down", "down")
        assert (filled(app), pointed(app), app.screen.query_one(Words).text) == ({"who": "leadership"}, WHOM, "")
        await line(pilot, "havo 4", *["up"] * WHOM, "delete")
        assert filled(app) == {"whom": "havo 4"}
        await press(pilot, *["down"] * HOURS, *"veel", "down")
        assert (pointed(app), app.screen.query_one(Words).text) == (HOURS, "veel")
        assert trouble(app)

    hold(chat(), play)


def test_the_mouse_points_and_chooses(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        assert await pilot.click(".letters", offset=(0, 0))
        await pilot.pause()
        assert (filled(app), pointed(app)) == ({"who": "leadership"}, WHEN)
        await click_words(pilot, Rows, "Wie helpt")
        await pilot.pause()
        assert pointed(app) == HELPS
        for _ in range(2):
            assert await pilot.click(".letters", offset=(0, 0))
            assert await pilot.click(".letters", offset=(0, 1))
            await pilot.pause()
        assert "helps" not in filled(app)
        assert await pilot.click(".letters", offset=(0, 1))
        assert len(filled(app)["helps"]) == 1
        assert await pilot.click("#send")
        await pilot.pause()
        assert "Nog 1 regel open" in hint(app)

    hold(chat(), play)


def test_words_of_commands_are_text_unless_behind_a_slash(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await press(pilot, *["down"] * WHOM)
        await line(pilot, "terug")
        assert filled(app) == {"whom": "terug"}
        await line(pilot, "/waarom")
        assert filled(app) == {"whom": "terug"}
        assert "Met deze gegevens" in shown(app)

    hold(chat(), play)


def test_what_was_filled_in_stays_when_one_goes_away_and_back(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app, conversation = pilot.app, session_of(pilot.app).conversation
        await line(pilot, "d, Karin", "enter", "down")
        await line(pilot, "havo 4")
        begun = conversation.ask
        await chat_of(app).give(Move(move="edit", to="plan.actions"))
        await ready(pilot)
        assert not app.screen.query(Fields)
        ask = conversation.ask
        assert ask
        await chat_of(app).give(Answer(answer=ask.standing))
        while conversation.ask and conversation.ask.id == "edit.keep":
            await chat_of(app).give(Answer(answer=True))
        await ready(pilot)
        assert conversation.ask
        assert begun
        assert conversation.ask.id == begun.id
        assert filled(app) == {"who": {"choice": "decaan", "quote": "Karin"}, "whom": "havo 4"}

    hold(chat(), play)


def test_what_was_filled_in_stays_in_another_language_and_at_another_size(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await line(pilot, "d, Karin")
        await line(pilot, "1 maart")
        await press(pilot, "ctrl+l")
        await ready(pilot)
        assert "Monday, 1 March 2027" in shown(app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert filled(app)["who"] == {"choice": "decaan", "quote": "Karin"}
        assert len(app.screen.query(Fields)) == 1

    hold(chat(), play)


def test_back_brings_the_form_with_what_was_filled_in(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        app = pilot.app
        await line(pilot, "d, Karin")
        await press(pilot, "enter", "enter", "f2")
        assert filled(app) == {"who": {"choice": "decaan", "quote": "Karin"}}
        assert "de decaan (Karin)" in shown(app)

    hold(chat(), play)


def test_what_was_filled_in_is_kept_when_one_leaves(chat: Chat) -> None:
    paths: list[Path] = []

    async def play(pilot: AppPilot) -> None:
        paths.append(session_of(pilot.app).path)
        await line(pilot, "d, Karin", "enter", "down")
        await line(pilot, "havo 4")
        await press(pilot, "ctrl+q")

    hold(chat(), play)
    *_, who, whom, last = read(paths[0]).events
    assert (who.value, whom.value) == ({"choice": "decaan", "quote": "Karin"}, "havo 4")
    assert last.kind == "paused"


def test_a_field_is_explained_by_itself(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await press(pilot, *["down"] * HOURS, "f4")
        assert "Hoeveel uur vraagt" in shown(pilot.app)
        assert pointed(pilot.app) == HOURS

    hold(chat(), play, (120, 36))


def test_help_tells_how_a_form_is_filled_in(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await press(pilot, "f1")
        assert "Een letter met een naam erbij" in shown(pilot.app)

    hold(chat(), play, (120, 36))


def test_keys_that_follow_at_once_are_not_lost(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await pilot.press(*"d", "enter", *"1 maart", "enter", *"ja", *["enter"] * 6)
        await pilot.pause()
        assert (kept(pilot.app)["who"], kept(pilot.app)["whom"]) == ("decaan", "ja")
        assert kept(pilot.app)["when"] == {"choice": "2027-03-01", "quote": "1 maart"}

    hold(chat(), play)


def test_what_was_typed_is_never_markup(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        await press(pilot, *["down"] * WHOM)
        await line(pilot, "[red]havo[/red] [4]")
        assert "[red]havo[/red] [4]" in shown(pilot.app)

    hold(chat(), play)


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 36), (200, 50)])
def test_the_line_and_the_field_pointed_at_are_in_sight_at_every_size(chat: Chat, size: tuple[int, int]) -> None:
    async def play(pilot: AppPilot) -> None:
        screen = pilot.app.screen
        assert screen.query_one(Words).region.height
        await line(pilot, "a")
        await press(pilot, *["down"] * 9)
        assert "Wat kan eraf" in shown(pilot.app)
        assert screen.query_one(Words).region.height
        assert screen.query_one(Words).region.bottom < size[1]

    hold(chat(own=True), play, size)


def test_nine_fields_with_options_fit_on_a_small_screen(chat: Chat) -> None:
    async def play(pilot: AppPilot) -> None:
        rows, letters = pilot.app.screen.query_one(Rows), pilot.app.screen.query_one(".letters")
        assert rows.option_count == rows.size.height == 9
        assert letters.size.height == letters.virtual_size.height
        assert "f de vakdocent" in shown(pilot.app)

    hold(chat(own=True), play)


def test_how_a_form_looks(chat: Chat, snap_compare: Callable[..., bool]) -> None:
    async def play(pilot: AppPilot) -> None:
        await ready(pilot)
        await line(pilot, "d, Karin")
        await press(pilot, "down")
        await line(pilot, "a c")
        await press(pilot, *"eind mei")

    assert snap_compare(chat(), terminal_size=(80, 24), run_before=play)
