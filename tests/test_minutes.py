"""The minutes of a workshop: all that was seen and agreed on is in them in every format, and nothing unrevealed."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import hypothesis
import msgspec
import pypdf
import pytest
from hypothesis import HealthCheck, settings

from lobgids.cli.main import main
from lobgids.dialogue.kinds.kind import LONGEST_TEXT
from lobgids.dialogue.workshop.minutes_data import minutes_data
from lobgids.log.events import TrackName
from lobgids.report.blocks import Figure, Heading, Items, Paragraph, Quote, Report, Row, Table
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.editions import MINUTES, Readers, editions_of
from lobgids.report.files import as_file, default_path, held_on
from lobgids.report.own_words import own_words
from lobgids.session.review import reviewed
from lobgids.storage.names import Format
from lobgids.storage.reading import read
from lobgids.text import clean
from tests.conftest import ROOT, Talk, sensible
from tests.fakes.reports import HOSTILE
from tests.fakes.walks import Edited, edited_events
from tests.test_reports import DAY, READ, everything, flat
from tests.test_reports import report as report_of
from tests.test_workshop import PRESENT, by_role, edited_documents

Begin = Callable[..., Talk]
EXAMPLES = ROOT / "lobgids" / "examples"
GROUPS = ("groep-eens", "groep-kampen", "groep-rollen")
OWN = "Wij van team Samira"
HOSTILE_WORDS = " ".join(HOSTILE[:-1])
UNREVEALED = 137
"""How many voted for something in a vote that nobody has seen yet."""

ANSWERS = {
    "setup__people": 17, "setup__roles": PRESENT, "setup__groups": "groups.two", "setup__time": "time.120",
    "c06__talk": "talk.again", "theme__lessons": ["doer.mentor"],
    "c06__situation": by_role(staff={"m3": 6}, team={"m1": 9, "m2": 2}),
    "c06__situation__2": by_role(staff={"m2": 6}, team={"m1": 6, "m2": 5}),
}  # fmt: skip


def minutes(one: Talk, readers: Readers = "group", **more: Any) -> Report:
    return report_of(one, readers, **more)


def held(one: Talk, words: str, until: str = "") -> Talk:
    """Answer everything; type the words wherever there is room for them, and park them once."""
    one.move("note", text=f"Geparkeerd: {words}"[:LONGEST_TEXT])
    given = {name.replace("__", "."): value for name, value in ANSWERS.items()}
    while (ask := one.conversation.ask) and ask.id != until:
        if ask.kind == "text":
            one.type("De Brug" if ask.id == "welcome.school" else words)
        elif ask.id.startswith("plan.who."):
            one.type(f"a, {words}"[:LONGEST_TEXT])
        else:
            one.answer(given.get(ask.id, sensible(ask)))
        if one.conversation.ask == ask:
            one.answer(sensible(ask))
    return one


@pytest.fixture(scope="module")
def group(talk: Begin) -> Talk:
    """A whole workshop in two groups, with words of its own at every place that takes them."""
    return held(talk(track="workshop"), OWN)


def of_example(content_in: Any, name: str, language: str = "") -> Report:
    """The minutes of one of the groups that do not exist."""
    contents = read(EXAMPLES / f"{name}.lobgids")
    day = held_on(contents.header, contents.events)
    return compose(reviewed(contents, content_in, language), day, ReportRequest("group"))


@pytest.fixture(scope="module")
def examples(content_in: Any) -> dict[str, Report]:
    return {name: of_example(content_in, name) for name in GROUPS}


def blocks(made: Report, part: str) -> list[Any]:
    return [block for one in made.parts if one.id == part for block in one.blocks]


def table_of(made: Report, component: str) -> Table:
    return next(one for one in blocks(made, "votes") if isinstance(one, Table) and one.caption.endswith(component))


def rows_of(figure: Figure) -> dict[str, list[str]]:
    return {row.name: [cell.text for cell in row.cells] for one in figure.grid.groups for row in one.rows}


def shares(row: Row) -> list[float]:
    return [cell.share for cell in row.cells]


# What is in them.


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
def test_every_format_tells_all_of_the_minutes(group: Talk, form: Format) -> None:
    made = minutes(group)
    shown = flat(READ[form](as_file(made, form)))
    assert [text for text in everything(made) if flat(text) not in shown] == []


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md"])
def test_every_format_tells_the_counts_of_a_plot(examples: dict[str, Report], form: Format) -> None:
    made = examples["groep-kampen"]
    shown = flat(READ[form](as_file(made, form)))
    figure = next(one for one in blocks(made, "votes") if isinstance(one, Figure))
    for name, counts in rows_of(figure).items():
        told = r"\D*".join([re.escape(flat(name)), *counts])
        assert re.search(told, shown), (form, name)


def test_the_parts_are_those_of_minutes_in_order(group: Talk) -> None:
    left_out = ("words", "evaluation")  # all words stand elsewhere, and the evaluation is the decaan's
    assert [part.id for part in minutes(group).parts] == [name for name in MINUTES.parts if name not in left_out]


def test_both_rounds_stand_side_by_side_and_by_group(group: Talk) -> None:
    made, view = minutes(group), group.conversation.view
    voted = next(one for one in minutes_data(view).voted if one.component == 6)
    table = table_of(made, voted.name)
    by_text = {row[1]: row for row in table.rows}
    texts: dict[int, str] = {
        description.model: description.text for description in view.base.components[5].descriptions
    }
    assert [by_text[texts[model]][2:] for model in (1, 2, 3)] == [("9", "6"), ("2", "11"), ("6", "0")]
    assert [row[0] for row in table.rows] == ["A", "B", "C", "–"]
    place = {row[1]: number for number, row in enumerate(table.rows)}
    of_all = next(one for one in blocks(made, "votes") if isinstance(one, Table))
    of_groups = next(one for one in blocks(made, "votes") if isinstance(one, Table) and one.header[0] == "Groep")
    letter = {model: table.rows[place[text]][0] for model, text in texts.items()}
    assert {row[0]: row[1] for row in of_groups.rows} == {
        "Schoolleiding en staf": f"bijna allen {letter[3]}",
        "Mentoren en docenten": f"bijna allen {letter[1]}",
        "Schoolleiding en staf, de tweede keer": f"bijna allen {letter[2]}",
        "Mentoren en docenten, de tweede keer": "verdeeld: {} en {}".format(*sorted((letter[1], letter[2]))),
    }
    assert [row[1] for row in of_all.rows if row[0].startswith(voted.name)] == [
        "verdeeld: {} en {}".format(*sorted((letter[1], letter[3]))),
        "verdeeld: {} en {}".format(*sorted((letter[1], letter[2]))),
    ]


def test_a_plot_shows_the_shares_of_a_vote(examples: dict[str, Report]) -> None:
    figure = next(one for one in blocks(examples["groep-kampen"], "votes") if isinstance(one, Figure))
    assert all(abs(sum(shares(row)) - 1) < 0.02 for one in figure.grid.groups for row in one.rows)


def test_the_letters_are_those_of_the_room(talk: Begin) -> None:
    one = talk(track="workshop").go(until="c06.situation", setup__people=13)
    shown = {option.text: letter for option, letter in zip(one.ask.options, "ABC–", strict=True)}
    one.answer({"c06.m1": 6, "c06.m2": 6, "c06.m3": 1})
    one.move("reveal")
    table = table_of(minutes(one), one.conversation.view.base.components[5].name)
    assert {row[1]: row[0] for row in table.rows} == shown


def test_what_was_agreed_on_is_a_quote_and_stands_on_the_first_page(examples: dict[str, Report]) -> None:
    made = examples["groep-kampen"]
    sentence = "Op de havo komt de decaan in de klas, op het vmbo doen twee mentoren het al zelf."
    assert sentence in [one.text for one in blocks(made, "votes") if isinstance(one, Quote)]
    assert sentence in [
        cell for one in blocks(made, "agreed") if isinstance(one, Table) for row in one.rows for cell in row
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", GROUPS)
def test_the_first_page_alone_tells_what_was_agreed(content_in: Any, name: str, language: str) -> None:
    made = of_example(content_in, name, language)
    pages = pypdf.PdfReader(io.BytesIO(as_file(made, "pdf"))).pages
    first = flat(pages[0].extract_text())
    wanted = everything(msgspec.structs.replace(made, parts=made.parts[:2]))
    assert [text for text in wanted if flat(text) not in first] == []


def test_the_spread_is_told_round_by_round(examples: dict[str, Report]) -> None:
    told = " ".join(everything(examples["groep-kampen"]))
    assert "De eerste keer: jullie zijn verdeeld tussen B en C. De tweede keer: de meesten zien C." in told
    assert "De meesten weten het nog niet." in told
    assert "De groepen zien niet hetzelfde: schoolleiding en staf vooral" in " ".join(
        everything(examples["groep-rollen"])
    )
    assert "In jullie stemmen over 3 van de 12 onderdelen lijkt de school zo te zien het meest op" in told


def test_what_was_not_voted_on_is_named_once_and_stands_in_no_plot(examples: dict[str, Report]) -> None:
    made = examples["groep-kampen"]
    voted = {one.caption for one in blocks(made, "votes") if isinstance(one, Table)}
    (grid,) = [one for one in blocks(made, "picture") if isinstance(one, Figure)]
    rows = [row.name for group in grid.grid.groups for row in group.rows]
    assert 0 < len(rows) < 12
    assert all(any(name in caption for caption in voted) for name in rows)
    (left,) = [one.text for one in blocks(made, "find_out") if isinstance(one, Paragraph)]
    assert left.startswith("Hier is niet over gestemd")
    assert not [name for name in rows if name in left]


def test_groups_that_see_another_school_are_told_on_the_first_page(examples: dict[str, Report]) -> None:
    made = examples["groep-rollen"]
    (told,) = (
        one.text for one in blocks(made, "agreed") if isinstance(one, Paragraph) and "niet dezelfde school" in one.text
    )
    assert re.search(r"schoolleiding en staf: de activerende school; mentoren en docenten: de vakkenschool", told)
    (items,) = (one for one in blocks(made, "picture") if isinstance(one, Items) and told in one.items)
    assert len(items.items) == 3


def test_what_most_do_not_know_is_to_find_out(examples: dict[str, Report]) -> None:
    (table,) = (one for one in blocks(examples["groep-kampen"], "find_out") if isinstance(one, Table))
    assert "waar LOB voor is" in table.rows[0][0]
    assert len(table.rows) == 1  # the rest was not voted on, and is named in one sentence
    for question, how, _ in table.rows:
        assert question not in how
        assert how not in question


def test_what_was_parked_stands_once_and_apart_from_what_was_said(examples: dict[str, Report]) -> None:
    made = examples["groep-kampen"]
    (items,) = blocks(made, "parked")
    assert isinstance(items, Items)
    assert items.items == ("Hoeveel uur heeft een mentor hiervoor?",
                           "Het LOB-beleidsplan staat nergens waar wij het kunnen vinden")  # fmt: skip
    assert " ".join(everything(made)).count(items.items[0]) == 1


def test_words_at_a_choice_are_shown_and_not_parked(talk: Begin) -> None:
    one = talk(track="workshop").go(until="picture.agree", setup__people=13)
    one.type("dat zien wij toch anders")
    one.type("nee")  # to what was heard in it
    one.answer("picture.partly")
    made = minutes(one)
    assert "dat zien wij toch anders" in " ".join(everything(made))
    assert not blocks(made, "parked")


def test_a_name_in_the_plan_is_shown_to_the_group(examples: dict[str, Report]) -> None:
    assert "Joris (de mentor)" in everything(examples["groep-kampen"])


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("setup.people", "Wie er was, is niet opgeschreven."),
        ("setup.time", "Jullie waren met 13 mensen. De rollen: mentor (13)."),
        ("setup.start", "Jullie waren met 13 mensen. Er waren 120 minuten voor. De rollen: mentor (13)."),
    ],
)
def test_only_what_was_told_of_who_was_there(talk: Begin, until: str, told: str) -> None:
    given: dict[str, Any] = {"setup__people": 13, "setup__roles": {"mentor": 13}, "setup__time": "time.120"}
    (paragraph,) = blocks(minutes(talk(track="workshop").go(until=until, **given)), "present")
    assert paragraph.text == told


# What is not in them.


def test_nothing_of_votes_that_were_not_shown(talk: Begin) -> None:
    one = talk(track="workshop").go(until="c09.situation", setup__people=13, c06__talk="talk.again")
    one.answer({"c09.m1": UNREVEALED})
    for edition in editions_of("workshop").editions:
        made = minutes(one, edition.readers)
        for form in ("md", "json", "html"):
            assert str(UNREVEALED) not in READ[form](as_file(made, form)), (edition.readers, form)
    name = one.conversation.view.base.components[8].name
    assert name not in [block.text for block in blocks(minutes(one), "votes") if isinstance(block, Heading)]


def test_a_second_vote_that_was_not_shown_leaves_the_first(talk: Begin) -> None:
    one = talk(track="workshop").go(until="c06.situation", setup__people=13)
    one.answer({"c06.m1": 6, "c06.m2": 7})
    one.move("reveal")
    one.answer("talk.again")
    one.answer({"c06.m1": UNREVEALED})
    made = minutes(one)
    assert table_of(made, one.conversation.view.base.components[5].name).header[2:] == ("Stemmen",)
    assert str(UNREVEALED) not in as_file(made, "json").decode()


def test_minutes_speak_to_a_group(group: Talk) -> None:
    kept = {*MINUTES.parts} - {
        "evaluation",
        "sources",
        "plan",
        "picture",
    }  # these hold what is asked of or told to one
    told = [text for name in kept for block in blocks(minutes(group), name) for text in _texts(block)]
    assert not [text for text in told if re.search(r"\b(jij|jou|jouw|jezelf)\b", text)]
    assert not [text for text in [*minutes(group).notes, *everything(minutes(group, "talk"))[:4]] if "jezelf" in text]


def _texts(block: Any) -> list[str]:
    return [text for text in (getattr(block, "text", ""), getattr(block, "caption", "")) if text]


def test_leadership_reads_no_sentence_of_the_group_unless_it_was_chosen(group: Talk) -> None:
    for readers in ("leadership", "talk"):
        assert OWN not in " ".join(everything(minutes(group, readers)))
    own = own_words(group.conversation.view)
    sentence = next(one for one in own if one.id == "text.c06.agreed")
    assert " ".join(everything(minutes(group, "leadership", chosen_words=frozenset({sentence.id})))).count(OWN) == 1
    told = " ".join(everything(minutes(group, "leadership")))
    assert "verhaal van de decaan" not in told
    assert "verhaal van één persoon" not in told


def test_the_report_for_who_led_the_session_holds_every_word(group: Talk) -> None:
    made = minutes(group, "me")
    shown = " ".join(everything(made))
    assert shown.count(OWN) >= len([one for one in own_words(group.conversation.view) if one.kind != "name"])
    assert "Je vertelde" not in shown


# For whom, and at any time.


HANDOUTS = ["guide", "year", "parents", "card", "subject"]


def test_each_track_has_its_readers() -> None:
    sheets = ["questions", "students", "roles", *HANDOUTS]
    assert [one.readers for one in editions_of("decaan").editions] == ["me", "leadership", "talk", "reference", *sheets]
    assert [one.readers for one in editions_of("workshop").editions] == [
        "group",
        "me",
        "leadership",
        "talk",
        "reference",
        *sheets,
    ]
    assert [one.readers for one in editions_of("mentor").editions] == ["me"]
    for made in (editions_of("decaan"), editions_of("mentor")):
        with pytest.raises(LookupError):
            made.edition("group")


@pytest.mark.parametrize("track", get_args(TrackName))
def test_each_report_of_a_track_has_a_file_of_its_own(track: TrackName) -> None:
    made = editions_of(track)
    paths = {default_path(Path("a.lobgids"), track, edition.readers, "pdf") for edition in made.editions}
    assert len(paths) == len(made.editions)
    assert made.usual in made.editions


@pytest.mark.parametrize("until", ["welcome.school", "setup.time", "c06.situation", "c06.talk", "picture.agree"])
def test_there_are_minutes_at_any_time(talk: Begin, until: str) -> None:
    made = minutes(talk(track="workshop").go(until=until))
    assert all(part.blocks for part in made.parts)
    assert any("tussentijds" in note for note in made.notes)
    assert as_file(made, "html")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_minutes_are_in_one_language(talk: Begin, language: str) -> None:
    made = minutes(talk(track="workshop", language=language).go(setup__people=13))
    words = set(re.findall(r"[a-z]+", " ".join(everything(made)).lower()))
    assert not words & {"nl": {"and", "with", "which"}, "en": {"het", "een", "wat", "wie", "jullie"}}[language]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@hypothesis.given(edited_documents)
def test_a_document_edited_by_hand_has_minutes(talk: Begin, edited: Edited) -> None:
    events = edited_events(lambda _events: talk(track="workshop"), edited)
    one = talk(track="workshop", events=events)
    for edition in editions_of("workshop").editions:
        as_file(minutes(one, edition.readers), "md")


# What is typed stays text.


@pytest.fixture(scope="module")
def hostile(talk: Begin) -> Talk:
    """A workshop in which each sentence, note and name holds all the hostile texts."""
    return held(talk(track="workshop"), HOSTILE_WORDS, until="closing.round")


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_what_a_group_types_is_text_in_every_format(hostile: Talk, form: Format) -> None:
    shown = flat(READ[form](as_file(minutes(hostile), form)))
    assert shown.count(flat(clean(HOSTILE_WORDS))) >= 3


def test_a_pdf_of_what_a_group_types_has_no_link_and_no_script(hostile: Talk) -> None:
    reader = pypdf.PdfReader(io.BytesIO(as_file(minutes(hostile), "pdf")))
    assert not [page for page in reader.pages if page.get("/Annots")]
    assert "/JavaScript" not in str(reader.trailer["/Root"])


# From the command line.


def test_a_workshop_gets_its_minutes_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ons.lobgids"
    path.write_bytes((EXAMPLES / "groep-eens.lobgids").read_bytes())
    assert main(["report", str(path), "--as", "md", "--lang", "nl"]) == 0
    assert "Notulen" in (tmp_path / "ons notulen.md").read_text(encoding="utf-8")
    assert main(["report", str(path), "--as", "md", "--for", "leadership", "--lang", "nl"]) == 0
    assert (tmp_path / "ons voorstel.md").exists()
    capsys.readouterr()
    for name, told in (("voorbeeld", "gesprek met een groep"), ("mentor", "blad voor de mentor")):
        path.write_bytes((EXAMPLES / f"{name}.lobgids").read_bytes())
        assert main(["report", str(path), "--for", "group", "--lang", "nl"]) == 2
        error = capsys.readouterr().err
        assert told in error
        assert error.count("\n") == 1


def test_the_day_is_that_of_the_session(group: Talk) -> None:
    assert minutes(group).date == DAY.isoformat()


# The proposal to leadership.


@pytest.fixture(scope="module")
def far(talk: Begin) -> Talk:
    """A workshop whose groups differ on a component, in a school that wishes for something two stages away."""
    one = talk(track="workshop")
    given = {name.replace("__", "."): value for name, value in ANSWERS.items()} | {"c06.talk": "talk.on"}
    given |= {
        "c06.situation": by_role(staff={"m3": 6}, team={"m1": 11}),
        "ambition.school": "ambition.m3",
        "ambition.nearer": "nearer.keep",
    }
    while ask := one.conversation.ask:
        ids = [option.id for option in ask.options]
        first = next((option for option in ids if option.endswith(".m1")), "")
        vote = {"by_role": {"staff": {first: 6}, "team": {first: 11}}} if ask.kind == "votes" and first else None
        one.answer(given.get(ask.id, vote or sensible(ask)))
        if one.conversation.ask == ask:
            one.answer(sensible(ask))
    return one


def test_leadership_reads_where_the_groups_differ_in_the_words_of_the_descriptions(far: Talk) -> None:
    made = minutes(far, "leadership")
    component = far.conversation.view.base.component(6)
    (table,) = [one for one in blocks(made, "appendix") if isinstance(one, Table) and "elke groep" in one.caption]
    assert [row[0] for row in table.rows] == [component.name] * 2
    assert {row[2] for row in table.rows} == {component.descriptions[0].text, component.descriptions[2].text}
    uncertain = " ".join(text for one in blocks(made, "decision") if isinstance(one, Items) for text in one.items)
    assert f"Hier zien de groepen iets anders: {component.name}." in uncertain
    assert not re.search(r"vooral [ABC]\b", " ".join(everything(made))), "leadership has no letters"
    assert uncertain.count(component.name) == 1


def test_no_two_headings_for_leadership_are_alike_and_the_first_page_tells_the_step(far: Talk) -> None:
    made = minutes(far, "leadership")
    headings = [one.text for part in made.parts for one in part.blocks if isinstance(one, Heading)]
    assert len(headings) == len(set(headings))
    assert {"De stap die gewenst is", "De stap die daarna gewenst is"} <= set(headings)
    lead = next(one.text for one in blocks(made, "decision") if isinstance(one, Paragraph))
    assert f"Zo gaat het na die stap. {far.conversation.view.base.models[1].way.practice}" in lead
