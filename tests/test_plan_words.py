"""The plan as people say it: what they choose in words, leave open, do not count, and whom they name.

The lines are those of played talks, word for word.
"""

from collections.abc import Callable

import pytest

from lobgids.dialogue.conversation import NotKeptError
from lobgids.dialogue.protocol import Problem
from lobgids.kb.base import KnowledgeBase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, ALSO, understood
from lobgids.log.state import Proposal
from lobgids.report.blocks import Table
from lobgids.report.own_words import own_words
from lobgids.school.sayings import is_counted
from tests.conftest import Talk, sensible
from tests.test_reports import everything, report

Begin = Callable[..., Talk]

TALK = "act.talk"
NOW = ask_ids.counted_now(TALK)


def at_the_plan(talk: Begin, language: str = "nl") -> Talk:
    begun: Talk = talk("short", language=language)
    return begun.go(until=ACTIONS)


def at(one: Talk, ask: str) -> Talk:
    """The talk is put into the plan, and what comes before an ask is passed by."""
    one.answer([TALK])
    while one.ask.id != ask:
        one.move("skip")
    return one


# Chosen in words.


def plan_of(one: Talk) -> list[str]:
    return [item.title for item in one.conversation.view.conclusions.plan]


def put(one: Talk) -> list[str]:
    """What is told back of a line."""
    assert one.ask.id == understood(ACTIONS), one.ask.id
    first, *lines, last = one.ask.text.splitlines()
    assert (first, last) in [("Ik schrijf op:", "Klopt dat?"), ("I will write down:", "Is that right?")]
    return [line.removeprefix("- ") for line in lines]


def titles(one: Talk, *places: int) -> list[str]:
    """What the actions at these places of the list are called, from 1."""
    called = {action.id: action.title for action in one.conversation.view.conclusions.actions}
    return [called[one.ask.options[place - 1].id] for place in places]


def test_numbers_anywhere_in_a_line_are_chosen(talk: Begin) -> None:
    one = at_the_plan(talk)
    chosen = titles(one, 5, 2)
    one.type("5 lijkt me goed, dan komen er eindelijk uren. En 2, dat gesprek. Meer niet.")
    assert put(one) == chosen
    one.type("ja")
    assert sorted(plan_of(one)) == sorted(chosen)
    assert one.ask.id.startswith("plan.who.")


EVENING = "Een avond waar oud-leerlingen en ouders zien wat we doen"


def test_a_number_a_title_and_an_own_action_stand_together(talk: Begin) -> None:
    one = at_the_plan(talk)
    (third,) = titles(one, 3)
    line = (
        "Dat derde wel, dat past bij ons. En dat gesprek met de schoolleiding. En ik wil zelf een avond waar "
        "oud-leerlingen en ouders zien wat we doen"
    )
    one.type(line)
    assert put(one) == [third, "Gesprek over het beeld met schoolleiding en team", EVENING]
    one.type("ja klopt")
    assert {*plan_of(one)} == {third, "Gesprek over het beeld met schoolleiding en team", EVENING}


def test_a_no_may_say_what_goes_in_instead(talk: Begin) -> None:
    one = at_the_plan(talk)
    (third,) = titles(one, 3)
    one.type("ik wil zelf een avond waar oud-leerlingen en ouders zien wat we doen, en met een hapje erbij")
    one.type(
        "Nee, het zijn drie dingen. Nummer 3, het gesprek met de schoolleiding, en een avond voor ouders en "
        "oud-leerlingen"
    )
    talk_, own = "Gesprek over het beeld met schoolleiding en team", "Een avond voor ouders en oud-leerlingen"
    assert put(one) == [third, talk_, own]
    one.type("nee")
    assert one.ask.id == ACTIONS
    assert plan_of(one) == []


