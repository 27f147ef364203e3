"""Documents on disk: nothing that was kept is ever lost, and nothing that is not ours is ever touched."""

import errno
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import platformdirs
import pytest
from filelock import FileLock
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lobgids.log.events import FORMAT, Event, EventKind, Header
from lobgids.storage.document import Document
from lobgids.storage.erasing import erase
from lobgids.storage.errors import DocumentError, Reason
from lobgids.storage.folders import default_folder, documents
from lobgids.storage.reading import DocumentContents, read
from lobgids.storage.writing import write_copy

POSIX = os.name == "posix"
HEADER = Header(
    lobgids=FORMAT,
    id="0f8d",
    created="2026-09-01T08:00:00Z",
    track="decaan",
    knowledge_base="lobgids-vo",
    knowledge_base_version="1",
    seed="7",
)


def event(value: Any, kind: EventKind = "noted", time: str = "2026-09-01T08:00:00Z") -> Event:
    return Event(time=time, kind=kind, ask="c01.situation", value=value)


EVENTS = [event("b, maar bij de havo “anders” 🙂"), event(["lessons", "students"], "answered"), event(None, "paused")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A document with three events."""
    path = tmp_path / "Mijn school.lobgids"
    with Document.create(path, HEADER) as document:
        document.append(EVENTS)
    return path


def refused(action: Callable[..., object], *given: object) -> Reason:
    with pytest.raises(DocumentError) as caught:
        action(*given)
    assert caught.value.path in given or isinstance(getattr(action, "__self__", None), Document)
    return caught.value.reason


def run(script: str, *given: object) -> "subprocess.CompletedProcess[str]":
    """Run a script in an interpreter of its own."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", script, *map(str, given)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def folder_of(path: Path) -> set[str]:
    return {beside.name for beside in path.parent.iterdir()} - {"home"}


# What a document is.


def test_a_document_is_a_header_and_an_event_a_line(path: Path) -> None:
    lines = [json.loads(line) for line in path.read_bytes().decode("utf-8").splitlines()]
    assert lines[0]["lobgids"] == FORMAT
    assert [line["kind"] for line in lines[1:]] == ["noted", "answered", "paused"]
    assert read(path) == DocumentContents(HEADER, EVENTS, b"", [])


def test_reopening_gives_what_was_kept_and_goes_on(path: Path) -> None:
    with Document.open(path) as document:
        assert (document.path, document.header, document.events, document.torn_aside) == (path, HEADER, EVENTS, None)
        document.append([event(1)])
        document.append([])
        document.append([event(2), event(3)])
    assert read(path).events == [*EVENTS, event(1), event(2), event(3)]
    assert folder_of(path) == {path.name}


def test_an_event_can_be_read_as_soon_as_it_is_appended(path: Path) -> None:
    with Document.open(path) as document:
        for number in range(3):
            document.append([event(number)])
            assert read(path).events[-1] == event(number)


def test_a_closed_document_takes_nothing(path: Path) -> None:
    document = Document.open(path)
    document.close()
    document.close()
    with pytest.raises(ValueError, match="closed"):
        document.append(EVENTS)
    assert read(path).events == EVENTS


def test_a_document_is_never_made_in_the_place_of_another(path: Path) -> None:
    before = path.read_bytes()
    assert refused(Document.create, path, HEADER) == "exists"
    assert refused(write_copy, path, HEADER, []) == "exists"
    with Document.open(path):
        assert refused(Document.create, path, HEADER) == "exists"
    assert path.read_bytes() == before
    assert folder_of(path) == {path.name}


@pytest.mark.parametrize("action", [read, Document.open, erase])
def test_where_there_is_no_document_nothing_is_made(action: Callable[[Path], object], tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.lobgids"
    assert refused(action, missing) == "missing"
    assert folder_of(missing) == set()


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.lobgids"
    with Document.create(path, HEADER):
        for file, mode in ((path, 0o600), (path.parent, 0o700), (path.parents[1], 0o700)):
            assert stat.S_IMODE(file.stat().st_mode) == mode if POSIX else file.exists()
    copy = tmp_path / "elsewhere" / "copy.lobgids"
    write_copy(copy, HEADER, EVENTS)
    path.write_bytes(path.read_bytes() + b'{"time"')
    with Document.open(path) as document:
        aside = document.torn_aside
    assert aside
    for file in (copy, aside):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600 if POSIX else file.exists()


def test_a_copy_holds_what_it_is_given(tmp_path: Path) -> None:
    copy = tmp_path / "copy.lobgids"
    write_copy(copy, HEADER, iter(EVENTS[:2]))
    assert read(copy) == DocumentContents(HEADER, EVENTS[:2], b"", [])
    assert folder_of(copy) == {copy.name}


# What goes wrong: a file that was cut off.


def test_a_document_cut_anywhere_loses_the_unfinished_event_only(path: Path) -> None:
    content = path.read_bytes()
    header = content.index(b"\n")
    aside = path.with_name(path.name + ".torn-1")
    for cut in range(header, len(content) + 1):
        path.write_bytes(content[:cut])
        # An object that is whole counts, also where its newline was cut off.
        whole = content[: cut + 1].count(b"\n") - 1
        read_only = read(path)
        assert read_only.events == EVENTS[:whole]
        assert path.read_bytes() == content[:cut]
        with Document.open(path) as document:
            assert document.events == EVENTS[:whole]
            assert document.torn_aside == (aside if read_only.torn else None)
            document.append([event("after")])
        assert read(path) == DocumentContents(HEADER, [*EVENTS[:whole], event("after")], b"", [])
        if read_only.torn:
            assert aside.read_bytes() == read_only.torn == content[:cut].rpartition(b"\n")[2]
            aside.unlink()
        assert folder_of(path) == {path.name}


def test_each_torn_line_has_a_file_of_its_own(path: Path) -> None:
    for number, torn in enumerate([b'{"time":"2026', b"\x00\x00\x00", b'{"value":"\xe2\x80'], 1):
        path.write_bytes(path.read_bytes() + torn)
        with Document.open(path) as document:
            assert document.torn_aside == path.with_name(f"{path.name}.torn-{number}")
            assert document.torn_aside.read_bytes() == torn
    assert read(path).events == EVENTS


def test_a_line_that_is_no_event_is_told_and_left(path: Path) -> None:
    header, first, *rest = path.read_bytes().splitlines(keepends=True)
    odd = [b'{"time":"t","kind":"danced"}\n', b"rubbish \xff\n", b"\n", b"[" * 200_000 + b"\n", b'{"time":"2026\n']
    spoiled = b"".join([header, first, *odd, *rest, b'{"time":"t","kind":"sung"}'])
    path.write_bytes(spoiled)
    assert read(path) == DocumentContents(HEADER, EVENTS, b"", [3, 4, 6, 7, 10])
    with Document.open(path) as document:
        assert (document.skipped, document.torn_aside) == ([3, 4, 6, 7, 10], None)
        document.append([event("after")])
    assert path.read_bytes().startswith(spoiled + b"\n")
    assert read(path).events == [*EVENTS, event("after")]


def test_a_document_saved_by_an_editor_on_windows_is_read(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read(path) == DocumentContents(HEADER, EVENTS, b"", [])
    with Document.open(path) as document:
        document.append([event("after")])
    assert read(path).events == [*EVENTS, event("after")]


KEEP_APPENDING = """
import sys
from pathlib import Path
from lobgids.log.events import Event
from lobgids.storage.document import Document
with Document.open(Path(sys.argv[1])) as document:
    for number in range(1_000_000):
        document.append([Event(time="t", kind="noted", value=[number, "x" * 3000])])
        print(number, flush=True)
"""


@pytest.mark.parametrize("told", [1, 20, 61])
def test_a_process_that_is_killed_loses_nothing_that_it_was_told_is_kept(told: int, path: Path) -> None:
    command = [sys.executable, "-c", KEEP_APPENDING, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        for _ in range(told):
            process.stdout.readline()
        process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        after = len(process.stdout.readlines())
    with Document.open(path) as document:  # no lock is stuck
        kept = [kept.value[0] for kept in document.events[len(EVENTS) :]]
    assert len(kept) >= told + after
    assert kept == list(range(len(kept)))


# A disk that is full, or will not be written.


@pytest.fixture(params=[errno.ENOSPC, errno.EDQUOT, errno.EIO], ids=["full", "quota", "broken"])
def trouble(request: pytest.FixtureRequest) -> tuple[int, Reason]:
    return request.param, "unwritable" if request.param == errno.EIO else "full"


def write_up_to(room: int, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk take so many bytes yet, and fail then."""
    left, write = [room], os.write

    def limited(descriptor: int, content: bytes) -> int:
        if not left[0]:
            raise OSError(code, os.strerror(code))
        taken = write(descriptor, content[: left[0]])
        left[0] -= taken
        return taken

    monkeypatch.setattr(os, "write", limited)


@pytest.mark.parametrize("room", [0, 1, 40, 100])
def test_a_failed_append_is_cut_off_and_can_be_tried_again(
    room: int, trouble: tuple[int, Reason], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, reason = trouble
    before = path.read_bytes()
    with Document.open(path) as document:
        with monkeypatch.context() as patched:
            write_up_to(room, code, patched)
            assert refused(document.append, [event("lost"), event("lost, too")]) == reason
            assert path.read_bytes() == before
        document.append([event("again")])
    assert read(path) == DocumentContents(HEADER, [*EVENTS, event("again")], b"", [])


def test_an_append_that_does_not_reach_the_disk_is_cut_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    before = path.read_bytes()
    with Document.open(path) as document:
        monkeypatch.setattr(os, "fsync", fails)
        assert refused(document.append, [event("lost")]) == "full"
    assert path.read_bytes() == before


def test_an_append_that_is_interrupted_is_cut_off(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    before = path.read_bytes()
    with Document.open(path) as document:
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", interrupted)
            with pytest.raises(KeyboardInterrupt):
                document.append([event("lost")])
        assert path.read_bytes() == before
        document.append([event("again")])
    assert read(path).events == [*EVENTS, event("again")]


def test_what_cannot_even_be_cut_off_is_set_aside_at_the_next_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "broken")

    with Document.open(path) as document:
        with monkeypatch.context() as patched:
            write_up_to(9, errno.ENOSPC, patched)
            patched.setattr(os, "ftruncate", fails)
            assert refused(document.append, [event("lost")]) == "full"
        assert refused(document.append, [event("not after half a line")]) == "conflict"
    with Document.open(path) as document:
        assert document.torn_aside
        assert document.torn_aside.read_bytes() == b'{"time":"'
        assert document.events == EVENTS


@pytest.mark.parametrize("room", [0, 10])
def test_on_a_full_disk_no_part_of_a_new_file_stays(
    room: int, trouble: tuple[int, Reason], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, reason = trouble
    path = tmp_path / "new.lobgids"
    write_up_to(room, code, monkeypatch)
    assert refused(Document.create, path, HEADER) == reason
    assert refused(write_copy, path, HEADER, EVENTS) == reason
    assert folder_of(path) == set()


def test_a_torn_line_stays_in_its_place_where_it_cannot_be_set_aside(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torn = path.read_bytes() + b'{"time"'
    path.write_bytes(torn)
    write_up_to(3, errno.ENOSPC, monkeypatch)
    assert refused(Document.open, path) == "full"
    assert path.read_bytes() == torn
    assert folder_of(path) == {path.name}


LIMITED = """
import resource, sys
from pathlib import Path
from lobgids.log.events import Event
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
path = Path(sys.argv[1])
with Document.open(path) as document:
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100, resource.RLIM_INFINITY))
    try:
        document.append([Event(time="t", kind="noted", value="x" * 1000)])
    except DocumentError as error:
        print(error.reason)
    document.append([Event(time="t", kind="noted", value="fits")])
"""


@pytest.mark.skipif(not POSIX, reason="Windows limits no file's size")
def test_a_write_that_the_system_itself_cuts_short(path: Path) -> None:
    told = run(LIMITED, path)
    assert (told.stdout, told.stderr) == ("full\n", "")
    assert [kept.value for kept in read(path).events[len(EVENTS) :]] == ["fits"]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_what_may_not_be_written_can_still_be_read(code: int, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Simulated: for root, who runs some of these tests, no folder is read-only."""
    opened = os.open

    def reading_only(name: Any, flags: int, *mode: int, **more: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(code, os.strerror(code), os.fspath(name))
        return opened(name, flags, *mode, **more)

    before = path.read_bytes()
    document = Document.open(path)
    monkeypatch.setattr(os, "open", reading_only)
    assert refused(document.append, [event("lost")]) == "unwritable"
    document.close()
    assert refused(Document.open, path) == "unwritable"
    assert refused(Document.create, path.with_name("new.lobgids"), HEADER) == "unwritable"
    assert refused(write_copy, path.with_name("copy.lobgids"), HEADER, EVENTS) == "unwritable"
    assert refused(erase, path) == "unwritable"
    assert read(path).events == EVENTS
    assert path.read_bytes() == before
    assert folder_of(path) == {path.name}


def test_a_file_that_may_not_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError(errno.EACCES, "forbidden")

    monkeypatch.setattr(os, "open", forbidden)
    assert refused(read, path) == "unreadable"


def test_a_file_where_a_folder_should_be(path: Path) -> None:
    for below in (path / "a.lobgids", path / "folder" / "a.lobgids"):
        assert refused(Document.create, below, HEADER) == "unwritable"
        assert refused(write_copy, below, HEADER, EVENTS) == "unwritable"
    assert read(path).events == EVENTS


@pytest.mark.parametrize("taken", [False, True])
def test_without_hard_links_a_new_file_is_whole_all_the_same(
    taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.lobgids"

    def without(*_: object) -> None:
        if taken:
            path.write_bytes(b"of another")
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", without)
    if taken:
        assert refused(Document.create, path, HEADER) == "exists"
        assert path.read_bytes() == b"of another"
    else:
        Document.create(path, HEADER).close()
        assert read(path).header == HEADER
    assert folder_of(path) == {path.name}


# Somebody else at the file.


def remove(path: Path) -> None:
    path.unlink()


def replace(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"havo", b"vwo"))


def add(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b'{"time":"t","kind":"noted"}\n')


@pytest.mark.parametrize(
    ("change", "reason"), [(remove, "missing"), (replace, "conflict"), (edit, "conflict"), (add, "conflict")]
)
def test_what_somebody_else_did_to_the_file_is_left_as_it_is(
    change: Callable[[Path], None], reason: str, path: Path
) -> None:
    with Document.open(path) as document:
        document.append([event("before")])
        change(path)
        after = path.read_bytes() if path.exists() else None
        for _ in range(2):
            assert refused(document.append, [event("lost")]) == reason
            assert (path.read_bytes() if path.exists() else None) == after
    assert folder_of(path) <= {path.name}


OPEN = """
import sys
from pathlib import Path
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
from lobgids.storage.reading import read
from lobgids.storage.erasing import erase
path = Path(sys.argv[1])
for action in (Document.open, erase):
    try:
        action(path)
    except DocumentError as error:
        print(error.reason)
print(len(read(path).events), "filelock" in sys.modules)
"""


def test_two_processes_do_not_write_one_document(path: Path) -> None:
    with Document.open(path) as document:
        told = run(OPEN, path)
        assert (told.stdout.split(), told.stderr) == (["locked", "locked", "3", "True"], "")
        assert refused(Document.open, path) == "locked"
        document.append([event("still ours")])
    with Document.open(path) as document:
        assert document.events[-1] == event("still ours")


def test_a_document_has_one_lock_by_whatever_name_it_is_called(path: Path) -> None:
    other = path.with_name("other.lobgids")
    try:
        other.symlink_to(path)
    except OSError:
        pytest.skip("symbolic links may not be made here")
    with Document.open(path):
        assert refused(Document.open, other) == "locked"


def test_a_lock_file_that_a_killed_process_left_is_no_lock(path: Path) -> None:
    path.with_name(path.name + ".lock").touch()
    with Document.open(path) as document:
        assert document.events == EVENTS
    assert folder_of(path) == {path.name}


def test_a_lock_that_is_tidied_away_splits_no_two_writers(path: Path) -> None:
    """A second writer that had the lock file open when it was removed must not hold a lock without a name."""
    with Document.open(path):
        pass
    other = FileLock(path.with_name(path.name + ".lock"), timeout=0, thread_local=False)
    with other:
        assert refused(Document.open, path) == "locked"
    with Document.open(path):
        assert refused(Document.open, path) == "locked"


def test_reading_loads_no_lock_and_no_folders(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from lobgids.storage.reading import read; read(Path(sys.argv[1]));"
        "print(sorted({'filelock', 'platformdirs', 'textual', 'click', 'yaml', 'tempfile'} & set(sys.modules)))"
    )
    told = run(script, path)
    assert (told.stdout, told.stderr) == ("[]\n", "")


# Files that are not ours.

FOREIGN = {
    "empty": b"",
    "blank lines": b"\n\n\n",
    "binary": bytes(range(256)) * 40,
    "JSON array": b'[{"lobgids": 1}]\n',
    "JSON of another program": b'{"version": 1}\n',
    "JSON text": b'"lobgids"\n',
    "format in words": b'{"lobgids": "1"}\n',
    "a yes for a format": b'{"lobgids": true}\n',
    "format before the first": b'{"lobgids": 0}\n',
    "text": b"Beste collega,\n\nhierbij het plan.\n",
    "Latin-1": b'{"lobgids": "caf\xe9"}\n',
    "1 MB without a newline": b"x" * 1_000_000,
    "1 MB of brackets": b"[" * 1_000_000,
    "half a header": b'{"lobgids":1,"id":"0f8',
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_file_that_is_no_document_is_left_untouched(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.lobgids"
    path.write_bytes(content)
    before = path.stat()
    for action in (read, Document.open, erase):
        assert refused(action, path) == "foreign"
    assert path.read_bytes() == content
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert folder_of(path) == {path.name}


@pytest.mark.parametrize("rest", [b"}\n", b', "id": 3, "track": ["of another kind"]}\nwhatever \xff\n{"time'])
def test_a_newer_format_is_refused_and_left_untouched(rest: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.lobgids"
    content = f'{{"lobgids": {FORMAT + 1}'.encode() + rest
    path.write_bytes(content)
    assert refused(read, path) == refused(Document.open, path) == "newer"
    assert path.read_bytes() == content
    assert folder_of(path) == {path.name}


def test_a_header_of_ours_that_makes_no_sense(tmp_path: Path) -> None:
    path = tmp_path / "a.lobgids"
    path.write_bytes(b'{"lobgids": 1, "id": "a", "track": "pupil"}\n')
    assert refused(read, path) == refused(Document.open, path) == "unreadable"


def test_what_a_later_version_adds_to_a_header_or_event_is_no_obstacle(path: Path) -> None:
    added = path.read_bytes().replace(b'"}\n', b'","mood":"fine"}\n').replace(b'{"lobgids"', b'{"more":[],"lobgids"')
    path.write_bytes(added)
    assert read(path) == DocumentContents(HEADER, EVENTS, b"", [])


@pytest.mark.skipif(not POSIX, reason="Windows says of a folder only that it may not be opened")
def test_a_folder_is_no_document(tmp_path: Path) -> None:
    folder = tmp_path / "folder.lobgids"
    folder.mkdir()
    assert refused(read, folder) == refused(Document.open, folder) == "foreign"
    assert documents(tmp_path) == []


# What people type, and when.

TYPED = {
    "newlines": "een\ntwee\r\ndrie\rvier",
    "separators": "een\u2028twee\u2029drie\x85vier\x0b\x0c\x1c\x1d\x1e",
    "nul": "a\x00b",
    "terminal codes": "\x1b[31mrood\x1b[0m \x9b31m \x7f \x07",
    "right to left": "\u202eabc\u202c \u2066שלום\u2069 \u200f",
    "emoji": "👩‍🏫🇳🇱🙂",
    "quotes": '"}\n{"time":"t","kind":"noted"}',
    "long": "é" * 100_000,
}


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED.keys())
def test_whatever_is_typed_comes_back_and_stays_on_its_line(text: str, path: Path) -> None:
    with Document.open(path) as document:
        document.append([event(text), event({text: [text]})])
    assert read(path).events[len(EVENTS) :] == [event(text), event({text: [text]})]
    lines = path.read_bytes().decode("utf-8").splitlines()  # at all that Unicode takes for the end of a line
    assert len(lines) == 1 + len(EVENTS) + 2
    assert all(character.isprintable() or character >= "\xa0" for line in lines for character in line)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("half\ud83d", "half\ufffd"),
        ("\ude42x", "\ufffdx"),
        ("a\udce9b\ud83dc", "a\ufffdb\ufffdc"),
        ("whole \ud83d\ude42", "whole 🙂"),
    ],
)
def test_half_a_character_is_replaced(typed: str, kept: str, path: Path) -> None:
    with Document.open(path) as document:
        document.append([event(typed), event({typed: [typed, 1, None, True]})])
    assert read(path).events[len(EVENTS) :] == [event(kept), event({kept: [kept, 1, None, True]})]


def test_times_stay_as_they_are_when_the_clock_goes_back(path: Path) -> None:
    times = ["2026-10-25T01:30:00Z", "2026-10-25T00:30:00Z", "1970-01-01T00:00:00Z", "2026-10-25T00:30:01Z"]
    for time in times:
        with Document.open(path) as document:
            document.append([event(1, time=time)])
    assert [kept.time for kept in read(path).events[len(EVENTS) :]] == times


def test_ten_thousand_events(path: Path) -> None:
    many = [event({"number": number, "text": "een zin van een gewone lengte"}) for number in range(10_000)]
    with Document.open(path) as document:
        document.append(many)
    assert read(path).events == [*EVENTS, *many]
    with Document.open(path) as document:
        document.append([event("after")])
    assert read(path).events[-1] == event("after")


texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=8,
)
all_events = st.builds(
    Event,
    time=texts,
    kind=st.sampled_from(get_args(EventKind)),
    ask=texts,
    value=values,
    round=st.integers(-(2**63), 2**63 - 1),
)
headers = st.builds(
    Header,
    lobgids=st.just(FORMAT),
    id=texts,
    created=texts,
    track=st.sampled_from(["decaan", "workshop", "mentor"]),
    knowledge_base=texts,
    knowledge_base_version=texts,
    seed=texts,
    form=st.sampled_from(["", "short", "full"]),
    language=texts,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    header=headers, first=st.lists(all_events, max_size=4), then=st.lists(all_events, max_size=4), cut=st.integers(0)
)
def test_any_conversation_comes_back(
    header: Header, first: list[Event], then: list[Event], cut: int, tmp_path: Path
) -> None:
    path = tmp_path / "any.lobgids"
    for left in documents(tmp_path):
        erase(left)
    with Document.create(path, header) as document:
        document.append(first)
    with Document.open(path) as document:
        assert (document.header, document.events) == (header, first)
        document.append(then)
    assert read(path) == DocumentContents(header, first + then, b"", [])
    content = path.read_bytes()
    start = content.index(b"\n") + 1
    path.write_bytes(content[: start + cut % (len(content) - start + 1)])
    kept = read(path)
    assert kept.events == (first + then)[: len(kept.events)]
    assert kept.skipped == []


@given(content=st.binary())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_after_the_header_are_read_and_not_lost(content: bytes, path: Path) -> None:
    start = path.read_bytes().partition(b"\n")[0] + b"\n"
    path.write_bytes(start + content)
    torn = read(path).torn
    with Document.open(path) as document:
        document.append([event("after")])
    kept = read(path)
    assert kept.events[-1] == event("after")
    assert kept.torn == b""
    assert path.read_bytes().startswith(start + content.removesuffix(torn))


# Folders.


def test_documents_are_listed_with_the_last_changed_first(tmp_path: Path) -> None:
    for name, changed in (("a", 10), ("b", 30), ("c", 20), ("d", 30)):
        Document.create(tmp_path / f"{name}.lobgids", HEADER).close()
        os.utime(tmp_path / f"{name}.lobgids", (changed, changed))
    (tmp_path / "a.lobgids.torn-1").touch()
    (tmp_path / "plan.docx").touch()
    assert [path.name for path in documents(tmp_path)] == ["b.lobgids", "d.lobgids", "c.lobgids", "a.lobgids"]
    assert documents(tmp_path / "nowhere") == []


def test_the_default_folder_is_among_the_documents(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = own_home / "Documenten"
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: theirs)
    without = default_folder()
    assert without.name == "lobgids"
    assert theirs not in without.parents
    theirs.mkdir()
    assert default_folder() == theirs / "lobgids"
    assert not default_folder().exists()


def test_erasing_removes_all_that_belongs_to_a_document_and_nothing_else(path: Path) -> None:
    ours = [".torn-1", ".torn-12", ".0123abcd.new", ".torn-2.0123abcd.new", ".lock"]
    others = [".torn-x", ".bak", ".new", "2", ".torn-1.txt"]
    for end in ours + others:
        path.with_name(path.name + end).touch()
    path.with_name("other.lobgids.torn-1").touch()
    erase(path)
    assert folder_of(path) == {path.name + end for end in others} | {"other.lobgids.torn-1"}


def test_a_document_of_a_newer_format_can_be_erased(path: Path) -> None:
    path.write_bytes(b'{"lobgids": 99}\n')
    erase(path)
    assert folder_of(path) == set()


# Elsewhere.

WITHOUT_POSIX = """
import os, sys, warnings
for module in ("fcntl", "pwd", "grp", "resource", "termios"):
    sys.modules[module] = None
for name in ("fchmod", "chown", "fchown", "lchown", "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "pread", "pwrite",
             "writev", "fork", "getuid", "geteuid", "getgid", "fdatasync", "statvfs", "posix_fallocate", "mkfifo"):
    if hasattr(os, name):
        delattr(os, name)
opened = os.open
def no_folders(name, flags, *mode, **more):
    if os.path.isdir(name):
        raise PermissionError(13, "Windows opens no folder")
    return opened(name, flags, *mode, **more)
os.open = no_folders
from pathlib import Path
from lobgids.log.events import Event, Header
from lobgids.storage.document import Document
from lobgids.storage.errors import DocumentError
from lobgids.storage.reading import DocumentContents, read
from lobgids.storage.writing import write_copy
from lobgids.storage.erasing import erase
warnings.simplefilter("ignore")  # filelock says that without fcntl its locks are softer
path = Path(sys.argv[1]) / "folder" / "a.lobgids"
header = Header(
    lobgids=1, id="a", created="t", track="decaan", knowledge_base="k", knowledge_base_version="1", seed="s"
)
note = Event(time="t", kind="noted", value="één\\n")
with Document.create(path, header) as document:
    document.append([note])
    try:
        Document.open(path)
    except DocumentError as error:
        print(error.reason)
path.write_bytes(path.read_bytes() + b'{"torn')
with Document.open(path) as document:
    document.append([note])
    print(document.torn_aside.read_bytes())
assert read(path) == DocumentContents(header, [note, note], b"", [])
write_copy(path.with_name("copy.lobgids"), header, [note])
erase(path)
print([path.name for path in path.parent.iterdir()])
"""


def test_nothing_is_needed_that_only_posix_has(tmp_path: Path) -> None:
    told = run(WITHOUT_POSIX, tmp_path)
    assert (told.stdout.splitlines(), told.stderr) == (["locked", "b'{\"torn'", "['copy.lobgids']"], "")
