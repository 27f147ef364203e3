"""An entry of the knowledge base as lines to read."""

import textwrap
from collections.abc import Iterator

import msgspec

from lobgids.i18n import Language, gettext_noop
from lobgids.kb.entries import Entry, KnowledgeBase
from lobgids.kb.lookup import all_entries
from lobgids.kb.sources import cite

WIDTH = 78

_ = gettext_noop

TYPE_NAMES = {
    "About": _("over de kennisbank"),
    "Addition": _("aanvulling van later"),
    "Answer": _("gedeeld antwoord"),
    "Autumn": _("blad tot de herfstvakantie"),
    "Case": _("geval"),
    "Choice": _("antwoord"),
    "Competence": _("competentie"),
    "Component": _("onderdeel"),
    "Condition": _("voorwaarde"),
    "Context": _("context"),
    "Description": _("beschrijving"),
    "Facilitation": _("notities bij een onderdeel, voor wie een groep leidt"),
    "EitherOr": _("of-ofvraag"),
    "Explanation": _("uitleg"),
    "Holiday": _("vakantie of feestdag"),
    "Learned": _("uitkomst van de of-ofvragen"),
    "LearningForm": _("vorm van professionalisering"),
    "Level": _("evaluatieniveau"),
    "Liking": _("antwoord op een of-ofvraag"),
    "LobTurn": _("stukje over LOB"),
    "MentorTask": _("taak, tegen een mentor gezegd"),
    "Model": _("model"),
    "ModelActions": _("acties in een model"),
    "NewcomerOption": _("antwoord van een nieuwkomer"),
    "NewcomerQuestion": _("vraag aan een nieuwkomer"),
    "OfRole": _("wat iemand naast de mentor doet"),
    "Orientation": _("wat een mentor van een model hoort"),
    "OwnEvaluation": _("vraag om op terug te kijken"),
    "Part": _("rol in een model"),
    "Pattern": _("evaluatievraag"),
    "Phrase": _("zin van de gids"),
    "Pillar": _("pijler"),
    "Preference": _("leervoorkeur"),
    "Probe": _("doorvraag"),
    "ProbeOption": _("antwoord op een doorvraag"),
    "Professionalisation": _("professionalisering"),
    "Question": _("vraag van de gids"),
    "Role": _("rol"),
    "Saying": _("wat de gids tegen een mentor zegt"),
    "Scene": _("schooldag"),
    "Skill": _("wat het werk vraagt"),
    "Statement": _("uitspraak"),
    "Task": _("taak"),
    "Tension": _("spanning"),
    "Term": _("begrip"),
    "Theme": _("thema van taken"),
    "ThemeAction": _("actie bij een thema"),
    "Tip": _("tip"),
    "Transition": _("stap naar een ander stadium"),
    "Way": _("manier om te handelen"),
}

LABELS = {
    "about": _("gaat over"),
    "actions": _("acties"),
    "alone": _("gaat niet samen met een ander antwoord"),
    "also": _("ook wel"),
    "answers": _("antwoorden"),
    "ask": _("vraag het aan"),
    "ask_whom": _("vraag het aan"),
    "asked": _("waar naar gevraagd wordt"),
    "aspect": _("hoofd, handen of hart"),
    "because": _("omdat"),
    "begin": _("om te beginnen"),
    "begins": _("begint op"),
    "beside": _("wie ernaast werken"),
    "between": _("tussen de modellen"),
    "by_model": _("per model"),
    "called": _("zo heet het ook"),
    "certainty": _("zekerheid"),
    "characterisation": _("typering"),
    "characteristics": _("kenmerken"),
    "clashes": _("botst met"),
    "component": _("onderdeel"),
    "content": _("inhoud van professionalisering"),
    "context": _("context"),
    "decaan": _("decaan"),
    "description": _("beschrijving"),
    "descriptions": _("beschrijvingen"),
    "doer": _("wie"),
    "done_by": _("wie het doet"),
    "ends": _("eindigt op"),
    "evaluation": _("vragen om terug te kijken"),
    "everywhere": _("in elke school"),
    "example": _("voorbeeld"),
    "fact": _("vindplaats"),
    "feedback": _("wat de gids erover zegt"),
    "fill": _("ingevuld wordt"),
    "find_out": _("uitzoeken"),
    "first": _("om mee te beginnen"),
    "fits": _("past bij"),
    "forms": _("vormen van professionalisering"),
    "gains": _("wat leerlingen eraan hebben"),
    "goal": _("naar model"),
    "group": _("soort"),
    "hands": _("handen"),
    "head": _("hoofd"),
    "heard": _("zo zegt de gids het terug"),
    "heart": _("hart"),
    "here": _("hier"),
    "how": _("hoe je begint"),
    "id": _("id"),
    "in_other_words": _("anders gezegd"),
    "instead_of": _("in plaats van"),
    "introduction": _("inleiding"),
    "issuer": _("uitgever"),
    "kind": _("soort"),
    "kinds": _("soorten"),
    "labels": _("namen die pas later vallen"),
    "language": _("taal"),
    "later": _("van later"),
    "left_out": _("niet overgenomen"),
    "level": _("niveau"),
    "limits": _("grenzen"),
    "listen": _("luister naar"),
    "lob": _("waarom dit LOB is"),
    "look_at": _("kijk naar"),
    "many": _("meervoud"),
    "meaning": _("betekenis"),
    "milestone": _("waaraan je het ziet"),
    "mentor": _("mentor"),
    "model": _("model"),
    "model1": _("model 1"),
    "model2": _("model 2"),
    "model3": _("model 3"),
    "models": _("modellen"),
    "moment": _("wanneer"),
    "name": _("naam"),
    "not_yours": _("wat niet van de mentor is"),
    "number": _("nummer"),
    "one": _("enkelvoud"),
    "opening": _("hiermee begint het gesprek"),
    "optional": _("mag leeg blijven"),
    "options": _("antwoorden"),
    "organisation": _("organisatie"),
    "own_words": _("in eigen woorden"),
    "owner": _("wie het voortouw neemt"),
    "parts": _("per model"),
    "pillar": _("pijler"),
    "preference": _("leervoorkeur"),
    "preferences": _("past bij leervoorkeuren"),
    "principles": _("uitgangspunten"),
    "probes": _("doorvragen"),
    "publication": _("publicatie"),
    "question": _("vraag"),
    "questions": _("vragen"),
    "recent": _("vraag naar het laatste voorbeeld"),
    "referral": _("doorverwijzen"),
    "regions": _("regio's"),
    "respondent": _("wie antwoordt"),
    "role": _("rol"),
    "scene": _("wat er gebeurt"),
    "sections": _("delen van de publicatie"),
    "short": _("ook in het korte gesprek"),
    "skills": _("wat het werk vraagt"),
    "small": _("als het deel van de mentor klein is"),
    "source": _("bron"),
    "spans": _("wanneer"),
    "stage": _("zo staat het ontwikkelstadium erin"),
    "stars": _("sterren"),
    "start": _("van model"),
    "statements": _("uitspraken"),
    "strengths": _("kracht"),
    "stronger": _("om sterker te maken"),
    "subject": _("in een zin"),
    "subject_teacher": _("vakdocent"),
    "success": _("wat je straks ziet"),
    "talk_to": _("met wie te praten"),
    "tasks": _("taken"),
    "team": _("teamcompetenties"),
    "team_leader": _("teamleider"),
    "tension": _("wat kan wringen"),
    "term": _("begrip"),
    "text": _("tekst"),
    "theme": _("thema"),
    "themes": _("thema's"),
    "title": _("titel"),
    "together": _("als groep gezegd"),
    "topic": _("onderwerp"),
    "turns": _("beurten"),
    "use": _("gebruikt woord"),
    "usual": _("gewoonlijk"),
    "variants": _("varianten"),
    "version": _("versie"),
    "ways": _("manieren"),
    "why": _("waarom deze vraag"),
    "words": _("woorden"),
    "year": _("jaar"),
}

