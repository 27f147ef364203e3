"""What somebody told in passing and nobody took up: what differs, a lesser part, a limit, another day, who helps."""

from collections.abc import Callable
from functools import partial

import pytest

from lobgids.advice.decision import is_reserved_wish
from lobgids.advice.own import own_lines
from lobgids.advice.shown import shown, shown_at, to_show
from lobgids.dialogue.period import period
from lobgids.log.ask_ids import (
    ACTIONS,
    ALSO,
    ASSIGNMENT,
    MAY_SHOW,
    OTHERWISE,
    OWN_ACTIONS,
    PICTURE,
    SCHOOL,
    WHO,
    ambition,
)
from lobgids.report.blocks import Figure
from lobgids.report.plots import lesser_doers
from lobgids.school.ambition import WHOSE
from lobgids.school.naming import is_denied
from lobgids.school.quoting import quoted_assignment
from lobgids.school.sayings import could_be_better, what_goes_well, what_is_told
from tests.conftest import Talk
from tests.fakes.turns import said
from tests.test_papers import written
from tests.test_picture import ONE_LEADS
from tests.test_placed import made_up
from tests.test_reports import report

Begin = Callable[..., Talk]
LESSONS, SHARED = "theme.lessons", "theme.lessons.shared"
WISH = ambition(SCHOOL)


@pytest.fixture
def begin(talk: Begin) -> Begin:
    """Begin a short conversation."""
    return partial(talk, "short")


@pytest.mark.parametrize(
    ("first", "shared", "lesser"),
    [
        ("4, en 5 soms", "gewoon, zoals het uitkomt", {"mentor"}),
        ("4 en 5", "nie verdeeld. ik doe t meeste, paar mentoren pakken zelf wat op", {"mentor"}),
        ("4 en 5", "De mentor doet vooral de lessen, ik de gesprekken", {"decaan"}),
        ("4 en 5", "In klas 3 de mentor, daarboven ik", set()),
    ],
)
def test_who_does_something_only_sometimes_has_an_open_dot(
    begin: Begin,
    first: str,
    shared: str,
    lesser: set[str],
) -> None:
    one = begin().go(until=LESSONS)
    one.type(first)
    one.go(until=SHARED)
    if one.ask:
        one.type(shared)
    one.go()
    view = one.conversation.view
    theme = next(theme for theme in view.base.themes if theme.id == LESSONS)
    assert {*view.doers(theme)} == {"decaan", "mentor"}
    assert lesser_doers(view, theme) == lesser
    figures = [block for part in report(one, "leadership").parts for block in part.blocks if isinstance(block, Figure)]
    keys = [key.text for figure in figures for key in figure.grid.keys]
    assert any(text.startswith("Open stip: soms") for text in keys) is bool(lesser)


def test_the_role_that_a_number_meant_stands_in_the_words(begin: Begin) -> None:
    one = begin().go(until=LESSONS)
    one.type("4, en 5 soms")
    assert "mentor" in one.state.answers[LESSONS].quote
    assert "5" not in one.state.answers[LESSONS].quote


def test_how_it_is_shared_may_stand_in_papers(begin: Begin) -> None:
    told = "In klas 3 voeren de mentoren de gesprekken, vanaf klas 4 komen ze bij mij"
    one = begin().go(until=LESSONS)
    one.type("4 en 5")
    one.go(until=SHARED)
    one.type(told)
    one.go(until=MAY_SHOW)
    assert to_show(one.conversation.view)[SHARED] == told
    one.answer([SHARED])
    one.go()
    assert told in written(one)


PARTLY = "Voor de bovenbouw klopt dat wel, maar wij zijn geen vakkenschool. In klas 3 doen de mentoren het."


def test_who_agrees_with_a_part_and_says_with_which_is_not_asked_again(begin: Begin) -> None:
    one = begin().go(until=PICTURE, **ONE_LEADS)
    one.type(PARTLY)
    assert one.state.value(PICTURE) == "picture.partly"
    assert one.state.value(OTHERWISE) == PARTLY
    assert one.ask.id not in (PICTURE, OTHERWISE)


