"""The conversation line by line, as a person holds it: in both languages, with every move, with good input and bad."""

import io
import os
import re
import sys
from pathlib import Path

import pytest

from lobgids.days.spoken import kept_day
from lobgids.dialogue.protocol import Ask, Move, Words
from lobgids.kb.base import KnowledgeBase
from lobgids.lines.plain import Plain
from lobgids.session import typed
from lobgids.session.invocation import invocation
from lobgids.storage.reading import read
from tests.fakes.people import Opened, hold

AN_ID = re.compile(r"\b(c\d\d|welcome|theme|doer|act|picture)\.\w|\bm[123]\b")
A_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
CHOICE = Ask(id="c05.situation", kind="choice", text="?", chapter="pillar", progress=0)
TEXT = Ask(id="assignment.asked", kind="text", text="?", chapter="assignment", progress=0)


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize("form", ["short", "full"])
def test_a_whole_conversation(code: str, form: str, opened: Opened, tmp_path: Path) -> None:
    session = opened(form=form, language=code)
    shown = hold(session)
    assert session.conversation.ask is None
    closing = session.conversation.close().text
    assert " ".join(closing.split()) in " ".join(shown.split())
    path = tmp_path / "school.lobgids"
    assert f"\n{path}\n" in shown
    assert f"\n{invocation('report', path)}\n" in shown
    assert shown.endswith(f"\n{invocation('compare', path, {'nl': 'ANDER', 'en': 'OTHER'}[code])}\n")
    assert not AN_ID.search(shown)
    assert not A_CONTROL.search(shown)


def test_it_switches_language_in_the_middle_and_goes_on_another_day(opened: Opened) -> None:
    first = hold(opened(form="full", language="nl"), until="c05.situation")
    assert "Denk aan" in first
    shown = hold(opened(), "language", until="c08.basis")
    assert "Denk aan een LOB-les" in shown
    assert "Think of a recent LOB lesson" in shown
    assert "Denk aan" not in shown.partition("Think of")[2]
    session = opened()
    assert session.conversation.view.language.code == "en"
    hold(session)
    assert session.conversation.ask is None


def test_it_resumes_at_the_question_with_the_same_order_of_options(opened: Opened) -> None:
    before = hold(opened(form="full", language="nl"), until="c03.situation")
    question = re.compile(r"Stel dat een nieuwe collega.*?\n5\. ", re.DOTALL)
    (asked,) = question.findall(before)
    assert question.findall(hold(opened(), "pauze")) == [asked]


def test_options_that_the_question_before_had_too_stand_on_one_line(opened: Opened) -> None:
    shown = hold(opened(form="short", language="nl"), until="picture.also")
    doers = re.findall(r"^1\. De schoolleiding(  2\..*|)$", shown, re.MULTILINE)
    assert [bool(rest) for rest in doers] == [False, True, True]
    assert all(rest.startswith("  2. Een adjunct of locatiedirecteur  3. De teamleider") for rest in doers[1:])
    assert shown.count("8. Niemand") == 3


@pytest.mark.parametrize("words", ["zelfde", "Same as before"])
def test_the_same_as_before(words: str, opened: Opened) -> None:
    session = opened(form="full", language="nl")
    hold(session, until="c02.basis", by_ask={"c01.basis": "1 4"})
    session = opened()
    hold(session, words, until="c05.situation")
    assert session.conversation.view.state.value("c02.basis") == ["lessons", "colleagues"]


@pytest.mark.parametrize("words", ["pauze", "Pause", "stop", ""])
def test_pausing_says_how_to_go_on(words: str, opened: Opened, tmp_path: Path) -> None:
    session = opened(language="nl")
    shown = hold(session, *([words] if words else []), until="welcome.school")
    assert shown.endswith(f"Zo ga je later verder:\n{invocation('talk', tmp_path / 'school.lobgids')}\n")
    assert read(session.path).events[-1].kind == "paused"


def test_ctrl_c_pauses(opened: Opened) -> None:
    class Interrupted(io.StringIO):
        def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]  # typeshed has bytes above it
            raise KeyboardInterrupt

    shown = io.StringIO()
    with opened(language="nl") as session:
        Plain(session, ("en", "nl"), Interrupted(), shown).talk()
    assert "lobgids talk " in shown.getvalue()
    assert read(session.path).events[-1].kind == "paused"


