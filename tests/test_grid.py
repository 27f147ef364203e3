"""Questions with the same options as the rows of a grid: asked at once, and kept row by row.

The themes of who does what are such rows.
"""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from lobgids.dialogue.chapters import roles
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.protocol import AskKind
from lobgids.log.state import standing_events
from lobgids.session.sharing import wordless
from lobgids.session.transcript import entries
from tests.conftest import ROOT, Talk
from tests.fakes.grids import ASKED, SURE, rows_of_another_kind
from tests.fakes.people import Opened, exchange, hold
from tests.fakes.turns import problem, said

Begin = Callable[..., Talk]


@pytest.fixture
def themes(base: Any) -> list[str]:
    """The ids of the themes."""
    return [theme.id for theme in base.themes]


@pytest.fixture
def at_grid(talk: Begin, themes: list[str]) -> Begin:
    """A full conversation at the grid, held by what can draw it; with an adapted draft where one is given."""

    def begin(**other: Any) -> Talk:
        one = talk("full", **other).go(until=themes[0])
        one.conversation.draw_grids(can=True)
        return one

    return begin


def test_rows_are_asked_one_by_one_where_nothing_is_said_of_grids(talk: Begin, themes: list[str]) -> None:
    one = talk("full").go(until=themes[0])
    assert (one.ask.kind, one.ask.rows, one.ask.row_kind) == ("multi", (), "")
    one.answer(["doer.mentor"])
    assert one.ask.id == themes[1]


def test_what_can_draw_a_grid_is_asked_all_open_rows(at_grid: Begin, themes: list[str], base: Any) -> None:
    one = at_grid()
    assert (one.ask.kind, one.ask.row_kind, one.ask.text) == ("grid", "multi", ASKED)
    assert (one.ask.id, [row.id for row in one.ask.rows]) == (themes[0], themes)
    assert one.ask.rows[0].text == base.themes[0].row
    assert one.ask.options[0].id.startswith("doer.")
    assert one.ask.chapter == "roles"
    one.conversation.draw_grids(can=False)
    assert one.ask.kind == "multi"


def test_a_grid_is_as_the_schema_of_the_protocol_says(at_grid: Begin) -> None:
    known = json.loads((ROOT / "docs" / "protocol.schema.json").read_text(encoding="utf-8"))["$defs"]
    sent = json.loads(msgspec.json.encode(at_grid().ask))
    assert Draft202012Validator({"$ref": "#/$defs/Ask", "$defs": known}).is_valid(sent)
    assert sent["row_kind"] == "multi"


def test_lines_and_other_programs_are_asked_row_by_row(opened: Opened, themes: list[str]) -> None:
    assert ASKED not in hold(opened("a.lobgids", form="short", language="nl"))
    outputs = exchange(opened("b.lobgids", form="full", language="nl"))
    kinds = {output["id"]: output["kind"] for output in outputs if output["type"] == "ask"}
    assert [kinds[theme] for theme in themes] == ["multi"] * len(themes)


def test_each_row_is_an_event_of_its_own(at_grid: Begin, themes: list[str]) -> None:
    one = at_grid()
    kept = len(one.events)
    turn = one.answer({themes[0]: ["doer.mentor"], themes[2]: ["doer.mentor", "doer.decaan"], themes[3]: None})
    assert [(event.ask, event.kind) for event in one.events[kept:]] == [
        (themes[0], "answered"), (themes[2], "answered"), (themes[3], "skipped"),
    ]  # fmt: skip
    assert one.state.value(themes[2]) == ["doer.decaan", "doer.mentor"]
    assert one.state.answers[themes[3]].skipped
    assert [row.id for row in one.ask.rows] == [themes[1], *themes[4:]]  # what was not named stays open
    first, _, _, fourth, *_ = (theme.row for theme in one.conversation.view.base.themes)
    assert turn.heard.startswith(f"- {first}: De mentor\n")
    assert turn.heard.endswith(f"- {fourth}: weet niet")


def test_a_grid_comes_to_the_same_as_its_rows_one_by_one(at_grid: Begin, talk: Begin, themes: list[str]) -> None:
    answers = {theme: [f"doer.{('mentor', 'decaan', 'nobody')[place % 3]}"] for place, theme in enumerate(themes)}
    at_once, by_row = at_grid(), talk("full").go(until=themes[0])
    at_once.answer(answers)
    for theme in themes:
        by_row.answer(answers[theme])
    assert replace(at_once.state, history=[]) == replace(by_row.state, history=[])
    assert len(at_once.state.history) == len(by_row.state.history)
    assert at_once.ask == by_row.ask
    again = talk("full", events=at_once.events)
    assert (again.state, again.ask) == (at_once.state, at_once.ask)