def test_what_was_told_before_one_chose_is_what_one_sees_otherwise(begin: Begin) -> None:
    told = "Het is bij ons per leerjaar iets heel anders, dat vat je niet in één woord"
    one = begin().go(until=PICTURE, **ONE_LEADS)
    one.type(told)
    one.type("2")
    assert one.state.value(OTHERWISE) == told


@pytest.mark.parametrize(
    ("words", "denies"),
    [
        (PARTLY, True),
        ("Voor een deel. Wij zijn niet echt een vakkenschool, het verschilt per leerjaar", True),
        ("Voor een deel. De vakkenschool past wel bij de bovenbouw, bij de rest niet", False),
    ],
)
def test_who_says_that_the_school_is_none_reads_no_stages_in_papers(
    begin: Begin,
    words: str,
    denies: bool,
) -> None:
    one = begin().go(until=PICTURE, **ONE_LEADS)
    one.type(words)
    one.go()
    assert one.state.value(PICTURE) == "picture.partly"
    assert is_denied(one.conversation.view) is denies
    figures = [block for part in report(one, "leadership").parts for block in part.blocks if isinstance(block, Figure)]
    assert any("stadium" in figure.caption for figure in figures) is not denies


def test_what_could_be_better_does_not_stand_with_what_goes_well(begin: Begin) -> None:
    good, better = "Elke week LOB in het mentoruur.", "Wat beter kan: de vakdocenten doen er weinig mee."
    one = begin().go(until=ALSO)
    turn = one.type(f"{good} {better}")
    assert "picture.also.apart" in said(turn)
    view = one.conversation.view
    assert (what_goes_well(view), could_be_better(view)) == (good, [better])
    assert better.rstrip(".") in written(one.go(), "me")
    assert "vakdocenten doen er weinig mee" not in written(one)


@pytest.mark.parametrize(
    ("typed", "whom", "helps"),
    [
        ("de mentor helpt, het is voor 3 vwo", "3 vwo", ["mentor"]),
        ("3 vwo, en de mentor helpt mee", "3 vwo", ["mentor"]),
        ("de mentor helpt", None, ["mentor"]),
        ("3 vwo en 4 havo", "3 vwo en 4 havo", None),
    ],
)
def test_who_helps_is_taken_where_one_tells_for_whom_it_is(
    begin: Begin,
    typed: str,
    whom: str | None,
    helps: list[str] | None,
) -> None:
    one = begin().go(until="plan.whom.act.find_out", plan__actions=["act.find_out"])
    one.type(typed)
    assert (one.state.value("plan.whom.act.find_out") or None) == whom
    assert (one.state.value("plan.helps.act.find_out") or None) == helps


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("Niet meteen die eerste maandag, dat red ik nooit. Halverwege januari is beter.", "2027-01-15"),
        ("nee, half januari", "2027-01-15"),
        ("Niet de brugklas, maar 3 mavo", "2027-01-04"),
    ],
)
def test_another_day_behind_one_that_is_denied_is_taken(begin: Begin, typed: str, day: str) -> None:
    one = begin().go(until="plan.when.act.find_out", plan__actions=["act.find_out"])
    one.type("Ergens in januari, na de kerstvakantie")
    one.type(typed)
    assert one.state.value("plan.when.act.find_out") == day
    assert one.ask.id != "edit.keep"


def test_another_day_is_taken_where_one_says_what_one_said(begin: Begin) -> None:
    one = begin().go(until="plan.when.act.find_out", plan__actions=["act.find_out"])
    one.type("4 januari")
    one.go(until=MAY_SHOW)
    turn = one.type("Bij het uitzoeken staat 4 januari, maar ik zei halverwege januari. Kan dat nog anders?")
    assert one.state.value("plan.when.act.find_out") == "2027-01-15"
    assert "heard.day_mended" in said(turn)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("Niks, het kost alleen onze tijd.", 0), ("gratis", 0), ("niks, een kop koffie", None), ("200 euro", 200)],
)
def test_what_costs_only_time_costs_nothing(begin: Begin, typed: str, value: int | None) -> None:
    one = begin().go(until="plan.money.act.find_out", plan__actions=["act.find_out"])
    one.type(typed)
    assert one.state.value("plan.money.act.find_out") == value


