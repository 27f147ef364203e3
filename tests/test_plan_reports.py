"""The plan and its evaluation in the reports: nothing invented, nothing private shown, and empty cells to fill in."""

from collections.abc import Callable
from typing import Any

import pytest

from lobgids.dialogue.ending import ending
from lobgids.report.blocks import Block, Heading, Paragraph, Report, Table
from lobgids.report.editions import Readers
from tests.conftest import MOST_ASKS, Talk, sensible
from tests.test_reports import everything, report

Begin = Callable[..., Talk]
WHOM, OFF, SIGN, OWN = "de klas van Samira", "de bazaar van Wim", "Karin belt elke week", "Een dag bij opa"
GIVEN = {
    "who": ("leadership", "decaan", "decaan"),
    "when": ("2027-03-01", "2027-03-01", "2027-04-05"),
    "until": ("2027-06-01", "2028-02-01", None),
    "hours": (1200, 45, None),
    "money": (None, 500, None),
    "helps": (["mentor", "team_leader"], None, None),
    "whom": (WHOM, None, None),
    "off": (OFF, None, None),
}
"""What is answered about each action of the plan, in order; None is skipped."""


def planned(one: Talk, given: dict[str, tuple[Any, ...]], actions: int = 3, **answers: Any) -> Talk:
    """Hold a conversation with so many actions in its plan; what is not given is skipped."""
    asked: dict[str, int] = {}
    for _ in range(MOST_ASKS):
        ask = one.conversation.ask
        if ask is None:
            return one
        kind, _, name = ask.id.partition(".")
        name = name.partition(".")[0]
        if ask.id == "plan.actions":
            offered = [option.id for option in ask.options if option.id not in ("act.more", "act.own")]
            one.answer(offered[:actions] + answers.get("add", []))
        elif ask.id.replace(".", "__") in answers:
            one.answer(answers[ask.id.replace(".", "__")])
        elif ask.id.startswith("ambition.") and "aim" in answers:
            one.answer(next((row.id for row in ask.options if row.id == answers["aim"]), sensible(ask)))
        elif kind == "plan" and name != "own":
            place = asked.get(name, 0)
            asked[name] = place + 1
            value = given[name][place] if place < len(given.get(name, ())) else None
            one.move("skip") if value is None else one.answer(value)
        else:
            one.answer(sensible(ask))
    raise AssertionError("the conversation goes round")


@pytest.fixture(scope="module")
def full(talk: Begin) -> Talk:
    """A plan of three actions of which some of all was told."""
    return planned(talk("full"), GIVEN)


@pytest.fixture(scope="module")
def bare(talk: Begin) -> Talk:
    """A plan of three actions of which nothing was told."""
    return planned(talk("full"), {})


def blocks(made: Report, part: str) -> list[Block]:
    return [block for one in made.parts if one.id == part for block in one.blocks]


def tables(made: Report, part: str) -> dict[str, Table]:
    return {block.caption: block for block in blocks(made, part) if isinstance(block, Table)}


def heads(found: list[Block]) -> list[int]:
    """Where the headings stand."""
    return [place for place, block in enumerate(found) if isinstance(block, Heading)]


def agreed(made: Report) -> list[str]:
    """What stands right below the title of each action: who, when and how many hours."""
    found, (at_a_glance,) = blocks(made, "plan"), tables(made, "summary").values()
    told = [found[place + 1] for place in heads(found)[: len(at_a_glance.rows)]]
    return [block.text.partition("\n")[0] for block in told if isinstance(block, Paragraph)]


def paragraphs(made: Report, part: str) -> list[str]:
    return [block.text for block in blocks(made, part) if isinstance(block, Paragraph)]


# What the plan takes.