def test_actions_further_on_go_with_those_of_the_first_list(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer(["act.more"])
    (first,) = titles(one, 1)
    one.type("Dat eerste wel, en dat gesprek met de schoolleiding")
    assert one.ask.text.splitlines()[1:-1] == [f"- {first}", "- Gesprek over het beeld met schoolleiding en team"]
    one.type("ja")
    assert {*plan_of(one)} == {first, "Gesprek over het beeld met schoolleiding en team"}
    assert one.ask.id.startswith("plan.who.")


@pytest.mark.parametrize(
    "typed", ["2 en 5", "2, 5", "2 en 5, is dit t?", "2 mentoren vragen of ze meedoen", "niet 5 maar 2"]
)
def test_a_plain_choice_and_what_is_no_choice_is_not_told_back(typed: str, talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type(typed)
    assert not one.ask.text.startswith("Ik schrijf op")


def test_in_english_too(talk: Begin) -> None:
    one = at_the_plan(talk, "en")
    chosen = titles(one, 5, 2)
    one.type("5 sounds good, then we finally get some hours. And 2, and I'd like an evening for former students")
    assert put(one) == [*chosen, "An evening for former students"]


@pytest.mark.parametrize(
    "typed", ["kan die avond er nog bij?", "staat het taakbeleid er ook in?", "is that evening in it too?"]
)
def test_who_asks_whether_something_is_in_the_plan_hears_how_to_add_it(typed: str, talk: Begin) -> None:
    one = at(at_the_plan(talk), ask_ids.plan("when", TALK))
    turn = one.type(typed)
    assert [say.id for say in turn.says] == ["saying.aside.in_plan"]
    assert one.ask.id == ask_ids.plan("when", TALK)


# Left open.


REST = ("whom", "helps", "until", "hours", "money", "off")


@pytest.mark.parametrize("name", REST)
@pytest.mark.parametrize(
    "typed", ["Stop met die vragen. Ik wil de rest open laten.", "Ik zei toch laat maar open", "just leave the rest"]
)
def test_who_wants_the_rest_open_is_asked_nothing_more_of_it(name: str, typed: str, talk: Begin) -> None:
    one = at(at_the_plan(talk), ask_ids.plan(name, TALK))
    one.type(typed)
    assert not one.ask.id.startswith("plan."), one.ask.id
    assert one.state.notes == []
    assert one.state.value(ask_ids.plan(name, TALK)) is None


@pytest.mark.parametrize("typed", ["niemand", "Daar heb ik nou nog niemand voor", "nobody yet"])
@pytest.mark.parametrize("name", ["who", "helps"])
def test_nobody_is_not_the_decaan(name: str, typed: str, talk: Begin) -> None:
    one = at(at_the_plan(talk), ask_ids.plan(name, TALK))
    one.type(typed)
    (item,) = one.conversation.view.conclusions.plan
    assert one.state.proposed is None
    assert one.ask.id != ask_ids.plan(name, TALK)
    assert (item.owner, item.helps) == ("", ())


def test_a_joke_is_no_sum_of_money(talk: Begin) -> None:
    one = at(at_the_plan(talk), ask_ids.plan("money", TALK))
    one.type("niks, een kop koffie")
    assert one.conversation.view.conclusions.plan[0].money is None
    assert [note.text for note in one.state.notes] == ["niks, een kop koffie"]


# What is told to others.


def test_the_only_one_that_was_left_out_is_not_the_only_one_that_was_seen(talk: Begin) -> None:
    one: Talk = talk("short")
    while not one.ask.id.endswith(".seen"):
        one.answer(sensible(one.ask))
    ids = [option.id for option in one.ask.options if not option.alone]
    one.type("Alles, ik doe het toch allemaal zelf? Alleen bij 2, dat voor elkaar krijgen, dat klopt niet helemaal.")
    assert one.ask.text.startswith("Ik hoor: ")
    seen = one.state.proposed
    assert isinstance(seen, Proposal)
    assert list(seen.choices) == [id_ for place, id_ in enumerate(ids) if place != 1]


def test_the_wish_is_of_the_part_of_the_school_that_it_was_told_of(talk: Begin) -> None:
    one = talk("short").go(welcome__part="part.vwo", ambition__school="ambition.m3")
    shown = everything(report(one))
    assert any(text.startswith("Het vwo: op weg naar") for text in shown)
    assert not any("De hele school" in text for text in shown)


# Who.


@pytest.mark.parametrize(
    ("typed", "owner", "name", "helps"),
    [
        ("de mentoren, Sandra van 3 mavo wil wel", "mentor", "Sandra", ()),
        ("de mentor, Sandra", "mentor", "Sandra", ()),
        ("de mentor, Anna van der Berg", "mentor", "Anna van der Berg", ()),
        ("mentor Bas 4vwo, ik help, na kerst", "mentor", "Bas", ("decaan",)),
        ("De teamleider en ik", "team_leader", "", ("decaan",)),
        (
            "Ik sta er niet alleen voor, dat is juist het punt! De teamleider en ik beginnen samen (de teamleider)",
            "team_leader", "", ("decaan",),
        ),
    ],
)  # fmt: skip
def test_only_a_name_is_a_name_and_two_roles_are_who_and_with_whom(
    typed: str, owner: str, name: str, helps: tuple[str, ...], talk: Begin
) -> None:
    one = at(at_the_plan(talk), ask_ids.plan("who", TALK))
    one.type(typed)
    if one.state.proposed:
        one.type("ja")
    (item,) = one.conversation.view.conclusions.plan
    assert (item.owner, item.name, item.helps) == (owner, name, helps)
    names = [piece.text for piece in own_words(one.conversation.view) if piece.kind == "name"]
    assert names == [name] or not name


def test_who_says_which_one_is_meant_is_not_the_other(talk: Begin) -> None:
    one = at(at_the_plan(talk), ask_ids.plan("who", TALK))
    one.type("Karin. Ik ben de decaan, niet de mentor")
    (item,) = one.conversation.view.conclusions.plan
    assert (item.owner, item.name) == ("decaan", "Karin")


# Days.


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("voor de zomer, in juni ergens", "2027-06-01"), ("na kerst zei ik al", "2027-01-04"),
        ("mentor Bas 4vwo, ik help, na kerst", "2027-01-04"), ("januari dan, hoe lang nog", "2027-01-04"),
        ("JANUARI", "2027-01-04"), ("ergens half januari", "2027-01-15"), ("in June somewhere", "2027-06-01"),
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_say_it_and_needs_no_explaining(typed: str, day: str, talk: Begin) -> None:
    one = at(at_the_plan(talk), ask_ids.plan("when", TALK))
    turn = one.type(typed)
    assert not any("Daarom wordt het" in say.text for say in turn.says)
    if one.state.proposed:  # said within a sentence
        assert "Daarom" not in one.ask.text
        one.type("ja")
    assert one.state.value(ask_ids.plan("when", TALK)) == day


# Not counted.


def told_to_leadership(one: Talk) -> list[str]:
    """What the proposal says of how it is now, of each action."""
    tables = [block for part in report(one, "leadership").parts for block in part.blocks if isinstance(block, Table)]
    return [row[2] for table in tables if table.header[1] in ("Wat je telt", "What you count") for row in table.rows]


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("nl", "Dat meten we eigenlijk niet zo"),
        ("nl", "Geen idee, dat houden we niet bij"),
        ("nl", "geen idee!! stop nu"),
        ("nl", "dat weet ik niet hoor, ik heb er geen vijf gesproken"),
        ("en", "We don't really measure that"),
        ("en", "No idea, nobody keeps a record"),
    ],
)
def test_who_says_that_it_was_not_counted_is_not_said_to_have_counted(lang: str, typed: str, talk: Begin) -> None:
    one = at(at_the_plan(talk, lang), NOW)
    one.type(typed)
    assert one.ask.id != NOW
    assert one.state.value(NOW) is None
    assert [note.text for note in one.state.notes] == [typed]
    assert told_to_leadership(one) == ["wordt eerst geteld" if lang == "nl" else "counted first"]


