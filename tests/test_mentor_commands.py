"""From the command line: a brief and what is none, a mentor's sheet, and looking something up."""

import json
import os
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any, get_args

import msgspec
import platformdirs
import pytest
from pypdf import PdfReader

from lobgids.cli.main import main
from lobgids.dialogue.brief import Brief
from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.protocol import Answer, MentorResult
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.topics import TopicKind, named, topics
from lobgids.session.file_session import FileSession, brief_file
from lobgids.session.transcript import TranscriptEntry, entries
from lobgids.storage.reading import read
from tests.conftest import ROOT, Talk, sensible
from tests.fakes.people import exchange, hold
from tests.test_golden import localized

Opened = Callable[..., FileSession]
Begin = Callable[..., Talk]
HOW_BRIEF = b'{"answer": "school.how.brief"}\n'
DECAAN = ROOT / "lobgids" / "examples" / "vakkenschool.lobgids"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run a command with nobody at the keyboard and give what it shows, or its refusal where that is expected."""
    monkeypatch.setattr("sys.stdin", StringIO())

    def command(*arguments: object, code: int = 0, lang: str = "nl") -> str:
        assert main([*map(str, arguments), "--lang", lang]) == code
        captured = capsys.readouterr()
        return " ".join((captured.err if code else captured.out).split())

    return command


@pytest.fixture
def brief(run: Callable[..., str], copied_once: Callable[..., Path], tmp_path: Path) -> Path:
    """The agreements of the example school."""
    path = tmp_path / "afspraken.json"
    return copied_once(path, lambda: run("brief", DECAAN, path))


def mentor(opened: Opened, until: str = "", name: str = "mentor.lobgids") -> Path:
    """A mentor's conversation, all of it or until a question."""
    session = opened(name, track="mentor", language="nl")
    with session:
        while (ask := session.conversation.ask) and ask.id != until:
            answer: Any = "school.how.scenes" if ask.id == "school.how" else sensible(ask)
            session.conversation.take(Answer(answer=answer))
    return session.path


# The brief.


def test_a_brief_holds_agreements_and_nothing_that_anybody_said(brief: Path) -> None:
    content = brief.read_text("utf-8")
    told = msgspec.json.decode(content, type=Brief)
    assert told.model == 1
    assert {"theme.lessons", "theme.first-contact"} <= {one.theme for one in told.who}
    assert all("nobody" not in one.doers for one in told.who)
    assert [(one.owner, one.date) for one in told.plan if one.action == "act.m2.first-contact"] == [
        ("mentor", "2027-04-06")
    ]
    events = [event for event in read(DECAAN).events if event.kind in ("answered", "noted", "planned")]
    typed = [
        event.value for event in events if event.ask in ("welcome.school", "assignment.asked", "assignment.results")
    ]
    typed += [value.get("quote") or value.get("text") for event in events if isinstance(value := event.value, dict)]
    assert len(typed) >= 5
    assert not [words for words in typed if words and words in content]
    assert "Joris" not in content


