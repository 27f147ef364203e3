"""The plan as people say it: what they choose in words, leave open, do not count, and whom they name.

The lines are those of played talks, word for word.
"""

from collections.abc import Callable

import pytest

from lobgids.kb.base import KnowledgeBase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS
from lobgids.report.blocks import Table
from lobgids.school.sayings import is_counted
from tests.conftest import Talk
from tests.test_reports import report

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