def test_a_sentence_without_a_number_is_kept_and_is_no_count(talk: Begin) -> None:
    one = at(at_the_plan(talk), NOW)
    one.type("er staan wat losse zinnen in het schoolplan")
    assert one.state.value(NOW) == "er staan wat losse zinnen in het schoolplan"
    assert told_to_leadership(one) == ["wordt eerst geteld"]


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("3 van de 8", True), ("geen", True), ("één mentor", True), ("0 mentor, ik 120 uur", True),
        ("geen idee, dat houden we niet bij", False), ("Dat meten we eigenlijk niet zo", False),
        ("een paar mentoren", False), ("none", True), ("a few of them", False), ("we don't count that", False),
    ],
)  # fmt: skip
def test_what_counts_is_a_number(typed: str, counted: bool, base: KnowledgeBase) -> None:
    assert is_counted(base, typed) is counted


STOP = [
    "verder niks", "Meer niet.", "dat is het", "laat de rest maar open", "stop met die vragen", "klaar", "niks meer",
    "nothing else", "stop asking",
]  # fmt: skip


def two_in_the_plan(talk: Begin, ask: str, form: str = "short") -> Talk:
    """Two actions and one's own are chosen, and what comes before an ask is passed by."""
    one: Talk = talk(form).go(until=ACTIONS)
    one.answer([TALK, "act.find_out", "act.own"])
    while one.ask.id != ask:
        assert one.ask.id.startswith(("plan.", "evaluation.")), f"{ask} is not asked"
        if one.ask.id == "plan.own":
            one.type("een avond voor ouders")
        else:
            one.move("skip")
    return one


