"""Showing entries of the knowledge base as lines to read."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

import msgspec

from lobgids.i18n import N_, Language
from lobgids.kb.authoring.own_words import read_own_words
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.beside import told_beside
from lobgids.kb.lookup import all_entries
from lobgids.kb.schema.base import Entry
from lobgids.kb.schema.school import Description
from lobgids.kb.sources import cite, source_lines

WIDTH = 78


TYPE_NAMES = {
    "About": N_("over de kennisbank"),
    "Addition": N_("aanvulling van later"),
    "Asking": N_("hoe een evaluatievraag gesteld wordt"),
    "SharedAnswer": N_("gedeeld antwoord"),
    "Autumn": N_("blad voor de komende weken"),
    "Case": N_("geval"),
    "QuestionOption": N_("antwoord"),
    "Competence": N_("competentie"),
    "Component": N_("onderdeel"),
    "ConditionEntry": N_("voorwaarde"),
    "Context": N_("context"),
    "Description": N_("beschrijving"),
    "Facilitation": N_("notities bij een onderdeel, voor wie een groep leidt"),
    "EitherOr": N_("of-ofvraag"),
    "Explanation": N_("uitleg"),
    "Holiday": N_("vakantie of feestdag"),
    "Learned": N_("uitkomst van de of-ofvragen"),
    "LearningForm": N_("vorm van professionalisering"),
    "Level": N_("evaluatieniveau"),
    "Liking": N_("antwoord op een of-ofvraag"),
    "LobTurn": N_("stukje over LOB"),
    "MentorTask": N_("taak, tegen een mentor gezegd"),
    "Model": N_("model"),
    "ModelActions": N_("acties in een model"),
    "NewcomerOption": N_("antwoord van een nieuwkomer"),
    "NewcomerQuestion": N_("vraag aan een nieuwkomer"),
    "NotYours": N_("wat een mentor niet hoeft te doen"),
    "OfRole": N_("wat iemand naast de mentor doet"),
    "Orientation": N_("wat een mentor van een model hoort"),
    "OwnEvaluation": N_("vraag om op terug te kijken"),
    "RolePart": N_("rol in een model"),
    "Pattern": N_("evaluatievraag"),
    "Phrase": N_("zin van de gids"),
    "Pillar": N_("pijler"),
    "Preference": N_("leervoorkeur"),
    "Probe": N_("doorvraag"),
    "ProbeOption": N_("antwoord op een doorvraag"),
    "Professionalisation": N_("professionalisering"),
    "Question": N_("vraag van de gids"),
    "Role": N_("rol"),
    "Saying": N_("wat de gids tegen een mentor zegt"),
    "Scene": N_("schooldag"),
    "Skill": N_("wat het werk vraagt"),
    "Statement": N_("uitspraak"),
    "Task": N_("taak"),
    "TensionEntry": N_("spanning"),
    "Term": N_("begrip"),
    "Theme": N_("thema van taken"),
    "ThemeAction": N_("actie bij een thema"),
    "Tip": N_("tip"),
    "Transition": N_("stap naar een ander stadium"),
    "Way": N_("manier om te handelen"),
}

LABELS = {
    "about": N_("gaat over"),
    "own": N_("zegt iemand zelf"),
    "actions": N_("acties"),
    "after": N_("dag"),
    "again": N_("als zo'n vraag terugkomt"),
    "alone": N_("gaat niet samen met een ander antwoord"),
    "also": N_("ook wel"),
    "absent": N_("als het niet gebeurt"),
    "answer": N_("wat de gids antwoordt"),
    "answers": N_("antwoorden"),
    "ask": N_("vraag het aan"),
    "ask_whom": N_("vraag het aan"),
    "asked": N_("waar naar gevraagd wordt"),
    "asking": N_("hoe je het vraagt"),
    "askings": N_("hoe je het vraagt"),
    "aspect": N_("hoofd, handen of hart"),
    "because": N_("omdat"),
    "begin": N_("om te beginnen"),
    "begins": N_("begint op"),
    "beside": N_("wie ernaast werken"),
    "between": N_("tussen de modellen"),
    "by_model": N_("per model"),
    "called": N_("zo heet het ook"),
    "certainty": N_("zekerheid"),
    "characterisation": N_("typering"),
    "characteristics": N_("kenmerken"),
    "clashes": N_("botst met"),
    "collector": N_("wie de antwoorden ophaalt"),
    "component": N_("onderdeel"),
    "content": N_("inhoud van professionalisering"),
    "context": N_("context"),
    "count": N_("wat je telt"),
    "days": N_("dagen"),
    "decaan": N_("decaan"),
    "description": N_("beschrijving"),
    "descriptions": N_("beschrijvingen"),
    "doer": N_("wie"),
    "done_by": N_("wie het doet"),
    "echo": N_("wat de gids erop zegt"),
    "en": N_("in het Engels"),
    "ends": N_("eindigt op"),
    "evaluation": N_("vragen om terug te kijken"),
    "everyday": N_("in gewone woorden"),
    "everywhere": N_("in elke school"),
    "example": N_("voorbeeld"),
    "fact": N_("vindplaats"),
    "feedback": N_("wat de gids erover zegt"),
    "fill": N_("ingevuld wordt"),
    "find_out": N_("uitzoeken"),
    "first": N_("om mee te beginnen"),
    "fits": N_("past bij"),
    "form": N_("vorm van het antwoord"),
    "forms": N_("vormen van professionalisering"),
    "gains": N_("wat leerlingen eraan hebben"),
    "goal": N_("naar model"),
    "goes_to": N_("waar de antwoorden heen gaan"),
    "group": N_("soort"),
    "hands": N_("handen"),
    "head": N_("hoofd"),
    "heard": N_("zo zegt de gids het terug"),
    "heart": N_("hart"),
    "here": N_("hier"),
    "how": N_("hoe je begint"),
    "how_many": N_("aan hoeveel"),
    "id": N_("id"),
    "in_other_words": N_("anders gezegd"),
    "instead": N_("waar die rol er niet is"),
    "instead_of": N_("in plaats van"),
    "introduction": N_("inleiding"),
    "issuer": N_("uitgever"),
    "kind": N_("soort"),
    "kinds": N_("soorten"),
    "labels": N_("namen die pas later vallen"),
    "language": N_("taal"),
    "later": N_("van later"),
    "learn": N_("dit leer je"),
    "left_out": N_("niet overgenomen"),
    "level": N_("niveau"),
    "limits": N_("grenzen"),
    "listen": N_("luister naar"),
    "lob": N_("waarom dit LOB is"),
    "look_at": N_("kijk naar"),
    "many": N_("meervoud"),
    "meaning": N_("betekenis"),
    "means": N_("betekent"),
    "mentor": N_("mentor"),
    "milestone": N_("waaraan je het ziet"),
    "model": N_("model"),
    "model1": N_("model 1"),
    "model2": N_("model 2"),
    "model3": N_("model 3"),
    "models": N_("modellen"),
    "moment": N_("wanneer"),
    "more": N_("meer daarover"),
    "move": N_("als een school die kant op gaat"),
    "name": N_("naam"),
    "nl": N_("in het Nederlands"),
    "not_yours": N_("wat niet van de mentor is"),
    "now": N_("ook nu al"),
    "number": N_("nummer"),
    "one": N_("enkelvoud"),
    "opening": N_("hiermee begint het gesprek"),
    "option": N_("antwoord"),
    "optional": N_("mag leeg blijven"),
    "options": N_("antwoorden"),
    "organisation": N_("organisatie"),
    "own_words": N_("in eigen woorden"),
    "owner": N_("wie het voortouw neemt"),
    "pages": N_("waar het te lezen is"),
    "parts": N_("per model"),
    "pillar": N_("pijler"),
    "practice": N_("zo gaat het dan"),
    "preference": N_("leervoorkeur"),
    "preferences": N_("past bij leervoorkeuren"),
    "principles": N_("uitgangspunten"),
    "probes": N_("doorvragen"),
    "publication": N_("publicatie"),
    "published": N_("naam in de publicatie"),
    "question": N_("vraag"),
    "questions": N_("vragen"),
    "recent": N_("vraag naar het laatste voorbeeld"),
    "referral": N_("doorverwijzen"),
    "regions": N_("regio's"),
    "respondent": N_("wie antwoordt"),
    "role": N_("rol"),
    "roles": N_("rollen"),
    "row": N_("in een rij"),
    "scene": N_("wat er gebeurt"),
    "school_guide": N_("in de schoolgids"),
    "school_parts": N_("voor een deel van de school"),
    "sections": N_("delen van de publicatie"),
    "short": N_("in het kort"),
    "since": N_("geteld vanaf"),
    "skills": N_("wat het werk vraagt"),
    "small": N_("als het deel van de mentor klein is"),
    "source": N_("bron"),
    "spans": N_("wanneer"),
    "stage": N_("zo staat het ontwikkelstadium erin"),
    "stars": N_("sterren"),
    "start": N_("van model"),
    "statements": N_("uitspraken"),
    "stay": N_("als een school zo blijft"),
    "step": N_("om te beginnen"),
    "strength": N_("wat er goed aan is"),
    "strengths": N_("kracht"),
    "stronger": N_("om sterker te maken"),
    "subject_teacher": N_("vakdocent"),
    "success": N_("wat je straks ziet"),
    "talk_to": N_("met wie te praten"),
    "tasks": N_("taken"),
    "team": N_("teamcompetenties"),
    "team_leader": N_("teamleider"),
    "telltales": N_("woorden die een antwoord verraden"),
    "tension": N_("wat kan wringen"),
    "term": N_("begrip"),
    "text": N_("tekst"),
    "theme": N_("thema"),
    "themes": N_("thema's"),
    "title": N_("titel"),
    "together": N_("als groep gezegd"),
    "told": N_("zo hoort de decaan het terug"),
    "topic": N_("onderwerp"),
    "turns": N_("beurten"),
    "use": N_("gebruikt woord"),
    "usual": N_("gewoonlijk"),
    "variants": N_("varianten"),
    "version": N_("versie"),
    "way": N_("zo doet de hele school het"),
    "ways": N_("manieren"),
    "when": N_("om de dag te weten"),
    "unless": N_("niet als iemand zegt"),
    "why": N_("waarom deze vraag"),
    "words": N_("woorden"),
    "year": N_("jaar"),
    "your_strength": N_("wat er goed aan is, tegen de decaan gezegd"),
}

# Shown apart from the other fields, in the heading or under 'bron', or not at all.
_SHOWN_ELSEWHERE = frozenset({"id", "facts", "origin", "remark", "translators"})


def entry_lines(entry: Entry, base: KnowledgeBase, language: Language) -> Iterator[str]:
    """The entry in lines of at most `WIDTH` characters, with its sources."""
    yield f"{entry.id} ({language.gettext(TYPE_NAMES[type(entry).__name__])})"
    yield from _fields(entry, base, language, "  ")


def example_lines(entry: Entry, folder: Path, language: Language) -> Iterator[str]:
    """The example sentences of a description in a language, as they stand in their files; none of other entries."""
    if not isinstance(entry, Description):
        return
    sentences = read_own_words(folder, language.code).examples.get(entry.id, [])
    if sentences:
        yield f"  {language.gettext(LABELS['own_words'])}:"
    for sentence in sentences:
        yield from _wrapped(f"- {sentence}", "  ")


def list_lines(base: KnowledgeBase, language: Language) -> Iterator[str]:
    """A line for each entry: its id, its kind, and how it begins."""
    for entry in all_entries(base):
        heading = f"{entry.id}  {language.gettext(TYPE_NAMES[type(entry).__name__])}"
        begin = next((value for name in ("name", "title", "term", "text") if (value := getattr(entry, name, ""))), "")
        yield textwrap.shorten(f"{heading}: {begin}" if begin else heading, WIDTH, placeholder=" ...")


def _fields(part: msgspec.Struct, base: KnowledgeBase, language: Language, indent: str) -> Iterator[str]:
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if name not in _SHOWN_ELSEWHERE and value not in ("", (), 0):
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
    """What is told beside an entry, the origin if that is not the publication, and the places in it."""
    for sentence in told_beside(base, (entry.id,)):
        yield from _wrapped(sentence, indent)
    facts = base.facts_by_id
    places = (f"{cite(facts[fact_id], base, language)} [{fact_id}]" for fact_id in entry.facts)
    for line in source_lines(entry.origin, places, language):
        yield from _wrapped(line, indent)


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_long_words=False)
