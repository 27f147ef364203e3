"""Chapter 2: what leadership asked for, who has been spoken to, and what support there is."""

from collections.abc import Iterator

from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Say
from lobgids.dialogue.retelling import typed
from lobgids.dialogue.spoken import feelings
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.log.ask_ids import ASSIGNED, ASSIGNMENT, ASSIGNMENT_WORDS, MAY_QUOTE
from lobgids.log.events import Event
from lobgids.school.quoting import is_on_condition, quoted_assignment
from lobgids.school.sayings import is_whole
from lobgids.text import sentences_of

SPOKEN, TO_NOBODY = "assignment.spoken", "spoken.nobody"
SUPPORT, NO_SUPPORT = "assignment.support", "support.nobody"
FURTHER = ("assignment.results", ASSIGNED, SPOKEN, SUPPORT, "assignment.scan")


def asks(view: View) -> Iterator[str]:
    """What leadership asked for, whether that may be quoted if it is anything, in the long form the rest too."""
    yield ASSIGNMENT
    words = typed(view, ASSIGNMENT)
    is_asked = bool(words) and not is_whole(view.base, "none", words) and not _is_only_felt(view, words)
    if is_asked and not _went_on(view):
        yield MAY_QUOTE
    if is_on_condition(view):
        yield ASSIGNMENT_WORDS
    if not view.is_short:
        yield from FURTHER


def _is_only_felt(view: View, words: str) -> bool:
    """Whether words say how it goes for oneself and nothing of what was asked: that is not for a proposal."""
    return all(any(feelings(view.base, one)) for one in sentences_of(words))


def _went_on(view: View) -> bool:
    """Whether one went on after what was asked without being asked whether it may be quoted, as in earlier versions."""
    last = view.state.history[-1].ask if view.state.history else ""
    return last != ASSIGNMENT and not view.is_answered(MAY_QUOTE)


def draft(view: View, ask: str) -> Draft:
    """A question about the assignment; whether it may be quoted is asked with the very words."""
    if ask in (MAY_QUOTE, ASSIGNMENT_WORDS):
        return from_question(view.base, ask, quote=typed(view, ASSIGNMENT))
    return from_question(view.base, ask)


def is_alone(view: View) -> bool:
    """Whether one said that nobody supports one."""
    return view.ids(SUPPORT) == [NO_SUPPORT]


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that one knows what it is about, or that it is a lot to carry alone; and where a quote stays."""
    words = typed(view, ASSIGNMENT) if event.ask == ASSIGNMENT else ""
    if words and not is_whole(view.base, "none", words) and not any(feelings(view.base, words)):
        yield say(view.base, "assignment.thanks", view.header.seed)
    is_settled = event.ask == MAY_QUOTE and not is_on_condition(view)
    if event.ask == ASSIGNMENT_WORDS or (is_settled and view.state.value(MAY_QUOTE) is not None):
        yield from _kept(view, typed(view, ASSIGNMENT))
    if event.ask == SUPPORT and is_alone(view):
        spoke_to_nobody = view.ids(SPOKEN) == [TO_NOBODY]
        yield say(view.base, "assignment.alone" if spoke_to_nobody else "assignment.unsupported", view.header.seed)


def _kept(view: View, told: str) -> Iterator[Say]:
    """Say what of the quote stays out of a proposal: all of it, or what then is left."""
    quoted = quoted_assignment(view)
    if not quoted:
        yield say(view.base, "assignment.stays", view.header.seed)
    elif quoted != told:
        yield say(view.base, "assignment.partly", view.header.seed, quote=quoted)


STEP = Step(name="assignment", chapter="assignment", asks=asks, draft=draft, reply=reply, left_open=True,
            needs=(ASSIGNMENT, MAY_QUOTE, ASSIGNMENT_WORDS, *FURTHER))  # fmt: skip
