"""Whole conversations through the engine's protocol: the chapters, the moves, what is noticed, the forms."""

import itertools
import random
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lobgids.dialogue.chapters import pillars
from lobgids.dialogue.draft import NoSuchQuestionError
from lobgids.dialogue.protocol import Answer, Ask, Input, Move, Words
from lobgids.dialogue.steps import draft_of
from lobgids.dialogue.tracks import TRACKS
from lobgids.log.events import Event
from lobgids.log.state import fold, standing_events
from lobgids.school import evidence
from lobgids.session.transcript import batches
from lobgids.text import clean
from tests.conftest import Talk, sensible, with_parts
from tests.fakes.ears import hears_any
from tests.fakes.turns import problem, said
from tests.fakes.walks import Edited, come_back, edits, go_on_with_edited, moves_to, walk

Begin = Callable[..., Talk]
CHAPTERS = [
    "welcome", "assignment", "pillar", "roles", "picture", "ambition", "competences", "learning", "advice",
    "evaluation", "closing",
]  # fmt: skip


def walked(one: Talk) -> list[Ask]:
    """Every ask of a conversation to its end."""
    asks = []
    while one.conversation.ask:
        asks.append(one.ask)
        one.answer(sensible(one.ask))
    return asks


def test_the_full_form_goes_through_every_chapter_and_component(talk: Begin) -> None:
    asks = walked(talk("full"))
    assert [chapter for chapter, _ in itertools.groupby(ask.chapter for ask in asks)] == CHAPTERS
    situations = [ask.component for ask in asks if ask.id.endswith(".situation")]
    assert situations == list(range(1, 13))
    assert sum(ask.id.endswith(".summary") for ask in asks) == 4
    steps = [later.progress - earlier.progress for earlier, later in itertools.pairwise(asks)]
    assert min(steps) > -0.1  # a probe or a clash is a question more than was foreseen


def test_the_short_form_asks_a_component_a_pillar_then_the_most_informative(talk: Begin) -> None:
    asks = walked(talk("short"))
    situations = [ask for ask in asks if ask.id.endswith(".situation")]
    assert len({ask.pillar for ask in situations[:4]}) == 4
    assert 4 <= len(situations) <= 8
    assert sum(ask.id.startswith("theme.") for ask in asks) == 3
    assert [ask.id for ask in asks if ask.chapter == "assignment"] == ["assignment.asked", "assignment.quote"]
    assert sum(ask.id.startswith("ambition.") for ask in asks) == 1
    assert [ask.id for ask in asks if ask.chapter in ("competences", "learning")] == ["who.first"]
    assert len(asks) <= 40


def test_the_short_form_says_what_it_did_not_ask(talk: Begin) -> None:
    one = talk("short").go(until="picture.agree")
    assert "picture.left" in said(one.answer("picture.yes"))


def test_what_an_option_gives_is_not_asked(talk: Begin) -> None:
    assert "welcome.form" not in [ask.id for ask in walked(talk("full"))]
    asked = talk("", language="")
    assert asked.ask.id == "welcome.language"
    asked.answer("language.en")
    assert asked.ask.text.startswith("Which school")


@pytest.mark.parametrize(("typed", "code"), [("Nederlands", "nl"), ("nederlands.", "nl"), ("english", "en")])
def test_the_name_of_a_language_is_an_answer(typed: str, code: str, talk: Begin) -> None:
    one = talk("", language="")
    one.type(typed)
    assert one.ask.id == "welcome.school"
    assert one.state.language == code


def test_the_result_at_the_end_is_the_conversations(talk: Begin) -> None:
    one = talk("full").go(
        plan__actions=["act.talk", "act.form.m2.mentor.1"],
        evaluation__reaction=["reaction.talk.1.act.talk"],
    )
    result = one.conversation.result()
    assert not result.interim
    assert result.school["dominant"] == 2
    assert result.school["certainty"] == "likely"
    assert [item["action"] for item in result.plan] == ["act.talk", "act.form.m2.mentor.1"]
    assert set(result.advice) == {"leadership", "deputy", "team_leader", "decaan", "mentor", "subject_teacher"}
    assert all(result.evaluation[level] for level in ("reaction", "learning", "behaviour", "result"))
    assert [asked["id"] for asked in result.evaluation["reaction"]] == ["reaction.talk.1.act.talk"]
    assert msgspec.json.decode(msgspec.json.encode(result))["components"]["05"]["answered"]


def test_two_different_schools_get_different_advice(talk: Begin) -> None:
    first = talk("full").go(**{f"c{number:02}__situation": f"c{number:02}.m1" for number in range(1, 13)})
    second = talk("full").go(**{f"c{number:02}__situation": f"c{number:02}.m3" for number in range(1, 13)})
    ours, theirs = first.conversation.result(), second.conversation.result()
    assert (ours.school["dominant"], theirs.school["dominant"]) == (1, 3)
    for role in ours.advice:
        assert ours.advice[role]["present"] != theirs.advice[role]["present"]
    assert "eerste aanspreekpunt" in str(theirs.advice["mentor"])
    assert "geen rol" in str(ours.advice["mentor"])


