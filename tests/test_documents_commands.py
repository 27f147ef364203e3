"""The commands for documents, and how a conversation is begun, gone on with or refused."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from lobgids.cli.main import main
from lobgids.dialogue.machine import Route
from lobgids.log.events import Event, Header
from lobgids.log.state import fold
from lobgids.session.review import LARGEST_LISTED
from lobgids.storage.folders import default_folder, documents
from lobgids.storage.reading import read
from lobgids.storage.writing import write_copy
from tests.conftest import ROOT, Talk
from tests.fakes.people import Opened, exchange, hold

NASTY = "Zorgelijk *dik* <b>[x](http://y.z)</b> `c`\x1b[31m"
FROZEN = ROOT / "tests" / "frozen"
Typing = Callable[..., None]
Run = Callable[..., str]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Lines on standard input."""

    def give(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return give


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], typing: Typing) -> Run:
    """Run a command that goes well and give what it shows."""

    def command(*arguments: str | Path, lines: tuple[str, ...] = (), lang: str = "nl") -> str:
        typing(*lines)
        language = ("--lang", lang) if lang else ()
        assert main([*map(str, arguments), *language]) == 0
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out

    return command


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str], typing: Typing) -> Run:
    """Run a command that cannot go well and give its one sentence."""

    def command(*arguments: str | Path, lang: str = "nl") -> str:
        typing()
        assert main([*map(str, arguments), "--lang", lang]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        return captured.err

    return command


@pytest.fixture
def school(opened: Opened, copied_once: Callable[..., Path], tmp_path: Path) -> Path:
    """A whole conversation with typed words, notes and things taken back."""

    def made() -> None:
        session = opened(form="full", language="nl")
        lines = (NASTY, "terug", "Het Kompas", "note Vraag Anna", "1", "Plannen maken", "taal", "skip", "taal")
        hold(
            session,
            *lines,
            by_ask={"c01.situation": f"a, {NASTY}", "theme.lessons": "1 2", "theme.lessons.shared": "Om beurten"},
        )
        assert session.conversation.ask is None

    return copied_once(tmp_path / "school.lobgids", made)


# Transcripts.


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("lang", ["nl", "en", ""])
def test_a_replay_is_the_same_byte_for_byte(form: str, lang: str, school: Path, run: Run) -> None:
    before = school.read_bytes()
    first = run("replay", school, "--as", form, lang=lang)
    assert run("replay", school, "--as", form, lang=lang) == first
    assert school.read_bytes() == before
    assert "Het Kompas" in first
    assert ("Think of" in first) == (lang == "en")


def test_a_replay_tells_all_in_words(school: Path, run: Run) -> None:
    told = run("replay", school, lang="")
    for words in ("jij: Het Kompas", "jij: notitie: Vraag Anna", "jij: terug", "jij: maandag 1 maart 2027",
                  "Klopt dat?", "jij: Om beurten", "lobgids: Over welke school",
                  "jij: verder in een andere taal"):  # fmt: skip
        assert words in told, words
    assert not re.search(r"\b(c\d\d|part|doer|act|scale)\.\w|\b[Tt]rue\b|2027-03-01", told)
    assert "\x1b" not in told


def test_what_was_typed_is_plain_in_markdown(school: Path, run: Run) -> None:
    told = run("replay", school, "--as", "markdown")
    assert r"Zorgelijk \*dik\* \<b\>\[x\](http\://y.z)\</b\> \`c\`" in told
    assert "*dik*" not in told.replace(r"\*", "")
    assert "**jij:** Het Kompas" in told


def test_a_replay_of_an_open_conversation_ends_with_its_question(opened: Opened, run: Run) -> None:
    session = opened(form="full", language="nl")
    hold(session, until="c01.situation")
    assert run("replay", session.path).rstrip().endswith("6. Dat weet ik nog niet")


def test_lines_that_could_be_markdown() -> None:
    from lobgids.report.formats.markdown import escaped

    assert escaped("# kop") == r"\# kop"
    assert escaped("- een") == r"\- een"
    assert escaped("   1. een") == r"1\. een"
    assert escaped("2024 was druk. Echt") == "2024 was druk. Echt"
    assert escaped("www.x.nl") == r"www\.x.nl"


# The list.


def test_the_list(run: Run) -> None:
    assert run("list").startswith("Er zijn nog geen gesprekken in ")
    run("talk", "--form", "short", lines=("Het Kompas", "1"))
    run("talk", "--form", "short", lines=("De \x1b[1mLinde",))
    (default_folder() / "kladje.lobgids").write_text("hallo", encoding="utf-8")
    first, *lines = run("list").splitlines()
    assert first == f"Je gesprekken staan in {default_folder()}"
    assert len(lines) == 3
    assert "kladje.lobgids is geen gesprek" in lines[0]
    assert "De Linde, decaan, " in lines[1]
    assert "% klaar, laatst op " in lines[2]
    assert "Het Kompas" in lines[2]


def test_one_document_with_a_defect_stops_no_list(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("talk", "--form", "short", lines=("Het Kompas",))
    folder, case = default_folder(), FROZEN / "workshop-again-and-concluded.lobgids"
    (folder / "groep.lobgids").write_bytes(case.read_bytes())
    monkeypatch.setattr(Route, "has_second_vote", lambda _route: True)  # so that the route goes round
    lines = run("list").splitlines()
    assert f"Het gesprek {folder / 'groep.lobgids'} kan ik nu niet lezen. Er is niets aan veranderd." in lines
    assert "Het Kompas, decaan, " in lines[-1]
    told = run(lines=("2",))
    assert "Het Kompas" in told
    assert "Dag, ik ben lobgids." in told


def test_a_document_that_is_too_large_for_a_list_is_listed_by_its_header(run: Run) -> None:
    path = default_folder() / "groot.lobgids"
    run("talk", path, "--form", "short", lines=("Het Kompas",))
    with path.open("ab") as file:
        file.truncate(LARGEST_LISTED)
    assert "Het Kompas" in run("list")
    with path.open("ab") as file:
        file.truncate(LARGEST_LISTED + 1)
    assert "groot.lobgids, decaan, erg groot, dus nog niet gelezen, laatst op " in run("list")
    assert "Dag, ik ben lobgids." in run()  # it offers to go on with none of which it does not know that it is open


def test_new_documents_are_named_by_date_and_track(run: Run) -> None:
    run("talk")
    run("talk")
    names = sorted(path.name for path in documents(default_folder()))
    assert names[0].endswith(" decaan 2.lobgids")
    assert names[1].endswith(" decaan.lobgids")
    assert names[0][:10] == read(default_folder() / names[1]).header.created[:10] or names[0][:2] == "20"


# Beginning, going on, and refusing.


def test_alone_it_begins_then_offers_to_go_on(run: Run) -> None:
    assert run().startswith("Dag, ik ben lobgids.")
    (path,) = documents(default_folder())
    told = run(lines=("misschien", "ja", "Het Kompas"))
    assert told.startswith("Je hebt een gesprek dat nog niet af is:")
    assert "Antwoord met 1 of 2." in told
    assert read(path).events[-2].value == "Het Kompas"
    run(lines=())
    assert documents(default_folder()) == [path]
    run(lines=("2",))
    assert len(documents(default_folder())) == 2


def test_alone_it_passes_by_what_is_finished_or_no_conversation(opened: Opened, run: Run) -> None:
    folder = default_folder()
    folder.mkdir(parents=True)
    (folder / "kladje.lobgids").write_text("hallo", encoding="utf-8")
    session = opened(form="short", language="nl")
    exchange(session)
    finished = read(session.path)
    write_copy(folder / "af.lobgids", finished.header, finished.events)
    assert run().startswith("Dag, ik ben lobgids.")


def test_what_an_option_gives_is_not_asked_again(opened: Opened, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "nieuw.lobgids"
    run("talk", path, "--form", "short", lang="en")
    header = read(path).header
    assert (header.form, header.language, header.track) == ("short", "en", "decaan")
    assert header.created.endswith("Z")
    session = opened(language="nl")
    hold(session, until="welcome.part")
    run("talk", session.path, "--form", "full", lines=("1",), lang="")
    with opened() as session:
        assert session.conversation.ask
        assert session.conversation.ask.id == "assignment.asked"


@pytest.mark.parametrize("options", [("--form", "full"), ("--json", "--form", "full")])
def test_an_option_that_contradicts_the_document_is_refused(
    options: tuple[str, ...], opened: Opened, refused: Run
) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="welcome.part")
    before = session.path.read_bytes()
    assert "--form" in refused("talk", session.path, *options)
    assert session.path.read_bytes() == before


def test_a_form_that_was_chosen_in_the_conversation_holds_too(opened: Opened, refused: Run, run: Run) -> None:
    session = opened(language="nl")
    hold(session, by_ask={"welcome.form": "1"}, until="assignment.asked")
    assert "--form" in refused("talk", session.path, "--form", "full")
    run("talk", session.path, "--form", "short", "--track", "decaan")


def test_another_language_goes_on_in_that_one(opened: Opened, run: Run) -> None:
    session = opened(form="full", language="nl")
    hold(session, until="c05.situation")
    assert "Think of a recent LOB lesson" in run("talk", session.path, lang="en")
    assert "Think of a recent LOB lesson" in run("talk", session.path, lang="")


def test_plain_and_json_do_not_go_together(refused: Run) -> None:
    assert "--plain" in refused("talk", "--plain", "--json")


def test_a_finished_conversation_gives_its_result_in_words(school: Path, run: Run) -> None:
    told = " ".join(run("talk", school).split())
    assert "Het plan: - " in told
    assert ", 1 maart 2027" in told
    assert told.count("Ik heb nu een beeld") == 1
    assert "Let op" not in told
    words, caption, plots = run("result", school).partition("Hoe waarschijnlijk elk stadium is, per onderdeel")
    assert words.strip() in run("talk", school)
    assert caption
    assert "Visie en doelen" in plots
    assert "●" in plots
    assert "nog niet af" not in told


def test_the_result_of_an_open_conversation_says_that_it_is_not_finished(opened: Opened, run: Run) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="theme.lessons")
    assert run("result", session.path).startswith("Het gesprek is nog niet af.")


# Files that cannot be used.


@pytest.mark.parametrize("command", ["talk", "result", "replay", "share", "erase"])
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("hallo\n", "geen gesprek van lobgids"),
        ("", "geen gesprek van lobgids"),
        ('{"lobgids": 99}\n', "nieuwere lobgids"),
        ('{"lobgids": 1}\n', "kan niet gelezen worden"),
        (None, "is er niet"),
    ],
)
def test_a_bad_file_gets_one_sentence(
    command: str, content: str | None, sentence: str, refused: Run, tmp_path: Path
) -> None:
    path = tmp_path / "x.lobgids"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    elif command == "talk":
        return  # it begins a new one
    more: tuple[str | Path, ...] = (tmp_path / "kopie.lobgids",) if command == "share" else ()
    if command == "erase":
        more = ("--yes", "--taken-back")
    assert sentence in refused(command, path, *more)
    refused(command, path, *more, lang="en")
    assert (path.read_text("utf-8") if path.exists() else None) == content


