"""What an action says and where it comes from; what came later, and where the publication has two sides."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from lobgids.cli.main import main
from lobgids.dialogue.protocol import Say
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.beside import TWO_SIDED, told_later
from lobgids.kb.lookup import all_entries
from lobgids.kb.schema.base import Statement
from lobgids.kb.schema.guide import Addition
from lobgids.kb.schema.learning import LearningForm
from lobgids.kb.schema.mentor import Case, NewcomerQuestion, Scene
from lobgids.kb.schema.roles import ThemeAction, Transition
from lobgids.kb.topics import topics
from lobgids.log.events import Event
from lobgids.report.blocks import Block, Heading, Items, Paragraph
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.editions import Readers
from lobgids.text import capital
from tests.conftest import Talk

Begin = Callable[..., Talk]
MOST_WORDS = 45
BOTH: tuple[Readers, ...] = ("me", "reference")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run a command and give what it shows, in one line."""

    def command(*arguments: str) -> str:
        assert main([*arguments, "--lang", "nl"]) == 0
        return " ".join(capsys.readouterr().out.split())

    return command


def with_all_actions(talk: Begin, model: int, **more: str) -> Talk:
    """A school that is wholly in one stage and stays there, with every action that there is in its plan."""
    one = talk("full")
    base = one.conversation.view.base
    answers = {f"{component.id}__situation": f"{component.id}.m{model}" for component in base.components}
    wishes = {f"ambition__{pillar.id}": "ambition.stay" for pillar in base.pillars}
    one.go(**{"welcome__part": "part.school", **answers, **wishes, **more})
    ids = [f"act.{entry.id.removeprefix('action.')}" for entry in of_type(base, ThemeAction, LearningForm)]
    picked = Event(
        time="2026-11-23T12:00:00Z", kind="answered", ask="plan.actions", value=[*ids, "act.talk", "act.find_out"]
    )
    return talk(events=[*one.events, picked])


def of_type(base: KnowledgeBase, *types: type) -> list[Any]:
    return [entry for entry in all_entries(base) if isinstance(entry, types)]


def blocks(one: Talk, readers: Readers = "me", *parts: str) -> Iterator[Block]:
    made = compose(one.conversation, date(2026, 11, 23), ReportRequest(readers, parts))
    yield from (block for part in made.parts for block in part.blocks)


def told(one: Talk, readers: Readers = "me", *parts: str) -> list[str]:
    """Every paragraph and item of a report."""
    texts: list[str] = []
    for block in blocks(one, readers, *parts):
        if isinstance(block, Paragraph):
            texts.append(block.text)
        if isinstance(block, Items):
            texts += block.items
    return texts


def per_action(one: Talk) -> dict[str, list[str]]:
    """What the plan says of each action, by its title."""
    said: dict[str, list[str]] = {}
    title = ""
    for block in blocks(one, "me", "plan"):
        if isinstance(block, Heading):
            title = block.text
            said.setdefault(title, [])
        elif isinstance(block, Paragraph) and title:
            said[title].append(block.text)
    return said


@pytest.fixture(scope="module")
def schools(talk: Begin) -> dict[int, Talk]:
    """A school of each stage, with every action in its plan."""
    return {model: with_all_actions(talk, model) for model in (1, 2, 3)}


def test_a_form_of_learning_has_a_first_step_of_its_own(schools: dict[int, Talk], base: KnowledgeBase) -> None:
    said = per_action(schools[2])
    forms = of_type(base, LearningForm)
    assert len(forms) == 33
    assert len({form.begin for form in forms}) == 33
    for form in forms:
        assert len(form.begin.split()) <= MOST_WORDS, form.id
        assert f"Zo begin je. {form.begin}" in said[form.title], form.id
        assert f"Zo begin je. {form.text}" not in said[form.title], form.id


def test_only_what_the_publication_says_is_called_from_the_publication(schools: dict[int, Talk]) -> None:
    said = per_action(schools[2])
    for item in schools[2].conversation.view.conclusions.plan:
        sources = [text for text in said[item.title] if "publicatie" in text.lower() and not is_later(text)]
        if item.kind == "learn":
            assert any("Uit de publicatie:" in text and "voorstel van lobgids" in text for text in sources)
            continue
        assert not any("Uit de publicatie" in text for text in sources), item.action
        if item.kind in ("task", "talk"):
            assert any("Het sluit aan bij de publicatie:" in text for text in sources)


