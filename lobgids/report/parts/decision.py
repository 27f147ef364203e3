"""The first page for leadership: what is asked and by when, from what to what, what it takes, what is uncertain."""

from collections.abc import Iterator

from lobgids.advice.decision import FOR_ANY_CHOICE, Choice, proposed, to_talk_about
from lobgids.advice.shown import has_condition, is_beside_question
from lobgids.dialogue.period import moment
from lobgids.kb.sayings import says
from lobgids.log.ask_ids import ACTIONS, ALSO, ASSIGNMENT, DECIDE, GO_ON, MISSING, SCHOOL, ambition, situation
from lobgids.report.blocks import Blank, Block, Heading, Items, Paragraph
from lobgids.report.context import ReportContext
from lobgids.report.parts import choices, effort, pillars, uncertain
from lobgids.school import strengths
from lobgids.school.sayings import said_with
from lobgids.school.strengths import what_works
from lobgids.text import sentences_of

MOST_EXAMPLES = 2
"""How many strengths or gains are named at most, so that all of it fits on one page."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what there is to decide, and on what grounds."""
    yield from _asked(context)
    yield from _works(context)
    if of_pillars := [*pillars.blocks(context)]:
        yield Heading(text=context.words(pillars.heading(context)))
        yield from of_pillars
    if to_talk_about(context.view, context.conclusions) != "later":
        yield from _gains(context)
    if has_choices(context):
        yield Heading(text=context.words("head.choices"))
        yield choices.table(context)
    if taken := " ".join(_taken(context)):
        yield Paragraph(text=taken)
    yield Heading(text=context.words("head.uncertain"))
    yield Items(items=tuple(uncertain.lines(context)))


def has_choices(context: ReportContext) -> bool:
    """Return whether there is something to choose: a wish for later and a school one knows little of ask for a talk."""
    return to_talk_about(context.view, context.conclusions) not in ("later", "little")


def _works(context: ReportContext) -> Iterator[Block]:
    """Yield what works already, and what the decaan named besides if those words may be shown; no block if nothing."""
    working = what_works(context.view, of_each_pillar=True)[:MOST_EXAMPLES]
    named = context.quotes(ALSO)
    if working or named:
        yield Heading(text=context.words("head.works"))
    if working:
        yield Items(items=tuple(description.strength for description in working))
    yield from named


def _asked(context: ReportContext) -> Iterator[Block]:
    """Yield what is asked of whom and by when, whose wish it is, and what leadership asked for if it may be quoted."""
    when = _when(context)
    if _begins(context):
        yield from _to_begin_with(context)
        afterwards = "" if _stays(context) else context.words("decision.afterwards")
        if more := " ".join(filter(None, (afterwards, when))):
            yield Paragraph(text=more)
    else:
        sentences = (_what(context), _which_step(context), _takes(context), when, _whose(context))
        yield Paragraph(text=" ".join(filter(None, sentences)), look="lead")
    if when and context.deadline.why == "open":
        yield Blank(text=context.words("decision.day"))
    if asked := context.typed(ASSIGNMENT):
        yield Paragraph(text=context.words("decision.asked", quote=asked))
    yield from wished(context)
    yield from added(context)


def added(context: ReportContext) -> Iterator[Block]:
    """Yield what the decaan missed in a paper for others and wanted in it; no block if nothing."""
    beside = (situation(one) for one in context.base.components if is_beside_question(context.view, one))
    for words in (*map(context.shown, (*beside, ACTIONS, GO_ON)), context.typed(MISSING)):
        if words:
            yield Paragraph(text=context.words("decision.added", quote=words.rstrip(" .;")))


def wished(context: ReportContext) -> Iterator[Block]:
    """Yield where a wish for later goes, in everyday words, and the wish in one's own if these may be read."""
    goals = {goal for goal in context.conclusions.direction.wishes.values() if goal}
    said = said_with(context.view, ambition(SCHOOL))  # who denies a part of it has a direction of one's own
    first = next(iter(sentences_of(said)), "").partition(",")[0]
    is_meant = len(goals) == 1 and not says(context.base, "not", first) and not says(context.base, "without", first)
    wish = context.shown(ambition(SCHOOL))
    is_meant = is_meant and (bool(wish) or not has_condition(said))  # no direction without what it hangs on
    if is_meant and to_talk_about(context.view, context.conclusions) == "later":
        yield Paragraph(text=context.words("decision.thinks_of", practice=context.model(goals.pop()).way.practice))
    if wish:
        yield Paragraph(text=context.words("decision.wish", quote=wish))


