"""The plan to take along: as other programs open it, with what was typed as text, and nothing private in the mail."""

import io
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import vobject

from lobgids.advice.own import OWN
from lobgids.cli.main import main
from lobgids.log.ask_ids import ACTIONS, DECIDE, OWN_ACTIONS, plan
from lobgids.log.events import Event
from lobgids.report.plan_files.making import left_out_in_words, plan_file, plan_forms, words_for_mail
from lobgids.storage.names import PLAN_FORMS, PlanForm, is_of, plan_file_of
from lobgids.storage.writing import write_copy
from tests.conftest import ROOT, Talk
from tests.test_document import POSIX

DAY = date(2026, 11, 23)
TALK, LEARN, MINE = "act.talk", "act.form.m2.mentor.1", f"{OWN}.1"
FORMULAS = ("=1+1", "@SUM(A1)", "+31612345678", "-2+3", "http://kwaad.example/", "{=1}", "=cmd|' /C calc'!A0")
HOSTILE = "[red]x[/] \x1b[31mrood; a,b\\n\r\nBEGIN:VEVENT\nATTENDEE:mailto:x@kwaad.example"
NAME, WHOM, OFF, OWN_ACTION = "Jolanda", "klas 3b met Fatima", "de studiedag van mei", "koffie met Ahmed"

Begin = Callable[..., Talk]


def planned(talk: Begin, answers: Mapping[str, Any] | None = None, language: str = "nl") -> Talk:
    """A whole conversation whose plan has two actions and one's own, with these answers by their asks."""
    held = talk("full", language=language).go()
    given: dict[str, Any] = {ACTIONS: [TALK, LEARN], OWN_ACTIONS: OWN_ACTION}
    given |= {plan("until", TALK): "2027-04-30", plan("hours", TALK): 20, plan("money", TALK): 1250}
    given |= answers or {}
    events = [Event(time="2026-11-23T12:00:00Z", kind="answered", ask=ask, value=value) for ask, value in given.items()]
    return talk("full", language=language, events=[*held.events, *events])


def typed(action: str) -> dict[str, Any]:
    """Whatever can be typed about an action."""
    return {
        plan("who", action): {"choice": "mentor", "quote": NAME},
        plan("whom", action): WHOM,
        plan("off", action): OFF,
    }


def made(one: Talk, form: PlanForm, chosen: frozenset[str] = frozenset()) -> bytes:
    return plan_file(one.conversation.view, DAY, form, chosen)


# For Excel.


def sheets(content: bytes) -> list[Any]:
    """The sheets as another library reads them, formulas as they stand."""
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets


def rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows below the header, by its words."""
    header, *below = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in below]


def test_all_that_is_known_of_an_action_is_in_its_row_as_what_it_is(talk: Begin) -> None:
    one = planned(talk, {**typed(TALK), plan("helps", TALK): ["deputy", "subject_teacher"]})
    row = next(row for row in rows(sheets(made(one, "xlsx"))[0]) if row["Naam"] == NAME)
    assert row["Actie"] == TITLE
    assert row["Wie"] == "De mentor"
    assert row["Wie helpt mee"] == "De adjunct of locatiedirecteur en de vakdocent"
    assert (row["Voor wie"], row["Wat eraf kan"]) == (WHOM, OFF)
    assert (row["Vanaf"], row["Tot en met"]) == (datetime(2027, 3, 1), datetime(2027, 4, 30))  # noqa: DTZ001
    assert (row["Uren dit schooljaar"], row["Geld in euro's"]) == (20, 1250)
    counted = next(row for row in rows(sheets(made(one, "xlsx"))[1]) if row["Actie"] == TITLE)
    assert counted["Wat je straks ziet"]


def test_how_it_is_counted_stands_with_the_action(talk: Begin) -> None:
    one = planned(talk, {f"evaluation.now.{TALK}": "4 van de 12"})
    sign = next(sign for sign in one.conversation.view.conclusions.signs if sign.action == TALK)
    row = next(row for row in rows(sheets(made(one, "xlsx"))[1]) if row["Hoe het nu is"])
    assert row["Hoe het nu is"] == "4 van de 12"
    shown = (row["Wat je telt"] or "", *(f"{row[name]:%Y-%m-%d}" if row[name] else "" for name in COUNTED))
    assert shown == (sign.count, sign.day, sign.later)


TITLE = "Gesprek over het beeld met schoolleiding en team"
COUNTED = ("Tel op", "Na een jaar: tel op")


@pytest.mark.parametrize("text", [*FORMULAS, HOSTILE])
def test_what_was_typed_is_a_text_and_never_a_formula_or_a_link(talk: Begin, text: str) -> None:
    one = planned(talk, {
        plan("whom", TALK): text, plan("off", TALK): text, OWN_ACTIONS: text.split("\n", 1)[0],
        plan("who", TALK): {"choice": "mentor", "quote": text}, f"evaluation.now.{TALK}": text,
    })  # fmt: skip
    found = sheets(made(one, "xlsx"))
    cells = [cell for sheet in found for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)
    start = text[:4].lstrip("-")  # no name begins with a stroke
    assert len([cell for cell in cells if start in str(cell.value)]) >= len(("whom", "off", "own", "name"))


def test_what_the_plan_takes_is_added_up_as_values(talk: Begin) -> None:
    one = planned(talk, {plan("hours", MINE): 5})
    plan_sheet, _counted, taken = sheets(made(one, "xlsx"))
    total = rows(taken)[-1]
    known = [row["Uren dit schooljaar"] for row in rows(plan_sheet)]
    assert total == {
        "Wie": "Samen", "Acties": len(known), "Uren dit schooljaar": sum(filter(None, known)),
        "Bij de uren": None if None not in known else f"niet bekend bij {known.count(None)} actie",
        "Geld in euro's": 1250, "Bij het geld": "niet bekend bij 2 acties",
    }  # fmt: skip
    assert [row["Acties"] for row in rows(taken)[:-1]]
    assert sum(row["Acties"] for row in rows(taken)[:-1]) == len(known)


def test_what_is_not_known_is_no_zero(talk: Begin) -> None:
    one = planned(talk)
    events = [event for event in one.events if not event.ask.startswith((plan("hours", ""), plan("money", "")))]
    total = rows(sheets(made(talk("full", events=events), "xlsx"))[2])[-1]
    assert total["Uren dit schooljaar"] is None
    assert total["Bij de uren"] == "niet bekend bij 3 acties"


def test_a_sheet_is_easy_to_read_and_to_print(talk: Begin) -> None:
    for sheet in sheets(made(planned(talk), "xlsx")):
        assert sheet.freeze_panes == "B2"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # 1 is what is not written
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
        assert all(sheet.column_dimensions[column].width > 8 for column in "ABCDEF")
        assert all(sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1))


def test_days_and_numbers_that_no_workbook_knows_are_told_as_text(talk: Begin) -> None:
    one = planned(talk, {plan("when", TALK): "1812-03-01", plan("hours", TALK): 10**30})
    row = rows(sheets(made(one, "xlsx"))[0])[0]
    assert row["Vanaf"] == "1812-03-01"
    assert row["Uren dit schooljaar"] == str(10**30)


@pytest.mark.parametrize("form", PLAN_FORMS)
def test_the_same_plan_gives_the_same_bytes(talk: Begin, form: PlanForm) -> None:
    assert made(planned(talk), form) == made(planned(talk), form)


@pytest.mark.parametrize("form", PLAN_FORMS)
def test_it_is_in_the_language_of_the_conversation(talk: Begin, form: PlanForm) -> None:
    texts = {}
    for code in ("nl", "en"):
        content = made(planned(talk, language=code), form)
        texts[code] = (
            content.decode() if form != "xlsx" else "\n".join(str(cell.value) for cell in sheets(content)[0][1])
        )
    assert texts["nl"] != texts["en"]
    for dutch in ("begin van", "Wie", "Groet,"):
        assert dutch not in texts["en"]


# For the calendar.


def days(content: bytes) -> dict[str, Any]:
    """The days of a calendar as another library reads them, by their ids."""
    calendar = vobject.readOne(content.decode("utf-8"))
    return {one.uid.value: one for one in calendar.components()}


def test_where_an_action_begins_and_ends_and_where_one_looks_back_is_a_day(talk: Begin) -> None:
    one = planned(talk, {plan("when", LEARN): "2027-03-08", plan("until", LEARN): "2027-05-10", **typed(TALK)})
    found = days(made(one, "ics"))
    start, end = found[f"made-up.{TALK}.start@lobgids"], found[f"made-up.{TALK}.end@lobgids"]
    title = "Gesprek over het beeld met schoolleiding en team"
    assert start.summary.value == f"LOB: begin van ‘{title}’"
    assert (start.dtstart.value, end.dtstart.value) == (date(2027, 3, 1), date(2027, 4, 30))
    assert f"Wie: {NAME} (de mentor)\nWie helpt mee: " in start.description.value
    assert f"Voor wie: {WHOM}\nZo begin je. " in start.description.value
    assert end.description.value.startswith("Wat je straks ziet. ")
    assert found[f"made-up.{LEARN}.start@lobgids"].dtstart.value == date(2027, 3, 8)
    back = found["made-up.plan.look_back@lobgids"]
    assert back.dtstart.value == date(2027, 6, 7)
    assert title in back.description.value.split("\n")


def test_when_a_plan_has_to_be_put_forward_is_a_day_as_well(talk: Begin) -> None:
    found = days(made(planned(talk, {DECIDE: "2027-06-11"}), "ics"))
    decide = found["made-up.plan.decide@lobgids"]
    assert (decide.dtstart.value, decide.summary.value) == (date(2027, 5, 14), "LOB: het plan voorleggen")


def test_a_day_that_is_moved_keeps_its_id_and_no_two_have_the_same(talk: Begin) -> None:
    moved = {plan("when", TALK): "2027-03-15"}
    before, after = made(planned(talk), "ics"), made(planned(talk, moved), "ics")
    assert before.count(b"BEGIN:VEVENT") == before.count(b"UID:") == len(days(before))
    assert days(before).keys() == days(after).keys()
    key = f"made-up.{TALK}.start@lobgids"
    assert (days(before)[key].dtstart.value, days(after)[key].dtstart.value) == (date(2027, 3, 1), date(2027, 3, 15))


def test_the_calendar_is_as_strict_readers_want_it_and_wakes_and_invites_nobody(talk: Begin) -> None:
    content = made(planned(talk, {plan("whom", TALK): HOSTILE, OWN_ACTIONS: HOSTILE.split("\n", 1)[0]}), "ics")
    assert content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line or len(line) > 75 for line in lines)
    names = {line.partition(b":")[0].partition(b";")[0].decode() for line in lines if line and line[:1] != b" "}
    assert names == {
        "BEGIN", "END", "VERSION", "PRODID", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION",
        "TRANSP",
    }  # fmt: skip
    whole = next(one for key, one in days(content).items() if key == f"made-up.{TALK}.start@lobgids")
    assert "[red]x[/] rood; a,b\\n BEGIN:VEVENT ATTENDEE:mailto:x@kwaad.example" in whole.description.value
    assert "\x1b" not in content.decode()


def test_an_action_without_a_day_is_not_in_the_calendar_and_that_is_said(talk: Begin) -> None:
    one = planned(talk)
    view = one.conversation.view
    without = [item.action for item in view.conclusions.plan if not (item.date or item.until)]
    assert len(without) == 2
    content = made(one, "ics").decode()
    assert not any(f"{action}.start" in content for action in without)
    told = left_out_in_words(view, "ics", view.language)
    assert told == "2 acties hebben nog geen dag. Die staan niet in de agenda."
    assert left_out_in_words(view, "xlsx", view.language) == ""


def test_without_a_plan_there_is_no_file_and_without_a_day_no_calendar(talk: Begin) -> None:
    assert plan_forms(talk("full").conversation.view) == ()
    one = planned(talk)
    events = [event for event in one.events if event.value not in DAYS]
    undated = talk("full", events=events)
    assert undated.conversation.view.conclusions.plan
    assert plan_forms(undated.conversation.view) == ("xlsx", "txt")
    assert plan_forms(one.conversation.view) == PLAN_FORMS


DAYS = ("2027-03-01", "2027-06-07", "2027-04-30")


# For a mail.


def test_the_mail_says_who_does_what_and_when_and_leaves_its_names_open(talk: Begin) -> None:
    mail = made(planned(talk), "txt").decode()
    lines = mail.splitlines()
    assert lines[0].startswith("Onderwerp: ")
    assert "Beste ...," in lines
    assert lines[-1] == "Groet,"
    place = lines.index("1. Gesprek over het beeld met schoolleiding en team")
    assert lines[place + 1].startswith("   Wie: ")
    assert "   Wanneer: 1 maart t/m 30 april 2027" in lines
    assert "   Uren dit schooljaar: 20" in lines
    assert "Op 7 juni 2027 kijken we samen terug op dit plan." in lines


def test_of_what_was_typed_the_mail_has_only_what_was_chosen(talk: Begin) -> None:
    one = planned(talk, typed(TALK))
    one.move("note", text="geheime notitie")
    pieces = {piece.text: piece.id for piece in words_for_mail(one.conversation.view)}
    secrets = (NAME, WHOM, OFF, OWN_ACTION)
    assert set(secrets) <= pieces.keys()
    assert "geheime notitie" not in pieces
    closed = made(one, "txt").decode()
    assert not any(text in closed for text in (*secrets, "Iets", "geheime notitie"))
    assert "Een eigen actie" in closed
    for text in secrets:
        mail = made(one, "txt", frozenset({pieces[text]})).decode()
        assert [other for other in secrets if other in mail] == [text]


def test_what_was_typed_makes_no_lines_in_the_mail(talk: Begin) -> None:
    one = planned(talk, {plan("whom", TALK): HOSTILE})
    chosen = frozenset(piece.id for piece in words_for_mail(one.conversation.view))
    mail = made(one, "txt", chosen).decode()
    assert "   Voor wie: [red]x[/] rood; a,b\\n BEGIN:VEVENT ATTENDEE:mailto:x@kwaad.example\n" in mail


# From the command line.


@pytest.fixture
def school(talk: Begin, tmp_path: Path) -> Path:
    """A document with a plan."""
    path = tmp_path / "school.lobgids"
    one = planned(talk, typed(TALK))
    write_copy(path, one.conversation.header, one.events)
    return path


@pytest.mark.parametrize("form", PLAN_FORMS)
def test_a_file_comes_beside_its_document_and_is_ones_own(
    school: Path, form: PlanForm, capsys: pytest.CaptureFixture[str]
) -> None:
    path = plan_file_of(school, form)
    assert main(["plan", str(school), "--as", form, "--lang", "nl"]) == 0
    told = capsys.readouterr()
    assert told.out == f"Je plan staat in {path}.\n"
    assert bool(told.err) == (form == "ics")
    assert path.stat().st_size
    assert not POSIX or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert main(["plan", str(school), "--as", form, "--lang", "nl"]) == 2
    assert main(["plan", str(school), "--as", form, "--force"]) == 0
    assert main(["plan", str(school), "--as", form, "-o", str(path.with_name("elders"))]) == 0


def test_erasing_knows_the_names(school: Path) -> None:
    for form in PLAN_FORMS:
        path = plan_file_of(school, form)
        assert is_of(path.name, school)
        assert is_of(f"{path.stem} 2{path.suffix}", school)
    for other in ("school plan.ics", "school plan.pdf", "school mail 2.xlsx", "schoolplan.xlsx"):
        assert not is_of(other, school)


def test_words_for_the_mail_are_chosen_one_by_one(
    school: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    command = ["plan", str(school), "--as", "txt", "-o", "-", "--choose", "--lang", "nl"]
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(command) == 0
    told = capfd.readouterr()
    asked = [line for line in told.err.splitlines() if ": " in line]
    assert NAME not in told.out
    answers = ["ja" if line.endswith(NAME) else "nee" for line in asked]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers)))
    assert main(command) == 0
    mail = capfd.readouterr().out
    assert f"Wie: {NAME} (de mentor)" in mail
    assert WHOM not in mail


def refusals(school: Path, talk: Begin) -> Iterator[tuple[Sequence[str], str]]:
    begun, undated = school.with_name("begun.lobgids"), school.with_name("undated.lobgids")
    write_copy(begun, talk("full").conversation.header, [])
    one = planned(talk)
    write_copy(undated, one.conversation.header, [event for event in one.events if event.value not in DAYS])
    mentor = str(ROOT / "lobgids" / "examples" / "mentor.lobgids")
    yield (str(begun),), "In dit gesprek is geen plan gemaakt. Er is dus niets om mee te nemen."
    yield (mentor,), "In dit gesprek is geen plan gemaakt. Er is dus niets om mee te nemen."
    yield (str(undated), "--as", "ics"), "In het plan staat nog geen dag. Er is dus nog niets voor je agenda."
    yield (str(school), "--choose"), "Eigen woorden kiezen hoort bij de mail: geef ook --as txt."


def test_what_cannot_be_made_gets_one_sentence_and_no_file(
    school: Path, talk: Begin, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, sentence in refusals(school, talk):
        before = sorted(school.parent.iterdir())
        assert main(["plan", *arguments, "--lang", "nl"]) == 2
        assert capsys.readouterr().err.strip() == sentence
        assert sorted(school.parent.iterdir()) == before


def test_a_group_has_its_plan_too(tmp_path: Path) -> None:
    path = tmp_path / "groep.lobgids"
    path.write_bytes((ROOT / "lobgids" / "examples" / "groep-eens.lobgids").read_bytes())
    for form in PLAN_FORMS:
        assert main(["plan", str(path), "--as", form]) == 0
    assert rows(sheets(plan_file_of(path, "xlsx").read_bytes())[0])
