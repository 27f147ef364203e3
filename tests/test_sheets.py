"""The sheets to hand out: questions for each who is asked, one for students without names, and one for each role."""

import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
import msgspec
import pypdf
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from lobgids.advice.conclusions import Evaluation, Sign
from lobgids.advice.roles import is_open
from lobgids.cli.main import main
from lobgids.dialogue.conversation import Conversation
from lobgids.log import ask_ids
from lobgids.report.blocks import Blank, Block, Heading, Items, Paragraph, Report, ReportPart, Table
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.context import ReportContext
from lobgids.report.editions import Readers
from lobgids.report.files import as_file
from lobgids.report.own_words import OwnWords, own_words
from lobgids.report.parts import questions, role_sheets, students
from lobgids.session.review import reviewed
from lobgids.storage.names import is_of
from lobgids.storage.reading import read
from tests.conftest import ROOT, Talk
from tests.test_reports import DAY, HAND_OUTS, MODELS, OWN, Begin, everything, flat, hold, report, texts

EXAMPLES = ROOT / "lobgids" / "examples"
WHOLE = "Alles wat we voor LOB deden"
ALONE = ("vakkenschool", "voorbeeld")
GROUPS = ("groep-eens", "groep-kampen", "groep-rollen")

Example = Callable[..., Conversation]


@pytest.fixture(scope="module")
def example(content_in: Any) -> Example:
    """An example conversation, in a language."""
    return lambda name, language="nl": reviewed(read(EXAMPLES / f"{name}.lobgids"), content_in, language)


@pytest.fixture(scope="module")
def held(talk: Begin) -> Talk:
    """A whole conversation with words of one's own at every place that takes them, and with all actions."""
    return hold(talk("full"), OWN)


def sheets(conversation: Conversation, readers: Readers, *parts: str) -> Report:
    return compose(conversation, DAY, ReportRequest(readers, parts))


def context_of(conversation: Conversation, *own: OwnWords, **changes: Any) -> ReportContext:
    """What a part gets, with changes to what was concluded."""
    context = ReportContext(conversation.view, own)
    context.conclusions = msgspec.structs.replace(context.conclusions, **changes)
    return context


def asking(monkeypatch: pytest.MonkeyPatch, *asked: Evaluation) -> None:
    """Let these be the questions of the last level, and the others have none."""
    monkeypatch.setattr(
        "lobgids.report.context.chosen_evaluation", lambda _view, level: list(asked) if level == "result" else []
    )


def part(made: Report, name: str) -> ReportPart:
    return next(part for part in made.parts if part.id == name)


def told(blocks: Sequence[Block]) -> str:
    return "\n".join(text for block in blocks for text in texts(block))


def table(blocks: Sequence[Block], caption: str) -> Table:
    return next(block for block in blocks if isinstance(block, Table) and block.caption == caption)


def pages(made: Report) -> list[str]:
    """The text of each page of the PDF."""
    return [flat(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(as_file(made, "pdf"))).pages]


# On paper.


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", [*ALONE, *GROUPS])
def test_each_sheet_begins_on_a_page_of_its_own(example: Example, name: str, language: str) -> None:
    for readers in HAND_OUTS:
        made = sheets(example(name, language), readers)
        begin = [page for page in pages(made) if any(page.startswith(flat(part.title)) for part in made.parts[1:])]
        assert len(begin) == len(made.parts) - 1
        assert flat(made.parts[0].title) in pages(made)[0]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", [*ALONE, *GROUPS])
def test_a_sheet_fits_on_one_side(example: Example, name: str, language: str) -> None:
    for readers in ("students", "roles"):
        made = sheets(example(name, language), readers)
        assert len(pages(made)) == len(made.parts)
    for one in sheets(example(name, language), "questions").parts:
        most = 2 if one.id == "questions_participants" else 1  # these may be asked of every action
        assert len(pages(sheets(example(name, language), "questions", one.id))) <= most, one.id


@pytest.mark.parametrize("name", [*ALONE, "groep-rollen"])
@pytest.mark.parametrize("readers", HAND_OUTS)
def test_word_opens_them(example: Example, name: str, readers: Readers, tmp_path: Path) -> None:
    made, path = sheets(example(name), readers), tmp_path / "sheets.docx"
    path.write_bytes(as_file(made, "docx"))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    body = docx.Document(io.BytesIO(path.read_bytes())).element.body
    assert len([*body.iter(qn("w:pageBreakBefore"))]) == len(made.parts) - 1