ASKED = [
    *(ask_ids.plan(name, TALK) for name in ("who", "when", *REST)),
    "plan.own", "plan.sign.act.own.1", NOW, ask_ids.counted_now("act.own.1"),
]  # fmt: skip


@pytest.mark.parametrize("ask", ASKED)
@pytest.mark.parametrize("typed", STOP)
def test_who_says_that_it_is_enough_is_asked_nothing_more_of_the_plan(ask: str, typed: str, talk: Begin) -> None:
    if ask == ask_ids.counted_now("act.own.1"):
        one: Talk = talk("short").go(until=ACTIONS).go(until=ask, plan__actions=["act.own"])
    else:
        one = two_in_the_plan(talk, ask)
    turn = one.type(typed)
    assert not one.ask.id.startswith(("plan.", "evaluation.now")), one.ask.id
    said = [say.text for say in turn.says if say.id.startswith(("skip.", "heard.", "plan.", "note."))]
    assert said == ["Goed, de rest blijft open."]
    assert one.state.notes == []
    one.move("back")
    assert one.ask.id == ask


@pytest.mark.parametrize(
    ("ask", "typed", "value"),
    [
        ("who", "ikzelf, verder niks", "decaan"),
        ("when", "in maart. Klaar.", "2027-03-01"),
        ("whom", "Alle mentoren. Stop nu maar, ik laat de rest open.", "Alle mentoren. Stop nu maar"),
        ("hours", "10, laat de rest maar open", 10),
        ("helps", "de mentor en verder niks", ["mentor"]),
    ],
)
def test_what_stands_before_it_is_the_answer(ask: str, typed: str, value: object, talk: Begin) -> None:
    one = two_in_the_plan(talk, ask_ids.plan(ask, TALK))
    one.type(typed)
    assert one.state.value(ask_ids.plan(ask, TALK)) == value
    assert not one.ask.id.startswith(("plan.", "evaluation.now")), one.ask.id


def test_a_yes_to_what_was_understood_leaves_nothing_open(talk: Begin) -> None:
    one = two_in_the_plan(talk, ask_ids.plan("when", TALK))
    one.type("half maart, of anders in april")
    assert one.ask.id == understood(ask_ids.plan("when", TALK))
    one.type("dat is het")
    assert one.ask.id == ask_ids.plan("whom", TALK)


