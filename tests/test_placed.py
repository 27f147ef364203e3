"""Who tells it in own words goes on; which answer lies beside them is asked once for all, and none counts before."""

from collections.abc import Callable
from typing import Any

import pytest

from lobgids.advice.shown import shown, to_show
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.overview import overview
from lobgids.log.ask_ids import MAY_SHOW
from lobgids.log.events import Header
from lobgids.log.state import Proposal, fold
from lobgids.report.blocks import Report
from lobgids.school.sayings import in_own_words, told_instead
from tests.conftest import Talk, sensible
from tests.fakes.ears import Heard
from tests.test_reports import everything, report

Begin = Callable[..., Talk]
MENTOR, EVENING = "de mentor geeft het in het mentoruur", "we doen een ouderavond met alles op papier"
PLACED = "school.placed"


def made_up(component: str, text: str) -> Heard:
    """Hear model 2 in 'mentor', model 1 in 'ouderavond', two in both, and else nothing."""
    found = tuple(f"{component}.{model}" for model, word in (("m2", "mentor"), ("m1", "ouderavond")) if word in text)
    kinds: dict[int, Any] = {0: "nothing", 1: "one", 2: "two"}
    return Heard(kinds[len(found)], found)


@pytest.fixture
def begin(content_in: Callable[[str], LocalizedContent]) -> Begin:
    """Begin a conversation that hears by a made-up ear."""

    def begun(form: Any = "short", language: str = "nl", events: Any = ()) -> Talk:
        header = Header(
            lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track="decaan", seed="5eed", marks_turns=True,
            knowledge_base="lobgids-vo", knowledge_base_version="1", form=form, language=language, places_later=True,
        )  # fmt: skip
        return Talk(lambda code: content_in(code)._replace(hear=made_up), header, events)

    return begun


def said(turn: Turn) -> list[str]:
    return [say.id for say in turn.says]


def told_until(one: Talk, until: str, *texts: str) -> Talk:
    """Tell one of these texts at each situation in turn, and answer the rest, until an ask."""
    count = 0
    while one.ask.id != until:
        if one.ask.id.endswith(".situation"):
            one.type(texts[count % len(texts)])
            count += 1
        else:
            one.answer(sensible(one.ask))
    return one


def situations(one: Talk) -> dict[str, Any]:
    return {ask: given for ask, given in one.state.answers.items() if ask.endswith(".situation")}


# One goes on.


