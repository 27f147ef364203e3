"""Before a workshop: the school, who is there, how they vote, the time and the agenda; then the beginning."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from lobgids.dialogue.chapters.welcome import LANGUAGE, SCHOOL
from lobgids.dialogue.counting import MOST
from lobgids.dialogue.draft import Draft, from_question
from lobgids.dialogue.phrasing import say
from lobgids.dialogue.protocol import Option, Say
from lobgids.dialogue.step import Step
from lobgids.dialogue.view import View
from lobgids.dialogue.workshop import agenda
from lobgids.kb.phrasing import phrase
from lobgids.log.events import Event
from lobgids.school.answers import PEOPLE
from lobgids.school.votes import FEWEST, GROUPINGS, STAFF, VoteCounts

ROLES, SUM, GROUPS, WAY, START = "setup.roles", "setup.sum", "setup.groups", "setup.way", "setup.start"
FEWEST_PEOPLE = 2


def asks(view: View) -> Iterator[str]:
    """What is asked before the workshop; about votes in groups only if every group is large enough."""
    if not view.header.language:
        yield LANGUAGE
    yield SCHOOL
    yield PEOPLE
    yield ROLES
    if (total := sum(present(view).values())) and view.people and total != view.people:
        yield SUM
    if possible_groupings(view):
        yield GROUPS
    yield WAY
    yield agenda.TIME
    yield agenda.AGREED
    if view.state.value(agenda.AGREED) is False:
        yield agenda.ITEMS
    yield START


def draft(view: View, ask: str) -> Draft:
    """A question of the set-up."""
    make: dict[str, Callable[[View], Draft]] = {
        PEOPLE: _people, ROLES: _roles, SUM: _sum, GROUPS: _groups, agenda.AGREED: _agenda, agenda.ITEMS: _items,
    }  # fmt: skip
    return make[ask](view) if ask in make else from_question(view.base, ask)


def present(view: View) -> VoteCounts:
    """How many of each role are there; empty if that was not answered."""
    value = view.state.value(ROLES)
    counts = value if isinstance(value, dict) else {}
    return {role: count for role, count in counts.items() if type(count) is int and count > 0}


def small_roles(view: View) -> list[str]:
    """The roles of which too few are there to be seen by themselves."""
    return [role for role, count in present(view).items() if count < FEWEST]


def possible_groupings(view: View) -> list[str]:
    """The ways to vote in groups in which each group that is there has five people or more."""
    counts = present(view)
    found = []
    for name, groups in GROUPINGS.items():
        sizes = [size for roles in groups.values() if (size := sum(counts.get(role, 0) for role in roles))]
        if len(sizes) > 1 and min(sizes) >= FEWEST:
            found.append(name)
    return found


def groups(view: View) -> tuple[Option, ...]:
    """The groups that vote apart, of those that are there; empty if all vote together."""
    chosen = str(view.state.value(GROUPS))
    if chosen not in possible_groupings(view):
        return ()
    counts = present(view)
    return tuple(
        Option(id=name, text=group_name(view, name))
        for name, roles in GROUPINGS[chosen].items()
        if any(counts.get(role, 0) for role in roles)
    )


def group_sizes(view: View) -> dict[str, int]:
    """How many people are there of each group that votes apart."""
    counts, grouping = present(view), GROUPINGS.get(str(view.state.value(GROUPS)), {})
    return {group.id: sum(counts.get(role, 0) for role in grouping.get(group.id, ())) for group in groups(view)}


def votes_by_hand(view: View) -> bool:
    """Whether the group raises hands; the usual way is with folded cards."""
    return bool(view.state.value(WAY) == "way.hands")


def clusters(view: View) -> dict[str, str]:
    """The group of each role, and of each group itself."""
    known = {group.id for group in groups(view)}
    grouping = GROUPINGS.get(str(view.state.value(GROUPS)), {})
    return {member: name for name, roles in grouping.items() if name in known for member in (*roles, name)}


def group_name(view: View, group: str) -> str:
    """A group in words."""
    return phrase(view.base, f"group.{group}", view.header.seed)


def _people(view: View) -> Draft:
    return replace(from_question(view.base, PEOPLE), least=FEWEST_PEOPLE, most=MOST)


def _sum(view: View) -> Draft:
    return from_question(view.base, SUM, counted=str(sum(present(view).values())), people=str(view.people))


def _agenda(view: View) -> Draft:
    return from_question(
        view.base, agenda.AGREED, agenda=agenda.in_lines(view), minutes=str(agenda.time_available(view))
    )


def _roles(view: View) -> Draft:
    question = from_question(view.base, ROLES)
    known = {answer.id: answer.text for answer in view.base.answers if answer.group == "doer"}
    options = tuple(
        Option(id=role, text=known[f"doer.{role}"]) for role in (*STAFF[:-1], "mentor", "subject_teacher", STAFF[-1])
    )
    return replace(question, options=options)


def _groups(view: View) -> Draft:
    question = from_question(view.base, GROUPS)
    possible = possible_groupings(view)
    options = tuple(option for option in question.options if option.id not in GROUPINGS or option.id in possible)
    return replace(question, options=options)


def _items(view: View) -> Draft:
    options = [
        Option(id=f"{agenda.COMPONENT_OPTION}{component.id}", text=component.name)
        for component in agenda.in_order(view)
    ]
    question = from_question(view.base, agenda.ITEMS)
    return replace(question, options=(*options, *question.options))


def reply(view: View, event: Event) -> Iterator[Say]:
    """Say which roles are too few to be seen by themselves, and how long an agenda of one's own takes."""
    seed = f"{view.header.seed}{event.ask}"
    if event.ask == ROLES and (small := small_roles(view)):
        name = "setup.small" if possible_groupings(view) else "setup.all_together"
        yield say(view.base, name, seed, roles=view.language.listing(view.role(role) for role in small))
    elif event.ask == agenda.ITEMS:
        minutes, available = agenda.total(view), agenda.time_available(view)
        name = "setup.too_long" if minutes > available else "setup.fits"
        yield say(view.base, name, seed, agenda=agenda.in_lines(view), minutes=minutes, available=available)


STEP = Step(
    name="setup", chapter="welcome", asks=asks, draft=draft, keys=("setup", "welcome"), reply=reply, left_open=True,
    needs=(
        LANGUAGE, SCHOOL, PEOPLE, ROLES, SUM, GROUPS, WAY, agenda.TIME, agenda.AGREED, agenda.ITEMS, START
    ),
)  # fmt: skip