def test_what_is_said_to_rows_is_said_once(at_grid: Begin, themes: list[str]) -> None:
    one = at_grid()
    told = said(one.answer({themes[0]: ["doer.nobody"], themes[1]: ["doer.nobody"], themes[2]: None, themes[3]: None}))
    assert told.count("roles.nobody") == 1
    assert told.count("skip.find_out") == 1


def test_rows_that_were_answered_before_are_left_out(talk: Begin, themes: list[str]) -> None:
    one = talk("full").go(until=themes[2])
    one.conversation.draw_grids(can=True)
    assert [row.id for row in one.ask.rows] == themes[2:]
    one.conversation.draw_grids(can=False)
    one.go(until=themes[-1])
    one.conversation.draw_grids(can=True)
    assert one.ask.kind == "multi"  # the last row is a question like any other


def test_one_goes_to_a_row_to_change_it(at_grid: Begin, themes: list[str]) -> None:
    one = at_grid()
    one.answer({theme: ["doer.mentor"] for theme in themes})
    one.move("edit", to=themes[4])
    assert (one.ask.id, one.ask.kind, one.ask.standing) == (themes[4], "multi", ["doer.mentor"])
    one.answer(["doer.decaan"])
    assert one.events[-1].kind == "edited"
    assert one.state.value(themes[4]) == ["doer.decaan"]
    assert one.state.value(themes[3]) == ["doer.mentor"]


def test_one_enter_is_one_step_back(at_grid: Begin, talk: Begin, themes: list[str]) -> None:
    one = at_grid()
    before = talk("full", events=one.events)
    begun = one.ask
    one.answer({themes[0]: ["doer.mentor"], themes[2]: ["doer.decaan"]})
    turn = one.move("back")
    assert said(turn).count("back.taken") == 1
    assert one.state == before.state
    assert one.ask == begun
    assert one.conversation.stood(begun) == {themes[0]: ["doer.mentor"], themes[2]: ["doer.decaan"]}
    assert standing_events(one.events) == before.events
    again = talk("full", events=one.events)
    assert (again.state, again.ask.id) == (before.state, themes[0])
    one.move("back")  # and one more is the answer before the grid
    assert len(one.state.history) == len(before.state.history) - 1


def test_rows_that_were_answered_one_by_one_are_taken_back_one_by_one(talk: Begin, themes: list[str]) -> None:
    one = talk("full").go(until=themes[3])
    one.conversation.draw_grids(can=True)
    one.move("back")
    assert [row.id for row in one.ask.rows] == themes[2:]


def test_a_grid_is_taken_back_at_once_also_where_it_is_asked_row_by_row(
    at_grid: Begin, talk: Begin, themes: list[str]
) -> None:
    one = at_grid()
    one.answer({theme: ["doer.mentor"] for theme in themes})
    assert one.conversation.answers_after(themes[0]) == 0
    lines = talk("full", events=one.events)
    lines.move("back")
    assert lines.ask.id == themes[0]


def test_a_grid_is_told_again_as_it_was_asked(at_grid: Begin, talk: Begin, themes: list[str]) -> None:
    one = at_grid()
    one.answer({theme: ["doer.mentor"] for theme in themes})
    told = [entry.text for entry in entries(talk("full").conversation, one.events)]
    place = told.index(ASKED)
    assert told[place + 1].count("\n") == len(themes) - 1
    by_row = talk("full").go(until=one.ask.id)
    again = [entry.text for entry in entries(talk("full").conversation, by_row.events)]
    assert ASKED not in again


