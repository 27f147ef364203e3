"""Checks of content beyond its structure: citations, balance, the word list, complete languages."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from lobgids.i18n import SOURCE_LANGUAGE, Language
from lobgids.kb.authoring.braces import in_braces
from lobgids.kb.authoring.diagnostics import Diagnostic, Place, Spot, WhereIs
from lobgids.kb.authoring.folder import Source
from lobgids.kb.authoring.glue import check_glue
from lobgids.kb.authoring.mentor_checks import check_mentor, check_turns, sentences
from lobgids.kb.authoring.structure import as_entries, nearest_place
from lobgids.kb.authoring.telltale_checks import check_telltales
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.lookup import all_entries, cited_facts
from lobgids.kb.schema.base import ASKED, STRENGTH_MARK, THIRD_PERSON, TRANSLATED, Entry
from lobgids.kb.schema.mentor import NewcomerOption, NewcomerQuestion, Scene
from lobgids.kb.schema.roles import Task, Theme
from lobgids.kb.schema.school import Component, Description, Probe
from lobgids.kb.translation import in_language, text_in
from lobgids.kb.walk import blocks, leaves

MOST_UNEQUAL = 1.25
"""How much longer the longest option of a question may be than the shortest."""

MOST_WORDS = 20
"""How many words a strength may have."""

OFTEN = ("vaak", "bijna altijd")
HOW_OFTEN = ("zelden", "soms", "vaak", "bijna altijd")

# Words with which a Dutch description would speak of, or to, somebody present.
_PRESENT = re.compile(r"\b(ik|mij|mijn|je|jij|jou|jouw|jullie|wij|we|ons|onze|u|uw)\b", re.IGNORECASE)


def check_content(source: Source, languages: Sequence[Language]) -> list[Diagnostic]:
    """All diagnostics of content whose structure is right, in Dutch and in each of the languages."""
    base = as_entries(source.values)
    where_is = _finder(source)
    found = [
        *_citations(base, where_is),
        *_models_complete(base, where_is),
        *_clashes(base, where_is),
        *_fits(base, where_is),
        *_tasks(base, where_is),
        *_words(source, base),
        *check_mentor(base, where_is),
    ]
    for language in languages:
        found += _translation(source, language)
        in_words = as_entries(in_language(source.values, language))
        found += _balance(in_words, language, where_is)
        found += check_telltales(in_words, language, where_is)
        found += check_turns(source, language)
        found += _strengths(source, language)
        found += check_glue(source, language)
        found += _labels(source, base.about.labels, language)
    return found


def _finder(source: Source) -> WhereIs:
    spots: dict[str, Spot] = {}
    for block in blocks(KnowledgeBase, source.values):
        if issubclass(block.type, Entry):
            spots[block.value["id"]] = block.spot

    def where_is(entry_id: str, key: str) -> Place:
        return nearest_place((*spots[entry_id], key), source.places)

    return where_is


def _citations(base: KnowledgeBase, where_is: WhereIs) -> Iterator[Diagnostic]:
    for entry in all_entries(base):
        if entry.origin == "publication" and not any(inner.facts for inner in all_entries(entry)):
            yield Diagnostic(where_is(entry.id, "facts"), "LG040", {"id": entry.id})
    facts = base.facts_by_id
    for entry, model in _with_model(base, None):
        for fact_id in entry.facts:
            models = facts[fact_id].models
            if model and models and model not in models:
                values = {"id": entry.id, "model": str(model), "fact": fact_id, "models": _listed(models)}
                yield Diagnostic(where_is(entry.id, "facts"), "LG041", values)
    accounted_for = cited_facts(base) | {left.fact for left in base.about.left_out}
    for fact_id in facts.keys() - accounted_for:
        yield Diagnostic(where_is(base.about.id, "left_out"), "LG042", {"fact": fact_id})


def _with_model(part: object, model: int | None) -> Iterator[tuple[Entry, int | None]]:
    """Each entry with the model that it, or the structure around it, is about; None if there is none."""
    if isinstance(part, KnowledgeBase):
        for item in part.parts():
            yield from _with_model(item, model)
    elif isinstance(part, msgspec.Struct):
        fields = msgspec.structs.asdict(part)
        model = fields.get("model", model)
        if isinstance(part, Entry):
            yield part, model
        for value in fields.values():
            yield from _with_model(value, model)
    elif isinstance(part, tuple):
        for item in part:
            yield from _with_model(item, model)


def _models_complete(base: KnowledgeBase, where_is: WhereIs) -> Iterator[Diagnostic]:
    groups: list[tuple[str, str, Sequence[Any]]] = [(base.about.id, "id", base.models)]
    groups += [(component.id, "descriptions", component.descriptions) for component in base.components]
    groups += [(pillar.id, "ways", pillar.ways) for pillar in base.pillars]
    groups += [(role.id, "parts", role.parts) for role in base.roles]
    groups += [(base.about.id, "id", base.scenes)]
    groups += [(question.id, "options", question.options) for question in base.newcomer]
    groups += [(competence.id, "stars", competence.stars) for competence in base.competences]
    for entry_id, key, parts in groups:
        models = sorted({part.model for part in parts})
        if models != [1, 2, 3]:
            yield Diagnostic(where_is(entry_id, key), "LG048", {"id": entry_id, "models": _listed(models)})


def _clashes(base: KnowledgeBase, where_is: WhereIs) -> Iterator[Diagnostic]:
    descriptions = [description for component in base.components for description in component.descriptions]
    pairs = {(description.id, clash.description) for description in descriptions for clash in description.clashes}
    for entry_id, other in sorted(pairs):
        if (other, entry_id) not in pairs:
            yield Diagnostic(where_is(entry_id, "clashes"), "LG047", {"id": entry_id, "other": other})


def _fits(base: KnowledgeBase, where_is: WhereIs) -> Iterator[Diagnostic]:
    for component in base.components:
        for description in component.descriptions:
            if not _fits_own_model_most(description):
                own = _fit(description.fits, description.model)
                values = {"id": description.id, "model": str(description.model), "fit": own}
                yield Diagnostic(where_is(description.id, "fits"), "LG055", values)
    for option in (option for question in base.newcomer for option in question.options):
        if not _fits_own_model_most(option):
            values = {"id": option.id, "model": str(option.model), "fit": _fit(option.fits, option.model)}
            yield Diagnostic(where_is(option.id, "fits"), "LG055", values)
    for theme in base.themes:
        yield from _doers_fit(theme, where_is)


def _fit(fits: Any, model: int) -> str:
    return str(getattr(fits, f"model{model}"))


def _fits_own_model_most(description: Description | NewcomerOption) -> bool:
    own = HOW_OFTEN.index(_fit(description.fits, description.model))
    return all(HOW_OFTEN.index(_fit(description.fits, other)) < own for other in {1, 2, 3} - {description.model})


def _doers_fit(theme: Theme, where_is: WhereIs) -> Iterator[Diagnostic]:
    by_doer = {row.doer: row for row in theme.fits}
    for model in (1, 2, 3):
        for doer in getattr(theme.done_by, f"model{model}"):
            fit = _fit(by_doer[doer], model) if doer in by_doer else "-"
            if fit not in OFTEN:
                values = {"id": theme.id, "doer": doer, "model": str(model), "fit": fit}
                yield Diagnostic(where_is(theme.id, "done_by"), "LG052", values)


def _tasks(base: KnowledgeBase, where_is: WhereIs) -> Iterator[Diagnostic]:
    for role in base.roles:
        for part in role.parts:
            for task in part.tasks:
                yield from _theme_of_task(base, (role.id, part.model, task), where_is)


def _theme_of_task(base: KnowledgeBase, of_role: tuple[str, int, Task], where_is: WhereIs) -> Iterator[Diagnostic]:
    """No theme that others do in that model: whoever works just as the model would be told that a task is open."""
    role, model, task = of_role
    if bool(task.theme) == bool(task.component):
        yield Diagnostic(where_is(task.id, "component"), "LG058", {"id": task.id})
    doers = getattr(base.theme(task.theme).done_by, f"model{model}") if task.theme else (role,)
    if role not in doers:
        values = {"id": task.id, "theme": task.theme, "model": str(model), "role": role, "doers": _listed(doers)}
        yield Diagnostic(where_is(task.id, "theme"), "LG057", values)


def _words(source: Source, base: KnowledgeBase) -> Iterator[Diagnostic]:
    avoided = [(re.compile(rf"\b{re.escape(word.instead_of)}\b", re.IGNORECASE), word) for word in base.about.words]
    for leaf in leaves(KnowledgeBase, source.values):
        place = nearest_place(leaf.spot, source.places)
        if ASKED in leaf.marks:
            for pattern, word in avoided:
                if pattern.search(leaf.value):
                    yield Diagnostic(place, "LG045", {"word": word.instead_of, "use": word.use})
        if THIRD_PERSON in leaf.marks and (present := _PRESENT.search(leaf.value)):
            yield Diagnostic(place, "LG046", {"word": present[0]})


def _translation(source: Source, language: Language) -> Iterator[Diagnostic]:
    """Texts without a translation, and translations with other placeholders."""
    if language.code == SOURCE_LANGUAGE:
        return
    for leaf in leaves(KnowledgeBase, source.values):
        if TRANSLATED not in leaf.marks or not leaf.value:
            continue
        values = {"id": leaf.owner, "key": leaf.key, "language": language.code}
        place = nearest_place(leaf.spot, source.places)
        if not language.translates(leaf.context, leaf.value):
            yield Diagnostic(place, "LG049", values)
        ours, theirs = in_braces(leaf.value), in_braces(language.pgettext(leaf.context, leaf.value))
        if set(ours) != set(theirs):
            yield Diagnostic(place, "LG050", {**values, "ours": _listed(ours), "theirs": _listed(theirs)})


def _balance(base: KnowledgeBase, language: Language, where_is: WhereIs) -> Iterator[Diagnostic]:
    questions: list[tuple[Component | Probe | NewcomerQuestion | Scene, str, list[str]]] = [
        (question, "options", [option.text for option in question.options]) for question in base.newcomer
    ]
    questions.append((base.scenes[0], "text", [scene.text for scene in base.scenes]))
    for component in base.components:
        questions.append((component, "descriptions", [option.text for option in component.descriptions]))
        questions += [(probe, "options", [option.text for option in probe.options]) for probe in component.probes]
    for question, key, options in questions:
        lengths = [len(option) for option in options]
        if max(lengths) > MOST_UNEQUAL * min(lengths):
            values = {"lengths": _listed(lengths), "language": language.code}
            yield Diagnostic(where_is(question.id, key), "LG043", values)


def _strengths(source: Source, language: Language) -> Iterator[Diagnostic]:
    """Strengths that are no single short sentence, in one language."""
    for leaf in leaves(KnowledgeBase, source.values):
        text = text_in(leaf, language) if STRENGTH_MARK in leaf.marks and leaf.value else ""
        if text and not (text.endswith(".") and sentences(text) == 1 and len(text.split()) <= MOST_WORDS):
            values = {"text": text, "most": str(MOST_WORDS), "language": language.code}
            yield Diagnostic(nearest_place(leaf.spot, source.places), "LG056", values)


def _labels(source: Source, labels: Sequence[str], language: Language) -> Iterator[Diagnostic]:
    """Names of models in texts that are shown before the picture."""
    pattern = re.compile("|".join(rf"\b{re.escape(label)}\b" for label in labels), re.IGNORECASE)
    for leaf in leaves(KnowledgeBase, source.values):
        if ASKED in leaf.marks and (label := pattern.search(text_in(leaf, language))):
            place = nearest_place(leaf.spot, source.places)
            yield Diagnostic(place, "LG044", {"label": label[0], "language": language.code})


def _listed(items: Iterator[str] | Sequence[object]) -> str:
    return ", ".join(map(str, items))
