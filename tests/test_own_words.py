"""Own words through the protocol: what they may mean is put to the one who said them, never decided."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.ending import ending
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Ask, Problem
from lobgids.log.events import Header
from lobgids.log.state import Proposal
from lobgids.school.quoting import quoted_assignment
from lobgids.school.sayings import what_is_told
from tests.conftest import Talk

Begin = Callable[..., Talk]

MENTOR, DECAAN = "de mentor geeft het", "de decaan doet alles"
BOTH = "de mentor en de decaan doen het"
DIVIDED = "in de onderbouw de mentor, in de bovenbouw de decaan"


class Heard(NamedTuple):
    """What a made-up ear hears."""

    kind: Any
    descriptions: tuple[str, ...]
    scores: tuple[tuple[str, float], ...] = ()


def made_up(component: str, text: str) -> Heard:
    """Hear model 2 in 'mentor', model 1 in 'decaan', both in both, and that it differs by 'onderbouw'."""
    found = tuple(f"{component}.{model}" for model, word in (("m2", "mentor"), ("m1", "decaan")) if word in text)
    kinds = {0: "nothing", 1: "one", 2: "divided" if "onderbouw" in text else "two"}
    return Heard(kinds[len(found)], found)


@pytest.fixture
def begin(content_in: Callable[[str], LocalizedContent]) -> Begin:
    """Begin a conversation that hears by a made-up ear, in the short form."""

    def begun(form: Any = "short", language: str = "nl", track: Any = "decaan", events: Any = ()) -> Talk:
        header = Header(
            lobgids=1, id="made-up", created="2026-11-23T12:00:00Z", track=track, seed="5eed", marks_turns=True,
            knowledge_base="lobgids-vo", knowledge_base_version="1", form=form, language=language,
        )  # fmt: skip
        return Talk(lambda code: content_in(code)._replace(hear=made_up), header, events)

    return begun


def said(turn: Turn) -> list[str]:
    return [say.id for say in turn.says]


def ids(ask: Ask) -> list[str]:
    return [option.id for option in ask.options]


def of_first_action(begin: Begin, name: str) -> tuple[Talk, str]:
    """A talk at a question of the plan about the first action, and the id of that."""
    one = begin("full").go(until="plan.actions")
    action = one.ask.options[0].id
    one.answer([action])
    return one.go(until=f"plan.{name}.{action}"), action


@pytest.fixture
def one(begin: Begin) -> Talk:
    """A conversation at its first situation."""
    return begin().go(until="c01.situation")


# What is proposed.


@pytest.mark.parametrize(
    ("words", "options"),
    [
        (MENTOR, ["c01.m2", "c01.other"]),
        (BOTH, ["c01.m2", "c01.m1", "c01.between", "c01.other"]),
        (DIVIDED, ["c01.between", "c01.m2", "c01.m1", "c01.other"]),
    ],
)
def test_what_was_heard_is_asked_and_nothing_else(one: Talk, words: str, options: list[str]) -> None:
    turn = one.type(words)
    assert turn.heard == words
    assert (one.ask.id, one.ask.kind, ids(one.ask)) == ("c01.understood", "choice", options)
    assert one.ask.component == 1
    assert not one.conversation.view.is_answered("c01.situation")
    assert not one.state.notes


@pytest.mark.parametrize(
    "yes", ["c01.m2", "ja", "Ja hoor", "klopt", "dat klopt wel zo", "a", "1", "yes", "that's right"]
)
def test_a_yes_is_the_answer_with_the_words_beside_it(one: Talk, yes: str) -> None:
    one.type(MENTOR)
    turn = one.answer(yes) if yes == "c01.m2" else one.type(yes)
    standing = one.state.answers["c01.situation"]
    assert (standing.value, standing.quote) == ("c01.m2", MENTOR)
    assert "c01.understood" not in one.state.answers
    assert "c01.m2.echo" not in said(turn)  # it was just told back


def test_a_yes_with_a_but_keeps_the_but(one: Talk) -> None:
    one.type(MENTOR)
    one.type("ja, maar niet bij basis-kader")
    assert one.state.answers["c01.situation"].quote == f"{MENTOR}; maar niet bij basis-kader"


@pytest.mark.parametrize("no", ["c01.other", "nee", "Nee, het gaat anders", "zo is het niet", "b", "no", "not really"])
def test_a_no_leads_back_and_keeps_the_words(one: Talk, no: str) -> None:
    before = one.state.copy()
    one.type(MENTOR)
    turn = one.answer(no) if no == "c01.other" else one.type(no)
    assert one.ask.id == "c01.situation"
    assert not one.conversation.view.is_answered("c01.situation")
    assert [note.text for note in one.state.notes] == [MENTOR]
    assert "heard.other" in said(turn)
    one.move("back")
    assert one.ask.id == "c01.understood"
    assert not one.state.notes
    one.move("back")
    assert one.state == before


def test_one_back_undoes_the_choice_and_another_what_was_understood(one: Talk) -> None:
    before = one.state.copy()
    one.type(MENTOR)
    one.type("ja")
    one.move("back")
    assert (one.ask.id, ids(one.ask)) == ("c01.understood", ["c01.m2", "c01.other"])
    one.move("back")
    assert one.ask.id == "c01.situation"
    assert one.state == before


@pytest.mark.parametrize(
    ("words", "reply", "value"),
    [
        (BOTH, "c01.between", ["c01.m1", "c01.m2"]),
        (BOTH, "c01.m1", "c01.m1"),
        (DIVIDED, "c01.between", ["c01.m1", "c01.m2"]),
        (BOTH, "allebei", ["c01.m1", "c01.m2"]),
        (BOTH, "ab", ["c01.m1", "c01.m2"]),
        (BOTH, "het zit ertussenin", ["c01.m1", "c01.m2"]),
        (BOTH, "de tweede", "c01.m1"),
        (DIVIDED, "ja", ["c01.m1", "c01.m2"]),
        (DIVIDED, "ja, per afdeling", ["c01.m1", "c01.m2"]),
    ],
)
def test_of_two_one_or_both_is_the_answer(one: Talk, words: str, reply: str, value: Any) -> None:
    one.type(words)
    if reply.startswith("c01"):
        one.answer(reply)
    else:
        one.type(reply)
    assert one.state.answers["c01.situation"].value == value
    assert one.state.answers["c01.situation"].quote.startswith(words)


def test_a_yes_to_two_says_nothing(one: Talk) -> None:
    one.type(BOTH)
    turn = one.type("ja")
    assert isinstance(turn.says[0], Problem)
    assert one.ask.id == "c01.understood"


def test_a_no_that_says_how_it_is_is_heard_anew(one: Talk) -> None:
    one.type(MENTOR)
    one.type(f"nee, {DECAAN}")
    assert (one.ask.id, ids(one.ask)) == ("c01.understood", ["c01.m1", "c01.other"])
    one.type("ja")
    assert one.state.answers["c01.situation"].quote == f"{MENTOR}; nee, {DECAAN}"


def test_other_words_at_what_was_understood_are_heard_anew(one: Talk) -> None:
    one.type(MENTOR)
    one.type(DECAAN)
    assert ids(one.ask) == ["c01.m1", "c01.other"]
    assert said(one.type("het weer was mooi vandaag")) == ["heard.unplaced"]
    assert one.ask.id == "c01.understood"
    assert [note.ask for note in one.state.notes] == ["c01.situation"]


def test_what_was_understood_is_asked_again_after_a_pause(one: Talk, begin: Begin) -> None:
    one.type(MENTOR)
    one.move("pause")
    again = begin(events=one.events)
    assert again.ask == one.ask
    again.type("ja")
    assert again.state.value("c01.situation") == "c01.m2"


def test_a_document_replays_the_same_whatever_is_heard_by_then(one: Talk, talk: Begin) -> None:
    for words in (MENTOR, "ja", BOTH, "nee", "we zouden graag meer doen", "een ander verhaal"):
        one.type(words)
    deaf = talk("short", events=one.events)
    assert deaf.state == one.state
    assert deaf.ask == one.ask


# What is not proposed.


@pytest.mark.parametrize(
    ("words", "because"),
    [
        ("we zouden graag zien dat de mentor het geeft", "heard.wish"),
        ("Ideally the mentor would do that", "heard.wish"),
        ("het weer was mooi vandaag", "heard.unplaced"),
    ],
)
def test_a_wish_and_what_fits_nothing_are_kept_and_the_question_stands(one: Talk, words: str, because: str) -> None:
    ask = one.ask
    assert said(one.type(words)) == [because]
    assert one.ask == ask
    assert [(note.ask, note.text, note.own_words) for note in one.state.notes] == [("c01.situation", words, True)]


def test_what_stands_beside_a_wish_is_heard(one: Talk) -> None:
    one.type("we zouden graag meer doen, maar nu geeft de mentor het")
    assert ids(one.ask) == ["c01.m2", "c01.other"]


def test_a_group_votes_and_its_words_describe_nothing(begin: Begin) -> None:
    one = begin("", track="workshop")
    while not one.ask.id.endswith(".situation"):
        one.go(until=one.ask.id)
        one.answer(3 if one.ask.kind == "number" else _any(one.ask))
    one.type(MENTOR)
    assert one.ask.id.endswith(".situation")


def _any(ask: Ask) -> Any:
    from tests.conftest import sensible

    return sensible(ask)


BAD = [
    "x" * 4000, "mentor " * 500, "😀😀😀", "Die Mentorin macht das, glaube ich", "het is zeker niet de mentor",
    "Wat kwam daarin naar voren?", "[bold]mentor[/bold]", "\x1b[31mmentor", "mentor\nmentor", "ja maar nee", "?!?",
]  # fmt: skip


@pytest.mark.parametrize("words", BAD)
def test_nothing_that_is_typed_chooses_by_itself_or_cannot_be_refused(one: Talk, words: str) -> None:
    one.type(words)
    assert not one.conversation.view.is_answered("c01.situation")
    if one.ask.id == "c01.understood":
        one.answer("c01.other")
    assert one.ask.id == "c01.situation"


def test_the_same_sentence_at_every_component_decides_nothing(begin: Begin) -> None:
    one = begin("full").go(until="c01.situation")
    while (ask := one.conversation.ask) and not ask.id.startswith("picture"):
        if ask.id.endswith(".situation"):
            one.type(MENTOR)
            assert one.ask.id == f"c{ask.component:02}.understood"
            one.type("nee")
            assert not one.conversation.view.is_answered(ask.id)
            one.move("skip")
        else:
            one.answer(_any(ask))


# An edit.


def test_an_answer_is_changed_in_own_words_as_by_a_choice(begin: Begin) -> None:
    one = begin().go(until="who.first")
    one.move("edit", to="c01.situation")
    one.type(DECAAN)
    assert one.ask.id == "c01.understood"
    one.type("ja")
    assert one.ask.id == "edit.keep"
    one.type("jazeker")
    assert one.state.value("c01.situation") == "c01.m1"
    assert one.state.answers["c01.situation"].quote == DECAAN


# Requests.

HAPPENS = {"skip": "skipped", "pause": "paused", "back": "taken_back"}


@pytest.mark.parametrize("ask", ["welcome.part", "assignment.asked", "c01.situation", "c01.basis", "plan.actions"])
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("wat bedoel je?", "example"), ("Ik snap de vraag niet", "example"), ("What do you mean?", "example"),
        ("waarom vraag je dat?", "why"), ("why do you ask that", "why"),
        ("geen idee", "skip"), ("sla maar over", "skip"), ("volgende vraag graag", "skip"),
        ("I haven't a clue", "skip"),
        ("hoe lang duurt het nog?", "minutes"), ("How much longer?", "minutes"),
        ("kan ik stoppen", "pause"), ("ga terug", "back"),
    ],
)  # fmt: skip
def test_a_request_is_done_at_any_question_and_no_note_is_made_of_it(
    begin: Begin, ask: str, words: str, kind: str
) -> None:
    one = begin("full").go(until=ask, c01__basis=["lessons"])
    before, kept = one.ask, len(one.events)
    turn = one.type(words)
    assert not one.state.notes
    assert not any(isinstance(say, Problem) for say in turn.says)
    if kind in ("example", "why", "minutes"):
        assert len(turn.says) > 0
        assert (one.ask, len(one.events)) == (before, kept)
    else:
        assert one.events[kept].kind == HAPPENS[kind]
    assert turn.paused == (kind == "pause")


def test_who_is_tired_is_heard_and_may_stop_or_see_the_picture(one: Talk) -> None:
    ask = one.ask
    turn = one.type("ik word hier moe van")
    assert said(turn) == ["heard.tired"]
    assert "naar het beeld" in turn.says[0].text
    assert one.ask == ask
    assert not one.state.notes


def test_where_any_words_are_an_answer_a_feeling_is_one(begin: Begin) -> None:
    one = begin().go(until="assignment.asked")
    one.type("dit duurt te lang")
    assert one.state.value("assignment.asked") == "dit duurt te lang"


# Options in words.


@pytest.mark.parametrize(
    ("words", "value", "quote"),
    [
        ("De hele school", "part.school", ""), ("hele school", "part.school", ""), ("nummer 2", "part.location", ""),
        ("optie c", "part.vmbo", ""), ("havo", "part.havo", ""), ("havo en vwo", "part.havo_vwo", ""),
        ("de laatste", "part.several", ""), ("het vwo, maar alleen klas 3", "part.vwo", "alleen klas 3"),
        ("HET VMBO.", "part.vmbo", ""),
    ],
)  # fmt: skip
def test_the_text_of_an_option_chooses_it(begin: Begin, words: str, value: str, quote: str) -> None:
    one = begin().go(until="welcome.part")
    one.type(words)
    standing = one.state.answers["welcome.part"]
    assert standing.value == value
    assert quote in standing.quote


def test_how_a_description_begins_chooses_it_if_that_is_enough(one: Talk) -> None:
    text = one.ask.options[1].text
    one.type(" ".join(text.split()[:6]))
    assert one.state.value("c01.situation") == one.ask.options[1].id or one.ask.id != "c01.situation"


@pytest.mark.parametrize(
    ("words", "value"),
    [("De mentor en de decaan", ["doer.decaan", "doer.mentor"]), ("mentor, decaan", ["doer.decaan", "doer.mentor"])],
)
def test_several_options_are_named_in_words(begin: Begin, words: str, value: list[str]) -> None:
    one = begin("full").go(until="theme.lessons")
    one.type(words)
    assert sorted(one.state.value("theme.lessons")) == value


def test_an_option_within_a_sentence_is_taken_and_told_back(begin: Begin) -> None:
    one = begin().go(until="welcome.part")
    turn = one.type("dit gaat alleen over het vwo dit jaar")
    assert one.state.value("welcome.part") == "part.vwo"
    assert said(turn)[0] == "heard.named"
    assert "‘Het vwo’" in turn.says[0].text
    one.type("terug")
    assert one.ask.id == "welcome.part"


@pytest.mark.parametrize(
    "words", ["dit gaat misschien over het vwo", "3 vwo en dan later de rest", "over het vwo? niet"]
)
def test_an_option_that_is_not_surely_named_is_not_taken(begin: Begin, words: str) -> None:
    one = begin().go(until="welcome.part")
    one.type(words)
    assert one.state.value("welcome.part") is None


def test_another_option_corrects_the_proposed_one_at_once(begin: Begin) -> None:
    one = begin().go(until="welcome.part")
    one.type("dit gaat misschien over het vwo dit jaar")
    one.type("de havo")
    assert one.state.value("welcome.part") == "part.havo"
    assert one.ask.id == "assignment.asked"


# Yes and no.


@pytest.mark.parametrize(
    ("words", "value", "quote"),
    [
        ("ja hoor, dat klopt wel zo", True, ""),
        ("ja, maar bij basis-kader is het anders", True, "basis-kader"),
        ("klopt", True, ""), ("Inderdaad.", True, ""), ("yes", True, ""), ("That's right", True, ""),
        ("niet helemaal", False, ""), ("nee, want wij doen dat samen", False, "wij doen dat samen"),
        ("Not quite", False, ""),
    ],
)  # fmt: skip
def test_a_yes_or_a_no_in_any_form_answers(begin: Begin, words: str, value: bool, quote: str) -> None:
    one = begin("full").go(until="visie-en-beleid.summary")
    one.type(words)
    standing = one.state.answers["visie-en-beleid.summary"]
    assert standing.value is value
    assert quote in standing.quote


@pytest.mark.parametrize("words", ["wij doen dat samen", "dat hangt ervan af", "bij ons werken mentoren mee"])
def test_what_is_neither_is_kept_and_asked_again(begin: Begin, words: str) -> None:
    one = begin("full").go(until="visie-en-beleid.summary")
    ask = one.ask
    assert said(one.type(words)) == ["note.confirm"]
    assert one.ask == ask
    assert one.state.notes[0].text == words


@pytest.mark.parametrize(
    ("ask", "words", "value"),
    [
        ("assignment.quote", "dat is alleen voor mij", False), ("assignment.quote", "no problem", True),
        ("picture.agree", "niet helemaal, want de mentoren doen ook mee", "picture.partly"),
        ("picture.agree", "Nee, zo is het niet", "picture.no"), ("picture.agree", "jazeker", "picture.yes"),
        ("picture.go_on", "verder", True), ("recent", "vorige week", "recent.month"),
    ],
)  # fmt: skip
def test_an_option_is_chosen_in_other_words(begin: Begin, ask: str, words: str, value: object) -> None:
    one = begin("full").go(until="c01.recent" if ask == "recent" else ask, c01__basis=["impression"])
    asked = one.ask.id
    one.type(words)
    assert one.state.value(asked) == value


def test_of_two_options_in_a_line_none_becomes_a_remark(begin: Begin) -> None:
    one = begin().go(until="welcome.part")
    one.type("havo, vwo")
    assert one.state.value("welcome.part") in (None, "part.havo_vwo")


# A word back.


@pytest.mark.parametrize(
    ("words", "feeling"),
    [
        ("Ik doe dit al vijftien jaar alleen en word er moe van", "feeling.alone"),
        ("Er is geen tijd voor en iedereen heeft het druk", "feeling.no_time"),
        ("Mentoren zitten er niet op te wachten", "feeling.resistance"),
        ("I'm looking forward to it", "feeling.keen"),
        ("Vorig jaar zat een jongen bij mij te huilen", "feeling.tears"),
        ("Dan zoeken we dat uit en gaat ze opgelucht weer weg", "feeling.relieved"),
    ],
)
def test_a_free_text_gets_a_word_back_that_fits(begin: Begin, words: str, feeling: str) -> None:
    one = begin().go(until="assignment.asked")
    assert feeling in said(one.type(words))


def test_a_free_text_that_says_nothing_of_that_gets_none(begin: Begin) -> None:
    one = begin().go(until="assignment.asked")
    assert not any(name.startswith("feeling") for name in said(one.type("Meer praktijk in klas 2")))


# What people say around an answer.


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("6 dus, ik ga het ze vragen", None),
        ("eh ja oke, 1 dan", 0),
        ("die eerste, dat ik er zelf mee kwam", 0),
        ("2 denk ik", 1),
    ],
)
def test_a_number_among_a_few_words_chooses(one: Talk, words: str, value: int | None) -> None:
    ids_shown = ids(one.ask)
    one.type(words)
    assert one.conversation.view.is_answered("c01.situation")
    assert one.state.value("c01.situation") == (None if value is None else ids_shown[value])


def test_all_but_one(begin: Begin) -> None:
    one = begin().go(until="school.seen")
    shown = ids(one.ask)
    one.type("alles behalve 2")
    assert one.state.value("school.seen") == [option for option in shown[:-1] if option != shown[1]]


@pytest.mark.parametrize(
    "words",
    ["daar ben ik nog niet achter", "geen idee eerlijk gezegd, ik was er niet bij",
     "Geen flauw idee, mijn voorganger wist dat", "I don't know yet, I only started in September"],
)  # fmt: skip
def test_who_says_not_to_know_passes_the_question_by(one: Talk, words: str) -> None:
    turn = one.type(words)
    assert one.conversation.view.is_answered("c01.situation")
    assert one.state.value("c01.situation") is None
    assert [note.text for note in one.state.notes] == [words]
    assert "skip.find_out" in said(turn)


def test_who_does_not_know_what_was_heard_passes_the_question_by(one: Talk) -> None:
    one.type(MENTOR)
    one.type("dat weet ik niet")
    assert one.conversation.view.is_answered("c01.situation")
    assert one.state.value("c01.situation") is None
    one.move("back")
    assert one.ask.id == "c01.understood"


@pytest.mark.parametrize("yes", ["jaaa klopt", "hm ja dat klopt wel", "ja zoiets", "ja, natuurlijk"])
def test_a_yes_is_heard_however_it_is_said_and_nothing_of_it_is_a_quote(one: Talk, yes: str) -> None:
    one.type(MENTOR)
    one.type(yes)
    assert one.state.answers["c01.situation"].quote == MENTOR


def test_a_no_with_the_answer_behind_it_is_that_answer(begin: Begin) -> None:
    one = begin().go(until="welcome.part")
    one.type("dit gaat misschien over het vwo dit jaar")
    one.type("nee, de havo")
    assert one.state.value("welcome.part") == "part.havo"


def test_a_yes_with_a_but_gets_no_echo_that_says_more(one: Talk) -> None:
    one.type(MENTOR)
    turn = one.type("ja, maar de helft slaat het over")
    assert not any(name.endswith(".echo") for name in said(turn))
    assert said(turn)[0] == "heard.corrected"


# Questions back.


@pytest.mark.parametrize(
    "words", ["wat kan ik morgen doen", "welk beeld?", "20 min? heb er 10", "What can I do tomorrow"]
)
def test_a_question_is_no_answer_unless_one_says_so(begin: Begin, words: str) -> None:
    one = begin().go(until="assignment.asked")
    one.type(words)
    assert one.ask.id == "assignment.asked.understood"
    turn = one.type("nee")
    assert one.ask.id == "assignment.asked"
    assert said(turn) == ["assignment.asked.example"]
    assert not one.state.notes
    one.type(words)
    one.type("ja")
    assert one.state.value("assignment.asked") == words


def test_a_question_at_a_choice_is_kept_and_the_choice_stands(one: Talk) -> None:
    ask = one.ask
    turn = one.type("wanneer gaat de trein naar Assen?")
    assert said(turn)[0] == "heard.question"
    assert one.ask == ask
    assert [note.text for note in one.state.notes] == ["wanneer gaat de trein naar Assen?"]


def test_what_a_question_has_to_do_with_it_is_why_it_is_asked(one: Talk) -> None:
    assert said(one.type("wat heeft dat met LOB te maken?")) == said(one.type("waarom vraag je dat?"))


def test_a_request_within_words_that_fit_nothing_is_done(one: Talk) -> None:
    assert said(one.type("de bel gaat zo. hoe lang nog?")) == ["heard.minutes"]
    one.type("sla over, ik moet zo naar les")
    assert one.conversation.view.is_answered("c01.situation")


# One's own lines in the plan.


@pytest.mark.parametrize("words", ["Zit er ook iets bij voor de onderbouw?", "Haha nee, dat hoeft niet in mijn plan!"])
def test_what_may_be_no_action_is_asked_before_it_is_one(begin: Begin, words: str) -> None:
    one = begin().go(until="plan.actions")
    one.type(words)
    if one.ask.id == "plan.actions.understood":
        one.type("nee")
    assert one.ask.id == "plan.actions"
    assert not one.state.value("plan.own")


def test_an_action_can_be_taken_out_again(begin: Begin) -> None:
    one = begin("full").go(until="plan.actions")
    one.type("Samen een keer meekijken op stage")
    one.go(until="plan.who.act.own.1")
    one.type("haal deze actie weg")
    assert one.ask.id == "plan.own"


def test_done_leaves_open_what_may_stay_open(begin: Begin) -> None:
    one, action = of_first_action(begin, "whom")
    one.type("klaar")
    assert one.state.answers[f"plan.whom.{action}"].skipped
    assert not one.ask.id.endswith(action)


def test_an_option_is_explained_by_its_number(begin: Begin) -> None:
    one = begin("full").go(until="plan.actions")
    turn = one.type("andere woorden bij 1")
    assert turn.says[0].id == one.ask.options[0].id
    assert not one.state.value("plan.own")


# At the picture.


def test_what_one_sees_otherwise_is_not_asked_if_it_was_just_said(begin: Begin) -> None:
    one = begin().go(until="picture.agree")
    one.type("nee, het zit bij ons al in de vakken")
    assert one.state.value("picture.otherwise") == "het zit bij ons al in de vakken"
    assert one.ask.id != "picture.otherwise"
    one.move("back")
    assert one.ask.id == "picture.agree"


# Numbers and days as people say them.


@pytest.mark.parametrize(
    ("words", "value"), [("niks, denk ik", 0), ("een uurtje of tien, gok ik", 10), ("ja nou twintig", 20)]
)
def test_a_number_is_heard_among_words(begin: Begin, words: str, value: int) -> None:
    one, action = of_first_action(begin, "hours")
    one.type(words)
    assert one.state.value(f"plan.hours.{action}") == value


def test_a_day_is_heard_among_words(begin: Begin) -> None:
    one, action = of_first_action(begin, "when")
    one.type("als Fatma tijd heeft, begin maart zeg ik maar")
    assert one.state.value(f"plan.when.{action}") == "2027-03-01"


# What a second round of talks brought up.


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dat doet bij ons meestal de mentor", ["doer.mentor"]), ("weer ik", ["doer.decaan"]),
        ("De mentor. En de vakdocent ook, hoor", ["doer.mentor", "doer.subject_teacher"]),
    ],
)  # fmt: skip
def test_an_option_with_small_words_around_it_is_that_option(begin: Begin, words: str, value: list[str]) -> None:
    one = begin("full").go(until="theme.lessons")
    one.type(words)
    assert one.state.value("theme.lessons") == value


def test_a_maybe_is_no_plain_answer(begin: Begin) -> None:
    one = begin("full").go(until="theme.lessons")
    one.type("misschien de mentor")
    assert one.ask.id == "theme.lessons.understood"


def test_a_but_that_tells_another_description_is_asked_about(one: Talk) -> None:
    one.type(MENTOR)
    one.type(f"ja, maar in de bovenbouw {DECAAN}")
    assert ids(one.ask) == ["c01.between", "c01.m2", "c01.m1", "c01.other"]


def test_what_is_told_beside_not_knowing_is_heard(one: Talk) -> None:
    one.type(f"{MENTOR}, dat zag ik vorige week. verder geen idee")
    assert ids(one.ask) == ["c01.m2", "c01.other"]
    assert one.state.proposed is not None


def test_back_after_not_knowing_goes_one_question_back(begin: Begin) -> None:
    one = begin("full").go(until="c02.situation")
    one.type("daar ben ik nog niet achter")
    assert one.ask.id == "c03.situation"
    one.move("back")
    assert one.ask.id == "c02.situation"
    assert one.conversation.view.is_answered("c01.situation")


def test_a_protest_is_not_put_with_what_works(begin: Begin) -> None:
    one = begin().go(until="picture.also")
    one.type("dat ik alles alleen doe is geen plus")
    assert one.ask.id == "picture.also.understood"
    assert said(one.type("nee"))[0] == "heard.no_plus"
    assert one.state.value("picture.also") is None
    assert one.state.notes[-1].text == "dat ik alles alleen doe is geen plus"
    assert one.ask.id == "picture.agree"


def test_a_yes_to_the_picture_with_a_but_recognises_a_part(begin: Begin) -> None:
    one = begin().go(until="picture.agree")
    one.type("ja, maar de onderbouw mist nog")
    assert one.state.value("picture.agree") == "picture.partly"
    assert one.state.value("picture.otherwise") == "maar de onderbouw mist nog"


def test_a_partly_of_a_few_words_is_asked_about(begin: Begin) -> None:
    one = begin().go(until="picture.agree")
    one.type("ja, maar niet helemaal")
    assert one.state.value("picture.agree") == "picture.partly"
    assert one.ask.id == "picture.otherwise"


@pytest.mark.parametrize(
    "words",
    [
        "De naam laat ik liever weg",
        "Laat ik de naam maar even weg",
        "a small school, rather not say",
        "let's leave the school's name out",
    ],
)
def test_who_names_no_school_has_none(begin: Begin, words: str) -> None:
    one = begin()
    one.type(words)
    assert one.ask.id == "welcome.part"
    assert one.state.value("welcome.school") is None


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("laat maar, heb 10 min, moet zo naar mn teamleider", "feeling.hurry"),
        ("ik heb haast", "feeling.hurry"),
        ("I'm tired of your questions", "heard.tired"),
    ],
)
def test_who_only_talks_to_the_guide_names_no_school(begin: Begin, words: str, answer: str) -> None:
    one = begin()
    assert said(one.type(words))[:2] == [answer, "skip.school"]
    assert one.ask.id == "welcome.part"
    assert one.state.value("welcome.school") is None
    assert one.state.notes[-1].text == words


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("De naam is De Weg", "De Weg"),
        ("Het Vlietcollege, ik moet zo weg", "Het Vlietcollege"),
        ("de brug", "de brug"),
        ("Heb haast, De Brug", None),
        ("ik werk op dalton overberg", None),
        ("terug, ik wil iets anders", None),
    ],
)
def test_a_name_beside_talk_is_a_name_or_is_asked(begin: Begin, words: str, name: str | None) -> None:
    one = begin()
    one.type(words)
    assert one.state.value("welcome.school") == name
    assert one.ask.id == ("welcome.part" if name else "welcome.school.understood")


@pytest.mark.parametrize("words", ["haal die er maar uit", "mag die weg", "take it out"])
def test_an_action_may_go_in_many_words(begin: Begin, words: str) -> None:
    one, _action = of_first_action(begin, "who")
    one.type(words)
    assert one.ask.id == "plan.actions"


def test_a_report_is_asked_for_in_words_at_the_end(begin: Begin) -> None:
    from lobgids.dialogue.protocol import Words

    one = begin().go()
    assert one.conversation.chosen_at_the_end(Words(text="Ja graag een verslag")) == "next.report"
    assert one.conversation.chosen_at_the_end(Words(text="1, ze willen iets op papier")) == "next.report"


def test_a_number_at_the_end_of_a_sentence_chooses(one: Talk) -> None:
    shown = ids(one.ask)
    one.type("Ik zei toch: leren kiezen door te doen. Dus 2.")
    assert one.state.value("c01.situation") == shown[1]


# What a third round of talks brought up.


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("Bijna alles heb ik zelf gezien. Alleen dat bellen van 4 hoor ik achteraf, en bij 2 was ik er niet", {1, 3}),
        ("Nou ja, alles eigenlijk, ik ben overal bij. Behalve 5, bij die vergadering zit ik niet.", {4}),
        ("Nearly everything, I was there. Only number 3 I was told about", {2}),
    ],
)
def test_all_but_some_within_a_sentence_is_proposed(begin: Begin, words: str, left_out: set[int]) -> None:
    one = begin().go(until="school.seen")
    shown = ids(one.ask)[:-1]
    one.type(words)
    assert one.ask.id == "school.seen.understood"
    one.type("ja")
    assert one.state.value("school.seen") == [option for place, option in enumerate(shown) if place not in left_out]


def test_almost_all_without_a_number_is_not_none(begin: Begin) -> None:
    one = begin().go(until="school.seen")
    one.type("Nee! Juist bijna alles, maar niet dat bellen")
    assert one.ask.id == "school.seen"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Na de kerstvakantie, half januari", "2027-01-15"), ("Nee, half januari, 20 januari", "2027-01-20"),
        ("voor de zomer, 1 juli", "2027-07-01"), ("eind april meestal", "2027-04-23"),
        ("Na de kerst, half januari. Nu is het hier een gekkenhuis.", "2027-01-15"),
        ("before the summer, 1 July", "2027-07-01"),
    ],
)  # fmt: skip
def test_of_two_ways_to_say_a_day_the_exact_one_counts(begin: Begin, words: str, day: str) -> None:
    one, _action = of_first_action(begin, "when")
    one.type(words)
    assert isinstance(one.state.proposed, Proposal)
    assert one.state.proposed.choices == (day,)


def test_who_is_proud_is_not_told_to_look_forward(one: Talk) -> None:
    assert "feeling.proud" in said(one.type("Haar profiel kiest ze straks zelf, daar ben ik trots op"))


def test_what_is_said_beside_the_chosen_actions_is_proposed_with_them(begin: Begin) -> None:
    one = begin("full").go(until="plan.actions")
    first = one.ask.options[0].id
    one.type("1, en ik wil ook een koffie-uur met de ouders")
    assert isinstance(one.state.proposed, Proposal)
    assert one.state.proposed.choices == (first, "Een koffie-uur met de ouders")
    one.type("ja")
    assert one.ask.id != "plan.actions"
    assert [action.kind for action in one.conversation.view.conclusions.plan] == ["talk", "own"]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("1 en 2, in de bovenbouw gaan ze naar buiten, in de onderbouw niet", "where.year"),
        ("1 en 2, bij het vmbo doen ze het, op de havo niet", "where.department"),
        ("1 and 2, year 2 goes out and year 4 does not", "where.year"),
    ],
)
def test_where_it_differs_is_not_asked_of_who_just_said_it(one: Talk, words: str, where: str) -> None:
    one.type(words)
    assert one.ask.id == "c01.where.understood"
    one.type("ja")
    assert one.state.value("c01.where") == [where]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("1 en 2, het hangt van het jaar af", "where.year"), ("1 en 2, per mentor", "where.mentor"),
        ("1 and 2, it depends on the site", "where.location"),
    ],
)  # fmt: skip
def test_where_it_differs_is_answered_by_who_named_it(one: Talk, words: str, where: str) -> None:
    turn = one.type(words)
    assert one.state.value("c01.where") == [where]
    assert f"heard.{where}" in said(turn)
    one.type("terug")
    assert one.ask.id == "c01.situation"


def test_where_it_differs_is_asked_of_who_did_not_say_it(one: Talk) -> None:
    one.type("1 en 2, op de havo hangt het ervan af")
    assert one.ask.id == "c01.where"


@pytest.mark.parametrize("words", ["Ik, en de mentoren", "ik en de mentoren", "ik samen met de mentor"])
def test_roles_are_named_as_people_name_them(begin: Begin, words: str) -> None:
    one, action = of_first_action(begin, "helps")
    one.type(words)
    assert one.state.value(f"plan.helps.{action}") == ["decaan", "mentor"]


@pytest.mark.parametrize(("words", "nth"), [("de eerste dus", 0), ("De tweede", 1), ("the last one", 1)])
def test_a_no_to_two_that_names_one_of_them_is_that_one(one: Talk, words: str, nth: int) -> None:
    one.type(DIVIDED)
    told = [name for name in ids(one.ask) if name in ("c01.m1", "c01.m2", "c01.m3")]
    one.type(f"Nee, ik doe het alleen. {words}")
    assert one.state.value("c01.situation") == told[nth]


def test_what_weighs_is_answered_again_at_the_picture(begin: Begin) -> None:
    one = begin().go(until="c01.situation")
    assert "feeling.alone" in said(one.type("Ik sta er helemaal alleen voor"))
    one.go(until="picture.agree")
    turn = one.type("Nee, er staat niet bij dat het ook eenzaam is")
    assert "feeling.again.alone" in said(turn)


def test_a_feeling_gets_one_word_back_where_its_words_are_put_first(one: Talk) -> None:
    told = said(one.type(f"{DIVIDED}, en ik kom er niet aan toe"))
    told += said(one.type("1, maar gastlessen geef ik niet"))
    assert told.count("feeling.no_time") == 1


def test_who_cannot_choose_a_direction_alone_keeps_the_wish_in_own_words(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    turn = one.type("dat kan ik niet in mijn eentje bepalen, ik zou gewoon iets kleins willen doen met Joost")
    assert one.ask.id != "ambition.school"
    assert "ambition.own_words" in said(turn)
    closing = " ".join(say.text for say in ending(one.go().conversation.view))
    assert "De wens nu, in jouw woorden: ‘" in closing
    assert "iets kleins willen doen met Joost" in closing


def test_who_does_not_know_it_is_not_said_that_it_never_happened(talk: Begin) -> None:
    one = talk("short").go(until="theme.support")
    turn = one.type("Dat weet ik niet. Bij mij is er in elk geval nog niemand geweest.")
    assert "heard.not_yet" not in said(turn)


def test_a_long_line_is_quoted_as_it_was_said(talk: Begin) -> None:
    one = talk("short").go(until="ambition.school")
    typed = ("Geen van die namen. Ik wil wat klas 3 al doet in elk jaar: elke mentor voert één gesprek met elke "
             "leerling, en geen lessen. Dat lijkt op 2, maar dan zonder die lessen.")  # fmt: skip
    one.type(typed)
    standing = one.state.answers.get("ambition.school")
    kept = [note.text for note in one.state.notes] + ([standing.quote] if standing and standing.quote else [])
    assert kept
    assert all(words in typed for words in kept)


def test_an_echo_of_the_question_before_a_story_asks_nothing(talk: Begin) -> None:
    one = talk("short").go(until="c02.situation")
    typed = "Verdelen? Dat doe ik gewoon alleen, al negentien jaar. De rector vindt het allemaal best."
    one.type(typed)
    kept = [note.text for note in one.state.notes] + [getattr(one.state.proposed, "words", "")]
    assert any("al negentien jaar" in words for words in kept)


def test_a_yes_with_nothing_to_hide_is_a_yes(talk: Begin) -> None:
    one = talk("short").go(until="assignment.quote", assignment__asked="De rector wil een plan")
    one.type("ja, dat mag, daar is niks geheims aan")
    assert quoted_assignment(one.conversation.view)


def test_who_goes_back_to_the_question_before_in_words_is_asked_that(talk: Begin) -> None:
    one = talk("short").go(until="theme.lessons")
    one.answer(["doer.mentor"])
    turn = one.type("Even over die vorige: ik bedoelde de mentor en de decaan, allebei")
    assert said(turn)[0] == "heard.protest"
    assert set(one.state.value("theme.lessons")) == {"doer.mentor", "doer.decaan"}


def test_a_no_at_the_end_of_a_sentence_stays_with_it(talk: Begin) -> None:
    base = talk("short").conversation.view.base
    told = what_is_told(base, "het gaat alleen op cijfers, en dat die leerling het wist, nou nee")
    assert told.endswith("nou nee")


# What a talk with five players brought up.


@pytest.mark.parametrize(
    "words",
    ["allemaal, 1 tot en met 8", "Allemaal eigenlijk", "ja alles eigenlijk", "yes, all of them", "everything, well"],
)
def test_a_plain_all_is_taken_at_once_and_told_back(begin: Begin, words: str) -> None:
    one = begin().go(until="school.seen")
    everything = [option.id for option in one.ask.options if not option.alone]
    assert len(everything) == 8
    assert "heard.named" in said(one.type(words))
    assert one.state.value("school.seen") == everything


@pytest.mark.parametrize(
    "words",
    ["bijna alles", "niet alles", "misschien alles", "alles alleen 2 niet", "ja alle drie", "allemaal, 1 tot en met 4"],
)
def test_an_all_that_takes_some_back_is_not_taken_at_once(begin: Begin, words: str) -> None:
    one = begin().go(until="school.seen")
    one.type(words)
    assert one.state.value("school.seen") is None


def test_all_that_one_does_oneself_is_not_all_roles(begin: Begin) -> None:
    one = begin().go(until="theme.lessons")
    one.type("ik doe alles")
    assert one.state.value("theme.lessons") in (None, ["doer.decaan"])


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("In klas 3 de mentor, in de bovenbouw ben ik het.", ["decaan", "mentor"]),
        (
            "Lessen zijn het niet echt. In klas 3 doen de mentoren het met gesprekken, in de bovenbouw ik",
            ["decaan", "mentor"],
        ),
        ("The tutor in year 3, and in the upper years it's me", ["decaan", "mentor"]),
        ("4, en soms 5", ["decaan", "mentor"]),
        ("4, af en toe 5", ["decaan", "mentor"]),
        ("4, and sometimes 5", ["decaan", "mentor"]),
        ("4, soms 5 leerlingen", ["decaan"]),
        ("4, in klas 4 en soms 5", ["decaan"]),
        ("4, in klas 3 ook 5", ["decaan", "mentor"]),
        ("Dat zou ik dan ook zijn, maar eerlijk gezegd vraagt niemand het me", ["decaan"]),
        ("that would be me, but nobody asks", ["decaan"]),
        ("niemand vraagt dat, als het gebeurt ben ik het", ["decaan"]),
        ("dat doet niemand", ["nobody"]),
        ("Niemand, dat gebeurt niet", ["nobody"]),
        ("ik denk de mentor", ["mentor"]),
        ("de mentor, ik niet", ["mentor"]),
    ],
)
def test_who_does_it_is_taken_with_oneself_and_who_does_less(begin: Begin, words: str, roles: list[str]) -> None:
    one = begin().go(until="theme.first-contact")
    one.type(words)
    assert one.state.value("theme.first-contact") == [f"doer.{role}" for role in roles]


@pytest.mark.parametrize(
    "words",
    ["niemand weet het", "niemand vraagt dat", "nobody asks", "4 of soms 5", "Misschien de mentor, in de bovenbouw ik"],
)
def test_who_does_it_is_not_taken_from_what_does_not_say_it(begin: Begin, words: str) -> None:
    one = begin().go(until="theme.first-contact")
    one.type(words)
    assert one.state.value("theme.first-contact") is None
    proposed = one.state.proposed
    assert not isinstance(proposed, Proposal) or "doer.nobody" not in proposed.choices


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Alleen hoor je dat bij ons pas in klas 3.", "Alleen hoor je dat bij ons pas in klas 3."),
        ("{text} Alleen hoor je dat bij ons pas in klas 3.", "Alleen hoor je dat bij ons pas in klas 3."),
        ("{text}", ""),
        ("zei ik toch", ""),
        ("But of course you only hear that in year 3.", "But of course you only hear that in year 3."),
    ],
)
def test_no_word_is_lost_of_what_is_said_beside_a_number(begin: Begin, words: str, quote: str) -> None:
    one = begin().go(until="c01.situation")
    second = one.ask.options[1]
    one.type(f"2. {words.format(text=second.text)}")
    given = one.state.answers["c01.situation"]
    assert (given.value, given.quote) == (second.id, quote)


def test_no_word_is_lost_of_a_no_that_chooses_by_number(begin: Begin) -> None:
    one = begin("full").go(until="c01.situation")
    told = "In de onderbouw de mentor, in de bovenbouw de decaan, dat verschilt per leerjaar"
    one.type(told)
    assert one.ask.id == "c01.understood"
    chosen = one.ask.options[1]
    one.type(f"Nee, 2. {chosen.text} Alleen hoor je dat bij ons pas in klas 3.")
    given = one.state.answers["c01.situation"]
    assert (given.value, given.quote) == (chosen.id, f"{told}; Alleen hoor je dat bij ons pas in klas 3")


@pytest.mark.parametrize(
    "words",
    [
        "Pff, daar ben ik nog nooit bij geweest. Ik weet echt niet hoe dat hier gaat.",
        "Ik weet niet hoe dat gaat, pff",
        "I really don't know how that goes, sigh.",
    ],
)
def test_not_knowing_wins_over_a_sigh(begin: Begin, words: str) -> None:
    one = begin().go(until="c06.situation")
    assert "heard.tired" not in said(one.type(words))
    assert one.state.answers["c06.situation"].skipped
    assert one.state.notes[-1].text == words


@pytest.mark.parametrize("words", ["Pff", "pff, te veel vragen"])
def test_a_sigh_by_itself_is_heard_as_one(begin: Begin, words: str) -> None:
    one = begin().go(until="c06.situation")
    assert said(one.type(words)) == ["heard.tired"]
    assert one.ask.id == "c06.situation"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Nee hoor, ik ga wel door. Joost doet het.", "Joost doet het."),
        ("No, I'll carry on. Joost does it.", "Joost does it."),
        ("We gaan door tot klas 4.", "We gaan door tot klas 4."),
        ("Ze zei: ik weet niet wat ik wil.", "Ze zei: ik weet niet wat ik wil."),
    ],
)
def test_that_one_goes_on_is_said_to_the_guide(begin: Begin, words: str, told: str) -> None:
    assert what_is_told(begin().conversation.view.base, words, "unknown") == told


@pytest.mark.parametrize(
    ("words", "places", "quote"),
    [
        ("1 2 4 5. 3 hoor ik van de mentoren", [0, 1, 3, 4], "3 hoor ik van de mentoren"),
        ("1 2 4. 3 weet ik niet", [0, 1, 3], "3 weet ik niet"),
        ("1, 2. 3 havo doet het anders", [0, 1], "3 havo doet het anders"),
        ("1 2 4. 3 ook", [0, 1, 2, 3], ""),
        ("1. 2. 3. 4. en verder niks", [0, 1, 2, 3], "en verder niks"),
        ("1 2 4 5. 3", [0, 1, 2, 3, 4], ""),
    ],
)
def test_numbers_in_a_sentence_of_their_own_are_the_answer(
    begin: Begin, words: str, places: list[int], quote: str
) -> None:
    one = begin().go(until="school.seen")
    shown = ids(one.ask)
    one.type(words)
    given = one.state.answers["school.seen"]
    assert (given.value, given.quote) == ([shown[place] for place in places], quote)


SHARES = [
    "In klas 3 de mentor, in de bovenbouw ben ik het.",
    "Lessen zijn het niet echt. In klas 3 doen de mentoren het met gesprekken, in de bovenbouw ik",
    "De mentoren doen het, ik help een beetje",
    "The tutor in year 3, and in the upper years it's me",
]
SHARED = "theme.lessons.shared"


@pytest.mark.parametrize("words", SHARES)
def test_how_it_is_shared_is_not_asked_of_who_told_it(begin: Begin, words: str) -> None:
    one = begin().go(until="theme.lessons")
    turn = one.type(words)
    assert "roles.shared" in said(turn)
    assert not [each for each in said(turn) if each.startswith("skip.")]
    assert one.state.answers["theme.lessons"].quote == words
    one.go(until="picture.also")
    assert one.state.answers[SHARED].skipped


@pytest.mark.parametrize("words", ["de mentor, en ik ook", "4 en 5", "4, en soms 5", "4 en 5, in klas 3 de mentor"])
def test_how_it_is_shared_is_asked_where_only_names_were_given(begin: Begin, words: str) -> None:
    one = begin().go(until="theme.lessons")
    one.type(words)
    assert one.state.value("theme.lessons") == ["doer.decaan", "doer.mentor"]
    one.go(until=SHARED)


def test_a_document_that_was_begun_before_asks_how_it_is_shared_as_it_did(begin: Begin) -> None:
    one = begin().go(until="theme.lessons")
    one.type(SHARES[0])
    before = begin(events=[event for event in one.events if event.ask != SHARED])
    before.go(until=SHARED)
    before.type("zo verdelen wij het")
    again = begin(events=before.events)
    assert again.state.value(SHARED) == "zo verdelen wij het"
    assert again.ask == before.ask


@pytest.mark.parametrize("draws", [False, True])
def test_what_told_how_it_is_shared_is_replayed_and_taken_back(begin: Begin, draws: bool) -> None:
    one = begin().go(until="theme.lessons")
    start = len(one.events)
    turn = one.type(SHARES[0])
    again = begin(events=one.events[:start])
    again.conversation.draw_grids(can=draws)
    assert again.conversation.tell(one.events[start:]).heard == turn.heard
    one.move("back")
    assert one.ask.id == "theme.lessons"
    assert SHARED not in one.state.answers


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Het Waterland College, mavo en havo.", "mavo en havo"),
        ("De Brug, een mavo", "Het vmbo"),
        ("Het Vlietcollege, alleen de bovenbouw", "Een andere combinatie"),
    ],
)
def test_a_combination_of_school_types_is_told_in_ones_own_words(begin: Begin, words: str, part: str) -> None:
    turn = begin().type(words)
    assert next(say.text for say in turn.says if say.id == "welcome.part_named").endswith(f": {part}.")


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("1 2 4 5. 3 hoor ik van de mentoren", ["colleagues"]),
        ("1 en 2, en 3 hoorde ik van leerlingen", ["students"]),
        ("1 and 2. 3 I heard from students", ["students"]),
        ("1 2 4 5. 3 hoor ik niet van de mentoren", None),
        ("1 2. 3 havo doet het anders", None),
        ("1 2 4. 3 weet ik niet", None),
    ],
)
def test_how_one_knows_what_one_did_not_see_is_taken_with_its_number(
    begin: Begin, words: str, basis: list[str] | None
) -> None:
    one = begin().go(until="school.seen")
    third = one.ask.options[2].id
    one.type(words)
    assert one.state.value(f"{third}.basis") == basis
    assert one.ask.id == "school.basis"
    assert begin(events=one.events).ask == one.ask
    one.move("back")
    assert one.ask.id == "school.seen"
    assert one.state.value(f"{third}.basis") is None


def test_who_told_how_one_knows_the_only_other_thing_is_not_asked_it(begin: Begin) -> None:
    one = begin().go(until="school.seen")
    one.type("1 2 4 5 6 7 8. 3 hoor ik van de mentoren")
    assert one.ask.id == "theme.lessons"
