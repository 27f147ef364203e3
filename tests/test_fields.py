"""Questions of several kinds as the fields of one form: asked at once, and kept field by field.

What is asked of an action in the plan is such a form.
"""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from lobgids.advice.plan import FIELDS
from lobgids.dialogue.protocol import Ask, Problem
from lobgids.log import ask_ids
from lobgids.log.events import Event
from lobgids.log.state import standing_events
from lobgids.session.sharing import wordless
from lobgids.session.transcript import entries
from tests.conftest import ROOT, Talk
from tests.fakes.people import Opened, exchange
from tests.fakes.turns import problem, said

Begin = Callable[..., Talk]

OTHERS = [name for name in FIELDS if name != "sign"]
"""What is asked of an action that is not one's own."""

NOON = "2026-11-23T12:00:00Z"
SATURDAY, SUNDAY = "2027-03-06", "2027-03-07"
ALL: dict[str, Any] = {
    "who": {"choice": "mentor", "quote": "Karin"}, "when": "2027-03-01", "whom": "de derde klassen",
    "helps": ["decaan", "subject_teacher"], "until": {"choice": "2027-06-07", "quote": "begin juni"},
    "hours": 40, "money": 0, "off": "de lange vragenlijst",
}  # fmt: skip


def of(action: str, **values: Any) -> dict[str, Any]:
    """An answer at the fields of an action, by their names."""
    return {ask_ids.plan(name, action): value for name, value in values.items()}


@pytest.fixture
def at_form(talk: Begin) -> Begin:
    """A conversation at the form of the first action of two, held by what can draw it."""

    def begin(form: str = "short", **other: Any) -> Talk:
        one = talk(form, **other).go(until="plan.actions")
        one.conversation.draw_grids(can=True)
        one.answer([option.id for option in one.ask.options[:2]])
        return one

    return begin


def action_of(ask: Ask | None) -> str:
    """The action that the open form is about."""
    assert ask is not None
    return ask_ids.planned(ask.id)[1]


def test_what_can_draw_it_is_asked_all_of_an_action_at_once(at_form: Begin) -> None:
    one = at_form()
    action = action_of(one.ask)
    assert one.ask.kind == "fields"
    assert one.ask.text.startswith("Je plan: ‘")
    assert [field.id for field in one.ask.fields] == [ask_ids.plan(name, action) for name in OTHERS]
    assert one.ask.id == one.ask.fields[0].id
    by_name = {ask_ids.planned(field.id)[0]: field for field in one.ask.fields}
    assert [field.kind for field in one.ask.fields] == [
        "choice", "date", "text", "multi", "date", "number", "number", "text",
    ]  # fmt: skip
    assert (by_name["whom"].text, by_name["hours"].most) == ("Voor wie", 5000)
    assert [name for name, field in by_name.items() if not field.optional] == ["who", "when"]
    one.conversation.draw_grids(can=False)
    assert (one.ask.kind, one.ask.fields) == ("choice", ())


def test_an_action_of_ones_own_also_asks_for_a_sign(talk: Begin) -> None:
    one = talk("short").go(until="plan.actions")
    one.conversation.draw_grids(can=True)
    one.answer(["act.own"])
    one.answer("Een avond met de ouders")
    assert [ask_ids.planned(field.id)[0] for field in one.ask.fields] == list(FIELDS)


def test_a_form_is_as_the_schema_of_the_protocol_says(at_form: Begin) -> None:
    known = json.loads((ROOT / "docs" / "protocol.schema.json").read_text(encoding="utf-8"))["$defs"]
    sent = json.loads(msgspec.json.encode(at_form().ask))
    assert Draft202012Validator({"$ref": "#/$defs/Ask", "$defs": known}).is_valid(sent)
    assert len(sent["fields"]) == len(OTHERS)


