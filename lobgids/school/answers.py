"""What was answered in a conversation about a school, and what of it is a wish, was seen, or contradicts itself."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, Literal, Protocol

from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.roles import Theme
from lobgids.kb.schema.school import Component, Description, Pillar
from lobgids.log import ask_ids
from lobgids.log.ask_ids import BASIS, FORM, PART, RECENT
from lobgids.log.events import Form, Header
from lobgids.log.state import State
from lobgids.school import votes
from lobgids.school.absent import absent_roles
from lobgids.school.answering import Answering
from lobgids.school.founding import Founding
from lobgids.school.once import once

PEOPLE = "setup.people"
"""The ask for the number of people at a workshop."""

SCHOOL_PARTS = ("vmbo", "havo", "vwo")

SEEN = frozenset({"lessons", "students"})
"""The bases of an answer about what was seen to happen."""
WEAK_BASES = frozenset({"documents", "impression", "wish"})
RECENT_EXAMPLES = ("recent.month", "recent.year")


class Manner(Protocol):
    """What the school needs to know of how a conversation is held."""

    @property
    def form(self) -> Form | Literal[""]:
        """The form that it always has; empty if the user chooses."""

    @property
    def answering(self) -> Answering:
        """How an answer about a component is given and read."""

    @property
    def speaker(self) -> str:
        """The role of the person who answers; empty if several people do."""


class Answers:
    """The answers at one moment of a conversation; whatever follows from them is worked out elsewhere."""

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
        self.worked_out: dict[Callable[..., Any], dict[str, Any]] = {}

    @property
    def is_short(self) -> bool:
        """Whether this is the short form. An answer overrides what the header says."""
        form = self.manner.form or self.state.value(FORM) or self.header.form
        return form in ("short", "form.short")

    @property
    def chose_short(self) -> bool:
        """Whether the short form was chosen in a track that has a long one, too."""
        return self.is_short and not self.manner.form

    @property
    def people(self) -> int:
        """How many people are there; 0 if that is not known."""
        value = self.state.value(PEOPLE)
        return value if type(value) is int else 0

    def is_answered(self, ask: str) -> bool:
        """Whether the ask has a standing answer or was skipped."""
        return ask in self.state.answers

    def ids(self, ask: str) -> list[str]:
        """The ids of an answer with several options; empty if the document holds anything else."""
        value = self.state.value(ask)
        return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []

    @cached_property
    def absent(self) -> frozenset[str]:
        """The roles of which was said that there are none at this school."""
        return absent_roles(self)

    @property
    def school_parts(self) -> tuple[str, ...]:
        """Which of vmbo, havo and vwo the conversation is about; empty if that may be all of them."""
        chosen = str(self.state.value(PART)).removeprefix("part.").split("_")
        return tuple(part for part in chosen if part in SCHOOL_PARTS)

    def role(self, role_id: str) -> str:
        """The name of a role within a sentence; that of somebody else is 'iemand anders'."""
        names: dict[str, str] = {role.id: role.one for role in self.base.roles}
        others = {answer.id: answer.text.lower() for answer in self.base.answers}
        return names.get(role_id) or others[f"doer.{role_id}"]

    def component(self, ask: str) -> Component | None:
        """The component that an ask such as `c05.basis` is about; None if it is about something else."""
        return self.base.components_by_id.get(ask_ids.subject_of(ask))

    def components_of(self, pillar: Pillar) -> list[Component]:
        """The components of a pillar, in order."""
        return [component for component in self.base.components if component.pillar == pillar.id]

    @once
    def chosen(self, component: Component) -> tuple[Description, ...]:
        """The description of how it is: several if it varies or lies in between, none if that is not known.

        A wish is no answer to how things are (see `wished`). With a group these are the camps of the last vote that
        everybody has seen, unless most do not know.
        """
        return () if self._is_wish(component) else self.described(component)

    def wished(self, component: Component) -> tuple[Description, ...]:
        """The description of how it should be; empty unless the answer is only a wish."""
        return self.described(component) if self._is_wish(component) else ()

    def is_absent(self, component: Component) -> bool:
        """Whether one said that no such thing happens: that says how it is, and nothing of a model."""
        return bool(self.state.value(ask_ids.situation(component)) == ask_ids.of_component(component, ask_ids.ABSENT))

    def described(self, component: Component) -> tuple[Description, ...]:
        """What was chosen, as how it is or only as a wish: for questions about the answer itself."""
        return self.manner.answering.described(self, component)

    def is_told(self, component: Component) -> bool:
        """Whether there is any answer that may be shown."""
        return self.manner.answering.is_told(self, component)

    def votes(self, component: Component) -> list[votes.Vote]:
        """The rounds of votes that everybody has seen."""
        return votes.revealed(self, component)

    def quote(self, component: Component) -> str:
        """The own words that were given with the answer; with a group the sentence that it agreed on."""
        return self.manner.answering.quote(self, component)

    @once
    def bases(self, component: Component) -> frozenset[str]:
        """The ids of what the answer rests on."""
        known = {answer.id for answer in self.base.answers if answer.group == "basis"}
        return self.founding.bases(component) & known

    @cached_property
    def founding(self) -> Founding:
        """Where it was said what each answer rests on."""
        return Founding(self)

    def last_basis(self) -> list[str] | None:
        """What the previous answer that was asked about by itself rested on, for 'zelfde als net'; None without one."""
        asks = [record.ask for record in self.state.history if ask_ids.is_named(record.ask, BASIS)]
        return self.ids(asks[-1]) if asks else None

    def _is_wish(self, component: Component) -> bool:
        return self.bases(component) == {"wish"}

    def is_seen(self, component: Component) -> bool:
        """Whether it was seen to be so: in lessons, by what students say, or in a recent example that was named."""
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
        """Whether one of these chosen descriptions was chosen together with another."""
        betweens = {row.id: self.is_between(component) for component in self.known for row in self.chosen(component)}
        return any(betweens[description.id] for description in descriptions)

    def clashes(self) -> list[tuple[Description, Description]]:
        """The chosen descriptions that contradict each other: a pair for two components, the earlier component first.

        Either description of a between may clash; one that a group is divided over may not, as that is said already.
        """
        is_vote = self.manner.answering.is_vote
        components = (component for component in self.known if not (is_vote and self.is_between(component)))
        chosen = {description.id: description for component in components for description in self.chosen(component)}
        pairs: dict[tuple[str, str], tuple[Description, Description]] = {}
        for description in chosen.values():
            for clash in description.clashes:
                if clash.description in chosen and description.id < clash.description:
                    subjects = ask_ids.subject_of(description.id), ask_ids.subject_of(clash.description)
                    pairs.setdefault(subjects, (description, chosen[clash.description]))
        return list(pairs.values())

    @cached_property
    def known(self) -> tuple[Component, ...]:
        """The components with an answer that says how it is."""
        return tuple(component for component in self.base.components if self.chosen(component))

    @cached_property
    def taken_in(self) -> tuple[Component, ...]:
        """The components that a group voted on, in the conversation of one person who took that in."""
        return tuple(component for component in self.known if votes.taken_in(self, component))

    def doers(self, theme: Theme) -> list[str]:
        """Who does it, by the answer: ids of roles, `someone_else` or `nobody`."""
        known = {row.doer for row in theme.fits}
        doers = (option.removeprefix("doer.") for option in self.ids(theme.id))
        return [doer for doer in doers if doer in known]

    def is_shared_out(self, component: Component) -> bool:
        """Whether one said who does some of what a component is about."""
        themes = (theme for theme in self.base.themes if theme.component == component.number)
        return any(self.doers(theme) for theme in themes)