@pytest.mark.parametrize(
    ("lines", "move"),
    [
        (("terug", "back", "Terug.", " BACK "), Move(move="back")),
        (("weet niet", "don't know", "don’t know", "overslaan", "skip", "Dat weet ik nog niet."), Move(move="skip")),
        (("andere woorden", "other words", "in other words"), Move(move="example")),
        (("waarom", "why", "Waarom?"), Move(move="why")),
        (("bron", "source"), Move(move="source")),
        (("pauze", "pause"), Move(move="pause")),
        (("naar het beeld", "conclude"), Move(move="conclude")),
        (("notitie Vraag Anna", "note Vraag Anna", "Notitie: Vraag Anna"), Move(move="note", text="Vraag Anna")),
        (("notitie", "note"), Move(move="note")),
        (("ga naar 5", "go to 5", "ga naar 05"), Move(move="jump", to="c05")),
        (("ga naar orientatie", "go to Oriëntatie en"), Move(move="jump", to="orientatie-en-begeleiding")),
        (("ga naar volgende", "go to next"), Move(move="jump", to="next")),
        (("ga naar 13", "go to 13"), Move(move="jump", to="13")),
        (("ga naar o",), Move(move="jump", to="o")),
        (("pas aan 5", "edit 5"), Move(move="edit", to="c05.situation")),
        (("pas aan 13", "edit 13"), Move(move="edit", to="13")),
        (("taal", "language"), Move(move="language", to="en")),
        (("taal en", "language EN"), Move(move="language", to="en")),
        (("taal fr", "language fr"), Move(move="language", to="fr")),
    ],
)
def test_every_move_has_a_dutch_and_an_english_word(lines: tuple[str, ...], move: Move, base: KnowledgeBase) -> None:
    for ask in (CHOICE, TEXT):
        for line in lines:
            if not (ask is TEXT and line == "ga naar o"):
                assert typed.read(line, ask, base, ("nl", "en")) == move


@pytest.mark.parametrize(
    "line",
    ["terug naar vroeger", "ga naar de schoolleiding voor geld", "taal en rekenen hoort erbij", "stop ermee", ""],
)
def test_a_sentence_that_begins_like_a_move_is_an_answer(line: str, base: KnowledgeBase) -> None:
    for ask in (CHOICE, TEXT):
        assert typed.read(line, ask, base, ("nl", "en")) == Words(text=line)


def test_the_moves_at_one_question(opened: Opened) -> None:
    lines = (
        "waarom",
        "bron",
        "andere woorden",
        "notitie Vraag Anna",
        "hulp",
        "ga naar",
        "ga naar 7",
        "weet niet",
        "terug",
    )
    session = opened(form="full", language="nl")
    shown = hold(session, *["overslaan"] * 7, *lines, until="c07.situation")
    assert "Ze sluit aan bij de publicatie" in shown
    assert "- hulp: deze lijst" in shown
    assert "12. Externe partijen" in shown
    notes = session.conversation.view.state.notes
    assert [note.text for note in notes] == ["Vraag Anna"]
    assert session.conversation.ask
    assert session.conversation.ask.id == "c07.situation"


@pytest.mark.parametrize(
    ("kind", "ask", "lines"),
    [
        ("choice", "c01.situation", ["", "9", "0", "99999999999999999999"]),
        ("multi", "c01.basis", ["", "9", "1 9", "0"]),
        ("confirm", "visie-en-beleid.summary", ["", "3", "misschien"]),
        ("scale", "competence.decaan.head", ["", "0", "5", "veel", "-1", "٣٣"]),
        ("date", "closing.look_back", ["", "ooit", "31-2-2027", "2027-13-01"]),
    ],
)
def test_bad_input_gets_a_sentence_and_the_question_again(
    kind: str, ask: str, lines: list[str], opened: Opened
) -> None:
    hold(opened(form="full", language="nl"), until=ask)
    for line in (*lines, "x" * 10_000, "\x1b\x00\x07"):
        session = opened()
        assert session.conversation.ask
        assert (session.conversation.ask.id, session.conversation.ask.kind) == (ask, kind)
        before = len(read(session.path).events)
        text = session.conversation.ask.text.split("\n")[0][:20]
        shown = hold(session, line, "pauze")
        assert [event.kind for event in read(session.path).events[before:]] == ["paused"], (line, shown)
        assert shown.count(text) == 2


def test_a_text_of_ten_thousand_letters_is_refused_and_a_long_one_kept(opened: Opened) -> None:
    session = opened(language="nl")
    hold(session, "x" * 10_000, "y" * 4_000, until="welcome.part")
    assert session.conversation.view.state.value("welcome.school") == "y" * 4_000


def test_what_was_typed_cannot_command_the_terminal(opened: Opened) -> None:
    nasty = "Het \x1b[2J\x1b]0;x\x07Kompas\u202e\x9b1m"
    shown = hold(opened(form="full", language="nl"), nasty, "1", nasty, by_ask={"c01.situation": f"1, {nasty}"})
    assert "‘Het Kompas" in shown
    assert not A_CONTROL.search(shown)


