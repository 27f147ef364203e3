"""A new mentor in the app: the way at the top and beside it, where one can go, what one can look up, and the sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Answer
from lobgids.session.file_session import FileSession
from lobgids.tui.app import LobgidsApp
from lobgids.tui.chat.panel import Panel
from lobgids.tui.chat.progress import ProgressLine
from lobgids.tui.sheets.jump import JumpScreen
from lobgids.tui.sheets.report import ReportScreen
from lobgids.tui.sheets.words import WordsScreen
from tests.conftest import sensible
from tests.fakes.app import AppPilot, by_keyboard, context, hold, session_of, shown

Opened = Callable[..., FileSession]


@pytest.fixture
def app(opened: Opened, content_in: Callable[[str], LocalizedContent], tmp_path: Path) -> Callable[[str], LobgidsApp]:
    """The app on a mentor's conversation that is at a question; the school is not known yet."""

    def at(until: str) -> LobgidsApp:
        session = opened(track="mentor", language="nl")
        while (ask := session.conversation.ask) and ask.id != until:
            session.conversation.take(Answer(answer="school.unknown" if ask.id == "school.scene" else sensible(ask)))
        return LobgidsApp(context(content_in, tmp_path), session)

    return at


def top(pilot: AppPilot) -> str:
    """The line at the top."""
    return pilot.app.screen.query_one(ProgressLine).render_line(0).text.strip()


@pytest.mark.parametrize(
    ("size", "line"),
    [((80, 24), "✓✓►◦◦◦◦◦  LOB hier"), ((120, 36), "✓ Een begin  ✓ Je school  ► LOB hier  ◦ Jouw deel")],
)
def test_the_way_stands_at_the_top(app: Callable[[str], LobgidsApp], size: tuple[int, int], line: str) -> None:
    async def play(pilot: AppPilot) -> None:
        assert top(pilot).startswith(line)
        assert pilot.app.screen.query_one(Panel).display is (size[0] > 100)
        if size[0] > 100:
            assert "De weg" in shown(pilot.app)
        await pilot.press("ctrl+r")  # there is no direction to show
        assert "Richting" not in shown(pilot.app)

    hold(app("lob.what_for"), play, size)


def test_the_whole_way_is_gone_with_the_keyboard(app: Callable[[str], LobgidsApp]) -> None:
    async def play(pilot: AppPilot) -> None:
        session = session_of(pilot.app)
        while session.conversation.ask:
            await by_keyboard(pilot)
        assert top(pilot).startswith("✓✓✓✓✓✓✓✓")

    hold(app("autumn.evaluation"), play)


def test_one_can_go_to_a_stop(app: Callable[[str], LobgidsApp]) -> None:
    async def play(pilot: AppPilot) -> None:
        await pilot.press("f8")
        assert isinstance(pilot.app.screen, JumpScreen)
        places = pilot.app.screen.query_one(OptionList)
        places.highlighted = places.get_option_index("practice")
        await pilot.press("enter")
        await pilot.pause()
        asked = session_of(pilot.app).conversation.ask
        assert asked is not None
        assert asked.id == "practice.choose"

    hold(app("lob.when"), play)


def test_roles_models_and_cases_can_be_looked_up(app: Callable[[str], LobgidsApp]) -> None:
    async def play(pilot: AppPilot) -> None:
        await pilot.press("ctrl+t")
        assert isinstance(pilot.app.screen, WordsScreen)
        for typed, told in (("droom", "Ik word chirurg"), ("afdelingsleider", "de vakkenschool, teamleider")):
            pilot.app.screen.query_one(Input).value = typed
            await pilot.pause()
            words, texts = pilot.app.screen.query_one(OptionList), []
            for index in range(words.option_count):
                words.highlighted = index
                await pilot.pause()
                texts.append(" ".join(shown(pilot.app).split()))
            assert any(told in text for text in texts)

    hold(app("lob.when"), play, (120, 60))


def test_a_decaan_looks_up_no_model_before_the_picture(
    opened: Opened, content_in: Callable[[str], LocalizedContent], tmp_path: Path
) -> None:
    async def play(pilot: AppPilot) -> None:
        await pilot.press("ctrl+t")
        pilot.app.screen.query_one(Input).value = "mentor"
        await pilot.pause()
        assert "Rollen" not in shown(pilot.app)

    hold(LobgidsApp(context(content_in, tmp_path), opened(language="nl", form="short")), play)


def test_the_sheet_is_the_one_report(app: Callable[[str], LobgidsApp]) -> None:
    async def play(pilot: AppPilot) -> None:
        await pilot.press("ctrl+n")
        assert isinstance(pilot.app.screen, ReportScreen)
        assert pilot.app.screen.query_one(OptionList).option_count == 1
        await pilot.press("enter", "d")  # as Markdown
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        (made,) = session_of_below(pilot).path.parent.glob("* blad.md")
        assert "Bij wie ik een leerling breng" in made.read_text("utf-8")

    hold(app("autumn.words"), play)


def session_of_below(pilot: AppPilot) -> FileSession:
    """The session of the conversation below a sheet."""
    app = pilot.app
    assert isinstance(app, LobgidsApp)
    assert app.session is not None
    return app.session
