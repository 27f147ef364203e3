"""Rows with the same options, asked and typed at once; each row is a question of its own, and kept as that."""

import re
from typing import Any

from msgspec.structs import replace

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.kinds.chosen import ENDS, ChoiceKind, MultiKind, OfOptions, letter
from lobgids.dialogue.kinds.kind import Kind, Limits, NotUnderstood, OpenAsk, Said, Together, UnplacedWords
from lobgids.dialogue.kinds.written import ScaleKind
from lobgids.dialogue.protocol import Ask
from lobgids.dialogue.view import View

OF_ROWS: dict[str, OfOptions] = {"choice": ChoiceKind(), "multi": MultiKind(), "scale": ScaleKind()}
"""The kinds that the rows of a grid can be of."""

_LETTERS = r"[a-z]+(?:\s*[,+&]\s*[a-z]+|\s+[a-z])*(?![^\W\d_]|['’])"
_ITEM = re.compile(rf"(?P<row>\d{{1,2}})[.)]?\s*(?P<what>{_LETTERS}|\?)[\s,;]*", re.IGNORECASE)
_LINE = re.compile(rf"\s*(?:{_ITEM.pattern.replace('?P<row>', '?:').replace('?P<what>', '?:')})+", re.IGNORECASE)

Chosen = dict[int, tuple[int, ...]]
"""The places of the options that are chosen in each row, by the place of the row; empty if it is left open."""


class GridKind(Kind):
    """A grid. Its value holds that of rows by their ids, None where that is not known; rows without one stay open."""

    def parse(self, asked: OpenAsk, typed: str) -> Said | UnplacedWords:
        """Rows with letters behind them: '1a 2bc 3?'."""
        ask, rows = asked.draft, OF_ROWS[asked.draft.row_kind]
        if chosen := rows_named(typed, len(ask.rows), len(ask.options), several=rows.takes_several):
            return Said(
                {
                    ask.rows[row].id: rows.value_at(asked.options, places) if places else None
                    for row, places in chosen.items()
                }
            )
        if not re.search(r"[^\W\d_]{2}", typed) or _LINE.fullmatch(typed):
            raise _no_grid(asked)
        return UnplacedWords(typed)

    def check(self, asked: OpenAsk, said: Said) -> Together:
        """A value for each row that is named, by the kind of the rows, or None. The others stay open."""
        ids = [row.id for row in asked.draft.rows]
        if not isinstance(said.value, dict) or not said.value or not set(said.value) <= set(ids):
            raise _no_grid(asked)
        return Together({row_id: _of_row(asked, row_id, said.value[row_id]) for row_id in ids if row_id in said.value})

    def limits(self, draft: Draft) -> Limits:
        """What the answer of each row is held to."""
        return OF_ROWS[draft.row_kind].limits(draft)

    def named(self, ask: Ask, typed: str) -> tuple[int, ...]:
        """The rows that the line chooses something in."""
        several = OF_ROWS[ask.row_kind].takes_several
        return tuple(rows_named(typed, len(ask.rows), len(ask.options), several=several))

    def retell(self, view: View, ask: Ask, value: Any) -> str:
        """A line for each row; in one word if nothing is known."""
        unknown, values = view.language.gettext("weet niet"), value if isinstance(value, dict) else {}
        answered = [row for row in ask.rows if row.id in values]
        if all(values[row.id] is None for row in answered):
            return unknown if answered else ""
        rows = replace(ask, kind=ask.row_kind)
        answers = (OF_ROWS[ask.row_kind].retell(view, rows, values[row.id]) or unknown for row in answered)
        return "\n".join(
            f"- {row.text}{_colon(row.text)} {answer}" for row, answer in zip(answered, answers, strict=True)
        )


def rows_named(typed: str, rows: int, options: int, *, several: bool) -> Chosen:
    """What a whole line chooses in rows, while it is typed; empty if it is anything else."""
    chosen: Chosen = {}
    for found in _ITEM.finditer(typed) if _LINE.fullmatch(typed) else ():
        letters = re.findall("[a-z]", found["what"].lower())
        chosen[int(found["row"]) - 1] = tuple(sorted({ord(letter) - ord("a") for letter in letters}))
    most = options if several else 1
    fits = all(
        0 <= row < rows and len(places) <= most and all(index < options for index in places)
        for row, places in chosen.items()
    )
    return chosen if fits else {}


def _colon(text: str) -> str:
    return "" if text.endswith(ENDS) else ":"


def _of_row(asked: OpenAsk, row: str, value: Any) -> Said | None:
    """What to keep at a row; None if it is left open."""
    draft = replace(asked.draft, kind=asked.draft.row_kind)
    checked = None if value is None else OF_ROWS[draft.kind].check(asked._replace(id=row, draft=draft), Said(value))
    return checked if isinstance(checked, Said) else None


def _no_grid(asked: OpenAsk) -> NotUnderstood:
    return NotUnderstood("problem.grid", last=letter(len(asked.options) - 1))
