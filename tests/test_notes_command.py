"""`lobgids notes`: what the facilitator sees in a terminal of their own, and how it follows a document."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lobgids.cli.main import main
from lobgids.dialogue.protocol import Answer, Move
from lobgids.i18n import Language
from lobgids.lines.notes import PATIENCE, fitting, follow, notes
from lobgids.lines.plain import width_of, wrapped
from lobgids.session.file_session import FileSession
from lobgids.session.session import ContentByLanguage
from tests.conftest import go

Opened = Callable[..., FileSession]


@pytest.fixture
def workshop(opened: Opened) -> FileSession:
    session = opened(track="workshop", language="nl")
    go(session, "c06.situation")
    return session


def test_the_notes_of_the_open_question(workshop: FileSession, capsys: pytest.CaptureFixture[str]) -> None:
    with workshop:
        assert main(["notes", str(workshop.path), "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("DE VORM VAN LOB IN HET CURRICULUM\n")
    assert "WAAR ELKE BESCHRIJVING OP WIJST" in told
    assert "vakkenschool" in told


def test_they_speak_english(workshop: FileSession, capsys: pytest.CaptureFixture[str]) -> None:
    with workshop:
        assert main(["notes", str(workshop.path), "--lang", "en"]) == 0
    assert "TO LISTEN FOR" in capsys.readouterr().out


def test_other_conversations_have_none(opened: Opened, capsys: pytest.CaptureFixture[str]) -> None:
    with opened("alleen.lobgids", form="short", language="nl") as session:
        pass
    assert main(["notes", str(session.path), "--lang", "nl"]) == 2
    assert "alleen bij een gesprek met een groep" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["weg.lobgids", "vreemd.txt"])
def test_what_is_no_document_is_told(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "vreemd.txt").write_text("Iets anders\n")
    assert main(["notes", str(tmp_path / name), "--lang", "nl"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_session_that_is_over_has_no_notes_left(opened: Opened, content_in: ContentByLanguage) -> None:
    with opened(track="workshop", language="nl") as session:
        session.conversation.take(Move(move="conclude"))
        session.conversation.take(Move(move="conclude"))
        session.conversation.take(Move(move="conclude"))
        assert session.conversation.ask is None
        assert notes(session.path, content_in) == [["Dit gesprek is afgerond."]]


def test_they_follow_a_document_that_another_writes(workshop: FileSession, content_in: ContentByLanguage) -> None:
    seen: list[str] = []
    steps = iter(["vote", "", "reveal", "stop"])

    def wait() -> None:
        match next(steps):
            case "vote":
                workshop.conversation.take(Answer(answer={"c06.m1": 1, "c06.m2": 1}))
            case "reveal":
                workshop.conversation.take(Move(move="reveal"))
            case "stop":
                raise KeyboardInterrupt

    def told() -> None:
        seen.append("\n".join(line for part in notes(workshop.path, content_in) or [] for line in part))

    with workshop, pytest.raises(KeyboardInterrupt):
        follow(workshop.path, told, wait)
    assert len(seen) == 3
    assert "minuut stil" in seen[0]
    assert "tot tien" in seen[1]
    assert "Twee kampen" in seen[2]


def test_a_document_that_is_away_for_a_moment_is_waited_for(workshop: FileSession) -> None:
    with workshop:
        pass
    away, told = workshop.path.with_name("away"), list[int]()
    steps = iter(["away", *[""] * (PATIENCE - 1), "back", "changed", "stop"])

    def wait() -> None:
        match next(steps):
            case "away":
                workshop.path.rename(away)
            case "back":
                away.rename(workshop.path)
            case "changed":
                with workshop.path.open("ab") as file:
                    file.write(b"\n")
            case "stop":
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        follow(workshop.path, lambda: told.append(1), wait)
    assert len(told) == 2


def test_a_document_that_is_taken_away_ends_it(workshop: FileSession) -> None:
    with workshop:
        pass
    with pytest.raises(FileNotFoundError):
        follow(workshop.path, lambda: None, lambda: workshop.path.unlink(missing_ok=True))


def test_without_a_file_it_is_the_newest_of_a_group(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("lobgids.storage.folders.default_folder", lambda: tmp_path)
    assert main(["notes", "--lang", "nl"]) == 2
    assert "lobgids talk --track workshop" in capsys.readouterr().err
    with opened("groep.lobgids", track="workshop", language="nl") as session:
        go(session, "c06.situation")
    with opened("alleen.lobgids", form="short", language="nl"):
        pass
    (tmp_path / "kapot.lobgids").write_text("Iets anders\n")
    assert main(["notes", "--lang", "nl"]) == 0
    assert capsys.readouterr().out.startswith("DE VORM VAN LOB IN HET CURRICULUM\n")


@pytest.mark.parametrize("name", ["groep.lobgids", "groep"])
def test_a_bare_name_is_looked_for_among_the_conversations(
    name: str, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with opened("groep.lobgids", track="workshop", language="nl"):
        pass
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr("lobgids.storage.folders.default_folder", lambda: tmp_path)
    for command in ("notes", "result", "replay"):
        assert main([command, name, "--lang", "nl"]) == 0, command
    capsys.readouterr()


@pytest.mark.parametrize(("height", "width"), [(24, 80), (36, 120), (12, 60), (60, 80)])
def test_what_to_do_now_fits_the_window_and_the_rest_if_it_can(
    height: int, width: int, workshop: FileSession, content_in: ContentByLanguage, dutch: Language
) -> None:
    with workshop:
        pass
    parts = notes(workshop.path, content_in)
    assert parts
    shown = fitting(parts, height, width, dutch)
    lines = [line for text in shown for line in wrapped(text, width_of(width))]
    assert shown[0] == "DE VORM VAN LOB IN HET CURRICULUM"
    assert len(lines) < height or shown[:-1] == parts[0]
    assert any("Maak dit venster hoger voor:" in line for line in shown) == (height < 40)
    assert any("DE TIJD" in line for line in lines) or height < 20


def test_the_time_says_what_comes_next_and_kindly_what_could_be_left_out(
    workshop: FileSession, content_in: ContentByLanguage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workshop:
        began_at = datetime.fromisoformat(workshop.began)
    for minutes, left in {3: 15, 22: 0}.items():
        at = (began_at + timedelta(minutes=minutes)).isoformat()
        monkeypatch.setattr("lobgids.lines.notes.moment", lambda at=at: at)
        told = f"Minuut {minutes}. Hierna, over {left} minuten: Rollen en taken in de school."
        assert time_told(workshop.path, content_in) == [told]
    at = (began_at + timedelta(minutes=30)).isoformat()
    monkeypatch.setattr("lobgids.lines.notes.moment", lambda: at)
    late = time_told(workshop.path, content_in)[1]
    assert "12 minuten over de tijd" in late
    assert "laat vallen: Rollen en taken in de school." in late


def time_told(path: Path, content_in: ContentByLanguage) -> list[str]:
    part = next(part for part in notes(path, content_in) or [] if part[0] == "DE TIJD")
    return [line.removeprefix("- ") for line in part[1:] if line]


def test_what_was_parked_is_in_the_notes(workshop: FileSession, content_in: ContentByLanguage) -> None:
    with workshop:
        workshop.conversation.take(Move(move="note", text="De open dag"))
    assert ["GEPARKEERD", "- De open dag", ""] in (notes(workshop.path, content_in) or [])
