"""The knowledge base: the parts of the content, and lookups by id or number."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any

from msgspec import Meta

from lobgids.kb.files import fields_used
from lobgids.kb.schema.base import About, Fact
from lobgids.kb.schema.guide import Addition, Explanation, Holiday, Length, Phrase, Question, SharedAnswer, Term
from lobgids.kb.schema.hearing import Saying
from lobgids.kb.schema.learning import Competence, Level, Preference, Professionalisation, Tip
from lobgids.kb.schema.mentor import Autumn, Case, EitherOr, Learned, NewcomerQuestion, Orientation, Scene
from lobgids.kb.schema.roles import ConditionEntry, ModelActions, Role, TensionEntry, Theme, Transition
from lobgids.kb.schema.school import Component, Context, Model, Pillar
from lobgids.kb.schema.workshop import Facilitation


class KnowledgeBase:
    """The parts of the content, in the order in which the guide uses them, with lookups by id or number.

    `unpack` returns a part by its name, and is called when the part is first used: a conversation needs half of them,
    a question a few. A lookup raises `KeyError` if there is no such entry; its index is made when it is first used.
    """

    about: About
    explanations: tuple[Explanation, ...]
    models: Annotated[tuple[Model, ...], Meta(min_length=3, max_length=3)]
    pillars: Annotated[tuple[Pillar, ...], Meta(min_length=4, max_length=4)]
    components: Annotated[tuple[Component, ...], Meta(min_length=12, max_length=12)]
    answers: tuple[SharedAnswer, ...]
    questions_shared: tuple[Question, ...]
    questions_decaan: tuple[Question, ...]
    questions_workshop: tuple[Question, ...]
    questions_mentor: tuple[Question, ...]
    phrases_shared: tuple[Phrase, ...]
    phrases_decaan: tuple[Phrase, ...]
    phrases_workshop: tuple[Phrase, ...]
    phrases_mentor: tuple[Phrase, ...]
    report_shared: tuple[Phrase, ...]
    report_decaan: tuple[Phrase, ...]
    report_workshop: tuple[Phrase, ...]
    report_mentor: tuple[Phrase, ...]
    roles: Annotated[tuple[Role, ...], Meta(min_length=6, max_length=6)]
    themes: tuple[Theme, ...]
    contexts: tuple[Context, ...]
    competences: Annotated[tuple[Competence, ...], Meta(min_length=7, max_length=7)]
    professionalisation: Annotated[tuple[Professionalisation, ...], Meta(min_length=3, max_length=3)]
    preferences: Annotated[tuple[Preference, ...], Meta(min_length=5, max_length=5)]
    conditions: tuple[ConditionEntry, ...]
    actions: Annotated[tuple[ModelActions, ...], Meta(min_length=3, max_length=3)]
    transitions: Annotated[tuple[Transition, ...], Meta(min_length=4)]
    facilitation: Annotated[tuple[Facilitation, ...], Meta(min_length=12, max_length=12)]
    moments: tuple[Phrase, ...]
    levels: Annotated[tuple[Level, ...], Meta(min_length=4, max_length=4)]
    tips: tuple[Tip, ...]
    tensions: tuple[TensionEntry, ...]
    additions: tuple[Addition, ...]
    cases: Annotated[tuple[Case, ...], Meta(min_length=11)]
    scenes: Annotated[tuple[Scene, ...], Meta(min_length=3, max_length=3)]
    newcomer: Annotated[tuple[NewcomerQuestion, ...], Meta(min_length=6, max_length=6)]
    orientations: Annotated[tuple[Orientation, ...], Meta(min_length=4, max_length=4)]
    either_or: Annotated[tuple[EitherOr, ...], Meta(min_length=5, max_length=5)]
    learned: Annotated[tuple[Learned, ...], Meta(min_length=6, max_length=6)]
    autumn: Autumn
    lengths: tuple[Length, ...]
    holidays: tuple[Holiday, ...]
    sayings: tuple[Saying, ...]
    glossary: tuple[Term, ...]
    facts: tuple[Fact, ...]

    def __init__(self, unpack: Callable[[str], Any]) -> None:
        self._unpack = unpack

    if not TYPE_CHECKING:  # there is nothing but the parts above

        def __getattr__(self, name: str) -> Any:
            if name not in PARTS:
                raise AttributeError(name)
            part = self.__dict__[name] = self._unpack(name)
            return part

    def parts(self) -> Iterator[object]:
        """All parts, in their order."""
        return (getattr(self, name) for name in PARTS)

    def component(self, number: int) -> Component:
        """The component with this number, wherever it stands in the content."""
        return self._components[number]

    def model(self, number: int) -> Model:
        """The model with this number."""
        return self._models[number]

    def pillar(self, pillar_id: str) -> Pillar:
        """The pillar with this id."""
        return self._pillars[pillar_id]

    def role(self, role_id: str) -> Role:
        """The role with this id."""
        return self._roles[role_id]

    def theme(self, theme_id: str) -> Theme:
        """The theme with this id."""
        return self._themes[theme_id]

    def phrase(self, phrase_id: str) -> Phrase:
        """The phrase with this id, of the conversation or else of the reports."""
        phrases = self._phrases
        return phrases[phrase_id] if phrase_id in phrases else self._report[phrase_id]

    def says(self, phrase_id: str) -> bool:
        """Whether the conversation has a phrase with this id."""
        return phrase_id in self._phrases

    def question(self, question_id: str) -> Question:
        """The question of the guide with this id."""
        return self._questions[question_id]

    @cached_property
    def components_by_id(self) -> dict[str, Component]:
        """The components by their ids, such as `c05`."""
        return {component.id: component for component in self.components}

    @cached_property
    def facts_by_id(self) -> dict[str, Fact]:
        """The facts by their ids; one that an entry cites may be missing."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def holidays_by_id(self) -> dict[str, Holiday]:
        """The holidays by their ids; an adapted knowledge base may lack some."""
        return {holiday.id: holiday for holiday in self.holidays}

    @cached_property
    def _components(self) -> dict[int, Component]:
        return {component.number: component for component in self.components}

    @cached_property
    def _models(self) -> dict[int, Model]:
        return {model.model: model for model in self.models}

    @cached_property
    def _pillars(self) -> dict[str, Pillar]:
        return {pillar.id: pillar for pillar in self.pillars}

    @cached_property
    def _roles(self) -> dict[str, Role]:
        return {role.id: role for role in self.roles}

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def _phrases(self) -> dict[str, Phrase]:
        return self._entries_of("phrases")

    @cached_property
    def _report(self) -> dict[str, Phrase]:
        return self._entries_of("report")

    @cached_property
    def _questions(self) -> dict[str, Question]:
        return self._entries_of("questions")

    def _entries_of(self, folder: str) -> dict[str, Any]:
        """All entries of `phrases`, `report` or `questions` by their ids; `tracks` overrides this for a track."""
        return {entry.id: entry for field in fields_used(folder) for entry in getattr(self, field)}


PARTS: dict[str, Any] = KnowledgeBase.__annotations__
"""The names of the parts of a knowledge base, and the type of each."""
