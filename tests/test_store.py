"""The port of what is kept: a conversation over any store, without a file; and what every store has to do."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lobgids.dialogue.protocol import Answer, Move, Problem
from lobgids.log.events import Contents, Event
from lobgids.session.review import reviewed
from lobgids.session.session import ContentByLanguage, Session, StartOptions, new_header
from lobgids.session.sharing import copy_of
from lobgids.storage.document import Document
from lobgids.storage.errors import StoreError
from lobgids.storage.port import HERE, Store
from tests.conftest import ROOT, go, sensible
from tests.fakes.memory import ELSEWHERE, MemoryStore, Shelf
from tests.test_document import HEADER, event

ENGLISH = StartOptions(language="en")


@pytest.fixture
def shelf(content_in: ContentByLanguage) -> Shelf:
    """A conversation that nobody began yet."""
    return Shelf(new_header(content_in, StartOptions(language="nl", form="short")))


def on(shelf: Shelf, content_in: ContentByLanguage, options: StartOptions = StartOptions()) -> Session:  # noqa: B008  # a tuple
    return Session(MemoryStore(shelf), content_in, options)


def finish(session: Session) -> None:
    for _ in range(200):
        if not (ask := session.conversation.ask):
            return
        session.take(Answer(answer=sensible(ask)))
    raise AssertionError("the conversation goes round")


def told(session: Session, phrase: str) -> str:
    """The text of a phrase in the language of the session."""
    view = session.conversation.view
    return view.base.phrase(phrase).variants[0]


# A conversation without a file.


def test_a_whole_conversation_needs_no_file(
    shelf: Shelf, content_in: ContentByLanguage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("a file was opened")

    content_in("nl")
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        store = MemoryStore(shelf)
        with Session(store, content_in, StartOptions()) as session:
            assert session.turn().ask == session.conversation.ask
            finish(session)
            assert session.conversation.outcome().interim is False
    assert store.is_closed
    assert session.events == shelf.events
    assert len(shelf.events) > 20


def test_it_goes_on_where_it_stopped(shelf: Shelf, content_in: ContentByLanguage) -> None:
    first = on(shelf, content_in)
    go(first, "assignment.asked")
    first.pause()
    again = on(shelf, content_in, ENGLISH)
    assert again.conversation.ask
    assert again.conversation.ask.id == "assignment.asked"
    assert again.conversation.view.language.code == "en"
    assert [one.kind for one in shelf.events[-2:]] == ["paused", "language"]


def test_a_session_loads_no_store_of_files() -> None:
    script = (
        "import sys, lobgids.session.session;"
        "print(sorted(name for name in sys.modules if name.startswith('lobgids.storage.') or name == 'filelock'))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['lobgids.storage.errors', 'lobgids.storage.port']"


def test_a_copy_without_words_and_a_review_need_no_file(shelf: Shelf, content_in: ContentByLanguage) -> None:
    session = on(shelf, content_in)
    finish(session)
    copy = copy_of(Contents(shelf.header, shelf.events), content_in, without_words=True)
    assert copy.header.shared
    assert "Iets" in str(shelf.events)
    assert "Iets" not in str(copy.events)
    assert reviewed(copy, content_in).ask is None


# What is said of a store.


def test_where_it_is_kept_is_said_by_the_phrase_of_the_store(shelf: Shelf, content_in: ContentByLanguage) -> None:
    said = [one.text for one in on(shelf, content_in).turn().says]
    assert told(on(shelf, content_in), ELSEWHERE.greeting) in said
    here = [one.text for one in Session(MemoryStore(shelf, HERE), content_in, StartOptions()).turn().says]
    assert any("in een bestand op jouw computer" in text for text in here)
    assert not any("computer" in text for text in said)


def test_what_is_odd_is_said_in_the_words_of_the_store_and_harmless(
    shelf: Shelf, content_in: ContentByLanguage
) -> None:
    assert all(one.text != "Dit is vreemd." for one in on(shelf, content_in).turn().says)
    on(shelf, content_in).pause()
    assert on(shelf, content_in).turn().says[0].text == "Dit is vreemd."


def test_what_cannot_be_kept_is_one_sentence_and_can_be_tried_again(
    shelf: Shelf, content_in: ContentByLanguage
) -> None:
    session = on(shelf, content_in)
    go(session, "assignment.asked")
    shelf.is_full, before = True, list(shelf.events)
    (problem,) = session.take(Answer(answer="Iets")).says
    assert problem.text == told(session, ELSEWHERE.not_kept)
    assert (shelf.events, session.is_gone) == (before, False)
    shelf.is_full = False
    assert not any(isinstance(one, Problem) for one in session.take(Answer(answer="Iets")).says)
    assert shelf.events[-1].value == "Iets"


def test_a_form_that_cannot_be_kept_is_told_first_and_asked(shelf: Shelf, content_in: ContentByLanguage) -> None:
    shelf = Shelf(new_header(content_in, StartOptions(language="nl")))
    shelf.is_full = True
    session = on(shelf, content_in, StartOptions(form="short"))
    turn = session.turn()
    assert turn.says[0] == Problem(id=ELSEWHERE.not_kept, text=told(session, ELSEWHERE.not_kept))
    assert shelf.events == []
    shelf.is_full = False
    go(session, "welcome.form")


def test_a_form_that_is_given_is_kept_and_not_asked(content_in: ContentByLanguage) -> None:
    shelf = Shelf(new_header(content_in, StartOptions(language="nl")))
    on(shelf, content_in, StartOptions(form="short"))
    assert [(one.kind, one.ask, one.value) for one in shelf.events] == [("answered", "welcome.form", "form.short")]
    finish(on(shelf, content_in))
    assert sum(one.ask == "welcome.form" for one in shelf.events) == 1


# Somebody else went on with it.


def test_who_comes_second_is_told_and_can_go_on_elsewhere(shelf: Shelf, content_in: ContentByLanguage) -> None:
    first, second = on(shelf, content_in), on(shelf, content_in)
    go(first, "assignment.asked")
    kept = list(shelf.events)
    assert second.is_gone
    assert second.conversation.ask
    (problem,) = second.take(Answer(answer=sensible(second.conversation.ask))).says
    assert problem.text == told(second, ELSEWHERE.gone)
    assert shelf.events == kept
    other = Shelf(shelf.header, second.all_events)
    turn = second.go_on_in(MemoryStore(other))
    assert turn.heard
    assert not second.is_gone
    second.take(Move(move="note", text="En daarna"))
    assert [one.kind for one in other.events[-2:]] == ["answered", "noted"]


# What every store does.


def on_disk(folder: Path) -> tuple[Store, Callable[[Event], None]]:
    """A store on disk, and somebody else who adds to it."""
    document = Document.create(folder / "a.lobgids", HEADER)
    content = document.path.read_bytes()

    def add(_event: Event) -> None:
        document.path.write_bytes(content + b'{"time":"t","kind":"paused"}\n')

    return document, add


def in_memory(_folder: Path) -> tuple[Store, Callable[[Event], None]]:
    """A store in memory, and somebody else who adds to it."""
    shelf = Shelf(HEADER)
    return MemoryStore(shelf), lambda event: MemoryStore(shelf).append([event])


@pytest.mark.parametrize("made", [on_disk, in_memory])
def test_a_store_takes_nothing_after_what_it_did_not_see(
    made: Callable[[Path], tuple[Store, Callable[[Event], None]]], tmp_path: Path
) -> None:
    store, add = made(tmp_path)
    store.append([event(1), event(2)])
    assert store.stands
    assert (store.header, list(store.events)) == (HEADER, [])
    add(event(3))
    for _ in range(2):
        assert not store.stands
        with pytest.raises(StoreError) as caught:
            store.append([event(4)])
        assert caught.value.reason == "conflict"
    store.close()
    store.close()