@pytest.mark.parametrize(("track", "line", "other"), [
    ("decaan", "- zelfde:", "- toon de stemmen:"),
    ("workshop", "- toon de stemmen:", "- naar het blad:"),
    ("mentor", "- naar het blad:", "- toon de stemmen:"),
])  # fmt: skip
def test_the_help_is_of_the_track(track: str, line: str, other: str, opened: Opened) -> None:
    session = opened(track=track, language="nl")
    assert session.conversation.ask
    shown = hold(session, "hulp", until=session.conversation.ask.id)
    assert f"\n{line}" in shown
    assert f"\n{other}" not in shown


@pytest.mark.parametrize(("columns", "widest"), [("40", 40), ("300", 78), ("5", 20)])
def test_lines_fit_the_terminal(columns: str, widest: int, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    shown = hold(opened(form="short", language="nl"), "hulp", until="c08.situation")
    lines = shown.splitlines()[:-1]  # the last one is a command to copy
    assert widest - 10 < max(map(len, lines)) <= widest
    assert any(line.startswith("   ") for line in lines)


def test_a_full_disk_keeps_the_question_and_lets_one_go(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    session = opened(language="nl")

    def fails(_descriptor: int, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", fails)
        shown = hold(session, "Het Kompas", until="welcome.school")
    assert "kon niet bewaard worden" in " ".join(shown.split())
    assert read(session.path).events == []


def test_a_file_that_was_removed_meanwhile(opened: Opened) -> None:
    session = opened(language="nl")
    session.path.unlink()
    assert "intussen veranderd of weg" in " ".join(hold(session, "Het Kompas", until="welcome.school").split())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_a_conversation_in_a_terminal(tmp_path: Path) -> None:
    import pexpect

    path = str(tmp_path / "school.lobgids")
    arguments = ["-m", "lobgids", "talk", path, "--plain", "--lang", "nl"]
    child = pexpect.spawn(sys.executable, arguments, encoding="utf-8", dimensions=(24, 60), timeout=30)
    child.expect("Over welke school gaat het")
    child.expect("> ")
    child.sendline("Het Kompas")
    child.expect("5. Het vwo")
    child.sendline("taal")
    child.expect("5. ")
    child.expect("> ")
    child.sendintr()
    child.expect(f"lobgids talk --plain {path}")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert [event.kind for event in read(Path(path)).events] == ["answered", "language", "paused"]


def test_where_one_is_and_how_several_are_answered_is_told_once(opened: Opened) -> None:
    it_differs = {"school.seen": "9", "school.basis": "5"}
    shown = hold(opened(form="short", language="nl"), by_ask=it_differs)
    for stop in ("Opdracht", "Jullie school", "Wie doet wat", "Beeld", "Richting", "Plan", "Terugkijken"):
        assert len(re.findall(rf"^\[{stop}(, nog .*)?\]$", shown, re.MULTILINE)) == 1, stop
    assert shown.count("Je mag er meer kiezen. Typ dan bijvoorbeeld: 1 en 3") == 1
    assert shown.count("Typ dan: zelfde") >= 3


def test_a_pillar_begins_with_its_name_once(opened: Opened) -> None:
    shown = hold(opened(form="full", language="nl"), until="theme.vision")
    assert len(re.findall(r"^Samenwerking$", shown, re.MULTILINE)) == 1
    assert "Samenwerking. " not in shown


GATE = "Wil je daar nu nog meer bij zetten? Het gaat om: voor wie; wie helpt; wanneer klaar;"


REMARK = "ik miste nog die avond en het gesprek met de rector"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("1", 0), ("nee", 0), ("2", 2), ("ja", 2), ("Laat maar open", 0),
        (f"Nee, dat blijft open. Maar {REMARK}", 0),
    ],
)  # fmt: skip
def test_whether_one_fills_in_the_rest_of_a_form_is_asked_once_for_each_action(
    line: str, asked: int, opened: Opened
) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="plan.actions")
    assert session.conversation.ask
    both = {"plan.actions": "1 2"} | {f"plan.whom.{one.id}": line for one in session.conversation.ask.options[:2]}
    session = opened()
    shown = hold(session, until="closing.look_back", by_ask=both)
    assert shown.count(" ".join(GATE.split())[:50]) == 2
    assert shown.count("Voor wie is ‘") == asked
    assert all(REMARK in note.text for note in session.conversation.view.state.notes)
    assert len(session.conversation.view.state.notes) == (2 if REMARK in line else 0)


@pytest.mark.parametrize("line", ["klaar", "laat de rest maar open", "verder niks", "Nee, stop met die vragen."])
def test_who_says_there_that_it_is_enough_is_asked_nothing_of_the_next_action(line: str, opened: Opened) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="plan.actions")
    assert session.conversation.ask
    first = session.conversation.ask.options[0].id
    session = opened()
    shown = hold(session, until="closing.look_back", by_ask={"plan.actions": "1 2", f"plan.whom.{first}": line})
    assert shown.count(" ".join(GATE.split())[:50]) == 1
    assert shown.count("Wie begint met") == 1
    assert shown.count("Goed, de rest blijft open.") == 1