def is_later(text: str) -> bool:
    return text.startswith("Van na de publicatie: ")


def test_what_the_guide_made_says_so_and_may_fit_facts(base: KnowledgeBase) -> None:
    made = of_type(base, ThemeAction, Transition, Scene, Case, NewcomerQuestion)
    assert len(made) > 50
    assert [entry.id for entry in made if entry.origin != "guide"] == []
    assert all(entry.facts for entry in of_type(base, ThemeAction, Transition, Scene))


@pytest.mark.parametrize(
    ("track", "ask", "sentence"),
    [
        ("decaan", "c05.situation", "Ze sluit aan bij de publicatie"),
        ("decaan", "theme.vision", "Ze sluit aan bij de publicatie"),
        ("decaan", "assignment.asked", "Ze sluit aan bij de publicatie"),
        ("decaan", "welcome.part", "Ze komt niet uit de publicatie"),
        ("decaan", "competence.decaan.head", "Dit komt uit de publicatie"),
        ("mentor", "lob.what_for", "Dit komt uit de publicatie"),
    ],
)
def test_the_source_tells_whose_a_question_is(talk: Begin, track: str, ask: str, sentence: str) -> None:
    one = talk("full" if track == "decaan" else "", track=track).go(until=ask, school__how="school.how.scenes")
    [said, *_beside] = one.move("source").says
    assert isinstance(said, Say)
    assert sentence in said.text


def actions_about(base: KnowledgeBase, addition: Addition) -> list[str]:
    """The ids of the actions that an addition is about: forms, and actions by themselves or by their theme."""
    forms = [entry.id for entry in of_type(base, LearningForm) if entry.id in addition.about]
    entries = [entry for entry in of_type(base, ThemeAction) if {entry.id, entry.theme} & set(addition.about)]
    return [f"act.{entry_id}" for entry_id in (*forms, *(entry.id.removeprefix("action.") for entry in entries))]


def test_what_changed_about_an_action_is_told_with_it(schools: dict[int, Talk], base: KnowledgeBase) -> None:
    actions = {action.id: action for action in schools[2].conversation.view.conclusions.actions}
    plan = {item.action: item for item in schools[2].conversation.view.conclusions.plan}
    in_report = told(schools[2], "me", "plan")
    about = {addition.id: actions_about(base, addition) for addition in base.additions}
    assert {"act.form.m1.decaan.1", "act.form.m2.decaan.1", "act.form.m3.decaan.2"} <= set(about["since.2021.biond"])
    assert sum(map(bool, about.values())) >= 8
    for addition in base.additions:
        sentence = told_later(base, addition)
        for action in about[addition.id]:
            assert sentence in [item.text for item in actions[action].since], (addition.id, action)
            assert actions[action].since == plan[action].since
        assert (sentence in in_report) == bool(about[addition.id]), addition.id


@pytest.mark.parametrize(("part", "fits"), [("part.vmbo", "vmbo"), ("part.vwo", "vwo"), ("part.havo_vwo", "havo")])
def test_a_part_of_a_school_reads_only_what_changed_for_it(
    talk: Begin, base: KnowledgeBase, part: str, fits: str
) -> None:
    one = with_all_actions(talk, 2, welcome__part=part)
    shown = "\n".join((*told(one), *told(one, "reference")))
    for addition in base.additions:
        is_for_it = not addition.school_parts or fits in addition.school_parts
        assert (addition.text in shown) == is_for_it, addition.id
    assert {addition.id for addition in base.additions if addition.school_parts}


def test_a_whole_school_reads_all_that_changed(schools: dict[int, Talk], base: KnowledgeBase) -> None:
    for one in schools.values():
        shown = "\n".join(told(one, "reference"))
        assert [addition.id for addition in base.additions if addition.text not in shown] == []
        assert shown.count("Sinds 2017 gelden er nieuwe bekwaamheidseisen") == 1


def test_every_remark_and_both_sides_are_read_somewhere(
    schools: dict[int, Talk], base: KnowledgeBase, run: Callable[..., str]
) -> None:
    read = [text for one in schools.values() for readers in BOTH for text in told(one, readers)]
    notes = [note for note in base.tensions if note.kind == TWO_SIDED]
    about = {entry_id for note in notes for entry_id in note.about}
    explained = [run("explain", topic.name) for topic in topics(base) if about & set(topic.about)]
    everything = " ".join((*read, *explained))
    remarks = [entry for entry in all_entries(base) if entry.remark]
    assert len(notes) == 9
    assert [note.id for note in notes if note.text not in everything] == []
    assert [entry.id for entry in remarks if entry.remark not in everything] == []


