"""Citing the publication: where a fact stands in it, in words, and whether it says something or ours only fits it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lobgids.i18n import Language
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.schema.base import Fact, Origin

Standing = Literal["publication", "fits", "guide", "later"]


def standing(origin: Origin, places: Sequence[str]) -> Standing:
    """How something stands to the publication: it says so, or ours fits these places in it, or is ours alone."""
    if origin == "later":
        return "later"
    if not places:
        return "guide"
    return "fits" if origin == "guide" else "publication"


def source_lines(origin: Origin, places: Iterable[str], language: Language) -> Iterator[str]:
    """Where something comes from, or what in the publication it fits, a line each, for the command line."""
    _ = language.gettext
    pattern = _("bron: {place}")
    if origin == "guide":
        yield _("bron: voor deze gids gemaakt")
        pattern = _("sluit aan bij: {place}")
    if origin == "later":
        yield _("bron: een aanvulling van na de publicatie")
    yield from (pattern.format(place=place) for place in places)


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
