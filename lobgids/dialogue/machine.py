"""The conversation's finite-state machine: it walks the route of a track to the next open question.

The states are the steps of a conversation, not its questions: the component's steps are walked for each component. A
step in which nothing is open is passed through, so a route holds the order and the few branches, and `steps` says what
each step still asks.
"""

import logging
from collections import Counter
from typing import TYPE_CHECKING

from transitions import Machine

from lobgids.dialogue.chapters.basis import ended
from lobgids.dialogue.chapters.placing import to_place
from lobgids.dialogue.steps import draft_of, open_asks
from lobgids.dialogue.track import LAST, Track
from lobgids.dialogue.view import View
from lobgids.log import ask_ids
from lobgids.log.ask_ids import SCHOOL
from lobgids.school.view import SHORT_MOST, SURE

if TYPE_CHECKING:
    from lobgids.kb.schema.school import Component

# With declared stubs the library warns of each helper method that it then leaves out, which is what is wanted.
logging.getLogger("transitions").setLevel(logging.ERROR)

ABOUT_EQUAL = 2
"""The digits of a gain of information, in nats, that count when the short form chooses its next component."""


CHECKS = ("recent", "probe", "clash")
"""The steps about a component that come once it is known what its answer rests on."""


class EndlessRouteError(Exception):
    """A defect of ours: the route comes back to a step without an answer in between, so it would go round for ever."""

    def __init__(self, step: str, component: str) -> None:
        super().__init__(step, component)
        self.step = step
        self.component = component
        """The id of the component that the walk was at; empty if there was none."""


class Route:
    """Walk the machine from the ask last answered to the next open one, for one conversation."""

    step: str

    def __init__(self, track: Track) -> None:
        self._view: View
        self._component: Component | None = None
        self._track = track
        rows = [
            {"trigger": "advance", "source": source, "dest": dest, "conditions": condition}
            for source, dest, condition in track.route
        ]
        Machine(
            model=self,
            states=track.stages,
            transitions=rows,
            initial=track.first,
            auto_transitions=False,
            model_override=True,
            model_attribute="step",
        )

    def advance(self) -> bool:
        """Go to the next step. Declared here for the type checker; the machine fills it in."""
        raise NotImplementedError

    def next_ask(self, view: View) -> str | None:
        """The id of the ask that is open next; None if the conversation is finished.

        Raises `EndlessRouteError` rather than go round for ever.
        """
        self._view = view
        state = view.state
        if state.focus and draft_of(view, state.focus):  # a jump may be to a question that does not exist any more
            return state.focus
        self._component = view.component(state.position)
        step = self._track.step_of(state.position)
        self.step = step.name if step else self._track.first  # an ask that this track does not have any more
        visited: set[tuple[str, str]] = set()
        while self.step != LAST:
            for ask in open_asks(self.step, view, self._component):
                return ask
            visit = self.step, self._component.id if self._component else ""
            if visit in visited:
                raise EndlessRouteError(*visit)
            visited.add(visit)
            self.advance()
        return None

    def has_component_in_group(self) -> bool:
        """Whether there is another open component before it is asked what the answers rest on."""
        if self._view.is_short:
            return self._take(self._short_choice())
        return self._component is not None and self._take(self._open_components(self._component.pillar))

    def has_component_to_place(self) -> bool:
        """Whether a component is to be asked again, as the answer beside one's own words lay wrongly."""
        return self._take([] if self._view.state.concluded else to_place(self._view))

    def has_component_to_check(self) -> bool:
        """Whether a component has a further ask, now that the questions on what its answer rests on were answered."""
        view = self._view
        covered = (component for group in ended(view) for component in view.founding.covered(group))
        return self._take([component for component in covered if self._is_to_check(component)][:1])

    def _is_to_check(self, component: "Component") -> bool:
        return any(True for step in CHECKS for _ in open_asks(step, self._view, component))

    def has_component(self) -> bool:
        """Whether there is an open component anywhere that this form still asks."""
        return self._take(self._short_choice() if self._view.is_short else self._open_components())

    def has_passed_by(self) -> bool:
        """Whether questions of the beginning were passed by."""
        return any(True for step in self._track.beginning for _ in open_asks(step, self._view))

    def on_enter_situation(self) -> None:
        """Take the first component when coming from the beginning, where there is none yet."""
        if self._component is None:
            _ = self.has_item() if self._track.agenda else self.has_component()

    def has_item(self) -> bool:
        """Whether there is an open component on the agenda, those after the present one first."""
        return self._take([] if self._view.state.concluded else self._open_items())

    def has_second_vote(self) -> bool:
        """Whether the group wants to vote on this component again, and can."""
        component = self._component
        second = ask_ids.situation(component, 2) if component else ""
        return second in open_asks(ask_ids.SITUATION, self._view, component)

    def _take(self, components: "list[Component]") -> bool:
        if components:
            self._component = components[0]
        return bool(components)

    def _open_components(self, pillar: str = "") -> "list[Component]":
        """The components to ask, those after the present one first."""
        if self._view.state.concluded:
            return []
        present = self._component.number if self._component else 0
        found = [
            component
            for component in self._view.base.components
            if not self._view.is_answered(ask_ids.situation(component)) and pillar in ("", component.pillar)
        ]
        again = to_place(self._view)  # which comes by itself
        found = [component for component in found if component not in again]
        return sorted(found, key=lambda component: (component.number < present, component.number))

    def _open_items(self) -> "list[Component]":
        items = self._track.agenda(self._view) if self._track.agenda else []
        after = items.index(self._component) if self._component in items else 0
        ordered = (*items[after:], *items[:after])
        return [component for component in ordered if not self._view.is_answered(ask_ids.situation(component))]

    def _short_choice(self) -> "list[Component]":
        """The component to ask in the short form, in a list; empty if one model is sure to lead or enough were asked.

        First comes one of each pillar, then the most informative of all. None comes after it was said what the answers
        rest on. Before that they count as little as without a basis: counted in full they would save a question or two
        where all is alike, and leave the leading model less often sure (simulated).
        """
        view = self._view
        if view.is_answered(ask_ids.seen(SCHOOL)):
            return []
        left = sorted(self._open_components(), key=lambda component: component.number)
        done = [component for component in view.base.components if component not in left]
        covered = {component.pillar for component in done}
        for pillar in view.base.pillars:
            if pillar.id not in covered and left:
                return self._informative([component for component in left if component.pillar == pillar.id])
        if not left or len(done) >= SHORT_MOST or _is_sure(view):
            return []
        return self._informative(left)

    def _informative(self, components: "list[Component]") -> "list[Component]":
        """The component expected to say most about the leading model; of about equal ones, of the pillar least asked.

        Gains of components are nearly equal. Ties by number alone would ask half of the short form about the first
        pillar, and find the stage less often where that pillar differs (see `benchmarks/simulation.py`).
        """
        view = self._view
        asked_by_pillar = Counter(
            component.pillar for component in view.base.components if view.is_answered(ask_ids.situation(component))
        )

        def rank(component: "Component") -> tuple[float, int, int]:
            return -round(view.information(component), ABOUT_EQUAL), asked_by_pillar[component.pillar], component.number

        return sorted(components, key=rank)[:1]


def _is_sure(view: View) -> bool:
    """Whether one model is as good as certain to lead, and may be named."""
    return view.dominant is not None and max(view.leading.models) >= SURE