def test_leadership_and_the_minutes_read_no_remarks(schools: dict[int, Talk], base: KnowledgeBase) -> None:
    texts = [note.text for note in base.tensions if note.kind == TWO_SIDED]
    texts += [entry.remark for entry in all_entries(base) if entry.remark]
    for one in schools.values():
        shown = "\n".join((*told(one, "leadership"), *told(one, "talk")))
        assert [text for text in texts if text in shown] == []


def test_one_hears_at_a_component_what_changed_and_no_stage_before_the_picture(talk: Begin) -> None:
    one = talk("full").go(until="c08.situation")
    for move in ("source", "example"):
        [_answer, beside] = one.move(move).says
        assert isinstance(beside, Say)
        assert all(is_later(line) for line in beside.text.splitlines())
        assert "doorstroomrecht" in beside.text
    one = talk("full").go(until="c09.situation")
    assert not any("kernteam" in getattr(said, "text", "") for said in one.move("source").says)
    one.go(until="picture.go_on")
    one.move("edit", to="c09.situation")
    assert any("kernteam" in getattr(said, "text", "") for said in one.move("source").says)


def test_a_vwo_school_hears_nothing_of_the_vmbo_at_a_component(talk: Begin) -> None:
    one = talk("full").go(until="c06.situation", welcome__part="part.vwo")
    assert len(one.move("source").says) == 1
    one = talk("full").go(until="c06.situation", welcome__part="part.vmbo")
    assert "2016" in getattr(one.move("source").says[1], "text", "")


@pytest.mark.parametrize("preference", ["kunst-afkijken", "participeren", "kennis-verwerven", "oefenen", "ontdekken"])
@pytest.mark.parametrize("model", [1, 2])
def test_who_likes_to_learn_in_a_way_reads_the_publications_own_forms_for_it(
    talk: Begin, base: KnowledgeBase, preference: str, model: int
) -> None:
    one = with_all_actions(talk, model, learning__preference=f"preference.{preference}")
    shown = told(one, "reference", "learning")
    [chosen] = [entry for entry in base.preferences if entry.id == f"preference.{preference}"]
    assert chosen.forms
    assert [form.id for form in chosen.forms if form.text not in shown] == []
    assert not any(text.startswith("Past bij") for text in shown)  # that a form suits it is our own reading


@pytest.mark.parametrize(
    ("word", "told_of_it"),
    [
        ("loopbaandossier", "Van na de publicatie: Tussen 2016 en 2018"),
        ("kernteam", "Let op: De publicatie zegt hier twee dingen."),
        ("loopbaancompetenties", "bron: een aanvulling van na de publicatie"),
        ("schoolleiding", "Van na de publicatie: In 2018 is de Kwaliteitsagenda"),
        ("PTA", "(Bron: SLO, 2021, 2024.)"),
        ("PTA", "lees verder: https://www.slo.nl/handreikingen/"),
        ("numerus fixus", "(Bron: Studiekeuze123.)"),
        ("Sinds 2011", "lees verder: https://www.expertisepuntlob.nl/actueel/nieuwsberichten/monitor-lob"),
        ("studiekeuzecheck", "bron: een aanvulling van na de publicatie"),
        ("kwaliteitsagenda", "bron: een aanvulling van na de publicatie"),
        ("doorstroomrecht", "bron: een aanvulling van na de publicatie"),
        ("Sinds 2011", "bron: een aanvulling van na de publicatie"),
        ("Een grote droom", "bron: voor deze gids gemaakt sluit aan bij:"),
    ],
)
def test_what_is_explained_tells_what_is_of_later(word: str, told_of_it: str, run: Callable[..., str]) -> None:
    shown = run("explain", *word.split())
    assert told_of_it in shown