def test_whose_wish_it_is_is_not_asked_of_who_said_so(begin: Begin) -> None:
    one = begin().go(until=WISH, **ONE_LEADS)
    moves = [option.id for option in one.ask.options].index("ambition.m2") + 1
    one.type(f"{moves}, denk ik. Maar dat is nog niet besloten hoor, dat is alleen mijn idee.")
    assert one.state.value(WHOSE) == ["whose.decaan"]
    assert one.ask.id != WHOSE


def test_a_wish_that_one_does_not_dare_to_say_for_the_school_stands_in_own_words(begin: Begin) -> None:
    one = begin().go(until=WISH, **ONE_LEADS)
    one.type("Dat durf ik nog niet te zeggen namens de school. Ik zou gewoon iets kleins met Joost willen doen.")
    assert one.ask.id != WISH
    assert one.state.answers[WISH].skipped


def test_a_wish_may_stand_in_part_and_begins_without_but(begin: Begin) -> None:
    one = begin().go(until=WISH, **ONE_LEADS)
    moves = [option.id for option in one.ask.options].index("ambition.m2") + 1
    one.type(f"{moves}, maar dan met één mentor, heel klein beginnen. De hele school omgooien hoeft van mij echt niet.")
    one.go(until=MAY_SHOW)
    lines = [(line, words) for line, words in to_show(one.conversation.view).items() if line.startswith(WISH)]
    assert [words for _, words in lines] == [
        "Met één mentor, heel klein beginnen.", "De hele school omgooien hoeft van mij echt niet"
    ]  # fmt: skip
    one.answer([lines[0][0]])
    one.go()
    assert "‘Met één mentor, heel klein beginnen’" in written(one)
    assert "omgooien" not in written(one)


def test_a_line_that_was_let_in_as_a_whole_stands_there_in_sentences_too(begin: Begin) -> None:
    one = begin().go(until=WISH, **ONE_LEADS)
    one.type("1, met één mentor heel klein beginnen. De hele school omgooien hoeft van mij niet.")
    one.go(until=MAY_SHOW)
    first = next(line for line in to_show(one.conversation.view) if line.startswith(WISH))
    one.answer([first.rpartition(".")[0]] if first != WISH else [WISH])
    assert shown_at(one.conversation.view, WISH) or not shown(one.conversation.view)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Geen idee, eerlijk gezegd. Ik ben pas vier weken decaan.", "Ik ben pas vier weken decaan."),
        ("Eerlijk gezegd kwam daar weinig van. Geen idee.", "Eerlijk gezegd kwam daar weinig van."),
        ("Als zij weggaat ben ik verloren! Ik weet het niet.", "Als zij weggaat ben ik verloren!"),
    ],
)
def test_small_words_beside_what_one_does_not_know_are_nothing_told(begin: Begin, text: str, told: str) -> None:
    assert what_is_told(begin().conversation.view.base, text, "unknown") == told


@pytest.mark.parametrize("typed", ["Allemaal, daar was ik zelf bij", "allemaal, ik was der zelf bij", "alles"])
def test_all_of_it_with_that_one_was_there_is_taken(begin: Begin, typed: str) -> None:
    one = begin().go(until="school.seen", **ONE_LEADS)
    all_of_it = [option.id for option in one.ask.options if not option.alone]
    one.type(typed)
    assert one.state.value("school.seen") == all_of_it


