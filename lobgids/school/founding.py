"""Where it was said what answers about components rest on: once for those of a pillar, or of one answer by itself.

One person says at the end of a pillar, or of the short form, which of the answers so far one saw oneself (`seen`), and
how one knows the rest (`basis`). Both are about the answers that were there when the first of them was given: an answer
that came or was changed later has a basis of its own. That one always goes first, so that a document in which every
answer has one says what it said.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from lobgids.kb.schema.school import Component
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS, BETWEEN, SCHOOL

if TYPE_CHECKING:
    from lobgids.school.answers import Answers

TICKED = frozenset({"lessons"})
"""What an answer rests on that one saw oneself."""

DIFFERS, PARTLY_WISH = "basis.differs", "basis.wish"
LEADS_ON = frozenset({DIFFERS, PARTLY_WISH})
"""The answers on the rest by which each answer that is left is asked about by itself."""


class Founding:
    """What each answer rests on, and which answers the questions at the end of a pillar are about.

    A group is the id of a pillar, or `SCHOOL` for all components of the short form; people who vote have none.
    """

    def __init__(self, answers: "Answers") -> None:
        self._answers = answers

    def bases(self, component: Component) -> frozenset[str]:
        """The ids of what the answer rests on."""
        own = ask_ids.of_component(component, BASIS)
        if self._answers.is_answered(own):
            return frozenset(self._answers.ids(own))
        if self._is_ticked(component):
            return TICKED
        return frozenset(self._of_rest(component)) if self.is_settled(component) else frozenset()

    def is_settled(self, component: Component) -> bool:
        """Whether it was said what the answer rests on, or that one does not know."""
        if self._answers.is_answered(ask_ids.of_component(component, BASIS)) or self._is_ticked(component):
            return True
        return self._has_rest(component) and not LEADS_ON.intersection(self._of_rest(component))

    def is_due(self, component: Component) -> bool:
        """Whether the answer is to be asked about by itself: it is not settled, and no question on more of them comes.

        It differs from others of its group, or it came after the questions about its group.
        """
        if not self._answers.described(component) or self.is_settled(component):
            return False
        if self.about(component):
            return self._has_rest(component)
        return self._answers.is_answered(ask_ids.seen(self.group(component)))

    def group(self, component: Component) -> str:
        """The group in which this component is asked about now."""
        return SCHOOL if self._answers.is_short else component.pillar

    def about(self, component: Component) -> str:
        """The group whose questions are about the answer; empty if none were."""
        return self._groups.get(component.id, "")

    def members(self, group: str) -> list[Component]:
        """The components of a group, in order."""
        return [component for component in self._answers.base.components if group in (SCHOOL, component.pillar)]

    def covered(self, group: str) -> list[Component]:
        """The components that the questions about a group were about, in order; none before `seen` was answered."""
        return [component for component in self.members(group) if self.about(component) == group]

    def listed(self, group: str) -> list[Component]:
        """The components that `seen` is about; before it is answered, those that it would be about now."""
        is_answered = self._answers.is_answered(ask_ids.seen(group))
        uncovered = (component for component in self.members(group) if not self.about(component))
        return [
            component
            for component in (self.covered(group) if is_answered else uncovered)
            if self._answers.described(component)
            and not self._answers.is_answered(ask_ids.of_component(component, BASIS))
        ]

    def left(self, group: str) -> list[Component]:
        """The components that `basis` is about; none before one said what one saw."""
        if not self._answers.is_answered(ask_ids.seen(group)):
            return []
        return [component for component in self.listed(group) if not self._is_ticked(component)]

    def _is_ticked(self, component: Component) -> bool:
        group = self.about(component)
        return bool(group) and component.id in self._answers.ids(ask_ids.seen(group))

    def _has_rest(self, component: Component) -> bool:
        """Whether the rest of its group was asked about, after the component got its answer."""
        asked = self._first.get(ask_ids.rest(self.about(component)), -1)
        return asked > self._changed.get(component.id, -1)

    def _of_rest(self, component: Component) -> list[str]:
        return self._answers.ids(ask_ids.rest(self.about(component)))

    @cached_property
    def _groups(self) -> dict[str, str]:
        """By component the group whose questions are about its answer: the first that was asked about after it."""
        asked = sorted(
            (self._first[ask_ids.seen(group)], group)
            for group in (SCHOOL, *(pillar.id for pillar in self._answers.base.pillars))
            if ask_ids.seen(group) in self._first
        )
        return {
            component.id: group
            for at, group in reversed(asked)
            for component in self.members(group)
            if at > self._changed.get(component.id, at)
        }

    @cached_property
    def _first(self) -> dict[str, int]:
        """When each question about a group was answered first, as a place in the history."""
        if self._answers.manner.answering.is_vote:
            return {}
        history = self._answers.state.history
        first = {record.ask: index for index, record in reversed(list(enumerate(history)))}
        return {ask: index for ask, index in first.items() if self._answers.is_answered(ask)}

    @cached_property
    def _changed(self) -> dict[str, int]:
        """When each component got the answer that it has, as a place in the history."""
        return {ask_ids.subject_of(ask): index for index, ask in self._changes()}

    def _changes(self) -> Iterator[tuple[int, str]]:
        """The answers about situations that made a difference, in order: an edit may be dropped, or say the same."""
        state = self._answers.state
        after = dict(state.answers)
        changes = []
        for index, record in reversed(list(enumerate(state.history))):
            if not any(ask_ids.is_named(record.ask, name) for name in (ask_ids.SITUATION, BETWEEN)):
                continue
            now, before = after.get(record.ask), record.standing
            if (now is None, now and now.value) != (before is None, before and before.value):
                changes.append((index, record.ask))
            if before is None:
                after.pop(record.ask, None)
            else:
                after[record.ask] = before
        return reversed(changes)
