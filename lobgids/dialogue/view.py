"""A conversation as the chapters see it: the knowledge base, the answers, and what the answers say."""

from collections.abc import Iterator
from functools import cached_property

from lobgids.dialogue import evidence, votes
from lobgids.dialogue.conclusions import Conclude, Conclusions
from lobgids.dialogue.events import Header
from lobgids.dialogue.evidence import FLAT, Leading, LogLikelihood, Probabilities
from lobgids.dialogue.protocol import Certainty
from lobgids.dialogue.state import State
from lobgids.i18n import Language
from lobgids.kb.entries import Component, Description, Fits, KnowledgeBase, Pillar, Probe, Theme, ThemeFit

SITUATION, BETWEEN, BASIS, RECENT = "situation", "between", "basis", "recent"
UNKNOWN = "unknown"
PEOPLE = "setup.people"
"""The ask how many people there are at a workshop."""

SEEN = frozenset({"lessons", "students"})
"""What an answer rests on when something was seen to happen."""
WEAK_BASES = frozenset({"documents", "impression", "wish"})
NOT_RECENT = ("recent.longer", "recent.never-seen")
UNSEEN_STRENGTH = 0.3
"""The strength of an answer of which nothing was yet seen in practice (design, 'Evidence')."""

SHORT_MOST = 8
"""How many components the short form asks at most; it stops sooner when one model leads with P >= .9."""
SURE = 0.9


class View:
    """One moment of a conversation; made anew after each event, and worked out only as far as it is looked at."""

    def __init__(
        self, base: KnowledgeBase, language: Language, header: Header, state: State, conclude: Conclude
    ) -> None:
        self.base = base
        self.language = language
        self.header = header
        self.state = state
        self._conclude = conclude

    # What was answered.

    @property
    def is_short(self) -> bool:
        """Whether this is the short form; a group always has that. An answer overrides what the header says."""
        form = self.state.value("welcome.form") or self.header.form
        return self.is_group or form in ("short", "form.short")

    @property
    def is_group(self) -> bool:
        """Whether a group is asked, which votes."""
        return self.header.track == "workshop"

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
        head = ask.partition(".")[0]
        return next((component for component in self.base.components if component.id == head), None)

    def pillar_of(self, component: Component) -> Pillar:
        """The pillar of a component."""
        return next(pillar for pillar in self.base.pillars if pillar.id == component.pillar)

    def components_of(self, pillar: Pillar) -> list[Component]:
        """The components of a pillar, in order."""
        return [component for component in self.base.components if component.pillar == pillar.id]

    def chosen(self, component: Component) -> tuple[Description, ...]:
        """The description that was chosen; several where it varies or lies in between; none where not known.

        With a group these are the camps of the last vote that everybody has seen, unless most do not know.
        """
        if self.is_group:
            shown = self.votes(component)
            places = votes.seen_by_most(component, shown[-1]) if shown else []
            return tuple(component.descriptions[place] for place in places)
        value = self.state.value(f"{component.id}.{SITUATION}")
        if value == f"{component.id}.{BETWEEN}":
            value = self.state.value(f"{component.id}.{BETWEEN}")
        ids = value if isinstance(value, list) else [value]
        return tuple(description for description in component.descriptions if description.id in ids)

    def votes(self, component: Component) -> list[votes.Vote]:
        """The rounds of votes that everybody has seen."""
        return votes.revealed(self, component)

    def quote(self, component: Component) -> str:
        """What was said with the answer in one's own words; with a group the sentence that it agreed on."""
        if self.is_group:
            return str(self.state.value(f"{component.id}.agreed") or "")
        standing = self.state.answers.get(f"{component.id}.{SITUATION}")
        return standing.quote if standing else ""

    def bases(self, component: Component) -> frozenset[str]:
        """What the answer rests on."""
        known = {answer.id for answer in self.base.answers if answer.group == "basis"}
        return frozenset(self.ids(f"{component.id}.{BASIS}")) & known

    def last_basis(self) -> list[str] | None:
        """What the answer before rested on, for 'zelfde als net'."""
        given = [one.ask for one in self.state.history if one.ask.endswith(f".{BASIS}")]
        return self.ids(given[-1]) if given else None

    def is_wish_only(self, component: Component) -> bool:
        """Whether the answer is how one would like it to be, and so belongs to the ambition."""
        return self.bases(component) == {"wish"}

    def is_unseen(self, component: Component) -> bool:
        """Whether the answer is marked *not yet seen in practice*."""
        chosen = self.chosen(component)
        claims_more = any(description.model > 1 for description in chosen)
        weak = bool(self.bases(component)) and self.bases(component) <= WEAK_BASES
        return claims_more and weak and self.state.value(f"{component.id}.{RECENT}") in NOT_RECENT

    def clashes(self) -> list[tuple[Description, Description]]:
        """The pairs of chosen descriptions that are hard to rhyme, each once, the earlier component first."""
        chosen = {description.id: description for component in self.base.components
                  for description in self.chosen(component) if len(self.chosen(component)) == 1}  # fmt: skip
        return [
            (one, chosen[clash.description])
            for one in chosen.values()
            for clash in one.clashes
            if clash.description in chosen and one.id < clash.description
        ]

    # What the answers say.

    @cached_property
    def conclusions(self) -> Conclusions:
        """What follows from the answers."""
        return self._conclude(self)

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
        return evidence.dominant(self.leading)

    @property
    def certainty(self) -> Certainty:
        """How sure that is, in a word. One person is one witness; only with a group it may be *clear*."""
        word = evidence.certainty(max(self.leading.models))
        return "likely" if word == "clear" and not self.is_group else word  # type: ignore[return-value]  # one of the four words

    def log_likelihood(self, component: Component) -> LogLikelihood:
        """All that is known of one component: its situation, probes and role themes."""
        return evidence.added((self._situation(component), *self._probes(component), self._themes(component)))

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

    def _situation(self, component: Component) -> LogLikelihood:
        if self.is_group:
            return self._voted(component)
        chosen = self.chosen(component)
        if not chosen:
            return FLAT
        table = situation_probabilities(component)
        places = [component.descriptions.index(description) for description in chosen]
        return evidence.weighed(evidence.mixed([table[place] for place in places]), self.strength(component))

    def _voted(self, component: Component) -> LogLikelihood:
        shown = self.votes(component)
        if not shown:
            return FLAT
        counts = votes.of_descriptions(component, shown[-1].counts)
        return evidence.tempered(evidence.group(counts, situation_probabilities(component)), self.strength(component))

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


def probabilities(fits: "list[Fits] | tuple[ThemeFit, ...]") -> tuple[Probabilities, ...]:
    """The probability of each option in each stage, from the author's words."""
    return evidence.answer_probabilities([(row.model1, row.model2, row.model3) for row in fits])


def situation_probabilities(component: Component) -> tuple[Probabilities, ...]:
    """The probability of each of a component's descriptions in each stage."""
    return probabilities([description.fits for description in component.descriptions])
