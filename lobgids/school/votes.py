"""The votes of a group on a component: what was counted, what may be seen of it, and how the group is spread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import REVEAL, ROUNDS, UNKNOWN

if TYPE_CHECKING:
    from lobgids.school.answers import Answers

Spread = Literal["agree", "two", "over", "unknown"]
"""One camp, two camps, all over, or most do not know."""

Told = Spread | Literal["nearly"]
"""How a few people are told: their spread, or that nearly all see the same."""

A_CAMP = 4
"""A description is a camp if at least one in so many of those who chose a description chose it."""

FEWEST = 5
"""Votes of a smaller group are never kept by themselves."""

FEWEST_COUNTED = 10
"""Votes of a smaller group or room are told in words: a number would tell what somebody voted."""

NEARLY = 0.2
"""Nearly all agree if no more than this share does not, or a single person: who that is, nobody can tell then."""

BY_GROUP = "by_group"

STAFF = ("leadership", "deputy", "team_leader", "decaan", "someone_else")
GROUPINGS: dict[str, dict[str, tuple[str, ...]]] = {
    "groups.two": {"staff": STAFF, "team": ("mentor", "subject_teacher")},
    "groups.three": {"staff": STAFF, "mentor": ("mentor",), "subject_teacher": ("subject_teacher",)},
}
"""The ways to vote in groups, each with the roles of its groups."""

GROUPS = frozenset(name for groups in GROUPINGS.values() for name in groups)

VoteCounts = dict[str, int]

Shares = tuple[float, float, float]
"""How much of a component each of its three descriptions has."""


class Vote(NamedTuple):
    """The votes of a round: how many chose each option, by its id; `groups` has the same by group if that was kept."""

    counts: VoteCounts
    groups: dict[str, VoteCounts]

    @property
    def total(self) -> int:
        """How many votes there are, those who do not know included."""
        return sum(self.counts.values())

    @property
    def of_groups(self) -> "dict[str, Vote]":
        """The votes of each group that was counted apart."""
        return {name: Vote(counts, {}) for name, counts in self.groups.items()}

    @property
    def is_counted(self) -> bool:
        """Whether there are enough votes to tell how many chose what."""
        return self.total >= FEWEST_COUNTED

    @property
    def has_counted_groups(self) -> bool:
        """Whether every group has enough: else the votes of a smaller one could be worked out from the others'."""
        return all(vote.is_counted for vote in self.of_groups.values())


def cast(view: "Answers", component: Component, number: int) -> Vote | None:
    """The votes of a round, whether they may be seen or not; None if there are none."""
    value = view.state.value(ask_ids.situation(component, number))
    if not isinstance(value, dict):  # one person's choice, as nearly everywhere this is asked, or nothing
        return None
    options = [*(description.id for description in component.descriptions), ask_ids.of_component(component, UNKNOWN)]
    by_group = value.get(BY_GROUP)
    named = by_group if isinstance(by_group, dict) else {}
    groups = {name: known for name, counts in named.items() if name in GROUPS and (known := _known(counts, options))}
    counts = _known(value, options) or {option: sum(group[option] for group in groups.values()) for option in options}
    return Vote(counts, groups) if any(counts.values()) else None


def taken_in(view: "Answers", component: Component) -> Vote | None:
    """What a group saw of a component, in the conversation of one person who took that in; None if it is their own."""
    return None if view.manner.answering.is_vote else cast(view, component, 1)


def _known(value: Any, options: Sequence[str]) -> VoteCounts:
    """The counts of these options; empty if the document holds anything else."""
    counts = {option: value[option] for option in options if option in value} if isinstance(value, dict) else {}
    is_right = all(type(count) is int and count >= 0 for count in counts.values())
    return {option: counts.get(option, 0) for option in options} if counts and is_right else {}


def is_revealed(view: "Answers", component: Component, number: int) -> bool:
    """Whether everybody has seen the votes of a round."""
    return view.state.value(ask_ids.of_component(component, REVEAL, number)) is True


def revealed(view: "Answers", component: Component) -> list[Vote]:
    """The rounds that may be seen, in order; what was not revealed says and counts nothing."""
    rounds = (cast(view, component, number) for number in ROUNDS if is_revealed(view, component, number))
    return [vote for vote in rounds if vote]


def camps(counts: Sequence[int]) -> list[int]:
    """The indexes of the descriptions that at least a quarter of the voters for a description chose, largest first."""
    voters = sum(counts)
    found = [index for index, count in enumerate(counts) if count and count * A_CAMP >= voters]
    return sorted(found, key=lambda index: -counts[index])


def named_camps(counts: Sequence[int]) -> list[int]:
    """The camps that are told, largest first; none of a single person beside a camp that most are in."""
    found = camps(counts)
    larger = [index for index in found if counts[index] > 1]
    are_most = 2 * sum(counts[index] for index in larger) > sum(counts)
    return larger if are_most else found


def shares(counts: Sequence[int]) -> Shares:
    """How the camps share a component among the three descriptions, together 1; all 0 if nobody chose one."""
    kept = camps(counts)
    voters = sum(counts[index] for index in kept) or 1
    first, second, third = (counts[index] / voters if index in kept else 0.0 for index in range(3))
    return first, second, third


def of_descriptions(component: Component, counts: VoteCounts) -> list[int]:
    """The counts of the three descriptions, in the order of the content."""
    return [counts[description.id] for description in component.descriptions]


def spread(component: Component, vote: Vote) -> Spread:
    """How the group is spread over the descriptions."""
    counts = of_descriptions(component, vote.counts)
    if not any(counts) or vote.total > 2 * sum(counts):
        return "unknown"
    kinds: tuple[Spread, ...] = ("agree", "two", "over")
    return kinds[len(named_camps(counts)) - 1]


def told(component: Component, vote: Vote) -> Told:
    """How the group is told if it is too small to be counted."""
    kind = spread(component, vote)
    others = vote.total - max(of_descriptions(component, vote.counts))
    return "nearly" if kind == "agree" and others <= max(1, vote.total * NEARLY) else kind


def seen_by_most(component: Component, vote: Vote) -> list[int]:
    """The indexes of the camps, in the order of the content; empty if most do not know."""
    if spread(component, vote) == "unknown":
        return []
    return sorted(named_camps(of_descriptions(component, vote.counts)))


def differing(view: "Answers", component: Component) -> list[tuple[str, list[int]]]:
    """The groups with the indexes of their camps, if one of them has none in common with any other; else empty.

    Of three groups, two of which see the same, it is the third that stands apart: all are told, that one first.
    """
    rounds = revealed(view, component)
    seen = [
        (name, camps(chosen))
        for name, counts in (rounds[-1].groups if rounds else {}).items()
        if sum(chosen := of_descriptions(component, counts)) >= FEWEST
    ]
    apart = [one for one in seen if all(set(one[1]).isdisjoint(other[1]) for other in seen if other is not one)]
    return [*apart, *(one for one in seen if one not in apart)] if len(seen) > 1 and apart else []
