"""What follows from the answers, as plain data; the advice room fills it in and the chapters offer it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from lobgids.dialogue.view import View


class Action(Struct, frozen=True, kw_only=True):
    """Something that can go into the plan, for a role, with the facts and asks that it rests on."""

    id: str
    title: str
    role: str
    facts: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


class Planned(Struct, frozen=True, kw_only=True):
    """An action in the plan: the role that does it, whose name may be known, and when (YYYY-MM-DD, or empty)."""

    action: str
    title: str
    owner: str
    name: str = ""
    date: str


class Evaluation(Struct, frozen=True, kw_only=True):
    """An evaluation question for an action of the plan: whom to ask, and when."""

    id: str
    text: str
    respondent: str
    moment: str


class Tension(Struct, frozen=True, kw_only=True):
    """Something that may chafe, said in a sentence; `kind` names why it was noticed."""

    kind: str
    text: str


class FindOut(Struct, frozen=True, kw_only=True):
    """Something to find out: the question, and what to look at or whom to ask."""

    ask: str
    question: str
    how: tuple[str, ...]


class RoleAdvice(Struct, frozen=True, kw_only=True):
    """What is said to one role, for the present stage and the aimed one."""

    role: str
    name: str
    present: str
    aimed: str
    tasks: tuple[dict[str, str], ...]
    competences: dict[str, tuple[str, ...]]
    stars: dict[str, int]
    content: tuple[str, ...]
    forms: tuple[str, ...]
    conditions: tuple[str, ...]
    first_step: str
    facts: tuple[str, ...]


class Conclusions(Struct, frozen=True, kw_only=True):
    """All that follows."""

    roles: tuple[RoleAdvice, ...] = ()
    actions: tuple[Action, ...] = ()
    plan: tuple[Planned, ...] = ()
    evaluation: dict[str, tuple[Evaluation, ...]] = {}
    tensions: tuple[Tension, ...] = ()
    find_out: tuple[FindOut, ...] = ()


# How the engine is given the advice without knowing the room it comes from.
Conclude = Callable[["View"], Conclusions]
