"""A decaan's own conversation beside that of a group: where the two see the same, and where they do not."""

from typing import NamedTuple

from lobgids.kb.schema.school import Description
from lobgids.school.view import SchoolView


class Beside(NamedTuple):
    """A component that both told of, with what each sees; several descriptions where it varies or a group is split."""

    name: str
    mine: tuple[Description, ...]
    group: tuple[Description, ...]

    @property
    def is_alike(self) -> bool:
        """Whether both see the same."""
        return {one.id for one in self.mine} == {one.id for one in self.group}


class Comparison(NamedTuple):
    """The components that both told of: those that they see otherwise, and those that they see alike."""

    apart: tuple[Beside, ...]
    alike: tuple[Beside, ...]


def compared(group: SchoolView, mine: SchoolView) -> Comparison:
    """The two beside each other, in the order of the components.

    What is only a wish is not what one sees, nor is what most of the group did not know.
    """
    found = [
        Beside(component.name, mine.chosen(component), group.chosen(component))
        for component in mine.base.components
        if mine.chosen(component) and group.chosen(component)
    ]
    return Comparison(
        apart=tuple(one for one in found if not one.is_alike), alike=tuple(one for one in found if one.is_alike)
    )
