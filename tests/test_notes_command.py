"""`lobgids notes`: what the facilitator sees in a terminal of their own, and how it follows a document."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lobgids.cli.main import main
from lobgids.dialogue.protocol import Answer, Move
from lobgids.lines.notes import PATIENCE, follow, notes
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
        assert notes(session.path, content_in) == ["Dit gesprek is afgerond."]


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
        seen.append("\n".join(notes(workshop.path, content_in) or []))

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