def test_hours_and_money_are_added_up_and_what_is_not_known_is_said(full: Talk) -> None:
    made = report(full)
    assert (
        "Samen: 1.245 uur en € 500. Bij 1 actie zijn de uren nog niet bekend. Bij 2 acties is het geld nog niet bekend."
        in paragraphs(made, "plan")
    )
    by_role = tables(made, "plan")["Uren van iedereen samen, en geld, per rol die het voortouw neemt"]
    assert by_role.rows == (
        ("De schoolleiding", "1.200", "nog niet bekend"),
        ("De decaan", "45\nnog niet bekend bij 1 actie", "€ 500\nnog niet bekend bij 1 actie"),
    )
    assert [line.rpartition(", ")[2] for line in agreed(made)] == ["1.200 uur", "45 uur", "vanaf 5 april 2027"]


def test_leadership_reads_the_same_sums(full: Talk) -> None:
    made = report(full, "leadership")
    (choices,) = [
        table
        for name, table in tables(made, "decision").items()
        if name == "Wat elke keuze betekent. Alleen het voorstel is uitgerekend."
    ]
    assert [row[2] for row in choices.rows if "Samen: 1.245 uur en € 500." in row[2]]
    assert [row[3:] for row in tables(made, "proposal")["De acties"].rows] == [
        ("1.200", "nog niet bekend"),
        ("45", "€ 500"),
        ("nog niet bekend", "nog niet bekend"),
    ]


def test_nothing_is_added_up_where_nothing_was_given(bare: Talk) -> None:
    made = report(bare)
    assert "Uren en geld zijn nog niet bekend." in paragraphs(made, "plan")
    assert not [text for text in paragraphs(made, "plan") if text.startswith("Samen")]
    assert len(tables(made, "plan")) == 0
    assert "Samen:" not in " ".join(everything(report(bare, "leadership")))


def test_no_hours_and_no_money_are_not_the_same_as_not_known(talk: Begin) -> None:
    made = report(planned(talk("full"), {"hours": (0,), "money": (0,)}, actions=1))
    assert "Samen: 0 uur en € 0." in paragraphs(made, "plan")


def test_the_guideline_for_hours_stands_once_and_only_in_the_report_for_oneself(full: Talk) -> None:
    assert " ".join(everything(report(full))).count("1.300 uur") == 1
    for readers in ("leadership", "talk"):
        assert "1.300" not in " ".join(everything(report(full, readers)))


# Who, when, for whom.


def test_the_days_are_told_from_until(full: Talk) -> None:
    assert [row[2] for row in tables(report(full), "summary")["De acties"].rows] == [
        "1 maart t/m 1 juni 2027",
        "1 maart 2027 t/m 1 februari 2028",
        "Vanaf 5 april 2027",
    ]
    assert agreed(report(full)) == [
        "De schoolleiding, 1 maart t/m 1 juni 2027, 1.200 uur",
        "De decaan, 1 maart 2027 t/m 1 februari 2028, 45 uur",
        "De decaan, vanaf 5 april 2027",
    ]


def test_the_days_are_told_in_english_too(talk: Begin) -> None:
    one = planned(talk("full", "en"), GIVEN)
    assert [line.partition(", ")[2] for line in agreed(report(one))] == [
        "1 March to 1 June 2027, 1,200 hours",
        "1 March 2027 to 1 February 2028, 45 hours",
        "from 5 April 2027",
    ]


@pytest.mark.parametrize(
    ("when", "until", "told"), [("2027-03-01", "2027-03-01", "1 maart 2027"), (None, "2027-06-01", "T/m 1 juni 2027")]
)
def test_one_day_is_one_day(talk: Begin, when: str | None, until: str, told: str) -> None:
    made = report(planned(talk("full"), {"when": (when,), "until": (until,)}, actions=1))
    assert [row[2] for row in tables(made, "summary")["De acties"].rows] == [told]


def test_a_conversation_ends_with_the_days_of_the_plan(talk: Begin) -> None:
    one = planned(talk("full"), GIVEN, closing__look_back="2027-06-07")
    told = "\n".join(say.text for say in ending(one.conversation.view))
    assert "1 maart t/m 1 juni 2027" in told
    assert "vanaf 5 april 2027" in told