def test_no_model_is_named_before_the_picture(talk: Begin) -> None:
    one = talk("full")
    labels = ("vakkenschool", "activerende", "flexibele", "model 1", "model 2", "model 3")
    while one.ask.chapter != "picture":
        asked = [say.text for move in ("why", "example", "source") for say in one.move(move).says]
        turn = one.answer(sensible(one.ask))
        if one.ask.chapter != "picture":
            asked += [say.text for say in turn.says]
        told = " ".join([*asked, one.ask.text, *(option.text for option in one.ask.options)]).lower()
        assert not [label for label in labels if label in told], told


def test_the_picture_begins_with_what_works(talk: Begin) -> None:
    one = talk("short").go(until="theme.support")
    assert said(one.answer(["doer.mentor"])) == ["picture.intro", "picture.works"]
    assert one.ask.id == "picture.also"
    told = said(one.answer("de meeloopdagen"))
    assert told.index("picture.also.kept") < told.index("picture.ways") < told.index("picture.leads")
    assert "picture.strengths" in said(one.answer("picture.yes"))


# Moves.


def test_back_goes_to_the_very_start(talk: Begin) -> None:
    one = talk("full")
    first, start = one.ask, one.state.copy()
    one.go(until="picture.agree")
    steps = 0
    while one.state.history:
        one.move("back")
        steps += 1
    assert steps > 30
    assert one.ask == first
    assert one.state == start
    assert "begin" in problem(one.move("back"))


def test_going_back_introduces_nothing_again(talk: Begin) -> None:
    one = talk("full").go(until="c05.situation")
    assert said(one.move("back")) == ["back.taken"]


def test_back_after_a_jump_and_a_language(talk: Begin) -> None:
    one = talk("full").go(until="c02.situation")
    before = one.ask
    one.answer("c02.m1")
    one.move("jump", to="samenwerking")
    one.move("language", to="en")
    assert one.ask.id == "c11.situation"
    one.move("back")
    assert one.ask.id == before.id
    assert one.state.language == "en"


