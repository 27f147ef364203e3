"""Two conversations about a school beside each other: where they say the same, where not, and what is not known."""

from typing import NamedTuple

from lobgids.kb.schema.school import Component, Description
from lobgids.log import ask_ids
from lobgids.school.sayings import told_instead
from lobgids.school.view import SchoolView


class Account(NamedTuple):
    """What a conversation says of a component: several descriptions if it varies or a group is split.

    `is_unknown` says that it was asked and is not known, by a group that most of them do not know. Without either it
    was not asked, or there is only a wish.
    """

    seen: tuple[Description, ...]
    is_unknown: bool


class Beside(NamedTuple):
    """A component with what each of the two conversations says of it, in their order."""

    name: str
    told: tuple[Account, Account]

    @property
    def is_known(self) -> bool:
        """Whether both say how it is."""
        return all(account.seen for account in self.told)

    @property
    def is_alike(self) -> bool:
        """Whether both say the same."""
        first, second = ({row.id for row in account.seen} for account in self.told)
        return first == second


class Comparison(NamedTuple):
    """The components of which both say something else, or the same, and those that either of them does not know."""

    apart: tuple[Beside, ...]
    alike: tuple[Beside, ...]
    unknown: tuple[Beside, ...]


def compared(first: SchoolView, second: SchoolView) -> Comparison:
    """The comparison of the two, in the order of the components; one that only one of them talked about is left out.

    So is one that a decaan took from a group: it is nothing that they told themselves.
    """
    taken = {component.id for view in (first, second) for component in view.taken_in}
    components = [component for component in first.base.components if component.id not in taken]
    all_beside = [Beside(one.name, (_account(first, one), _account(second, one))) for one in components]
    both = [beside for beside in all_beside if beside.is_known]
    return Comparison(
        apart=tuple(beside for beside in both if not beside.is_alike),
        alike=tuple(beside for beside in both if beside.is_alike),
        unknown=tuple(beside for beside in all_beside if any(account.is_unknown for account in beside.told)),
    )


def _account(view: SchoolView, component: Component) -> Account:
    is_told = bool(view.described(component) or told_instead(view, component))
    return Account(view.chosen(component), is_unknown=_was_asked(view, component) and not is_told)


def _was_asked(view: SchoolView, component: Component) -> bool:
    """Whether there is an answer, 'I do not know' too; of a group only votes that everybody has seen."""
    if view.manner.answering.is_vote:
        return view.is_told(component)
    return view.is_answered(ask_ids.situation(component))
