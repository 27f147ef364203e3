"""What users can look up, each with its name and text: words, roles, models, components, competences and more."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.phrasing import report_words
from lobgids.kb.schema.base import Entry, Origin, Statement
from lobgids.kb.schema.guide import Explanation, Term
from lobgids.kb.schema.learning import Competence, Preference, Professionalisation, StarRow
from lobgids.kb.schema.mentor import Case
from lobgids.kb.schema.roles import Role, RolePart
from lobgids.kb.schema.school import Component, Model
from lobgids.text import folded

TopicKind = Literal[
    "word", "role", "model", "component", "competence", "learning", "explanation", "case", "publication"
]
"""What is of the kind *publication* is what the reference of a report has, whole: tasks, tips, conditions and so on."""

MOST_LOOK_ALIKES = 3
NEAR = 0.75
"""How alike a word has to be: 'dekaan' and 'decaan' are .83, and of two words with nothing in common few reach .7."""
LEAST_TO_COMPARE = 4
"""Of fewer letters any word is near: 'vso' and 'vo'."""

ASPECTS = ("head", "hands", "heart", "team")


_IN_BRACKETS = re.compile(r"(.+) \((.+)\)")


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

    def is_called(self, wanted: str) -> bool:
        """Whether a folded text is one of its names, or the first of the names of a role: 'adjunct'."""
        names = [folded(name) for name in self.names()]
        begins = self.kind == "role" and any(name.startswith((f"{wanted} ", f"{wanted}, ")) for name in names)
        return wanted in names or (bool(wanted) and begins)

    def names(self) -> list[str]:
        """All its names; one that has another in brackets is called by each: 'careers coach (loopbaancoach)'."""
        names = [self.name, *self.also]
        return names + [part for name in names if (both := _IN_BRACKETS.fullmatch(name)) for part in both.groups()]

    def holds(self, wanted: str) -> bool:
        """Whether any of its names contains a folded text."""
        return any(wanted in folded(name) for name in (self.name, *self.also))


def topics(base: KnowledgeBase) -> list[Topic]:
    """All topics: words by name, then the others by kind, each kind in its own order."""
    words = map(word, sorted(base.glossary, key=lambda term: folded(term.term)))
    models = sorted(base.models, key=lambda model: model.model)
    return [
        *words,
        *(_role(base, role) for role in roles_in_order(base)),
        *(_model(base, model) for model in models),
        *(_component(base, component) for component in base.components),
        *(_competence(base, competence) for competence in base.competences),
        *(_preference(base, preference) for preference in base.preferences),
        *(_learning(base, part) for part in base.professionalisation),
        *map(_explanation, base.explanations),
        *(_case(case) for case in base.cases if not case.opening),
        *_whole(base),
    ]


def _whole(base: KnowledgeBase) -> Iterator[Topic]:
    """What each role does, is to know and learns, stage by stage; then tips, conditions and what is of later."""
    for role in roles_in_order(base):
        yield _of_role(base, role, "tasks", lambda part: part.tasks)
        yield _of_role(base, role, "skills", lambda part: [one for name in ASPECTS for one in getattr(part, name)])
        yield _of_role(base, role, "learns", lambda part: (*part.content, *part.forms))
    yield _listed(base, "tips", base.tips)
    yield _listed(base, "conditions", base.conditions)
    texts = tuple(f"- {addition.text}" for addition in base.additions)
    about = tuple(addition.id for addition in base.additions)
    yield Topic("topic.since", "publication", report_words(base, "topic.since"), texts, origin="later", about=about)


def _of_role(base: KnowledgeBase, role: Role, name: str, of_part: Callable[[RolePart], Iterable[Statement]]) -> Topic:
    """Something of a role, a list for each stage that has any."""
    lines: list[str] = []
    told: list[Statement] = []
    for part in sorted(role.parts, key=lambda part: part.model):
        if found := tuple(of_part(part)):
            told += found
            lines += (base.model(part.model).name, *(f"- {one.text}" for one in found))
    about = tuple(one.id for one in told)
    title = report_words(base, f"topic.{name}", role=role.one)
    return Topic(f"{role.id}.{name}", "publication", title, tuple(lines) or (report_words(base, "topic.not_given"),),
                 facts=_cited(*told), about=about)  # fmt: skip


def _listed(base: KnowledgeBase, name: str, entries: Sequence[Statement]) -> Topic:
    lines, about = tuple(f"- {entry.text}" for entry in entries), tuple(entry.id for entry in entries)
    title = report_words(base, f"topic.{name}")
    return Topic(f"topic.{name}", "publication", title, lines, facts=_cited(*entries), about=about)


def word(term: Term) -> Topic:
    """The topic of a word of the glossary."""
    return Topic(term.id, "word", term.term, (term.meaning,), term.also, term.facts, term.origin, (term.id,))


def named(base: KnowledgeBase, typed: str) -> list[Topic]:
    """The topics with this name, whatever its capitals and accents; and the roles whose name begins with it."""
    wanted = _plain(typed)
    return [topic for topic in topics(base) if topic.is_called(wanted)]


def known(base: KnowledgeBase, elsewhere: Iterable[KnowledgeBase], typed: str) -> list[Topic]:
    """The topics with this name, or else those that have it in another language: a Dutch word asked in English."""
    if found := named(base, typed):
        return found
    ids = {topic.id for other in elsewhere for topic in named(other, typed)}
    return [topic for topic in topics(base) if topic.id in ids]


def look_alikes(base: KnowledgeBase, typed: str) -> list[str]:
    """The names that begin like the typed text, in one of their words, or else are nearly it; none if nothing is near.

    To ask whether one of these was meant, and never to tell it as if it were.
    """
    wanted = _plain(typed)
    names = {folded(name): (topic.id, name) for topic in topics(base) for name in topic.names()}
    begin = re.compile(rf"\b{re.escape(wanted)}")
    begun = [name for name in names if wanted and begin.search(name)]
    compared = begun or (names if len(wanted) >= LEAST_TO_COMPARE else ())
    near = difflib.get_close_matches(wanted, compared, len(names), cutoff=0 if begun else NEAR)
    by_topic: dict[str, str] = {}
    for topic_id, name in map(names.__getitem__, near):
        by_topic.setdefault(topic_id, name)
    return [*by_topic.values()][:MOST_LOOK_ALIKES]


def _plain(typed: str) -> str:
    return " ".join(folded(typed).split())


def _role(base: KnowledgeBase, role: Role) -> Topic:
    """What a role is, then what it is in each model, under the title that the publication gives it there."""
    lines = tuple(
        report_words(base, "topic.role", model=base.model(part.model).name, title=part.title, text=part.text)
        for part in sorted(role.parts, key=lambda part: part.model)
    )
    facts = _cited(role, *role.parts)
    about = (role.id, *(part.id for part in role.parts))
    also = tuple(dict.fromkeys((role.one, role.many, *(part.title for part in role.parts))))
    return Topic(role.id, "role", role.name, (role.about, *lines), also, facts, about=about)


def _model(base: KnowledgeBase, model: Model) -> Topic:
    """How schools of a model are, what makes them strong, and their words beside the usual ones."""
    statements = (*model.characterisation, *model.principles, *model.organisation, *model.strengths)
    words = (report_words(base, "language.word", here=word.here, usual=word.usual) for word in model.words)
    lines = (*_texts(statements), model.language, *(f"- {word}" for word in words))
    return Topic(model.id, "model", model.name, lines, (f"model {model.model}",), _cited(*statements, model))


def _component(base: KnowledgeBase, component: Component) -> Topic:
    """Where a component belongs, its name in the publication, and how it is in each model."""
    pillar = next(pillar.name for pillar in base.pillars if pillar.id == component.pillar)
    is_shorter = component.name != component.published
    lines = (
        report_words(base, "topic.component", number=component.number, name=pillar),
        *([report_words(base, "topic.published", name=component.published)] if is_shorter else []),
        *(report_words(base, "topic.in_model", model=base.model(one.model).name, text=one.stage)
          for one in component.descriptions),
    )  # fmt: skip
    about = (component.id, *(description.id for description in component.descriptions))
    facts = _cited(*component.descriptions)
    return Topic(component.id, "component", component.name, lines, (component.published,), facts, about=about)


def _competence(base: KnowledgeBase, competence: Competence) -> Topic:
    """What a competence is, where it belongs, and how far it applies to whom in each model."""
    context = next(entry for entry in base.contexts if entry.id == competence.context)
    stars = tuple(_stars(base, row) for row in competence.stars)
    lines = (competence.about, context.about, report_words(base, "topic.stars_are"), *stars)
    return Topic(
        competence.id, "competence", competence.name, lines, facts=_cited(competence, context), about=(competence.id,)
    )


def _stars(base: KnowledgeBase, row: StarRow) -> str:
    """How far a competence applies in a model to each role that has stars there."""
    given = ((role, getattr(row, role.id, 0)) for role in roles_in_order(base))
    cells = [report_words(base, "topic.role_stars", role=role.one, stars=stars) for role, stars in given if stars]
    return report_words(base, "topic.stars", model=base.model(row.model).name,
                        stars=", ".join(cells) or report_words(base, "topic.no_stars"))  # fmt: skip


def _preference(base: KnowledgeBase, preference: Preference) -> Topic:
    """A way to like to learn, the forms that the publication gives for it, and where it falls short."""
    told = (*preference.about, *preference.forms, *preference.limits)
    forms = (report_words(base, "topic.preference"), *(f"- {form.text}" for form in preference.forms))
    lines = (*_texts(preference.about), *forms, *_texts(preference.limits))
    return Topic(preference.id, "learning", preference.name, lines, facts=_cited(*told), about=(preference.id,))


def _learning(base: KnowledgeBase, part: Professionalisation) -> Topic:
    """How schools of a model let people learn, and what marks it."""
    statements = (*part.description, *part.characteristics)
    name = report_words(base, f"topic.learning.m{part.model}")
    return Topic(part.id, "learning", name, tuple(_texts(statements)), facts=_cited(*statements))


def _explanation(entry: Explanation) -> Topic:
    lines = tuple(_texts(entry.statements))
    return Topic(entry.id, "explanation", entry.title, lines, facts=_cited(*entry.statements))


def _texts(statements: Iterable[Statement]) -> Iterator[str]:
    return (statement.text for statement in statements)


def _cited(*entries: Entry) -> tuple[str, ...]:
    """The facts that entries rest on, each once."""
    return tuple(dict.fromkeys(fact for entry in entries for fact in entry.facts))


def _case(case: Case) -> Topic:
    facts = _cited(*case.ways)
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