@pytest.mark.parametrize(
    "value",
    [{}, {"theme.none": ["doer.mentor"]}, [], "doer.mentor", True, {"ROW": "doer.none"}, {"ROW": 3}, {"ROW": []},
     {"ROW": ["doer.nobody", "doer.mentor"]}],
)  # fmt: skip
def test_what_fits_no_row_is_refused_and_nothing_is_kept(at_grid: Begin, themes: list[str], value: Any) -> None:
    one = at_grid()
    kept = len(one.events)
    if isinstance(value, dict):
        value = {themes[1] if row == "ROW" else row: answer for row, answer in value.items()}
    assert problem(one.answer(value))
    assert len(one.events) == kept
    assert one.ask.kind == "grid"


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("1a 2bc 3?", {0: "a", 1: "bc", 2: ""}),
        ("1a, 2b, c; 4 d", {0: "a", 1: "bc", 3: "d"}),
        ("1A 2B+C", {0: "a", 1: "bc"}),
        ("12a", {11: "a"}),
        ("2b1a", {1: "b", 0: "a"}),
        ("1. a 2) b", {0: "a", 1: "b"}),
    ],
)
def test_a_typed_line_answers_rows(at_grid: Begin, themes: list[str], typed: str, chosen: dict[int, str]) -> None:
    one = at_grid()
    options = [option.id for option in one.ask.options]
    one.type(typed)
    values = [one.state.value(theme) for theme in themes]
    wanted = {row: [options[ord(letter) - ord("a")] for letter in letters] or None for row, letters in chosen.items()}
    assert values == [wanted.get(row) for row in range(len(themes))]


@pytest.mark.parametrize("typed", ["", "a", "1", "1z", "99a", "0a", "1a 2", "a1", "?", "1ai"])
def test_a_line_that_names_no_rows_is_refused(at_grid: Begin, typed: str) -> None:
    one = at_grid()
    assert "1a 2c" in problem(one.type(typed))


@pytest.mark.parametrize("typed", ["bij ons doet iedereen alles", "1 een beetje van alles", "1a maar niet altijd"])
def test_own_words_are_kept_with_the_first_row(at_grid: Begin, themes: list[str], typed: str) -> None:
    one = at_grid()
    one.type(typed)
    assert one.events[-1].kind == "noted"
    assert one.events[-1].ask == themes[0]
    assert one.ask.kind == "grid"


def test_not_knowing_is_said_of_all_rows(at_grid: Begin, themes: list[str]) -> None:
    one = at_grid()
    turn = one.move("skip")
    assert all(one.state.answers[theme].skipped for theme in themes)
    assert turn.heard == "weet niet"
    assert said(turn).count("skip.find_out") == 1


def test_what_explains_a_grid(at_grid: Begin, base: Any) -> None:
    one = at_grid()
    words, why, source = (one.move(move).says[0].text for move in ("example", "why", "source"))
    assert words.startswith("Denk bij elke regel aan de laatste keer.")  # about all rows, and not about the first
    assert why not in [theme.why for theme in base.themes]
    assert source.count("\n- ") > 1


@pytest.mark.parametrize(("kind", "value"), [("choice", "sure.2"), ("scale", 2), ("multi", ["sure.2"])])
def test_rows_are_of_any_kind_that_chooses(
    at_grid: Begin, themes: list[str], monkeypatch: pytest.MonkeyPatch, kind: AskKind, value: Any
) -> None:
    rows_of_another_kind(monkeypatch, kind=kind, options=SURE)
    one = at_grid()
    assert one.ask.row_kind == kind
    turn = one.answer({themes[0]: value})
    assert one.state.value(themes[0]) == value
    assert "Zeker 2" in turn.heard
    one = at_grid()
    one.type("1b")
    assert one.state.value(themes[0]) == value
    one = at_grid()
    assert bool(problem(one.type("1bc"))) if kind != "multi" else one.type("1bc").heard


def test_options_that_differ_make_no_row_of_the_grid(
    talk: Begin, themes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def drafted(**fields: Any) -> Draft:
        kind = "choice" if fields["facts"] == first else "multi"
        return Draft(**fields | {"kind": kind})

    one = talk("full")
    one.walks = {}  # what is walked with this draft is nobody else's beginning
    first = one.conversation.view.base.themes[0].facts
    monkeypatch.setattr(roles, "Draft", drafted)
    one.go(until=themes[0])
    one.conversation.draw_grids(can=True)
    assert one.ask.kind == "choice"


def test_a_copy_without_words_keeps_the_rows(at_grid: Begin, themes: list[str]) -> None:
    one = at_grid()
    one.answer({theme: ["doer.mentor"] for theme in themes})
    kept = {event.ask: event.value for event in wordless(one.conversation.view, one.events)}
    assert [kept[theme] for theme in themes] == [["doer.mentor"]] * len(themes)
