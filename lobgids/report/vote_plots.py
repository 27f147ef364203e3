"""The votes of a group, all at a glance and for a component group by group: as plots, or in words if few voted."""

from collections.abc import Sequence

from lobgids.dialogue.chapters import setup
from lobgids.dialogue.protocol import Tally
from lobgids.dialogue.workshop.minutes_data import Voted
from lobgids.report.blocks import Cell, Figure, Grid, Group, Key, Row, Table
from lobgids.report.context import ReportContext
from lobgids.text import capital


def plots(context: ReportContext, voted: Sequence[Voted]) -> list[Figure]:
    """Return the plots there are: of all votes, then group by group if groups were counted apart."""
    found = [all_votes(context, voted), *(of_groups(context, one) for one in voted if is_apart(one))] if voted else []
    return [plot for plot in found if isinstance(plot, Figure)]


def is_counted(voted: Voted) -> bool:
    """Return whether enough people voted, each time, to tell how many."""
    return all(tally.bars[0].count is not None for tally in voted.rounds)


def is_apart(voted: Voted) -> bool:
    """Return whether groups were counted apart."""
    return any(tally.groups for tally in voted.rounds)


def all_votes(context: ReportContext, voted: Sequence[Voted]) -> Figure | Table:
    """Return how many chose each description, a row for each vote; in words if there are too few to be counted."""
    return _votes(context, voted) if all(map(is_counted, voted)) else _votes_in_words(context, voted)


def of_groups(context: ReportContext, voted: Voted) -> Figure | Table:
    """Return the votes of each group; in words if one of them is too small to be counted."""
    are_counted = all(bool(tally.bars[0].groups) == bool(tally.groups) for tally in voted.rounds)
    return _groups(context, voted) if are_counted else _groups_in_words(context, voted)


def _votes_in_words(context: ReportContext, voted: Sequence[Voted]) -> Table:
    words = context.words
    rows = tuple((_in_round(context, subject.name, tally), tally.told) for subject in voted for tally in subject.rounds)
    header = (words("profile.component"), words("part.votes"))
    return Table(caption=words("votes.plot"), header=header, rows=rows, widths=(3, 2))


def _groups_in_words(context: ReportContext, voted: Voted) -> Table:
    words = context.words
    rows = tuple(
        (_in_round(context, capital(setup.group_name(context.view, group)), tally), told)
        for tally in voted.rounds
        for group, told in tally.groups.items()
    )
    header = (words("votes.of_group"), words("votes.in_words"))
    return Table(caption=words("votes.groups.plot", component=voted.name), header=header, rows=rows, widths=(3, 2))


def _votes(context: ReportContext, voted: Sequence[Voted]) -> Figure:
    """Return how many chose each description, a row for each vote; a second vote stands below the first."""
    words = context.words
    rows = tuple(
        Row(name=_in_round(context, subject.name, tally), cells=_counts([bar.count or 0 for bar in tally.bars]),
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


def _groups(context: ReportContext, voted: Voted) -> Figure:
    """Return the votes on a component, a row for each group that was counted apart."""
    words = context.words
    rows = tuple(
        Row(name=_in_round(context, capital(setup.group_name(context.view, group)), tally),
            cells=_counts([bar.groups[group] for bar in tally.bars]))
        for tally in voted.rounds
        for group in tally.bars[0].groups
    )  # fmt: skip
    grid = Grid(corner=words("votes.of_group"), columns=_columns(context, voted),
                groups=(Group(name="", rows=rows),), keys=())  # fmt: skip
    alt = voted.apart or words("votes.groups.alike")
    return Figure(grid=grid, caption=words("votes.groups.plot", component=voted.name), alt=alt)


def camps_of(context: ReportContext, tally: Tally) -> dict[str, str]:
    """Return the letters of the descriptions that many chose, under the names that sentences have for them."""
    letters = tally.camps or ("",)
    return {"all": context.listing(letters), "one": letters[0], "other": letters[-1]}


def _in_round(context: ReportContext, name: str, tally: Tally) -> str:
    return context.words("votes.second", name=name) if tally.round > 1 else name


def _columns(context: ReportContext, voted: Voted) -> tuple[str, ...]:
    return tuple(bar.letter or context.words("votes.unknown") for bar in voted.rounds[0].bars)


def _counts(counts: Sequence[int]) -> tuple[Cell, ...]:
    """Return the marks of a vote; each is as full as its share of that vote."""
    return tuple(Cell(share=round(count / (sum(counts) or 1), 2), text=str(count)) for count in counts)