def test_notes_stay_when_an_answer_is_taken_back(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    one.move("note", text="Bij de havo \x1b[31manders")
    one.answer("c01.m2")
    one.move("back")
    assert [(note.ask, note.text) for note in one.state.notes] == [("c01.situation", "Bij de havo anders")]


def test_edit_before_the_picture_is_kept_at_once(talk: Begin) -> None:
    one = talk("full").go(until="c03.situation")
    one.move("edit", to="c01.situation")
    assert one.ask.id == "c01.situation"
    assert "edit.noted" in said(one.answer("c01.m1"))
    assert one.state.value("c01.situation") == "c01.m1"
    assert one.events[-1].kind == "edited"
    one.answer(["lessons"])
    assert one.ask.id == "c03.situation"


@pytest.mark.parametrize("keep", [True, False])
def test_edit_after_the_picture_shows_first_what_changes(talk: Begin, keep: bool) -> None:
    one = talk("full").go(until="ambition.visie-en-beleid")
    one.move("edit", to="c01.situation")
    one.answer("c01.m3")
    assert one.ask.id == "edit.keep"
    assert one.ask.kind == "confirm"
    assert "activerende school" in one.ask.text
    one.answer(keep)
    assert one.state.value("c01.situation") == ("c01.m3" if keep else "c01.m2")
    assert one.ask.id == ("c01.basis" if keep else "ambition.visie-en-beleid")
    one.move("back")
    assert one.ask.id == "edit.keep"
    one.move("back")
    assert one.state.value("c01.situation") == "c01.m2"


def test_not_knowing_is_an_outcome_with_something_to_find_out(talk: Begin) -> None:
    one = talk("full").go(until="c05.situation")
    assert said(one.answer("c05.unknown"))[0] == "skip.find_out"
    one.go(until="c06.situation")
    one.move("skip")
    found = one.conversation.result().find_out
    assert [item["ask"] for item in found][:2] == ["c05.situation", "c06.situation"]
    assert any("de mentor" in how for how in found[0]["how"])
    assert not one.conversation.result().components["05"]["answered"]


def test_many_not_knowns_make_no_picture(talk: Begin) -> None:
    one = talk("full").go(until="c01.situation")
    while one.ask.chapter in ("pillar", "roles"):
        told = one.move("skip")
    assert "picture.nothing" in said(told)
    result = one.conversation.result()
    assert result.school["dominant"] is None
    assert result.school["certainty"] == "open"
    assert {advice["first_step"] for advice in result.advice.values()} == {
        "Wie wat gaat doen, bespreek je nog samen. Je plan is dus voorlopig."
    }


def test_in_other_words_why_and_source_say_and_change_nothing(talk: Begin) -> None:
    one = talk("full").go(until="c07.situation")
    before, ask, events = one.state.copy(), one.ask, len(one.events)
    assert "installateur" in one.move("example").says[0].text
    assert "opdracht" in one.move("why").says[0].text
    source = one.move("source").says[0].text
    assert "hoofdstuk 1" in source
    assert "model" not in source.replace("ontwikkelstadia", "")
    assert (one.state, one.ask, len(one.events)) == (before, ask, events)


def test_why_at_the_picture_tells_which_answers_weigh(talk: Begin) -> None:
    one = talk("full").go(until="picture.agree", c03__situation="c03.m1", c05__situation="c05.m1")
    (told,) = one.move("why").says
    for_it, against = told.text.splitlines()[1:]
    assert for_it.startswith("- Naar de activerende school wijst")
    assert against == "- Naar de vakkenschool wijst wat je vertelde over: Beleid; De inhoud van LOB."


@pytest.mark.parametrize(("to", "ask"), [
    ("organisatie", "c08.situation"), ("c12", "c12.situation"), ("c01", "c01.situation"),
    ("theme.parents", "theme.parents"),
])  # fmt: skip
def test_jump(talk: Begin, to: str, ask: str) -> None:
    one = talk("full").go(until="c02.situation")
    one.move("jump", to=to)
    assert one.ask.id == ask
    one.answer(sensible(one.ask))
    assert one.ask.id != ask


def test_after_a_jump_one_goes_on_there_and_comes_back_to_what_was_passed_by(talk: Begin) -> None:
    one = talk("full")
    one.move("jump", to="c11")
    asks = walked(one)
    order = [ask.component for ask in asks if ask.id.endswith(".situation")]
    assert order == [11, 12, *range(1, 11)]
    assert "welcome.school" in [ask.id for ask in asks]
    assert [ask.id for ask in asks].index("welcome.school") < [ask.id for ask in asks].index("picture.agree")


def test_jump_to_next_goes_to_the_next_open_question(talk: Begin) -> None:
    one = talk("full").go(until="c02.situation")
    one.move("jump", to="c12")
    one.move("jump", to="next")
    assert one.ask.id == "c02.situation"


@pytest.mark.parametrize("to", ["", "nowhere", "c13", "theme.x", "c01.m1", "edit.keep", "plan.who.act.x"])
def test_jump_to_nowhere_is_a_sentence(talk: Begin, to: str) -> None:
    one = talk("full").go(until="c02.situation")
    assert "onderdeel" in problem(one.move("jump", to=to))
    assert one.ask.id == "c02.situation"


def test_language_switches_in_the_middle_of_a_question(talk: Begin) -> None:
    one = talk("full").go(until="c05.situation")
    dutch = one.ask
    assert one.move("language", to="en").says[0].text.startswith("We")
    assert one.ask.text.startswith("Think of")
    assert [option.id for option in one.ask.options] == [option.id for option in dutch.options]
    assert problem(one.move("language", to="xx"))
    one.move("language", to="nl")
    assert one.ask == dutch


def test_pause_keeps_the_place(talk: Begin) -> None:
    one = talk("full").go(until="c05.basis")
    turn = one.move("pause")
    assert turn.paused
    again = talk("full", events=one.events)
    assert said(again.conversation.begin())[0] == "greeting.back"
    assert again.ask == one.ask


def test_conclude_goes_to_the_picture_and_leaves_the_rest_open(talk: Begin) -> None:
    one = talk("full").go(until="c05.situation")
    one.move("conclude")
    one.go(until="picture.agree")
    assert "picture.left" in said(one.answer("picture.yes"))
    assert one.conversation.result().interim
    one.go()
    assert not one.conversation.result().interim
    assert not one.conversation.result().components["05"]["answered"]


def test_conclude_at_a_basis_asks_it_no_more_but_a_later_answer_has_one(talk: Begin) -> None:
    one = talk("full").go(until="c03.basis")
    one.move("conclude")
    assert one.ask.id == "picture.also"
    one.move("jump", to="c07")
    one.answer("c07.m2")
    assert one.ask.id == "c07.basis"
    one.answer(["lessons"])
    assert one.ask.id == "picture.also"


def test_conclude_past_the_picture_ends_the_conversation(talk: Begin) -> None:
    one = talk("full").go(until="ambition.organisatie")
    one.move("conclude")
    assert one.conversation.ask is None
    assert one.conversation.result().interim


def test_reveal_is_for_groups(talk: Begin) -> None:
    assert "groep" in problem(talk("full").move("reveal"))


# Answers.


def test_own_words_that_begin_with_a_letter_choose_and_are_kept(talk: Begin) -> None:
    one = talk("full").go(until="c02.situation")
    second = one.ask.options[1]
    turn = one.type("b, maar bij de havo gaat het anders")
    assert one.state.answers["c02.situation"].value == second.id
    assert one.state.answers["c02.situation"].quote == "maar bij de havo gaat het anders"
    assert "heard.quote_kept" in said(turn)


def test_other_own_words_are_kept_and_the_question_comes_again(talk: Begin) -> None:
    one = talk("full").go(until="c02.situation")
    ask = one.ask
    turn = one.type("Dat doen wij altijd samen met de rector")
    assert said(turn) == ["heard.unplaced"]
    assert one.ask == ask
    assert one.state.notes[0].own_words


def test_a_word_of_one_letter_chooses_nothing(talk: Begin) -> None:
    one = talk("full", language="en").go(until="c02.situation")
    assert said(one.type("A lot of it is up to me")) == ["heard.unplaced"]
    one.type("a")
    assert one.ask.id == "c03.situation"


def test_in_between_asks_which_and_where(talk: Begin) -> None:
    one = talk("full").go(until="c04.situation")
    one.answer("c04.between")
    assert one.ask.id == "c04.between"
    assert "minstens 2" in problem(one.answer(["c04.m1"]))
    one.answer(["c04.m2", "c04.m1"])
    assert one.ask.id == "c04.where"
    one.answer(["where.mentor"])
    assert one.ask.id == "visie-en-beleid.seen"
    assert one.conversation.result().components["04"]["chosen"] == ["c04.m1", "c04.m2"]


@pytest.mark.parametrize("seed", ["5eed", "b", "c", "d"])
def test_in_between_shows_the_descriptions_as_the_situation_did(talk: Begin, seed: str) -> None:
    one = talk("full")
    one.conversation.header = msgspec.structs.replace(one.conversation.header, seed=seed)
    one.conversation.replay([])
    for number in range(1, 13):
        component = f"c{number:02}"
        one.move("jump", to=component)
        shown = one.ask.options[:3]
        one.answer(f"{component}.between")
        assert one.ask.id == f"{component}.between"
        assert one.ask.options == shown


def test_sentences_that_were_chosen_are_told_as_a_list(talk: Begin) -> None:
    one = talk("full").go(until="c04.situation")
    one.answer("c04.between")
    first, second, _third = one.ask.options
    assert one.answer([second.id, first.id]).heard == f"- {first.text}\n- {second.text}"
    assert one.answer(["where.mentor"]).heard == "Per mentor of docent"
    seen = one.ask.options
    assert one.answer(["c01", "c03"]).heard == f"- {seen[0].text}\n- {seen[2].text}"
    assert one.answer(["documents", "students"]).heard.count("; ") == 1


def test_two_descriptions_at_once_are_in_between(talk: Begin) -> None:
    one, other = talk("full").go(until="c04.situation"), talk("full").go(until="c04.situation")
    one.answer(["c04.m1", "c04.m3"])
    other.answer("c04.between")
    other.answer(["c04.m3", "c04.m1"])
    assert one.ask.id == other.ask.id == "c04.where"
    assert one.conversation.view.log_likelihoods == other.conversation.view.log_likelihoods


def test_several_letters_answer_a_question_with_several_answers(talk: Begin) -> None:
    one = talk("full").go(until="c01.basis")
    one.type("a, c")
    assert one.state.value("c01.basis") == ["lessons", "documents"]


def test_the_same_as_before_answers_a_basis(talk: Begin) -> None:
    group = talk(track="workshop").go(until="c09.basis", setup__people=13, c06__basis=["students", "colleagues"])
    assert group.ask.same
    group.answer("same")
    assert group.state.value("c09.basis") == ["students", "colleagues"]
    alone = talk("full").go(until="c02.basis", c01__basis=["students", "colleagues"])
    alone.answer("same")
    assert alone.state.value("c02.basis") == ["students", "colleagues"]
    assert not talk("full").go(until="visie-en-beleid.basis", **{"visie-en-beleid.seen": ["c01"]}).ask.same


def test_yes_and_no_answer_a_confirmation(talk: Begin) -> None:
    one = talk("full").go(until="visie-en-beleid.summary")
    one.type("Nee")
    assert one.ask.id == "visie-en-beleid.correct"
    one.move("back")
    one.type("ja")
    assert one.ask.id == "c05.situation"


def test_not_knowing_what_an_answer_rests_on_is_a_plain_skip(talk: Begin) -> None:
    one = talk("full").go(until="c01.basis")
    assert said(one.move("skip"))[0] == "skip.plain"
    found = [item["ask"] for item in one.conversation.result().find_out]
    assert not [ask for ask in found if ask.startswith("c01.")]


WRONG: list[tuple[str, list[Input]]] = [
    (
        "welcome.part",
        [Answer(answer="part.x"), Answer(answer=True), Answer(answer=[]), Words(text="9"), Words(text="")],
    ),
    ("c01.situation", [Answer(answer="c02.m1"), Answer(answer=["c01.m1", "c01.unknown"]), Answer(answer=2)]),
    (
        "c01.basis",
        [
            Answer(answer=[]),
            Answer(answer={"choice": "lessons", "quote": 5}),
            Answer(answer=["lessons", "x"]),
            Words(text="z"),
            Answer(answer="same"),
        ],
    ),
    (
        "visie-en-beleid.summary",
        [
            Answer(answer="ja"),
            Answer(answer={"choice": True}),
            Words(text="misschien"),
            Answer(answer=1),
            Words(text="c"),
        ],
    ),
    ("competence.decaan.head", [Answer(answer=0), Answer(answer=5), Answer(answer="2"), Words(text="veel")]),
    ("closing.look_back", [Answer(answer="2027-02-30"), Words(text="ooit"), Answer(answer=3), Words(text="")]),
]


@pytest.mark.parametrize(("until", "wrong"), WRONG)
def test_wrong_input_gets_one_sentence_and_the_question_again(talk: Begin, until: str, wrong: list[Input]) -> None:
    one = talk("full").go(until=until)
    ask, state, kept = one.ask, one.state.copy(), len(one.events)
    for given_input in (*wrong, Words(text="x" * 10_000), Move(move="note", text=" \x00 ")):
        turn = one.conversation.take(given_input)
        assert problem(turn).count("\n") == 0
        assert (turn.ask, one.ask, one.state, len(one.events)) == (ask, ask, state, kept), given_input


def test_an_empty_answer_passes_an_optional_question(talk: Begin) -> None:
    one = talk("full")
    one.type("   ")
    assert one.ask.id == "welcome.part"


# What is noticed.


def test_a_clash_is_said_asked_and_kept(talk: Begin) -> None:
    one = talk("full").go(until="c04.situation", c02__situation="c02.m3")
    one.answer("c04.m1")
    one.go(until="c04.clash.c02")
    assert one.ask.text.startswith("Deze twee dingen hoor ik niet vaak samen")
    assert "clash.kept" in said(one.answer("clash.both"))
    assert [item["kind"] for item in one.conversation.result().tensions] == ["clash"]


def test_who_tells_how_two_go_together_is_told_that_it_is_clear(talk: Begin) -> None:
    one = talk("full").go(until="c04.situation", c02__situation="c02.m3")
    one.answer("c04.m1")
    one.go(until="c04.clash.c02")
    turn = one.type("1, bovenbouw het eerste, onderbouw het tweede")
    assert one.state.value("c04.clash.c02") == "clash.both"
    assert "clash.told" in said(turn)


@pytest.mark.parametrize(("choice", "to"), [("clash.earlier", "c02.situation"), ("clash.later", "c04.situation")])
def test_a_clash_can_be_put_right(talk: Begin, choice: str, to: str) -> None:
    one = talk("full").go(until="c04.clash.c02", c02__situation="c02.m3", c04__situation="c04.m1")
    one.answer(choice)
    assert one.ask.id == to
    one.answer(to.replace("situation", "m2"))
    assert one.conversation.result().tensions == []


def test_a_claim_that_is_not_seen_is_asked_after_marked_and_counts_less(talk: Begin) -> None:
    one = talk("full").go(until="c03.basis")
    one.answer(["documents"])
    assert one.ask.id == "c03.recent"
    strong = one.conversation.view.strength(one.conversation.view.base.components[2])
    assert "recent.unseen" in said(one.answer("recent.longer"))
    result = one.conversation.result()
    assert not result.components["03"]["seen_in_practice"]
    assert "unseen" in [item["kind"] for item in result.tensions]
    assert one.conversation.view.strength(one.conversation.view.base.components[2]) < strong


def test_a_recent_example_is_not_asked_of_what_was_seen(talk: Begin) -> None:
    assert not [ask.id for ask in walked(talk("full")) if ask.id.endswith(".recent")]


def test_a_wish_is_no_evidence_and_comes_back_at_the_ambition(talk: Begin) -> None:
    one = talk("full").go(until="c03.basis")
    told = said(one.answer(["wish"]))
    assert told[0] == "basis.wished"
    assert one.conversation.view.log_likelihoods[2] == (0.0, 0.0, 0.0)
    one.go(until="picture.go_on")
    assert "ambition.wishes" in said(one.answer(True))


def test_a_wish_two_stages_away_gets_a_nearer_step(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school", **{f"c{n:02}__situation": f"c{n:02}.m1" for n in range(1, 13)})
    assert "ambition.far" in said(one.answer("ambition.m3"))
    one.go(until="ambition.nearer")
    one.answer("nearer.step")
    result = one.conversation.result()
    assert "far" not in [item["kind"] for item in result.tensions]  # a step in between was taken
    assert result.direction["later"] == {"school": 3}
    [way] = result.advice["mentor"]["way"]
    assert "mentor" in way


def test_a_wish_of_the_decaan_alone(talk: Begin) -> None:
    one = talk("full").go(until="ambition.whose", **{"ambition__visie-en-beleid": "ambition.m3"})
    assert "ambition.alone" in said(one.answer(["whose.decaan"]))
    assert one.ask.id != "ambition.nearer"  # the wish is one stage away, so there is no nearer step
    assert "alone" in [item["kind"] for item in one.conversation.result().tensions]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("begun", [{"form": "short"}, {"form": "full"}, {"track": "workshop"}])
def test_before_the_first_theme_a_coach_is_said_to_be_the_mentor(
    talk: Begin, begun: dict[str, str], language: str
) -> None:
    one = talk(**begun, language=language)
    given = {"setup.agenda": False, "setup.items": ["agenda.c01", "agenda.with-roles"]}
    while one.ask.chapter != "roles":
        turn = one.answer(given.get(one.ask.id, sensible(one.ask)))
    told = turn.says[-1].text
    assert "coach" in told
    assert "advisor" in told or "adviser" in told
    assert told.endswith(("Kies dan de mentor.", "hoose the mentor."))


def test_what_several_do_stands_on_a_line_of_its_own_first_without_also(talk: Begin) -> None:
    one = talk("full").go(until="theme.lessons")
    one.answer(["doer.decaan", "doer.mentor"])
    one.go(until="theme.talks")
    one.answer(["doer.decaan", "doer.mentor"])
    one.go(until="theme.lessons.shared")
    assert one.ask.text == "Hiervoor noemde je er meer dan een:\n- De LOB-lessen geven\nHoe verdelen jullie dat?"
    one.type("om en om")
    assert one.ask.id == "theme.talks.shared"
    assert one.ask.text.startswith("Ook dit is het werk van meer mensen:\n- ")


def test_roles_shared_or_by_nobody(talk: Begin) -> None:
    one = talk("full").go(until="theme.lessons")
    assert said(one.answer(["doer.decaan", "doer.mentor"]))[0] == "roles.shared"
    one.go(until="theme.talks")
    assert said(one.answer(["doer.nobody"]))[0] == "roles.nobody"
    one.go(until="theme.lessons.shared")  # after all themes
    one.type("De decaan de onderbouw, de mentor de bovenbouw")
    one.go(until="tasks.mentor.m2", who__first=["who.mentor"])
    assert "task.m2.mentor.2" in [option.id for option in one.ask.options]
    one.answer(["tasks.none"])
    kinds = [item["kind"] for item in one.conversation.result().tensions]
    assert "nobody" in kinds
    assert "double" not in kinds  # several who do it share it
    states = {task["id"]: task["state"] for task in one.conversation.result().advice["mentor"]["tasks"]}
    assert states["task.m2.mentor.2"] == "open"
    assert states["task.m2.mentor.1"] == "unasked"


def test_no_gap_is_made_of_what_a_model_gives_nobody(talk: Begin) -> None:
    answers = {f"c{number:02}__situation": f"c{number:02}.m1" for number in range(1, 13)}
    one = talk("full").go(until="picture.agree", theme__subject=["doer.nobody"], **answers)
    assert one.conversation.view.dominant == 1
    assert "nobody" not in [item["kind"] for item in one.conversation.result().tensions]


def test_a_probe_is_asked_only_where_it_can_change_the_leading_model(talk: Begin) -> None:
    one, models = talk("full"), (1, 2, 1, 2, 2, 1, 2, 1, 2, 1, 2, 2)
    mixed = {f"c{number:02}.situation": f"c{number:02}.m{model}" for number, model in enumerate(models, 1)}
    probed, passed = 0, 0
    while one.ask.chapter != "picture":
        view, ask = one.conversation.view, one.ask
        component = view.component(ask.id)
        if component and ask.id.startswith(f"{component.id}.probe."):
            probe = next(probe for probe in component.probes if probe.id == ask.id)
            leads = {max(range(3), key=view.with_probe(component, probe, n).models.__getitem__) for n in (0, 1)}
            named = {tuple(p >= 0.6 for p in view.with_probe(component, probe, n).models) for n in (0, 1)}
            assert len(leads) > 1 or len(named) > 1 or view.dominant is None
            probed += 1
        elif ask.id.endswith(".situation"):
            passed += 1
        one.answer(mixed.get(ask.id, sensible(ask)))
    assert 0 < probed < passed


def test_a_probe_that_is_not_asked_could_change_nothing(talk: Begin) -> None:
    one = talk("full").go(until="picture.agree", c04__basis=["impression"])
    view = one.conversation.view
    passed = [
        (component, probe)
        for component in view.base.components
        for probe in component.probes
        if probe.id not in one.state.answers and {d.model for d in view.chosen(component)} & set(probe.between)
    ]
    assert passed
    for component, probe in passed:
        if not any(other.id in one.state.answers for other in component.probes):
            named = {evidence.probable(view.with_probe(component, probe, number)) for number in (0, 1)}
            assert named == {evidence.probable(view.leading)}, probe.id


def test_the_picture_says_once_of_how_much_was_not_talked_about(talk: Begin) -> None:
    one = talk("full").go(until="c05.situation")
    assert "picture.works" in said(one.move("conclude"))
    one.go(until="picture.agree")
    told = " ".join(say.text for say in one.answer("picture.yes").says)
    assert told.count("Over 8 daarvan praatten we nog niet.") == 1
    longer = {f"c{number:02}.recent": "recent.longer" for number in range(1, 5)}
    of_pillar = {"visie-en-beleid.seen": ["seen.none"], "visie-en-beleid.basis": ["impression"]}
    nothing_seen = talk("full").go(until="visie-en-beleid.summary", **of_pillar, **longer)
    assert "picture.works" not in said(nothing_seen.move("conclude"))


def test_stopping_at_the_picture_opens_the_next_chapter_only_on_coming_back(talk: Begin) -> None:
    one = talk("full").go(until="picture.go_on")
    assert said(one.answer(False)) == ["pause"]
    again = talk("full", events=one.events)
    assert said(again.conversation.begin()) == ["greeting.back", "open.ambition"]


def test_a_summary_that_is_not_right_goes_to_the_answer_that_it_is_about(talk: Begin) -> None:
    one = talk("full").go(until="visie-en-beleid.summary")
    assert one.conversation.view.base.component(3).descriptions[1].told in one.ask.text
    one.answer(False)
    assert one.ask.id == "visie-en-beleid.correct"
    one.answer("c03.situation")
    assert one.ask.id == "c03.situation"
    one.answer("c03.m1")
    one.go(until="c05.situation")
    assert one.state.value("c03.situation") == "c03.m1"


def test_the_talk_with_leadership_comes_first_if_one_wants(talk: Begin) -> None:
    one = talk("full").go(until="picture.go_on")
    assert one.answer(False).paused
    assert one.ask.chapter == "ambition"


# The log.


def test_the_order_of_answers_does_not_matter(talk: Begin) -> None:
    results = []
    for order in (range(1, 13), range(12, 0, -1), (5, 1, 12, 3, 8, 2, 9, 11, 4, 10, 7, 6)):
        one = talk("full").go(until="c01.situation")
        for number in order:
            one.move("jump", to=f"c{number:02}")
            one.answer(f"c{number:02}.m{1 + number % 3}")
        results.append(one.conversation.view.leading)
    assert results[0] == results[1] == results[2]


def test_replay_gives_the_same_byte_for_byte(talk: Begin) -> None:
    one = talk("full").go(c03__situation="c03.unknown", theme__lessons=["doer.decaan", "doer.mentor"])
    again = talk("full", events=one.events)
    assert msgspec.json.encode(again.conversation.result()) == msgspec.json.encode(one.conversation.result())
    assert again.state == one.state


def test_what_stands_is_what_the_fold_says(talk: Begin) -> None:
    one = talk("full").go(until="c02.situation")
    one.answer("c02.m1")
    one.move("back")
    one.answer("c02.m3")
    one.move("back")
    one.move("back")
    kept = standing_events(one.events)
    assert not [event for event in kept if event.ask.startswith("c02")]
    assert fold(kept) == fold(one.events)


def test_a_jump_to_a_question_that_is_gone_goes_on_along_the_route(talk: Begin) -> None:
    gone = Event(time="", kind="jumped", ask="c99.situation")
    assert talk("full", events=[gone]).ask.id == "welcome.school"
    one = talk("full").go(until="c05.situation")
    again = talk("full", events=[*one.events, gone])
    assert again.ask == one.ask
    assert again.state.focus == "c99.situation"  # the state is the fold of the events and nothing else


def test_events_that_make_no_sense_change_nothing(talk: Begin) -> None:
    one = talk("full").go(until="c02.situation")
    before = one.state.copy()
    strange = [
        Event(time="", kind="taken_back"), Event(time="", kind="revealed", ask="c01.situation"),
        Event(time="", kind="confirmed", ask="edit.keep", value=True), Event(time="", kind="paused"),
    ]  # fmt: skip
    assert fold(strange).answers == {}
    again = talk("full", events=[*one.events, Event(time="", kind="answered", ask="c99.situation", value="c99.m1")])
    assert again.ask.id  # an answer to a question that is no more does not stop the conversation
    assert one.state == before


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 9)
    | st.text(max_size=9)
    | st.sampled_from(["lessons", "c05.m1", "act.talk", ["c05.m1"], ["later"]]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["choice", "quote", "text", "words", "choices", "doubts"]), inner)
    ),
    max_leaves=4,
)
asks = st.sampled_from([
    "closing.look_back", "learning.forms", "learning.preference", "assignment.spoken", "theme.vision.shared",
    "c05.situation", "c05.between", "c05.basis", "c05.recent", "c05.probe.1", "theme.lessons", "tasks.mentor",
    "tasks.mentor.m2", "tasks.decaan.m9", "who.first",
    "plan.actions", "plan.who.act.talk", "plan.when.act.talk", "ambition.school", "ambition.organisatie",
    "ambition.whose", "welcome.form", "evaluation.learning", "competence.mentor.head", "picture.agree", "edit.keep",
    "visie-en-beleid.seen", "visie-en-beleid.basis", "school.seen", "c01.situation", "school.placed",
    "visie-en-beleid.placed", "zzz.y", "x", "",
])  # fmt: skip
kinds = st.sampled_from(
    [
        "answered",
        "skipped",
        "taken_back",
        "edited",
        "noted",
        "confirmed",
        "jumped",
        "planned",
        "paused",
        "concluded",
        "proposed",
    ]
)
edited_documents = edits(kinds, asks, anything, 12)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(edited_documents)
def test_a_document_edited_by_hand_stops_nothing(talk: Begin, edited: Edited) -> None:
    go_on_with_edited(lambda events: talk("full", events=events), edited)


