"""How an answer about a component is given and read: by one person who chooses, or by a group that votes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from lobgids.kb.schema.roles import ThemeFit
from lobgids.kb.schema.school import Component, Description, Fits
from lobgids.log import ask_ids
from lobgids.school import evidence, votes
from lobgids.school.evidence import Certainty, LogLikelihood, Probabilities, StageCounts

if TYPE_CHECKING:
    from lobgids.school.answers import Answers
    from lobgids.school.view import SchoolView

NO_COUNTS: StageCounts = (0.0, 0.0, 0.0)
"""How a component without an answer counts."""


class Answering(Protocol):
    """How an answer about a component is given and read.

    `is_vote` says that votes are counted, and shown before they count as evidence. `surest` is how sure such answers
    can be of the leading model at most.
    """

    is_vote: bool
    surest: Certainty

    def described(self, view: "Answers", component: Component) -> tuple[Description, ...]:
        """The descriptions that were chosen, as how it is or only as a wish."""

    def is_told(self, view: "Answers", component: Component) -> bool:
        """Whether there is any answer that may be shown."""

    def quote(self, view: "Answers", component: Component) -> str:
        """The own words that were given with the answer."""

    def stands_at(self, view: "Answers", component: Component) -> str:
        """The ask that holds the answer."""

    def shares(self, view: "SchoolView", component: Component, chosen: Sequence[Description]) -> StageCounts:
        """How much of the component counts for each stage, given the chosen descriptions; together 1."""

    def log_likelihood(self, view: "SchoolView", component: Component) -> LogLikelihood:
        """What the answer says of the stage of the component, in nats."""


class Choosing:
    """One person chooses a description, or several if it varies: one witness.

    What a group saw before may stand in the place of a choice (see `votes.taken_in`): it is read as a group's.
    """

    is_vote = False
    surest: Certainty = "likely"

    def described(self, view: "Answers", component: Component) -> tuple[Description, ...]:
        """The chosen descriptions; those that it lies between are asked at an ask of its own."""
        if vote := votes.taken_in(view, component):
            return _seen_by_most(component, vote)
        value = view.state.value(ask_ids.situation(component))
        between = ask_ids.of_component(component, ask_ids.BETWEEN)  # the option and the ask have one id
        if value == between:
            value = view.state.value(between)
        ids = value if isinstance(value, list) else [value]
        return tuple(description for description in component.descriptions if description.id in ids)

    def is_told(self, view: "Answers", component: Component) -> bool:
        """Whether a description was chosen."""
        return bool(view.chosen(component))

    def quote(self, view: "Answers", component: Component) -> str:
        """The words that were typed with the choice."""
        standing = view.state.answers.get(ask_ids.situation(component))
        return standing.quote if standing else ""

    def stands_at(self, _view: "Answers", component: Component) -> str:
        """The ask of the situation."""
        return ask_ids.situation(component)

    def shares(self, view: "SchoolView", component: Component, chosen: Sequence[Description]) -> StageCounts:
        """A between counts half for each of its stages; what a group saw by the shares of its camps."""
        if vote := votes.taken_in(view, component):
            return _shares(component, vote)
        return of_stages(component, [(row in chosen) / len(chosen) for row in component.descriptions])

    def log_likelihood(self, view: "SchoolView", component: Component) -> LogLikelihood:
        """The log-likelihood of the answer, tempered by the strength of its basis."""
        chosen = view.chosen(component)
        if not chosen:
            return evidence.FLAT
        if vote := votes.taken_in(view, component):
            return _log_likelihood(view, component, vote)
        table = situation_probabilities(component)
        rows = [table[component.descriptions.index(description)] for description in chosen]
        stages = [description.model - 1 for description in chosen]
        return evidence.weighed(evidence.between(rows, stages), view.strength(component))


class Voting:
    """A group votes, and sees the votes before they count as evidence: many witnesses."""

    is_vote = True
    surest: Certainty = "clear"

    def described(self, view: "Answers", component: Component) -> tuple[Description, ...]:
        """The camps of the last vote that everybody has seen; empty if most do not know."""
        shown = view.votes(component)
        return _seen_by_most(component, shown[-1]) if shown else ()

    def is_told(self, view: "Answers", component: Component) -> bool:
        """Whether everybody has seen a vote."""
        return bool(view.votes(component))

    def quote(self, view: "Answers", component: Component) -> str:
        """The sentence that the group agreed on."""
        return str(view.state.value(ask_ids.of_component(component, ask_ids.AGREED)) or "")

    def stands_at(self, view: "Answers", component: Component) -> str:
        """The ask of the last vote."""
        return ask_ids.situation(component, len(view.votes(component)))

    def shares(self, view: "SchoolView", component: Component, _chosen: Sequence[Description]) -> StageCounts:
        """Each stage counts by the share of its camp."""
        return _shares(component, view.votes(component)[-1])

    def log_likelihood(self, view: "SchoolView", component: Component) -> LogLikelihood:
        """The log-likelihood of all votes together, tempered by the strength of their basis."""
        shown = view.votes(component)
        return _log_likelihood(view, component, shown[-1]) if shown else evidence.FLAT


def _seen_by_most(component: Component, vote: votes.Vote) -> tuple[Description, ...]:
    return tuple(component.descriptions[index] for index in votes.seen_by_most(component, vote))


def _shares(component: Component, vote: votes.Vote) -> StageCounts:
    return of_stages(component, votes.shares(votes.of_descriptions(component, vote.counts)))


def _log_likelihood(view: "SchoolView", component: Component, vote: votes.Vote) -> LogLikelihood:
    counts = votes.of_descriptions(component, vote.counts)
    likelihood = evidence.group(counts, situation_probabilities(component))
    return evidence.tempered(likelihood, view.strength(component))


def of_stages(component: Component, parts: Sequence[float]) -> StageCounts:
    """What each of a component's descriptions has, in the order of the stages that they stand for."""
    models = [description.model for description in component.descriptions]
    first, second, third = (parts[models.index(model)] for model in (1, 2, 3))
    return first, second, third


def probabilities(fits: Sequence[Fits | ThemeFit]) -> tuple[Probabilities, ...]:
    """The probability of each option in each stage, from the author's words; a row an option."""
    return evidence.answer_probabilities([(row.model1, row.model2, row.model3) for row in fits])


def situation_probabilities(component: Component) -> tuple[Probabilities, ...]:
    """The probability of each of a component's descriptions in each stage; a row a description."""
    return probabilities([description.fits for description in component.descriptions])
