"""What one can change at the end: who says then that something is wrong or missing is asked what, and goes there.

The question has no place on the way through a conversation: one comes to it by what one says at the end.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.advice.conclusions import Planned
from lobgids.advice.own import LONGEST_TITLE
from lobgids.days.spoken import kept_day
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.pending import PendingEvent
from lobgids.dialogue.period import looked_back, moment
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.kb.sayings import says
from lobgids.kb.schema.hearing import Meaning
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, LOOK_BACK, MAY_SHOW, MEND, MISSING
from lobgids.text import beginning, one_line

_TO = "mend."
"""What the id of an option has before that of the question that it leads to."""

LEAVE = f"{_TO}none"
"""The option that all stays as it is."""

_FIELDS = ("who", "helps", "when", "until")
"""What can be changed of an action: what the papers tell of each."""
PUTS_RIGHT: tuple[Meaning, ...] = (
    "denied", "missing", "not_so", "double", "take_out", "leaving_out", "protest", "mending",
)  # fmt: skip
"""What is said of something that is wrong, double or missing."""
_MENDING: tuple[Meaning, ...] = (*PUTS_RIGHT, "not", "adding", "previous", "misplaced")
"""The same at the end, where no question is open that a plain 'niet' could answer."""


def can_mend(view: View) -> bool:
    """Whether something can be changed here at the end: a decaan's own plan, or papers for others."""
    return view.header.shows_sentences and not view.track.answering.is_vote and view.is_answered(MAY_SHOW)


def mends(view: View, text: str) -> bool:
    """Whether what is said at the end says that something is wrong, double or missing."""
    return can_mend(view) and any(says(view.base, meaning, text) for meaning in _MENDING)


def draft(view: View, _ask: str) -> Draft:
    """What can be changed: who, with whom and when of each action, the look-back, the sentences; or nothing."""
    question = from_question(view.base, MEND)
    return replace(question, options=(*_options(view), *question.options))


def _options(view: View) -> Iterator[Option]:
    seed = view.header.seed
    for item in view.conclusions.plan:
        title = beginning(item.title, LONGEST_TITLE)
        for name in _FIELDS:
            ask, now = ask_ids.plan(name, item.action), _now(view, item, name)
            if now or name in ("who", "when"):
                answer = now or phrase(view.base, "mend.open", seed)
                text = phrase(view.base, f"mend.{name}", seed, quote=title, answer=answer)
                yield Option(id=f"{_TO}{ask}", text=text)
    yield Option(id=f"{_TO}{ACTIONS}", text=phrase(view.base, "mend.actions", seed))
    day = kept_day(view.state.value(LOOK_BACK))
    answer = looked_back(view) or (view.language.date(day) if day else phrase(view.base, "mend.open", seed))
    yield Option(id=f"{_TO}{LOOK_BACK}", text=phrase(view.base, "mend.look_back", seed, answer=answer))
    yield Option(id=f"{_TO}{MAY_SHOW}", text=phrase(view.base, "mend.show", seed))
    added = view.state.value(MISSING)
    is_added = isinstance(added, str)
    name = "mend.added" if is_added else "mend.missing"
    fill = {"quote": beginning(one_line(str(added)), LONGEST_TITLE)} if is_added else {}
    yield Option(id=f"{_TO}{MISSING}", text=phrase(view.base, name, seed, **fill))


def _now(view: View, item: Planned, name: str) -> str:
    """What a field of an action says now, in words; empty if it is open."""
    if name == "who":
        return item.name or (view.role(item.owner) if item.owner else "")
    if name == "helps":
        return view.language.listing(view.role(role) for role in item.helps)
    if name == "when":
        return moment(view, item)
    until = kept_day(item.until)
    return view.language.date(until) if until else ""


def follows(ask: str, value: object) -> Iterator[PendingEvent]:
    """What comes with the choice of what to change: one goes there."""
    if ask == MEND and isinstance(value, str) and value != LEAVE:
        yield PendingEvent("jumped", value.removeprefix(_TO))


STEP = Step(name="mend", chapter="closing", draft=draft, keys=(MEND,), needs=(MEND,))
