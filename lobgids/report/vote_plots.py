"""The votes of a group as plots: all of them at a glance, and for a component group by group."""

from collections.abc import Sequence

from lobgids.dialogue.chapters import setup
from lobgids.dialogue.protocol import Bar, Tally
from lobgids.dialogue.workshop.minutes_data import Voted
from lobgids.report.blocks import Cell, Figure, Grid, Group, Key, Row
from lobgids.report.context import ReportContext
from lobgids.school.votes import camps
from lobgids.text import capital


def all_votes(context: ReportContext, voted: Sequence[Voted]) -> list[Figure]:
    """Return all votes at a glance, then group by group if groups were counted apart; empty if nobody voted."""
    apart = [votes_of_groups(context, subject) for subject in voted if is_apart(subject)]
    return [votes(context, voted), *apart] if voted else []


def is_apart(voted: Voted) -> bool:
    """Return whether groups were counted apart."""
    return any(bar.groups for tally in voted.rounds for bar in tally.bars)


def votes(context: ReportContext, voted: Sequence[Voted]) -> Figure:
    """Return how many chose each description, a row for each vote; a second vote stands below the first."""
    words = context.words
    rows = tuple(
        Row(name=_in_round(context, subject.name, tally), cells=_counts(tally.bars),
            remark=words(f"votes.short.{tally.spread}", **camps_of(context, tally)))
        for subject in voted
        for tally in subject.rounds
    )  # fmt: skip
    last = [subject.rounds[-1].spread for subject in voted]
    alike, split = last.count("agree"), last.count("two") + last.count("over")
    key = Key(cell=Cell(share=0.6, text="6"), text=words("votes.key"))
    grid = Grid(corner=words("profile.component"), columns=_columns(context, voted[0]),
                groups=(Group(name="", rows=rows),), keys=(key,), remarks=words("votes.remarks"))  # fmt: skip
    alt = words("votes.alt", total=len(voted), agree=alike, split=split)
    return Figure(grid=grid, caption=words("votes.plot"), alt=alt)


def votes_of_groups(context: ReportContext, voted: Voted) -> Figure:
    """Return the votes on a component, a row for each group that was counted apart."""
    words = context.words
    rows = tuple(
        Row(name=_in_round(context, capital(setup.group_name(context.view, group)), tally),
            cells=_counts(tally.bars, group))
        for tally in voted.rounds
        for group in tally.bars[0].groups
    )  # fmt: skip
    grid = Grid(corner=words("votes.of_group"), columns=_columns(context, voted),
                groups=(Group(name="", rows=rows),), keys=())  # fmt: skip
    alt = voted.apart or words("votes.groups.alike")
    return Figure(grid=grid, caption=words("votes.groups.plot", component=voted.name), alt=alt)


def camps_of(context: ReportContext, tally: Tally) -> dict[str, str]:
    """Return the letters of the descriptions that many chose, under the names that sentences have for them."""
    bars = [bar for bar in tally.bars if bar.letter]
    letters = sorted(bars[index].letter for index in camps([bar.count for bar in bars])) or [""]
    return {"all": context.listing(letters), "one": letters[0], "other": letters[-1]}


def _in_round(context: ReportContext, name: str, tally: Tally) -> str:
    return context.words("votes.second", name=name) if tally.round > 1 else name


def _columns(context: ReportContext, voted: Voted) -> tuple[str, ...]:
    return tuple(bar.letter or context.words("votes.unknown") for bar in voted.rounds[0].bars)


def _counts(bars: Sequence[Bar], group: str = "") -> tuple[Cell, ...]:
    """Return the marks of a vote, of everyone or of a single group; each is as full as its share of that vote."""
    counts = [bar.groups[group] if group else bar.count for bar in bars]
    return tuple(Cell(share=round(count / (sum(counts) or 1), 2), text=str(count)) for count in counts)
