"""Citing the publication: where a fact stands in it, in words."""

from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import Fact


def cite(fact: Fact, base: KnowledgeBase, language: Language, *, with_details: bool = True) -> str:
    """Where a fact stands: 'hoofdstuk 1, over de ontwikkelstadia: beschrijving van een onderdeel (model 2)'.

    Without details no model, role or component is named: they would influence an answer that is still to come.
    """
    sections = {section.id: section.name for section in base.about.sections}
    kinds = {kind.id: kind.name for kind in base.about.kinds}
    section = f"{sections[fact.section]}: {kinds[fact.kind]}"
    if not with_details:
        return section
    details = []
    if fact.component:
        details.append(language.gettext("onderdeel {number}").format(number=fact.component))
    if fact.models:
        numbers = language.listing(str(model) for model in fact.models)
        message = language.ngettext("model {numbers}", "modellen {numbers}", len(fact.models))
        details.append(message.format(numbers=numbers))
    if fact.role:
        details.append(fact.role)
    return f"{section} ({', '.join(details)})" if details else section
