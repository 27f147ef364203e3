"""Erasing: in one step, true of every name that lobgids makes, and what stays is said."""

import io
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from lobgids import atomic
from lobgids.cli.main import main
from lobgids.i18n import Language
from lobgids.log.events import Event
from lobgids.session.erasing import erase_taken_back, erased_in_words
from lobgids.storage import names
from lobgids.storage.document import Document
from lobgids.storage.erasing import Erased, erase
from lobgids.storage.errors import DocumentError
from lobgids.storage.folders import documents
from lobgids.storage.reading import read
from lobgids.storage.writing import write_copy
from tests.test_document import HEADER, POSIX, event, folder_of, refused

OTHER = type(HEADER)(**{name: getattr(HEADER, name) for name in HEADER.__struct_fields__} | {"id": "another"})
TAKEN_BACK = [event("geheim", "answered"), event(None, "taken_back")]
STANDS = [event("blijft"), event(["lessons"], "answered")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document in which something was taken back."""
    path = tmp_path / "Mijn school.lobgids"
    with Document.create(path, HEADER) as document:
        document.append([STANDS[0], *TAKEN_BACK, STANDS[1]])
    return path


def link(path: Path, to: Path) -> Path:
    """A symbolic link, where one can be made."""
    try:
        path.symlink_to(to)
    except OSError:
        pytest.skip("symbolic links may not be made here")
    return path


# One step.


class Killed(BaseException):
    """The process is gone: nothing of it runs any more."""


CALLS = ("open", "write", "fsync", "link", "replace", "rename", "unlink")


@pytest.mark.skipif(not POSIX, reason="other calls there")
def test_killed_anywhere_it_is_the_old_or_the_new_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, seen, done = path.read_bytes(), set(), False
    for most in range(1, 100):
        here = path.parent / str(most) / path.name
        here.parent.mkdir()
        here.write_bytes(before)
        done = not killed_after(most, partial(erase_taken_back, here), monkeypatch)
        seen.add(here.read_bytes())
        assert read(here).events in (STANDS, [STANDS[0], *TAKEN_BACK, STANDS[1]])
        if done:
            break
    assert done
    assert len(seen) == 2
    assert folder_of(here) == {here.name}


def killed_after(most: int, act: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> bool:
    """Act, and be killed at the call after so many that touch the disk; whether one was."""
    left = iter(range(most))

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **more: Any) -> Any:
            if next(left, None) is None:
                raise Killed
            return call(*given, **more)

        return run

    with monkeypatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, counted(getattr(os, name)))
        try:
            act()
        except Killed:
            return True
    return False


@pytest.mark.parametrize("call", ["open", "replace", "fsync"])
def test_what_is_refused_changes_nothing(call: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, given = path.read_bytes(), getattr(os, call)

    def refuse(*args: Any, **more: Any) -> Any:
        if call != "open" or str(args[0]).endswith(".new"):
            raise PermissionError(13, "somebody holds it")
        return given(*args, **more)

    monkeypatch.setattr(os, call, refuse)
    assert refused(erase_taken_back, path) == "unwritable"
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert folder_of(path) == {path.name}


def test_lines_that_are_not_known_stay_as_they_are(path: Path) -> None:
    lines = [
        *path.read_bytes().splitlines(),
        b'{"kind": "of later", "x": 1}',
        b'{"time":"","kind":"noted","later":"y"}',
    ]
    path.write_bytes(b"\n".join([*lines, b'{"torn']))
    erase_taken_back(path)
    assert path.read_bytes().splitlines() == [lines[0], lines[1], *lines[4:], b'{"torn']


def test_a_document_that_is_open_is_not_erased(path: Path) -> None:
    with Document.open(path):
        assert refused(erase, path) == "locked"
        assert refused(erase_taken_back, path) == "locked"
    assert len(read(path).events) == 4


def test_a_document_of_a_newer_format_is_not_rewritten(path: Path) -> None:
    path.write_bytes(b'{"lobgids": 99}\n')
    assert refused(erase_taken_back, path) == "newer"


# All names that lobgids makes, and those that stay.

LEFT = [".torn-1", ".torn-12", ".0123abcd.new", ".0123abcd.new.89abcdef.new", ".torn-2.0123abcd.new", ".lock",
        ".standing.0123abcd.new"]  # fmt: skip
THEIRS = [".torn-x", ".bak", ".new", "2", ".torn-1.txt"]


def test_all_that_lobgids_itself_put_beside_a_document_goes(path: Path) -> None:
    for end in LEFT + THEIRS:
        path.with_name(path.name + end).touch()
    for name in ("Mijn school verslag.html.0123abcd.new", "Mijn school 2.txt.0123abcd.new", "other.lobgids.torn-1"):
        path.with_name(name).touch()
    path.with_name("voor Anna.lobgids.0123abcd.new").write_bytes(path.read_bytes())
    path.with_name("van een ander.lobgids.0123abcd.new").write_bytes(b"x")
    write_copy(names.standing_of(path), HEADER, STANDS)
    erased = erase(path)
    stays = {path.name + end for end in THEIRS} | {"other.lobgids.torn-1", "van een ander.lobgids.0123abcd.new"}
    assert folder_of(path) == stays
    assert erased == Erased((), has_other_name=False)


def test_a_name_that_a_writer_takes_is_one_that_erasing_knows(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for made in (
        names.report_of(path, "me", "pdf"),
        names.numbered(names.transcript_of(path, "md")),
        names.numbered(names.plan_file_of(path, "xlsx")),
        names.torn_of(path),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "give_name", killed)
            patch.setattr(Path, "unlink", killed)
            with pytest.raises(Killed):
                atomic.create(made, b"alles")
    assert len(folder_of(path)) == 5
    erase(path)
    assert folder_of(path) == set()


def killed(*_given: object, **_more: object) -> None:
    raise Killed


def test_what_stays_is_said_by_name(path: Path, dutch: Language) -> None:
    made = ["Mijn school verslag.pdf", "Mijn school voorstel 2.docx", "Mijn school.txt", "Mijn school 2.md",
            "Mijn school agenda.ics"]  # fmt: skip
    others = ["Mijn school 3.txt", "Mijn school.docx", "Mijn schoolverslag.pdf", "verslag.pdf",
              "Mijn school agenda.pdf"]  # fmt: skip
    for name in made + others:
        path.with_name(name).touch()
    write_copy(path.with_name("kopie.lobgids"), HEADER, STANDS)
    write_copy(path.with_name("Mijn school 3.lobgids"), OTHER, STANDS)
    if POSIX:
        os.mkfifo(path.with_name("pijp.lobgids"))
    erased = erase_taken_back(path)
    assert [one.name for one in erased.stays] == sorted([*made, "kopie.lobgids"])
    assert erase(path) == erased
    assert erased_in_words(erased, dutch).startswith(
        "Het gesprek is gewist. Dit staat er nog, en wis je zo nodig zelf: ‘Mijn s"
    )
    assert "‘kopie.lobgids’" in erased_in_words(erased, dutch)
    assert erased_in_words(Erased((), has_other_name=False), dutch) == "Het gesprek is gewist."


def test_a_document_called_by_a_link_goes_with_its_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    called = link(tmp_path / "elders" / "link.lobgids", path)
    for one in (path, called):
        one.with_name(f"{one.name}.torn-1").touch()
        one.with_name(f"{one.stem} verslag.pdf").touch()
    erased = erase(called)
    assert {one.name for one in erased.stays} == {"link verslag.pdf", "Mijn school verslag.pdf"}
    assert folder_of(called) == {"link verslag.pdf"}
    assert folder_of(path) == {"Mijn school verslag.pdf", "elders"}


def test_what_was_taken_back_goes_where_a_link_points(path: Path, tmp_path: Path) -> None:
    called = link(tmp_path / "link.lobgids", path)
    assert erase_taken_back(called).stays == ()
    assert called.is_symlink()
    assert read(path).events == STANDS


@pytest.mark.parametrize("act", [erase, erase_taken_back])
def test_another_name_of_the_same_file_is_told(act: Callable[[Path], Erased], path: Path, dutch: Language) -> None:
    try:
        os.link(path, path.with_name("zelfde.bak"))
    except OSError:
        pytest.skip("hard links may not be made here")
    erased = act(path)
    assert erased.has_other_name
    assert "heeft op deze schijf nog een andere naam" in erased_in_words(erased, dutch)


# What an erasing by an earlier version left, which removed the document before it renamed.


def broken_off(path: Path) -> None:
    write_copy(names.standing_of(path), HEADER, STANDS)
    path.unlink()


def test_a_document_that_lost_its_name_is_listed_again(path: Path) -> None:
    broken_off(path)
    assert documents(path.parent) == [path]
    assert read(path).events == STANDS
    assert folder_of(path) == {path.name}


@pytest.mark.parametrize(
    ("command", "events"),
    [(["talk", "--plain"], [*STANDS]), (["erase", "--taken-back", "--yes"], STANDS), (["erase", "--yes"], None)],
)
def test_a_document_that_lost_its_name_is_gone_on_with(
    command: list[str], events: list[Event] | None, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_off(path)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main([command[0], str(path), *command[1:]]) == 0
    if events is None:
        assert folder_of(path) == set()
    else:
        assert read(path).header == HEADER
        assert read(path).events[: len(events)] == events
        assert folder_of(path) == {path.name}


def test_another_conversation_that_lost_its_name_is_never_erased(path: Path) -> None:
    left = names.standing_of(path)
    write_copy(left, OTHER, STANDS)
    kept = left.read_bytes()
    erase_taken_back(path)
    assert left.read_bytes() == kept
    erase(path)
    assert left.read_bytes() == kept


def test_more_than_the_document_has_is_never_erased_with_what_was_taken_back(path: Path) -> None:
    left = names.standing_of(path)
    write_copy(left, HEADER, [*STANDS, event("meer")])
    assert erase_taken_back(path).stays == (left,)
    left.unlink()
    write_copy(left, HEADER, STANDS)
    assert erase_taken_back(path).stays == ()
    assert not left.exists()


def test_a_standing_file_that_is_no_document_gets_no_name(path: Path) -> None:
    path.unlink()
    names.standing_of(path).write_text("hallo", encoding="utf-8")
    assert documents(path.parent) == []
    with pytest.raises(DocumentError):
        erase(path)
    assert folder_of(path) == {names.standing_of(path).name}