@pytest.mark.parametrize("typed", ["alles, maar niet dat van Joost", "allemaal, behalve 2, daar was ik zelf niet bij"])
def test_all_but_something_is_not_all_of_it(begin: Begin, typed: str) -> None:
    one = begin().go(until="school.seen", **ONE_LEADS)
    all_of_it = [option.id for option in one.ask.options if not option.alone]
    one.type(typed)
    assert one.state.value("school.seen") != all_of_it


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1 en iets kleins met Joost: ik ga een keer in zijn mentoruur kijken",
         ["Met Joost: ik ga een keer in zijn mentoruur kijken"]),
        ("1. En wat er zelf nog bij moet: alles op papier zetten, mijn methode, de septembertraining",
         ["Alles op papier zetten, mijn methode, de septembertraining"]),
        ("Uitzoeken wat nog niet bekend is, zeker. En iets kleins: ik wil een keer bij Joost meekijken",
         ["Een keer bij Joost meekijken"]),
        ("1 en 2", []),
    ],
)  # fmt: skip
def test_what_stands_behind_a_number_as_ones_own_is_in_the_plan(begin: Begin, typed: str, kept: list[str]) -> None:
    one = begin().go(until=ACTIONS)
    one.type(typed)
    if one.ask.id == f"{ACTIONS}.understood":
        one.type("ja")
    assert own_lines(one.state.value(OWN_ACTIONS)) == kept


def test_whom_one_names_first_is_whom_one_begins_with(begin: Begin) -> None:
    one = begin().go(until=WHO, **ONE_LEADS)
    one.type("De nieuwe rector, daar doe ik het voor, en mijn teamleider neem ik mee")
    assert one.state.value(WHO) == "who.leadership"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Volgende week, voor de kerst wil ik het af hebben", "30 november t/m 18 december"),
        ("nog voor de kerst", "uiterlijk"),
    ],
)
def test_a_last_day_beside_a_first_one_is_no_first_one(begin: Begin, typed: str, told: str) -> None:
    one = begin().go(until="plan.when.act.find_out", plan__actions=["act.find_out"])
    one.type(typed)
    if one.ask.id.endswith(".understood"):
        one.type("ja")
    view = one.conversation.view
    assert period(view, view.conclusions.plan[0]).startswith(told)


def test_papers_say_what_ones_words_are_an_answer_to(begin: Begin) -> None:
    words = "Dat was ik zelf, op de ouderavond van klas 3, met mijn powerpoint en een foldertje"
    one = begin().go(until="c01.situation")
    one.type(words)
    one.type("1")
    one.go(until=MAY_SHOW)
    one.answer(["show.all"])
    one.go()
    assert f"Wat er over LOB verteld werd: ‘{words}’" in written(one)


def test_the_check_names_what_stands_in_own_words_only(talk: Begin) -> None:
    one = talk("short", hear=made_up).go(until="c06.situation")
    one.type("De mentor doet het in het mentoruur met de eigen klas")
    one.go(until="c11.situation")
    told = "Het verschilt per leerjaar, in klas 3 zitten ouders bij een gesprek aan tafel en in de bovenbouw mailen ze"
    one.type(told)
    one.go(until="school.placed")
    assert one.ask.text.startswith(
        "Dit staat er al zoals jij het zei, zonder antwoord van mij: Het laatste contact met ouders."
    )


@pytest.mark.parametrize(
    ("typed", "is_absent"),
    [
        ("Een opdracht hebben we niet. Wel bezoeken ze een open dag en vullen daarna een formuliertje in.", False),
        ("Een opdracht hebben we niet. Ik doe zelf weleens iets met een test.", True),
        ("Een opdracht hebben we niet.", True),
    ],
)
def test_who_tells_what_there_is_instead_is_not_heard_as_nothing(talk: Begin, typed: str, is_absent: bool) -> None:
    one = talk("full", hear=made_up).go(until="c07.situation")
    one.type(typed)
    view = one.conversation.view
    assert view.is_absent(view.base.component(7)) is is_absent


