"""Actions where a role is not at this school: who takes these up instead, in words that do not name that role."""

from msgspec.structs import replace

from lobgids.advice.conclusions import Action
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.base import RoleId
from lobgids.kb.schema.roles import Approach, Instead
from lobgids.school.absent import is_named, without_named
from lobgids.school.view import SchoolView

_LAST = "decaan"
"""Who is left to begin where nobody else is known to do the work."""


def told_in(view: SchoolView, approach: Approach) -> Approach | Instead:
    """How to begin as it is told at this school: the content's own words for where a role is not there."""
    return next((one for one in approach.instead if one.role in view.absent), approach)


def without_absent(view: SchoolView, action: Action) -> Action:
    """An action that names no role which is not there, and is led by none; one's own stays as it was typed."""
    if not view.absent or action.kind == "own":
        return action
    base, seed = view.base, f"{view.header.seed}{action.id}"
    how = without_named(base, view.absent, action.how) or phrase(base, "action.without.how", seed)
    return replace(
        action,
        title=_title(view, action, seed), how=how,
        success=without_named(base, view.absent, action.success),
        count="" if without_named(base, view.absent, action.count) != action.count else action.count,
        role=_standing_in(view, action, action.role), owner=_standing_in(view, action, action.owner),
        since=tuple(one for one in action.since if without_named(base, view.absent, one.text) == one.text),
    )  # fmt: skip


def _title(view: SchoolView, action: Action, seed: str) -> str:
    """The title; where that names the role what it is about, if it is on a theme."""
    if not any(is_named(view.base, role, action.title) for role in view.absent):
        return action.title
    about = view.base.theme(action.theme).name if action.theme else ""
    return phrase(
        view.base, "action.without" if about else "action.without.any", seed, **({"theme": about} if about else {})
    )


def _standing_in(view: SchoolView, action: Action, role: RoleId | str) -> str:
    """Who does it here: who was said to do this work, who shares it in that stage, or else who begins."""
    if role not in view.absent:
        return role
    theme = view.base.theme(action.theme) if action.theme else None
    shared = getattr(theme.done_by, f"model{action.model}", ()) if theme else ()
    known = {one.id for one in view.base.roles} - view.absent
    doers = (*view.doers(theme), *shared) if theme else ()
    return next((doer for doer in doers if doer in known), _LAST)