def test_the_first_sheet_that_is_there_needs_no_new_page(example: Example) -> None:
    made = sheets(example("vakkenschool"), "roles", "role_deputy", "role_team_leader", "role_mentor")
    assert [(part.id, part.on_new_page) for part in made.parts] == [("role_team_leader", False), ("role_mentor", True)]


def test_each_has_a_file_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "school.lobgids"
    path.write_bytes((EXAMPLES / "voorbeeld.lobgids").read_bytes())
    for readers in HAND_OUTS:
        assert main(["report", str(path), "--for", readers, "--as", "docx", "--lang", "nl"]) == 0
    names = {made.name for made in tmp_path.glob("*.docx")}
    assert names == {"school vragenbladen.docx", "school leerlingen.docx", "school rolbladen.docx"}
    assert all(is_of(name, path) for name in names)
    assert "vragenbladen" in capsys.readouterr().out


# What may be read.


def test_nothing_that_was_typed_is_handed_out(held: Talk) -> None:
    for readers in HAND_OUTS:
        assert OWN not in " ".join(everything(report(held, readers)))
    chosen = frozenset(one.id for one in own_words(held.conversation.view))
    assert OWN not in " ".join(everything(report(held, "students", chosen_words=chosen)))


def test_an_own_action_and_question_are_shown_if_they_may_be(held: Talk) -> None:
    own = {one.ask: one.id for one in own_words(held.conversation.view) if one.kind == "answer"}
    made = report(held, "questions")
    assert "Een eigen actie" in told(part(made, "counting").blocks)
    assert "questions_decaan" not in [part.id for part in made.parts]
    made = report(held, "questions", chosen_words=frozenset({own[ask_ids.OWN_ACTIONS]}))
    assert OWN in told(part(made, "counting").blocks)
    made = report(held, "questions", chosen_words=frozenset({own[ask_ids.OWN_QUESTIONS]}))
    assert Blank(text=OWN, lines=2) in part(made, "questions_decaan").blocks


def test_no_sheet_names_a_model(held: Talk, example: Example) -> None:
    for conversation in (held.conversation, *map(example, ALONE)):
        for readers in HAND_OUTS:
            shown = " ".join(everything(sheets(conversation, readers))).lower()
            assert not [model for model in MODELS if model in shown]


# The questions.


@pytest.mark.parametrize("name", [*ALONE, *GROUPS])
def test_who_is_asked_gets_a_page_with_just_those_questions(example: Example, name: str) -> None:
    """Each question stands under its action, with the moment and with room for an answer."""
    context = context_of(example(name))
    titles = {item.action: item.title for item in context.conclusions.plan}
    wanted: dict[str, list[tuple[str, str]]] = {}
    for level in context.base.levels:
        for one in context.evaluation(level.id):
            if one.respondent != "students":
                asked = (titles.get(one.action, WHOLE), f"{one.text}\nWanneer: {one.moment}")
                wanted.setdefault(f"questions_{one.respondent}", []).append(asked)
    made = sheets(example(name), "questions")
    assert {part.id: sorted(to_answer(part)) for part in made.parts[1:]} == {
        name: sorted(asked) for name, asked in wanted.items()
    }


def to_answer(part: ReportPart) -> list[tuple[str, str]]:
    """The questions of a part that have room for an answer, each after the heading above it."""
    found, heading = [], ""
    for block in part.blocks:
        if isinstance(block, Heading):
            heading = block.text
        if isinstance(block, Blank) and block.lines:
            found.append((heading, block.text))
        if isinstance(block, Table):
            found += [(heading, row[0]) for row in block.rows if not any(row[1:])]
    return found


