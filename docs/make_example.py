"""Write lobgids/examples/voorbeeld.lobgids: a whole conversation about a school that does not exist, to look at.

It follows a golden script, with the words and choices of a decaan where that one only tries out what can happen.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from lobgids.advice.conclude import conclude
from lobgids.dialogue.conversation import Conversation, Tongue
from lobgids.dialogue.events import FORMAT, Event, Header
from lobgids.dialogue.protocol import Ask, Problem, read_input
from lobgids.i18n import Language
from lobgids.kb.entries import KnowledgeBase
from lobgids.kb.folder import read
from lobgids.kb.load import CONTENT

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "tests" / "conversations" / "activerende-school-helemaal.json"
EXAMPLE = ROOT / "lobgids" / "examples" / "voorbeeld.lobgids"

BEGAN = datetime(2026, 11, 16, 14, tzinfo=UTC)
PACE = timedelta(seconds=25)

WORDS = {
    "welcome.school": "De Brug (een voorbeeld)",
    "assignment.asked": "Een voorstel om LOB sterker te maken, samen met de mentoren",
    "assignment.results": "Leerlingen die kunnen vertellen waarom ze iets kiezen",
}
CHOICES: dict[str, Any] = {
    "assignment.spoken": ["spoken.leadership", "spoken.mentors"],
    "assignment.support": ["support.leadership", "support.colleagues"],
    "c06.basis": ["lessons", "students"],
    "c09.basis": ["colleagues"],
    "c11.basis": ["colleagues"],
    "theme.agreements": ["doer.team_leader"],
    "theme.year-plan": ["doer.decaan"],
    "theme.information": ["doer.decaan"],
    "theme.subject": ["doer.nobody"],
    "theme.first-contact": ["doer.mentor"],
    "theme.advice": ["doer.mentor"],
    "theme.parents": ["doer.mentor"],
    "theme.external": ["doer.decaan"],
    "theme.support": ["doer.decaan"],
    "theme.follow-up": ["doer.nobody"],
    "ambition.orientatie-en-begeleiding": "ambition.m3",
    "competence.decaan.head": 4,
    "competence.decaan.hands": 3,
    "competence.decaan.heart": 4,
    "competence.mentor.heart": 3,
    "learning.preference": "preference.participeren",
    "plan.actions": ["act.talk", "act.decaan.learn", "act.mentor.learn"],
    "plan.when.act.talk": "2027-01-18",
    "plan.when.act.decaan.learn": "2027-03-01",
    "plan.who.act.decaan.learn": "decaan",
    "plan.who.act.mentor.learn": "decaan",
    "plan.when.act.mentor.learn": "2027-03-15",
    "closing.look_back": "2027-06-07",
}


def example() -> bytes:
    """The document as it is kept: held at an even pace, so that it is the same each time."""
    language = Language("nl", [])
    base = msgspec.convert(read(CONTENT).values, KnowledgeBase)
    header = Header(
        lobgids=FORMAT, id="voorbeeld", created=_time(0), track="decaan", language="nl", seed="voorbeeld",
        knowledge_base=base.about.id, knowledge_base_version=base.about.version,
    )  # fmt: skip
    events: list[Event] = []
    conversation = Conversation(
        header,
        tongues=lambda _code: Tongue(language, base),
        conclude=conclude,
        keep=events.extend,
        now=lambda: _time(len(events) + 1),
    )
    _hold(conversation)
    return b"".join(msgspec.json.encode(entry) + b"\n" for entry in (header, *events))


def _hold(conversation: Conversation) -> None:
    """Give the answers until there is no question left; all that is told here has to be asked."""
    script: dict[str, list[dict[str, Any]]] = msgspec.json.decode(SCRIPT.read_bytes())
    script |= {ask: [{"text": words}] for ask, words in WORDS.items()}
    script |= {ask: [{"answer": choice}] for ask, choice in CHOICES.items()}
    while ask := conversation.ask:
        for one in script.pop(ask.id, None) or [{"answer": _fitting(ask)}]:
            given = read_input(msgspec.json.encode(one))
            if given is None or any(isinstance(say, Problem) for say in conversation.take(given).says):
                raise ValueError(f"{one} does not fit {ask.id}")
    if script:
        raise ValueError(f"never asked: {list(script)}")


def _fitting(ask: Ask) -> Any:
    """What a school at the second model would say; a text nobody can make up."""
    if ask.kind in ("confirm", "scale", "number"):
        return True if ask.kind == "confirm" else 2
    ids = [option.id for option in ask.options]
    wanted = next((one for one in ids if one.endswith(".m2")), ids[0])
    return wanted if ask.kind == "choice" else [wanted]


def _time(count: int) -> str:
    return f"{BEGAN + count * PACE:%Y-%m-%dT%H:%M:%S.000Z}"


if __name__ == "__main__":
    EXAMPLE.parent.mkdir(exist_ok=True)
    EXAMPLE.write_bytes(example())