def test_other_programs_are_asked_one_by_one(opened: Opened) -> None:
    outputs = exchange(opened("b.lobgids", form="short", language="nl"))
    kinds = [output["kind"] for output in outputs if output["type"] == "ask" and output["id"].startswith("plan.")]
    assert "date" in kinds
    assert "fields" not in kinds


def test_all_is_filled_in_at_once(at_form: Begin) -> None:
    one = at_form()
    action, kept = action_of(one.ask), len(one.events)
    turn = one.answer(of(action, **ALL))
    assert [(event.ask, event.kind, event.same_turn) for event in one.events[kept:]] == [
        (ask_ids.plan(name, action), "planned", name != "who") for name in OTHERS
    ]
    who = one.state.answers[ask_ids.plan("who", action)]
    assert (who.value, who.quote) == ("mentor", "Karin")
    assert one.state.value(ask_ids.plan("until", action)) == "2027-06-07"
    assert turn.heard.split("\n") == [
        "- Wie begint: de mentor (Karin)", "- Wanneer beginnen: maandag 1 maart 2027",
        "- Voor wie: de derde klassen", "- Wie helpt: de decaan; de vakdocent",
        "- Wanneer klaar: maandag 7 juni 2027 (begin juni)",
        "- Uren dit schooljaar, samen: 40", "- Kosten in euro: 0", "- Wat kan eraf: de lange vragenlijst",
    ]  # fmt: skip
    assert action_of(one.ask) != action
    assert one.ask.kind == "fields"
    planned = next(item for item in one.conversation.view.conclusions.plan if item.action == action)
    assert (planned.owner, planned.name, planned.hours, planned.money) == ("mentor", "Karin", 40, 0)


def test_some_are_filled_in_and_others_left_open(at_form: Begin) -> None:
    one = at_form()
    action, values = action_of(one.ask), dict.fromkeys(OTHERS) | {"who": "decaan", "hours": 10}
    turn = one.answer(of(action, **values))
    assert turn.heard.startswith(
        "- Wie begint: de decaan\n- Uren dit schooljaar, samen: 10\n- Nog open: Wanneer beginnen; "
    )
    assert one.state.answers[ask_ids.plan("when", action)].skipped
    assert "skip.plain" not in said(turn)
    assert action_of(one.ask) != action


@pytest.mark.parametrize("give", ["answer", "skip"])
def test_nothing_is_known_yet(at_form: Begin, give: str) -> None:
    one = at_form()
    action = action_of(one.ask)
    turn = one.move("skip") if give == "skip" else one.answer(of(action, **dict.fromkeys(OTHERS)))
    assert turn.heard == "weet niet"
    assert all(one.state.answers[ask_ids.plan(name, action)].skipped for name in OTHERS)
    assert action_of(one.ask) != action


def test_what_is_not_named_stays_open(at_form: Begin) -> None:
    one = at_form()
    action = action_of(one.ask)
    one.answer(of(action, who="decaan", when="2027-03-01"))
    assert [field.id for field in one.ask.fields] == list(of(action, whom=0, helps=0, until=0, hours=0, money=0, off=0))
    one.answer(of(action, whom="havo 4", helps=None, until=None, hours=None, money=None))
    assert (one.ask.id, one.ask.kind) == (ask_ids.plan("off", action), "text")  # the last is a question like any other
    one.answer("")
    assert action_of(one.ask) != action


def test_a_form_comes_to_the_same_as_its_questions_one_by_one(at_form: Begin, talk: Begin) -> None:
    at_once, by_one = at_form(), at_form()
    by_one.conversation.draw_grids(can=False)
    values = of(action_of(at_once.ask), **ALL)
    at_once.answer(values)
    for value in values.values():
        by_one.answer(value)
    by_one.conversation.draw_grids(can=True)
    assert replace(at_once.state, history=[]) == replace(by_one.state, history=[])
    assert at_once.ask == by_one.ask
    again = talk("short", events=at_once.events)
    again.conversation.draw_grids(can=True)
    assert (again.state, again.ask) == (at_once.state, at_once.ask)


