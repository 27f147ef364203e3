"""Where the school wants to go: staying and strengthening is told as fully as moving on."""

from collections.abc import Iterator

from lobgids.advice.conclusions import Direction
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.teller import Teller
from lobgids.school.ambition import SCHOOL, WHOSE, ask_of
from lobgids.text import capital


def blocks(teller: Teller) -> Iterator[Block]:
    """The direction, then the steps to it or what makes the present stage stronger."""
    direction = teller.told.direction
    yield from wished(teller)
    if direction.steps:
        yield from _steps(teller, direction)
    elif direction.now:
        yield from _stronger(teller, direction.now)


def wished(teller: Teller) -> Iterator[Block]:
    """The direction, the wishes, and whose they are."""
    direction = teller.told.direction
    yield Paragraph(text=_lead(teller, direction), look="lead")
    if direction.wishes:
        yield _wishes(teller, direction)
    if whose := teller.whose():
        yield Paragraph(text=teller.words("wishes.whose", who=whose))
    asked = dict.fromkeys(ask_of(teller.view, subject) for subject in direction.wishes)
    yield from teller.quotes(*asked, WHOSE)


def _lead(teller: Teller, direction: Direction) -> str:
    if direction.now is None or direction.next is None or direction.aimed is None:
        return teller.words("direction.open")
    now, following = teller.model(direction.now).name, teller.model(direction.next).name
    if direction.aimed != direction.next:
        aimed = capital(teller.model(direction.aimed).name)
        return teller.words("direction.far", now=now, next=following, aimed=aimed)
    if direction.next == direction.now:
        return teller.words("direction.stay")
    moving = [name for subject, name in _names(teller).items() if direction.wishes.get(subject) == direction.next]
    if len(moving) < len(direction.wishes):
        return teller.words("direction.partly", now=now, then=following, pillars=teller.listing(moving))
    return teller.words("direction.move", now=now, then=following)


def _names(teller: Teller) -> dict[str, str]:
    """What a wish can be about: a pillar, or the whole school."""
    return {**{pillar.id: pillar.name for pillar in teller.base.pillars}, SCHOOL: teller.words("wishes.school")}


def _wishes(teller: Teller, direction: Direction) -> Table:
    names = _names(teller)
    now = teller.model(direction.now).name if direction.now else teller.words("profile.unknown")
    rows = tuple(
        (names[subject], now,
         teller.words("wishes.same") if goal in (None, direction.now) else teller.model(goal).name)
        for subject, goal in direction.wishes.items()
    )  # fmt: skip
    header = (teller.words("wishes.subject"), teller.words("wishes.now"), teller.words("wishes.wish"))
    return Table(caption=teller.words("wishes.caption"), header=header, rows=rows, widths=(4, 3, 4))


def _steps(teller: Teller, direction: Direction) -> Iterator[Block]:
    for number, step in enumerate(direction.steps):
        yield Heading(text=teller.words("head.later_step" if number else "head.step"))
        yield Paragraph(text=step.text)
        yield Paragraph(text=teller.words("step.tension", tension=step.tension))
        yield Paragraph(text=step.milestone)
    yield Heading(text=teller.words("head.fronts"))
    header = (teller.words("fronts.front"), teller.words("fronts.now"), teller.words("fronts.then"))
    rows = tuple((capital(front.name), front.now, front.then) for front in direction.fronts)
    yield Table(caption=teller.words("fronts.caption"), header=header, rows=rows, widths=(2, 4, 4))


def _stronger(teller: Teller, now: int) -> Iterator[Block]:
    view = teller.view
    yield Heading(text=teller.words("head.strengths"))
    yield Items(items=tuple(one.text for one in teller.model(now).strengths))
    stronger = [f"{action.title}. {action.how}" for action in teller.told.actions if action.kind == "task"]
    if stronger:
        yield Heading(text=teller.words("head.stronger"))
        yield Items(items=tuple(stronger))
    departs = [one for one in view.known if now not in {description.model for description in view.chosen(one)}]
    if departs:
        yield Heading(text=teller.words("head.departs"))
        yield Paragraph(text=teller.words("departs.intro"))
        yield Items(items=tuple(one.name for one in departs))
