"""A school as the answers show it: what they say of each component, and which model may be named."""

from collections.abc import Iterator
from functools import cached_property, lru_cache

from lobgids.kb.schema.roles import Theme
from lobgids.kb.schema.school import Component, Probe
from lobgids.school import evidence, naming
from lobgids.school.answering import probabilities, situation_probabilities
from lobgids.school.answers import Answers
from lobgids.school.evidence import FLAT, Certainty, Leading, LogLikelihood, Probabilities, StageCounts

UNSEEN_STRENGTH = 0.3
"""The strength of an answer of which nothing was yet seen in practice (docs/evidence.md)."""

SHORT_MOST = 8
"""How many components the short form asks at most; it stops sooner when P(a model leads) reaches `SURE`."""
SURE = 0.9


_leading = lru_cache(maxsize=128)(evidence.leading)  # few answers change what is known of a component


class SchoolView(Answers):
    """The answers of a conversation at one moment; made anew after each event, and worked out as far as it is used."""

    @cached_property
    def log_likelihoods(self) -> tuple[LogLikelihood, ...]:
        """All evidence about each of the twelve components, in the order of the content."""
        return tuple(self.log_likelihood(component) for component in self.base.components)

    @cached_property
    def leading(self) -> Leading:
        """How likely each model is to be the stage that most components are in."""
        return _leading(self.log_likelihoods)

    @cached_property
    def posteriors(self) -> tuple[Probabilities, ...]:
        """How likely each component is to be in each stage, a row a component."""
        return evidence.component_posteriors(self.log_likelihoods)

    @cached_property
    def dominant(self) -> int | None:
        """The model that may be named as leading; None if none may."""
        return naming.dominant(self)

    @cached_property
    def start(self) -> int | None:
        """The model that what follows starts from: the leading one, unless one said that it is not their school."""
        return None if naming.is_denied(self) else self.dominant

    @property
    def certainty(self) -> Certainty:
        """How sure the leading model is, in a word; *open* if none is named."""
        return naming.certainty(self)

    @cached_property
    def answered(self) -> StageCounts:
        """How many of the answered components are in each stage, each by its shares."""
        return evidence.counted(naming.shares(self, component) for component in self.known)

    def log_likelihood(self, component: Component) -> LogLikelihood:
        """All evidence about one component: its situation, probes and role themes."""
        return evidence.added(
            (self.manner.answering.log_likelihood(self, component), *self._probes(component), self._themes(component))
        )

    def strength(self, component: Component) -> float:
        """How much the answer about the situation counts, from 0 to 1, by its basis."""
        if self.is_unseen(component):
            return UNSEEN_STRENGTH
        return evidence.basis_strength(self.bases(component))

    def with_probe(self, component: Component, probe: Probe, option: int) -> Leading:
        """What would lead if the option with this index were chosen at a probe."""
        table = probabilities([row.fits for row in probe.options])
        answer = evidence.weighed(table[option], evidence.probe_strength(self.strength(component)))
        index = self.base.components.index(component)
        changed = list(self.log_likelihoods)
        changed[index] = evidence.added((changed[index], answer))
        return _leading(tuple(changed))

    def information(self, component: Component) -> float:
        """How much the answer about an unanswered component is expected to say of the leading model, in nats."""
        index = self.base.components.index(component)
        return evidence.expected_information(self.log_likelihoods, index, situation_probabilities(component))

    def _probes(self, component: Component) -> Iterator[LogLikelihood]:
        strength = evidence.probe_strength(self.strength(component))
        for probe in component.probes if self.chosen(component) else ():
            ids = [option.id for option in probe.options]
            if (value := self.state.value(probe.id)) in ids:
                yield evidence.weighed(probabilities([row.fits for row in probe.options])[ids.index(value)], strength)

    def _themes(self, component: Component) -> LogLikelihood:
        likelihoods = [
            self._theme(theme)
            for theme in self.base.themes
            if theme.component == component.number and self.doers(theme)
        ]
        return evidence.themes_together(likelihoods)

    def _theme(self, theme: Theme) -> LogLikelihood:
        doers = [row.doer for row in theme.fits]
        table = probabilities(theme.fits)
        rows = [table[doers.index(doer)] for doer in self.doers(theme) if doer in doers]
        return evidence.weighed(evidence.mixed(rows), 1.0) if rows else FLAT
