"""What can be made of a conversation on screen, in groups: reports, sheets to hand out, and the plan to take along."""

from collections.abc import Iterator
from typing import NamedTuple

from lobgids.dialogue.conversation import Conversation
from lobgids.i18n import N_, Language
from lobgids.log.ask_ids import GO_ON
from lobgids.school.naming import has_picture
from lobgids.session.showing.tracks import shown
from lobgids.storage.names import Format, PlanForm


class Offer(NamedTuple):
    """Something to make, its name and what it is.

    That is the report of an `edition`, by its name, a file of the plan, or the agreements for new mentors. All words
    are translated when shown.
    """

    name: str
    meaning: str
    edition: str = ""
    plan_form: PlanForm | None = None


class Group(NamedTuple):
    """Offers below a heading; `unfinished` is what is said of them while the conversation goes on."""

    heading: str
    offers: tuple[Offer, ...]
    unfinished: str


REPORTS = {
    "me": (N_("Mijn verslag"), N_("Voor jezelf: alles, ook je eigen woorden en notities.")),
    "leadership": (
        N_("Voorstel voor de schoolleiding"),
        N_("Wat je voorstelt en waarom. Van je eigen woorden staat er alleen in wat je zelf kiest."),
    ),
    "talk": (N_("Gespreksblad"), N_("Eén bladzijde om samen te bespreken wat jullie willen, zonder je eigen woorden.")),
    "reference": (
        N_("Naslag"),
        N_("Om in op te zoeken: wat de publicatie zegt over jullie stadium, en hoe het beeld ontstond."),
    ),
    "group": (
        N_("Verslag van de groep"),
        N_("De stemmen, jullie zinnen, het beeld en het plan, voor iedereen die erbij was."),
    ),
    "sheet": (
        N_("Je blad voor de komende weken"),
        N_("Eén kant van een A5: je taken, met wie je praat, bij wie je een leerling brengt, en je vragen."),
    ),
}
"""The reports by the name of their edition: what each is called, and what is in it. A track says which it offers."""

SHEETS = {
    "questions": (
        N_("Vragenbladen voor de evaluatie"),
        N_("Een blad voor iedereen aan wie je iets vraagt, met ruimte voor het antwoord."),
    ),
    "students": (N_("Vragenlijst voor leerlingen"), N_("Een korte lijst om uit te delen. Er hoeft geen naam op.")),
    "roles": (N_("Een blad voor elke rol"), N_("Voor elke rol een eigen blad, om aan die collega te geven.")),
    "guide": (
        N_("Een halve bladzij voor de schoolgids"),
        N_("Een tekst over LOB op jullie school, om zelf aan te vullen."),
    ),
    "year": (N_("Jaarblad"), N_("Het schooljaar op één bladzij. Lege vakken vullen jullie samen in.")),
    "parents": (
        N_("Voor ouders, en het loopbaandossier"),
        N_("Een blad om aan ouders te geven, en een blad voor jezelf over loopbaandossier en PTA."),
    ),
    "card": (
        N_("Een kaart voor een gesprek"),
        N_("Voor wie met een leerling praat: hoe je begint, doorvraagt en eindigt. Op een A5."),
    ),
    "subject": (
        N_("Een kwartier in het vak"),
        N_("Voor vakdocenten: bij elke groep vakken een vraag voor het eind van een gewone les."),
    ),
}
"""The sheets to hand out by the name of their edition, in order; a track offers those that it has."""

AGREEMENTS = Offer(
    N_("Afspraken voor nieuwe mentoren"),
    N_(
        "Een bestand voor wie als mentor begint: wie wat doet, wanneer, en bij wie een leerling komt. Wat iemand "
        "typte, staat er niet in."
    ),
)

PLAN_FILES: dict[PlanForm, tuple[str, str]] = {
    "xlsx": (
        N_("Het plan voor Excel"),
        N_("Voor jezelf: alle acties in een tabel, met dagen, uren en geld. Ook je eigen woorden staan erin."),
    ),
    "ics": (
        N_("De dagen voor je agenda"),
        N_("Voor jezelf: begin en einde van elke actie, en terugkijken. Ook je eigen woorden staan erin."),
    ),
    "txt": (
        N_("Een mail aan je collega's"),
        N_("Tekst om te plakken: wie wat doet, en wanneer. Van je eigen woorden staat er alleen in wat je kiest."),
    ),
}
"""The files of the plan: what each is called, and what is in it."""


FORMATS: dict[Format, str] = {
    "pdf": N_("PDF, om te lezen en te printen"),
    "docx": N_("Word, om zelf te veranderen"),
    "html": N_("Webpagina, voor in een browser"),
    "md": N_("Markdown, gewone tekst"),
}
"""The formats for people, and what each is for."""


def promised(conversation: Conversation) -> str:
    """The name of the edition that was promised to who stops at the picture, to talk with others first; empty if none.

    That holds until one goes on.
    """
    view = conversation.view
    is_talked = view.state.position == GO_ON and view.state.value(GO_ON) is False and has_picture(view)
    return "talk" if is_talked else ""


def groups_of(conversation: Conversation) -> Iterator[Group]:
    """Yield what can be made of this conversation now; no group is empty."""
    from lobgids.report.editions import editions_of
    from lobgids.report.plan_files.making import plan_forms

    track = conversation.header.track
    made = {edition.name for edition in editions_of(track).editions}
    agreed = (AGREEMENTS,) if editions_of(track).has_agreements else ()
    interim = N_("Het gesprek is nog niet af. Dit is dan een tussenstand, en dat staat er ook in.")
    so_far = N_("Het gesprek is nog niet af. Wat je later vertelt, staat er dan niet in.")
    reports = tuple(Offer(*REPORTS[name], name) for name in shown(track).reports)
    sheets = tuple(Offer(*SHEETS[name], name) for name in SHEETS if name in made)
    files = tuple(Offer(*PLAN_FILES[form], plan_form=form) for form in plan_forms(conversation.view))
    groups = (
        Group(N_("Verslagen"), reports, interim),
        Group(N_("Bladen om uit te delen"), (*sheets, *agreed), so_far),
        Group(N_("Je plan om mee te nemen"), files, so_far),
    )
    yield from (group for group in groups if group.offers)


def told_of(offer: Offer, group: Group, conversation: Conversation, language: Language) -> str:
    """Return what is said of an offer when one is at its row; first that the conversation goes on, if it does."""
    from lobgids.report.plan_files.making import left_out_in_words

    lines = [language.gettext(group.unfinished)] if conversation.ask else []
    lines.append(language.gettext(offer.meaning))
    if offer.plan_form:
        lines.append(left_out_in_words(conversation.view, offer.plan_form, language))
    return "\n".join(filter(None, lines))
