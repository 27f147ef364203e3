"""What somebody types at a question with options: one answer, several, words with them, or words only."""

import itertools
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import msgspec
import pytest

from lobgids.dialogue.protocol import Ask
from lobgids.log.ask_ids import KEEP_EDIT
from lobgids.log.events import Event, TrackName
from lobgids.log.state import Proposal, fold
from lobgids.report.blocks import Quote
from lobgids.report.compose import ReportRequest, compose
from lobgids.report.own_words import own_words
from lobgids.session.sharing import wordless
from tests.conftest import Talk, sensible
from tests.fakes.people import hold
from tests.fakes.turns import problem, said

Begin = Callable[..., Talk]
At = Callable[..., Talk]


@pytest.fixture(scope="module")
def at(talk: Begin) -> At:
    """A full conversation in which a question is open, in a language; the way there is gone once."""
    known: dict[tuple[str, str], Sequence[Event]] = {}

    def begin(ask: str, language: str = "nl") -> Talk:
        if (ask, language) not in known:
            known[ask, language] = talk("full", language=language).go(until=ask).events
        return talk("full", language=language, events=known[ask, language])

    return begin


def kept(one: Talk) -> Any:
    """The value of the last event, with the places of options for their ids."""
    return one.events[-1].value


def ids(ask: Ask, *places: int) -> list[str]:
    """The ids of the options at these places."""
    return [ask.options[place].id for place in places]


# Several answers.


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("typed", "places"),
    [("1 en 4", (0, 3)), ("1, 2 en 5", (0, 1, 4)), ("a, c en d", (0, 2, 3)), ("a + d", (0, 3)), ("1 and 4", (0, 3)),
     ("d a", (0, 3)), ("3", (2,)), ("c)", (2,)), ("alle zes", range(6)), ("all six", range(6)), ("alles", range(6))],
)  # fmt: skip
def test_a_question_with_several_answers_takes_a_list(at: At, typed: str, places: Sequence[int], language: str) -> None:
    one = at("c01.basis", language)
    wanted = ids(one.ask, *places)
    one.type(typed)
    assert one.state.value("c01.basis") == wanted
    assert kept(one) == wanted


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("typed", "places", "quote"),
    [
        ("1 en 4, vooral in klas 3", (0, 3), "vooral in klas 3"),
        (
            "a, in 3b vorige week, en collega Jan zei het ook",
            (0,),
            "in 3b vorige week, en collega Jan zei het ook",
        ),
        ("b want dat vertelden ze", (1,), "want dat vertelden ze"),
        ("1, 2: both in year 3", (0, 1), "both in year 3"),
    ],
)
def test_words_behind_several_answers_are_kept_with_them(
    at: At, typed: str, places: Sequence[int], quote: str, language: str
) -> None:
    one = at("c01.basis", language)
    wanted = ids(one.ask, *places)
    turn = one.type(typed)
    assert kept(one) == {"choice": wanted, "quote": quote}
    assert (one.state.value("c01.basis"), one.state.answers["c01.basis"].quote) == (wanted, quote)
    assert said(turn)[0] == "heard.words"
    assert turn.heard.endswith(f"‘{quote}’")


def test_words_with_several_answers_go_where_own_words_go(at: At) -> None:
    one, plain = at("c01.basis"), at("c01.basis")
    one.type("2 en 4, vooral in klas 3")
    plain.answer(["students", "colleagues"])
    view = one.conversation.view
    assert view.log_likelihoods == plain.conversation.view.log_likelihoods
    assert view.last_basis() == ["students", "colleagues"]
    assert [(own.kind, own.text) for own in own_words(view)][-1] == ("answer", "vooral in klas 3")
    shown = [block.text for part in compose(one.conversation, date(2026, 11, 23), ReportRequest("me")).parts
             for block in part.blocks if isinstance(block, Quote)]  # fmt: skip
    assert shown.count("vooral in klas 3") == 1
    assert wordless(view, one.events)[-1].value == ["students", "colleagues"]


@pytest.mark.parametrize(
    ("ask", "typed", "reaction"),
    [("theme.lessons", "h, al jaren", "roles.nobody"), ("theme.lessons", "d en e, om beurten", "roles.shared")],
)
def test_words_with_an_answer_change_nothing_of_what_is_said_to_it(
    at: At, base: Any, ask: str, typed: str, reaction: str
) -> None:
    ask = base.themes[0].id
    one = at(ask)
    assert reaction in said(one.type(typed))


def test_a_choice_with_words_does_what_the_choice_does(at: At) -> None:
    one = at("picture.agree")
    assert "picture.disagreed" not in said(one.type("a, dit zijn wij"))
    assert one.state.answers["picture.agree"].quote == "dit zijn wij"
    one = at("visie-en-beleid.summary")
    one.answer(False)
    one.type("a, die klopt niet")
    assert one.ask.id == "c01.situation"


