"""A decaan goes on alone from what a group saw: its sums are taken over, told as the group's, and never asked again."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lobgids.advice.comparison import compared
from lobgids.cli.main import main
from lobgids.dialogue.protocol import Answer, Move
from lobgids.dialogue.taking_in import of_group
from lobgids.log import ask_ids
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.files import as_file
from lobgids.session.file_session import FileSession
from lobgids.session.review import fresh, reviewed
from lobgids.session.session import ContentByLanguage, ContradictionError, StartOptions
from lobgids.session.sharing import copy_of
from lobgids.session.transcript import entries
from lobgids.storage.reading import read
from tests.conftest import ROOT, sensible
from tests.test_reports import DAY, READ, flat

EXAMPLES = ROOT / "lobgids" / "examples"
IN_CAMPS = EXAMPLES / "groep-kampen.lobgids"
VOTED = (6, 9, 11)
"""What the group of this example voted on and knows; most do not know component 1."""

Alone = Callable[..., FileSession]


@pytest.fixture
def alone(content_in: ContentByLanguage, tmp_path: Path) -> Alone:
    """Begin a conversation of a decaan with what a group saw."""

    def begin(**options: Any) -> FileSession:
        taken = of_group(reviewed(read(IN_CAMPS), content_in).view)
        given = {"language": "nl", "form": "full", "group": taken} | options
        return FileSession.begin(tmp_path / "zelf.lobgids", content_in, StartOptions(**given))

    return begin


def finished(session: FileSession) -> list[str]:
    """Answer everything; gives the asks in order."""
    asked = []
    while ask := session.conversation.ask:
        asked.append(ask.id)
        session.take(Answer(answer=sensible(ask)))
    return asked


@pytest.mark.parametrize("form", ["short", "full"])
def test_what_the_group_saw_is_not_asked_again(alone: Alone, form: str) -> None:
    with alone(form=form) as session:
        view = session.conversation.view
        assert [component.number for component in view.taken_in] == list(VOTED)
        asked = finished(session)
        own = {ask_ids.of_component(component, name) for component in view.taken_in for name in ("situation", "where")}
        assert own.isdisjoint(asked)
        assert any(ask.endswith("situation") for ask in asked)
        assert len(session.conversation.view.known) > len(VOTED)


def test_the_beginning_is_a_beginning_and_says_what_was_taken(alone: Alone) -> None:
    with alone() as session:
        turn = session.turn()
        assert [say.id for say in turn.says][:2] == ["greeting", "greeting.private"]
        assert "3 van de twaalf onderdelen" in " ".join(say.text for say in turn.says)
        assert turn.ask is not None
        assert turn.ask.id == "welcome.part"
        assert session.conversation.view.state.value("welcome.school") == "Het Baken (een voorbeeld)"


def test_it_is_told_as_what_the_group_saw(alone: Alone) -> None:
    with alone() as session:
        while (ask := session.conversation.ask) and ask.id != "orientatie-en-begeleiding.summary":
            session.take(Answer(answer=sensible(ask)))
        assert ask is not None
    (line,) = [line for line in ask.text.split("\n") if "groep" in line]
    assert line.startswith("- De groep zag dat")
    assert "doen twee mentoren het al zelf" in line, "the sentence that the group agreed on"


def test_the_votes_count_as_votes(alone: Alone, content_in: ContentByLanguage) -> None:
    group = reviewed(read(IN_CAMPS), content_in).view
    with alone() as session:
        view = session.conversation.view
        for number in VOTED:
            component = view.base.components[number - 1]
            assert view.chosen(component) == group.chosen(component)
            assert view.log_likelihood(component) == pytest.approx(group.log_likelihood(component))
        assert finished(session)
        assert session.conversation.view.certainty != "clear"


def test_it_is_as_it_was_when_one_comes_back_and_goes_back(alone: Alone, content_in: ContentByLanguage) -> None:
    with alone() as session:
        path = session.path
        session.take(Answer(answer="part.havo"))
        session.take(Move(move="back"))
        turn = session.take(Move(move="back"))
        assert [say.id for say in turn.says] == ["problem.at_start"], "the group is not taken back"
        assert len(session.conversation.view.taken_in) == len(VOTED)
        finished(session)
        result = session.conversation.result()
    with FileSession.resume(path, content_in, StartOptions()) as again:
        assert again.conversation.result() == result
        assert not [say for say in again.turn().says if say.id == "document.gone"]


def test_the_decaan_may_say_it_otherwise(alone: Alone) -> None:
    with alone() as session:
        session.take(Move(move="edit", to="c06.situation"))
        ask = session.conversation.ask
        assert ask is not None
        assert ask.id == "c06.situation"
        session.take(Answer(answer="c06.m3"))
        view = session.conversation.view
        assert [description.id for description in view.chosen(view.base.components[5])] == ["c06.m3"]
        assert [component.number for component in view.taken_in] == [9, 11]


def test_the_transcript_tells_it_once(alone: Alone, content_in: ContentByLanguage) -> None:
    with alone() as session:
        finished(session)
        contents = read(session.path)
    told = [entry.text for entry in entries(fresh(contents, content_in), contents.events)]
    assert sum("heb ik overgenomen" in text for text in told) == 1
    assert not [text for text in told if "Over welke school gaat het" in text], "it was not asked"


def test_a_copy_without_words_keeps_the_votes_and_no_sentence(alone: Alone, content_in: ContentByLanguage) -> None:
    with alone() as session:
        contents = read(session.path)
    copy = copy_of(contents, content_in, without_words=True)
    assert b"twee mentoren" not in b"".join(str(event.value).encode() for event in copy.events)
    view = reviewed(copy, content_in).view
    assert [component.number for component in view.taken_in] == list(VOTED)


def test_a_report_says_what_came_from_the_group(alone: Alone) -> None:
    with alone() as session:
        finished(session)
        made = compose(session.conversation, DAY, ReportRequest("me"))
        proposal = compose(session.conversation, DAY, ReportRequest("leadership"))
    shown = flat(READ["md"](as_file(made, "md")))
    assert flat("wat de groep zag") in shown
    assert flat("Het beeld komt voor een deel van een groep") in shown
    assert flat("Hierover stemde een groep") in flat(READ["md"](as_file(proposal, "md")))


@pytest.mark.parametrize("options", [{"track": "workshop"}, {"track": "mentor"}])
def test_only_a_decaan_takes_it(alone: Alone, options: dict[str, Any]) -> None:
    with pytest.raises(ContradictionError):
        alone(form="", **options)


def test_it_is_taken_before_anything_was_said(alone: Alone, content_in: ContentByLanguage) -> None:
    with alone(group=()) as session:
        session.take(Answer(answer=sensible(session.conversation.ask)))  # type: ignore[arg-type]  # one is open
        path = session.path
    taken = of_group(reviewed(read(IN_CAMPS), content_in).view)
    with pytest.raises(ContradictionError):
        FileSession.resume(path, content_in, StartOptions(group=taken))


def test_what_was_taken_from_a_group_is_no_second_account(alone: Alone, content_in: ContentByLanguage) -> None:
    group = reviewed(read(IN_CAMPS), content_in).view
    with alone() as session:
        finished(session)
        comparison = compared(group, session.conversation.view)
    assert (comparison.apart, comparison.alike) == ((), ())


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("stop\n"))
    out = str(tmp_path / "zelf.lobgids")
    assert main(["talk", out, "--group", str(IN_CAMPS), "--plain", "--lang", "nl"]) == 0
    assert "heb ik overgenomen" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("track", ["workshop", "mentor"])
def test_another_track_is_refused_before_there_is_a_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], track: str
) -> None:
    out = tmp_path / "zelf.lobgids"
    assert main(["talk", str(out), "--group", str(IN_CAMPS), "--track", track, "--plain", "--lang", "nl"]) != 0
    assert "gaat een decaan verder" in " ".join(capsys.readouterr().err.split())
    assert not out.exists()


@pytest.mark.parametrize("name", ["decaan", "nergens"])
def test_what_is_no_group_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    given = next(path for path in EXAMPLES.glob("*.lobgids") if "groep" not in path.name)
    path = given if name == "decaan" else tmp_path / "nergens.lobgids"
    out = tmp_path / "zelf.lobgids"
    assert main(["talk", str(out), "--group", str(path), "--plain", "--lang", "nl"]) != 0
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert len(told.err.strip().split(". ")) < 4
    assert not out.exists()
