"""A day in the app: typed as one says it and shown with its weekday, or looked for with arrows; never taken unasked."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from lobgids.dialogue.protocol import Answer, Ask, Move
from lobgids.log.events import TrackName
from lobgids.log.state import StandingAnswer
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from lobgids.tui.app import LobgidsApp
from lobgids.tui.projector.screen import ProjectorScreen
from lobgids.tui.widgets.day import DayForm
from lobgids.tui.widgets.words import Words
from tests.conftest import sensible
from tests.fakes.app import AppPilot, click_words, context, hold, ready, shown
from tests.test_days import ASKED, LOOK_BACK, examples

GROUP: dict[str, Any] = {"setup.people": 13, "setup.roles": {"mentor": 13}, "setup.time": "time.90"}

Steps = Callable[[AppPilot], Awaitable[None]]
Day = Callable[[Steps], FileSession]
DayAt = Callable[..., Day]


@pytest.fixture
def at(opened: Callable[..., FileSession], content_in: ContentByLanguage, tmp_path: Path) -> DayAt:
    """The app at a question for a day: at("workshop", "plan.when.")(steps) plays the steps and gives the session."""

    def begin(track: TrackName = "decaan", start: str = "plan.when.", language: str = "nl") -> Day:
        session = opened(track=track, language=language)
        while (ask := session.conversation.ask) and not ask.id.startswith(start):
            session.conversation.take(Answer(answer=(GROUP if track == "workshop" else {}).get(ask.id, sensible(ask))))
        if ask and track == "decaan":  # by itself, and not with all else that is asked of an action
            session.conversation.take(Move(move="jump", to=ask.id))

        def play(steps: Steps) -> FileSession:
            async def turned(pilot: AppPilot) -> None:
                await to_the_answer(pilot)
                await steps(pilot)

            with session:
                hold(LobgidsApp(context(content_in, tmp_path, language), session), turned)
            return session

        return play

    return begin


async def to_the_answer(pilot: AppPilot) -> None:
    """On the projector, turn to the page on which one answers."""
    await ready(pilot)
    stage = pilot.app.screen
    for _ in range(9):
        if not isinstance(stage, ProjectorScreen) or stage.page.kind == "answer":
            return
        await press(pilot, "pagedown")


async def press(pilot: AppPilot, *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def asked(session: FileSession) -> Ask:
    assert session.conversation.ask is not None
    return session.conversation.ask


def session_of(pilot: AppPilot) -> FileSession:
    session: FileSession = pilot.app.screen.session  # type: ignore[attr-defined]  # a screen of a conversation
    return session


TYPED = ["1-3-2027", "15-1-2027", "1-10-2027", "15-9-2027", "14-10-2027", "1.3.2027", "1 3 2027", "01-03-2027"]


@pytest.mark.parametrize(("track", "start"), ASKED)
def test_what_is_typed_and_sent_is_that_day(track: TrackName, start: str, at: DayAt) -> None:
    seen: list[tuple[str, Any, str]] = []
    expected: list[tuple[str, Any, str]] = []

    async def steps(pilot: AppPilot) -> None:
        session = session_of(pilot)
        ask = asked(session)
        for text in (*TYPED, *examples(ask.text)):
            reading = session.conversation.day_said(text)
            assert reading is not None, text
            expected.append((text, reading.day.isoformat(), text))
            told = session.conversation.view.language.day(reading.day)
            await press(pilot, *text)
            assert told in shown(pilot.app), text
            await press(pilot, "enter")
            if session.conversation.view.state.proposed:  # it is odd, and that is asked
                session.conversation.take(Answer(answer=True))
            kept = session.conversation.view.state.answers[ask.id]
            seen.append((text, kept.value, kept.quote))
            while session.conversation.view.is_answered(ask.id) or asked(session).id != ask.id:
                session.conversation.take(Move(move="back"))
            await show_anew(pilot)

    at(track, start)(steps)
    assert seen == expected
    assert len(seen) > len(TYPED)  # a question has an example, or two


async def show_anew(pilot: AppPilot) -> None:
    """Show what the engine asks now."""
    screen = pilot.app.screen
    await screen.settle(screen.context)  # type: ignore[attr-defined]  # a screen of a conversation
    await to_the_answer(pilot)


@pytest.mark.parametrize(("track", "start"), ASKED)
@pytest.mark.parametrize("keys", [["enter"], ["enter", "enter"], ["left", "enter"], ["right", "right", "enter"]])
def test_no_key_takes_a_day_that_was_not_chosen(track: TrackName, start: str, keys: list[str], at: DayAt) -> None:
    asks: list[str] = []

    async def steps(pilot: AppPilot) -> None:
        asks.append(asked(session_of(pilot)).id)
        kept = len(session_of(pilot).events)
        await press(pilot, *keys)
        assert "of over drie weken" in shown(pilot.app)
        assert len(session_of(pilot).events) == kept
        asks.append(asked(session_of(pilot)).id)

    at(track, start)(steps)
    assert asks[0] == asks[1]


@pytest.mark.parametrize("start", ["plan.when.", LOOK_BACK])
def test_the_remote_goes_on_without_a_day_when_it_is_pressed_twice(start: str, at: DayAt) -> None:
    asks: list[str] = []

    async def steps(pilot: AppPilot) -> None:
        asks.append(asked(session_of(pilot)).id)
        await press(pilot, "pagedown")
        assert "Typ hier eerst een dag." in shown(pilot.app)
        assert asked(session_of(pilot)).id == asks[0]
        await press(pilot, "pagedown")

    session = at("workshop", start)(steps)
    assert session.conversation.view.state.answers[asks[0]].skipped


@pytest.mark.parametrize("track", ["decaan", "workshop"])
def test_arrows_begin_at_a_school_day_and_its_weekday_is_shown(track: TrackName, at: DayAt) -> None:
    kept: list[str] = []

    async def steps(pilot: AppPilot) -> None:
        kept.append(asked(session_of(pilot)).id)
        await press(pilot, "up")
        assert "dinsdag 24 november 2026" in shown(pilot.app)
        await press(pilot, "up", "right", "up", "right", "down", "up")
        assert "vrijdag 25 december 2026" in shown(pilot.app)
        await press(pilot, "left", "left", "down", "down", "down", "down", "down", "down", "down")
        assert "vrijdag 18 december 2026" in shown(pilot.app)
        await press(pilot, "enter")

    session = at(track)(steps)
    assert session.conversation.view.state.value(kept[0]) == "2026-12-18"


def test_the_look_back_begins_behind_the_last_action(at: DayAt) -> None:
    async def steps(pilot: AppPilot) -> None:
        await press(pilot, "down")
        assert "dinsdag 2 maart 2027" in shown(pilot.app)

    at("decaan", LOOK_BACK)(steps)


@pytest.mark.parametrize("track", ["decaan", "workshop", "mentor"])
def test_words_are_shown_while_they_are_typed_and_one_enter_keeps_them(track: TrackName, at: DayAt) -> None:
    asks: list[str] = []

    async def steps(pilot: AppPilot) -> None:
        asks.append(asked(session_of(pilot)).id)
        await press(pilot, *"eind me")
        assert "maandag 31 mei 2027" not in shown(pilot.app)
        await press(pilot, "i")
        assert "maandag 31 mei 2027" in shown(pilot.app)
        await press(pilot, "enter")

    session = at(track, "autumn.date." if track == "mentor" else "plan.when.")(steps)
    assert session.conversation.view.state.answers[asks[0]] == StandingAnswer("2027-05-31", "eind mei")


@pytest.mark.parametrize("track", ["decaan", "workshop"])
def test_what_is_odd_is_asked_before_it_is_kept(track: TrackName, at: DayAt) -> None:
    async def steps(pilot: AppPilot) -> None:
        session = session_of(pilot)
        ask = asked(session).id
        await press(pilot, *"26-12-2026", "enter")
        await to_the_answer(pilot)
        assert "kerstvakantie" in shown(pilot.app)
        assert not session.conversation.view.is_answered(ask)
        session.conversation.take(Move(move="back"))
        await show_anew(pilot)
        await press(pilot, *"dinsdag 8 maart", "enter")
        await to_the_answer(pilot)
        assert "Let op de dag van de week: het is maandag 8 maart 2027." in shown(pilot.app)

    at(track)(steps)


def test_the_day_that_was_given_is_shown_when_one_comes_back(at: DayAt) -> None:
    async def steps(pilot: AppPilot) -> None:
        ask = asked(session_of(pilot)).id
        await press(pilot, *"1-3-2027", "enter")
        await press(pilot, "f2")
        assert asked(session_of(pilot)).id == ask
        assert pilot.app.screen.query_one(Words).text == ""
        assert "maandag 1 maart 2027" in shown(pilot.app)
        await press(pilot, "up", "up", "up", "enter")
        assert session_of(pilot).conversation.view.state.value(ask) == "2027-03-04"
        await pilot.app.screen.give(Move(move="edit", to=ask))  # type: ignore[attr-defined]  # a conversation
        await pilot.pause()
        assert "donderdag 4 maart 2027" in shown(pilot.app)

    at()(steps)


def test_what_is_no_day_stays_in_the_line(at: DayAt) -> None:
    async def steps(pilot: AppPilot) -> None:
        await press(pilot, *"31-2-2027", "enter")
        assert pilot.app.screen.query_one(Words).text == "31-2-2027"
        assert "of over drie weken" in shown(pilot.app)
        await press(pilot, "left", "backspace", "3", "enter")

    at()(steps)


def test_with_the_mouse_only(at: DayAt) -> None:
    asks: list[str] = []

    async def steps(pilot: AppPilot) -> None:
        asks.append(asked(session_of(pilot)).id)
        await click_words(pilot, DayForm, "[+]")
        await click_words(pilot, DayForm, "[+]")
        assert "woensdag 25 november 2026" in shown(pilot.app)
        await click_words(pilot, DayForm, "[ ", start=1)
        await pilot.pause()

    session = at()(steps)
    assert session.conversation.view.state.value(asks[0]) == "2026-11-25"
