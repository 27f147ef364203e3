"""Chapter 11: when to look back; and when all is said, what one does now."""

from collections.abc import Iterator

from msgspec.structs import replace

from lobgids.advice.own import OWN
from lobgids.advice.shown import ANEW, MORE_LINES, as_told, has_lines, held_in_part, shown, to_show, to_word_anew
from lobgids.dialogue.draft import Draft, asked_about, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step, no_reply
from lobgids.dialogue.view import View
from lobgids.kb.phrasing import phrase
from lobgids.log import ask_ids
from lobgids.log.ask_ids import MAY_SHOW, MISSING, reworded
from lobgids.log.events import Event
from lobgids.text import one_line

ROUND, LOOK_BACK, NEXT = "closing.round", ask_ids.LOOK_BACK, "closing.next"
_NO_PLAN, _WORDS, _AGAIN = "closing.look_back.no_plan", "closing.words", "closing.missing.again"
REPORT, GO_ON, STOP = "next.report", "next.full", "next.stop"
"""What one can do at the end: make a report, go on with the long conversation, stop."""


def asks(view: View) -> Iterator[str]:
    """Whether one's own words may be shown, if there are any that make a proposal one's own; a day to look back on.

    Who gave that day in an earlier version is not called back.
    """
    is_called_back = view.header.shows_sentences or not view.is_answered(LOOK_BACK)
    if has_lines(view) and (view.is_answered(MAY_SHOW) or is_called_back):
        yield MAY_SHOW
        yield from map(reworded, to_word_anew(view))
    if MORE_LINES in view.ids(MAY_SHOW):
        yield MISSING
    yield LOOK_BACK


def round_asks(_view: View) -> Iterator[str]:
    """With a group first what everybody takes away, then the day."""
    yield ROUND
    yield LOOK_BACK


def next_draft(view: View) -> Draft:
    """What one does now. It is asked when nothing is open any more, and is no question of the conversation itself."""
    question = from_question(view.base, NEXT)
    options = tuple(option for option in question.options if option.id != GO_ON or view.chose_short)
    return replace(question, options=options)


def draft(view: View, ask: str) -> Draft:
    """The last questions; own words are shown as they would stand, and without a plan the day is one to look again."""
    if ask == MAY_SHOW:
        question, lines = from_question(view.base, ask), to_show(view)
        options = (Option(id=line, text=_line(view, line, quote)) for line, quote in lines.items())
        last = (one for one in question.options if one.id != MORE_LINES or view.header.shows_sentences)
        return replace(question, options=(*options, *last), beside=tuple(f"{ANEW}{line}" for line in lines))
    if ask == MISSING and isinstance(before := view.state.value(MISSING), str):
        return from_question(view.base, _AGAIN, quote=one_line(before))
    if ask.startswith(reworded("")):
        told = (words for line, words in as_told(view).items() if reworded(line) == ask)
        return from_question(view.base, _WORDS, quote=asked_about(told, ask))
    return from_question(view.base, _NO_PLAN if ask == LOOK_BACK and not view.conclusions.plan else ask)


def _line(view: View, line: str, quote: str) -> str:
    """A line to choose; one's own action says that it is one, and so does what was said of one, as it is short."""
    if line.startswith(OWN):
        return phrase(view.base, "closing.line.own", line, quote=quote)
    if ask_ids.is_ambition(line):
        return phrase(view.base, "closing.line.wish", line, quote=quote)
    is_of_action = ask_ids.is_of_plan(line) or bool(ask_ids.counted_action(line))
    return phrase(view.base, "closing.line.plan" if is_of_action else "closing.line", line, quote=quote)


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say that one's own words will stand there, or where they stay."""
    seed = view.header.seed
    if event.ask == MAY_SHOW:
        is_asked_on = bool(to_word_anew(view)) or MORE_LINES in view.ids(MAY_SHOW)
        if not is_asked_on and held_in_part(view.base, view.state.answers[event.ask].quote):
            yield say(view.base, "closing.held", seed)
        if shown(view) or not is_asked_on:
            yield say(view.base, "closing.shown" if shown(view) else "closing.kept_back", seed)
    elif event.ask == MISSING and view.state.value(MISSING):
        yield say(view.base, "closing.added", seed)
    elif event.ask.startswith(reworded("")) and view.state.value(event.ask):
        yield say(view.base, "closing.reworded", seed)


STEP = Step(
    name="closing", chapter="closing", asks=asks, draft=draft, reply=reply,
    needs=(LOOK_BACK, MAY_SHOW, _WORDS, MISSING, _AGAIN, _NO_PLAN, NEXT),
)  # fmt: skip
GROUP_STEP = STEP._replace(asks=round_asks, reply=no_reply, needs=(ROUND, LOOK_BACK, _NO_PLAN, NEXT))