def test_a_clash_that_is_put_right_with_words_goes_to_the_answer(talk: Begin, base: Any) -> None:
    first, other = next(
        (one.id, clash.description)
        for component in base.components
        for one in component.descriptions
        for clash in one.clashes
        if one.id < clash.description
    )
    ask = f"{other[:3]}.clash.{first[:3]}"
    one = talk("full").go(until=ask, **{f"{first[:3]}__situation": first, f"{other[:3]}__situation": other})
    one.type("b, dat was vorig jaar")
    assert one.ask.id == f"{first[:3]}.situation"
    again = talk("full", events=one.events)
    assert again.conversation.ask == one.conversation.ask


# One answer.


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("typed", "places", "quote"),
    [("1, 2", (0, 1), ""), ("a en c", (0, 2), ""), ("c + b", (1, 2), ""), ("alle drie", (0, 1, 2), ""),
     ("all three", (0, 1, 2), ""), ("alles", (0, 1, 2), ""), ("1 en 3, per mentor", (0, 2), "per mentor")],
)  # fmt: skip
def test_several_descriptions_at_a_situation_are_a_between(
    at: At, typed: str, places: Sequence[int], quote: str, language: str
) -> None:
    one = at("c04.situation", language)
    wanted = sorted(ids(one.ask, *places))
    one.type(typed)
    assert one.state.value("c04.situation") == wanted
    assert one.state.answers["c04.situation"].quote == quote
    assert (one.ask.id == "c04.where") == ("per" not in typed)  # who says in what it differs is not asked


@pytest.mark.parametrize("typed", ["a en b, per mentor", "d, per mentor"])
def test_words_with_a_between_come_back_in_the_summary(at: At, typed: str) -> None:
    one = at("c04.situation")
    one.type(typed)
    one.go(until="visie-en-beleid.summary", c04__between=["c04.m1", "c04.m2"])
    assert "‘per mentor’" in one.ask.text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("typed", ["a en d", "1, 2 en 5", "4 en 5"])
def test_in_between_and_not_knowing_go_with_no_description(at: At, typed: str, language: str) -> None:
    one = at("c04.situation", language)
    alone = one.ask.options[3 if "5" not in typed or "4" in typed else 4].text
    assert alone in problem(one.type(typed))
    assert one.ask.id == "c04.situation"


@pytest.mark.parametrize(("language", "sentence"), [("nl", "Kies er één."), ("en", "Choose one.")])
@pytest.mark.parametrize(
    ("ask", "typed"),
    [("welcome.part", "1, 2"), ("welcome.part", "a en c, want we zijn klein"), ("assignment.scan", "alle drie"),
     ("visie-en-beleid.summary", "a en b"), ("competence.decaan.head", "1 en 2"), ("picture.agree", "1 + 2")],
)  # fmt: skip
def test_two_at_once_where_one_fits_is_a_friendly_problem(
    at: At, ask: str, typed: str, language: str, sentence: str
) -> None:
    one = at(ask, language)
    state = one.state.copy()
    assert problem(one.type(typed)).endswith(sentence)
    assert (one.ask.id, one.state) == (ask, state)


def test_several_ids_where_one_fits_is_the_same_problem(at: At) -> None:
    one = at("welcome.part")
    assert problem(one.answer(ids(one.ask, 0, 1))).endswith("Kies er één.")
    one.answer(ids(one.ask, 0))
    assert one.ask.id != "welcome.part"


@pytest.mark.parametrize(
    ("ask", "typed", "value", "quote"),
    [
        ("visie-en-beleid.summary", "a", True, ""),
        ("visie-en-beleid.summary", "2.", False, ""),
        ("visie-en-beleid.summary", "ja", True, ""),
        (
            "visie-en-beleid.summary",
            "a, maar bij basis-kader is het anders",
            True,
            "maar bij basis-kader is het anders",
        ),
        ("competence.decaan.head", "3", 3, ""),
        ("competence.decaan.head", "c", 3, ""),
        ("competence.decaan.head", "2. met hulp van de teamleider", 2, "met hulp van de teamleider"),
    ],
)
def test_a_letter_or_number_answers_a_confirmation_and_a_scale(
    at: At, ask: str, typed: str, value: Any, quote: str
) -> None:
    one = at(ask)
    turn = one.type(typed)
    assert (one.state.answers[ask].value, one.state.answers[ask].quote) == (value, quote)
    assert ("heard.words" in said(turn)) == bool(quote)