moves = moves_to(
    ("next", "c05", "samenwerking", "visie-en-beleid.seen", "theme.parents", "plan.actions", "plan", "zzz"),
    ("c01.situation", "c05.basis", "visie-en-beleid.seen", "school.basis", "welcome.school", "picture.agree"),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.data())
def test_random_walks_find_no_dead_end(talk: Begin, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(["short", "full", ""]))
    walk(lambda events: talk(form, events=events, hear=hears_any), data, moves)


def test_walks_of_240_moves_over_every_state_find_no_dead_end(talk: Begin) -> None:
    names = ["back", "skip", "skip", "why", "example", "source", "note", "language", "jump", "edit", "pause"]
    visited = set()
    for seed in range(6):
        draw = random.Random(seed)
        one = talk(draw.choice(["short", "full", ""]), hear=hears_any)
        for _ in range(240):
            come_back(one, draw, most=20)
            ask = one.ask
            visited.add(step.name if (step := one.conversation.track.step_of(ask.id)) else "")
            if draw.random() < 0.25 and ask.id.endswith(".situation"):
                turn = one.type(draw.choice(["zo gaat dat bij ons", "de mentor doet dat", "dat doe ik zelf wel"]))
            elif draw.random() < 0.75:
                options = [option.id for option in ask.options] or [sensible(ask)]
                picked = draw.choice(options)
                turn = one.answer(
                    [picked] if ask.kind == "multi" else sensible(ask) if ask.kind != "choice" else picked
                )
            else:
                name = "conclude" if draw.random() < 0.02 else draw.choice(names)
                to = {"jump": f"c{draw.randint(1, 12):02}", "edit": one.state.position, "language": "nl"}
                turn = one.move(name, to=to.get(name, ""), text="notitie" if name == "note" else "")
            assert turn.ask is one.conversation.ask
        again = talk(one.conversation.header.form, events=one.events)
        assert again.state == one.state
        assert msgspec.json.encode(again.conversation.result()) == msgspec.json.encode(one.conversation.result())
    assert visited - {"edit"} == set(TRACKS["decaan"].stages) - {"finished", "mend"}  # which one asks for at the end


