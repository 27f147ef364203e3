"""A school as the answers show it: the knowledge base, the answers, and what these say."""

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, Protocol

from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.roles import Theme
from lobgids.kb.schema.school import Component, Description, Pillar, Probe
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS, FORM, RECENT
from lobgids.log.events import Form, Header
from lobgids.log.state import State
from lobgids.school import evidence, naming, votes
from lobgids.school.answering import Answering, probabilities, situation_probabilities
from lobgids.school.evidence import FLAT, Certainty, Leading, LogLikelihood, Probabilities, StageCounts

PEOPLE = "setup.people"
"""The ask how many people there are at a workshop."""

SEEN = frozenset({"lessons", "students"})
"""What an answer rests on when something was seen to happen."""
WEAK_BASES = frozenset({"documents", "impression", "wish"})
RECENT_EXAMPLES = ("recent.month", "recent.year")
UNSEEN_STRENGTH = 0.3
"""The strength of an answer of which nothing was yet seen in practice (design, 'Evidence')."""

SHORT_MOST = 8
"""How many components the short form asks at most; it stops sooner when one model leads with P >= .9."""
SURE = 0.9


class Manner(Protocol):
    """How a conversation is held, as far as it matters to what the answers say."""

    @property
    def form(self) -> Form | Literal[""]:
        """The form that it always has; empty if one chooses."""

    @property
    def answering(self) -> Answering:
        """How an answer about a component is given and read."""

    @property
    def speaker(self) -> str:
        """The role that answers; empty if several do."""


