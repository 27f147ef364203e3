"""The plan: the actions that were picked, with who and when."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from lobgids.advice.conclusions import Action, Planned
from lobgids.days.school_year import school_day
from lobgids.days.spoken import day_within, kept_day
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.sayings import says
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ACTIONS, DECIDE, MORE_ACTIONS
from lobgids.log.state import StandingAnswer
from lobgids.school.view import SchoolView
from lobgids.text import folded

FIELDS = ("who", "when", "whom", "helps", "sign", "until", "hours", "money", "off")
"""What is asked of each action in the plan, in this order; `sign` of one's own actions only."""

MORE = "act.more"
"""The option that brings the actions further on."""

NONE = "act.none"
"""The option that leaves the plan empty for now."""

ENOUGH = 3
"""With more actions than this a plan is easily too full."""

MOST_OF_NAME = 6
MOST_SMALL = 3
"""The most words that name people, 'Karin en Rachid van de bovenbouw', and those that do so without a capital."""

BEFORE_A_DECISION = timedelta(weeks=4)
"""How long before the school decides what needs a decision has to be known."""

_BESIDE_NL = frozenset(["met", "samen", "maar", "ik", "zelf", "mij", "dus", "hoor", "natuurlijk", "ja", "nee"])
_BESIDE_EN = frozenset(["with", "together", "but", "i", "me", "myself", "so", "of", "course", "yes", "no"])
_BESIDE = _BESIDE_NL | _BESIDE_EN
"""With one of these it is said who helps, or something else."""

_FINISHED = re.compile(r"\b(?:klaar|af|afgerond|done|finished|ready)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[,;.!?]+\s*")
_UP_TO_MARK = re.compile(r"[;:!?]\s*|,\s+(?=[a-z])|\.\s+")
"""What ends a name, if more was said behind it."""

_NAME = re.compile(r"[^\W\d_a-z][\w'’-]+(?: (?:(?:van|de|der|den|ten|ter|el|al) )*[^\W\d_a-z][\w'’-]+){0,2}(?![\w'’-])")
"""One to three words with a capital, and what may be small between these."""

_MOST_BEHIND = 4
"""With more words behind it than these a name is no part of what names people, as 'van de bovenbouw' is."""

_DECIDING = ("leadership", "deputy")
_AGREEMENTS = "theme.agreements"


def planned(view: SchoolView, offered: Sequence[Action]) -> Iterator[Planned]:
    """The actions of the plan, in the order of their days; those without a day last."""
    items = [_planned(view, action) for action in in_plan(view, offered)]
    yield from sorted(items, key=lambda item: item.date or "9999")


def in_plan(view: SchoolView, offered: Sequence[Action]) -> list[Action]:
    """The actions that were picked, and then one's own."""
    by_id = {action.id: action for action in offered}
    own = [action.id for action in offered if action.kind == "own"]
    return [by_id[action_id] for action_id in dict.fromkeys([*picked(view), *own]) if action_id in by_id]


def picked(view: SchoolView) -> list[str]:
    """The ids of what was picked from the first actions, and from those further on if one wanted to see these."""
    first = view.ids(ACTIONS)
    return [*first, *view.ids(MORE_ACTIONS)] if MORE in first else first


def needs_decision(plan: Sequence[Planned], offered: Sequence[Action]) -> bool:
    """Whether something in the plan needs a decision: by who leads it, its theme, or what it takes."""
    agreements = {action.id for action in offered if action.theme == _AGREEMENTS}
    return any(
        item.owner in _DECIDING or item.action in agreements or bool(item.hours) or bool(item.money) for item in plan
    )


def decide_by(view: SchoolView, plan: Sequence[Planned], offered: Sequence[Action]) -> str:
    """The school day (YYYY-MM-DD) on which what needs a decision has to be known; empty if nothing does, or unknown."""
    day = kept_day(view.state.value(DECIDE))
    if day is None or day.year == date.min.year or not needs_decision(plan, offered):
        return ""
    return school_day(view.base, day - BEFORE_A_DECISION, back=True).isoformat()