@pytest.mark.parametrize("to", ["plan", "tasks", "competence", "evaluation", "theme"])
def test_a_jump_to_the_first_half_of_an_id_is_told(talk: Begin, to: str) -> None:
    one = talk("full").go(until="c01.situation")
    assert "Daar kan ik niet heen" in problem(one.move("jump", to=to))


def test_a_name_behind_the_role_goes_into_the_plan(talk: Begin) -> None:
    one = talk("short").go(until="plan.actions")
    one.answer(["act.talk"])
    assert one.ask.id == "plan.who.act.talk"
    letter = "abcdefgh"[[option.id for option in one.ask.options].index("decaan")]
    one.type(f"{letter}, Marieke van Dam")
    planned = one.conversation.result().plan[0]
    assert (planned["owner"], planned["name"]) == ("decaan", "Marieke van Dam")


def test_a_hand_edited_answer_of_another_kind_is_no_example(talk: Begin) -> None:
    one = talk("full").go(until="c01.basis")
    one.answer(["documents"])
    odd = Event(time="2026-11-23T12:00:00Z", kind="answered", ask="c01.recent", value=["x"])
    view = talk("full", events=[*one.events, odd]).conversation.view
    assert view.is_unseen(view.base.components[0])


HEADS = ["c05", "c99", "welcome", "setup", "assignment", "theme", "tasks", "picture", "ambition", "who", "competence",
         "learning", "plan", "evaluation", "closing", "opening", "school", "newcomer", "lob", "role", "practice",
         "can", "learn", "autumn", "visie-en-beleid", "nothing", ""]  # fmt: skip
