"""What users can look up: words, roles, models and cases, each with its name and its text."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.schema.base import Origin
from lobgids.kb.schema.guide import Term
from lobgids.kb.schema.mentor import Case
from lobgids.kb.schema.roles import Role
from lobgids.kb.schema.school import Model
from lobgids.text import folded

TopicKind = Literal["word", "role", "model", "case"]


class Topic(NamedTuple):
    """Something to look up.

    `lines` are paragraphs, `also` other names, `facts` what the text rests on or, if its `origin` is the guide, what it
    fits. `about` has the ids of its entries, for what is told beside these (see `kb.beside`).
    """

    id: str
    kind: TopicKind
    name: str
    lines: tuple[str, ...]
    also: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    origin: Origin = "publication"
    about: tuple[str, ...] = ()

    def holds(self, wanted: str) -> bool:
        """Whether any of its names contains a folded text."""
        return any(wanted in folded(name) for name in (self.name, *self.also))


def topics(base: KnowledgeBase) -> list[Topic]:
    """All topics: words by name, then roles, models and cases in their own order."""
    words = map(word, sorted(base.glossary, key=lambda term: folded(term.term)))
    models = sorted(base.models, key=lambda model: model.model)
    return [
        *words,
        *(_role(role, models) for role in roles_in_order(base)),
        *map(_model, models),
        *(_case(case) for case in base.cases if not case.opening),
    ]


def word(term: Term) -> Topic:
    """The topic of a word of the glossary."""
    return Topic(term.id, "word", term.term, (term.meaning,), term.also, term.facts, term.origin, (term.id,))


def named(base: KnowledgeBase, typed: str) -> list[Topic]:
    """The topics with this name, whatever its capitals and accents."""
    wanted = _plain(typed)
    return [topic for topic in topics(base) if wanted in map(folded, (topic.name, *topic.also))]


def resembling(base: KnowledgeBase, typed: str) -> list[Topic]:
    """The topics with the typed text in their names; empty if nothing was typed."""
    wanted = _plain(typed)
    return [topic for topic in topics(base) if wanted and topic.holds(wanted)]


def _plain(typed: str) -> str:
    return " ".join(folded(typed).split())


def _role(role: Role, models: list[Model]) -> Topic:
    """What a role is, then what it is in each model; a line for each, also if a role has two parts in a model."""
    names = {model.model: model.name for model in models}
    lines = tuple(f"{names[part.model]}: {part.text}" for part in sorted(role.parts, key=lambda part: part.model))
    facts = tuple(dict.fromkeys(fact for entry in (role, *role.parts) for fact in entry.facts))
    about = (role.id, *(part.id for part in role.parts))
    return Topic(role.id, "role", role.name, (role.about, *lines), (role.one, role.many), facts, about=about)


def _model(model: Model) -> Topic:
    statements = (*model.characterisation, *model.strengths)
    facts = tuple(dict.fromkeys(fact for entry in statements for fact in entry.facts))
    return Topic(
        model.id, "model", model.name, tuple(entry.text for entry in statements), (f"model {model.model}",), facts
    )


def _case(case: Case) -> Topic:
    facts = tuple(dict.fromkeys(fact for way in case.ways for fact in way.facts))
    return Topic(case.id, "case", case.name, tuple(_case_lines(case)), facts=facts, origin=case.origin)


def _case_lines(case: Case) -> Iterator[str]:
    """The scene and question, each way with its feedback below it, and why it is LOB."""
    yield case.scene
    yield case.question
    for way in case.ways:
        yield f"- {way.text}"
        yield way.feedback
    yield from (entry.text for entry in case.everywhere)
    yield case.lob
    yield from (entry.text for entry in case.later)