@pytest.mark.parametrize(
    ("typed", "quoted"),
    [
        ("Het eerste wel, dat laatste zinnetje liever niet", "Schrijf een voorstel."),
        ("Nee, liever niet", ""),
    ],
)
def test_a_part_of_what_was_asked_may_be_quoted(begin: Begin, typed: str, quoted: str) -> None:
    one = begin().go(until=ASSIGNMENT)
    one.type("Schrijf een voorstel. Zo gaat het hier eigenlijk altijd.")
    one.type(typed)
    assert quoted_assignment(one.conversation.view) == quoted
    assert one.state.value("assignment.quote") is bool(quoted)


@pytest.mark.parametrize(
    ("typed", "day", "until"),
    [
        ("Volgende week maandag begin ik, dan is het voor de kerst klaar", "2026-11-30", "2026-12-18"),
        ("voor de kerst", "2026-12-18", ""),
        ("volgende week al, in de kerstvakantie wil ik het af hebben", "2026-11-30", "2026-12-21"),
    ],
)
def test_when_it_begins_is_not_when_it_ends(begin: Begin, typed: str, day: str, until: str) -> None:
    one = begin().go(until="plan.when.act.find_out", plan__actions=["act.find_out"])
    one.type(typed)
    if one.ask.id.endswith(".understood"):
        one.type("ja")
    planned = one.conversation.view.conclusions.plan[0]
    assert (planned.date, planned.until) == (day, until)


def test_who_says_that_nobody_does_it_or_else_oneself_means_nobody(begin: Begin) -> None:
    one = begin().go(until="theme.support")
    one.type("Dus niemand, of ik, als het een keer zou gebeuren.")
    if one.ask.id.endswith(".understood"):
        one.type("ja")
    assert one.state.value("theme.support") == ["doer.nobody"]


def test_a_wish_that_is_pointed_at_by_its_number_is_taken(begin: Begin) -> None:
    one = begin().go(until=WISH, **ONE_LEADS)
    second = one.ask.options[1].id
    one.type("Op den duur zou ik wel die kant van 2 op willen, maar laat ik klein zijn")
    assert one.state.value(WISH) == second


def test_a_class_is_no_number_of_an_answer_in_papers(begin: Begin) -> None:
    told = "In klas 3 voeren de mentoren echte gesprekken, en vanaf klas 4 komt alles bij mij terecht"
    one = begin().go(until="c06.situation")
    one.type(f"Dat is per leerjaar echt anders. {told}.")
    one.go(until=MAY_SHOW)
    assert told in " ".join(to_show(one.conversation.view).values())


def test_a_sentence_that_goes_on_stands_with_the_one_before_it(begin: Begin) -> None:
    one = begin().go(until=WISH, **ONE_LEADS)
    one.type("1, maar heel klein, met één mentor in januari. En zonder mijn uren gaat het echt niet lukken.")
    one.go(until=MAY_SHOW)
    lines = [words for line, words in to_show(one.conversation.view).items() if line.startswith(WISH)]
    assert len(lines) == 1


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nee, dat is een gok van me, ik weet het gewoon niet.", None),
        ("nee, de decaan", ["doer.decaan"]),
    ],
)
def test_who_takes_back_a_guess_does_not_know(begin: Begin, typed: str, kept: list[str] | None) -> None:
    one = begin().go(until="theme.first-contact")
    one.type("Dat weet ik niet zeker, misschien gaan ze naar hun mentor.")
    one.type(typed)
    assert (one.state.value("theme.first-contact") or None) == kept


def test_what_one_did_not_see_is_not_said_not_to_happen(talk: Begin) -> None:
    one = talk("short", hear=made_up).go(until="c02.situation")
    one.type("Ik heb nog niks nieuws zien beginnen. Ik kreeg alleen dat 'pak het op' van mijn teamleider.")
    view = one.conversation.view
    assert not view.is_absent(view.base.component(2))
    assert one.state.answers["c02.situation"].skipped


