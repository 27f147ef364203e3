"""Reports of whole conversations: what is in them, for whom, alike in every format, and no own words but the chosen."""

import io
import re
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import html5lib
import msgspec
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from lobgids.dialogue.kinds.kind import LONGEST_TEXT
from lobgids.dialogue.protocol import Ask
from lobgids.report.blocks import Block, Figure, Heading, Items, Paragraph, Quote, Report, Table
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.editions import Readers, editions_of
from lobgids.report.files import as_file, held_on
from lobgids.report.form import form_of
from lobgids.report.own_words import own_words
from lobgids.session.review import reviewed
from lobgids.storage.names import FORMATS, Format
from lobgids.storage.reading import read
from lobgids.text import clean
from tests.conftest import ROOT, Talk, load_script, sensible
from tests.fakes.reports import HOSTILE
from tests.fakes.walks import Edited, edited_events
from tests.test_conversation import edited_documents

Begin = Callable[..., Talk]
DAY = date(2026, 11, 23)
OWN = "Geheim van Samira"
READERS = [edition.readers for edition in editions_of("decaan").editions]
HAND_OUTS: tuple[Readers, ...] = ("questions", "students", "roles")
"""What is handed out holds a page for each who is there to have one."""
WITHOUT_EMPTY: tuple[Readers, ...] = ("me", "leadership", "reference")
"""A part with nothing to say is left out of these."""
MODELS = ("vakkenschool", "activerende school", "flexibele school")


@pytest.fixture(scope="module")
def held(talk: Begin) -> Talk:
    """A whole conversation with words of one's own at every place that takes them."""
    return hold(talk("full"), OWN)


def hold(one: Talk, words: str) -> Talk:
    """Answer everything; type the words wherever there is room for them."""
    while one.conversation.ask:
        ask = one.ask
        if ask.kind == "text":
            one.type("De Brug" if ask.id == "welcome.school" else words)
            continue
        one.move("note", text=words)
        wanted: Any = every_action(ask) if ask.id == "plan.actions" else sensible(ask)
        if ask.kind == "choice" and ask.id != "welcome.form":
            letter = "abcdefghijklmn"[[option.id for option in ask.options].index(wanted)]
            one.type(f"{letter}, {words}")
            if one.conversation.ask is not ask and one.conversation.ask != ask:
                continue
        one.answer(wanted)
    return one


def every_action(ask: Ask) -> list[str]:
    """All that can be chosen together."""
    return [option.id for option in ask.options if not option.alone]


def report(one: Talk, readers: Readers = "me", **more: Any) -> Report:
    return compose(one.conversation, DAY, ReportRequest(readers, **more))


def texts(block: Block) -> list[str]:
    """Every text that a block shows."""
    match block:
        case Items():
            return list(block.items)
        case Table():
            return [block.caption, *block.header, *(cell for row in block.rows for cell in row)]
        case Quote():
            return [block.text, block.about]
        case Figure():
            names = [row.name for group in block.grid.groups for row in group.rows]
            return [block.caption, *names]
        case _:
            return [getattr(block, "text", "")]


def everything(made: Report) -> list[str]:
    """Every text of a report, in order."""
    shown = [
        text for part in made.parts for text in (part.title, *(one for block in part.blocks for one in texts(block)))
    ]
    return [text for text in (made.title, made.subtitle, *made.notes, *shown) if text]


def flat(text: str) -> str:
    """Text without what a format may do with white space and hyphens at the end of a line."""
    return re.sub(r"[\s\u00ad\u200b\u2060-]+", "", text)


