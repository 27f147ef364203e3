"""What is known, seen and counted is exactly what was said, and it is the same at every place that tells it.

A wish is no answer to how things are; a between says nothing of one stage against the other; seen is what somebody saw.
"""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest

from lobgids.advice.own import OWN
from lobgids.advice.plan import MORE, NONE
from lobgids.dialogue import telling
from lobgids.dialogue.protocol import Say
from lobgids.kb.schema.school import Component
from lobgids.log.events import Event
from lobgids.report import plots
from lobgids.report.blocks import Row
from lobgids.report.context import ReportContext
from lobgids.report.parts.summary import founded
from lobgids.school import strengths
from tests.conftest import Talk, apart, sensible
from tests.fakes.turns import said
from tests.test_reports import everything, report

Begin = Callable[..., Talk]

SKIP = object()
"""'Dat weet ik nog niet.'"""

COMPONENTS = [f"c{number:02}" for number in range(1, 13)]
BASES = ("lessons", "students", "documents", "colleagues", "impression", "wish")


def told(one: Talk, answers: dict[str, Any], until: str = "picture.go_on") -> Talk:
    """Answer by ask id, situations that are not named and all themes with a skip, the rest with something sensible."""
    own = apart(*answers, until)
    while (ask := one.conversation.ask) and ask.id != until:
        is_left = ask.id.endswith(".situation") or ask.id.startswith("theme.")
        value = answers.get(ask.id, SKIP if is_left else sensible(ask, own))
        turn = one.move("skip") if value is SKIP else one.answer(value)
        assert turn.ask is not ask, ask
    return one


def of(components: Any, option: str, **bases: Any) -> dict[str, Any]:
    """The same description at each of these, with what it rests on."""
    answers: dict[str, Any] = {}
    for name in components:
        answers[f"{name}.situation"] = [f"{name}.{one}" for one in option.split("+")]
        answers |= {f"{name}.{ask}": value for ask, value in bases.items()}
    return {ask: value[0] if isinstance(value, list) and len(value) == 1 and ask.endswith(".situation") else value
            for ask, value in answers.items()}  # fmt: skip


def component(one: Talk, name: str) -> Component:
    return one.conversation.view.base.components[int(name[1:]) - 1]


def rows(one: Talk) -> list[Row]:
    """The rows of the plot, in order."""
    figure = plots.profile(ReportContext(one.conversation.view, []))
    return [row for group in figure.grid.groups for row in group.rows]


def picture(one: Talk) -> list[Say]:
    return list(telling.picture(one.conversation.view))


# Betweens.


@pytest.mark.parametrize(("pair", "probe"), [("m1+m2", "probe.1"), ("m2+m3", "probe.2"), ("m1+m3", "")])
@pytest.mark.parametrize("basis", ["lessons", "colleagues"])
def test_each_between_gets_the_probe_of_its_pair_and_names_nothing(
    talk: Begin, pair: str, probe: str, basis: str
) -> None:
    answers = of(COMPONENTS, pair, basis=[basis])
    one = talk("full")
    asked = set()
    while one.conversation.ask and one.ask.id != "picture.agree":
        ask = one.ask
        asked.add(ask.id)
        skipped = ".probe." in ask.id or ask.id.startswith("theme.")
        turn = one.move("skip") if skipped else one.answer(answers.get(ask.id, sensible(ask, apart(*answers))))
        assert turn.ask is not ask
    assert {ask for ask in asked if ".probe." in ask} == (
        {f"{name}.{probe}" for name in COMPONENTS} if probe else set()
    )
    first, other = (int(name[-1]) - 1 for name in pair.split("+"))
    models = one.conversation.view.leading.models
    assert models[first] == pytest.approx(models[other], abs=1e-9)
    assert one.conversation.view.dominant is None
    assert "picture.between" in [say.id for say in picture(one)]