def test_words_with_the_choice_to_keep_an_edit(at: At) -> None:
    one = at("closing.look_back")
    one.move("edit", to="c01.situation")
    one.answer("c01.m1")
    assert one.ask.id == KEEP_EDIT
    assert "edit.dropped" in said(one.type("b, dat was een vergissing"))
    assert one.state.value("c01.situation") == "c01.m2"


def test_votes_are_counts_in_a_row_as_ever(talk: Begin) -> None:
    one = talk(track="workshop").go(until="c06.situation", setup__people=13, setup__roles={"mentor": 13})
    shown = [option.id for option in one.ask.options]
    one.type("4 7, 2")
    assert one.state.value("c06.situation") == dict(zip(shown, (4, 7, 2, 0), strict=True))
    one.move("reveal")
    one.type("a, we weten het wel")
    assert one.state.answers["c06.talk"].quote == "we weten het wel"


def test_votes_are_shown_whatever_is_said_with_it(talk: Begin) -> None:
    one = talk(track="workshop").go(until="c06.reveal", setup__people=13, setup__roles={"mentor": 13})
    one.type("a, spannend")
    assert one.ask.id == "c06.talk"
    assert talk(track="workshop", events=one.events).conversation.ask == one.conversation.ask


# No choice.

WORDS = [
    "3 havo doet het anders dan 3 vwo", "2 mentoren doen dit, de rest niet", "A-stroom en B-stroom verschillen",
    "1-2-2027", "a lot of it", "4 vmbo", "1e klas", "2de", "d Jan", "2, 3 en 4 havo doen het anders",
    "alle mentoren verplicht op training", "Niet ik maak de planning, maar het team, en ik denk mee.",
    "De een deed een online module, de ander een werkbezoek en een derde kreeg een maatje.",
    "Er is een vaste volgorde: mentor, dan decaan, dan iemand van buiten.",
    "Vooral informatie: studieduur, numerus fixus, baankansen.",
    "Er kwam een bindend advies over het niveau, maar binnen dat niveau had hij alle ruimte.",
    "Het hangt ervan af wat er langskomt. Dit jaar was het een congres.",
    "In januari begint het pas echt, dan moeten ze kiezen en ga ik de klassen langs.",
]  # fmt: skip


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("ask", ["c04.situation", "c01.basis", "welcome.part"])
@pytest.mark.parametrize("typed", WORDS)
def test_words_choose_nothing_and_are_kept(at: At, ask: str, typed: str, language: str) -> None:
    one = at(ask, language)
    one.type(typed)
    assert one.state.value(ask) is None
    if isinstance(one.state.proposed, Proposal):  # it may mean an option, and is asked about
        assert one.state.proposed.words == typed
        one.type("nee")
    assert one.state.value(ask) is None
    if ask in one.state.answers:  # who tells at length that it differs goes on
        assert one.state.answers[ask].quote == typed
    else:
        assert (one.ask.id, one.state.notes[-1].text, one.state.notes[-1].own_words) == (ask, typed, True)


@pytest.mark.parametrize("typed", WORDS)
@pytest.mark.parametrize("ask", ["visie-en-beleid.summary", "competence.decaan.head"])
def test_words_answer_no_confirmation_and_no_scale(at: At, ask: str, typed: str) -> None:
    one = at(ask)
    one.type(typed)
    assert ask not in one.state.answers
    assert one.ask.id in (ask, f"{ask}.understood")


@pytest.mark.parametrize(("ask", "typed"), [("c01.basis", "1 en 9"), ("c04.situation", "a, z"), ("c04.situation", "9")])
def test_an_option_that_is_not_there_is_a_problem_and_not_the_others(at: At, ask: str, typed: str) -> None:
    one = at(ask)
    assert "van a tot en met" in problem(one.type(typed))
    assert one.ask.id == ask


# What does not go together.


def asked_of_all(talk: Begin) -> dict[str, Ask]:
    """The questions with several answers of every track, and of a decaan whose school varies."""
    found: dict[str, Ask] = {}
    ways: list[tuple[TrackName, bool]] = [("decaan", True), ("decaan", False), ("workshop", True), ("mentor", True)]
    for track, is_clear in ways:
        one = talk("full" if track == "decaan" else "", track=track)
        while ask := one.conversation.ask:
            if ask.kind == "multi":
                found.setdefault(ask.id, ask)
            varies = not is_clear and ask.id.endswith(".situation")
            if ask.id == "setup.agenda":
                one.answer(False)
            else:
                one.answer([f"c{ask.component:02}.m1", f"c{ask.component:02}.m2"] if varies else sensible(ask))
    return found