def read_pdf(content: bytes) -> str:
    """The text without what stands at the foot of each page, as a sentence may go on over it."""
    pages = (page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    return "".join(re.sub(r"LOB bij De Brug\s*\d+ van \d+\s*$", "", page) for page in pages)


def read_word(content: bytes) -> str:
    """The text, and what is told of a picture to who cannot see it."""
    body = docx.Document(io.BytesIO(content)).element.body
    return "".join(
        node.get("descr", "") or node.text or "" for node in body.iter() if node.tag.endswith(("}t", "}docPr"))
    )


def read_page(content: bytes) -> str:
    return "".join(html5lib.HTMLParser(strict=True).parse(content).itertext())


def read_markdown(content: bytes) -> str:
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").enable("table").parse(content.decode())
    told = (child.content for token in tokens for child in token.children or ())
    return "".join("" if one == "<br>" else one for one in told)  # a line break within a cell


READ: dict[Format, Callable[[bytes], str]] = {
    "pdf": read_pdf, "docx": read_word, "html": read_page, "md": read_markdown, "json": bytes.decode,
}  # fmt: skip


# What is in them.


@pytest.mark.parametrize("readers", READERS)
@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
def test_every_format_tells_all_of_the_report(held: Talk, readers: Readers, form: Format) -> None:
    made = report(held, readers)
    shown = flat(READ[form](as_file(made, form)))
    missing = [text for text in everything(made) if flat(text) not in shown]
    assert not missing


@pytest.mark.parametrize("readers", READERS)
def test_json_is_the_report_itself(held: Talk, readers: Readers) -> None:
    made = report(held, readers)
    given = msgspec.json.decode(as_file(made, "json"))
    assert given.pop("type") == "report"
    assert msgspec.convert(given, Report) == made


def test_the_report_tells_what_the_result_says(held: Talk) -> None:
    """The numbers, the plan and the questions are those of `lobgids result --json`."""
    result, made = held.conversation.result(), report(held)
    shown = everything(made)
    [profile] = [
        block for part in made.parts if part.id == "picture" for block in part.blocks if isinstance(block, Figure)
    ]
    cells = [row.cells for group in profile.grid.groups for row in group.rows]
    for number, component in result.components.items():
        shares = [component["posterior"][model] for model in ("1", "2", "3")]
        drawn = [min(round(share, 2), 0.9) if share >= 0.2 else 0 for share in shares]
        assert [cell.share for cell in cells[int(number) - 1]] == drawn
    assert all(item["title"] in shown and item["success"] in " ".join(shown) for item in result.plan)
    sheets = " ".join((*everything(report(held, "questions")), *everything(report(held, "students"))))
    assert all(asked["text"] in sheets for level in result.evaluation.values() for asked in level)
    assert all(item["question"] in shown for item in result.find_out)
    assert all(item["text"] in shown for item in result.tensions)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("readers", READERS)
def test_a_report_is_in_one_language(talk: Begin, readers: Readers, language: str) -> None:
    one = talk("short", language=language).go()
    made = report(one, readers)
    assert made.language == language
    words = set(re.findall(r"[a-z]+", " ".join(everything(made)).lower()))
    foreign = {"nl": {"and", "with", "which"}, "en": {"het", "een", "wat", "wie", "jullie"}}[language]
    assert not words & foreign


def test_an_unfinished_conversation_says_so(talk: Begin) -> None:
    one = talk("full").go(until="c08.situation")
    for readers in READERS:
        is_said = any("tussentijds" in note for note in report(one, readers).notes)
        assert is_said == (readers != "students")  # they are told nothing of the conversation
    assert not any("tussentijds" in note for note in report(talk("short").go()).notes)


@pytest.mark.parametrize("until", ["welcome.school", "welcome.form", "c01.basis", "picture.agree", "plan.actions"])
@pytest.mark.parametrize("readers", READERS)
def test_there_is_a_report_at_any_time(talk: Begin, readers: Readers, until: str) -> None:
    made = report(talk("").go(until=until), readers)
    assert made.parts
    assert all(part.blocks for part in made.parts)


def test_parts_can_be_picked(held: Talk) -> None:
    made = report(held, parts=("plan", "summary"))
    assert [part.id for part in made.parts] == ["summary", "plan"]
    with pytest.raises(LookupError):
        report(held, parts=("decision",))


@pytest.mark.parametrize("readers", READERS)
def test_headings_never_skip_a_level(held: Talk, readers: Readers) -> None:
    for part in report(
        held, readers, chosen_words=frozenset(one.id for one in own_words(held.conversation.view))
    ).parts:
        level = 1
        for block in part.blocks:
            if isinstance(block, Heading):
                assert block.level <= level + 1, block
                level = block.level


@pytest.mark.parametrize("readers", READERS)
def test_tables_are_whole(held: Talk, readers: Readers) -> None:
    tables = [block for part in report(held, readers).parts for block in part.blocks if isinstance(block, Table)]
    assert tables or readers == "students"
    for table in tables:
        assert all(len(row) == len(table.header) for row in table.rows)
        assert len(table.widths) in (0, len(table.header))
        assert all(table.header)


# For whom.


def test_reports_of_one_school_have_different_names(held: Talk) -> None:
    names = [report(held, edition.readers).name for edition in editions_of("decaan").editions]
    assert len(names) == len(set(names))
    assert all(name.startswith(report(held).title) for name in names if "Jij en later" not in name)


@pytest.mark.parametrize("readers", READERS)
def test_shares_are_told_in_words(talk: Begin, readers: Readers) -> None:
    made = report(talk("short").go(until="plan.actions"), readers)
    assert not [text for text in everything(made) if "%" in text]


@pytest.mark.parametrize("readers", READERS)
def test_a_caption_does_not_say_its_heading_again(held: Talk, readers: Readers) -> None:
    for part in report(held, readers).parts:
        heading = part.title
        for block in part.blocks:
            heading = block.text if isinstance(block, Heading) else heading
            if isinstance(block, Table | Figure):
                head, caption = ({*re.findall(r"\w+", text.lower())} for text in (heading, block.caption))
                assert len(head & caption) <= len(head | caption) / 2, block.caption


def test_leadership_reads_nobodys_words(held: Talk) -> None:
    for readers in ("leadership", "talk"):
        assert OWN not in " ".join(everything(report(held, readers)))
    assert OWN in " ".join(everything(report(held)))


def test_words_are_chosen_one_by_one(held: Talk) -> None:
    own = own_words(held.conversation.view)
    assert {one.kind for one in own} == {"answer", "note", "name"}
    for one in (next(one for one in own if one.kind == kind) for kind in ("answer", "note", "name")):
        shown = " ".join(everything(report(held, "leadership", chosen_words=frozenset({one.id}))))
        assert shown.count(OWN) == 1, one


def test_every_own_word_can_be_shown_to_leadership(held: Talk) -> None:
    own = own_words(held.conversation.view)
    shown = " ".join(everything(report(held, "leadership", chosen_words=frozenset(one.id for one in own))))
    assert shown.count(OWN) >= len([one for one in own if one.kind != "name"])


def test_my_copy_holds_every_own_word(held: Talk) -> None:
    shown = " ".join(everything(report(held)))
    assert shown.count(OWN) >= len([one for one in own_words(held.conversation.view) if one.kind != "name"])


def test_models_are_named_to_leadership_in_the_appendix_only(held: Talk) -> None:
    for part in report(held, "leadership").parts:
        named = [model for model in MODELS if model in " ".join(text for block in part.blocks for text in texts(block))]
        assert bool(named) == (part.id == "appendix"), (part.id, named)


def test_the_first_page_for_leadership_is_one_page(held: Talk) -> None:
    pages = pypdf.PdfReader(io.BytesIO(as_file(report(held, "leadership"), "pdf"))).pages
    first = flat(pages[0].extract_text())
    decision = report(held, "leadership").parts[0]
    assert all(flat(text) in first for block in decision.blocks for text in texts(block))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_talk_sheet_is_one_page(talk: Begin, language: str) -> None:
    made = report(talk("full", language=language).go(), "talk")
    assert len(pypdf.PdfReader(io.BytesIO(as_file(made, "pdf"))).pages) == 1


def test_two_schools_get_two_different_plans(content_in: Any) -> None:
    plans: list[dict[str, Any]] = []
    for name in ("voorbeeld", "vakkenschool"):
        conversation = reviewed(read(ROOT / "lobgids" / "examples" / f"{name}.lobgids"), content_in)
        plans.append({item["title"]: item for item in conversation.result().plan})
        for item in plans[-1].values():
            assert item["because"] or item["kind"] == "find_out"
            assert item["facts"] or item["kind"] == "find_out"
            assert set(item["because"]) <= set(conversation.view.state.answers)
    shared = plans[0].keys() & plans[1].keys()
    assert shared <= {"Gesprek over het beeld met schoolleiding en team"}
    assert min(len(plan) for plan in plans) >= 3


# The same each time, and nobody's words are obeyed.


def test_the_reports_of_the_examples_are_those_in_the_docs(content_in: Any) -> None:
    """After a change that is meant: `python docs/make_reports.py` writes them anew; read what changed in them."""
    script = load_script(ROOT / "docs" / "make_reports.py")
    for name, made in script.reports(content_in):
        kept = (ROOT / "docs" / "reports" / f"{name}.md").read_text(encoding="utf-8")
        assert as_file(made, "md").decode() == kept, name


def test_word_opens_every_report_without_a_finding(content_in: Any, tmp_path: Path) -> None:
    script, path = load_script(ROOT / "docs" / "make_reports.py"), tmp_path / "report.docx"
    for name, made in (
        *script.reports(content_in),
        ("form", form_of(content_in("nl").base, content_in("nl").language)),
    ):
        if not name.endswith("-en"):
            path.write_bytes(as_file(made, "docx"))
            assert [str(error) for error in OpenXmlValidator().validate(path).errors] == [], name


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_log_gives_the_same_report(held: Talk, talk: Begin, form: Format) -> None:
    again = talk("full", events=held.events)
    assert as_file(report(held), form) == as_file(report(again), form)


def test_the_date_is_the_conversations(held: Talk) -> None:
    header = held.conversation.view.header
    assert held_on(header, held.events) == DAY
    assert report(held).date == "2026-11-23"
    assert held_on(header, []) == date(2026, 11, 23)


@pytest.fixture(scope="module")
def hostile(talk: Begin) -> Talk:
    """A conversation with each of the hostile texts as a note, and one of them at each place that takes words."""
    one = talk("short").go(until="welcome.school")
    one.type(HOSTILE[0])
    one.go(until="assignment.asked")
    for words in HOSTILE:
        one.move("note", text=words[:LONGEST_TEXT])
    return hold(one, HOSTILE[0])


@pytest.mark.parametrize("readers", ["me", "leadership"])
@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_what_is_typed_is_text_in_every_format(hostile: Talk, form: Format, readers: Readers) -> None:
    own = own_words(hostile.conversation.view)
    made = report(hostile, readers, chosen_words=frozenset(one.id for one in own))
    shown = flat(READ[form](as_file(made, form)))
    assert {clean(words[:LONGEST_TEXT]) for words in HOSTILE} <= {one.text for one in own}
    assert [one.text for one in own if flat(one.text) not in shown] == []
    assert HOSTILE[0] in made.title


def test_a_pdf_of_what_is_typed_has_no_link_and_no_script(hostile: Talk) -> None:
    own = frozenset(one.id for one in own_words(hostile.conversation.view))
    reader = pypdf.PdfReader(io.BytesIO(as_file(report(hostile, "leadership", chosen_words=own), "pdf")))
    assert reader.metadata is not None
    assert HOSTILE[0] in str(reader.metadata.title)
    assert not [page for page in reader.pages if page.get("/Annots")]
    assert "/JavaScript" not in str(reader.trailer["/Root"])
    assert flat("<script>alert(1)</script>") in flat("".join(page.extract_text() for page in reader.pages))


def test_escape_codes_never_reach_a_report(talk: Begin) -> None:
    one = talk("short").go(until="assignment.asked")
    one.type("rood \x1b[31m en \x07 bel")
    one.go()
    assert "rood  en  bel" in " ".join(everything(report(one)))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", " ".join(everything(report(one))))


@pytest.mark.parametrize("readers", READERS)
def test_a_part_is_known_by_its_name(readers: Readers, held: Talk) -> None:
    shown = [part.id for part in report(held, readers, chosen_words=frozenset({"note.1"})).parts]
    known = list(editions_of("decaan").edition(readers).parts)
    assert shown == [name for name in known if name in shown or readers not in (*HAND_OUTS, *WITHOUT_EMPTY)]


def test_nothing_is_said_twice_in_a_row(held: Talk) -> None:
    for part in report(held).parts:
        assert not [one for one, other in pairwise(part.blocks) if isinstance(one, Paragraph) and one == other]


def test_reports_need_no_folder_of_the_checkout(held: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert as_file(report(held), "pdf").startswith(b"%PDF")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(edited_documents)
def test_a_document_edited_by_hand_has_a_report(talk: Begin, edited: Edited) -> None:
    one = talk("full", events=edited_events(lambda _events: talk("full"), edited))
    own = frozenset(own.id for own in own_words(one.conversation.view))
    for readers in READERS:
        made = report(one, readers, chosen_words=own)
        as_file(made, "html")
        as_file(made, "md")
        assert all(text.strip() for part in made.parts for block in part.blocks
                   for text in ([block.text] if isinstance(block, Heading) else []))  # fmt: skip
