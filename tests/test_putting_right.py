"""What is wrong or missing is put right: in what may stand in papers, in the plan, and at the very end."""

from collections.abc import Callable

import pytest

from lobgids.advice.own import OWN, own_lines
from lobgids.advice.shown import MORE_LINES, shown, to_show, wish_in_words
from lobgids.dialogue.conversation import NotKeptError, Turn
from lobgids.dialogue.mending import LEAVE
from lobgids.dialogue.period import period
from lobgids.dialogue.protocol import Option, Problem
from lobgids.log.ask_ids import (
    ACTIONS,
    ALSO,
    ASSIGNMENT_WORDS,
    FORM,
    GO_ON,
    LOOK_BACK,
    MAY_QUOTE,
    MAY_SHOW,
    MEND,
    MISSING,
    OWN_ACTIONS,
    SCHOOL_NAME,
    WHO,
    plan,
    reworded,
    understood,
)
from lobgids.report.blocks import Figure
from lobgids.school.quoting import quoted_assignment
from lobgids.school.strengths import what_works
from tests.conftest import Talk
from tests.test_papers import OTHERS, written
from tests.test_reports import report

Begin = Callable[..., Talk]

MINE = "In februari doe ik iets kleins samen met Sanne in haar mentorles"
WORDS = "In februari doe ik iets kleins in een mentorles"
OF_MINE = f"{OWN}.1"
WHEN = plan("when", OF_MINE)
ADDED = "Het dossier is een lege huls en niemand kijkt ernaar"


@pytest.fixture
def at_lines(talk: Begin) -> Callable[[], Talk]:
    """A talk with an own action, at what may stand in papers."""

    def begin() -> Talk:
        one = talk("short").go(until=ACTIONS, picture__also="De mentoren doen het elke week met hun eigen klas.")
        one.answer(["act.own"])
        one.type(MINE)
        one.go(until=MAY_SHOW)
        return one

    return begin


def said(turn: Turn) -> list[str]:
    return [one.id for one in turn.says if not isinstance(one, Problem)]


def number_of(one: Talk, line: str) -> int:
    return [option.id for option in one.ask.options].index(line) + 1


def to(one: Talk, ask: str) -> Option:
    """The option that leads to an ask, among what can be changed."""
    return next(option for option in one.ask.options if option.id == f"mend.{ask}")


# What may stand in papers.


