"""The talk sheet: one page for the talk in which leadership and team set the aim, about this very school."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from lobgids.advice.conclusions import Planned
from lobgids.advice.decision import CHOICES, is_reserved_wish
from lobgids.advice.shown import has_condition
from lobgids.dialogue.chapters.picture import otherwise_at
from lobgids.dialogue.period import moment
from lobgids.kb.schema.school import Component, Pillar
from lobgids.log.ask_ids import ALSO, SCHOOL, ambition, plan, situation
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts.decision import added, wished
from lobgids.report.parts.pillars import now
from lobgids.report.parts.summary import nothing_seen
from lobgids.report.plots import theme_state
from lobgids.school.explain import why, would_change
from lobgids.school.naming import is_denied, recognised_at
from lobgids.school.sayings import is_reserved, is_talked_about, plain_clashes, told_instead
from lobgids.school.stage import present
from lobgids.school.strengths import what_works
from lobgids.school.ways import way_ahead

OF_SCHOOL = 3
"""How many questions are about what was told of this school."""

FOR_ANY = 3
"""How many questions fit any school."""

AGREEMENTS = 3

MOST_UNKNOWN = 3
"""How many components of which little is known are named at most."""

_WIDTHS = {"pillar": 6, "now": 14, "ahead": 10, "choice": 5, "why": 6}


def blocks(context: ReportContext) -> Iterator[Block]:
    """Yield what works, questions to talk about, a choice for each pillar, and room for agreements."""
    yield Paragraph(text=" ".join(_opening(context)), look="lead")
    yield Heading(text=context.words("head.works"))
    good = tuple(description.strength for description in what_works(context.view, of_each_pillar=True))
    yield Items(items=good) if good else Paragraph(text=nothing_seen(context))
    if good and (quote := context.typed(ALSO)):
        yield Paragraph(text=context.words("works.quote", quote=quote))
    yield from _seen_otherwise(context)
    yield from _wished(context)
    yield from _begun_with(context)
    yield from added(context)
    yield Heading(text=context.words("head.questions"))
    of_school = list(dict.fromkeys(_of_school(context)))[:OF_SCHOOL]
    first, *others = (context.words(f"talk.question.{number}") for number in range(1, FOR_ANY + 1))
    yield Items(items=(first, *of_school, *others), mark="number")
    yield _choices(context)
    header = tuple(context.words(f"talk.{name}") for name in ("what", "who", "when"))
    yield Table(caption=context.words("talk.agreements"), header=header, rows=(("", "", ""),) * AGREEMENTS,
                widths=(5, 3, 2))  # fmt: skip


def _seen_otherwise(context: ReportContext) -> Iterator[Block]:
    """Yield that the decaan does not recognise the picture, and what one sees otherwise if that may be read."""
    view = context.view
    quotes = context.quotes(recognised_at(view), otherwise_at(view))
    if is_denied(view) or quotes:
        yield Heading(text=context.words("head.seen"))
    if is_denied(view):
        yield Paragraph(text=context.words("talk.denied"))
    yield from quotes


def _begun_with(context: ReportContext) -> Iterator[Block]:
    """Yield with what the decaan wants to begin, in own words as far as these may be read; no block if nothing may."""
    own = [item for item in context.told_plan if item.kind in ("own", "find_out")]
    if own:
        yield Heading(text=context.words("head.begun_with"))
        yield Items(items=tuple(_with_day(context, item) for item in own))


def _with_day(context: ReportContext, item: Planned) -> str:
    """Return an own action with from when until when it is done, if that is known."""
    period = context.period(item)
    line = f"{context.named(item)} ({period})" if period else context.named(item)
    said = context.shown(plan("who", item.action))  # 'als zij het wil': it hangs on that, here too
    return f"{line}. {context.words('quoted', text=said)}" if has_condition(said) else line


def _wished(context: ReportContext) -> Iterator[Block]:
    """Yield what the decaan wishes in own words, as far as these may be read; no block if nothing may."""
    if context.shown(ambition(SCHOOL)):
        yield Heading(text=context.words("head.wished"))
        yield from wished(context)


def _opening(context: ReportContext) -> Iterator[str]:
    """Yield what the talk is for, and its day if that is known."""
    days = (moment(context.view, item) for item in context.conclusions.plan if item.kind == "talk")
    if day := next(filter(None, days), ""):
        yield context.words("talk.day", day=day)
    yield context.words("talk.lead")


def _of_school(context: ReportContext) -> Iterator[str]:
    """Yield questions about this school, of each kind in turn: what chafes, is unknown, unseen, nobody's, or weighs."""
    kinds = (_clashes(context), _unknown(context), _answers(context, _decisive(context)), _nobodys(context))
    for questions in zip_longest(*map(tuple, kinds)):
        yield from filter(None, questions)
    yield from _answers(context, _heavy(context))