def test_a_folder_is_no_conversation(refused: Run, tmp_path: Path) -> None:
    for command in ("talk", "result", "replay"):
        refused(command, tmp_path)


def test_a_conversation_is_open_once(opened: Opened, refused: Run, run: Run) -> None:
    with opened(language="nl") as session:
        assert "al ergens anders open" in refused("talk", session.path)
        assert "al ergens anders open" in refused("erase", session.path, "--yes")
        run("replay", session.path)


# Sharing and erasing.


def test_a_copy_has_what_stands_and_gives_the_same_result(school: Path, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.lobgids"
    told = run("share", school, copy)
    assert "Je eigen woorden staan er nog in" in told
    assert "taken_back" not in copy.read_text("utf-8")
    assert "Het Kompas" in copy.read_text("utf-8")
    assert run("result", copy, "--json") == run("result", school, "--json")
    assert fold(read(copy).events).answers == fold(read(school).events).answers


def test_a_copy_without_words_has_none_of_them(school: Path, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.lobgids"
    run("share", school, copy, "--without-words")
    text = copy.read_text("utf-8")
    for typed in ("Kompas", "Anna", "Plannen", "Zorgelijk", "Om beurten", "noted", '"quote":', "Iets"):
        assert typed not in text
    ours, theirs = (json.loads(run("result", path, "--json")) for path in (school, copy))
    assert theirs["school"].pop("name") == ""
    assert ours["school"].pop("name") == "Het Kompas"
    for result in (ours, theirs):
        for item in result["plan"]:
            item |= {"whom": "", "off": ""}
        for sign in result["signs"]:
            sign["now"] = ""
    assert theirs == ours
    assert "Kompas" not in run("replay", copy) + run("list") + run("talk", copy)


def test_a_name_that_is_also_an_id_is_a_word(opened: Opened, run: Run, tmp_path: Path) -> None:
    session = opened(form="short", language="nl")
    hold(session, "samenwerking", until="welcome.part")
    run("share", session.path, tmp_path / "kopie.lobgids", "--without-words")
    assert read(tmp_path / "kopie.lobgids").events[0].value == ""


def test_a_copy_never_replaces_a_file(school: Path, refused: Run) -> None:
    before = school.read_bytes()
    assert "is er al" in refused("share", school, school)
    assert school.read_bytes() == before


@pytest.mark.parametrize("answer", ["nee", "", "misschien"])
def test_erasing_asks_first(answer: str, school: Path, run: Run) -> None:
    assert "Er is niets gewist." in run("erase", school, lines=(answer,))
    assert school.exists()


@pytest.mark.parametrize("more", [("--yes",), ()])
def test_erasing(more: tuple[str, ...], school: Path, run: Run) -> None:
    school.with_name(f"{school.name}.torn-1").write_text("{", encoding="utf-8")
    assert "is gewist" in run("erase", school, *more, lines=() if more else ("ja",))
    assert not list(school.parent.glob("school*"))


def test_erasing_what_was_taken_back(school: Path, run: Run) -> None:
    before, result = fold(read(school).events).answers, run("result", school, "--json")
    assert "Zorgelijk *dik*" in school.read_text("utf-8")
    assert "Wat je teruggenomen had, is gewist." in run("erase", school, "--taken-back", lines=("ja",))
    assert not [event for event in read(school).events if event.kind == "taken_back"]
    assert read(school).events[0].value == "Het Kompas"
    assert fold(read(school).events).answers == before
    assert run("result", school, "--json") == result
    assert [path.name for path in school.parent.glob("school*")] == [school.name]


# Documents that somebody edited, or that come from elsewhere.


@pytest.mark.parametrize("command", ["result", "replay", "list", "talk"])
def test_odd_events_are_no_trouble(command: str, talk: Callable[..., Talk], run: Run) -> None:
    one = talk("short").go(until="c08.situation")
    odd = [
        Event(time="gisteren", kind="answered", ask="c77.situation", value="c77.m1"),
        Event(time="x", kind="answered", ask="welcome.part", value="part.gone"),
        Event(time="x", kind="noted", ask="c01.situation", value=["x"]),
        Event(time="x", kind="jumped", ask="c88.situation"),
        Event(time="x", kind="language", value="xx"),
        Event(time="x", kind="revealed"),
        Event(time="x", kind="taken_back"),
    ]
    header = msgspec.structs.replace(one.conversation.header, created="ooit", knowledge_base_version="7")
    folder = default_folder()
    write_copy(folder / "x.lobgids", header, [*one.events, *odd])
    run(command, *(() if command == "list" else (folder / "x.lobgids",)), lang="")


def test_what_is_odd_about_a_document_is_said_once_and_kept(opened: Opened, run: Run) -> None:
    session = opened(form="full", language="nl")
    hold(session, until="c02.situation")
    gone = {"time": "2026-11-23T12:00:00Z", "kind": "answered", "ask": "c77.situation", "value": "c77.m1"}
    with session.path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(gone) + '\n{"kind": "of later"}\n{"time": "2026')
    told = "".join(run("talk", session.path).split())
    assert "1antwoordhoortbijeenvraagdieernietmeeris" in told
    assert "1regelvanhetbestandbegrijpikniet" in told
    assert f"Delaatsteregelvanhetbestandwasnietaf.Diestaatnuin{session.path}.torn-1" in told
    assert "c77.situation" in session.path.read_text("utf-8")


@pytest.mark.parametrize(
    ("machine", "first"), [("nl_NL.UTF-8", "school"), ("en_GB.UTF-8", "school"), ("C", "language")]
)
def test_a_new_conversation_is_in_the_language_of_the_machine(
    machine: str, first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", machine)
    monkeypatch.setattr("sys.stdin", io.StringIO("pauze\n"))
    assert main(["talk", "--plain", str(tmp_path / "x.lobgids")]) == 0
    assert ("In welke taal" in capsys.readouterr().out) == (first == "language")
    assert read(tmp_path / "x.lobgids").header.language == (machine[:2] if first == "school" else "")


def test_a_document_in_a_language_that_is_not_here(run: Run, talk: Callable[..., Talk], tmp_path: Path) -> None:
    header: Header = msgspec.structs.replace(talk("short").conversation.header, language="fr")
    write_copy(tmp_path / "x.lobgids", header, [])
    assert "Over welke school" in run("talk", tmp_path / "x.lobgids", lang="")
