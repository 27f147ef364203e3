"""`lobgids talk --track workshop` after the coffee: it offers to go on with the session of today."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from lobgids.cli.main import main
from lobgids.session.file_session import FileSession
from tests.conftest import go

Opened = Callable[..., FileSession]


class Keyboard(io.StringIO):
    """A keyboard, at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_keyboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Run the command in plain lines with these lines typed, and return what it showed."""
    monkeypatch.setattr("lobgids.storage.folders.default_folder", lambda: tmp_path)
    monkeypatch.setattr("lobgids.storage.places.default_folder", lambda: tmp_path)

    def run(*lines: str, track: str = "workshop") -> str:
        monkeypatch.setattr("sys.stdin", Keyboard("".join(f"{line}\n" for line in lines)))
        assert main(["talk", "--track", track, "--plain", "--lang", "nl"]) == 0
        return capsys.readouterr().out

    return run


@pytest.fixture
def todays(opened: Opened) -> Path:
    with opened("groep.lobgids", track="workshop", language="nl") as session:
        go(session, "c06.situation")
    return session.path


def test_it_goes_on_with_the_session_of_today(at_keyboard: Callable[..., str], todays: Path) -> None:
    shown = at_keyboard("1", "pauze")
    assert "Je hebt een gesprek dat nog niet af is:" in shown
    assert "groep.lobgids" in shown
    assert "Fijn dat" in shown
    assert len(list(todays.parent.glob("*.lobgids"))) == 1


def test_or_begins_another(at_keyboard: Callable[..., str], todays: Path) -> None:
    assert "Over welke school gaat het?" in at_keyboard("2", "pauze")
    assert len(list(todays.parent.glob("*.lobgids"))) == 2


@pytest.mark.usefixtures("todays")
def test_one_of_another_day_is_not_offered(at_keyboard: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lobgids.session.session.now", lambda: "2039-01-01T12:00:00.000Z")
    assert "nog niet af" not in at_keyboard("pauze")


def test_nor_is_one_of_another_track(at_keyboard: Callable[..., str], opened: Opened) -> None:
    with opened("alleen.lobgids", form="short", language="nl") as session:
        go(session, "c01.situation")
    assert "nog niet af" not in at_keyboard("pauze")
    assert "nog niet af" not in at_keyboard("pauze", track="decaan")