@pytest.mark.parametrize("word", ["loopbaancompetenties", "studiekeuzecheck", "kwaliteitsagenda", "doorstroomrecht"])
def test_a_word_of_later_says_so_in_english_too(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", word, "--lang", "en"]) == 0
    assert "source: an addition from after the publication" in " ".join(capsys.readouterr().out.split())


def test_all_that_left_my_copy_can_be_looked_up(base: KnowledgeBase) -> None:
    lines = "\n".join(line for topic in topics(base) for line in topic.lines)
    parts = [part for role in base.roles for part in role.parts]
    of_roles: list[Statement] = [
        one for part in parts for one in (*part.tasks, *part.head, *part.hands, *part.heart, *part.content, *part.forms)
    ]
    texts = [one.text for one in (*of_roles, *base.tips, *base.conditions)] + [one.text for one in base.additions]
    texts += [word.here for model in base.models for word in model.words]
    assert [text for text in texts if text not in lines] == []


@pytest.mark.parametrize(("part", "fits"), [("part.vmbo", "vmbo"), ("part.vwo", "vwo")])
def test_what_changed_stands_where_it_is_about_and_only_for_its_part(
    talk: Begin, base: KnowledgeBase, part: str, fits: str
) -> None:
    one = with_all_actions(talk, 2, welcome__part=part)
    under = below(one)
    for addition in base.additions:
        components = [component for component in base.components if component.id in addition.about]
        roles = [role for role in base.roles if role.id in addition.about]
        is_for_it = not addition.school_parts or fits in addition.school_parts
        titles = [component.name for component in components] + [capital(role.one) for role in roles]
        for title in titles:
            assert any(addition.text in text for text in under[title]) <= is_for_it, (addition.id, title)
        everywhere = [text for texts in under.values() for text in texts]
        assert any(addition.text in text for text in everywhere) == is_for_it, addition.id
        if components and is_for_it:
            assert any(addition.text in text for name in components for text in under[name.name]), addition.id


def below(one: Talk) -> dict[str, list[str]]:
    """What the reference says below each heading."""
    said: dict[str, list[str]] = {}
    title = ""
    for block in blocks(one, "reference"):
        if isinstance(block, Heading):
            title = block.text
        texts = [block.text] if isinstance(block, Paragraph) else [*block.items] if isinstance(block, Items) else []
        said.setdefault(title, []).extend(texts)
    return said


PARTS_OF = {
    "since.2016.examenprogramma": ["vmbo"],
    "since.2016.dossier-inhoud": ["vmbo"],
    "since.2018.aanmelden-mbo": ["vmbo", "havo"],
    "since.2018.kwaliteitsagenda": [],
    "since.2022.praktijkgericht-havo": ["havo"],
    "since.2023.monitor": [],
    "since.2024.praktijkgericht": ["vmbo"],
    "addition.numerus-fixus": ["havo", "vwo"],
}
"""What was added of today's schools, each with the parts of the school that it fits (none: all)."""


def test_what_is_of_today_says_who_says_so_and_fits_only_its_part(base: KnowledgeBase) -> None:
    by_id = {addition.id: addition for addition in base.additions}
    assert {one: list(by_id[one].school_parts) for one in PARTS_OF} == PARTS_OF
    for one in PARTS_OF:
        assert by_id[one].source, one
        assert told_later(base, by_id[one]).endswith(f"(Bron: {by_id[one].source}.)")
        assert by_id[one].pages, one
        assert all(page.startswith("https://") for page in by_id[one].pages), one
        assert by_id[one].year or one == "addition.numerus-fixus"
        assert not by_id[one].year or "20" in by_id[one].text


@pytest.mark.parametrize(
    ("part", "heard", "unheard"),
    [
        ("part.vmbo", ("1 april",), ("15 januari", "1 mei")),
        ("part.havo", ("1 april", "15 januari", "1 mei"), ()),
        ("part.vwo", ("15 januari", "1 mei"), ("1 april",)),
        ("part.school", ("1 april", "15 januari", "1 mei"), ()),
    ],
)
def test_days_to_apply_are_those_of_the_part(
    talk: Begin, part: str, heard: tuple[str, ...], unheard: tuple[str, ...]
) -> None:
    one = talk("full").go(until="c12.situation", welcome__part=part)
    shown = " ".join(getattr(said, "text", "") for said in one.move("source").says)
    assert [day for day in heard if day not in shown] == []
    assert [day for day in unheard if day in shown] == []


def test_no_answer_to_choose_tells_of_a_year(base: KnowledgeBase) -> None:
    options = [description.text for component in base.components for description in component.descriptions]
    options += [option.text for component in base.components for probe in component.probes for option in probe.options]
    assert [text for text in options if re.search(r"\b20[012]\d\b", text)] == []


def test_a_conversation_tells_who_says_so_and_no_addresses(talk: Begin) -> None:
    one = talk("full").go(until="c12.situation")
    shown = " ".join(getattr(said, "text", "") for move in ("source", "example") for said in one.move(move).says)
    assert "https://" not in shown
