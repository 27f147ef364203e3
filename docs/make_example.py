"""Write the example conversations of lobgids/examples/: two schools that do not exist, to look at and to report on.

De Brug is an activerende school that wants to strengthen what it has; Het Baken a vakkenschool that wants to move on.
The third is a mentor who is new at De Brug. Then come three groups: one at De Brug that agrees, one at Het Baken in two
camps that votes again, and one at De Brug that votes in two groups, which see another school.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import ascii_lowercase
from typing import Any, NamedTuple

import msgspec

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.open_conversation import LocalizedContent
from lobgids.dialogue.protocol import Ask, Problem, read_input
from lobgids.i18n import Language
from lobgids.kb.authoring.folder import read
from lobgids.kb.authoring.structure import as_entries
from lobgids.kb.load import CONTENT
from lobgids.log import ask_ids
from lobgids.log.events import FORMAT, Event, Header, TrackName

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "lobgids" / "examples"

BEGAN = datetime(2026, 11, 16, 14, tzinfo=UTC)
PACE = timedelta(seconds=25)


class Example(NamedTuple):
    """A school: the model that its answers mostly fit, and where it answers otherwise.

    `choices` are answers by ask (ids, numbers, days); `words` free texts; `quotes` what is typed behind a choice;
    `notes` what is noted at a question before it is answered.
    """

    name: str
    model: int
    choices: dict[str, Any]
    words: dict[str, str]
    quotes: dict[str, str]
    notes: dict[str, str]
    track: TrackName = "decaan"


DE_BRUG = Example(
    name="voorbeeld",
    model=2,
    choices={
        "welcome.form": "form.full",
        "assignment.about": ["about.organisatie"],
        "assignment.spoken": ["spoken.leadership", "spoken.mentors"],
        "assignment.support": ["support.leadership", "support.colleagues"],
        "assignment.scan": "scan.recent",
        "c02.situation": "c02.m3",
        "c03.situation": "c03.unknown",
        "c04.situation": "c04.m1",
        "c04.clash.c02": "clash.both",
        "c05.situation": ["c05.m2", "c05.m3"],
        "c05.where": ["where.mentor"],
        "visie-en-beleid.seen": ["c01", "c02", "c04"],
        "orientatie-en-begeleiding.seen": ["c05", "c06"],
        "orientatie-en-begeleiding.basis": ["documents"],
        "c07.recent": "recent.longer",
        "organisatie.seen": ["seen.none"],
        "organisatie.basis": ["basis.differs"],
        "c08.basis": ["students"],
        "c09.basis": ["colleagues"],
        "c10.basis": ["documents", "colleagues"],
        "samenwerking.seen": ["c12"],
        "samenwerking.basis": ["colleagues"],
        "theme.vision": ["doer.leadership", "doer.decaan"],
        "theme.agreements": ["doer.team_leader"],
        "theme.year-plan": ["doer.decaan"],
        "theme.information": ["doer.decaan"],
        "theme.lessons": ["doer.decaan", "doer.mentor"],
        "theme.subject": ["doer.nobody"],
        "theme.talks": ["doer.mentor"],
        "theme.first-contact": ["doer.mentor"],
        "theme.advice": ["doer.mentor"],
        "theme.parents": ["doer.mentor"],
        "theme.external": ["doer.decaan"],
        "theme.support": ["doer.decaan"],
        "theme.follow-up": ["doer.nobody"],
        "picture.agree": "picture.partly",
        "who.first": ["who.decaan", "who.mentor"],
        "tasks.mentor.m2": ["task.m2.mentor.1", "task.m2.mentor.3"],
        "competence.decaan.head": 4,
        "competence.decaan.hands": 3,
        "competence.decaan.heart": 4,
        "learning.preference": "preference.participeren",
        "learning.forms": ["form.m2.mentor.2", "form.m2.mentor.3"],
        "plan.actions": ["act.talk", "act.m2.subject", "act.form.m2.mentor.3"],
        "plan.who.act.talk": "decaan",
        "plan.helps.act.talk": ["leadership"],
        "plan.when.act.talk": "2027-01-18",
        "plan.hours.act.talk": 6,
        "plan.money.act.talk": 0,
        "plan.who.act.m2.subject": "subject_teacher",
        "plan.helps.act.m2.subject": ["decaan", "mentor"],
        "plan.when.act.m2.subject": "2027-03-15",
        "plan.until.act.m2.subject": "2027-05-28",
        "plan.hours.act.m2.subject": 24,
        "plan.who.act.form.m2.mentor.3": "decaan",
        "plan.helps.act.form.m2.mentor.3": ["team_leader"],
        "plan.when.act.form.m2.mentor.3": "2027-02-01",
        "plan.until.act.form.m2.mentor.3": "2027-05-21",
        "plan.hours.act.form.m2.mentor.3": 40,
        "plan.money.act.form.m2.mentor.3": 600,
        "closing.show": ["show.all"],
        "closing.look_back": "2027-06-07",
    },
    words={
        "welcome.school": "De Brug (een voorbeeld)",
        "assignment.asked": "Een voorstel om LOB sterker te maken, samen met de mentoren",
        "assignment.results": "Leerlingen die kunnen vertellen waarom ze iets kiezen",
        "theme.vision.shared": "De schoolleiding kiest de richting, ik schrijf het op",
        "theme.lessons.shared": "De decaan geeft de les over profielen, de mentor de andere lessen",
        "plan.whom.act.m2.subject": "de derde klassen havo en vwo",
        "plan.off.act.m2.subject": "de losse beroepenmiddag in april",
        "plan.whom.act.form.m2.mentor.3": "de mentoren van klas 2 en 3",
    },
    quotes={"c06.situation": "de derdeklassen doen dit het langst", "plan.who.act.m2.subject": "Samira"},
    notes={"c09.situation": "Navragen bij de bovenbouw"},
)

HET_BAKEN = Example(
    name="vakkenschool",
    model=1,
    choices={
        "welcome.form": "form.full",
        "assignment.about": ["about.organisatie"],
        "assignment.spoken": ["spoken.leadership"],
        "assignment.support": ["support.leadership"],
        "assignment.scan": "scan.no",
        "visie-en-beleid.seen": ["c01", "c02", "c04"],
        "c03.situation": "c03.unknown",
        "orientatie-en-begeleiding.seen": ["c05", "c06", "c07"],
        "c08.situation": "c08.m2",
        "organisatie.seen": ["c08", "c09"],
        "organisatie.basis": ["colleagues"],
        "samenwerking.seen": ["seen.none"],
        "samenwerking.basis": ["basis.differs"],
        "c11.basis": ["students"],
        "c12.basis": ["colleagues"],
        "theme.vision": ["doer.decaan"],
        "theme.agreements": ["doer.nobody"],
        "theme.year-plan": ["doer.decaan"],
        "theme.information": ["doer.decaan"],
        "theme.lessons": ["doer.decaan"],
        "theme.subject": ["doer.nobody"],
        "theme.talks": ["doer.decaan"],
        "theme.first-contact": ["doer.decaan"],
        "theme.advice": ["doer.team_leader"],
        "theme.parents": ["doer.decaan"],
        "theme.external": ["doer.decaan"],
        "theme.support": ["doer.nobody"],
        "theme.follow-up": ["doer.nobody"],
        "ambition.orientatie-en-begeleiding": "ambition.m2",
        "ambition.organisatie": "ambition.m2",
        "ambition.whose": ["whose.leadership", "whose.decaan"],
        "who.first": ["who.leadership", "who.decaan", "who.mentor"],
        "tasks.leadership.m1": ["tasks.none"],
        "competence.decaan.head": 3,
        "competence.decaan.hands": 2,
        "competence.decaan.heart": 4,
        "competence.mentor.head": 1,
        "competence.mentor.hands": 2,
        "learning.preference": "preference.oefenen",
        "learning.forms": ["form.m2.mentor.1", "form.m2.mentor.2"],
        "plan.actions": ["act.find_out", "act.talk", "act.m2.first-contact", "act.form.m2.mentor.1"],
        "plan.who.act.find_out": "decaan",
        "plan.when.act.find_out": "2026-12-07",
        "plan.until.act.find_out": "2026-12-18",
        "plan.who.act.talk": "leadership",
        "plan.helps.act.talk": ["decaan"],
        "plan.when.act.talk": "2027-01-14",
        "plan.hours.act.talk": 4,
        "plan.who.act.m2.first-contact": "mentor",
        "plan.helps.act.m2.first-contact": ["decaan"],
        "plan.when.act.m2.first-contact": "2027-04-06",
        "plan.until.act.m2.first-contact": "2027-06-11",
        "plan.hours.act.m2.first-contact": 30,
        "plan.who.act.form.m2.mentor.1": "team_leader",
        "plan.helps.act.form.m2.mentor.1": ["decaan"],
        "plan.when.act.form.m2.mentor.1": "2027-03-09",
        "plan.until.act.form.m2.mentor.1": "2027-05-20",
        "plan.hours.act.form.m2.mentor.1": 48,
        "plan.money.act.form.m2.mentor.1": 1200,
        "closing.show": ["show.all"],
        "closing.look_back": "2027-06-21",
    },
    words={
        "welcome.school": "Het Baken (een voorbeeld)",
        "assignment.asked": "Mentoren een plek geven in LOB",
        "assignment.results": "Dat leerlingen niet alleen bij mij langskomen",
        "plan.whom.act.m2.first-contact": "de brugklas en klas 2",
        "plan.off.act.m2.first-contact": "het dubbele spreekuur op maandag",
        "plan.whom.act.form.m2.mentor.1": "de acht mentoren van klas 1 en 2",
    },
    quotes={"c06.situation": "ik kom twee keer per jaar in elke klas", "plan.who.act.form.m2.mentor.1": "Joris"},
    notes={"picture.agree": "Dit laat ik eerst aan onze adjunct zien"},
)  # fmt: skip

NEW_MENTOR = Example(
    name="mentor",
    model=2,
    choices={
        "opening.case": "case.opening.a",
        "school.how": "school.how.questions",
        "newcomer.4": "newcomer.unknown",
        "lob.parents": "lob.to_ask",
        "role.diary": ["mentor.task.m2.1", "mentor.task.m2.2"],
        "role.untold": ["mentor.task.m2.5"],
        "role.beside": ["decaan"],
        "role.refer": "role.refer.partly",
        "practice.choose": ["case.does_not_know", "case.parents_havo", "case.troubles_at_home"],
        "practice.case.does_not_know": "case.does_not_know.a",
        "practice.case.parents_havo": "case.parents_havo.a",
        "practice.case.troubles_at_home": "case.troubles_at_home.b",
        "can.head": 1,
        "can.hands": 3,
        "can.heart": 3,
        "learn.how": "learn.how.oefenen",
        "autumn.tasks": ["mentor.task.m2.1", "mentor.task.m2.2", "mentor.task.m2.4"],
        "autumn.date.mentor.task.m2.1": "2027-09-13",
        "autumn.date.mentor.task.m2.2": "2027-10-08",
        "autumn.date.mentor.task.m2.4": "2027-10-01",
        "autumn.people": ["talk.m2.decaan", "talk.m2.mentor"],
        "autumn.talk": "2027-09-10",
        "autumn.learn": "skill.m2.hands",
        "autumn.questions": ["ask.mentor.task.m2.5", "ask.school.m2.parents", "ask_decaan.2", "ask_decaan.5"],
        "autumn.evaluation": ["autumn.reaction.2", "autumn.learning.1", "autumn.behaviour.1", "autumn.result.1"],
        "autumn.look_back": "2027-10-14",
    },
    words={
        "opening.own.case": "Vragen aan welk werk met dieren ze denkt",
        "practice.own.case.parents_havo": "Ik vraag aan Fenna wat zij er zelf van vindt.",
        "autumn.words": "Ik begin met de les van week 37. Loopt iemand vast, dan praat ik eerst zelf. "
        "Lukt het niet, dan ga ik naar de decaan.",
    },
    quotes={},
    notes={},
    track="mentor",
)


def _votes(component: int, *counts: int) -> dict[str, int]:
    """Return counts for models 1, 2 and 3, and for those who do not know."""
    options = (f"c{component:02}.{name}" for name in ("m1", "m2", "m3", "unknown"))
    return dict(zip(options, counts, strict=False))


def _in_groups(component: int, staff: tuple[int, ...], team: tuple[int, ...]) -> dict[str, Any]:
    return {"by_role": {"staff": _votes(component, *staff), "team": _votes(component, *team)}}


GROUP_THAT_AGREES = Example(
    name="groep-eens",
    model=2,
    choices={
        "setup.people": 12,
        "setup.roles": {"leadership": 1, "team_leader": 1, "decaan": 1, "mentor": 6, "subject_teacher": 3},
        "setup.way": "way.cards",
        "setup.time": "time.90",
        "c06.situation": _votes(6, 0, 11, 1),
        "c06.basis": ["lessons", "students"],
        "c09.situation": _votes(9, 1, 10, 0, 1),
        "c09.basis": ["lessons"],
        "c11.situation": _votes(11, 1, 9, 2),
        "c11.talk": "talk.on",
        "c11.basis": ["lessons", "colleagues"],
        "c01.situation": _votes(1, 2, 10),
        "c01.basis": ["documents", "colleagues"],
        "ambition.school": "ambition.stay_school",
        "plan.actions": ["act.talk", "act.m2.lessons", "act.more"],
        "plan.more": ["act.form.m2.mentor.1"],
        "plan.who.act.talk": "decaan",
        "plan.when.act.talk": "2026-12-14",
        "plan.who.act.m2.lessons": "mentor",
        "plan.when.act.m2.lessons": "2027-02-08",
        "plan.who.act.form.m2.mentor.1": "team_leader",
        "plan.when.act.form.m2.mentor.1": "2027-03-01",
        "closing.look_back": "2027-06-07",
    },
    words={
        "welcome.school": "De Brug (een voorbeeld)",
        "c06.agreed": "De LOB-lessen zitten in het mentoruur, en dat houden we zo.",
        "c09.agreed": "Een vraag begint bij de mentor, en die vraagt zelf om hulp.",
        "c11.agreed": "Ouders willen we er vaker bij, het liefst in klas 2.",
        "c01.agreed": "Wij oefenen met kiezen, en dat mag vaker hardop gezegd worden.",
        "closing.round": "Fijn om te horen dat we het over zoveel eens zijn. Nu doorpakken met de lessen van klas 2.",
    },
    quotes={"plan.who.act.m2.lessons": "Samira"},
    notes={"c11.agreed": "De open dag: wie vertelt daar over LOB?"},
    track="workshop",
)

GROUP_IN_TWO_CAMPS = Example(
    name="groep-kampen",
    model=1,
    choices={
        "setup.people": 16,
        "setup.roles": {"leadership": 2, "decaan": 1, "mentor": 8, "subject_teacher": 5},
        "setup.way": "way.hands",
        "setup.time": "time.90",
        "c06.situation": _votes(6, 8, 7, 0, 1),
        "c06.talk": "talk.again",
        "c06.situation.2": _votes(6, 12, 3, 0, 1),
        "c06.basis": ["lessons"],
        "c09.situation": _votes(9, 6, 5, 5),
        "c09.talk": "talk.again",
        "c09.situation.2": _votes(9, 9, 7, 0),
        "c09.basis": ["lessons", "students"],
        "c11.situation": _votes(11, 14, 1, 0, 1),
        "c11.talk": "talk.on",
        "c11.basis": ["colleagues"],
        "c01.situation": _votes(1, 3, 1, 1, 11),
        "c01.talk": "talk.on",
        "picture.agree": "picture.partly",
        "ambition.school": "ambition.m2",
        "ambition.whose": ["whose.team", "whose.decaan"],
        "plan.actions": ["act.talk", "act.m2.lessons", "act.more"],
        "plan.more": ["act.form.m2.mentor.1"],
        "plan.who.act.talk": "decaan",
        "plan.when.act.talk": "2026-12-07",
        "plan.who.act.m2.lessons": "mentor",
        "plan.when.act.m2.lessons": "2027-03-15",
        "plan.who.act.form.m2.mentor.1": "mentor",
        "plan.when.act.form.m2.mentor.1": "2027-04-12",
        "closing.look_back": "2027-06-21",
    },
    words={
        "welcome.school": "Het Baken (een voorbeeld)",
        "c06.agreed": "Op de havo komt de decaan in de klas, op het vmbo doen twee mentoren het al zelf.",
        "c09.agreed": "Wij weten niet van elkaar wie een vraag oppakt, en dat willen we afspreken.",
        "c11.agreed": "De ouderavond is goed, maar ouders doen er zelf nog weinig.",
        "c01.agreed": "Waar LOB voor is, hebben we nog niet samen gezegd.",
        "closing.round": "Ik wist niet dat het op het vmbo zo anders gaat. We gaan bij elkaar kijken.",
    },
    quotes={"plan.who.act.form.m2.mentor.1": "Joris"},
    notes={
        "c09.situation": "Hoeveel uur heeft een mentor hiervoor?",
        "c01.agreed": "Het LOB-beleidsplan staat nergens waar wij het kunnen vinden",
    },
    track="workshop",
)

GROUP_BY_ROLE = Example(
    name="groep-rollen",
    model=2,
    choices={
        "setup.people": 20,
        "setup.roles": {"leadership": 3, "deputy": 2, "team_leader": 5, "decaan": 2, "mentor": 5, "subject_teacher": 3},
        "setup.groups": "groups.two",
        "setup.way": "way.cards",
        "setup.time": "time.120",
        "c06.situation": _in_groups(6, (0, 3, 9), (7, 1, 0)),
        "c06.talk": "talk.again",
        "c06.situation.2": _in_groups(6, (0, 11, 1), (5, 3, 0)),
        "c06.basis": ["lessons"],
        "c09.situation": _in_groups(9, (0, 11, 1), (7, 0, 0, 1)),
        "c09.talk": "talk.on",
        "c09.basis": ["lessons", "students"],
        "c11.situation": _in_groups(11, (1, 11, 0), (6, 2, 0)),
        "c11.talk": "talk.on",
        "c11.basis": ["colleagues"],
        "c01.situation": _in_groups(1, (0, 10, 2), (7, 1, 0)),
        "c01.talk": "talk.on",
        "c01.basis": ["documents"],
        "c08.situation": _in_groups(8, (0, 12, 0), (6, 2, 0)),
        "c08.talk": "talk.on",
        "c08.basis": ["lessons"],
        "theme.lessons": ["doer.decaan", "doer.mentor"],
        "theme.first-contact": ["doer.mentor"],
        "theme.support": ["doer.nobody"],
        "picture.agree": "picture.partly",
        "ambition.school": "ambition.stay_school",
        "plan.actions": ["act.talk", "act.m2.support", "act.m2.lessons"],
        "plan.who.act.talk": "leadership",
        "plan.when.act.talk": "2026-12-10",
        "plan.who.act.m2.support": "decaan",
        "plan.when.act.m2.support": "2027-02-01",
        "plan.who.act.m2.lessons": "mentor",
        "plan.when.act.m2.lessons": "2027-03-22",
        "closing.look_back": "2027-06-14",
    },
    words={
        "welcome.school": "De Brug (een voorbeeld)",
        "c06.agreed": "Wat er op papier staat over de lessen, zien mentoren nog niet in elke klas.",
        "c09.agreed": "Iedereen vindt dat een vraag bij de mentor hoort. De mentoren missen er tijd voor.",
        "c11.agreed": "Bij het gesprek in klas 3 schuiven ouders aan.",
        "c01.agreed": "De visie kent de leiding beter dan het team. We lezen haar samen.",
        "c08.agreed": "Een advies bespreken we eerst met de leerling.",
        "theme.lessons.agreed": "De mentor geeft de lessen, de decaan helpt in de klassen 3.",
        "theme.support.agreed": "De decaan vraagt uren om mentoren te helpen.",
        "closing.round": "Goed dat het verschil op tafel ligt. Niemand deed iets fout.",
    },
    quotes={"plan.who.act.m2.lessons": "Samira en Joris"},
    notes={"c08.agreed": "Het formulier voor het advies is nog van vijf jaar terug"},
    track="workshop",
)

EXAMPLES = (DE_BRUG, HET_BAKEN, NEW_MENTOR, GROUP_THAT_AGREES, GROUP_IN_TWO_CAMPS, GROUP_BY_ROLE)


def document(example: Example) -> bytes:
    """Return the bytes of a document: the conversation is held at an even pace, so that they are the same each time."""
    language = Language("nl", [])
    base = as_entries(read(CONTENT).values)
    header = Header(
        lobgids=FORMAT, id=example.name, created=_time(0), track=example.track, language="nl", seed=example.name,
        knowledge_base=base.about.id, knowledge_base_version=base.about.version,
        hears_first=example.track == "mentor",
    )  # fmt: skip
    events: list[Event] = []
    conversation = Conversation(
        header,
        content_in=lambda _code: LocalizedContent(language, base),
        keep=events.extend,
        now=lambda: _time(len(events) + 1),
    )
    _hold(conversation, example)
    return b"".join(msgspec.json.encode(entry) + b"\n" for entry in (header, *events))


def _hold(conversation: Conversation, example: Example) -> None:
    """Give the answers until no question is left. Raises `ValueError` if one does not fit or is never asked for."""
    left = {*example.choices, *example.words, *example.quotes, *example.notes}
    while ask := conversation.ask:
        left.discard(ask.id)
        for fields in _inputs(ask, example):
            given = read_input(msgspec.json.encode(fields))
            if given is None or any(isinstance(say, Problem) for say in conversation.take(given).says):
                raise ValueError(f"{fields} does not fit {ask.id}: {[option.id for option in ask.options]}")
    if left:
        raise ValueError(f"never asked: {sorted(left)}")


def _inputs(ask: Ask, example: Example) -> list[dict[str, Any]]:
    """Return the inputs at a question: a note first, then words, or a choice with or without words behind it."""
    note = [{"move": "note", "text": example.notes[ask.id]}] if ask.id in example.notes else []
    if ask.id in example.words:
        return [*note, {"text": example.words[ask.id]}]
    if ask.kind == "text" and (example.track == "workshop" or ask.optional):  # nobody had a sentence
        return [*note, {"move": "skip"}]
    if ask.id not in example.choices and ask_ids.is_of_plan(ask.id) and ask.kind != "confirm":  # nobody knows yet
        return [*note, {"move": "skip"}]
    choice = example.choices[ask.id] if ask.id in example.choices else _fitting(ask, example.model, example.track)
    if ask.id in example.quotes:
        letter = ascii_lowercase[[option.id for option in ask.options].index(choice)]
        return [*note, {"text": f"{letter}, {example.quotes[ask.id]}"}]
    return [*note, {"answer": choice}]


def _fitting(ask: Ask, model: int, track: TrackName) -> Any:
    """Return what a school at this model would answer; a question for a text has no such answer."""
    if ask.kind in ("confirm", "scale", "number"):
        return True if ask.kind == "confirm" else 2
    ids = [option.id for option in ask.options]
    wanted = next((id_ for id_ in ids if id_.endswith(f".m{model}") and not id_.startswith("ambition")), ids[0])
    if ask.kind == "choice":
        return wanted
    return ids if ask.id.startswith("evaluation") and track == "decaan" else [wanted]


def _time(count: int) -> str:
    return f"{BEGAN + count * PACE:%Y-%m-%dT%H:%M:%S.000Z}"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for school in EXAMPLES:
        (FOLDER / f"{school.name}.lobgids").write_bytes(document(school))
