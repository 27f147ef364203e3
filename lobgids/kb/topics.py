"""What one can look up: words, roles, models and cases, each with a name and what there is to say of it."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.schema.guide import Term
from lobgids.kb.schema.mentor import Case
from lobgids.kb.schema.roles import Role
from lobgids.kb.schema.school import Model
from lobgids.text import folded

TopicKind = Literal["word", "role", "model", "case"]


class Topic(NamedTuple):
    """Something to look up. `lines` are paragraphs, `also` other names, `facts` what the text rests on."""

    id: str
    kind: TopicKind
    name: str
    lines: tuple[str, ...]
    also: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    def holds(self, wanted: str) -> bool:
        """Whether one of its names holds a folded text."""
        return any(wanted in folded(name) for name in (self.name, *self.also))


def topics(base: KnowledgeBase) -> list[Topic]:
    """All of them: words by name, then roles, models and cases in their own order."""
    words = map(word, sorted(base.glossary, key=lambda one: folded(one.term)))
    models = sorted(base.models, key=lambda model: model.model)
    return [
        *words,
        *(_role(role, models) for role in roles_in_order(base)),
        *map(_model, models),
        *(_case(case) for case in base.cases if not case.opening),
    ]


def word(term: Term) -> Topic:
    """A word of the glossary."""
    return Topic(term.id, "word", term.term, (term.meaning,), term.also, term.facts)


def named(base: KnowledgeBase, typed: str) -> list[Topic]:
    """What is called so."""
    wanted = _plain(typed)
    return [topic for topic in topics(base) if wanted in map(folded, (topic.name, *topic.also))]


def resembling(base: KnowledgeBase, typed: str) -> list[Topic]:
    """What has it in its name."""
    wanted = _plain(typed)
    return [topic for topic in topics(base) if wanted and topic.holds(wanted)]


def _plain(typed: str) -> str:
    return " ".join(folded(typed).split())


def _role(role: Role, models: list[Model]) -> Topic:
    """What a role is, and then in each model; a role that is two things in one has a line for each."""
    names = {model.model: model.name for model in models}
    lines = tuple(f"{names[part.model]}: {part.text}" for part in sorted(role.parts, key=lambda part: part.model))
    facts = tuple(dict.fromkeys(fact for entry in (role, *role.parts) for fact in entry.facts))
    return Topic(role.id, "role", role.name, (role.about, *lines), (role.one, role.many), facts)


def _model(model: Model) -> Topic:
    told = (*model.characterisation, *model.strengths)
    facts = tuple(dict.fromkeys(fact for entry in told for fact in entry.facts))
    return Topic(model.id, "model", model.name, tuple(entry.text for entry in told), (f"model {model.model}",), facts)


def _case(case: Case) -> Topic:
    facts = tuple(dict.fromkeys(fact for way in case.ways for fact in way.facts))
    return Topic(case.id, "case", case.name, tuple(_told(case)), facts=facts)


def _told(case: Case) -> Iterator[str]:
    """The case, each way with its feedback below it, and why it is LOB."""
    yield case.scene
    yield case.question
    for way in case.ways:
        yield f"- {way.text}"
        yield way.feedback
    yield from (entry.text for entry in case.everywhere)
    yield case.lob
    yield from (entry.text for entry in case.later)