def test_what_goes_with_an_action_stands_below_its_title_with_what_is_still_to_decide(full: Talk) -> None:
    found = blocks(report(full), "plan")
    first, second, _third = (found[place + 1] for place in heads(found)[:3])
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    told = f"Voor wie: {WHOM}\nHelpt mee: de mentor en de teamleider\nKan eraf: {OFF}\nNog te bepalen: het geld."
    assert first.text.partition("\n")[2] == told
    assert second.text.endswith("\nNog te bepalen: voor wie het is, wie meehelpt en wat eraf kan.")


def test_a_few_first_is_said_once_and_only_of_a_big_plan(talk: Begin, full: Talk) -> None:
    sentence = "Twee of drie eerst is vaak wijzer"
    big = report(planned(talk("full"), {}, actions=4))
    assert " ".join(everything(big)).count(sentence) == 1
    assert sentence not in " ".join(everything(report(full)))


# What is private.


@pytest.fixture(scope="module")
def private(talk: Begin) -> Talk:
    """A plan with an action of one's own and words of one's own at each place that takes them."""
    given = GIVEN | {"sign": (SIGN,)}
    return planned(talk("full"), given, actions=2, add=["act.own"], plan__own=OWN)


@pytest.mark.parametrize("readers", ["leadership", "talk"])
def test_others_read_no_own_words_of_the_plan(private: Talk, readers: Readers) -> None:
    made = " ".join(everything(report(private, readers)))
    assert not [words for words in (WHOM, OFF, SIGN, OWN) if words in made]


def test_who_held_the_conversation_reads_each_of_them(private: Talk) -> None:
    made = report(private)
    assert [words for words in (WHOM, OFF, SIGN, OWN) if words not in " ".join(everything(made))] == []
    assert "words" not in {part.id for part in made.parts} or WHOM not in " ".join(paragraphs(made, "words"))


def test_leadership_reads_those_that_were_chosen_in_their_place(private: Talk) -> None:
    first = private.conversation.view.conclusions.plan[0].action
    chosen = frozenset({f"text.plan.whom.{first}", "text.act.own.1", "text.plan.sign.act.own.1"})
    made = report(private, "leadership", chosen_words=chosen)
    besides = tables(made, "proposal")["Wat er bij elke actie hoort"]
    assert besides.rows[0][1:] == (f"‘{WHOM}’",)
    assert f"‘{OWN}’" in [row[0] for row in besides.rows]
    signs = tables(made, "proposal")["Waaraan te zien is of het werkt"]
    assert {row[0]: row[1] for row in signs.rows}[f"‘{OWN}’"] == SIGN
    assert " ".join(everything(made)).count(WHOM) == 1


# How to see whether it works.


def test_what_to_count_stands_in_one_table_and_what_was_not_counted_is_to_fill_in(full: Talk) -> None:
    (table,) = tables(report(full), "evaluation").values()
    signs = full.conversation.view.conclusions.signs
    titles = {item["action"]: item["title"] for item in full.conversation.result().plan}
    assert [row[:3] for row in table.rows] == [(titles[sign.action], sign.count, sign.now) for sign in signs]
    assert all(sign.count for sign in signs)


def test_the_questions_stand_on_the_sheets_and_my_copy_says_so(full: Talk) -> None:
    result = full.conversation.result()
    asked = [one for level in result.evaluation.values() for one in level]
    sheets = " ".join((*everything(report(full, "questions")), *everything(report(full, "students"))))
    assert asked
    assert [one["text"] for one in asked if one["text"] not in sheets] == []
    assert any("op de vragenbladen" in text for text in paragraphs(report(full), "evaluation"))
    assert not [one for one in asked if one["text"] in " ".join(everything(report(full)))]


def test_leadership_reads_what_is_counted_and_no_questions(full: Talk) -> None:
    made = report(full, "leadership")
    told = " ".join(everything(made))
    assert len(tables(made, "proposal")["Waaraan te zien is of het werkt"].rows) == len(
        full.conversation.view.conclusions.signs
    )
    assert not [one for level in full.conversation.result().evaluation.values() for one in level if one["text"] in told]