def test_the_decaan_sees_all_that_is_in_the_brief(run: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "afspraken.json"
    shown = run("brief", DECAAN, path)
    assert "en verder niets: - De school lijkt op de vakkenschool." in shown
    assert "LOB-lessen en LOB-activiteiten: de decaan" in shown
    assert "6 april 2027" in shown
    lines = json.loads(path.read_text("utf-8"))["in_words"]
    assert all(" ".join(line.split()) in shown for line in lines)
    english = run("brief", DECAAN, path, "--force", lang="en")
    assert "and nothing else: - The school looks like" in english


def test_a_brief_is_not_overwritten_and_only_a_decaan_gives_one(
    brief: Path, run: Callable[..., str], opened: Opened, tmp_path: Path
) -> None:
    assert "--force" in run("brief", DECAAN, brief, code=2)
    path = mentor(opened, until="school.how")
    assert "gesprek van een decaan" in run("brief", path, tmp_path / "x.json", code=2)
    assert not (tmp_path / "x.json").exists()


def test_a_brief_given_beforehand_is_not_asked_for(brief: Path, opened: Opened) -> None:
    session = opened(track="mentor", language="nl", brief=brief_file(str(brief)))
    shown = exchange(session, until="lob.when")
    asked = [one["id"] for one in shown if one["type"] == "ask"]
    assert asked == ["opening.own.case", "opening.case", "opening.others.case", "lob.what_for", "lob.when"]
    said = " ".join(one["text"] for one in shown if one["type"] == "say")
    assert said.startswith("Dag, ik ben lobgids.")
    assert "Zo gaat het nu op jouw school, vertelde de decaan:" in said
    assert "vakkenschool" not in said
    with opened() as again:
        told = again.conversation.outcome()
    assert told.school == {"model": 1, "source": "brief"}


@pytest.mark.parametrize("language", ["nl", ""])
def test_a_brief_given_beforehand_answers_no_question_that_is_told(language: str, brief: Path, opened: Opened) -> None:
    session = opened(track="mentor", language=language, brief=brief_file(str(brief)))
    told = [entry.text for entry in transcript_of(session)]
    assert len(told) == len(set(told))
    assert session.conversation.ask is not None
    assert told.index("een bestand met afspraken") < told.index(session.conversation.ask.text)


def test_a_brief_can_be_named_in_the_conversation(brief: Path, opened: Opened) -> None:
    session = opened(track="mentor", language="nl")
    shown = hold(session, by_ask={"school.how": "1", "school.brief": str(brief)}, until="lob.when")
    assert "ik lees wat de decaan je gaf" in " ".join(shown.split())
    assert session.conversation.outcome().school == {"model": 1, "source": "brief"}


@pytest.mark.parametrize("how", ["text", "answer"])
def test_a_program_can_name_the_file_of_a_brief(how: str, brief: Path, opened: Opened) -> None:
    session = opened(track="mentor", language="nl")
    exchange(session, until="school.how")
    with opened() as again:
        exchange(again, HOW_BRIEF, json.dumps({how: str(brief)}).encode() + b"\n", until="lob.when")
    assert again.conversation.outcome().school == {"model": 1, "source": "brief"}


def test_a_program_can_give_the_content_of_a_brief(brief: Path, opened: Opened) -> None:
    content = json.loads(brief.read_text("utf-8"))
    given = json.dumps({"answer": {"brief": content}}).encode() + b"\n"
    exchange(opened(track="mentor", language="nl"), until="school.how")
    session = opened()
    exchange(session, HOW_BRIEF, given, until="lob.when")
    named = opened("genoemd.lobgids", track="mentor", language="nl", brief=brief_file(str(brief)))
    named.__exit__()
    kept = [next(event for event in read(one.path).events if event.ask == "school.brief") for one in (session, named)]
    assert (kept[0].kind, kept[0].value) == (kept[1].kind, kept[1].value)
    assert kept[0].value["brief"]["in_words"] == []


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"lobgids_brief": 2}, "nieuwere lobgids"),
        ({"lobgids": 1}, "een heel gesprek"),
        ({}, "geen blad van een decaan"),
        ({"lobgids_brief": 1, "who": ["x" * 200_000]}, "geen blad van een decaan"),
    ],
)
def test_content_that_is_no_brief_is_told_and_asked_for_again(given: Any, sentence: str, talk: Begin) -> None:
    one = talk(track="mentor").go(until="school.brief", school__how="school.how.brief")
    before = len(one.events)
    (problem,) = one.answer({"brief": given}).says
    assert sentence in problem.text
    assert (one.ask.id, len(one.events)) == ("school.brief", before)
    one.move("skip")
    assert one.ask.id == "school.scene"


@pytest.mark.parametrize("given", [{"brief": "x"}, {"brief": {}, "more": 1}, {"file": {}}, {}])
def test_what_holds_no_content_is_asked_again(given: Any, talk: Begin) -> None:
    one = talk(track="mentor").go(until="school.brief", school__how="school.how.brief")
    before = len(one.events)
    one.answer(given)
    assert (one.ask.id, len(one.events)) == ("school.brief", before)


