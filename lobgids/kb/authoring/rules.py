"""The numbered rules for content, each with words for what was found, what was expected and how to mend it.

The texts are Dutch messages for the catalogue, filled in and translated when a diagnostic is shown.
`docs/diagnostics.md` lists every rule with an example that fails.
"""

from typing import NamedTuple

from lobgids.i18n import N_


class Rule(NamedTuple):
    """The words of one kind of diagnostic; `{names}` in them are filled in with what was found."""

    found: str
    expected: str
    mend: str
    warning: bool = False


TYPE_NAMES = {
    "string": N_("tekst"),
    "integer": N_("een heel getal"),
    "array": N_("een lijst, met een streepje voor elk deel"),
    "object": N_("een blok met 'sleutel: waarde'"),
}


RULES = {
    # Reading a file.
    "LG001": Rule(
        N_("het bestand kan niet gelezen worden ({reason})"),
        N_("een bestand dat je mag lezen"),
        N_("kijk of het bestand bestaat en of je het mag openen"),
    ),
    "LG002": Rule(
        N_("een teken dat geen UTF-8 is"),
        N_("een bestand in UTF-8"),
        N_("sla het bestand in je tekstprogramma op met de codering UTF-8"),
    ),
    "LG003": Rule(
        N_("een tab"),
        N_("spaties"),
        N_("vervang de tab door spaties, twee voor elke stap naar rechts"),
    ),
    "LG004": Rule(
        N_("iets wat geen YAML is ({reason})"),
        N_("YAML: 'sleutel: waarde', met dezelfde inspringing voor wat bij elkaar hoort"),
        N_("kijk op deze regel en de regel erboven naar inspringing, aanhalingstekens en dubbele punten"),
    ),
    "LG005": Rule(
        N_("de sleutel '{key}' staat twee keer in hetzelfde blok"),
        N_("elke sleutel één keer"),
        N_("haal een van de twee weg of geef die een andere naam"),
    ),
    "LG006": Rule(
        N_("de markering '{tag}'"),
        N_("gewone tekst, getallen, lijsten en blokken"),
        N_("haal de markering met het uitroepteken weg, of zet de tekst tussen aanhalingstekens"),
    ),
    "LG007": Rule(
        N_("een verwijzing met & of *"),
        N_("de tekst zelf"),
        N_("schrijf de tekst uit, of zet die tussen aanhalingstekens als & of * erbij hoort"),
    ),
    "LG008": Rule(
        N_("blokken die meer dan {limit} stappen diep in elkaar zitten"),
        N_("minder diepe blokken"),
        N_("kijk of de inspringing klopt"),
    ),
    "LG009": Rule(
        N_("een leeg bestand"),
        N_("inhoud"),
        N_("vul het bestand of zet een eerdere versie terug"),
    ),
    "LG010": Rule(
        N_("het bestand {name} ontbreekt"),
        N_("een bestand of map voor elk deel van de kennisbank"),
        N_("zet het bestand terug, bijvoorbeeld uit de kennisbank van lobgids zelf"),
    ),
    "LG011": Rule(
        N_("een bestand dat nergens bij hoort"),
        N_("alleen bestanden met een van deze namen: {names}"),
        N_("hernoem het bestand of zet het in een andere map"),
    ),
    "LG012": Rule(
        N_("het stuurteken {character}"),
        N_("tekens die te lezen zijn"),
        N_("haal het teken weg; typ de tekst zo nodig over"),
    ),
    # Structure.
    "LG020": Rule(
        N_("de onbekende sleutel '{key}'"),
        N_("een van: {names}"),
        N_("verbeter de naam (het meest lijkt '{suggestion}' erop) of haal de sleutel weg"),
    ),
    "LG021": Rule(
        N_("de sleutel '{key}' ontbreekt"),
        N_("'{key}' in dit blok"),
        N_("voeg een regel met '{key}:' toe"),
    ),
    "LG022": Rule(
        N_("{value}"),
        N_("{type}"),
        N_("schrijf hier wat verwacht wordt; zet tekst als ja, nee of 12 tussen aanhalingstekens"),
    ),
    "LG023": Rule(
        N_("'{value}'"),
        N_("een van: {names}"),
        N_("kies een van deze woorden en let op de spelling"),
    ),
    "LG024": Rule(
        N_("'{value}'"),
        N_("een id van kleine letters, cijfers, punten en streepjes"),
        N_("schrijf het id zonder spaties, hoofdletters of andere tekens"),
    ),
    "LG025": Rule(
        N_("het getal {value}"),
        N_("een getal van {least} tot en met {most}"),
        N_("kies een getal binnen deze grenzen"),
    ),
    "LG026": Rule(
        N_("{count} in deze lijst"),
        N_("minstens {least} en hoogstens {most}"),
        N_("vul de lijst aan of haal weg wat te veel is"),
    ),
    "LG027": Rule(
        N_("een lege tekst"),
        N_("woorden"),
        N_("vul de tekst in"),
    ),
    # References.
    "LG030": Rule(
        N_("het id '{id}' staat ook in {other}"),
        N_("een id dat nergens anders voorkomt"),
        N_("geef een van de twee een ander id"),
    ),
    "LG031": Rule(
        N_("een verwijzing naar '{id}', en dat bestaat niet"),
        N_("een bestaand id ({type_name})"),
        N_("verbeter het id (het meest lijkt '{suggestion}' erop) of haal de verwijzing weg"),
    ),
    "LG032": Rule(
        N_("het id '{id}' ontbreekt"),
        N_("elk id dat lobgids zelf opzoekt"),
        N_("zet het stuk met dit id terug, bijvoorbeeld uit de kennisbank van lobgids zelf"),
    ),
    "LG033": Rule(
        N_("onderdeel '{id}' heeft nummer {number}"),
        N_("nummer {expected} bij dit onderdeel"),
        N_("verbeter het nummer"),
    ),
    # Content.
    "LG040": Rule(
        N_("'{id}' noemt geen vindplaats"),
        N_("minstens één id bij 'facts', of 'origin: guide' of 'origin: later'"),
        N_("zet bij 'facts' waar dit in de publicatie staat, of zeg dat het niet uit de publicatie komt"),
    ),
    "LG041": Rule(
        N_("'{id}' is van model {model} en noemt '{fact}', dat over model {models} gaat"),
        N_("vindplaatsen van hetzelfde model"),
        N_("verbeter de vindplaats of het model"),
    ),
    "LG042": Rule(
        N_("niemand noemt '{fact}'"),
        N_("elke vindplaats minstens één keer bij 'facts', of in 'left_out' van about.yaml met de reden"),
        N_("noem de vindplaats bij de tekst waarin ze staat, of zet haar in 'left_out'"),
    ),
    "LG043": Rule(
        N_("antwoorden van {lengths} tekens ({language})"),
        N_("antwoorden waarvan de langste hoogstens een kwart langer is dan de kortste"),
        N_("maak het lange antwoord korter of het korte langer, zodat geen antwoord eruit springt"),
    ),
    "LG044": Rule(
        N_("'{label}' in een tekst die te zien is voordat het beeld er is ({language})"),
        N_("alledaagse woorden, zonder naam van een model"),
        N_("zeg wat er gebeurt in plaats van hoe het model heet"),
    ),
    "LG045": Rule(
        N_("het woord '{word}'"),
        N_("het woord '{use}'"),
        N_("gebruik in alle vragen en beschrijvingen hetzelfde woord"),
    ),
    "LG046": Rule(
        N_("'{word}' in een beschrijving"),
        N_("de derde persoon: de decaan, de mentor, leerlingen"),
        N_("schrijf op wie het doet, zodat de tekst ook in een groep voor te lezen is"),
    ),
    "LG047": Rule(
        N_("'{id}' noemt een botsing met '{other}', maar '{other}' niet met '{id}'"),
        N_("een botsing die aan beide kanten staat"),
        N_("zet bij '{other}' ook een botsing met '{id}', of haal deze weg"),
    ),
    "LG048": Rule(
        N_("in '{id}' staan de modellen {models}"),
        N_("elk van de modellen 1, 2 en 3"),
        N_("vul aan wat ontbreekt, of verbeter het nummer"),
    ),
    "LG049": Rule(
        N_("de tekst '{key}' van '{id}' heeft geen vertaling ({language})"),
        N_("een vertaling in de catalogus"),
        N_("vertaal de tekst; tot die tijd verschijnt het Nederlands"),
        warning=True,
    ),
    "LG050": Rule(
        N_("de vertaling ({language}) van '{key}' van '{id}' gebruikt {theirs} in plaats van {ours}"),
        N_("in beide talen dezelfde woorden tussen accolades"),
        N_("neem de woorden tussen accolades letterlijk over"),
    ),
    "LG051": Rule(
        N_("'{found}' in een tekst"),
        N_("alleen wat bij 'fill' staat"),
        N_("verbeter het woord tussen accolades of haal de accolades weg"),
    ),
    "LG052": Rule(
        N_("in '{id}' is '{doer}' bij model {model} wie het doet, maar past dat antwoord er '{fit}' bij"),
        N_("'vaak' of 'bijna altijd' bij wie het in dat model doet"),
        N_("verbeter 'done_by' of 'fits'"),
    ),
    "LG055": Rule(
        N_("antwoord '{id}' past bij model {model} met '{fit}', niet meer dan bij een ander model"),
        N_("een beschrijving die het vaakst voorkomt bij haar eigen model"),
        N_("verbeter 'fits' of 'model'"),
    ),
    "LG056": Rule(
        N_("'{text}' als kracht van een beschrijving ({language})"),
        N_("één zin van hoogstens {most} woorden, met een punt erachter"),
        N_("maak er één korte zin van, of haal 'strength' weg als er niets goeds over te zeggen valt"),
    ),
    "LG057": Rule(
        N_("'{id}' hangt aan '{theme}', en dat doet bij model {model} niet '{role}' maar {doers}"),
        N_("een thema dat de rol in dat model zelf doet"),
        N_("kies een ander thema, zet 'component' in plaats van 'theme', of verbeter 'done_by' van het thema"),
    ),
    "LG058": Rule(
        N_("de taak '{id}' noemt geen thema en geen onderdeel, of allebei"),
        N_("'theme', of 'component' waar in dat model anderen het thema doen"),
        N_("voeg een van de twee toe, of haal er een weg"),
    ),
    "LG059": Rule(
        N_("een beschrijving waarin dit vaker staat dan in de andere: {words} ({language})"),
        N_("drie beschrijvingen die even warm klinken, zonder woorden die het 'beste' antwoord verraden"),
        N_("zeg het met andere woorden, of geef ook de andere beschrijvingen iets goeds"),
        warning=True,
    ),
    # For a new mentor.
    "LG060": Rule(
        N_("{count} zinnen in wat de gids in één keer tegen een mentor zegt ({language})"),
        N_("hoogstens {most} zinnen"),
        N_("maak de tekst korter, of zeg het in twee keer"),
    ),
    "LG061": Rule(
        N_("wat een mentor hoort, staat er voor de modellen {models}"),
        N_("een bestand voor elk van de modellen 1, 2 en 3, en een met model 0 voor wie het nog niet weet"),
        N_("vul aan wat ontbreekt, of verbeter het nummer"),
    ),
    "LG062": Rule(
        N_("{count} gevallen om mee te beginnen"),
        N_("één geval met 'opening: true'"),
        N_("zet 'opening: true' bij één geval, en haal het bij de andere weg"),
    ),
    "LG063": Rule(
        N_("'{id}' zegt in elke school hetzelfde, en toch iets per model"),
        N_("bij veiligheid geen verschil tussen scholen"),
        N_("haal 'by_model' weg"),
    ),
    # Example sentences.
    "LG080": Rule(
        N_("de zin '{text}' staat ook in {other}"),
        N_("elke voorbeeldzin één keer in een bestand"),
        N_("haal een van de twee weg: een zin past bij één beschrijving, of bij geen"),
    ),
    "LG081": Rule(
        N_("het bestand ontbreekt, dus eigen woorden worden hier niet herkend ({language})"),
        N_("een bestand met voorbeeldzinnen voor elk onderdeel"),
        N_("schrijf voorbeeldzinnen bij de drie beschrijvingen"),
        warning=True,
    ),
    "LG082": Rule(
        N_("{count} van de {total} voorbeelden van '{id}' lijken op die van '{other}' ({language})"),
        N_("voorbeelden die bij hun eigen beschrijving horen"),
        N_("haal weg wat bij beide past, en schrijf erbij wat alleen bij deze beschrijving past"),
        warning=True,
    ),
    # Sentences with something filled in.
    "LG070": Rule(
        N_("'{word}' als deel van een zin ({language}), en dat wordt een naam of een titel"),
        N_("een naam of titel die los staat: achter een dubbele punt, als kop, of tussen aanhalingstekens"),
        N_("zet het achteraan na een dubbele punt, of geef de inhoud een vorm die in een zin past"),
    ),
    "LG071": Rule(
        N_("'{word}' op een andere plaats dan achter 'dat' ({language})"),
        N_("'dat' ervoor, en erachter een leesteken"),
        N_("schrijf bijvoorbeeld 'Je vertelde dat' ervoor"),
    ),
    "LG072": Rule(
        N_("'{word}' midden in een zin ({language}), en dat wordt een hele zin of een lijst"),
        N_("een hele zin die alleen staat, of achter een dubbele punt"),
        N_("maak er een eigen zin van, zonder woorden eraan vast"),
    ),
    "LG073": Rule(
        N_("'{word}' zonder aanhalingstekens ({language}), en dat zijn woorden van iemand"),
        N_("‘ ervoor en ’ erachter"),
        N_("zet de aanhalingstekens erbij"),
    ),
}