@pytest.mark.parametrize("seed", range(8))
def test_any_betweens_of_two_are_alike(talk: Begin, seed: int) -> None:
    draw = random.Random(seed)
    pair, some = draw.choice(["m1+m2", "m2+m3", "m1+m3"]), draw.sample(COMPONENTS, draw.randint(1, 12))
    answers: dict[str, Any] = {}
    for name in some:
        answers |= of([name], pair, basis=draw.sample(BASES, draw.randint(1, 3)))
        answers |= {f"{name}.probe.{number}": SKIP for number in (1, 2)}
    view = told(talk("full"), answers, until="picture.agree").conversation.view
    first, other = (int(name[-1]) - 1 for name in pair.split("+"))
    assert view.leading.models[first] == pytest.approx(view.leading.models[other], abs=1e-9)
    assert view.dominant is None
    assert view.certainty == "open"


def test_the_probe_of_a_between_decides(talk: Begin) -> None:
    answers = of(COMPONENTS, "m1+m2") | {f"{name}.probe.1": f"{name}.probe.1.b" for name in COMPONENTS}
    models = told(talk("full"), answers, until="picture.agree").conversation.view.leading.models
    assert models[1] > 2 * models[0]


def test_a_between_of_three_says_nothing_and_gets_no_probe(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    one.answer(["c01.m1", "c01.m2", "c01.m3"])
    one.go(until="c02.situation")
    assert not [ask for ask in one.state.answers if ".probe." in ask]
    assert len({round(share, 12) for share in one.conversation.view.leading.models}) == 1


# Answers that divide evenly, or point two ways.


@pytest.mark.parametrize(("one", "other"), [("m1", "m2"), ("m2", "m3"), ("m1", "m3")])
def test_six_and_six_stand_between_the_two(talk: Begin, one: str, other: str) -> None:
    held = told(talk("full"), of(COMPONENTS[::2], one) | of(COMPONENTS[1::2], other))
    names = [model.name for model in held.conversation.view.base.models if f"m{model.model}" in (one, other)]
    said_of_it = telling.conclusion(held.conversation.view)
    assert said_of_it.id == "picture.between"
    assert all(name in said_of_it.text for name in names)
    result = held.conversation.result()
    assert (result.school["dominant"], result.school["certainty"]) == (None, "open")
    assert result.would_change  # a single answer turns it


def test_who_saw_one_thing_and_heard_another_is_told_that_seeing_settles_it(talk: Begin) -> None:
    seen, heard = COMPONENTS[8:], COMPONENTS[:8]
    probes = {f"{name}.probe.{number}": SKIP for name in COMPONENTS for number in (1, 2)}
    answers = of(seen, "m1", basis=["lessons"]) | of(heard, "m2", basis=["impression"], recent="recent.longer") | probes
    view = told(talk("full"), answers, until="picture.agree").conversation.view
    assert max(view.leading.models) == view.leading.models[0] >= 0.6
    told_of_it = telling.conclusion(view)
    assert told_of_it.id == "picture.seen_and_heard"
    assert re.search("zag, wijst hierheen: de vakkenschool.*hoorde.* hierheen: de activerende school", told_of_it.text)
    assert (view.dominant, view.certainty) == (None, "open")


def test_a_group_that_is_half_and_half_everywhere_hears_that(talk: Begin) -> None:
    items = [f"agenda.{name}" for name in COMPONENTS]
    one = talk(track="workshop").go(until="setup.items", setup__people=10, setup__agenda=False)
    one.answer(items)
    while one.conversation.ask and one.ask.id != "picture.agree":
        name = one.ask.id[:3]
        is_vote = one.ask.id.endswith(".situation")
        one.answer({f"{name}.m1": 5, f"{name}.m2": 5} if is_vote else
                   "talk.on" if one.ask.id.endswith(".talk") else sensible(one.ask))  # fmt: skip
    view = one.conversation.view
    assert view.dominant is None
    assert len(view.known) == 12
    assert "half om half" in telling.conclusion(view).text


def test_a_group_of_which_few_components_are_known_says_of_how_many(talk: Begin) -> None:
    view = talk(track="workshop").go(until="picture.agree", setup__people=2).conversation.view
    assert (view.dominant, view.certainty) == (2, "seems")
    assert (
        f"over {len(view.known)} van de 12 onderdelen lijkt de school zo te zien het meest op"
        in telling.conclusion(view).text
    )


def test_the_short_form_asks_on_while_the_answers_divide(talk: Begin) -> None:
    one = told(talk("short"), of(COMPONENTS, "m1") | {f"{name}.probe.1": SKIP for name in COMPONENTS}, "theme.lessons")
    asked = [ask for ask in one.state.answers if ask.endswith(".situation")]
    assert 4 <= len(asked) <= 8


# Clashes of what is so for a part.


@pytest.mark.parametrize(("option", "clashes"), [("m1", True), ("m1+m2", True), ("m1+m3", True), ("m2+m3", False)])
@pytest.mark.parametrize("where", ["where.mentor", "where.department"])
def test_a_between_may_clash(talk: Begin, option: str, clashes: bool, where: str) -> None:
    probes = {f"c05.probe.{number}": SKIP for number in (1, 2)}
    answers = {"c01.situation": "c01.m3"} | of(["c05"], option, where=[where]) | probes
    one = told(talk("full"), answers, until="c06.situation" if not clashes else "c05.clash.c01")
    kinds = [item["kind"] for item in one.conversation.result().tensions]
    assert ("clash" in kinds) == clashes
    if clashes:
        assert one.ask.id == "c05.clash.c01"
        assert [option.id for option in one.ask.options] == ["clash.both", "clash.earlier", "clash.later"]
        partly, apart = "+" in option, "+" in option and where == "where.department"
        assert ("voor een deel" in one.ask.text) == partly
        assert ("In welke afdeling" in one.ask.text) == apart
        told_of_it = [say for say in picture(one) if say.id.startswith("picture.clash")]
        assert [say.id for say in told_of_it] == ["picture.clash_partly" if partly else "picture.clash"]
        assert "clash.kept" in said(one.answer("clash.both"))
        assert not [say for say in picture(one) if say.id.startswith("picture.clash")]


def test_two_betweens_clash_once(talk: Begin) -> None:
    answers = of(["c01", "c05"], "m1+m3") | {f"{name}.probe.{n}": SKIP for name in ("c01", "c05") for n in (1, 2)}
    one = told(talk("full"), answers, until="c06.situation")
    assert [item["kind"] for item in one.conversation.result().tensions].count("clash") == 1


# Wishes.


@pytest.fixture(params=["m1", "m2", "m3", "m1+m3"])
def wished(talk: Begin, request: pytest.FixtureRequest) -> Talk:
    """All is known and seen but c08, which is wished only."""
    return told(talk("full"), of(COMPONENTS, "m2") | of(["c08"], request.param, basis=["wish"]), until="picture.agree")


def test_a_wish_is_the_same_as_no_answer_wherever_it_is_told_how_it_is(talk: Begin, wished: Talk) -> None:
    unknown = told(talk("full"), of(COMPONENTS, "m2") | {"c08.situation": SKIP}, until="picture.agree")
    assert [say.text for say in picture(wished)] == [say.text for say in picture(unknown)]
    one, other = wished.conversation.result(), unknown.conversation.result()
    assert one.components["08"] == other.components["08"] | {"basis": ["wish"]}
    assert (one.components["08"]["answered"], one.components["08"]["seen_in_practice"]) == (False, None)
    for name in ("school", "pillars", "why", "would_change", "tensions", "advice", "find_out"):
        assert getattr(one, name) == getattr(other, name), name
    assert wished.conversation.view.conclusions.actions == unknown.conversation.view.conclusions.actions


def test_the_summary_says_that_it_is_a_wish_and_not_what(talk: Begin, wished: Talk) -> None:
    texts = {turn.ask.text for turn in _turns(talk, wished) if turn.ask and turn.ask.id == "organisatie.summary"}
    (text,) = texts
    lines = [line for line in text.split("\n") if component(wished, "c08").name in line]
    assert lines == [f"- {component(wished, 'c08').name}: dat is een wens. Hoe het nu gaat, weten we nog niet."]


def test_the_panel_the_plot_and_the_counts_know_a_wish_for_what_it_is(wished: Talk) -> None:
    (state,) = [
        one for pillar in wished.conversation.overview().pillars for one in pillar.components if one.id == "c08"
    ]
    assert (state.state, state.founded, state.is_unseen, state.clashes) == ("wished", "", False, False)
    row = rows(wished)[7]
    assert row.remark == "een wens"
    assert all(cell.is_unsure for cell in row.cells)
    assert "Van 11 van de 12 onderdelen is bekend" in founded(ReportContext(wished.conversation.view, []))
    shown = " ".join(everything(report(wished)))
    assert all(one.heard not in shown for one in wished.conversation.view.wished(component(wished, "c08")))


def test_a_wish_clashes_with_nothing(talk: Begin) -> None:
    one = told(talk("full"), {"c02.situation": "c02.m3"} | of(["c04"], "m1", basis=["wish"]), until="c05.situation")
    assert one.conversation.result().tensions == []


def test_a_wish_can_be_put_right_at_the_summary(talk: Begin) -> None:
    one = told(talk("full"), of(COMPONENTS, "m2") | of(["c08"], "m3", basis=["wish"]), until="organisatie.summary")
    one.answer(False)
    assert "c08.situation" in [option.id for option in one.ask.options]


# Seen.


def test_paper_without_an_example_is_not_seen_anywhere(talk: Begin) -> None:
    four = ("c01", "c05", "c06", "c09")
    one = told(talk("full"), of(four, "m2", basis=["documents"], recent=SKIP), until="picture.agree")
    result, view = one.conversation.result(), one.conversation.view
    seen = {number: of_one["seen_in_practice"] for number, of_one in result.components.items()}
    assert seen == {f"{number:02}": False if f"c{number:02}" in four else None for number in range(1, 13)}
    assert all(view.strength(component(one, name)) == 0.3 and view.is_unseen(component(one, name)) for name in four)
    assert all(cell.is_unsure for row in rows(one) for cell in row.cells)
    assert "Bij 0 daarvan" in founded(ReportContext(view, []))


def test_a_recent_example_is_seen(talk: Begin) -> None:
    one = told(talk("full"), of(["c01"], "m2", basis=["documents"], recent="recent.month"), until="picture.agree")
    assert one.conversation.result().components["01"]["seen_in_practice"] is True
    assert not rows(one)[0].cells[0].is_unsure
    assert strengths.what_works(one.conversation.view) == list(one.conversation.view.chosen(component(one, "c01")))


def test_what_colleagues_told_of_model_one_is_known_and_not_seen(talk: Begin) -> None:
    one = told(talk("full"), of(["c01"], "m1", basis=["colleagues"]), until="picture.agree")
    assert one.conversation.result().components["01"]["seen_in_practice"] is False
    assert rows(one)[0].cells[0].is_unsure
    assert rows(one)[0].remark == "nog niet gezien"


@pytest.mark.parametrize("seed", range(10))
def test_every_place_counts_the_same_over_random_conversations(talk: Begin, seed: int) -> None:
    one = random_conversation(talk, random.Random(seed))
    teller = ReportContext(one.conversation.view, [])
    known = [each for each in one.conversation.result().components.values() if each["answered"]]
    seen = sum(each["seen_in_practice"] is True for each in known)
    assert [int(number) for number in re.findall(r"\d+", founded(teller))] == [len(known), 12, seen]
    filled = [row for row in rows(one) if not row.cells[0].is_unsure]
    assert len(filled) == seen
    alt = plots.profile(teller).alt
    assert [int(number) for number in re.findall(r"\d+", alt)] == [12, len(known), *[seen] * bool(seen)]
    assert ("Open stippen" in alt) == (seen < len(known))
    assert ("ring" in alt) == any(cell.is_aimed for row in rows(one) for cell in row.cells)
    unknown = {f"c{int(number):02}.situation" for number, each in one.conversation.result().components.items()
               if not each["answered"]}  # fmt: skip
    view = one.conversation.view
    unknown -= {f"{each.id}.situation" for each in view.base.components if view.is_absent(each)}
    found = [item["ask"] for item in one.conversation.result().find_out]
    assert {ask for ask in found if ask.endswith(".situation")} == unknown
    states = [each for pillar in one.conversation.overview().pillars for each in pillar.components]
    assert sum(each.state == "answered" for each in states) == len(known)
    assert sum(each.founded == "seen" for each in states) == seen


def random_conversation(talk: Begin, draw: random.Random) -> Talk:
    """Anything at each component, up to a component or to the picture."""
    one = talk(draw.choice(["short", "full"]))
    until = draw.choice(["c07.situation", "picture.agree", "picture.agree"])
    for _ in range(200):
        ask = one.conversation.ask
        if ask is None or ask.id in (until, "picture.agree"):
            return one
        options = [option.id for option in ask.options]
        if draw.random() < 0.15 or not options:
            one.move("skip")
        elif ask.component and ask.id.endswith(".basis"):
            one.answer(draw.choice([["wish"], *([basis] for basis in BASES), ["documents", "wish"]]))
        elif ask.kind == "multi":
            one.answer(draw.sample(options, min(2, len(options))))
        else:
            one.answer(sensible(ask) if ask.kind != "choice" or ".clash." in ask.id else draw.choice(options))
    raise AssertionError


# Figures and lists.


def test_no_figure_is_surer_than_the_words(talk: Begin) -> None:
    one = told(talk("full"), of(COMPONENTS, "m1"), until="")
    shown = [text for part in report(one).parts for block in part.blocks for text in _words(block)]
    assert not [text for text in shown if "%" in text]
    assert max(cell.share for row in rows(one) for cell in row.cells) <= 0.9
    assert one.conversation.result().school["posterior"]["1"] > 0.99  # exact for programs


def _words(block: Any) -> Iterator[str]:
    """Every text in a block, marks and alternative texts too."""
    match msgspec.to_builtins(block):
        case dict() as fields:
            yield from (text for value in fields.values() for text in _words(value))
        case list() | tuple() as values:
            yield from (text for value in values for text in _words(value))
        case str() as text:
            yield text


def test_what_was_not_asked_is_on_the_list(talk: Begin) -> None:
    one = told(talk("short"), of(COMPONENTS, "m1"), until="")
    shown = " ".join(everything(report(one)))
    assert "Er staat niets op de lijst" not in shown
    view = one.conversation.view
    found = {item.ask: item for item in view.conclusions.find_out}
    assert {f"{each.id}.situation" for each in view.base.components if each not in view.known} <= set(found)
    unknown = [theme for theme in view.base.themes if not view.doers(theme)]
    assert all(any(theme.name in item.question or item.ask == theme.id for item in found.values()) for theme in unknown)


def test_a_theme_to_find_out_tells_where_and_not_the_question_again(talk: Begin) -> None:
    one = told(talk("full"), of(COMPONENTS, "m2"), until="picture.agree")
    items = [item for item in one.conversation.view.conclusions.find_out if item.ask.startswith("theme.")]
    assert items
    for item in items:
        how = "\n".join(item.how)
        assert item.question not in how
        assert re.search("Vraag het na bij .*(mentor|docent|schoolleiding|teamleider|collega)", how)
        assert "decaan" not in how  # that is who reads it


@pytest.mark.parametrize(
    ("answer", "sentence"), [("picture.partly", "voor een deel"), ("picture.no", "niet in het beeld")]
)
def test_leadership_reads_that_the_picture_is_not_quite_recognised(talk: Begin, answer: str, sentence: str) -> None:
    one = told(talk("full"), of(COMPONENTS, "m2") | {"picture.agree": answer})
    assert any("herkent de school" in text and sentence in text for text in everything(report(one, "leadership")))


def test_few_answers_of_an_unfinished_conversation_are_not_likely(talk: Begin) -> None:
    one = told(talk("full"), of(COMPONENTS[:5], "m2"), until="c06.situation")
    view = one.conversation.view
    assert max(view.leading.models) >= 0.75
    assert (view.dominant, view.certainty) == (2, "seems")


# An edit asks anew what the answer rests on.


def test_an_edit_of_a_situation_asks_its_basis_again_and_one_back_undoes_it(talk: Begin) -> None:
    answers = of(["c08"], "m2+m3", where=["where.year"], basis=["impression"], recent="recent.month")
    one = told(talk("full"), answers | {"c08.probe.2": "c08.probe.2.a"}, until="organisatie.summary")
    before = dict(one.state.answers)
    one.move("edit", to="c08.situation")
    turn = one.answer("c08.m1")
    assert said(turn)[:2] == ["edit.noted", "edit.basis"]
    assert one.ask.id == "c08.basis"
    assert {ask for ask in one.state.answers if ask.startswith("c08.")} == {"c08.situation"}
    one.move("back")
    assert one.state.answers == before
    assert list(one.state.answers) == list(before)
    assert talk("full", events=one.events).state == one.state


def test_an_edit_after_the_picture_drops_the_basis_only_where_it_is_kept(talk: Begin) -> None:
    one = told(talk("full"), of(COMPONENTS, "m2") | of(["c08"], "m3", basis=["wish"]))
    before = dict(one.state.answers)
    one.move("edit", to="c08.situation")
    one.answer("c08.m1")
    assert one.ask.id == "edit.keep"
    assert one.state.answers == before
    one.answer(False)
    assert one.state.answers == before
    one.move("edit", to="c08.situation")
    one.answer("c08.m1")
    assert "edit.basis" in said(one.answer(True))
    assert one.ask.id == "c08.basis"
    one.move("back")
    assert one.ask.id == "edit.keep"
    assert one.state.answers == before


def test_the_same_answer_once_more_leaves_its_basis(talk: Begin) -> None:
    answers = of(COMPONENTS, "m2") | of(["c08"], "m2", basis=["students"])
    one = told(talk("full"), answers, until="organisatie.summary")
    for name, bases in (("c08", {"students"}), ("c09", {"lessons"})):
        one.move("edit", to=f"{name}.situation")
        one.answer(f"{name}.m2")
        assert one.conversation.view.bases(component(one, name)) == bases
        assert one.ask.id == "organisatie.summary"


def test_other_descriptions_of_a_between_ask_the_basis_again(talk: Begin) -> None:
    answers = {"c08.situation": "c08.between", "c08.between": ["c08.m1", "c08.m2"], "c08.probe.1": SKIP}
    one = told(talk("full"), answers | {"c08.basis": ["lessons"]}, until="organisatie.summary")
    one.move("edit", to="c08.between")
    one.answer(["c08.m2", "c08.m3"])
    assert "c08.basis" not in one.state.answers
    assert one.ask.id == "c08.where"


def test_a_group_that_votes_anew_is_asked_anew_what_it_rests_on(talk: Begin) -> None:
    one = talk(track="workshop").go(until="c09.situation", setup__people=13)
    one.move("edit", to="c06.situation")
    one.answer({"c06.m1": 13})
    assert "c06.basis" not in one.state.answers


def test_an_edit_in_an_earlier_document_stands_as_it_did(talk: Begin) -> None:
    one = told(talk("full"), of(COMPONENTS, "m2") | of(["c08"], "m2", basis=["lessons"]), until="organisatie.summary")
    edit = Event(time="2026-11-23T12:00:00Z", kind="edited", ask="c08.situation", value="c08.m1")
    again = talk("full", events=[*one.events, edit])
    assert again.state.value("c08.basis") == ["lessons"]
    assert again.ask.id == "organisatie.summary"


def test_after_the_picture_one_hears_when_the_new_basis_turns_it(talk: Begin) -> None:
    answers = of(COMPONENTS[:8], "m1", basis=["documents"]) | of(COMPONENTS[8:], "m2", basis=["lessons"])
    one = told(talk("full"), answers | {f"{name}.probe.{n}": SKIP for name in COMPONENTS for n in (1, 2)})
    assert one.conversation.view.dominant == 1
    one.move("edit", to="c01.situation")
    one.answer("c01.m2")
    assert "picture.between" in said(one.answer(True))
    assert one.conversation.view.dominant is None
    assert one.ask.id == "c01.basis"
    assert any(name.startswith("picture.leads") for name in said(one.answer(["wish"])))
    assert one.conversation.view.dominant == 1


# What is in the plan stays there.


def test_a_chosen_action_stays_where_no_model_is_named_any_more(talk: Begin) -> None:
    one = told(talk("full"), of(COMPONENTS, "m2") | {"theme.lessons": ["doer.decaan"]}, until="plan.actions")
    offered = [option.id for option in one.ask.options if option.id not in (MORE, OWN, NONE)]
    one.answer(offered)
    events = one.events
    turned = [
        Event(time="2026-11-23T12:00:00Z", kind="answered", ask=f"{name}.situation", value=f"{name}.m3")
        for name in COMPONENTS[:6]
    ]
    again = talk("full", events=[*events, *turned]).conversation
    assert again.view.dominant is None
    assert {item["action"] for item in again.result().plan} == set(offered)


def _turns(talk: Begin, one: Talk) -> Iterator[Any]:
    """What was said and asked after each of its events."""
    again = talk("full")
    for event in one.events:
        yield again.conversation.tell([event])