def test_one_more_list_is_answered_with_no_more(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.answer([TALK, "act.more"])
    one.type("nee, dat is het")
    assert one.ask.id == ask_ids.plan("who", TALK)


# That it is enough.

MINE = "een les doen met Joost"


@pytest.mark.parametrize(
    "line",
    ["nee, zei toch meer nie. klaar", "nee", "nee hoor", "klaar", "verder niks", "meer niet", "dat was het",
     "ik zei toch verder niks", "nee, verder niks", "that's all, thanks", "nothing else", "no, that was it, as I said"],
)  # fmt: skip
def test_a_line_that_only_says_that_it_is_enough_ends_the_choosing(line: str, talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type(MINE)
    turn = one.type(line)
    assert plan_of(one) == [MINE[:1].upper() + MINE[1:]] or plan_of(one) == [MINE]
    assert one.ask.id == "plan.who.act.own.1"
    assert [said.id for said in turn.says] == ["plan.enough"]


def test_an_action_of_ones_own_with_more_behind_it_is_still_one(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type(MINE)
    one.type("een gesprek met Sander, die is er klaar voor")
    assert one.ask.id in (ACTIONS, understood(ACTIONS))


@pytest.mark.parametrize(
    "line", ["gewoon 1 mentor, in jan, 1 les samen doen in 4v. meer nie", "een les maken met 4v, dat is alles"]
)
def test_who_says_behind_an_action_that_it_is_enough_is_asked_for_no_other(line: str, talk: Begin) -> None:
    one = at_the_plan(talk)
    turn = one.type(line)
    if one.ask.id == understood(ACTIONS):
        turn = one.type("1")
    assert [said.id for said in turn.says][:1] == ["own.kept"]
    assert one.ask.id == "plan.who.act.own.1"
    assert plan_of(one) == [line[: line.index("4v") + 2]]


@pytest.mark.parametrize(("line", "is_put_in"), [("2 nee", False), ("1 ja", True), ("b. nee", False)])
def test_a_number_with_its_own_yes_or_no_is_that_option(line: str, is_put_in: bool, talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type("een avond met de vaders van 4 havo, maar dan niet op een woensdag")
    assert one.ask.id == understood(ACTIONS)
    one.type(line)
    assert one.ask.id == ACTIONS
    assert bool(plan_of(one)) == is_put_in


def test_a_number_with_its_no_refuses_what_was_heard(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type("dat gesprek met schoolleiding en team misschien")
    assert one.ask.id == understood(ACTIONS)
    one.type("2 nee")
    assert one.ask.id == ACTIONS
    assert not plan_of(one)


@pytest.mark.parametrize("line", ["nee, verder niks", "nee, klaar", "no, that's all"])
def test_a_no_to_an_action_may_say_that_it_is_enough(line: str, talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type(MINE)
    one.type("een avond met de vaders van 4 havo, maar dan niet op een woensdag")
    assert one.ask.id == understood(ACTIONS)
    turn = one.type(line)
    assert len(plan_of(one)) == 1
    assert one.ask.id == "plan.who.act.own.1"
    assert [said.id for said in turn.says] == ["plan.enough"]


@pytest.mark.parametrize("line", ["klaar", "nee", "sla over"])
def test_who_comes_back_to_the_list_and_wants_no_more_keeps_what_was_chosen(line: str, talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type("1 en 2")
    before = plan_of(one)
    one.type("haal weg")
    assert one.ask.id == ACTIONS
    one.type(line)
    assert plan_of(one) == before
    assert one.ask.id != ACTIONS


# What only leads to an action, and what is said twice.


@pytest.mark.parametrize(
    ("line", "own"),
    [
        (("Wat je net zei: samen met Joost één les voorbereiden voor zijn mentoruur en dan ga ik de eerste keer mee. "
         "En nummer 2, het gesprek met de schoolleiding, want zonder uren houdt het toch op."),
         "Samen met Joost één les voorbereiden voor zijn mentoruur en dan ga ik de eerste keer mee"),
        ("Mijn idee: een uurtje meelopen bij Sander. En 2, een gesprek met de schoolleiding",
         "Een uurtje meelopen bij Sander"),
        ("What I just said: preparing one lesson with Joost. And number 2, the talk with leadership",
         "Preparing one lesson with Joost"),
    ],
)  # fmt: skip
def test_what_leads_to_an_action_and_what_a_number_stands_for_are_none(line: str, own: str, talk: Begin) -> None:
    one = at_the_plan(talk, "en" if line.startswith("What") else "nl")
    (second,) = titles(one, 2)
    one.type(line)
    assert put(one) == [second, own]


def test_what_comes_behind_a_number_and_is_another_thing_stays_an_action(talk: Begin) -> None:
    one = at_the_plan(talk)
    (second,) = titles(one, 2)
    one.type("nummer 2 spreekt me aan, en een avond voor ouders")
    assert put(one) == [second, "Een avond voor ouders"]


def test_a_lead_alone_with_an_action_behind_it_is_the_action(talk: Begin) -> None:
    one = at_the_plan(talk)
    one.type("Mijn plan: met Joost één les doen")
    assert plan_of(one) == ["Met Joost één les doen"]


@pytest.mark.parametrize(
    ("reply", "is_left"),
    [
        ("Ja, al staat het gesprek er nu dubbel in, dat mag de tweede keer weg.", False),
        ("yes, but the gesprek is in there twice, take it out once", False),
        ("ja, klopt", True), ("Ja, twee keer zelfs als het kan", True),
    ],
)  # fmt: skip
def test_a_yes_may_take_out_what_stands_in_the_plan_twice(reply: str, is_left: bool, talk: Begin) -> None:
    one = at_the_plan(talk)
    double = "Een gesprek met de rector over uren"
    one.type(f"Mijn idee: een uurtje meelopen bij Sander. En 2, en ik wil {double[:1].lower()}{double[1:]}")
    assert len(put(one)) == 3
    one.type(reply)
    assert (double in plan_of(one)) == is_left
    assert "Een uurtje meelopen bij Sander" in plan_of(one)
    assert "Gesprek over het beeld met schoolleiding en team" in plan_of(one)


# That the guide misunderstood, said a question later.


@pytest.mark.parametrize(
    "typed",
    ["Nee nee, ik zei dat alles er juist wel in mag!", "ik zei juist dat alles erin mag",
     "No, I said that all of it may be in there"],
)  # fmt: skip
def test_a_protest_goes_back_to_the_question_that_it_is_about(typed: str, talk: Begin) -> None:
    one = talk("short").go(until=ask_ids.LOOK_BACK, closing__show=["show.none"])
    turn = one.type(typed)
    assert turn.says[0].id == "heard.protest"
    assert (one.state.value(ask_ids.MAY_SHOW), one.ask.id) == (["show.all"], ask_ids.LOOK_BACK)


def test_a_protest_that_answers_nothing_asks_again_and_is_kept(talk: Begin) -> None:
    one = talk("short").go(until=ask_ids.LOOK_BACK, closing__show=["show.none"])
    typed = "dat zei ik niet, je begrijpt me verkeerd"
    assert one.type(typed).says[0].id == "heard.protest"
    assert one.ask.id == ask_ids.MAY_SHOW
    assert [note.text for note in one.state.notes] == [typed]


@pytest.mark.parametrize("typed", ["eind juni, dat zei ik niet voor niets", "nee nee, 1 juni"])
def test_a_protest_with_an_answer_is_that_answer(typed: str, talk: Begin) -> None:
    one = talk("short").go(until=ask_ids.LOOK_BACK, closing__show=["show.none"])
    turn = one.type(typed)
    assert "heard.protest" not in [say.id for say in turn.says]


def test_what_is_told_at_a_situation_is_no_protest(talk: Begin) -> None:
    one = talk("short").go(until="c05.situation")
    turn = one.type("Ik zei dat het profiel van het kind zelf is")
    assert "heard.protest" not in [say.id for say in turn.says]


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [("Een kwartier. Maar het is mavo en havo hoor, en zet er maar gewoon Merletcollege boven.", True),
     ("1, but it's mavo and havo", True), ("een kwartier, meer heb ik niet", False), ("1", False)],
)  # fmt: skip
def test_who_mends_something_behind_an_answer_is_told_how(typed: str, is_told: bool, talk: Begin) -> None:
    one = talk("").go(until=ask_ids.FORM)
    turn = one.type(typed)
    assert ("heard.to_mend" in [say.id for say in turn.says]) == is_told
    assert one.state.value(ask_ids.FORM) == "form.short"


# A day in a holiday, and one behind a condition.


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("In de kerstvakantie, dan heb ik rust", "2026-12-21"), ("in the Christmas holiday", "2026-12-21"),
        ("ik doe het tijdens de meivakantie", "2027-04-26"), ("in de voorjaarsvakantie", "2027-02-15"),
        ("na de kerstvakantie", "2027-01-04"), ("voor de kerstvakantie", "2026-12-18"),
        ("Dat hangt van Joost af, maar ik hoop ergens half december, voor de kerstdrukte.", "2026-12-15"),
        ("hopefully mid January", "2027-01-15"),
    ],
)  # fmt: skip
def test_a_day_in_a_holiday_and_one_that_is_hoped_for_is_taken_with_its_words(
    typed: str, day: str, talk: Begin
) -> None:
    ask = ask_ids.plan("when", TALK)
    one = at(at_the_plan(talk), ask)
    one.type(typed)
    given = one.state.answers[ask]
    assert (given.value, given.quote) == (day, typed)


@pytest.mark.parametrize("typed", ["niet in de kerstvakantie", "in de zomer", "28 december"])
def test_a_day_in_a_holiday_that_was_not_named_is_not_taken_at_once(typed: str, talk: Begin) -> None:
    ask = ask_ids.plan("when", TALK)
    one = at(at_the_plan(talk), ask)
    one.type(typed)
    assert ask not in one.state.answers
    assert "21 december" not in one.ask.text


# A number.


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("uurtje of 3", 3), ("een uurtje of drie", 3), ("een uur of drie", 3), ("uur of 3", 3), ("ongeveer 3 uur", 3),
     ("zo'n 3", 3), ("about three hours", 3), ("3 uurtjes", 3), ("een uurtje", 1), ("een uur", 1),
     ("an hour", 1), ("an hour or three", 3), ("een uurtje of 3 denk ik", 3), ("1 uur of zo", 1)],
)  # fmt: skip
def test_hours_are_read_as_people_say_them(typed: str, hours: int, talk: Begin) -> None:
    ask = ask_ids.plan("hours", TALK)
    one = at(at_the_plan(talk), ask)
    one.type(typed)
    assert one.state.value(ask) == hours


@pytest.mark.parametrize(
    "typed", ["half uur", "een half uur", "een dagdeel", "2 of 3 dagdelen", "half an hour", "anderhalf uur"]
)
def test_what_is_no_whole_number_of_hours_is_asked(typed: str, talk: Begin) -> None:
    ask = ask_ids.plan("hours", TALK)
    one = at(at_the_plan(talk), ask)
    one.type(typed)
    assert one.ask.id == ask
    assert ask not in one.state.answers


# A day that was given before.


def with_a_day(talk: Begin) -> Talk:
    one = talk("short").go(until="plan.actions")
    one.answer(["act.talk"])
    one.go(until="plan.when.act.talk")
    one.answer("2027-03-01")
    return one.go(until=ask_ids.MAY_SHOW)


@pytest.mark.parametrize(
    "typed",
    ["1 maart klopt niet, dat moest half april zijn", "Er staat nog steeds 1 maart, dat moet half april zijn",
     "1 March is wrong, it should be the middle of April"],
)  # fmt: skip
def test_another_day_for_one_that_was_given_takes_its_place_at_any_question(typed: str, talk: Begin) -> None:
    one = with_a_day(talk)
    turn = one.type(typed)
    assert one.state.value("plan.when.act.talk") == "2027-04-15"
    assert "15 april 2027" in " ".join(say.text for say in turn.says)
    assert one.ask.id == ask_ids.MAY_SHOW


def test_another_day_that_cannot_be_kept_was_not_put_right(talk: Begin) -> None:
    one = with_a_day(talk)

    def refuse(_events: object) -> None:
        raise NotKeptError("problem.not_kept")

    one.conversation._keep = refuse
    turn = one.type("1 maart klopt niet, dat moet half april zijn")
    assert [type(said) for said in turn.says] == [Problem]
    assert one.state.value("plan.when.act.talk") == "2027-03-01"


def test_a_day_far_ahead_without_its_year_is_asked_about(talk: Begin) -> None:
    one = talk("short").go(until=ask_ids.LOOK_BACK)
    asked = one.type("begin november")
    assert "meer dan tien maanden" in str(asked.ask and asked.ask.text)
    again = talk("short").go(until=ask_ids.LOOK_BACK)
    again.type("begin november 2027")
    assert again.state.value(ask_ids.LOOK_BACK) == "2027-11-01"


# What may stand in the papers but for a part.


@pytest.mark.parametrize(
    "typed",
    ["Alles behalve 2. En 1 mag wel, maar dat over de rector moet eruit.", "1 mag, maar die naam moet weg, en 3"],
)
def test_a_line_of_which_a_part_has_to_go_does_not_stand_there(typed: str, talk: Begin) -> None:
    one = talk("short").go(until=ALSO)
    one.answer("de gesprekken met leerlingen, die duren soms een uur")
    one.go(until="ambition.school")
    one.type("1, de leerling staat voorop en niet het papier van de inspectie")
    one.go(until=ACTIONS)
    one.answer(["act.talk", "act.own"])
    one.go(until=ask_ids.MAY_SHOW, plan__own="Een les met één mentor")
    first = one.ask.options[0].id
    assert len(one.ask.options) > len(["also", "wish", "own", "all", "none"])
    turn = one.type(typed)
    assert first not in one.state.value(ask_ids.MAY_SHOW)
    assert one.ask.id == ask_ids.reworded(first), "it is asked how it may stand there"
    assert turn.ask == one.ask


def test_a_day_within_a_sentence_is_put(talk: Begin) -> None:
    one = talk("short").go(until=ACTIONS)
    one.answer(["act.talk"])
    one.go(until="plan.when.act.talk")
    turn = one.type("Voor de kerstvakantie zou fijn zijn, anders vergeet ik het")
    assert "december 2026" in " ".join([str(turn.ask and turn.ask.text), *(say.text for say in turn.says)])


def test_one_more_role_behind_ook_is_chosen_too(talk: Begin) -> None:
    one = talk("short").go(until="theme.lessons")
    one.type("4, en in klas 3 ook 5")
    assert set(one.state.value("theme.lessons")) == {"doer.decaan", "doer.mentor"}