class SchoolView:
    """One moment of a conversation; made anew after each event, and worked out only as far as it is looked at."""

    def __init__(
        self,
        *,
        base: KnowledgeBase,
        language: Language,
        header: Header,
        manner: Manner,
        state: State,
    ) -> None:
        self.base = base
        self.language = language
        self.header = header
        self.manner = manner
        self.state = state

    # What was answered.

    @property
    def is_short(self) -> bool:
        """Whether this is the short form. An answer overrides what the header says."""
        form = self.manner.form or self.state.value(FORM) or self.header.form
        return form in ("short", "form.short")

    @property
    def chose_short(self) -> bool:
        """Whether the short form was chosen where there is a long one, too."""
        return self.is_short and not self.manner.form

    @property
    def people(self) -> int:
        """How many people are there; 0 where that is not known."""
        value = self.state.value(PEOPLE)
        return value if type(value) is int else 0

    def is_answered(self, ask: str) -> bool:
        """Whether the ask has a standing answer or was skipped."""
        return ask in self.state.answers

    def ids(self, ask: str) -> list[str]:
        """The ids of an answer of several; nothing where the document holds something else there."""
        value = self.state.value(ask)
        return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []

    def role(self, role_id: str) -> str:
        """A role as one speaks of it; somebody else is 'iemand anders'."""
        known: dict[str, str] = {role.id: role.one for role in self.base.roles}
        others = {answer.id: answer.text.lower() for answer in self.base.answers}
        return known.get(role_id) or others[f"doer.{role_id}"]

    def component(self, ask: str) -> Component | None:
        """The component that an ask such as `c05.basis` belongs to."""
        return self.base.components_by_id.get(ask_ids.subject_of(ask))

    def pillar_of(self, component: Component) -> Pillar:
        """The pillar of a component."""
        return self.base.pillar(component.pillar)

    def components_of(self, pillar: Pillar) -> list[Component]:
        """The components of a pillar, in order."""
        return [component for component in self.base.components if component.pillar == pillar.id]

    def chosen(self, component: Component) -> tuple[Description, ...]:
        """The description of how it is; several where it varies or lies in between; none where that is not known.

        A wish is no answer to how things are (see `wished`). With a group these are the camps of the last vote that
        everybody has seen, unless most do not know.
        """
        return () if self._is_wish(component) else self.described(component)

    def wished(self, component: Component) -> tuple[Description, ...]:
        """The description of how one would like it to be, where that is all that an answer is."""
        return self.described(component) if self._is_wish(component) else ()

    def described(self, component: Component) -> tuple[Description, ...]:
        """What was chosen, whether it is so or wished: only for questions about that answer."""
        return self.manner.answering.described(self, component)

    def is_told(self, component: Component) -> bool:
        """Whether there is an answer that may be talked about."""
        return self.manner.answering.is_told(self, component)

    def votes(self, component: Component) -> list[votes.Vote]:
        """The rounds of votes that everybody has seen."""
        return votes.revealed(self, component)

    def quote(self, component: Component) -> str:
        """What was said with the answer in one's own words; with a group the sentence that it agreed on."""
        return self.manner.answering.quote(self, component)

    def bases(self, component: Component) -> frozenset[str]:
        """What the answer rests on."""
        known = {answer.id for answer in self.base.answers if answer.group == "basis"}
        return frozenset(self.ids(ask_ids.of_component(component, BASIS))) & known

    def last_basis(self) -> list[str] | None:
        """What the answer before rested on, for 'zelfde als net'."""
        given = [one.ask for one in self.state.history if ask_ids.is_named(one.ask, BASIS)]
        return self.ids(given[-1]) if given else None

    def _is_wish(self, component: Component) -> bool:
        return self.bases(component) == {"wish"}

    def is_seen(self, component: Component) -> bool:
        """Whether what was answered was seen: in lessons, told by students, or in a recent example that was named."""
        recent = self.state.value(ask_ids.of_component(component, RECENT))
        return bool(self.chosen(component)) and bool(self.bases(component) & SEEN or recent in RECENT_EXAMPLES)

    def is_unseen(self, component: Component) -> bool:
        """Whether the answer is marked *not yet seen in practice*: it claims more, and no recent example was named."""
        was_asked = self.is_answered(ask_ids.of_component(component, RECENT))
        return was_asked and self.needs_example(component) and not self.is_seen(component)

    def needs_example(self, component: Component) -> bool:
        """Whether the answer claims more than model 1, and rests on paper or an impression only."""
        bases = self.bases(component)
        claims_more = any(description.model > 1 for description in self.chosen(component))
        return claims_more and bool(bases) and bases <= WEAK_BASES

    def is_between(self, component: Component) -> bool:
        """Whether it varies or lies in between."""
        return len(self.chosen(component)) > 1

    def is_partly(self, *descriptions: Description) -> bool:
        """Whether one of these was chosen for a part only."""
        chosen = {one.id: self.is_between(component) for component in self.known for one in self.chosen(component)}
        return any(chosen[one.id] for one in descriptions)

    def clashes(self) -> list[tuple[Description, Description]]:
        """The descriptions that are hard to rhyme: one pair for two components, the earlier component first.

        Of a between either description may clash; what a group is divided over is talked about as that.
        """
        told = (one for one in self.known if not (self.manner.answering.is_vote and self.is_between(one)))
        chosen = {description.id: description for component in told for description in self.chosen(component)}
        found: dict[tuple[str, str], tuple[Description, Description]] = {}
        for one in chosen.values():
            for clash in one.clashes:
                if clash.description in chosen and one.id < clash.description:
                    found.setdefault((one.id[:3], clash.description[:3]), (one, chosen[clash.description]))
        return list(found.values())

    # What the answers say.

    @cached_property
    def log_likelihoods(self) -> tuple[LogLikelihood, ...]:
        """What is known of each of the twelve components."""
        return tuple(self.log_likelihood(component) for component in self.base.components)

    @cached_property
    def leading(self) -> Leading:
        """How likely each model is the stage that most components are in."""
        return evidence.leading(self.log_likelihoods)

    @cached_property
    def posteriors(self) -> tuple[Probabilities, ...]:
        """How likely each component is in each stage."""
        return evidence.component_posteriors(self.log_likelihoods)

    @property
    def dominant(self) -> int | None:
        """The model that may be named as leading."""
        return evidence.dominant(self.leading, self.answered)

    @property
    def certainty(self) -> Certainty:
        """How sure that is, in a word, and never surer than what is named."""
        return naming.certainty(self)

    @cached_property
    def known(self) -> tuple[Component, ...]:
        """The components of which it was answered how it is."""
        return tuple(component for component in self.base.components if self.chosen(component))

    @cached_property
    def answered(self) -> StageCounts:
        """How many of the answered components are in each stage."""
        return evidence.counted(naming.shares(self, component) for component in self.known)

    def log_likelihood(self, component: Component) -> LogLikelihood:
        """All that is known of one component: its situation, probes and role themes."""
        return evidence.added(
            (self.manner.answering.log_likelihood(self, component), *self._probes(component), self._themes(component))
        )

    def strength(self, component: Component) -> float:
        """How much the situation's answer counts, by its basis."""
        if self.is_unseen(component):
            return UNSEEN_STRENGTH
        return evidence.basis_strength(self.bases(component))

    def with_probe(self, component: Component, probe: Probe, option: int) -> Leading:
        """What would lead if this option were chosen at a probe."""
        table = probabilities([row.fits for row in probe.options])
        more = evidence.weighed(table[option], evidence.probe_strength(self.strength(component)))
        place = self.base.components.index(component)
        changed = list(self.log_likelihoods)
        changed[place] = evidence.added((changed[place], more))
        return evidence.leading(changed)

    def information(self, component: Component) -> float:
        """What the answer to an unanswered component is expected to tell of the leading model, in nats."""
        place = self.base.components.index(component)
        return evidence.expected_information(self.log_likelihoods, place, situation_probabilities(component))

    def _probes(self, component: Component) -> Iterator[LogLikelihood]:
        strength = evidence.probe_strength(self.strength(component))
        for probe in component.probes if self.chosen(component) else ():
            ids = [option.id for option in probe.options]
            if (value := self.state.value(probe.id)) in ids:
                yield evidence.weighed(probabilities([row.fits for row in probe.options])[ids.index(value)], strength)

    def _themes(self, component: Component) -> LogLikelihood:
        told = [
            self._theme(theme)
            for theme in self.base.themes
            if theme.component == component.number and self.doers(theme)
        ]
        return evidence.themes_together(told)

    def _theme(self, theme: Theme) -> LogLikelihood:
        doers = [row.doer for row in theme.fits]
        table = probabilities(theme.fits)
        places = [doers.index(doer) for doer in self.doers(theme) if doer in doers]
        return evidence.weighed(evidence.mixed([table[place] for place in places]), 1.0) if places else FLAT

    def doers(self, theme: Theme) -> list[str]:
        """Who does it, by the answer given: roles, `someone_else` or `nobody`."""
        known = {row.doer for row in theme.fits}
        told = (one.removeprefix("doer.") for one in self.ids(theme.id))
        return [doer for doer in told if doer in known]
