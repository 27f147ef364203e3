"""Actions of one's own that go out of the plan again, while what was said of the others stays with them."""

import re
from collections.abc import Iterator

from lobgids.advice.own import OWN, own_lines
from lobgids.advice.plan import FIELDS, in_plan
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.settling import without_quoted
from lobgids.dialogue.view import View
from lobgids.kb.sayings import says, telling_words, words_of
from lobgids.log.ask_ids import MAY_SHOW, OWN_ACTIONS, counted_now, is_of_plan, plan, planned
from lobgids.text import folded

_GONE = re.compile(r"\b(?:weg|eruit|schrap\w*|verwijder\w*|remove|delete|out)\b", re.IGNORECASE)
_NTH = {"eerste": 0, "tweede": 1, "derde": 2, "laatste": -1, "first": 0, "second": 1, "third": 2, "last": -1}
_FEW = 6
"""The most words of a line that says no more than that something stands there twice: 'dat is toch hetzelfde?'."""


def to_take_out(view: View, ask: str, text: str) -> str:
    """The own action that words at a question of the plan take out again; empty if they take none out."""
    is_gone = _GONE.search(text) is not None and not _NTH.keys().isdisjoint(words_of(text))  # 'de eerste moet weg'
    if is_gone or says(view.base, "take_out", text):
        return _meant(view, ask, text)
    meant = _meant(view, ask, text) if says(view.base, "double", text) else ""
    if not meant:
        return ""
    others = {word for action in in_plan(view, view.conclusions.actions) if action.title != meant
              for word in telling_words(action.title)}  # fmt: skip
    shared, words = telling_words(meant) & others, words_of(text)
    is_of_it = says(view.base, "named_thing", " ".join(words[:1])) and len(words) <= _FEW
    # 'Begin januari, hetzelfde als die andere' is a day, and so is 'in februari, dat staat er al'.
    is_named = bool(shared & telling_words(text)) and planned(ask)[0] not in ("when", "until")
    return meant if shared and (is_named or is_of_it) else ""


def _meant(view: View, ask: str, text: str) -> str:
    """The own action that words at a question of the plan name, or that is asked about; empty if it is none."""
    lines = own_lines(view.state.value(OWN_ACTIONS)) if is_of_plan(ask) else []
    named = [line for line in lines if folded(line).rstrip(".") in folded(text)]
    if len(named) == 1:
        return named[0]
    nth = [place for word, place in _NTH.items() if word in words_of(text)]
    if len(lines) > 1 and len(nth) == 1 and abs(nth[0]) <= len(lines):  # 'de eerste moet weg'
        return lines[nth[0]]
    _, action = planned(ask)
    number = action.removeprefix(f"{OWN}.").removesuffix(".understood")
    is_own = action.startswith(f"{OWN}.") and number.isdecimal() and 0 < int(number) <= len(lines)
    return lines[int(number) - 1] if is_own else ""


def shortened(view: View, text: str) -> list[PendingEvent]:
    """The events of an own action that loses what words quote of it: "'meer niet' hoort niet bij de actie"."""
    lines = own_lines(view.state.value(OWN_ACTIONS))
    left = [without_quoted(view.base, line, text) for line in lines]
    return [PendingEvent("planned", OWN_ACTIONS, "\n".join(left))] if left != lines else []


def taken_out(view: View, title: str) -> list[PendingEvent]:
    """The events of that: the lines that are left, and what was answered about each by its new number."""
    lines = own_lines(view.state.value(OWN_ACTIONS))
    left = [line for line in lines if line != title]
    numbers = [lines.index(line) + 1 for line in left]
    drops = tuple(ask for number in range(1, len(lines) + 1) for ask in _asks(number) if view.is_answered(ask))
    first = PendingEvent("planned", OWN_ACTIONS, "\n".join(left), drops=drops)
    moved = [event for new, old in enumerate(numbers, 1) for event in _moved(view, old, new)]
    return [first, *moved, *_still_allowed(view, numbers)]


def _still_allowed(view: View, numbers: list[int]) -> list[PendingEvent]:
    """What may stand in papers, with the lines that are left by their new numbers: a yes to these still holds."""
    if not view.is_answered(MAY_SHOW) or not view.header.shows_sentences:
        return []
    new = {f"{OWN}.{old}": f"{OWN}.{number}" for number, old in enumerate(numbers, 1)}
    gone = {line for line in view.ids(MAY_SHOW) if line.startswith(f"{OWN}.") and line not in new}
    chosen = [new.get(line, line) for line in view.ids(MAY_SHOW) if line not in gone]
    return [PendingEvent("answered", MAY_SHOW, chosen)] if chosen else []


def _asks(number: int) -> list[str]:
    """All that can be asked of the own action with this number."""
    action = f"{OWN}.{number}"
    return [*(plan(name, action) for name in (*FIELDS, "name")), counted_now(action)]


def _moved(view: View, old: int, new: int) -> Iterator[PendingEvent]:
    for before, after in zip(_asks(old), _asks(new), strict=True):
        if standing := view.state.answers.get(before):
            value = {"choice": standing.value, "quote": standing.quote} if standing.quote else standing.value
            yield PendingEvent("skipped" if standing.skipped else "planned", after, value)