def test_every_answer_that_denies_the_others_stands_alone(talk: Begin) -> None:
    found = asked_of_all(talk)
    alone = {option.id for ask in found.values() for option in ask.options if option.alone}
    assert alone == {
        "about.everything", "spoken.nobody",
        "support.nobody", "where.everywhere", "seen.none", "doer.nobody", "who.none", "tasks.none",
        "role.none", "role.all_told", "role.nobody", "act.none", "show.all", "show.none",
    }  # fmt: skip
    denying = {option.id for ask in found.values() for option in ask.options
               if option.text == "Niemand" or option.text.startswith(("Geen", "Met niemand", "Dat is er"))}  # fmt: skip
    assert denying <= alone
    assert {"visie-en-beleid.seen", "plan.actions", "setup.items", "autumn.tasks"} <= found.keys()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nl", "‘Met niemand tot nu toe’ gaat niet samen met een ander antwoord."),
     ("en", "‘No one so far’ does not go with any other answer.")],
)  # fmt: skip
def test_an_answer_that_stands_alone_goes_with_no_other(at: At, language: str, sentence: str) -> None:
    one = at("assignment.spoken", language)
    for turn in (one.type("1 en 6"), one.answer(["spoken.leadership", "spoken.nobody"])):
        assert problem(turn).startswith(sentence)
    one.type("alles")
    assert one.state.value("assignment.spoken") == [
        "spoken.leadership", "spoken.team_leader", "spoken.mentors", "spoken.teachers", "spoken.students",
    ]  # fmt: skip
    one.move("back")
    one.type("6, ik begin net")
    assert one.state.value("assignment.spoken") == ["spoken.nobody"]


def test_a_wish_may_have_another_basis_beside_it(at: At) -> None:
    one = at("c01.basis")
    one.answer(["documents", "wish"])
    assert one.state.value("c01.basis") == ["documents", "wish"]


def test_every_ask_tells_a_front_end_what_stands_alone(at: At) -> None:
    told = msgspec.json.decode(msgspec.json.encode(at("assignment.spoken").ask))["options"]
    assert [option.get("alone") for option in told] == [None, None, None, None, None, True]


def test_a_document_of_earlier_that_holds_them_together_opens_as_it_was(talk: Begin, base: Any) -> None:
    theme = base.themes[0].id
    both = {theme: ["doer.decaan", "doer.nobody"], "assignment.spoken": ["spoken.mentors", "spoken.nobody"]}
    events = [
        msgspec.structs.replace(event, value=both.get(event.ask, event.value)) for event in talk("full").go().events
    ]
    one = talk("full", events=events)
    assert one.conversation.ask is None
    assert one.state.value(theme) == fold(events).value(theme) == ["doer.decaan", "doer.nobody"]
    for readers in ("me", "leadership", "talk"):
        assert compose(one.conversation, date(2026, 11, 23), ReportRequest(readers)).parts
    assert msgspec.json.encode(one.conversation.outcome())
    assert wordless(one.conversation.view, events)


# Line by line.


def test_plain_lines_tell_what_was_taken_of_a_list(opened: Callable[..., Any]) -> None:
    shown = hold(opened(form="full", language="nl"), by_ask={"assignment.spoken": "1 en 3, vorige week"},
                 until="assignment.support")  # fmt: skip
    assert shown.count("Ik noteer:") == 1
    told = " ".join(shown.partition("Ik noteer: ")[2].split())
    assert told.startswith("De schoolleiding; Mentoren ‘vorige week’")


def test_plain_lines_begin_a_list_of_whole_sentences_on_a_line_of_its_own(opened: Callable[..., Any]) -> None:
    seen, basis = "visie-en-beleid.seen", "visie-en-beleid.basis"
    told = hold(opened(form="full", language="nl"), by_ask={seen: "1 2"}, until=basis)
    assert "Ik noteer:\n- " in told


def test_plain_lines_say_long_lines_back_by_their_numbers(opened: Callable[..., Any]) -> None:
    long = "en daar ben ik echt trots op, want dat hebben we met zijn allen in tien jaar opgebouwd, van de brugklas af"
    told = hold(
        opened(form="short", language="nl"),
        by_ask={
            "picture.also": f"De gesprekken van de mentoren, {long}",
            "ambition.school": f"1, {long}",
            "closing.show": "1 en 2, verder niks",
        },
        until="closing.look_back",
    )
    assert "Ik noteer: 1 en 2 ‘verder niks’" in told


def test_plain_lines_say_nothing_of_a_single_answer_or_of_words(opened: Callable[..., Any]) -> None:
    session = opened(form="full", language="nl")
    lines = itertools.chain(["Het Kompas", "1"], ["3 havo doet het anders"])
    assert "Ik noteer:" not in hold(session, *lines, until="assignment.support")