@pytest.mark.parametrize(
    "line",
    ["{n}, maar bij {n} zonder de naam van Sanne", "{n}. Sanne haar naam liever niet",
     "alles, maar die naam van Sanne niet", "bij {n} moet dat stuk over Sanne eruit",
     "{n}. bij {n} dat van Sanne graag weg", "{n} mag, maar die naam moet weg"],
)  # fmt: skip
def test_a_line_of_which_a_part_stays_out_is_typed_anew(line: str, at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.type(line.format(n=number_of(one, OF_MINE)))
    assert one.ask.id == reworded(OF_MINE)
    assert MINE in one.ask.text
    assert said(one.type(WORDS))[:1] == ["closing.reworded"]
    one.go()
    for readers in OTHERS:
        assert "Sanne" not in written(one, readers)
        assert WORDS in written(one, readers)
    assert "Sanne" in written(one, "me")


def test_a_line_that_is_not_typed_anew_stays_out(at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.type(f"{number_of(one, OF_MINE)} zonder de naam van Sanne")
    one.move("skip")
    one.go()
    assert OF_MINE not in shown(one.conversation.view)
    for readers in OTHERS:
        assert "mentorles" not in written(one, readers)


@pytest.mark.parametrize("line", ["{n}, en het dossier mis ik", "{n}. Het dossier staat er niet bij", "{n} en {more}"])
def test_what_is_missing_is_typed_and_stands_there(line: str, at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.type(line.format(n=number_of(one, OF_MINE), more=number_of(one, MORE_LINES)))
    assert one.ask.id == MISSING
    one.type(ADDED)
    one.go()
    assert OF_MINE in shown(one.conversation.view)
    for readers in OTHERS:
        assert ADDED in written(one, readers)


def test_all_of_it_and_more_is_all_of_it(at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.type("alles mag erin, maar je mist het dossier")
    assert one.ask.id == MISSING
    assert shown(one.conversation.view) == to_show(one.conversation.view).keys()


def test_what_was_added_can_be_typed_anew(at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.answer([MORE_LINES])
    one.type("Ik zie nergens staan dat ik het alleen doe")
    one.go()
    one.type("Die laatste zin klopt zo niet, die moet anders")
    assert one.ask.id == MEND
    one.answer(to(one, MISSING).id)
    assert "Ik zie nergens staan" in one.ask.text
    one.type("Ik doe het alleen")
    for readers in OTHERS:
        assert "Ik doe het alleen" in written(one, readers)
        assert "nergens staan" not in written(one, readers)


def test_a_choice_that_asks_for_more_once_more_asks_what(at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.answer([MORE_LINES])
    one.type(ADDED)
    one.go()
    one.move("edit", to=MAY_SHOW)
    one.answer([OF_MINE, MORE_LINES])
    assert one.ask.id == MISSING


def test_at_the_end_one_reads_what_the_papers_tell(at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.answer([MORE_LINES])
    one.type(ADDED)
    turn = one.answer("2027-06-07")
    told = next(one.text for one in turn.says if not isinstance(one, Problem) and one.id == "closing.in_papers")
    assert ADDED in told


def test_what_one_misses_in_the_picture_may_stand_there(talk: Begin) -> None:
    one = talk("short").go(until=GO_ON)
    one.type("ja, maar ik mis de stage nog, daar praat niemand na afloop over")
    one.go(until=MAY_SHOW)
    one.answer([GO_ON])
    one.go()
    for readers in OTHERS:
        assert "daar praat niemand na afloop over" in written(one, readers)


# At the end.


@pytest.mark.parametrize(
    "line", ["Dat gesprek is niet in februari", "Nu staat het er dubbel in", "Ik mis de sectiehoofden", "ga naar plan"]
)
def test_who_says_at_the_end_that_it_is_not_so_is_asked_what(line: str, at_lines: Callable[[], Talk]) -> None:
    one = at_lines().go()
    turn = one.move("jump", to="advice") if line == "ga naar plan" else one.type(line)
    assert one.ask.id == MEND
    assert said(turn) == ([] if line == "ga naar plan" else ["note.mends"])
    assert to(one, WHEN).text.endswith(": in februari 2027")


def test_a_day_is_put_right_at_the_end(at_lines: Callable[[], Talk]) -> None:
    one = at_lines().go()
    one.type("Het is niet februari maar maart")
    one.answer(to(one, WHEN).id)
    assert one.ask.id == WHEN
    turn = one.type("1 maart")
    assert one.conversation.ask is None
    assert "closing.plan" in said(turn)
    assert one.conversation.view.conclusions.plan[0].date == "2027-03-01"


def test_what_stays_as_it_is_is_not_told_again(at_lines: Callable[[], Talk]) -> None:
    one = at_lines().go()
    one.type("Nee, dat had ik niet zo bedoeld")
    turn = one.answer(LEAVE)
    assert one.conversation.ask is None
    assert said(turn) == []


@pytest.mark.parametrize(
    "line", ["De tweede moet weg, dat is dezelfde", "Haal de laatste weg", "de tweede eruit graag"]
)
def test_an_own_action_goes_out_at_the_end_and_the_yes_to_the_other_holds(line: str, talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer(["act.own"])
    one.type(f"{MINE}; een avond met oud-leerlingen voor klas vijf")
    one.go(until=MAY_SHOW)
    one.answer([OF_MINE])
    one.go()
    turn = one.type(line)
    assert one.conversation.ask is None
    assert said(turn)[0] == "own.gone"
    assert own_lines(one.state.value(OWN_ACTIONS)) == [MINE]
    assert OF_MINE in shown(one.conversation.view)


def test_what_is_quoted_of_an_own_action_goes_out_of_it(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer(["act.own"])
    one.type("een avond met oud-leerlingen voor klas vijf. Verder doe ik niet aan reclame")
    one.go(until=plan("who", OF_MINE))
    one.type("Dat doe ik zelf. En 'Verder doe ik niet aan reclame' hoort niet bij de actie, dat zei ik tegen jou.")
    assert own_lines(one.state.value(OWN_ACTIONS)) == ["Een avond met oud-leerlingen voor klas vijf"]


def test_an_action_that_is_typed_once_more_takes_the_place_of_the_first(at_lines: Callable[[], Talk]) -> None:
    one = at_lines().go()
    one.move("jump", to="advice")
    one.answer(to(one, ACTIONS).id)
    one.type(f"{MINE}, heel klein")
    assert len(own_lines(one.state.value(OWN_ACTIONS))) == 1


@pytest.mark.parametrize(
    "line", ["nee dit is wel genoeg zo, sla de rest maar over", "Zo is het goed, de rest hoeft niet"]
)
def test_who_wants_no_more_actions_is_offered_none(line: str, talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer(["act.own"])
    one.type(MINE)
    if one.ask.id != ACTIONS:
        one.move("jump", to=ACTIONS)
    one.type(line)
    assert one.ask.id not in (ACTIONS, understood(ACTIONS))
    assert own_lines(one.state.value(OWN_ACTIONS)) == [MINE]


@pytest.mark.parametrize(
    ("line", "remark"), [("de mentor denk ik", "niet zeker"), ("mentor, ja maar alleen in 4h", "voor een deel")]
)
def test_who_thinks_so_or_says_it_of_a_part_has_an_open_dot(line: str, remark: str, talk: Begin) -> None:
    one = talk("short").go(until="theme.support")
    one.type(line)
    if one.ask.id == understood("theme.support"):
        one.answer(True)
    one.go()
    grids = [
        block.grid for part in report(one, "leadership").parts for block in part.blocks if isinstance(block, Figure)
    ]
    (row,) = (row for grid in grids for group in grid.groups for row in group.rows if row.name.startswith("Hulp voor"))
    assert remark in row.remark
    assert all(cell.is_unsure for cell in row.cells if cell.share)


def test_a_wish_that_begins_with_not_knowing_is_none(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.type("weet ik nog niet, 3 misschien, maar ik wil eerst uitzoeken wat de mentoren nu doen")
    assert one.state.answers["ambition.school"].skipped


def test_a_condition_goes_with_its_wish(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school", picture__agree="picture.partly")
    moves = next(n for n, option in enumerate(one.ask.options, 1) if option.id.startswith("ambition.m"))
    one.type(f"{moves} denk ik, maar alleen als er uren voor komen")
    one.go(until=MAY_SHOW)
    assert any(option.text.startswith("Bij je wens: ") for option in one.ask.options)


def test_thanks_at_the_end_ask_for_nothing(at_lines: Callable[[], Talk]) -> None:
    one = at_lines().go()
    turn = one.type("Dank je wel, dit was een fijn gesprek")
    assert one.conversation.ask is None
    assert said(turn) == ["note.after"]


@pytest.mark.parametrize("line", ["hetzelfde", "blijft zo", "Hetzelfde als net.", "dat staat er al", "klaar"])
def test_who_comes_back_to_the_plan_hears_it_and_may_keep_it(line: str, at_lines: Callable[[], Talk]) -> None:
    one = at_lines().go()
    before = one.conversation.view.conclusions.plan
    one.move("jump", to="advice")
    turn = one.answer(to(one, ACTIONS).id)
    told = next(one.text for one in turn.says if not isinstance(one, Problem) and one.id == "plan.so_far")
    assert MINE in told
    one.type(line)
    assert one.conversation.ask is None
    assert one.conversation.view.conclusions.plan == before


def test_a_look_back_before_the_first_step_is_asked_anew(at_lines: Callable[[], Talk]) -> None:
    one = at_lines().go(**{LOOK_BACK.replace(".", "__"): "2027-03-02"})
    one.move("edit", to=WHEN)
    one.type("begin september 2027")
    if one.ask.id == understood(WHEN):
        one.answer(True)
    assert one.ask.id == LOOK_BACK


# The plan.


@pytest.mark.parametrize(
    ("line", "day", "hours", "money"),
    [
        ("half uur in het mentoroverleg in januari, hooguit 3 uur, geen geld", "2027-01-04", 3, 0),
        (MINE, "2027-02-01", None, None), ("een avond met oud-leerlingen, kost 50 euro", None, None, 50),
        ("een gesprek met Jan over de les", None, None, None), ("in maart of in mei een training", None, None, None),
        ("een training in maart, voor de zomer is het af", "2027-03-01", None, None),
    ],
)  # fmt: skip
def test_an_own_action_says_when_it_begins_and_what_it_takes(
    line: str, day: str | None, hours: int | None, money: int | None, talk: Begin
) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer(["act.own"])
    turn = one.type(line)
    state = one.state
    assert own_lines(state.value(OWN_ACTIONS)) == [line]
    assert [state.value(plan(name, OF_MINE)) for name in ("when", "hours", "money")] == [day, hours, money]
    assert said(turn)[1:] == [f"own.told.{name}" for name, value in (("when", day), ("hours", hours), ("money", money))
                              if value is not None]  # fmt: skip
    one.move("back")
    assert not one.state.value(WHEN)


@pytest.mark.parametrize(
    ("line", "role", "quote"),
    [
        ("joost en ik samen", "decaan", "samen met joost"), ("joost en ik", "decaan", "samen met joost"),
        ("met Joost samen", "decaan", "samen met Joost"), ("met mij", "decaan", ""),
    ],
)  # fmt: skip
def test_who_does_it_with_somebody_by_name_is_oneself(line: str, role: str, quote: str, talk: Begin) -> None:
    one = talk("short").go(until="plan.who.act.talk", plan__actions=["act.talk"])
    one.type(line)
    standing = one.state.answers["plan.who.act.talk"]
    assert (standing.value, standing.quote) == (role, quote)


def test_two_who_do_it_together_are_heard_behind_a_no(talk: Begin) -> None:
    one = talk("short").go(until="plan.who.act.talk", plan__actions=["act.talk"])
    one.type("De schoolleiding moet beginnen, maar ik vraag het wel weer aan, dus zet mij er maar bij.")
    one.type("Nee. De schoolleiding en ik, samen.")
    assert one.state.value("plan.who.act.talk") == "leadership"
    assert one.state.value("plan.helps.act.talk") == ["decaan"]


def test_who_helps_stands_in_own_words_where_no_role_is_theirs(talk: Begin) -> None:
    one = talk("short").go(until="plan.helps.act.talk", plan__actions=["act.talk"])
    turn = one.type("De sectiehoofden, zoals ik al zei.")
    assert one.state.value("plan.helps.act.talk") == []
    assert said(turn)[:1] == ["heard.named"]
    one.go(until=MAY_SHOW)
    one.answer(["plan.helps.act.talk"])
    one.go()
    assert "De sectiehoofden" in written(one)
    assert "adjunct" not in written(one).partition("Bijlage")[0]


def test_whom_to_see_first_may_be_somebody_of_no_list(talk: Begin) -> None:
    one = talk("short").go(until=WHO)
    for line in ("Met de sectiehoofden.", "Nee, niet de vakdocenten. De sectiehoofden, dat zei ik."):
        one.type(line)
    if one.ask.id == WHO:
        one.type("Mijn antwoord staat er niet bij. De sectiehoofden.")
    assert one.ask.id != WHO
    assert "sectiehoofden" in one.state.answers[WHO].quote


# Nothing is lost.


def test_what_is_told_beside_that_one_does_not_know_is_kept_and_may_stand_by_itself(talk: Begin) -> None:
    one = talk("short").go(until="c02.situation")
    one.type("weet niet, zit er niet bij. dossier is iig een lege huls, niemand kijkt ernaar")
    assert any("lege huls" in note.text for note in one.state.notes)
    one.go(until=MAY_SHOW)
    lines = {words: line for line, words in to_show(one.conversation.view).items()}
    words = next(words for words in lines if "lege huls" in words)
    one.answer([lines[words]])
    one.go()
    for readers in OTHERS:
        (told,) = (line for line in written(one, readers).splitlines() if "lege huls" in line)
        assert told.startswith("De decaan wil erbij zeggen"), "it answers no question that was asked"


def test_who_has_no_time_is_not_asked_how_much(talk: Begin) -> None:
    one = talk("", language="nl")
    assert one.ask.id == SCHOOL_NAME
    one.type("heb maar 10 min, dan les")
    assert one.state.value(FORM) == "form.short"
    assert one.ask.id != FORM


def test_hours_that_are_not_there_are_no_absence(talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    one.type("leiding zegt dat lob belangrijk is maar er zijn geen uren voor")
    assert one.state.value("c01.situation") != "c01.absent"


@pytest.mark.parametrize(
    "line",
    [
        "ja maar alleen als zijn naam eruit blijft",
        "ja, maar die laatste naam liever niet noemen",
        "hm liever alleen dat er om een voorstelletje gevraagd werd",
    ],
)
def test_what_was_asked_is_worded_anew_where_it_is_let_in_on_a_condition(line: str, talk: Begin) -> None:
    one = talk("short").go(until="assignment.asked")
    one.type("Mark wil iets van scholing op papier")
    assert one.ask.id == MAY_QUOTE
    one.type(line)
    assert one.ask.id == ASSIGNMENT_WORDS
    one.type("De schoolleiding wil iets van scholing op papier")
    assert quoted_assignment(one.conversation.view) == "De schoolleiding wil iets van scholing op papier"


def test_a_long_line_that_says_no_somewhere_does_not_stop_the_talk(talk: Begin) -> None:
    one = talk("short").go(until=GO_ON)
    turn = one.type(
        "ik praat eerst met hen, en daarna wil ik met Joost een gesprek doen na de stage, kan dat er ook in?"
    )
    assert not turn.paused


def test_a_no_that_puts_something_right_does_not_stop_the_talk(talk: Begin) -> None:
    one = talk("short").go(until=GO_ON)
    turn = one.type("nee dat van 5h moet eruit, het is: mentoren doen een gesprek in 4h, niet in 5h")
    assert not turn.paused


def test_what_is_said_beside_an_own_action_may_stand_by_itself(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("2, en verder één klein ding met Sanne in haar mentorles. Meer werk wil ik er niet bij.")
    one.go(until=MAY_SHOW)
    assert to_show(one.conversation.view)[ACTIONS] == "Meer werk wil ik er niet bij"
    one.answer([ACTIONS])
    assert "Meer werk wil ik er niet bij" in written(one)


def test_a_wish_in_own_words_is_no_wish_to_stay(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.type("Wat wij willen weet ik niet. Ik zou willen dat de schoolleiding dat gesprek eens voert.")
    one.go(until=MAY_SHOW)
    one.go()
    text = written(one, "me")
    assert "dus blijven zoals het is" not in text
    assert "nog geen richting gekozen, in eigen woorden: ‘" in text


def test_what_is_missing_is_no_part_of_what_goes_well(talk: Begin) -> None:
    one = talk("short").go(until=ALSO)
    one.type("Het belangrijkste ontbreekt: alle docenten kennen alle leerlingen bij naam.")
    one.go(until=MAY_SHOW)
    one.answer([ALSO])
    one.go()
    assert "ontbreekt" not in written(one)
    assert "Alle docenten kennen alle leerlingen bij naam" in written(one)


# What lost its number, or its beginning.


def test_what_is_told_around_the_number_of_an_answer_is_kept(talk: Begin) -> None:
    one = talk("short").go(until="c06.situation")
    one.type('Het lijkt op 2, maar "snel" is het niet, want ik doe alles alleen: de gesprekken, de map en de mails.')
    one.go(until=MAY_SHOW)
    assert any("ik doe alles alleen" in words for words in to_show(one.conversation.view).values())


def test_a_wish_that_names_an_option_in_words_stands_whole(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.type("Blijven waar we zijn, en dat sterker maken, want dat is al heel wat voor ons")
    one.go(until=MAY_SHOW)
    (words,) = (words for line, words in to_show(one.conversation.view).items() if line.startswith("ambition"))
    assert words.startswith("Blijven waar we zijn")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("volgende week denk ik, in elk geval voor de kerst", "vanaf"),
        ("voor de kerst", "uiterlijk"),
        ("Voor de kerst, als het even kan. Eind januari anders.", "vanaf eind januari"),
        ("in juni, voor de zomervakantie", "vanaf juni"),
    ],
)
def test_when_something_begins_is_not_the_last_day(line: str, told: str, talk: Begin) -> None:
    one = talk("short").go(until="plan.when.act.talk", plan__actions=["act.talk"])
    one.type(line)
    if one.ask.id == understood("plan.when.act.talk"):
        one.answer(True)
    item = one.conversation.view.conclusions.plan[0]
    assert period(one.conversation.view, item).startswith(told)
    assert item.until == ""


def test_a_correction_of_what_was_told_just_before_goes_to_it(talk: Begin) -> None:
    one = talk("short").go(until="c01.situation")
    one.type("mentoren doen een gesprek in 5h, in 4h niet, vwo niks tot jaar 5")
    if one.ask.id.startswith("c01"):
        one.move("skip")
    here = one.ask.id
    one.type("nee wacht andersom, in 4h wel, 5h niet")
    assert one.ask.id == here
    assert one.state.answers["c01.situation"].quote.startswith("mentoren doen een gesprek in 4h, in 5h niet")


def test_what_does_not_go_well_is_no_part_of_what_does(talk: Begin) -> None:
    one = talk("short").go(until=ALSO)
    one.type("gesprek in 4h loopt. in 5h dus niet. en dossier is lege huls, kijkt niemand naar")
    if one.ask.id == understood(ALSO):
        one.type("ja maar alleen het gesprek in 4h, rest loopt juist niet")
    assert str(one.state.value(ALSO)).casefold() == "gesprek in 4h loopt"


def test_an_action_that_was_read_wrongly_is_said_anew(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.type("Iets anders: een avond met oud-leerlingen voor klas vijf. Geen nascholing door bureaus, dat hoeft niet.")
    assert one.ask.id == understood(ACTIONS)
    one.type("Nee, niet in deze woorden. De actie luidt: één avond met oud-leerlingen voor klas vijf.")
    if one.ask.id == understood(ACTIONS):
        one.type("ja")
    assert own_lines(one.state.value(OWN_ACTIONS)) == ["één avond met oud-leerlingen voor klas vijf"]


def test_numbers_behind_what_stays_out_are_chosen_too(at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    also, mine = number_of(one, ALSO), number_of(one, OF_MINE)
    one.type(f"{mine} maar zonder de naam van Sanne, {also}")
    assert one.ask.id == reworded(OF_MINE)
    assert ALSO in shown(one.conversation.view)


def test_the_hours_are_told_in_any_order(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer(["act.own"])
    one.type("een half uur in het mentoroverleg over gesprekken, max 3u werk voor mij")
    assert one.state.value(plan("hours", OF_MINE)) == 3


@pytest.mark.parametrize("line", ["ik zelf, de decaan dus", "de decaan hoor", "de decaan natuurlijk"])
def test_a_small_word_behind_a_role_is_nobodys_name(line: str, talk: Begin) -> None:
    one = talk("short").go(until="plan.who.act.talk", plan__actions=["act.talk"])
    one.type(line)
    item = one.conversation.view.conclusions.plan[0]
    assert (item.owner, item.name) == ("decaan", "")


def test_what_may_stand_in_papers_is_worked_out_once(at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.answer(["show.all"])
    view = one.conversation.view
    assert to_show(view) is to_show(view)
    assert shown(view) is shown(view)


@pytest.mark.parametrize(
    ("line", "stays_in", "stays_out"),
    [
        ("die over het dossier mag, en het plan. niks over de mentoren", "dossier", "mentoren doen"),
        ("alles mag, behalve dat van de mentoren", "dossier", "mentoren doen"),
        ("het plan en het dossier mogen erin", "dossier", "mentoren doen"),
    ],
)
def test_lines_are_let_in_by_what_they_are_about(line: str, stays_in: str, stays_out: str, talk: Begin) -> None:
    one = talk("short").go(until="c06.situation")
    one.answer(
        {"choice": "c06.m2", "quote": "de mentoren doen een gesprek in de vierde klas, en verder eigenlijk niks"}
    )
    one.go(until="c11.situation")
    one.answer({"choice": "c11.m2", "quote": "het dossier is een lege huls, en geen ouder kijkt ernaar"})
    one.go(until=ACTIONS)
    one.answer(["act.own"])
    one.type("Een half uur in het overleg over hoe je zo iets aanpakt")
    one.go(until=MAY_SHOW)
    one.type(line)
    assert one.ask.id == understood(MAY_SHOW)
    one.type("ja")
    view = one.conversation.view
    told = " ".join(to_show(view)[one_line] for one_line in shown(view)).lower()
    assert stays_in in told
    assert "half uur" in told
    assert stays_out not in told


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("dat ik alles zelf doe mag erin, en het plan. Niks over Sanne", "nl"),
        ("the bit about doing it all myself can go in, and the plan. Nothing about Sanne", "en"),
    ],
)
def test_all_within_what_one_says_is_not_all_lines(line: str, language: str, talk: Begin) -> None:
    one = talk("short", language).go(until="c11.situation")
    one.answer({"choice": "c11.m2", "quote": "Het dossier is een lege huls, en geen ouder kijkt ernaar"})
    one.go(until="c02.situation")
    mine = (
        "Ik doe alles zelf, en niemand vraagt er ooit naar" if language == "nl" else "I do it all myself, nobody asks"
    )
    one.answer({"choice": "c02.m1", "quote": mine})
    one.go(until=ACTIONS)
    one.answer(["act.own"])
    one.type(MINE)
    one.go(until=MAY_SHOW)
    one.type(line)
    assert one.ask.id == reworded(OF_MINE)  # which has Sanne in it
    view = one.conversation.view
    assert "c02.situation" in shown(view)
    assert "c11.situation" not in shown(view)


# What was told to go well, and is not so.


@pytest.mark.parametrize("until", [ALSO, GO_ON, ""])
def test_what_goes_well_by_the_guide_goes_out_where_one_never_said_it(until: str, talk: Begin) -> None:
    one = talk("short").go(until=until)
    works = what_works(one.conversation.view)[0]
    never = f"Dat {works.strength.rstrip('.').lower()}, heb ik niet gezegd."
    turn = one.type(f"{never} Wat wel goed gaat: wie bij mij komt, krijgt rust.")
    assert said(turn)[0] == "picture.gone"
    if until:
        one.go()
    assert works not in what_works(one.conversation.view)
    assert works.strength not in written(one, "talk")
    if until == ALSO:
        assert one.state.value(ALSO) == "Wat wel goed gaat: wie bij mij komt, krijgt rust."


def never_said(one: Talk) -> str:
    strength = what_works(one.conversation.view)[0].strength
    return f"Dat {strength.rstrip('.').lower()}, heb ik niet gezegd."


def test_what_waits_for_a_yes_waits_on_when_something_goes_out(talk: Begin) -> None:
    one = talk("short").go(until=ALSO)
    words = "De decaan geeft de stage goed vorm; geen tijd"
    one.type(words)
    assert one.ask.id == understood(ALSO)
    one.type(never_said(one))
    assert one.ask.id == understood(ALSO)
    one.type(f"Ja. {never_said(one)}")
    assert one.state.value(ALSO).startswith("De decaan geeft de stage goed vorm")


@pytest.mark.parametrize("until", [ALSO, ""])
def test_nothing_goes_out_that_cannot_be_kept(until: str, talk: Begin) -> None:
    one = talk("short").go(until=until)
    works = what_works(one.conversation.view)

    def refuse(_events: object) -> None:
        raise NotKeptError("problem.not_kept")

    one.conversation._keep = refuse
    turn = one.type(never_said(one))
    assert [type(said) for said in turn.says] == [Problem]
    assert what_works(one.conversation.view) == works


@pytest.mark.parametrize(
    ("line", "shown_as"),
    [
        ("Ik wil 2 gesprekken per jaar in elke klas", "Ik wil 2 gesprekken per jaar in elke klas"),
        ("Ik wil 2,5 uur per week voor de mentoren", "Ik wil 2,5 uur per week voor de mentoren"),
        ("Voor ons zou ik 2 willen, met de mentoren erbij", ""),
    ],
)
def test_a_number_of_ones_own_stays_in_the_wish(line: str, shown_as: str, talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.answer({"choice": one.ask.options[0].id, "quote": line})
    wish = wish_in_words(one.conversation.view)
    assert shown_as in wish
    assert bool(shown_as) or " 2 " not in wish


def test_an_answer_that_only_comes_closest_is_no_strength(talk: Begin) -> None:
    one = talk("short").go(until="c08.situation")
    one.answer({"choice": "c08.m1", "quote": "Nummer 2 komt het dichtst in de buurt"})
    one.go()
    assert "c08.m1" not in [one.id for one in what_works(one.conversation.view)]


def test_a_wish_by_its_number_stands_without_it(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    one.type("Wat wij willen weet ik niet. Ik zou 2 willen, met kleine stapjes.")
    one.go(until=MAY_SHOW)
    told = " ".join(words for line, words in to_show(one.conversation.view).items() if line.startswith("ambition"))
    assert "Ik zou dat willen, met kleine stapjes" in told


@pytest.mark.parametrize("line", ["Overslaan, laat die maar helemaal weg!", "laat die maar weg", "overslaan"])
def test_a_line_that_is_left_out_after_all_is_no_sentence(line: str, at_lines: Callable[[], Talk]) -> None:
    one = at_lines()
    one.type(f"{number_of(one, OF_MINE)}, maar zonder de naam van Sanne")
    assert one.ask.id == reworded(OF_MINE)
    one.type(line)
    assert one.state.value(reworded(OF_MINE)) is None
    assert OF_MINE not in shown(one.conversation.view)