# Told apart from the other fields: in the heading, under 'bron', or not to a reader.
_TOLD_ELSEWHERE = frozenset({"id", "facts", "origin", "remark", "translators"})


def entry_lines(entry: Entry, base: KnowledgeBase, language: Language) -> Iterator[str]:
    """The entry in lines of at most `WIDTH` characters, with its sources."""
    yield f"{entry.id} ({language.gettext(TYPE_NAMES[type(entry).__name__])})"
    yield from _fields(entry, base, language, "  ")


def list_lines(base: KnowledgeBase, language: Language) -> Iterator[str]:
    """A line for each entry: its id, what it is, and how it begins."""
    for entry in all_entries(base):
        told = f"{entry.id}  {language.gettext(TYPE_NAMES[type(entry).__name__])}"
        begin = next((value for name in ("name", "title", "term", "text") if (value := getattr(entry, name, ""))), "")
        yield textwrap.shorten(f"{told}: {begin}" if begin else told, WIDTH, placeholder=" ...")


def _fields(part: msgspec.Struct, base: KnowledgeBase, language: Language, indent: str) -> Iterator[str]:
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if name not in _TOLD_ELSEWHERE and value not in ("", (), 0):
            yield from _field(language.gettext(LABELS[name]), value, base, language, indent)
    if isinstance(part, Entry):
        yield from _notes(part, base, language, indent)


def _field(label: str, value: object, base: KnowledgeBase, language: Language, indent: str) -> Iterator[str]:
    if value is True:
        yield f"{indent}{label}"
    elif isinstance(value, msgspec.Struct):
        yield f"{indent}{label}:"
        yield from _fields(value, base, language, indent + "  ")
    elif isinstance(value, tuple) and any(isinstance(item, msgspec.Struct) for item in value):
        yield f"{indent}{label}:"
        for item in value:
            yield f"{indent}- {getattr(item, 'id', '')}".rstrip()
            yield from _fields(item, base, language, indent + "    ")
    elif isinstance(value, tuple):
        yield from _wrapped(f"{label}: " + "; ".join(map(str, value)), indent)
    else:
        yield from _wrapped(f"{label}: {value}", indent)


def _notes(entry: Entry, base: KnowledgeBase, language: Language, indent: str) -> Iterator[str]:
    """The remark, the origin where it is not the publication, and the sources of an entry."""
    if entry.remark:
        yield from _wrapped(language.gettext("let op: {remark}").format(remark=entry.remark), indent)
    if entry.origin == "guide":
        yield from _wrapped(language.gettext("bron: voor deze gids gemaakt"), indent)
    if entry.origin == "later":
        yield from _wrapped(language.gettext("bron: een aanvulling van na de publicatie"), indent)
    facts = base.facts_by_id
    for fact_id in entry.facts:
        place = cite(facts[fact_id], base, language)
        yield from _wrapped(language.gettext("bron: {place} [{fact}]").format(place=place, fact=fact_id), indent)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False)