@pytest.mark.parametrize(
    ("line", "asked", "remark"),
    [
        ("1, geen tijd", 0, "geen tijd"), ("1. nee, geen tijd nu", 0, "geen tijd nu"), ("1, nee", 0, ""),
        ("1 moet zo weg", 0, ""), ("2, maar kort", 1, "maar kort"), ("2 ja", 1, ""), ("1 geen tijd", 0, "geen tijd"),
        ("a, no time for that", 0, "no time for that"),
    ],
)  # fmt: skip
def test_a_number_with_words_behind_it_says_whether_one_fills_in_the_rest(
    line: str, asked: int, remark: str, opened: Opened
) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="plan.actions")
    assert session.conversation.ask
    whom = f"plan.whom.{session.conversation.ask.options[0].id}"
    session = opened()
    shown = hold(session, until="closing.look_back", by_ask={"plan.actions": "1", whom: line})
    state = session.conversation.view.state
    assert shown.count("Voor wie is ‘") == asked
    assert [note.text for note in state.notes] == [remark] * bool(remark)


@pytest.mark.parametrize(
    ("line", "hours", "money"),
    [
        ("1, geen tijd. kost hooguit 3 uur samen", 3, None),
        ("nee, het kost wel 50 euro aan koffie en 4 uur", 4, 50),
        ("nee", None, None),
    ],
)
def test_hours_and_euros_told_with_a_no_are_those_of_the_action(
    line: str, hours: int | None, money: int | None, opened: Opened
) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="plan.actions")
    assert session.conversation.ask
    first = session.conversation.ask.options[0].id
    session = opened()
    hold(session, until="closing.look_back", by_ask={"plan.actions": "1", f"plan.whom.{first}": line})
    state = session.conversation.view.state
    assert (state.value(f"plan.hours.{first}"), state.value(f"plan.money.{first}")) == (hours, money)


def test_until_when_told_with_a_no_is_that_of_the_action(opened: Opened) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="plan.actions")
    assert session.conversation.ask
    first = session.conversation.ask.options[0].id
    session = opened()
    line = "Nee, alleen dat het klaar is voor de zomer, dat zei ik net al."
    hold(session, until="closing.look_back", by_ask={"plan.actions": "1", f"plan.whom.{first}": line})
    day = kept_day(session.conversation.view.state.value(f"plan.until.{first}"))
    assert day is not None
    assert day.month in (6, 7)


@pytest.mark.parametrize("line", ["2 mentoren van klas 3", "1 havo", "klas 3, en 1 havo"])
def test_a_number_of_something_else_is_for_the_first_question_there(line: str, opened: Opened) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="plan.actions")
    assert session.conversation.ask
    whom = f"plan.whom.{session.conversation.ask.options[0].id}"
    session = opened()
    hold(session, until="closing.look_back", by_ask={"plan.actions": "1", whom: line})
    assert session.conversation.view.state.value(whom) == line


def test_words_where_the_rest_is_asked_about_are_for_its_first_question(opened: Opened) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="plan.actions")
    assert session.conversation.ask
    first = session.conversation.ask.options[0].id
    session = opened()
    hold(session, until="closing.look_back", by_ask={"plan.actions": "1", f"plan.whom.{first}": "klas 3"})
    assert session.conversation.view.state.value(f"plan.whom.{first}") == "klas 3"


@pytest.mark.parametrize("line", ["2", "2, ik praat eerst met hen", "waar is dat blad, nu graag"])
def test_who_talks_with_them_first_gets_the_sheet_at_once(line: str, opened: Opened, tmp_path: Path) -> None:
    hold(opened(form="short", language="nl"), until="picture.go_on")
    shown = hold(opened(), line)
    (sheet,) = tmp_path.rglob("*gespreksblad.pdf")
    assert "Het blad voor het gesprek met de schoolleiding en het team staat in:" in " ".join(shown.split())
    assert str(sheet) in shown


def test_the_last_word_is_said_once(opened: Opened) -> None:
    session = opened(form="short", language="nl")
    hold(session, until="closing.look_back")
    shown = hold(opened(), "7-6-2027", "wat", "zomaar iets anders", "3")
    assert shown.count("Begin klein:") == 1


def test_the_reports_to_hand_on_are_made_too(opened: Opened, tmp_path: Path) -> None:
    hold(opened(form="short", language="nl"))
    shown = hold(opened(), "1", "3")
    assert "Om te geven, zonder wat je alleen aan mij vertelde:" in shown
    made = {path.name for path in tmp_path.glob("*.pdf")}
    assert made == {"school verslag.pdf", "school voorstel.pdf", "school gespreksblad.pdf"}
