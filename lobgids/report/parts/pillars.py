"""Pillar by pillar how it goes now and what is proposed, in everyday words: its readers do not know the models."""

from collections.abc import Iterator, Sequence

from lobgids.advice.decision import proposed, theme_of, to_talk_about
from lobgids.advice.shown import is_beside_question, shown_at
from lobgids.dialogue.view import View
from lobgids.kb.schema.school import Component, Pillar
from lobgids.log.ask_ids import situation
from lobgids.report.blocks import Block, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.school.ambition import SCHOOL
from lobgids.school.sayings import is_chosen, is_reserved, story_of, told_instead
from lobgids.school.stage import present
from lobgids.school.ways import about, way_now

MOST_QUOTES = 2
"""How many lines tell of own words at a pillar: it is a cell."""


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield a row for each pillar, how it goes and what is proposed; then that there may be a further step later.

    Of a wish for later nothing is proposed by pillar.
    """
    if to_talk_about(context.view, context.conclusions) == "later":
        yield from _only_now(context)
        return
    last = "proposed" if proposed(context.view, context.conclusions) else "wished"
    header = tuple(context.words(f"pillars.{name}") for name in ("pillar", "now", last))
    rows = tuple(
        (pillar.name, now(context, pillar), "\n".join(filter(None, _proposed(context, pillar))))
        for pillar in context.base.pillars
    )
    yield Table(caption=context.words("pillars.caption"), header=header, rows=rows, widths=(3, 7, 7))
    if context.conclusions.direction.later:
        yield Paragraph(text=context.words("pillars.later"), look="small")


def _only_now(context: ReportContext) -> Iterator[Table]:
    """Yield a row for each pillar with how it goes; none where all that was told of it stays with the decaan."""
    header = tuple(context.words(f"pillars.{name}") for name in ("pillar", "now"))
    cells = ((pillar.name, now(context, pillar)) for pillar in context.base.pillars)
    rows = tuple((name, cell) for name, cell in cells if cell != context.words("pillars.in_words"))
    has_quotes = any("‘" in cell for _, cell in rows)
    caption = context.words("pillars.caption.now" if has_quotes else "head.pillars")
    if rows:
        yield Table(caption=caption, header=header, rows=rows, widths=(3, 14))


def heading(context: ReportContext) -> str:
    """Return the name of what heads the table: a proposal, wishes that go apart, or only how it goes now."""
    if proposed(context.view, context.conclusions):
        return "head.proposed"
    return "head.wished" if context.conclusions.direction.is_apart else "head.pillars"


def now(context: ReportContext, pillar: Pillar) -> str:
    """Return how it goes at a pillar: in the way that was answered, else an answer and what was told in own words.

    What was told in own words is quoted if it may be shown, and stands there in no other words.
    """
    view, way = context.view, way_now(context.view, pillar)
    in_words = [one for one in view.components_of(pillar) if told_instead(view, one) and not _is_chosen(view, one)]
    told_of = [one for one in view.components_of(pillar) if told_instead(view, one) or shown_at(view, situation(one))]
    told_of = [one for one in told_of if not is_beside_question(view, one)]  # which stands by itself
    quoted = [told for one in told_of if (told := _told(context, one))][:MOST_QUOTES]
    # What a whole pillar is like, one answer with words beside it does not say.
    is_told_so = way is not None and not (view.header.shows_sentences and _is_one_with_words(view, about(view, way)))
    if way and is_told_so and not {*about(view, way)} & {*in_words}:
        is_seen = all(view.is_seen(component) for component in about(view, way))
        practice = way.practice if is_seen else context.words("pillars.told", practice=way.practice)
        return "\n".join([practice, *quoted, *_absent(context, pillar)])
    known = [one for one in view.components_of(pillar) if one in view.known and one not in in_words]
    alike = [one for one in known if len(present(view, one)) == 1 and not is_reserved(view, one)]
    sentences = [context.words("pillars.heard", heard=view.chosen(one)[0].heard) for one in alike[:1]]
    if quoted or in_words:
        sentences += quoted
    elif any(view.is_between(component) for component in known):
        sentences.append(context.words("pillars.varies" if alike else "pillars.differs"))
    elif known and not alike:
        sentences.append(context.words("pillars.in_words"))
    sentences += _absent(context, pillar)
    return "\n".join(sentences) or context.words("pillars.in_words" if in_words else "pillars.unknown")


def _is_one_with_words(view: View, components: Sequence[Component]) -> bool:
    return len(components) == 1 and bool(view.quote(components[0]) or is_reserved(view, components[0]))


def _is_chosen(view: View, component: Component) -> bool:
    """Whether a description was chosen by itself; not in documents of earlier versions, which told only the words."""
    return view.header.shows_sentences and is_chosen(view, component) and not is_reserved(view, component)


def _absent(context: ReportContext, pillar: Pillar) -> list[str]:
    """Return that of some components of a pillar nothing happens here, where that was answered by itself."""
    view = context.view
    plain = [one.name for one in view.components_of(pillar) if view.is_absent(one) and not story_of(view, one)]
    is_told = plain and view.header.shows_sentences
    return [context.words("pillars.absent", components="; ".join(plain))] if is_told else []


def _told(context: ReportContext, component: Component) -> str:
    """Return what was told of a component in own words, as far as it may be read; no other words stand for it."""
    quote = shown_at(context.view, situation(component))
    subject = context.words(f"told.{component.id}")
    return context.words("pillars.quoted", subject=subject, quote=quote.rstrip(" .;")) if quote else ""


def _proposed(context: ReportContext, pillar: Pillar) -> Iterator[str]:
    """Yield what is proposed for a pillar, and the first action for it, or that there is none."""
    direction = context.conclusions.direction
    subject = pillar.id if pillar.id in (*direction.wishes, *direction.skipped) else SCHOOL
    goal, action = direction.wishes.get(subject), _first_action(context, pillar)
    is_known = _is_told(context, pillar)
    if goal:
        yield next(way.practice for way in pillar.ways if way.model == goal)
        has_own = any(item.kind == "own" for item in context.told_plan)  # which may well be about this
        yield action or ("" if has_own else context.words("pillars.no_action"))
    elif not is_known:
        yield context.words("pillars.find_out")
    elif subject not in direction.wishes:
        yield context.words("pillars.stay" if subject in direction.skipped else "pillars.open")
    elif action:
        yield context.words("pillars.strengthen")
        yield action
    elif not _is_hard(context, pillar):
        yield context.words("pillars.same")


def _is_hard(context: ReportContext, pillar: Pillar) -> bool:
    """Return whether something of a pillar does not happen or has a reservation: nobody proposes to keep that."""
    view = context.view
    return any(view.is_absent(one) or is_reserved(view, one) for one in view.components_of(pillar))


def _is_told(context: ReportContext, pillar: Pillar) -> bool:
    """Return whether something is known of a pillar: an answer, or what was told in own words."""
    view = context.view
    return any(one in view.known or told_instead(view, one) for one in view.components_of(pillar))


def _first_action(context: ReportContext, pillar: Pillar) -> str:
    """Return what the plan begins with at a pillar; empty if it has no action there."""
    for item in context.told_plan:
        theme = theme_of(context.conclusions, item)
        if theme and context.base.component(context.base.theme(theme).component).pillar == pillar.id:
            return context.words("pillars.action", action=context.title(item))
    return ""
