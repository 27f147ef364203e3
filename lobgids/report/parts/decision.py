"""The first page for leadership: what is asked and by when, from what to what, what it takes, what is uncertain."""

from collections.abc import Iterator

from lobgids.advice.decision import deadline, proposed
from lobgids.dialogue import telling
from lobgids.log.ask_ids import ASSIGNMENT, DECIDE
from lobgids.report.blocks import Blank, Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.report.parts import choices, pillars, uncertain
from lobgids.school import strengths

MOST_EXAMPLES = 2
"""How many strengths or gains are named at most, so that all of it fits on one page."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what there is to decide, and on what grounds."""
    yield from _asked(context)
    if working := telling.what_works(context.view, of_each_pillar=True)[:MOST_EXAMPLES]:
        yield Heading(text=context.words("head.works"))
        yield Items(items=tuple(description.strength for description in working))
    yield Heading(text=context.words(pillars.heading(context)))
    yield from pillars.blocks(context)
    yield from _gains(context)
    yield Heading(text=context.words("head.choices"))
    yield choices.table(context)
    if taken := " ".join(_taken(context)):
        yield Paragraph(text=taken)
    yield Heading(text=context.words("head.uncertain"))
    yield Items(items=tuple(uncertain.lines(context)))
    yield from uncertain.seen_otherwise(context)


def _asked(context: ReportContext) -> Iterator[Block]:
    """Yield what is asked of whom and by when, whose wish it is, and what leadership asked for if it may be quoted."""
    choice, limit = proposed(context.conclusions), deadline(context.conclusions)
    sentences = [
        context.words(f"decision.{_kind(context)}"),
        context.words(f"deadline.{limit.why}", day=context.day(limit.day)),
    ]
    if choice and (whose := context.whose()):
        sentences.append(context.words("decision.whose", who=whose))
    yield Paragraph(text=" ".join(sentences), look="lead")
    if limit.why == "open":
        yield Blank(text=context.words("decision.day"))
    if asked := context.typed(ASSIGNMENT):
        yield Paragraph(text=context.words("decision.asked", text=asked))


def _kind(context: ReportContext) -> str:
    """Return what is asked, as the name of its sentence: a step of a part of the school is not one of all of it."""
    if context.conclusions.direction.is_apart:
        return "apart"
    is_part = any(goal is None for goal in context.conclusions.direction.wishes.values())
    choice = proposed(context.conclusions) or "none"
    return "step_partly" if choice == "step" and (is_part or context.conclusions.direction.skipped) else choice


def _gains(context: ReportContext) -> Iterator[Block]:
    """Yield what students gain here; else what they often gain in the stage that is worked toward."""
    direction = context.conclusions.direction
    if direction.next is None:
        return
    here, often = strengths.gains(context.view, direction.next)
    name = "gains" if here else "gains.often" if direction.next == direction.now else "gains.then"
    if shown := (here or often)[:MOST_EXAMPLES]:
        yield Heading(text=context.words(f"head.{name}"))
        yield Items(items=tuple(gain.text for gain in shown))


def _taken(context: ReportContext) -> Iterator[str]:
    """Yield for what somebody has still to be found, and by when the plan has to be known."""
    if without := [context.title(item) for item in context.conclusions.plan if not item.owner]:
        yield context.words("takes.nobody", actions="; ".join(without))
    decided, day = context.view.state.value(DECIDE), context.conclusions.decide_by
    if day and isinstance(decided, str):
        yield context.words("effort.decide_by", decided=context.day(decided), day=context.day(day))