def _what(context: ReportContext) -> str:
    """Return what is asked: a decision on a step or on what there is, or a talk first."""
    choice, direction = _proposed(context), context.conclusions.direction
    if choice is None:
        return context.words(f"decision.{to_talk_about(context.view, context.conclusions)}")
    moving = [pillar.name for pillar in context.base.pillars if direction.wishes.get(pillar.id)]
    if choice == "step" and 0 < len(moving) < len(context.base.pillars):
        return context.words("decision.step_partly", pillars="; ".join(moving))
    return context.words(f"decision.{choice}")


def _begins(context: ReportContext) -> bool:
    """Return whether there is an action to begin with, while the wish itself is for later."""
    is_for_later = to_talk_about(context.view, context.conclusions) == "later"
    return is_for_later and any(item.kind not in FOR_ANY_CHOICE for item in context.told_plan)


def _to_begin_with(context: ReportContext) -> Iterator[Block]:
    """Yield that room is asked to begin, or that LOB stays and this is added, and with what."""
    yield Paragraph(text=context.words("decision.keep" if _stays(context) else "decision.begin"), look="lead")
    actions = (item for item in context.told_plan if item.kind not in FOR_ANY_CHOICE or item.kind == "find_out")
    yield Items(items=tuple(context.named(item) for item in actions))


def _stays(context: ReportContext) -> bool:
    """Return whether one wishes that LOB stays as it is."""
    wishes = context.conclusions.direction.wishes
    return bool(wishes) and not any(wishes.values())


def _which_step(context: ReportContext) -> str:
    """Return how LOB goes after the step that is asked for, in everyday words; empty if none or no single one is."""
    direction = context.conclusions.direction
    goals = {goal for goal in direction.wishes.values() if goal}
    first = {direction.next} if direction.next not in (None, direction.now) else goals
    if _proposed(context) != "step" or len(first) != 1:
        return ""
    return context.words("decision.which_step", practice=context.model(first.pop()).way.practice)


def _proposed(context: ReportContext) -> Choice | None:
    return proposed(context.view, context.conclusions)


def _takes(context: ReportContext) -> str:
    """Return what the plan takes, as far as that is known; empty if there is nothing to decide on."""
    plan = context.told_plan if _proposed(context) else []
    if not plan:
        return ""
    sums = [amount for amount in effort.amounts(context, plan) if amount]
    return context.words("decision.takes", amounts=context.listing(sums)) if sums else ""


def _when(context: ReportContext) -> str:
    """Return when leadership decides or talks, with the team; empty if there is room to begin and no talk yet."""
    limit, talks = context.deadline, [item for item in context.told_plan if item.kind == "talk" and item.date]
    if _begins(context):
        first = min(talks, key=lambda item: item.date, default=None)
        return context.words("meeting.talk", day=moment(context.view, first)) if first else ""
    if not _proposed(context) and limit.why == "talk":
        return context.words(
            "meeting.talk", day=moment(context.view, next(one for one in talks if one.date == limit.day))
        )
    name = "deadline" if _proposed(context) else "meeting"
    return context.words(f"{name}.{limit.why}", day=context.day(limit.day))


def _whose(context: ReportContext) -> str:
    """Return whose wish it is for now; empty if that was not asked, or if there is nothing to decide on."""
    who = context.whose() if _proposed(context) else ""
    return context.words("decision.whose", who=who) if who else ""


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
    """Yield what begins before the decision, what nobody leads yet, and by when the plan has to be known."""
    plan, limit = context.told_plan, context.deadline
    if before := [context.title(item) for item in plan if item.kind == "find_out" and item.date < limit.day]:
        yield context.words("takes.before", actions="; ".join(before))
    if without := [context.title(item) for item in plan if not item.owner]:
        yield context.words("takes.nobody", actions="; ".join(without))
    decided, day = context.view.state.value(DECIDE), context.conclusions.decide_by
    if day and isinstance(decided, str):
        yield effort.decides(context, decided, day)
