"""What every screen needs of an ask: its question, the lines before it, and the answer that chosen options make."""

from collections.abc import Sequence
from typing import Any

from lobgids.dialogue.counting import BY_ROLE
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.protocol import Answer, Ask


def answer_of(ask: Ask, indexes: Sequence[int]) -> Answer:
    """Return chosen options as an answer of the question's kind."""
    return Answer(answer=KINDS[ask.kind].value_at(ask.options, indexes))


def question_of(ask: Ask) -> str:
    """Return the question itself: the last line of what is asked."""
    return ask.text.rpartition("\n")[2]


def lines_before(ask: Ask) -> str:
    """Return what comes before the question: all lines but the last."""
    return ask.text.rpartition("\n")[0]


def counts_of(ask: Ask, rows: Sequence[Sequence[int]]) -> dict[str, Any]:
    """Return typed counts as the value of an answer: a row for each group that votes apart, else one row."""
    counts = [{option.id: count for option, count in zip(ask.options, row, strict=True)} for row in rows]
    if not ask.groups:
        return counts[0]
    return {BY_ROLE: {group.id: row for group, row in zip(ask.groups, counts, strict=True)}}
