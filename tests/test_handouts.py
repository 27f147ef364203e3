"""Sheets for the school guide, the year, parents, talks and subjects: only what was answered is said of a school."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.enum.section import WD_ORIENT
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from lobgids.kb.base import KnowledgeBase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, PART
from lobgids.log.events import Event
from lobgids.report.blocks import Blank, Heading, Paragraph, Table
from lobgids.report.editions import Readers
from lobgids.report.files import as_file
from lobgids.report.own_words import own_words
from lobgids.report.parts.school_guide import COMPONENTS
from tests.conftest import Talk
from tests.test_reports import MODELS, OWN, everything, hold, report

Begin = Callable[..., Talk]
HANDOUTS: tuple[Readers, ...] = ("guide", "year", "parents", "card", "subject")
GAP = "[vul in]"


@pytest.fixture(scope="module")
def held(talk: Begin) -> Talk:
    """A whole conversation with words of one's own at every place that takes them."""
    return hold(talk("full"), OWN)


def told(talk: Begin, **answers: Any) -> Talk:
    """A conversation in which this was answered and nothing else; dots in ids are written as `__`."""
    given = {name.replace("__", "."): value for name, value in answers.items()}
    events = [Event(time="", kind="answered", ask=ask, value=value) for ask, value in given.items()]
    return talk("full", events=events)


def planned(talk: Begin, part: str = "part.school", **fields: str) -> Talk:
    """A conversation of a part of a school with one action in its plan, of which this was said."""
    action = next(option.id for option in talk("full").go(until=ACTIONS).ask.options if option.id.startswith("act."))
    answers = {PART: part, ACTIONS: [action], **{ask_ids.plan(name, action): value for name, value in fields.items()}}
    before = talk("full").go(until=ACTIONS).events
    asked = [Event(time="", kind="answered", ask=ask, value=value) for ask, value in answers.items()]
    return talk("full", events=[event for event in before if event.ask != PART] + asked)


def shown(one: Talk, readers: Readers, **more: Any) -> str:
    return "\n".join(everything(report(one, readers, **more)))


def year(one: Talk, **more: Any) -> Table:
    [table] = [block for part in report(one, "year", **more).parts for block in part.blocks if isinstance(block, Table)]
    return table


def row(table: Table, name: str) -> tuple[str, ...]:
    [cells] = [cells for _name, *cells in table.rows if _name == name]
    return tuple(cells)


# What is said of a school.


@pytest.mark.parametrize("model", [1, 2, 3])
def test_the_school_guide_tells_what_was_chosen_and_nothing_else(talk: Begin, base: KnowledgeBase, model: int) -> None:
    chosen = {f"c{number:02}__situation": f"c{number:02}.m{model}" for number in COMPONENTS}
    text = shown(told(talk, **chosen, theme__parents=["doer.mentor", "doer.someone_else"]), "guide")
    for component in map(base.component, COMPONENTS):
        for description in component.descriptions:
            assert description.school_guide
            assert (description.school_guide in text) == (description.model == model)
    assert f"De mentor en {GAP}" in text
    assert "niets gekozen" not in text


def test_what_was_not_answered_is_a_gap(talk: Begin, base: KnowledgeBase) -> None:
    one = told(talk, theme__lessons=["doer.nobody"])
    [part] = report(one, "guide").parts
    texts = [block.text for block in part.blocks if isinstance(block, Paragraph)]
    assert texts.count(GAP) == len(COMPONENTS)
    [table] = [block for block in part.blocks if isinstance(block, Table)]
    assert {who.lower() for _what, who in table.rows} == {GAP}
    text = shown(told(talk), "guide") + shown(told(talk), "year")
    assert "niets gekozen" in text
    assert not [
        one.id
        for component in base.components
        for one in component.descriptions
        if any(said and said in text for said in (one.school_guide, one.strength))
    ]


def test_a_between_gives_both_and_asks_where(talk: Begin, base: KnowledgeBase) -> None:
    one = told(talk, c06__situation="c06.between", c06__between=["c06.m1", "c06.m2"])
    both = [description for description in base.component(6).descriptions if description.model < 3]
    guide = everything(report(one, "guide"))
    assert [text for text in guide if "[vul in: waar]" in text] == [f"[vul in: waar] {d.school_guide}" for d in both]
    assert f"{base.component(6).name} (verschilt): {both[0].strength} {both[1].strength}" in shown(one, "year")


