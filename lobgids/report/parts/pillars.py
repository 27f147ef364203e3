"""Pillar by pillar how it goes now and what is proposed, in everyday words: its readers do not know the models."""

from collections.abc import Iterator

from lobgids.advice.decision import proposed
from lobgids.kb.schema.school import Pillar
from lobgids.report.blocks import Block, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.school.ambition import SCHOOL
from lobgids.school.stage import present
from lobgids.school.ways import way_now


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield a row for each pillar, how it goes and what is proposed; then that there may be a further step later."""
    last = "proposed" if proposed(context.conclusions) else "wished"
    header = tuple(context.words(f"pillars.{name}") for name in ("pillar", "now", last))
    rows = tuple((pillar.name, now(context, pillar), _proposed(context, pillar)) for pillar in context.base.pillars)
    yield Table(caption=context.words("pillars.caption"), header=header, rows=rows, widths=(3, 6, 6))
    if context.conclusions.direction.later:
        yield Paragraph(text=context.words("pillars.later"), look="small")


def heading(context: ReportContext) -> str:
    """Return the name of what heads the table: a proposal, wishes that go apart, or only how it goes now."""
    if proposed(context.conclusions):
        return "head.proposed"
    return "head.wished" if context.conclusions.direction.is_apart else "head.pillars"


def now(context: ReportContext, pillar: Pillar) -> str:
    """Return how it goes at a pillar: in the way that was answered, else what was told of one of its components."""
    if way := way_now(context.view, pillar):
        return way.practice
    view = context.view
    known = [component for component in view.components_of(pillar) if component in view.known]
    alike = [component for component in known if len(present(view, component)) == 1]
    sentences = [context.words("pillars.heard", heard=view.chosen(component)[0].heard) for component in alike[:1]]
    if len(known) > len(alike):
        sentences.append(context.words("pillars.varies" if alike else "pillars.differs"))
    return " ".join(sentences) or context.words("pillars.unknown")


def _proposed(context: ReportContext, pillar: Pillar) -> str:
    """Return what is proposed for a pillar."""
    direction = context.conclusions.direction
    subject = pillar.id if pillar.id in (*direction.wishes, *direction.skipped) else SCHOOL
    if subject not in direction.wishes:
        return context.words("pillars.stay" if subject in direction.skipped else "pillars.open")
    goal = direction.wishes[subject]
    if goal is None:
        is_known = any(component in context.view.known for component in context.view.components_of(pillar))
        return context.words("pillars.strengthen" if is_known else "pillars.find_out")
    return next(way.practice for way in pillar.ways if way.model == goal)
