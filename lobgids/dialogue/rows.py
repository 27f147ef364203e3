"""Grids and forms: the open questions of a step that are rows of one grid, or fields of one form, as one question."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from lobgids.dialogue.asking import to_ask
from lobgids.dialogue.draft import Draft
from lobgids.dialogue.protocol import Ask, Option, Say
from lobgids.dialogue.steps import draft_of, open_asks
from lobgids.dialogue.view import View


class Gathered(NamedTuple):
    """A grid or form as it is asked, and what one may ask about it."""

    ask: Ask
    draft: Draft


def gathered(view: View, ask: str, draft: Draft) -> Gathered | None:
    """The grid or form of which an open ask is the first row; None if no other row of it is open.

    Its id is that of this row: whatever happens at a grid apart from its answers (a note, a pause, what the guide says
    before it) happens at its first row, as it does where the rows are asked one by one.
    """
    step = view.track.step_of(ask)
    if draft.row is None or step is None:
        return None
    asks = open_asks(step.name, view, view.component(ask))
    rows = {ask: draft, **{other: row for other in asks if (row := _beside(view, other, draft))}}
    if len(rows) == 1:
        return None
    grid = replace(
        _grid(draft, rows) if draft.row.alike else _form(draft, rows),
        text=draft.row.asked,
        in_other_words=draft.row.in_other_words or draft.in_other_words,
        why=draft.row.why or draft.why,
        facts=tuple(dict.fromkeys(fact for row in rows.values() for fact in row.facts)),
        about=tuple(dict.fromkeys(entry for row in rows.values() for entry in row.about)),
    )
    return Gathered(to_ask(view, ask, grid), grid)


def _grid(first: Draft, rows: dict[str, Draft]) -> Draft:
    """The first row with all of them."""
    texts = tuple(Option(id=ask, text=row.row.text) for ask, row in rows.items() if row.row)
    return replace(first, kind="grid", rows=texts, row_kind=first.kind)


def _form(first: Draft, fields: dict[str, Draft]) -> Draft:
    """The first field with all of them; other words tell of each what is asked there in full."""
    told = tuple(Say(id=ask, text=f"{field.text}\n{field.in_other_words}") for ask, field in fields.items())
    return replace(first, kind="fields", fields=fields, options=(), told=told)


def asked_as(view: View, ask: Ask, draft: Draft, answered: Sequence[str]) -> Ask:
    """An open question as it was asked when these asks were answered together: one row by itself, several at once.

    A conversation may have been held where grids can be drawn and be replayed where they cannot, and vice versa.
    """
    asked = [one for one in answered if one in ask.together] or answered  # an answer may bring along another
    if ask.together and len(asked) == 1:
        row = draft_of(view, asked[0])
        return to_ask(view, asked[0], row) if row else ask
    if not ask.together and len(answered) > 1 and (grid := gathered(view, ask.id, draft)):
        return grid.ask if set(answered) <= set(grid.ask.together) else ask
    return ask


def _beside(view: View, ask: str, first: Draft) -> Draft | None:
    """The draft of an ask if that is a row of the same grid, else None."""
    draft = draft_of(view, ask)
    if draft is None or draft.row is None or first.row is None or draft.row.grid != first.row.grid:
        return None
    is_same = (draft.kind, draft.options) == (first.kind, first.options)
    return draft if is_same or not first.row.alike else None


def once(says: Iterable[Say]) -> list[Say]:
    """What is said to the rows of a grid: each sentence once, however many rows it was said to."""
    found: dict[str, Say] = {}
    for sentence in says:
        found.setdefault(sentence.id, sentence)
    return list(found.values())