def test_a_scale_is_a_row_with_five_numbers(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    context = context_of(example("voorbeeld"))
    action = context.conclusions.plan[0].action
    asking(
        monkeypatch,
        Evaluation(id="a", action=action, text="Hoe?", respondent="mentor", moment="straks", form="scale"),
        Evaluation(id="b", action="", text="Waardoor?", respondent="mentor", moment="later"),
    )
    blocks = [*questions.of_respondent(context, "mentor")]
    [shown] = [block for block in blocks if isinstance(block, Table)]
    assert shown.header[1:] == ("1", "2", "3", "4", "5")
    assert shown.rows == (("Hoe?\nWanneer: straks", "", "", "", "", ""),)
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings == [context.conclusions.plan[0].title, WHOLE]


def test_who_collects_and_where_it_goes_is_said_once(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    context = context_of(example("voorbeeld"))
    asked = [
        Evaluation(id=goes_to, action="", text=f"{goes_to}?", respondent="mentor", moment="straks",
                   how_many="alle mentoren", collector="team_leader", goes_to=goes_to)
        for goes_to in ("in de kast", "in de krant")
    ]  # fmt: skip
    asking(monkeypatch, *asked)
    assert [*questions.of_respondent(context, "mentor")][-1] == Items(items=(
        "Aan wie: alle mentoren", "Wie de blaadjes verzamelt: de teamleider",
        "Waar de antwoorden heen gaan: in de kast; in de krant",
    ))  # fmt: skip
    assert "Schrijf je naam er niet op" in told([*questions.of_respondent(context, "mentor")])


def test_what_is_counted_has_three_places_for_a_number(example: Example) -> None:
    conversation = example("voorbeeld")
    first, second, *_rest = conversation.view.conclusions.plan
    signs = (
        Sign(action=first.action, count="Hoeveel?", now="3 van de 4", day="2027-06-07", later="2028-01-18"),
        Sign(action=second.action, count="Hoe vaak?"),
    )
    rows = table(
        [*questions.counting(context_of(conversation, signs=signs))], "Hoe het nu is, en hoe het later is"
    ).rows
    assert len(rows) == len(conversation.view.conclusions.plan)
    assert rows[0][:3] == (first.title, "Hoeveel?", "")  # what was typed
    assert [re.sub(r":\n\.+$", "", cell) for cell in rows[0][3:]] == ["7 juni 2027", "18 januari 2028"]
    assert rows[1] == (second.title, "Hoe vaak?", "", "", "")
    ask = ask_ids.counted_now(first.action)
    allowed = context_of(conversation, OwnWords(f"text.{ask}", ask, "answer", "", "3 van de 4"), signs=signs)
    assert table([*questions.counting(allowed)], "Hoe het nu is, en hoe het later is").rows[0][2] == "3 van de 4"


def test_without_a_plan_there_is_a_sentence_on_what_to_do(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    [counting] = report(one, "questions").parts
    [shown] = report(one, "students").parts
    for blocks in (counting.blocks, shown.blocks):
        [said] = blocks
        assert isinstance(said, Paragraph)
        assert said.text.startswith("Kies eerst acties voor het plan")
    assert report(one, "students").notes == ()


# Students.


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ALONE)
def test_the_students_page_names_no_action_no_role_and_no_date(example: Example, name: str, language: str) -> None:
    conversation = example(name, language)
    made, view = sheets(conversation, "students"), conversation.view
    first = " ".join(
        flat(text) for text in (made.title, made.subtitle, *made.notes, told(made.parts[0].blocks))
    ).lower()
    for item in view.conclusions.plan:
        assert flat(item.title).lower() not in first
    for role in view.base.roles:
        for called in (role.one, role.many):
            assert flat(called.partition(" ")[2]).lower() not in first, called
    assert not [model for model in view.base.models if flat(model.name).lower() in first]
    assert made.day == ""
    assert "2026" not in pages(made)[0]
    assert any(isinstance(block, Blank) for block in made.parts[0].blocks)


def test_students_write_no_name_and_tell_their_year_only(example: Example, talk: Begin) -> None:
    made = sheets(example("voorbeeld"), "students")
    assert made.notes == ("Schrijf je naam er niet op. Er zijn geen goede of foute antwoorden.",)
    assert "leerjaar: 1 · 2 · 3 · 4 · 5 · 6" in told(made.parts[0].blocks)
    of_vmbo = hold_with_students(talk("full").go(until="welcome.part", welcome__form="full"), "part.vmbo")
    assert told(report(of_vmbo, "students").parts[0].blocks).splitlines()[0].endswith("leerjaar: 1 · 2 · 3 · 4")


def hold_with_students(one: Talk, part_of_school: str) -> Talk:
    """Go on with this part of the school, and keep all questions for students."""
    one.answer(part_of_school)
    one.go(until="evaluation.result")
    one.answer([option.id for option in one.ask.options if "students" in option.id])
    return one


def test_what_students_tell_of_on_a_scale_is_a_table(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Evaluation(id="result.students.1.x", action="", text="Hoe goed?", respondent="students", moment="straks",
                       form="scale")  # fmt: skip
    asking(monkeypatch, asked, msgspec.structs.replace(asked, respondent="mentor", text="Nee"))
    blocks = [*students.sheet(context_of(example("voorbeeld")))]
    assert table(blocks, "Zet bij elke vraag één kruisje").rows == (("Hoe goed?", "", "", "", "", ""),)


def test_who_hands_it_out_is_told_to_ask_at_least_five(example: Example) -> None:
    made = sheets(example("voorbeeld"), "students")
    teacher = told(part(made, "students_teacher").blocks)
    assert "minstens vijf leerlingen" in teacher
    assert "bewaar ze dan bij de volgende klas" in teacher
    for way in ("eind van een mentorles", "Zes leerlingen aan tafel", "vragenlijst die er al is"):
        assert way in teacher
    assert flat("minstens vijf leerlingen") not in pages(made)[0]


# Roles.


@pytest.mark.parametrize("name", [*ALONE, *GROUPS])
def test_each_role_with_something_to_do_has_a_sheet(example: Example, name: str) -> None:
    conversation = example(name)
    conclusions, made = conversation.view.conclusions, sheets(conversation, "roles")
    busy = {role for item in conclusions.plan for role in (item.owner, *item.helps)} | {
        advice.role for advice in conclusions.roles if advice.tasks
    }
    assert {part.id for part in made.parts[1:]} == {f"role_{role}" for role in busy - {"decaan"}}
    for item in conclusions.plan:
        named = {part.id for part in made.parts[1:] if item.title in told(part.blocks)}
        assert named == {f"role_{role}" for role in (item.owner, *item.helps) if role != "decaan"}
    for one in made.parts[1:]:
        assert told(one.blocks).startswith("Concept.")
        assert isinstance(one.blocks[-1], Blank)


def test_open_tasks_are_there_to_tick_and_nobody_is_blamed(example: Example) -> None:
    conversation = example("vakkenschool")
    made = sheets(conversation, "roles")
    advice = next(one for one in conversation.view.conclusions.roles if one.role == "mentor")
    rows = table(part(made, "role_mentor").blocks, "Wat er nu gebeurt").rows
    opened = [task.short for task in advice.tasks if is_open(task)]
    assert [(row[0].lower(), *row[1:]) for row in rows] == [(short.lower(), "", "") for short in opened]
    assert advice.first_step not in " ".join(everything(made))  # it tells the decaan how to speak with this reader
    shown = " ".join(everything(made)).lower()
    assert not re.search(r"\b(niemand|bij een ander|nog open|niet genoemd|je vertelde)\b", shown)


def test_a_sheet_tells_when_who_helps_and_how_long(example: Example) -> None:
    conversation = example("voorbeeld")
    plan = conversation.view.conclusions.plan
    changed = tuple(
        msgspec.structs.replace(item, until="2027-05-31", helps=("deputy", "mentor"), hours=12, whom=OWN, off=OWN)
        if item.owner == "subject_teacher" else item
        for item in plan
    )  # fmt: skip
    context = context_of(conversation, plan=changed)
    [item] = [item for item in changed if item.owner == "subject_teacher"]
    led = table([*role_sheets.of_role(context, "subject_teacher")], "Acties waarbij jij het voortouw hebt").rows
    assert led == ((item.title, "15 maart 2027", "31 mei 2027", "De adjunct of locatiedirecteur en de mentor", "12"),)
    helped = table([*role_sheets.of_role(context, "deputy")], "Acties waarbij jij helpt").rows
    assert helped == ((item.title, "De vakdocent", "15 maart 2027", "31 mei 2027"),)
    assert not [role for role in role_sheets.ROLES if OWN in told([*role_sheets.of_role(context, role)])]
    assert item.how in told([*role_sheets.of_role(context, "subject_teacher")])


def test_what_is_not_known_is_an_empty_line(example: Example) -> None:
    made = part(sheets(example("voorbeeld"), "roles"), "role_deputy")
    assert table(made.blocks, "Wat jij in het plan zou willen doen").rows == (("",) * 5,) * 2


def test_without_a_plan_and_a_picture_there_is_a_sentence_for_roles(talk: Begin) -> None:
    [only] = report(talk("full").go(until="c01.situation"), "roles").parts
    assert told(only.blocks).startswith("Kies eerst acties voor het plan")