def test_an_odd_day_is_put_last_and_all_else_is_kept(at_form: Begin) -> None:
    one = at_form()
    action, kept = action_of(one.ask), len(one.events)
    turn = one.answer(of(action, **ALL | {"when": SATURDAY}))
    assert [event.kind for event in one.events[kept:]] == ["planned"] * (len(OTHERS) - 1) + ["proposed"]
    assert "- Wanneer beginnen: zaterdag 6 maart 2027" in turn.heard
    assert one.ask.id == ask_ids.plan("when", action) + ".understood"
    one.answer(value=True)
    assert one.state.value(ask_ids.plan("when", action)) == SATURDAY
    assert action_of(one.ask) != action


def test_a_second_odd_day_is_asked_next_by_itself(at_form: Begin) -> None:
    one = at_form()
    action = action_of(one.ask)
    one.answer(of(action, **ALL | {"when": SATURDAY, "until": SUNDAY}))
    assert one.ask.id == ask_ids.plan("when", action) + ".understood"
    one.answer(value=False)
    assert one.ask.id == ask_ids.plan("when", action)
    one.answer("2027-03-01")
    assert (one.ask.id, one.ask.kind) == (ask_ids.plan("until", action), "date")


def test_one_back_takes_all_of_it(at_form: Begin, talk: Begin) -> None:
    for values in (ALL, ALL | {"when": SATURDAY}):
        one = at_form()
        before, begun = talk("short", events=one.events), one.ask
        one.answer(of(action_of(one.ask), **values))
        turn = one.move("back")
        assert said(turn).count("back.taken") == 1
        assert (one.state, one.ask) == (before.state, begun)
        assert one.conversation.stood(begun) == of(action_of(begun), **values)
        assert standing_events(one.events) == before.events


def test_one_field_is_changed_by_itself(at_form: Begin) -> None:
    one = at_form()
    action = action_of(one.ask)
    one.answer(of(action, **ALL))
    hours = ask_ids.plan("hours", action)
    one.move("edit", to=hours)
    assert (one.ask.id, one.ask.kind, one.ask.standing) == (hours, "number", 40)
    one.type("een stuk of tien")
    assert one.events[-1].kind == "planned", "it changes nothing but itself, and needs no confirming"
    assert one.state.value(hours) == 10


def test_one_goes_to_a_field_by_itself(at_form: Begin) -> None:
    one = at_form()
    action = action_of(one.ask)
    one.move("jump", to=ask_ids.plan("hours", action))
    assert one.ask.kind == "number"
    one.answer(12)
    assert ask_ids.plan("hours", action) not in one.ask.together
    assert len(one.ask.fields) == len(OTHERS) - 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("who", "nobody"), ("who", ["mentor", "decaan"]), ("who", {"choice": "mentor"}), ("who", 3), ("whom", 3),
     ("whom", "x" * 4001), ("whom", ["a"]), ("helps", "x"), ("helps", []), ("when", "morgen"), ("when", "2027-02-31"),
     ("when", {"choice": "x", "quote": "y"}), ("hours", -1), ("hours", 5001), ("hours", "10"), ("hours", True),
     ("money", 1.5), ("money", 1_000_001), ("off", {"choice": "x", "quote": "y"}), ("none", "x")],
)  # fmt: skip
def test_what_does_not_fit_a_field_is_refused_and_nothing_is_kept(at_form: Begin, name: str, value: Any) -> None:
    one = at_form()
    kept = len(one.events)
    assert problem(one.answer(of(action_of(one.ask), **ALL | {name: value})))
    assert len(one.events) == kept
    assert one.ask.kind == "fields"


@pytest.mark.parametrize("value", [{}, [], "mentor", 1, True])
def test_what_is_no_answer_at_a_form_is_refused(at_form: Begin, value: Any) -> None:
    one = at_form()
    assert "laat die open" in problem(one.answer(value))


