"""Pillar by pillar how it goes now and what is proposed, in everyday words: its readers do not know the models."""

from collections.abc import Iterator

from lobgids.advice.decision import is_reserved_wish, proposed, theme_of
from lobgids.kb.schema.school import Component, Pillar
from lobgids.report.blocks import Block, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.school.ambition import SCHOOL
from lobgids.school.sayings import in_own_words, is_reserved
from lobgids.school.stage import present
from lobgids.school.ways import about, way_now


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield a row for each pillar, how it goes and what is proposed; then that there may be a further step later."""
    last = "proposed" if proposed(context.view, context.conclusions) else "wished"
    header = tuple(context.words(f"pillars.{name}") for name in ("pillar", "now", last))
    rows = tuple(
        (pillar.name, now(context, pillar), "\n".join(filter(None, _proposed(context, pillar))))
        for pillar in context.base.pillars
    )
    yield Table(caption=context.words("pillars.caption"), header=header, rows=rows, widths=(3, 7, 7))
    if context.conclusions.direction.later:
        yield Paragraph(text=context.words("pillars.later"), look="small")


def heading(context: ReportContext) -> str:
    """Return the name of what heads the table: a proposal, wishes that go apart, or only how it goes now."""
    if proposed(context.view, context.conclusions):
        return "head.proposed"
    return "head.wished" if context.conclusions.direction.is_apart else "head.pillars"


def now(context: ReportContext, pillar: Pillar) -> str:
    """Return how it goes at a pillar: in the way that was answered, else what was told of one of its components."""
    if way := way_now(context.view, pillar):
        is_seen = all(context.view.is_seen(component) for component in about(context.view, way))
        return way.practice if is_seen else context.words("pillars.told", practice=way.practice)
    view = context.view
    known = [component for component in view.components_of(pillar) if component in view.known]
    alike = [
        component for component in known if len(present(view, component)) == 1 and not is_reserved(view, component)
    ]
    sentences = [_heard(context, component) for component in alike[:1]]
    if any(view.is_between(component) for component in known):
        sentences.append(context.words("pillars.varies" if alike else "pillars.differs"))
    elif known and not alike:
        sentences.append(context.words("pillars.in_words"))
    return " ".join(sentences) or context.words("pillars.unknown")


def _heard(context: ReportContext, component: Component) -> str:
    """Return what was told of a component; who told it in own words agreed with the answer beside them broadly."""
    name = "pillars.heard_broadly" if in_own_words(context.view, component) else "pillars.heard"
    return context.words(name, heard=context.view.chosen(component)[0].heard)


def _proposed(context: ReportContext, pillar: Pillar) -> Iterator[str]:
    """Yield what is proposed for a pillar, and the first action for it, or that there is none."""
    direction = context.conclusions.direction
    subject = pillar.id if pillar.id in (*direction.wishes, *direction.skipped) else SCHOOL
    goal, action = direction.wishes.get(subject), _first_action(context, pillar)
    is_known = any(component in context.view.known for component in context.view.components_of(pillar))
    if goal and is_reserved_wish(context.view):
        yield context.words("pillars.reserved")
    elif goal:
        yield next(way.practice for way in pillar.ways if way.model == goal)
        yield action or context.words("pillars.no_action")
    elif not is_known:
        yield context.words("pillars.find_out")
    elif subject not in direction.wishes:
        yield context.words("pillars.stay" if subject in direction.skipped else "pillars.open")
    else:
        yield context.words("pillars.strengthen" if action else "pillars.same")
        yield action


def _first_action(context: ReportContext, pillar: Pillar) -> str:
    """Return what the plan begins with at a pillar; empty if it has no action there."""
    for item in context.told_plan:
        theme = theme_of(context.conclusions, item)
        if theme and context.base.component(context.base.theme(theme).component).pillar == pillar.id:
            return context.words("pillars.action", action=context.title(item))
    return ""