def test_the_engine_itself_reads_no_file(brief: Path, talk: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    one = talk(track="mentor").go(until="school.brief", school__how="school.how.brief")
    monkeypatch.setattr(os, "open", no_file)
    monkeypatch.setattr("builtins.open", no_file)
    assert "niet vinden of lezen" in one.type(str(brief)).says[0].text
    assert one.ask.id == "school.brief"


def no_file(*_args: object, **_more: object) -> None:
    raise AssertionError("a file was opened")


def test_a_brief_that_an_editor_put_a_mark_in_front_of_is_read(brief: Path, opened: Opened) -> None:
    brief.write_bytes(b"\xef\xbb\xbf" + brief.read_bytes())
    session = opened("m", track="mentor", brief=brief_file(str(brief)))
    assert session.conversation.view.is_answered("school.brief")


def test_what_the_brief_says_others_do_is_no_task_of_the_mentor(brief: Path, opened: Opened) -> None:
    told = json.loads(brief.read_text("utf-8"))
    told |= {"model": 2, "who": [{"theme": "theme.lessons", "doers": ["decaan"]},
                                 {"theme": "theme.parents", "doers": ["decaan", "mentor"]}]}  # fmt: skip
    brief.write_text(json.dumps(told), encoding="utf-8")
    session = opened(track="mentor", language="nl", brief=brief_file(str(brief)))
    exchange(session, until="role.diary")
    asked = session.conversation.ask
    assert asked is not None
    ids = [option.id for option in asked.options]
    assert "mentor.task.m2.1" not in ids
    assert {"mentor.task.m2.2", "mentor.task.m2.3"} <= set(ids)


ELSEWHERE = {"lessons": ["decaan"], "talks": ["team_leader"], "parents": ["decaan"], "advice": ["team_leader"],
             "first-contact": ["decaan", "someone_else"], "year-plan": ["mentor"]}  # fmt: skip


def briefed(
    brief: Path, opened: Opened, who: dict[str, list[str]], model: int = 2, until: str = ""
) -> tuple[FileSession, str]:
    """A mentor's conversation with a brief that says who does what in a school of a model, and what was said."""
    told = json.loads(brief.read_text("utf-8"))
    told |= {"model": model, "who": [{"theme": f"theme.{theme}", "doers": doers} for theme, doers in who.items()]}
    brief.write_text(json.dumps(told), encoding="utf-8")
    session = opened(track="mentor", language="nl", brief=brief_file(str(brief)))
    shown = exchange(session, until=until)
    return session, " ".join(one["text"] for one in shown if one["type"] == "say")


def test_what_lies_with_others_is_to_be_asked_and_not_told_as_ones_own(
    brief: Path, opened: Opened, run: Callable[..., str]
) -> None:
    session, _said = briefed(brief, opened, ELSEWHERE)
    told = session.conversation.outcome()
    assert isinstance(told, MentorResult)
    assert {one["ask"]: one["text"] for one in told.find_out}["theme.talks"] == (
        "Gesprekken met leerlingen: dit ligt nu bij de teamleider. Vraag na wat jij erin doet."
    )
    assert {task["id"] for task in told.tasks} == {f"mentor.task.m0.{number}" for number in (1, 2, 3, 4)}
    run("report", session.path, "--as", "md")
    sheet = " ".join(session.path.with_name(f"{session.path.stem} blad.md").read_text("utf-8").split())
    assert "LOB-lessen en LOB-activiteiten: dit ligt nu bij de decaan." in sheet
    assert "Je geeft de LOB-lessen" not in sheet
    assert "komt eerst bij jou" not in sheet
    assert "gaat bij jullie nu eerst naar de decaan en iemand anders" in sheet
    assert "Zo gaat het nu op je school, vertelde de decaan." in sheet
    assert "afgesproken" not in sheet


def test_the_brief_says_to_whom_a_first_question_goes(brief: Path, opened: Opened) -> None:
    for number, (model, doers, words) in enumerate((
        (1, ["mentor"], "komt bij jullie nu eerst bij jou"),
        (1, ["decaan"], "wijs je leerling en ouders de weg naar de decaan"),
        (1, ["team_leader"], "gaat bij jullie nu eerst naar de teamleider"),
        (2, ["mentor", "decaan"], "komt eerst bij jou"),
        (3, ["decaan"], "gaat bij jullie nu eerst naar de decaan"),
    )):  # fmt: skip
        named = partial(opened, f"{number}.lobgids")
        session, _said = briefed(brief, named, {"first-contact": doers}, model, until="role.refer")
        told = session.conversation.outcome()
        assert isinstance(told, MentorResult)
        assert words in told.referral["text"]


def test_what_the_brief_says_a_mentor_does_is_not_said_to_be_anothers(brief: Path, opened: Opened) -> None:
    said = []
    for number, doers in enumerate((["mentor"], ["decaan"])):
        _session, words = briefed(brief, partial(opened, f"{number}"), {"year-plan": doers}, until="role.refer")
        said.append("de jaarplanning maakt de decaan" in words)
    assert said == [False, True]


def test_brief_makes_it_a_mentors_conversation(brief: Path, run: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "ik.lobgids"
    assert "Noa" in run("talk", path, "--brief", brief, "--plain")
    assert read(path).header.track == "mentor"
    for track in ("decaan", "workshop"):
        assert "--track mentor" in run("talk", tmp_path / "y", "--brief", brief, "--track", track, code=2)
    assert "--brief" in run("talk", path, "--brief", brief, code=2)


def test_there_is_one_length(run: Callable[..., str], opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "nieuw.lobgids"
    assert "--form" in run("talk", path, "--track", "mentor", "--form", "short", code=2)
    assert not path.exists()
    begun = mentor(opened, until="school.how")
    assert "--form" in run("talk", begun, "--form", "short", code=2)


def _not_yet(content: str) -> str:
    return content.replace('"model": 1', '"model": null')


BAD: dict[str, tuple[Callable[[Path, Path], str | bytes], str]] = {
    "a decaan's conversation": (lambda _brief, _talk: DECAAN.read_bytes(), "een heel gesprek"),
    "a mentor's document": (lambda _brief, talk: talk.read_bytes(), "een heel gesprek"),
    "a foreign file": (lambda _brief, _talk: b"PK\x03\x04\xff\xfe", "geen blad van een decaan"),
    "an empty file": (lambda _brief, _talk: b"", "geen blad van een decaan"),
    "a list": (lambda _brief, _talk: "[" * 50_000, "geen blad van een decaan"),
    "other keys": (lambda brief, _talk: brief.read_text("utf-8").replace('"who"', '"wie"'), "geen blad van een decaan"),
    "a newer format": (
        lambda brief, _talk: brief.read_text("utf-8").replace('"lobgids_brief": 1', '"lobgids_brief": 2'),
        "nieuwere lobgids",
    ),
    "a picture that is not yet to be said": (
        lambda brief, _talk: _not_yet(brief.read_text("utf-8")),
        "nog niet hoe LOB",
    ),
}


@pytest.mark.parametrize("bad", BAD)
def test_what_is_no_brief_is_told_and_another_can_be_named(
    bad: str, brief: Path, opened: Opened, tmp_path: Path
) -> None:
    make, sentence = BAD[bad]
    content = make(brief, mentor(opened, until="lob.when"))
    path = tmp_path / "bestand"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    before = opened("voor.lobgids", track="mentor", language="nl", brief=brief_file(str(path)))
    assert sentence in " ".join(hold(before, until="lob.what_for").split())
    during = opened("tijdens.lobgids", track="mentor", language="nl")
    shown = " ".join(hold(during, "", "1", "1", "1", str(path), "sla over", until="school.scene").split())
    assert sentence in shown
    for session in (before, during):
        assert session.conversation.outcome().school["source"] != "brief"


def test_a_slip_in_the_name_of_a_file_is_no_end(brief: Path, opened: Opened) -> None:
    session = opened(track="mentor", language="nl")
    shown = hold(session, "", "1", "1", "1", f"{brief}x", f"“{brief}”", until="lob.when")
    assert "Dit bestand kan ik niet vinden of lezen. Typ nog eens hoe het heet" in " ".join(shown.split())
    assert session.conversation.outcome().school == {"model": 1, "source": "brief"}
    assert f"{brief}x" in [entry.text for entry in transcript_of(session)]


def transcript_of(session: FileSession) -> list[TranscriptEntry]:
    """What was said, as it is told from the document."""
    contents = read(session.path)
    again = Conversation(contents.header, content_in=localized, keep=lambda _events: None, now=lambda: "")
    return list(entries(again, contents.events))


def test_after_three_files_that_are_none_one_goes_on_without(opened: Opened) -> None:
    session = opened(track="mentor", language="nl")
    shown = " ".join(hold(session, "", "1", "1", "1", "a.json", "b.json", "c.json", until="school.scene").split())
    assert shown.count("Typ nog eens hoe het heet") == 2
    reason, goes_on = "Dit bestand kan ik niet vinden of lezen.", "Dan gaan we verder zonder bestand."
    assert shown.count(reason) == 3
    assert f"{reason} {goes_on}" in shown.replace("\n", " ")
    told = [entry.text for entry in transcript_of(session)]
    assert told[told.index("c.json") + 1 :][0] == reason
    assert told[told.index("c.json") + 2 :][0].startswith(goes_on)
    assert session.conversation.ask is not None
    assert session.conversation.ask.id == "school.scene"


def test_who_has_no_file_at_hand_says_so(opened: Opened) -> None:
    session = opened(track="mentor", language="nl")
    hold(session, "", "1", "1", "1", "ik heb het niet bij me", until="school.scene")
    assert session.conversation.ask is not None
    assert session.conversation.ask.id == "school.scene"


def test_a_brief_is_found_where_one_puts_what_one_was_sent(
    brief: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    sent = brief.rename(folder / "afspraken.json")
    (folder / "iets anders.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(platformdirs, "user_downloads_path", lambda: folder)
    session = opened(track="mentor", language="nl")
    shown = hold(session, "", "1", "1", "1", "afspraak", "afspraken.json", until="lob.when")
    assert f"eenvandeze:-{sent}" in "".join(shown.split())
    assert "iets anders" not in shown
    assert session.conversation.outcome().school == {"model": 1, "source": "brief"}


@pytest.mark.parametrize("name", ["nergens.json", ".", "\0", "~niemand/x.json"])
def test_a_file_that_is_not_there_is_told_too(name: str, opened: Opened) -> None:
    session = opened(track="mentor", language="nl", brief=brief_file(str(Path(name))))
    assert "niet vinden of lezen" in " ".join(hold(session, until="school.how").split())


def test_a_brief_is_kept_in_a_copy_without_words(brief: Path, opened: Opened, run: Callable[..., str]) -> None:
    session = opened(track="mentor", language="nl", brief=brief_file(str(brief)))
    hold(session, "a, mijn eigen woorden", until="lob.when")
    copy = session.path.with_name("kopie.lobgids")
    run("share", session.path, copy, "--without-words")
    assert "eigen woorden" not in copy.read_text("utf-8")
    assert json.loads(run("result", copy, "--json"))["school"] == {"model": 1, "source": "brief"}


# The sheet.


def test_the_sheet_is_one_side_of_an_a5(opened: Opened, run: Callable[..., str], tmp_path: Path) -> None:
    path = mentor(opened)
    out = tmp_path / "blad.pdf"
    run("report", path, "-o", out)
    (page,) = PdfReader(out).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (420, 595)
    shown = " ".join(page.extract_text().split())
    for words in (
        "De komende weken",
        "Eerste keer: 1 maart 2027",
        "meldcode",
        "eerste indruk",
        "andere gevallen",
    ):
        assert words in shown


def test_the_sheet_has_what_one_would_do_in_own_words(opened: Opened, run: Callable[..., str]) -> None:
    session = opened("mentor.lobgids", track="mentor", language="nl")
    said = {
        "opening.own.case": "Vragen welke *dieren*",
        "practice.choose": "1, 2",
        "practice.own.case.parents_havo": "",
    }
    hold(session, by_ask={"school.how": "3", **said, "practice.own.case.does_not_know": "Even wachten"})
    run("report", session.path, "--as", "md")
    sheet = session.path.with_name("mentor blad.md").read_text("utf-8")
    _, _, cases = sheet.partition("## Wat ik bij een geval zou doen")
    told = [line for line in cases.partition("##")[0].splitlines() if line.strip()]
    assert told == ["- Even blijven hangen: ‘Vragen welke \\*dieren\\*’", "- Ik weet het niet: ‘Even wachten’"]
    copy = session.path.with_name("kopie.lobgids")
    run("share", session.path, copy, "--without-words")
    assert "dieren" not in copy.read_text("utf-8")
    run("report", copy, "--as", "md")
    assert "zou doen" not in copy.with_name("kopie blad.md").read_text("utf-8")


def test_the_sheet_has_the_names_of_whom_one_goes_to(opened: Opened, run: Callable[..., str]) -> None:
    session = opened("mentor.lobgids", track="mentor", language="nl")
    hold(session, by_ask={"school.how": "3", "role.decaan": "Karin, lokaal 12", "role.care": "sla over"})
    run("report", session.path, "--as", "md")
    sheet = session.path.with_name("mentor blad.md").read_text("utf-8")
    assert "Decaan: Karin, lokaal 12" in sheet
    assert "Zorgcoördinator: ....." in sheet
    copy = session.path.with_name("kopie.lobgids")
    run("share", session.path, copy, "--without-words")
    assert "Karin" not in copy.read_text("utf-8")
    assert "Karin" not in run("result", session.path, "--json")


def test_who_does_not_know_them_is_not_asked_their_names(opened: Opened) -> None:
    session = opened("mentor.lobgids", track="mentor", language="nl")
    asked = hold(session, by_ask={"school.how": "3", "role.refer": "3"}, until="practice.choose")
    assert "Hoe heet de decaan" not in asked


@pytest.mark.parametrize("form", ["docx", "html", "md", "json"])
def test_the_sheet_comes_in_every_format(form: str, opened: Opened, run: Callable[..., str]) -> None:
    path = mentor(opened, until="autumn.words")
    shown = run("report", path, "--as", form)
    made = path.with_name(f"mentor blad.{form}")
    assert str(made) in shown
    content = made.read_bytes()
    if form != "docx":
        assert "Bij wie ik een leerling breng" in content.decode()
    if form == "json":
        assert json.loads(content)["is_small"] is True


@pytest.mark.parametrize("readers", ["leadership", "talk"])
def test_the_sheet_is_for_the_mentor_only(readers: str, opened: Opened, run: Callable[..., str]) -> None:
    path = mentor(opened, until="school.how")
    assert "voor de mentor zelf" in run("report", path, "--for", readers, code=2)


def test_a_part_of_the_sheet_can_be_asked_for(opened: Opened, run: Callable[..., str]) -> None:
    path = mentor(opened)
    run("report", path, "--as", "md", "--parts", "sheet_referral")
    told = path.with_name("mentor blad.md").read_text("utf-8")
    assert "## Bij wie ik een leerling breng" in told
    assert "## Mijn eerste taken" not in told


def test_the_result_in_words(opened: Opened, run: Callable[..., str]) -> None:
    path = mentor(opened)
    shown = run("result", path)
    for words in ("Bij wie je een leerling brengt:", "Je eerste taken:", "Uiterlijk op 1 maart 2027", "Je vragen"):
        assert words in shown
    assert "nog niet af" in run("result", mentor(opened, until="can.head", name="half.lobgids"))


# Looking something up.


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("havo", "Hoger algemeen voortgezet onderwijs"),
        ("HAVO", "Hoger algemeen voortgezet onderwijs"),
        ("de vakkenschool", "bron: hoofdstuk"),
        ("model 2", "de activerende school"),
        ("teamleider", "de flexibele school, teamvoorzitter of afdelingsvoorzitter:"),
        ("Een grote droom", "Je gaat eerst na wat je zelf dacht"),
        ("dossier", "Een map of bestand waarin een leerling bewaart"),
        ("De sterren", "nauwelijks van toepassing"),
        ("kunst afkijken", "- Op werkbezoek gaan"),
        ("participeren", "de sociale kant van leren"),
        ("kennis verwerven", "niet alleen uit een boek"),
        ("oefenen", "een plek nodig om te oefenen"),
        ("organisatorisch competent", "de vakkenschool: de decaan 1"),
        ("organisatorisch competent", "ordelijk"),
        ("context", "Er zijn er vier"),
        ("model 1", "curatief"),
        ("mensen laten leren in de vakkenschool", "beleid voor personeel"),
    ],
)
def test_a_word_a_role_a_model_and_a_case_are_explained(word: str, told: str, run: Callable[..., str]) -> None:
    assert told in run("explain", *word.split())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("word", ["coach", "loopbaancoach", "LOB-coach", "docent-coach", "advisor"])
def test_other_names_of_the_mentor_are_explained(word: str, lang: str, run: Callable[..., str]) -> None:
    told = run("explain", word, lang=lang)
    assert told.startswith("coach ")
    assert "mentor" in told


def test_everything_can_be_looked_up_by_its_name(base: KnowledgeBase) -> None:
    known = topics(base)
    assert {topic.kind for topic in known} == set(get_args(TopicKind))
    assert all(topic in named(base, topic.name) for topic in known)
    assert sum(topic.kind == "case" for topic in known) == sum(not case.opening for case in base.cases)