def _planned(view: SchoolView, action: Action) -> Planned:
    asked = view.state.answers.get(ask_ids.plan("who", action.id))
    who, proposed = asked or StandingAnswer(), "" if asked else action.owner  # who is not known is nobody yet
    roles = [role.id for role in view.base.roles]
    owner = who.value if who.value in roles else proposed
    helping = [role for role in view.ids(ask_ids.plan("helps", action.id)) if role != owner]
    of_plan = {name: view.state.value(ask_ids.plan(name, action.id)) for name in FIELDS}
    return Planned(
        action=action.id, kind=action.kind, title=action.title, how=action.how,
        success=action.success or _text(of_plan["sign"]),
        owner=owner, name=_name(view, action, who),
        date=_day(of_plan["when"]), until=_day(of_plan["until"]) or _last_day(view, action.id),
        whom=_text(of_plan["whom"]),
        helps=tuple(role for role in roles if role in helping),
        hours=_number(of_plan["hours"]), money=_number(of_plan["money"]), off=_text(of_plan["off"]),
        is_step=action.is_step, because=action.because, facts=action.facts, origin=action.origin, since=action.since,
    )  # fmt: skip


def says_until(base: KnowledgeBase, clause: str) -> bool:
    """Whether a clause says until when something is: 'uiterlijk in maart', 'in de kerstvakantie is het af'."""
    return says(base, "latest", clause) or says(base, "done_by", clause)


def _last_day(view: SchoolView, action: str) -> str:
    """The last day that was said with when an action begins: 'volgende week, voor de kerst is het af'; else empty."""
    when = view.state.answers.get(ask_ids.plan("when", action))
    start = kept_day(when.value) if when and view.header.shows_sentences else None
    if when is None or start is None:
        return ""
    has_begun, code = False, view.header.language or "nl"
    for clause in _CLAUSES.split(when.quote):
        reading = day_within(clause, start, view.base, code, least=2)
        if reading and has_begun and reading.day > start and _is_end(view.base, clause):
            return reading.day.isoformat()
        has_begun = has_begun or reading is not None  # 'voor de kerst. Eind januari anders' begins then
    return ""


def _is_end(base: KnowledgeBase, clause: str) -> bool:
    """Whether a clause says when something is finished; 'in juni, voor de zomervakantie' says twice when it begins."""
    return says(base, "done_by", clause) or (says_until(base, clause) and _FINISHED.search(clause) is not None)


def _name(view: SchoolView, action: Action, who: StandingAnswer) -> str:
    """The name of the person: typed with the role, or by a group at an ask of its own; empty if not known.

    What has no letter in it, such as a dash, names nobody; nor does a sentence that was said beside the role.
    """
    if who.quote and (begun := name_before(view.base, who.quote)):
        return begun
    typed = who.quote or _text(view.state.value(ask_ids.plan("name", action.id)))
    typed = _but_for([role.one for role in view.base.roles], typed)  # 'De decaan, Henk' is Henk
    name = _UP_TO_MARK.split(typed)[0].strip()  # 'Joris; heb je 3 er nu wel uitgelaten?'
    words = name.split()
    is_short = len(words) <= (MOST_OF_NAME if name[:1].isupper() else MOST_SMALL)
    is_apart = name == typed.strip() or name[:1].isupper()  # 'de decaan. Maar samen met Hans'
    is_name = any(map(str.isalpha, name)) and is_short and is_apart and _BESIDE.isdisjoint(map(str.casefold, words))
    return name if is_name else ""


def _but_for(roles: Sequence[str], typed: str) -> str:
    """What was typed without the roles that it begins with."""
    for role in roles:
        if folded(typed).startswith(folded(role)):
            typed = re.sub(r"^(?:\s|,|en\b|and\b)+", "", typed[len(role) :], flags=re.IGNORECASE)
    return typed


def name_before(base: KnowledgeBase, text: str) -> str:
    """The name that a sentence begins with, 'Sandra van 3 mavo wil wel'; empty if it begins otherwise, or is a name."""
    found = _NAME.match(text)
    behind = text[found.end() :].strip() if found else ""
    is_more = bool(re.search(r"\d|[.!?]\s*\S", behind)) or len(behind.split()) > _MOST_BEHIND
    if found is None or not is_more or says(base, "no_name", found[0]):
        return ""
    return found[0].rstrip(" .,")


def _text(value: object) -> str:
    """A text of one's own; empty if the document holds anything else."""
    return value if isinstance(value, str) else ""


def _number(value: object) -> int | None:
    """A number from 0 on; None if the document holds anything else."""
    return value if type(value) is int and value >= 0 else None


def _day(value: object) -> str:
    """A date as it is kept (YYYY-MM-DD); empty if the document holds anything else."""
    day = kept_day(value)
    return day.isoformat() if day else ""