def _clashes(context: ReportContext) -> Iterator[str]:
    for first, second in plain_clashes(context.view):
        yield context.words("talk.clash", one=first.heard, other=second.heard)


def _unknown(context: ReportContext) -> Iterator[str]:
    """Yield a question about what is not known, and one about what was not talked about."""
    left = [one for one in context.base.components if not is_talked_about(context.view, one)]
    unasked = [one.name for one in left if not context.view.is_answered(situation(one))]
    if asked := [one.name for one in left if one.name not in unasked]:
        yield context.words("talk.not_known_yet", components="; ".join(asked[:MOST_UNKNOWN]))
    if unasked:
        yield context.words("talk.unknown", components="; ".join(unasked[:MOST_UNKNOWN]))


def _nobodys(context: ReportContext) -> Iterator[str]:
    for theme in context.base.themes:
        if theme_state(context.view, theme) == "open":
            yield context.words("talk.nobody", theme=theme.name)


def _answers(context: ReportContext, components: Sequence[Component]) -> Iterator[str]:
    """Yield a question about each answer; what was told in own words stands in the table, if it may."""
    yield from (_about(context, one) for one in components if not told_instead(context.view, one))


def _about(context: ReportContext, component: Component) -> str:
    """Return a question about an answer: whether others saw it, see it so too, or like it to differ."""
    view, chosen = context.view, context.view.chosen(component)
    if len(chosen) > 1:
        return context.words("talk.varies", name=component.name)
    if is_reserved(view, component):
        return context.words("talk.partly", name=component.name)
    return context.words("talk.sure" if view.is_seen(component) else "talk.unseen", heard=chosen[0].heard)


def _decisive(context: ReportContext) -> list[Component]:
    """Return the components to look at together: those that could turn the picture, then what differs or is unseen."""
    view = context.view
    turning = {item.component for item in would_change(view)} if view.dominant else set()
    known = [component for component in view.known if component.number in turning]
    open_ones = [
        component for component in view.known if len(present(view, component)) > 1 or not view.is_seen(component)
    ]
    return list(dict.fromkeys((*known, *open_ones)))


def _heavy(context: ReportContext) -> list[Component]:
    """Return the components of the answers that the picture rests on most: one person told them."""
    known = {component.number: component for component in context.view.known}
    return [known[item.component] for item in why(context.view) if item.component in known]


def _choices(context: ReportContext) -> Table:
    """Return a row for each pillar: how it goes, what a step would come to, boxes to choose, and room to say why."""
    pillars = context.base.pillars
    # Who has a reservation wants no step as it stands, and who stays wants none.
    wishes = context.conclusions.direction.wishes
    is_meant = not is_reserved_wish(context.view) and (not wishes or any(wishes.values()))
    has_ahead = is_meant and any(way_ahead(context.view, pillar) for pillar in pillars)
    names = ("pillar", "now", *(("ahead",) if has_ahead else ()), "choice", "why")
    boxes = "\n".join(context.words("talk.box", choice=context.words(f"talk.{name}")) for name in CHOICES)
    rows = tuple(
        (pillar.name, now(context, pillar), *((_ahead(context, pillar),) if has_ahead else ()), boxes, "")
        for pillar in pillars
    )
    header = tuple(context.words(f"talk.{name}") for name in names)
    widths = tuple(_WIDTHS[name] for name in names)
    return Table(caption=context.words("talk.choices"), header=header, rows=rows, widths=widths)


def _ahead(context: ReportContext, pillar: Pillar) -> str:
    """Return what a step would come to at a pillar, in everyday words, or that no stage comes after."""
    if way := way_ahead(context.view, pillar):
        return way.practice
    known = (component in context.view.known for component in context.view.components_of(pillar))
    return context.words("talk.last" if context.view.dominant or any(known) else "talk.not_known")
