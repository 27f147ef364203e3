"""The minutes of a group: who was there, what was agreed on, what it comes to, and what was left for later."""

from collections.abc import Iterator

from lobgids.dialogue import telling
from lobgids.dialogue.chapters.closing import ROUND
from lobgids.dialogue.workshop import agenda
from lobgids.dialogue.workshop.minutes_data import minutes_data
from lobgids.log import ask_ids
from lobgids.log.ask_ids import AGREED
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Quote, Table
from lobgids.report.context import ReportContext
from lobgids.report.parts import ambition, effort, evaluation, find_out, picture, plan
from lobgids.report.parts.summary import short
from lobgids.report.plots import SOMEONE
from lobgids.text import capital, clean


def present(context: ReportContext) -> Iterator[Block]:
    """Yield how many there were, of which roles, and how much time there was, as far as that is known."""
    data, sentences = minutes_data(context.view), []
    if data.people:
        sentences.append(context.words("present.people", people=data.people))
    if context.view.state.value(agenda.TIME):
        sentences.append(context.words("present.time", minutes=data.minutes))
    if data.roles:
        roles = (
            context.words("present.role", count=count, role=_short(context, role)) for role, count in data.roles.items()
        )
        sentences.append(context.words("present.roles", roles=context.listing(roles)))
    yield Paragraph(text=" ".join(sentences) or context.words("present.unknown"))


def _short(context: ReportContext, role: str) -> str:
    """Return a role in a word or two; an unknown one, which somebody wrote into the file, as somebody else."""
    known = {entry.id for entry in context.base.roles}
    return context.words(f"short.{role}").lower() if role in known else context.view.role(SOMEONE)


def agreed(context: ReportContext) -> Iterator[Block]:
    """Yield the page to remember: what was agreed on, the picture in a sentence, and who does what when."""
    data = minutes_data(context.view)
    sentences = [(component.name, clean(component.agreed)) for component in data.voted]
    sentences += [(theme.name, clean(theme.agreed)) for theme in data.talked]
    if rows := tuple((name, sentence) for name, sentence in sentences if sentence):
        header = (context.words("agreed.about"), context.words("agreed.sentence"))
        yield Table(caption=context.words("agreed.caption"), header=header, rows=rows, widths=(2, 3))
    else:
        yield Paragraph(text=context.words("agreed.nothing"))
    yield Heading(text=context.words("part.picture"))
    yield Paragraph(text=telling.conclusion(context.view).text, look="lead")
    of_components = tuple(f"{component.name}: " for component in data.voted)
    yield from (Paragraph(text=text) for text in data.differences if not text.startswith(of_components))
    if actions := context.conclusions.plan:
        yield Heading(text=context.words("part.plan"))
        yield short(context, actions)
    if sentence := plan.look_back(context, "plan.look_back"):
        yield Paragraph(text=sentence)


def talked(context: ReportContext) -> Iterator[Block]:
    """Yield who does what, theme by theme, with what was agreed on it; no block if no theme was talked over."""
    rows = tuple(
        (theme.name, capital(context.who(theme.by)) or context.words("talked.open"), clean(theme.agreed))
        for theme in minutes_data(context.view).talked
    )
    if not rows:
        return
    dash = context.words("stars.empty")
    header = tuple(context.words(f"talked.{column}") for column in ("theme", "by", "agreed"))
    yield Table(caption=context.words("talked.caption"), header=header, widths=(3, 3, 5),
                rows=tuple((theme, by, sentence or dash) for theme, by, sentence in rows))  # fmt: skip
    yield from context.quotes(*(theme.id for theme in context.base.themes))


def of_school(context: ReportContext) -> Iterator[Block]:
    """Yield the picture, and where the groups see another school than each other."""
    yield Paragraph(text=" ".join(_founded(context)))
    yield from picture.recognised(context)
    yield from picture.strong(context)
    yield from picture.blocks(context)
    if differences := minutes_data(context.view).differences:
        yield Heading(text=context.words("head.differences"))
        yield Items(items=differences)


def _founded(context: ReportContext) -> Iterator[str]:
    """Yield on how many components was voted, of how many something was seen, and of how many most do not know."""
    view = context.view
    voted = [component for component in context.base.components if view.votes(component)]
    seen = sum(view.is_seen(component) for component in view.known)
    yield context.words("founded", answered=len(voted), total=len(context.base.components), seen=seen)
    if unknown := [component.name for component in voted if component not in view.known]:
        yield context.words("founded.unknown", components="; ".join(unknown))


def to_find_out(context: ReportContext) -> Iterator[Block]:
    """Yield what the group wanted to know and does not, and which components it did not vote on."""
    view = context.view
    voted = {component.id for component in context.base.components if view.votes(component)}
    asked = [item for item in context.conclusions.find_out if (one := view.component(item.ask)) and one.id in voted]
    yield from find_out.table(context, asked)
    if left := [component.name for component in context.base.components if component.id not in voted]:
        yield Paragraph(text=context.words("not_voted", components="; ".join(left)))


def wishes(context: ReportContext) -> Iterator[Block]:
    """Yield where the group wants to go and whose wish that is, or that it was not talked about."""
    if context.conclusions.direction.wishes:
        yield from ambition.wished(context)
    else:
        yield Paragraph(text=context.words("wishes.open"))


def agreed_plan(context: ReportContext) -> Iterator[Block]:
    """Yield the plan and what it takes, then how each action begins, and the sign; or what could stand in it."""
    if not (actions := context.conclusions.plan):
        yield from plan.blocks(context)
        return
    yield plan.table(context, actions)
    yield from plan.few_first(context, actions)
    yield from effort.blocks(context, actions)
    told: set[str] = set()
    for item in actions:
        yield Heading(text=context.title(item))
        yield from plan.begins(context, item)
        yield from plan.since(item, told)
        yield from plan.sign(context, item)
        yield from plan.details(context, item)
        yield from plan.quotes(context, item)
    if not any(questions(context)):
        yield Paragraph(text=context.words("evaluation.afterwards"))


def questions(context: ReportContext) -> Iterator[Block]:
    """Yield what to count and to ask about the plan if a group chose it with an earlier version; else no block."""
    is_chosen = any(context.view.ids(ask_ids.evaluation(level.id)) for level in context.base.levels)
    yield from evaluation.blocks(context) if is_chosen and context.conclusions.plan else evaluation.own(context)


def parked(context: ReportContext) -> Iterator[Block]:
    """Yield what was kept for later, in the order in which it came up; no block if nothing was."""
    if kept := tuple(text for note in minutes_data(context.view).parked if (text := clean(note))):
        yield Items(items=kept)


def last_round(context: ReportContext) -> Iterator[Block]:
    """Yield what people took along; no block if that was not typed."""
    if text := clean(minutes_data(context.view).last_round):
        yield Quote(text=text)


def rest(context: ReportContext) -> Iterator[Block]:
    """Yield the words that no other part showed."""
    yield from context.other_quotes(ROUND, *(ask_ids.of_theme(theme, AGREED) for theme in context.base.themes))
