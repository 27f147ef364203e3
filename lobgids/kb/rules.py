"""What can be wrong with content: numbered rules, each with what was found, what was expected and how to mend it.

The texts are Dutch messages for the catalogue, filled in and translated when a diagnostic is shown.
`docs/diagnostics.md` lists every rule with an example that fails.
"""

from typing import NamedTuple

from lobgids.i18n import gettext_noop


class Rule(NamedTuple):
    """The words of one kind of diagnostic; `{names}` in them are filled in with what was found."""

    found: str
    expected: str
    mend: str
    warning: bool = False


TYPE_NAMES = {
    "string": gettext_noop("tekst"),
    "integer": gettext_noop("een heel getal"),
    "array": gettext_noop("een lijst, met een streepje voor elk deel"),
    "object": gettext_noop("een blok met 'sleutel: waarde'"),
}

_ = gettext_noop

RULES = {
    # Reading a file.
    "LG001": Rule(
        _("het bestand kan niet gelezen worden ({reason})"),
        _("een bestand dat je mag lezen"),
        _("kijk of het bestand bestaat en of je het mag openen"),
    ),
    "LG002": Rule(
        _("een teken dat geen UTF-8 is"),
        _("een bestand in UTF-8"),
        _("sla het bestand in je tekstprogramma op met de codering UTF-8"),
    ),
    "LG003": Rule(
        _("een tab"),
        _("spaties"),
        _("vervang de tab door spaties, twee voor elke stap naar rechts"),
    ),
    "LG004": Rule(
        _("iets wat geen YAML is ({reason})"),
        _("YAML: 'sleutel: waarde', met dezelfde inspringing voor wat bij elkaar hoort"),
        _("kijk op deze regel en de regel erboven naar inspringing, aanhalingstekens en dubbele punten"),
    ),
    "LG005": Rule(
        _("de sleutel '{key}' staat twee keer in hetzelfde blok"),
        _("elke sleutel één keer"),
        _("haal een van de twee weg of geef die een andere naam"),
    ),
    "LG006": Rule(
        _("de markering '{tag}'"),
        _("gewone tekst, getallen, lijsten en blokken"),
        _("haal de markering met het uitroepteken weg, of zet de tekst tussen aanhalingstekens"),
    ),
    "LG007": Rule(
        _("een verwijzing met & of *"),
        _("de tekst zelf"),
        _("schrijf de tekst uit, of zet die tussen aanhalingstekens als & of * erbij hoort"),
    ),
    "LG008": Rule(
        _("blokken die meer dan {limit} stappen diep in elkaar zitten"),
        _("minder diepe blokken"),
        _("kijk of de inspringing klopt"),
    ),
    "LG009": Rule(
        _("een leeg bestand"),
        _("inhoud"),
        _("vul het bestand of zet een eerdere versie terug"),
    ),
    "LG010": Rule(
        _("het bestand {name} ontbreekt"),
        _("een bestand of map voor elk deel van de kennisbank"),
        _("zet het bestand terug, bijvoorbeeld uit de kennisbank van lobgids zelf"),
    ),
    "LG011": Rule(
        _("een bestand dat nergens bij hoort"),
        _("alleen bestanden met een van deze namen: {names}"),
        _("hernoem het bestand of zet het in een andere map"),
    ),
    "LG012": Rule(
        _("het stuurteken {character}"),
        _("tekens die te lezen zijn"),
        _("haal het teken weg; typ de tekst zo nodig over"),
    ),
    # Structure.
    "LG020": Rule(
        _("de onbekende sleutel '{key}'"),
        _("een van: {names}"),
        _("verbeter de naam (het meest lijkt '{suggestion}' erop) of haal de sleutel weg"),
    ),
    "LG021": Rule(
        _("de sleutel '{key}' ontbreekt"),
        _("'{key}' in dit blok"),
        _("voeg een regel met '{key}:' toe"),
    ),
    "LG022": Rule(
        _("{value}"),
        _("{type}"),
        _("schrijf hier wat verwacht wordt; zet tekst als ja, nee of 12 tussen aanhalingstekens"),
    ),
    "LG023": Rule(
        _("'{value}'"),
        _("een van: {names}"),
        _("kies een van deze woorden en let op de spelling"),
    ),
    "LG024": Rule(
        _("'{value}'"),
        _("een id van kleine letters, cijfers, punten en streepjes"),
        _("schrijf het id zonder spaties, hoofdletters of andere tekens"),
    ),
    "LG025": Rule(
        _("het getal {value}"),
        _("een getal van {least} tot en met {most}"),
        _("kies een getal binnen deze grenzen"),
    ),
    "LG026": Rule(
        _("{count} in deze lijst"),
        _("minstens {least} en hoogstens {most}"),
        _("vul de lijst aan of haal weg wat te veel is"),
    ),
    "LG027": Rule(
        _("een lege tekst"),
        _("woorden"),
        _("vul de tekst in"),
    ),
    # References.
    "LG030": Rule(
        _("het id '{id}' staat ook in {other}"),
        _("een id dat nergens anders voorkomt"),
        _("geef een van de twee een ander id"),
    ),
    "LG031": Rule(
        _("een verwijzing naar '{id}', en dat bestaat niet"),
        _("een bestaand id ({type_name})"),
        _("verbeter het id (het meest lijkt '{suggestion}' erop) of haal de verwijzing weg"),
    ),
    "LG032": Rule(
        _("het id '{id}' ontbreekt"),
        _("elk id dat lobgids zelf opzoekt"),
        _("zet het stuk met dit id terug, bijvoorbeeld uit de kennisbank van lobgids zelf"),
    ),
    "LG033": Rule(
        _("onderdeel '{id}' heeft nummer {number}"),
        _("nummer {expected} bij dit onderdeel"),
        _("verbeter het nummer"),
    ),
    # Content.
    "LG040": Rule(
        _("'{id}' noemt geen vindplaats"),
        _("minstens één id bij 'facts', of 'origin: guide' of 'origin: later'"),
        _("zet bij 'facts' waar dit in de publicatie staat, of zeg dat het niet uit de publicatie komt"),
    ),
    "LG041": Rule(
        _("'{id}' is van model {model} en noemt '{fact}', dat over model {models} gaat"),
        _("vindplaatsen van hetzelfde model"),
        _("verbeter de vindplaats of het model"),
    ),
    "LG042": Rule(
        _("niemand noemt '{fact}'"),
        _("elke vindplaats minstens één keer bij 'facts', of in 'left_out' van about.yaml met de reden"),
        _("noem de vindplaats bij de tekst waarin ze staat, of zet haar in 'left_out'"),
    ),
    "LG043": Rule(
        _("antwoorden van {lengths} tekens ({language})"),
        _("antwoorden waarvan de langste hoogstens een kwart langer is dan de kortste"),
        _("maak het lange antwoord korter of het korte langer, zodat geen antwoord eruit springt"),
    ),
    "LG044": Rule(
        _("'{label}' in een tekst die te zien is voordat het beeld er is ({language})"),
        _("alledaagse woorden, zonder naam van een model"),
        _("zeg wat er gebeurt in plaats van hoe het model heet"),
    ),
    "LG045": Rule(
        _("het woord '{word}'"),
        _("het woord '{use}'"),
        _("gebruik in alle vragen en beschrijvingen hetzelfde woord"),
    ),
    "LG046": Rule(
        _("'{word}' in een beschrijving"),
        _("de derde persoon: de decaan, de mentor, leerlingen"),
        _("schrijf op wie het doet, zodat de tekst ook in een groep voor te lezen is"),
    ),
    "LG047": Rule(
        _("'{id}' noemt een botsing met '{other}', maar '{other}' niet met '{id}'"),
        _("een botsing die aan beide kanten staat"),
        _("zet bij '{other}' ook een botsing met '{id}', of haal deze weg"),
    ),
    "LG048": Rule(
        _("in '{id}' staan de modellen {models}"),
        _("elk van de modellen 1, 2 en 3"),
        _("vul aan wat ontbreekt, of verbeter het nummer"),
    ),
    "LG049": Rule(
        _("de tekst '{key}' van '{id}' heeft geen vertaling ({language})"),
        _("een vertaling in de catalogus"),
        _("vertaal de tekst; tot die tijd verschijnt het Nederlands"),
        warning=True,
    ),
    "LG050": Rule(
        _("de vertaling ({language}) van '{key}' van '{id}' gebruikt {theirs} in plaats van {ours}"),
        _("in beide talen dezelfde woorden tussen accolades"),
        _("neem de woorden tussen accolades letterlijk over"),
    ),
    "LG051": Rule(
        _("'{found}' in een tekst"),
        _("in evaluatievragen {{subject}}, {{role}} en {{date}}, en elders alleen wat bij 'fill' staat"),
        _("verbeter het woord tussen accolades of haal de accolades weg"),
    ),
    "LG052": Rule(
        _("in '{id}' is '{doer}' bij model {model} wie het doet, maar past dat antwoord er '{fit}' bij"),
        _("'vaak' of 'bijna altijd' bij wie het in dat model doet"),
        _("verbeter 'done_by' of 'fits'"),
    ),
    "LG053": Rule(
        _("de evaluatievragen van '{id}' gebruiken {used}"),
        _("vragen die samen {{subject}}, {{role}} en {{date}} gebruiken"),
        _("voeg een vraag toe met het woord dat ontbreekt"),
    ),
    "LG055": Rule(
        _("antwoord '{id}' past bij model {model} met '{fit}', niet meer dan bij een ander model"),
        _("een beschrijving die het vaakst voorkomt bij haar eigen model"),
        _("verbeter 'fits' of 'model'"),
    ),
    # For a new mentor.
    "LG060": Rule(
        _("{count} zinnen in wat de gids in één keer tegen een mentor zegt ({language})"),
        _("hoogstens {most} zinnen"),
        _("maak de tekst korter, of zeg het in twee keer"),
    ),
    "LG061": Rule(
        _("wat een mentor hoort, staat er voor de modellen {models}"),
        _("een bestand voor elk van de modellen 1, 2 en 3, en een met model 0 voor wie het nog niet weet"),
        _("vul aan wat ontbreekt, of verbeter het nummer"),
    ),
    "LG062": Rule(
        _("{count} gevallen om mee te beginnen"),
        _("één geval met 'opening: true'"),
        _("zet 'opening: true' bij één geval, en haal het bij de andere weg"),
    ),
    "LG063": Rule(
        _("'{id}' zegt in elke school hetzelfde, en toch iets per model"),
        _("bij veiligheid geen verschil tussen scholen"),
        _("haal 'by_model' weg"),
    ),
}