def test_a_typed_line_is_for_the_first_field(at_form: Begin) -> None:
    one = at_form()
    action = action_of(one.ask)
    one.type("a, Karin")
    assert one.state.answers[ask_ids.plan("who", action)].quote == "Karin"
    one.type("eind mei, of anders in juni")
    assert one.ask.id == ask_ids.plan("when", action) + ".understood"
    one.answer(value=True)
    one.type("alle mentoren")
    assert one.state.value(ask_ids.plan("whom", action)) == "alle mentoren"
    one.type("dat weet nog niemand hier")
    assert one.events[-1].kind == "noted"
    one.answer(of(action, helps=None))
    one.answer(of(action, until=None))
    assert "5000" in problem(one.type("veel"))
    one.type("ca. 40 uur")
    assert one.state.value(ask_ids.plan("hours", action)) == 40


@pytest.mark.parametrize(
    ("name", "words", "value", "told"),
    [("who", "a, Karin", {"choice": "FIRST", "quote": "Karin"}, " (Karin)"), ("whom", " havo 4 ", "havo 4", "havo 4"),
     ("when", "1 maart", {"choice": "2027-03-01", "quote": "1 maart"}, "maandag 1 maart 2027"),
     ("hours", "tien uur", 10, "10"),
     ("who", "mentor, Karin", {"choice": "mentor", "quote": "Karin"}, "de mentor (Karin)"),
     ("who", "Decaan", "decaan", "decaan"),
     ("helps", "vakdocent en mentor", ["subject_teacher", "mentor"], "mentor"),
     ("when", SATURDAY, {"choice": SATURDAY, "quote": SATURDAY}, "zaterdag")],
)  # fmt: skip
def test_a_front_end_sees_what_words_say_at_a_field(
    at_form: Begin, name: str, words: str, value: Any, told: str
) -> None:
    one = at_form()
    field = next(field for field in one.ask.fields if ask_ids.planned(field.id)[0] == name)
    wanted = json.loads(json.dumps(value).replace("FIRST", field.options[0].id)) if field.options else value
    kept = len(one.events)
    reading = one.conversation.field_said(field, words)
    assert reading == wanted
    assert told in one.conversation.field_in_words(field, reading)
    assert len(one.events) == kept


@pytest.mark.parametrize(
    ("name", "words"),
    [("who", "z"), ("who", "de"), ("who", "a b"), ("who", "mentor en decaan"), ("who", "iemand van buiten"),
     ("helps", "99"), ("when", "ooit"), ("when", "dat weet ik nog niet"),
     ("hours", "veel"), ("hours", "12,5"), ("hours", "9999")],
)  # fmt: skip
def test_a_front_end_hears_why_words_say_nothing_at_a_field(at_form: Begin, name: str, words: str) -> None:
    one = at_form()
    field = next(field for field in one.ask.fields if ask_ids.planned(field.id)[0] == name)
    told = one.conversation.field_said(field, words)
    assert isinstance(told, Problem)
    assert "eigen woorden" not in told.text


def test_what_explains_a_form(at_form: Begin) -> None:
    one = at_form()
    words, why = (one.move(move).says[0].text for move in ("example", "why"))
    assert words.startswith("Begin met wie en wanneer.")
    assert why.startswith("Met deze gegevens")
    (hours,) = one.move("example", to=ask_ids.plan("hours", action_of(one.ask))).says
    assert hours.text.startswith("Hoeveel uur vraagt")


def test_a_form_is_told_again_as_it_was_asked(at_form: Begin, talk: Begin) -> None:
    one = at_form()
    asked = one.ask.text
    for values in (ALL, ALL | {"when": SATURDAY}):
        heard = one.answer(of(action_of(one.ask), **values)).heard
        told = [entry.text for entry in entries(talk("short").conversation, one.events)]
        assert told[told.index(asked) + 1] == heard or heard in told
        one.move("back")