def test_what_is_only_on_paper_is_told_as_a_plan_and_a_wish_not_at_all(talk: Begin) -> None:
    def said(basis: list[str]) -> str:
        return shown(told(talk, c06__situation="c06.m2", c06__basis=basis), "guide")

    assert "Zo staat het in het plan van de school." in said(["documents"])
    assert "[ga na of dit klopt]" in said(["impression"])
    seen = said(["documents", "lessons"])
    assert "De mentor geeft de LOB-lessen" in seen
    assert "plan van de school" not in seen
    assert "De mentor geeft de LOB-lessen" not in said(["wish"])


@pytest.mark.parametrize(
    ("model", "words"), [(1, "een brief of een uitnodiging"), (2, "Je doet mee."), (3, "over je werk vertellen")]
)
def test_parents_read_what_they_can_expect_in_three_forms(talk: Begin, model: int, words: str) -> None:
    text = shown(told(talk, c11__situation=f"c11.m{model}"), "parents")
    assert words in text
    assert words not in shown(told(talk), "parents")


def test_parents_read_whom_they_can_talk_to_with_what_each_does(talk: Begin) -> None:
    one = told(talk, theme__parents=["doer.team_leader"])
    text = shown(one, "parents")
    assert "Over de keuzes van je kind: de teamleider." in text
    assert "De teamleider leidt" in text
    assert "De decaan weet" not in text
    assert f"Dan kan het eerst naar {GAP}." in text
    [first, _second] = report(one, "parents").parts
    assert any(isinstance(block, Blank) for block in first.blocks)
    [moments] = [block for block in first.blocks if isinstance(block, Table)]
    assert not any(cell for cells in moments.rows for cell in cells)


@pytest.mark.parametrize(
    ("part", "has"),
    [("part.vmbo", (True, False)), ("part.havo_vwo", (False, True)), ("part.school", (True, True))],
)
def test_what_is_asked_about_the_dossier_is_of_the_parts_of_the_school(
    talk: Begin, part: str, has: tuple[bool, bool]
) -> None:
    one = told(talk, **{PART.replace(".", "__"): part})
    [_first, second] = report(one, "parents").parts
    headings = [block.text for block in second.blocks if isinstance(block, Heading)]
    assert tuple(any(name in text for text in headings) for name in ("eigen PTA", "havo en vwo")) == has
    text = shown(one, "parents")
    assert "niet uit de publicatie" in text
    assert "geen juridisch advies" in text
    assert ("Sinds 2016" in text) == has[0]


def test_the_card_tells_which_way_a_question_goes_here_and_the_subjects_sheet_who_helps(
    talk: Begin, base: KnowledgeBase
) -> None:
    one = told(talk, c09__situation="c09.m2", theme__support=["doer.team_leader"])
    ways = [description.school_guide for description in base.component(9).descriptions]
    assert [way in shown(one, "card") for way in ways] == [False, True, False]
    assert "meestal van de teamleider." in shown(one, "subject")
    assert not any(way in shown(told(talk), "card") for way in ways)
    assert f"meestal van {GAP}." in shown(told(talk), "subject")
    for readers in ("card", "subject"):
        assert "lobgids, niet uit de publicatie" in shown(one, readers)


# The year.


@pytest.mark.parametrize(
    ("part", "years", "days"),
    [
        ("part.vmbo", 4, ("", "", "1 april", "")),
        ("part.havo", 5, ("", "15 januari", "1 april", "1 mei")),
        ("part.vwo", 6, ("", "15 januari", "", "1 mei")),
        ("part.location", 6, ("", "15 januari", "1 april", "1 mei")),
    ],
)
def test_the_year_has_the_year_groups_and_days_of_the_part(
    talk: Begin, part: str, years: int, days: tuple[str, ...]
) -> None:
    *groups, rest, outside = year(told(talk, **{PART.replace(".", "__"): part})).rows
    assert [cells[0] for cells in groups] == [str(number) for number in range(1, years + 1)]
    assert not any(cell for cells in (*groups, rest) for cell in cells[1:])
    assert tuple(cell.partition(":")[0] for cell in outside[1:]) == days


