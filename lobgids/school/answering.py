"""How an answer about the school is given and what it says: by one person who chooses, or by a group that votes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from lobgids.kb.schema.roles import ThemeFit
from lobgids.kb.schema.school import Component, Description, Fits
from lobgids.log import ask_ids
from lobgids.school import evidence, votes
from lobgids.school.evidence import Certainty, LogLikelihood, Probabilities, StageCounts

if TYPE_CHECKING:
    from lobgids.school.view import SchoolView

NOTHING: StageCounts = (0.0, 0.0, 0.0)


class Answering(Protocol):
    """How an answer about a component is given and read.

    `is_vote`: it is counted, and shown before it says anything. `surest` is what such answers can say of the leading
    model at most.
    """

    is_vote: bool
    surest: Certainty

    def described(self, view: "SchoolView", component: Component) -> tuple[Description, ...]:
        """The descriptions that were chosen, whether it is so or wished."""

    def is_told(self, view: "SchoolView", component: Component) -> bool:
        """Whether there is an answer at all that may be talked about."""

    def quote(self, view: "SchoolView", component: Component) -> str:
        """What was said with the answer in one's own words."""

    def stands_at(self, view: "SchoolView", component: Component) -> str:
        """The ask at which the answer stands."""

    def shares(self, view: "SchoolView", component: Component, chosen: Sequence[Description]) -> StageCounts:
        """How a component with these descriptions chosen counts among the stages."""

    def log_likelihood(self, view: "SchoolView", component: Component) -> LogLikelihood:
        """What the answer tells of the stage of the component."""


class Choosing:
    """One person chooses a description, or several where it varies: one witness."""

    is_vote = False
    surest: Certainty = "likely"

    def described(self, view: "SchoolView", component: Component) -> tuple[Description, ...]:
        """What was chosen; what lies in between is said at an ask of its own."""
        value = view.state.value(ask_ids.situation(component))
        between = ask_ids.of_component(component, ask_ids.BETWEEN)  # the option and the ask have one id
        if value == between:
            value = view.state.value(between)
        ids = value if isinstance(value, list) else [value]
        return tuple(description for description in component.descriptions if description.id in ids)

    def is_told(self, view: "SchoolView", component: Component) -> bool:
        """Whether a description was chosen."""
        return bool(view.chosen(component))

    def quote(self, view: "SchoolView", component: Component) -> str:
        """The words behind the choice."""
        standing = view.state.answers.get(ask_ids.situation(component))
        return standing.quote if standing else ""

    def stands_at(self, _view: "SchoolView", component: Component) -> str:
        """The situation."""
        return ask_ids.situation(component)

    def shares(self, _view: "SchoolView", component: Component, chosen: Sequence[Description]) -> StageCounts:
        """A between half to each."""
        return of_stages(component, [(one in chosen) / len(chosen) for one in component.descriptions])

    def log_likelihood(self, view: "SchoolView", component: Component) -> LogLikelihood:
        """The probability of the answer in each stage, as much as its basis counts."""
        chosen = view.chosen(component)
        if not chosen:
            return evidence.FLAT
        table = situation_probabilities(component)
        rows = [table[component.descriptions.index(description)] for description in chosen]
        stages = [description.model - 1 for description in chosen]
        return evidence.weighed(evidence.between(rows, stages), view.strength(component))


class Voting:
    """A group votes, and sees the votes before they say anything: many witnesses."""

    is_vote = True
    surest: Certainty = "clear"

    def described(self, view: "SchoolView", component: Component) -> tuple[Description, ...]:
        """The camps of the last vote that everybody has seen, unless most do not know."""
        shown = view.votes(component)
        places = votes.seen_by_most(component, shown[-1]) if shown else []
        return tuple(component.descriptions[place] for place in places)

    def is_told(self, view: "SchoolView", component: Component) -> bool:
        """Whether everybody has seen a vote."""
        return bool(view.votes(component))

    def quote(self, view: "SchoolView", component: Component) -> str:
        """The sentence that the group agreed on."""
        return str(view.state.value(ask_ids.of_component(component, ask_ids.AGREED)) or "")

    def stands_at(self, view: "SchoolView", component: Component) -> str:
        """The last vote."""
        return ask_ids.situation(component, len(view.votes(component)))

    def shares(self, view: "SchoolView", component: Component, _chosen: Sequence[Description]) -> StageCounts:
        """By the shares of the camps."""
        counts = votes.of_descriptions(component, view.votes(component)[-1].counts)
        return of_stages(component, votes.shares(counts))

    def log_likelihood(self, view: "SchoolView", component: Component) -> LogLikelihood:
        """What all votes tell together, as much as their basis counts."""
        shown = view.votes(component)
        if not shown:
            return evidence.FLAT
        counts = votes.of_descriptions(component, shown[-1].counts)
        told = evidence.group(counts, situation_probabilities(component))
        return evidence.tempered(told, view.strength(component))


def of_stages(component: Component, parts: Sequence[float]) -> StageCounts:
    """What each of a component's descriptions has, by the stage that it is of."""
    models = [description.model for description in component.descriptions]
    first, second, third = (parts[models.index(model)] for model in (1, 2, 3))
    return first, second, third


def probabilities(fits: Sequence[Fits | ThemeFit]) -> tuple[Probabilities, ...]:
    """The probability of each option in each stage, from the author's words."""
    return evidence.answer_probabilities([(row.model1, row.model2, row.model3) for row in fits])


def situation_probabilities(component: Component) -> tuple[Probabilities, ...]:
    """The probability of each of a component's descriptions in each stage."""
    return probabilities([description.fits for description in component.descriptions])
