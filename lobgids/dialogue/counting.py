"""Counted votes: typed in a row or sent by a program, checked, and pooled before anything is kept."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from lobgids.dialogue.protocol import Option
from lobgids.school.votes import BY_GROUP, FEWEST, VoteCounts

MOST = 200
"""How many votes there may be for one option, and how many people in a room."""

BY_ROLE = "by_role"

_ROW = re.compile(r"\s*\d+(?:[\s,;]+\d+)*\s*")
_NEXT_ROW = re.compile(r"[/\n]")


class MiscountedError(Exception):
    """The counts are no row of numbers; or, with `is_many`, one of them is too large to be votes."""

    def __init__(self, *, is_many: bool = False) -> None:
        super().__init__(is_many)
        self.is_many = is_many


def typed(text: str, options: Sequence[Option], groups: Sequence[Option]) -> dict[str, Any]:
    """Typed counts as a program would send them: a number for each option, a row for each group.

    The last option, that one does not know, may be left out. Raises `MiscountedError`.
    """
    rows = [_row(row, options) for row in _NEXT_ROW.split(text)]
    if groups and len(rows) == len(groups):
        return {BY_ROLE: {group.id: row for group, row in zip(groups, rows, strict=True)}}
    if len(rows) > 1:
        raise MiscountedError
    return dict(rows[0])


def _row(text: str, options: Sequence[Option]) -> VoteCounts:
    if not _ROW.fullmatch(text):
        raise MiscountedError
    counts = [int(number) if len(number) <= len(str(MOST)) else MOST + 1 for number in re.findall(r"\d+", text)]
    if not len(options) - 1 <= len(counts) <= len(options):
        raise MiscountedError
    return {option.id: count for option, count in zip(options, [*counts, 0], strict=False)}


def counted(value: Any, options: Sequence[Option], clusters: Mapping[str, str]) -> dict[str, Any]:
    """Votes as they are kept: a number for each option, or that for each group where every group is large enough.

    `clusters` maps each role (and each group) to its group. Votes of a group of fewer than five are only kept
    together with all others, so that nothing can be worked out by subtraction. Raises `MiscountedError`.
    """
    if not isinstance(value, dict):
        raise MiscountedError
    if set(value) != {BY_ROLE}:
        return _checked(value, options)
    by_role = value[BY_ROLE]
    if not isinstance(by_role, dict) or not by_role:
        raise MiscountedError
    groups: dict[str, VoteCounts] = {}
    for role, counts in by_role.items():
        checked = _checked(counts, options)
        sums = groups.setdefault(clusters.get(role, ""), dict.fromkeys(checked, 0))
        for option_id, count in checked.items():
            sums[option_id] += count
    groups = {name: counts for name, counts in groups.items() if any(counts.values())}
    if "" in groups or len(groups) <= 1 or any(sum(counts.values()) < FEWEST for counts in groups.values()):
        return {option.id: sum(counts[option.id] for counts in groups.values()) for option in options}
    return {BY_GROUP: groups}


def _checked(value: Any, options: Sequence[Option]) -> VoteCounts:
    ids = [option.id for option in options]
    if not isinstance(value, dict) or not value or not set(value) <= set(ids):
        raise MiscountedError
    if not all(type(count) is int and count >= 0 for count in value.values()):
        raise MiscountedError
    if any(count > MOST for count in value.values()):
        raise MiscountedError(is_many=True)
    return {option_id: value.get(option_id, 0) for option_id in ids}
