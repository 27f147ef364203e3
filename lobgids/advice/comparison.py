"""A decaan's own conversation beside that of a group: where the two see the same, and where they do not."""

from typing import NamedTuple

from lobgids.kb.schema.school import Description
from lobgids.school.view import SchoolView


class Beside(NamedTuple):
    """A component that both answered, with what each sees: several descriptions if it varies or the group is split."""

    name: str
    mine: tuple[Description, ...]
    group: tuple[Description, ...]

    @property
    def is_alike(self) -> bool:
        """Whether both see the same."""
        return {row.id for row in self.mine} == {row.id for row in self.group}


class Comparison(NamedTuple):
    """The components that both answered: those that they see differently, and those that they see alike."""

    apart: tuple[Beside, ...]
    alike: tuple[Beside, ...]


def compared(group: SchoolView, mine: SchoolView) -> Comparison:
    """The comparison of the two, in the order of the components.

    A component of which one has only a wish, or of which most of the group do not know how it is, is left out.
    """
    both = [
        Beside(component.name, mine.chosen(component), group.chosen(component))
        for component in mine.base.components
        if mine.chosen(component) and group.chosen(component)
    ]
    return Comparison(
        apart=tuple(pair for pair in both if not pair.is_alike), alike=tuple(pair for pair in both if pair.is_alike)
    )
