"""For leadership, first page: what is asked, who was heard and how sure it is, what students gain, three choices."""

from collections.abc import Iterator

from lobgids.advice.roles import NOBODY
from lobgids.dialogue import telling
from lobgids.log.ask_ids import PICTURE
from lobgids.report.blocks import Block, Heading, Items, Paragraph, Table
from lobgids.report.own_words import subject
from lobgids.report.parts.summary import founded
from lobgids.report.plots import theme_state
from lobgids.report.teller import Teller

MOST_EXAMPLES = 2
"""How many actions or shifts a choice names, so that the page stays a page."""

NOT_QUITE = (("picture.partly", "heard.partly"), ("picture.no", "heard.no"))
"""What is said with a picture that is not, or only partly, recognised by whom it was told to."""

SPOKEN = "assignment.spoken"
NOBODY_SPOKEN = "spoken.nobody"


def blocks(teller: Teller) -> Iterator[Block]:
    """The decision."""
    yield Paragraph(text=teller.words("decision.lead"), look="lead")
    yield Paragraph(text=" ".join(_wish(teller)))
    yield from teller.quotes("assignment.asked", "assignment.results")
    yield Heading(text=teller.words("head.heard"))
    yield Paragraph(text=" ".join(_heard(teller)))
    if seen := telling.what_works(teller.view)[:MOST_EXAMPLES]:
        yield Heading(text=teller.words("head.works"))
        told = (teller.words("works.seen", name=subject(teller.view, one.id), heard=one.heard) for one in seen)
        yield Items(items=tuple(told))
    if stage := teller.told.direction.next:
        yield Heading(text=teller.words("head.gains"))
        yield Items(items=tuple(one.text for one in teller.model(stage).gains[:MOST_EXAMPLES]))
    yield Heading(text=teller.words("head.choices"))
    yield _choices(teller)


def _wish(teller: Teller) -> Iterator[str]:
    direction = teller.told.direction
    if not direction.wishes:
        yield teller.words("decision.wish.open")
        return
    moves = any(goal not in (None, direction.now) for goal in direction.wishes.values())
    yield teller.words("decision.wish.move" if moves else "decision.wish.stay")
    if whose := teller.whose():
        yield teller.words("decision.whose", who=whose)


def _heard(teller: Teller) -> Iterator[str]:
    asked = teller.view.ids(SPOKEN)
    if asked and NOBODY_SPOKEN not in asked:
        spoken = teller.listing(one.lower() for one in teller.options(SPOKEN))
        yield teller.words("heard.spoken", who=spoken)
    else:
        yield teller.words("heard.alone")
    yield founded(teller)
    yield teller.words(f"heard.sure.{teller.view.certainty}")
    yield from (teller.words(name) for answer, name in NOT_QUITE if answer == teller.view.state.value(PICTURE))


def _choices(teller: Teller) -> Table:
    """Three choices with what happens and what stops; hours and money are for the school to fill in."""
    header = tuple(teller.words(f"choices.{name}") for name in ("choice", "what", "hours", "money", "stops"))
    rows = tuple(
        (teller.words(f"choices.{name}"), what, "", "", stops)
        for name, (what, stops) in (
            ("leave", _leave(teller)),
            ("strengthen", _strengthen(teller)),
            ("step", _step(teller)),
        )
    )
    return Table(caption=teller.words("choices.caption"), header=header, rows=rows, widths=(3, 7, 2, 2, 6))


def _themes(teller: Teller, state: str) -> list[str]:
    return [theme.name for theme in teller.base.themes if theme_state(teller.view, theme) == state]


def _leave(teller: Teller) -> tuple[str, str]:
    unowned = _themes(teller, "open")[:MOST_EXAMPLES]
    what = teller.words("leave.open", themes="; ".join(unowned)) if unowned else teller.words("leave.what")
    return what, teller.words("leave.stops")


def _strengthen(teller: Teller) -> tuple[str, str]:
    """What is there already and could be done better, whatever the wish: the present stage's own actions."""
    double = _themes(teller, "double")[:MOST_EXAMPLES]
    stops = teller.words("strengthen.double", themes="; ".join(double)) if double else ""
    titles = _present_actions(teller)
    what = teller.words("strengthen.what", actions="; ".join(titles)) if titles else teller.words("strengthen.nothing")
    return what, stops or teller.words("strengthen.stops")


def _present_actions(teller: Teller) -> list[str]:
    """For themes that are done as the present stage has it: how to make them stronger."""
    view, now = teller.view, teller.told.direction.now
    done = [
        action.stronger.title
        for one in teller.base.actions
        if one.model == now
        for action in one.actions
        for theme in teller.base.themes
        if theme.id == action.theme and set(view.doers(theme)) & set(getattr(theme.done_by, f"model{now}")) - {NOBODY}
    ]
    return done[:MOST_EXAMPLES]


def _step(teller: Teller) -> tuple[str, str]:
    """The step that was wished for, else the one to the next stage."""
    now, following = teller.told.direction.now, teller.told.direction.next
    if now is None or following is None:
        return teller.words("step.open"), ""
    goal = following if following != now else min(now + 1, 3)
    step = next((one for one in teller.base.transitions if (one.start, one.goal) == (now, goal)), None)
    if step is None:
        return teller.words("step.last"), ""
    return step.milestone, _shifts(teller, goal)


def _shifts(teller: Teller, goal: int) -> str:
    """The themes that go to other roles than those who do them now."""
    shifts = []
    for theme in teller.base.themes:
        doers, wanted = teller.view.doers(theme), getattr(theme.done_by, f"model{goal}")
        if doers and NOBODY not in wanted and not set(wanted) & set(doers):
            shifts.append(teller.words("step.shift", theme=theme.name, roles=teller.who(wanted)))
    if not shifts:
        return teller.words("step.no_shifts")
    return teller.words("step.shifts", shifts=" ".join(shifts[:MOST_EXAMPLES]))
