"""The minutes of a group: who was there, what was agreed on, what it comes to, and what was left for later."""

from collections.abc import Iterator

from lobgids.dialogue import telling
from lobgids.dialogue.chapters.closing import ROUND
from lobgids.dialogue.result import chosen_evaluation
from lobgids.dialogue.workshop import agenda
from lobgids.dialogue.workshop.minutes_data import gathered
from lobgids.log import ask_ids
from lobgids.log.ask_ids import AGREED
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Quote, Table
from lobgids.report.parts import ambition, picture, plan
from lobgids.report.parts.evaluation import whom
from lobgids.report.parts.summary import short
from lobgids.report.plots import SOMEONE
from lobgids.report.teller import Teller
from lobgids.text import capital, clean


def present(teller: Teller) -> Iterator[Block]:
    """How many there were, of which roles, and how much time there was: what of these was told."""
    told, sentences = gathered(teller.view), []
    if told.people:
        sentences.append(teller.words("present.people", people=told.people))
    if teller.view.state.value(agenda.TIME):
        sentences.append(teller.words("present.time", minutes=told.minutes))
    if told.roles:
        roles = (
            teller.words("present.role", count=count, role=_short(teller, role)) for role, count in told.roles.items()
        )
        sentences.append(teller.words("present.roles", roles=teller.listing(roles)))
    yield Paragraph(text=" ".join(sentences) or teller.words("present.unknown"))


def _short(teller: Teller, role: str) -> str:
    """A role in a word or two; one that a hand wrote is somebody else."""
    known = {one.id for one in teller.base.roles}
    return teller.words(f"short.{role}").lower() if role in known else teller.view.role(SOMEONE)


def agreed(teller: Teller) -> Iterator[Block]:
    """The page to remember: what was agreed on, the picture in a sentence, and who does what when."""
    told = gathered(teller.view)
    sentences = [(one.name, clean(one.agreed)) for one in told.voted]
    sentences += [(one.name, clean(one.agreed)) for one in told.talked]
    if rows := tuple((name, sentence) for name, sentence in sentences if sentence):
        header = (teller.words("agreed.about"), teller.words("agreed.sentence"))
        yield Table(caption=teller.words("agreed.caption"), header=header, rows=rows, widths=(2, 3))
    else:
        yield Paragraph(text=teller.words("agreed.nothing"))
    yield Heading(text=teller.words("part.picture"))
    yield Paragraph(text=telling.conclusion(teller.view).text, look="lead")
    of_components = tuple(f"{one.name}: " for one in told.voted)
    yield from (Paragraph(text=one) for one in told.differences if not one.startswith(of_components))
    if actions := teller.told.plan:
        yield Heading(text=teller.words("part.plan"))
        yield short(teller, actions)
    if day := plan.look_back(teller):
        yield Paragraph(text=teller.words("plan.look_back", day=day))


def talked(teller: Teller) -> Iterator[Block]:
    """Who does what, theme by theme, with what was agreed on it; nothing where that was not talked over."""
    rows = tuple(
        (one.name, capital(teller.who(one.by)) or teller.words("talked.open"), clean(one.agreed))
        for one in gathered(teller.view).talked
    )
    if not rows:
        return
    dash = teller.words("stars.empty")
    header = tuple(teller.words(f"talked.{column}") for column in ("theme", "by", "agreed"))
    yield Table(caption=teller.words("talked.caption"), header=header, widths=(3, 3, 5),
                rows=tuple((theme, by, sentence or dash) for theme, by, sentence in rows))  # fmt: skip
    yield from teller.quotes(*(theme.id for theme in teller.base.themes))


def of_school(teller: Teller) -> Iterator[Block]:
    """The picture, and where the groups see another school than each other."""
    yield from picture.blocks(teller)
    if differences := gathered(teller.view).differences:
        yield Heading(text=teller.words("head.differences"))
        yield Items(items=differences)


def wishes(teller: Teller) -> Iterator[Block]:
    """Where the group wants to go and whose wish that is, or that it was not talked about."""
    if teller.told.direction.wishes:
        yield from ambition.wished(teller)
    else:
        yield Paragraph(text=teller.words("wishes.open"))


def agreed_plan(teller: Teller) -> Iterator[Block]:
    """The plan with what one will see, and how each action begins; or what could stand in it."""
    if not (actions := teller.told.plan):
        yield from plan.blocks(teller)
        return
    yield plan.table(teller, actions)
    for item in actions:
        yield Heading(text=item.title)
        yield Paragraph(text=teller.words("plan.how", how=item.how))
        yield from teller.quotes(ask_ids.plan("when", item.action))


def questions(teller: Teller) -> Iterator[Block]:
    """The questions to evaluate the plan with, in one table; nothing where there is no plan."""
    rows = tuple(
        (level.name, asked.text, whom(teller, asked.respondent), asked.moment)
        for level in teller.base.levels
        for asked in chosen_evaluation(teller.view, level.id)
    )
    if rows:
        header = tuple(teller.words(f"evaluation.{column}") for column in ("level", "question", "respondent", "moment"))
        yield Table(caption=teller.words("evaluation.all"), header=header, rows=rows, widths=(3, 9, 4, 4))


def parked(teller: Teller) -> Iterator[Block]:
    """What was kept for later, in the order in which it came up; nothing where nothing was."""
    if kept := tuple(text for one in gathered(teller.view).parked if (text := clean(one))):
        yield Items(items=kept)


def last_round(teller: Teller) -> Iterator[Block]:
    """What people took along; nothing where that was not typed."""
    if told := clean(gathered(teller.view).last_round):
        yield Quote(text=told)


def rest(teller: Teller) -> Iterator[Block]:
    """The words that no other part showed."""
    yield from teller.other_quotes(ROUND, *(ask_ids.of_theme(theme, AGREED) for theme in teller.base.themes))