def test_an_older_document_is_asked_no_more_than_it_was(talk: Begin) -> None:
    one = talk("short", shows_sentences=False).go(until="plan.actions")
    first, second = (option.id for option in one.ask.options[:2])
    one.answer([first, second])
    events = list(one.events)
    for action in (first, second):
        for name in ("who", "when"):
            value = "decaan" if name == "who" else "2027-03-01"
            events.append(Event(time=NOON, kind="planned", ask=ask_ids.plan(name, action), value=value))
    half = talk("short", events=events[:-1], shows_sentences=False)
    assert ask_ids.planned(half.ask.id)[1] == second  # nothing more is asked of the first
    events.append(Event(time=NOON, kind="answered", ask="closing.look_back", value="2027-06-07"))
    old = talk("short", events=events, shows_sentences=False)
    assert old.conversation.ask is None
    old.move("edit", to=ask_ids.plan("when", first))
    old.answer("2027-03-02")
    old.answer(value=True)
    assert old.state.value(ask_ids.plan("when", first)) == "2027-03-02"
    assert old.ask.chapter == "evaluation"


def test_many_actions_get_a_friendly_word_and_few_do_not(talk: Begin) -> None:
    one = talk("full").go(until="plan.actions")
    ids = [option.id for option in one.ask.options if option.id.startswith("act.")][:4]
    assert "plan.many" not in said(one.answer(ids[:3]))
    one.move("back")
    assert "plan.many" in said(one.answer(ids))
    assert one.state.value("plan.actions") == ids


def test_a_copy_without_words_keeps_what_is_nobodys_words(at_form: Begin) -> None:
    one = at_form()
    action = action_of(one.ask)
    one.answer(of(action, **ALL))
    kept = {event.ask: event.value for event in wordless(one.conversation.view, one.events)}
    values = [kept[ask] for ask in of(action, **ALL)]
    assert "Karin" not in str(values)
    assert "derde klassen" not in str(values)
    assert 40 in values


@pytest.mark.parametrize(
    ("typed", "number"),
    [("10", 10), ("10 uur", 10), ("tien", 10), ("een stuk of tien", 10), ("€ 250", 250), ("1.500", 1500),
     ("250 euro", 250), ("ca. 40", 40), ("€ 1.500,00", 1500), ("ongeveer twintig", 20), ("tweehonderd euro", 200),
     ("ten hours", 10), ("two thousand", 2000), ("geen", 0), ("0", 0), ("een uur", 1), ("zo'n 30 uur", 30)],
)  # fmt: skip
def test_numbers_are_read_as_people_say_them(at_form: Begin, typed: str, number: int) -> None:
    one = at_form()
    money = ask_ids.plan("money", action_of(one.ask))
    one.move("jump", to=money)
    one.type(typed)
    assert one.state.value(money) == number


@pytest.mark.parametrize(
    ("typed", "why"),
    [("12,5", "heel getal"), ("1,5 uur", "heel getal"), ("-5", "van 0 tot"), ("€ -5", "van 0 tot"),
     ("veel", "van 0 tot"),
     ("10-12", "van 0 tot"), ("10 uur per week", "van 0 tot"), ("5001", "5000"), ("half uur", "van 0 tot"),
     ("een paar uur", "van 0 tot"), ("9" * 4000, "van 0 tot")],
)  # fmt: skip
def test_what_is_no_whole_number_is_refused(at_form: Begin, typed: str, why: str) -> None:
    one = at_form()
    one.move("jump", to=ask_ids.plan("hours", action_of(one.ask)))
    kept = len(one.events)
    assert why in problem(one.type(typed))
    assert len(one.events) == kept


def test_the_way_counts_actions_and_not_their_fields(at_form: Begin) -> None:
    one = at_form()
    places = []
    for _ in range(2):
        stop = next(stop for stop in one.conversation.overview().chapters if stop.id == "advice")
        places.append((stop.number, stop.count))
        one.move("skip")
    assert places == [(1, 2), (2, 2)]