TAILS = ["", ".", "..", ".x", ".x.y", ".x.y.z", ".clash.x", ".clash.c04", ".probe.9", ".situation.9", ".count.x",
         ".reveal", ".summary", ".correct", ".who.x", ".when", ".decaan.x", ".leadership.head", ".mentor.head.x",
         ".date.x", ".mentor.m4", ".mentor.m2.x", ".x.m2"]  # fmt: skip


@pytest.mark.parametrize("track", ["decaan", "workshop", "mentor"])
def test_a_question_that_is_not_there_is_none_whatever_its_name(talk: Begin, track: str) -> None:
    view = talk(track=track).conversation.view
    for ask in (f"{head}{tail}" for head in HEADS for tail in TAILS):
        draft_of(view, ask)


def test_content_without_what_the_guide_asks_does_not_end_with_a_thank_you(talk: Begin) -> None:
    one = talk("full")
    view = one.conversation.view
    lacks = [question for question in view.base.questions_decaan if question.id != "ask.basis"]
    view.base = with_parts(view.base, questions_decaan=lacks)
    with pytest.raises(NoSuchQuestionError, match=r"ask\.basis"):
        draft_of(view, "c05.basis")


def test_a_defect_in_a_chapter_is_no_end_of_the_conversation(talk: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError("a defect of ours")

    one = talk("full")
    monkeypatch.setattr(pillars, "_of", broken)
    with pytest.raises(ValueError, match="a defect of ours"):
        walked(one)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_is_a_new_line(end: str) -> None:
    assert clean(f"een{end}twee") == "een\ntwee"


@pytest.mark.parametrize("is_skipped", [True, False])
def test_an_earlier_document_shows_a_jump_of_ones_own_behind_a_correction(talk: Begin, is_skipped: bool) -> None:
    one = talk("full")
    earlier = msgspec.structs.replace(one.conversation.header, marks_turns=False)
    one.go("visie-en-beleid.correct", **{"visie-en-beleid.summary": False})
    if is_skipped:
        one.move("skip")
    else:
        one.answer("c01.situation")
    count = len(list(batches(earlier, one.events)))
    one.move("jump", to="c06")
    assert one.events[-1].kind == "jumped"
    assert len(list(batches(earlier, one.events))) == count + 1


@pytest.mark.parametrize(
    ("chapter", "ask"),
    [
        ("assignment", "assignment.asked"), ("roles", "theme.vision"), ("picture", "picture.also"),
        ("ambition", "ambition.visie-en-beleid"), ("who", "who.first"), ("advice", "plan.actions"),
    ],
)  # fmt: skip
def test_one_can_go_to_any_chapter(talk: Begin, chapter: str, ask: str) -> None:
    one = talk("full").go(until="closing.look_back")
    one.move("jump", to=chapter)
    assert one.ask.id == ask
    one.move("jump", to="next")
    assert one.ask.id == "closing.look_back"