def test_who_tells_it_in_own_words_goes_on(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    turn = one.type(MENTOR)
    assert one.ask.id.endswith(".situation")
    assert one.ask.id != "c01.situation"
    assert said(turn)[0] == "heard.told"
    assert turn.heard == MENTOR


def test_nothing_counts_before_it_was_asked(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    view = one.conversation.view
    assert not view.known
    assert view.leading.models == pytest.approx([view.leading.models[0]] * 3)
    assert not {found.ask for found in view.conclusions.find_out}.intersection(situations(one))
    states = [one.state for pillar in overview(view, one.ask).pillars for one in pillar.components]
    assert states.count("answered") == len(situations(one))
    assert "unknown" not in states


def test_a_yes_makes_them_answers_with_these_words(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    texts = [option.text for option in one.ask.options]
    assert len(texts) == len(situations(one)) + 1
    assert all(MENTOR in text for text in texts[:-1])
    turn = one.type("ja hoor")
    assert "placed.right" in said(turn)
    assert {(given.value.partition(".")[2], given.quote) for given in situations(one).values()} == {("m2", MENTOR)}
    assert one.ask.id == "school.seen"
    view = one.conversation.view
    assert all(in_own_words(view, component) for component in view.known)


def test_a_school_that_tells_it_comes_out_as_one_that_chooses(begin: Begin) -> None:
    told = told_until(begin(), PLACED, MENTOR)
    told.type("alles klopt")
    asked = list(situations(told))
    told.go(until="picture.also")
    chose = begin().go(until="picture.also")
    assert list(situations(chose)) == asked[: len(situations(chose))]
    assert told.conversation.view.dominant == chose.conversation.view.dominant == 2


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("alles klopt behalve 2", {2}), ("2 klopt niet", {2}), ("nee, 1 en 3", {1, 3}), ("1 en 3", {1, 3}), ("b", {2}),
        ("1 klopt, 2 niet", {2}), ("2 is fout, de rest goed", {2}), ("all right except 3", {3}), ("1 isn't right", {1}),
        ("2 klopt niet en 3 ook niet", {2, 3}), ("3, dat doet de decaan zelf", {3}),
        ("3 klopt niet, dat is alleen op de ouderavond", {3}),
        ("c klopt niet, dat is alleen op de ouderavond", {3}), ("alles klopt behalve b", {2}), ("a klopt, b niet", {2}),
        ("c is wrong, they got no leaflet, just a talk by me", {3}), ("nee, a en c", {1, 3}), ("A isn't right", {1}),
        ("b en c kloppen niet", {2, 3}), ("it's right, they got a talk", set()), ("alleen c niet", {3}),
        ("klopt", set()), ("prima zo", set()), ("ja", set()), ("it's all right", set()), ("in grote lijnen", set()),
        ("2 klopt wel zo ongeveer", set()), ("ja, maar bij 2 niet helemaal, alleen op papier", set()), ("niks", set()),
        ("2 en 3, die kloppen niet", {2, 3}), ("2 en 3, dat klopt nie", {2, 3}), ("1, 2, 3 kloppen niet", {1, 2, 3}),
        ("b en c, die kloppen niet", {2, 3}), ("de letters b en c, die kloppen niet", {2, 3}),
        ("klopt niet: 1 en 3", {1, 3}), ("wat niet klopt: 1, 3", {1, 3}), ("niet goed zijn 1 en 3", {1, 3}),
        ("2 and 3 aren't right", {2, 3}), ("2 and 3, those aren't right", {2, 3}), ("wrong: 1 and 3", {1, 3}),
        ("not right: 1 and 3", {1, 3}), ("1 and 3, they are wrong", {1, 3}), ("2 en 3, de rest klopt", {2, 3}),
        ("2 and 3, the rest is right", {2, 3}), ("2, over ouders, die klopt niet", {2}), ("van 2 klopt niks", {2}),
        ("2, the one on parents, isn't right", {2}), ("alles klopt behalve 2, 3", {2, 3}), ("alleen 2 niet", {2}),
        ("1 en 3, die kloppen wel", set()), ("1 en 3 kloppen precies", set()), ("2 en 3 kloppen", set()),
        ("2 klopt, maar dat het goed is vind ik niet", set()), ("2 en 3 kloppen, daar zijn geen lessen", set()),
    ],
)  # fmt: skip
def test_what_lies_wrongly_is_said_by_number_in_any_words(begin: Begin, typed: str, wrong: set[int]) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    ids = [option.id for option in one.ask.options]
    one.type(typed)
    assert {ids.index(one_id) + 1 for one_id in one.state.value(PLACED) if one_id != "placed.all"} == wrong
    unanswered = {ids.index(one_id) + 1 for one_id in ids[:-1] if one.state.value(f"{one_id}.situation") is None}
    assert unanswered == wrong


@pytest.mark.parametrize(
    ("typed", "right"),
    [("1 klopt, de rest niet", {1}), ("alleen 1 klopt", {1}), ("niks klopt behalve 1", {1}), ("only 1 is right", {1}),
     ("1 and 2 are right, the rest isn't", {1, 2})],
)  # fmt: skip
def test_who_says_of_the_rest_that_it_is_wrong_has_all_others_asked_again(
    begin: Begin, typed: str, right: set[int]
) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    ids = [option.id for option in one.ask.options[:-1]]
    one.type(typed)
    assert {ids.index(one_id) + 1 for one_id in ids if one_id not in one.state.value(PLACED)} == right


@pytest.mark.parametrize(
    "typed",
    ["vier en zes kloppen niet", "niks klopt", "het klopt allemaal niet", "klopt niet", "dat klopt niet echt",
     "er klopt niks van", "die over ouders klopt niet", "nothing is right", "that isn't right", "they aren't right"],
)  # fmt: skip
def test_a_denial_without_a_number_is_no_yes(begin: Begin, typed: str) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    one.type(typed)
    assert one.state.value(PLACED) is None


@pytest.mark.parametrize(
    "typed",
    ["3 klopt niet, dat doet de decaan zelf", "3, dat doet de decaan zelf", "c klopt niet, dat doet de decaan zelf"],
)
def test_who_says_how_it_is_instead_is_not_asked_again_and_has_no_answer(begin: Begin, typed: str) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    third = one.ask.options[2].id
    turn = one.type(typed)
    assert said(turn)[0] == "placed.noted"
    assert one.ask.id == "school.seen"
    standing = one.state.answers[f"{third}.situation"]
    assert (standing.value, standing.quote) == (None, f"{MENTOR}; Dat doet de decaan zelf")
    view = one.conversation.view
    assert not view.known or third not in [component.id for component in view.known]
    assert "decaan zelf" in in_own_words(view, view.base.components_by_id[third])


def test_what_was_said_to_a_number_stands_beside_its_words(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    second = one.ask.options[1].id
    one.type("ja, maar bij 2 niet helemaal, alleen op papier")
    quotes = {ask: given.quote for ask, given in situations(one).items()}
    assert [ask for ask, quote in quotes.items() if "alleen op papier" in quote.casefold()] == [f"{second}.situation"]


def test_what_lies_wrongly_is_asked_again_with_what_one_said(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    first, second = one.ask.options[0].id, one.ask.options[1].id
    turn = one.answer([first, second])
    assert turn.heard.count("Het dichtst bij") == 2
    one.move("back")
    turn = one.type("1 en 2 kloppen niet")
    assert one.ask.id == f"{first}.situation"
    assert said(turn) == ["placed.wrong", "placed.again"]
    assert MENTOR in turn.says[1].text
    turn = one.answer(f"{first}.m3")
    assert one.ask.id == f"{second}.situation"
    assert "placed.again" in said(turn)
    one.type("geen van deze")
    assert one.ask.id == "school.seen"
    view = one.conversation.view
    assert in_own_words(view, view.base.components_by_id[second]) == MENTOR.capitalize()


BOOKLET = "Joost, hun mentor, doet in het mentoruur iets uit een oud boekje. Klaargelegd heb ik niks."


@pytest.mark.parametrize("again", ["geen van deze", "6", "het blijft gewoon zoals ik het vertelde, hoor"])
def test_what_was_told_stands_where_no_answer_fits_it_on_second_thoughts(begin: Begin, again: str) -> None:
    one = told_until(begin(), PLACED, BOOKLET)
    first = one.ask.options[0].id
    one.type("1 klopt niet")
    one.type(again)
    view = one.conversation.view
    assert one.state.answers[f"{first}.situation"].skipped
    assert told_instead(view, view.base.components_by_id[first]).startswith(BOOKLET.rstrip("."))
    assert f"{first}.situation" in to_show(view)
    assert f"{first}.situation" not in {found.ask for found in view.conclusions.find_out}


@pytest.mark.parametrize(
    "typed",
    ["En bij 2 maak je van Joris opeens allemaal collega's. De rest is goed", "2 klopt niet, dat zei ik niet. Rest ok",
     "2, je maakt er allemaal lessen van. De rest klopt", "2 isn't right, you made it lessons. The rest is fine"],
)  # fmt: skip
def test_what_is_only_said_of_how_the_guide_tells_it_is_no_part_of_the_words(begin: Begin, typed: str) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    second = one.ask.options[1].id
    one.type(typed)
    view = one.conversation.view
    assert in_own_words(view, view.base.components_by_id[second]) in ("", MENTOR.capitalize())
    assert second in one.state.value(PLACED)


def test_what_it_is_most_like_is_chosen_with_what_is_lacking(begin: Begin) -> None:
    one = begin().go(until="c11.situation")
    first = one.ask.options[0].id
    one.type("Het lijkt nog het meest op 1, maar dan zonder papier en zonder dat alle vragen antwoord kregen.")
    standing = one.state.answers["c11.situation"]
    assert standing.value == first
    assert standing.quote == "maar dan zonder papier en zonder dat alle vragen antwoord kregen."


def test_who_begins_with_not_knowing_has_told_nothing(begin: Begin) -> None:
    one = begin().go(until="c12.situation")
    one.type("Dat zou ik echt niet weten, ik heb nog niemand gesproken. Misschien had mijn voorganger wel adressen.")
    view = one.conversation.view
    assert one.state.answers["c12.situation"].skipped
    assert not told_instead(view, view.base.components_by_id["c12"])
    assert "c12.situation" in {found.ask for found in view.conclusions.find_out}


def test_what_is_told_anew_then_is_put_at_once(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    first = one.ask.options[0].id
    one.type("1 klopt niet")
    one.type(EVENING)
    assert one.ask.id == f"{first}.understood"
    one.type("ja")
    assert one.state.value(f"{first}.situation") == f"{first}.m1"


# What else can happen.


def test_two_answers_that_come_near_are_put_at_once(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    one.type(f"{MENTOR} en {EVENING}")
    assert one.ask.id == "c01.understood"


def test_a_back_takes_back_what_was_told_and_another_the_check(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    before = one.state.copy()
    one.type(MENTOR)
    one.move("back")
    assert (one.ask.id, one.state) == ("c01.situation", before)
    told_until(one, PLACED, MENTOR, EVENING)
    before = one.state.copy()
    one.type("2 klopt niet")
    one.move("back")
    after = one.state.copy()
    after.notes = before.notes  # notes stay
    assert (one.ask.id, after) == (PLACED, before)


def test_a_replay_is_the_same(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR, EVENING)
    one.type("1 klopt niet, dat doet de decaan")
    again = begin(events=one.events)
    assert again.state == one.state
    assert fold(one.events).answers == one.state.answers
    assert again.ask == one.ask


def test_who_passes_it_by_keeps_the_words_and_no_answers(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    turn = one.move("skip")
    assert said(turn)[0] == "placed.left"
    view = one.conversation.view
    assert not view.known
    assert in_own_words(view, view.base.component(1)) == MENTOR.capitalize()
    one.go()  # to the end


def test_it_is_asked_of_who_goes_to_the_picture_at_once_and_only_once(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    one.type(MENTOR)
    one.move("conclude")
    assert one.ask.id == PLACED
    one.move("conclude")
    assert one.ask.chapter != "pillar"


def test_who_goes_to_the_picture_can_say_that_it_lies_rightly(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    one.type(MENTOR)
    one.move("conclude")
    one.type("klopt")
    assert one.state.value("c01.situation") == "c01.m2"


def test_in_the_full_form_it_is_asked_at_the_end_of_each_pillar(begin: Begin) -> None:
    one = told_until(begin("full"), "visie-en-beleid.placed", MENTOR)
    assert [option.id for option in one.ask.options] == ["c01", "c02", "c03", "c04", "placed.all"]
    one.answer(["placed.all"])
    assert one.ask.id == "visie-en-beleid.seen"
    told_until(one, "orientatie-en-begeleiding.placed", EVENING)


def test_who_chooses_is_not_asked(begin: Begin) -> None:
    one = begin().go()
    assert PLACED not in one.state.answers


def test_an_edit_of_what_was_told_is_an_answer_at_once(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    one.type(MENTOR)
    one.move("edit", to="c01.situation")
    one.answer("c01.m3")
    assert one.state.value("c01.situation") == "c01.m3"
    told_until(one, PLACED, MENTOR)
    assert "c01" not in [option.id for option in one.ask.options]


# What others read of it.


def written(made: Report) -> str:
    """All text of a report."""
    return "\n".join(everything(made))


def papers(one: Talk, *shown: str) -> dict[str, str]:
    """All text of the papers for others, where these lines may stand in them."""
    one.go(until=MAY_SHOW)
    one.answer([*shown])
    one.go()
    return {readers: written(report(one, readers)) for readers in ("leadership", "talk")}


def begun_papers(begin: Begin, *shown: str) -> tuple[Talk, dict[str, str]]:
    one = told_until(begin(), PLACED, MENTOR, EVENING)
    one.answer(["placed.all"])
    return one, papers(one, *shown)


def test_papers_quote_the_words_that_may_stand_there_and_tell_them_in_no_other_words(begin: Begin) -> None:
    one, made = begun_papers(begin, "show.all")
    heard = [one.conversation.view.chosen(component)[0].heard for component in one.conversation.view.known]
    assert heard
    for paper in made.values():
        quoted = [paper.count(f": ‘{line.capitalize()}’") for line in (MENTOR, EVENING)]
        assert sum(quoted) >= len(one.conversation.view.base.pillars)
        assert not [words for words in heard if words in paper]


def test_papers_tell_nothing_of_what_was_told_in_words_that_may_not_stand_there(begin: Begin) -> None:
    one, made = begun_papers(begin, "show.none")
    heard = [one.conversation.view.chosen(component)[0].heard for component in one.conversation.view.known]
    assert heard
    for paper in made.values():
        assert not [words for words in heard if words in paper]
        assert not [words for words in (MENTOR, EVENING) if words in paper]


def shown_after(begin: Begin, typed: str, language: str = "nl") -> tuple[str, set[int], list[str]]:
    """The ask behind words at the list of lines, the numbers of those that may stand there, and what was asked."""
    one = told_until(begin(language=language), PLACED, MENTOR, EVENING)
    one.answer(["placed.all"])
    one.go(until=MAY_SHOW)
    ids = [option.id for option in one.ask.options]
    one.type(typed.replace("ALL", str(ids.index("show.all") + 1)).replace("BEYOND", str(len(ids) + 1)))
    proposed = one.state.proposed
    asked = [*map(str, proposed.choices)] if isinstance(proposed, Proposal) else []
    return one.ask.id, {ids.index(line) + 1 for line in shown(one.conversation.view)}, asked


@pytest.mark.parametrize(
    ("typed", "language"),
    [(typed, "nl") for typed in (
        "ALL, alles mag erin, ik heb niks te verbergen", "alles, ik heb geen geheimen", "ja hoor alles", "ja",
        "gewoon alles, niks te verbergen", "alles, geen bezwaar", "alles, dat maakt mij niet uit", "ALL",
        "nee, alles mag erin", "nee nee, ik zei dat alles er juist wel in mag!", "mag allemaal, niks geheims",
        "alles, ik doe het toch alleen", "zet maar alles erin hoor",
    )] + [(typed, "en") for typed in (
        "ALL, everything may go in, I've nothing to hide", "all of it, I have no secrets", "yes all of it",
        "no no, I said it may all go in", "all of it, I don't mind", "just everything, nothing to hide",
    )],
)  # fmt: skip
def test_who_has_nothing_to_hide_lets_all_of_it_stand_there(begin: Begin, typed: str, language: str) -> None:
    ask, numbers, _ = shown_after(begin, typed, language)
    assert ask != MAY_SHOW
    assert {1, 2, 3, 4} <= numbers


@pytest.mark.parametrize(
    ("typed", "language"),
    [(typed, "nl") for typed in (
        "alles behalve 3", "alles maar 3 niet", "ja, maar niet 3", "ALL, behalve 3", "ALL maar 3 niet",
        "ALL, alleen 3 niet", "alles mag erin, alleen nummer 3 liever niet",
    )] + [(typed, "en") for typed in ("everything except 3", "all, but not 3", "everything but 3")],
)  # fmt: skip
def test_who_leaves_out_a_line_lets_all_others_stand_there(begin: Begin, typed: str, language: str) -> None:
    _, numbers, _ = shown_after(begin, typed, language)
    assert {1, 2, 4} <= numbers
    assert 3 not in numbers


@pytest.mark.parametrize(
    "typed",
    ["nee, niks", "liever niet", "niks, dat blijft bij mij", "alles, maar dat ene niet", "nee, niet alles", "nee",
     "alles mag, behalve wat ik over de cijfers zei", "ALL, maar zonder namen", "alles, alleen voor de conrector"],
)  # fmt: skip
def test_nothing_is_shown_where_one_holds_back_an_unknown_part(begin: Begin, typed: str) -> None:
    ask, numbers, _ = shown_after(begin, typed)
    assert (ask != MAY_SHOW, numbers) == (True, set())


@pytest.mark.parametrize("typed", ["BEYOND", "niet alles", "alles niet"])
def test_what_names_no_line_is_asked_again(begin: Begin, typed: str) -> None:
    assert shown_after(begin, typed) == (MAY_SHOW, set(), [])


def test_what_may_mean_the_others_is_put_first(begin: Begin) -> None:
    for typed, language in (("niets van 3", "nl"), ("nothing from 3", "en")):
        ask, numbers, asked = shown_after(begin, typed, language)
        assert (ask, numbers) == ("closing.show.understood", set())
        assert len(asked) > 2
        assert not {"show.none", "show.all"}.intersection(asked)
    assert shown_after(begin, "ik heb niks te verbergen")[2] == ["show.all"]


def test_not_all_but_only_one_is_that_one(begin: Begin) -> None:
    assert shown_after(begin, "niet alles, alleen 1")[1] == {1}


def test_words_that_were_changed_after_one_saw_them_are_not_shown(begin: Begin) -> None:
    one, _made = begun_papers(begin, "show.all")
    first = next(ask for ask in shown(one.conversation.view) if ask.endswith(".situation"))
    one.move("edit", to=first)
    one.type("de mentor doet het, en dat hoeft niemand te weten")
    assert first not in shown(one.conversation.view)


def test_the_wish_in_own_words_stands_at_the_top_of_the_proposal(begin: Begin) -> None:
    wish = "maar zonder die lessen erbij"
    one = told_until(begin(), PLACED, MENTOR)
    one.answer(["placed.all"])
    one.go(until="ambition.school")
    one.type(f"3, {wish}")
    made = papers(one, "ambition.school")
    assert f"De wens, in de woorden van de decaan: ‘{wish}’." in made["leadership"].replace(wish.capitalize(), wish)


def test_what_is_said_of_one_number_ends_where_the_next_begins(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    second, third = one.ask.options[1].id, one.ask.options[2].id
    one.type("3 klopt niet, dat weet ik juist niet. En bij 2: niet alle vragen kregen antwoord, twee wist ik er niet.")
    assert one.state.answers[f"{third}.situation"].skipped
    view = one.conversation.view
    assert "En bij" not in in_own_words(view, view.base.components_by_id[third])
    assert "niet alle vragen" in one.state.answers[f"{second}.situation"].quote.casefold()


def test_bare_numbers_lie_wrongly_beside_a_number_that_fits_with_a_remark(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR)
    ids = [option.id for option in one.ask.options]
    one.type("3 en 4. En bij 5 had de schoolleiding er niks mee te maken, verder klopt die.")
    assert one.state.value(PLACED) == [ids[2], ids[3]]


def test_who_tells_how_it_differs_has_no_answer_that_says_half_of_it(begin: Begin) -> None:
    one = begin().go(until="c06.situation")
    text = (
        "Dat ligt aan het leerjaar. In de onderbouw eigenlijk niks, in klas 3 doet de mentor het, en vanaf klas 4 ik."
    )
    one.type(text)
    assert one.state.value("c06.situation") is None
    assert one.state.answers["c06.situation"].quote == text
    assert one.ask.id != "c06.situation"


@pytest.mark.parametrize("readers", ["leadership", "talk"])
def test_a_line_stands_in_a_paper_as_it_was_shown_with_no_word_more(begin: Begin, readers: Any) -> None:
    one = begin().go(until="plan.actions")
    first = one.ask.options[0].id
    one.answer({"choice": [first], "quote": "Alleen met die ene klas. Mag dat ook volgend jaar nog een keer?"})
    one.go(until=MAY_SHOW)
    line = next(option for option in one.ask.options if option.id == "plan.actions")
    assert "volgend jaar" not in line.text
    one.answer(["plan.actions"])
    one.go()
    assert "volgend jaar" not in written(report(one, readers))


def test_a_wish_that_was_chosen_by_itself_brings_no_words_along_that_were_not(begin: Begin) -> None:
    one = begin().go(until="ambition.school")
    one.type("de rector luistert op zulke punten naar collega's van buiten")
    assert one.ask.id == "ambition.school"
    one.answer({"choice": one.ask.options[2].id, "quote": "maar dan met een enkele klas"})
    one.go(until=MAY_SHOW)
    one.answer(["show.none"])
    one.go()
    told = written(report(one, "leadership", chosen_words=frozenset({"said.ambition.school"})))
    assert "met een enkele klas" in told
    assert "luistert" not in told


# What one denies, and what stands behind a number.


def test_what_one_just_denied_is_not_put_beside_the_words(begin: Begin) -> None:
    one = begin().go(until="c06.situation")
    one.type("Met mijn klas doe ik iets uit een boekje met opdrachten, en niet in het mentoruur.")
    standing = one.state.answers["c06.situation"]
    assert (standing.value, standing.heard) == (None, "")
    assert standing.quote.startswith("Met mijn klas")


def test_words_behind_a_number_are_a_sentence(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR, EVENING)
    one.type("bij 1 klopt dat van het papier niet")
    quotes = [standing.quote for standing in one.state.answers.values()]
    assert any(quote.endswith("; dat van het papier klopt niet") for quote in quotes)


# A reservation behind a yes to the only answer.


def only_one(begin: Begin) -> Talk:
    one = begin().go(until="c11.situation")
    one.type(EVENING)
    return one.go(until=PLACED)


@pytest.mark.parametrize(
    ("typed", "led"),
    [
        ("Klopt in grote lijnen wel, alleen op papier kregen ze niks mee", "alleen op papier kregen ze niks mee"),
        ("klopt, maar op papier kregen ze niks mee", "op papier kregen ze niks mee"),
        ("It's right, but they got nothing on paper", "they got nothing on paper"),
    ],
)
def test_a_reservation_leads_beside_the_only_answer(begin: Begin, typed: str, led: str) -> None:
    one = only_one(begin)
    assert len(one.ask.options) == 2
    one.type(typed)
    assert one.state.proposed is None
    given = one.state.answers["c11.situation"]
    assert given.value == "c11.m1"
    assert given.quote.startswith(EVENING)
    assert led in given.quote


@pytest.mark.parametrize(
    "typed", ["klopt wel, maar dat van het papier klopt niet", "klopt niet, alleen op papier kregen ze niks mee"]
)
def test_a_yes_that_is_taken_back_is_not_taken_as_one(begin: Begin, typed: str) -> None:
    one = only_one(begin)
    one.type(typed)
    assert one.state.answers["c11.situation"].value is None or "papier" in one.state.answers["c11.situation"].quote


def test_words_that_were_put_first_stand_once_they_are_confirmed(begin: Begin) -> None:
    one = told_until(begin(), PLACED, MENTOR, EVENING)
    typed = "Klopt in grote lijnen wel, alleen op papier kregen ze niks mee"
    one.type(typed)
    assert isinstance(one.state.proposed, Proposal)
    one.type("ja")
    given = one.state.answers[PLACED]
    assert (given.value, given.quote) == (["placed.all"], typed)
    assert all(given.value for given in situations(one).values())


# What is told already is not asked again.


def test_who_told_where_it_differs_is_not_asked_which_two_it_is(begin: Begin) -> None:
    told = (
        "In de onderbouw is er niks, in klas 3 voeren zij gesprekken, en daarna komt alles bij mij terecht, zo is het."
    )
    one = begin().go(until="c01.situation")
    one.type(told)
    assert one.ask.id == "c01.situation"
    one.type("4, dat zei ik net: het is per jaar anders")
    assert one.ask.id.endswith(".situation")
    standing = one.state.answers["c01.situation"]
    assert standing.value is None
    assert standing.quote.startswith("In de onderbouw is er niks")


def test_who_chose_that_it_differs_without_a_story_is_asked(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    one.answer("c01.between")
    assert one.ask.id == "c01.between"


def test_what_does_not_happen_but_once_is_no_absence(begin: Begin) -> None:
    one = begin().go(until="c10.situation")
    one.type("Scholing doen we niet. Alleen Joris, die is een keer bij mijn gesprekken komen zitten.")
    assert one.state.value("c10.situation") is None
    assert "Joris" in told_instead(one.conversation.view, one.conversation.view.base.component(10))


@pytest.mark.parametrize(
    "typed",
    [
        "Dat heb ik nog niet meegemaakt, tenminste niet als decaan. Ik heb geen idee hoe dat hier gaat, raar is dat.",
        "Van die lessen van Joost weet ik niet waar ze over gaan, ik heb dat boekje nog niet eens gezien.",
    ],
)
def test_who_does_not_know_is_not_asked_to_choose(begin: Begin, typed: str) -> None:
    one = begin().go(until="c08.situation")
    one.type(typed)
    assert one.state.answers["c08.situation"].skipped
    assert not told_instead(one.conversation.view, one.conversation.view.base.component(8))


def test_a_reservation_is_about_what_was_told_with_its_words(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    one.type(MENTOR)
    told_until(one, PLACED, EVENING)
    one.type("Het klopt wel zo. Alleen dat van de mentor geldt dus voor 3 mavo, van de rest weet ik het niet.")
    told = situations(one)
    assert all(given.value for given in told.values())
    assert [ask for ask, given in told.items() if "3 mavo" in given.quote] == ["c01.situation"]