@pytest.mark.parametrize(
    ("day", "place"), [("2026-10-30", 0), ("2026-11-02", 1), ("2027-01-11", 1), ("2027-04-05", 2), ("2027-07-01", 3)]
)
def test_an_action_stands_in_the_period_of_its_day(talk: Begin, day: str, place: int) -> None:
    one = planned(talk, when=day)
    title = one.conversation.view.conclusions.plan[0].title
    cells = row(year(one), "Alle leerjaren, of nog te kiezen")
    assert [title in cell for cell in cells] == [index == place for index in range(4)]
    assert day[:4] in cells[place]


def test_an_action_without_a_day_stands_below_the_table(talk: Begin) -> None:
    one = planned(talk)
    title = one.conversation.view.conclusions.plan[0].title
    assert f"nog zonder dag: {title}." in shown(one, "year")
    assert not any(title in cell for cells in year(one).rows for cell in cells)


@pytest.mark.parametrize(
    ("whom", "group"),
    [("alle mentoren van klas 3", "3"), ("havo 4", "4"), ("klas 3b", "3"), ("klas 3 en 4", ""),
     ("klas 3, 25 leerlingen", ""), ("2 docenten", ""), ("de mentoren", ""), ("leerjaar 9", "")],
)  # fmt: skip
def test_an_action_stands_at_its_year_group_only_if_that_is_clear_and_may_be_shown(
    talk: Begin, whom: str, group: str
) -> None:
    one = planned(talk, "part.havo", when="2027-02-08", whom=whom)
    chosen = frozenset(own.id for own in own_words(one.conversation.view) if own.text == whom)
    assert chosen
    for words, name in ((chosen, group), (frozenset[str](), "")):
        table = year(one, chosen_words=words)
        assert row(table, name or "Alle leerjaren, of nog te kiezen")[2]
        assert sum(bool(cells[3]) for cells in table.rows[:-1]) == 1


def test_a_year_group_that_the_school_has_not_is_no_row(talk: Begin) -> None:
    one = planned(talk, "part.vmbo", when="2027-02-08", whom="klas 6")
    chosen = frozenset(own.id for own in own_words(one.conversation.view))
    assert row(year(one, chosen_words=chosen), "Alle leerjaren, of nog te kiezen")[2]


# For whom.


@pytest.mark.parametrize("readers", HANDOUTS)
def test_nothing_private_no_model_and_a_draft(held: Talk, readers: Readers) -> None:
    text = shown(held, readers)
    assert OWN not in text
    assert not [model for model in MODELS if model in text]
    assert "Concept" in report(held, readers).subtitle
    assert any(note.startswith("Concept.") for note in report(held, readers).notes)


def test_own_actions_are_in_the_year_only_where_that_was_chosen(held: Talk) -> None:
    own = frozenset(one.id for one in own_words(held.conversation.view))
    assert OWN in shown(held, "year", chosen_words=frozenset({"text.act.own.1"}) & own)
    assert not [one for one in HANDOUTS if one != "year" and OWN in shown(held, one, chosen_words=own)]


# As files.


@pytest.mark.parametrize(("readers", "pages"), [("guide", 1), ("year", 1), ("parents", 2), ("card", 1), ("subject", 1)])
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("track", ["decaan", "workshop"])
def test_each_sheet_is_on_its_page(talk: Begin, track: Any, language: str, readers: Readers, pages: int) -> None:
    one = talk(language=language, track=track).go(setup__people=13)
    file = pypdf.PdfReader(io.BytesIO(as_file(report(one, readers), "pdf")))
    assert len(file.pages) == pages
    box = file.pages[0].mediabox
    assert (box.width > box.height) == (readers == "year")


@pytest.mark.parametrize("readers", HANDOUTS)
def test_each_sheet_opens_in_word(held: Talk, readers: Readers, tmp_path: Path) -> None:
    path = tmp_path / "blad.docx"
    path.write_bytes(as_file(report(held, readers), "docx"))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    [section] = docx.Document(str(path)).sections
    assert (section.orientation == WD_ORIENT.LANDSCAPE) == (readers == "year")
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width > section.page_height) == (readers == "year")
    assert ("A4 landscape" in as_file(report(held, readers), "html").decode()) == (readers == "year")