def test_what_sounds_like_a_weekday_is_none(begin: Begin) -> None:
    one = begin().go(until="plan.when.act.find_out", plan__actions=["act.find_out"])
    one.type("half januari of zo, dat hangt van Joost af")
    if one.ask.id.endswith(".understood"):
        one.type("ja, zo ongeveer")
    assert one.state.value("plan.when.act.find_out") == "2027-01-15"


@pytest.mark.parametrize(
    ("told", "stands"),
    [
        ("Ik bel de hogeschool als we de avond voor 4 en 5 regelen, en dan staat het zo.", True),
        ("Gesprekken doe ik dan maar zelf, elke week weer in mijn kamer.", True),
        ("Dat lijkt het meest op 3 van die rij.", False),
    ],
)
def test_only_what_chooses_an_answer_is_no_story(begin: Begin, told: str, stands: bool) -> None:
    first = "Paar mentoren doen iets in het mentoruur, de meeste ook niet."
    one = begin().go(until="c06.situation")
    one.type(f"{first} {told}")
    one.type("1")
    one.go(until=MAY_SHOW)
    shown_lines = " ".join(to_show(one.conversation.view).values())
    assert (told.rstrip(".") in shown_lines) is stands


def test_a_day_after_a_holiday_is_not_moved_before_it(begin: Begin) -> None:
    one = begin().go(until="plan.when.act.find_out", plan__actions=["act.find_out"])
    one.type("Eind februari, na de voorjaarsvakantie.")
    if one.ask.id.endswith(".understood"):
        one.type("ja")
    assert one.state.value("plan.when.act.find_out") == "2027-03-01"


def test_who_told_it_and_chose_what_comes_closest_hears_no_more_than_that(begin: Begin) -> None:
    plain, told = begin().go(until="c01.situation"), begin().go(until="c01.situation")
    number = next(
        nth for nth, option in enumerate(plain.ask.options, 1) if option.id.startswith("c01.m")
        and f"{option.id}.echo" in said(plain.type(str(nth)))
    )  # fmt: skip
    told.type("ouderavond 4 vwo, paar ouders maar, gezegd dat ze zelf kiezen en dat wij naar de cijfers kijken")
    assert not [one for one in said(told.type(f"{number} dan maar")) if one.endswith(".echo")]


def test_what_a_yes_to_the_plan_says_besides_is_kept(begin: Begin) -> None:
    one = begin().go(until=ACTIONS)
    one.type("Samen met Joost het oude boekje doornemen. En 1, uitzoeken dus.")
    remark = "maar het is bij ons de rector die de uren regelt"
    one.type(f"Ja, {remark}")
    kept = [note.text for note in one.state.notes] + [given.quote for given in one.state.answers.values()]
    assert any("de rector die de uren regelt" in text for text in kept)


@pytest.mark.parametrize(
    ("typed", "is_reserved"),
    [
        ("beetje {}. mentoren meer laten doen, maar klein. 1 mentor in jan", True),
        ("{}, daar ga ik voor, met alle mentoren", False),
    ],
)
def test_a_wish_with_a_but_within_it_is_no_decision_on_all_of_it(begin: Begin, typed: str, is_reserved: bool) -> None:
    one = begin().go(until=WISH, **ONE_LEADS)
    number = [option.id for option in one.ask.options].index("ambition.m2") + 1
    one.type(typed.format(number))
    assert one.state.value(WISH) == "ambition.m2"
    assert is_reserved_wish(one.conversation.view) is is_reserved


def test_two_numbers_in_chat_words_are_two_actions(begin: Begin) -> None:
    one = begin().go(until=ACTIONS)
    first, second = (option.id for option in one.ask.options[:2])
    one.type("1. en 2 eig ook, dat is precies het punt")
    if one.ask.id == f"{ACTIONS}.understood":
        one.type("nee gewoon 1 en 2")
    if one.ask.id == f"{ACTIONS}.understood":
        one.type("ja")
    assert one.state.value(ACTIONS) == [first, second]
    assert not one.state.value(OWN_ACTIONS)
